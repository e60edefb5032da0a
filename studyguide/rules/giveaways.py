"""Giveaways: nothing says what is asked, in a question, beside a blank or on a neighbour's card."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck, Section
from studyguide.deck.file import Text
from studyguide.deck.item import READING_ORDER, Item, deletions, pointing_at
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.phrasing.formulas import (
    has_another_formula,
    signs_of,
    without_longer_formulas,
)
from studyguide.language.words import forms, windows
from studyguide.patterns import lazy

_ENGLISH = Language("en")
_OR = lazy(r"\s(?:or|oder|ou|o|lub|albo|czy|или|либо|або|чи)\s", re.IGNORECASE)
"""Dutch "of" is left out: elsewhere it stands in every second question."""


def answer_is_not_given_away(item: Item) -> Iterator[Finding]:
    """Report an answer all of whose words stand in the question, or the term in its definition.

    One that the question offers beside another is only guessed the more easily.
    """
    if item.kind == "cloze":
        return
    asked = _told(item.prompt.value)
    for answer in item.answers:
        is_told = _is_told(answer.value, asked)
        if is_told and not _is_written_otherwise(answer.value, item.prompt.value):
            yield _offered(item, answer, _told(answer.value)) or item.error(
                answer,
                "answer-given-away",
                "the question gives this answer away",
                "reword the question, or ask for something else",
            )
        elif item.reverse and asked and asked <= _told(answer.value):
            message = f"in reverse, the `{item.answer_key}` gives `{item.prompt.value}` away"
            yield item.error(answer, "answer-given-away", message, "reword it, or drop `reverse`")


def _offered(item: Item, answer: Text, said: set[str]) -> Finding | None:
    """Give the finding of a question that has the answer on one side of an "or"."""
    sides = [_told(each) for each in _OR.split(item.prompt.value)]
    if len(sides) == 1 or not any(said <= side for side in sides):
        return None
    message = "the question offers this answer: half of those who guess get it right"
    return item.warning(answer, "question-either-or", message, "ask for it without naming it")


def _is_written_otherwise(answer: str, question: str) -> bool:
    """Whether the question has the words of an answer, but not its formula, or what it has in capitals: BZIP2, of bzip2."""
    if has_another_formula(answer, question):
        return True
    asked = re.findall(r"\w+", question)
    return any(each.isupper() and each not in asked for each in re.findall(r"[^\W\d_]\w+", answer))


def _told(text: str) -> set[str]:
    """Give what a question or an answer tells: a number too, though it is a function word."""
    return {
        _ENGLISH.stem(form)
        for form in forms(text)
        if not _ENGLISH.is_function_word(form) or _ENGLISH.number(form)
    }


def _is_told(text: str, asked: set[str]) -> bool:
    """Whether a text tells something, and no more than was asked: mostly its first word does."""
    tells = False
    for form in forms(text):
        if not _ENGLISH.is_function_word(form) or _ENGLISH.number(form):
            if _ENGLISH.stem(form) not in asked:
                return False
            tells = True
    return tells


def deletions_are_not_given_away(item: Item) -> Iterator[Finding]:
    """Report a deletion that can be read elsewhere on its own card, or in its hint."""
    for start, deletion in deletions(item):
        hidden = forms(deletion.text)
        seen = (_visible(piece, deletion.number) for piece in item.pieces)
        shown = " | ".join(without_longer_formulas(each, deletion.text) for each in seen)
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
    first, size = part[0], len(part)
    return first in run and any(
        form == first and run[at : at + size] == part for at, form in enumerate(run)
    )


_LEAST_IN_COMMON = 2
"""Content words that two items must share before one can remind a learner of the other."""
_MOST_NEIGHBOURS = 20
"""So many of those that have a word of the answer are looked at: more are about something else."""
_ON_A_SPREAD = 10
"""Items so near in print stand on pages that lie open together."""
_RUN, _TELLING = 4, 3
"""So many words of an answer in a row are its wording; content words that nobody says by chance; of a run two are enough."""
_LONGEST_SHOWN = 60
"""Characters of an answer that a finding shows."""
_USUAL, _FEWEST_USUAL = 0.08, 2
"""What a larger part of a deck's prompts says gives nothing away."""

Stems = frozenset[str]


class _Asked(NamedTuple):
    """A thing that an item asks for: its words, their stems, and those of them that say something."""

    text: str
    words: tuple[str, ...]
    wanted: Stems
    is_hidden: bool


class _Card(NamedTuple):
    """An item as a learner meets it: what it shows before the answer, what it asks for.

    In print it has its `place`; what is `printed` there, and in `runs` of words, has of a listed one the answer, too.
    """

    item: Item
    place: int
    runs: frozenset[tuple[str, ...]]
    printed: Stems
    shown: Stems
    asked: tuple[_Asked, ...]


def no_neighbour_gives_the_answer(deck: Deck) -> Iterator[Finding]:
    """Warn of an answer that another item of the section says before it asks.

    Anywhere in the section if half of the item's own question stands there, too. On one spread the words of a
    blank are enough, or four words of an answer in a row, or three that say something.
    """
    language = Language(deck.language)
    sections = [_cards(section, language) for section in deck.sections]
    counts = Counter(stem for cards in sections for card in cards for stem in card.shown)
    most = max(_FEWEST_USUAL, _USUAL * sum(map(len, sections)))
    usual = frozenset(stem for stem, count in counts.items() if count > most)
    for cards in sections:
        yield from _given_away(cards, usual, language)


def _given_away(cards: list[_Card], usual: Stems, language: Language) -> Iterator[Finding]:
    showing: dict[str, list[_Card]] = defaultdict(list)
    for card in cards:
        for stem in card.shown:
            showing[stem].append(card)
    for card in cards:
        near = cards[max(card.place - _ON_A_SPREAD, 0) : card.place + _ON_A_SPREAD + 1]
        for asked in card.asked:
            rarest = min((showing.get(stem, []) for stem in asked.wanted), key=len, default=[])
            others = islice(rarest, _MOST_NEIGHBOURS)
            found = next((each for each in others if _gives(each, card, asked)), None)
            telling = asked.wanted - usual
            if not found and telling:
                runs = frozenset(_telling_runs(asked.words, usual, language))
                beside = (
                    each
                    for each in near
                    if (asked.wanted <= each.printed and _shows(each, card, asked, telling))
                    or not runs.isdisjoint(each.runs)
                )
                found = next((each for each in beside if each is not card), None)
            if found:
                yield _finding(card.item, asked.text, found.item)


def _gives(other: _Card, card: _Card, asked: _Asked) -> bool:
    shared = len(card.shown & other.shown)
    is_alike = shared >= max(_LEAST_IN_COMMON, len(card.shown) / 2)
    return other is not card and is_alike and asked.wanted <= other.shown


def _shows(other: _Card, card: _Card, asked: _Asked, telling: Stems) -> bool:
    """Whether what is printed of an item, all that is asked, is a blank, or an answer that nobody says by chance."""
    if not asked.is_hidden and len(asked.wanted) < _TELLING:
        return False
    is_named = any(not each.islower() for each in asked.text.split())
    return is_named or len(telling) > 1 or bool(card.shown & other.printed)


def _telling_runs(
    words: tuple[str, ...], usual: Stems, language: Language
) -> Iterator[tuple[str, ...]]:
    """Yield the runs of an answer that nobody says by chance."""
    for run in windows(words, _RUN):
        if len(_content_of(run, language) - usual) > 1:
            yield run


def _finding(item: Item, answer: str, other: Item) -> Finding:
    shown = " ".join(answer.replace("|", " " if "\n" in answer else "|").split())  # of a table
    if len(shown) > _LONGEST_SHOWN:
        shown = f"{shown[:_LONGEST_SHOWN].rpartition(' ')[0]} …"
    message = f"`{other.id.value}` gives the answer “{shown}” away: it can be read there"
    help = "leave it out of that question, or ask one of the two for something else"
    return item.warning(item.prompt, "answer-in-neighbour", message, help)


def _cards(section: Section, language: Language) -> list[_Card]:
    """Give the items of a section as they are met in print."""
    met = (item for kind in READING_ORDER for item in section.items if item.kind == kind)
    used = (item for item in met if not item.retired)
    return [_card(item, place, language) for place, item in enumerate(used)]


def _card(item: Item, place: int, language: Language) -> _Card:
    hidden = [piece.text for piece in item.pieces if isinstance(piece, Deletion)]
    visible = " | ".join(piece for piece in item.pieces if isinstance(piece, str))
    answers = hidden or [answer.value for answer in item.answers if item.kind == "question"]
    asked = (
        _Asked(answer, words, _content_of(words, language) | signs_of(answer), bool(hidden))
        for answer in answers
        for words in (forms(answer),)
    )
    seen = visible or item.prompt.value
    open_ = forms(seen)
    listed = item.answers if item.kind not in ("question", "cloze") else ()
    shown = _content_of(open_, language) | signs_of(seen)
    words = (*open_, *chain.from_iterable(forms(each.value) for each in listed))
    printed = shown.union(_content_of(words, language), *(signs_of(each.value) for each in listed))
    return _Card(item, place, frozenset(windows(words, _RUN)), printed, shown, tuple(asked))


def _content_of(words: tuple[str, ...], language: Language) -> Stems:
    return frozenset(language.stems(language.without_function_words(words)))
