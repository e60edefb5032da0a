"""How a class test comes to few pages: set closer, shuffled again, with other items or fewer lines, until they hold it."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from studyguide.class_test.room import MOST_ABREAST, PROMISED, room_of
from studyguide.class_test.tasks import ClassTest, Task
from studyguide.class_test.versions import Version, versions_of
from studyguide.printing.class_test.ruling import WHOLE, Ruled
from studyguide.printing.class_test.sheets import (
    CLOSE,
    WIDE,
    LayOut,
    Set,
    Setting,
    Sheets,
    counted,
    is_even,
    on_fewer,
    with_notice,
)

PAGES: Final = 2
"""So many pages hold as many items as is promised, as far as anything but their number can help."""

_ORDERS: Final = 8
_ORDERS_CLOSE: Final = 3
"""Orders that are tried where one may save a page; and before another item is asked."""

_WAYS: Final = (CLOSE, CLOSE._replace(is_notice_last=False))
"""What saves room: the notice stands on page 1 where tasks, which are not parted, fill the pages only so."""

_NEARLY_ONE: Final = 1.5
"""Two pages that fill more than so many are never one: set close, all takes a tenth less."""


_LEAST: Final = 67
"""Percent of the lines that answers need: nobody can write on fewer, so that a page more is taken."""


def on_fewest(test: ClassTest, lay_out: LayOut) -> Set:
    """Lay both versions out on as many pages, two where that is promised."""
    work, shortest = _Work(lay_out), test
    first = work.made(test, WIDE)
    is_promised = len(test.tasks) <= PROMISED
    if is_promised and is_even(first) and first[0].pages <= PAGES:
        may_save = first[0].pages > 1 and max(each.filled for each in first) < _NEARLY_ONE
        close = work.held(test, CLOSE) if may_save else None
        return close if close and close[0].pages < first[0].pages else first
    if is_promised:
        orders = _ORDERS_CLOSE if counted(first)[0] == PAGES + 1 else 1
        tried = [*_closer(test, orders)]
        if found := next(filter(None, (work.held(*each) for each in tried)), None):
            return found
        shortest = tried[-1][0]
        if found := work.with_fewer_lines(shortest, PAGES):
            return found
    best = on_fewer(first, lambda: work.made(test, CLOSE))
    setting = WIDE if best is first else CLOSE
    if is_promised:
        for pages in range(PAGES + 1, counted(best)[0]):
            if found := work.held(shortest, CLOSE, 0, pages) or work.with_fewer_lines(
                shortest, pages
            ):
                return found
    others = (work.made(test, setting, order) for order in range(1, _ORDERS))
    most = max(each.pages for each in best)
    even = (each for each in chain((best,), others) if is_even(each) and each[0].pages <= most)
    return next(even, best)


class _Work(NamedTuple):
    """How versions are laid out, of a test in some order."""

    lay_out: LayOut

    def made(self, test: ClassTest, setting: Setting, order: int = 0) -> Set:
        """Lay all versions out, on however many pages."""
        versions = _shuffled(test, order)
        return with_notice(lambda it: tuple(self.lay_out(each, it) for each in versions), setting)

    def held(
        self, test: ClassTest, setting: Setting, order: int = 0, pages: int = PAGES
    ) -> Set | None:
        """Lay all versions out on as many pages, none with the notice alone; nothing if they take more than so many."""
        sheets = list[Sheets]()
        for version in _shuffled(test, order):
            sheets.append(self.lay_out(version, setting))
            if sheets[-1].pages > pages or sheets[-1].has_idle:
                return None
        return (*sheets,) if is_even(sheets) else None

    def with_fewer_lines(self, test: ClassTest, pages: int) -> Set | None:
        """Write short entries of lists small, else give all answers the same share of the lines that they need, the largest that pages hold.

        Nothing if they hold so few that nobody can write on them.
        """

        def shared(share: int, settings: Sequence[Setting] = _WAYS) -> Set | None:
            ruled = Ruled(share, abreast=MOST_ABREAST)
            ways = (self.held(test, each._replace(ruled=ruled), 0, pages) for each in settings)
            return next(filter(None, ways), None)

        if whole := shared(WHOLE, (WIDE, *_WAYS)):
            return whole
        found, least, most = shared(_LEAST), _LEAST, WHOLE
        while found and most - least > 1:
            share = (least + most) // 2
            if more := shared(share):
                found, least = more, share
            else:
                most = share
        return found


def _shuffled(test: ClassTest, order: int) -> Sequence[Version]:
    return versions_of(test, f"{test.seed} {order}" if order else test.seed)


def _closer(test: ClassTest, orders: int) -> Iterator[tuple[ClassTest, Setting, int]]:
    """Yield what takes less room, by and by: closer lines, another order, the notice on page 1, other items."""
    for setting in _WAYS:
        yield from ((test, setting, order) for order in range(orders))
    while swapped := _with_shorter(test):
        test = swapped
        yield from ((test, setting, 0) for setting in _WAYS)


def _with_shorter(test: ClassTest) -> ClassTest | None:
    """Ask a spare item instead of the one that takes most room; nothing if none takes less."""
    own = [task for task in test.tasks if task.form in ("fill", "write")]
    longest = max(own, key=_room, default=None)
    shortest = min(test.spares, key=_room, default=None)
    if longest is None or shortest is None or _room(shortest) >= _room(longest):
        return None
    return test.with_spare(longest, shortest)


def _room(task: Task) -> float:
    """Tell about how much room a task takes, in millimetres."""
    return room_of(task.entry, task.language).task
