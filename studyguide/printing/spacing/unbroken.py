"""Spaces at which no line ends: beside figures, in a name, before a dash, behind what only leads to the next word."""

import re
from collections.abc import Iterable
from typing import Final

from studyguide.printing.spacing.figures import beside_figures, between_figures, in_measures
from studyguide.printing.spacing.labels import before_letters, in_lists, in_works
from studyguide.printing.spacing.roman_numbers import beside_roman_numbers

_FIXED: Final = "\N{NO-BREAK SPACE}"
_NARROW: Final = "\N{NARROW NO-BREAK SPACE}"
PLAIN_SPACES: Final = dict.fromkeys(map(ord, (_FIXED, _NARROW)), " ")
"""Where lines may end again."""

_CAPITALS: Final = "".join(filter(str.isupper, map(chr, range(0x41, 0x530))))


def _behind(words: str, end: str) -> str:
    """Write that one of some words, and its end, stands before a place."""
    return "|".join(rf"(?<=\b{word}{end})" for word in words.split())


_TITLES: Final = "Dr dr Mr Ms St Mrs Prof prof Gen gen Capt Lt Sgt Rev Hon Sr Sra Mgr inż św ks им"
_TITLES_IN_FULL: Final = "Dr dr Mr Ms St Ste Mrs Mme Mlle Mgr д-р г-н г-жа"
_WITHOUT_FIGURES: Final = re.compile(
    # A space is sought, and what stands beside it then: most of a text is none.
    r" (?:(?=[^a-z])(?:(?=[–—·•|/] |•\d|…|\.\.\.)(?<=\S )"
    rf"|(?=[{_CAPITALS}])(?:(?<=\. )(?:(?<=\b[{_CAPITALS}]\. )|{_behind(_TITLES, '[.] ')})"  # V. I. Lenin
    rf"|(?<=[rsteра] )(?:{_behind(_TITLES_IN_FULL, ' ')})))"
    rf"|(?<=[a-z.] )(?:{_behind(_TITLES_IN_FULL, ' ')}|{_behind(_TITLES, '[.] ')})(?=(?:de|des|du|von|van|zu|di|da|del|della)\b|d[’'])"  # Mme de
    r"|(?<=[A-H] )(?<=\b[A-H] )(?=(?:sharp|flat|natural|major|minor)\b)"
    r"|(?<=[tpl] )(?:(?<=\b[A-H][ \u00a0]flat )|(?<=\b[A-H][ \u00a0]sharp )|(?<=\b[A-H][ \u00a0]natural ))(?=m(?:aj|in)or\b)"  # C sharp minor
    r"|(?<=[\w)] )(?=[^\W\d_]\?)"  # encrypted as c?
    r"|(?<=[stn] )(?:(?<=\s[’'][stn] )|(?<=\A[’'][stn] ))(?=[^\W\d_])"  # Willem ’s Gravesande
    r"|(?<=\. )(?:(?<=\b[^\W\d_]\. )(?=[^\W\d_]{1,2}\.)"  # z. B.
    r"|(?<=\b[nv]\. )(?=Chr\b)|(?<=\b(?:av|ap)\. )(?=J\b)))"
)

_CLINGING: Final = {
    base: re.compile(rf"(?i)(?<=\b[{letters}]) (?=\S)")
    for base, letters in {
        "cs": "aikosuvz",
        "pl": "aiouwz",
        "ru": "авикосуя",
        "sk": "aikosuvz",
        "uk": "авзійоу",
    }.items()
}
"""Words of one letter that do not stay behind at the end of a line."""

_MAY_HAVE_NUMBERS: Final = re.compile(r" [0-9IVX§£$€(«„“‘‚№−]")
_MAY_HAVE_LETTERS: Final = re.compile(rf" [{_CAPITALS}]\b")
_BEGINNING: Final = frozenset("0123456789IVX−")
_DIGIT: Final = re.compile("[0-9]")
_IN_GROUPS: Final = re.compile(r" (?=\d{3}(?!\w))(?<=\d )")
_GROUPED: Final = re.compile(r"(?<![\w.,])(?<!\d )\d{1,3}(?: \d{3})+(?!\w)")


def unbroken(text: str, base: str) -> str:
    """Make spaces of a text in a language (`en`, `de`) unbreakable; the length stays."""
    if text[:1] in _BEGINNING or _MAY_HAVE_NUMBERS.search(text):
        text = _with_numbers(text, base)
    if _MAY_HAVE_LETTERS.search(text):
        text = _fixed(text, before_letters(text, base))
    if base in _CLINGING:
        text = _CLINGING[base].sub(_FIXED, text)
    return _WITHOUT_FIGURES.sub(_FIXED, text)


def _with_numbers(text: str, base: str) -> str:
    if _DIGIT.search(text):
        text = _with_figures(text, base)
    return _fixed(text, beside_roman_numbers(text, base))


def _with_figures(text: str, base: str) -> str:
    text = _fixed(text, in_lists(text, base))
    if _IN_GROUPS.search(text):
        text = _GROUPED.sub(lambda found: found[0].replace(" ", _FIXED), text)
    text = _fixed(text, beside_figures(text, base))
    text = _fixed(text, in_measures(text))
    text = _fixed(text, in_works(text))
    return _fixed(text, between_figures(text))


def _fixed(text: str, spaces: Iterable[int]) -> str:
    found = [*spaces]
    if not found:
        return text
    letters = [*text]
    for at in found:
        letters[at] = _FIXED
    return "".join(letters)
