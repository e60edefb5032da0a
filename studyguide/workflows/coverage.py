"""From a deck's folder to what it covers of its source, and to the page that shows it."""

from pathlib import Path

from studyguide.coverage.by_receipts import cover_by_receipts
from studyguide.coverage.coverage import Coverage, cover
from studyguide.coverage.report_page import coverage_page
from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.language.language import Language
from studyguide.loading.load import load_whole
from studyguide.lock.on_disk import open_lock
from studyguide.source.source import Source
from studyguide.system.atomic import replacing
from studyguide.workflows.check import Say, Texts, find_source


def cover_folder(folder: Path, texts: Texts, say: Say) -> Coverage:
    """Tell what the deck in a folder asks about; by its receipts where its text is not at hand."""
    deck, source = _read(folder, texts, say)
    if source is None:
        return cover_by_receipts(deck, open_lock(folder / "deck.lock"))
    return cover(deck, source, Language(deck.language), deck.uncovered)


def cover_on_page(folder: Path, texts: Texts, say: Say) -> Coverage:
    """Do the same, and write the page, which shows the source text, into `./dist`."""
    deck, source = _read(folder, texts, say)
    if source is None:
        raise StudyGuideError(f"the page shows the source text of {folder}: name it with --source")
    coverage = cover(deck, source, Language(deck.language), deck.uncovered)
    html = coverage_page(coverage, deck, source)
    say(f"writing {page_path(coverage)}")
    with replacing(page_path(coverage), Path()) as beside:
        beside.write_text(html, encoding="utf-8")
    return coverage


def page_path(coverage: Coverage) -> Path:
    """Tell where the page is written: below `./dist`, which is never committed."""
    return Path("dist", f"{coverage.deck}-coverage.html")


def _read(folder: Path, texts: Texts, say: Say) -> tuple[Deck, Source | None]:
    say(f"reading {folder}")
    deck = load_whole(folder)
    return deck, find_source(deck, texts)[1]
