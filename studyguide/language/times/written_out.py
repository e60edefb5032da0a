"""Ages and decades in words or with endings, in figures: `late twentieth century` as `late 20 century`, `1980-х` as `1980s`."""

from collections.abc import Sequence
from functools import cache

from studyguide.language.times.ages import NAMED
from studyguide.language.times.decades import with_decades
from studyguide.language.times.east_asian_ages import in_english
from studyguide.language.times.hundreds import with_hundreds
from studyguide.language.times.parts_of_ages import THIRDS
from studyguide.language.times.shortened import in_full
from studyguide.patterns import lazy

_ORDINALS = {
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth": "",
    "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt "
    "achtzehnt neunzehnt zwanzigst einundzwanzigst": "e en er es em",
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième "
    "quatorzième quinzième seizième - - - vingtième": "",
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo "
    "quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo ventesimo ventunesimo": "",
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo": "",
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende "
    "zestiende zeventiende achttiende negentiende twintigste eenentwintigste": "",
    "pierwsz - - czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast "
    "osiemnast dziewiętnast dwudziest": "y ego ym e",
    "- drug trzec": "i iego im ie",
    "перв втор - четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат "
    "семнадцат восемнадцат девятнадцат двадцат": "ый ой ого ом ое",
    "- - трет четверт": "ий ьего ьем ье ый ого ом ое",
    "перш друг - четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят "
    "сімнадцят вісімнадцят дев'ятнадцят двадцят": "е ого ому",
    "- - трет": "є ього ьому",
    "πρώτ δεύτερ τρίτ τέταρτ πέμπτ έκτ έβδομ όγδο ένατ δέκατ ενδέκατ δωδέκατ": "ος ου ο",
    "- - - - - - - - - - - - - - - - - - - εικοστ": "ός ού ό",
}  # fmt: skip
"""Stems from the first on, and their endings before a word for an age."""

_TENS = {
    **dict.fromkeys(("dix", "δέκατος", "δέκατου", "δεκάτου", "δέκατο"), 10),
    **dict.fromkeys(("twenty", "vingt", "двадцать", "двадцять", "dwudziesty", "dwudziestego"), 20),
    **dict.fromkeys(("dwudziestym", "εικοστός", "εικοστού", "εικοστό", "vinte"), 20),
}
"""What stands before ordinals below ten, with which they are one number."""

_UNITS = {"unième": 1, "um": 1}
"""What is a number only behind those: vingt et unième, vinte e um."""

_BEHIND_WORDS = """
primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo once doce trece catorce quince dieciséis diecisiete \
dieciocho diecinueve veinte veintiuno
primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo onze doze treze quatorze quinze dezesseis dezessete \
dezoito dezenove vinte
- - - - - - - - - - - - - catorze - dezasseis dezassete - dezanove"""
_BEHIND = {
    word: number
    for line in _BEHIND_WORDS.splitlines()
    for number, word in enumerate(line.split(), start=1)
}
"""Numbers behind a Spanish or Portuguese word for a century."""

_JOINING = lazy("to|until|through|and|bis|und|à|au|et|hasta|al?|y|e|ao|tot|en|do|i|до|и|і|по|та")
_BETWEEN = lazy(
    "the|of|from|der|die|das|den|dem|des|zum|zur|vom|le|la|les|du|de|del|della|dello|dell|il|lo|i|gli|het|van|w|od|los|el|do|da|dos|"
    "του|τον|της|τα"
)
_TEN, _AHEAD = 10, 8
"""Below the first a number may go with tens; so many words behind an ordinal its age is looked for, behind what may stand there: third to the middle of the fifth century."""

_SPANISH = lazy(r"siglos?|milenios?|séculos?|milénios?")
_TOKENS = lazy(r"([^\W\d_]+(?:['’ʼ][^\W\d_]+)*)")
_THIRDS, _ROMAN = lazy(rf"(?i:{THIRDS})"), lazy(r"[ivxіх]+")
_ENDS = lazy(r"\W*$|\s+(?:y|e|al?|ao)\s|\s*[–—-]|\s*[ad]\. ?(?:de )?C")

_NUMBER_ENDING = lazy(r"(\d)[-‑]([а-яіїє]{1,3})(?!\w)")


def in_figures(text: str) -> str:
    """Put ordinals before a word for an age in figures, and decades as `1980s`, so that all are read alike."""
    text = in_english(in_full(text))
    if NAMED.search(text):
        text = _with_ordinals(text)
    text = with_decades(with_hundreds(text))
    return _NUMBER_ENDING.sub(r"\1\2", text)


def _with_ordinals(text: str) -> str:
    tokens = _TOKENS.split(text)  # a word at each odd place
    at = len(tokens) - 2
    while at > 0:
        elided, word = _parted(tokens[at])
        number, first = _number(tokens, at, word)
        if number:
            tokens[first : at + 1] = [f"{elided}{number}", *[""] * (at - first)]
        at = first - 2
    return "".join(tokens)


def _number(tokens: Sequence[str], at: int, word: str) -> tuple[int, int]:
    """Tell which age is meant that a word ends to tell, and where it begins; 0 for any other word."""
    number = _ordinals().get(word) or _BEHIND.get(word) or _UNITS.get(word, 0)
    tens, first = _tens_before(tokens, at) if 0 < number < _TEN else (0, at)
    is_ordinal = number and (word in _ordinals() or tens)
    if (is_ordinal and _is_before_age(tokens, at)) or (
        number and _is_behind_age(tokens, first, at)
    ):
        return tens + number, first
    return 0, at


@cache
def _ordinals() -> dict[str, int]:
    """Give ordinals by their words."""
    return {
        stem + ending: number
        for stems, endings in _ORDINALS.items()
        for number, stem in enumerate(stems.split(), start=1)
        if stem != "-"
        for ending in endings.split() or ("",)
    }


def _parted(token: str) -> tuple[str, str]:
    """Part what is elided before a word from it: `dell'ottavo`."""
    word = token.lower().replace("’", "'").replace("ʼ", "'")
    behind = word.rpartition("'")[2]
    if behind in _ordinals() and word not in _ordinals():
        return token[: -len(behind)], behind
    return "", word


def _tens_before(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """Give the tens that go with a number below ten, and where that begins."""
    before, joint = _word(tokens, at - 2), _word(tokens, at - 4) if at > 3 else ""
    if before in ("et", "e") and joint in ("vingt", "vinte"):
        return 20, at - 4
    return (_TENS[before], at - 2) if before in _TENS and tokens[at - 1] in (" ", "-") else (0, at)


def _is_before_age(tokens: Sequence[str], at: int) -> bool:
    """Whether a word for an age follows, or another age that is joined to this one: third to the middle of the fifth century."""
    is_joined = False
    for next in range(at + 2, min(at + 2 * _AHEAD, len(tokens)), 2):
        word, between = _word(tokens, next), tokens[next - 1]
        if not word:  # it went with the number before it
            continue
        if NAMED.match(f"{word}."):
            return True
        is_joined = (
            is_joined or bool(_JOINING.fullmatch(word)) or between.strip() in ("-", "–", "—")
        )
        is_another = word.isdecimal() or bool(_ROMAN.fullmatch(word)) or between[-1:].isdecimal()
        if not (
            is_joined
            and (is_another or any(each.fullmatch(word) for each in (_JOINING, _BETWEEN, _THIRDS)))
        ):
            return False
    return False


def _is_behind_age(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether a word for an age stands before, or another age that this one is joined to: siglos quince y dieciséis."""
    if not _ENDS.match("".join(tokens[last + 1 : last + 7])):
        return False
    if (
        first > 4
        and _JOINING.fullmatch(_word(tokens, first - 2))
        and _word(tokens, first - 4) in _BEHIND
    ):
        first -= 4
    return bool(first > 2 and _SPANISH.fullmatch(_word(tokens, first - 2)))


def _word(tokens: Sequence[str], at: int) -> str:
    return tokens[at].lower() if at > 0 else ""
