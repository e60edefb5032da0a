"""Of what a place of the guide speaks: on its page or, where that cannot be read there, in the answer key."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from studyguide.language.names import Token, tokens_of
from studyguide.printing.book.places import Place
from studyguide.printing.index.locators import Mention
from studyguide.printing.index.matching import Topics, found_in

_OPENING, _NEAR = 8, 2
"""A note opens with so many words at most; so many, as an article, may stand before what it explains."""

_TOGETHER = 8
"""What names more than so many headings at once is a list, and says nothing of two of them."""

_STOPS = frozenset(".?!…。？！؟।")


@dataclass(slots=True)
class _Told:
    """By heading: how often a place tells it where it can be read, by which words, which others beside it; and what it asks for.

    `seen` are those others that can be read there, too, `spoken` all of them.
    """

    told: Counter[str] = field(default_factory=Counter)
    named: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    seen: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    asked: set[str] = field(default_factory=set)


def mentions_in(place: Place, topics: Topics) -> Iterator[tuple[str, Mention]]:
    """Yield each heading of which a place speaks, with how it does."""
    subject = {each.heading for each in found_in(tokens_of(place.subject), topics)}
    noted = _noted_in(place, topics)
    found = _told_in(place, topics)
    is_hidden = bool(place.note and place.note.hidden)
    for heading in sorted(found.told):
        is_told = found.told[heading] > 0
        is_main = heading in subject or (heading in noted and is_told != is_hidden)
        here = Mention(
            anchor=place.anchor,
            number=place.number,
            is_main=is_main,
            is_told=is_told,
            section=place.section,
            weight=max(found.told[heading], 1),
            names=frozenset(found.named[heading]),
            is_answer=not is_told and heading in found.asked,
            beside=frozenset((found.seen if is_told else found.spoken)[heading]),
        )
        yield heading, here
        if heading in noted and is_told and is_hidden:
            yield heading, here._replace(is_main=True, is_told=False)


def settings_in(place: Place, topics: Topics) -> Iterator[tuple[str, bool]]:
    """Yield each mention of a heading, and whether its last word is in italics."""
    for said in place.texts:
        for heading, _, end in found_in(said.tokens, topics):
            yield heading, end - 1 in said.italic


def small(tokens: Sequence[Token]) -> str:
    """Give words as they are compared, in small letters."""
    return " ".join(token.shown for token in tokens).casefold()


def _noted_in(place: Place, topics: Topics) -> set[str]:
    """Tell what a note explains: what it begins with, after its first words and a colon, if it has them."""
    if not place.note:
        return set()
    tokens = place.note.tokens
    opening = [token.shown for token in tokens[:_OPENING]]
    start = opening.index(":") + 1 if ":" in opening else 0
    found = next((each for each in found_in(tokens[start:], topics)), None)
    return {found.heading} if found and found.start <= _NEAR else set()


def _told_in(place: Place, topics: Topics) -> _Told:
    """Read all texts of a place; what it says together is an item, and else a sentence."""
    found, together = _Told(), dict[str, bool]()
    for said in place.texts:
        sentence = 0
        if not place.number:
            _put_together(together, found)
            together = {}
        for heading, start, end in found_in(said.tokens, topics):
            is_told = said.is_told(start, end)
            found.told[heading] += is_told
            found.named[heading].add(small(said.tokens[start:end]))
            if said.is_asked_for(start, end):
                found.asked.add(heading)
            if said.is_drawn:
                continue
            stops = any(token.shown in _STOPS for token in said.tokens[sentence:start])
            if stops and not place.number:
                _put_together(together, found)
                together = {}
            sentence = start
            together[heading] = together.get(heading, False) or is_told
    _put_together(together, found)
    return found


def _put_together(headings: dict[str, bool], found: _Told) -> None:
    """Note which headings are spoken of together, and whether each can be read."""
    if len(headings) > _TOGETHER:
        return
    for heading in headings:
        found.spoken[heading] |= headings.keys() - {heading}
        found.seen[heading] |= {one for one, is_told in headings.items() if is_told} - {heading}
