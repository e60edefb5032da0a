"""Planted errors: what the item says is turned into something else."""

import re
from collections.abc import Iterator

from studyguide.audit.bed import Bed, Mutant, is_alike, spots_in, texts_of, with_text
from studyguide.deck.cloze import Deletion

_VERB = re.compile(
    r"\b(is|are|was|were|has|have|had|does|do|did|can|could|will|would|must|should|said|says)\b"
)
_NOT = re.compile(r"\b(?:not|never)\s|n[’']t\b")
_JOINED = re.compile(r",?\s+and\s+")


def negation_added(bed: Bed) -> Iterator[Mutant]:
    """Deny what the item affirms: a "not" after its first verb."""
    for text in texts_of(bed.item):
        if _NOT.search(text.value):
            continue
        if verb := _VERB.search(text.value):
            value = f"{text.value[: verb.end()]} not{text.value[verb.end() :]}"
            yield Mutant(with_text(bed.item, text, value), f"{verb.group()} → {verb.group()} not")


def negation_removed(bed: Bed) -> Iterator[Mutant]:
    """Affirm what the item denies."""
    for text in texts_of(bed.item):
        if match := _NOT.search(text.value):
            value = text.value[: match.start()] + text.value[match.end() :]
            yield Mutant(with_text(bed.item, text, value), f"without {match.group().strip()}")


def opposite(bed: Bed) -> Iterator[Mutant]:
    """Put the opposite of a word in its place."""
    for text, term, _ in spots_in(bed):
        opposites = bed.case.language.opposites(term.form) if term.sort == "word" else ()
        if opposites:
            wrong = bed.chance.choice(sorted(opposites))
            end = term.offset + len(term.shown)
            value = text.value[: term.offset] + wrong + text.value[end:]
            yield Mutant(with_text(bed.item, text, value), f"{term.shown} → {wrong}")


def roles_swapped(bed: Bed) -> Iterator[Mutant]:
    """Let two names of one text change places."""
    spots = [spot for spot in spots_in(bed) if spot.term.sort == "name"]
    for text in texts_of(bed.item):
        names = [spot.term for spot in spots if spot.text is text]
        if len(names) >= 2 and not is_alike(names[0].shown, names[-1].shown):
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
