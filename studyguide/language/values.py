"""The number that one word is, in one spelling: forty and 40, 2.5 and 2,50, a German 1.250 and 1250.

Figures grouped otherwise (1,250,000; 1 250 000) come here without their groups: `words` sees to that.
"""

from collections.abc import Mapping
from functools import cache

from studyguide.language import units
from studyguide.language.lexicon import lexicon
from studyguide.patterns import lazy


class _Values(dict[str, str]):
    """The number that each word form is that was asked for, or nothing: kept as stems are."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def __missing__(self, form: str) -> str:
        value = self[form] = _number(self._base, form)
        return value


@cache
def values_of(base: str) -> Mapping[str, str]:
    """Give the numbers of a language (`en`, `de`) by word forms, each read when it is first asked for."""
    return _Values(base)


_ORDINALS = {
    base: lazy(rf"(\d+)(?:{endings})")
    for base, endings in {
        "en": "st|nd|rd|th",
        "fr": "er|[èe]?re|[èe]?me|e|nde?",
        "es": "o|a|er",
        "it": "o|a",
        "pt": "o|a",
        "nl": "e|de|ste",
    }.items()
}
_WITH_UNIT = lazy(rf"(\d+)(?:{'|'.join(sorted(units.JOINED))})")
_POINT = lazy(r"\d+\.\d+")
_COMMA = lazy(r"\d+,\d+")
_GROUP = lazy(r"\d{1,3}\.\d{3}")
_MOST_DIGITS = 30
"""Longer figures are no numbers that anybody counts with, and stay as they are written."""
_POINT_PARTS = frozenset(["en", "zh", "ja", "th", "ko", "he", "ga", "cy", "hi", "bn", "ms"])
"""Languages that write 2.5; the others write 2,5, and 1.250 for a thousand and more."""


def _number(base: str, form: str) -> str:
    if not any(character.isdecimal() for character in form):
        known = lexicon(base)
        often = known.counting.get(form, "")
        return known.numbers.get(form, "") or (often if often.isdecimal() else "")
    form = form.removesuffix("'s")
    if len(form) > _MOST_DIGITS:
        return form
    if form.isdecimal():
        return str(int(form))
    if base in _ORDINALS and (ordinal := _ORDINALS[base].fullmatch(form)):
        return f"{int(ordinal[1])}."
    if joined := _WITH_UNIT.fullmatch(form):
        return str(int(joined[1]))
    return _decimal(form, has_point=base in _POINT_PARTS)


def _decimal(form: str, *, has_point: bool) -> str:
    """Write a figure with a part in one way: 2.5 for 2,50, and 1250 for the 1.250 of such languages."""
    if not has_point:
        if _GROUP.fullmatch(form):
            return str(int(form.replace(".", "")))
        form = form.replace(",", ".") if _COMMA.fullmatch(form) else form
    if not _POINT.fullmatch(form):
        return form
    whole, _, part = form.partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))
