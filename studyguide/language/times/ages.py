"""Centuries and millennia, and eras, as dates write them: `19th century`, `siglo XIX`, `5. Jahrhundert v. Chr.`."""

import re

from studyguide.patterns import lazy

BEFORE = (
    r"B\.? ?C\.?(?: ?E\.?)?|v\. ?Chr\.?|v\. ?u\. ?Z\.?|v\. ?C\.|av(?:ant)?\.? ?J\.?-?C\.?|av(?:ant)?\.? (?:n\. ?[eè]\.|notre ère)|a\. ?de ?C\.?|"
    r"a\. ?n\. ?e\.|a\. ?e\. ?[cv]\.|a\. ?C\.?|p\. ?n\. ?e\.?|до ?н\.? ?[эе]\.?|до ?Р\. ?Х\.|π\. ?(?:[ΧX]|[ΚK]\. ?[ΕE])\.?|"
    r"לפנה[״\"]?ס|לפני הספירה|"
    r"(?i:before (?:Christ|the Common Era)|vor (?:Christus|Christi Geburt|unserer Zeit(?:rechnung)?)|avant Jésus-Christ|"
    r"antes de (?:Cristo|nuestra era|nossa era)|avanti Cristo|voor (?:Christus|onze jaartelling)|"
    r"przed (?:Chr(?:ystusem|\.)|naszą erą)|до (?:нашей эры|Рождества Христова|нашої ери|Різдва Христового)|προ Χριστού)"
)
AFTER = (
    r"A\.? ?D\.?|C\.? ?E\.?|n\. ?Chr\.?|n\. ?C\.|u\. ?Z\.?|apr?(?:ès)?\.? ?J\.?-?C\.?|d\. ?de ?C\.?|d\. ?C\.?|e\. ?[cv]\.|n\. ?e\.|"
    r"н\.? ?[эе]\.?|μ\. ?[ΧX]\.?|לספירה|"
    r"(?i:nach (?:Christus|Christi Geburt)|unserer Zeitrechnung|après Jésus-Christ|de notre ère|después de Cristo|depois de Cristo|"
    r"dopo Cristo|na Christus|naszej ery|po Chr(?:ystusie|\.)|нашей эры|нашої ери|μετά Χριστόν)"
)
ERA = rf"(?:\s*(?:(?P<before>{BEFORE})|(?P<after>{AFTER}))(?!\w))?"
_CENTURY = (
    r"centur(?:y|ies)|Jahrhundert(?:s|en?)?|Jh(?:dt?|s)?\.?|siècles?|siglos?|secolo|secoli|séculos?|eeuw(?:en)?|wiek(?:u|i|ach)?|"
    r"век(?:а|е|и|ов|ах)?|століт(?:тя|ті|ь|тях)|ст\.|αιώνας?|αιώνες|αιώνων"
)
_MILLENNIUM = (
    r"millenni(?:ums?|a|o)?|Jahrtausend(?:e?s|en?)?|Jts?\.|millénaires?|mil[eéê]nios?|tysiąclec(?:ia|iu|ie)|тысячелети(?:я|е|и|й)|"
    r"тисячоліт(?:тя|ті|ь)|χιλιετί(?:ας?|ες)"
)
ORDINAL = (
    r"(?P<ordinal>\d{1,2}|[IVX]{1,5}|(?-i:[IVXІХ]{1,5}))"
    r"(?:st|nd|rd|th|s?te[nrs]?|de|er?|ᵉʳ?|[èe]me|ος|ου|[ºoª]|e|\.|-?[йяегом]{1,2})?"
)
"""In figures, or Roman ones, which Cyrillic capitals may be as well."""
AGE = rf"(?:(?P<century>{_CENTURY})|(?P<millennium>{_MILLENNIUM}))"
AGES = lazy(rf"(?<!\w){ORDINAL}[ -]?{AGE}{ERA}", re.IGNORECASE)
AGES_BEHIND = lazy(rf"(?<!\w){AGE}\s+{ORDINAL}(?!\w){ERA}", re.IGNORECASE)
NAMED = lazy(rf"(?<!\w){AGE}(?!\w)", re.IGNORECASE)
"""A word for an age, whichever it is."""

_ROMAN = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}

_SEVERAL = frozenset(
    "centuries jahrhunderte jahrhunderten siècles siglos secoli séculos eeuwen wieki wieków веков столетий століть".split()  # noqa: SIM905
)


def is_length(number: str, age: str) -> bool:
    """Whether a number before a word for centuries counts them: six centuries lie behind no ordinal, as the 18th and 19th centuries do.

    It is written as `language.number` gives it, an ordinal with its full stop, and is empty for Roman figures.
    """
    return age in _SEVERAL and number[-1:].isdigit()


def age_in(text: str) -> re.Match[str] | None:
    """Find the first age of a text that is told in figures, behind its number or before it."""
    return AGES.search(text) or AGES_BEHIND.search(text)


def ordinal_of(figures: str) -> int:
    """Read a number in figures, or in Roman ones."""
    if figures.isdecimal():
        return int(figures)
    values = [_ROMAN[letter] for letter in figures.upper()]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
