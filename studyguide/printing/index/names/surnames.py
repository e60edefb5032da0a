"""Where in the name of a person the surname begins, with the particles before it."""

import re
from collections.abc import Iterable
from typing import Final

from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.patronymics import surname_behind_father

_TWO_SURNAMES: Final = frozenset(("ca", "es", "gl"))
_SECOND_GIVEN: Final = frozenset(
    """
    alberto alejandro alfonso ana ángel ángeles antonio beatriz carlos carmen carolina cristina daniel diego eduardo
    elena emilio enrique ernesto felipe fernando francisco guillermo ignacio inés isabel javier jesús joaquín jorge josé
    juan juana julio luis luisa manuel margarita maría martín mercedes miguel pablo pedro pilar rafael ramón ricardo
    roberto rosa santiago teresa tomás vicente victoria
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""Behind another given name these are a second one, and no first surname: Juan José Arévalo."""

_SURNAMES_TOO: Final = frozenset(
    "alonso benito bernal blanco blas bruno duarte franco gaspar lorenzo marcos mateo pascual rey salvador simón".split()  # noqa: SIM905
)
"""Given names that are the first of two surnames as often: Ana Alonso Vega."""

_FIRST_OF_TWO: Final = frozenset(
    """
    álvarez castillo castro díaz domínguez fernández flores garcía gómez gonzález gutiérrez hernández herrera jiménez lópez
    martínez méndez mendoza molina moreno muñoz núñez ortiz pérez ramírez reyes rodríguez rojas romero ruiz sánchez silva
    suárez torres vargas vásquez vázquez velázquez
    """.split()  # noqa: SIM905
)
"""In the middle of three words these are the first of two surnames, in whatever language: Gabriel García Márquez."""

PARTICLES: Final = frozenset((
    "à", "af", "al", "am", "auf", "aus", "av", "ben", "bin", "bint", "d’", "d'", "da", "das", "de", "de’", "de'",
    "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "l’",
    "l'", "la", "las", "le", "les", "los", "of", "op", "'t", "’t", "ten", "ter", "te", "til", "van",
    "vom", "von", "vor", "y", "zu", "zum", "zur",
    "бен", "бин", "ван", "да", "дас", "де", "дель", "делла", "ден", "дер", "ди", "дос", "ду", "дю", "д’", "д'", "ибн", "ла",
    "ле", "тен", "тер", "фом", "фон", "цу", "цум", "цур",
    "βαν", "ντα", "ντε", "ντελ", "ντερ", "ντι", "φον",
))  # fmt: skip
_WORDS: Final = re.compile(
    r"""(?:von\ und\ zu[mr]?|vom\ und\ zum|(?:aan|bij|in|onder|op|over|uit|voor)\ (?:de[nr]?|het|['’]t)
    |(?:an|auf|aus|unter|vor)\ de[mnr])(?=\ )
    |(?<!\S)[dд]['’](?=[^\W\d_])|\S+""",
    re.VERBOSE,
)
"""Words of a name; of particles some have several, of which one alone may be no particle, and one is written with its word."""

_OF_A_PLACE: Final = frozenset(
    ("d’", "d'", "de", "degli", "del", "della", "des", "di", "du", "vom", "von", "zu", "zum", "zur")
)
"""With these a second part of a surname begins: Fabre d’Églantine, Fischer von Erlach."""

_RANKS: Final = frozenset(
    "baron edler freifrau freiherr freiin fürst graf gräfin prinz reichsfreiherr reichsgraf ritter".split()  # noqa: SIM905
)
"""What Germans put before a surname: Karl Freiherr von Orme."""

_ARABIC: Final = re.compile(
    r"(?:a[dlnrstz]|a[st]h|e[lsr]|ul|а[дзнрстш]|[аэ]ль)-(?=[^\W\d_a-zа-яё])|ال(?=..)"
)
"""The article of an Arabic surname, written with it: al-, and as it is before some letters."""

_SAINTS: Final = frozenset(
    "Saint Sainte San Sankt Sant Santa Sint St St. Ste Ste. São".split()  # noqa: SIM905
)
"""With these before the last word surnames begin: Edwin St Aubyn."""

_LATIN: Final = re.compile(r"\w{4,}us")
"""So given names end that were made Latin, and hardly a surname before a place: Augustin Pyramus de Brie."""

SONS: Final = frozenset(
    ("ben", "bin", "bint", "ibn", "бен", "бин", "бинт", "ибн", "ابن", "ابنة", "بن", "بنت")
)
"""Before these a name is given, and behind them stands the father's: Ahmad ibn Rustam has no surname."""

FATHERS: Final = frozenset(("abu", "umm", "абу", "умм", "أبو", "ابو", "أم"))
SERVANTS: Final = frozenset(("abd", "عبد"))
"""With these begins what is one name with the word behind it: Abu Bakr, Abd al-Malik."""

_ELIDED: Final = re.compile(r"(?<=\b[dд][’'])\ ")
_WITH_THE_ONE_BEFORE: Final = frozenset(("Filho", "Júnior", "Netto", "Sobrinho"))
"""What is no surname without the word before it: Marques Filho."""

CLANS: Final = frozenset((
    "Ap", "Fitz", "Mac", "Mag", "Mc", "Nic", "Ní", "O'", "O’", "Ua", "Uí", "Ó",
))  # fmt: skip
"""With these, where they stand apart, Irish, Scottish and Welsh surnames begin: Duncan Mac Leod."""

_FIRST_ITALIAN: Final = re.compile(r"\w{3,}i")
"""So the first of two surnames of an Italian ends, and hardly a given name that no list has: Antonio Galli Orme."""

_ITALIAN: Final = re.compile(r"(?:da|de|ne|su)ll[’'](?=[^\W\d_])")
"""What is written with an Italian surname, and stays before it: Domenico dall’Orme."""


def words_of(name: str) -> list[str]:
    """Part a name into words, with particles of several words in one: `Karl`, `von und zu`, `Brand`; `Jean`, `d’`, `Orme`."""
    return _WORDS.findall(" ".join(name.split()))


def joined(words: Iterable[str]) -> str:
    """Join them again."""
    return _ELIDED.sub("", " ".join(words))


def article_of(surname: str) -> str:
    """Give the article that is written with an Arabic surname, with its hyphen: `al-`; else nothing."""
    found = _ARABIC.match(surname)
    return found[0] if found and found[0].endswith("-") else ""


def with_particles(heading: str) -> tuple[str, ...]:
    """Give the surname of a heading with the particles behind the given name: van Gogh, Van Gogh, Al-Kindi; none where it has none."""
    surname, _, given = heading.partition(", ")
    words = words_of(given)
    if words and words[-1].endswith("-"):
        return f"{words[-1]}{surname}", f"{words[-1].capitalize()}{surname}"
    at = next((at for at, word in enumerate(words) if is_particle(word)), len(words))
    particles = words[at:]
    if not particles or not all(map(is_particle, particles)):
        return ()
    called = joined((*particles, surname))
    return called, called[0].upper() + called[1:]


def is_article_before(word: str) -> bool:
    """Whether a word is a surname behind its Arabic article: al-Hakim, الحكيم."""
    return bool(_ARABIC.match(word))


def is_article_within(word: str) -> bool:
    """Whether a word with a small letter is a surname nevertheless: al-Hakim, dall’Orme."""
    return is_article_before(word) or bool(_ITALIAN.match(word))


def is_saint_before(word: str) -> bool:
    """Whether a surname of several words may begin with a word: St Aubyn."""
    return word in _SAINTS


def is_particle(word: str) -> bool:
    """Whether a word belongs to a surname behind it, and has no capital."""
    return word in PARTICLES or " " in word


def start_of_surname(words: list[str], language: str) -> int:
    """Tell where the surname begins, the particles before it included; of two surnames the first."""
    last = len(words) - 1
    at = _before_particles(words, last - (last > 1 and words[last] in _WITH_THE_ONE_BEFORE))
    if at > 1 and words[at - 1] in _SAINTS:
        at = _before_particles(words, at - 1)
    if words[at - 1].casefold() in SERVANTS and is_article_before(words[at]):
        return at - 1
    if is_article_before(words[at]) and not SONS.isdisjoint(words[1:at]):
        return at  # Muḥammad ibn Mūsā al-Hakim
    if words[at] == "y":  # between two surnames, in whatever language: José Ortega y Gasset
        return _before_particles(words, at - 1) if at > 1 else 0
    first = _first_particle(words[:at]) or surname_behind_father(words)
    if first and (words[first] != "le" or at == last):  # Jean le Rond d’Alembert
        return first
    if at > 1 and words[at] in _OF_A_PLACE and _is_surname_before(words[at - 1]):
        is_behind = words[at - 2].casefold() in PARTICLES  # Jean le Rond d’Alembert
        return at if is_behind else at - 1
    before = words[at - 1].casefold()
    is_first_of_two = at == len(words) - 1 and before in _FIRST_OF_TWO
    if language in _TWO_SURNAMES:
        is_given_too = is_given(words[at - 1]) and before not in _SURNAMES_TOO
        is_first_of_two = before not in _SECOND_GIVEN and not is_given_too
    elif language == "it" and not is_given(words[at - 1]):
        is_first_of_two |= bool(_FIRST_ITALIAN.fullmatch(before)) and words[at][-1] in "aeio"
    return _before_particles(words, at - 1) if is_first_of_two and at > 1 else at


def _first_particle(words: list[str]) -> int:
    """Tell where a particle begins the first of several surnames, if one does: Miguel de Cervantes, but not María del Carmen."""
    for at, word in enumerate(words[1:], 1):
        name = next((each for each in words[at:] if not is_particle(each)), "")
        if is_particle(word) and name:
            return 0 if is_given(name) else at
    return 0


def _is_surname_before(word: str) -> bool:
    """Whether a word before a particle is the first part of the surname: no given name, initial or rank, and no father's of a Dutchman."""
    small = word.casefold()
    is_other = is_given(word) or small in _RANKS or "." in word or small.endswith(("szoon", "sz"))
    is_other |= bool(_LATIN.fullmatch(small))
    return word[0].isupper() and not is_other


def _before_particles(words: list[str], at: int) -> int:
    while at > 1 and _joins(words[at - 1]):
        at -= 1
    return at


def _joins(word: str) -> bool:
    """Whether a word belongs to the surname behind it: a particle, in either case, or Abu."""
    small = word.casefold()
    return is_particle(word) or word in CLANS or (small in PARTICLES | FATHERS and len(word) > 1)
