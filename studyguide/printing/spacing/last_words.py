"""Which words end a text together, so that its last line is no short word alone.

In: a text as HTML, which may have words that are emphasised. Out: what comes before, and the words. Never: where a line ends.
"""

import re
from collections.abc import Sequence
from typing import Final

from studyguide.patterns import lazy

LOST: Final = 4
_LOST_BESIDE, _LOST_IN_A_KEY, _LOST_ACROSS = 7, 14, 20
"""Letters of a last word that looks lost on a line: a longer one does not, but leaves a hole where it takes another with
it. Beside what is asked, and in the key, where lines are longer and a reference stands at their end, a third of one does;
in large print, whose lines go across the page, each."""

_TWO_LOST, _THREE = 7, 18
"""Letters, with spaces and signs, of two last words that look lost, too, and of three at most."""

_LAST_SENTENCE: Final = lazy(
    r"(.*[^\s\d][.?!] )([^\s<>\u2e80-\uffff][^<>\u2e80-\uffff]{9,47})", re.DOTALL
)
_LAST_WORDS: Final = lazy(r"(.*\s)([^\s<>\u2e80-\uffff][^<>\u2e80-\uffff]{11,39})", re.DOTALL)
_LAST_WORD: Final = lazy(
    r"((?:.*[ \n])?)((?:<(i|b|em|strong)>)?[^ \n<>\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]+(?(3)</\3>|))",
    re.DOTALL,
)
_SHORT_END: Final = re.compile(
    r"(?:\A|(?<=[\s>;]))((?:[^\s<>&;]{1,14} )?)([^\s<>&;]{1,20} )([^\w\s<>&;]*(\w{1,20})[^\w\s<>&;]*)\Z"
)
_EMPHASIS: Final = re.compile(r"</?(?:i|em|b|strong)>")
_OPENING: Final = re.compile(r"(?:<(?:i|em|b|strong)>)+\Z")
_OPENED: Final = re.compile("<[a-z]")
_NEAR: Final = 160
"""Signs of a text among which its last words are."""


def most_lost(*, is_beside: bool, is_across: bool) -> int:
    """Tell how many letters a last word has at most that looks lost: on a line of a key, beside what is asked, across a page."""
    return _LOST_ACROSS if is_across else _LOST_BESIDE if is_beside else _LOST_IN_A_KEY


def short_end(html: str, most: int, *, with_third: bool) -> tuple[str, str]:
    """Part a text before its last two words, if the last has so many letters or fewer; else there are none.

    Two that look lost themselves ("on it") may have a third one with them.
    """
    told, places = _told_at_end(html)
    found = _SHORT_END.search(told)
    at = len(html)
    if found and len(found[4]) <= most and len(found[2]) <= max(most, _LOST_IN_A_KEY) + 1:
        is_lost = len(found[2] + found[3]) <= _TWO_LOST and len(found[0]) <= _THREE
        at = places[found.start(1 if is_lost and with_third else 2)]
        opening = _OPENING.search(html, max(at - _NEAR, 0), at)
        at = opening.start() if opening else at
    return html[:at], html[at:]


def last_word(html: str) -> tuple[str, str]:
    """Part a text before its last word, be it in italics; there is none in scripts without spaces, or behind a formula."""
    found = _LAST_WORD.fullmatch(html)
    return (found[1], found[2]) if found else (html, "")


def last_sentence(html: str) -> tuple[str, str] | None:
    """Part a text before its last sentence, if it is short, or before its last words."""
    found = _LAST_SENTENCE.fullmatch(html) or _LAST_WORDS.fullmatch(html)
    return (found[1], found[2]) if found else None


def is_whole(html: str) -> bool:
    """Whether all that is emphasised in a text begins and ends in it."""
    return len(_OPENED.findall(html)) == html.count("</")


def _told_at_end(html: str) -> tuple[str, Sequence[int]]:
    """Give the end of a text without the marks of what is emphasised in it, and where each sign stands."""
    first = max(len(html) - _NEAR, 0)
    end = html[first:]
    if "<" not in end:
        return end, range(first, len(html))
    marked = {at for tag in _EMPHASIS.finditer(end) for at in range(*tag.span())}
    places = [at for at in range(len(end)) if at not in marked]
    return "".join(end[at] for at in places), [first + at for at in places]
