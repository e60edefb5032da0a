"""Texts that are written in one go: the same PDF comes of it, to the byte, and WeasyPrint draws what is not plain."""

import pytest

from studyguide.printing.engine.drawing import writing
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.engine.both_ways import told_apart
from tests.printing.engine.drawing.test_glyphs import drawn_by_weasyprint
from tests.table import rows

TEXT = "<p>A mill <b>turns</b> with <i>the <b>tide</b></i>, says Bell.</p>"
TWICE = TEXT * 2

PAGES = {
    "plain": ("", TWICE),
    "in colours": ("b { color: #c00 } i { color: rgb(10% 20% 30%) }", TWICE),
    "in colours of other spaces": ("b { color: hsl(20 50% 50%) } i { color: lab(50% 20 20) }", TWICE),
    "in colours of inks": ("b { color: device-cmyk(0 0.5 0.5 0.2) }", TWICE),
    "seen through": ("b { color: rgb(0 0 0 / 0.4) } i { color: transparent }", TWICE),
    "in a box that is seen through": ("i { opacity: 0.5; display: inline-block }", TWICE),
    "not seen": ("b { visibility: hidden }", TWICE),
    "under a line": ("b { text-decoration: underline }", TWICE),
    "struck out": ("b { text-decoration: line-through red }", TWICE),
    "over a colour": ("b { background: #eee }", TWICE),
    "in a frame": ("b { border: 1pt solid }", TWICE),
    "over a colour of the line": ("p::first-line { background: #eee }", TWICE),
    "raised": ("b { vertical-align: super; font-size: 8px }", TWICE),
    "moved": ("b { position: relative; left: 1mm }", TWICE),
    "boxes in a line": ("b { display: inline-block; width: 9mm }", TWICE),
    "cut off": ("p { width: 2cm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }", TWICE),
    "as many lines as wanted": ("p { width: 2cm; max-lines: 1; block-ellipsis: auto }", TWICE),
    "marks of lists": ("", "<ul><li>A mill<li>An ebb</ul><ol><li>A mill<li>An ebb</ol>"),
    "marks within lists": ("ul { list-style-position: inside }", "<ul><li>A mill<li>An ebb</ul>"),
    "links": ("", "<p id=a>A <a href='#a'>mill <b>that</b> turns</a>"),
    "drawings": ("", "<p>A <svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><rect width=9 height=9 /><text y=9>mill</text></svg> mill"),
    "nothing but a space": ("b { white-space: pre }", "<p>A<b> </b><b> </b>mill"),
    "what is cited": ("p::before { content: 'see ' } p::after { content: '.' }", TWICE),
    "from the right": ("p { direction: rtl }", TWICE),
    "an empty line": ("", "<p>A mill<br><br>turns"),
    "too small to be seen": ("b { font-size: 0.5px } i { font-size: 0 }", TWICE),
    "over pages": ("p + p { break-before: page }", TWICE),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(writing, "written_once", style, PAGES, drawn_by_weasyprint) == []


DRAWN = {
    "plain, after it was drawn once": ("<p>mill<p>mill<p>ill", 1),
    "under a line": ("<p>mill<p><u>mill</u><p><u>ill</u>", 3),
}


@rows("body, drawn", DRAWN.values(), ids=DRAWN)
def test_what_is_plain_is_not_drawn_by_weasyprint(
    body: str, drawn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        document = press.laid_out(f"<html lang=en><title>x</title>{body}")
        draw, seen = press.weasyprint.draw, list[object]()
        before = draw.draw_text

        def counted(stream: object, box: object, *rest: object) -> None:
            seen.append(box)
            before(stream, box, *rest)

        monkeypatch.setattr(draw, "draw_text", counted)
        press.printed(document)
    assert len(seen) == drawn
