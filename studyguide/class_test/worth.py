"""What an answer in one's own words is worth: by its words, without whose view it is."""

from functools import cache
from typing import Final

from studyguide.language.language import Language
from studyguide.language.words import forms

SHORT: Final = 8
LONG: Final = 16
"""So many words of an answer are worth one point, or two: one idea takes up to eight."""

_NAMED: Final = 12
"""So many words at most tell whose view it is: "According to the statement of the miners,"."""


def points_of(answer: str, language: str) -> int:
    """Tell how many points an answer is worth."""
    words = len(_without_speaker(answer, _known(language)).split())
    return 1 if words <= SHORT else 2 if words <= LONG else 3


def _without_speaker(answer: str, language: Language) -> str:
    """Leave out an opening that says whose view it is: nobody need write it."""
    opening, comma, rest = answer.partition(", ")
    run = forms(opening)
    is_opening = len(run) <= _NAMED and any(
        not each.start for each in language.words.speaker_before.find(run)
    )
    return rest if comma and is_opening else answer


@cache
def _known(tag: str) -> Language:
    return Language(tag)
