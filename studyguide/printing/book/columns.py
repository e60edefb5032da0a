"""The columns of key and index, once they are laid out: where they begin, and where references stand; letters overleaf."""

from collections.abc import Callable, Iterator
from typing import Any

from studyguide.printing.book.units_on_page import again, classes_of, move, top_and_foot
from studyguide.printing.press.boxes import boxes_in

_ROUNDING = 0.01


def set_in_columns(document: Any) -> Any:
    """Begin every column at its top, where WeasyPrint leaves the margin of a heading, and put references at its edge.

    The number of an answer that goes on from the column before stands there once more, in brackets.
    """
    pages, last = [*document.pages], None
    for at, page in enumerate(pages):
        columns = [*_key_columns(page._page_box)]  # noqa: SLF001, it is nowhere else
        for column in columns:
            _level(column)
            for block, reference in _references_in(column):
                move(reference, 0, _to_edge(block, reference))
            if last is not None and column.children[0].element is last.element:
                _number_again(last, column.children[0])
            last = column.children[-1]
        if columns:
            pages[at] = again(page)
    return document.copy(pages)


def _key_columns(page: Any) -> Iterator[Any]:
    for box in boxes_in(page):
        if "key" in classes_of(box):
            parts = (each for each in box.children if each.element is box.element)
            yield from (column for column in parts if column.children)


def _level(column: Any) -> None:
    up = column.children[0].margin_top
    for each in column.children if up else ():
        move(each, -up)


def _references_in(column: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each block that ends with a reference, and that."""
    for block in boxes_in(column):
        for line in getattr(block, "children", ()):
            last = _last_in(line)
            if "kept-with" in classes_of(last):
                last = _last_in(last)
            if line.element is block.element and "cite" in classes_of(last):
                yield block, last


def _number_again(before: Any, after: Any) -> None:
    """Put the number of an answer beside the first line of what goes on; of three parts the second hands it on."""
    one, other = _first_line(before), _first_line(after)
    number = next((box for box in boxes_in(one) if _is_number(box)), None) if one else None
    if number is None or other is None:
        return
    again = number.deepcopy()
    down = other.position_y + other.baseline - one.position_y - one.baseline
    move(again, down, after.content_box_x() - before.content_box_x())
    text = next(each for each in boxes_in(again) if hasattr(each, "pango_layout"))
    if not text.text.startswith("("):
        _write(text, f"({text.text})")
    other.children = [again, *other.children]


def _first_line(box: Any) -> Any:
    return next((each for each in boxes_in(box) if type(each).__name__ == "LineBox"), None)


def _is_number(box: Any) -> bool:
    return "number" in classes_of(box)


def _last_in(box: Any) -> Any:
    return next(reversed(getattr(box, "children", ())), box)


def _to_edge(block: Any, reference: Any) -> float:
    """Tell how far right of it a reference is to stand, which is left where its text runs that way."""
    edge, at = block.content_box_x(), reference.position_x
    if block.style["direction"] == "rtl":
        return float(edge - at)
    return float(edge + block.width - at - reference.margin_width())


def with_letters_overleaf(document: Any, width_of: Callable[[Any], float]) -> Any:
    """Say each letter of the index again, as its `data-again` has it, where a page begins behind one.

    It stands above what goes on, if the column has room for a line; `width_of` measures one.
    """
    pages, letter = [*document.pages], None
    for at, page in enumerate(pages):
        columns = _columns_of(page)
        is_open = letter and columns and _goes_on(columns[0])
        if is_open and (said := _put_above(page, columns[0], letter)):
            _say_again(said, width_of)
            pages[at] = again(page)
        letters = [each for column in columns for each in column.children if _told_again(each)]
        letter = letters[-1] if letters else letter
    return document.copy(pages)


def _columns_of(page: Any) -> list[Any]:
    """Give the columns of the index on a page."""
    boxes = boxes_in(page._page_box)  # noqa: SLF001, it is nowhere else
    index = next((box for box in boxes if classes_of(box) == ["index"]), None)
    return [each for each in index.children if each.children] if index else []


def _goes_on(column: Any) -> bool:
    """Whether a column begins with what is no letter."""
    return not _told_again(column.children[0])


def _put_above(page: Any, column: Any, letter: Any) -> Any:
    """Put a letter above a column and give it; nothing if there is no room for it."""
    down, last = float(letter.height), column.children[-1]
    foot = float(last.position_y + last.margin_top + last.border_height())
    if foot + down > top_and_foot(page)[1] + _ROUNDING:
        return None
    first = column.children[0]
    said = letter.deepcopy()
    move(said, float(first.position_y - said.position_y), float(first.position_x - said.position_x))
    for each in column.children:
        move(each, down)
    column.children = [said, *column.children]
    return said


def _say_again(letter: Any, width_of: Callable[[Any], float]) -> None:
    """Write what is said overleaf into the line of a letter."""
    text = next(each for each in boxes_in(letter) if hasattr(each, "pango_layout"))
    _write(text, _told_again(letter))
    wider = width_of(text) - text.width
    text.width += wider
    if text.style["direction"] == "rtl":
        text.position_x -= wider


def _write(text: Any, said: str) -> None:
    """Have a line say something else."""
    text.text = said
    text.pango_layout = type(text.pango_layout)(text.style)
    text.pango_layout.set_text(said)


def _told_again(box: Any) -> str:
    return "" if box.element is None else str(box.element.get("data-again", ""))
