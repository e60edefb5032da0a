"""Of which sort an answer is: only answers of one sort can be mistaken for each other.

A number with a number of the same unit, a date with a date, a person with a person, a definition with one of the
same kind of thing; a long word with one that ends alike (Stalinism, Trotskyism); anything else with what answers the
same question word and opens alike ("by …", "to …"), is about as long, and is asked with a word alike.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
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

DEFINED = "defined"
"""The sort of what is said of a term, a person or a date."""

_ANY = "*"
"""However it begins: of dates those that are near matter more."""

_LONG, _ENDING = 7, 3
"""Letters of a word that is known by its last ones."""

MOST_IN_A_PLACE = 3
"""Words of the name of a place."""

_MOST_DAYS = 31


def thing_of(kind: Kind, name: str, language: Language) -> Sort:
    """Give the sort of thing that a name is of: what is matched must not be told by that.

    A newspaper is known among ideas, and a party among persons.
    """
    words = _WORD.findall(name)
    if kind == "date":
        return (kind, "day" if _is_day(forms(name), language) else "")
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
                yield Candidate(text, sort, item.id.value)


def sorts_of(item: Item, language: Language) -> tuple[Sort, ...]:
    """Give the sorts of an item's only answer, the narrower before the wider; none for a list, or what has no like."""
    if item.kind == "cloze" or item.is_list or len(item.answers) != 1:
        return ()
    answer = item.answers[0].value
    return tuple(sort for text, sort in _answers(item, language) if text == answer)


def _answers(item: Item, language: Language) -> Iterator[tuple[str, Sort]]:
    """Yield what may be a wrong answer elsewhere, with each of its sorts."""
    prompt = item.prompt.value
    if item.kind == "question":
        asked = _asked(prompt, language)
        for answer in item.answers:
            sort = _sort(answer.value, asked, language)
            yield from _with_unit(answer.value, sort, forms(prompt)[1:], language)
            if asked[0] not in ("person", "place"):
                yield from _by_ending(answer.value)
    elif item.kind == "cloze":
        yield from _hidden(item, language)
    else:
        yield from _defined(item, language)
        if item.kind == "person":
            yield prompt, ("person",)
        elif item.kind == "term":
            yield from _by_ending(prompt)
        else:
            yield from _with_unit(prompt, _counted(prompt, language), (), language)


def _defined(item: Item, language: Language) -> Iterator[tuple[str, Sort]]:
    """Yield a definition, if it tells nothing by a pronoun or a word of what it defines: with its article, or those."""
    text, words = item.answers[0].value, language.words
    run = forms(text)
    known = {language.stem(each) for each in forms(item.prompt.value)}
    told = {language.stem(each) for each in run if not language.is_function_word(each)}
    if run and not (known & told or words.pronouns & {re.split("['’]", each)[0] for each in run}):
        opens = "article" if run[0] in words.articles else run[0]
        begun = opens if opens in {"article", *words.demonstratives} else ""
        thing = thing_of(item.kind, item.prompt.value, language)
        yield text, (DEFINED, *thing, begun)
        if item.kind == "date":
            yield text, (DEFINED, *thing, _ANY)


def _hidden(item: Item, language: Language) -> Iterator[tuple[str, Sort]]:
    """Yield what blanks hide; a name with "in" behind it is one of a place, a number counts what stands behind it."""
    for piece, after in pairwise((*item.pieces, "")):
        if isinstance(piece, Deletion):
            rest = after if isinstance(after, str) else ""
            sort = _counted(piece.text, language)
            yield from _with_unit(piece.text, sort, forms(rest)[:1], language)
            yield from _by_ending(piece.text)
            words = _WORD.findall(piece.text)
            is_name = 0 < len(words) <= MOST_IN_A_PLACE and words[0][0].isupper()
            is_placed = rest[:1].isspace() and language.words.placing & {*forms(rest)[:1]}
            if is_name and not sort and is_placed:
                yield piece.text, ("name", "place")


def _with_unit(
    text: str, sort: Sort, around: Sequence[str], language: Language
) -> Iterator[tuple[str, Sort]]:
    """Yield a text with its sort, if it has one; a bare number with what it counts, and in figures, too."""
    if sort[:1] != ("number",) or len(sort) != _OF_A_BARE_NUMBER:
        yield from [(text, sort)] if sort else []
        return
    content = (form for form in around if not language.is_function_word(form))
    unit = (*islice(map(language.stem, content), 1),)
    yield text, (*sort, *unit)
    if sort[1] == "letters":
        yield numerals(forms(text), language)[0].value, ("number", "digits", sort[2], *unit)


def _by_ending(text: str) -> Iterator[tuple[str, Sort]]:
    """Yield a long word with its ending, which says what it is: Stalinism."""
    if len(text) >= _LONG and text.isalpha():
        yield text, ("ending", text[-_ENDING:].casefold())


def _is_day(run: Sequence[str], language: Language) -> bool:
    """Whether a date is a day: then only one that is can be called so."""
    values = [each.value for each in numerals((*run,), language)]
    return bool({*run} & {*language.words.months}) and any(
        value.rstrip(".").isdecimal() and int(value.rstrip(".")) <= _MOST_DAYS for value in values
    )


def risen(texts: Sequence[str], language: Language) -> tuple[str, ...]:
    """Put texts that have a number each in rising order; nothing where one has none, or a month."""
    values = {text: value_of(text, language) for text in texts}
    known = {text: value for text, value in values.items() if value is not None}
    return tuple(sorted(texts, key=known.__getitem__)) if len(known) == len(values) else ()


def value_of(text: str, language: Language) -> float | None:
    """Give the only number of a text; nothing where it has none, or a month."""
    run = forms(text)
    found = [each.value for each in numerals(run, language)]
    if len(found) != 1 or not _PLAIN.fullmatch(found[0]) or {*run} & {*language.words.months}:
        return None
    return float(found[0])


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
