"""Decks of documents: pages where they have any, headings that count, nothing read a second time."""

from pathlib import Path

import pytest
from rich.console import Console

from studyguide.checking.explain import explain
from studyguide.coverage.report_json import as_json
from studyguide.coverage.report_page import coverage_page
from studyguide.coverage.report_table import as_table
from studyguide.source import open as opening
from studyguide.workflows.check import Texts, check_folder
from studyguide.workflows.coverage import cover_folder
from studyguide.workflows.new import new_deck
from studyguide.workflows.open import open_deck, open_item
from tests.source.readers import documents as made
from tests.table import rows

TEXTS = Texts(None, None, for_one=True)
ITEM = """\
items:
  - id: hard
    question: What do birds lay?
    answer: eggs with a hard shell
    evidence: lay eggs with a hard shell
"""


def deck_of(data: bytes, folder: Path, *, summary: str = "What they do.") -> Path:
    """Make a deck of a document, with one item in its first section."""
    document = folder / "document"
    document.write_bytes(data)
    found = new_deck(document, folder / "deck")
    first = found.files[0]
    head = first.read_text(encoding="utf-8").partition("items:")[0]
    head = head.replace("Two or three sentences in your own words.", summary)
    first.write_text(head + ITEM, encoding="utf-8")
    return found.folder


def paged() -> bytes:
    mark = '<span epub:type="pagebreak" title="{}"/>'
    pages = [
        made.page(mark.format(37), made.chapter(*made.CHAPTERS[0])),
        made.page(mark.format(38), made.chapter(*made.CHAPTERS[1])),
    ]
    return made.epub(*pages)


def checked(folder: Path) -> list[str]:
    """Check a deck, and tell what was found; its items' receipts are written."""
    result = check_folder(folder, TEXTS, lambda _: None)
    return [finding.code for finding in result.report.findings]


def test_pages_are_told_where_the_document_has_any(tmp_path: Path) -> None:
    folder = deck_of(paged(), tmp_path)
    checked(folder)
    assert any("§1 ¶1, p. 37: " in line for line in explain(open_item(folder, TEXTS, "hard")))
    coverage = cover_folder(folder, TEXTS, lambda _: None)
    assert [part.page for part in coverage.paragraphs] == ["37", "37", "38", "38"]
    console = Console(width=80, color_system=None)
    with console.capture() as capture:
        console.print(as_table(coverage))
    assert "¶1 p. 37" in capture.get()
    assert '"page": "38"' in as_json([coverage])
    assert "p. 38" in coverage_page(coverage, *open_deck(folder, TEXTS))


def test_pages_are_told_without_the_text(tmp_path: Path) -> None:
    folder = deck_of(paged(), tmp_path)
    checked(folder)
    (folder / "source.epub").unlink()
    coverage = cover_folder(folder, TEXTS, lambda _: None)
    assert [(part.label, part.page) for part in coverage.paragraphs] == [("¶1", "37")]


HEADED = {
    "a name of the heading": ("What Gorbachev did.", []),
    "a number of the heading": ("What 1989 brought.", []),
    "a name of neither": ("What Yeltsin did.", ["summary-name"]),
}


@rows(("summary", "codes"), HEADED.values(), ids=HEADED)
def test_a_summary_may_name_what_its_heading_names(
    tmp_path: Path, summary: str, codes: list[str]
) -> None:
    chapters = (("Under Gorbachev, 1989", made.CHAPTERS[0][1]), made.CHAPTERS[1])
    data = made.page(*(made.chapter(*each) for each in chapters)).encode()
    found = [
        code
        for code in checked(deck_of(data, tmp_path, summary=summary))
        if "name" in code or "number" in code
    ]
    assert found == codes


def test_an_unchanged_document_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = deck_of(paged(), tmp_path)
    first = checked(folder)
    read = []
    monkeypatch.setattr(opening, "_document", lambda path, _: read.append(path))
    assert checked(folder) == first
    assert read == []
    text = (folder / "deck.yaml").read_text(encoding="utf-8")
    (folder / "deck.yaml").write_text(
        text.replace('1: "Of Birds"', '1: "Most birds"'), encoding="utf-8"
    )
    with pytest.raises(AttributeError):
        checked(folder)
    assert read == [folder / "source.epub"]
