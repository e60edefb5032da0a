"""How a guide is to be printed: what the options of `studyguide build` choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

Paper = Literal["a4", "letter"]
HALVED: Final[Mapping[Paper, float]] = {"a4": 148.5 / 210, "letter": 139.7 / 215.9}
"""To which part of its size a page is scaled that is one of two on a sheet of its paper."""


class Weights(NamedTuple):
    """How thick rules are, in points: the thinnest, those to write on, and those above headings that part lists."""

    hair: float
    writing: float
    parting: float


_WEIGHTS: Final = {False: Weights(0.36, 0.36, 0.6), True: Weights(0.48, 0.75, 1.0)}
"""In large print, too. The thinnest are three dots of a printer with 600 to the inch, there four; what parts lists must not be taken for one more line to write on."""


class Sizes(NamedTuple):
    """How large what accompanies the text is set, in points: running heads and folios; notes, references, hints, index and key."""

    small: float
    note: float


_SIZES: Final = {False: Sizes(8, 9), True: Sizes(16, 16)}
_SIZES_HALVED = Sizes(8.5, 9)
"""In large print, too, where nothing is smaller than the text; on the pages of a booklet, once they are halved."""

Answers = Literal["key", "inline", "none"]
"""Where the answers stand: in a key at the end, beside the questions, or (for a class test) nowhere."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Paper, answers and the like; `attached` is a file that travels inside the PDF.

    `only_key` leaves out all but the key, which then has every item: it goes with a class test.
    `is_booklet` lays two pages on a sheet, which goes with large print: 11 pt remain of its 16, and what accompanies the text is as small as in usual print.
    `is_large` sets text in 16 pt, `is_form` makes fields of blanks and lines.
    """

    paper: Paper = "a4"
    answers: Answers = "key"
    only_key: bool = False
    is_large: bool = False
    is_form: bool = False
    attached: Path | None = None
    is_booklet: bool = False

    @property
    def is_test(self) -> bool:
        """Whether this is a class test: all items are asked, none is answered."""
        return self.answers == "none" and not self.only_key

    @property
    def weights(self) -> Weights:
        """How thick rules are; in a booklet so that they are as in usual print when it is halved."""
        if not self.is_booklet:
            return _WEIGHTS[self.is_large]
        return Weights(*(each / HALVED[self.paper] for each in _WEIGHTS[False]))

    @property
    def is_read_large(self) -> bool:
        """Whether pages are read in large print, as those of a booklet are not, which are halved."""
        return self.is_large and not self.is_booklet

    @property
    def sizes(self) -> Sizes:
        """How large what accompanies the text is set; in a booklet so that it is smaller than that, as in usual print."""
        if self.is_large and self.is_booklet:
            return Sizes(*(round(each / HALVED[self.paper], 2) for each in _SIZES_HALVED))
        return _SIZES[self.is_large]

    @property
    def has_key(self) -> bool:
        """Whether there is an answer key at the end."""
        return self.answers == "key" or self.only_key

    @property
    def has_ticks(self) -> bool:
        """Whether there are fields to tick in three rounds."""
        return self.is_form and not self.asks_all and self.answers != "inline"

    @property
    def has_boxes(self) -> bool:
        """Whether there are boxes to tick in three rounds, and room for own words and a score."""
        return not (self.asks_all or self.is_form)

    @property
    def asks_all(self) -> bool:
        """Whether terms, people and dates are numbered and asked like questions."""
        return self.is_test or self.only_key
