"""The index at the end of the guide: people, terms and names, and where each is told.

It leads to what can be read: a name that stands on a page only as a blank, or in an answer, is found in the
answer key, by the number of the item.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.guide.work import work_of
from studyguide.language.language import Language
from studyguide.language.names import name_key, tokens_of
from studyguide.language.times.dates import time_of
from studyguide.printing.book.mentions import in_sections, mentions_in, read, settings_in, small
from studyguide.printing.book.places import as_set, places_of
from studyguide.printing.book.topics import See, heading_of, listed_in
from studyguide.printing.index.collation import initial_of, order_of
from studyguide.printing.index.dates import day_without_year, is_by_time
from studyguide.printing.index.entries import IndexEntry, entry_of, subheadings_of
from studyguide.printing.index.locators import Mention
from studyguide.printing.index.matching import Found, Topics, found_in
from studyguide.printing.press.options import Layout

_FEWEST, _FEWEST_NAMELESS = 8, 4
"""With fewer entries nobody needs an index; where no name is told by its capital, and terms, persons and dates make it."""

_ALL_DATES = 12
"""Of more dates none is listed: the timeline is their index, and three of them here would stand for nothing."""

_FEWEST_LETTERED, _TO_A_LETTER = 24, 2.0
"""Lines of an index that has its letters above them, and of one that begins with each letter, on average."""


_UNDATED = (math.inf, math.inf)
_OF_NO_YEAR = 1e9
"""Behind all years a day stands of which no year is told: August 1."""


class _Mentions(NamedTuple):
    """The places that speak of each heading, which headings are titles of works, and what leads to another one."""

    places: dict[str, list[Mention]]
    titles: frozenset[str]
    sees: tuple[See, ...]


def has_index(guide: Guide, layout: Layout) -> bool:
    """Whether a guide has so many names that an index is of use; a class test has none."""
    return not layout.asks_all and _are_enough(_mentions(guide, layout), guide)


def entries_of(guide: Guide, layout: Layout, pages: Mapping[str, int]) -> tuple[IndexEntry, ...]:
    """Make the index of a guide of which the page of every named place is known; none if it has none."""
    found = _mentions(guide, layout)
    if layout.asks_all or not _are_enough(found, guide):
        return ()
    lines: dict[str, IndexEntry] = {}
    led_by = defaultdict[str, list[str]](list)
    for name, _, heading in found.sees:
        led_by[heading].append(small(tokens_of(name)))
    parts = subheadings_of(found.places, pages)
    for heading, mentions in found.places.items():
        line = entry_of(heading, mentions, pages, led_by[heading], parts.get(heading, ()))
        if line.pages or line.answers or line.subheadings:
            lines[heading] = replace(line, is_title=heading in found.titles)
    for _, listed, heading in found.sees:
        if heading in lines and listed not in lines and not _is_beside(listed, heading):
            lines[listed] = IndexEntry(listed, see=heading)
    return tuple(_opened(lines, found.titles, guide.language))


def _is_beside(name: str, heading: str) -> bool:
    """Whether a name stands next to the heading that it leads to: with the same word before both, or its plural, but for a date apart."""
    is_apart = (_dated(name) == _UNDATED) != (_dated(heading) == _UNDATED)
    return not is_apart and name_key(_first_of(name)) == name_key(_first_of(heading))


def _first_of(heading: str) -> str:
    return heading.split(maxsplit=1)[0].casefold().rstrip(".,")


def _are_enough(found: _Mentions, guide: Guide) -> bool:
    is_told = Language(guide.language).marks_names
    return len(found.places) >= (_FEWEST if is_told else _FEWEST_NAMELESS)


def has_letters(entries: tuple[IndexEntry, ...]) -> bool:
    """Whether the letters stand above what begins with them: not where there would be more than half as many of them."""
    letters = sum(bool(entry.opens) for entry in entries)
    return len(entries) >= max(_FEWEST_LETTERED, _TO_A_LETTER * letters)


def _opened(
    lines: Mapping[str, IndexEntry], titles: AbstractSet[str], language: str
) -> Iterator[IndexEntry]:
    """Put the entries and their sub-headings in order, dates before all others, the first of each letter with its initial."""
    key = order_of(language, lines)
    times = {heading: _dated(heading) for heading in lines}
    ordered = sorted(lines, key=lambda each: (*times[each], key(each), each))
    initials = ["" if times[each] < _UNDATED else initial_of(each, language) for each in ordered]
    for heading, before, initial, after in zip(
        ordered, ["", *initials], initials, [*initials[1:], ""], strict=False
    ):
        opens = initial if initial != before else ""
        parts = sorted(lines[heading].subheadings, key=lambda each: key(each.heading))
        subheadings = tuple(replace(each, is_title=each.heading in titles) for each in parts)
        line = replace(lines[heading], opens=opens, closes=initial != after)
        yield replace(line, subheadings=subheadings)


def _dated(heading: str) -> tuple[float, float]:
    """Give when a date was, for it is looked up by its time; of any other heading what is later than all."""
    time = time_of(heading) if is_by_time(heading) else None
    if time:
        return (time.start, time.end)
    day = day_without_year(heading)
    return (_OF_NO_YEAR, day) if day else _UNDATED


@lru_cache(maxsize=1)
def _mentions(guide: Guide, layout: Layout) -> _Mentions:
    """Look for them once, whether it is asked if there are enough or which they are."""
    places = [*places_of(guide, layout)]
    listed = listed_in(guide, places)
    topics = listed.topics
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    set_in_italics, counted = Counter[str](), Counter[str]()
    readings = [(place, read(place, topics)) for place in places]
    spoken = ((place.section, each) for place, texts in readings for _, each in texts)
    sections = in_sections(spoken, topics)
    for place, told in readings:
        own = sections.get(place.section)
        texts = read(place, own) if own else told
        for heading, mention in mentions_in(place, texts, own or topics, Language(guide.language)):
            found[heading].append(mention)
        for heading, is_italic in settings_in(texts):
            counted[heading] += 1
            set_in_italics[heading] += is_italic
    dates = [each.heading for each in _dates(guide, topics)]
    for date in dates if len(dates) > _ALL_DATES else ():
        found.pop(date, None)
    undated = {each for each in found if _dated(each) == _UNDATED}
    for heading, mentions in found.items():
        found[heading] = [each._replace(beside=each.beside & undated) for each in mentions]
    work = heading_of(work_of(guide.work).title.strip(), guide)
    titles = {each for each in found if 2 * set_in_italics[each] >= counted[each]}
    return _Mentions(dict(found), frozenset({*titles, work}), listed.sees)


def _dates(guide: Guide, topics: Topics) -> Iterator[Found]:
    """Yield what the items of dates are found under, if only under the date itself."""
    for section in guide.sections:
        for entry in section.of("date"):
            date = as_set(entry.prompt, guide.language)
            yield from (each for each in found_in(tokens_of(date), topics) if each.heading == date)
