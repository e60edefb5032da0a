"""What a running head tells of what stands on its page."""

from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

STYLE = """
@page { size: 60mm 60mm; margin: 10mm; @top-left { content: string(answer, all-once) } }
b { string-set: answer content() } h3[data-first] { string-set: answer attr(data-first) }
p, h2, h3 { margin: 0; font-size: 16px; line-height: 20px } .new { break-before: page }
"""
LONG = "<br>x" * 8


@rows(
    ("html", "heads"),
    [
        ("<p><b>1.1</b> x", ["1.1"]),
        ("<p><b>1.1</b> x<p><b>1.2</b> x", ["1.1–1.2"]),
        ("<h2>Key</h2><p><b>1.1</b> x<p class=new><b>1.2</b> x", ["1.1", "1.2"]),
        (f"<p><b>1.1</b> {LONG}<p><b>1.2</b> x", ["1.1", "1.1–1.2"]),
        (f"<p><b>1.1</b> {LONG}", ["1.1", "1.1"]),
        ("<p><b>1.1</b> x<h3 class=new data-first=2.1>S</h3><p><b>2.1</b> x", ["1.1", "2.1"]),
        ("<p>x", [""]),
    ],
    ids=["one", "two", "a page each", "one that goes on", "nothing else", "a section", "none"],
)
def test_a_head_tells_what_its_page_begins_and_ends_with(html: str, heads: list[str]) -> None:
    page = f"<html lang=en><title>x</title><style>{STYLE}</style>{html}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        margins = [each._page_box.children[-1] for each in press.laid_out(page).pages]
    said = ("".join(getattr(box, "text", "") for box in each.descendants()) for each in margins)
    assert [*said] == heads
