"""Of what a place of the guide speaks: on its page, and in its answer in the key."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.book.places import OUTSIDE, Place, Said
from studyguide.printing.index.locators import Mention
from studyguide.printing.index.matching import Found, Topic, Topics, found_in, name_topic

_OPENING, _NEAR = 8, 2
"""A note opens with so many words at most; so many, as an article, may stand before what it explains."""

_TOGETHER = 8
"""What names more than so many headings at once is a list, and says nothing of two of them."""

_STOPS = frozenset(".?!…。？！؟।")


def _by_heading() -> defaultdict[str, set[str]]:
    return defaultdict(set)


@dataclass(slots=True)
class _Spoken:
    """By heading: how often a place speaks of it, by which words, and of which others in the same sentence or item."""

    times: Counter[str] = field(default_factory=Counter)
    named: defaultdict[str, set[str]] = field(default_factory=_by_heading)
    beside: defaultdict[str, set[str]] = field(default_factory=_by_heading)

    def put_together(self, headings: AbstractSet[str]) -> None:
        """Note which headings are spoken of together."""
        for heading in headings:
            self.beside[heading] |= headings - {heading}


@dataclass(slots=True)
class _Told:
    """What can be read on the page of a place, and what in its answer, which may be all that is `asked` for."""

    on_page: _Spoken = field(default_factory=_Spoken)
    in_answer: _Spoken = field(default_factory=_Spoken)
    asked: set[str] = field(default_factory=set)


class _Together(NamedTuple):
    """The headings of a sentence, or of an item, that can be read on its page and in its answer."""

    on_page: set[str]
    in_answer: set[str]


Read = Sequence[tuple[Said, Sequence[Found]]]
"""The texts of a place, and what each speaks of."""


def read(place: Place, topics: Topics) -> Read:
    """Find what the texts of a place speak of."""
    return [(said, [*found_in(said.tokens, topics)]) for said in place.texts]


def in_sections(spoken: Iterable[tuple[int, Sequence[Found]]], topics: Topics) -> dict[int, Topics]:
    """Give what to look for in sections that name one of a family, whom they mean by the surname alone; nothing for others, nor where the surname alone is listed.

    `spoken` is what texts speak of, each with the section of the text.
    """
    named = defaultdict[int, set[str]](set)
    for section, each in spoken:
        named[section].update(at.heading for at in each if ", " in at.heading)
    families = defaultdict[str, set[str]](set)
    for heading in set[str]().union(*named.values()):
        families[heading.partition(", ")[0]].add(heading)
    shared = {
        surname: family
        for surname, family in families.items()
        if len(family) > 1 and not _is_listed(surname, topics)
    }
    found = dict[int, Topics]()
    for section, headings in named.items() if shared else ():
        here = {surname: family & headings for surname, family in shared.items()}
        one = {surname: next(iter(family)) for surname, family in here.items() if len(family) == 1}
        if one and section != OUTSIDE:
            found[section] = _with_names(topics, one)
    return found


def _is_listed(surname: str, topics: Topics) -> bool:
    words = tuple(token.shown for token in tokens_of(surname))
    return any(topic.words == words for topic in topics.near(words[0]))


def _with_names(topics: Topics, names: Mapping[str, str]) -> Topics:
    more = defaultdict[str, list[Topic]](list)
    for name, heading in names.items():
        topic = name_topic(name, heading)
        more[topics.fold(topic.words[0])].append(topic)

    def near(word: str) -> Sequence[Topic]:
        return (*topics.near(word), *more.get(topics.fold(word), ()))

    return topics._replace(near=near)


def mentions_in(
    place: Place, texts: Read, topics: Topics, language: Language
) -> Iterator[tuple[str, Mention]]:
    """Yield each heading of which a place speaks, with how it does: on its page, and once more in its answer."""
    subject = {each.heading for each in found_in(tokens_of(place.subject), topics)}
    noted = _noted_in(place, topics, language)
    found = _told_in(place, texts)
    is_hidden = bool(place.note and place.note.hidden)
    explained = {True: subject if is_hidden else subject | noted, False: noted}
    for is_told, spoken in ((True, found.on_page), (False, found.in_answer)):
        for heading in sorted(spoken.times):
            here = Mention(
                anchor=place.anchor,
                number=place.number,
                is_main=heading in explained[is_told],
                is_told=is_told,
                section=place.section,
                weight=spoken.times[heading] if is_told else 1,
                names=frozenset(spoken.named[heading]),
                is_answer=not is_told and heading in found.asked,
                beside=frozenset(spoken.beside[heading]),
            )
            yield heading, here


def settings_in(texts: Read) -> Iterator[tuple[str, bool]]:
    """Yield each mention of a heading, and whether its last word is in italics."""
    for said, found in texts:
        for heading, _, end in found:
            yield heading, end - 1 in said.italic


def small(tokens: Sequence[Token]) -> str:
    """Give words as they are compared, in small letters."""
    return " ".join(token.shown for token in tokens).casefold()


def _noted_in(place: Place, topics: Topics, language: Language) -> set[str]:
    """Tell what a note explains: what it begins with, after its first words and a colon, if it has them; not where that only stands behind "at"."""
    if not place.note:
        return set()
    tokens = place.note.tokens
    opening = [token.shown for token in tokens[:_OPENING]]
    start = opening.index(":") + 1 if ":" in opening else 0
    found = next((each for each in found_in(tokens[start:], topics)), None)
    if not found or found.start > _NEAR:
        return set()
    before = tokens[start + found.start - 1].shown.casefold() if found.start else ""
    is_at = language.is_function_word(before) and before not in language.words.articles
    return set() if is_at else {found.heading}


def _told_in(place: Place, texts: Read) -> _Told:
    """Read all texts of a place; what it says together is an item, and else a sentence."""
    found, together = _Told(), _Together(set(), set())
    for said, spoken_of in texts:
        sentence = 0
        if not place.number:
            together = _put_together(together, found)
        for heading, start, end in spoken_of:
            is_told = said.is_told(start, end)
            spoken = found.on_page if is_told else found.in_answer
            spoken.times[heading] += 1
            spoken.named[heading].add(small(said.tokens[start:end]))
            if said.is_asked_for(start, end):
                found.asked.add(heading)
            if said.is_drawn:
                continue
            stops = any(token.shown in _STOPS for token in said.tokens[sentence:start])
            if stops and not place.number:
                together = _put_together(together, found)
            sentence = start
            (together.on_page if is_told else together.in_answer).add(heading)
    _put_together(together, found)
    return found


def _put_together(said: _Together, found: _Told) -> _Together:
    """Note which headings are spoken of together, where both can be read; begin anew."""
    if len(said.on_page | said.in_answer) <= _TOGETHER:
        found.on_page.put_together(said.on_page)
        found.in_answer.put_together(said.in_answer)
    return _Together(set(), set())
