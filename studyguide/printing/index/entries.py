"""The lines of an index: where something is told, no more places behind a heading than somebody would look up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from studyguide.printing.index.locators import Locator, Locators, Mention, locators_of
from studyguide.printing.index.subheadings import divided

_MOST, _ALL = 7, 11
"""So many pages and answers behind a heading are looked up one after another; and so many rather than that some are left out."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A heading with the pages and answers that tell of it, or where to `see`.

    Of a heading with very many of them the most are told by its sub-headings, which have none themselves.
    `opens` is its initial if no entry before it has the same, and it `closes` where none behind it has.
    The heading of a work that is a `title` is set as such. What `is_cut` has had more of them.
    """

    heading: str
    pages: tuple[Locator, ...] = ()
    answers: tuple[Locator, ...] = ()
    see: str = ""
    opens: str = ""
    closes: bool = False
    is_title: bool = False
    is_cut: bool = False
    subheadings: "tuple[IndexEntry, ...]" = ()


def entry_of(
    heading: str,
    mentions: Sequence[Mention],
    pages: Mapping[str, int],
    led_by: Iterable[str] = (),
) -> IndexEntry:
    """Make the entry of a heading, divided by what else its places speak of if there are very many.

    Of those that speak of nothing else it keeps what explains it, asks for it, or says most of it; of each name
    that leads here, a place.
    """
    found = locators_of(mentions, pages)
    if found.size <= _MOST:
        return IndexEntry(heading, found.pages, found.answers)
    general, parts = divided(mentions, pages, _MOST)
    lines = tuple(
        IndexEntry(each, told.pages, told.answers) for each, told in sorted(parts.items())
    )
    kept = _kept(general, led_by)
    told, answers = (tuple(each for each in those if each in kept) for those in general)
    is_cut = len(kept) < general.size
    return IndexEntry(heading, told, answers, is_cut=is_cut, subheadings=lines)


def _kept(general: Locators, led_by: Iterable[str]) -> list[Locator]:
    """Choose the places that are shown, the most telling first."""
    places = [
        *((each, False) for each in general.pages),
        *((each, True) for each in general.answers),
    ]
    places.sort(key=lambda one: (not one[0].is_main, not one[0].is_answer, one[1], -one[0].weight))
    ranked = [each for each, _ in places]
    kept = ranked[:_ALL]
    for name in led_by:
        if not any(name in each.names for each in kept):
            kept += [each for each in ranked if name in each.names][:1]
    return kept
