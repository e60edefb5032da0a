"""The errors that an audit plants: each class makes wrong copies of one item.

A mutation changes one thing that a curator could get wrong, and leaves an item that can be read.
Which of several wrong words it takes is left to a random generator that is seeded by the item.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from studyguide.deck.cloze import Deletion, parse
from studyguide.deck.deck import Item, Text
from studyguide.evidence.passage import name_key
from studyguide.evidence.support import Case, Term, names_in, terms_of
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Source

_OUTSIDE = ("Napoleon", "Wellington", "Atlantis", "Queensland", "Byzantium", "Bismarck")
_VERB = re.compile(
    r"\b(is|are|was|were|has|have|had|does|do|did|can|could|will|would|must|should|said|says)\b"
)
_NOT = re.compile(r"\b(?:not|never)\s|n[’']t\b")
_JOINED = re.compile(r",?\s+and\s+")


class Mutant(NamedTuple):
    """A wrong copy of an item, and in a few words what is wrong with it."""

    item: Item
    what: str


@dataclass(frozen=True, slots=True)
class Bed:
    """What a mutation may draw on: the item beside its passage, and what else there is."""

    case: Case
    chance: Random
    names: tuple[str, ...]
    numbers: tuple[str, ...]

    @property
    def item(self) -> Item:
        """The item to be spoilt."""
        return self.case.item


Mutation = Callable[[Bed], Iterator[Mutant]]


class Spot(NamedTuple):
    """A term of one of the item's texts; `is_recalled` if a learner must know it by heart."""

    text: Text
    term: Term
    is_recalled: bool


def _texts(item: Item) -> tuple[Text, ...]:
    return (item.prompt, *item.answers)


def _spots(bed: Bed) -> Iterator[Spot]:
    """Yield every term in which an error can be planted; the marks of a cloze are none."""
    item, case = bed.item, bed.case
    for text in _texts(item):
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


def _swapped(
    bed: Bed, sort: str, pool: Callable[[Term], list[str]], where: str
) -> Iterator[Mutant]:
    """Replace each name or number of the item by another from a pool."""
    for text, term, is_recalled in _spots(bed):
        choices = [word for word in pool(term) if not _is_alike(word, term.shown)]
        if term.sort == sort and is_recalled == (where == "answer") and choices:
            wrong = bed.chance.choice(choices)
            start, end = term.offset, term.offset + len(term.shown)
            value = text.value[:start] + wrong + text.value[end:]
            yield Mutant(with_text(bed.item, text, value), f"{term.shown} → {wrong}")


def _is_alike(word: str, other: str) -> bool:
    return [name_key(form) for form in forms(word)] == [name_key(form) for form in forms(other)]


def _of_passage(bed: Bed, sort: str) -> list[str]:
    case = bed.case
    found = [
        term.shown
        for run in case.passage.sentences
        for term in names_in(case.passage.section, run, case.source, case.language)
        if term.sort == sort
    ]
    return sorted(set(found))


def _of_section(bed: Bed, sort: str) -> list[str]:
    case, section = bed.case, bed.case.passage.section
    found = names_in(section, (0, len(section.words)), case.source, case.language)
    near = set(_of_passage(bed, sort))
    return sorted({term.shown for term in found if term.sort == sort} - near)


def _elsewhere(bed: Bed, sort: str) -> list[str]:
    pool = bed.names if sort == "name" else bed.numbers
    return sorted(set(pool) - set(_of_section(bed, sort)) - set(_of_passage(bed, sort)))


def _outside(term: Term) -> list[str]:
    if term.sort == "name":
        return list(_OUTSIDE)
    digits = re.fullmatch(r"(\d+)(.*)", term.shown)
    if digits:
        number = int(digits[1])
        return [f"{number + step}{digits[2]}" for step in (1, 2, 10) if number + step > 0]
    return ["seventeen", "fifty-three"]


def _swap(sort: str, where: str, origin: str) -> Mutation:
    def mutation(bed: Bed) -> Iterator[Mutant]:
        if origin == "outside":
            return _swapped(bed, sort, _outside, where)
        pool = {"passage": _of_passage, "section": _of_section, "elsewhere": _elsewhere}[origin]
        words = pool(bed, sort)
        return _swapped(bed, sort, lambda _: words, where)

    return mutation


def negation_added(bed: Bed) -> Iterator[Mutant]:
    """Deny what the item affirms: a "not" after its first verb."""
    for text in _texts(bed.item):
        if _NOT.search(text.value):
            continue
        if verb := _VERB.search(text.value):
            value = f"{text.value[: verb.end()]} not{text.value[verb.end() :]}"
            yield Mutant(with_text(bed.item, text, value), f"{verb.group()} → {verb.group()} not")


def negation_removed(bed: Bed) -> Iterator[Mutant]:
    """Affirm what the item denies."""
    for text in _texts(bed.item):
        if match := _NOT.search(text.value):
            value = text.value[: match.start()] + text.value[match.end() :]
            yield Mutant(with_text(bed.item, text, value), f"without {match.group().strip()}")


def opposite(bed: Bed) -> Iterator[Mutant]:
    """Put the opposite of a word in its place."""
    for text, term, _ in _spots(bed):
        opposites = bed.case.language.opposites(term.form) if term.sort == "word" else ()
        if opposites:
            wrong = bed.chance.choice(sorted(opposites))
            end = term.offset + len(term.shown)
            value = text.value[: term.offset] + wrong + text.value[end:]
            yield Mutant(with_text(bed.item, text, value), f"{term.shown} → {wrong}")


def roles_swapped(bed: Bed) -> Iterator[Mutant]:
    """Let two names of one text change places."""
    spots = [spot for spot in _spots(bed) if spot.term.sort == "name"]
    for text in _texts(bed.item):
        names = [spot.term for spot in spots if spot.text is text]
        if len(names) >= 2 and not _is_alike(names[0].shown, names[-1].shown):
            one, other = names[0], names[-1]
            value = (
                text.value[: one.offset]
                + other.shown
                + text.value[one.offset + len(one.shown) : other.offset]
                + one.shown
                + text.value[other.offset + len(other.shown) :]
            )
            yield Mutant(with_text(bed.item, text, value), f"{one.shown} ↔ {other.shown}")


def list_cut(bed: Bed) -> Iterator[Mutant]:
    """Leave out the last of several things."""
    item = bed.item
    if item.is_list and len(item.answers) > 1:
        cut = item._replace(answers=item.answers[:-1])
        yield Mutant(cut, f"without {item.answers[-1].value}")
        return
    for answer in item.answers:
        if joint := [*_JOINED.finditer(answer.value)]:
            value = answer.value[: joint[-1].start()]
            yield Mutant(with_text(item, answer, value), f"broken off after {value[-20:]}")


def other_answer(bed: Bed) -> Iterator[Mutant]:
    """Give the answer of another item of the same kind."""
    item = bed.item
    others = [
        other
        for other in bed.case.deck.items
        if other.kind == item.kind
        and other.answers
        and other.answers != item.answers
        and other.is_list == item.is_list
    ]
    if item.answers and others:
        other = bed.chance.choice(others)
        yield Mutant(item._replace(answers=other.answers), f"the answer of {other.id.value}")


def other_evidence(bed: Bed) -> Iterator[Mutant]:
    """Give the evidence of another item of the same section."""
    item = bed.item
    own = {quotation.value for quotation in item.evidence}
    others = [
        other
        for other in bed.case.deck.items
        if other.section == item.section and not own & {each.value for each in other.evidence}
    ]
    if others:
        other = bed.chance.choice(others)
        yield Mutant(item._replace(evidence=other.evidence), f"the evidence of {other.id.value}")


def wrong_section(bed: Bed) -> Iterator[Mutant]:
    """Put the item into another section."""
    numbers = [number for number in bed.case.source.sections if number != bed.item.section]
    if numbers:
        number = bed.chance.choice(numbers)
        yield Mutant(bed.item._replace(section=number), f"in section {number}")


def evidence_misspelt(bed: Bed) -> Iterator[Mutant]:
    """Let two letters of a quoted word change places."""
    for index, quotation in enumerate(bed.item.evidence):
        places = [
            match.start()
            for match in re.finditer(r"(?=[^\W\d_]{4})", quotation.value)
            if quotation.value[match.start() + 1] != quotation.value[match.start() + 2]
        ]
        if places:
            at = bed.chance.choice(places) + 1
            value = quotation.value
            value = value[:at] + value[at + 1] + value[at] + value[at + 2 :]
            yield Mutant(_with_evidence(bed.item, index, value), f"quotes {value}")


def evidence_changed(bed: Bed) -> Iterator[Mutant]:
    """Let the evidence quote another name or number than the source has."""
    case = bed.case
    for index, quotation in enumerate(bed.item.evidence):
        for term in terms_of(f"x {quotation.value}", case.source, case.language):
            if term.sort != "word":
                wrong = bed.chance.choice(_outside(term))
                at = term.offset - 2
                value = quotation.value[:at] + wrong + quotation.value[at + len(term.shown) :]
                yield Mutant(_with_evidence(bed.item, index, value), f"{term.shown} → {wrong}")


def _with_evidence(item: Item, index: int, value: str) -> Item:
    evidence = list(item.evidence)
    evidence[index] = evidence[index]._replace(value=value)
    return item._replace(evidence=tuple(evidence))


def deletion_moved(bed: Bed) -> Iterator[Mutant]:
    """Let two deletions of a cloze sentence change their words."""
    item = bed.item
    hidden = [piece for piece in item.pieces if isinstance(piece, Deletion)]
    if len(hidden) >= 2 and hidden[0].text != hidden[-1].text:
        one, other = hidden[0], hidden[-1]
        value = item.prompt.value.replace(f"::{one.text}", "::\0", 1)
        value = value.replace(f"::{other.text}", f"::{one.text}", 1)
        value = value.replace("::\0", f"::{other.text}", 1)
        yield Mutant(with_text(item, item.prompt, value), f"{one.text} ↔ {other.text}")


_ORIGINS = ("passage", "section", "elsewhere", "outside")

MUTATIONS: dict[str, Mutation] = {
    **{
        f"{sort} of the {where}, from {origin}": _swap(sort, where, origin)
        for where in ("answer", "question")
        for sort in ("number", "name")
        for origin in _ORIGINS
    },
    "negation added": negation_added,
    "negation removed": negation_removed,
    "opposite": opposite,
    "roles swapped": roles_swapped,
    "deletions swapped": deletion_moved,
    "list cut": list_cut,
    "another item's answer": other_answer,
    "another item's evidence": other_evidence,
    "wrong section": wrong_section,
    "evidence misspelt": evidence_misspelt,
    "name or number in the evidence": evidence_changed,
}
"""Every class of planted errors, by the name under which an audit reports it."""

CERTAIN = frozenset(
    {f"{sort} of the answer, from {origin}" for sort in ("number", "name") for origin in _ORIGINS}
    | {"wrong section", "evidence misspelt", "name or number in the evidence"}
)
"""Classes of which not one planted error may pass."""


def bed_of(case: Case, names: tuple[str, ...], numbers: tuple[str, ...], seed: int) -> Bed:
    """Prepare an item for planting; the same seed gives the same errors."""
    return Bed(case, Random(f"{seed}:{case.item.id.value}"), names, numbers)  # noqa: S311


def names_and_numbers(
    source: Source, language: Language
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List all names and all numbers of a source, to draw wrong ones from."""
    found = [
        term
        for section in source.sections.values()
        for term in names_in(section, (0, len(section.words)), source, language)
    ]
    names = sorted({term.shown for term in found if term.sort == "name"})
    numbers = sorted({term.shown for term in found if term.sort == "number"})
    return tuple(names), tuple(numbers)
