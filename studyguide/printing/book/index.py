"""The index at the end of the guide: people, terms and names, and where each is told.

It leads to what can be read: a name that stands on a page only as a blank, or in an answer, is found in the
answer key, by the number of the item.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.language.names import tokens_of
from studyguide.printing.book.collation import initial_of, order_of
from studyguide.printing.book.index_entries import IndexEntry, Mention, entry_of
from studyguide.printing.book.places import Place, places_of
from studyguide.printing.book.topics import Topics, found_in, heading_of, topics_of
from studyguide.printing.press.options import Layout

_FEWEST = 8
"""With fewer entries nobody needs an index."""

_FEWEST_LETTERED = 24
"""Lines of an index that has its letters above them."""


class _Mentions(NamedTuple):
    """The places that speak of each heading, and which headings are titles of works."""

    places: dict[str, list[Mention]]
    titles: frozenset[str]


def has_index(guide: Guide, layout: Layout) -> bool:
    """Whether a guide has so many names that an index is of use; a class test has none."""
    return not layout.asks_all and len(_mentions(guide, layout).places) >= _FEWEST


def entries_of(guide: Guide, layout: Layout, pages: Mapping[str, int]) -> tuple[IndexEntry, ...]:
    """Make the index of a guide of which the page of every named place is known; none if it has none."""
    found = _mentions(guide, layout)
    if layout.asks_all or len(found.places) < _FEWEST:
        return ()
    sections = {section.number: section.title for section in guide.sections}
    lines: dict[str, IndexEntry] = {}
    for heading, mentions in found.places.items():
        line = entry_of(heading, mentions, pages, sections)
        if line.pages or line.answers or line.parts:
            lines[heading] = replace(line, is_title=heading in found.titles)
    for name, full in guide.aliases:
        heading = heading_of(full, guide)
        if heading in lines and name not in lines:
            lines[name] = IndexEntry(name, see=heading)
    return tuple(_opened(lines, guide.language))


def has_letters(entries: tuple[IndexEntry, ...]) -> bool:
    """Whether the letters stand above what begins with them: not where there would be as many of them."""
    letters = sum(bool(entry.opens) for entry in entries)
    return len(entries) >= max(_FEWEST_LETTERED, 1.5 * letters)


def _opened(lines: Mapping[str, IndexEntry], language: str) -> Iterator[IndexEntry]:
    """Put the entries in order, the first of each letter with its initial."""
    key = order_of(language, lines)
    ordered = sorted(lines, key=lambda each: (key(each), each))
    initials = [initial_of(heading, language) for heading in ordered]
    for heading, before, initial, after in zip(
        ordered, ["", *initials], initials, [*initials[1:], ""], strict=False
    ):
        opens = initial if initial != before else ""
        yield replace(lines[heading], opens=opens, closes=initial != after)


def _mentions(guide: Guide, layout: Layout) -> _Mentions:
    places = [*places_of(guide, layout)]
    topics = topics_of(guide, places)
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    set_in_italics, counted = Counter[str](), Counter[str]()
    for place in places:
        explained = {each.heading for each in found_in(tokens_of(place.subject), topics)}
        told = _told_in(place, topics)
        for heading in sorted(told):
            is_main = heading in explained
            mention = Mention(place.anchor, place.number, place.section, is_main, told[heading])
            found[heading].append(mention)
        for heading, is_italic in _settings_in(place, topics):
            counted[heading] += 1
            set_in_italics[heading] += is_italic
    work = heading_of(guide.work.partition(",")[0].strip(), guide)
    titles = {each for each in found if 2 * set_in_italics[each] >= counted[each]}
    return _Mentions(dict(found), frozenset({*titles, work}))


def _told_in(place: Place, topics: Topics) -> dict[str, bool]:
    """Tell of what a place speaks, and whether that can be read on its page."""
    told: dict[str, bool] = {}
    for said in place.texts:
        for heading, start, end in found_in(said.tokens, topics):
            told[heading] = told.get(heading, False) or said.is_told(start, end)
    return told


def _settings_in(place: Place, topics: Topics) -> Iterator[tuple[str, bool]]:
    """Yield each mention of a heading, and whether its last word is in italics."""
    for said in place.texts:
        for heading, _, end in found_in(said.tokens, topics):
            yield heading, end - 1 in said.italic
