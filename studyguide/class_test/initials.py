"""Abbreviations and the words that they stand for."""

from collections.abc import Sequence
from typing import Final

from studyguide.language.words import forms


def is_told_by_letters(one: str, two: str) -> bool:
    """Whether one of two texts is an abbreviation, and the other has words that begin with its letters."""
    return _abbreviates(one, two) or _abbreviates(two, one)


def _abbreviates(short: str, text: str) -> bool:
    """Whether a word in capitals, such as UNO or U.N.O., has the initials of words in a row; small ones may lack."""
    wanted = [
        letters.casefold()
        for word in short.split()
        if (letters := "".join(filter(str.isalpha, word))) and len(letters) > 1
        if sum(map(str.isupper, letters)) > len(letters) / 2
    ]
    words = forms(text)
    return any(_begins(words[at:], each) for each in wanted for at in range(len(words)))


_BETWEEN: Final = 2
"""So many words of a name may have no letter in its abbreviation: of the, and."""


def _begins(words: Sequence[str], letters: str) -> bool:
    """Whether words begin with these letters, the first with the first; some between may be passed over."""
    if not letters:
        return True
    if not words or words[0][0] != letters[0]:
        return False
    rest = words[1:]
    return any(_begins(rest[skipped:], letters[1:]) for skipped in range(_BETWEEN + 1))
