"""How a class test fills its pages: in the order that does it best, with lines that there is room for."""

from collections.abc import Sequence

from studyguide.class_test.tasks import ClassTest
from studyguide.class_test.versions import Version, again
from studyguide.printing.class_test.dealing import dealt, evened
from studyguide.printing.class_test.fewest_pages import on_fewest
from studyguide.printing.class_test.ruling import (
    MOST_GIVEN,
    WHOLE,
    full_ones,
    having_more,
    stands_abreast,
)
from studyguide.printing.class_test.sheets import (
    WIDE,
    LayOut,
    Set,
    Setting,
    Sheets,
    counted,
    is_even,
)
from studyguide.printing.class_test.spacing import FAR_APART, spread

_ORDERS_TO_FILL, _FULL = 5, 0.86
"""Orders that are tried where page 1 is used to less than this part of its height."""

_GAP, _GAP_CLOSE, _GAP_LARGE = 7.5, 6.8, 12
"""Millimetres from one writing line to the next, as in the style sheet."""

_TOO_MUCH, _STILL_MUCH = 51, 76
"""Millimetres of the last page that are left empty: a fifth; three tenths, where what is set apart may stand farther."""


def test_on_pages(test: ClassTest, lay_out: LayOut) -> Set:
    """Lay a test out so that both versions have as many pages, and no more than twenty items need.

    Since no task is parted, page 1 may end early: of a few orders the one that fills it best is taken.
    """
    sheets = [*_with_lines(on_fewest(test, lay_out), lay_out, is_large=False)]
    for at, each in enumerate(sheets):
        others = [sheet.version for sheet in sheets if sheet is not each]
        for attempt in range(1, _ORDERS_TO_FILL):
            if sheets[at].used >= _FULL or each.pages == 1:
                break
            other = lay_out(again(each.version, others, attempt), each.setting)
            is_whole = other.pages == each.pages and not other.has_idle
            if is_whole and other.used > sheets[at].used:
                sheets[at] = other
    return _filled((*sheets,), lay_out)


def in_large_print(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay versions out in large print as they are: one key is for both sizes, and a class is told one number.

    The notice takes a fifth of a page there: at the foot of the first it would drive a task to the next, on the last
    one it may stand alone, unless there is a line more to write on. So it stands where it takes less room, in all
    versions alike.
    """
    settings = [WIDE._replace(is_notice_last=is_last) for is_last in (True, False)]
    ways = [tuple(lay_out(each, setting) for each in versions) for setting in settings]
    tried = {id(way): way for way in (ways[0], min(ways, key=_empty))}.values()
    found = min((_with_lines(each, lay_out, is_large=True) for each in tried), key=_empty)
    return evened(_filled(found, lay_out), lay_out)


def _filled(sheets: Set, lay_out: LayOut) -> Set:
    """Set tasks further apart where a last page is left with few of them, since there was no line to be given to all of a group; or begin it earlier."""
    if not _are_left(sheets, _TOO_MUCH):
        return sheets
    apart = spread(sheets, lay_out)
    if _are_left(apart, _STILL_MUCH):
        apart = spread(sheets, lay_out, FAR_APART)
    return dealt(apart, lay_out)


def _are_left(sheets: Set, most: float) -> bool:
    """Whether more of a last page is left empty."""
    return any(each.pages > 1 and each.left > most for each in sheets)


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
    plain = (task for task in own if not stands_abreast(task, now.ruled, is_large=is_large))
    entries = max((task.things for task in plain), default=0)
    if is_whole and entries > now.ruled.listed:
        tried = sorted({entries, *range(now.ruled.listed + 2, entries, 2)}, reverse=True)
        close = now._replace(is_close=True)
        settings = [_listed(now, entries), *(_listed(close, n) for n in tried)]
        sheets = _first_that_holds(sheets, lay_out, settings)
    now = sheets[0].setting
    gap = _GAP_LARGE if is_large else _GAP_CLOSE if now.is_close else _GAP
    lines = min(int(each.empty / gap) for each in sheets)
    is_full = is_whole and max(each.left for each in sheets) < _TOO_MUCH
    if sheets[0].pages == 1 or is_full:
        most = sum(1 for _ in full_ones(own, is_large=is_large)) if is_whole else 0
    else:
        most = MOST_GIVEN * len(having_more(own) if is_whole else own)
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
