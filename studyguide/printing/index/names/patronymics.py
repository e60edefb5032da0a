"""Names with the father's, as Russians, Ukrainians and Belarusians have them: Мария Петровна Ёлкина, in lists Ёлкина Мария Петровна."""

import re
from typing import Final

from studyguide.printing.index.names.given_names import is_given

_DAUGHTERS: Final = re.compile(
    r"\w{2,}(?:[оеё]вна|[иії]вна|ична|[оеаё]ўна|[oei]vna|ichna|[oe]wna|itt?s?chna)"
)
"""So no surname ends: Петровна, Ильинична, Іванівна; Petrovna, Petrowna."""

_SONS: Final = re.compile(
    r"(?P<hard>\w{2,}?)(?:[оа]в[иі]ч|o(?:v[iy]t?ch|witsch))"
    r"|(?P<soft>\w{2,}?)(?:ь?[еє]в[иі]ч|[йь]ов[иі]ч|[yij]?e(?:v[iy]t?ch|witsch)|[yj]o(?:v[iy]ch|witsch))"
)
"""So a surname may end as well: Иванович, Шостакович; Petrovich, Petrowitsch."""

_HARD: Final = ("", "о", "ий", "ій", "o")
_SOFT: Final = ("й", "ий", "ій", "ь", "", "i", "y", "iy", "ij")
"""What a father's name has lost before either ending: Михайло, Михайлович; Сергей, Сергеевич."""

_OF_A_VOWEL: Final = re.compile(
    r"(?:ил|кузьм|лук|микит|никит|савв|фок|фом)(?:ь|л)?[иі]ч|(?:il|kuzm|luk|mykyt|nikit|savv|fom)[yj]?i(?:t?ch|tsch)"
)
"""Sons of those whose names end with a vowel: Ильич."""

_FATHERS: Final = frozenset(
    "гаврил данил льв михайл павл петр яковл lv mikhail mikhayl pavl pawl petr yakovl".split()  # noqa: SIM905
)
"""Names as they are before the ending, where that is not all that they lose: Павел, Павлович."""

_SURNAMES_TOO: Final = frozenset(
    """
    абрамович адамович антонович богданович abramovich abramovitch abramowitsch adamovich antonovich antonovych
    bahdanovich bogdanovich
    """.split()  # noqa: SIM905
)
"""Behind a given name alone these are surnames: Роман Абрамович."""

_OF_MEN: Final = frozenset(
    """
    гаврила данила илья ілля кузьма лука микита микола никита савва фома gavrila ilya kuzma mykola mykyta nikita savva
    """.split()  # noqa: SIM905
)
"""Men's names that end as women's do."""

_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.-?)+")
_ALONE, _WHOLE = 2, 3


def is_without_surname(words: list[str]) -> bool:
    """Whether a name is a given name and the father's: Иван Петрович, but not Дмитрий Шостакович, Светлана Петрович."""
    if len(words) != _ALONE or not is_given(words[0]):
        return False
    return words[1].casefold() not in _SURNAMES_TOO and _is_father_of(words[1], words[0])


def surname_before_father(words: list[str]) -> int:
    """Tell which word of a name that ends with the father's name, or with initials, is the surname; -1 for any other name.

    The first of Ёлкина Мария Петровна and of Ёлкина М. П.; the second of Мария Ёлкина Петровна.
    """
    are_initials = [bool(_INITIAL.fullmatch(word)) for word in words]
    if len(words) > 1 and not are_initials[0] and all(are_initials[1:]):
        return 0
    if len(words) != _WHOLE or _may_be_father(words[1]) or not _may_be_father(words[2]):
        return -1
    before, between, last = words
    is_told = is_given(between)
    is_sure = bool(_CYRILLIC.match(last)) or _is_daughter(last)
    if is_given(before) and not is_told:
        return 1 if is_sure and _is_father_of(last, before) else -1
    if is_told and not is_given(before):
        return 0
    return 0 if is_sure and _is_father_of(last, between) else -1


def surname_behind_father(words: list[str]) -> int:
    """Tell where the surname begins behind a given name and the father's: Анна Петровна Керн Орлова; 0 for any other name."""
    is_told = len(words) > _ALONE and is_given(words[0]) and _is_father_of(words[1], words[0])
    return _ALONE if is_told else 0


def _may_be_father(word: str) -> bool:
    small = word.casefold()
    return _is_daughter(word) or bool(_SONS.fullmatch(small) or _OF_A_VOWEL.fullmatch(small))


def _is_daughter(word: str) -> bool:
    return bool(_DAUGHTERS.fullmatch(word.casefold()))


def _is_father_of(word: str, given: str) -> bool:
    """Whether a word behind a given name surely is the father's: of a daughter by its end, of a son if somebody is called so."""
    small, name = word.casefold(), given.casefold()
    if _is_daughter(word):
        return True
    if name[-1] in "аяa" and name not in _OF_MEN:
        return False
    found = _SONS.fullmatch(small)
    if not found:
        return bool(_OF_A_VOWEL.fullmatch(small))
    stem, endings = (found["hard"], _HARD) if found["hard"] else (found["soft"], _SOFT)
    return stem in _FATHERS or any(is_given((stem + end).capitalize()) for end in endings)
