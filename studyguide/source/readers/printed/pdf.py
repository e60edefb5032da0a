"""PDF: the text layer, line by line; what repeats from page to page is no text.

pypdfium2 gives the lines; where paragraphs begin is told by indents, gaps and short last lines.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from studyguide.deck.item import Ink
from studyguide.source.readers.document import Builder, Document, DocumentError
from studyguide.source.readers.printed.bookmarks import Bookmark
from studyguide.source.readers.printed.lines import Line, fill, without_furniture
from studyguide.source.readers.printed.pieces import in_place
from studyguide.source.readers.printed.shown import Shown
from studyguide.source.readers.printed.tables import in_cells

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap, PdfDocument

MOST_PAGES = 20_000
_LOOKED_AT, _LINES_LOOKED_AT = 12, 8
"""Pages of a document, and lines of a page, in which gaps between words are measured."""

_LONG_LINE = re.compile(r"[^\r\n\x02\ufffe]{40,}")
_FEWEST_WORDS, _HALF = 5, 12
_GUTTER, _ABOUT = 1.8, 6
"""Widths of letters between two columns; points by which their edges may differ."""

_PIXELS: Final = 96 / 72
"""Of CSS in a point."""

_DARK: Final = bytes(level < 252 for level in range(256))
"""Levels of a colour that are not paper."""

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
    outline = _outline(pdf)
    is_bold_asked = not outline
    pages = [
        _lines(pdf, number, gaps if number in looked_at else None, is_bold_asked=is_bold_asked)
        for number in range(count)
    ]
    if sum(len(line.text) for page in pages for line in page) < 20 * min(count, 5):
        raise DocumentError("it has no text layer, only pictures: run text recognition (OCR) first")
    _refuse_columns(pages, gaps)
    builder = Builder()
    labels = [pdf.get_page_label(number) or str(number + 1) for number in range(count)]
    fill(builder, in_place(without_furniture(pages)), labels, outline)
    told = pdf.get_metadata_dict()
    title, author = told.get("Title", ""), told.get("Author", "")
    return builder.document("pdf", title=title, author=author, language=_language(pdf))


def _lines(
    pdf: "PdfDocument", number: int, gaps: list[float] | None, *, is_bold_asked: bool
) -> list[Line]:
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
        shown = Shown(text_page, number, pypdfium2.raw, is_bold_asked=is_bold_asked)
        if gaps is not None:
            gaps += _right_halves(shown)
        return in_cells([*shown.lines()], shown)
    finally:
        text_page.close()
        page.close()


def _right_halves(shown: Shown) -> Iterator[float]:
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


def inked(data: bytes, scales: Iterable[float]) -> Iterator[Ink | None]:
    """Tell of each page of a document in which part anything is printed, by so many dots a pixel of CSS; nothing of an empty one."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    for page, scale in zip(pdf, scales, strict=True):
        shown = page.render(scale=scale * _PIXELS, rev_byteorder=True)
        yield _ink_of(bytes(shown.buffer), shown)
    pdf.close()


def _ink_of(dots: bytes, shown: "PdfBitmap") -> Ink | None:
    """Tell in which part of a bitmap anything is darker than paper in any of its colours."""
    row = shown.width * shown.n_channels
    inked = dots.translate(_DARK)
    rows = [inked[at : at + row] for at in range(0, shown.height * shown.stride, shown.stride)]
    lines = [n for n, each in enumerate(rows) if b"\1" in each]
    if not lines:
        return None
    left = min(rows[n].index(1) for n in lines) // shown.n_channels
    right = max(rows[n].rindex(1) for n in lines) // shown.n_channels + 1
    wide, tall = shown.width, shown.height
    return Ink(left / wide, lines[0] / tall, right / wide, (lines[-1] + 1) / tall)
