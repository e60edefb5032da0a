"""Boxes of plain texts and blocks, made of elements with nothing asked that does not concern them.

WeasyPrint goes through all children of each box for what a table might want there, and twice through all boxes for
what stands in flexible ones and grids, of which a page has hardly any; it rewrites each text three times, and joins each
address with that of the page, be it a place in it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.instead import instead

_ODD: Final = re.compile("[\t\r\n]|  ")
"""What of a text is written otherwise where spaces are one."""

_COLLAPSED: Final = frozenset(("normal", "nowrap", "pre-line"))
_IN_ONE: Final = frozenset(("normal", "nowrap"))
"""Where several spaces are one, and where the end of a line is one."""

_STATE: Final = 5
"""Where, behind its style, it is told of an element what was counted so far."""

_PLACE: Final = re.compile(r"#[A-Za-z0-9_-]+")


@contextmanager
def made_plainly(build: Any) -> Iterator[None]:
    """Make boxes so while the block runs; `build` is WeasyPrint's module of that name."""
    text, flexible = build.boxes.TextBox, list[Any]()
    with (
        instead(build, "element_to_box", partial(_of_plain, build)),
        instead(build, "table_boxes_children", partial(_of_no_table, build.boxes, flexible)),
        instead(build, "create_anonymous_boxes", lambda _: partial(_in_few_steps, build, flexible)),
        instead(build.html, "handle_element", _linked),
        instead(text, "process_whitespace", _of_words),
        instead(text, "process_text_transform", _as_written),
    ):
        yield


def _of_plain(build: Any, before: Any) -> Any:
    """Make the box of an element that counts nothing, is no target, and has nothing before, behind or at the head of it."""
    text_box, is_plain = build.boxes.TextBox, of_each_style(_is_plain)

    def made(element: Any, style_for: Any, *rest: Any) -> Any:
        parted = getattr(style_for, "parted", None)
        if parted is None or element in parted or len(rest) <= _STATE or not _is_named(element):
            return before(element, style_for, *rest)
        style = style_for(element)
        if not is_plain(style):
            return before(element, style_for, *rest)
        box, (_, values, scopes, _) = build.make_box(element.tag, style, [], element), rest[_STATE]
        scopes.append(set())
        children = [text_box.anonymous_from(box, element.text)] if element.text else []
        for child in element:
            children += build.element_to_box(child, style_for, *rest)
            if not child.tail:
                continue
            if children and isinstance(children[-1], text_box):
                children[-1].text += child.tail
            else:
                children.append(text_box.anonymous_from(box, child.tail))
        for name in scopes.pop():
            values[name].pop()
            if not values[name]:
                del values[name]
        box.children, box.string_set = children, []
        return build.html.handle_element(element, box, *rest[:2])

    return made


def _is_named(element: Any) -> bool:
    return isinstance(element.tag, str)


def _is_plain(style: Any) -> bool:
    display = style["display"]
    counted = style["counter_reset"] or style["counter_set"]
    is_counted = counted or style["counter_increment"] not in ("auto", ())
    is_told = style["anchor"] or style["string_set"] != "none" or style["bookmark_level"] != "none"
    return display != ("none",) and "list-item" not in display and not is_counted and not is_told


def _of_no_table(boxes: Any, flexible: list[Any], before: Any) -> Any:
    """Take children as they are where neither they nor their box are of a table; note flexible boxes and grids."""
    plain = {boxes.BlockBox, boxes.InlineBox, boxes.InlineBlockBox, boxes.TableCellBox}
    wanted = (boxes.FlexContainerBox, boxes.GridContainerBox)

    def of(box: Any, children: Any) -> Any:
        if type(box) not in plain:
            if isinstance(box, wanted):
                flexible.append(box)
            return before(box, children)
        for child in children:
            if child.internal_table_or_caption or child.proper_table_child:
                return before(box, children)
        box.children = [*children]
        return box

    return of


def _in_few_steps(build: Any, flexible: list[Any], box: Any) -> Any:
    """Look into flexible boxes and grids only where there are some."""
    flexible.clear()
    box = build.anonymous_table_boxes(box)
    if flexible:
        box = build.grid_boxes(build.flex_boxes(box))
    return build.block_in_inline(build.inline_in_block(box))


def _linked(before: Any) -> Any:
    def handle(element: Any, box: Any, *rest: Any) -> Any:
        place = element.get("href", "") if box.element_tag == "a" else ""
        if not _PLACE.fullmatch(place):
            return before(element, box, *rest)
        box.link = ("url", ("internal", place[1:]))
        return [box]

    return handle


def _of_words(before: Any) -> Any:
    def process_whitespace(box: Any, following_collapsible_space: bool = False) -> bool:
        text, spaces = box.text, box.style["white_space"]
        if text == "\n" and spaces in _IN_ONE:
            box.text = text = " "
        elif not text or _ODD.search(text):
            return bool(before(box, following_collapsible_space))
        if spaces not in _COLLAPSED:
            return False
        if following_collapsible_space and text[0] == " ":
            box.text, box.leading_collapsible_space = text[1:], True
        return bool(text[-1] == " ")

    return process_whitespace


def _as_written(before: Any) -> Any:
    def process_text_transform(box: Any) -> None:
        if box.style["text_transform"] != "none" or box.style["hyphens"] == "none":
            before(box)

    return process_text_transform
