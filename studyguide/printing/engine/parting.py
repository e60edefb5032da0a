"""Where a word is parted that is longer than its line: behind a bracket or a comma in it, else at a syllable, with a hyphen but behind a comma."""

import re
from functools import cache
from typing import Any, Final, NamedTuple
from unicodedata import combining

from studyguide.language.language import Language

_GENTLE: Final = re.compile("[)\\]}](?=[\\w(\\[{])|[,;:](?=[^\\W\\d])|[–—…\u00a0\u202f](?=\\S)")
"""Behind these a word is parted first; the last are blanks that do not break."""

_BRACKETS: Final = ")]}"
"""Behind these it has a hyphen there: nothing else tells that it goes on."""

_IN_ADDRESS: Final = re.compile("[/._=&?#@-](?=\\w)")
_ADDRESS: Final = re.compile(r"@|://|\bwww\.|\w\.\w+/|[\w/.]_|[?&]\w+=|\\")
"""What is no word, so that a hyphen in it would be read as one of its signs; where it is parted."""

_LETTER: Final = re.compile("[^\\W\\d_]")
_FIRST_OF_OTHERS: Final = "\u0590", "\u1e00", "\u2000"
"""Scripts from the first of these on have no hyphens, but for what is Latin and Greek from the second up to the third."""

_FULL: Final = 0.25
"""Of what has room, how much a line holds at least that ends behind a bracket."""

_AHEAD: Final = 40
"""Letters of a word that are looked at behind a line: how its next syllables are parted hangs on no more."""

_NAME: Final = re.compile(r"([^\W\d_]+)\Z")
_FIRST_WORD: Final = re.compile(r"(?:\A|[.!?…:·•]|\A\W+)[\s(\[«„“‘\"']*\Z")
_INITIAL: Final = re.compile(r"(?:\A|\W)\w\.\s\Z")
"""What stands before the first word of a sentence, whose capital tells nothing; before a surname."""

_LEAST: Final = 2
"""Letters of a part, where a style sheet asks for more than there are."""


class Part(NamedTuple):
    """How many letters of a word stand on a line, and whether a hyphen follows them."""

    length: int
    has_hyphen: bool


class Limits(NamedTuple):
    """Letters that a word has at least before a hyphen, and behind one."""

    before: int
    behind: int


_NO_MORE: Final = Limits(_LEAST, _LEAST)


def part_of(word: str, room: int, language: str, limits: Limits = _NO_MORE) -> Part | None:
    """Tell what of a word stands on a line on which so many of its letters have room; nothing if it is as well parted anywhere.

    Letters of a language whose syllables are not known are parted anywhere, but by a hyphen.
    """
    if _ADDRESS.search(word, 0, room + _AHEAD):
        return _behind(_IN_ADDRESS, word, room)
    return _behind(_GENTLE, word, room) or _syllables(word, room, language, limits)


def is_in_name(text: str, place: int, language: str) -> bool:
    """Whether a place is between two letters of a name: a word with a capital that begins no sentence, where not every noun has one."""
    found = _NAME.search(text, max(place - _AHEAD, 0), place)
    if not found or not _LETTER.match(text, place) or not found[0][:1].isupper():
        return False
    before = text[max(found.start() - _AHEAD, 0) : found.start()]
    is_first = _FIRST_WORD.search(before) and not _INITIAL.search(before)
    return not is_first and Language(language).marks_names


def _behind(signs: re.Pattern[str], word: str, room: int) -> Part | None:
    """Part a word behind the last of some signs, where that leaves no line nearly empty."""
    ends = (found.end() for found in signs.finditer(word, 0, room + 1))
    end = max((each for each in ends if each <= room and _LETTER.search(word, 0, each)), default=0)
    has_hyphen = signs is _GENTLE and _goes_on(word, end)
    return Part(end, has_hyphen) if end >= room * _FULL else None


def _goes_on(word: str, end: int) -> bool:
    """Whether letters that have hyphens follow a bracket."""
    return word[end - 1 : end] in _BRACKETS and _are_letters(word[end : end + 1])


def _syllables(word: str, room: int, language: str, limits: Limits) -> Part | None:
    """Part the run of letters at the end of a line."""
    if not _are_letters(word[room - 1 : room + 1]):
        return None
    start, end = room, room
    while start > 0 and _are_letters(word[start - 1]):
        start -= 1
    while end < min(len(word), room + _AHEAD) and _are_letters(word[end]):
        end += 1
    run, most = word[start:end], room - start
    for before, behind in (limits, _NO_MORE):
        places = (at for at in _places(run, language) if before <= at <= len(run) - behind)
        if found := max((at for at in places if at <= most), default=0):
            return Part(start + found, has_hyphen=True)
    if start >= room * _FULL and not _are_letters(word[start - 1]):
        return Part(start, has_hyphen=False)  # between a figure and a word
    while most > 1 and combining(run[most]):
        most -= 1
    return Part(start + most, has_hyphen=True)


def _are_letters(text: str) -> bool:
    """Whether all are letters, of scripts that have hyphens, or marks on them."""
    return bool(text) and all(map(_is_letter, text))


def _is_letter(letter: str) -> bool:
    first, again, last = _FIRST_OF_OTHERS
    has_hyphens = letter < first or again <= letter < last
    return has_hyphens and bool(_LETTER.match(letter) or combining(letter))


def _places(run: str, language: str) -> list[int]:
    """Tell where letters may be parted; not where they would be written otherwise then."""
    dictionary = _dictionary(language)
    return [int(at) for at in dictionary.positions(run) if at.data is None] if dictionary else []


@cache
def _dictionary(language: str) -> Any:
    import pyphen  # type: ignore[import-untyped]

    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known) if known else None
