"""Short forms that have a full stop: titles, degrees, words without a vowel, what stands before a number."""

import re
from functools import cache

from studyguide.language.units import SIGNS
from studyguide.patterns import lazy

_LONGEST = 40
"""Characters; or every full stop of a text without sentences would be looked at from its beginning."""
_LONGER = 7
"""Letters: no short form that is known has so many in a row."""
_OPENING = "(“\"‘'[„«"

_INITIALS = lazy(r"[^\W\d_](?:\.[^\W\d_])*")
_DEGREE = lazy(r"[^\W\d_a-z][^\W\d_]{0,4}(?:\.[^\W\d_a-z][^\W\d_]{0,4})+|.*\.-[^\W\d_]{1,6}")
"""M.Sc., Ph.D., B.Eng., Rt.Hon.; Dr.-Ing., Lt.-Col."""
_WITH_DOCTOR = lazy(r"(?<!\w)(?:[Dd]r|[Pp]rof)\.(?:-Ing\.)?\s(?:[a-z]{2,5}\.\s?){0,2}[a-z]{2,5}$")
"""Dr. rer. nat."""
_TITLES = """
    mr mrs ms dr prof st gen col sig capt vs cf ed ca bzw usw mme mlle sr sra dipl ing dott avv dra dña srta lic arq drs
    mevr dhr inż hab mgr card mons abp im ul им гг ул акад проф ген св тов пос оз вул ім
"""
"""What stands before a name, in small letters, too, since no word that ends a sentence is written so."""
_CAPITAL_TITLES = """
    Rev Lt Sgt Cpl Maj Adm Cdr Gov Sen Hon Messrs Mt Fr Hr Hrn Frl Fa Mag Pr Ven Rep Supt Insp Det Brig Pres Amb Asst
    Assoc Univ Dep Geo Thos Chas Jas Jos Benj Joh Seb Gebr Oblt Kpt Sig Sta Sto Gral Tte Excmo Excma Ilmo Ilma Exmo Exma Eng
    Profa Jhr Ds Revd
"""
_NO_WORD = lazy(r"[b-df-hj-np-tv-xzśżńćłšžčß]{2,6}|[б-дж-зк-нп-тф-щ]{2,5}|\w{1,4}[bcdgkpt]l")
"""Without a vowel, or with an end that no word has: inkl., evtl."""
_BEHIND = """
    ltd jr jnr snr bt kt plc pty ff dgl chr mrd tsd phd hmm mm shh psst brr grr tsk др пр
"""
"""Without a vowel, but behind what they belong to, or said by themselves: sentences end with them."""
_COUNTED = lazy(r"\d\s(?:mio|mill|mrd|tsd|млн|млрд|тыс|тис|mln|mld|tys)$", re.IGNORECASE)
_MONTH = lazy(
    r"(?<!\w)(?:(?:Jan|Febr?|Mär|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|De[cz])|"
    r"\d{1,2}\.?º?ª?\s(?:de\s)?(?:janv?|f[eé]v|a[vbp]r|mag|giu|ju[in]|ju[il]l?|lug|ago|ao[uû]|sept?|set|oct|ott|out|no[vw]|"
    r"d[eéi][czs]|dic|gen|ene|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|янв|фев|мар|апр|авг|сен|сент|окт|ноя|дек)\w?)$"
)
"""Months in capitals, and others behind a day."""
_BEFORE_NUMBER = """
    no nos nr nrs vol vols pp art arts fig figs approx aprox max min est abt ungef env fl geb gest né ur zm род ум
    abb abs al anm aufl abschn taf ziff beil sp kap ch chs chap sec sect col cols pl pls tab tabl eq eqs op ser suppl bk
    lib cap capp tav pag pagg pág págs núm fasc tom liv hfst afb blz jrg rozdz rys ust par poz zob tel рис табл стр гл
    ст вып мал розд тел
"""
_NUMBER = lazy(r"(?:[£$€¥]\s?)?[\d½¼¾]")
_METRES = frozenset(("m", "g", "l"))
"""Units of one letter, behind a number; no name has them for an initial."""
_GOES_ON = "&=%+<>×±≈"
"""With none of these a sentence begins."""
_OPENER = lazy(
    r"(?:The|They|He|She|It|We|You|This|That|These|Those|There|Then|In|At|His|Her|Their|Its|When|But|By|After|As|For|"
    r"From|Nobody|Der|Die|Er|Sie|Es|Eine?|Dann|Dort|Aber|Wir|Ils?|Elles?|Cette|Puis|Une?|Luego|Ella|Ellos|Poi|Depois|"
    r"Ele|Ela|Zij|Hij|Het|Daar|Potem|Tam|Он|Она|Они|Там|Потом|Это|Він|Вона|Потім)\b(?!\.)"
)
"""What begins sentences, and no name: the point before it ends an abbreviation and its sentence alike."""


@cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def is_short_form(text: str, start: int, end: int, next: int) -> bool:
    """Whether a full stop at `end`, in a sentence from `start`, only ends a short form; at `next` the text goes on."""
    if text[next] in _GOES_ON:
        return True
    near = max(start, end - _LONGEST)
    if text[max(start, end - _LONGER) : end].isalpha() and end - start >= _LONGER:
        return text[next].isdecimal() and text.endswith("str", near, end)
    token = (text[near:end].split() or [""])[-1].lstrip(_OPENING)
    at = end - len(token)
    return (
        _stands_before_a_number(text, near, at, end, next)
        or _is_title(text, near, end, token)
        or (token[1:].islower() and _is_no_word(text, near, at, token.lower()))
        or (
            _is_lettered(token)
            and not (at > start and _ends_too(text, near, at, token) and _OPENER.match(text, next))
            and not (token in _METRES and text[next].isupper() and _is_counted(text, near, at))
        )
    )


def _stands_before_a_number(text: str, near: int, at: int, end: int, next: int) -> bool:
    if not _NUMBER.match(text, next):
        return bool(_COUNTED.search(text, near, end)) and not _OPENER.match(text, next)
    token = text[at:end].lower()
    if token in _words(_BEFORE_NUMBER) or token.endswith("str"):
        return not (token in SIGNS and _is_counted(text, near, at))
    return _MONTH.search(text, near, end) is not None


def _is_title(text: str, near: int, end: int, token: str) -> bool:
    word = token.replace("’", "-").replace("'", "-").rpartition("-")[2]
    return (
        word.lower() in _words(_TITLES)
        or word in _words(_CAPITAL_TITLES)
        or _WITH_DOCTOR.search(text, near, end) is not None
    )


def _is_no_word(text: str, near: int, at: int, token: str) -> bool:
    """Whether no word is written so, nor a unit, nor what stands behind what it belongs to: Wm., Bp., vgl."""
    if not _NO_WORD.fullmatch(token) or token in SIGNS or token in _words(_BEHIND):
        return False
    return not _is_counted(text, near, at)


def _is_counted(text: str, near: int, at: int) -> bool:
    return text[near:at].rstrip().endswith(tuple("0123456789½¼¾"))


def _is_lettered(token: str) -> bool:
    return _INITIALS.fullmatch(token) is not None or _DEGREE.fullmatch(token) is not None


def _ends_too(text: str, near: int, at: int, token: str) -> bool:
    """Whether letters may stand last in a sentence: the U.S., a Ph.D., 5 p.m., Bed G; but z. B., e.g. and i.e. do not."""
    if len(token) == 1:
        return token.isupper() and text[near:at].rstrip()[-1:].isalnum()
    return token in ("a.m", "p.m") or ("." in token and token[:1].isupper())
