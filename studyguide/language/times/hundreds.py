"""Centuries called by their hundreds, and decades in words, in figures: `eighteen-hundreds`, `1800s` and `Ottocento` as `19 century`."""

import re

from studyguide.language.times.ages import AFTER, BEFORE
from studyguide.patterns import lazy

_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_UNITS = "due tre quattro cinque sei sette otto nove"
_NUMBERS = {word: at for at, word in enumerate(_TEENS.split(), start=10)}
_NUMBERS |= {word: at for at, word in enumerate(_UNITS.split(), start=12)}
"""How many hundreds a word tells; Italian leaves out the thousand, as in `il '700`."""

_TENS = {
    word: 10 * number
    for words in (
        "tens twenties thirties forties fifties sixties seventies eighties nineties",
        "- zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger",
        "dix vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix",
        "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        "dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    )
    for number, word in enumerate(words.split(), start=1)
    if word != "-"
}

_TENS |= {"teens": 10, **dict.fromkeys(("oughts", "aughts", "noughts", "noughties"), 0)}

_TEEN, _UNIT = _TEENS.replace(" ", "|"), _UNITS.replace(" ", "|")
_ENGLISH = lazy(
    rf"(?<![\w-])({_TEEN})[ \-‐‑](hundreds|tens(?! of)|teens|n?oughts|aughts|\w+ties)(?!\w)",
    re.IGNORECASE,
)
_FIGURES = lazy(r"(?<![\w.,])(1\d)00['’]?s(?!\w)")
_SHORT = lazy(
    r"(?<![\w.,])(?P<century>\d\d)(?P<first>\d0['’]?(?P<ending>s|er|-е))"
    r"(?P<between>(?:\s*[-–]\s*| (?!in )\w{1,3} )(?:the |den )?(?:[^\W\d]{3,9}[ -])?)"
    r"['’]?(?P<last>\d0['’]?(?P=ending))(?!\w)"
)
_CENTO = lazy(
    rf"(?P<article>(?<!\w)(?:(?:l|dell|nell|all|dall|sull)['’]|(?:il|del|nel|al|dal|sul) ))?(?<!\w)"
    rf"(?:(?P<other>{_UNIT}) e )?(?P<word>{_UNIT})cento(?! anni)(?!\w)",
    re.IGNORECASE,
)
_ELIDED = lazy(rf"(?<=['’])([2-9])00(?![\w.,]|\s*(?:{BEFORE}|{AFTER})(?!\w))", re.IGNORECASE)
_DECADE = lazy(
    r"(?<!\w)(?P<before>(?:années|años|anos|anni|jaren|décadas? de los) )?(?P<tens>[^\W\d_]+(?:-[^\W\d_]+)?)(?P<years> jahren?)?(?!\w)",
    re.IGNORECASE,
)


def with_hundreds(text: str) -> str:
    """Put centuries that are called by their hundreds in figures, decades in words, and the century before a decade that leaves it out."""
    text = _SHORT.sub(r"\g<century>\g<first>\g<between>\g<century>\g<last>", text)
    text = _FIGURES.sub(lambda figures: f"{int(figures[1]) + 1} century", text)
    text = _ENGLISH.sub(_told_in_english, text)  # behind that: nineteen-oughts are a decade
    text = _ELIDED.sub(lambda figures: f"{int(figures[1]) + 11} secolo", text)
    return _DECADE.sub(_decade, _CENTO.sub(_told_in_italian, text))


def _told_in_english(told: re.Match[str]) -> str:
    number, of = _NUMBERS[told[1].lower()], told[2].lower()
    if of == "hundreds":
        return f"{number + 1} century"
    return f"{100 * number + _TENS[of]}s" if of in _TENS else told[0]


def _told_in_italian(told: re.Match[str]) -> str:
    """Read `Ottocento`, `Otto e Novecento`; without an article or a capital it is a number."""
    if not (told["article"] or told["word"][0].isupper()):
        return told[0]
    ages = [_NUMBERS[each.lower()] + 1 for each in (told["other"], told["word"]) if each]
    return f"{told['article'] or ''}{' e '.join(map(str, ages))} secolo"


def _decade(told: re.Match[str]) -> str:
    tens = _TENS.get(told["tens"].lower())
    if tens is None or not (told["before"] or told["years"]):
        return told[0]
    return f"{told['before']}{tens}" if told["before"] else f"{tens}er{told['years']}"
