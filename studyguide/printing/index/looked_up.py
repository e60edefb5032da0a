"""How the name of a person is looked up: by the surname, if there is one."""

import re
from itertools import pairwise, takewhile

from studyguide.guide.organisations import BODIES
from studyguide.language.language import Language
from studyguide.language.values import months_of
from studyguide.printing.index.articles import articles_of, looked_up
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.patronymics import surname_before_father
from studyguide.printing.index.names.surnames import (
    PARTICLES,
    article_of,
    has_no_surname,
    is_article_before,
    is_family_first,
    is_particle,
    joined,
    start_of_surname,
    words_of,
)
from studyguide.printing.index.names.things import is_named_after, is_thing, is_thing_with_particle
from studyguide.printing.index.names.titles import (
    begins_with_title,
    is_address,
    is_before_names,
    is_left_out,
    is_title,
    kept,
    titled,
    without_generation,
)

_STAY_BEFORE = {
    "fr": ("la", "le", "les", "du", "des", "l’", "l'"),
    "it": ("d’", "d'", "da", "de", "dei", "del", "della", "di", "lo", "la"),
    "es": ("la", "las", "los"),
}
"""Small particles that belong to a surname; elsewhere they go behind the given name."""

_INITIAL = 3
"""Shorter is an initial with its point: A. Kestrel."""

_INFLECTED = re.compile(r"e[mnrs]?$")
"""So German adjectives end before a noun."""

_NUMERAL = re.compile(r"[IVXL]+\.?")
"""Which king of his name."""

_OF_FAMILIES = frozenset(("II", "III", "IV", "V"))
_PERSONAL = re.compile(r"^(?:(?:en|na|el|la) |[nl][’'])(?=[^\W\d_a-zà-ÿ]\S* \S)")

_ONLY_TITLES = frozenset(("de", "el", "en"))
"""Languages in which an article with a capital begins no name of a person: La Fontaine."""

_SURNAMES_TOO = frozenset(("nl",))
"""Languages in which an article begins surnames as well: Frans de Boer, Willem de Zwijger."""


_ALSO_AND = "да"
"""A particle that joins two given names as well: Иван да Марья."""


def surname_first(name: str, language: str) -> str:
    """Turn the name of a person round: `Kestrel, Ada`, `Goethe, Johann Wolfgang von`, `Smith, John, Jr.`, `Leo X, Pope`.

    A body, a single name, a king (`Philip II`), one with a byname (`Ernst August der Ältere`), one that begins with the
    family's (`Mao Zedong`) and what follows a comma already stay as they are.
    """
    tag = language.partition("-")[0]
    name = _without_personal_article(name, tag)
    if (name[:1].islower() and not begins_with_title(name)) or tag in _ONLY_TITLES:
        without = looked_up(name, language)
        if without != name:
            return without
    called, generation = without_generation(name)
    if generation:
        turned = surname_first(called, language)
        is_of_a_king = is_given(called.split()[-1]) and " " in generation
        stays = (turned == called or is_of_a_king) and name.startswith(called)
        return name if stays else f"{turned}, {generation}"
    words = words_of(name)
    if len(words) > 2 and is_left_out(words[0]) and not is_before_names(words[0]):
        words = words[1:]
    titles, own = titled(words)
    if titles:
        return _titled(titles, own, tag) or name
    if is_named_after(words):
        return name
    if (of_a_lord := _of_a_lord(name)) or not _is_a_person(words, tag):
        return of_a_lord or _of_a_third(words, tag) or name
    return name if _stands(words, tag) else _turned(words, tag) or name


def _titled(titles: list[str], own: list[str], tag: str) -> str:
    """Turn a name round that has titles, of which some are left out beside a given name: `Brand, Otto` of Dr. med. Otto Brand; nothing where none is."""
    words = [*titles, *own]
    if is_named_after(words):
        return ""
    if own[0][0].islower():  # Baron von Brand
        return _turned(words, tag) if _is_a_person(words, tag) else ""
    if len(own) == 1 or _stands(own, tag):
        return f"{joined(own)}, {joined(titles)}"
    turned = _turned(own, tag) if _is_a_person(own, tag) else ""
    surname, _, given = turned.partition(", ")
    return f"{surname}, {joined([*kept(titles), given])}" if turned else ""


def _of_a_lord(name: str) -> str:
    """Turn a name round whose surname stands behind a title alone: Alfred, Lord Tennyson."""
    given, _, behind = name.partition(", ")
    titles, own = titled(behind.split())
    is_so = titles and len(own) == 1 and any(map(is_given, given.split()[:1]))
    is_so = is_so and not is_given(own[0])
    return f"{own[0]}, {given}, {joined(titles)}" if is_so else ""


def _of_a_third(words: list[str], tag: str) -> str:
    """Turn the name of somebody round who is the third of it in a family, and no king, who has no surname: Thurston Howell III."""
    called, number = words[:-1], "".join(words[-1:])
    is_so = len(called) > 1 and number in _OF_FAMILIES and is_given(called[0])
    is_so = is_so and not is_given(called[-1]) and _is_a_person(called, tag)
    turned = _turned(called, tag) if is_so else ""
    return f"{turned}, {number}" if turned else ""


def _without_personal_article(name: str, tag: str) -> str:
    """Leave out the article that Catalans put before names of persons: en Joan Orm."""
    return _PERSONAL.sub("", name) if tag == "ca" else name


def _stands(words: list[str], tag: str) -> bool:
    """Whether a name is looked up as it stands: that of a king, one without a surname or with that first, one with a byname."""
    is_of_a_king = bool(_NUMERAL.fullmatch(words[-1])) or (
        len(words) > 2 and (words[1] == "of" or _is_byname(words[1], tag))
    )
    is_of_a_king |= any(  # Jaume I el Conqueridor
        _NUMERAL.fullmatch(number) and _is_byname(behind, tag)
        for number, behind in pairwise(words[1:])
    )
    is_plain = BODIES.isdisjoint(word.casefold() for word in words) and "," not in "".join(words)
    return is_plain and (is_of_a_king or is_family_first(words, tag) or has_no_surname(words))


def _turned(words: list[str], tag: str) -> str:
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


def may_be_person(name: str, language: str) -> bool:
    """Whether a name tells that it is a person's: Dame Ada Kestrel, Charles de Gaulle, but not Isla de Pascua."""
    words = words_of(name)
    titles, own = titled(words)
    if len(own) > 1 and titles and is_address(titles[0]):
        return not is_thing(words) and _is_a_person(own, language.partition("-")[0])
    within = [word for word in words[1:-1] if is_particle(word) and word != "of"]
    before = words[: words.index(within[0])] if within else []
    is_other = bool(before) and is_thing_with_particle(before)
    return bool(within) and not is_other and _is_a_person(words, language.partition("-")[0])


def is_surely_person(name: str, language: str) -> bool:
    """Whether a name that answers "who?" is told to be a person's by its words: Pope Leo X, Mrs. Penhallow, Lin Zhaowei.

    Where all nouns have capitals none begins with what an adjective may end with, but for a given name: Deutsche Bank.
    """
    tag = language.partition("-")[0]
    words = words_of(name)
    own = titled(words)[1]
    is_capital = words[0][0].isupper() or len(own) < len(words)
    is_name = is_capital and own[0][0].isupper() and not is_title(name)
    if len(words) < 2 or is_thing(own) or is_thing(words) or not is_name:
        return False
    is_told = len(own) < len(words) or is_given(words[0]) or may_be_person(name, language)
    if not is_told and not Language(language).marks_names and _INFLECTED.search(words[0]):
        return False
    return _is_a_person(own, tag) or _stands(own, tag) or (is_told and len(own) == 1)


def is_surname(name: str) -> bool:
    """Whether a name is a surname alone, with its particles or without."""
    return all(word.casefold() in PARTICLES for word in name.split()[:-1])


def is_called(name: str, heading: str) -> bool:
    """Whether a name has no given name, or that of a heading: another one of the surname is another person."""
    given = name.split()[:-1]
    return not given or any(
        _is_short_for(given[0], each) for each in heading.partition(",")[2].split()
    )


def _is_short_for(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and min(len(one), len(other)) < _INITIAL)


def is_of_a_year(date: str) -> bool:
    """Whether a date can be looked up: last March cannot, August 1 and the Bronze Age can."""
    if not date[:1].islower() or any(map(str.isdecimal, date)):
        return True
    words = date.casefold().split()
    return months_of(words).keys().isdisjoint(words)


def _is_byname(first: str, tag: str) -> bool:
    """Whether what stands behind a given name is no surname: an article alone begins it, and no particle before that."""
    articles = () if tag in _SURNAMES_TOO else articles_of(tag)
    return first == "der" or first in articles


def _is_a_person(words: list[str], tag: str) -> bool:
    plain = [word.casefold().strip(".,;") for word in words]
    return (
        1 < len(words) <= 6
        and "," not in "".join(words)
        and "of" not in plain
        and plain[0] not in articles_of(tag)
        and not _NUMERAL.fullmatch(words[-1])
        and not set(plain) & BODIES
        and all(
            not word[0].islower() or is_particle(word) or is_article_before(word) for word in words
        )
        and not is_particle(words[-1])
        and not (is_given(words[-1]) and _ALSO_AND in words)
    )
