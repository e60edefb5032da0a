"""Read the light markup of a deck that says `markup: yes`: its texts become plain words, set somehow."""

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
    prompt = _read(item.prompt)
    return item._replace(
        prompt=prompt,
        answers=tuple(map(_read, item.answers)),
        pieces=parse(prompt.value)[0] if item.pieces else (),
        note=_read(item.note) if item.note else None,
    )


def _read(text: Text) -> Text:
    return text._replace(value=read_markup(text.value))
