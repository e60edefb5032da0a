"""Giveaways: nothing says what is asked, in a question, beside a blank or on a neighbour's card."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck, Section
from studyguide.deck.item import Item
from studyguide.evidence.case import deletions, pointing_at
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import forms

_ENGLISH = Language("en")


def answer_is_not_given_away(item: Item) -> Iterator[Finding]:
    """Report an answer all of whose words stand in the question, or the term in its definition."""
    if item.kind == "cloze":
        return
    asked = _told(item.prompt.value)
    for answer in item.answers:
        said = _told(answer.value)
        if said and said <= asked and not _is_other_in_capitals(answer.value, item.prompt.value):
            message = "the question gives this answer away"
            help = "reword the question, or ask for something else"
            yield item.error(answer, "answer-given-away", message, help)
        elif item.reverse and asked and asked <= said:
            message = f"in reverse, the `{item.answer_key}` gives `{item.prompt.value}` away"
            yield item.error(answer, "answer-given-away", message, "reword it, or drop `reverse`")


def _is_other_in_capitals(answer: str, question: str) -> bool:
    """Whether an answer has a word all in capitals that the question has in small letters: BZIP2, of bzip2."""
    asked = re.findall(r"\w+", question)
    return any(each.isupper() and each not in asked for each in re.findall(r"[^\W\d_]\w+", answer))


def _told(text: str) -> set[str]:
    """Give what a question or an answer tells: a number too, though it is a function word."""
    return {
        _ENGLISH.stem(form)
        for form in forms(text)
        if not _ENGLISH.is_function_word(form) or _ENGLISH.number(form)
    }


def deletions_are_not_given_away(item: Item) -> Iterator[Finding]:
    """Report a deletion that can be read elsewhere on its own card, or in its hint."""
    for start, deletion in deletions(item):
        hidden = forms(deletion.text)
        shown = " | ".join(_visible(piece, deletion.number) for piece in item.pieces)
        if hidden and _contains(forms(shown), hidden):
            message = f"the card gives `{deletion.text}` away: it can be read beside the blank"
            help = f"hide both with the same number: {{{{c{deletion.number}::…}}}}, or reword"
            finding = item.error(item.prompt, "cloze-given-away", message, help)
            yield pointing_at(finding, item, item.prompt, start, len(deletion.text))


def _visible(piece: "str | Deletion", hidden: int) -> str:
    if isinstance(piece, str):
        return piece
    return piece.hint if piece.number == hidden else piece.text


def _contains(run: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return part[0] in run and any(
        run[at : at + len(part)] == part for at in range(len(run) - len(part) + 1)
    )


_LEAST_IN_COMMON = 2
"""Content words that two items must share before one can remind a learner of the other."""
_MOST_NEIGHBOURS = 20
"""So many of those that have a word of the answer are looked at: more are about something else."""

Stems = frozenset[str]


class _Card(NamedTuple):
    """An item as a learner meets it: what it shows before the answer, and each thing it asks for."""

    item: Item
    shown: Stems
    asked: tuple[tuple[str, Stems], ...]


def no_neighbour_gives_the_answer(deck: Deck) -> Iterator[Finding]:
    """Warn of an answer that the question of another item in the section says.

    Both must speak of the same: half of the item's own question stands in the other one.
    """
    language = Language(deck.language)
    for section in deck.sections:
        yield from _given_away(section, language)


def _given_away(section: Section, language: Language) -> Iterator[Finding]:
    cards = [_card(item, language) for item in section.items if not item.retired]
    showing: dict[str, list[_Card]] = defaultdict(list)
    for card in cards:
        for stem in card.shown:
            showing[stem].append(card)
    for card in cards:
        for answer, wanted in card.asked:
            rarest = min((showing.get(stem, []) for stem in wanted), key=len, default=[])
            for other in islice(rarest, _MOST_NEIGHBOURS):
                if other is not card and _gives(other, wanted, card.shown):
                    yield _finding(card.item, answer, other.item)
                    break


def _gives(other: _Card, wanted: Stems, shown: Stems) -> bool:
    shared = len(shown & other.shown)
    return wanted <= other.shown and shared >= max(_LEAST_IN_COMMON, len(shown) / 2)


def _finding(item: Item, answer: str, other: Item) -> Finding:
    message = f"`{other.id.value}` gives the answer “{answer}” away: its question says it"
    help = "leave it out of that question, or ask one of the two for something else"
    return item.warning(item.prompt, "answer-in-neighbour", message, help)


def _card(item: Item, language: Language) -> _Card:
    hidden = [piece.text for piece in item.pieces if isinstance(piece, Deletion)]
    visible = " ".join(piece for piece in item.pieces if isinstance(piece, str))
    answers = hidden or [answer.value for answer in item.answers if item.kind == "question"]
    asked = ((answer, _content(answer, language)) for answer in answers)
    return _Card(item, _content(visible or item.prompt.value, language), tuple(asked))


def _content(text: str, language: Language) -> Stems:
    return frozenset(
        language.stem(form) for form in forms(text) if not language.is_function_word(form)
    )
