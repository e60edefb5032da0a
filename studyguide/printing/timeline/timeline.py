"""All dates of a guide on one line, true to scale: where everything stands, in millimetres."""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from studyguide.guide.guide import Entry, Guide
from studyguide.language.times.dates import time_of
from studyguide.printing.press.options import Layout
from studyguide.printing.timeline.breaks import FAR
from studyguide.printing.timeline.labels import Label, Sizes
from studyguide.printing.timeline.paging import room_below, rooms_of
from studyguide.printing.timeline.panels import LEAST_HEIGHT, Dates, How, Panel, drawn

_HEIGHTS = {"a4": 196.0, "letter": 180.0}
"""Of what is left on a page below a heading."""

_FAR, _NEAR = 0.9, 0.5
"""Steps between round years that a label is from its date: more than can be read well; as much as is no harm."""

_DRIFTED, _CROWDED = 0.2, 0.6
"""Of the height of a line, that a label is from its date at most, if two pages halve that; of the height of a page, that a line
takes before it goes on two: of one of few dates the first would be nearly empty."""

_FARTHER, _A_PAGE = 2.0, 4.0
"""So many times as far from their dates labels may be where pages are fuller; what counts against a page."""

_ASTRAY, _SCALED = 2.0, 0.75
"""Lines of text that labels are from their dates, before each page has a scale of its own, or a line on one page breaks more; what
that leaves of it at most."""

_FEW_BREAKS, _A_PAGE_LESS = 1, 10.0
"""Of a line on one page; one that has more takes a page less only if no label is so many millimetres farther from its date for it."""

_OTHERS: tuple[How, ...] = ("close", "full", "parted")
"""What is tried besides pages that are filled."""


class Timeline(NamedTuple):
    """The line, page by page, and the dates that have no place on it, since they name no year."""

    panels: tuple[Panel, ...] = ()
    undated: tuple[Entry, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether the line leaves out time somewhere."""
        return any(panel.breaks for panel in self.panels)


def timeline_of(guide: Guide, layout: Layout) -> Timeline:
    """Draw the dates of a guide that name a year, in their order, on as many pages as they need.

    There is none for less than two: nothing could be seen from it.
    """
    entries = [entry for section in guide.sections for entry in section.of("date")]
    timed = [(time_of(entry.prompt), entry) for entry in entries]
    dated = sorted(((time, each) for time, each in timed if time), key=lambda each: each[0])
    if len(dated) < 2:
        return Timeline()
    undated = tuple(entry for time, entry in timed if not time)

    def set_in(sizes: Sizes, *, is_longer: bool = False) -> Dates:
        sizes = sizes.with_whole((entry.prompt for entry in entries), guide.language)
        below = room_below(undated, sizes, guide.language)
        return Dates(dated, guide.language, sizes, _HEIGHTS[layout.paper], below, is_longer)

    def drawn_so(*, is_longer: bool) -> list[Panel]:
        sizes = Sizes.of(layout)
        found = _panels(set_in(sizes, is_longer=is_longer))
        if layout.is_large and len(found) > 1:
            return _on_one(set_in(sizes.closer, is_longer=is_longer), _farthest(found)) or found
        return found

    panels = drawn_so(is_longer=False)
    if _is_past(panels[-1]):
        longer = drawn_so(is_longer=True)
        panels = longer if len(longer) == len(panels) else panels
    return Timeline(tuple(panels), undated)


def _is_past(panel: Panel) -> bool:
    """Whether the last date of a line is behind its last round year."""
    return max(label.end for label in panel.labels) > max(tick.down for tick in panel.ticks)


def _on_one(dates: Dates, far: float) -> list[Panel]:
    """Draw all on one page, where it is seen at once, if labels have room there and none is far from its date; else nothing.

    On a line that is broken often, which is read less well, none is much farther than on several pages, where that is `far`.
    """
    panels = [*drawn(dates, "scaled")]
    is_near = len(panels) == 1 and _drifted(panels) <= _DRIFTED
    is_plain = is_near and len(panels[0].breaks) <= _FEW_BREAKS
    return panels if is_plain or (is_near and _farthest(panels) <= far + _A_PAGE_LESS) else []


def _panels(dates: Dates) -> list[Panel]:
    """Draw the pages of the line; one on which labels stand far from their years goes on two, if that brings all near.

    What has drifted by much of the line goes there if that brings it half as near. Of several each is filled, as far as labels stay near.
    """
    panels = [*drawn(dates, "filled")]
    if len(panels) > 1:
        others = _OTHERS if len(panels) == 2 else _OTHERS[:-1]
        ways = [panels, *([*drawn(dates, how)] for how in others)]
        near = max(_FARTHER * min(map(_off, ways)), _NEAR)
        near_ones = [each for each in ways if _off(each) <= near]
        to_scale = min(near_ones, key=lambda way: _white(way, dates.most))
        return _by_page(dates, to_scale)
    is_full = panels[0].height + dates.below > _CROWDED * dates.most
    is_far = _off(panels) > _FAR
    if dates.below >= 2 * LEAST_HEIGHT or not is_full or not (is_far or _farthest(panels) > FAR):
        return panels
    broken = [*drawn(dates, "scaled")]
    if len(broken) == 1 and _farthest(broken) <= _astray_at_most(panels, dates, is_far=is_far):
        return broken
    if is_far and not panels[0].breaks:
        parted = [*drawn(dates, "parted")]
        is_nearer = _drifted(panels) > max(_DRIFTED, 2 * _drifted(parted))
        return parted if is_nearer or _off(parted) <= _NEAR else panels
    return panels


def _astray_at_most(panels: list[Panel], dates: Dates, *, is_far: bool) -> float:
    """Tell how far labels may be on a line that is broken more for them: near ones, or else clearly nearer than they are."""
    nearer = _SCALED * _farthest(panels)
    is_whole = is_far and not panels[0].breaks
    return _ASTRAY * dates.sizes.line if is_whole else nearer


def _by_page(dates: Dates, to_scale: list[Panel]) -> list[Panel]:
    """Draw each page to a scale of its own, if one for all leaves labels farther from their dates, or takes more pages."""
    by_page, line = [*drawn(dates, "scaled")], dates.sizes.line
    before, after = _astray(to_scale), _astray(by_page)
    far = _farthest(to_scale)
    is_crowded = before > _ASTRAY * line and after <= _SCALED * before
    is_nearer = is_crowded or (far > _ASTRAY * line and _farthest(by_page) <= far / 2)
    is_shorter = len(by_page) < len(to_scale) and after <= max(before, line)
    return by_page if is_nearer or is_shorter else to_scale


def _farthest(panels: Iterable[Panel]) -> float:
    """Tell how far from its date a label stands at most."""
    return max(_far(panel, label) for panel in panels for label in panel.labels)


def _astray(panels: Iterable[Panel]) -> float:
    """Tell how far from their dates labels stand on average."""
    return fmean(_far(panel, label) for panel in panels for label in panel.labels)


def _white(panels: Sequence[Panel], most: float) -> float:
    """Tell what counts against what is empty on pages, but the last one: the square of it in centimetres, and each page as two."""
    rooms = rooms_of(len(panels), most, 0.0)
    left = (room - panel.height for room, panel in zip(rooms, panels[:-1], strict=False))
    return sum((max(each, 0.0) / 10) ** 2 for each in left) + _A_PAGE * len(panels)


def _drifted(panels: Iterable[Panel]) -> float:
    """Tell how far from its date a label stands at most, as a share of its line."""
    return max(_far(panel, label) / panel.height for panel in panels for label in panel.labels)


def _far(panel: Panel, label: Label) -> float:
    """Tell how far a label stands from its date, anywhere beside which it is near."""
    middle = label.top + panel.sizes.line / 2
    return max(label.start - middle, middle - label.end, 0.0)


def _off(panels: Sequence[Panel]) -> float:
    """Tell how far from its date a label stands at most, in steps from one round year to the next."""
    off = (_far(panel, label) for panel in panels for label in panel.labels)
    return max(off) / min(panel.step for panel in panels)
