"""Tables: Anki's own text export, CSV, TSV, what Quizlet exports; how they are made is found out."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from studyguide.drafts.readers.card import LARGEST_FIELD, Card
from studyguide.drafts.readers.decoding import read_text
from studyguide.drafts.readers.field_names import is_known

_DELIMITERS = "\t;,|"
_NAMED = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}
_HEADER = re.compile(r"#([a-z ]+):(.*)")
_TAGS = re.compile(
    r"<(?:br|div|p|b|i|u|ul|ol|li|img|span|sub|sup)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);"
)
_COLUMN = re.compile(r"0*[1-9]\d{0,2}")
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a table is made: what parts its cells, what they are called, which are no fields."""

    delimiter: str
    names: tuple[str, ...]
    is_html: bool
    columns: Mapping[str, int]
    told: Mapping[str, str]


def read_table(path: Path) -> Iterator[Card]:
    """Yield the rows of a table. Raises `StudyGuideError` if it is no text."""
    text = read_text(path).replace("\0", "")
    headers, start = _headers(text)
    body = text[start:]
    before = text.count("\n", 0, start)
    csv.field_size_limit(LARGEST_FIELD * 4)
    delimiter = _delimiter(headers, body)
    rows = _rows(body, delimiter)
    first = next(rows, None)
    if first is None:
        return
    names = tuple(headers["columns"].split(delimiter)) if "columns" in headers else ()
    if not names and _is_heading(first[1]):
        names, first = tuple(first[1]), next(rows, None)
    shape = _Shape(delimiter, _unique(names), _is_html(headers, body), _columns(headers), headers)
    index = 0
    while first is not None:
        line, row, fault = first[0], first[1], first[2]
        if any(cell.strip() for cell in row) or fault:
            index += 1
            yield _card(index, before + line, row, shape, fault)
        first = next(rows, None)


def _headers(text: str) -> tuple[dict[str, str], int]:
    """Read the lines with which Anki's own export begins; tell where the rows do."""
    headers: dict[str, str] = {}
    start = 0
    while match := _HEADER.match(text, start):
        headers[match[1]] = match[2].strip("\n")
        end = text.find("\n", start)
        start = end + 1 if end >= 0 else len(text)
    return headers, start


def _delimiter(headers: Mapping[str, str], body: str) -> str:
    """Take the delimiter that is told, or that parts most rows into equally many cells."""
    told = headers.get("separator", "")
    if told:
        return _NAMED.get(told.lower(), told[:1] or "\t")
    best, score = "\t", 0.0
    for delimiter in _DELIMITERS:
        rows = [row for _, row, _ in islice(_rows(body, delimiter), _LOOKED_AT) if row]
        width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
        if width > 1 and count / len(rows) > score + 0.05:
            best, score = delimiter, count / len(rows)
    return best


def _rows(body: str, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """Yield the line of each row, its cells, and what is wrong with it."""
    reader = csv.reader(StringIO(body, newline=""), delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], f"this row cannot be read: {error}"
            continue
        yield line, row, ""


def _is_heading(row: Sequence[str]) -> bool:
    """Whether the first row says what the columns are: each cell is such a name."""
    cells = [cell for cell in row if cell.strip()]
    return len(cells) > 1 and all(map(is_known, cells[:2]))


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """Name columns of one name apart."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name.strip()] += 1
        count = seen[name.strip()]
        found.append(name.strip() if count == 1 else f"{name.strip()} {count}")
    return tuple(found)


def _is_html(headers: Mapping[str, str], body: str) -> bool:
    if "html" in headers:
        return headers["html"].strip().lower() == "true"
    return bool(_TAGS.search(body))


def _columns(headers: Mapping[str, str]) -> dict[str, int]:
    """Tell which columns hold tags, deck, note type or GUID: counted from 0."""
    return {
        key.removesuffix(" column"): int(value) - 1
        for key, value in headers.items()
        if key.endswith(" column") and _COLUMN.fullmatch(value.strip())
    }


def _card(index: int, line: int, row: Sequence[str], shape: _Shape, fault: str) -> Card:
    special = {at: key for key, at in shape.columns.items()}
    told = {special[at]: cell for at, cell in enumerate(row) if at in special}
    own = [(at, cell) for at, cell in enumerate(row) if at not in special]
    names = shape.names or ()
    fields = {
        names[at] if at < len(names) and names[at] else f"column {at + 1}": cell for at, cell in own
    }
    tags = told.get("tags", shape.told.get("tags", ""))
    return Card(
        index,
        fields,
        line,
        shape.is_html,
        form=told.get("notetype", shape.told.get("notetype", "")),
        deck=told.get("deck", shape.told.get("deck", "")),
        tags=tuple(tags.split()),
        guid=told.get("guid", ""),
        fault=fault,
    )
