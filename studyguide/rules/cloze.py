"""Hidden words: they stand in the quotation, and nothing gives them away, on their card or a neighbour's."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck, Section
from studyguide.deck.item import Item
from studyguide.evidence.backing import stands_in
from studyguide.evidence.case import Case, deletions, pointing_at
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import terms_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import forms


def deletions_stand_in_the_quotation(case: Case) -> Iterator[Finding]:
    """Report a deletion whose words do not stand in a row in the quoted span."""
    item = case.item
    aliases = {forms(key.value): value.value for key, value in case.deck.aliases}
    for (start, deletion), before in zip(deletions(item), _before(item), strict=True):
        also = aliases.get(forms(deletion.text), deletion.text)
        if any(_has(case, case.passage.quoted, before, text) for text in (deletion.text, also)):
            continue
        message = f"the hidden words `{deletion.text}` do not stand in the quoted words"
        help = "hide words as the source has them, or move a part out of the deletion"
        if _has(case, case.passage.stated, before, deletion.text):
            help = "the sentence has them: quote up to them, with `…` for the words between"
        finding = item.error(item.prompt, "cloze-unsupported", message, help)
        yield pointing_at(finding, item, item.prompt, start, len(deletion.text))


def _before(item: Item) -> Iterator[str]:
    """Yield the text before each deletion: from there a name is told by its capital."""
    before = ""
    for piece in item.pieces:
        if isinstance(piece, Deletion):
            yield before
        before += piece if isinstance(piece, str) else piece.text


def _has(case: Case, extent: Extent, before: str, text: str) -> bool:
    """Whether words stand there in a row: numbers and names as they are, others by their stems."""
    if extent.has_run(forms(text), exactly=True):
        return True
    terms = terms_of(before + text, case.source, case.language)
    return extent.has_run(forms(text)) and all(
        stands_in(term, extent)
        for term in terms
        if term.sort != "word" and term.offset >= len(before)
    )


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
