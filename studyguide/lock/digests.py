"""Digests: how one state of an item, or one edition of a text, is told from another."""

import json
from hashlib import sha256

from studyguide.deck.deck import Deck, Part, Section
from studyguide.deck.item import Image, Item
from studyguide.deck.marked import Marked, written
from studyguide.lock.lock import Edition
from studyguide.source.source import Source


def edition_of(source: Source) -> Edition:
    """Tell a text by digests, whole and per section."""
    digests = {str(number): section.digest for number, section in source.sections.items()}
    return Edition(source.digest, source.words, digests, source.raw, source.outside)


def sections_that_differ(source: Source, edition: Edition) -> list[int]:
    """List the sections in which a text is another edition than the one that was checked."""
    digests = edition_of(source).sections
    numbers = {*digests, *edition.sections}
    return sorted(
        int(number) for number in numbers if digests.get(number) != edition.sections.get(number)
    )


def content_digest(item: Item) -> str:
    """Digest all of an item that a check looks at."""
    return _digest(
        item.kind,
        item.section,
        item.prompt.value,
        [answer.value for answer in item.answers],
        item.is_list,
        [quotation.value for quotation in item.evidence],
        [[key.value, value.value] for key, value in item.wording],
        _extras(item),
    )


def head_digest(head: Section | Part) -> str:
    """Digest all that a check looks at in a section's title and summary, or in a part of the whole."""
    if isinstance(head, Part):
        return _digest(head.key, head.titles, [text.value for text in head.texts])
    section = head
    return _digest(section.number, section.title.value, section.summary.value)


def terms_digest(deck: Deck) -> str:
    """Digest all that goes for every item of a deck and that a check looks at."""
    aliases = [[key.value, value.value] for key, value in deck.aliases]
    return _digest(aliases, deck.language, deck.author, deck.work, deck.quotation.run)


def shown_digest(item: Item, deck: Deck, citation: str) -> str:
    """Digest all of an item that a learner sees on its cards."""
    titles = [section.title.value for section in deck.sections if section.number == item.section]
    return _digest(
        item.kind,
        item.section,
        titles,
        deck.author,
        deck.work,
        item.prompt.value,
        [answer.value for answer in item.answers],
        item.is_list,
        _extras(item),
        citation,
        *(["math"] if deck.math else []),
        *_markup(item),
    )


def _markup(item: Item) -> list[list[str]]:
    """Give the texts as they are written, if some have markup: what a check looks at is their words."""
    texts = [text.value for text in item.texts()]
    return [[written(text) for text in texts]] if any(isinstance(t, Marked) for t in texts) else []


def _extras(item: Item) -> list[object]:
    more = [
        *(["asked", *_of_image(item.asked_picture)] if item.asked_picture else []),
        *(["sound", item.sound.digest, item.sound.path.suffix] if item.sound else []),
    ]
    return [
        *more,
        item.note.value if item.note else "",
        [tag.value for tag in item.tags],
        _of_image(item.image) if item.image else [],
        item.reverse,
        item.typed,
        item.retired.value if item.retired else "",
    ]


def _of_image(image: Image) -> list[str]:
    return [image.digest, image.path.suffix, image.alt]


def _digest(*parts: object) -> str:
    return sha256(_json(parts).encode()).hexdigest()[:32]


_json = json.JSONEncoder(ensure_ascii=False).encode
