"""An item taken apart into the stems of what it asks and answers; which of them are of one family, of which one helps with another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile, pairwise, takewhile
from typing import Final, NamedTuple

from studyguide.class_test.told.cells import cells_of
from studyguide.deck.cloze import Deletion
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.names import is_of_one_place
from studyguide.language.paraphrase import is_same_family
from studyguide.language.words import forms

Stems = frozenset[str]

_OF_HALF: Final = 4
"""Of an answer of so many words half is much, and nearly all of a part of it between commas."""

_NEARLY: Final = 0.75

_OF_A_SHORT: Final = 2
"""Of an answer of so many words, and no more, either is half."""

_HALF_OF_ONE, _SURELY_A_WORD = 3, 5
"""Letters of half a compound at least; and of an end that is one, whatever stands before it."""

_COMPOUNDING: Final = ("de", "nl")
"""Languages that write compounds as one word: there one letter less is enough."""

_FEWEST: Final = 2
"""Items at most that have a word which is not frequent, however few there are."""

_COMMA: Final = re.compile("[,;،、]")


class TakenApart(NamedTuple):
    """Stems of an item's prompt, of each of its answers, and of what those open with up to a comma; that say something.

    `parts` stand between other commas; `short` is the only answer, if it has two words, and none that is asked with, or a number:
    whoever reads of weeks does not know how many. `head` is what a definition opens with, up to a word that says nothing: what sort of thing the term means. `leaders` are
    those who stand before an "and his": who they are is half of it.
    """

    prompt: Stems
    answers: tuple[Stems, ...]
    openings: tuple[Stems, ...] = ()
    parts: tuple[Stems, ...] = ()
    short: Stems = frozenset()
    head: Stems = frozenset()
    leaders: tuple[Stems, ...] = ()

    @property
    def answered(self) -> Stems:
        """All that is said in answers."""
        return frozenset[str]().union(*self.answers)

    def is_half_in(self, printed: Stems, everywhere: Stems, usual: Stems) -> bool:
        """Whether half of an answer can be read, or all that it opens with, or a part of it, and of that a word that few items have."""
        wholly = [answer - everywhere for answer in self.answers]
        halves = [it for it in wholly if len(it) >= _OF_HALF and 2 * len(it & printed) >= len(it)]
        opened = [it for it in self.openings if len(it) > 1 and it <= printed]
        parts = [it for it in self.parts if len(it & printed) >= _NEARLY * len(it)]
        return any((it & printed) - usual for it in (*halves, *opened, *parts, self.short)) or any(
            it <= printed and it - usual for it in self.leaders
        )

    def is_led_by(self, printed: Stems) -> bool:
        """Whether of somebody and his people he is named: the reeve and his men."""
        return any(it <= printed for it in self.leaders)


def taken_apart(entry: Entry, language: Language) -> TakenApart:
    """Take an item apart; of a sentence with blanks what is seen asks."""
    visible = " ".join(_visible(entry)) if entry.pieces else entry.prompt
    answers = entry.answers
    if cells := cells_of(answers):
        visible, answers = f"{visible} {cells.printed}", cells.asked
    parted = [_COMMA.split(answer) for answer in answers]
    parts = (stems_of(part, language) for _, *rest in parted for part in rest)
    asked = stems_of(visible, language)
    return TakenApart(
        asked,
        tuple(stems_of(answer, language) for answer in answers),
        tuple(stems_of(opening, language) for opening, *rest in parted if rest),
        tuple(part for part in parts if len(part) >= _OF_HALF),
        _short(answers, asked, language),
        _head_of(answers[0], language) if entry.kind == "term" else frozenset(),
        tuple(found for answer in answers if (found := _leader_of(answer, language))),
    )


def stems_of(text: str, language: Language) -> Stems:
    """Give the stems of what says something: a number does, though it is a function word."""
    return frozenset(
        language.stem(form)
        for form in forms(text)
        if not language.is_function_word(form) or language.number(form)
    )


def is_in(prompt: Stems, printed: Stems) -> bool:
    """Whether all of some words can be read."""
    return bool(prompt) and prompt <= printed


def frequent(counts: Mapping[str, int], most: float) -> Stems:
    """Give the stems that more items have than so many, and than a few."""
    return frozenset(stem for stem, count in counts.items() if count > max(_FEWEST, most))


def kin_of(stems: Iterable[str]) -> dict[str, str]:
    """Give for each stem the first of its family: a place and its people are one."""
    first = dict[str, str]()
    known: dict[str, list[str]] = {}
    for stem in sorted(stems):
        alike = known.setdefault(stem[:3], [])
        kin = next(
            (each for each in alike if is_same_family(each, stem) or is_of_one_place(each, stem)),
            stem,
        )
        first[stem] = first.get(kin, kin)
        alike.append(stem)
    return first


def wholes_of(stems: Iterable[str], language: Language) -> dict[str, Stems]:
    """Give for each stem those that end with it, compounds by its name: beeswax is wax.

    A short end must stand behind a word that is known as well: a forest is no rest.
    """
    least = _SURELY_A_WORD - (language.tag.partition("-")[0] in _COMPOUNDING)
    known, found = frozenset(stems), defaultdict[str, set[str]](set)
    for stem in known:
        for at in range(_HALF_OF_ONE, len(stem) - _HALF_OF_ONE + 1):
            end, before = stem[at:], stem[:at]
            is_word = len(end) >= least or not known.isdisjoint((before, language.stem(before)))
            if end in known and is_word:
                found[end].add(stem)
    return {end: frozenset(each) for end, each in found.items()}


def _short(answers: Sequence[str], asked: Stems, language: Language) -> Stems:
    found = stems_of(answers[0], language)
    is_short = len(answers) == 1 and len(found) == _OF_A_SHORT and not found & asked
    return found if is_short and not any(map(language.number, forms(answers[0]))) else frozenset()


def _head_of(definition: str, language: Language) -> Stems:
    words = dropwhile(language.is_function_word, forms(definition))
    return frozenset(
        language.stem(word)
        for word in takewhile(lambda it: not language.is_function_word(it), words)
    )


def _leader_of(answer: str, language: Language) -> Stems:
    """Give who stands before an "and his", or "and their"."""
    words, run = language.words, forms(answer)
    ands = words.joining - words.alternatives
    at = next(
        (
            at
            for at, pair in enumerate(pairwise(run))
            if pair[0] in ands and pair[1] in words.pronouns
        ),
        0,
    )
    return stems_of(" ".join(run[:at]), language)


def _visible(entry: Entry) -> Iterator[str]:
    yield from (each.hint if isinstance(each, Deletion) else each for each in entry.pieces)
