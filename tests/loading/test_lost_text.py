"""Text that a file seems to hold and YAML does not see."""

from pathlib import Path

from studyguide.finding import Finding
from studyguide.loading.load import load
from tests.table import rows

HEAD = "section: 1\ntitle: One\nsummary: A part.\nitems:\n"
ITEM = (
    "  - id: a\n    question: {}\n    answer: the water\n    evidence: the water shuts the gate\n"
)


def found_in(
    folder: Path, section: str, deck: str = "id: mills\ntitle: Mills\n"
) -> tuple[Finding, ...]:
    (folder / "deck.yaml").write_text(deck, encoding="utf-8")
    (folder / "1-one.yaml").write_text(section, encoding="utf-8")
    return load(folder)[1]


CUT = {
    "a number": "Where was train #12 mended?",
    "a letter": "What is C #sharp?",
    "a sign alone": "What does # mean?",
    "over two lines": "Where was the\n      train #12 mended?",
}
WHOLE = {
    "quoted": '"Where was train #12 mended?"',
    "single quotes": "'Where was train #12 mended?'",
    "folded": ">-\n      Where was train #12 mended?",
    "block": "|\n      Where was train #12 mended?",
    "within a word": "What is C#?",
    "a comment after one space": "What shuts the gate? # to be asked first.",
    "a note of a few words": "the gate # more",
    "two spaces": "What shuts the gate?  # the first thing to know",
    "far off": "What shuts the gate?        # asked in every class",
    "a line of its own": "What shuts the gate?\n    # asked in every class",
    "nothing behind": "What shuts the gate? #",
}


@rows("question", CUT.values(), ids=CUT)
def test_a_value_that_is_cut_is_told(tmp_path: Path, question: str) -> None:
    (found,) = found_in(tmp_path, HEAD + ITEM.format(question))
    assert (found.code, found.severity, found.item) == ("value-cut", "warning", "a")
    assert found.help.startswith('write "')


@rows("question", WHOLE.values(), ids=WHOLE)
def test_what_is_whole_is_not(tmp_path: Path, question: str) -> None:
    assert found_in(tmp_path, HEAD + ITEM.format(question)) == ()


def test_deck_yaml_is_looked_at_as_well(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, HEAD + ITEM.format("What?"), "id: mills\ntitle: Mill #2\n")
    assert (found.code, found.location.line, found.location.column) == ("value-cut", 2, 13)


SIDES = (
    "<<<<<<< HEAD\n"
    + ITEM.format("What?")
    + "=======\n"
    + ITEM.format("What now?")
    + ">>>>>>> other\n"
)
MERGED = {
    "at the top": SIDES.replace("  - id: a", "  - id: a", 1),
    "with the ancestor": SIDES.replace("=======", "||||||| base\n=======", 1),
    "two of them": SIDES + SIDES,
}


@rows("items", MERGED.values(), ids=MERGED)
def test_marks_of_a_merge_are_one_sentence(tmp_path: Path, items: str) -> None:
    (found,) = found_in(tmp_path, HEAD + items)
    assert (found.code, found.location.line) == ("merge-marks", 5)
    assert "lines 5 to" in found.message


@rows("text", ["a <<<<<<< b", "=======", ">>>>>>> x"], ids=["inside", "a rule", "one end"])
def test_a_text_that_only_looks_like_them_is_left_alone(tmp_path: Path, text: str) -> None:
    found = found_in(tmp_path, HEAD + ITEM.format(f'"{text}"'))
    assert "merge-marks" not in [each.code for each in found]
