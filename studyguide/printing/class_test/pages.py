"""How a class test comes to its pages: set closer, shuffled again, with other items or fewer lines, until they hold it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, product
from typing import Any, Final, NamedTuple

from studyguide.class_test.tasks import ClassTest, Task
from studyguide.class_test.versions import Version, again, versions_of
from studyguide.printing.class_test.printed_tasks import is_list, lines_of

PROMISED, PAGES = 20, 2
"""So many items stand on so many pages, as far as anything but their number can help."""

_MOST_LINES: Final = 12
_FEWER: Final = (8, 6, 4, 3, 2)
_ORDERS: Final = 8
_ORDERS_CLOSE: Final = 3
"""Orders that are tried where one may save a page; and before another item is asked."""

_ORDERS_TO_FILL, _FULL = 5, 0.86
"""Orders that are tried where page 1 is used to less than this part of its height."""

_NEARLY_ONE: Final = 1.5
"""Two pages that fill more than so many are never one: set close, all takes a tenth less."""

_LETTERS_A_LINE: Final = 80

_GAP, _GAP_CLOSE, _GAP_LARGE = 7.5, 6.8, 12
"""Millimetres from one writing line to the next, as in the style sheet."""

_TOO_MUCH: Final = 51
"""Millimetres of the last page that are left empty: a fifth."""

_MOST_GIVEN: Final = 3
"""Lines beyond what is needed, for each answer."""

_PX_A_MM: Final = 96 / 25.4
_FOOT: Final = 15
"""Millimetres below the text of a page."""


class Setting(NamedTuple):
    """How close lines stand, how many there are of one answer at most, and how many are `given` beyond what is needed.

    What the law asks for stands at the foot of the first page, or of the last one. What is matched may be parted.
    """

    is_close: bool = False
    most_lines: int = _MOST_LINES
    given: int = 0
    is_notice_last: bool = False
    is_parted: bool = False


WIDE, CLOSE = Setting(), Setting(is_close=True)


class Sheets(NamedTuple):
    """A version, or its key, as it is laid out of a page of HTML."""

    version: Version
    setting: Setting
    page: str
    document: Any

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.document.pages)

    @property
    def used(self) -> float:
        """Down to which part of its height the first page has tasks."""
        return self._end(0) / float(self.document.pages[0].height)

    @property
    def filled(self) -> float:
        """How many pages the first and the last one fill together."""
        return self.used + self._end(-1) / float(self.document.pages[-1].height)

    @property
    def left(self) -> float:
        """How much of the last page's height has no task, in mm."""
        return (float(self.document.pages[-1].height) - self._end(-1)) / _PX_A_MM - _FOOT

    @property
    def has_idle(self) -> bool:
        """Whether its first or last page has no task."""
        return not (self._end(0) and self._end(-1))

    def _end(self, page: int) -> float:
        ends = [bottom for _, _, _, bottom in self.document.pages[page].anchors.values()]
        return float(max(ends, default=0))


LayOut = Callable[[Version, Setting], Sheets]
Set = tuple[Sheets, ...]
"""Both versions, laid out alike."""


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
            if other.pages == each.pages and other.used > sheets[at].used:
                sheets[at] = other
    return (*sheets,)


def in_large_print(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay versions out in large print as they are: one key is for both sizes, and a class is told one number.

    The notice takes a fifth of a page there: at the foot of the first it would drive a task to the next, on the last
    one it may stand alone, unless there is a line more to write on. So each version has it where it takes less room.
    """
    settings = [WIDE._replace(is_notice_last=is_last) for is_last in (True, False)]
    ways = [*product(*([lay_out(each, setting) for setting in settings] for each in versions))]
    tried = {id(way): way for way in (ways[0], min(ways, key=_empty))}.values()
    return min((_with_lines(each, lay_out, is_large=True) for each in tried), key=_empty)


def _empty(sheets: Set) -> tuple[int, int, bool, float]:
    """Tell how many pages there are, how many first and last ones have no task, whether one has more, and how much of the first is empty."""
    most, _ = counted(sheets)
    idle = sum(each.has_idle for each in sheets)
    return most, idle, not _is_even(sheets), -sum(each.used for each in sheets)


def _with_lines(sheets: Set, lay_out: LayOut, *, is_large: bool) -> Set:
    """Give lines that were left out, a line for each entry of a long list, and what else there is room for.

    A page is added for none of them.
    """
    own = [task for task in sheets[0].version.test.tasks if task.form == "write"]
    needed = max((lines_of(task, is_large=is_large) for task in own), default=0)
    now = sheets[0].setting
    if needed > now.most_lines:
        tried = sorted({needed, *range(now.most_lines + 2, needed, 2)}, reverse=True)
        close = now._replace(is_close=True)
        settings = [now._replace(most_lines=needed), *(close._replace(most_lines=n) for n in tried)]
        sheets = _first_that_holds(sheets, lay_out, settings)
    gap = _GAP_LARGE if is_large else _GAP_CLOSE if sheets[0].setting.is_close else _GAP
    left = [int(each.left / gap) for each in sheets]
    if sheets[0].pages == 1 or max(each.left for each in sheets) < _TOO_MUCH:
        return sheets
    most = min(*left, _MOST_GIVEN * sum(not is_list(task) for task in own))
    counts = [n for n in (most, most * 4 // 5, most // 2, most // 4) if n > 0]
    return _first_that_holds(sheets, lay_out, [sheets[0].setting._replace(given=n) for n in counts])


def _first_that_holds(sheets: Set, lay_out: LayOut, settings: Sequence[Setting]) -> Set:
    """Give sheets in the first setting that adds no page to either version; else as they are."""
    for setting in settings:
        found = list[Sheets]()
        for each in sheets:
            at = each.setting.is_notice_last
            found.append(lay_out(each.version, setting._replace(is_notice_last=at)))
            if found[-1].pages > each.pages:
                break
        else:
            return (*found,)
    return sheets


def _even(test: ClassTest, lay_out: LayOut) -> Set:
    """Lay both versions out on as many pages, two where that is promised."""

    def made(each: ClassTest, setting: Setting, order: int = 0) -> Set:
        seed = f"{each.seed} {order}" if order else each.seed
        return tuple(lay_out(version, setting) for version in versions_of(each, seed))

    def promised(each: ClassTest, setting: Setting, order: int) -> Set | None:
        sheets = list[Sheets]()
        for version in versions_of(each, f"{each.seed} {order}" if order else each.seed):
            sheets.append(lay_out(version, setting))
            if sheets[-1].pages > PAGES:
                return None
        return (*sheets,) if _is_even(sheets) else None

    first = made(test, WIDE)
    if len(test.tasks) <= PROMISED:
        if _is_even(first) and first[0].pages <= PAGES:
            may_save = first[0].pages > 1 and max(each.filled for each in first) < _NEARLY_ONE
            close = promised(test, CLOSE, 0) if may_save else None
            return close if close and close[0].pages < first[0].pages else first
        orders = _ORDERS_CLOSE if counted(first)[0] == PAGES + 1 else 1
        tries = (promised(*each) for each in _closer(test, orders))
        if found := next(filter(None, tries), None):
            return found
    best = on_fewer(first, lambda: made(test, CLOSE))
    setting = WIDE if best is first else CLOSE
    others = (made(test, setting, order) for order in range(1, _ORDERS))
    most = max(each.pages for each in best)
    even = (each for each in chain((best,), others) if _is_even(each) and each[0].pages <= most)
    return next(even, best)


def _is_even(sheets: Sequence[Sheets]) -> bool:
    return len({each.pages for each in sheets}) == 1


def on_fewer(wide: Set, closer: Callable[[], Set]) -> Set:
    """Take the closer one if it saves a page."""
    if all(each.pages == 1 for each in wide):
        return wide
    close = closer()
    return close if counted(close) < counted(wide) else wide


def counted(sheets: Set) -> tuple[int, int]:
    """Tell how many pages the longer of both has, and how many both have."""
    counts = [each.pages for each in sheets]
    return max(counts), sum(counts)


def _closer(test: ClassTest, orders: int) -> Iterator[tuple[ClassTest, Setting, int]]:
    """Yield what takes less room, by and by: closer lines, another order, other items, fewer lines."""
    for order in range(orders):
        yield test, CLOSE, order
    while swapped := _with_shorter(test):
        test = swapped
        yield test, CLOSE, 0
    for most in _FEWER:
        yield test, Setting(is_close=True, most_lines=most), 0


def _with_shorter(test: ClassTest) -> ClassTest | None:
    """Ask a spare item instead of the one that takes most room; nothing if none takes less."""
    own = [task for task in test.tasks if task.form in ("fill", "write")]
    longest = max(own, key=_room, default=None)
    shortest = min(test.spares, key=_room, default=None)
    if longest is None or shortest is None or _room(shortest) >= _room(longest):
        return None
    return test.with_spare(longest, shortest)


def _room(task: Task) -> float:
    """Tell about how many lines a task takes, with its question."""
    written = 0 if task.form == "fill" else lines_of(task)
    return written + len(task.entry.prompt) / _LETTERS_A_LINE
