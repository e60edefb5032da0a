"""Of which sort an answer is: only answers of one sort can be mistaken for each other.

A number with a number of the same unit, a date with a date, a person with a person; anything else with
what answers the same question word and opens alike ("by …", "to …"), is about as long, and is asked with a word alike.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from unicodedata import category

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item, Kind
from studyguide.deck.marked import runs_of
from studyguide.guide.organisations import BODIES
from studyguide.language.language import Language
from studyguide.language.numbers import numerals
from studyguide.language.words import forms

Sort = tuple[str, ...]
"""What two answers must have alike."""

_YEAR = re.compile(r"(?:1\d{3}|20\d{2})(s?)")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_QUOTES = frozenset("\"'“”„‘’«»‹›「『")
_MOST_WORDS = 8
_OF_A_BARE_NUMBER = 3
"""Parts of the sort of a number with no word beside it."""


IN_WORDS = "words"
"""The sort of answers that are neither names nor numbers: then questions must be alike, too."""


def thing_of(kind: Kind, name: str, language: Language) -> Sort:
    """Give the sort of thing that a name is of: what is matched must not be told by that.

    A newspaper is known among ideas, and a party among persons.
    """
    words = _WORD.findall(name)
    if kind == "person":
        return (kind, "body" if BODIES & {word.casefold() for word in words} else "")
    if kind != "term" or not words:
        return (kind,)
    if any("em" in run.styles for run in runs_of(name)) or name[0] in _QUOTES:
        return (kind, "title")
    own = [word for word in words if not language.is_function_word(word.casefold())]
    is_name = language.marks_names and all(word[0].isupper() for word in own)
    return (kind, "name" if is_name else "")


class Candidate(NamedTuple):
    """An answer of an item, and its sort."""

    text: str
    sort: Sort
    item: str


def candidates(deck: Deck, language: Language, sections: frozenset[int]) -> Iterator[Candidate]:
    """Yield every answer of these sections of a deck, or of all, that may be a wrong one elsewhere."""
    for item in deck.items:
        if item.retired is None and (not sections or item.section in sections):
            for text, sort in _answers(item, language):
                if sort:
                    yield Candidate(text, sort, item.id.value)


def sort_of(item: Item, language: Language) -> Sort:
    """Give the sort of a question's only answer; none for a list, or what has no like."""
    if item.kind != "question" or item.is_list or len(item.answers) != 1:
        return ()
    return next(iter(_answers(item, language)))[1]


def _answers(item: Item, language: Language) -> Iterator[tuple[str, Sort]]:
    if item.kind == "question":
        asked = _asked(item.prompt.value, language)
        for answer in item.answers:
            sort = _sort(answer.value, asked, language)
            is_bare = sort[:1] == ("number",) and len(sort) == _OF_A_BARE_NUMBER
            yield answer.value, (*sort, *_counts(item.prompt.value, language)) if is_bare else sort
    elif item.kind == "person":
        yield item.prompt.value, ("person",)
    elif item.kind == "date":
        yield item.prompt.value, _counted(item.prompt.value, language)
    elif item.kind == "cloze":
        hidden = (piece.text for piece in item.pieces if isinstance(piece, Deletion))
        yield from ((text, _counted(text, language)) for text in hidden)


def _counts(question: str, language: Language) -> Iterator[str]:
    """Yield what a question counts, the unit of a bare number: the first word that says something."""
    content = (form for form in forms(question)[1:] if not language.is_function_word(form))
    yield from islice(map(language.stem, content), 1)


def risen(texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """Put texts that have a number each in rising order; nothing where one has none, or a month."""
    values = dict[str, float]()
    for text in texts:
        run = forms(text)
        found = [each.value for each in numerals(run, language)]
        if len(found) != 1 or not _PLAIN.fullmatch(found[0]) or {*run} & {*language.words.months}:
            return ()
        values[text] = float(found[0])
    return tuple(sorted(texts, key=values.__getitem__))


def _asked(question: str, language: Language) -> tuple[str, str]:
    """Give what a question asks for, or the word that it begins with, and that one with the next."""
    run = forms(question)[:2] or ("",)
    lexicon = language.words
    is_person, is_place = run[0] in lexicon.asking_persons, run[0] in lexicon.asking_places
    found = "person" if is_person else "place" if is_place else ""
    return found or run[0], found or " ".join(run)


def _sort(answer: str, asked: tuple[str, str], language: Language) -> Sort:
    if counted := _counted(answer, language):
        return counted
    run = forms(answer)
    if not 0 < len(run) <= _MOST_WORDS or _refers(run, language):
        return ()
    names = [word for word in _WORD.findall(answer) if word[0].isupper()]
    if len(names) == len(run):
        return ("person",) if asked[0] == "person" else ("name", asked[1])
    opens = run[0]
    if not language.is_function_word(opens) or opens in language.words.articles:
        return ()
    return (IN_WORDS, asked[0], opens)


def _refers(run: Sequence[str], language: Language) -> bool:
    """Whether an answer speaks of somebody or something by a pronoun: beside another question it says of whom.

    So it would be known for a wrong one, and so would all others where it is the right one.
    """
    lexicon = language.words
    pointing = lexicon.pronouns | (lexicon.demonstratives - lexicon.that)
    return any(re.split("['’]", form)[0] in pointing for form in run)


def _counted(answer: str, language: Language) -> Sort:
    """Give the sort of a number, with its unit and how it is written, or of a date; none for what is neither.

    The one number in letters among figures would give itself away.
    """
    run = forms(answer)
    found = [*numerals(run, language)]
    if not found:
        return ()
    taken = {at for each in found for at in range(each.first, each.last)}
    rest = [form for at, form in enumerate(run) if at not in taken]
    months = language.words.months
    if any(form in months for form in rest):
        return ("date", *("*" if form in months else form for form in rest), str(len(found)))
    if len(rest) > 1 or len(found) > 1 or not _PLAIN.fullmatch(found[0].value):
        return ()
    year = _YEAR.fullmatch(answer.strip())
    if year:
        return ("year" + year[1], *map(language.stem, rest))
    written = "digits" if any(sign.isdecimal() for sign in answer) else "letters"
    signs = "".join(sign for sign in answer if sign in "%‰°" or category(sign) == "Sc")
    return ("number", written, signs, *map(language.stem, rest))
