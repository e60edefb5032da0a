"""What an error is planted in, and what the error may draw on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from studyguide.deck.cloze import Deletion, parse
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.evidence.case import Case
from studyguide.evidence.terms import Term, terms_of
from studyguide.language.names import name_key
from studyguide.language.numbers import numbers_in
from studyguide.language.words import forms

_OUTSIDE = ("Napoleon", "Wellington", "Atlantis", "Queensland", "Byzantium", "Bismarck")


class Mutant(NamedTuple):
    """A wrong copy of an item, and in a few words what is wrong with it."""

    item: Item
    what: str


@dataclass(frozen=True, slots=True)
class Specimen:
    """What a mutation may draw on: the item beside its passage, and what else there is."""

    case: Case
    chance: Random
    names: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def item(self) -> Item:
        """The item to be spoilt."""
        return self.case.item


Mutation = Callable[[Specimen], Iterator[Mutant]]


class Spot(NamedTuple):
    """A term of one of the item's texts; `is_recalled` if a learner must know it by heart."""

    text: Text
    term: Term
    is_recalled: bool


def texts_of(item: Item) -> tuple[Text, ...]:
    """Give the texts of an item in which an error can be planted."""
    return (item.prompt, *item.answers)


def spots_in(specimen: Specimen) -> Iterator[Spot]:
    """Yield every term in which an error can be planted; the marks of a cloze are none."""
    item, case = specimen.item, specimen.case
    for text in texts_of(item):
        hidden = [match.span() for match in _HIDDEN.finditer(text.value)]
        value = _MARKS.sub(lambda match: "\n" * len(match.group()), text.value)
        is_answer = text is not item.prompt or item.kind in ("term", "person", "date")
        for term in terms_of(value, case.source, case.language):
            inside = any(start <= term.offset < end for start, end in hidden)
            yield Spot(text, term, is_answer or inside)


_MARKS = re.compile(r"\{\{c\d+::|::[^{}]*\}\}|\}\}")
_HIDDEN = re.compile(r"(?<=::)[^{}:]+")


def with_text(item: Item, old: Text, value: str) -> Item:
    """Give the item with one of its texts changed."""
    new = old._replace(value=value)
    if old is item.prompt:
        pieces = parse(value)[0] if item.kind == "cloze" else ()
        return item._replace(prompt=new, pieces=pieces)
    return item._replace(answers=tuple(new if answer is old else answer for answer in item.answers))


def is_counted(term: Term) -> bool:
    """Whether a number counts or measures: a year does not, nor what is part of a name such as P2."""
    is_year = re.fullmatch(r"1\d{3}|20\d{2}", term.shown) is not None
    return (
        term.sort == "number"
        and not is_year
        and not term.form.endswith(".")
        and (term.shown[0].isdecimal() or term.shown.isalpha() or "-" in term.shown)
    )


def replaced(
    item: Item, text: Text, span: tuple[int, int], new: str, what: str
) -> Iterator[Mutant]:
    """Put something else in the place of a part of a text, if what is left can be read."""
    start, end = span
    value = f"{text.value[:start]}{new}{text.value[end:]}"
    value = re.sub(r"(?<=\S)  +", " ", value).strip()
    if not start and not new:
        value = value[:1].upper() + value[1:]
    if not forms(value) or value == text.value:
        return
    if item.kind == "cloze" and text is item.prompt:
        pieces, problem = parse(value)[:2]
        hidden = [piece.text for piece in pieces if isinstance(piece, Deletion)]
        before = [piece for piece in item.pieces if isinstance(piece, Deletion)]
        if problem or len(hidden) != len(before) or not all(map(forms, hidden)):
            return
    yield Mutant(with_text(item, text, value), what)


def is_alike(word: str, other: str, case: Case) -> bool:
    """Whether two names or numbers say the same: 17 and seventeen, Ural and Urals, a name and its alias."""
    one, two = _said(word, case), _said(other, case)
    return one == two or any(
        {one, two} == {_said(alias.value, case), _said(name.value, case)}
        for alias, name in case.deck.aliases
    )


def _said(text: str, case: Case) -> tuple[str, ...]:
    run = forms(text)
    numbers = {index: number for number, index in numbers_in(run, case.language)}
    return tuple(
        numbers.get(index) or name_key(form)
        for index, form in enumerate(run)
        if index in numbers or not (index - 1 in numbers and case.language.number(form))
    )


def outside(term: Term, case: Case) -> list[str]:
    """Give names and numbers that no source has."""
    if term.sort == "name":
        return list(_OUTSIDE)
    digits = re.fullmatch(r"(\d{1,100})(?!\d)(.*)", term.shown, re.DOTALL)
    if digits:
        number = int(digits[1])
        return [f"{number + step}{digits[2]}" for step in (1, 2, 10) if number + step > 0]
    named = case.language.words.numbers.items()
    return [word for word, value in named if value in ("13", "17")] or ["13", "17"]


def specimen_of(
    case: Case, names: tuple[str, ...], numbers: tuple[str, ...], seed: int
) -> Specimen:
    """Prepare an item for planting; the same seed gives the same errors."""
    return Specimen(case, Random(f"{seed}:{case.item.id.value}"), names, numbers)  # noqa: S311
