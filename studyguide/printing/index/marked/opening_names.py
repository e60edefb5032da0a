"""Names that only open a sentence, where a capital tells nothing, and are told by what stands beside: Euler's; Pushkin, Glinka and Orlov."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import ADJECTIVE, Token
from studyguide.printing.index.marked.opening_words import merely_opens, opens_before_names
from studyguide.printing.index.names.places import known_places

_OWNERS_TOO: Final = frozenset(
    """
    anyone children christ everybody everyone god heaven here how it let life man men mother nature nobody one people she
    sheep somebody someone that there today tomorrow tonight what when where who why winter summer women woman world year
    yesterday
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What has something of its own without an article, and is no name: today's bread."""

_PLURALS: Final = {
    "en": re.compile(r"\w+(?:s|men|women|people)"),
    "es": re.compile(r"\w+[aeo]s"),
    "fr": re.compile(r"\w+[sx]"),
    "gl": re.compile(r"\w+[aeo]s"),
    "it": re.compile(r"\w+i"),
    "nl": re.compile(r"\w+(?:en|s)"),
    "pl": re.compile(r"\w+[aeiy]"),
    "pt": re.compile(r"\w+[aeo]s"),
}
"""So words end that name several without an article, and open a list: sailors and Frisians."""

_END: Final = Token(".", opens=False)


def names_that_open(
    texts: Iterable[Sequence[Token]], names: Collection[str], language: Language
) -> set[str]:
    """Give such names: of places known everywhere, of whom something is, and what is first of several names."""
    known = [*texts]
    tag = language.tag.partition("-")[0]
    places = known_places(tag)
    small = {token.shown for tokens in known for token in tokens if not token.is_capital}
    found = set[str]()
    for tokens in known:
        for at, token in enumerate(tokens):
            word = token.shown
            if not (token.opens and token.is_capital) or len(word) <= 2:
                continue
            after = tokens[at + 1] if at + 1 < len(tokens) else _END
            is_other = word.casefold() in small or merely_opens(word, language)
            if is_other or after.is_capital or ADJECTIVE.search(word):
                continue
            is_of_it = language.is_english and after.shown == "’s"
            is_owner = is_of_it and word.casefold() not in _OWNERS_TOO
            if word in places or is_owner or _is_first_of_several(tokens, at, names, language):
                found.add(word)
    return found


def _is_first_of_several(
    tokens: Sequence[Token], at: int, names: Collection[str], language: Language
) -> bool:
    """Whether a word is joined to names, and no plural, or to two of them where nouns have articles: Pushkin, Glinka and Orlov."""
    word = tokens[at].shown
    plural = _PLURALS.get(language.tag.partition("-")[0])
    if opens_before_names(word, language):
        return False
    is_plural = bool(plural and plural.fullmatch(word))
    between, others = at + 1, 0
    while between + 1 < len(tokens):
        sign, name = tokens[between].shown, tokens[between + 1].shown
        is_last = sign in language.words.joining
        if (sign != "," and not is_last) or not _is_one(name, tokens[between + 1 :], names):
            return False
        others += 1
        if is_last:
            return not is_plural or (others > 1 and not language.is_english)
        between += 1 + len(_run(tokens[between + 1 :]))
    return False


def _is_one(word: str, tokens: Sequence[Token], names: Collection[str]) -> bool:
    return word in names or " ".join(_run(tokens)) in names


def _run(tokens: Sequence[Token]) -> list[str]:
    return [each.shown for each in takewhile(lambda each: each.is_capital, tokens)]


def behind_semicolons(tokens: Sequence[Token]) -> list[Token]:
    """Have no word behind a semicolon open a sentence: it has a capital if it is a name."""
    kept = [*tokens]
    for at in range(1, len(kept)):
        if kept[at - 1].shown == ";":
            kept[at] = kept[at]._replace(opens=False)
    return kept
