"""Which items speak of somebody by name, or of a date: what a key refers to besides."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.language.words import forms, windows


class _Word(NamedTuple):
    """A word with a capital, as it is compared; `opens` if its sentence begins with it."""

    key: str
    opens: bool


_Run = tuple[_Word, ...]


class Named:
    """The items of a guide, and whom each names: Rosa Zeller is not Daniel Zeller."""

    def __init__(self, entries: Sequence[Entry], language: Language) -> None:
        """Take the items; they are read when somebody is looked for."""
        self._entries, self.language = entries, language

    def also_in(self, entry: Entry) -> list[str]:
        """Give the numbers of other items that name the person or the date that an item is about, in order."""
        if entry.kind == "person":
            found = self._of_person(entry)
        elif entry.kind == "date":
            found = self._with_words(entry)
        else:
            return []
        numbers = {self._entries[at].number for at in found if self._entries[at].id != entry.id}
        return sorted(numbers, key=lambda number: [*map(int, number.split("."))])

    def _of_person(self, entry: Entry) -> set[int]:
        """Find who is named as a whole, or by a part of the name that stands beside no other name anywhere."""
        own = frozenset(key for run in self._runs_in([entry.prompt]) for key, _ in run)
        if not own:
            return self._with_words(entry)
        found, parts, of_others = set[int](), list[tuple[int, frozenset[str]]](), set[str]()
        places = sorted({place for key in own for place in self._places.get(key, ())})
        for at, nth in places:
            run = self._runs[at][nth]
            part = own.intersection(key for key, _ in run)
            others = [word for word in run if word.key not in own and not _begins(word.key, own)]
            if part == own:
                found.add(at)
            elif not others:
                parts.append((at, part))
            elif not all(word.opens for word in others):
                of_others |= part
        return found | {at for at, part in parts if part - of_others}

    def _with_words(self, entry: Entry) -> set[int]:
        """Find where all words of a name stand together, in any order, one more between them: the October Revolution of 1917."""
        name = frozenset(self._content(entry.prompt))
        return {
            at
            for at, each in enumerate(self._entries)
            if name and any(self._has_together(self._content(text), name) for text in _texts(each))
        }

    def _has_together(self, run: tuple[str, ...], name: frozenset[str]) -> bool:
        if not name <= {*run}:
            return False
        if any(name == {*window} for window in windows(run, len(name))):
            return True
        return any(
            name == {first, *between, last} - {*more} and not any(map(self.language.number, more))
            for first, *between, last in windows(run, len(name) + 1)
            if (more := {*between} - name)
        )

    def _content(self, text: str) -> tuple[str, ...]:
        language = self.language
        own = (
            form
            for form in forms(text)
            if not language.is_function_word(form)
            or language.number(form)
            or form in language.words.months
        )
        return tuple(map(language.stem, own))

    @cached_property
    def _runs(self) -> list[list[_Run]]:
        return [[*self._runs_in(_texts(each))] for each in self._entries]

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Where each word with a capital stands: in which item, and in which of its runs."""
        places = defaultdict[str, list[tuple[int, int]]](list)
        for at, runs in enumerate(self._runs):
            for nth, run in enumerate(runs):
                for key in {key for key, _ in run}:
                    places[key].append((at, nth))
        return places

    def _runs_in(self, texts: Sequence[str]) -> Iterator[_Run]:
        """Yield words with capitals in a row; a title, or an office, is no part of a name."""
        for text in texts:
            run = list[_Word]()
            for token in (*tokens_of(text), Token(".", opens=False)):
                word = token.shown.casefold().rstrip(".")
                if token.is_capital and self._may_be_named(word, opens=token.opens):
                    run.append(_Word(self.language.stem(word), token.opens))
                elif run and word not in self._joining:
                    yield (*run,)
                    run = []

    @cached_property
    def _joining(self) -> frozenset[str]:
        """Small words inside names of persons: van der."""
        names = (each.prompt for each in self._entries if each.kind == "person")
        tokens = (token for name in names for token in tokens_of(name))
        return frozenset(it.shown for it in tokens if it.shown[0].islower())

    def _may_be_named(self, word: str, *, opens: bool) -> bool:
        """Whether a word with a capital has that for a name's sake: "In" has it as the first of a sentence."""
        lexicon = self.language.words
        if word in lexicon.titles or word in lexicon.offices or word in lexicon.months:
            return False
        return not (opens and self.language.is_function_word(word))


def _begins(key: str, own: frozenset[str]) -> bool:
    """Whether a letter stands for one of the words of a name."""
    return len(key) == 1 and any(each.startswith(key) for each in own)


def _texts(entry: Entry) -> tuple[str, ...]:
    """Give what an item says: a sentence as a whole, else what it asks and answers."""
    if entry.pieces:
        return ("".join(each if isinstance(each, str) else each.text for each in entry.pieces),)
    return (entry.prompt, *entry.answers)
