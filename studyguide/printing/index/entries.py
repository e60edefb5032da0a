"""The lines of an index: where something is told, no more places behind a heading than somebody would look up."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from studyguide.printing.index.locators import Locator, Mention, locators_of
from studyguide.printing.index.runs import most_telling
from studyguide.printing.index.subheadings import answered, divided, parts_of

_MOST = 7
"""So many pages and answers behind a heading are looked up one after another."""

_FEW, _ALL = 7, 11
"""So many runs of pages, and of answers, are besides its sub-headings, which are six pages as a rule; and so many where it has none."""

_END_OF_NAME = re.compile(r"(?<=, )[^\W\d_a-z]\w+ of$|(?<= )[a-zà-ÿ]+(?: [a-zà-ÿ]+)+$")
"""What stands together at the end of a name that is turned round."""


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

    @property
    def unparted(self) -> str:
        """The heading of a name, without a line's end in the small words at its own end, or before "of": Hude, Karl von der; Selby, Duke of."""
        if ", " not in self.heading or self.is_title:
            return self.heading
        return _END_OF_NAME.sub(lambda end: end[0].replace(" ", "\u00a0"), self.heading)


def subheadings_of(
    places: Mapping[str, Sequence[Mention]], pages: Mapping[str, int]
) -> dict[str, frozenset[str]]:
    """Choose the sub-headings of all headings that have very many places; of two with sub-headings each has the other, or none."""
    many = {
        heading: mentions
        for heading, mentions in places.items()
        if len(mentions) > _MOST and locators_of(mentions, pages).size > _MOST
    }
    return answered(
        {heading: parts_of(_on_pages(those, pages), _MOST) for heading, those in many.items()}
    )


def entry_of(
    heading: str,
    mentions: Sequence[Mention],
    pages: Mapping[str, int],
    led_by: Iterable[str] = (),
    parts: Collection[str] = (),
) -> IndexEntry:
    """Make the entry of a heading, divided by these sub-headings.

    Of very many places that speak of nothing else it keeps what explains it, asks for it, or says most of it; of each
    name that leads here, a place.
    """
    all_of_it = locators_of(mentions, pages)
    if all_of_it.size <= _MOST and not parts:
        return IndexEntry(heading, all_of_it.pages, all_of_it.answers)
    found = divided(_on_pages(mentions, pages), pages, parts)
    lines = tuple(
        IndexEntry(each, told.pages, told.answers) for each, told in sorted(found.parts.items())
    )
    most = _FEW if found.parts else _ALL
    kept = most_telling(found.general, found.divided, most, led_by)
    shown = _looked_up(found.divided, pages)
    told = [each for each in kept if each.is_main or not _looked_up([each], pages) <= shown]
    general = locators_of(told, pages)
    is_cut = not _looked_up(found.general, pages) <= shown | _looked_up(kept, pages)
    return IndexEntry(heading, general.pages, general.answers, is_cut=is_cut, subheadings=lines)


def _on_pages(mentions: Iterable[Mention], pages: Mapping[str, int]) -> list[Mention]:
    """Leave out what stands on no page."""
    return [each for each in mentions if not each.is_told or each.anchor in pages]


def _looked_up(mentions: Iterable[Mention], pages: Mapping[str, int]) -> set[int | str]:
    """Give where one finds them: pages, and numbers of answers."""
    return {pages[each.anchor] if each.is_told else each.number for each in mentions}
