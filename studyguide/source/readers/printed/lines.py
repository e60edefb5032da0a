"""From the lines of printed pages to paragraphs, headings and footnotes.

Paragraphs begin at indents, wider gaps, and after a short last line; headings are those of the
document's bookmarks, or else what is set larger. What repeats from page to page is no text.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from studyguide.source.readers.document import Builder, Kind
from studyguide.source.readers.hyphens import Hyphens
from studyguide.source.readers.printed.bookmarks import Bookmark, Ordered, bookmarked, letters

_FOLIO = re.compile(r"[\s\-–—|·•\[(]*(?:\d{1,4}|[ivxlcdm]{1,7})[\s\-–—|·•\])]*", re.IGNORECASE)
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b")
_STOP = re.compile(r"[.!?…:;”\"»’)。！？]\s*$")
_NOTE = re.compile(r"\s*(?:\d{1,3}|[*†‡])[\s.)]*(?=[^\W\d_])")
_BULLET = re.compile(r"\s*[•‣◦▪●○■·–—*-]\s+")
_DASH = re.compile(r"\s*([–—])\s")
_BEFORE_DASH = re.compile(r"\n(?=[^\S\n]*[–—]\s)")
_ENDED = re.compile(r"[.!?…:;。！？；：][\"»”’)\]]*\s*$")
_REPEATED = 3
_LARGER, _FAR_LARGER, _SMALLER, _MUCH = 1.15, 1.5, 0.92, 0.2
"""Sizes of headings, of titles that no running head has, and of footnotes, and what share of the letters is no heading, however large it is set."""

_ABOUT = 3
"""Points by which heights of a line may differ."""

_WIDE_GAP = 1.4
_SHORT = 0.85
_LONGEST_HEADING = 120
_TITLES = ("heading", "title")
_SMALL_HEADING = 9
"""Level of what is set larger, but is no bookmark."""


class Line(NamedTuple):
    """A line of a page, in points from its lower left corner; `page` counts from 0."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int
    is_bold: bool = False


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out running heads and folios: what repeats at the edges of pages but for its figures."""
    if len(pages) == 1:
        foot = min((line.bottom for line in pages[0]), default=0.0)
        return [
            [line for line in pages[0] if line.bottom > foot or not _FOLIO.fullmatch(line.text)]
        ]
    counts = Counter(key for page in pages for key in {*map(_edge, _at_edges(page))})
    largest = _FAR_LARGER * _usual_size(pages)  # what is larger is the title of a slide
    kept = []
    for page in pages:
        gone = {
            line
            for line in _at_edges(page)
            if _FOLIO.fullmatch(line.text)
            or (counts[_edge(line)] >= min(_REPEATED, len(pages)) and line.size <= largest)
        }
        kept.append([line for line in page if line not in gone])
    return kept


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _at_edges(page: Sequence[Line]) -> list[Line]:
    """Give the highest and the lowest line of a page, all of each."""
    heights = sorted({round(line.bottom / 3) for line in page})
    edges = {*heights[:1], *heights[-2:]}
    return [line for line in page if round(line.bottom / 3) in edges]


def _edge(line: Line) -> tuple[str, int]:
    """Tell a line at an edge by its words without figures, and by its height."""
    return _FIGURES.sub("#", line.text.casefold()), round(line.bottom / 12)


def fill(
    builder: Builder,
    pages: Sequence[Sequence[Line]],
    labels: Sequence[str],
    outline: Mapping[int, Sequence[Bookmark]],
) -> None:
    """Add all parts of some pages; `labels` are the page numbers as printed, `outline` is by page."""
    lines = [line for page in pages for line in page]
    hyphens = Hyphens("\n".join(each.text for each in lines))
    typesetter = _Setter(builder, labels, _Measures.of(lines), hyphens)
    for number, page in enumerate(pages):
        typesetter.page(page, outline.get(number, ()), has_outline=bool(outline))
    typesetter.end()


@dataclass(frozen=True, slots=True)
class _Measures:
    """What most lines have: size, height from one to the next, right edge; and the largest size in which much is set."""

    size: float
    largest: float
    leading: float
    right: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Measures":
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        least = _MUCH * sum(sizes.values())
        largest = max(each for each in (size, *sizes) if each == size or sizes[each] > least)
        steps = [
            before.bottom - after.bottom
            for before, after in pairwise(lines)
            if before.page == after.page and 0 < before.bottom - after.bottom < 4 * size
        ]
        rights = sorted(line.right for line in lines)
        return cls(
            size,
            largest,
            median(steps) if steps else 1.2 * size,
            rights[len(rights) * 9 // 10] if rights else 0,
        )


@dataclass
class _Setter:
    """Joins lines to parts."""

    builder: Builder
    labels: Sequence[str]
    measures: _Measures
    hyphens: Hyphens
    _lines: list[Line] = field(default_factory=list)
    _kind: Kind = "text"
    _level: int = 0
    _page: int = -1

    def page(self, page: Sequence[Line], marks: Sequence[Bookmark], *, has_outline: bool) -> None:
        """Take the lines of a page."""
        left = _left_of(page)
        titles: dict[str, list[Ordered]] = {}
        for order, each in reversed([*enumerate(marks)]):
            titles.setdefault(letters(each.title), []).append((order, each))
        titles.pop("", None)
        at = 0
        while at < len(page):
            count, mark = bookmarked([line.text for line in page[at : at + 3]], titles)
            if mark:
                self.end()
                titles[letters(mark.title)].pop()
                self._lines = [*page[at : at + count]]
                self._kind, self._level = "heading", mark.level
                self.end()
                at += count
                continue
            self._take(page[at], left, has_outline=has_outline)
            at += 1

    def _take(self, line: Line, left: float, *, has_outline: bool) -> None:
        kind, level = self._kind_of(line, has_outline=has_outline)
        is_same = (kind, level) == (self._kind, self._level)
        if self._lines and not (is_same and self._goes_on(line, left)):
            self.end()
        if not self._lines:
            self._kind, self._level = kind, level
        self._lines.append(line)

    def _kind_of(self, line: Line, *, has_outline: bool) -> tuple[Kind, int]:
        size, body = line.size, self.measures.size
        if (
            size > _LARGER * self.measures.largest
            and len(line.text) <= _LONGEST_HEADING
            and len(line.text) > 1
        ):
            return "heading", _SMALL_HEADING if has_outline else max(1, 40 - round(size))
        if size < _SMALLER * body and (_NOTE.match(line.text) or self._kind == "footnote"):
            return "footnote", 0
        if line.is_bold and not has_outline and line.right < _SHORT * self.measures.right:
            return "title", 0
        return "text", 0

    def _goes_on(self, line: Line, left: float) -> bool:
        """Whether a line goes on with the part that the line before it belongs to."""
        last, measures = self._lines[-1], self.measures
        if self._kind == "footnote" and _NOTE.match(line.text):
            return False
        if self._begins_entry(line):
            return False
        if abs(last.bottom - line.bottom) < _ABOUT and 0 <= line.left - last.right < measures.size:
            return True  # what is raised or sunk parts a line
        is_short = last.right < _SHORT * measures.right and bool(_STOP.search(last.text))
        is_indented = line.left > left + 0.7 * measures.size and last.left < line.left - 3
        if last.page != line.page or line.bottom > last.bottom + measures.leading:
            return not (_STOP.search(last.text) and (is_short or is_indented))
        if last.bottom - line.bottom > _WIDE_GAP * measures.leading:
            return self._kind in _TITLES and last.bottom - line.bottom < 2 * line.size
        return self._kind in _TITLES or not (
            is_short or (is_indented and not _BULLET.match(self._lines[0].text))
        )

    def _begins_entry(self, line: Line) -> bool:
        """Whether a line is a new entry of a list; before a dash a full line may only have been broken."""
        first, last = self._lines[0], self._lines[-1]
        if not _BULLET.match(line.text) or last.text.endswith(("\x02", "-")):
            return False
        dash, own = _DASH.match(line.text), _DASH.match(first.text)
        if not dash or _ENDED.search(last.text) or last.right < _SHORT * self.measures.right:
            return True
        is_next = own is not None and own[1] == dash[1] and abs(first.left - line.left) < 3
        return is_next or line.left > last.left + 1.5 * self.measures.size

    def end(self) -> None:
        """End a part."""
        if not self._lines:
            return
        before: list[str] = []
        for line in self._lines:
            if line.page != self._page:
                self._page = line.page
                inside = len(self.hyphens.join("\n".join(before))) + 1 if before else 0
                self.builder.page(self.labels[line.page], inside)
            before.append(line.text)
        text = _BEFORE_DASH.sub(" ", self.hyphens.join("\n".join(before)))
        if self._kind == "footnote":
            text = _NOTE.sub("", text, count=1)
        self.builder.add(self._kind, text, self._level)
        self._lines, self._kind, self._level = [], "text", 0


def _left_of(page: Sequence[Line]) -> float:
    """Tell where most lines of a page begin."""
    counts = Counter(round(line.left) for line in page)
    return float(max(counts, key=lambda left: (counts[left], -left))) if counts else 0.0
