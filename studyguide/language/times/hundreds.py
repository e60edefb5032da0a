"""Centuries called by their hundreds, decades and years in words, in figures: `eighteen-hundreds`, `1800s` and `Ottocento` as `19 century`."""

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
_ONES, _ROUND = (
    "one two three four five six seven eight nine",
    "twenty thirty forty fifty sixty seventy eighty ninety",
)
_BELOW = {word: at for at, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)}
_BELOW |= {word: 10 * at for at, word in enumerate(_ROUND.split(), start=2)}
_ONE = _ONES.replace(" ", "|")
_YEAR = lazy(
    rf"(?<![\w-])(?P<hundreds>(?:thir|four|fif|six|seven|eigh|nine)teen|twenty)[ \-‐‑](?:hundred (?:and )?)?"
    rf"(?:(?:(?<=and )|(?<=hundred )|(?:oh?|n?ought|aught)[ \-‐‑])(?P<one>{_ONE})|(?P<tens>{_TEEN}|{_ROUND.replace(' ', '|')})(?:[ \-‐‑](?P<more>{_ONE}))?)"
    r"(?=\s*(?:$|[^\w\s'’])|\s+(?:to|until|and|or)\s)",
    re.IGNORECASE,
)
"""What no word follows that it might count: nineteen forty; from thirteen hundred on, as twelve fifteen may be a time of day."""

_JOINT = r"(?:\s*[-–—/]\s*| (?:&|through|(?!in )\w{1,4}) )(?:the |den )?(?:[^\W\d]{3,9}[ -])?['’]?"
_ENDED = r"['’]?(?:s|er|-[ех])"
_LATER = lazy(rf"(?<![\w.,])(?P<century>\d\d)\d0{_ENDED}{_JOINT}(?P<told>\d0){_ENDED}(?!\w)")
_EARLIER = lazy(
    rf"(?<![\w.,])(?P<told>\d0){_ENDED}{_JOINT}(?P<century>\d\d)(?P<last>\d0){_ENDED}(?!\w)"
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
    """Put centuries that are called by their hundreds in figures, decades and years in words, and the century before a decade that leaves it out."""
    text = _EARLIER.sub(_earlier, _LATER.sub(_later, text))
    text = _FIGURES.sub(lambda figures: f"{int(figures[1]) + 1} century", text)
    text = _ENGLISH.sub(_told_in_english, text)  # behind that: nineteen-oughts are a decade
    text = _YEAR.sub(_year, text)
    text = _ELIDED.sub(lambda figures: f"{int(figures[1]) + 11} secolo", text)
    return _DECADE.sub(_decade, _CENTO.sub(_told_in_italian, text))


def _later(told: re.Match[str]) -> str:
    """Read `1950s or 60s`; and `1990s and 00s`, which are of the next century."""
    return _with_century(told, int(told["century"]) + (told["told"] == "00"))


def _earlier(told: re.Match[str]) -> str:
    """Read `50s or 1960s`; and `90s and 2000s`, which go on from the century before."""
    return _with_century(told, int(told["century"]) - (told["told"] > told["last"]))


def _with_century(told: re.Match[str], century: int) -> str:
    at = told.start("told") - told.start()
    return f"{told[0][:at]}{century}{told[0][at:]}"


def _year(told: re.Match[str]) -> str:
    number = 100 * _BELOW[told["hundreds"].lower()]
    return str(
        number + sum(_BELOW[told[part].lower()] for part in ("one", "tens", "more") if told[part])
    )


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
