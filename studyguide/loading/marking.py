"""Read the light markup of a deck that says `markup: yes`: its texts become plain words, set somehow."""

from operator import is_

from studyguide.deck.cloze import parse
from studyguide.deck.deck import Deck, Section
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.deck.markup import read_markup


def with_markup(deck: Deck) -> Deck:
    """Give the deck with the markup of what learners read taken in; names and titles have none."""
    return deck._replace(
        introduction=_read(deck.introduction) if deck.introduction else None,
        discussion=tuple(map(_read, deck.discussion)),
        figures=tuple(
            figure._replace(caption=_read(figure.caption) if figure.caption else None)
            for figure in deck.figures
        ),
        sections=tuple(map(_section, deck.sections)),
    )


def _section(section: Section) -> Section:
    items = tuple(map(_item, section.items))
    return section._replace(summary=_read(section.summary), items=items)


def _item(item: Item) -> Item:
    prompt, answers = _read(item.prompt), tuple(map(_read, item.answers))
    note = _read(item.note) if item.note else None
    is_plain = prompt is item.prompt and note is item.note
    if is_plain and all(map(is_, answers, item.answers)):
        return item  # as most of them are
    pieces = parse(prompt.value)[0] if item.pieces else ()
    return item._replace(prompt=prompt, answers=answers, pieces=pieces, note=note)


def _read(text: Text) -> Text:
    plain = read_markup(text.value)
    return text if plain is text.value else text._replace(value=plain)
