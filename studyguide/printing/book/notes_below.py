"""Rules for notes below what ends early: a timeline, questions for discussion, an index, a key of a few answers or the last page of a longer one."""

from collections.abc import Callable, Sequence
from typing import Any

from studyguide.printing.binding.folding import pages_to_fill
from studyguide.printing.book.end import MOST, End, has_few, has_index, key_of, pages_of_key, spread
from studyguide.printing.book.page import Measured, Start
from studyguide.printing.filling.laid_again import part_with, with_mended
from studyguide.printing.filling.measured_page import Laid, below, is_back_with_room
from studyguide.printing.filling.noted_pages import notes_on
from studyguide.printing.filling.page_breaks import Breaks
from studyguide.printing.press.options import Layout


def with_notes(body: Any, known: Measured, *, is_key_next: bool) -> Measured | None:
    """Have rules for notes below the last part, on a page that would be empty behind it before the key, and below a timeline that is alone on its page; nothing where most of these is filled."""
    left = below(body.pages[-1]) if is_back_with_room(body.pages[-1]) else 0.0
    between = _below_timeline(body.pages)
    if not (left or between):
        return None
    is_apart = left > 0 and is_key_next and len(body.pages) % 2 == 1
    return known._replace(left=left, between=between, is_apart=is_apart)


def _below_timeline(pages: Sequence[Any]) -> float:
    """Tell how much is left below a timeline whose page no question for discussion has room on, if that is a third of it."""
    last = max((at for at, page in enumerate(pages) if _has(page, "timeline-")), default=-1)
    is_alone = 0 <= last < len(pages) - 1 and not _has(pages[last], "discussion-")
    return below(pages[last]) if is_alone and is_back_with_room(pages[last]) else 0.0


def _has(page: Any, name: str) -> bool:
    return any(each.startswith(name) for each in page.anchors)


def with_notes_on_pages(
    laid: Laid, known: Measured, layout: Layout, lay_out: Callable[[Measured], Laid]
) -> tuple[Laid, Measured]:
    """Lay out sections again that have pages in their midst which are too empty, with rules for notes there."""
    rules = notes_on(laid.filled, layout)
    numbers = {name.removeprefix("own-").partition(".")[0] for name in rules}
    if not rules:
        return laid, known
    told = known._replace(breaks=known.breaks._replace(noted=rules))
    part = part_with(laid.filled, dict.fromkeys(numbers, Breaks()))
    other, mended = with_mended(laid, lay_out(told._replace(part=part)), part.page - 1)
    return (other, told) if numbers == {*mended} else (laid, known)


def with_notes_below(end: End, set_anew: Callable[[Start], End | None], layout: Layout) -> End:
    """Set a key with little on its only page above rules for notes: behind the last questions, or an index, in place of a page for those; where else the last page of one is a third empty, too.

    Those of a booklet with a key of a page go on, on pages that would be empty behind it, but for the outside.
    """
    if not (has_few(end) or _has_room_on_last(end, layout)):
        return end
    pages, taken = end.document.pages, len(key_of(end.document))
    start = end.start._replace(left=below(pages[-1]))
    if taken > 1 or not has_few(end):
        pass  # it stands where it stood
    elif layout.is_booklet:
        start = start._replace(behind=pages_to_fill(start.page - 1 + len(pages)))
    elif has_index(end):
        start = start._replace(is_tight=True)
    elif start.page % 2 == 0:  # else it would face them
        start = start._replace(is_apart=False)
    other = set_anew(start)
    if not other or len(key_of(other.document)) != taken + start.behind:
        return end
    is_spread = layout.is_read_large and start.closer > 0
    return spread(other, taken - 1) if is_spread else other


def _has_room_on_last(end: End, layout: Layout) -> bool:
    """Whether the last page of a key is a third empty, and there is none for notes before it; a booklet's key of a page is as it is."""
    taken, start = pages_of_key(end), end.start
    is_apart = start.is_apart or start.setting.is_apart or layout.is_booklet
    return (taken > 1 or not is_apart) and 0 < taken % 1 < MOST
