"""New items at the end of a section file, all else byte for byte."""

from pathlib import Path

import pytest

from studyguide.edit.new_items import with_new_items
from studyguide.errors import StudyGuideError
from studyguide.loading.load import load

HEAD = "section: 1\ntitle: A title\nsummary: Some words.\n"
NEW = ["  - id: new", "    term: t", "    definition: d", "    evidence: x y z"]
ITEM = "  - id: a\n    term: a\n    definition: b\n    evidence: x y z\n"

CASES = {
    "after one": (HEAD + "items:\n" + ITEM, HEAD + "items:\n" + ITEM + "\n"),
    "an empty list": (HEAD + "items: []\n", HEAD + "items:\n"),
    "nothing yet, and a comment": (HEAD + "items:  # none yet\n", HEAD + "items: # none yet\n"),
    "no line end": ((HEAD + "items:\n" + ITEM).rstrip(), HEAD + "items:\n" + ITEM + "\n"),
    "blank lines at the end": (HEAD + "items:\n" + ITEM + "\n\n", HEAD + "items:\n" + ITEM + "\n"),
}


def opened(tmp_path: Path, text: str):
    (tmp_path / "deck.yaml").write_text("id: a\ntitle: A\n", encoding="utf-8")
    (tmp_path / "1-a.yaml").write_bytes(text.encode())
    deck, findings = load(tmp_path)
    assert deck
    return deck, findings


@pytest.mark.parametrize(("before", "kept"), CASES.values(), ids=CASES)
def test_an_item_is_added(tmp_path: Path, before: str, kept: str) -> None:
    deck, _ = opened(tmp_path, before)
    text = with_new_items(deck.sections[0].file, [NEW])
    assert text == kept + "\n".join(NEW) + "\n"
    again, findings = opened(tmp_path, text)
    assert not findings
    assert again.items[-1].id.value == "new"


def test_dashes_stand_where_they_stood(tmp_path: Path) -> None:
    deck, _ = opened(tmp_path, HEAD + "items:\n" + ITEM.replace("\n  ", "\n").removeprefix("  "))
    assert "\n- id: new\n  term: t\n" in with_new_items(deck.sections[0].file, [NEW, NEW])


def test_what_follows_the_items_stays_behind_them(tmp_path: Path) -> None:
    deck, _ = opened(tmp_path, f"section: 1\nitems:\n{ITEM}title: A title\nsummary: Some words.\n")
    text = with_new_items(deck.sections[0].file, [NEW])
    assert text.index("id: new") < text.index("title: A title")
    assert len(opened(tmp_path, text)[0].items) == 2


def test_items_in_brackets_are_refused(tmp_path: Path) -> None:
    deck, _ = opened(tmp_path, HEAD + "items: [{id: a, term: b, definition: c, evidence: x y z}]\n")
    with pytest.raises(StudyGuideError, match="cannot be edited"):
        with_new_items(deck.sections[0].file, [NEW])
