"""Whether an answer is proved to be wrong: the item with it, held against the text.

Three things must speak for it. The rules refuse it beside the item's evidence; the sentences around that do
not have it either; and no other sentence of the text has it together with most of what is asked.
"""

from dataclasses import dataclass, field
from functools import cached_property

from studyguide.anchor.word_index import Index
from studyguide.checking.examine import examine
from studyguide.class_test.sorts import MOST_IN_A_PLACE
from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.backing import backing
from studyguide.evidence.terms import terms_of
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Source

_OF_THE_ANSWER = frozenset(("answer-name", "answer-number", "answer-unsupported"))
"""What the rules say where the quotation does not have an answer."""


@dataclass(frozen=True)
class Proof:
    """A deck beside its text, and what was asked already."""

    deck: Deck
    source: Source
    _known: dict[tuple[str, str], bool] = field(default_factory=dict, repr=False)

    @cached_property
    def language(self) -> Language:
        """The deck's language."""
        return Language(self.deck.language)

    @cached_property
    def index(self) -> Index:
        """Where each word of the text stands."""
        return Index(self.source, self.language)

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that stand somewhere in the text without a capital."""
        return frozenset(
            word.form
            for section in self.source.sections.values()
            for word in section.words
            if section.text[word.start].islower()
        )

    def has_small(self, form: str) -> bool:
        """Whether the text has a word without a capital: then it is no name by itself."""
        return form in self._small

    def is_wrong(self, item: Item, answer: str) -> bool:
        """Whether the text is proved not to support an answer to what an item asks."""
        key = item.id.value, answer
        if key not in self._known:
            self._known[key] = self._is_wrong(item, answer)
        return self._known[key]

    def _is_wrong(self, item: Item, answer: str) -> bool:
        own = {form for text in item.answers for form in forms(text.value)}
        told = set(forms(answer))
        if not terms_of(answer, self.source, self.language, recalled=True):
            return False
        if told <= own or own <= told or self._lies_in(item, answer):
            return False
        text = Text(answer, item.answers[0].start)
        wrong = item._replace(answers=(text,), is_list=False, wording=())
        case, found = examine(wrong, self.deck, self.source, self.language)
        if case is None or not any(each.code in _OF_THE_ANSWER for each in found):
            return False
        if all(each.by for each in backing(case, text, answer, case.passage.stated)):
            return False
        return not self._may_be_told(item, answer)

    def _lies_in(self, item: Item, answer: str) -> bool:
        """Whether the text says of an answer that it is in the right one, or the other way round: Eling in Hampshire."""
        runs = [forms(answer), *(forms(each.value) for each in item.answers)]
        if any(len(run) > MOST_IN_A_PLACE for run in runs):
            return False
        pairs = ((runs[0], run) for run in runs[1:])
        return any(self._is_in(*pair) or self._is_in(*pair[::-1]) for pair in pairs)

    def _is_in(self, small: tuple[str, ...], large: tuple[str, ...]) -> bool:
        """Whether the text has one with an "in" between it and the other, and an article perhaps."""
        placing = self.language.words.placing
        for section in self.source.sections.values():
            for start in section.find(small):
                at = start + len(small)
                placed, *rest = (*section.forms[at : at + len(large) + 2], "")
                if placed in placing and large in (tuple(rest[: len(large)]), tuple(rest[1:-1])):
                    return True
        return False

    def _may_be_told(self, item: Item, answer: str) -> bool:
        """Whether a sentence anywhere has an answer, and most of what an item asks, by weight.

        The names and numbers that it asks for must stand there, too, or in the sentence before.
        """
        index, language = self.index, self.language
        told = terms_of(answer, self.source, language, recalled=True)
        terms = terms_of(item.prompt.value, self.source, language)
        asked = [(index.rarity(term), term) for term in terms]
        names = [term for term in terms if term.sort != "word"]
        total = sum(weight for weight, _ in asked)
        return any(
            2 * sum(weight for weight, term in asked if index.stands_in(term, sentence)) >= total
            and all(
                index.stands_in(term, sentence) or index.stands_in(term, sentence - 1)
                for term in names
            )
            for sentence in frozenset.intersection(
                *(frozenset(index.sentences_with(term)) for term in told)
            )
        )
