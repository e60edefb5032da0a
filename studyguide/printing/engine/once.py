"""What WeasyPrint would do over again: split a text, lay out what stands in columns.

In columns it lays out everything anew for each height that it tries, up to ten: key and index took half the time
of a guide. Here what is as wide as in the last try is taken from that, and moved; where columns end is left to
WeasyPrint.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.instead import instead
from studyguide.printing.engine.plain import Plain
from studyguide.printing.engine.plain_lines import PlainLines
from studyguide.printing.engine.saved_lines import where_that_saves_a_line
from studyguide.printing.engine.splits import Splits, split_once

_IN_FLOW: Final = 11
"""How much is told of a box that is laid out in the flow of another."""


class _Kept(NamedTuple):
    """A box as it was laid out, what was told with it, what it was made of and where, or how far from it; its own box keeps that from going."""

    laid_out: Any
    more: tuple[Any, ...]
    box: Any
    size: tuple[float, float]
    x: float
    y: float


@contextmanager
def in_layout(layout: Any, line_break: Any, splits: Splits) -> Iterator[None]:
    """Do what is said here while the block runs; what it takes are a package and a module of WeasyPrint, and what is known from other layouts in the same faces."""
    inline, preferred, block, page = layout.inline, layout.preferred, layout.block, layout.page
    resolve = _resolved_once(layout.percent.resolve_percentages, page.boxes.PageBox)
    modules = [each for each in vars(layout).values() if hasattr(each, "resolve_percentages")]
    with ExitStack() as stack:
        for each in modules:
            stack.enter_context(instead(each, "resolve_percentages", lambda _: resolve))
        stack.enter_context(
            instead(preferred, "split_first_line", partial(split_once, Splits({}, {})))
        )
        stack.enter_context(instead(inline, "split_first_line", partial(Plain, line_break)))
        stack.enter_context(instead(inline, "split_first_line", partial(split_once, splits)))
        stack.enter_context(instead(inline, "strut", of_each_style))
        stack.enter_context(instead(inline, "get_next_linebox", partial(PlainLines, inline)))
        stack.enter_context(instead(inline, "get_next_linebox", where_that_saves_a_line))
        stack.enter_context(instead(inline, "get_next_linebox", _laid_out_once))
        stack.enter_context(instead(block, "block_level_layout", _placed_once))
        yield


class _Styled:
    """Stands for all boxes of a style."""

    def __init__(self, style: Any) -> None:
        self.style = style


class _Resolved(NamedTuple):
    """What a style comes to, kept by how wide is what is around, and if it `is_by_share` by how tall; nothing where more decides.

    The style is kept, too: its name would be another's as soon as it goes.
    """

    style: Any
    kept: dict[Any, dict[str, Any]] | None
    is_by_share: bool


def _is_tall_by_share(style: Any) -> bool:
    """Whether how tall a box is hangs on how tall is what it stands in."""
    asked = (style["height"], style["min_height"], style["max_height"])
    return any(each != "auto" and getattr(each, "unit", "") != "px" for each in asked)


def _resolved_once(before: Any, page: Any) -> Any:
    """Keep what margins, borders and sizes come to in each style, by the size of what is around.

    All texts and nearly all blocks of a style are in something of one width; they were a twelfth of a layout.
    """
    known = dict[int, _Resolved]()

    def resolve(box: Any, containing_block: Any) -> None:
        style, around = box.style, containing_block
        of = known.get(id(style))
        if of is None:
            hangs_on_more = isinstance(box, page) or style["border_collapse"] == "collapse"
            of = _Resolved(style, None if hangs_on_more else {}, _is_tall_by_share(style))
            known[id(style)] = of
        _, kept, is_by_share = of
        if kept is None:
            before(box, around)  # by its height, and by the borders beside it
            return
        wide, tall = around if type(around) is tuple else (around.width, around.height)
        size = (wide, tall) if is_by_share else wide
        values = kept.get(size)
        if values is None:
            styled = _Styled(style)
            before(styled, around)
            values = kept[size] = vars(styled)
        box.__dict__.update(values)

    return resolve


def _is_column_alone(context: Any) -> bool:
    """Whether what is laid out stands in columns, beside nothing that floats, and leads to no footnote."""
    notes = context.footnotes or context.current_page_footnotes or context.reported_footnotes
    return context.in_column and not (context.excluded_shapes or notes)


def _laid_out_once(before: Any) -> Any:
    """Keep lines in columns."""
    known = dict[tuple[Any, ...], _Kept]()

    def next_line(context: Any, box: Any, y: float, *rest: Any) -> tuple[Any, Any]:
        _, skipped, around, absolutes, fixed, *first = rest
        if not _is_column_alone(context) or any(first):
            return before(context, box, y, *rest)  # type: ignore[no-any-return]
        key = context.current_page, id(box), repr(skipped), box.text_indent, around.width
        x, outside = around.content_box_x(), len(absolutes) + len(fixed)
        if kept := known.get(key):
            box.position_y, (box.width, box.height) = y, kept.size
            line = kept.laid_out.deepcopy()  # of what is parted this time, and may not be the next
            line.translate(x - kept.x, y - kept.y)
            line.position_y = y
            return line, kept.more[0]
        line, resume_at = before(context, box, y, *rest)
        is_alone = len(absolutes) + len(fixed) == outside and not context.excluded_shapes
        if line is not None and is_alone:
            size = box.width, box.height
            known[key] = _Kept(line.deepcopy(), (resume_at,), box, size, x, line.position_y)
        return line, resume_at

    return next_line


def _placed_once(before: Any) -> Any:
    """Keep what stands in columns and is not parted: only its place is another, and of the last try nothing else is left."""
    known = dict[tuple[Any, ...], _Kept]()

    def level(context: Any, box: Any, *how: Any, **named: Any) -> Any:
        if len(how) != _IN_FLOW or named or not _is_column_alone(context):
            return before(context, box, *how, **named)
        space, skipped, around, *rest = how
        if not around.is_column:
            return before(context, box, *how)
        is_first, absolutes, fixed, margins, *others = rest
        if skipped or is_first or any(others):
            return before(context, box, space, skipped, around, *rest)
        key = context.current_page, id(box), around.width, *margins
        x, y, outside = box.position_x, box.position_y, len(absolutes) + len(fixed)
        if kept := known.get(key):
            placed = kept.laid_out
            placed.translate(x + kept.x - placed.position_x, y + kept.y - placed.position_y)
            if not context.overflows_page(space, placed.position_y + placed.margin_height()):
                resume_at, next_page, below, *more = kept.more
                return placed, resume_at, {**next_page}, [*below], *more
        new, *more = result = before(context, box, space, skipped, around, *rest)
        is_alone = len(absolutes) + len(fixed) == outside and not context.excluded_shapes
        if new is not None and more[0] is None and is_alone:
            _, next_page, below, *others = more
            more = [None, {**next_page}, [*below], *others]
            at = new.position_x - x, new.position_y - y
            known[key] = _Kept(new, (*more,), box, (0, 0), *at)
        return result

    return level
