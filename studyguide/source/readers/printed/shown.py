"""A printed page as it is shown: its text, and where its letters stand, how large they are, and in which face."""

import ctypes
import re
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType
from typing import Any, Final

from studyguide.language.keyboard import RAISED
from studyguide.source.readers.printed.accents import composed, has_accents
from studyguide.source.readers.printed.lines import Line
from studyguide.source.readers.printed.tables import Placed

_MARK = re.compile(r"\d(?:(?<=[^\W\d_.]{2}\d)|(?<=[.,;:!?”’»)]\d))\d{0,2}(?=[\s.,;:!?)”’»]|$)")
"""Begins with a figure, so that most places are passed over at once."""

_SMALL, _SMALLER, _LIFTED = 0.85, 0.95, 0.15
"""Times the size of the letter before: of the mark of a footnote, and of what is raised behind it, and how far."""

_POWER = re.compile(r"\d[\d−–-]*+(?<=\d)")
_RAISED = RAISED | str.maketrans("–", "⁻")

_LINE = re.compile(r"[^\r\n\x02\ufffe]++[\x02\ufffe]?|[\x02\ufffe]")
_BLANKS = re.compile(r"\s+")
_INITIAL: Final = 1.5
_OTHER: Final = 0.1
"""Times the size of what is behind it: of a drop cap, at least; by how much the letters of two lines differ in size."""

_APART: Final = 0.12
_WORD_GAP: Final = 1.6
_FEWEST_BLANKS: Final = 4
"""White between letters that are set apart, in sizes of them; how much wider it is between words; blanks that show it."""

_TITLE = re.compile(r"(?![a-zа-я])[^\n]{1,80}[^\s.,;:!?…-]")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_NAME: Final = 128
"""Bytes of the name of a face that are looked at."""


class Shown:
    """The text of a page, and where on the page its letters stand."""

    def __init__(
        self, text_page: Any, number: int, raw: ModuleType, *, is_bold_asked: bool
    ) -> None:
        self.text, self._number = text_page.get_text_range(), number
        self._handle, self._raw = text_page.raw, raw
        self._is_bold_asked = is_bold_asked
        self._name = ctypes.create_string_buffer(_NAME)
        self._left, self._right, self._bottom, _ = self._box = [ctypes.c_double() for _ in range(4)]

    def size(self, at: int) -> float:
        """Give the size of a letter."""
        return float(self._raw.FPDFText_GetFontSize(self._handle, self._place(at)))

    def edges(self, at: int) -> tuple[float, float]:
        """Give the left and the right edge of a letter."""
        self._raw.FPDFText_GetCharBox(self._handle, self._place(at), *self._box)
        return self._left.value, self._right.value

    def height(self, at: int) -> float:
        """Give the height of the line on which a letter stands, whatever letter it is."""
        handle, place = self._handle, self._place(at)
        self._raw.FPDFText_GetCharOrigin(handle, place, self._left, self._bottom)
        return self._bottom.value

    def _place(self, at: int) -> int:
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._handle, at))

    def lines(self) -> Iterator[Placed]:
        """Yield the lines of the page with their places; a hyphen at a line's end ends a line, too, and so does a drop cap."""
        size = 0.0
        for match in _LINE.finditer(self.text):
            placed = self._placed(match[0], match.start())
            if placed is None:
                continue
            is_other = abs(placed.line.size - size) > _OTHER * size
            if is_other and self._begins_small(placed, placed.start + 1):
                initial = self._placed(self.text[placed.start], placed.start)
                rest = self._placed(self.text[placed.start + 1 : placed.end], placed.start + 1)
                yield from filter(None, (initial, rest))
                placed = rest or placed
            else:
                yield placed
            size = placed.line.size

    def _begins_small(self, placed: Placed, at: int) -> bool:
        """Whether behind its first letter a line goes on in much smaller ones."""
        while at < placed.end and self.text[at].isspace():
            at += 1
        return at < placed.end and _INITIAL * self.size(at) < placed.line.size

    def part(self, whole: Placed, start: int, end: int) -> Line:
        """Give a part of a line as one of its own."""
        placed = self._placed(self.text[start:end], start)
        return placed.line if placed else whole.line

    def _placed(self, part: str, start: int) -> Placed | None:
        """Measure a line, or a part of one; nothing if it is blank."""
        shown = part.rstrip()
        begin = start + len(part) - len(part.lstrip())
        if not shown[begin - start :]:
            return None
        _, right = self.edges(start + len(shown.rstrip("\x02\ufffe")) - 1)
        raw, handle, place = self._raw, self._handle, self._place(begin)
        raw.FPDFText_GetCharBox(handle, place, *self._box)
        size = float(raw.FPDFText_GetFontSize(handle, place))
        left, bottom = self._left.value, self._bottom.value
        kept = self._read(shown[begin - start :], begin).replace("\ufffe", "\x02")
        is_bold = _TITLE.fullmatch(kept) is not None and self._is_bold(
            begin, start + len(shown) - 1
        )
        line = Line(kept, left, right, bottom, size, self._number, is_bold)
        return Placed(line, begin, start + len(shown))

    def _is_bold(self, *places: int) -> bool:
        """Whether the face of some letters calls itself bold."""
        for at in places:
            size = self._raw.FPDFText_GetFontInfo(
                self._handle, self._place(at), self._name, _NAME, None
            )
            if not 0 < size <= _NAME or _BOLD.search(self._name.raw[:size]) is None:
                return False
        return True

    def _together(self, text: str, start: int) -> str:
        """Put letters together that only stand far apart: no blank is in the file there, and no more white than elsewhere."""
        made = {
            at
            for at in range(1, len(text) - 1)
            if text[at] == " "
            and self._raw.FPDFText_IsGenerated(self._handle, self._place(start + at)) == 1
        }
        gone: set[int] = set()
        real = [at for at, sign in enumerate(text) if sign.isspace() and at not in made]
        for first, last in pairwise([-1, *real, len(text)]):
            blanks = [at for at in made if first < at < last]
            gone.update(self._only_white(text, start, (first + 1, last), blanks) if blanks else ())
        return "".join(sign for at, sign in enumerate(text) if at not in gone)

    def _only_white(
        self, text: str, start: int, span: tuple[int, int], blanks: list[int]
    ) -> Iterator[int]:
        """Yield which blanks between the letters of a piece of a line are but the white that all of them have."""
        inside = [
            self._gap(start + at - 1, start + at)
            for at in range(span[0] + 1, span[1])
            if not (text[at].isspace() or text[at - 1].isspace())
        ]
        gaps = {at: self._gap(start + at - 1, start + at + 1) for at in blanks}
        known = sorted(inside or gaps.values())
        usual = known[len(known) // 2]
        if usual > _APART * self.size(start) and (inside or len(blanks) >= _FEWEST_BLANKS):
            yield from (at for at, gap in gaps.items() if gap <= _WORD_GAP * usual)

    def _gap(self, first: int, second: int) -> float:
        return self.edges(second)[0] - self.edges(first)[1]

    def _read(self, text: str, start: int) -> str:
        """Leave out the marks of footnotes: figures behind a word, smaller than it; put accents on their letters."""
        if text.count(" ") * 4 > len(text):
            together = self._together(text, start)
            if together != text:
                return together
        marks = [
            match.span()
            for match in _MARK.finditer(text)
            if self.size(start + match.start()) < _SMALL * self.size(start + match.start() - 1)
        ]
        for first, last in self._powers(text, start):
            text = text[:first] + text[first:last].translate(_RAISED) + text[last:]
        if has_accents(text):
            return composed(text, start, self.edges, {at for span in marks for at in range(*span)})
        for first, last in reversed(marks):
            text = text[:first] + text[last:]
        return text

    def _powers(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield from where to where figures are raised behind others: 10⁹."""
        for match in _POWER.finditer(text):
            first, end = match.span()
            size = self.size(start + first)
            if end - first == 1 or self.size(start + end - 1) >= _SMALLER * size:
                continue
            at = next(at for at in range(first, end) if self.size(start + at) < _SMALLER * size)
            if self.height(start + at) > self.height(start + first) + _LIFTED * size:
                yield at, end

    def gaps(self, placed: Placed, least: float) -> list[tuple[int, float]]:
        """Give the gaps of a line that are wider than so much: where the words behind each begin, in the text and on the page."""
        found = []
        for blank in _BLANKS.finditer(self.text, placed.start, placed.end):
            left, _ = self.edges(blank.end())
            _, right = self.edges(blank.start() - 1)
            if left - right > least:
                found.append((blank.end(), left))
        return found
