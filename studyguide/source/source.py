"""The source text: sections, paragraphs, sentences and words, with offsets into the original."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import Literal, NamedTuple

from studyguide.language.words import Word, folded, forms, split, words

_SPACE = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n(?:[^\S\n]*\n)+|\f")
_BULLET = re.compile(r"[^\S\n]*[•‣◦▪·*–-][^\S\n]+")
_LINE_BULLET = re.compile(r"^[^\S\n]*[•‣◦▪·*–-][^\S\n]+", re.MULTILINE)
_NUMBER = re.compile(r"[^\S\n]*(\d{1,4})(?:\.[^\S\n]+|\.?[^\S\n]*(?:\n|$))")
_SENTENCE_END = re.compile(r"(?P<mark>[.!?…]+)(?P<end>[\"'”’»)\]]*)\s+[\"'“‘«(\[]*(?=(?P<next>\S))")
_ABBREVIATION = re.compile(
    r"(?<![^\s(“\"‘'\[])(?:[^\W\d_](?:\.[^\W\d_])*|mr|mrs|ms|dr|prof|st|gen|col|capt|vs|cf|ed|ca|"
    r"bzw|usw|mme|mlle|sr|sra|им|гг)$",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(r"(?<![^\s(“\"‘'\[])(?:nos?|nr|vol|pp|art|fig)$", re.IGNORECASE)


Block = tuple[int, int]
"""Where a stretch of the text begins and ends."""


class Sentence(NamedTuple):
    """A sentence; `first` to `last` (exclusive) are its words, counted within the section."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or one entry of a list; `label` is how it is cited: `¶4`, or `•1` in a list."""

    label: str
    sentences: tuple[Sentence, ...]

    @property
    def first(self) -> int:
        """The paragraph's first word, counted within the section."""
        return self.sentences[0].first

    @property
    def last(self) -> int:
        """The word after the paragraph's last, counted within the section."""
        return self.sentences[-1].last


@dataclass(frozen=True, eq=False)
class SourceSection:
    """One numbered section of the source, in `blocks` of its `text`; split when first asked for."""

    number: int
    text: str = field(repr=False)
    blocks: tuple[Block, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return tuple(word for start, end in self.blocks for word in split(self.text, start, end))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs and entries of lists, in order."""
        return tuple(_paragraphs(self))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The forms of all words."""
        return tuple(word.form for word in self.words)

    def is_written_small(self, form: str) -> bool:
        """Whether a word stands somewhere without a capital."""
        text, words = self.text, self.words
        return any(not text[words[place].start].isupper() for place in self.places.get(form, ()))

    def is_written_large(self, form: str) -> bool:
        """Whether a word stands somewhere inside a sentence with a capital."""
        text, words = self.text, self.words
        return any(
            text[words[place].start].isupper() and not self._begins_sentence(place)
            for place in self.places.get(form, ())
        )

    def _begins_sentence(self, word: int) -> bool:
        return self.sentence_of(word).first == word

    @cached_property
    def _folded(self) -> str:
        return "\n".join(folded(self.text[start:end]) for start, end in self.blocks)

    def may_have(self, run: tuple[str, ...]) -> bool:
        """Whether some words may all stand here: told without splitting the text into words."""
        if "places" in vars(self):
            return all(form in self.places for form in run)
        return all(map(self._holds, run))

    def _holds(self, form: str) -> bool:
        if not form.isalpha():
            return True
        text, at = self._folded, self._folded.find(form)
        while at >= 0:
            if not (
                text[at - 1 : at].isalnum() or text[at + len(form) : at + len(form) + 1].isalnum()
            ):
                return True
            at = text.find(form, at + 1)
        return False

    def has(self, form: str) -> bool:
        """Whether a word may stand here, as with `may_have`."""
        places = self.__dict__.get("places")
        return self.may_have((form,)) if places is None else form in places

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the section's words, in hex: the same for every spelling of one edition."""
        return _digest(self.forms)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where each word form stands, counted within the section."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, form in enumerate(self.forms):
            places[form].append(index)
        return {form: tuple(found) for form, found in places.items()}

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [part.first for part in self.paragraphs]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(sentence for part in self.paragraphs for sentence in part.sentences)

    def sentence_of(self, word: int) -> Sentence:
        """Find the sentence in which a word stands."""
        return self.sentences[bisect_right(self._sentence_starts, word) - 1]

    def sentences_of(self, first: int, last: int) -> tuple[Sentence, ...]:
        """Give the sentences in which the words from `first` to before `last` stand."""
        starts = self._sentence_starts
        return self.sentences[bisect_right(starts, first) - 1 : bisect_right(starts, last - 1)]

    def paragraph_of(self, word: int) -> Paragraph:
        """Find the paragraph in which a word stands."""
        return self.paragraphs[bisect_right(self._paragraph_starts, word) - 1]

    def find(self, run: tuple[str, ...], first: int = 0, last: int | None = None) -> Iterator[int]:
        """Yield each place, from word `first` to before `last`, where `run` stands word for word."""
        if not run:
            return
        end = (len(self.forms) if last is None else last) - len(run)
        # Where the rarest of the words stands, there are the fewest places to look at.
        known = self.places
        found = [known.get(form, ()) for form in run]
        sizes = [len(places) for places in found]
        offset = sizes.index(min(sizes))
        places = found[offset]
        for place in places:
            start = place - offset
            if first <= start <= end and self.forms[start : start + len(run)] == run:
                yield start


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
        return _digest(self._forms)

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
    parts = _sections(text, [*_blocks(text)], openings or {})
    sections = {number: SourceSection(number, text, tuple(parts[number])) for number in parts}
    return Source(text, sections)


def _digest(found: tuple[str, ...]) -> str:
    return sha256(" ".join(found).encode()).hexdigest()


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph: between blank lines, or each line if there are none."""
    breaks = [match.span() for match in _BLANK_LINE.finditer(text)]
    body = _SPACE.match(text).end(), len(text.rstrip())  # type: ignore[union-attr]
    if not any(body[0] < start and end < body[1] for start, end in breaks):
        breaks = [match.span() for match in re.finditer("\n", text)]
    edges = [(0, 0), *breaks, (len(text), len(text))]
    for (_, start), (end, _) in pairwise(edges):
        if text[start:end].strip():
            yield start, end


def _sections(
    text: str, blocks: list[tuple[int, int]], openings: Mapping[int, str]
) -> dict[int, list[tuple[int, int]]]:
    """Hand out paragraphs to sections; what precedes section 1 belongs to none."""
    sections: dict[int, list[tuple[int, int]]] = {}
    matches = [_NUMBER.match(text, start, end) for start, end in blocks]
    numbers = [int(match[1]) if match else 0 for match in matches]
    last = {number: index for index, number in enumerate(numbers)}
    listed = 0  # the last number of a list inside the section
    for index, (start, end) in enumerate(blocks):
        following, number, match = len(sections) + 1, numbers[index], matches[index]
        opened = None
        if following in openings:
            opened = _begins_with(text, start, end, openings[following])
        elif match and following > 1 and number != following and number in (1, listed + 1):
            listed = number
        elif match and number == following:
            # What could as well count on in a list leaves it to a later one to open the section.
            listed = number if listed and number == listed + 1 and last[number] > index else 0
            opened = None if listed else match.end()
        if opened is not None:
            sections[following], listed = [], 0
        body = start if opened is None else opened
        if sections and text[body:end].strip():
            sections[max(sections)].append((body, end))
    return sections or {1: blocks}


def _begins_with(text: str, start: int, end: int, opening: str) -> int | None:
    """Tell where in a paragraph the opening words begin: at once, or after a number."""
    wanted = forms(opening)
    found = words(text[start:end])
    for skipped in (0, 1):
        part = found[skipped : skipped + len(wanted)]
        is_number = not skipped or (found and found[0].form.isdecimal())
        if part and is_number and tuple(word.form for word in part) == wanted:
            return start + part[0].start
    return None


def _paragraphs(section: SourceSection) -> Iterator[Paragraph]:
    counts = {"¶": 0, "•": 0}
    starts = [word.start for word in section.words]
    for mark, start, end in _units(section.text, section.blocks):
        sentences = tuple(
            Sentence(first, last, sentence_start, sentence_end)
            for sentence_start, sentence_end in _sentences(section.text, start, end)
            if (first := bisect_left(starts, sentence_start))
            < (last := bisect_left(starts, sentence_end))
        )
        if sentences:
            counts[mark] += 1
            yield Paragraph(f"{mark}{counts[mark]}", sentences)


def _units(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield the mark, start and end of each paragraph and of each entry of a list."""
    for start, end in blocks:
        first = _BULLET.match(text, start, end)
        if not first:
            yield "¶", start, end
            continue
        others = _LINE_BULLET.finditer(text, first.end(), end)
        bullets = [match.span() for match in (first, *others)]
        ends = [bullet_start for bullet_start, _ in bullets[1:]]
        for (_, body), bullet_end in zip(bullets, [*ends, end], strict=True):
            yield "•", body, bullet_end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a paragraph, those inside quotations included."""
    at = _SPACE.match(text, start, end).end()  # type: ignore[union-attr]
    for match in _SENTENCE_END.finditer(text, start, end):
        is_short_form = match["mark"] == "." and _is_short_form(text, at, match)
        if not is_short_form and not match["next"].islower():
            yield at, match.end("end")
            at = _SPACE.match(text, match.end("end"), end).end()  # type: ignore[union-attr]
    yield at, end


def _is_short_form(text: str, start: int, point: re.Match[str]) -> bool:
    """Whether a full stop only ends an abbreviation, an initial, or the number of an entry."""
    if point["next"].isdecimal() and _BEFORE_NUMBER.search(text, start, point.start()):
        return True
    is_label = text[start : point.start()].isdecimal()
    return is_label or _ABBREVIATION.search(text, start, point.start()) is not None
