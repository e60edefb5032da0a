"""In which order the words of a person's name stand in an index, and whether a name may be a person's at all."""

import re
from itertools import pairwise, takewhile

from studyguide.guide.organisations import BODIES
from studyguide.printing.index.articles import articles_of
from studyguide.printing.index.names.bynames import is_from_a_place
from studyguide.printing.index.names.family_first import is_family_first
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.patronymics import surname_before_father
from studyguide.printing.index.names.surnames import (
    article_of,
    is_article_within,
    is_particle,
    joined,
    start_of_surname,
)
from studyguide.printing.index.names.without_surname import has_no_surname

_STAY_BEFORE = {
    "fr": ("la", "le", "les", "du", "des", "l’", "l'"),
    "it": ("d’", "d'", "da", "de", "dei", "del", "della", "di", "lo", "la"),
}
"""Small particles that belong to a surname; elsewhere they go behind the given name."""

_NUMERAL = re.compile(r"[IVXL]+\.?")
"""Which king of his name."""

_MARK = re.compile(r"[^\W\d_]|\d+")
"""A letter, or a number, that is no initial: Bed C, Pier 6, Malcolm X."""

_SURNAMES_TOO = frozenset(("nl",))
"""Languages in which an article begins surnames as well: Frans de Boer, Willem de Zwijger."""


_ALSO_AND = "да"
"""A particle that joins two given names as well: Иван да Марья."""


def stands(words: list[str], tag: str) -> bool:
    """Whether a name is looked up as it stands: that of a king, one without a surname or with that first, one with a byname."""
    is_of_a_king = bool(_NUMERAL.fullmatch(words[-1])) or (
        len(words) > 2 and (words[1] == "of" or _is_byname(words[1], tag))
    )
    is_of_a_king |= any(  # Jaume I el Conqueridor
        _NUMERAL.fullmatch(number) and _is_byname(behind, tag)
        for number, behind in pairwise(words[1:])
    )
    is_of_a_king |= any(  # Ludwig II. von Bayern
        _NUMERAL.fullmatch(number) and is_particle(behind) for number, behind in pairwise(words[1:])
    )
    is_plain = BODIES.isdisjoint(word.casefold() for word in words) and "," not in "".join(words)
    is_of_a_king |= is_from_a_place(words, tag)
    return is_plain and (is_of_a_king or is_family_first(words, tag) or has_no_surname(words))


def turned(words: list[str], tag: str) -> str:
    """Put the surname first; nothing where there is none."""
    at = surname_before_father(words)
    if at >= 0:
        return f"{words[at]}, {joined([*words[:at], *words[at + 1 :]])}"
    at = start_of_surname(words, tag)
    if at == 0 or _is_byname(words[at], tag):
        return ""
    behind = [*takewhile(is_particle, words[at:])]
    stays = _STAY_BEFORE.get(tag, ())
    while behind and behind[-1] in stays:
        behind.pop()
    surname = joined(words[at + len(behind) :])
    article = article_of(surname)
    given = joined([*words[:at], *behind, *filter(None, [article])])
    return f"{surname.removeprefix(article)}, {given}"


def _is_byname(first: str, tag: str) -> bool:
    """Whether what stands behind a given name is no surname: an article alone begins it, and no particle before that."""
    articles = () if tag in _SURNAMES_TOO else articles_of(tag)
    return first == "der" or first in articles


def is_a_person(words: list[str], tag: str) -> bool:
    """Whether words may be a name that is turned round: two to six, no body, no king, no letter or number at the end, nothing in small letters but particles."""
    plain = [word.casefold().strip(".,;") for word in words]
    return (
        1 < len(words) <= 6
        and "," not in "".join(words)
        and "of" not in plain
        and plain[0] not in articles_of(tag)
        and not _NUMERAL.fullmatch(words[-1])
        and not _MARK.fullmatch(words[-1])
        and (not set(plain) & BODIES or _is_called_so(words))
        and all(
            not word[0].islower() or is_particle(word) or is_article_within(word) for word in words
        )
        and not is_particle(words[-1])
        and not (is_given(words[-1]) and _ALSO_AND in words)
    )


def _is_called_so(words: list[str]) -> bool:
    """Whether a given name stands before a word of bodies that is a surname as well: Emil Post, J. Emil Post, Jan van der Post."""
    *before, last = words
    given = [each for each in before if not is_particle(each)]
    are_given = all(is_given(each) or each.endswith(".") for each in given)
    return are_given and any(map(is_given, given)) and {last.casefold()} <= BODIES
