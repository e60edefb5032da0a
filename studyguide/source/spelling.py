"""How a source spells: which of its capitals make names, and what holds the words of a name together.

A capital at the opening of a sentence says nothing: such a word is a name if the text writes it with
a capital elsewhere too, and never without. A sentence is spelt out as two letters a word.

What a word is: `N` name, `O` perhaps one (it opens a sentence), `T` title or initial, `C` month or
weekday, `D` day, `Y` year, `F` other figure, `W` number word, `1` one, `o` of, `n` on, `e` the, `p`
a particle such as de or von, `x` anything else.

What follows it: `_` a blank, `-` a hyphen, `~` a dash, `.` a full stop, `,` a comma, `|` anything
else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import Word
from studyguide.source.source import Source

_PARTICLES = ["al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ter", "van", "von", "y", "zu", "zur"]  # fmt: skip
SMALL_WORDS = {"of": "o", "on": "n", "upon": "n", "the": "e", **dict.fromkeys(_PARTICLES, "p")}

_YEAR = re.compile(r"(?:1\d{3}|20\d\d)s?")
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_OPENING = re.compile(r":[\s\"“„«‘'(\[]*$|[,;.!?…—–][\s\"“”»’')\]]*\s[\"“„«‘']+$")
_GAPS = (
    ("_", re.compile(r"\s+|['’]\s+")),  # the Workers' Party
    ("-", re.compile(r"\s*[-‐‑]\s*")),
    ("~", re.compile(r"[–—/]")),
    (".", re.compile(r"\.\s*")),
    (",", re.compile(r",\s+")),
)


@dataclass(frozen=True)
class Spelling:
    """A source's use of capitals; small words, months and titles are known in English only."""

    source: Source
    language: Language

    @cached_property
    def _names(self) -> frozenset[str]:
        """Every word form that has a capital somewhere else than where a sentence opens."""
        return frozenset(
            word.form
            for section in self.source.sections.values()
            for sentence in section.sentences
            for word in section.words[sentence.first + 1 : sentence.last]
            if self._is_capital(word) and not self._is_opened(word)
        )

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """The stems of all words that are somewhere written without a capital."""
        return frozenset(
            self.language.stem(word.form)
            for section in self.source.sections.values()
            for word in section.words
            if not self._is_capital(word)
        )

    def code(self, found: Sequence[Word]) -> str:
        """Spell out a sentence, given as its words: two letters a word."""
        gaps = [*(self._gap(word, following) for word, following in pairwise(found)), "|"]
        kinds = [self._kind(word, gap, found[0]) for word, gap in zip(found, gaps, strict=True)]
        for index, kind in enumerate(kinds):
            follows = kinds[index + 1] if gaps[index] == "_" else ""
            if kind == "c":
                kinds[index] = "C" if follows in ("D", "Y") else "x"
            elif kind == "C" and follows == "N" and self._is_ordinary(found[index + 1].form):
                kinds[index] = "N"  # October Revolution; but not "in October Gorbachev said"
        return "".join(kind + gap for kind, gap in zip(kinds, gaps, strict=True))

    def _kind(self, word: Word, gap: str, first: Word) -> str:
        if not self._is_capital(word):
            return _number_kind(word.form, self.language) or SMALL_WORDS.get(word.form, "x")
        if word is first or self._is_opened(word):
            return self._kind_at_opening(word, gap)
        return self._kind_of_capital(word, gap)

    def _kind_of_capital(self, word: Word, gap: str) -> str:
        """Tell what a word inside a sentence is, given that it has a capital."""
        form, shown = word.form, self.source.text[word.start : word.end]
        if name_key(form) in self.language.words.months:
            return "C"
        if len(shown) == 1 and gap == ".":
            return "T"
        if len(shown) > 1 and shown.isupper():
            return "N"
        if not self.language.marks_names or self.language.is_function_word(form):
            return _number_kind(form, self.language) or "x"
        return "T" if form in self.language.words.titles else "N"

    def _kind_at_opening(self, word: Word, gap: str) -> str:
        kind, form = self._kind_of_capital(word, gap), word.form
        if kind == "C":  # "May" and "March" open a sentence: only a figure makes them months
            is_word_too = self.language.is_function_word(form) or self.source.is_written_small(form)
            return "c" if is_word_too else "C"
        if kind == "N" and not self.source.text[word.start : word.end].isupper():
            if form in self._names and not self.source.is_written_small(form):
                return "N"
            return _number_kind(form, self.language) or ("x" if self._is_ordinary(form) else "O")
        return "O" if kind == "T" else kind

    def _is_capital(self, word: Word) -> bool:
        return self.source.text[word.start].isupper()

    def _is_ordinary(self, form: str) -> bool:
        return self.language.stem(form) in self._ordinary

    def _is_opened(self, word: Word) -> bool:
        """Whether what precedes a word opens a sentence inside the sentence: a colon, a quotation."""
        return _OPENING.search(self.source.text[max(word.start - 8, 0) : word.start]) is not None

    def _gap(self, word: Word, following: Word) -> str:
        bare = word.form.removesuffix("'s")
        if bare != word.form and bare in self._names:
            return "|"  # Gorbachev's Soviet Union is two names, People's Soviets one
        between = self.source.text[word.end : following.start]
        return next((gap for gap, pattern in _GAPS if pattern.fullmatch(between)), "|")


def _number_kind(form: str, language: Language) -> str:
    """Tell what kind of number a word is, if any; "first" and "once" are turns of speech mostly."""
    number = language.number(form)
    if form[0].isdecimal():
        return "Y" if _YEAR.fullmatch(form) else "D" if _DAY.fullmatch(form) else "F"
    if number in ("", "once") or number.endswith("."):
        return ""
    return "1" if number == "1" else "W" if form.isalpha() else "F"
