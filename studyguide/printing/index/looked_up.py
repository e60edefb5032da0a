"""How a name is looked up: persons by their surname, titles without their article."""

import re
from itertools import takewhile

from studyguide.guide.organisations import BODIES
from studyguide.language.values import months_of
from studyguide.printing.index.surnames import (
    PARTICLES,
    is_family_first,
    is_particle,
    start_of_surname,
    words_of,
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
_ELIDED = {"fr": ("l’", "l'"), "it": ("l’", "l'", "un’", "un'")}
_STAY_BEFORE = {
    "fr": ("la", "le", "les", "du", "des", "l’", "l'"),
    "it": ("da", "de", "dei", "del", "della", "di", "lo", "la"),
    "es": ("la", "las", "los"),
}
"""Small particles that belong to a surname; elsewhere they go behind the given name."""

_TITLES = frozenset(
    """
    admiral archbishop bishop brother captain cardinal chairman chancellor colonel comrade count countess dame
    doctor dr duchess duke emperor empress father general governor judge king lady lieutenant lord madame major mayor
    marshal minister miss monsieur mother mr mrs ms pastor pope premier president prince princess prof professor
    queen saint secretary senator sergeant sir sister st tsar tsarina
    bundeskanzler doktor frau fürst general graf herr herzog kaiser kanzler könig königin kurfürst marschall
    minister oberst papst pfarrer präsident prinz prinzessin zar
    abbé capitaine comte duc empereur général impératrice madame maréchal monsieur pape président princesse reine roi
    capitán coronel doña don emperador general papa presidente príncipe reina rey señor señora
    capitano conte duca generale imperatore re regina signor signora
    генерал император король князь маршал министр президент профессор царь
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What stands before a name and is no part of it."""

_ADDRESSES = frozenset(
    "dame doctor doktor don doña dr frau herr lady madame miss monsieur mr mrs ms prof professor señor señora signor signora sir".split()  # noqa: SIM905
)
"""Those of them that stand before the name of a person only, or nearly so."""

_LEFT_OUT = frozenset(("me", "messrs")) | _ADDRESSES - frozenset(
    ("dame", "don", "doña", "lady", "sir")
)
"""Those that are no part of a name in an index, where it tells a given name besides."""

_OF_PLACES = frozenset(
    """
    arc avenue bahía baía bois cabo calle campo cap casa castel castello champ champs château ciudad col costa côte
    estado gare golfe golfo hotel ilha île isla lac lago llano mar mont monte notre palacio palais palazzo parque
    piazza place plaza playa pont ponte porta porto praça praia puerta puerto punta rio río rua rue san santa santiago santo
    são serra sierra teatro terra tierra torre tour val valle valparaíso villa ville
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""With these the name of a place begins in which a particle stands: Rio de Janeiro."""

_OF_THINGS = re.compile(
    r"(?<=\w{3})(?:[ctsz]i[oó]n|[cs]ão|zione|dade?|tad|té|tà|mi?ento|isme|ismo|[aeo]nales?|ía|[ae]nc[ei]a?|anza)$"
)
"""So nouns and adjectives end in languages in which a particle is but "of": Confederación Nacional del Trabajo."""

_INITIAL = 3
"""Shorter is an initial with its point: A. Kestrel."""

_NUMERAL = re.compile(r"[IVXL]+\.?|[JSjs]r\.?")
"""Which king of his name, or which of a family."""

_SURNAMES_TOO = frozenset(("nl",))
"""Languages in which an article begins surnames as well: Frans de Boer, Willem de Zwijger."""

_NAMES_OF_SONS = frozenset(("abu", "bint", "ibn", "umm"))
"""With these an Arabic name begins by which a man is known: Ibn Battuta."""


def looked_up(name: str, language: str) -> str:
    """Turn round a title that begins with an article: `Financial Times, The`."""
    tag = language.partition("-")[0]
    for elided in _ELIDED.get(tag, ()):
        if name.casefold().startswith(elided) and name != name[: len(elided)]:
            return f"{name[len(elided) :]}, {name[: len(elided)]}"
    first, _, rest = name.partition(" ")
    articles = _ARTICLES.get(tag, ())
    return f"{rest}, {first}" if rest and first.casefold() in articles else name


def without_article(title: str, language: str) -> str:
    """Give a title without the article that it begins with; nothing where it has none."""
    first = title.partition(" ")[0]
    is_turned = looked_up(title, language) != title
    return title.removeprefix(first).strip() if is_turned else ""


def surname_first(name: str, language: str) -> str:
    """Turn the name of a person round: `Kestrel, Ada`, `Goethe, Johann Wolfgang von`.

    A body, a single name, a king (`Philip II`), one with a byname (`Ernst August der Ältere`), one that begins with the
    family's (`Mao Zedong`) and what follows a comma already stay as they are.
    """
    words = words_of(name)
    tag = language.partition("-")[0]
    if not _is_a_person(words, tag) or is_family_first(words, tag):
        return name
    while len(words) > 2 and words[0].casefold().rstrip(".") in _LEFT_OUT and words[1][0].isupper():
        words = words[1:]
    at = start_of_surname(words, tag)
    if at == 0 or _is_byname(words[at], tag) or words[0].casefold() in _NAMES_OF_SONS:
        return name
    behind = [*takewhile(is_particle, words[at:])]
    stays = _STAY_BEFORE.get(tag, ())
    while behind and behind[-1] in stays:
        behind.pop()
    surname = words[at + len(behind) :]
    return f"{' '.join(surname)}, {' '.join([*words[:at], *behind])}"


def may_be_person(name: str, language: str) -> bool:
    """Whether a name tells that it is a person's: Dame Ada Kestrel, Charles de Gaulle, but not Isla de Pascua."""
    words = words_of(name)
    if len(words) > 2 and words[0].casefold().rstrip(".") in _ADDRESSES:
        return _is_a_person(words, language.partition("-")[0])
    within = [word for word in words[1:-1] if is_particle(word) and word != "of"]
    before = words[: words.index(within[0])] if within else []
    is_thing = words[0].casefold() in _OF_PLACES or any(map(_OF_THINGS.search, before))
    return bool(within) and not is_thing and _is_a_person(words, language.partition("-")[0])


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


def without_title(name: str) -> str:
    """Leave out what stands before the name of a person: General, President."""
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        words = words[1:]
    return " ".join(words)


def is_title(name: str) -> bool:
    """Whether a name is but what stands before one: the President."""
    return all(word.casefold().rstrip(".") in _TITLES for word in name.split())


def begins_with_title(name: str) -> bool:
    """Whether a name begins with what stands before one, and goes on: Sir Josceline."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.casefold().rstrip(".") in _TITLES


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
        and all(not word[0].islower() or is_particle(word) for word in words)
        and not is_particle(words[-1])
    )
