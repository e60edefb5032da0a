"""The source text: sections, paragraphs, sentences and words, with offsets into the original."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Literal

from studyguide.language.words import split
from studyguide.source.cut import cut
from studyguide.source.readers.document import Document
from studyguide.source.readers.text import document_of
from studyguide.source.section import SourceSection, digest_of


@dataclass(frozen=True, eq=False)
class Source:
    """A whole source text.

    `raw` is the digest of what it was read from, and of how. `missing` has the numbers of openings
    that do not stand in it.
    """

    document: Document
    sections: Mapping[int, SourceSection]
    raw: str
    missing: tuple[int, ...] = ()
    outside: int = field(default=0)
    """Characters that belong to no section."""

    @property
    def text(self) -> str:
        """The text, into which all offsets point."""
        return self.document.text

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The forms of all words, what stands before and between the sections included."""
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
        return digest_of(self._forms)

    def is_written_small(self, form: str) -> bool:
        """Whether a word stands somewhere without a capital; splits no more than it must."""
        return _is_written(self, form, "small")

    def is_written_large(self, form: str) -> bool:
        """Whether a word stands somewhere inside a sentence with a capital."""
        return _is_written(self, form, "large")


@lru_cache(maxsize=10_000)
def _is_written(source: Source, form: str, how: Literal["small", "large"]) -> bool:
    parts = [part for part in source.sections.values() if part.has(form)]
    if how == "small":
        return any(part.is_written_small(form) for part in parts)
    return any(part.is_written_large(form) for part in parts)


def read(text: str, openings: Mapping[int, str] | None = None) -> Source:
    """Read a plain text; see `source_of`."""
    raw = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return source_of(document_of(text), openings or {}, raw)


def source_of(document: Document, openings: Mapping[int, str], raw: str) -> Source:
    """Cut a document into sections.

    They open at its headings, else at numbers of any usual kind, and where a part begins with the
    words that `openings` gives for a section.
    """
    found = cut(document, openings)
    sections = {
        part.number: SourceSection(part.number, document.text, part.blocks, part.heading, document.pages)
        for part in found.parts
    }
    outside = sum(block.end - block.start for block in found.outside)
    return Source(document, sections, raw, found.missing, outside)
