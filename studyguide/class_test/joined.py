"""Which items the text joins in one sentence: what one asks, the other is about, whatever their words."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from studyguide.deck.deck import Deck
from studyguide.evidence.extent import Run
from studyguide.evidence.passage import locate
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Source

_NEAR: Final = 5
"""Words at most between what two items quote of a sentence, where that has more to tell."""


class _Quoted(NamedTuple):
    """What an item quotes, by section and sentence, and whether it asks for a reason."""

    spans: Mapping[tuple[int, Run], Run]
    asks_why: bool


class Joined:
    """Items by the sentences that they are drawn from; without the text nothing is known of any."""

    def __init__(self, deck: Deck | None = None, source: Source | None = None) -> None:
        """Look up what each item quotes."""
        self._quoted: dict[str, _Quoted] = {}
        if deck is None or source is None:
            return
        language = Language(deck.language)
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

    def are_near(self, one: str, two: str) -> bool:
        """Whether two items, by id, quote what stands side by side in one sentence."""
        if not {one, two} <= self._quoted.keys():
            return False
        first, second = self._quoted[one].spans, self._quoted[two].spans
        return any(
            second[each][0] - first[each][1] <= _NEAR and first[each][0] - second[each][1] <= _NEAR
            for each in first.keys() & second.keys()
        )

    def tells_why(self, one: str, two: str) -> bool:
        """Whether two asks for a reason in the sentence that one asks about: what one says may be that."""
        return two in self._quoted and self._quoted[two].asks_why and self.are_near(one, two)
