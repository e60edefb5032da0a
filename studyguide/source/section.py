"""One section of the source: its words, sentences and paragraphs, found where they stand."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import chain, count
from operator import itemgetter

from studyguide.language.scripts import is_unparted
from studyguide.language.words import Word, folded, forms, split
from studyguide.patterns import lazy
from studyguide.source.paragraphs import Paragraph, Sentence, paragraphs_in
from studyguide.source.readers.document import Block, Page

_MARKS = lazy("-\u2060|\u00ad")
_PARTING = "\u2060\u00ad"
_RUN = lazy(r"[^\W_]+")
_OFTEN = 16  # times that a section is searched; then a set of what stands there costs less
_PARTED = lazy(r"[^\W\d_]+(?:(?:-\u2060|\u00ad)[^\W\d_]+)+")


@dataclass(frozen=True, eq=False)
class SourceSection:
    """One numbered section of the source, in `blocks` of its `text`; split when first asked for."""

    number: int
    text: str = field(repr=False)
    blocks: tuple[Block, ...]
    heading: str = ""
    pages: tuple[Page, ...] = field(default=(), repr=False)

    @property
    def is_split(self) -> bool:
        """Whether its words are known already: then to look at them all costs little."""
        return "forms" in vars(self)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        parts = (split(self.text, start, end) for start, end, *_ in self.blocks)
        return tuple(chain.from_iterable(parts))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs and entries of lists, in order."""
        return tuple(paragraphs_in(self.text, self.blocks, self.words))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The forms of all words."""
        return tuple(map(itemgetter(0), self.words))

    @cached_property
    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """Words that a hyphen parts at a line's end, each with how it reads if the hyphen is its own."""
        readings = {}
        for start, end, *_ in self.blocks:
            if all(self.text.find(mark, start, end) < 0 for mark in _PARTING):
                continue
            for match in _PARTED.finditer(self.text, start, end):
                joined, parts = (forms(_MARKS.sub(by, match.group())) for by in ("", "-"))
                if len(joined) == 1:
                    readings[joined[0]] = parts
        return readings

    def respelt(self, run: tuple[str, ...]) -> tuple[str, ...]:
        """Give a run of words as the section has them, if only hyphens at lines' ends differ."""
        for whole, parts in self.readings.items():
            size = len(parts)
            for at in range(len(run) - size, -1, -1):
                if run[at : at + size] == parts:
                    run = (*run[:at], whole, *run[at + size :])
        return run

    def is_written_small(self, form: str) -> bool:
        """Whether a word stands somewhere without a capital."""
        text, words = self.text, self.words
        return any(not text[words[place].start].isupper() for place in self.places.get(form, ()))

    def is_written_large(self, form: str) -> bool:
        """Whether a word stands somewhere inside a sentence with a capital."""
        text, words = self.text, self.words
        return any(
            text[words[place].start].isupper()
            and not self._begins_sentence(place)
            and text[words[place].start - 1] != "\t"  # nor a cell
            for place in self.places.get(form, ())
        )

    def _begins_sentence(self, word: int) -> bool:
        return self.sentence_of(word).first == word

    @cached_property
    def _folded(self) -> str:
        return "\n".join(folded(self.text[start:end]) for start, end, *_ in self.blocks)

    def may_have(self, run: tuple[str, ...]) -> bool:
        """Whether some words may all stand here: told without splitting the text into words."""
        if "places" in vars(self):
            return all(form in self.places for form in run)
        return all(map(self._holds, run))

    def _holds(self, form: str) -> bool:
        if not form.isalpha():
            return True
        if is_unparted(form):
            return form in self._folded
        if next(self._asked) >= _OFTEN:
            return form in self._runs_of_letters
        text, at = self._folded, self._folded.find(form)
        while at >= 0:
            if not (
                text[at - 1 : at].isalnum() or text[at + len(form) : at + len(form) + 1].isalnum()
            ):
                return True
            at = text.find(form, at + 1)
        return False

    @cached_property
    def _asked(self) -> Iterator[int]:
        """How often it was asked for words before it was split into them."""
        return count()

    @cached_property
    def _runs_of_letters(self) -> frozenset[str]:
        """All letters and figures in a row: what is found in a text that is asked again and again."""
        return frozenset(_RUN.findall(self._folded))

    def beginning_with(self, letters: str) -> frozenset[str]:
        """Give all that stands here and begins with some letters, as far as letters go."""
        return frozenset(re.findall(rf"\b{re.escape(letters)}[^\W\d_]*", self._folded))

    def has(self, form: str) -> bool:
        """Whether a word may stand here, as with `may_have`."""
        places = self.__dict__.get("places")
        return self.may_have((form,)) if places is None else form in places

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the section's words, in hex: the same for every spelling of one edition."""
        return digest_of(self.forms)

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

    def beginnings(self, places: Iterable[int]) -> set[int]:
        """Give the first words of the sentences in which some words stand."""
        starts = self._sentence_starts
        return {starts[bisect_right(starts, place) - 1] for place in places}

    def paragraph_of(self, word: int) -> Paragraph:
        """Find the paragraph in which a word stands."""
        return self.paragraphs[bisect_right(self._paragraph_starts, word) - 1]

    def table_above(self, row: Paragraph) -> tuple[Paragraph, ...]:
        """Give the rows of a table above one, and before them what stands before its heads; nothing for what is no row."""
        last = bisect_right(self._paragraph_starts, row.first) - 1
        first = last
        while first >= 0 and self._is_row(self.paragraphs[first]):
            first -= 1
        return self.paragraphs[max(first, 0) : last]

    def _is_row(self, part: Paragraph) -> bool:
        return self.text.find("\t", part.sentences[0].start, part.sentences[-1].end) >= 0

    def page_of(self, word: int) -> str:
        """Tell on which page a word stands, by what is printed there; "" where there are no pages."""
        at = bisect_right(self.pages, (self.words[word].start, "\U0010ffff")) - 1
        return self.pages[at].label if at >= 0 else ""

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


def digest_of(found: tuple[str, ...]) -> str:
    """Digest words in their order: SHA-256, in hex."""
    return sha256(" ".join(found).encode()).hexdigest()
