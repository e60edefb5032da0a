"""What reads like a heading: short, in one line, no sentence."""

from collections.abc import Sequence
from functools import lru_cache

from studyguide.patterns import lazy

LONGEST_TITLE = 120
PARTING = " \t\n.:—–-、．"
"""What may stand between a number and a title."""
_END = lazy(r"[.,;:!?…。、，；：！？」』]\s*[\"”’»)\]]*\s*$")
_INSIDE = lazy(r"[^\W\d_]{4}[.!?]\s+\w")
_LETTERS = lazy(r"[^\W\d_]+")
_SHORT, _SHORTER = 4, 0.6


@lru_cache(maxsize=4096)
def is_title(text: str) -> bool:
    """Whether a text is short and no sentence: it has one line and no mark at its end.

    A full stop may end it if nearly all words are written large, as in "Conveying Copies.", and a question mark if all letters are.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_TITLE or text.count("\n") > 1:
        return False
    letters = _LETTERS.findall(text)
    if not letters or letters[0][0].islower() or _INSIDE.search(text):
        return False
    is_question = text.endswith("?") and text.isupper()
    return (
        not _END.search(text) or is_question or (text.endswith(".") and _is_written_large(letters))
    )


def stands_over(lines: Sequence[str]) -> bool:
    """Whether the first of some lines looks like a heading of the others: they are longer, or indented."""
    first, *rest = lines
    is_indented = all(line[:1].isspace() for line in rest if line)
    return (
        bool(rest)
        and is_title(first)
        and (is_indented or len(first) < _SHORTER * max(map(len, rest)))
    )


def _is_written_large(letters: list[str]) -> bool:
    """Whether all longer words, and most words at all, have a capital; half, if several are long."""
    large = [word for word in letters if word[0].isupper()]
    longer = [word for word in letters if len(word) > _SHORT]
    most = 2 * len(large) - len(letters) + (len(longer) > 1)
    return most > 0 and all(word[0].isupper() for word in longer)
