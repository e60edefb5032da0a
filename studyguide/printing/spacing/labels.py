"""What has a number or a letter, and stays with it: Section 3, No. 7, £ 40, July 11, Pit 7, Piers 1 and 3, beds B to G."""

import re
from collections.abc import Iterator
from typing import Final

from studyguide.language.language import Language
from studyguide.printing.spacing.counted import is_day

_PARTS_OF_A_BOOK: Final = (
    r"Sections?|Chapters?|Parts?|Pages?|Abschnitte?n?|Kapiteln?|Teile?n?|Seiten?|Chapitres?|Parties?|"
    r"Secciones|Sección|Capítulos?|Páginas?|Sezion[ei]|Capitol[oi]|Pagin[ae]|Secç(?:ão|ões)|Seç(?:ão|ões)|"
    r"Hoofdstuk(?:ken)?|Paragra(?:af|fen)|Bladzijden?|Rozdział(?:y|u|ach)?|Stron[ay]|"
    r"Раздел(?:ы|а|ах)?|Глав[аыеу]|Страниц[аы]|Розділ(?:и|у|ах)?|Сторін(?:ка|ки)|"
    r"Ενότητ(?:α|ες)|Κεφάλαι[οα]|Σελίδ(?:α|ες)|פרק|פרקים|עמוד|עמודים"
)
_PART: Final = re.compile(rf"\W?(?:{_PARTS_OF_A_BOOK})", re.IGNORECASE)
_NUMBERS: Final = re.compile(r" \d+(?:[-–]\d+)?(?:(?:, |,? [^\W\d_]{1,3} )\d+(?:[-–]\d+)?\b){0,6}")
_OF_A_WORK: Final = re.compile(
    r"\b[Oo]pp?\.[ \u00a0]\d+,?(?P<space> )(?=(?:[Nn](?:o|r|um)\.|№|[Nn][°º])[ \u00a0]?\d)"
)
"""Between the number of a work and that of a piece in it."""

_SHORTEST: Final = 3
_LONGEST: Final = 16
"""Letters that name a part of a book, with what opens before it."""

_SHORT_FORMS: Final = (
    "§ ¶ № AD n° nº N° Nº No. no. Nos. nos. Nr. nr. Op. op. Opp. opp. Vol. vol. vols. Fig. fig. figs. Ch. ch. chap. p. pp. S. s. ss. str. "
    "art. arts. Art. Abb. Abs. Bd. Kap. Tab. Taf. Ziff. cap. caps. pag. pág. núm. num. t. rozdz. rys. ryc. tab. ust. poz. "
    "стр. с. гл. рис. табл. ст. п. т. разд. č. čl. obr. ca. c. ок."
)
LABELS: Final = frozenset(_SHORT_FORMS.split())
"""What is short for a thing with a number, or makes a number rough."""

MONEY: Final = frozenset("$£€¥₽₴₹")
_CODE: Final = re.compile("[A-Z]{3}")
_NAME: Final = re.compile(r"([^\W\d_]{2,10}) [0-9]+(?![0-9\u00a0\u202f])")
_NOUN: Final = re.compile(r"[^\W\d_]{3,12}\Z")
_MOST: Final = 20
"""Letters of a name and of all the numbers or letters that are listed behind it."""

JOINING: Final = "|".join(
    "and or to und oder bis et ou à y o e a do lub i и или до та або en of tot και ή έως".split()  # noqa: SIM905
)
"""What stands between two numbers, or letters, in one language or another."""

_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ](?!\w)"
_LETTERS: Final = re.compile(
    rf"(?<=\w) (?P<first>{_CAPITAL})(?![.’'-]\w|:[\\/]|\.[ \u00a0])(?:(?:, |,? (?:{JOINING}) ){_CAPITAL})*"
)
"""Letters behind a word; no initial, and no drive in a path."""

_PRONOUNS: Final = {"en": "I"}
_SHORT: Final = 3
"""Digits of a number that is no year, and may belong to a name."""


def in_lists(text: str, base: str) -> Iterator[int]:
    """Yield the spaces of `Sections 1, 2 and 7`, a list that stays together, unless it is long; of other things, Piers 1 and 3, one of few letters."""
    for found in _NUMBERS.finditer(text):
        start, end = found.span()
        first = text.rfind(" ", max(start - _LONGEST, 0), start) + 1
        is_part = start - first >= _SHORTEST and _PART.fullmatch(text, first, start)
        is_short = " " in found[0][1:] and end - first <= _MOST
        if is_part or (is_short and _names(text, first, end, base)):
            yield from (at for at in range(start, end) if text[at] == " ")


def _names(text: str, start: int, end: int, base: str) -> bool:
    """Whether the word before a list of numbers tells of what they are; two of them before a noun may count it."""
    is_counting = text[end : end + 1] == " " and "," not in text[start:end]
    return is_name(text, start, "1", base) or (not is_counting and is_thing(text, start, "1", base))


def before_letters(text: str, base: str) -> Iterator[int]:
    """Yield the spaces between a noun and the letters that name what it tells of: bed B, beds B to G."""
    for found in _LETTERS.finditer(text):
        start, end = found.span()
        noun = _NOUN.search(text, max(start - _LONGEST, 0), start)
        if not noun or found["first"] == _PRONOUNS.get(base) or not found["first"].isupper():
            continue
        if Language(base).is_function_word(noun[0].lower()):
            continue
        last = end if end - noun.start() <= _MOST else start + 1
        yield from (at for at in range(start, last) if text[at] == " ")


def in_works(text: str) -> Iterator[int]:
    """Yield the spaces within `Op. 48 No. 1`."""
    return (found.start("space") for found in _OF_A_WORK.finditer(text))


def is_label(word: str, number: str, base: str) -> bool:
    """Whether a number belongs to the word before it, whatever is behind it: No. 7, USD 40, July 11."""
    if word in LABELS or word in MONEY:
        return True
    if not _is_short(number) or not word[:1].isupper():
        return False
    is_month = base == "en" and is_day(number, word.rstrip("."), base)
    return is_month or _CODE.fullmatch(word) is not None


def is_name(text: str, start: int, number: str, base: str) -> bool:
    """Whether a name within a sentence is before a number that counts nothing: Pit 7."""
    word, before = _NAME.match(text, start), text[max(start - 2, 0) : max(start - 1, 0)]
    is_within = before.isalnum() or before in (",", ";")
    if not word or not word[1][0].isupper() or not is_within or not _is_short(number):
        return False
    return not Language(base).is_month(word[1].lower())


def is_thing(text: str, start: int, number: str, base: str) -> bool:
    """Whether a noun in small letters is before a number that counts nothing: rule 2."""
    word, language = _NAME.match(text, start), Language(base)
    if not word or not word[1].islower() or len(word[1]) < _SHORTEST or not _is_short(number):
        return False
    return language.has_lists and not language.is_function_word(word[1])


def _is_short(number: str) -> bool:
    return number.isdecimal() and len(number) <= _SHORT
