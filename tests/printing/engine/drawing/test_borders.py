"""Borders and outlines that are drawn where there are any: the same PDF comes of it, to the byte."""

from studyguide.printing.engine.drawing import writing
from tests.printing.engine.both_ways import told_apart

CELLS = "<table><tr><td>1<td>a mill<tr><td>2<td>an ebb</table>"

PAGES = {
    "none": ("", "<p>A <b>mill</b></p>"),
    "on one side": ("p { border-bottom: 1pt solid }", "<p>A mill</p>"),
    "within a line": ("b { border: 1pt dotted red }", "<p>A <b>mill</b> that turns</p>"),
    "of cells": ("td { border: 1pt solid }", CELLS),
    "of cells that share it": ("table { border-collapse: collapse } tr { border-bottom: 1pt solid }", CELLS),
    "drawings for a border": ("p { border: 1mm solid; border-image: linear-gradient(#fff, #999) 1 }", "<p>A mill</p>"),
    "between columns": ("div { columns: 2; column-rule: 1pt solid }", "<div><p>A mill</p><p>An ebb</p></div>"),
    "parted": ("p { border: 1pt solid; line-height: 60mm; orphans: 1; widows: 1 }", "<p>A<br>mill<br>turns</p>"),
    "an outline": ("p { outline: 1pt solid }", "<p>A <b>mill</b></p>"),
    "outlines in each other": ("p, b, i { outline: 1pt dashed red }", "<p>A <b>mill <i>turns</i></b></p>"),
    "an outline of what is placed": ("b { position: absolute; top: 30mm } i { outline: 2pt solid }", "<p>A <b>mill <i>turns</i></b></p>"),
    "an outline of nothing seen": ("p { outline: 1pt solid; visibility: hidden }", "<p>A mill</p>"),
    "over pages": ("@page { border: 1pt solid; outline: 1pt solid } b { outline: 1pt solid; break-before: page; display: block }", "<p>A <b>mill</b></p>"),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(writing, "drawn_where_there_are", style, PAGES) == []
