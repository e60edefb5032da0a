"""Documents of every format: one reader each, told by what is in the file, not by its name.

In: the bytes of a file. Out: a `Document`, one text with headings, paragraphs, entries of lists,
footnotes and pages by their offsets. Never: a word about sections, or a file opened.
"""

import re
from importlib import import_module
from typing import Protocol

from studyguide.patterns import lazy
from studyguide.source.readers.document import Document, DocumentError, Format
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
    "pdf": "pdf:read_pdf",
}
"""Where the reader of each format is: loaded when first needed, for some take long to load."""

_BEGINNING = 4096
_PDF = lazy(rb"%PDF-\d")
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
    (b"AT&TFORM", "it is DjVu: a PDF with text, or plain text, is needed"),
    (b"\x1f\x8b", "it is compressed: unpack it first"),
    (b"BZh", "it is compressed: unpack it first"),
    (b"\xfd7zXZ", "it is compressed: unpack it first"),
    (b"\x89PNG", "it is a picture: a text is needed"),
    (b"\xff\xd8\xff", "it is a picture: a text is needed"),
    (b"SQLite format 3", "it is a database: a text is needed"),
)


def format_of(data: bytes, name: str = "") -> Format:
    """Tell a document's format by its content; a text's name may say that it is Markdown.

    Raises `DocumentError` for what is none of ours.
    """
    start = data[:_BEGINNING]
    for mark, sentence in _NOT_READ:
        if start.startswith(mark):
            raise DocumentError(sentence)
    if start.startswith(b"PK"):
        return _packed(data)
    if _PDF.search(start, 0, 1024):
        return "pdf"
    start = start.removeprefix(b"\xef\xbb\xbf")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = start.decode("utf-16", "ignore").encode()
    elif b"\0" in start:
        raise DocumentError("it is no text: text, Markdown, HTML, EPUB, DOCX or PDF is needed")
    else:
        text = start
    before = _BEFORE_HTML.match(text)
    begins = before.end() if before else 0
    if _HTML.match(text, begins):
        return "html"
    if name.lower().endswith((".md", ".markdown")):
        return "markdown"
    is_html = _MAY_BE_HTML.match(text, begins) is not None
    has_many_tags = data.count(b"<") * _FEW_TAGS > data.count(b"\n")
    if _is_markdown(data) and not (is_html and has_many_tags):
        return "markdown"
    return "html" if is_html else "text"


def is_plain(data: bytes, name: str = "") -> bool:
    """Whether a document is plain text, which is read in a time that its size tells."""
    return not data.startswith(b"PK") and format_of(data, name) == "text"


def _is_markdown(data: bytes) -> bool:
    """Whether lines behind signs are headings, not what a shell is told, or remarks: most stand behind a blank line."""
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
    if "content.xml" in archive:
        raise DocumentError("it is an OpenDocument file: save it as DOCX")
    raise DocumentError("it is an archive: unpack it first")


def read_bytes(data: bytes, name: str = "") -> Document:
    """Read a document of whatever format. Raises `DocumentError`."""
    module, _, function = READERS[format_of(data, name)].partition(":")
    reader: Reader = getattr(import_module(f"studyguide.source.readers.{module}"), function)
    with held_off():
        document = reader(data)
    if not document.blocks:
        raise DocumentError("it has no text")
    return document
