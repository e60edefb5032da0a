"""Measures in drawings, read in less time: the same PDF comes of it, to the byte."""

from weasyprint.svg.utils import normalize  # type: ignore[import-untyped]

from studyguide.printing.engine.drawing import writing
from studyguide.printing.engine.drawing.measures import _normalized
from tests.printing.engine.both_ways import told_apart
from tests.table import rows


def drawn(inside: str, more: str = "") -> tuple[str, str]:
    return "", f"<svg xmlns='http://www.w3.org/2000/svg' width=90 height='60' {more}>{inside}</svg>"


PAGES = {
    "numbers": drawn("<rect x='1' y='2.5' width=' 30 ' height='1e1' />"),
    "units": drawn("<rect x='1mm' y='2pt' width='3em' height='10%' rx='1ex' stroke='#000' stroke-width='.5pt' />"),
    "no numbers": drawn("<rect x='' y='none' width='30' height='ten' /><circle r='nan' cx='inf' cy='4' />"),
    "a path": drawn("<path d='M1 2 L30,40 h-5 v.5.5 q 1 2 3 4 t5 6 c1-2 3-4 5-6 s1 1 2 2 a5 5 0 0 1 9 9 z' />"),
    "a path without spaces": drawn("<path d='M1,2L3-4l.5.5L-1-1Z' stroke='red' />"),
    "a path of lines": drawn("<path d='M 1 2\n L 3\t4 5\n6 z' />"),
    "a path that breaks off": drawn("<path d='M 1 2 L 3 4 L 5' /><path d='M 1' /><path d='' />"),
    "a path of units": drawn("<path d='M 1mm 2mm L 3% 4em' />"),
    "polygons": drawn("<polygon points='1,2 3,4 5 6' /><polyline points='1,2,3' /><polyline points='1 2 3 4 ' />"),
    "words": drawn("<text x='1 5 9' y='20' dx='1' rotate='10 20'>mill</text><text x='50%' y='2em' text-anchor='middle'>ebb</text>"),
    "of another size": drawn("<rect width='30' height='20' />", "viewBox='0 0 30 20'"),
    "turned": drawn("<g transform='rotate(10 5,5) translate(1e1,-2) scale(.5)'><rect width='30' height='20' /></g>"),
    "dashes": drawn("<line x1='0' x2='30' y1='1' y2='1' stroke='#000' stroke-dasharray='1, 2 3%' stroke-dashoffset='-1' />"),
    "gradients": drawn("<linearGradient id='a'><stop offset='10%' stop-color='red' /><stop offset='.9' /></linearGradient><rect width='30' height='20' fill='url(#a)' />"),
    "marks on lines": drawn("<marker id='m' markerWidth='2' markerHeight='2' refX='1'><circle r='1' /></marker><path d='M 1 1 L 9 9 L 20 1' marker-mid='url(#m)' />"),
    "used again": drawn("<defs><rect id='r' width='3' height='4' /></defs><use href='#r' x='5' y='1mm' />"),
    "seen through": drawn("<g opacity='.5'><path d='M 1 2 L 30 40 L 5 6 z' /></g>"),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(writing, "read_quickly", style, PAGES) == []


FIGURES = {
    "nothing": None,
    "one": " 7 ",
    "with signs": "1-2+3 -4e-5E+6e7-8",
    "joined": "1.5.5.5-.5.5",
    "between all sorts": "1,2 ,\t3\n\r4",
    "no figures": "M1mm-2%z-e-",
}


@rows("text", FIGURES.values(), ids=FIGURES)
def test_figures_are_parted_as_weasyprint_does(text: str | None) -> None:
    assert _normalized(text) == normalize(text)
