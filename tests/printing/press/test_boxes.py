"""Boxes are walked through in the order in which WeasyPrint itself has them."""

import pytest

from studyguide.printing.press.boxes import boxes_in
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED

PAGE = """<html lang=en><title>x</title><style>@page { @top-left { content: "head" } }</style>
<p>the <b>tide</b> fills <span style='position: absolute'>a <i>pond</i></span> at ebb</p>
<table><tr><th>one<td><ul><li>two<li>three</ul></table><div style='columns: 2'><p>a<p>b</div>"""


@pytest.mark.parametrize("positioned", [False, True])
def test_boxes_come_in_the_order_of_the_page(positioned: bool) -> None:
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        page = press.laid_out(PAGE).pages[0]._page_box
    ours = [*boxes_in(page, positioned=positioned)]
    theirs = [*page.descendants(placeholders=positioned)]
    assert len(ours) > 30
    assert [*map(id, ours)] == [*map(id, theirs)]
