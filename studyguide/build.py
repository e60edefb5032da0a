"""From folders to files: load, check, compose, write. Each step's work is done elsewhere."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.atomic import replacing
from studyguide.check import Report, check, unreadable
from studyguide.collector import paused
from studyguide.deck import Deck
from studyguide.examine import is_text_of
from studyguide.load import load, load_source
from studyguide.lock import open_lock, save_lock
from studyguide.source import Source, read

if TYPE_CHECKING:
    from studyguide.cutout import Sheet
    from studyguide.pdf import Paper

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


def build_folder(folder: Path, texts: Texts, paper: "Paper", sheet: "Sheet", say: Say) -> Result:
    """Check the deck in a folder; if nothing is wrong, write deck, guide and cards into `./dist`.

    The cards are laid out in a process of their own meanwhile. A text that does not fit its card is
    a finding, and keeps the cards alone from being written.
    """
    from studyguide import anki, ledger, pdf
    from studyguide.cutout_findings import findings_of
    from studyguide.cutout_pdf import write_cards
    from studyguide.guide import compose
    from studyguide.meanwhile import meanwhile
    from studyguide.templates import Templates

    result = check_folder(folder, texts, say)
    deck, lock = result.report.deck, result.report.lock
    if result.report.errors or not deck:
        return result
    templates = Templates.of(folder)
    types = anki.note_types(deck.id, templates)
    refusals = tuple(ledger.note_types_keep_their_shape(types, lock, deck.file.at(0)))
    if refusals:
        findings = tuple(sorted((*result.report.findings, *refusals)))
        return replace(result, report=replace(result.report, findings=findings))
    lock = ledger.stamped(lock, compose(deck, lock), types, now())
    save_lock(lock, folder / "deck.lock")
    guide = compose(deck, lock)
    package, printed, cards = (
        Path("dist", f"{deck.id}{ending}") for ending in (".apkg", ".pdf", "-cards.pdf")
    )
    with meanwhile(write_cards, guide, templates, sheet, cards) as misfits:
        say(f"writing {package}")
        with replacing(package) as beside:
            anki.write_package(guide, types, lock, beside)
        say(f"writing {printed}")
        with replacing(printed) as beside:
            pdf.write_guide(guide, templates, paper, beside)
        say(f"writing {cards}")
        overfull = tuple(
            replace(each, deck=deck.id) for each in findings_of(deck, misfits(), sheet)
        )
    if not overfull:
        return replace(result, written=(package, printed, cards))
    findings = tuple(sorted((*result.report.findings, *overfull)))
    report = replace(result.report, findings=findings)
    return replace(result, report=report, written=(package, printed))


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
