"""Figures, and what stays beside them: 50 minutes, 11 July, 20 per cent.

Lines are ragged, and columns narrow: so a figure is kept with a short word alone, a year with no noun, and of `5 to 9 minutes`
the first figure may stay behind.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from studyguide.printing.spacing.counted import (
    WITH_CAPITALS,
    are_two_words,
    is_day,
    is_noun,
    is_unit,
)
from studyguide.printing.spacing.labels import JOINING, MONEY, is_label, is_name, is_thing

_FIGURE: Final = re.compile(r"[0-9]+(?:[.,:/–\u00a0\u202f-][0-9]+)*")
_BEHIND: Final = re.compile(
    r"(?P<ending>-?[^\W\d_]{1,3})?(?P<dot>\.?)(?P<space> )"
    r"(?=(?P<word>[^\W\d_]+(?:[-’'.][^\W\d_]+)*|[%‰°′″¢$£€¥₽₴₹℃℉×½⅓⅔¼¾⅛]|\d+/\d|[¶•]\d)(?: (?P<next>[^\W\d_]+))?)"
)
_NEAR: Final = 40
"""Letters that are looked at before a figure."""

_OPENING: Final = "([„“«‘‚"
_IS_THING: Final = re.compile(r"[\w§¶№•]")
_ENTRY: Final = ("¶", "•")
_YEAR: Final = re.compile(r"(?:1\d|20)\d\d(?:[-–/]\d\d)?")
_MOST: Final = 13
"""Letters of a figure and of what it counts, where that is no known unit; of both and of what the figure may belong to."""

_BEFORE_ORDINALS: Final = frozenset(
    "am bis den ab seit des der dem vom zum zur beim im ins das die".split()  # noqa: SIM905
)
_BETWEEN: Final = re.compile(
    rf" (?<=\d )(?:{JOINING}) (?=\d+(?:[.,–-]\d+)*(?P<is_kept>[\u00a0\u202f])?)"
)

_IN_PARTS: Final = re.compile(
    "|".join(
        rf"(?<=\d[ \u00a0]{one})[ \u00a0]\d{{1,2}}[½¼¾⅓⅔]?[ \u00a0](?={other}\b)"
        for one, other in (pair.split() for pair in ("ft in", "st lb", "lb oz", "h min", "min s"))
    )
)
"""Of a measure in two units the figure of the second."""


class _Figure(NamedTuple):
    """A number, the word before it, what is behind it, and whether it counts: 40, but no A4 and no § 12."""

    number: str
    before: str
    behind: re.Match[str]
    counts: bool

    def has_words(self, base: str) -> bool:
        """Whether two words stay with it."""
        return are_two_words(self.behind["word"], self.behind["next"] or "", base)

    @property
    def end(self) -> int:
        return self.behind.start("word") + len(self.behind["word"])

    def is_kept(self, base: str) -> bool:
        """Whether the word, or the sign, behind it stays with it."""
        word, has_dot = self.behind["word"], self.behind["dot"]
        if not word[0].isalpha():
            return not has_dot and (self.counts or word[0] in _ENTRY)
        if has_dot or is_day(self.number, word, base):
            return is_day(self.number, word, base) or self._is_ordinal(word, base)
        return self.counts and not self.behind["ending"] and self._is_counting(word, base)

    def _is_counting(self, word: str, base: str) -> bool:
        is_year = _YEAR.fullmatch(self.number) is not None
        is_short = len(self.number + word) <= _MOST
        is_thing = is_short and not is_year and is_noun(word, base)
        return is_thing or is_unit(word, base, is_year=is_year)

    def _is_ordinal(self, word: str, base: str) -> bool:
        """Whether a word goes on behind a number with a full stop: 19. Jahrhundert, 11. července."""
        if base in WITH_CAPITALS and self.before.lower() not in _BEFORE_ORDINALS:
            return False
        return base != "en" and is_noun(word, base)


def beside_figures(text: str, base: str) -> Iterator[int]:
    """Yield the spaces between figures and what they count or belong to."""
    for found in _FIGURE.finditer(text):
        start = text.rfind(" ", max(found.start() - _NEAR, 0), found.start()) + 1
        opening, end = text[start : found.start()], max(start - 1, 0)
        first = text.rfind(" ", max(end - _NEAR, 0), end) + 1
        before = text[first:end].lstrip(_OPENING)
        is_labelled = not opening and is_label(before, found[0], base)
        counts = _IS_THING.search(opening) is None and (not is_labelled or before in MONEY)
        behind = _BEHIND.match(text, found.end())
        figure = _Figure(found[0], before, behind, counts) if behind else None
        kept = [*_behind(figure, base)] if figure else []
        yield from kept
        if is_labelled or (not opening and _is_told(text, first, found[0], figure, base)):
            yield end


def _is_told(text: str, first: int, number: str, figure: _Figure | None, base: str) -> bool:
    """Whether the word before a number tells of what it is: Pit 7; and of one that may count something, too (Pit 7 now), where that is short."""
    if figure and figure.is_kept(base):
        is_short = figure.end - first <= _MOST
        return is_short and is_name(text, first, number, base)
    return is_name(text, first, number, base) or is_thing(text, first, number, base)


def _behind(figure: _Figure, base: str) -> Iterator[int]:
    has_words = figure.has_words(base)
    if has_words or figure.is_kept(base):
        yield figure.behind.start("space")
    if has_words:
        yield figure.behind.end("word")


def in_measures(text: str) -> Iterator[int]:
    """Yield the spaces within `2 ft 6 in`."""
    for found in _IN_PARTS.finditer(text):
        yield from (found.start(), found.end() - 1)


def between_figures(text: str) -> Iterator[int]:
    """Yield the spaces of `5 to 9`; of `5 to 9 minutes` the second alone."""
    for found in _BETWEEN.finditer(text):
        if not found["is_kept"]:
            yield found.start()
        yield found.end() - 1
