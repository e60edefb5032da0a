"""What the evidence of an item has to hold, and what should stand near it."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item, deletions, frame
from studyguide.evidence.case import answer_texts
from studyguide.evidence.terms import Term, terms_of
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Source


@dataclass(frozen=True, slots=True)
class Wanted:
    """The terms of an item: `told` must stand in the quotation, `asked` near it.

    `answers` gives those of `told` answer by answer; `runs` are words that must stand in a row: what
    a cloze hides.
    """

    told: tuple[Term, ...]
    asked: tuple[Term, ...]
    answers: tuple[tuple[Term, ...], ...]
    runs: tuple[tuple[str, ...], ...] = ()

    @property
    def all(self) -> tuple[Term, ...]:
        """All terms, what is told first."""
        return self.told + self.asked


def wanted(item: Item, deck: Deck, source: Source, language: Language) -> Wanted:
    """Tell what to look for in the source for an item; its declarations count as what they mean."""
    reading = _Reading(item, deck, source, language)
    if item.kind == "cloze":
        hidden = [deletion.text for _, deletion in deletions(item)]
        answers = tuple(tuple(reading.terms(text, recalled=True)) for text in hidden)
        asked = tuple(reading.terms(frame(item), recalled=False))
        return Wanted(_once(answers), asked, answers, tuple(map(forms, hidden)))
    told = answer_texts(item)
    answers = tuple(tuple(reading.terms(text.value, recalled=True)) for text in told)
    asked = (
        tuple(reading.terms(item.prompt.value, recalled=False)) if item.prompt not in told else ()
    )
    return Wanted(_once(answers), asked, answers)


def _once(answers: tuple[tuple[Term, ...], ...]) -> tuple[Term, ...]:
    known = {(term.sort, term.form): term for answer in answers for term in answer}
    return tuple(known.values())


@dataclass(frozen=True, slots=True)
class _Reading:
    item: Item
    deck: Deck
    source: Source
    language: Language

    def terms(self, text: str, *, recalled: bool) -> Iterator[Term]:
        """Yield the terms of a text, without those that only say whose word it is."""
        said = [*self.language.attributions(text, self.deck.author)]
        found = terms_of(text, self.source, self.language, recalled=recalled)
        declared = self._declared()
        for term in found:
            if any(start <= term.offset < end for start, end in said):
                continue
            meaning = declared.get(self.language.stem(term.form))
            if meaning is None:
                yield term
            else:
                yield from terms_of(f"x {meaning.value}", self.source, self.language)[1:]

    def _declared(self) -> dict[str, Text]:
        """Give what each declared word stands for, by its stem."""
        return {
            self.language.stem(form): meaning
            for key, meaning in (*self.item.wording, *self._aliases())
            for form in forms(key.value)
        }

    def _aliases(self) -> tuple[tuple[Text, Text], ...]:
        """Give the aliases of which the source itself knows only the one side."""
        return tuple(
            (key, value)
            for key, value in self.deck.aliases
            if not any(
                section.may_have(forms(key.value)) for section in self.source.sections.values()
            )
        )
