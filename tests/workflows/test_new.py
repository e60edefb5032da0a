"""A deck's folder is made of a document whole, or not at all; nothing of the document steers it."""

import os
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.loading.load import load
from studyguide.source.open import open_source
from studyguide.source.outline import UNCUT, as_text
from studyguide.workflows.new import new_deck
from tests.table import rows

TITLES = {
    "a path": "../../etc/passwd",
    "yaml": 'x"\nid: evil',
    "turned": "a\u202eb\x1b[31m",
    "nothing": "…",
    "long": "word " * 900,
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_names_a_folder_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    monkeypatch.chdir(tmp_path)
    page = f"<html lang='en: x'><title>{title}</title><h1>{title}</h1><p>The mill has 40 stones."
    Path("a.html").write_text(page, encoding="utf-8")
    made = new_deck(Path("a.html"), None)
    assert {each.name for each in tmp_path.iterdir()} == {"a.html", made.folder.name}
    assert made.folder.stat().st_mode & 0o777 == 0o777 & ~_umask()
    deck, findings = load(made.folder)
    assert deck
    assert deck.id == made.folder.name
    assert [each.message for each in findings if each.is_error] == []


@rows(("folder", "id"), [("Old Mills", "old-mills"), ("x/wr", "wr"), ("…", "of-mills")])
def test_a_folder_that_was_named_names_the_deck(tmp_path: Path, folder: str, id: str) -> None:
    (tmp_path / "a.txt").write_text("Of Mills\n\nThe mill has 40 stones.\n", encoding="utf-8")
    deck, _ = load(new_deck(tmp_path / "a.txt", tmp_path / folder).folder)
    assert deck
    assert deck.id == id


def _umask() -> int:
    os.umask(known := os.umask(0))
    return known


@rows("document", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])  # fmt: skip
def test_what_is_no_file_makes_no_folder(tmp_path: Path, document) -> None:
    document(tmp_path / "a.txt")
    with pytest.raises(StudyGuideError, match="a pipe or a device"):
        new_deck(tmp_path / "a.txt", tmp_path / "deck")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("1. The mill has 40 stones.\n")
    (tmp_path / "there").mkdir()
    with pytest.raises(StudyGuideError, match="there already"):
        new_deck(tmp_path / "a.txt", tmp_path / "there")
    monkeypatch.setattr("studyguide.workflows.new._name", lambda *_: "x" * 300)
    with pytest.raises(StudyGuideError, match="cannot write"):
        new_deck(tmp_path / "a.txt", tmp_path / "deck")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "there"]


FIRST = {
    "a line of its own": ("Of Old Mills\n\nThe mill has 40 stones.\n", "Of Old Mills"),
    "a heading over chapters": ("# Of Old Mills\n\n## Stones\n\na\n\n## Wheels\n\nb\n", "Of Old Mills"),
    "a number over chapters": ("# 1874\n\n## Stones\n\na\n\n## Wheels\n\nb\n", "1874"),
    "a line above who wrote it": ("Of Old Mills\nA reader, by Ada Kestrel\n\nThe mill has 40 stones.\n", "Of Old Mills"),
    "none: a broken line without a stop": ("The old mill has\n40 stones,\n\nIt stands.\n", "a"),
    "none: a number that is a chapter": ("# 1\n\na\n\n# 2\n\nb\n", "a"),
    "none: a sentence": ("The mill has 40 stones.\n\nIt stands.\n", "a"),
    "none: a broken line": ("The old mill has\n40 stones.\n\nIt stands.\n", "a"),
    "none: a chapter": ("Chapter 1\n\nAye one.\n\nChapter 2\n\nBee two.\n", "a"),
    "none: a heading of the text": ("# Stones\n\na\n\n# Wheels\n\nb\n", "a"),
}  # fmt: skip


@rows(("text", "title"), FIRST.values(), ids=FIRST)
def test_a_document_without_a_title_is_named_after_its_first_line_or_file(
    tmp_path: Path, text: str, title: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    made = new_deck(tmp_path / "a.txt", tmp_path / "deck")
    assert made.text.read_text(encoding="utf-8") == text
    assert f'title: "{title}"' in (made.folder / "deck.yaml").read_text(encoding="utf-8")


WHOLE = {
    "nothing that cuts it": ("They burned lime in the kiln. " * 60, True),
    "a short text": ("They burned lime in the kiln.", False),
    "numbers": ("1. They burned lime.\n\n2. " + "The kiln stood by the sea. " * 60, False),
}


@rows(("text", "is_told"), WHOLE.values(), ids=WHOLE)
def test_a_text_that_nothing_cuts_is_told_what_to_write(
    tmp_path: Path, text: str, is_told: bool
) -> None:
    (tmp_path / "a.txt").write_text(text)
    told = "\n".join(new_deck(tmp_path / "a.txt", tmp_path / "deck").lines())
    shown = "\n".join(as_text(open_source(tmp_path / "a.txt")))
    assert [UNCUT in told, UNCUT in shown] == [is_told] * 2
