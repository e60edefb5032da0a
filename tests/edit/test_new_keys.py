"""A new key in a curator's file: below the answer, in the file's own layout, all else byte for byte."""

from pathlib import Path

import pytest

from studyguide.edit.new_keys import Addition, with_new_keys
from studyguide.errors import StudyGuideError
from studyguide.loading.load import load

HEAD = "section: 1\ntitle: A title\nsummary: Some words.\nitems:\n"
ONE, TWO = ("the lamps of Selby",), ("lamps … Selby", "walked: out")

CASES = {
    "plain": (
        "  - id: a\n    question: Why?\n    answer: Pay\n    tags: [x]  # mine\n",
        ONE,
        (
            "  - id: a\n    question: Why?\n    answer: Pay\n"
            "    evidence: the lamps of Selby\n    tags: [x]  # mine\n"
        ),
    ),
    "two quotations, one with a colon": (
        "- id: a\n  question: Why?\n  answer: Pay\n",
        TWO,
        (
            "- id: a\n  question: Why?\n  answer: Pay\n"
            '  evidence:\n    - lamps … Selby\n    - "walked: out"\n'
        ),
    ),
    "an answer in two lines": (
        (
            "  - id: a\n    question: Why?\n    answer: Pay\n      and rest\n\n  # of b\n"
            "  - id: b\n    question: Who?\n    answer: Ada\n    evidence: x y z\n"
        ),
        ONE,
        (
            "  - id: a\n    question: Why?\n    answer: Pay\n      and rest\n"
            "    evidence: the lamps of Selby\n\n  # of b\n"
            "  - id: b\n    question: Who?\n    answer: Ada\n    evidence: x y z\n"
        ),
    ),
    "an answer in a block": (
        "  - id: a\n    question: Why?\n    answer: >\n      Pay\n      and rest\n    note: yes\n",
        ONE,
        (
            "  - id: a\n    question: Why?\n    answer: >\n      Pay\n      and rest\n"
            "    evidence: the lamps of Selby\n    note: yes\n"
        ),
    ),
    "a list in lines": (
        "  - id: a\n    answer:\n      - one\n      - two # second\n    question: Which two?\n",
        ONE,
        (
            "  - id: a\n    answer:\n      - one\n      - two # second\n    question: Which two?\n"
            "    evidence: the lamps of Selby\n"
        ),
    ),
    "a list in brackets over two lines": (
        "  - id: a\n    question: Which two?\n    answer: [one,\n      two]\n",
        ONE,
        (
            "  - id: a\n    question: Which two?\n    answer: [one,\n      two]\n"
            "    evidence: the lamps of Selby\n"
        ),
    ),
    "braces": (
        "  - {id: a, question: Why?, answer: 'Pay }'}\n",
        TWO,
        (
            "  - {id: a, question: Why?, answer: 'Pay }', "
            'evidence: [lamps … Selby, "walked: out"]}\n'
        ),
    ),
    "braces over lines": (
        "  - {id: a, question: Why?,\n     answer: Pay}\n  - {id: b, term: x, definition: y}\n",
        ONE,
        (
            "  - {id: a, question: Why?,\n     answer: Pay, evidence: the lamps of Selby}\n"
            "  - {id: b, term: x, definition: y}\n"
        ),
    ),
    "lines that end as on Windows": (
        "  - id: a\r\n    question: Why?\r\n    answer: Pay\r\n    tags: [x]\r\n",
        ONE,
        (
            "  - id: a\r\n    question: Why?\r\n    answer: Pay\r\n"
            "    evidence: the lamps of Selby\r\n    tags: [x]\r\n"
        ),
    ),
    "no line end at the end": (
        "  - id: a\n    question: Why?\n    answer: Pay",
        ONE,
        "  - id: a\n    question: Why?\n    answer: Pay\n    evidence: the lamps of Selby",
    ),
    "a comment between": (
        "  - id: a\n    question: Why?\n    # ask again\n    answer: Pay\n    # no note\n",
        ONE,
        (
            "  - id: a\n    question: Why?\n    # ask again\n    answer: Pay\n"
            "    evidence: the lamps of Selby\n    # no note\n"
        ),
    ),
}


def folder_with(tmp_path: Path, items: str) -> Path:
    (tmp_path / "deck.yaml").write_text("id: a\ntitle: A\n", encoding="utf-8")
    (tmp_path / "1-a.yaml").write_bytes((HEAD + items).encode())
    return tmp_path


@pytest.mark.parametrize(("items", "values", "wanted"), CASES.values(), ids=CASES)
def test_a_key_is_added(tmp_path: Path, items: str, values: tuple[str, ...], wanted: str) -> None:
    deck, _ = load(folder_with(tmp_path, items))
    assert deck
    item = next(each for each in deck.items if each.id.value == "a")
    text = with_new_keys(item.file, [Addition(item, "evidence", values)])
    assert text == (HEAD + wanted)
    folder_with(tmp_path, text.removeprefix(HEAD))
    again, findings = load(tmp_path)
    assert again
    assert [each for each in findings if each.item == "a"] == []
    found = next(each for each in again.items if each.id.value == "a")
    assert tuple(each.value for each in found.evidence) == values


def test_all_items_of_a_file_at_once_and_a_comment(tmp_path: Path) -> None:
    items = "".join(f"  - id: i{n}\n    term: t{n}\n    definition: d\n\n" for n in range(3))
    deck, _ = load(folder_with(tmp_path, items))
    assert deck
    additions = [Addition(item, "evidence", ONE, "look") for item in reversed(deck.items)]
    text = with_new_keys(deck.items[0].file, additions)
    for n in range(3):
        lines = f"    definition: d\n    evidence: {ONE[0]}\n    # look\n\n"
        assert f"    term: t{n}\n{lines}" in text


def test_an_item_that_is_not_there_is_refused(tmp_path: Path) -> None:
    deck, _ = load(folder_with(tmp_path, "  - id: a\n    term: t\n    definition: d\n"))
    assert deck
    item = deck.items[0]
    stranger = item._replace(id=item.id._replace(start=0))
    with pytest.raises(StudyGuideError, match="cannot be edited"):
        with_new_keys(item.file, [Addition(stranger, "evidence", ONE)])
