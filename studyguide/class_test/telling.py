"""What a task tells of the answer to another that is printed on the same sheet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from studyguide.deck.cloze import Deletion
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.words import forms

_USUAL: Final = 0.08
"""Words of a larger part of a deck, such as whom it is about, are given away by all of it and by none."""

_FEWEST_USUAL: Final = 2

_OF_A_NAMED: Final = 2
"""So many words of what a term means tell it, beside the term itself."""

_NAMED: Final = ("term", "person", "date")

_COMMON: Final = 0.5
"""Words of so large a part of what is said of all persons tell nobody from the others."""


class _Told(NamedTuple):
    """Stems of an item's prompt and of each of its answers; of the latter those that say something."""

    prompt: frozenset[str]
    answers: tuple[frozenset[str], ...]


class Telling:
    """The items that a test may be drawn from, and what one says of another's answer."""

    def __init__(self, entries: Sequence[Entry], language: Language) -> None:
        """Take the items apart into stems."""
        self._language = language
        told = {each.id: self._taken_apart(each) for each in entries}
        counts = Counter(
            stem for each in told.values() for stem in each.prompt.union(*each.answers)
        )
        most = max(_FEWEST_USUAL, _USUAL * len(told))
        self._usual = frozenset(stem for stem, count in counts.items() if count > most)
        self._told = told
        names = Counter(
            stem for each in entries if each.kind == "person" for stem in told[each.id].prompt
        )
        self._own_names = frozenset(stem for stem, count in names.items() if count == 1)
        said = Counter(
            stem
            for each in entries
            if each.kind == "person"
            for stem in frozenset[str]().union(*told[each.id].answers)
        )
        persons = sum(each.kind == "person" for each in entries)
        self._common = frozenset(
            stem for stem, count in said.items() if count > max(_FEWEST_USUAL, _COMMON * persons)
        )

    def tells(self, one: Entry, two: Entry, *, is_matched: bool = False) -> bool:
        """Whether what is printed of one item, with its answer if that is matched, tells an answer of two."""
        return self._are_told(self._printed(one, is_matched=is_matched), two)

    def is_told(self, text: str, entry: Entry) -> bool:
        """Whether a text by itself tells an answer of an item."""
        return self._are_told(self._stems(text), entry)

    def are_apart(self, one: Entry, two: Entry, matched: Sequence[str] = ()) -> bool:
        """Whether neither tells an answer of the other; of those that are `matched`, by id, answers are printed."""
        return not any(
            self.tells(a, b, is_matched=a.id in matched)
            or (b.id in matched and self.tells_match(a, b, is_matched=a.id in matched))
            for a, b in ((one, two), (two, one))
        )

    def tells_match(self, one: Entry, two: Entry, *, is_matched: bool = False) -> bool:
        """Whether what is printed of one item solves two where that is matched.

        One word of its answer beside its name does: `complained Lowe, a Siberian miner`. A person is named by
        any name that no other has.
        """
        if two.kind not in _NAMED:
            return False
        printed, told = self._printed(one, is_matched=is_matched), self._told[two.id]
        is_person = two.kind == "person"
        own = told.prompt & self._own_names if is_person else told.prompt
        is_named = bool(own & printed) if is_person and own else told.prompt <= printed
        passed = self._common if is_person else self._usual
        rest = frozenset[str]().union(*told.answers) - told.prompt - passed
        return bool(told.prompt) and is_named and bool(rest & printed)

    def ask_alike(self, one: str, two: str) -> bool:
        """Whether two items, by id, ask with a word alike that few others have: how one pays, or judges."""
        if not {one, two} <= self._told.keys():
            return False
        alike = self._told[one].prompt & self._told[two].prompt
        return bool(alike - self._usual)

    def _printed(self, entry: Entry, *, is_matched: bool) -> frozenset[str]:
        told = self._told[entry.id]
        return told.prompt.union(*told.answers) if is_matched else told.prompt

    def _are_told(self, printed: frozenset[str], entry: Entry) -> bool:
        told = self._told[entry.id]
        if any(_has(printed, answer - self._usual) for answer in told.answers):
            return True
        if entry.kind not in _NAMED or not told.prompt or not told.prompt <= printed:
            return False
        rest = frozenset[str]().union(*told.answers) - told.prompt - self._usual
        return len(rest & printed) >= _OF_A_NAMED

    def _taken_apart(self, entry: Entry) -> _Told:
        visible = " ".join(_visible(entry)) if entry.pieces else entry.prompt
        return _Told(self._stems(visible), tuple(map(self._stems, entry.answers)))

    def _stems(self, text: str) -> frozenset[str]:
        """Give the stems of what says something: a number does, though it is a function word."""
        language = self._language
        return frozenset(
            language.stem(form)
            for form in forms(text)
            if not language.is_function_word(form) or language.number(form)
        )


def _has(printed: frozenset[str], answer: frozenset[str]) -> bool:
    """Whether an answer can be read: all of two words, of more three in four."""
    return bool(answer) and len(answer & printed) >= max(min(len(answer), 2), 0.75 * len(answer))


def _visible(entry: Entry) -> Iterator[str]:
    yield from (each.hint if isinstance(each, Deletion) else each for each in entry.pieces)


def is_told_by_letters(one: str, two: str) -> bool:
    """Whether one of two texts is an abbreviation, and the other has words that begin with its letters."""
    return _abbreviates(one, two) or _abbreviates(two, one)


def _abbreviates(short: str, text: str) -> bool:
    """Whether a word in capitals, such as UNO or U.N.O., has the initials of words in a row; small ones may lack."""
    wanted = [
        letters.casefold()
        for word in short.split()
        if (letters := "".join(filter(str.isalpha, word))) and len(letters) > 1
        if sum(map(str.isupper, letters)) > len(letters) / 2
    ]
    words = forms(text)
    return any(_begins(words[at:], each) for each in wanted for at in range(len(words)))


_BETWEEN: Final = 2
"""So many words of a name may have no letter in its abbreviation: of the, and."""


def _begins(words: Sequence[str], letters: str) -> bool:
    """Whether words begin with these letters, the first with the first; some between may be passed over."""
    if not letters:
        return True
    if not words or words[0][0] != letters[0]:
        return False
    rest = words[1:]
    return any(_begins(rest[skipped:], letters[1:]) for skipped in range(_BETWEEN + 1))
