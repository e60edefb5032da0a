"""Centuries called by their hundreds, decades and years in words, in figures: `eighteen-hundreds` as `1800s`, `Ottocento` as `19 century`."""

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
    for number, word in enumerate(
        "tens twenties thirties forties fifties sixties seventies eighties nineties".split(),  # noqa: SIM905
        start=1,
    )
}
_TENS |= {"teens": 10, **dict.fromkeys(("oughts", "aughts", "noughts", "noughties"), 0)}

_TEEN, _UNIT = _TEENS.replace(" ", "|"), _UNITS.replace(" ", "|")
_ENGLISH = lazy(
    rf"(?<![\w-])({_TEEN})[ \-‐‑](hundreds|tens(?! of)|teens|n?oughts|aughts|\w+ties)(?!\w)",
    re.IGNORECASE,
)
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

_CENTO = lazy(
    rf"(?P<article>(?<!\w)(?:(?:l|dell|nell|all|dall|sull)['’]|(?:il|del|nel|al|dal|sul) ))?(?<!\w)"
    rf"(?:(?P<other>{_UNIT}) e )?(?P<word>{_UNIT})cento(?! anni)(?!\w)",
    re.IGNORECASE,
)
_ELIDED = lazy(rf"(?<=['’])([2-9])00(?![\w.,]|\s*(?:{BEFORE}|{AFTER})(?!\w))", re.IGNORECASE)


def with_hundreds(text: str) -> str:
    """Put centuries that are called by their hundreds in figures, and decades and years in words."""
    text = _YEAR.sub(_year, _ENGLISH.sub(_told_in_english, text))
    text = _ELIDED.sub(lambda figures: f"{int(figures[1]) + 11} secolo", text)
    return _CENTO.sub(_told_in_italian, text)


def _year(told: re.Match[str]) -> str:
    number = 100 * _BELOW[told["hundreds"].lower()]
    return str(
        number + sum(_BELOW[told[part].lower()] for part in ("one", "tens", "more") if told[part])
    )


def _told_in_english(told: re.Match[str]) -> str:
    """Read `eighteen-hundreds`, which are `1800s`; the nineteen-oughts are never a century."""
    number, of = _NUMBERS[told[1].lower()], told[2].lower()
    if of == "hundreds":
        return f"{number}00s"
    return f"{100 * number + _TENS[of]}er" if of in _TENS else told[0]


def _told_in_italian(told: re.Match[str]) -> str:
    """Read `Ottocento`, `Otto e Novecento`; without an article or a capital it is a number."""
    if not (told["article"] or told["word"][0].isupper()):
        return told[0]
    ages = [_NUMBERS[each.lower()] + 1 for each in (told["other"], told["word"]) if each]
    return f"{told['article'] or ''}{' e '.join(map(str, ages))} secolo"
