"""Some stretches of the source, to be asked for words, names and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from studyguide.language.language import Language
from studyguide.language.names import is_of_one_place, name_key
from studyguide.language.numbers import numbers_in, numerals
from studyguide.language.paraphrase import SHORTEST_FAMILY
from studyguide.language.scripts import is_unparted

_LONGEST_INITIALS = 6  # letters

Run = tuple[int, int]
"""Words of a section, from the first to before the last, counted within the section."""


@dataclass(frozen=True, eq=False)
class Extent:
    """Some stretches of the source, to be asked for words, names and numbers.

    `aside` has those stretches again in which a word, parted by a hyphen, may be read as two.
    """

    language: Language
    parts: tuple[tuple[str, ...], ...]
    aside: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(chain.from_iterable((*self.parts, *self.aside)))

    @cached_property
    def lists(self) -> int:
        """The lists of which the words may have an entry; see `bits_of`."""
        return self.language.lists(chain.from_iterable(self.parts))

    @cached_property
    def stems(self) -> tuple[tuple[str, ...], ...]:
        """The stems of all words, stretch by stretch."""
        return tuple(self.language.stems(part) for part in self.parts)

    @cached_property
    def _stems(self) -> frozenset[str]:
        read_twice = (self.language.stems(part) for part in self.aside)
        return frozenset(chain.from_iterable((*self.stems, *read_twice)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Each word in order as it would be told as a name; see `name_key`."""
        return tuple(map(name_key, chain.from_iterable(self.parts)))

    @cached_property
    def values(self) -> tuple[str, ...]:
        """Each word in order as the number that begins there, or nothing."""
        return tuple(value for part in self.parts for value in _values(part, self.language))

    @cached_property
    def following(self) -> tuple[str, ...]:
        """The word behind each word, or nothing at the end of a stretch."""
        return tuple(form for part in self.parts for form in (*part[1:], ""))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that stand here, all in one spelling."""
        return frozenset(self.values) - {""}

    def has_form(self, form: str) -> bool:
        """Whether a word stands here as it is."""
        return form in self._forms

    def has_word(self, form: str) -> bool:
        """Whether a word stands here, in whatever inflection."""
        is_there = form in self._forms or self.language.stem(form) in self._stems
        return is_there or form in self.initials

    @cached_property
    def initials(self) -> frozenset[str]:
        """What letters that follow each other abbreviate, in one word: us, for U.S."""
        return frozenset(
            "".join(part[at] for at in places)
            for part in self.parts
            for places in initials_in(part)
        )

    def spelt_out(self, run: tuple[str, ...]) -> frozenset[int]:
        """Give the places of letters in a run that abbreviate what stands here in one word: U.S., for US."""
        spelt = (
            each for each in initials_in(run) if self.has_form("".join(run[at] for at in each))
        )
        return frozenset(chain.from_iterable(spelt))

    def has_meant(self, form: str) -> bool:
        """Whether a word stands here, in whatever inflection; one that is a small verb, too, behind an article: l’est."""
        lexicon = self.language.words
        if form not in lexicon.finite_verbs or form not in lexicon.function_words:
            return self.has_word(form)
        before = {*lexicon.articles, *lexicon.constructions.get("elided", ())}
        return any(
            each == form and one in before for part in self.parts for one, each in pairwise(part)
        )

    def has_any_form(self, form: str) -> bool:
        """Whether a word stands here in whatever form, irregular ones included: kept, of keep."""
        return form in self._forms or self.language.is_inflected(form, self._stems)

    @cached_property
    def denied_letters(self) -> frozenset[str]:
        """The letters that stand behind what denies in the stems that begin so: l, of unlawful."""
        prefixes = self.language.negative_prefixes
        denied = (stem for stem in self._stems if stem.startswith(prefixes))
        return frozenset(
            stem[len(each) : len(each) + 1]
            for stem in denied
            for each in prefixes
            if stem.startswith(each)
        )

    def has_stem(self, stem: str) -> bool:
        """Whether any word with this stem stands here."""
        return stem in self._stems

    def has_paraphrase(self, form: str) -> bool:
        """Whether a word stands here that says the same in other letters."""
        stem = self.language.stem(form)
        return self.language.has_paraphrase(stem, self._stems, self._beginnings)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """How all stems begin: of one family are those alone that begin alike."""
        return frozenset(stem[:SHORTEST_FAMILY] for stem in self._stems)

    def has_name(self, form: str) -> bool:
        """Whether a name stands here; a plural's `s`, cases, and Russian for Russia do not count."""
        if form in self._forms or name_key(form) in self.names or form in self.initials:
            return True
        if self.language.declines_names:
            return not self._declined.isdisjoint(self.language.declined(form))
        return self.language.marks_names and any(
            is_of_one_place(form, each) for each in self._forms
        )

    @cached_property
    def _declined(self) -> frozenset[tuple[int, str]]:
        """All words as names that may stand in some case."""
        return frozenset(chain.from_iterable(map(self.language.declined, self._forms)))

    def has_names(self, *names: str) -> bool:
        """Whether these names stand here side by side, in whatever case."""
        wanted = [*map(self.language.declined, names)]
        return any(
            all(
                not self.language.declined(form).isdisjoint(name)
                for form, name in zip(part[at:], wanted, strict=False)
            )
            for part in self.parts
            for at in range(len(part) - len(names) + 1)
        )

    def has_month(self, form: str) -> bool:
        """Whether a month stands here written out, of which a word is short, or the other way round."""
        is_same = self.language.is_same_month
        return self.language.is_month(form) and any(is_same(form, each) for each in self._forms)

    def has_run(self, run: tuple[str, ...], *, exactly: bool = False) -> bool:
        """Whether these words stand here in a row, in whatever inflection unless `exactly`."""
        if any(_stands_in(run, part) for part in (*self.parts, *self.aside)):
            return True
        if exactly or not run:
            return False
        wanted = self.language.stems(run)
        return any(_stands_in(wanted, part) for part in self.stems)

    def has_run_of_numbers(self, run: tuple[str, ...]) -> bool:
        """Whether these words stand here in a row, inflected, each number in words or figures."""
        wanted = _counted(run, self.language)
        return any(_stands_in(wanted, _counted(part, self.language)) for part in self.parts)

    def has_parted(self, run: tuple[str, ...], most: int) -> bool:
        """Whether these words stand here in order, inflected, with at most so many between each two."""
        wanted = self.language.stems(run)
        return any(_are_parted(part, wanted, most) for part in self.stems)

    def has_runs(self, runs: tuple[tuple[str, ...], ...]) -> bool:
        """Whether these runs of words stand here word for word, one after the other."""
        parts = (*self.parts, *self.aside)
        return any(_follow_each_other(part, runs) for part in parts) or not runs


def _values(part: tuple[str, ...], language: Language) -> list[str]:
    values = [""] * len(part)
    for value, first in numbers_in(part, language):
        values[first] = value
    return values


def _counted(run: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Give the stems of a run, and each number as one in figures."""
    found, stems = [*language.stems(run)], dict[int, str]()
    for value, first, last in numerals(run, language):
        stems |= dict.fromkeys(range(first, last), "") | {first: f"={value}"}
    return tuple(each for at, stem in enumerate(found) if (each := stems.get(at, stem)))


def _stands_in(run: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(run)
    return size > 0 and any(
        part[start : start + size] == run
        for start, form in enumerate(part[: len(part) - size + 1])
        if form == run[0]
    )


def _are_parted(part: tuple[str, ...], wanted: tuple[str, ...], most: int) -> bool:
    ends = [at for at, stem in enumerate(part) if stem == wanted[0]]
    for stem in wanted[1:]:
        ends = [
            at
            for at, each in enumerate(part)
            if each == stem and any(at - most <= end + 1 <= at for end in ends)
        ]
    return bool(ends)


def _follow_each_other(part: tuple[str, ...], runs: tuple[tuple[str, ...], ...]) -> bool:
    end = 0
    for run in runs:
        starts = range(end, len(part) - len(run) + 1)
        start = next((at for at in starts if part[at : at + len(run)] == run), None)
        if start is None:
            return False
        end = start + len(run)
    return True


def initials_in(run: tuple[str, ...]) -> Iterator[range]:
    """Yield where letters stand one behind the other; those at the edges may be words: y a l’U.R.S.S., the U.S. a year ago."""
    pairs = pairwise([at for at, form in enumerate(run) if len(form) == 1])
    for start in (at for at, following in pairs if following == at + 1):
        for end in range(start + 2, min(start + _LONGEST_INITIALS, len(run)) + 1):
            if not (_is_letter(run[start]) and _is_letter(run[end - 1])):
                break
            yield range(start, end)


def _is_letter(form: str) -> bool:
    """Whether a word is one letter, of a script that has longer words."""
    return len(form) == 1 and form.isalpha() and not is_unparted(form)
