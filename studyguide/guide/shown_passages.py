"""The passages of items as guide and cards show them, where the rights of the text allow it."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from studyguide.deck.deck import Deck
from studyguide.lock.lock import Lock, Place
from studyguide.source.paragraphs import Sentence
from studyguide.source.section import SourceSection
from studyguide.source.source import Source


class Excerpt(NamedTuple):
    """The text of a passage, one line a paragraph, with […] where sentences are left out.

    `mark` changes whenever the text does. It is made of the whole section, since a digest of few
    sentences could be guessed by trying. `places` are its sentences, as words of the section.
    """

    text: str
    mark: str
    places: tuple[Place, ...] = ()


def excerpts_of(deck: Deck, lock: Lock, source: Source) -> dict[str, Excerpt]:
    """Give, by its id, the passage of each item in use; the lock must be of a check against it."""
    digest = cache(_raw_digest)
    excerpts: dict[str, Excerpt] = {}
    for item in deck.items:
        places = lock.items[item.id.value].places
        section = source.sections.get(item.section)
        if section and places and item.retired is None:
            mark = sha256(f"{digest(section)} {places}".encode()).hexdigest()[:16]
            shown = _sentences(section, places)
            runs = tuple(Place("", each.first, each.last) for each in shown)
            excerpts[item.id.value] = Excerpt(_text(section, shown), mark, runs)
    return excerpts


def shown_with(lock: Lock, excerpts: Mapping[str, Excerpt], now: int) -> Lock:
    """Give the lock with a later time for each item beside which another passage is shown now."""
    items = dict(lock.items)
    for id, receipt in lock.items.items():
        mark = excerpts[id].mark if id in excerpts else ""
        if receipt.passage != mark:
            modified = max(now, receipt.modified + 1)
            items[id] = receipt._replace(passage=mark, modified=modified)
    return lock._replace(items=items)


def _raw_digest(section: SourceSection) -> str:
    blocks = "\n".join(section.text[start:end] for start, end, *_ in section.blocks)
    return sha256(blocks.encode("utf-8", "surrogatepass")).hexdigest()


def _sentences(section: SourceSection, places: tuple[Place, ...]) -> list[Sentence]:
    return sorted(
        {section.sentence_of(word) for place in places for word in (place.first, place.last - 1)}
    )


def _text(section: SourceSection, sentences: list[Sentence]) -> str:
    shown = _words(section, sentences[0])
    for before, sentence in pairwise(sentences):
        shown += _between(section, before, sentence) + _words(section, sentence)
    return shown


def _words(section: SourceSection, sentence: Sentence) -> str:
    return " ".join(section.text[sentence.start : sentence.end].split())


def _between(section: SourceSection, before: Sentence, sentence: Sentence) -> str:
    if section.paragraph_of(before.first) is not section.paragraph_of(sentence.first):
        return "\n"
    return " " if before.last == sentence.first else " […] "
