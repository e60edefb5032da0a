"""What is drawn above what else, found in place: the same PDF comes of it, to the byte."""

from studyguide.printing.engine.drawing import writing
from tests.printing.engine.both_ways import told_apart

BODY = "<div><p>A <b>mill</b> turns <i>with <b>the</b></i> tide.</p><p>An ebb.</p></div>"
CELLS = (
    "<table><thead><tr><th>no<th>what<tbody><tr><td>1<td>a <b>mill</b><tr><td>2<td>an ebb</table>"
)

PAGES = {
    "in place": ("", BODY),
    "in another place": ("b { position: absolute; top: 3mm } p { background: #eee }", BODY),
    "a little beside": ("b { position: relative; top: 3mm } p { background: #eee }", BODY),
    "below the rest": ("b { position: relative; z-index: -1; background: #ccc }", BODY),
    "above the rest": ("b { position: relative; z-index: 2 } i { position: relative; z-index: 1 }", BODY),
    "in what stands elsewhere": ("div { position: relative } i { position: absolute } b { position: absolute; z-index: 1 }", BODY),
    "at the side": ("i { float: left; background: #eee } b { float: right }", BODY),
    "at the foot": ("i { float: footnote }", BODY),
    "seen through": ("p { opacity: 0.5 }", BODY),
    "turned": ("p { transform: rotate(3deg) }", BODY),
    "cut off": ("p { overflow: hidden; height: 3mm }", BODY),
    "boxes in a line": ("b { display: inline-block; background: #eee }", BODY),
    "in columns": ("div { columns: 2 } p { background: #eee; border: 1pt solid }", BODY * 3),
    "in cells": ("td { background: #eee }", CELLS),
    "elsewhere in cells": ("td b { position: relative; top: 1mm } th { float: none; position: relative }", CELLS),
    "of cells that share borders": ("table { border-collapse: collapse } td { border: 1pt solid }", CELLS),
    "a head on each page": ("@page { size: 60mm 30mm; margin: 2mm } th { background: #eee }", CELLS * 2),
    "in the margins": ("@page { @top-left { content: 'A mill'; background: #eee } }", BODY),
    "taken to the margins": ("i { position: running(title) } @page { @top-left { content: element(title) } }", BODY * 2),
    "parted between pages": ("@page { size: 60mm 20mm; margin: 2mm } p { background: #eee; orphans: 1; widows: 1 }", BODY * 3),
    "pictures": ("svg { display: block } svg + svg { position: absolute; left: 1mm }", "<svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><rect width=9 height=9 /></svg>" * 2),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(writing, "found_in_place", style, PAGES) == []
