"""Light markup, as people know it from Markdown, read into plain words that know how they are set.

There is emphasis with `*` or `_`, `**strong**`, `` `code` ``, `H~2~O`, `10^9^`, `[text](https://…)`,
code between lines of three backticks, and tables of pipes. What is no markup in full is text. Time
grows with the length of a text, whatever stands in it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyguide.deck.marked import Block, Code, Lines, Marked, Run, Side, Table
from studyguide.deck.markup_inline import MATH, Written, read_line
from studyguide.patterns import lazy

_SIGNS = lazy(r"[*_`~^\\|<\[]")
_LINE = lazy(r"([^\n]*)(?:\n|\Z)")
_FENCE = lazy(r" {0,3}(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[\w+#.-]*)[ \t\r]*")
_RULE = lazy(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*")
_IN_ROW = lazy(rf"\\\||(?<!`)`(?!`)[^`\n]*`|{MATH}|(?P<pipe>\|)", re.DOTALL)


class _Span(NamedTuple):
    """From where to where something stands in a text as it was written."""

    start: int
    end: int


def read_markup(raw: str) -> str:
    """Give the words of a text, which know how they are set; the text itself if it has no markup."""
    if not _SIGNS.search(raw):
        return raw
    written = Written(raw)
    blocks = tuple(_blocks(written))
    plain = "".join(written.plain)
    if plain == raw or not plain.strip():
        return raw
    return Marked(plain, blocks, raw, (*written.places, len(raw)))


def as_markup(plain: str) -> str:
    """Write plain words so that no markup is read in them."""
    if read_markup(plain) is plain:
        return plain
    escaped = _TO_ESCAPE.sub(lambda found: found[0] if found["math"] else f"\\{found[0]}", plain)
    return escaped if read_markup(escaped) == plain else plain


_TO_ESCAPE = lazy(rf"(?P<math>{MATH})|[\\*_`~^|\[<]", re.DOTALL)


def _blocks(written: Written) -> Iterator[Block]:
    raw = written.raw
    lines = [_Span(*line.span(1)) for line in _LINE.finditer(raw)]
    if lines[-1].start == lines[-1].end == len(raw) and len(lines) > 1:
        lines.pop()  # after the last line end
    pending = at = 0
    unclosed: dict[str, int] = {}
    while at < len(lines):
        end = _end_of_code(raw, lines, at, unclosed) or _end_of_table(raw, lines, at)
        if not end:
            at += 1
            continue
        yield from _lines(written, lines[pending:at])
        read = _code if _FENCE.fullmatch(raw, *lines[at]) else _table
        yield read(written, lines[at:end])
        written.keep(lines[end - 1].end, min(lines[end - 1].end + 1, len(raw)))
        pending = at = end
    yield from _lines(written, lines[pending:])


def _end_of_code(raw: str, lines: Sequence[_Span], at: int, unclosed: dict[str, int]) -> int:
    """Tell the line after the one that closes code which opens here; 0 if there is none."""
    opening = _FENCE.fullmatch(raw, *lines[at])
    if not opening:
        return 0
    mark, size = opening["mark"][0], len(opening["mark"])
    if size >= unclosed.get(mark, size + 1):
        return 0
    for index in range(at + 1, len(lines)):
        closing = _FENCE.fullmatch(raw, *lines[index])
        if closing and not closing["language"] and closing["mark"].startswith(mark * size):
            return index + 1
    unclosed[mark] = size
    return 0


def _code(written: Written, lines: Sequence[_Span]) -> Code:
    opening = _FENCE.fullmatch(written.raw, *lines[0])
    language = opening["language"] if opening else ""
    start = len(written.plain)
    if len(lines) > 2:
        written.keep(lines[1].start, lines[-2].end)
    return Code((Run(start, len(written.plain), ("code",)),), language)


def _end_of_table(raw: str, lines: Sequence[_Span], at: int) -> int:
    """Tell the line after a table that begins with this one; 0 if none does."""
    if at + 1 >= len(lines) or raw.find("|", *lines[at]) < 0:
        return 0
    rule = lines[at + 1]
    if raw.find("|", *rule) < 0 or not _RULE.fullmatch(raw, *rule):
        return 0
    if len(_cells(raw, lines[at])) != len(_cells(raw, rule)):
        return 0
    end = at + 2
    while end < len(lines) and raw.find("|", *lines[end]) >= 0:
        end += 1
    return end


def _cells(raw: str, line: _Span) -> list[_Span]:
    pipes = [found.start() for found in _IN_ROW.finditer(raw, *line) if found["pipe"]]
    edges = [line.start - 1, *pipes, line.end]
    cells = [_trimmed(raw, before + 1, after) for before, after in zip(edges, edges[1:])]  # noqa: B905, RUF007
    inner = cells[1 if pipes and cells[0].start == cells[0].end else 0 :]
    return inner[:-1] if len(inner) > 1 and inner[-1].start == inner[-1].end else inner


def _trimmed(raw: str, start: int, end: int) -> _Span:
    cell = raw[start:end]
    first = start + len(cell) - len(cell.lstrip())
    return _Span(first, max(first, start + len(cell.rstrip())))


def _table(written: Written, lines: Sequence[_Span]) -> Table:
    raw = written.raw
    rule = [raw[start:end] for start, end in _cells(raw, lines[1])]
    sides = tuple(_side(mark) for mark in rule)
    rows = []
    for index, line in enumerate(line for line in lines if line is not lines[1]):
        if index:
            written.add("\n", line.start)
        cells = _cells(raw, line)[: len(sides)]
        rows.append(tuple(_cell(written, cell, is_first=not at) for at, cell in enumerate(cells)))
    return Table(tuple(rows), sides)


def _cell(written: Written, cell: _Span, *, is_first: bool) -> tuple[Run, ...]:
    if not is_first:
        written.add(" | ", cell.start)
    return read_line(written, cell.start, cell.end, is_cell=True)


def _side(mark: str) -> Side:
    if mark.endswith(":"):
        return "center" if mark.startswith(":") else "right"
    return "left" if mark.startswith(":") else ""


def _lines(written: Written, lines: Sequence[_Span]) -> Iterator[Lines]:
    """Read lines of text; empty ones above and below belong to none of the blocks."""
    if not lines:
        return
    raw, start, end = written.raw, lines[0].start, lines[-1].end
    inner = raw[start:end].strip("\r\n")
    first = start + raw[start:end].find(inner)
    written.keep(start, first)
    if runs := read_line(written, first, first + len(inner)):
        yield Lines(runs)
    written.keep(first + len(inner), min(end + 1, len(raw)))
