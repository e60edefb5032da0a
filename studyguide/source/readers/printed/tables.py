"""Rows of tables on printed pages: their cells one after the other, where a file has them line by line.

A file says of no word to which cell it belongs. What tells is white: gaps between words that begin at the same
place in line after line, and more of it between two rows than between the lines of one.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import NamedTuple, Protocol

from studyguide.source.readers.printed.lines import Line

_WIDE = 0.9
"""Of the size of letters: a wider gap is more than a stretched blank."""

_LOOSE, _ABOUT = 1.06, 2.0
"""How much wider than usual a line with gaps is for its letters; points by which edges may differ."""

_APART, _TOO_FAR, _WIDEST_LEADING = 1.12, 3.0, 1.4
"""How much farther apart rows are than lines; and, in sizes of letters, lines of one table and of a cell at most."""

_FEWEST_LETTERS, _MOST_LINES = 8, 15
_ONE_WIDTH, _MOST = 0.03, 0.7
"""How much the letters of cells may differ in width if they are typewritten, and in which share of the cells."""

_LEADERS = ". ."
_PADDING = 1.5
"""Of the size of letters: white between a cell and the next column at most."""


class Placed(NamedTuple):
    """A line, and from where to where it stands in the text of its page."""

    line: Line
    start: int
    end: int


class Shown(Protocol):
    """A page that may be looked at more closely."""

    def gaps(self, placed: Placed, least: float) -> list[tuple[int, float]]:
        """Give the gaps of a line that are wider than so much: where in the text, and where on the page, the words behind each begin."""

    def part(self, whole: Placed, start: int, end: int) -> Line:
        """Give a part of a line as one of its own."""

    def height(self, at: int) -> float:
        """Give the height of the line on which a letter stands, whatever letter it is."""


class _Row(NamedTuple):
    """A line as parts of a row, each by its column."""

    line: Line
    height: float
    cells: dict[int, Line]
    columns: Sequence[float]


def in_cells(lines: Sequence[Placed], shown: Shown) -> list[Line]:
    """Give the lines of a page, those of each table in the order of its cells."""
    loose, em = _loose(lines)
    found = dict[int, list[tuple[int, float]]]()
    for at, other in pairwise(sorted(loose)):
        if other == at + 1:
            for each in (at, other):
                found[each] = found[each] if each in found else shown.gaps(lines[each], _WIDE * em)
    if not any(found.values()):
        return [each.line for each in lines]
    given: list[Line] = []
    page, at = _measures(lines, shown, em), 0
    while at < len(lines):
        columns = _columns(lines, found, at)
        rows = [*_rows(lines[at:], columns, shown, em)] if columns else []
        if len(rows) > 1:
            is_set = _is_typewritten(rows)
            given += (each.line for each in rows) if is_set else _cell_by_cell(rows, page)
            at += len(rows)
        else:
            given.append(lines[at].line)
            at += 1
    return given


def _loose(lines: Sequence[Placed]) -> tuple[set[int], float]:
    """Tell which lines are wide for their letters, so that there may be gaps between these, and how large letters are."""
    letters = {
        at: (line.right - line.left) / (end - start)
        for at, (line, start, end) in enumerate(lines)
        if end - start >= _FEWEST_LETTERS
    }
    if not letters:
        return set(), 0.0
    widths = {at: width / (lines[at].line.size or 1) for at, width in letters.items()}
    most = _LOOSE * _quartile(widths.values())
    return {at for at, width in widths.items() if width > most}, 2 * _quartile(letters.values())


def _quartile(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 4]


class _Measures(NamedTuple):
    """Of a page: the size of most letters, how far lines of a paragraph are apart, and the right edge."""

    em: float
    leading: float
    right: float


def _measures(lines: Sequence[Placed], shown: Shown, em: float) -> _Measures:
    heights = [shown.height(each.start) for each in lines]
    steps = [above - below for above, below in pairwise(heights) if above > below + 1]
    leading = min(_quartile(steps), _WIDEST_LEADING * em) if steps else _WIDEST_LEADING * em
    return _Measures(em, leading, max((each.line.right for each in lines), default=0.0))


def _columns(
    lines: Sequence[Placed], gaps: dict[int, list[tuple[int, float]]], at: int
) -> list[float]:
    """Give where the columns of a table begin whose first lines these are; none if they are of no table."""
    here, below = ([place for _, place in gaps.get(each, ())] for each in (at, at + 1))
    behind = [x for x in here if any(abs(x - other) < _ABOUT for other in below)]
    if not behind:
        return []
    return [min(lines[at].line.left, lines[at + 1].line.left), *behind]


def _rows(lines: Sequence[Placed], columns: list[float], shown: Shown, em: float) -> Iterator[_Row]:
    """Yield lines as rows as long as all that stands in them begins at a column, and none reaches into the next."""
    last: float | None = None
    for placed in lines:
        line, height = placed.line, shown.height(placed.start)
        if last is not None and not 0 < last - height < _TOO_FAR * em:
            return
        starts = [(placed.start, line.left), *shown.gaps(placed, _WIDE * em)]
        ends = [start for start, _ in starts[1:]] + [placed.end]
        cells: dict[int, Line] = {}
        for (start, left), end in zip(starts, ends, strict=True):
            column = next((n for n, x in enumerate(columns) if abs(x - left) < _ABOUT), None)
            if column is None or column in cells:
                return
            cells[column] = shown.part(placed, start, end)
            if column + 1 < len(columns) and cells[column].right > columns[column + 1] - 1:
                return
        yield _Row(line, height, cells, columns)
        last = height


def _cell_by_cell(lines: Sequence[_Row], page: _Measures) -> Iterator[Line]:
    """Yield the lines of a table so that no cell is interrupted by its neighbour."""
    steps = [above.height - below.height for above, below in pairwise(lines)]
    least, most = page.leading / _APART, page.leading * _APART
    is_airy = min(steps) > least and max(steps[1:], default=0.0) > most  # the first parts a head
    row: list[_Row] = []
    for line, step in zip(lines, (0.0, *steps), strict=True):
        if row and (
            step > most
            or len(row) == _MOST_LINES
            or not _goes_on(row[-1], line, page, is_airy=is_airy)
        ):
            yield from _in_order(row, page.right)
            row = []
        row.append(line)
    yield from _in_order(row, page.right)


def _goes_on(above: _Row, below: _Row, page: _Measures, *, is_airy: bool) -> bool:
    """Whether the cells of a line go on in the next: in none of them a word more would have stood above.

    Where rows are no farther apart than lines, one that has a first cell is a row of its own.
    """
    both = [(above.cells[n], each, n) for n, each in below.cells.items() if n in above.cells]
    if not both or not (is_airy or 0 not in below.cells):
        return False
    edges = [*above.columns[1:], page.right]
    return all(
        " " in f"{cell.text}{each.text}" and _is_full(cell, each, edges[n] - _PADDING * page.em)
        for cell, each, n in both
    )


def _is_full(cell: Line, below: Line, limit: float) -> bool:
    word = below.text.split()[0]
    has_letters = all(any(map(str.isalpha, each.text)) for each in (cell, below))
    if not has_letters or _LEADERS in cell.text:
        return False
    width = (below.right - below.left) / len(below.text)
    return cell.right + width * (len(word) + 1) > limit


def _is_typewritten(lines: Sequence[_Row]) -> bool:
    """Whether most letters are of one width, as in what a program has set in columns by blanks."""
    cells = [cell for line in lines for cell in line.cells.values()]
    long = [cell for cell in cells if len(cell.text) >= _FEWEST_LETTERS]
    widths = [(cell.right - cell.left) / len(cell.text) for cell in long]
    usual = median(widths) if widths else 0
    alike = sum(abs(each - usual) < _ONE_WIDTH * usual for each in widths)
    return alike > _MOST * len(widths)


def _in_order(row: Sequence[_Row], edge: float) -> Iterator[Line]:
    """Yield the lines of a row, cell by cell, all at one height and as wide as the page, so that they are one part."""
    if len(row) == 1:
        yield row[0].line
        return
    columns = sorted({column for line in row for column in line.cells})
    places = [(nth, n) for n in columns for nth, line in enumerate(row) if n in line.cells]
    _, left, _, top, *_ = row[0].line
    given = [
        [row[nth].cells[n] for _, n in side_by_side]
        for nth, side_by_side in groupby(places, key=itemgetter(0))
    ]
    for at, cells in enumerate(given, 1):
        text = " ".join(cell.text for cell in cells)
        right = edge if at < len(given) else cells[-1].right
        yield cells[0]._replace(text=text, left=left, right=right, bottom=top)
