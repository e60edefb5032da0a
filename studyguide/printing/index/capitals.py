"""What capitals tell besides: of texts that begin with small letters, of names that end like adjectives, of adjectives, of pairs."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import ADJECTIVE, Token, tokens_of
from studyguide.printing.index.fragments import THINGS
from studyguide.printing.index.names.adjectives import adjectives_in
from studyguide.printing.index.names.given_names import is_given

_FEWEST, _TO_A_SENTENCE = 3, 10
"""So many texts of a kind begin with small letters at least, and so many to each that begins as a sentence does."""

_END = Token(".", opens=False)
_AT: Final = frozenset(("at", "near"))
"""Behind these stands a place, but no language, as behind "in": in French."""

_SAID_OF_PLACES: Final = frozenset(
    "Central East Eastern Great Imperial North Northern Soviet South Southern West Western".split()  # noqa: SIM905
)
_PEOPLE: Final = re.compile(r"(?:ians|eans|ites|ists)$")
_SAID_OF_THINGS: Final = re.compile(
    r"(?:^|-| )(?:african|american|anglican|arctic|asian|atlantic|baltic|byzantine|catholic|celtic|coptic|cuban"
    r"|elizabethan|gaelic|german|germanic|gothic|hellenic|hispanic|islamic|lutheran|mexican|moroccan|napoleonic|nordic"
    r"|ottoman|pacific|papal|protestant|puritan|roman|semitic|slavic|teutonic|tibetan|turkic|tuscan)$",
    re.IGNORECASE,
)
"""What is an adjective where it always stands before a noun: Baltic fir, not the Baltic."""

_DIRECTIONS: Final = {
    "ca": "Est Nord Oest Sud", "es": "Este Norte Oeste Sur", "fr": "Est Midi Nord Ouest Sud", "gl": "Leste Norte Oeste Sur",
    "it": "Est Mezzogiorno Nord Ovest Sud", "pt": "Leste Norte Oeste Sul",
}  # fmt: skip
"""What has a capital where it is but a part of the world: les mers du Sud."""

_OF_THE_SORT: Final = frozenset(
    """
    act agreement bill board charter club code commission committee company constitution convention corporation council
    court decree directive government league ministry order party protocol society statute treaty union
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What is a part of a longer name where it always stands behind an article: the Act."""


def begin_small(texts: Iterable[str], language: Language) -> bool:
    """Whether texts of one kind, but for whole sentences, begin with small letters, so that a capital tells a name: Huygens tried it."""
    parts = (text for text in texts if not is_sentence(text))
    firsts = [
        next((each for each in tokens_of(text) if each.shown[0].isalpha()), None) for text in parts
    ]
    words = [each.shown for each in firsts if each]
    small = {word for word in words if word[0].islower()}
    count = sum(word[0].islower() for word in words)
    sentences = sum(
        word[0].isupper()
        and (word.casefold() in small or language.is_function_word(word.casefold()))
        for word in words
    )
    return language.marks_names and count >= _FEWEST and _TO_A_SENTENCE * sentences <= count


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and begins as one."""
    return text.rstrip(" *_”»\"'").endswith((".", "!", "?"))


def within(tokens: Sequence[Token], small: Collection[str]) -> list[Token]:
    """Give the tokens of a text that may begin with a small letter: its first word opens no sentence, unless it is one of these and stands alone."""
    found = [*tokens]
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else _END
        if not token.opens or (token.shown.casefold() in small and not after.is_capital):
            break
        found[at] = token._replace(opens=False)
        if token.shown[0].isalnum():
            break
    return found


def names_by_place(
    texts: Iterable[Sequence[Token]], names: AbstractSet[str], language: Language
) -> Iterator[str]:
    """Yield names that end like adjectives, and are told by what stands beside: at Standish; Medes and Lydians."""
    for tokens in texts if language.is_english else ():
        for at, token in enumerate(tokens):
            if not token.is_capital or token.opens or not ADJECTIVE.search(token.shown):
                continue
            if _is_at_a_place(tokens, at, language) or _is_one_of_two(tokens, at, names):
                yield token.shown


def _is_at_a_place(tokens: Sequence[Token], at: int, language: Language) -> bool:
    before = tokens[at - 1].shown.casefold() if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else _END
    return before in _AT and not (after.is_capital or _is_noun(after, language))


def _is_one_of_two(tokens: Sequence[Token], at: int, names: AbstractSet[str]) -> bool:
    others = {
        tokens[other].shown
        for between, other in ((at - 1, at - 2), (at + 1, at + 2))
        if 0 <= other < len(tokens) and tokens[between].shown == "and"
    }
    return bool(_PEOPLE.search(tokens[at].shown)) and not others.isdisjoint(names)


def names_alone(
    texts: Iterable[Sequence[Token]], names: AbstractSet[str], language: Language
) -> dict[str, str]:
    """Give places that stand alone as well as behind what is said of them, each with its heading: Russia, beside Soviet Russia.

    What stands behind an article is none: the Army. Of Great Britain it is the same place.
    """
    longer = {
        name.rpartition(" ")[2]: name
        for name in sorted(names)
        if name.count(" ") == 1 and name.partition(" ")[0] in _SAID_OF_PLACES
    }
    alone, behind = set[str](), set[str]()
    for tokens in texts if language.is_english else ():
        for before, token, after in zip([_END, *tokens], tokens, [*tokens[1:], _END], strict=False):
            if token.shown in longer and not (before.is_capital or after.is_capital or token.opens):
                is_behind = before.shown.casefold() in language.words.articles
                (behind if is_behind else alone).add(token.shown)
    return {
        name: longer[name] if longer[name].startswith("Great ") else name
        for name in alone - behind - names
    }


def is_direction(word: str, tag: str) -> bool:
    """Whether a word is but a part of the world in a language that has capitals for these."""
    return word in _DIRECTIONS.get(tag.partition("-")[0], "").split()


def no_names(
    texts: Sequence[Sequence[Token]], names: Collection[str], language: Language
) -> set[str]:
    """Give those of the names that are but adjectives, always before a noun, directions, or what a longer name ends with, always behind an article."""
    doubted = {
        each for each in names if _SAID_OF_THINGS.search(each) or each.casefold() in _OF_THE_SORT
    }
    lasts = {each.rpartition(" ")[2] for each in doubted}
    others = set[str]()
    for tokens in texts if doubted and language.is_english else ():
        for before, token, after in zip([_END, *tokens], tokens, [*tokens[1:], _END], strict=False):
            if token.shown not in lasts or after.is_capital:
                continue
            is_sort = token.shown.casefold() in _OF_THE_SORT
            is_alone = (
                before.shown.casefold() != "the" if is_sort else not _is_noun(after, language)
            )
            if is_alone or after.shown in THINGS:  # the Baltic republics
                others.add(token.shown)
    none = {each for each in doubted if each.rpartition(" ")[2] not in others}
    none |= {each for each in names if is_direction(each, language.tag)}
    return none | adjectives_in(texts, {*names}, THINGS, language)


def with_surnames(texts: Iterable[Sequence[Token]], language: Language) -> dict[str, str]:
    """Give given names that share the surname of the one they are joined to, each with its whole: Jacques, of Jacques and Pierre Curie."""
    joining = ("and",) if language.is_english else language.words.joining
    whole, alone = defaultdict[str, set[str]](set), set[str]()
    for tokens in texts:
        padded = [_END, *tokens, _END]
        for before, token, after, rest in zip(
            padded, tokens, padded[2:], range(2, len(tokens) + 2), strict=False
        ):
            is_behind = before.is_capital and (language.marks_names or is_given(before.shown))
            if not is_given(token.shown) or is_behind or after.is_capital:
                continue
            given, *names = [*takewhile(lambda each: each.is_capital, tokens[rest:]), _END]
            if after.shown in joining and is_given(given.shown) and names[1:]:
                surname = " ".join(each.shown for each in names[:-1])
                whole[token.shown].add(f"{token.shown} {surname}")
            else:
                alone.add(token.shown)
    return {
        given: min(names)
        for given, names in whole.items()
        if len(names) == 1 and given not in alone
    }


def _is_noun(token: Token, language: Language) -> bool:
    """Whether a word may be a noun behind its adjective: no sign, and no word that means nothing."""
    is_verb = token.shown in language.words.finite_verbs
    return token.shown[0].islower() and not is_verb and not language.is_function_word(token.shown)
