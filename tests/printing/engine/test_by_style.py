"""What is asked once for a style, and pages that share theirs: the same PDF comes of it, to the byte."""

from studyguide.printing.engine import by_style
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.engine.both_ways import told_apart
from tests.table import rows

SIZE = "@page { size: A6; margin: 15mm }"
HEADS = "@top-left { content: string(head) } @bottom-center { content: counter(page) ' of ' counter(pages) }"
FLOW = "<h2>One</h2><p>It turns.</p><h2>Two</h2><p>It stops.</p><h2>Three</h2><p>It floats.</p>"
BROKEN = "h2 { break-before: page; string-set: head content() }"
RIGHT = "h2 { break-before: right }"
WIDE = "background: #ccc; padding: 2mm"
CELLS = "<table>" + "<tr><td class=tall>1<td>a mill" * 3 + "<tr><td>2<td>an ebb</table>"

PAGES = {
    "left and right": (f"@page {{ {HEADS} }} @page :left {{ margin-left: 3cm }} {BROKEN}", FLOW),
    "the first, a third": (f"@page :first {{ margin: 3cm }} @page :nth(3) {{ {HEADS} }} {BROKEN}", FLOW),
    "named and blank": (
        f"@page :blank {{ {HEADS} }} @page far {{ {HEADS} background: #eee }} {RIGHT} p {{ page: far }}",
        FLOW,
    ),
    "the second of a name": (f"@page :nth(2 of far) {{ {HEADS} }} section {{ page: far }} {BROKEN}",
                             f"<p>Before</p><section>{FLOW}</section>"),
    "by the size of pages": (f"@page {{ {HEADS} margin: 9vw }} {BROKEN}", FLOW),
    "counters": (f"@page {{ counter-increment: page 2; {HEADS} }} {BROKEN}", FLOW),
    "begun by what floats": (
        "@page far { margin: 3cm } .far { page: far } .beside { float: left } .over { position: absolute }",
        "<p>Before</p><div><p class='over'>over</p><p class='far beside'>beside</p><p>in it</p></div><p>After</p>",
    ),
    "ended otherwise than begun": (
        "@page far { margin: 3cm } .far { page: far }",
        "<div><p class=far>far</p><p>on any</p></div><p class=far>After</p>",
    ),
    "nothing in it": ("@page far { margin: 3cm } div { page: far }", "<p>Before</p><div></div><p>After</p>"),
    "running": (
        "@page { @top-left { content: element(head) } } .head { position: running(head) }",
        "<p class=head>Head</p><div><p class=head>Next</p></div><p>Text</p>",
    ),
    "round": (f"p {{ {WIDE}; border-radius: 2mm 10% }}", "<p>round</p>"),
    "round without a background": ("p { border: 1pt solid; border-radius: 0 3mm }", "<p>round</p>"),
    "in the colour of the text": ("p { background: currentcolor; color: red }", "<p>red</p>"),
    "shadow": ("p { box-shadow: 1mm 1mm #999 }", "<p>over it</p>"),
    "gradient": ("b { background: linear-gradient(#fff, #999) }", "<p>A <b>mill</b></p>"),
    "gradient for a border": (
        "p { border: 1mm solid; border-image: linear-gradient(#fff, #999) 1 }", "<p>A mill</p>",
    ),
    "hidden": (f"b {{ {WIDE}; visibility: hidden }}", "<p>A <b>mill</b></p>"),
    "rows, columns and cells": (
        f"tr:nth-child(2) {{ {WIDE} }} .tall {{ {WIDE} }} table {{ background: #eee }}", CELLS,
    ),
    "cells of a height": ("td { width: 2cm; vertical-align: top } .tall { height: 12mm }", CELLS),
    "cells of a share": ("table { height: 5cm } .tall { height: 40%; font-weight: 700 }", CELLS),
    "margins of what is apart": (
        "div { background: #eee } .cut { overflow: hidden } .root { display: flow-root } .two { columns: 2 } .beside { float: left }",
        "".join(f"<div class='{each}'><p>It turns.</p><p>It stops.</p></div>" for each in
                ("", "cut", "root", "two", "beside", "")),
    ),
    "placed": (f"b {{ position: absolute; {WIDE} }} i {{ position: relative; top: 1mm }}", "<p>A <b>mill</b> <i>x</i></p>"),
}  # fmt: skip


def test_the_same_pdf() -> None:
    assert told_apart(by_style, "asked_once", SIZE, PAGES) == []


SORTS = {
    "all alike": ("@page { margin: 2cm }", 2),
    "left and right": ("@page :left { margin: 2cm }", 3),
    "by their place": ("@page :nth(3) { margin: 2cm }", 3),
}


@rows("style, count", SORTS.values(), ids=SORTS)
def test_pages_of_a_sort_share_their_style(style: str, count: int) -> None:
    """The first has its own."""
    body = "<p style='break-after: page'>A mill</p>" * 6
    page = f"<html lang=en><title>x</title><style>{style}</style>{body}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        pages = press.laid_out(page).pages
    assert len({id(each._page_box.style) for each in pages}) == count
