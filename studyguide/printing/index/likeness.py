"""Of whom sentences speak as they do of persons: who says something; who taught somebody, as others did."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from studyguide.language.language import Language
from studyguide.language.names import Token

_TWICE = 2
"""So many times as many persons as other things stand in what is said of persons."""


_OF_THINGS_TOO = frozenset(
    ("hold", "holds", "held", "demand", "demands", "call", "calls", "report", "reports")
)
"""Verbs that are said of things as well, or nouns."""

_APPOSED = 8
"""So near is the second comma of an apposition: Ada Kestrel, the millers' spokeswoman, said."""


class _Use(Protocol):
    """A name in a text, from which word to which."""

    @property
    def name(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Frame = tuple[str, ...]
"""What stands around a name: the verb behind it, what is before it, which other one it is joined to."""


class Likeness:
    """The names that stand in each kind of sentence, and in which kinds each stands."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._names = defaultdict[Frame, set[str]](set)
        self._frames = defaultdict[str, set[Frame]](set)

    def read(self, tokens: Sequence[Token], uses: Sequence[_Use]) -> None:
        """Note what stands around these names in a text; nothing in a language of which no words are known."""
        if not self._language.has_lists:
            return
        before: _Use | None = None
        for use in uses:
            found = [
                *self._behind(tokens, _behind_comma(tokens, use)),
                *self._before(tokens, use.start),
            ]
            if before and self._is_joined(tokens[before.end : use.start]):
                pair = tuple(sorted((before.name, use.name)))
                self._note(before.name, ("and", *pair))
                found.append(("and", *pair))
            for frame in found:
                self._note(use.name, frame)
            before = use

    def spread(
        self, persons: AbstractSet[str], others: AbstractSet[str], things: AbstractSet[str]
    ) -> set[str]:
        """Give those of the others of whom is spoken as of persons, and more often than of things."""
        sure, found, waiting = Counter[Frame](), set[str](), [*persons]
        doubted = Counter(frame for name in things for frame in self._frames.get(name, ()))
        while waiting:
            for frame in self._frames.get(waiting.pop(), ()):
                sure[frame] += 1
                if sure[frame] > _TWICE * doubted[frame] and (
                    names := self._names.pop(frame, None)
                ):
                    new = names & others - found
                    found |= new
                    waiting += new
        return found

    def _note(self, name: str, frame: Frame) -> None:
        self._names[frame].add(name)
        self._frames[name].add(frame)

    def _behind(self, tokens: Sequence[Token], end: int) -> Iterator[Frame]:
        """Yield the verb behind a name, with what stands before it: taught; was born."""
        yield from self._around("behind", [each.shown for each in tokens[end : end + 2]])

    def _before(self, tokens: Sequence[Token], start: int) -> Iterator[Frame]:
        """Yield what stands before a name: taught; painted by."""
        near = tokens[max(0, start - 3) : start]
        words = [each.shown.lower() if each.opens else each.shown for each in near]
        yield from self._around("before", [each for each in words if not each.isdecimal()][:-3:-1])

    def _around(self, side: str, words: Sequence[str]) -> Iterator[Frame]:
        """Yield the first of the words if it means anything, else the first and the second."""
        helping: list[str] = []
        for each in words:
            word = _plain(each)
            if not (word.isalpha() and word.islower()) or word in self._language.words.articles:
                return
            if not self._language.is_function_word(word):
                yield (side, *helping, self._language.stem(word))
                return
            helping.append(word)

    def _is_joined(self, between: Sequence[Token]) -> bool:
        """Whether two names are parts of a list: Ada Kestrel and Tom Brand."""
        words = [each.shown.casefold() for each in between]
        joining = self._language.words.joining
        return bool(words) and len(words) <= _TWICE and all(w == "," or w in joining for w in words)


def _behind_comma(tokens: Sequence[Token], use: _Use) -> int:
    """Tell where it goes on behind a name, which may stand between two commas: the cook, Tom Brand, hid."""
    around = [
        each.shown
        for each in (*tokens[max(0, use.start - 1) : use.start], *tokens[use.end : use.end + 1])
    ]
    return use.end + (around == [",", ","])


def _plain(word: str) -> str:
    """Give a word without what is elided before it, and without a pronoun behind its hyphen: l’atelier, quitta-t-elle."""
    return word.replace("'", "’").rpartition("’")[2].partition("-")[0]


class Speaking:
    """A text, and where in it somebody says something."""

    def __init__(self, shown: tuple[str, ...], language: Language) -> None:
        lexicon = language.words
        self._forms = tuple(each.casefold() for each in shown)
        self._speaking = {at for at, _ in lexicon.speaking.find(self._forms)}
        self._according = {end for _, end in lexicon.speaker_before.find(self._forms)}
        self._articles = lexicon.articles
        self._offices = lexicon.offices
        self._who = lexicon.asking_persons

    def is_person(self, start: int, end: int) -> bool:
        """Whether somebody is meant by the words from one to another."""
        before = self._forms[start - 1] if start else ""
        behind = (*self._forms[end : end + 2], "", "")
        if before in self._articles:
            return False
        verb = self._behind_apposition(end) if behind[0] == "," else end
        says = verb in self._speaking and self._forms[verb] not in _OF_THINGS_TOO
        is_told = behind[0] == "," and behind[1] in self._who
        return says or is_told or start in self._according or before in self._offices

    def _behind_apposition(self, start: int) -> int:
        """Tell where it goes on behind what stands between a comma and the next, if that is near."""
        near = self._forms[start + 1 : start + _APPOSED]
        return start + near.index(",") + 2 if "," in near else start
