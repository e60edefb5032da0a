"""Lines of text that is drawn: how wide our faces set it, and where it is broken before there is a layout."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import combining

from studyguide.language.language import Language
from studyguide.printing.engine.parting import Limits, part_of
from studyguide.printing.press.fonts import SANS_REGULAR, SERIF, SERIF_BOLD, path_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled

_NO_BREAK = "\N{NO-BREAK SPACE}"

_SOFT_HYPHEN, _NO_SPACE = "\u00ad", "\u200b"
"""Where a line may end with a hyphen, and without."""

_LIMITS = Limits(4, 4)
"""Letters of a parted word in a heading, before and behind its hyphen."""

_MOST_WORDS = 24
"""Of what is balanced: nobody reads more as a heading."""

_PARTS = re.compile(
    r" *(?:[（「『《〈【〔“‘]*"
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
    r"[\u0e30-\u0e3a\u0e45-\u0e4e\u3099\u309a々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ、。，．：；？！）」』》〉】〕”’・…]*"
    r"|[^ \u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+)"
)
"""What stays together in a line: a word, or a sign of Chinese, Japanese or Thai with what clings to it."""

_ALONE = 2 / 3
"""Of the longest line, how long one of a single word is at least."""

_SLACK = 1.02
"""Kerning may make a line a little wider than its letters."""

_HEAD, _OWN_FACE = 150.0, 0.8
"""How wide a running head is at most, in millimetres; how much of that is sure to have room in a face of a deck's own."""

_HEADING = {"usual": (26 * 25.4 / 72, 150.0), "large": (30 * 25.4 / 72, 130.0)}
"""How large the heading of a section is set, and how wide at most, in millimetres; in large print it stands beside its number."""

_LISTED = {"usual": (11 * 25.4 / 72, 118.0), "large": (16 * 25.4 / 72, 110.0)}
"""The same of a title in the contents."""


def lines_of(text: str, file: str, width: float) -> tuple[str, ...]:
    """Break a text into lines no longer than `width`, in units of its size.

    Words stay whole, but for those of scripts that do not part them.
    """
    lines = [""]
    for part in _PARTS.findall(text):
        longer = lines[-1] + part
        if lines[-1] and width_of(longer.rstrip(), file) > width:
            lines.append(part.lstrip())
        else:
            lines[-1] = longer.lstrip()
    return tuple(line.rstrip(" ") for line in lines)


def short_lines_of(text: str, file: str, width: float) -> tuple[str, ...]:
    """Break a text into lines, and a word that is longer than a line, too."""
    return tuple(part for line in lines_of(text, file, width) for part in _cut(line, file, width))


def _cut(line: str, file: str, width: float) -> Iterator[str]:
    """Yield a word that is longer than a line in lines; a mark stays with its letter."""
    while width_of(line, file) > width:
        end = next((at for at in range(1, len(line)) if width_of(line[: at + 1], file) > width), 1)
        while end < len(line) and combining(line[end]):
            end += 1
        if end == len(line):
            break
        yield line[:end]
        line = line[end:]
    yield line


def balanced(text: str, file: str, most: float) -> float:
    """Give the least width in which a text has no more lines than in the `most` wide, in units of its size.

    So its lines are about equally long. Where the face lacks a letter its width is not known, and all is taken.
    """
    words = text.split(" ")
    if len(words) > _MOST_WORDS or not has_all("".join(words), file):
        return most
    fewest = len(lines_of(text, file, most))
    runs = (
        width_of(" ".join(words[start:end]), file)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )
    widest = max(width_of(word, file) for word in words)
    widths = sorted(width for width in runs if widest <= width <= most)
    fitting = (width for width in widths if len(lines_of(text, file, width)) == fewest)
    return min(next(fitting, most) * _SLACK, most)


def in_company(text: str, file: str, most: float) -> str:
    """Keep the last word of a heading with the one before it where a short one, or what leads to it, would stand alone.

    Else, and where it would take another line, or leave another word alone, it stays as it is.
    """
    before, _, last = text.rpartition(" ")
    kept = f"{before}{_NO_BREAK}{last}"
    if not _leaves_alone(text, file, most) or not _has_room(kept, text, file, most):
        return text
    return text if _leaves_alone(kept, file, most) else kept


def _has_room(kept: str, text: str, file: str, most: float) -> bool:
    """Whether a text with words kept together takes no more lines than without, and none that is too long."""
    lines = lines_of(kept, file, most)
    is_longer = len(lines) > len(lines_of(text, file, most))
    return not is_longer and all(width_of(line, file) <= most for line in lines)


def _leaves_alone(text: str, file: str, most: float) -> bool:
    """Whether a line is one word alone, and much shorter than another."""
    lines = lines_of(text, file, balanced(text, file, most))
    wide = [width_of(line, file) for line in lines]
    alone = (width for width, line in zip(wide, lines, strict=True) if len(line.split()) == 1)
    return min(alone, default=max(wide)) < max(wide) * _ALONE


def clinging(text: str, language: Language) -> str:
    """Keep each word that only leads to the next (a, of, and) on a line with it."""
    glued = (
        f"{word}{_NO_BREAK if language.is_function_word(word.lower()) else ' '}"
        for word in text.split(" ")
    )
    return "".join(glued)[:-1]


class Heading(NamedTuple):
    """A heading, and the width in which its lines are about equally long, in millimetres."""

    text: str
    width: float


def heading_of(title: str, language: str, layout: Layout, *, has_own_faces: bool) -> Heading:
    """Set a heading so that no line ends with a word that leads to the next, if it takes no more lines for that."""
    face = SERIF_BOLD, *_HEADING["large" if layout.is_large else "usual"]
    return _set_in_lines(title, language, face, has_own_faces=has_own_faces)


def head_of(
    title: str, language: str, layout: Layout, *, has_own_faces: bool, beside: float = 0.0
) -> str:
    """Give what of a title has room in a running head, `beside` what else stands there, in units of its size."""
    wide = _HEAD / (16 if layout.is_large else 8) * 72 / 25.4 / _SLACK
    return in_one_line(title, language, wide * (_OWN_FACE if has_own_faces else 1) - beside)


def in_one_line(title: str, language: str, width: float) -> str:
    """Give what of a title has room in a line, in units of its size; what is cut ends with no word that leads to the next.

    A word is cut only where the line would be less than a third full without it.
    """
    if width_of(title, SANS_REGULAR) <= width:
        return title
    room = width - width_of("…", SANS_REGULAR)
    words = lines_of(title, SANS_REGULAR, room)[0].split(" ")
    while len(words) > 1 and Language(language).is_function_word(words[-1].lower()):
        words.pop()
    first = " ".join(words).rstrip(" ,;:·–-")
    is_short = not room / 3 <= width_of(first, SANS_REGULAR) <= room
    return f"{next(_cut(title, SANS_REGULAR, room)) if is_short else first}…"


def has_even_lines(layout: Layout, text: str, width: float) -> bool:
    """Whether a heading, as it is set, has two lines, or four."""
    size, _ = _HEADING["large" if layout.is_large else "usual"]
    parted = text.replace(_SOFT_HYPHEN, "- ").replace(_NO_SPACE, " ")
    return len(lines_of(parted, SERIF_BOLD, width / size)) % 2 == 0


def listed_of(title: str, language: str, layout: Layout, *, has_own_faces: bool) -> Heading:
    """Set a title in the same way in the contents."""
    face = SERIF, *_LISTED["large" if layout.is_large else "usual"]
    return _set_in_lines(title, language, face, has_own_faces=has_own_faces)


def _set_in_lines(
    title: str, language: str, face: tuple[str, float, float], *, has_own_faces: bool
) -> Heading:
    """Set a title in the lines of a face of a size, `most` wide."""
    file, size, most = face
    text = curled(title.strip(), language)
    parted = parted_words(text, language, file, most / size)
    if has_own_faces or parted != text or len(lines_of(text, file, most / size)) == 1:
        return Heading(text if has_own_faces else parted, most)
    glued = clinging(text, Language(language))
    text = glued if _has_room(glued, text, file, most / size) else text
    text = in_company(text, file, most / size)
    return Heading(text, round(size * balanced(text, file, most / size), 2))


def parted_words(text: str, language: str, file: str, width: float) -> str:
    """Mark where words that are longer than a line are parted, `width` in units of its size, by hyphens that only show there."""
    if width_of(text, file) <= width:
        return text
    words = (
        word if width_of(word, file) <= width else _parted_word(word, language, file, width)
        for word in text.split(" ")
    )
    return " ".join(words)


def _parted_word(word: str, language: str, file: str, width: float) -> str:
    parts, room = [], width - width_of("-", file)
    while width_of(word, file) > width:
        fitting = len(next(_cut(word, file, room)))
        part = part_of(word, fitting, language, _LIMITS)
        if part is None or not 0 < part.length < len(word):
            break
        mark = _SOFT_HYPHEN if part.has_hyphen else _NO_SPACE
        parts += [word[: part.length], mark]
        word = word[part.length :]
    return "".join((*parts, word))


def width_of(text: str, file: str) -> float:
    """Measure a line, in units of its size, without kerning; what a face lacks is wide."""
    advances = _advances(file)
    try:
        return sum(map(advances.__getitem__, map(ord, text)))
    except KeyError:
        return sum([advances.get(code, 1.0) for code in map(ord, text)])


def has_all(text: str, file: str) -> bool:
    """Whether a face has every letter of a text, so that its width is known."""
    return all(map(_advances(file).__contains__, map(ord, text)))


@cache
def _advances(file: str) -> dict[int, float]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(path_of(file), lazy=True) as font:
        widths, size = font["hmtx"].metrics, font["head"].unitsPerEm
        return {code: widths[glyph][0] / size for code, glyph in font.getBestCmap().items()}
