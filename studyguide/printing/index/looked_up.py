"""How a name is looked up: persons by their surname, titles without their article."""

import re
from itertools import takewhile

from studyguide.guide.organisations import BODIES
from studyguide.language.language import Language
from studyguide.language.values import months_of
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
from studyguide.printing.index.names.things import is_thing, is_thing_with_particle
from studyguide.printing.index.names.titles import (
    is_address,
    is_left_out,
    is_title,
    titled,
    without_generation,
)

_ARTICLES = {
    "el": ("ο", "η", "το", "οι", "τα", "ένας", "μία", "ένα"),
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las"),
    "fr": ("le", "la", "les", "un", "une"),
    "it": ("il", "lo", "la", "i", "gli", "le"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as"),
}
_INDEFINITE = frozenset("a an ein eine een ένας μία ένα un une".split())  # noqa: SIM905
_ELIDED = {"fr": ("l’", "l'"), "it": ("l’", "l'", "un’", "un'")}
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

_ONLY_TITLES = frozenset(("de", "el", "en"))
"""Languages in which an article with a capital begins no name of a person: La Fontaine."""

_SURNAMES_TOO = frozenset(("nl",))
"""Languages in which an article begins surnames as well: Frans de Boer, Willem de Zwijger."""


_ALSO_AND = "да"
"""A particle that joins two given names as well: Иван да Марья."""


def looked_up(name: str, language: str) -> str:
    """Turn round a title that begins with an article: `Financial Times, The`."""
    tag = language.partition("-")[0]
    for elided in _ELIDED.get(tag, ()):
        if name.casefold().startswith(elided) and name != name[: len(elided)]:
            return f"{name[len(elided) :]}, {name[: len(elided)]}"
    first, _, rest = name.partition(" ")
    articles = _ARTICLES.get(tag, ())
    return f"{rest}, {first}" if rest and first.casefold() in articles else name


def turned_title(heading: str, language: str) -> tuple[str, str]:
    """Part a title that was turned round from its article: `Financial Times` and `, The`; of another, nothing is behind it."""
    title, comma, article = heading.rpartition(", ")
    between = "" if article.endswith(("’", "'")) else " "
    is_turned = title and looked_up(f"{article}{between}{title}", language) == heading
    return (title, f"{comma}{article}") if is_turned else (heading, "")


def is_article_of_a_name(word: str, language: str) -> bool:
    """Whether a word with a capital may be the article that a name begins with: The Hague, La Habana; no single letter is."""
    small = word.casefold()
    is_one = small in _ARTICLES.get(language.partition("-")[0], ()) and small not in _INDEFINITE
    return is_one and word[0].isupper() and len(word) > 1


def without_article(title: str, language: str) -> str:
    """Give a title without the article that it begins with; nothing where it has none."""
    turned = looked_up(title, language)
    return turned.rpartition(", ")[0] if turned != title else ""


def surname_first(name: str, language: str) -> str:
    """Turn the name of a person round: `Kestrel, Ada`, `Goethe, Johann Wolfgang von`, `Smith, John, Jr.`, `Leo X, Pope`.

    A body, a single name, a king (`Philip II`), one with a byname (`Ernst August der Ältere`), one that begins with the
    family's (`Mao Zedong`) and what follows a comma already stay as they are.
    """
    tag = language.partition("-")[0]
    if name[:1].islower() or tag in _ONLY_TITLES:
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
    titles, own = titled(words)
    if titles and own[0][0].isupper() and _stands(own, tag):
        return f"{joined(own)}, {joined(titles)}"
    if not _is_a_person(words, tag) or _stands(words, tag):
        return name
    while len(words) > 2 and is_left_out(words[0]) and words[1][0].isupper():
        words = words[1:]
    return _turned(words, tag) or name


def _stands(words: list[str], tag: str) -> bool:
    """Whether a name is looked up as it stands: that of a king, one without a surname or with that first, one with a byname."""
    is_of_a_king = bool(_NUMERAL.fullmatch(words[-1])) or (
        len(words) > 2 and (words[1] == "of" or _is_byname(words[1], tag))
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
    if len(words) > 2 and is_address(words[0]):
        return _is_a_person(words, language.partition("-")[0])
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
    is_name = words[0][0].isupper() and own[0][0].isupper() and not is_title(name)
    if len(words) < 2 or is_thing(own) or not is_name:
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
    articles = () if tag in _SURNAMES_TOO else _ARTICLES.get(tag, ())
    return first == "der" or first in articles


def _is_a_person(words: list[str], tag: str) -> bool:
    plain = [word.casefold().strip(".,;") for word in words]
    return (
        1 < len(words) <= 6
        and "," not in "".join(words)
        and "of" not in plain
        and plain[0] not in _ARTICLES.get(tag, ())
        and not _NUMERAL.fullmatch(words[-1])
        and not set(plain) & BODIES
        and all(
            not word[0].islower() or is_particle(word) or is_article_before(word) for word in words
        )
        and not is_particle(words[-1])
        and not (is_given(words[-1]) and _ALSO_AND in words)
    )
