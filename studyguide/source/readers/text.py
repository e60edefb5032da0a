"""Plain text: paragraphs between blank lines, or a line each; headings underlined with signs."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
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

_FEWEST_LINES, _TORN, _LEAST_LINE, _LONGEST_LINE, _FULL = 8, 0.4, 30, 120, 0.6
"""Of lines that are no paragraphs: how many, how many of them go on, how long they are; of a full one."""

_STOPS = tuple(".!?…:;。！？”»\"'’)")
_NUMBERED = lazy(r"\s*(?:\d{1,3}|[IVXLC]{1,6}|§ ?\d+)[.):]?\s+[^\s\da-z]|\s*[•*–-]\s")
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
    spans = [(start, end) for (_, start), (end, _) in pairwise(edges) if text[start:end].strip()]
    yield from _mended(text, spans) if _is_torn(text, spans) else spans


def _is_torn(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what looks like paragraphs are the lines of broken ones: many go on in the next, in small letters."""
    if len(spans) < _FEWEST_LINES:
        return False
    going_on = sum(_goes_on(text, one, other) for one, other in pairwise(spans))
    return going_on > _TORN * len(spans)


def _goes_on(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a line is one, and long, and its sentence goes on in the next."""
    shown, next = text[one[0] : one[1]].strip(), text[other[0] : other[1]].strip("\n")
    is_line = _LEAST_LINE <= len(shown) <= _LONGEST_LINE and "\n" not in shown
    return is_line and shown[-1] not in _STOPS and next.lstrip()[:1].islower()


def _mended(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield paragraphs of lines that blank lines part, or none do: one ends with a sentence, a short line, before an indent."""
    lengths = sorted(len(text[start:end].strip()) for start, end in spans)
    least = _FULL * lengths[len(lengths) // 2]
    at, last = spans[0]
    for start, end in spans[1:]:
        before, next = text[at:last].rstrip(), text[start:end].strip("\n")
        line = before[before.rfind("\n") + 1 :].strip()
        is_new = next[:1].isspace() and not text[at:last].strip("\n")[:1].isspace()
        if line[-1:] in _STOPS or len(line) < least or is_new or _NUMBERED.match(next):
            yield at, last
            at = start
        last = end
    yield at, last


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
