"""Documents of every format: one reader each, told by what is in the file, not by its name.

In: the bytes of a file. Out: a `Document`, one text with headings, paragraphs, entries of lists,
footnotes and pages by their offsets. Never: a word about sections, or a file opened.
"""

import re
from importlib import import_module
from typing import Protocol

from studyguide.patterns import lazy
from studyguide.source.readers.document import Document, DocumentError, Format, says_something
from studyguide.source.readers.text import BOMS
from studyguide.system.garbage import held_off


class Reader(Protocol):
    """Reads one format. Raises `DocumentError`, which says in a sentence why it cannot."""

    def __call__(self, data: bytes) -> Document:
        """Read the bytes of a file."""


READERS: dict[Format, str] = {
    "text": "text:read_text",
    "markdown": "markdown:read_markdown",
    "html": "html:read_html",
    "epub": "epub:read_epub",
    "docx": "docx:read_docx",
    "pdf": "printed.pdf:read_pdf",
}
"""Where the reader of each format is: loaded when first needed, for some take long to load."""

_BEGINNING = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF = lazy(rb"(?:\A|[\0\n\r\x80-\xff])[ \t]*%PDF-\d")
"""At the beginning of a line, if not of the file: a text may tell of `%PDF-1.7`."""
_HTML = lazy(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|base|style|script)\b", re.IGNORECASE
)
"""What only a page of HTML begins with."""

_MAY_BE_HTML = lazy(
    rb"<(?:(?:h[1-6]|p|div|article|section|main|header|nav|center|table|ul|ol|dl|pre|blockquote|hr)\b"
    rb"|(?:a|font|span|img)\s)",
    re.IGNORECASE,
)
"""What Markdown may begin with, too."""

_FEW_TAGS = 5
"""Lines for a tag, beyond which they only adorn a text."""

_BEFORE_HTML = lazy(
    rb"(?:\s+|<!--.*?-->|<\?(?:php\b|=).*?\?>|<\?[^<]*?\?>|<\?xml[^>]*>)+", re.DOTALL
)
"""What may stand before it."""

_EPUB, _FIRST_NAME = b"mimetypeapplication/epub+zip", 30
"""What an EPUB has to begin with: name and content of its first file, and where in any archive that name is."""

_MARKDOWN = lazy(rb"^ {0,3}#{1,6}[ \t]+\S[^\n]*$", re.MULTILINE)
_APART = lazy(rb"(?:\A|^[ \t]*\n)(?= {0,3}#{1,6}[ \t]+\S)", re.MULTILINE)
_AIRY = lazy(rb"^ {0,3}#{1,6}[ \t]+\S[^\n]*\n[ \t]*$", re.MULTILINE)
_FENCED = lazy(rb"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_NOT_READ = (
    (b"{\\rtf", "it is RTF: save it as DOCX or as plain text"),
    (
        b"\xd0\xcf\x11\xe0",
        "it is an old Word document, or one with a password: save it as DOCX without one",
    ),
    (b"%!PS", "it is PostScript: save it as PDF"),
    (b"ITSF", "it is a book of Windows help (CHM): save it as HTML or EPUB"),
    (b"AT&TFORM", "it is DjVu: a PDF with text, or plain text, is needed"),
    (b"\x1f\x8b", "it is compressed: unpack it first"),
    (b"BZh", "it is compressed: unpack it first"),
    (b"\xfd7zXZ", "it is compressed: unpack it first"),
    (b"\x89PNG", "it is a picture: a text is needed"),
    (b"\xff\xd8\xff", "it is a picture: a text is needed"),
    (b"SQLite format 3", "it is a database: a text is needed"),
)
_OF_KINDLE = 60
"""Where such a book says what it is."""

_NOT_PROSE = (
    (
        (b"webvtt", b"-->"),
        lazy(rb"\s*(?:WEBVTT\b|(?:\d+\s*\n)?\d\d:\d\d:\d\d[,.]\d{3}\s*-->)"),
        "it is subtitles: save it as plain text, without their numbers and times",
    ),
    (
        (b"\\documentclass", b"\\input", b"\\begin{document}"),
        lazy(
            rb"(?>(?:\s|%[^\n]*\n|\\(?!documentclass|input)[A-Za-z]+\*?(?:\{[^{}\n]*\}|\[[^\[\]\n]*\])*%?\n)*)"
            rb"(?:\\documentclass\b|\\input\b|(?<=\n)\\begin\{document\})"
        ),
        "it is TeX: a PDF of it, or plain text, is needed",
    ),
    (
        (b".th", b".dd"),
        lazy(rb"(?:[.'][^\n]*\n){0,99}?\.(?:TH|Dd)\s"),
        "it is the source of a manual page: save what `man` shows of it as text",
    ),
    (
        (b"<fictionbook",),
        lazy(rb"\s*<\?xml[^>]*>\s*<FictionBook\b"),
        "it is FictionBook (FB2): save it as EPUB",
    ),
    (
        (b"<office:document",),
        lazy(rb"\s*<\?xml[^>]*>\s*<office:document\b"),
        "it is an OpenDocument file: save it as DOCX",
    ),
    (
        (b"mime-version:", b"content-transfer-encoding:"),
        lazy(
            rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:MIME-Version|Content-Transfer-Encoding):",
            re.IGNORECASE,
        ),
        "it is a mail, or a page saved as one (MHTML): save it as HTML or plain text",
    ),
    (
        (b"<",),
        lazy(rb"\s*<\?xml\b|\s*<[A-Za-z][\w:.-]*\s[^<>]*\bxmlns\b"),
        "it is XML, and no HTML: save it as HTML, DOCX or plain text",
    ),
    (
        (b"{",),
        lazy(rb"\s*(?:\{|\[\s*\{)\s*\"[^\"\n]*\"\s*:"),
        "it is data (JSON): a text is needed",
    ),
)
"""What is written for programs, and would be read with its marks; each has one of the signs, in small letters."""

_PARTS = (
    ("content.xml", "it is an OpenDocument file: save it as DOCX"),
    ("ppt/presentation.xml", "it is a presentation: save it as PDF"),
    ("xl/workbook.xml", "it is a workbook of tables: a text is needed"),
)
"""Other documents that are archives, by a part that they have."""


def format_of(data: bytes, name: str = "") -> Format:
    """Tell a document's format by its content; a text's name may say that it is Markdown.

    Raises `DocumentError` for what is none of ours.
    """
    start = data[:_BEGINNING]
    for mark, sentence in _NOT_READ:
        if start.startswith(mark):
            raise DocumentError(sentence)
    if start[_OF_KINDLE : _OF_KINDLE + 8] in (b"BOOKMOBI", b"TEXtREAd"):
        raise DocumentError("it is a book for the Kindle: save it as EPUB")
    if start.startswith(_ZIP):
        return _packed(data)
    if _PDF.search(start, 0, 1024):
        return "pdf"
    text = _beginning(start)
    has_tags = b"<" in text
    before = _BEFORE_HTML.match(text) if has_tags else None
    begins = before.end() if before else 0
    is_page = has_tags and _HTML.match(text, begins) is not None
    if is_page or name.lower().endswith((".md", ".markdown")):
        return "html" if is_page else "markdown"
    is_html = has_tags and _MAY_BE_HTML.match(text, begins) is not None
    has_many_tags = data.count(b"<") * _FEW_TAGS > data.count(b"\n")
    if _is_markdown(data) and not (is_html and has_many_tags):
        return "markdown"
    if is_html:
        return "html"
    small = text.lower()
    for signs, pattern, sentence in _NOT_PROSE:
        if any(map(small.__contains__, signs)) and pattern.match(text):
            raise DocumentError(sentence)
    return "text"


def _beginning(start: bytes) -> bytes:
    """Give the beginning of a text in UTF-8, without its byte order mark. Raises `DocumentError` if it is none."""
    for mark, encoding in BOMS:
        if start.startswith(mark):
            return start.removeprefix(mark).decode(encoding, "ignore").encode()
    sides = [at % 2 for at, byte in enumerate(start) if not byte]
    if len(sides) > 1 and len({*sides}) == 1:
        raise DocumentError("it seems to be UTF-16, and does not say so: save it as UTF-8")
    if sides:
        raise DocumentError("it is no text: text, Markdown, HTML, EPUB, DOCX or PDF is needed")
    return start


def is_plain(data: bytes, name: str = "") -> bool:
    """Whether a document is plain text, which is read in a time that its size tells."""
    return not data.startswith(_ZIP) and format_of(data, name) == "text"


def _is_markdown(data: bytes) -> bool:
    """Whether lines behind signs are headings, not what a shell is told, or remarks: most stand behind a blank line."""
    if b"#" not in data:
        return False
    text = _FENCED.sub(b"", data.replace(b"\r\n", b"\n"))
    headings = _MARKDOWN.findall(text)
    if not headings or text.startswith(b"#!") or len(headings) * 3 > data.count(b"\n") + 3:
        return False
    if len(_APART.findall(text)) * 3 < len(headings) * 2:
        return False
    begins_so = _MARKDOWN.match(text.lstrip()) or text.startswith(b"---")
    has_ranks = any(each.lstrip().startswith(b"##") for each in headings)
    return bool(begins_so) or has_ranks or len(_AIRY.findall(text)) * 2 >= len(headings)


def _packed(data: bytes) -> Format:
    from studyguide.source.readers.archive import Archive

    if data.startswith(_EPUB, _FIRST_NAME):
        return "epub"
    archive = Archive(data)
    if "word/document.xml" in archive:
        return "docx"
    if "META-INF/container.xml" in archive:
        return "epub"
    for part, sentence in _PARTS:
        if part in archive:
            raise DocumentError(sentence)
    raise DocumentError("it is an archive: unpack it first")


def read_bytes(data: bytes, name: str = "") -> Document:
    """Read a document of whatever format. Raises `DocumentError`."""
    module, _, function = READERS[format_of(data, name)].partition(":")
    reader: Reader = getattr(import_module(f"studyguide.source.readers.{module}"), function)
    with held_off():
        document = reader(data)
    if not document.blocks or not says_something(document.text):
        raise DocumentError("it has no text")
    return document
