"""Writing a PDF of what is laid out, with all that is said of it in this room."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from studyguide.printing.engine.drawing.backgrounds import shared
from studyguide.printing.engine.drawing.borders import drawn_where_there_are
from studyguide.printing.engine.drawing.glyphs import Lines
from studyguide.printing.engine.drawing.layers import found_in_place
from studyguide.printing.engine.drawing.marks import opened_directly
from studyguide.printing.engine.drawing.matrices import multiplied_at_once
from studyguide.printing.engine.drawing.measures import read_quickly
from studyguide.printing.engine.drawing.packing import written_quickly
from studyguide.printing.engine.drawing.paints import painted_as_told
from studyguide.printing.engine.drawing.spans import Spans
from studyguide.printing.engine.drawing.tags import made_directly
from studyguide.printing.engine.instead import instead
from studyguide.printing.engine.letters import of_drawings_once


@contextmanager
def in_writing(weasyprint: Any) -> Iterator[None]:
    """Do so while the block runs."""
    with (
        written_quickly(),
        written_once(weasyprint),
        of_drawings_once(weasyprint.text),
        shared(weasyprint),
        opened_directly(weasyprint.pdf.Stream),
        found_in_place(weasyprint.stacking) as outlined,
        drawn_where_there_are(weasyprint.draw, outlined),
        made_directly(weasyprint.pdf.tags),
        multiplied_at_once(weasyprint.matrix.Matrix),
        read_quickly(weasyprint.svg),
        painted_as_told(weasyprint.svg),
    ):
        yield


@contextmanager
def written_once(weasyprint: Any) -> Iterator[None]:
    """Write lines with what was written of their glyphs before, and plain texts in one go, while the block runs."""
    draw = weasyprint.draw
    lines = Lines(weasyprint.text.ffi, draw.text.draw_first_line)
    with (
        instead(draw.text, "draw_first_line", lambda _: lines),
        instead(draw, "draw_inline_level", partial(Spans, draw, lines)),
    ):
        yield
