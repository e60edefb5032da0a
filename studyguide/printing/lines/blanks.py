"""Blanks of sentences: how wide they are, and what stands with them on a line."""

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from studyguide.printing.engine.lines import BEGUN
from studyguide.printing.lines.by_hand import room
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SANS, SERIF
from studyguide.printing.press.options import Layout


class _Hand(NamedTuple):
    """Blanks to be filled in by hand in a size of print: `widths` tell how many letters fit into how many underscores.

    What is over the last has `more` as often as it takes. `letter` is how wide a letter is at least where a hint leaves a
    blank less room, in millimetres; `end` how many underscores the last part of one has that is parted.
    """

    widths: tuple[tuple[int, int], ...]
    more: tuple[int, int]
    letter: float
    end: int


_USUAL = _Hand(((9, 16), (18, 30), (27, 44)), (27, 44), 2.9, 14)
"""None is much over three fifths of a line, so that it stays whole, and no word alone before it."""

_LARGE = _Hand(((9, 16), (18, 30), (24, 41)), (13, 23), 4.8, 11)
"""Where lines are half as far again from each other, blanks are about four tenths wider: 80 and 106 mm."""

_HALVED = _Hand(((9, 16), (17, 30), (25, 43)), (13, 23), 4.53, 16)
"""The same in large print that is made smaller by 0.707, to a booklet: a letter has 3.15 mm there, an end 30."""

_FIELD_WIDTHS = {
    False: ((12, 16), (24, 30), (36, 44), (48, 58)),
    True: ((12, 16), (19, 24), (26, 31)),
}
"""The same in a field, where letters are typed: capitals have room, too."""

_INLINE_LINE = 43
"""Millimetres of the line of a sentence beside its answer."""

_END, _PIECE = BEGUN, 2
"""Underscores of either end of a blank that may be parted, and of the pieces between, with which it fills its lines."""

_LINE = {False: 126, True: 117}
"""Millimetres of a line behind the letter of a blank and before a comma or stop; in large print, too."""

_UNDERSCORE = {False: 1.83, True: 2.66}
_TEXT = {False: 11 * 25.4 / 72, True: 16 * 25.4 / 72}
"""Millimetres of an underscore, and of the size of the text; in large print, too."""

_POINT = 25.4 / 72
"""In millimetres."""

_TYPED_LETTER = 3.17
"""Millimetres of a letter in a field of large print at least; else it is as wide as by hand."""

_BESIDE_FIELD = {False: 5, True: 1}
_FIELD_LINE = {False: 118.0, True: 112.0}
_TYPED = {False: 52, True: 34}
_MOST_LINES = 20
"""Millimetres of white on both sides of a field, and by which lines beside boxes to tick are shorter, as in `guide.css`; of one that fills a line behind the letter of a blank and before a quotation mark with its stop; letters
that are typed on a line of it, wide ones, too; its lines at most. In large print, too."""

_LEAST = 8
"""Underscores of a blank beside its answer, where nobody writes."""

_NO_BREAK, _MAY_BREAK = "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}"


class Field(NamedTuple):
    """How wide a field to fill in is, in millimetres, and for how many lines of type."""

    width: float
    lines: int


@dataclass(frozen=True, slots=True)
class Blank:
    """What the reader fills in; `label` is the letter that leads to it in the answer key, `opens` what stands between the two."""

    label: str
    text: str
    hint: str
    opens: str = ""

    def rule(self, layout: Layout) -> str:
        """Give its underscores, of 1.8 mm, in large print of 2.7: one of a few widths, or more.

        Where the answers are inline nobody writes there: all are alike. Else what is wider goes on in the next line,
        with no stub on either. With a hint, which stays with its end, it is less wide if that is enough by hand; else it
        is parted so that its end has room beside the hint, and what comes before fills a line.
        """
        if layout.answers == "inline":
            return "_" * _LEAST
        hand = _hand(layout)
        if width := self._whole(layout):
            return "_" * width
        first = self._beside(layout)
        if self.hint and self.keeps_hint(layout) and first <= _full(layout):
            return _pieces(first, first + self._fits(layout), hand.end)
        most, more = hand.more
        end = min(_END, self._fits(layout)) if self.keeps_hint(layout) else _END
        return _pieces(_END, more * ceil(self._letters / most), end)

    def field(self, layout: Layout) -> Field:
        """Give what it is on a screen: of one of a few widths, as on paper, so that no length is told; or it fills lines."""
        large = layout.is_large
        if width := self._width(layout):
            width = self._whole(layout) or width
            return Field(round(width * _UNDERSCORE[large], 1), 1)
        lines = ceil(self._letters / _TYPED[large])
        return Field(_FIELD_LINE[large], min(lines, _MOST_LINES))

    def keeps_word(self, words: str, layout: Layout) -> bool:
        """Whether what follows its field is one word that a line has room for beside it, and would look lost on the next."""
        size = _TEXT[layout.is_large]
        is_one = not self.hint and len(words.split()) == 1
        return is_one and (
            self.field(layout).width + width_of(words, SERIF) * size <= _FIELD_LINE[layout.is_large]
        )

    @property
    def _letters(self) -> int:
        return room(self.text)

    def _width(self, layout: Layout) -> int:
        """Tell of how many underscores it is if it stays on a line; else of none."""
        return next((width for most, width in _widths(layout) if self._letters <= most), 0)

    def _whole(self, layout: Layout) -> int:
        """Tell of how many underscores it is if it stays on a line, with its hint; else of none."""
        width = self._width(layout)
        if not width or not self.keeps_hint(layout):
            return width
        fits = self._fits(layout)
        return width if width <= fits else self._narrower(fits, layout)

    def _beside(self, layout: Layout) -> int:
        """Tell how many underscores come at least before those that have room beside its hint, if it is parted."""
        needed = self._letters * _letter(layout) / _UNDERSCORE[layout.is_large]
        return max(ceil(needed) - self._fits(layout), _END)

    def may_break_hint(self, layout: Layout) -> bool:
        """Whether its hint is longer than a line: only its first word stays with the blank then."""
        return self._wide(self.hint, layout) > _line(layout)

    def keeps_hint(self, layout: Layout) -> bool:
        """Whether a line has room for the end of the blank and its hint, or the first word of one that is longer than a line.

        In a form, where none is parted, it has if the whole blank has room there, too. Else the hint is a line of its own.
        """
        fits = self._fits(layout)
        if layout.answers == "inline":
            return fits >= _LEAST
        if not layout.is_form:
            return fits >= _hand(layout).end
        width = self._width(layout)
        return width > 0 and (width <= fits or self._narrower(fits, layout) > 0)

    def _narrower(self, fits: int, layout: Layout) -> int:
        """Give the widest of the usual widths that has room for so many underscores, or else that, if it is enough by hand; else 0."""
        usual = (width for _, width in _widths(layout) if width <= fits)
        tried = (max(usual, default=0), fits)
        return next((each for each in tried if self._is_enough(each, layout)), 0)

    def _is_enough(self, width: int, layout: Layout) -> bool:
        """Whether the answer can be written by hand into a blank of so many underscores."""
        return width * _UNDERSCORE[layout.is_large] >= self._letters * _letter(layout)

    def _fits(self, layout: Layout) -> int:
        """Tell how many underscores have room on a line with the hint, or with the first word of a long one."""
        clings = self.hint.split(" ")[0] if self.may_break_hint(layout) else self.hint
        return self._fits_beside(clings, layout)

    def _fits_beside(self, words: str, layout: Layout) -> int:
        return int((_line(layout) - self._wide(words, layout)) / _UNDERSCORE[layout.is_large])

    def _wide(self, hint: str, layout: Layout) -> float:
        return width_of(f"{_NO_BREAK}({hint})", SANS) * layout.sizes.note * _POINT if hint else 0.0


def _pieces(first: int, count: int, last: int) -> str:
    """Part so many underscores where a line ends, but for the first and the last."""
    between = max(count - first - last, 0) // _PIECE
    return _MAY_BREAK.join("_" * size for size in (first, *[_PIECE] * between, last))


def _letter(layout: Layout) -> float:
    """Tell how wide a letter by hand is at least, in millimetres."""
    is_typed = layout.is_form and layout.is_large
    return _TYPED_LETTER if is_typed else _hand(layout).letter


def _hand(layout: Layout) -> _Hand:
    if layout.is_large:
        return _HALVED if layout.is_booklet else _LARGE
    return _USUAL


def _widths(layout: Layout) -> tuple[tuple[int, int], ...]:
    return _FIELD_WIDTHS[layout.is_large] if layout.is_form else _hand(layout).widths


def _full(layout: Layout) -> int:
    """Tell how many underscores fill a line behind the letter of a blank."""
    return int(_line(layout) / _UNDERSCORE[layout.is_large])


def _line(layout: Layout) -> int:
    """Tell how long a line is behind the letter of a blank, in millimetres."""
    is_narrow = layout.answers == "inline" and not layout.is_large
    return (
        _INLINE_LINE
        if is_narrow
        else _LINE[layout.is_large] - _BESIDE_FIELD[layout.is_large] * layout.is_form
    )
