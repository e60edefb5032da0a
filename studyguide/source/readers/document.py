"""A document as any reader gives it: one text, and what stands where in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.patterns import lazy
from studyguide.source.readers.hyphens import BETWEEN, in_one_line

Kind = Literal["text", "heading", "paragraph", "title", "entry", "footnote"]
"""`text` is a stretch of plain text, which may hold a whole list, an entry a line; `title` is a paragraph that is set
as headings are, all of it bold, underlined or larger, and may be one."""

Format = Literal["text", "markdown", "html", "epub", "docx", "pdf"]


LONGEST_BOLD = 120
"""Characters of a paragraph that may be a title for being bold."""

LONGEST = 64 * 1024 * 1024
"""Characters of a text; a long novel has two millions."""


class Block(NamedTuple):
    """From where to where a part of the text stands; `level` of a heading, 1 being the highest."""

    start: int
    end: int
    kind: Kind = "text"
    level: int = 0


_block = tuple.__new__
"""Makes one in half the time: there are as many as paragraphs."""


class Page(NamedTuple):
    """Where in the text a page begins, and what is printed on it as its number."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its parts in reading order, and what the document says of itself."""

    format: Format
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    pages: tuple[Page, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""


class DocumentError(StudyGuideError):
    """Why a file cannot be read as the document that it seems to be: one sentence."""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def says_something(text: str) -> bool:
    """Whether there is a letter or figure in a text."""
    return any(map(str.isalnum, text))


_SPACES = lazy(r"[^\S\n]+")


class Builder:
    """Joins the parts of a document to one text, a blank line between any two."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._pages: list[Page] = []
        self._at = 0

    def add(self, kind: Kind, text: str, level: int = 0) -> None:
        """Add a part as it is; one without any letter or figure is left out."""
        text = text.strip()
        if says_something(text):
            self._add(text, [len(text)], [(kind, level)])

    def extend(self, texts: Sequence[str], kinds: Sequence[tuple[Kind, int]]) -> None:
        """Add parts, each put into one line: texts that say something, without blanks around them, kinds and levels."""
        self._add(*in_one_line(texts), kinds)

    def _add(self, whole: str, lengths: Sequence[int], kinds: Sequence[tuple[Kind, int]]) -> None:
        at, add = self._at, self._blocks.append
        for length, (kind, level) in zip(lengths, kinds, strict=True):
            end = at + length
            add(_block(Block, (at, end, kind, level)))
            at = end + len(BETWEEN)
        if at > LONGEST + len(BETWEEN):
            raise DocumentError("its text is longer than a book can be")
        self._texts.append(whole)
        self._at = at

    def head(self, index: int, title: str, level: int) -> None:
        """Give the parts from an index on a heading: the first of them if it says the same.

        With that one a call to add parts must have begun.
        """
        first = self._blocks[index] if index < len(self._blocks) else None
        if first is None:
            return
        which, start = len(self._texts), self._at
        while start > first.start:
            which -= 1
            start -= len(self._texts[which]) + len(BETWEEN)
        if _letters(self._texts[which][: first.end - first.start]) == _letters(title):
            self._blocks[index] = first._replace(kind="heading", level=level)
            return
        moved = len(title) + len(BETWEEN)
        later = [
            block._replace(start=block.start + moved, end=block.end + moved)
            for block in self._blocks[index:]
        ]
        self._blocks[index:] = [
            Block(first.start, first.start + len(title), "heading", level),
            *later,
        ]
        self._texts.insert(which, title)
        self._pages = [
            page if page.start < first.start else page._replace(start=page.start + moved)
            for page in self._pages
        ]
        self._at += moved

    def page(self, label: str, inside: int = 0) -> None:
        """Note that a page begins with the next part, or so many characters into it."""
        if label:
            self._pages.append(Page(self._at + inside, label))

    @property
    def blocks(self) -> list[Block]:
        """All parts so far."""
        return self._blocks

    def document(self, format: Format, **told: str) -> Document:
        """Give the whole; `told` is what the document says of itself."""
        text = BETWEEN.join(self._texts)
        known = {key: _SPACES.sub(" ", value).strip() for key, value in told.items() if value}
        return Document(format, text, tuple(self._blocks), tuple(self._pages), **known)
