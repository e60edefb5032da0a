"""How the name of a person is looked up: by the surname, if there is one."""

import re

from studyguide.language.language import Language
from studyguide.printing.index.articles import looked_up
from studyguide.printing.index.names.bynames import without_byname
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.peers import by_place, by_rank, name_and_rank
from studyguide.printing.index.names.surnames import (
    PARTICLES,
    article_of,
    is_particle,
    joined,
    words_of,
)
from studyguide.printing.index.names.things import (
    is_in_place,
    is_named_after,
    is_thing,
    is_thing_with_particle,
    may_be_place,
)
from studyguide.printing.index.names.titles import (
    begins_with_title,
    is_address,
    is_before_names,
    is_left_out,
    is_noble,
    is_ruler,
    is_short_address,
    is_title,
    is_told_by_title,
    kept,
    titled,
    without_generation,
)
from studyguide.printing.index.order_of_words import is_a_person, stands, turned

_INITIAL = 3
"""Shorter is an initial with its point: A. Kestrel."""

_INFLECTED = re.compile(r"e[mnrs]?$")
"""So German adjectives end before a noun."""

_ORDINAL = re.compile(r"(?<=\w )[IVXL]+(?=$|, | (?:der|die) )")

_JOINED = {
    tag: re.compile(rf"(\S+ .*\S) ({sign}) ([^\W\d_a-zà-ÿ].*)")
    for tag, sign in (("ca", "i"), ("es", "e"), ("gl", "e"), ("pt", "e"))
}
"""What stands between two surnames as y does in Spanish: Ana Vega e Ibarra, Joan Orm i Vall."""

_OF_FAMILIES = frozenset(("II", "III", "IV", "V"))
_PERSONAL = re.compile(r"^(?:(?:en|na|el|la) |[nl][’'])(?=[^\W\d_a-zà-ÿ]\S* \S)")

_OF_BURMESE = frozenset(("U", "Daw"))
"""Before names of Burmese, who have no surname, these are Mr and Mrs."""

_PAIR = 2
_ARTICLES = frozenset("El La Las Le Les Los Lo".split())  # noqa: SIM905
"""With these names of places begin, and surnames, but none that is given."""

_ONLY_TITLES = frozenset(("de", "el", "en"))
"""Languages in which an article with a capital begins no name of a person: La Fontaine."""


def surname_first(name: str, language: str) -> str:
    """Turn the name of a person round: `Kestrel, Ada`, `Goethe, Johann Wolfgang von`, `Smith, John, Jr.`, `Leo X, Pope`.

    A body, a single name, a king (`Philip II`), one with a byname (`Ernst August der Ältere`), one that begins with the
    family's (`Mao Zedong`) and what follows a comma already stay as they are. A king's number is German with its point.
    """
    tag = language.partition("-")[0]
    joined_by = _JOINED.get(tag)
    if joined_by and (parts := joined_by.fullmatch(name)):
        heading = _turned_round(f"{parts[1]} y {parts[3]}", language, tag)
        return heading.replace(" y ", f" {parts[2]} ")
    heading = _turned_round(name, language, tag)
    return _ORDINAL.sub(r"\g<0>.", heading) if tag == "de" else heading


def _turned_round(name: str, language: str, tag: str) -> str:
    name = _without_personal_article(name, tag)
    address, _, own = name.partition(" ")
    if own and is_short_address(address, tag):
        is_article = own[0].islower()  # M. de Brand
        return (
            _titled([address], words_of(own), tag) if is_article else surname_first(own, language)
        )
    is_article = name[:1].islower() and not begins_with_title(name)
    if is_article or tag in _ONLY_TITLES:
        without = looked_up(name, language)
        bare = without.rpartition(", ")[0]
        titles, called = titled(bare.split())
        is_told = bool(titles) and (len(called) > 1 or is_ruler(titles[0]) or is_noble(titles[0]))
        if is_article and is_told:  # le pape Léon X
            return surname_first(bare, language)
        if without != name:
            return without
    bearer, byname = without_byname(name)
    if byname:
        return f"{surname_first(bearer, language)}, {byname}"
    bearer, generation = without_generation(name)
    if generation:
        found = surname_first(bearer, language)
        is_of_a_king = is_given(bearer.split()[-1]) and " " in generation
        stays = (found == bearer or is_of_a_king) and name.startswith(bearer)
        return name if stays else f"{found}, {generation}"
    return _of_words(words_of(name), tag) or name


def _of_words(words: list[str], tag: str) -> str:
    """Turn a name of these words round, if it is one that is."""
    if len(words) > 2 and is_left_out(words[0]) and not is_before_names(words[0]):
        words = words[1:]
    if len(words) == 1 and (article := article_of(words[0])):  # al-Hakim
        return f"{words[0].removeprefix(article)}, {article}"
    titles, own = titled(words)
    if titles:
        return _titled(titles, own, tag)
    is_surname = len(words) == _PAIR and words[0] in _ARTICLES  # La Rochelle
    if is_named_after(words) or is_surname:
        return ""
    if words[1:] and words[0] in _OF_BURMESE:
        return f"{joined(words[1:])}, {words[0]}"
    by_what_follows = _of_a_lord(joined(words), tag) or _of_a_place(words, tag)
    if by_what_follows or not is_a_person(words, tag):
        return by_what_follows or _of_a_third(words, tag)
    return "" if stands(words, tag) else turned(words, tag)


def _titled(titles: list[str], own: list[str], tag: str) -> str:
    """Turn a name round that has titles, of which some are left out beside a given name: `Brand, Otto` of Dr. med. Otto Brand; nothing where none is."""
    words = [*titles, *own]
    if is_named_after(words):
        return ""
    if lord := by_place(joined(words)):
        return lord
    if own[0][0].islower():  # Baron von Brand, marquise de Brand
        is_one = is_a_person([titles[0].title(), *words[1:]], tag)
        return turned(words, tag) if is_one else ""
    is_of_one = is_ruler(titles[0]) and all(map(is_given, own))  # Kaiserin Maria Theresia
    if len(own) == 1 or is_of_one or stands(own, tag):
        return f"{joined(own)}, {joined(titles)}"
    found = turned(own, tag) if is_a_person(own, tag) else ""
    surname, _, given = found.partition(", ")
    return f"{surname}, {joined([*kept(titles), given])}" if found else ""


def _of_a_lord(name: str, tag: str) -> str:
    """Turn a name round that has a rank behind it: `Tennyson, Alfred, Lord`; `Lovelace, Ada, Countess of`; `Orme, Ada, Duchess of Selby`."""
    surname, given = by_rank(name)
    if surname:
        return f"{surname}, {given}"
    called, rank, of = name_and_rank(name)
    words = words_of(called)
    is_so = len(words) > 1 and is_given(words[0]) and is_a_person(words, tag)
    found = turned(words, tag) if is_so else ""
    return f"{found}, {rank} {of}" if found else ""


def _of_a_place(words: list[str], tag: str) -> str:
    """Turn the name of somebody round who has a surname besides a place: Peter Brand of Nuremberg; John Paul of Selby has none."""
    at = words.index("of") if "of" in words else 0
    called, place = words[:at], words[at + 1 :]
    is_so = len(called) > 1 and is_given(called[0]) and not any(map(is_given, called[1:]))
    is_so = is_so and all(word[0].isupper() for word in place) and is_a_person(called, tag)
    is_other = is_so and (is_thing(called) or may_be_place(called) or stands(called, tag))
    found = turned(called, tag) if is_so and not is_other else ""
    return f"{found}, of {joined(place)}" if found else ""


def _of_a_third(words: list[str], tag: str) -> str:
    """Turn the name of somebody round who is the third of it in a family, and no king, who has no surname: Thurston Howell III."""
    called, number = words[:-1], "".join(words[-1:])
    is_so = len(called) > 1 and number in _OF_FAMILIES and is_given(called[0])
    is_so = is_so and not is_given(called[-1]) and is_a_person(called, tag)
    found = turned(called, tag) if is_so else ""
    return f"{found}, {number}" if found else ""


def _without_personal_article(name: str, tag: str) -> str:
    """Leave out the article that Catalans put before names of persons: en Joan Orm."""
    return _PERSONAL.sub("", name) if tag == "ca" else name


def may_be_person(name: str, language: str) -> bool:
    """Whether a name tells that it is a person's: Dame Ada Kestrel, Charles de Gaulle, but not Isla de Pascua."""
    words = words_of(name)
    titles, own = titled(words)
    if is_told_by_title(titles, own):
        return not is_thing(words) and not may_be_place(words)
    if len(own) > 1 and titles and is_address(titles[0]):
        return not is_thing(words) and is_a_person(own, language.partition("-")[0])
    within = [word for word in words[1:-1] if is_particle(word) and word != "of"]
    before = words[: words.index(within[0])] if within else []
    is_other = bool(before) and (is_thing_with_particle(before) or is_named_after(words))
    is_other |= bool(before) and is_in_place(within[0]) and not is_given(before[0])
    return bool(within) and not is_other and is_a_person(words, language.partition("-")[0])


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
    return is_a_person(own, tag) or stands(own, tag) or (is_told and len(own) == 1)


def is_surname(name: str) -> bool:
    """Whether a name is a surname alone, with its particles or without."""
    return all(word.casefold() in PARTICLES for word in name.split()[:-1])


def is_called(name: str, heading: str) -> bool:
    """Whether a name has no given name, or that of a heading: another one of the surname is another person."""
    given = [word for word in name.split()[:-1] if word.casefold() not in PARTICLES]
    return not given or any(
        _is_short_for(given[0], each) for each in heading.partition(",")[2].split()
    )


def _is_short_for(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and min(len(one), len(other)) < _INITIAL)
