"""The source text: sections, paragraphs, sentences and words, with offsets into the original."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Literal

from studyguide.language.words import split
from studyguide.source.cut import blocks_of, cut
from studyguide.source.section import SourceSection, digest_of


@dataclass(frozen=True, eq=False)
class Source:
    """A whole source text."""

    text: str = field(repr=False)
    sections: Mapping[int, SourceSection]

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The forms of all words, what stands before and between the sections included."""
        found: list[str] = []
        at = 0
        for section in self.sections.values():
            for start, _ in section.blocks[:1]:
                found += (word.form for word in split(self.text, at, start))
            found += section.forms
            at = section.blocks[-1][1] if section.blocks else at
        return (*found, *(word.form for word in split(self.text, at)))

    @cached_property
    def words(self) -> int:
        """How many words there are in all."""
        return len(self._forms)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all words, in hex: the same for every spelling of one edition."""
        return digest_of(self._forms)

    @cached_property
    def raw(self) -> str:
        """SHA-256 of the text as it is, in hex."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

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
    """Read a source text.

    A section opens where a paragraph begins with the next number (`2. …`, or the number alone on
    its line), or with the words that `openings` gives for it. A text without any is one section.
    """
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    parts = cut(text, [*blocks_of(text)], openings or {})
    sections = {number: SourceSection(number, text, tuple(parts[number])) for number in parts}
    return Source(text, sections)
