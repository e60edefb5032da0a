"""How a class test comes to its pages: set closer, shuffled again, with other items or fewer lines, until they hold it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from studyguide.class_test.room import PROMISED, room_of
from studyguide.class_test.tasks import ClassTest, Task
from studyguide.class_test.versions import Version, again, versions_of
from studyguide.printing.class_test.ruling import MOST_GIVEN, WHOLE, Ruled, full_ones, may_have_more
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

_ORDERS_TO_FILL, _FULL = 5, 0.86
"""Orders that are tried where page 1 is used to less than this part of its height."""

_WAYS: Final = (CLOSE, CLOSE._replace(is_notice_last=False))
"""What saves room: the notice stands on page 1 where tasks, which are not parted, fill the pages only so."""

_NEARLY_ONE: Final = 1.5
"""Two pages that fill more than so many are never one: set close, all takes a tenth less."""

_GAP, _GAP_CLOSE, _GAP_LARGE = 7.5, 6.8, 12
"""Millimetres from one writing line to the next, as in the style sheet."""

_TOO_MUCH: Final = 51
"""Millimetres of the last page that are left empty: a fifth."""


def test_on_pages(test: ClassTest, lay_out: LayOut) -> Set:
    """Lay a test out so that both versions have as many pages, and no more than twenty items need.

    Since no task is parted, page 1 may end early: of a few orders the one that fills it best is taken.
    """
    sheets = [*_with_lines(_even(test, lay_out), lay_out, is_large=False)]
    for at, each in enumerate(sheets):
        others = [sheet.version for sheet in sheets if sheet is not each]
        for attempt in range(1, _ORDERS_TO_FILL):
            if sheets[at].used >= _FULL or each.pages == 1:
                break
            other = lay_out(again(each.version, others, attempt), each.setting)
            is_whole = other.pages == each.pages and not other.has_idle
            if is_whole and other.used > sheets[at].used:
                sheets[at] = other
    return (*sheets,)


def in_large_print(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay versions out in large print as they are: one key is for both sizes, and a class is told one number.

    The notice takes a fifth of a page there: at the foot of the first it would drive a task to the next, on the last
    one it may stand alone, unless there is a line more to write on. So it stands where it takes less room, in all
    versions alike.
    """
    settings = [WIDE._replace(is_notice_last=is_last) for is_last in (True, False)]
    ways = [tuple(lay_out(each, setting) for each in versions) for setting in settings]
    tried = {id(way): way for way in (ways[0], min(ways, key=_empty))}.values()
    return min((_with_lines(each, lay_out, is_large=True) for each in tried), key=_empty)


def _empty(sheets: Set) -> tuple[int, int, bool, float]:
    """Tell how many pages there are, how many first and last ones have no task, whether one has more, and how much of the first is empty."""
    most, _ = counted(sheets)
    idle = sum(each.has_idle for each in sheets)
    return most, idle, not is_even(sheets), -sum(each.used for each in sheets)


def _with_lines(sheets: Set, lay_out: LayOut, *, is_large: bool) -> Set:
    """Give a line to each entry of a long list, and what else there is room for.

    A page is added for none of them.
    """
    own = [task for task in sheets[0].version.test.tasks if task.form == "write"]
    now = sheets[0].setting
    is_whole = now.ruled.share == WHOLE
    entries = max((task.things for task in own), default=0)
    if is_whole and entries > now.ruled.listed:
        tried = sorted({entries, *range(now.ruled.listed + 2, entries, 2)}, reverse=True)
        close = now._replace(is_close=True)
        settings = [_listed(now, entries), *(_listed(close, n) for n in tried)]
        sheets = _first_that_holds(sheets, lay_out, settings)
    now = sheets[0].setting
    gap = _GAP_LARGE if is_large else _GAP_CLOSE if now.is_close else _GAP
    lines = min(int(each.left / gap) for each in sheets)
    is_full = is_whole and max(each.left for each in sheets) < _TOO_MUCH
    if sheets[0].pages == 1 or is_full:
        most = sum(1 for _ in full_ones(own, is_large=is_large)) if is_whole else 0
    else:
        most = MOST_GIVEN * sum(may_have_more(task) or not is_whole for task in own)
    most = min(lines, most)
    counts = [n for n in (most, most * 4 // 5, most // 2, most // 4) if n > 0]
    given = [now._replace(ruled=now.ruled._replace(given=n)) for n in counts]
    orders = 1 if is_large or not is_full else _ORDERS_TO_FILL
    return _first_that_holds(sheets, lay_out, given, orders)


def _listed(setting: Setting, entries: int) -> Setting:
    return setting._replace(ruled=setting.ruled._replace(listed=entries))


def _first_that_holds(
    sheets: Set, lay_out: LayOut, settings: Sequence[Setting], orders: int = 1
) -> Set:
    """Give sheets in the first setting that adds no page to either version; else as they are.

    Of the first one so many orders are tried.
    """
    for at, setting in enumerate(settings):
        found = list[Sheets]()
        for each in sheets:
            others = [sheet.version for sheet in sheets if sheet is not each]
            own = setting._replace(is_notice_last=each.setting.is_notice_last)
            ways = (
                lay_out(again(each.version, others, nth) if nth else each.version, own)
                for nth in range(1 if at else orders)
            )
            holding = next((way for way in ways if way.pages <= each.pages), None)
            if holding is None:
                break
            found.append(holding)
        else:
            return (*found,)
    return sheets


def _even(test: ClassTest, lay_out: LayOut) -> Set:
    """Lay both versions out on as many pages, two where that is promised."""

    def shuffled(each: ClassTest, order: int) -> Sequence[Version]:
        return versions_of(each, f"{each.seed} {order}" if order else each.seed)

    def made(each: ClassTest, setting: Setting, order: int = 0) -> Set:
        versions = shuffled(each, order)
        return with_notice(lambda it: tuple(lay_out(each, it) for each in versions), setting)

    def promised(each: ClassTest, setting: Setting, order: int) -> Set | None:
        return _on_two(shuffled(each, order), lay_out, setting)

    first = made(test, WIDE)
    if len(test.tasks) <= PROMISED:
        if is_even(first) and first[0].pages <= PAGES:
            may_save = first[0].pages > 1 and max(each.filled for each in first) < _NEARLY_ONE
            close = promised(test, CLOSE, 0) if may_save else None
            return close if close and close[0].pages < first[0].pages else first
        orders = _ORDERS_CLOSE if counted(first)[0] == PAGES + 1 else 1
        tests = [*_closer(test, orders)]
        if found := next(filter(None, (promised(*each) for each in tests)), None):
            return found
        if found := _with_fewer_lines(partial(promised, tests[-1][0], order=0)):
            return found
    best = on_fewer(first, lambda: made(test, CLOSE))
    setting = WIDE if best is first else CLOSE
    others = (made(test, setting, order) for order in range(1, _ORDERS))
    most = max(each.pages for each in best)
    even = (each for each in chain((best,), others) if is_even(each) and each[0].pages <= most)
    return next(even, best)


def _on_two(versions: Sequence[Version], lay_out: LayOut, setting: Setting) -> Set | None:
    """Lay all versions out on as many pages as is promised, none with the notice alone; nothing if they take more."""
    sheets = list[Sheets]()
    for version in versions:
        sheets.append(lay_out(version, setting))
        if sheets[-1].pages > PAGES or sheets[-1].has_idle:
            return None
    return (*sheets,) if is_even(sheets) else None


def _with_fewer_lines(promised: Callable[[Setting], Set | None]) -> Set | None:
    """Give all answers the same share of the lines that they need, the largest that two pages hold; nothing if they hold none."""

    def shared(share: int) -> Set | None:
        ways = (promised(each._replace(ruled=Ruled(share))) for each in _WAYS)
        return next(filter(None, ways), None)

    found, least, most = shared(0), 0, WHOLE
    while found and most - least > 1:
        share = (least + most) // 2
        if more := shared(share):
            found, least = more, share
        else:
            most = share
    return found


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
