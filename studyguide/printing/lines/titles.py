"""Titles in headings, in contents and above a page: in which lines they are set, and which of their words stay together."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from studyguide.language.language import Language
from studyguide.printing.lines.line_breaking import (
    JOINED,
    NO_SPACE,
    SLACK,
    SOFT_HYPHEN,
    balanced,
    cut,
    lines_of,
    parted_words,
    whole_words,
    width_of,
)
from studyguide.printing.press.fonts import SANS_REGULAR, SERIF, SERIF_BOLD
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled

_POINT = 25.4 / 72
_NO_BREAK = "\N{NO-BREAK SPACE}"

_ALONE, _LOST = 2 / 3, 8
"""Of the longest line, how long one of a single word is at least, or a last one of two words of so many letters."""


class Fill(NamedTuple):
    """Of the longest line, how long one is at least for which words are kept together; how many of them are let go at once for it, and how many lines more they may take."""

    share: float
    joints: int | None
    more: int = 0


_LISTED_LINES, _LINES = Fill(2 / 3, None), Fill(0.55, 1)
"""In contents, and in a heading."""
_TRIES = 5
"""How often words are let go until all lines are so long."""

_HEAD, _OWN_FACE = 150.0, 0.8
"""How wide a running head is at most, in millimetres; how much of that is sure to have room in a face of a deck's own."""

_GAP = "\N{EM SPACE}"
"""What stands between a running head and the range of a key."""

_FULL, _SHORT, _PARTING = 2 / 3, 4, " ,;:·–-"
"""How much of a line is filled at least by what is cut behind a word that leads to no other, else behind none of so few letters; what stands before no `…`."""

_HEADING = {
    "usual": (("", 26, 3), ("longer", 18, 0)),
    "large": (("", 30, 3), ("longer", 22, 4), ("longest", 18, 0)),
}
_HEADING_MOST = {"usual": 150.0, "large": 130.0}
"""How large the heading of a section is set, in points, by the class that is so large, as in `guide.css`, and for how many lines at most; how wide at most, in millimetres: in large print it stands beside its number."""

_SCALED = re.compile(r'<span class="(\w+)">(.*)</span>', re.DOTALL)

_LISTED = {"usual": (11 * _POINT, 118.0), "large": (16 * _POINT, 110.0)}
"""The same of a title in the contents."""


def in_company(text: str, file: str, most: float) -> str:
    """Keep the last word of a heading, or two, with the one before where short ones, or what leads to it, would stand alone.

    Else, and where it would take another line, or leave others alone, it stays as it is.
    """
    if not _leaves_alone(text, file, most):
        return text
    words = text.split(" ")
    ended = ([*words[:-count], _NO_BREAK.join(words[-count:])] for count in (2, 3))
    kept = (" ".join(each) for each in ended)
    better = (each for each in kept if _has_room(each, text, file, most))
    return next((each for each in better if not _leaves_alone(each, file, most)), text)


def _has_room(kept: str, text: str, file: str, most: float, more: int = 0) -> bool:
    """Whether a text with words kept together takes no more lines than without, or so many, and none that is too long."""
    lines = lines_of(kept, file, most)
    is_longer = len(lines) > len(lines_of(text, file, most)) + more
    return not is_longer and all(width_of(line, file) <= most for line in lines)


def _leaves_alone(text: str, file: str, most: float) -> bool:
    """Whether a line is one word alone, or the last is two short ones, and much shorter than another."""
    lines = lines_of(text, file, balanced(text, file, most))
    wide = [width_of(line, file) for line in lines]
    counts = [len(line.split()) for line in lines]
    counts[-1] -= counts[-1] == 2 and len(lines[-1]) <= _LOST
    alone = (width for width, count in zip(wide, counts, strict=True) if count == 1)
    return min(alone, default=max(wide)) < max(wide) * _ALONE


def clinging(text: str, language: Language) -> str:
    """Keep each word that only leads to the next (a, of, and) on a line with it."""
    glued = (
        f"{word}{_NO_BREAK if language.is_function_word(word.lower()) else ' '}"
        for word in text.split(" ")
    )
    return "".join(glued)[:-1]


def _filled(glued: str, text: str, file: str, most: float, fill: Fill) -> str:
    """Part words of a text that are kept together again where the line before them were much shorter than others."""
    for _ in range(_TRIES):
        lines = lines_of(glued, file, balanced(glued, file, most))
        wide = [width_of(line, file) for line in lines]
        before, at = glued, 0
        for line, width in zip(lines[1:], wide, strict=False):
            at = glued.index(line, at)
            if width < fill.share * max(wide):
                end = at + len(line.partition(" ")[0])
                joints = (each for each in range(at, end) if glued[each] != text[each])
                for joint in islice(joints, fill.joints):
                    glued = f"{glued[:joint]} {glued[joint + 1 :]}"
        if glued == before:
            break
    return glued


class Heading(NamedTuple):
    """A heading, and the width in which its lines are about equally long, in millimetres."""

    text: str
    width: float


def heading_of(title: str, language: str, layout: Layout, *, has_own_faces: bool) -> Heading:
    """Set a heading so that no line ends with a word that leads to the next, if it takes no more lines for that; smaller where it takes many."""
    name = "large" if layout.is_large else "usual"
    scale, heading = "", Heading(title, _HEADING_MOST[name])
    for each, points, lines in _HEADING[name]:
        size = points * _POINT
        face = SERIF_BOLD, size, _HEADING_MOST[name]
        scale, heading = each, _set_in_lines(title, language, face, has_own_faces=has_own_faces)
        if _lines_in(heading, size) <= lines:
            break
    if not scale:
        return heading
    return heading._replace(text=Markup('<span class="{}">{}</span>').format(scale, heading.text))


def _lines_in(heading: Heading, size: float) -> int:
    parted = heading.text.replace(SOFT_HYPHEN, "- ").replace(NO_SPACE, " ").replace(JOINED, "")
    return len(lines_of(parted, SERIF_BOLD, heading.width / size))


def head_of(
    title: str, language: str, layout: Layout, *, has_own_faces: bool, beside: float = 0.0
) -> str:
    """Give what of a title has room in a running head, `beside` what else stands there, in units of its size."""
    wide = _HEAD / layout.sizes.small * 72 / 25.4 / SLACK
    return in_one_line(title, language, wide * (_OWN_FACE if has_own_faces else 1) - beside)


def beside_range(numbers: Sequence[str]) -> float:
    """Tell how much room the widest range takes that begins with the first of these numbers, with the gap before it, in units of its size."""
    widest = max((width_of(each, SANS_REGULAR) for each in numbers), default=0.0)
    return width_of(f"{_GAP}{numbers[0]}–", SANS_REGULAR) + widest if numbers else 0.0


def in_one_line(title: str, language: str, width: float) -> str:
    """Give what of a title has room in a line, in units of its size.

    What is cut ends with no word that leads to the next, or with a long one where else much of the line would stay
    empty. A word is cut only where the first alone has no room.
    """
    if width_of(title, SANS_REGULAR) <= width:
        return title
    room = width - width_of("…", SANS_REGULAR)
    line = lines_of(title, SANS_REGULAR, room)[0]
    if width_of(line, SANS_REGULAR) > room:
        return f"{next(cut(title, SANS_REGULAR, room))}…"
    ended = (_without_leading(line, language, most) for most in (len(line), _SHORT, 0))
    full = next(
        each for each in ended if width_of(each, SANS_REGULAR) >= room * _FULL or each == line
    )
    return f"{full.rstrip(_PARTING)}…"


def _without_leading(line: str, language: str, most: int) -> str:
    """Leave out the last words of a line that lead to the next, of so many letters at most, but for its first."""
    words = line.split(" ")
    known = Language(language)
    while len(words) > 1 and len(words[-1]) <= most and known.is_function_word(words[-1].lower()):
        words.pop()
    return " ".join(words)


def has_even_lines(layout: Layout, text: str, width: float) -> bool:
    """Whether a heading, as it is set, has two lines, or four."""
    found = _SCALED.fullmatch(text) if isinstance(text, Markup) else None
    scale = found[1] if found else ""
    said = Markup(found[2]).unescape() if found else text  # noqa: S704, it is so
    scales = _HEADING["large" if layout.is_large else "usual"]
    size = next(points for name, points, _ in scales if name == scale) * _POINT
    return _lines_in(Heading(said, width), size) % 2 == 0


def listed_of(title: str, language: str, layout: Layout, *, has_own_faces: bool) -> Heading:
    """Set a title in the same way in the contents, but with lines that are filled rather than one that ends early, as those are read at a glance."""
    face = SERIF, *_LISTED["large" if layout.is_large else "usual"]
    return _set_in_lines(title, language, face, has_own_faces=has_own_faces, is_filled=True)


def _set_in_lines(
    title: str,
    language: str,
    face: tuple[str, float, float],
    *,
    has_own_faces: bool,
    is_filled: bool = False,
) -> Heading:
    """Set a title in the lines of a face of a size, `most` wide."""
    file, size, most = face
    text = curled(title.strip(), language)
    parted = parted_words(text, language, file, most / size)
    if has_own_faces or parted != text or len(lines_of(text, file, most / size)) == 1:
        return Heading(text if has_own_faces else parted, most)
    text = kept_words(text, language, file, most / size, _LISTED_LINES if is_filled else _LINES)
    wide = round(size * balanced(text, file, most / size), 2)
    return Heading(whole_words(text, file, most / size), wide)


def kept_words(text: str, language: str, file: str, most: float, fill: Fill = _LINES) -> str:
    """Keep the words of a title together that lead to each other, or would be alone, if it takes no more lines for that, or so many."""
    glued = _filled(clinging(text, Language(language)), text, file, most, fill)
    text = glued if _has_room(glued, text, file, most, fill.more) else text
    return in_company(text, file, most)
