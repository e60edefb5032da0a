"""Rules below questions for discussion: about as many for each, on pages that are filled."""

from collections.abc import Iterable
from statistics import median_low
from typing import NamedTuple

from studyguide.printing.filling.measured_page import RULE, Page, line_of
from studyguide.printing.press.boxes import PIXELS

_MOST = 16
"""Rules that are put below one question to fill a page, where a deck's own template does not tell."""

_TWICE, _WHITE = 2, 40.0
"""How many times as many as most have one has, whose page would be empty besides; millimetres that a page may be so all the same."""


class _Room(NamedTuple):
    """A page, the places of its questions among its units, how many rules there is room for, for all, and how many one may have more.

    Of fields it is lines that are typed, which are so many half lines apart.
    """

    page: Page
    asked: list[int]
    rules: int
    most: int
    line: int

    @property
    def each(self) -> int:
        """How many rules each question has, if the page is filled."""
        laid = sum(map(self.laid, self.asked))
        return (laid + self.rules) // len(self.asked)

    def laid(self, nth: int) -> int:
        """Tell how many rules a question has as it is laid out."""
        unit = self.page.units[nth]
        if unit.rules:
            return len(unit.rules.children)
        return int(float(unit.field.height) / self.page.step) // self.line

    def fill(self, rules: int) -> None:
        """Share so many rules out."""
        count = len(self.asked)
        for nth, at in enumerate(self.asked):
            self.page.taller[at] = (rules + count - 1 - nth) // count * self.line


def share_out(pages: Iterable[Page]) -> None:
    """Have pages that end with questions for discussion filled with rules, the last one only so far that each has what most have.

    One that is alone on its page has twice as many at most, or what leaves the page no emptier than looks well.
    """
    rooms = [room for page in pages if (room := _room(page))]
    if not rooms:
        return
    usual = median_low(room.each for room in rooms for _ in room.asked)
    for room in rooms:
        alone = max(_TWICE * usual, room.each - _kept_white(room))
        most = usual if room is rooms[-1] else alone
        over = max(room.each - most, 0) * len(room.asked)
        room.fill(max(min(room.rules - over, room.most * len(room.asked)), 0))


def _room(page: Page) -> _Room | None:
    units = page.units
    if not units or units[-1].tag != "li" or page.left < 0:
        return None
    asked = [at for at, unit in enumerate(units) if unit.tag == "li" and unit.is_written_in]
    if not asked:
        return None
    most, line = min(units[at].more_lines or _MOST for at in asked), line_of(units[asked[0]])
    return _Room(page, asked, page.left // line, most * RULE // line, line)


def _kept_white(room: _Room) -> int:
    """Tell how many rules would have room in what may stay white, besides what is too little for one."""
    return int(_WHITE * PIXELS / room.page.step - room.page.left % room.line) // room.line
