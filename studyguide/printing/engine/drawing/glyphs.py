"""Glyphs: a line is written with what was written of each of its glyphs before.

WeasyPrint asks C some ten things about each glyph, and works out the same figures from them, though nearly all stood
before, as wide and as far from the next; that took a tenth of printing cards.
"""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, Final

from studyguide.printing.engine.instead import instead
from studyguide.printing.engine.letters import shape_alone

_TELLING: Final = 16
"""Bytes of a glyph that count: which it is, how wide, how far aside and how far up; others may be anything."""

_EMPTY: Final = (0x0FFFFFFF).to_bytes(4, sys.byteorder) + bytes(4)
"""A glyph that is nothing, as wide: where a line may be broken, and a space at its end."""

_USED_BY_SIZE: Final = 14802
"""From this version on Pango tells the size of a face as it is used."""

_Run = tuple[Any, list[bytes]]
"""A face, as Pango has it, and its glyphs, as C has them."""

_Written = dict[bytes, str]
"""What is written of a glyph, in one face and size."""


def written_once(weasyprint: Any) -> AbstractContextManager[None]:
    """Write lines so while a block runs."""
    return instead(weasyprint.draw.text, "draw_first_line", partial(_Lines, weasyprint.text.ffi))


class _Lines:
    """Draws what it has seen all glyphs of, and has the rest drawn by what was there before."""

    def __init__(self, text: Any, before: Any) -> None:
        self._before, self._of = before, text
        self._step = text.ffi.sizeof("PangoGlyphInfo")
        self._by_description = text.pango.pango_version() >= _USED_BY_SIZE
        self._known = dict[tuple[int, float], tuple[_Written, Any]]()
        self._faces = dict[Any, tuple[Any, float, Any]]()

    def __call__(self, stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        """Draw the line of a box, and tell of the emojis in it."""
        is_usual = overflow == "clip" and ellipsis == "none" and box.text.strip()
        if not (is_usual and self._by_description and box.style["font_size"] >= 1):
            return self._before(stream, box, overflow, ellipsis, matrix)
        layout = box.pango_layout
        self._of.pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        line, _ = layout.get_first_line()
        runs = [*self._runs(line)]
        for of, _ in runs:
            if of not in self._faces:  # whose name is another's as soon as the line goes
                self._faces[of] = (*stream.add_font(of), layout.layout)
        parts = self._parts(runs)
        if parts is None:
            shape_alone(layout, box.style)
            emojis = self._before(stream, box, overflow, ellipsis, matrix)
            self._learn(runs)
            return emojis
        stream.set_text_matrix(*matrix.values)
        for font, size, written in parts:
            stream.set_font_size(font.hash, size)
            stream.show_text(written)
        return []

    def _runs(self, line: Any) -> Iterator[_Run]:
        run, step = line.runs[0], self._step
        while run != self._of.ffi.NULL:
            item, run = run.data, run.next
            glyphs = item.glyphs
            size = glyphs.num_glyphs * step
            data = self._of.ffi.buffer(glyphs.glyphs, size)[:]
            told = [data[at : at + _TELLING] for at in range(0, size, step)]
            yield item.item.analysis.font, [each for each in told if each[:8] != _EMPTY]

    def _parts(self, runs: list[_Run]) -> list[tuple[Any, float, str]] | None:
        """Give what is written in each face in turn, if all of it is known."""
        parts = list[tuple[Any, float, str]]()
        face = None
        for of, glyphs in runs:
            font, size, _ = self._faces[of]
            written, _ = self._known.get((id(font), size), ({}, font))
            try:
                told = "".join([written[glyph] for glyph in glyphs])
            except KeyError:
                return None
            told = f"<{told}>" if told[-1:] != "<" else f"<{told[:-1]}"
            if of == face:
                told = parts.pop()[2] + told
            parts.append((font, size, told))
            face = of
        return parts

    def _learn(self, runs: list[_Run]) -> None:
        """Note what was written of glyphs that stand on the line, in faces of letters that have no colours."""
        for of, glyphs in runs:
            font, size, _ = self._faces[of]
            if not (font.bitmap or font.svg or font.png or font.colr):
                # a face's name is another's as soon as it goes
                written, _ = self._known.setdefault((id(font), size), ({}, font))
                for glyph in {*glyphs} - written.keys():
                    if told := self._told(font, size, glyph):
                        written[glyph] = told

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
