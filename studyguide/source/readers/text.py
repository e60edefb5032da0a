"""Plain text: paragraphs between blank lines, or a line each; headings underlined with signs."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from studyguide.patterns import lazy
from studyguide.source.readers.document import Block, Document, DocumentError
from studyguide.source.readers.hyphens import joined

_BLANK_LINE = lazy(r"\n(?:[^\S\n]*\n)+|\f")
_SPACE = lazy(r"\s*")
_UNDERLINED = lazy(
    r"(?=[^\n]*[^\W_])(?P<title>[^\n]*)\n[^\S\n]*(?P<line>(?P<sign>[=\-~^*+#\"'])(?P=sign){2,})[^\S\n]*(?:\n|$)"
)
_SIGNED = lazy(
    r"^(?:(?P<equal>={1,6})[^\S\n]+(?=[^\n]*[^\W\d_])(?P<one>[^\s=][^\n]*?)(?P<closed>[^\S\n]+=+)?"  # AsciiDoc, wikis
    r"|h(?P<level>[1-6])(?:\([^()\n]*\))?\.[^\S\n]+(?P<two>[^\n]*[^\W\d_][^\n]*?)"  # Textile, Jira
    r"|(?P<stars>\*{1,6})[^\S\n]+(?P<three>[^\n]*[^\W\d_][^\n]*?))[^\S\n]*$",  # Org, which says `#+title:`
    re.MULTILINE,
)
"""A line with a sign before it that makes a heading of it."""

_ORG = lazy(r"^#\+\w+:", re.MULTILINE)
_DEEPEST, _HALF = 7, 4
"""DokuWiki's highest headings have six signs, all others' one."""

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),  # before that of UTF-16, which it begins with
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""What a text begins with that says how it is written."""

_ENCODING = lazy(
    r"utf[-_]?(?:8|16|32)(?:[-_]?[bl]e)?|(?:iso[-_]?8859|latin)[-_]?\d{1,2}|l\d|(?:us[-_]?)?ascii"
    r"|(?:windows|cp|ibm|ms)[-_]?\d{3,5}|koi8[-_][rtu]|kz1048|mac[-_]?[a-z]{2,12}|tis[-_]?620"
    r"|gb[-_]?2312|gbk|gb18030|hz(?:-gb-2312)?|big5(?:[-_]?hkscs)?|(?:shift|s)[-_]?jis|ms_kanji"
    r"|euc[-_]?(?:jp|kr|cn)|iso[-_]2022[-_](?:jp|kr)|ks_c[-_]5601(?:[-_]1987)?|johab",
    re.IGNORECASE,
)
"""Sets of characters; Python decodes much else, which takes long, or is no text."""


def decoded(data: bytes, declared: str = "") -> str:
    """Decode bytes: by a byte order mark, as declared, or else as UTF-8. Raises `DocumentError`."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _decode(data.removeprefix(mark), encoding)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if declared:
            return _decode(data, declared)
        line = data.count(b"\n", 0, error.start) + 1
        raise DocumentError(f"it is not UTF-8 (line {line}): save it as UTF-8") from error


def _decode(data: bytes, encoding: str) -> str:
    refusal = DocumentError(f"it is not {encoding[:40]}, as it says: save it as UTF-8")
    if not _ENCODING.fullmatch(encoding.strip()):
        raise refusal
    try:
        return data.decode(encoding.strip())
    except (UnicodeError, LookupError) as error:
        raise refusal from error


def read_text(data: bytes) -> Document:
    """Read plain text."""
    return document_of(decoded(data))


def document_of(text: str) -> Document:
    """Give a plain text as a document; offsets are those of the text with joined lines."""
    text = joined(text.replace("\r\n", " \n").replace("\r", "\n"))
    return Document("text", text, tuple(_blocks(text)))


def blocks_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph: between blank lines, or each line if there are none."""
    breaks = [match.span() for match in _BLANK_LINE.finditer(text)]
    body = _SPACE.match(text).end(), len(text.rstrip())  # type: ignore[union-attr]
    if not any(body[0] < start and end < body[1] for start, end in breaks):
        breaks = [match.span() for match in re.finditer("\n", text)]
    edges = [(0, 0), *breaks, (len(text), len(text))]
    for (_, start), (end, _) in pairwise(edges):
        if text[start:end].strip():
            yield start, end


def _blocks(text: str) -> Iterator[Block]:
    levels: dict[str, int] = {}
    signed = deque(_signed_lines(text))
    for start, end in blocks_of(text):
        at = start
        while signed and signed[0].end <= end:
            line = signed.popleft()
            yield from _parts(text, at, text.rfind("\n", at, line.start) + 1 or at, levels)
            yield line
            at = text.find("\n", line.end, end) + 1 or end
        yield from _parts(text, at, end, levels)


def _parts(text: str, start: int, end: int, levels: dict[str, int]) -> Iterator[Block]:
    """Yield a paragraph, and the heading that is underlined in its first line."""
    match = _UNDERLINED.match(text, start, end)
    if match and _is_as_long(match):
        level = levels.setdefault(match["sign"], len(levels) + 1)
        yield Block(match.start("title"), match.end("title"), "heading", level)
        start = match.end()
    if text[start:end].strip():
        yield Block(start, end)


def _signed_lines(text: str) -> list[Block]:
    """Give the lines that a sign makes headings, as they are in most light markups; none if there is but one."""
    is_org = _ORG.search(text) is not None
    found = [each for each in _SIGNED.finditer(text) if is_org or not each["stars"]]
    is_turned = bool(found) and bool(found[0]["closed"]) and len(found[0]["equal"]) > _HALF
    lines = []
    for each in found if len(found) > 1 else ():
        of = "one" if each["one"] else "two" if each["two"] else "three"
        level = int(each["level"] or len(each["equal"] or each["stars"]))
        lines.append(
            Block(each.start(of), each.end(of), "heading", _DEEPEST - level if is_turned else level)
        )
    return lines


def _is_as_long(match: re.Match[str]) -> bool:
    return len(match["line"]) >= len(match["title"].strip()) - 2
