"""What the check knows about a language: stems, function words, and how numbers are written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import filterfalse
from operator import or_
from typing import Any

from studyguide.language.declension import declined, has_ways, is_month, is_same_month
from studyguide.language.lexicon import attributed, function_words, lexicon, lists_of, telling
from studyguide.language.paraphrase import (
    SHORTEST_FAMILY,
    Deed,
    alternatives,
    deeds_of,
    derived,
    irregular_of,
    is_other_vowel,
    is_part_of,
    is_same_family,
    opposites_of,
    prefixed,
)
from studyguide.language.phrases import Phrases
from studyguide.language.scripts import LETTERS_A_WORD
from studyguide.language.stems import joined_verbs, stems_of
from studyguide.language.values import values_of
from studyguide.language.word_lists import Lexicon
from studyguide.language.words import NUMERO

_COMPOUNDING = frozenset(["da", "de", "fi", "hu", "nb", "nl", "nn", "no", "sv"])
"""Languages that write compounds as one word: what is told of a part is told of the whole."""
_PARTED = frozenset(["af", "de", "nl"])
_DENIES_BEFORE = frozenset(["af", "da", "de", "fr", "nb", "nl", "nn", "no", "sv"])
_DECLINING = frozenset(["be", "eo", "et", "hu", "hy", "ro", "tr"])  # as Snowball alone tells
_SURELY_DECLINING = frozenset(["cs", "pl", "ru", "uk"])  # in ways that are all known
_UNPARTED = frozenset(["ja", "km", "lo", "my", "th", "yue", "zh"])
_LONGEST_ENDING = 4  # letters behind what a word shares with another made of it: bureaucr-acy

_OF_TAGS: dict[str, Any] = {}
"""One of each: what is cached by a language is so for all decks in it."""


@dataclass(frozen=True, eq=False)  # what is cached by a language asks for its hash all the time
class Language:
    """A language by its tag (`en`, `pt-BR`); `words` are the lists that are kept for it."""

    tag: str

    def __new__(cls, tag: str) -> Any:  # noqa: D102
        return _OF_TAGS.setdefault(tag, super().__new__(cls))

    @cached_property
    def words(self) -> Lexicon:
        """The lists of words that are kept for this language."""
        return lexicon(self._base)

    @property
    def has_lists(self) -> bool:
        """Whether function words and number words of this language are known."""
        return bool(self._function_words)

    @property
    def is_english(self) -> bool:
        """Whether rules that look for English phrases may be asked."""
        return self._base == "en"

    @property
    def parts_verbs(self) -> bool:
        """Whether half of a verb may stand at the end of its clause: es wies den Antrag ab."""
        return self._base in _PARTED

    @property
    def compounds(self) -> bool:
        """Whether compounds are written as one word: Zinkplatte."""
        return self._base in _COMPOUNDING

    @property
    def denies_before(self) -> bool:
        """Whether a "not" may stand behind what it denies: er bestreitet es nicht, il ne vient pas."""
        return self._base in _DENIES_BEFORE

    @property
    def letters_a_word(self) -> int:
        """How many of what counts as words in a text make one: letters, where words are not parted."""
        return LETTERS_A_WORD if self._base in _UNPARTED else 1

    @property
    def marks_names(self) -> bool:
        """Whether a capital inside a sentence means a name (not in German: every noun has one)."""
        return self._base != "de"

    @property
    def declines_names(self) -> bool:
        """Whether names have endings of their own in each case: Иван, Ивана."""
        return self._base in _DECLINING or has_ways(self._base)

    def declined(self, name: str) -> frozenset[tuple[int, str]]:
        """Give what two words share that may be one name in two cases."""
        told = declined(self._base, name)
        if self._base in _SURELY_DECLINING:
            return told
        return told | {(-1, self.stem(name)), (-1, name)}

    @cached_property
    def _base(self) -> str:
        return self.tag.partition("-")[0].lower()

    def joined_verbs(self, run: tuple[str, ...], *, is_clause: bool = False) -> tuple[str, ...]:
        """Give the verbs whose halves may stand apart in a run, one at its end if it `is_clause`."""
        found = joined_verbs(run, self._base, len(run) - 1 if is_clause else 0)
        small, known = self._function_words, irregular_of(self._base)
        joined = ((half + verb, verb) for half, verb in found)
        return tuple(one for one, verb in joined if verb not in small or self.stem(one) in known)

    def stem(self, form: str) -> str:
        """Reduce a word form to its Snowball stem, if Snowball has the language."""
        return self._stems[form]

    def stems(self, forms: Iterable[str]) -> tuple[str, ...]:
        """Give the stems of many word forms."""
        return tuple(map(self._stems.__getitem__, forms))

    def lists(self, forms: Iterable[str]) -> int:
        """Give the lists of which some words may have an entry, as `bits_of` does: what is in none needs no closer look."""
        return reduce(or_, map(lists_of(self._base).__getitem__, forms), 0)

    def telling(self, forms: Collection[str], lists: int) -> frozenset[str]:
        """Give those of many words that may be of an entry of some lists."""
        return telling(self._base, forms, lists)

    @cached_property
    def _stems(self) -> Mapping[str, str]:
        return stems_of(self._base)

    def is_of_one_family(self, form: str, other: str) -> bool:
        """Whether two words are forms of one, or one is made of the other: bureaucracy, bureaucrats."""
        beginning = form[: max(SHORTEST_FAMILY, len(form) - _LONGEST_ENDING)]
        return self.stem(form) == self.stem(other) or other.startswith(beginning)

    def is_function_word(self, form: str) -> bool:
        """Whether a word only holds others together; false wherever there is no list."""
        return form in self._function_words

    def without_function_words(self, forms: Iterable[str]) -> Iterator[str]:
        """Give those of many words that do more than hold others together."""
        return filterfalse(self._function_words.__contains__, forms)

    @cached_property
    def _function_words(self) -> frozenset[str]:
        listed = function_words(self._base)
        return listed | {NUMERO} if listed else listed

    def decides(self, form: str) -> bool:
        """Whether a function word turns what is said: "before" is not "after", nor "all" "more"."""
        return form in self.words.deciding and self.is_function_word(form)

    def may_be_recalled(self, forms: tuple[str, ...]) -> bool:
        """Whether any of many words that mostly only hold others together may say something by itself."""
        return not self.words.deciding.isdisjoint(forms) or "one" in forms or "once" in forms

    def is_inflected(self, form: str, stems: frozenset[str]) -> bool:
        """Whether one of these stems is of a word in whatever form: kept, of keep."""
        own, others = self._stems[form], irregular_of(self._base)
        return own in stems or not stems.isdisjoint(others.get(own) or prefixed(self._base, own))

    def has_paraphrase(
        self, stem: str, stems: frozenset[str], begun: frozenset[str] | None = None
    ) -> bool:
        """Whether one of these stems says what a stem says; `begun` may tell how they begin."""
        if not stems.isdisjoint((*alternatives(self._base)[stem], *derived(stem))):
            return True
        beginning = stem[:SHORTEST_FAMILY]
        may_be_near = len(stem) >= SHORTEST_FAMILY and (begun is None or beginning in begun)
        if may_be_near and any(
            other.startswith(beginning) and is_same_family(stem, other) for other in stems
        ):
            return True
        return self.compounds and any(
            is_part_of(stem, other) or is_other_vowel(stem, other) for other in stems
        )

    @cached_property
    def comparing(self) -> Phrases:
        """What compares a figure, as phrases: fewer than, at least."""
        return Phrases(tuple(self.words.comparisons))

    def ends_alike(self, form: str, other: str) -> bool:
        """Whether two words are one in some inflection, or the end of one: `Betriebsstunden`."""
        one, two = self.stem(form), self.stem(other)
        return one == two or (self.compounds and (one.endswith(two) or two.endswith(one)))

    def is_frame_word(self, form: str) -> bool:
        """Whether a word only says what sort of answer is wanted: "kind", "year", "called"."""
        return form in self.words.frame_words

    @cached_property
    def negative_prefixes(self) -> tuple[str, ...]:
        """What turns a word into its opposite, written before it: un-, non-."""
        return tuple(sorted(self.words.negative_prefixes))

    def opposites(self, form: str) -> tuple[str, ...]:
        """List words that mean the opposite of a word."""
        return self._opposites.get(self._stems[form], ())

    @cached_property
    def _opposites(self) -> Mapping[str, tuple[str, ...]]:
        return opposites_of(self._base)

    def deeds(self, forms: Iterable[str]) -> Iterator[tuple[Deed, str]]:
        """Yield what some words say to be done, in which scene, each with its word; see `word_lists`."""
        return deeds_of(self._base, forms)

    def is_month(self, form: str) -> bool:
        """Whether a word is a month or a day, or may be short for one: Nov."""
        return is_month(form, self.words.months)

    def is_same_month(self, form: str, other: str) -> bool:
        """Whether one of two words is short for the other, which is a month: Nov., November; or in another case."""
        return is_same_month(form, other, self.words.months, declines=self.declines_names)

    def attributions(self, text: str, author: str) -> tuple[tuple[int, int], ...]:
        """Tell from where to where a text says whose word it gives: "according to North"."""
        return attributed(self._base, text, author)

    def number(self, form: str) -> str:
        """Give a number word or figure in one spelling (`forty` and `40` alike), or nothing."""
        return self._values[form]

    def numbers(self, forms: tuple[str, ...]) -> list[str]:
        """Give each of many words as `number` does."""
        return list(map(self._values.__getitem__, forms))

    def content(self, forms: Iterable[str]) -> frozenset[str]:
        """Give what the words are told by that say something: the number or the stem of each."""
        values, stems, small = self._values, self._stems, self._function_words
        return frozenset(
            [values[form] or stems[form] for form in forms if form not in small or values[form]]
        )

    def has_numbers(self, forms: tuple[str, ...]) -> bool:
        """Whether any of many words is a number: told faster than which."""
        return any(map(self._values.__getitem__, forms))

    @cached_property
    def _values(self) -> Mapping[str, str]:
        return values_of(self._base)
