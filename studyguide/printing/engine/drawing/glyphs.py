"""Glyphs: a line is written with what was written of each of its glyphs before.

WeasyPrint asks C some ten things about each glyph, and works out the same figures from them, though nearly all stood
before, as wide and as far from the next; that took a tenth of printing cards.
"""

import sys
from collections.abc import Iterator
from itertools import chain
from struct import Struct
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.letters import shape_alone

_TELLING: Final = 16
"""Bytes of a glyph that count: which it is, how wide, how far aside and how far up; others may be anything."""

_EMPTY: Final = (0x0FFFFFFF).to_bytes(4, sys.byteorder) + bytes(4)
"""A glyph that is nothing, and as wide: where a line may be broken, and a space at the end of one that goes on."""

_USED_BY_SIZE: Final = 14802
"""From this version on Pango tells the size of a face as it is used."""


class Face(NamedTuple):
    """A face in a size, as a PDF has it: what WeasyPrint knows it by, what is written to choose it, and of each glyph.

    Pango's name for it is another's as soon as it goes, from which its layout keeps it.
    """

    font: Any
    size: float
    key: tuple[Any, float]
    chosen: bytes
    written: dict[bytes, str]
    layout: Any


_Run = tuple[Face, list[bytes]]
"""A face and its glyphs, as C has them."""


class Lines:
    """Draws what it has seen all glyphs of, and has the rest drawn by what was there before."""

    def __init__(self, text: Any, before: Any) -> None:
        from pydyf import _to_bytes  # type: ignore[import-untyped]

        self._to_bytes = _to_bytes
        self._before, self._of = before, text
        self._null, self._bytes_of = text.ffi.NULL, text.ffi.buffer
        self._line_of = text.pango.pango_layout_get_line_readonly
        self._step = step = text.ffi.sizeof("PangoGlyphInfo")
        self._parted = Struct(f"{_TELLING}s{step - _TELLING}x").iter_unpack
        self._by_description = text.pango.pango_version() >= _USED_BY_SIZE
        self._known = dict[tuple[int, float], tuple[dict[bytes, str], Any]]()
        self._faces = dict[Any, Face]()

    def __call__(self, stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        """Draw the line of a box, and tell of the emojis in it."""
        is_usual = overflow != "ellipsis" and ellipsis == "none" and box.text.strip()
        if not (is_usual and box.style["font_size"] >= 1):
            return self._before(stream, box, overflow, ellipsis, matrix)
        parts = self.written(stream, box.pango_layout)
        if parts is None:
            runs = [*self._runs(stream, box.pango_layout)]
            shape_alone(box.pango_layout, box.style)
            emojis = self._before(stream, box, overflow, ellipsis, matrix)
            self._learn(runs)
            return emojis
        stream.set_text_matrix(*matrix.values)
        for face, written in parts:
            stream.set_font_size(*face.key)
            stream.show_text(written)
        return []

    def written(self, stream: Any, layout: Any) -> list[tuple[Face, str]] | None:
        """Give what is written of a line in each face in turn, if all of it is known."""
        if not self._by_description:
            return None
        parts = list[tuple[Face, str]]()
        last = None
        for face, glyphs in self._runs(stream, layout):
            written = face.written
            try:
                told = "".join(map(written.__getitem__, glyphs))
            except KeyError:  # it may stand as wide as it did nowhere yet
                self._learn([(face, glyphs)])
                if not written.keys() >= {*glyphs}:
                    return None
                told = "".join(map(written.__getitem__, glyphs))
            told = f"<{told}>" if told[-1:] != "<" else f"<{told[:-1]}"
            if face is last:
                told = parts.pop()[1] + told
            parts.append((face, told))
            last = face
        return parts

    def _runs(self, stream: Any, layout: Any) -> Iterator[_Run]:
        """Yield the runs of the one line of a layout."""
        if not getattr(layout, "is_single", False):
            self._of.pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        null, step, bytes_of = self._null, self._step, self._bytes_of
        goes_on = getattr(layout, "goes_on", False)
        run = self._line_of(layout.layout, 0).runs[0]
        while run != null:
            item, run = run.data, run.next
            glyphs, of = item.glyphs, item.item.analysis.font
            if of not in self._faces:
                self._faces[of] = self._face(stream, of, layout.layout)
            data = bytes_of(glyphs.glyphs, glyphs.num_glyphs * step)
            told = [*chain.from_iterable(self._parted(data))]
            yield (
                self._faces[of],
                [each for each in told if each[:8] != _EMPTY] if goes_on else told,
            )

    def _face(self, stream: Any, of: Any, layout: Any) -> Face:
        font, size = stream.add_font(of)
        # a font's name is another's as soon as it goes
        written, _ = self._known.setdefault((id(font), size), ({}, font))
        chosen = b"/%b %b Tf" % (self._to_bytes(font.hash), self._to_bytes(size))
        return Face(font, size, (font.hash, size), chosen, written, layout)

    def _learn(self, runs: list[_Run]) -> None:
        """Note what was written of glyphs that stand on the line, in faces of letters that have no colours."""
        for face, glyphs in runs:
            font = face.font
            if not (font.bitmap or font.svg or font.png or font.colr):
                for glyph in {*glyphs} - face.written.keys():
                    if told := self._told(font, face.size, glyph):
                        face.written[glyph] = told

    def _told(self, font: Any, size: float, glyph: bytes) -> str:
        """Give what WeasyPrint writes of a glyph, or nothing of one that does not stand on the line or that is missing."""
        number, *places = memoryview(glyph).cast("i")
        width, aside, up = places
        if up or number not in font.widths or number not in font.to_unicode:
            return ""
        offset = aside / size
        kerning = font.widths[number] + offset - width * 1000 * self._of.FROM_UNITS / size
        before = f">{-offset}<" if offset else ""
        return f"{before}{number:04x}" + (f">{int(kerning)}<" if kerning else "")
