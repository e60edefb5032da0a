"""PDF: the text layer, line by line; what repeats from page to page is no text.

pypdfium2 gives the lines; where paragraphs begin is told by indents, gaps and short last lines.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from studyguide.source.readers.document import Builder, Document, DocumentError
from studyguide.source.readers.printed.accents import composed, has_accents
from studyguide.source.readers.printed.bookmarks import Bookmark
from studyguide.source.readers.printed.lines import Line, fill, without_furniture
from studyguide.source.readers.printed.pieces import in_place
from studyguide.source.readers.printed.tables import Placed, in_cells

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 20_000
_MARK = re.compile(r"\d(?:(?<=[^\W\d_.]{2}\d)|(?<=[.,;:!?”’»)]\d))\d{0,2}(?=[\s.,;:!?)”’»]|$)")
"""Begins with a figure, so that most places are passed over at once."""

_SMALL, _SMALLER, _LIFTED = 0.85, 0.95, 0.15
"""Times the size of the letter before: of the mark of a footnote, and of what is raised behind it, and how far."""

_POWER = re.compile(r"\d[\d−–-]*+(?<=\d)")
_RAISED = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")

_LOOKED_AT, _LINES_LOOKED_AT = 12, 8
"""Pages of a document, and lines of a page, in which gaps between words are measured."""

_LINE = re.compile(r"[^\r\n\x02\ufffe]++[\x02\ufffe]?|[\x02\ufffe]")
_LONG_LINE = re.compile(r"[^\r\n\x02\ufffe]{40,}")
_FEWEST_WORDS, _HALF = 5, 12
_GUTTER, _ABOUT = 1.8, 6
"""Widths of letters between two columns; points by which their edges may differ."""

_BLANKS = re.compile(r"\s+")
_GAP = " " * 4
_TORN = re.compile(rf"\S{_GAP} *\S")


def read_pdf(data: bytes) -> Document:
    """Read a document. Raises `DocumentError` if it is damaged, encrypted, or only pictures."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
        return _read(pdf)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("it is encrypted: save it without a password") from error
        raise DocumentError("the file is damaged: it cannot be read as PDF") from error


def _read(pdf: "PdfDocument") -> Document:
    count = len(pdf)
    if count > MOST_PAGES:
        raise DocumentError(f"it has {count:,} pages, more than a book can have")
    looked_at = {*range(0, count, max(1, count // _LOOKED_AT))}
    gaps: list[float] = []
    pages = [_lines(pdf, number, gaps if number in looked_at else None) for number in range(count)]
    if sum(len(line.text) for page in pages for line in page) < 20 * min(count, 5):
        raise DocumentError("it has no text layer, only pictures: run text recognition (OCR) first")
    _refuse_columns(pages, gaps)
    builder = Builder()
    labels = [pdf.get_page_label(number) or str(number + 1) for number in range(count)]
    fill(builder, in_place(without_furniture(pages)), labels, _outline(pdf))
    told = pdf.get_metadata_dict()
    title, author = told.get("Title", ""), told.get("Author", "")
    return builder.document("pdf", title=title, author=author, language=_language(pdf))


def _lines(pdf: "PdfDocument", number: int, gaps: list[float] | None = None) -> list[Line]:
    """Read the lines of a page, in the order in which the file has them.

    Where `gaps` are asked for, a few lines are looked at more closely: see `_right_halves`.
    """
    import pypdfium2

    try:
        page = pdf[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise DocumentError(f"the file is damaged: page {number + 1} cannot be read") from error
    try:
        shown = _Shown(text_page, number)
        if gaps is not None:
            gaps += _right_halves(shown)
        return in_cells([*shown.lines()], shown)
    finally:
        text_page.close()
        page.close()


class _Shown:
    """The text of a page, and where on the page its letters stand."""

    def __init__(self, text_page: "PdfTextPage", number: int) -> None:
        from pypdfium2 import raw

        self.text, self._number = text_page.get_text_range(), number
        self._handle, self._raw = text_page.raw, raw
        self._left, self._right, self._bottom, _ = self._box = [ctypes.c_double() for _ in range(4)]

    def size(self, at: int) -> float:
        """Give the size of a letter."""
        return float(self._raw.FPDFText_GetFontSize(self._handle, self._place(at)))

    def edges(self, at: int) -> tuple[float, float]:
        """Give the left and the right edge of a letter."""
        self._raw.FPDFText_GetCharBox(self._handle, self._place(at), *self._box)
        return self._left.value, self._right.value

    def height(self, at: int) -> float:
        """Give the height of the line on which a letter stands, whatever letter it is."""
        handle, place = self._handle, self._place(at)
        self._raw.FPDFText_GetCharOrigin(handle, place, self._left, self._bottom)
        return self._bottom.value

    def _place(self, at: int) -> int:
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._handle, at))

    def lines(self) -> Iterator[Placed]:
        """Yield the lines of the page with their places; a hyphen at a line's end ends a line, too."""
        for match in _LINE.finditer(self.text):
            if placed := self._placed(match[0], match.start()):
                yield placed

    def part(self, whole: Placed, start: int, end: int) -> Line:
        """Give a part of a line as one of its own."""
        placed = self._placed(self.text[start:end], start)
        return placed.line if placed else whole.line

    def _placed(self, part: str, start: int) -> Placed | None:
        """Measure a line, or a part of one; nothing if it is blank."""
        shown = part.rstrip()
        begin = start + len(part) - len(part.lstrip())
        if not shown[begin - start :]:
            return None
        _, right = self.edges(start + len(shown.rstrip("\x02\ufffe")) - 1)
        raw, handle, place = self._raw, self._handle, self._place(begin)
        raw.FPDFText_GetCharBox(handle, place, *self._box)
        size = float(raw.FPDFText_GetFontSize(handle, place))
        left, bottom = self._left.value, self._bottom.value
        kept = self._read(shown[begin - start :], begin).replace("\ufffe", "\x02")
        line = Line(kept, left, right, bottom, size, self._number)
        return Placed(line, begin, start + len(shown))

    def _read(self, text: str, start: int) -> str:
        """Leave out the marks of footnotes: figures behind a word, smaller than it; put accents on their letters."""
        marks = [
            match.span()
            for match in _MARK.finditer(text)
            if self.size(start + match.start()) < _SMALL * self.size(start + match.start() - 1)
        ]
        for first, last in self._powers(text, start):
            text = text[:first] + text[first:last].translate(_RAISED) + text[last:]
        if has_accents(text):
            return composed(text, start, self.edges, {at for span in marks for at in range(*span)})
        for first, last in reversed(marks):
            text = text[:first] + text[last:]
        return text

    def _powers(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield from where to where figures are raised behind others: 10⁹."""
        for match in _POWER.finditer(text):
            first, end = match.span()
            size = self.size(start + first)
            if end - first == 1 or self.size(start + end - 1) >= _SMALLER * size:
                continue
            at = next(at for at in range(first, end) if self.size(start + at) < _SMALLER * size)
            if self.height(start + at) > self.height(start + first) + _LIFTED * size:
                yield at, end

    def gaps(self, placed: Placed, least: float) -> list[tuple[int, float]]:
        """Give the gaps of a line that are wider than so much: where the words behind each begin, in the text and on the page."""
        found = []
        for blank in _BLANKS.finditer(self.text, placed.start, placed.end):
            left, _ = self.edges(blank.end())
            _, right = self.edges(blank.start() - 1)
            if left - right > least:
                found.append((blank.end(), left))
        return found


def _right_halves(shown: _Shown) -> Iterator[float]:
    """Yield for a few long lines of a page where their right half begins, 0 if they have no halves."""
    long = [line for line in _LONG_LINE.finditer(shown.text) if line[0].count(" ") >= _FEWEST_WORDS]
    for line in long[:: len(long) // _LINES_LOOKED_AT + 1]:
        half = 0.0
        for blank in re.finditer(" ", line[0][_HALF:-_HALF]):
            at = line.start() + _HALF + blank.start()
            begin, end = shown.edges(at + 1)[0], shown.edges(at - 1)[1]
            if begin - end > _GUTTER * shown.size(at + 1):
                half = begin
        yield half


def _refuse_columns(pages: Sequence[Sequence[Line]], halves: Sequence[float]) -> None:
    """Refuse a document in which most lines run through two columns."""
    lines = (line.text for page in pages for line in page)
    torn = sum(_GAP in line and _TORN.search(line) is not None for line in lines)
    begun = Counter(round(half / _ABOUT) for half in halves if half)
    at, _ = begun.most_common(1)[0] if begun else (0, 0)
    parted = sum(begun[near] for near in (at - 1, at, at + 1))
    if torn > 0.5 * sum(map(len, pages)) or parted > 0.5 * len(halves):
        raise DocumentError(
            "it has columns that cannot be told apart: save it as text, one column after the other"
        )


def _outline(pdf: "PdfDocument") -> dict[int, list[Bookmark]]:
    """Give the bookmarks by page; none for a document without, or with a damaged one."""
    import pypdfium2

    found: dict[int, list[Bookmark]] = {}
    try:
        for mark in pdf.get_toc(max_depth=6):
            target = mark.get_dest()
            page = target.get_index() if target else None
            if page is not None and (title := " ".join(mark.get_title().split())):
                found.setdefault(page, []).append(Bookmark(title, mark.level + 1))
    except (pypdfium2.PdfiumError, ValueError, UnicodeDecodeError):
        return {}
    return found


def _language(pdf: "PdfDocument") -> str:
    """Give the language that the document declares."""
    from pypdfium2 import raw

    try:
        size = raw.FPDFCatalog_GetLanguage(pdf.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFCatalog_GetLanguage(
            pdf.raw, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
    except (AttributeError, ctypes.ArgumentError):
        return ""
    return str(buffer.raw.decode("utf-16-le", "ignore")).rstrip("\0")
