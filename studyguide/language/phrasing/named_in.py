"""What a text names, and what of it belongs to what it asks for: with what remark, how long."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from studyguide.language.language import Language
from studyguide.language.words import forms, words

_PARTED: Final = re.compile(r"[,;:.?!()–—]")
_BETWEEN: Final = 2
"""So many words behind an "and" may ask: and between whom."""

_ENDED: Final = re.compile(r"[;:.?!]")


def asked_in(question: str, language: Language) -> int:
    """Count what a question asks for: when and between whom, from how many to how many; one at least."""
    run = forms(question)
    counted = sum(1 for _ in language.words.asking_how_many.find(run))
    asking = _asking(language) - language.words.that - language.words.referring
    joined = sum(
        1
        for at, form in enumerate(run)
        if form in language.words.joining
        and any(each in asking for each in run[at + 1 : at + _BETWEEN + 1])
        and any(each in asking for each in run[:at])
    )
    return max(1 + joined, counted)


class Token(NamedTuple):
    """A word as it is compared, whether it has a capital, and in which clause and sentence it stands."""

    form: str
    is_capital: bool
    clause: int
    sentence: int
    start: int


class Read(NamedTuple):
    """A text as it is read: its words, and which of them may be meant by another."""

    tokens: Sequence[Token]
    named: Sequence[int]
    asked: frozenset[int]


def read_of(text: str, language: Language) -> Read:
    """Take a text apart, sentence by sentence and clause by clause."""
    found, last, clause, sentence = list[Token](), 0, 0, 0
    for word in words(text):
        between = text[last : word.start]
        sentence += bool(found and _ENDED.search(between))
        clause += bool(found and _PARTED.search(between))
        found.append(
            Token(word.form.strip("'"), text[word.start].isupper(), clause, sentence, word.start)
        )
        last = word.end
    asked = frozenset(_asked(found, language))
    named = [
        at for at in range(len(found)) if at not in asked and _may_be_meant(at, found, language)
    ]
    return Read(found, named, asked)


def _asked(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """Yield the words that belong to what is asked for: with what remark, how long, welche Bemerkung."""
    asking, possessives = _asking(language), language.words.possessives
    lexicon, is_asked = language.words, False
    alone = lexicon.asking_who.union(lexicon.measuring, lexicon.constructions.get("asking", ()))
    for at, token in enumerate(tokens):
        counts = at and lexicon.asking_how_many.stand_in((tokens[at - 1].form, token.form))
        if token.form in asking or counts:
            is_asked = language.marks_names or bool(counts) or token.form not in alone
            if language.is_english and token.form in lexicon.conjunctions:
                is_asked = False  # when bees swarm; behind when do, a verb
        elif is_asked:
            is_small = language.is_function_word(token.form) and token.form not in possessives
            is_name = token.is_capital and language.marks_names
            is_verb = (
                not token.is_capital and tokens[at - 1].is_capital and not language.marks_names
            )
            is_asked = not (is_small or is_name or (is_verb and tokens[at - 1].form not in asking))
            if is_asked:
                yield at


@cache
def _asking(language: Language) -> frozenset[str]:
    lexicon = language.words
    uses = lexicon.constructions
    found = (lexicon.asking_who, lexicon.asking_persons, lexicon.asking_places, lexicon.measuring)
    return (lexicon.relatives - lexicon.that).union(*found, uses.get("asking", ()))


def _may_be_meant(at: int, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a word is a name, or a noun behind a small word: the clerk."""
    token, before = tokens[at], tokens[at - 1].form if at else ""
    if language.is_function_word(token.form) or token.form.isdecimal():
        return False
    is_first = not at or tokens[at - 1].sentence != token.sentence
    if token.is_capital or not language.marks_names:
        return token.is_capital and (not is_first or not at)
    if "'" in token.form:
        return True
    lexicon = language.words
    uses = lexicon.constructions
    opens = (
        lexicon.determining,
        lexicon.placing,
        lexicon.possessives,
        lexicon.joining,
        lexicon.referring,
        lexicon.determiners - lexicon.pronouns,
        lexicon.numbers,
        lexicon.conjunctions,
    )
    if before in lexicon.articles.union(*opens, uses.get("preposition", ())):
        return True
    is_aux = before in uses.get("helping", ()) or (
        token.form.endswith("s") and before in lexicon.finite_verbs
    )
    return is_aux and not is_first
