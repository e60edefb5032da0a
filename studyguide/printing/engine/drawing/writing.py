"""Writing a PDF of what is laid out, with all that is said of it in this room."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studyguide.printing.engine.drawing.backgrounds import shared
from studyguide.printing.engine.drawing.borders import drawn_where_there_are
from studyguide.printing.engine.drawing.glyphs import written_once
from studyguide.printing.engine.letters import of_drawings_once


@contextmanager
def in_writing(weasyprint: Any) -> Iterator[None]:
    """Do so while the block runs."""
    with (
        written_once(weasyprint),
        of_drawings_once(weasyprint.text),
        shared(weasyprint),
        drawn_where_there_are(weasyprint.draw),
    ):
        yield
