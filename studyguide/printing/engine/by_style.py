"""What hangs on a style alone is asked once for it: if a box has a background, if it is in the flow; and pages share theirs.

WeasyPrint computes for each page the values of its own style and of those of its margins anew, which were two thirds
of all values of a guide; it asks every box for images, colours and round corners that next to none has; and to know
on which sort of page a box stands it asks all its children if they are in the flow, though the first and last decide.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final, TypeVar

from studyguide.printing.engine.instead import instead

Told = TypeVar("Told")

_CORNERS: Final = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)

_BARE: Final = {**dict.fromkeys(_CORNERS, (0, 0)), "background": None}
"""What a box is told that has neither round corners nor a background."""

_BY_IMAGES: Final = ("border_image_source", "mask_border_source")


@contextmanager
def asked_once(layout: Any) -> Iterator[None]:
    """Do what is said here while the block runs; `layout` is WeasyPrint's package of that name."""
    page, background = layout.page, layout.background
    with (
        instead(page, "set_page_type_computed_styles", _of_pages),
        instead(background, "layout_box_backgrounds", _laid_where_there_is_one),
        instead(
            layout.block, "block_container_layout", partial(_of_cells, page.boxes.TableCellBox)
        ),
        instead(page.boxes.Box, "is_in_normal_flow", _in_flow),
        instead(
            page.boxes.Box, "establishes_formatting_context", partial(_of_contexts, page.boxes)
        ),
        instead(page.boxes.ParentBox, "page_values", _by_first_and_last),
        instead(page.boxes.Box, "descendants", partial(_in_turn, page.boxes.Box)),
    ):
        yield


def of_each_style(ask: Callable[[Any], Told]) -> Callable[[Any], Told]:
    """Ask something of each style once."""
    known = dict[int, tuple[Told, Any]]()

    def told(style: Any) -> Told:
        found = known.get(id(style))
        if found is None:
            found = known[id(style)] = (
                ask(style),
                style,
            )  # whose name is another's as soon as it goes
        return found[0]

    return told


def _of_pages(before: Any) -> Any:
    """Let pages that the same rules are for share their styles; not the first, by which units of its size go."""
    known = dict[tuple[bool, ...], dict[str | None, Any]]()

    def styled(page: Any, html: Any, style_for: Any) -> None:
        matches, styles = style_for._page_type_match, style_for.get_computed_styles()  # noqa: SLF001
        key = tuple(
            matches(selector[2], page)
            for sheet, *_ in style_for._sheets  # noqa: SLF001
            for _, selectors, _ in sheet.page_rules
            for selector in selectors
        )
        if key in known:
            styles.update({(page, where): style for where, style in known[key].items()})
            return
        before(page, html, style_for)
        if page.index:
            known[key] = {where: style for (of, where), style in styles.items() if of == page}

    return styled


def _of_cells(kind: Any, before: Any) -> Any:
    """Let cells share the copy of their style that WeasyPrint makes for each whose height is given, to do without that."""
    known = dict[tuple[int, int], Any]()

    def lay_out(context: Any, box: Any, *rest: Any, **how: Any) -> Any:
        style = box.style
        if type(box) is kind and style["height"] == "auto" and hasattr(style, "cascaded"):
            box.style = known.setdefault((id(style.cascaded), id(style.parent_style)), style)
        return before(context, box, *rest, **how)

    return lay_out


def _laid_where_there_is_one(before: Any) -> Any:
    """Tell a box that it has no background, where its style has none."""
    is_bare = of_each_style(_is_bare)

    def lay_out(page: Any, box: Any, image_of: Any, *more: Any, **how: Any) -> None:
        if more or how or box is page or "style" not in vars(box) or not is_bare(box.style):
            before(page, box, image_of, *more, **how)
            return
        vars(box).update(_BARE)
        for child in box.all_children():
            lay_out(page, child, image_of)

    return lay_out


def _is_bare(style: Any) -> bool:
    """Whether a style has neither round corners nor anything behind a text."""
    color = style["background_color"]
    behind = style["color"] if color == "currentcolor" else color
    has_image = any(kind == "url" or value for kind, value in style["background_image"])
    return (
        not has_image
        and not style["box_shadow"]
        and all(style[each][0] == "none" for each in _BY_IMAGES)
        and all((0, "px") in style[each] for each in _CORNERS)
        and behind.alpha == 0
    )


def _in_flow(before: Any) -> Any:
    """Tell of what neither floats nor has a position of its own that it is in the flow."""

    def is_in_flow(box: Any) -> bool:
        style = box.style
        is_usual = style["float"] == "none" and style["position"] == "static"
        return is_usual or bool(before(box))

    return is_in_flow


def _of_contexts(boxes: Any, before: Any) -> Any:
    """Tell by its kind whether a box parts margins and floats from those around it, where its style does not say so."""
    says_so = of_each_style(_parts)

    def establishes(box: Any) -> bool:
        if box.is_column or says_so(box.style):
            return bool(before(box))
        return isinstance(box, boxes.BlockContainerBox) and not isinstance(box, boxes.BlockBox)

    return establishes


def _parts(style: Any) -> bool:
    """Whether a style may part what has it from what is around."""
    return (
        style["float"] != "none"
        or style["position"] != "static"
        or style["overflow"] != "visible"
        or "flow-root" in style["display"]
    )


def _by_first_and_last(_: Any) -> Any:
    """Tell on which sort of page a box begins and ends, without asking all that is between."""

    def page_values(box: Any) -> tuple[Any, Any]:
        return edge(box, iter), edge(box, reversed)

    def edge(box: Any, outside: Callable[[Any], Iterator[Any]]) -> Any:
        """Give the innermost page of what is first in each other, or last."""
        page = box.style["page"]
        while True:
            page = box.style["page"] or page
            if type(box).page_values is not page_values:
                return page  # tables, and what holds nothing, have but one
            box = next(filter(_flows, outside(box.children)), None)
            if box is None:
                return page

    return page_values


def _in_turn(kind: Any, _: Any) -> Any:
    """Give a box and all in it without handing each up through all that it stands in."""

    def descendants(box: Any, placeholders: bool = False) -> Iterator[Any]:
        waiting = [box]
        while waiting:
            each = waiting.pop()
            while placeholders and not isinstance(each, kind):
                each = each._box  # noqa: SLF001, what a placeholder stands for
            yield each
            if isinstance(each, kind):
                waiting.extend(reversed(each.children))

    return descendants


def _flows(box: Any) -> bool:
    return bool(box.is_in_normal_flow() or box.is_floated())
