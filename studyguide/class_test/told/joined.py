"""Which items the text joins in one sentence, or the deck by two names of a thing: what one asks, the other is about, whatever their words."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from studyguide.deck.deck import Deck
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import locate
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Source

_YEAR: Final = re.compile(r"[1-9]\d{2,3}")

_NEAR: Final = 5
"""Words at most between what two items quote of a sentence, where that has more to tell."""


class _Quoted(NamedTuple):
    """What an item quotes, by section and sentence, and whether it asks for a reason."""

    spans: Mapping[tuple[int, Run], Run]
    asks_why: bool


class Joined:
    """Items by the sentences that they are drawn from; without the text nothing is known of any, but for other names."""

    def __init__(self, deck: Deck | None = None, source: Source | None = None) -> None:
        """Look up what each item quotes."""
        self._quoted: dict[str, _Quoted] = {}
        self._called: dict[str, frozenset[str]] = {}
        self._source = source
        if deck is None:
            return
        language = Language(deck.language)
        self._called = _other_names(deck, language)
        if source is None:
            return
        for item in deck.items:
            section = source.sections.get(item.section)
            passage = locate(item, section, language) if section else None
            if passage is None:
                continue
            spans = {
                (item.section, sentence): (max(first, sentence[0]), min(last, sentence[1]))
                for first, last in passage.spans
                for sentence in passage.sentences
                if first < sentence[1] and sentence[0] < last
            }
            asks_why = next(iter(language.words.asking_why.find(forms(item.prompt.value))), None)
            self._quoted[item.id.value] = _Quoted(spans, asks_why is not None)

    def has_more_of(self, entry: Entry) -> bool:
        """Whether the text has the year that an item asks for in another sentence as well: what else happened is as true."""
        quoted, run = self._quoted.get(entry.id), forms(entry.prompt)
        if not quoted or not self._source or not (len(run) == 1 and _YEAR.fullmatch(run[0])):
            return False
        return any(
            (number, section.sentence_of(at)[:2]) not in quoted.spans
            for number, section in self._source.sections.items()
            for at in section.places.get(run[0], ())
        )

    def are_near(self, one: str, two: str) -> bool:
        """Whether two items, by id, quote what stands side by side in one sentence."""
        if not {one, two} <= self._quoted.keys():
            return False
        first, second = self._quoted[one].spans, self._quoted[two].spans
        return any(
            second[each][0] - first[each][1] <= _NEAR and first[each][0] - second[each][1] <= _NEAR
            for each in first.keys() & second.keys()
        )

    def tells(self, one: Entry, two: Entry) -> bool:
        """Whether one is about the reason that two asks for, or has another name of what two asks for: October 1917."""
        names = self._called.get(two.id)
        if names:
            asked = _as_run(forms(one.prompt))
            return any(name in asked for name in names) or self.tells_why(one.id, two.id)
        return self.tells_why(one.id, two.id)

    def tells_why(self, one: str, two: str) -> bool:
        """Whether two asks for a reason in the sentence that one asks about: what one says may be that."""
        return two in self._quoted and self._quoted[two].asks_why and self.are_near(one, two)


def _other_names(deck: Deck, language: Language) -> dict[str, frozenset[str]]:
    """Give by item all that the deck calls its only answer, with or without an article, if it is called otherwise."""
    same = [frozenset(_as_run(forms(each.value)) for each in pair) for pair in deck.aliases]
    articles = language.words.articles
    found = dict[str, frozenset[str]]()
    for item in deck.items:
        if item.kind == "question" and len(item.answers) == 1:
            run = forms(item.answers[0].value)
            names = frozenset([_as_run(run[run[0] in articles :])]) if run else frozenset[str]()
            while more := frozenset[str]().union(*(it for it in same if it & names)) - names:
                names |= more
            if len(names) > 1:
                found[item.id.value] = names
    return found


def _as_run(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "
