"""Faces of plain words with the ends of their lines, and so their height, before anything is laid out.

WeasyPrint need not look for the ends then, and nothing is measured. Lengths are in millimetres.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from studyguide.deck.marked import Marked, alike, is_of_words, runs_of
from studyguide.printing.cutout.cards import Face, Part
from studyguide.printing.cutout.fit import (
    BORDER,
    LEADING,
    SIZES,
    SIZES_WITH,
    SMALLEST_FOR_A_WORD,
    Fit,
    height_for_text,
    steps_for,
    width_for_text,
)
from studyguide.printing.cutout.imposition import Size
from studyguide.printing.cutout.line_ends import line_ends
from studyguide.printing.cutout.words import TEXT, WITH_IT, Faces, Words
from studyguide.printing.engine.plain import LINE_SEPARATOR
from studyguide.printing.lines.line_breaking import has_all, width_of
from studyguide.printing.press.fonts import SANS_REGULAR, SERIF
from studyguide.printing.press.typography import curled_words
from studyguide.vocabulary.vocabulary import Vocabulary

_OVER: Final = 0.4
"""Millimetres that the letters of a line may be wider than it: kerning makes them narrower, on most lines by as much."""

_MORE_THAN_WORDS: Final = frozenset("\\$`|<\n\t\u00ad\u200b" + LINE_SEPARATOR)
"""What formulas, code, tables and verse are made of, and where a word may be parted."""

_RAISED: Final = 0.005
"""Of its size, how much taller a line with a blank is: the sans stands a little higher in it."""

_STROKE: Final = -0.03
"""How much closer the strokes of a blank stand, of their size."""

_ABOVE, _BELOW_LABEL = 1.5, 1.0
"""Above what accompanies a text, and below a label, which has none above."""

_BULLET, _BELOW_ENTRY = 0.58, 0.25
"""How far the entries of a list are indented, and what stands below each, of their size."""


_EMPHASIS: Final = frozenset(("em", "strong"))


class Balanced(NamedTuple):
    """A face whose lines are ended, and how tall they are together."""

    face: Face
    height: float


class Blank(NamedTuple):
    """The strokes of a blank, what stands between it and its hint, and whether that takes a line at most."""

    strokes: str
    joint: str
    is_whole: bool


class _Ended(NamedTuple):
    """The same parts with the ends of lines, how many lines those are, and in how many there is a blank."""

    parts: tuple[str, ...]
    lines: int
    raised: int = 0


class _Setting(NamedTuple):
    """How wide a card's text is, and how large; in which language."""

    room: float
    size: float
    small: float
    vocabulary: Vocabulary


def blank_for(hint: str, room: float) -> Blank:
    """Give the blank that stands before a hint, if there is one.

    A bracket stays in a line, with its blank where that fits: letters of about 2.7 mm, a blank of 30, or a shorter
    one of 21. That finds room behind the words before it, and is not alone in a line.
    """
    wide = (len(hint) + 2) * 2.7 if hint else 0
    blank = 21 if wide + 30 > room else 30
    return Blank("_" * int(blank * 0.4), " " if wide + blank > room else "\u00a0", wide <= room)


def fitted(
    faces: Sequence[Face], card: Size, vocabulary: Vocabulary
) -> dict[int, tuple[Fit, Face]]:
    """End the lines of faces in the largest size in which they fit; by their place in the sequence, where that is known.

    What is asked with a sentence is in one size on all its cards, and what is answered.
    """
    tried = (_fitted(face, card, vocabulary, steps_for(card, face)) for face in faces)
    found = {number: known for number, known in enumerate(tried) if known}
    steps = dict[tuple[str, str], int]()
    for fit, face in found.values():
        steps[face.id, face.side] = max(fit.step, steps.get((face.id, face.side), 0))
    for number, (fit, face) in found.items():
        if face.parts and fit.step < (step := steps[face.id, face.side]):
            found[number] = _fitted(faces[number], card, vocabulary, (step,)) or found[number]
    return found


def _fitted(
    face: Face, card: Size, vocabulary: Vocabulary, steps: Iterable[int]
) -> tuple[Fit, Face] | None:
    """End the lines of a face in the first of the steps in which it fits; nothing where a word is parted, unless smaller letters keep it whole."""
    for step in steps:
        found = balanced(face, card, step, vocabulary)
        if not found and step >= SMALLEST_FOR_A_WORD:
            break
        if found and found.height <= height_for_text(card, face):
            return Fit(step, BORDER, is_to_be_seen=True), found.face
    return None


def balanced(face: Face, card: Size, step: int, vocabulary: Vocabulary) -> Balanced | None:
    """End the lines of a face, set in one of the steps; nothing where it has more than words that fit into lines."""
    if face.image or face.sound or face.has_lines or face.is_in_columns:
        return None
    setting = _Setting(width_for_text(card), SIZES[step], SIZES_WITH[step], vocabulary)
    ended, with_it = _text(face, setting), _what_accompanies(face, setting)
    if ended is None or with_it is None:
        return None
    note, height = with_it
    tall = sum(each.lines * LEADING + each.raised * _RAISED for each in ended)
    tall += _BELOW_ENTRY * len(ended) * face.is_list
    return Balanced(_with(face, ended, note), tall * setting.size + height)


def _with(face: Face, ended: list[_Ended], note: str) -> Face:
    if not face.parts:
        lines = tuple(each.parts[0] for each in ended)
        return replace(face, lines=lines, note=note, is_balanced=True)
    parts = zip(face.parts, ended[0].parts, strict=True)
    set_parts = tuple(part._replace(text=text) for part, text in parts)
    return replace(face, parts=set_parts, note=note, is_balanced=True)


def _text(face: Face, setting: _Setting) -> list[_Ended] | None:
    """End the lines of what a face says."""
    room = (setting.room + _OVER) / setting.size - _BULLET * face.is_list
    if face.parts:
        paragraphs = [_sentence(face.parts, setting, room)]
    else:
        paragraphs = [_plain(text, TEXT, setting, room) for text in face.lines]
    ended = [each for each in paragraphs if each]
    return ended if len(ended) == len(paragraphs) else None


def _what_accompanies(face: Face, setting: _Setting) -> tuple[str, float] | None:
    """Give the note with the ends of its lines, and how tall all is that accompanies a text."""
    room, note, tall = (setting.room + _OVER) / setting.small, face.note, 0.0
    label = setting.vocabulary.plain(face.label) if face.label else ""
    for text, margin in ((label, _BELOW_LABEL), (face.citation, _ABOVE)):
        if not has_all(text, SANS_REGULAR) or width_of(text, SANS_REGULAR) > room:
            return None
        tall += bool(text) * (LEADING * setting.small + margin)
    if face.note:
        ended = _plain(face.note, WITH_IT, setting, room)
        if not ended:
            return None
        (note,) = ended.parts
        tall += LEADING * setting.small * ended.lines + _ABOVE
    return note, tall


def _plain(text: str, faces: Faces, setting: _Setting, room: float) -> _Ended | None:
    """End the lines of a text."""
    text = alike(text, text.rstrip("\r\n"))
    if not _is_of_words(text, faces.upright):
        return None
    words = Words()
    words.add(text, curled_words(text, setting.vocabulary.language), 0, faces)
    return _ended((text,), words, faces, room)


def _sentence(parts: Sequence[Part], setting: _Setting, room: float) -> _Ended | None:
    """End the lines of a sentence with blanks, or with what stood there."""
    words, texts = Words(), list[str]()
    for at, part in enumerate(parts):
        if not _is_of_words(part.text or part.hint, SERIF):
            return None
        if part.state == "hidden":
            blank = blank_for(part.hint, setting.room)
            if not blank.is_whole:
                return None
            strokes = len(blank.strokes) * (width_of("_", SANS_REGULAR) + _STROKE)
            words.add_blank(strokes, width_of(f"({part.hint})", SERIF) if part.hint else 0, at)
        else:
            words.add(part.text, part.text, at, TEXT, is_bold=part.state == "found")
        texts.append("\u00a0" if part.state == "hidden" and part.hint else part.text)
    return _ended(tuple(texts), words, TEXT, room)


def _ended(texts: tuple[str, ...], words: Words, faces: Faces, room: float) -> _Ended | None:
    """End the lines of texts where some of their words are parted."""
    starts = line_ends(words.widths, width_of(" ", faces.upright), room, words.hints)
    if starts is None or not all(words.widths):
        return None
    letters = [[*text] for text in texts]
    for start in starts:
        part, at = words.spaces[start]
        letters[part][at] = LINE_SEPARATOR
    parts = tuple(map(alike, texts, map("".join, letters)))
    raised = len({bisect_right(starts, each) for each in words.blanks})
    return _Ended(parts, len(starts) + 1, raised)


def _is_of_words(text: str, file: str) -> bool:
    """Whether a text is made of words that a face has, and of nothing else."""
    if not _MORE_THAN_WORDS.isdisjoint(text) or not has_all(text, file):
        return False
    if not isinstance(text, Marked):
        return True
    return is_of_words(text) and all(
        _EMPHASIS.issuperset(run.styles) and not run.address for run in runs_of(text)
    )
