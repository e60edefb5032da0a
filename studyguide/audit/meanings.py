"""Planted errors: what the item says is turned into something else."""

import re
from collections.abc import Iterator

from studyguide.audit.planted_words import joint, planting
from studyguide.audit.specimen import (
    Mutant,
    Specimen,
    is_alike,
    replaced,
    spots_in,
    texts_of,
    with_text,
)
from studyguide.deck.cloze import Deletion
from studyguide.language.words import forms, words

_SHORTENED = re.compile(r"n[’']t\b")
_NEAR = 60
"""Characters before a word in which the word before it stands."""


def negation_added(specimen: Specimen) -> Iterator[Mutant]:
    """Deny what the item affirms: a "not" after its first verb."""
    known, negations = planting(specimen.case.language), specimen.case.language.words.negations
    if known is None:
        return
    for text in texts_of(specimen.item):
        verb = re.search(rf"(?<!\w)(?:{known.verbs})(?!\w)", text.value)
        if verb and not negations.stand_in(forms(text.value)):
            wrong = known.denied.format(verb[0])
            yield from replaced(specimen.item, text, verb.span(), wrong, f"{verb[0]} → {wrong}")


def negation_removed(specimen: Specimen) -> Iterator[Mutant]:
    """Affirm what the item denies."""
    negations = specimen.case.language.words.negations
    for text in texts_of(specimen.item):
        found = words(text.value)
        phrase = next(negations.find(tuple(word.form for word in found)), None)
        if not phrase:
            continue
        span = (found[phrase.start].start, found[phrase.end - 1].end)
        said = text.value[slice(*span)]
        if shortened := _SHORTENED.search(said):  # isn't: is
            span = (span[0] + shortened.start(), span[1])
        yield from replaced(specimen.item, text, span, "", f"without {said}")


def opposite(specimen: Specimen) -> Iterator[Mutant]:
    """Put the opposite of a word in its place."""
    for text, term, _ in spots_in(specimen):
        before = forms(text.value[max(0, term.offset - _NEAR) : term.offset])[-1:]
        is_asked = before in (("how",), ("wie",), ("как",), ("hoe",))  # how old: how young
        is_word = term.sort == "word" and not is_asked
        opposites = specimen.case.language.opposites(term.form) if is_word else ()
        if opposites:
            wrong = specimen.chance.choice(sorted(opposites))
            end = term.offset + len(term.shown)
            value = text.value[: term.offset] + wrong + text.value[end:]
            yield Mutant(with_text(specimen.item, text, value), f"{term.shown} → {wrong}")


def roles_swapped(specimen: Specimen) -> Iterator[Mutant]:
    """Let two names of one text change places."""
    spots = [spot for spot in spots_in(specimen) if spot.term.sort == "name"]
    for text in texts_of(specimen.item):
        names = [spot.term for spot in spots if spot.text is text]
        if len(names) < 2 or is_alike(names[0].shown, names[-1].shown, specimen.case):
            continue
        one, other = names[0], names[-1]
        between = text.value[one.offset + len(one.shown) : other.offset]
        if not joint(specimen.case.language).fullmatch(between):  # A and B are B and A
            value = (
                text.value[: one.offset]
                + other.shown
                + text.value[one.offset + len(one.shown) : other.offset]
                + one.shown
                + text.value[other.offset + len(other.shown) :]
            )
            yield Mutant(with_text(specimen.item, text, value), f"{one.shown} ↔ {other.shown}")


def list_cut(specimen: Specimen) -> Iterator[Mutant]:
    """Leave out the last of several things."""
    item = specimen.item
    if item.is_list and len(item.answers) > 1:
        cut = item._replace(answers=item.answers[:-1])
        yield Mutant(cut, f"without {item.answers[-1].value}")
        return
    for answer in item.answers:
        if found := [*joint(specimen.case.language).finditer(answer.value)]:
            value = answer.value[: found[-1].start()]
            yield Mutant(with_text(item, answer, value), f"broken off after {value[-20:]}")


def deletion_moved(specimen: Specimen) -> Iterator[Mutant]:
    """Let two deletions of a cloze sentence change their words."""
    item = specimen.item
    hidden = [piece for piece in item.pieces if isinstance(piece, Deletion)]
    shown = [at for at, piece in enumerate(item.pieces) if isinstance(piece, Deletion)]
    between = item.pieces[shown[0] + 1 : shown[-1]] if shown else ()
    is_joined = (
        len(between) == 1 and joint(specimen.case.language).fullmatch(str(between[0])) is not None
    )
    if len(hidden) >= 2 and hidden[0].text != hidden[-1].text and not is_joined:
        one, other = hidden[0], hidden[-1]
        value = item.prompt.value.replace(f"::{one.text}", "::\0", 1)
        value = value.replace(f"::{other.text}", f"::{one.text}", 1)
        value = value.replace("::\0", f"::{other.text}", 1)
        yield Mutant(with_text(item, item.prompt, value), f"{one.text} ↔ {other.text}")
