"""Twice the input takes at most two and a half times as long, or is refused by a limit that says so."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.cli import report
from studyguide.deck import cloze
from studyguide.loading.value_limits import CODES
from studyguide.releases.plan import plain
from studyguide.workflows.check import Texts, check_folder
from tests.torture.growth import is_linear

pytestmark = pytest.mark.torture

MOST_SECONDS = 5.0
"""What no limit may let through."""

DECK = (
    "id: mills\ntitle: Mills\nauthor: A\nwork: W\nlanguage: en\nrights: R\n"
    "quotation: {share: 1, run: 15}\n"
)
SOURCE = "1. The mill has 40 stones. Ada Kestrel built the mill in 1912 near Dunmere.\n\n"
HEAD = "section: 1\ntitle: Title\nsummary: The mill.\nitems:\n"
ITEM = "  - id: {}\n    question: {}\n    answer: {}\n    evidence: The mill has 40 stones\n"
ASKED = "How many stones has the mill?"
Shape = Callable[[int], dict[str, str]]


def text(part: str) -> Shape:
    return lambda count: {"source.txt": SOURCE + part * count}


def of_deck(line: str, part: str) -> Shape:
    return lambda count: {
        "deck.yaml": DECK + line.replace("@", ", ".join(part.replace("#", str(n)) for n in range(count)))
    }  # fmt: skip


def of_item(line: str, part: str, between: str = ", ", question: str = ASKED, answer: str = "'40'") -> Shape:  # fmt: skip
    def files(count: int) -> dict[str, str]:
        filled = between.join(part.replace("#", str(n)) for n in range(count))
        item = ITEM.format("one", question, answer) + f"    {line}\n"
        return {"1-a.yaml": HEAD + item.replace("@", filled)}

    return files


def items(question: str) -> Shape:
    return lambda count: {
        "1-a.yaml": HEAD + "".join(ITEM.format(f"i{n}", question.replace("#", str(n)), "'40'") for n in range(count))
    }  # fmt: skip


def marked(part: str, before: str = "") -> Shape:
    def files(count: int) -> dict[str, str]:
        item = ITEM.format("one", ASKED, "'40'")
        lines = (before + part * count).replace("\n", "\n      ")
        note = f"    note: |\n      {lines}\n"
        return {"deck.yaml": DECK + "markup: yes\n", "1-a.yaml": HEAD + item + note}

    return files


SHAPES: dict[str, tuple[int, Shape]] = {
    "denials": (12_000, text("not ")),
    "denials of the item's word": (12_000, text("not stones ")),
    "exceptions without an end": (4_000, text("except the mill than slower ")),
    "turns of speech": (1_400, of_item("", "above all", " ", answer="@")),
    "denials asked for": (1_400, of_item("", "not", " ", question="Has the mill @ 40 stones?")),
    "a number asked for": (1_400, of_item("", "40", " ", question="Has the mill @ stones?")),
    "short sentences": (20_000, text("A. ")),
    "short forms": (20_000, text("e.g. Mr. Smith ")),
    "emphasis opened": (30_000, marked("*a ")),
    "emphasis opened, closed otherwise": (30_000, marked("**a*")),
    "emphasis closed": (30_000, marked("b*", "*a " * 20)),
    "brackets opened": (30_000, marked("[a")),
    "code opened": (5_000, marked("```\n", "```\n~~~\n")),
    "tables begun": (5_000, marked("|a\n|-\n")),
    "formulas opened": (30_000, marked(r"\(")),
    "no end of a sentence": (25_000, text("the mill ")),
    "exclamation marks": (300_000, text("!")),
    "closing brackets": (300_000, text("x.)")),
    "names": (60_000, text("and Ada ")),
    "entries of a list": (20_000, text("• b\n")),
    "paragraphs": (10_000, text("\n\nThe mill.")),
    "figures": (300_000, text("7")),
    "aliases": (2_400, of_deck("aliases: {@}\n", "a#: b#")),
    "more aliases than may be": (50_000, of_deck("aliases: {@}\n", "a#: b#")),
    "uncovered": (2_400, of_deck("uncovered: {@}\n", "'¶#': because")),
    "wordings": (100, of_item("wording: {@}", "w#: the mill")),
    "more wordings than may be": (50_000, of_item("wording: {@}", "w#: the mill")),
    "answers": (100, of_item("", "a#", answer="[@]")),
    "more answers than may be": (50_000, of_item("", "a#", answer="[@]")),
    "wordings of words asked": (60, of_item("wording: {@}", "w#a: the mill has stones", question=" ".join(f"w{n}a" for n in range(120)))),
    "figures in a question": (1_400, of_item("", "3", " ", question="Name the @", answer="[a, b]")),
    "marks of a comment": (4_000, of_item("@", "# a", " ")),
    "pictures that are missing": (700, lambda count: {"1-a.yaml": HEAD + "".join(ITEM.format(f"i{n}", f"How many w{n} has it?", "'40'") + f"    image: m{n}.png\n    alt: a\n" for n in range(count))}),
    "old ids": (100, of_item("was: [@]", "x#")),
    "words of a question": (1_400, of_item("", "w#", " ", question="@")),
    "lengths of time of an answer": (800, of_item("", "3 weeks", " ", answer="@")),
    "prices of an answer": (700, of_item("", "3 Euro 80", " ", answer="@")),
    "words of an answer that change places": (1_400, lambda count: of_item("", "#a", " ", answer="@")(count) | {"source.txt": SOURCE + " ".join(f"{n}a" for n in reversed(range(count)))}),
    "questions of a question": (1_100, of_item("", "who built", " ", question="Who @?")),
    "denials of an answer and its passage": (900, lambda count: of_item("", "not stones", " ", answer="@")(count) | {"source.txt": SOURCE[:-3] + " than" + " not stones" * count}),
    "what is before, and after in the text": (350, lambda count: of_item("", "before #a", " ", answer="@")(count) | {"source.txt": "1. The mill has 40 stones" + "".join(f" after {n}a" for n in range(count)) + ".\n"}),
    "figures set beside each other": (4_000, lambda count: {"source.txt": "1. The mill has 40 stones" + " while boys" * count + ".\n"}),
    "words of an answer": (1_400, of_item("", "w#", " ", answer="@")),
    "megabytes of an answer": (1_000_000, of_item("", "w#", " ", answer="@")),
    "megabytes of a note": (1_000_000, of_item("note: @", "ab", " ")),
    "items": (700, items("How many w# x# has the mill?")),
    "items alike": (700, items(ASKED)),
    "lines without an end": (300_000, lambda count: {"1-a.yaml": HEAD + ITEM.format("one", ASKED, "'40'") + "\n" * count}),
    "signs of code alone": (1_500, lambda count: {"deck.yaml": DECK + "markup: yes\n", "source.txt": "1. The mill has 40 stones " + "a > b, c < d, " * count + ".\n", "1-a.yaml": HEAD + ITEM.format("one", ASKED, "'" + "`>` " * count + "'")}),
    "lines of code": (400, lambda count: {"deck.yaml": DECK + "markup: yes\n", "source.txt": "1. The mill has 40 stones " + "a[i] = b[j]; " * count + ".\n", "1-a.yaml": HEAD + ITEM.format("one", ASKED, "|\n      ```\n" + "".join(f"      a[j] = b[{n}];\n" for n in range(count)) + "      ```")}),
    "rows of a table": (900, lambda count: {"deck.yaml": DECK + "markup: yes\n", "1-a.yaml": HEAD + ITEM.format("one", ASKED, "|\n      | a | b |\n      |---|---|\n" + "".join(f"      | s{n} | {n} |\n" for n in range(count)))}),
    "slips": (2_000, lambda count: {"1-a.yaml": HEAD + "  - id: a\n    question: a: b\n" * count}),
}  # fmt: skip


def seconds(folder: Path, files: dict[str, str]) -> tuple[float, bool]:
    """Check a deck and print its findings; tell how long that took, and whether a limit was met."""
    good = {"deck.yaml": DECK, "source.txt": SOURCE, "1-a.yaml": HEAD + ITEM.format("one", ASKED, "'40'")}  # fmt: skip
    for name, content in (good | files).items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "deck.lock").unlink(missing_ok=True)
    begun = time.process_time()
    result = check_folder(folder, Texts(None, None, for_one=True), lambda _: None)
    report.as_json([result])
    for _ in report.as_text([result], lambda text, **_: str(text), long=True):
        pass
    is_refused = any(finding.code in CODES for finding in result.report.findings)
    return time.process_time() - begun, is_refused


@pytest.mark.parametrize(("count", "shape"), SHAPES.values(), ids=SHAPES)
def test_twice_as_much_takes_little_more_than_twice_as_long(
    tmp_path: Path, count: int, shape: Shape
) -> None:
    found: list[tuple[float, bool]] = []

    def taken(count: int) -> float:
        found.append(seconds(tmp_path, shape(count)))
        return found[-1][0]

    seconds(tmp_path, {})
    is_small = is_linear(taken, count)
    assert min(found[1::2])[0] < MOST_SECONDS
    assert is_small or found[-1][1]


FIELDS = ("{{c1::", "{{c1::a::b}}", "}}", "<", "<b>", "&", "&#9", '<img src="', "[", "::", "\\(", "a ")  # fmt: skip


@pytest.mark.parametrize("part", FIELDS)
def test_fields_of_a_package_are_read_in_linear_time(part: str) -> None:
    def taken(count: int) -> float:
        begun = time.process_time()
        plain(part * count)
        cloze.parse(part * count)
        return time.process_time() - begun

    taken(10)
    assert is_linear(taken, 100_000)
