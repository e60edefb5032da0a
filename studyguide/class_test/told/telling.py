"""What a task tells of the answer to another that is printed on the same sheet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from studyguide.class_test.told.joined import Joined
from studyguide.class_test.told.taken_apart import (
    Stems,
    frequent,
    is_in,
    kin_of,
    stems_of,
    taken_apart,
    wholes_of,
)
from studyguide.guide.guide import Entry
from studyguide.language.language import Language

_USUAL: Final = 0.08
"""Words of a larger part of a deck, such as whom it is about, say little beside others."""

_EVERYWHERE: Final = 1 / 3
"""Words of so large a part say nothing beside others."""
_OF_A_NAMED: Final = 2
"""So many words of what a term means tell it, beside the term itself."""

_NAMED: Final = ("term", "person", "date")

_COMMON: Final = 0.5
"""Words of so large a part of what is said of all persons tell nobody from the others."""

_SHORT: Final = 3
"""Of an answer of so many words any hints at it; of a longer one half of them."""

_FEW_WORDS: Final = 4
"""Of an answer of so many words a name in the title tells most."""

_NEARLY: Final = 0.75
"""Of two answers that share so much of the longer one either is right for the other: for 5 years, for 9 years."""


class Telling:
    """The items that a test may be drawn from, and what one says of another's answer.

    `heading` is what stands on each sheet: the title, whose text it is; `joined` knows what the text joins.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        language: Language,
        heading: str = "",
        joined: Joined | None = None,
    ) -> None:
        """Take the items apart into stems."""
        self.language, self.joined = language, joined or Joined()
        self.by_id = {each.id: each for each in entries}
        told = {each.id: taken_apart(each, language) for each in entries}
        counts = Counter(stem for each in told.values() for stem in each.prompt | each.answered)
        self._usual = frequent(counts, _USUAL * len(told))
        self._everywhere = frequent(counts, _EVERYWHERE * len(told))
        self._told, self._heading = told, stems_of(heading, language)
        persons = [told[each.id] for each in entries if each.kind == "person"]
        names = Counter(stem for each in persons for stem in each.prompt)
        self._own_names = frozenset(stem for stem, count in names.items() if count == 1)
        said = Counter(stem for each in persons for stem in each.answered)
        self._common = frequent(said, _COMMON * len(persons))
        self._kin, self._wholes = kin_of(counts), wholes_of(counts, language)
        self._ends = frozenset(self._wholes)
        self._answered: dict[str, tuple[Stems, Stems]] = {}

    def tells(self, one: Entry, two: Entry, *, is_matched: bool = False) -> bool:
        """Whether what is printed of one item, with its answer if that is matched, tells an answer of two."""
        return self._are_told(self._printed(one, is_matched=is_matched), two)

    def is_told(self, text: str, entry: Entry) -> bool:
        """Whether a text by itself tells an answer of an item, or more of whom or what it asks for."""
        stems = stems_of(text, self.language)
        return self._are_told(stems, entry) or self._names(stems, entry)

    def is_half_told(self, text: str, entry: Entry) -> bool:
        """Whether a text by itself tells an item that is asked in writing: half of its answer is too much."""
        told = self._told[entry.id]
        stems = stems_of(text, self.language)
        is_half = told.is_half_in(stems, self._everywhere, self._usual)
        return is_half or self.is_told(text, entry)

    def is_told_above(self, entry: Entry) -> bool:
        """Whether what stands on each sheet tells an answer of an item, or has a name of a short one."""
        if self._told[entry.id].is_led_by(self._heading):
            return True
        return self._are_told(self._heading, entry) or any(
            stems_of(name, self.language) & self._heading
            for answer in entry.answers
            for name in self._names_in(answer)
        )

    def hints_above(self, entry: Entry) -> bool:
        """Whether what stands on each sheet has a word of an answer that few items have."""
        return any((it - self._usual) & self._heading for it in self._told[entry.id].answers)

    def names_above(self, entry: Entry) -> bool:
        """Whether what stands on each sheet names the person or the date that an item asks for."""
        return entry.kind in ("person", "date") and self._names(self._heading, entry)

    def gives(self, one: Entry, two: Entry, matched: Sequence[str] = ()) -> bool:
        """Whether one gives an answer of two away; of those that are `matched`, by id, answers are printed.

        Whom or what two asks for in writing must not be spoken of there: that is a true answer, too. Half of what is
        to be written is too much; so is, in its section, what sort of thing a term means.
        """
        is_matched = one.id in matched
        printed = self._printed(one, is_matched=is_matched)
        if self.tells(one, two, is_matched=is_matched) or self.joined.tells(one, two):
            return True
        if two.id in matched:
            return self.tells_match(one, two, is_matched=is_matched)
        if self._told[two.id].is_half_in(printed, self._everywhere, self._usual):
            return True
        if one.section == two.section and self._tells_sort(printed, two):
            return True
        return is_matched and self._names(self._told[one.id].answered, two)

    def are_apart(self, one: Entry, two: Entry, matched: Sequence[str] = ()) -> bool:
        """Whether neither gives an answer of the other away."""
        return not self.gives(one, two, matched) and not self.gives(two, one, matched)

    def are_strange(self, one: Entry, two: Entry, matched: Sequence[str] = ()) -> bool:
        """Whether two have so little to do with each other that nobody is helped in one by the other.

        Words of one family count as one (Siberia, Siberian), and whom or what an item asks for is not named in the other; nor are
        their answers nearly the same, nor do they stand side by side in one sentence of the text.
        """
        if self._are_answered_alike(one, two) or self.are_answered_the_same(one, two):
            return False
        if self.joined.are_near(one.id, two.id):
            return False
        return not any(
            self._hints(self._printed(a, is_matched=a.id in matched), b)
            for a, b in ((one, two), (two, one))
        )

    def ask_the_same(self, one: Entry, two: Entry) -> bool:
        """Whether two ask the same, but for words that say nothing: a term that is defined twice."""
        first, second = (self._told[each.id].prompt for each in (one, two))
        return first == second and (bool(first) or one.prompt == two.prompt)

    def are_answered_the_same(self, one: Entry, two: Entry) -> bool:
        """Whether most of what two answers say is the same, though much of the deck may say it."""
        (_, first), (_, second) = map(self._kin_answered, (one, two))
        if not first or not second:
            return one.answers == two.answers
        return len(first & second) >= _NEARLY * max(len(first), len(second))

    def tells_match(self, one: Entry, two: Entry, *, is_matched: bool = False) -> bool:
        """Whether what is printed of one item solves two where that is matched.

        One word of its answer beside its name does: `complained Lowe, a Siberian miner`. A person is named by
        any name that no other has.
        """
        if two.kind not in _NAMED:
            return False
        printed, told = self._printed(one, is_matched=is_matched), self._told[two.id]
        passed = self._common if two.kind == "person" else self._usual
        rest = told.answered - told.prompt - passed
        return self._names(printed, two) and bool(rest & printed)

    def ask_alike(self, one: str, two: str) -> bool:
        """Whether two items, by id, ask with a word alike that few others have: how one pays, or judges."""
        if not {one, two} <= self._told.keys():
            return False
        alike = self._told[one].prompt & self._told[two].prompt
        return bool(alike - self._usual)

    def is_usual(self, stem: str) -> bool:
        """Whether much of the deck has a word, or the title."""
        return stem in self._usual | self._heading

    def _names_in(self, answer: str) -> Iterator[str]:
        """Yield the names of a short answer; its first word is one where all have a capital."""
        words = answer.split()
        if len(words) > _FEW_WORDS or not self.language.marks_names:
            return
        large = [word[:1].isupper() for word in words]
        yield from (word for word, is_large in zip(words[1:], large[1:], strict=True) if is_large)
        if all(large):
            yield words[0]

    def _names(self, printed: Stems, entry: Entry) -> bool:
        """Whether a person is named by a name that no other has, a term or a date by all its words."""
        prompt = self._told[entry.id].prompt if entry.kind in _NAMED else frozenset[str]()
        own = prompt & self._own_names if entry.kind == "person" else prompt
        return bool(own & printed) if entry.kind == "person" and own else is_in(prompt, printed)

    def _tells_sort(self, printed: Stems, entry: Entry) -> bool:
        """Whether what a definition opens with can be read, and few items have it: a sluice is a gate."""
        head = self._told[entry.id].head
        return is_in(head, printed) and bool(head - self._usual)

    def _printed(self, entry: Entry, *, is_matched: bool) -> Stems:
        told = self._told[entry.id]
        return told.prompt | told.answered if is_matched else told.prompt

    def _are_told(self, printed: Stems, entry: Entry) -> bool:
        told = self._told[entry.id]
        printed = printed.union(*(self._wholes[end] for end in self._ends & printed))
        for answer in told.answers:
            wholly = answer - self._everywhere or answer
            if _has(printed, wholly) or _has(printed, answer - self._usual):
                return True
        if entry.kind not in _NAMED or not is_in(told.prompt, printed):
            return False
        rest = told.answered - told.prompt - self._usual
        return len(rest & printed) >= _OF_A_NAMED

    def _hints(self, printed: Stems, entry: Entry) -> bool:
        if self._names(printed, entry):
            return True
        kin = self._kin_in(printed)
        answers = map(self._kin_in, map(self._weighty, self._told[entry.id].answers))
        return any(
            common and (len(answer) <= _SHORT or 2 * len(common) >= len(answer))
            for answer in answers
            if (common := answer & kin) or not answer
        )

    def _are_answered_alike(self, one: Entry, two: Entry) -> bool:
        (first, _), (second, _) = map(self._kin_answered, (one, two))
        return bool(first & second) and 2 * len(first & second) >= min(len(first), len(second))

    def _kin_answered(self, entry: Entry) -> tuple[Stems, Stems]:
        """Give families of the words of all answers: of those that few items have, and of all."""
        if entry.id not in self._answered:
            answered = self._told[entry.id].answered
            kin = self._kin_in(answered - self._usual), self._kin_in(answered)
            self._answered[entry.id] = kin
        return self._answered[entry.id]

    def _weighty(self, stems: Stems) -> Stems:
        """Leave out what much of the deck has, unless that is all."""
        return stems - self._usual or stems

    def _kin_in(self, stems: Stems) -> Stems:
        return frozenset(self._kin.get(stem, stem) for stem in stems)


def _has(printed: Stems, answer: Stems) -> bool:
    """Whether an answer can be read: both of two words, of more than two more than half."""
    return bool(answer) and len(answer & printed) > len(answer) // 2
