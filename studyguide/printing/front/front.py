"""The parts before the sections, as they may stand on pages, and how tall they are, in millimetres."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Front(NamedTuple):
    """The parts that stand above the imprint, and those of the pages behind it, by what they begin with: the others go on below, or overleaf.

    Contents may be set closer, with headings nearer to what is above them, or not so where they are by themselves, and if they are, `is_closest` has closer
    lines, too; pictures be no taller than `high`, if that is not 0.
    """

    above: tuple[str, ...] = ()
    pages: tuple[tuple[str, ...], ...] = (("howto", "contents"), ("introduction",))
    is_closer: bool | None = None
    high: float = 0.0
    is_closest: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """All parts as they follow each other."""
        return sum(self.pages, self.above)

    @property
    def listed(self) -> tuple[str, ...]:
        """Those that contents list, as they stand behind them."""
        return self.order[self.order.index("contents") + 1 :]


USUAL = Front()
APART = Front(pages=(("howto",), ("contents",), ("introduction",)))
"""How parts are laid out first: where a picture faces the introduction, each on pages of its own."""

NEARER = 2 / 3
"""How much of it is above a heading that is set closer, as in `guide.css`."""

CLOSEST = 0.95
"""How tall a line of contents is in which lines are closer, too, as in `guide.css`."""

EARLY = Front(("howto", "contents"), ())
"""All above the imprint."""


class Block(NamedTuple):
    """What is not parted, unless it is text; how tall it is, and what is above it where it is not the first of its page.

    So much of it is a `picture` that may be less tall.
    """

    tall: float
    above: float
    is_text: bool = False
    picture: float = 0.0


class Heights(NamedTuple):
    """What stands in each part; how tall a page is, and the room above the imprint.

    Contents are less tall by `closer` if they are set closer, and taller by `looser` if they are not any more, by a `row` if they
    list how to use the guide. Lines that are closer, too, make them less tall by `closest`.
    """

    page: float
    imprint: float
    parts: Mapping[str, Sequence[Block]]
    closer: float
    looser: float
    row: float
    is_facing: bool
    is_booklet: bool
    closest: float = 0.0

    def of(self, part: str) -> float:
        """Tell how tall a part is if it stands on one page."""
        blocks = self.parts.get(part, ())
        return sum(each.tall + each.above * (nth > 0) for nth, each in enumerate(blocks))

    @property
    def told(self) -> "Heights":
        """Leave out pictures."""
        return self._replace(parts={name: blocks[:1] for name, blocks in self.parts.items()})

    @property
    def may_share(self) -> bool:
        """Whether an introduction may stand below something else, as no picture stands below it, from which it might be parted."""
        return self.is_facing or len(self.parts.get("introduction", ())) == 1
