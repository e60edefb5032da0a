"""Where cut-out cards lie on a sheet: geometry alone, in millimetres from the upper left corner.

Fronts and backs are told apart by a mirror. A sheet that is turned on its long edge mirrors left and
right, one that is turned on its short edge mirrors top and bottom; a sheet that is folded down its
middle mirrors left and right as well, on the same page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from studyguide.errors import StudyGuideError

Arrangement = Literal["grid", "avery5388", "fold"]
Flip = Literal["long", "short"]


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float

    def __str__(self) -> str:
        return f"{self.width:g} × {self.height:g} mm"


class Offset(NamedTuple):
    """How far the backs are moved to the right and down, as seen on the back."""

    x: float = 0
    y: float = 0


class Line(NamedTuple):
    """A straight line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


class Spot(NamedTuple):
    """The upper left corner of a card."""

    x: float
    y: float


NO_OFFSET: Final = Offset()
PAPERS: Final = {"a4": Size(210, 297), "letter": Size(215.9, 279.4)}
CARD: Final = Size(90, 60)
"""The size of a card if nothing else is asked for: eight to a sheet of either paper."""

INDEX_CARD: Final = Size(127, 76.2)
"""Avery 5388: three cards of 5 × 3 inches on a sheet of US Letter."""

_FULL: Final = {"a7": 2, "a8": 4}
"""How many columns of cards of these sizes a sheet has, edge to edge; on Letter an eighth, a sixteenth."""

SMALLEST: Final = Size(50, 40)
_FARTHEST: Final = 20.0
_NUMBER: Final = r"\d{1,4}(?:\.\d{1,3})?"
_MARGIN: Final = 8.0
"""The least that is left around the cards, for the marks."""

_UNPRINTED, _CLEARANCE, _MARK = 4.0, 2.0, 10.0
"""Marks keep so far from the edge of the paper, and from the cards; and are no longer."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cards of one size on a paper; `left` and `top` say where the first begins.

    With `backs_last` all fronts come first, for printers whose paper is turned by hand. With `is_stacked`
    cards follow each other down the stack of sheets, so that the piles it is cut into are in order.
    """

    arrangement: Arrangement
    paper: Size
    card: Size
    columns: int
    rows: int
    left: float
    top: float
    flip: Flip = "long"
    offset: Offset = NO_OFFSET
    backs_last: bool = False
    is_stacked: bool = False

    @property
    def is_full(self) -> bool:
        """Whether the cards fill the paper to its edges, so that there is no room for marks."""
        return self.left == self.top == 0

    @property
    def is_perforated(self) -> bool:
        """Whether the paper comes with its cards, to be torn apart."""
        return self.arrangement == "avery5388"

    @property
    def is_folded(self) -> bool:
        """Whether fronts and backs are on one page, on either side of a fold."""
        return self.arrangement == "fold"

    @property
    def capacity(self) -> int:
        """How many cards a sheet has."""
        return self.columns * self.rows

    def dealt(self, cards: int) -> Iterator[dict[int, int]]:
        """Tell for each sheet which place has which of so many cards; the last ones may be free."""
        sheets = -(-cards // self.capacity)
        for sheet in range(sheets):
            numbers = (
                place * sheets + sheet if self.is_stacked else sheet * self.capacity + place
                for place in range(self.capacity)
            )
            yield {place: number for place, number in enumerate(numbers) if number < cards}

    @property
    def tallest(self) -> float:
        """How tall a card of this width could be on this paper."""
        return self.paper.height - 2 * _MARGIN

    @property
    def fronts(self) -> tuple[Spot, ...]:
        """Where the fronts lie, row by row."""
        return tuple(Spot(x, y) for y in self._tops() for x in self._lefts())

    @property
    def backs(self) -> tuple[Spot, ...]:
        """Where the back of each front lies, in the order of the fronts."""
        return tuple(self.behind(spot, self.card) for spot in self.fronts)

    def behind(self, front: Spot, size: Size) -> Spot:
        """Tell where what has a size and a place on the front lies on the back."""
        width, height = size
        if self.is_folded:
            return Spot(self.paper.width - front.x - width, front.y)
        if self.flip == "long":
            x, y = self.paper.width - front.x - width, front.y
        else:
            x, y = front.x, self.paper.height - front.y - height
        return Spot(x + self.offset.x, y + self.offset.y)

    @property
    def cuts(self) -> tuple[Line, ...]:
        """The marks that show where to cut: in the margins, or lines between cards that leave none."""
        if self.is_full:
            width, height = self.paper
            upright = (Line(x, 0, x, height) for x in self._lefts()[1:])
            return (*upright, *(Line(0, y, width, y) for y in self._tops()[1:]))
        lefts, ys = self._lefts(), [*self._tops(), self._tops()[-1] + self.card.height]
        xs = [*lefts, lefts[-1] + self.card.width]
        if self.is_folded:
            xs = [*lefts, *(self.paper.width - x for x in reversed(lefts))]
        upright = (line for x in xs for line in _in_margins(self.paper.height, ys[0], ys[-1], x))
        level = (line for y in ys for line in _in_margins(self.paper.width, xs[0], xs[-1], y))
        return (*upright, *(Line(y1, x1, y2, x2) for x1, y1, x2, y2 in level))

    @property
    def folds(self) -> tuple[Line, ...]:
        """The marks that show where to fold, in the margins too."""
        if not self.is_folded:
            return ()
        bottom = self.top + self.rows * self.card.height
        return tuple(_in_margins(self.paper.height, self.top, bottom, self.paper.width / 2))

    def _lefts(self) -> list[float]:
        return [self.left + column * self.card.width for column in range(self.columns)]

    def _tops(self) -> list[float]:
        return [self.top + row * self.card.height for row in range(self.rows)]


def sheet(
    arrangement: Arrangement,
    paper: Size,
    card: Size | None = None,
    flip: Flip = "long",
    offset: Offset = NO_OFFSET,
) -> Sheet:
    """Lay as many cards on a sheet as it takes, in its middle.

    Index cards are always on Letter, since the stock is. Raises `StudyGuideError` if a card is too
    large for the paper or too small to be read, or the offset is larger than any printer's drift.
    """
    if max(map(abs, offset)) > _FARTHEST:
        raise StudyGuideError(f"backs can be moved by {_FARTHEST:g} mm and no further")
    if arrangement == "avery5388":
        if card not in (None, INDEX_CARD):
            raise StudyGuideError(f"the cards of Avery 5388 are {INDEX_CARD}: leave the size out")
        return Sheet(arrangement, PAPERS["letter"], INDEX_CARD, 1, 3, 44.45, 25.4, flip, offset)
    card = card or CARD
    width = paper.width / 2 if arrangement == "fold" else paper.width
    margins = _MARGIN if arrangement == "fold" else 2 * _MARGIN
    if card.width < SMALLEST.width or card.height < SMALLEST.height:
        raise StudyGuideError(f"a card of {card} is too small: make it at least {SMALLEST}")
    columns = int((width - margins) / card.width)
    rows = int((paper.height - 2 * _MARGIN) / card.height)
    if not columns or not rows:
        largest = Size(int(width - margins), int(paper.height - 2 * _MARGIN))
        raise StudyGuideError(f"a card of {card} is too large: the paper takes {largest}")
    left = width - columns * card.width
    top = (paper.height - rows * card.height) / 2
    left = left if arrangement == "fold" else left / 2
    return Sheet(arrangement, paper, card, columns, rows, left, top, flip, offset)


def full_sheet(paper: Size, columns: int, flip: Flip = "long", offset: Offset = NO_OFFSET) -> Sheet:
    """Cut a paper into cards without a margin, four rows of them: A7 of A4 in two columns, A8 in four."""
    if max(map(abs, offset)) > _FARTHEST:
        raise StudyGuideError(f"backs can be moved by {_FARTHEST:g} mm and no further")
    card = Size(paper.width / columns, paper.height / 4)
    return Sheet("grid", paper, card, columns, 4, 0, 0, flip, offset)


def sheet_of_options(
    paper: str, cards: Arrangement, card_size: str, flip: Flip, back_offset: str
) -> Sheet:
    """Lay out a sheet as the options of `studyguide build` say; an empty size is the usual one."""
    offset = Offset(*_pair(back_offset, ",", "--back-offset", "1.5,-2"))
    if columns := _FULL.get(card_size.strip().casefold()):
        if cards != "grid":
            raise StudyGuideError(f"cards of {card_size} fill the paper: leave out --cards {cards}")
        return full_sheet(PAPERS[paper], columns, flip, offset)
    card = Size(*_pair(card_size, "x", "--card-size", "90x60")) if card_size else None
    return sheet(cards, PAPERS[paper], card, flip, offset)


def _pair(text: str, joint: str, option: str, example: str) -> tuple[float, float]:
    """Read two numbers of millimetres."""
    found = re.fullmatch(rf"\s*(-?{_NUMBER})\s*{joint}\s*(-?{_NUMBER})\s*", text)
    if not found:
        raise StudyGuideError(f"`{text}` is no {option}: write it in millimetres, as {example}")
    return float(found[1]), float(found[2])


def _in_margins(length: float, start: float, end: float, across: float) -> Iterator[Line]:
    """Draw a line across the sheet, but only before the cards start and after they end."""
    near, far = start - _CLEARANCE, end + _CLEARANCE
    yield Line(across, max(_UNPRINTED, near - _MARK), across, near)
    yield Line(across, far, across, min(length - _UNPRINTED, far + _MARK))
