"""A class test as it is laid out: how close, on how many pages, and how full they are."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from studyguide.class_test.versions import Version
from studyguide.printing.class_test.ruling import WHOLE, Ruled

_PX_A_MM: Final = 96 / 25.4
_FOOT: Final = 15
"""Millimetres below the text of a page."""

_NOTICE: Final = "notice"
_TASK: Final = "task-"
"""The name of the place where it stands; all others are those of tasks."""


class Setting(NamedTuple):
    """How close lines stand, and how many there are to write on.

    What the law asks for stands at the foot of the last page, or of the first one. What is matched may be parted.
    Pictures of a key that is set close are small where they take a page else; of a test they are taller, to be read. Tasks, and answers of a key, stand so many millimetres more `apart`; a page begins with the task of the number `overleaf`.
    """

    is_close: bool = False
    ruled: Ruled = Ruled()
    is_notice_last: bool = True
    is_parted: bool = False
    apart: float = 0.0
    overleaf: int = 0
    has_small_pictures: bool = False
    has_tall_pictures: bool = False


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
        """How much of the last page's height has no task, and no notice, in mm."""
        return self.left_on(-1)

    @property
    def empty(self) -> float:
        """How much that is of all pages."""
        return sum(map(self.left_on, range(self.pages)))

    @property
    def has_idle(self) -> bool:
        """Whether its first or last page has no task."""
        return not (self._end(0) and self._end(-1))

    def tasks_on(self, page: int) -> list[tuple[int, float]]:
        """Give the numbers of tasks that a page has, and how many millimetres lie between where each begins and where the last ends."""
        end = self._end(page)
        places = self.document.pages[page].anchors.items()
        return sorted(
            (int(name.removeprefix(_TASK)), (end - float(top)) / _PX_A_MM)
            for name, (_, top, *_) in places
            if name.startswith(_TASK)
        )

    def left_on(self, number: int) -> float:
        """How much of a page's height has no task, and no notice, in mm."""
        page = self.document.pages[number]
        _, notice, _, _ = page.anchors.get(
            _NOTICE, (0, float(page.height) - _FOOT * _PX_A_MM, 0, 0)
        )
        return (float(notice) - self._end(number)) / _PX_A_MM

    def _end(self, page: int) -> float:
        places = self.document.pages[page].anchors.items()
        return float(max((bottom for name, (*_, bottom) in places if name != _NOTICE), default=0))


LayOut = Callable[[Version, Setting], Sheets]
Set = tuple[Sheets, ...]
"""Both versions, laid out alike."""


class Fit(NamedTuple):
    """How many pages a test has and its key, if that was asked for; the share, in percent, of the lines that answers need."""

    pages: int
    of_key: int = 0
    share: int = WHOLE


def with_notice(made: Callable[[Setting], Set], setting: Setting) -> Set:
    """Lay out with the notice on last pages; on first ones, in all alike, where it would be alone on a page."""
    last = made(setting)
    if not any(each.has_idle for each in last):
        return last
    first = made(setting._replace(is_notice_last=False))
    return first if counted(first) <= counted(last) else last


def fit_of(tests: Set, keys: Set) -> Fit:
    """Tell how versions and their keys fit their pages."""
    of_key = max((each.pages for each in keys), default=0)
    return Fit(counted(tests)[0], of_key, tests[0].setting.ruled.share)


def is_even(sheets: Sequence[Sheets]) -> bool:
    """Whether all have as many pages."""
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
