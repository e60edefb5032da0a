"""What of a guide is laid out again, and how that takes the place of what was there."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from studyguide.printing.filling.faults import faults_of
from studyguide.printing.filling.measured_page import Laid, Page
from studyguide.printing.filling.page_breaks import Breaks
from studyguide.printing.filling.sections_on_pages import is_cut, sections_of


class Part(NamedTuple):
    """Sections that are laid out by themselves, by their numbers, and the page on which the first begins, counted from 1.

    Among them are those that stay as they are, with how many empty pages stand for each; the others have none.
    `is_to_end` tells that all behind them is laid out, too.
    """

    sections: Mapping[str, int]
    page: int
    is_to_end: bool = False

    def is_filled(self, laid: Laid, anew: Laid, saved: int) -> bool:
        """Whether it takes, to the end, as many pages as were thought, where so many are saved."""
        return len(anew.filled) == len(laid.filled) - saved - (self.page - 1)


def part_with(pages: list[Page], mended: Mapping[str, Breaks]) -> Part:
    """Tell what need only be laid out again for better breaks of sections, by their numbers.

    It goes from the first to the last of these, or to the end where they save pages; then all behind the first that does is moved.
    """
    sections = [*sections_of(pages)]
    wrong = [nth for nth, each in enumerate(sections) if each.number in mended]
    moved = [nth for nth in wrong if mended[sections[nth].number].saved]
    part = sections[wrong[0] :] if moved else sections[wrong[0] : wrong[-1] + 1]
    behind = {each.number for each in sections[moved[0] :]} if moved else set[str]()
    anew = behind | {*mended}
    empty = {each.number: 0 if each.number in anew else len(each.span) for each in part}
    first = part[0].span.start
    while first and is_cut(pages[first - 1], pages[first]):
        first -= 1  # a heading that is taller than a page
    return Part(empty, first + 1, bool(moved))


def with_rest(laid: Laid, anew: Laid, part: Part) -> Laid:
    """Give what was laid out with a part anew, and all behind that."""
    pages, filled = [*laid.body.pages], [*laid.filled]
    pages[part.page - 1 :], filled[part.page - 1 :] = anew.body.pages, anew.filled
    for each in sections_of(laid.filled):
        if part.sections.get(each.number):
            here = slice(each.span.start, each.span.stop)
            pages[here], filled[here] = laid.body.pages[here], laid.filled[here]
    return Laid(laid.page + anew.page, laid.body.copy(pages), filled)


def with_mended(laid: Laid, anew: Laid, before: int = 0) -> tuple[Laid, list[str]]:
    """Take the sections that are better anew, so many pages before which are not; name them."""
    before *= len(anew.filled) < len(laid.filled)  # a deck's own template may lay out all
    pages, filled, mended = [*laid.body.pages], [*laid.filled], list[str]()
    for number, there, here in _mended_in(laid.filled, anew.filled, before):
        pages[here.start : here.stop] = anew.body.pages[there.start : there.stop]
        filled[here.start : here.stop] = anew.filled[there.start : there.stop]
        mended.append(number)
    return Laid(laid.page + anew.page, laid.body.copy(pages), filled), mended


def _mended_in(
    pages: list[Page], anew: list[Page], before: int
) -> Iterator[tuple[str, range, range]]:
    """Name the sections that are better anew, and on the same pages, where so many come before; tell on which they are there and here."""
    known = {each.number: each for each in sections_of(pages)}
    for each in sections_of(anew):
        span = range(each.span.start + before, each.span.stop + before)
        here = known.get(each.number)
        if here and span == here.span and faults_of(each) < faults_of(here):
            yield each.number, each.span, span
