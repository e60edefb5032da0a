"""Columns: what has room in a line of one; those of key and index once they are laid out: where they begin, where references stand."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import Any, Final, NamedTuple

from studyguide.guide.guide import Guide
from studyguide.printing.book.going_on import level_with_number, number_again
from studyguide.printing.book.index import has_letters
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.line_counts import Counted, Measure, counted
from studyguide.printing.index.setting import LaidOut, Setting, setting_of
from studyguide.printing.lines.line_breaking import has_all, lines_of, width_of
from studyguide.printing.lines.text_columns import Column, measure_of
from studyguide.printing.press.boxes import PIXELS, boxes_in, classes_of, move, top_and_foot
from studyguide.printing.press.fonts import SANS_REGULAR, SERIF, SERIF_BOLD, SERIF_ITALIC
from studyguide.printing.press.options import Layout
from studyguide.printing.press.page_numbers import again

_INDEX: Final = {False: (128 / 3, 4.0, 2.0), True: (66.0, 6.0, 3.0)}
"""How wide an entry of an index is, how far left its first line begins, and how much shorter a sub-heading's are, in millimetres; in large print, too."""
_COLUMNS: Final = {False: 3, True: 2}
_KERNED, _ROUNDING = 0.02, 0.01

_FEW_LETTERS, _FEW = 24, 5
"""Of an entry of a list that shares its line with others; so many entries, and fewer, have a line each where one does not hold all."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_GAP, _APART, _POINT = "\u2002 ", 0.75, 25.4 / 72
"""Between two answers of a line, in sizes of their type, too; a point in millimetres."""


def runs_in(answers: Sequence[str], citation: str, column: Column, layout: Layout) -> bool:
    """Whether answers, and a citation where one stands behind them, take one line of a column together, or several stand on each line."""
    is_one = are_a_line(answers, citation, column, layout)
    return is_one or side_by_side(answers, citation, column, layout) is not None


def are_a_line(answers: Sequence[str], citation: str, column: Column, layout: Layout) -> bool:
    """Whether answers, and a citation where one stands behind them, take one line of a column."""
    line = _GAP.join(f"•\u00a0{answer}" for answer in answers)
    return is_a_line(line, citation, column, layout)


class SideBySide(NamedTuple):
    """Short entries of a list: how wide each is, in millimetres, and how many of them stand on a line."""

    wide: float
    each_line: int


def side_by_side(
    answers: Sequence[str], citation: str, column: Column, layout: Layout
) -> SideBySide | None:
    """Tell how many short entries, and how wide, each line of a key has, all alike, of which the last has room for a citation, too; nothing where it has but one."""
    is_short = all(len(each) <= _FEW_LETTERS and "\n" not in each for each in answers)
    if column == "beside" or len(answers) <= _FEW or not is_short:
        return None
    most, size, small = measure_of(column, layout)
    widest = max(width_of(f"•\u00a0{answer}", SERIF) for answer in answers) * (1 + _KERNED)
    cited = (size / 2 + width_of(f"\u00a0{citation}", SANS_REGULAR) * small) if small else 0.0
    room = most / _POINT / size + _APART
    count, pitch = len(answers), widest + _APART
    for lines in range(ceil(count / max(int(room / pitch), 1)), ceil(count / 2) + 1):
        each_line = ceil(count / lines)
        last = (count - 1) % each_line + 1
        if last * pitch + cited / size <= room:
            return SideBySide(round(widest * size * _POINT, 2), each_line)
    return None


def is_a_line(text: str, citation: str, column: Column, layout: Layout) -> bool:
    """Whether a text, and a citation where one stands behind it, take one line of a column."""
    most, size, small = measure_of(column, layout)
    wide = width_of(text, SERIF) * size
    if small:
        wide += size / 2 + width_of(f"\u00a0{citation}", SANS_REGULAR) * small
    return "\n" not in text and wide * _POINT <= most


def leaves_half(text: str, column: Column, layout: Layout) -> bool:
    """Whether last words, kept together by spaces that do not break, leave the line before them less than half full.

    In large print that is better than a last word alone.
    """
    before, _, words = text.rpartition(" ")
    if layout.is_large or _NO_BREAK not in words:
        return False
    most, size, _ = measure_of(column, layout)
    wide = most / size / _POINT
    if width_of(words, SERIF) < wide / 2:
        return False  # they would stand in that line
    line = lines_of(before, SERIF, wide)[-1]
    is_full = width_of(line, SERIF) >= wide / 2
    return not is_full and not is_a_line(f"{line} {words}", "", column, layout)


def set_in_columns(document: Any) -> Any:
    """Begin every column at its top, where WeasyPrint leaves the margin of a heading, and put references at its edge, what stands below a number beside it.

    The number of an answer that goes on from the column before stands there once more, in brackets.
    """
    pages, last = [*document.pages], None
    for at, page in enumerate(pages):
        columns = [*columns_of(page)]
        for column in columns:
            _level(column)
            for answer in column.children:
                level_with_number(answer)
            for block, reference in _references_in(column):
                move(reference, 0, _to_edge(block, reference))
            first = column.children[0]
            if last is not None and first.element is last.element:
                number_again(last, first)
            if last is None or column.children[-1].element is not last.element:
                last = column.children[-1]
        if columns:
            pages[at] = again(page)
    return document.copy(pages)


def columns_of(page: Any) -> Iterator[Any]:
    """Yield the columns of a key that have something on a page."""
    for box in boxes_in(page._page_box):  # noqa: SLF001, it is nowhere else
        if box.children and "key" in classes_of(box):
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


def _last_in(box: Any) -> Any:
    return next(reversed(getattr(box, "children", ())), box)


def _to_edge(block: Any, reference: Any) -> float:
    """Tell how far right of it a reference is to stand, which is left where its text runs that way."""
    edge, at = block.content_box_x(), reference.position_x
    if block.style["direction"] == "rtl":
        return float(edge - at)
    return float(edge + block.width - at - reference.margin_width())


class MeasuredIndex(NamedTuple):
    """An index that is laid out, and how wide its columns are, in sizes of their type."""

    laid: LaidOut
    width: float


class Index(NamedTuple):
    """What an index lists, and the page that it begins on if a key follows, else 0; whether it is set in our faces alone."""

    entries: tuple[IndexEntry, ...]
    page: int
    is_in_our_faces: bool = True


def columns_of_index(
    guide: Guide, layout: Layout, index: Index, html: str, lay_out: Callable[[str], Any]
) -> Setting:
    """Tell how the columns of an index begin, which is laid out to measure what its letters alone do not tell.

    Of a heading that goes on, lines are counted by our faces.
    """
    measure = Measure(*(each / layout.sizes.note / _POINT for each in _INDEX[layout.is_large]))
    is_plain = index.is_in_our_faces and not guide.vocabulary.is_rtl
    known = counted(html, measure, _extent) if is_plain else Counted(html, ())
    measured = _measured_index(lay_out(known.page))
    if known.lines and (not measured or abs(measured.width - measure.width) > _ROUNDING):
        known = Counted(html, ())  # a deck's own template has other columns
        measured = _measured_index(lay_out(html))
    if not measured:
        return Setting()
    others = iter(measured.laid.lines)
    lines = [each or next(others) for each in known.lines] or measured.laid.lines

    def repeated(heading: str) -> int:
        said = guide.vocabulary.plain("continued", heading=heading)
        return len(lines_of(said, SERIF, measured.width))

    shows = {"has_letters": has_letters(index.entries), "is_large": layout.is_read_large}
    columns = _COLUMNS[layout.is_large]
    laid = measured.laid._replace(lines=lines, columns=columns, page=index.page)
    return setting_of(index.entries, laid, repeated, **shows)


def _extent(word: str) -> tuple[float, float] | None:
    """Tell how wide a word is at least, and at most, in any of our faces; nothing where they lack a letter."""
    if not has_all(word, SERIF):
        return None
    wide = [width_of(word, face) for face in (SERIF, SERIF_ITALIC, SERIF_BOLD)]
    return min(wide) * (1 - _KERNED), max(wide) * (1 + _KERNED)


def _measured_index(document: Any) -> MeasuredIndex | None:
    """Measure the index on the first pages of a document; nothing if it has none."""
    first, paragraph, lines = None, None, dict[Any, int]()
    for page in document.pages:
        boxes = boxes_in(page._page_box)  # noqa: SLF001, it is nowhere else
        index = next((box for box in boxes if classes_of(box) == ["index"]), None)
        if index is None:
            break
        first = first or index
        for box in boxes_in(index):
            if "entry" in classes_of(box) or "sub" in classes_of(box):
                count = sum(type(each).__name__ == "LineBox" for each in box.children)
                lines[box.element] = lines.get(box.element, 0) + count
                paragraph = paragraph or (box if count else None)
    if first is None or paragraph is None:
        return None
    top, foot = top_and_foot(document.pages[0])
    laid = LaidOut(
        lines=[*lines.values()],
        pitch=float(paragraph.children[0].height) / PIXELS,
        first=(foot - float(first.content_box_y())) / PIXELS,
        others=(foot - top) / PIXELS,
    )
    return MeasuredIndex(laid, float(paragraph.width / paragraph.style["font_size"]))
