"""Decades, all in one way: `années 20`, `двадцатые годы`, `1920-е` as `20er` and `1920er`, each with its century, where an age or a neighbour tells that."""

import re
from collections.abc import Sequence
from itertools import pairwise

from studyguide.language.times.ages import AGES, AGES_BEHIND, ordinal_of
from studyguide.language.times.parts_of_ages import part_told
from studyguide.patterns import lazy

_WORDS = (
    ("", "", "twenties thirties forties fifties sixties seventies eighties nineties"),
    ("", "", "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger"),
    ("", "", "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix"),
    ("", "", "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    ("", "", "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"),
    ("", "", "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"),
    ("", "", "twintig dertig veertig vijftig zestig zeventig tachtig negentig"),
    ("", "", "είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα"),
    ("ые", "ых", "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност"),
    ("і", "их", "двадцят тридцят сороков п'ятдесят шістдесят сімдесят вісімдесят дев'яност"),
    (
        "e",
        "ych",
        "dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt",
    ),
)
"""What decades are called, from the twenties on, with the endings that they have."""

_TENS = {
    f"{word}{ending}": 10 * number
    for *endings, words in _WORDS
    for number, word in enumerate(words.split(), start=2)
    for ending in endings
}
_TENS |= dict.fromkeys(("dix", "diez", "dieci", "dez", "tien", "δέκα"), 10)
_ENGLISH = lazy(rf"(?i)(?<![\w-])(?:{_WORDS[0][2].replace(' ', '|')})(?!\w)")
_TEN = r"(?:(?:soixante|quatre-vingt)(?:-dix)?|[^\W\d_]+(?:['’ʼ][^\W\d_]+)?)"

_YEARS_OF = (
    r"(?:années|años|anos|anni|jaren|lata|latach|lat|décadas? de(?: los)?|decenni[oa]|"
    r"δεκαετί(?:ας?|ες|ών) του|שנות ה[-־]?)"
)
_YEARS = r"(?:Jahren?|год(?:ы|ов|ах|ам)|гг\.?|рок(?:и|ів|ах)|рр\.?)"
_AND = r" (?:et|ou|y|e|o|en|of|i|lub|oraz|und|oder|и|или|і|й|та|або|και|ή|a|à|tot|do|до|ו-?) ?(?:les |los |gli |de |den )?"
_SPELT = lazy(
    rf"(?i)(?<!\w)(?P<of>{_YEARS_OF} ?)(?P<one>{_TEN})(?:(?P<and>{_AND})(?P<other>{_TEN}))?(?!\w)"
)
_SPELT_BEFORE = lazy(
    rf"(?i)(?<!\w)(?:(?P<one>{_TEN})(?P<and>{_AND}))?(?P<other>{_TEN}?) ?{_YEARS}(?!\w)"
)

_YEARS_TO = r"(?! ?[-–—−/] ?['’]?\d(?!0(?!\d)))"
"""`années 1940-1945` are years, `années 30-40` are not."""

_ENDED = r"(?=\s*(?:$|[,;)–—-]|(?:of|des|du|del|do|dello|van|του|של)(?!\w)|dell['’]|[IVXІХ]+(?!\w)|\d+\.? ?\w*(?:centur|век|wiek)))"
"""Behind two figures that go on with a decade, and count nothing else."""

_OF = lazy(
    rf"(?i)(?<!\w)(?P<of>{_YEARS_OF}) ?['’]?(?P<one>\d{{1,3}}0)(?!\d)(?P<stop>\.?)(?!\w){_YEARS_TO}"
    rf"(?:(?P<and>{_AND}['’]?| ?[-–—−/] ?['’]?)(?P<other>\d{{3}}0(?!\w){_YEARS_TO}|\d0(?![\w.])(?!\.\d){_ENDED}|\d{{1,3}}0\.(?!\w)))?"
)
_WITH_ENDING = lazy(
    rf"(?<![\d.,])(\d{{1,3}}0)(?:ern?|[-‑]?(?:х|е|ые|ых|ті|тих|і|их))(?:[ -]?{_YEARS})?(?!\w)"
)
_UP_TO = lazy(r"(?<![\w.,])(\d{1,3}0)(?= ?[-–—−/] ?\d{1,3}0(?:s|er)(?!\w))")
"""20–30-е, 1920/30er"""

_OF_AN_AGE = lazy(
    r"(?i)(?<![\w.,])['’]?(\d0)(?:['’]?s|er) (?:(?:of the|of|des|du|del|do|dello|van de|του|של) |dell['’])?"
)

_DECADE = lazy(r"(?<![\w.,])(?P<century>\d{0,2})(?P<tens>\d0)['’]?(?P<ending>s|er)(?!\w)")
_JOINT = lazy(
    r"(?:\s*[-–—/]\s*|,?\s(?:&|through|(?!in\s)[^\W\d]{1,4})\s)(?:(?!(?:his|her|their|my)\s)[^\W\d]{1,9}[ -]){0,3}['’]?|,\s['’]?"
)
"""What joins two decades: 1950s or early 60s, but not in the 1880s, when he was in his 40s."""

_HUNDREDS = lazy(r"(?<![\w.,])(1\d)00['’]?s(?!\w)")
_CENTURY = 100


def with_decades(text: str) -> str:
    """Tell decades as `1920er`, of the century that an age or another decade beside them tells; of `the 1800s` alone a century."""
    text = _ENGLISH.sub(lambda told: f"{_TENS[told[0].lower()]}s", text)
    text = _SPELT_BEFORE.sub(_spelt_before, _SPELT.sub(_spelt, text))
    if not any(map(str.isdecimal, text)):
        return text
    text = _UP_TO.sub(r"\1er", _WITH_ENDING.sub(r"\1er", _OF.sub(_of, text)))
    text = _of_neighbours(_of_ages(text))
    return _HUNDREDS.sub(lambda told: f"{int(told[1]) + 1} century", text)


def _tens(word: str | None) -> int:
    return _TENS.get((word or "").lower().replace("’", "'").replace("ʼ", "'"), 0)


def _spelt(told: re.Match[str]) -> str:
    """Read `anni venti`, `lata dwudzieste i trzydzieste`, where the second may be another word."""
    one, other = _tens(told["one"]), _tens(told["other"])
    if not one:
        return told[0]
    behind = f"{told['and'] or ''}{other or told['other'] or ''}"
    return f"{told['of']}{one}{behind}"


def _spelt_before(told: re.Match[str]) -> str:
    one, other = _tens(told["one"]), _tens(told["other"])
    if not other:
        return told[0]
    first = f"{one}er" if one else told["one"] or ""
    return f"{first}{told['and'] or ''}{other}er"


def _of(told: re.Match[str]) -> str:
    """Read `années 20 ou 1930`; in Polish four figures are a decade with a stop only, else a year."""
    if told["of"].lower().startswith("lat") and len(told["one"]) > 2 and not told["stop"]:
        return told[0]
    other = f"{told['and']}{told['other'].rstrip('.')}er" if told["other"] else ""
    return f"{told['one']}er{other}"


def _of_ages(text: str) -> str:
    """Tell decades of a century by their years: `the 80s of the 19th century`."""
    for decade in reversed([*_OF_AN_AGE.finditer(text)]):
        behind = text[decade.end() :]
        age = AGES.match(behind) or AGES_BEHIND.match(behind)
        if age and not age["millennium"] and not age["before"]:
            year = _CENTURY * (ordinal_of(age["ordinal"]) - 1) + int(decade[1])
            text = f"{text[: decade.start()]}{year}er{behind[age.end() :]}"
    return text


def _of_neighbours(text: str) -> str:
    """Give decades their century, and tell which are no centuries, by those that they are joined to."""
    found = [*_DECADE.finditer(text)]
    joined = [
        bool(_JOINT.fullmatch(text[one.end() : other.start()])) for one, other in pairwise(found)
    ]
    years = _years(found, joined)
    for at, each in reversed([*enumerate(found)]):
        beside = [years[at - 1]] if at and joined[at - 1] else []
        beside += [years[at + 1]] if at < len(joined) and joined[at] else []
        told = text[found[at - 1].end() if at else 0 : each.start()]
        is_decade = each["ending"] == "er" or _is_decade(years[at], beside, told)
        is_known = each["century"] or years[at] >= _CENTURY
        shown = f"{years[at]}{'er' if is_decade else 's'}" if is_known else each[0]
        text = f"{text[: each.start()]}{shown}{text[each.end() :]}"
    return text


def _years(found: Sequence[re.Match[str]], joined: Sequence[bool]) -> list[int]:
    """Give the years in which decades begin, of those of no century that within it."""
    years = [int(each["century"] + each["tens"]) for each in found]
    known = [bool(each["century"]) for each in found]
    places = [*zip(range(len(joined)), range(1, len(found)), joined, strict=True)]
    for at, behind, is_joined in places:
        if is_joined and known[at] and not known[behind]:
            years[behind], known[behind] = _nearest(years[at], years[behind], 1), True
    for at, behind, is_joined in reversed(places):
        if is_joined and known[behind] and not known[at]:
            years[at], known[at] = _nearest(years[behind], years[at], -1), True
    return years


def _nearest(known: int, tens: int, way: int) -> int:
    """Give the decade nearest to another one; of two that are as near, the one that lies that way: 1990s and 00s, 90s and 2000s."""
    century = known - known % _CENTURY
    near = (century + tens + shift for shift in (-_CENTURY, 0, _CENTURY))
    return min(near, key=lambda each: (abs(each - known), -way * each))


def _is_decade(year: int, beside: Sequence[int], told: str) -> bool:
    """Whether hundreds are a decade beside another one: 1790s and 1800s, 1900s to 1930s, but not the late 1800s to the 1920s.

    The early 1800s are one only right behind the 1790s.
    """
    if year % _CENTURY:
        return True
    part = part_told(told)
    if part and part.start > 0:
        return False
    most = 10 if part else _CENTURY - 10
    return any(abs(each - year) <= most for each in beside if each % _CENTURY)
