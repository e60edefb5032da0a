"""A drawing as it is printed: what WeasyPrint would draw otherwise than browsers is said in other words."""

from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import ParseError, fromstring, tostring

from studyguide.loading.drawing_limits import is_drawing
from studyguide.printing.drawings import (
    arrows,
    chunks,
    gradients,
    halos,
    parts,
    shapes,
    styled,
    texts,
)

_STEPS: Final = (
    styled.resolve,
    parts.choose,
    gradients.complete,
    texts.straighten,
    chunks.part,
    halos.part,
    arrows.point,
    shapes.measure,
)
"""In this order: each changes a tree, and tells whether it did."""

_KEPT: Final = 64
"""Drawings of a guide, which is laid out several times."""


@lru_cache(_KEPT)
def prepared(content: bytes) -> bytes:
    """Give a picture as it is printed; what is no drawing, or needs nothing, as it is."""
    if not is_drawing(content):
        return content
    try:
        tree = fromstring(content)  # noqa: S314, expat loads no entities
        has_changed = [step(tree) for step in _STEPS]
    except (ParseError, ValueError, LookupError, ArithmeticError, RecursionError):
        return content  # whatever it is, it is told where the drawing is checked or drawn
    return tostring(tree, "utf-8") if any(has_changed) else content
