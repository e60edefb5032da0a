"""From a file of cards to drafts with a verdict, and from those to items in a deck's folder."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from studyguide.anchor.word_index import Index
from studyguide.deck.deck import Deck, Quotation
from studyguide.deck.file import File, Text
from studyguide.drafts.draft import draft_of
from studyguide.drafts.ids import Ids
from studyguide.drafts.judge import Bench, Judged
from studyguide.drafts.readers.card import Card
from studyguide.drafts.readers.field_names import Role, roles
from studyguide.drafts.readers.formats import read_cards
from studyguide.drafts.readers.records import lines_of, read_lines
from studyguide.drafts.writing import Written, write
from studyguide.errors import StudyGuideError
from studyguide.evidence.passage import locate
from studyguide.language.language import Language
from studyguide.source.document_language import language_in
from studyguide.source.source import Source
from studyguide.system import files
from studyguide.workflows.check import Texts
from studyguide.workflows.interface import read_source
from studyguide.workflows.new import Made, new_deck
from studyguide.workflows.open import open_unfinished

IMPORTED = "imported.json"
"""What a deck remembers of the cards that were imported into it: a mark of each, and its item's id."""

_LARGEST_MEMORY = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported: a file of cards, or `-`; the text; a deck's folder, if any."""

    cards: str
    texts: Texts
    into: Path | None
    mapped: Mapping[str, Role]


def mapping(told: Iterable[str]) -> dict[str, Role]:
    """Read `Field=answer`, as often as told. Raises `StudyGuideError` for what is none of that."""
    known: dict[str, Role] = {role: role for role in roles()}  # type: ignore[misc]
    found: dict[str, Role] = {}
    for each in told:
        name, mark, role = each.rpartition("=")
        if not mark or not name or role not in known:
            raise StudyGuideError(
                f"`{each}` maps nothing: write Field=ROLE, one of {', '.join(known)}"
            )
        found[name] = known[role]
    return found


def made_for(order: Order) -> Made | None:
    """Make the deck that is to get the items, if its folder is not there, of the text that is named."""
    if order.into is None or order.texts.option is None or os.path.lexists(order.into):
        return None
    if order.cards != "-":
        read_cards(Path(order.cards))  # nothing is made for cards that cannot be read
    return new_deck(order.texts.option, order.into)


def bench(order: Order) -> Bench:
    """Lay out what drafts are judged by. Raises `StudyGuideError` where deck or text will not do."""
    name = "stdin" if order.cards == "-" else order.cards
    if order.into is None:
        if order.texts.option is None:
            raise StudyGuideError("say which text the cards are about: --source FILE")
        return loose_bench(read_source(order.texts.option), name)
    deck, source = open_unfinished(order.into, order.texts)
    index = Index(source, Language(deck.language))
    known = _imported(order.into)
    there = {item.id.value for item in deck.items}
    ids = Ids(deck.items, index.language, {mark: id for mark, id in known.items() if id in there})
    laid_out = Bench(deck, index, ids, name)
    for item in deck.items:
        section = source.sections.get(item.section)
        if section and (passage := locate(item, section, index.language)):
            laid_out.shown.add(item.section, [run for runs in passage.quotations for run in runs])
    return laid_out


def loose_bench(source: Source, name: str, language: str | None = None) -> Bench:
    """Lay out what drafts are judged by that are only to be held against a text, for no deck.

    Where no language is told it is the document's.
    """
    language = language or language_in(source)[0] or "en"
    nothing, place = Text("", 0), File(Path("deck.yaml"), "")
    deck = Deck(Path(), place, "cards", nothing, "", "", language, "", (), Quotation(), (), ())
    index = Index(source, Language(language))
    return Bench(deck, index, Ids((), index.language, {}), name, is_deck=False)


def _imported(folder: Path) -> dict[str, str]:
    path = folder / IMPORTED
    if not files.is_file(path):
        return {}
    try:
        told = json.loads(files.read(path, _LARGEST_MEMORY, folder))
    except (ValueError, RecursionError) as error:
        raise StudyGuideError(f"{path} cannot be read: delete it, or restore it") from error
    if not isinstance(told, dict):
        raise StudyGuideError(f"{path} cannot be read: delete it, or restore it")
    return {str(mark): str(id) for mark, id in told.items()}


def cards_of(order: Order, stream: IO[str]) -> Iterator[Card]:
    """Give the cards: of the file, or of standard input, a line each."""
    return read_lines(lines_of(stream)) if order.cards == "-" else read_cards(Path(order.cards))


def judged(order: Order, laid_out: Bench, cards: Iterable[Card]) -> Iterator[Judged]:
    """Yield the verdict on each card, as soon as it is there."""
    for card in cards:
        yield laid_out.judge(draft_of(card, order.mapped))


@dataclass(slots=True)
class Counts:
    """How many drafts there were of each verdict, were there already, were refused; what was not taken."""

    verdicts: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    more: Counter[str] = field(default_factory=Counter)
    known: int = 0
    refused: int = 0

    def add(self, each: Judged) -> None:
        """Count one."""
        self.verdicts[each.verdict] += 1
        self.left.update(each.draft.left)
        self.more.update(each.draft.more)
        self.known += bool(each.known)
        self.refused += not each.is_taken and not each.known


def write_items(order: Order, laid_out: Bench, found: list[Judged]) -> Written:
    """Write what is taken into the deck's files, and what is refused beside them."""
    assert order.into
    return write(order.into, order.cards, laid_out, found, IMPORTED)
