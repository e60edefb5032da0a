"""The source text: sections, paragraphs, sentences and words, with offsets into the original.

What reads and cuts it is loaded where that is first asked for: one that has not changed is told by its digest alone.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from studyguide.source.cutting.cut import Cut
    from studyguide.source.readers.document import Document
    from studyguide.source.section import SourceSection


@dataclass(frozen=True, eq=False)
class Source:
    """A whole source text, read and cut into sections when first asked for.

    `raw` is the digest of what it is read from, and of how: under the same one nothing has changed.
    `openings` gives for some sections the words that they begin with.
    """

    raw: str
    openings: Mapping[int, str]
    document_of: "Callable[[], Document]" = field(repr=False)

    @cached_property
    def document(self) -> "Document":
        """The document that it is read from."""
        return self.document_of()

    @cached_property
    def cut(self) -> "Cut":
        """How the document is cut: at headings, else at numbers of any usual kind, or as `openings` say."""
        from studyguide.source.cutting.cut import cut

        return cut(self.document, self.openings)

    @cached_property
    def sections(self) -> "Mapping[int, SourceSection]":
        """All sections by their numbers, in the order of the text."""
        from studyguide.source.section import SourceSection

        text, pages = self.document.text, self.document.pages
        return {
            part.number: SourceSection(part.number, text, part.blocks, part.heading, pages)
            for part in self.cut.parts
        }

    @cached_property
    def outside(self) -> int:
        """How many words belong to no section, headings not counted."""
        from studyguide.language.words import split

        blocks = self.cut.outside
        return sum(1 for block in blocks for _ in split(self.text, block.start, block.end))

    @property
    def text(self) -> str:
        """The text, into which all offsets point."""
        return self.document.text

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The forms of all words, what stands before and between the sections included."""
        from studyguide.language.words import split

        found: list[str] = []
        at = 0
        for section in self.sections.values():
            for start, *_ in section.blocks[:1]:
                found += (word.form for word in split(self.text, at, start))
            found += section.forms
            at = section.blocks[-1].end if section.blocks else at
        return (*found, *(word.form for word in split(self.text, at)))

    @cached_property
    def words(self) -> int:
        """How many words there are in all."""
        return len(self._forms)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all words, in hex: the same for every spelling of one edition."""
        from studyguide.source.section import digest_of

        return digest_of(self._forms)

    def is_written_small(self, form: str) -> bool:
        """Whether a word stands somewhere without a capital; splits no more than it must."""
        return _is_written(self, form, "small")

    def is_written_large(self, form: str) -> bool:
        """Whether a word stands somewhere inside a sentence with a capital."""
        return _is_written(self, form, "large")


@lru_cache(maxsize=10_000)
def _is_written(source: Source, form: str, how: Literal["small", "large"]) -> bool:
    for part in source.sections.values():
        if part.has(form) and (
            part.is_written_small(form) if how == "small" else part.is_written_large(form)
        ):
            return True
    return False


def read(text: str, openings: Mapping[int, str] | None = None) -> Source:
    """Read a plain text."""
    from studyguide.source.readers.text import document_of

    raw = raw_of(text.encode("utf-8", "surrogatepass"), openings or {})
    return Source(raw, openings or {}, lambda: document_of(text))


def raw_of(data: bytes, openings: Mapping[int, str]) -> str:
    """Digest what a source is read from, and where its sections are said to open.

    Of a text another machine's git may have made other line ends, which say nothing.
    """
    data = data if b"\0" in data else data.replace(b"\r\n", b"\n")
    told = json.dumps(sorted(openings.items())).encode() if openings else b""
    return sha256(data + told).hexdigest()
