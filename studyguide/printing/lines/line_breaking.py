"""Lines of text that is drawn: how wide our faces set it, and where it is broken before there is a layout."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining

from studyguide.printing.engine.parting import Limits, part_of
from studyguide.printing.press.fonts import path_of

SOFT_HYPHEN, NO_SPACE = "\u00ad", "\u200b"
"""Where a line may end with a hyphen, and without."""

JOINED = "\N{WORD JOINER}"
"""Behind a hyphen at which no line ends."""

_HYPHENED = re.compile(r"(?<=\w)-(?=\w)")

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

SLACK = 1.02
"""Kerning may make a line a little wider than its letters."""


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
    return tuple(part for line in lines_of(text, file, width) for part in cut(line, file, width))


def cut(line: str, file: str, width: float) -> Iterator[str]:
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
    return min(next(fitting, most) * SLACK, most)


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
        fitting = len(next(cut(word, file, room)))
        part = part_of(word, fitting, language, _LIMITS)
        if part is None or not 0 < part.length < len(word):
            break
        mark = SOFT_HYPHEN if part.has_hyphen else NO_SPACE
        parts += [word[: part.length], mark]
        word = word[part.length :]
    return "".join((*parts, word))


def whole_words(text: str, file: str, width: float) -> str:
    """Mark that words which have room in a line are not parted behind a hyphen: Saint-Aubin-des-Marais."""
    if "-" not in text:
        return text
    words = text.split(" ")
    fit = (width_of(word, file) <= width for word in words)
    return " ".join(
        _HYPHENED.sub(f"-{JOINED}", word) if has_room else word
        for word, has_room in zip(words, fit, strict=True)
    )


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
