"""From folders to files: load, check, compose, write. Each step's work is done elsewhere."""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.check.check import Report, check, unreadable
from studyguide.check.examine import is_text_of
from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.load.load import load, load_source
from studyguide.lock.lock import open_lock, save_lock
from studyguide.source.source import Source, read
from studyguide.system.atomic import replacing
from studyguide.system.garbage import paused

if TYPE_CHECKING:
    from studyguide.anki.write import NoteType
    from studyguide.guide.excerpts import Excerpt
    from studyguide.guide.guide import Guide
    from studyguide.lock.lock import Lock
    from studyguide.printing.cutout.imposition import Sheet
    from studyguide.printing.press.layout import Layout
    from studyguide.templates import Templates

Say = Callable[[str], None]
"""Tells whoever watches what is being done."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Where source texts may lie: as told by an option, and by the environment.

    `for_one` says that only one deck is asked for, so that an option can only mean that one.
    """

    option: Path | None
    environment: Path | None
    for_one: bool

    @classmethod
    def told(cls, option: Path | None, environment: Mapping[str, str], decks: int) -> "Texts":
        """Take `--source` and `STUDYGUIDE_SOURCE` as given for so many decks."""
        named = environment.get("STUDYGUIDE_SOURCE")
        return cls(option, Path(named) if named else None, decks == 1)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one deck: the check's report, the text it was held against, files written."""

    folder: Path
    report: Report
    text: Path | None
    source: Source | None = None
    written: tuple[Path, ...] = ()


def check_folder(folder: Path, texts: Texts, say: Say) -> Result:
    """Check the deck in a folder and write its lock if receipts were renewed."""
    result = _check(folder, texts, say)
    if result.text and result.report.deck:
        save_lock(result.report.lock, folder / "deck.lock")
    return result


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of a deck: how its guide is laid out, its cards are cut, and so on.

    `passages` shows the passage of every item, as a `deck.yaml` with `passages: yes` does;
    `attach` puts the Anki deck into the PDF.
    """

    layout: "Layout"
    sheet: "Sheet"
    passages: bool = False
    attach: bool = False


def build_folder(folder: Path, texts: Texts, order: Order, say: Say) -> Result:
    """Check the deck in a folder; if nothing is wrong, write deck, guide and cards into `./dist`.

    The cards are laid out in a process of their own meanwhile. A text that does not fit its card is
    a finding, and keeps the cards alone from being written; a character that the faces lack keeps
    both PDFs from it.
    """
    from studyguide.anki import lock_entries
    from studyguide.anki.write import note_types
    from studyguide.guide.excerpts import shown_with
    from studyguide.guide.guide import compose
    from studyguide.printing.cutout.findings import findings_of
    from studyguide.printing.cutout.pdf import write_cards
    from studyguide.printing.press import missing_glyphs as glyph_findings
    from studyguide.system.process import in_background
    from studyguide.templates import Templates

    result = check_folder(folder, texts, say)
    deck, lock = result.report.deck, result.report.lock
    if result.report.errors or not deck:
        return result
    templates = Templates.of(folder)
    types = note_types(deck.id, templates)
    refusals = tuple(lock_entries.note_types_keep_their_shape(types, lock, deck.file.at(0)))
    if refusals:
        return _with(result, refusals)
    excerpts = _excerpts(result, wanted=order.passages or deck.passages)
    lock = shown_with(lock, excerpts, now())
    lock = lock_entries.stamped(lock, compose(deck, lock, excerpts), types, now())
    save_lock(lock, folder / "deck.lock")
    guide = compose(deck, lock, excerpts)
    package, cards = (Path("dist", f"{deck.id}{ending}") for ending in (".apkg", "-cards.pdf"))
    result = _with(result, glyph_findings.findings_of(deck, excerpts))
    if order.layout.only_key:
        if result.report.errors:
            return result
        return replace(result, written=(_print(guide, templates, order, say),))
    if result.report.errors:
        _pack(guide, types, lock, package, say)
        return replace(result, written=(package,))
    with in_background(write_cards, guide, templates, order.sheet, cards) as misfits:
        _pack(guide, types, lock, package, say)
        printed = _print(guide, templates, order, say)
        say(f"writing {cards}")
        result = _with(result, findings_of(deck, misfits(), order.sheet))
    written = (package, printed) if result.report.errors else (package, printed, cards)
    return replace(result, written=written)


def _with(result: Result, more: Iterable[Finding]) -> Result:
    """Add to what the check of a deck has found."""
    report = result.report
    found = (replace(each, deck=report.deck.id) for each in more if report.deck)
    findings = tuple(sorted((*report.findings, *found)))
    return replace(result, report=replace(report, findings=findings))


def _pack(
    guide: "Guide", types: "tuple[NoteType, NoteType]", lock: "Lock", path: Path, say: Say
) -> None:
    """Write the deck for Anki."""
    from studyguide.anki.write import write_package

    say(f"writing {path}")
    with replacing(path) as beside:
        write_package(guide, types, lock, beside)


def _print(guide: "Guide", templates: "Templates", order: Order, say: Say) -> Path:
    """Write the guide, or its key alone, and tell where."""
    from studyguide.printing.press import pdf

    path = Path("dist", f"{guide.id}-key.pdf" if order.layout.only_key else f"{guide.id}.pdf")
    package = Path("dist", f"{guide.id}.apkg") if order.attach else None
    say(f"writing {path}")
    with replacing(path) as beside:
        pdf.write_guide(guide, templates, replace(order.layout, attached=package), beside)
    return path


def _excerpts(result: Result, *, wanted: bool) -> "dict[str, Excerpt]":
    """Give the passages to be shown. Raises `StudyGuideError` without the text that has them."""
    from studyguide.guide.excerpts import excerpts_of

    deck, source = result.report.deck, result.source
    if not wanted or deck is None:
        return {}
    if source is None:
        raise StudyGuideError(
            f"to show passages, {result.folder} needs its source text: name it with --source FILE"
        )
    return excerpts_of(deck, result.report.lock, source)


def now() -> int:
    """Give the current second, or what `SOURCE_DATE_EPOCH` says it is."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(told) if told.isdecimal() and len(told) < 12 else int(time.time())


def _check(folder: Path, texts: Texts, say: Say) -> Result:
    say(f"reading {folder}")
    deck, loaded = load(folder)
    with paused():
        lock = open_lock(folder / "deck.lock")
        if deck is None:
            return Result(folder, unreadable(loaded, lock), None)
        path, source = find_source(deck, texts)
        say(f"checking {len(deck.items)} items of {folder}")
        return Result(folder, check(deck, loaded, source, lock, now()), path, source)


def find_source(deck: Deck, texts: Texts) -> tuple[Path | None, Source | None]:
    """Read the first text that is this deck's; a text given for several decks may be another's."""
    own = deck.folder / "source.txt"
    candidates = (
        (texts.option, texts.for_one),
        (texts.environment, False),
        (own if own.is_file() else None, True),
    )
    openings = {number: text.value for number, text in deck.openings}
    for path, is_surely in candidates:
        if path is not None:
            source = read(load_source(path), openings)
            if is_surely or is_text_of(deck, source):
                return path, source
    return None, None
