"""What counts against the pages of a section, as they are or as they might be."""

from studyguide.printing.filling.measured_page import Page
from studyguide.printing.filling.sections_on_pages import HOLE, OPEN, Section, sections_of

A_PAGE = 40.0
"""What counts against a page, whatever stands on it."""

_LOOSE, _FAR = 3.0, 100.0
"""What counts against the square of a hole, in centimetres; and one that is too tall."""

_FAR_TOO_MUCH = 45.0
"""Millimetres that are empty where a row alone is better."""


def faults(pages: list[Page]) -> float:
    """Tell how much counts against the pages of all sections."""
    return sum(map(faults_of, sections_of(pages)))


def faults_of(section: Section) -> float:
    """Tell the same of one."""
    holes = sum(map(against_a_hole, section.holes))
    opening = below_an_opening(section.opening)
    return section.alone + holes + opening + A_PAGE * (len(section.parted) + 1)


def against_a_hole(hole: float, most: float = HOLE) -> float:
    """Tell what counts against so much that is empty below a page, in millimetres, and more where it is too much, or far too much."""
    return _LOOSE * (max(hole, 0.0) / 10) ** 2 + _FAR * ((hole > most) + (hole > _FAR_TOO_MUCH))


def below_an_opening(hole: float) -> float:
    """Tell the same of a page on which a section opens, before the next heading: there it looks as if it were meant, up to a height."""
    return against_a_hole(hole, OPEN) if hole > OPEN else max(hole, 0.0)
