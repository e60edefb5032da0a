"""Drawings that stand in many places: they are drawn there as they would be if each were drawn anew."""

from io import BytesIO

import pikepdf
import pytest

from studyguide.printing.press import pdf
from studyguide.printing.press.drawings import draw_once
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="6mm" viewBox="0 0 9 6">{}</svg>'
DRAWINGS = {
    "boxes": '<path fill="none" stroke="#000" stroke-width="0.11" d="M1 1h3v3h-3zM5 1h3v3h-3z"/>',
    "thin-ink": '<g opacity=".5"><path fill="#300" fill-opacity=".3" d="M1 1h3v3h-3z"/></g>',
    "shaded": '<linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset="1"/></linearGradient>'
    '<path fill="url(#a)" d="M1 1h7v4h-7z"/>',
    "lettered": '<text x="1" y="4" font-size="3" font-family="Guide Source Sans">ebb</text>',
    "cut": '<clipPath id="b"><path d="M1 1h3v3z"/></clipPath><path clip-path="url(#b)" d="M0 0h9v6z"/>',
}  # fmt: skip
PAGE = """<!DOCTYPE html><html lang="en"><head><title>x</title><style>
@page {{ size: A6 }} body {{ font: 9pt Guide Source Serif }}
{0}
</style></head><body>{1}</body></html>"""


def test_all_is_drawn_as_it_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (
        f"p.{name} {{ background: url(/drawn/{name}.svg) no-repeat; height: 8mm }}"
        f" p.large.{name} {{ background-size: 18mm 12mm }}"
        for name in DRAWINGS
    )
    body = "".join(f'<p class="{name}">{name}</p>' * 3 + f'<p class="large {name}">x</p>' for name in DRAWINGS)  # fmt: skip
    page = PAGE.format("\n".join(rules), body)
    drawn = {f"/drawn/{name}.svg": SVG.format(each).encode() for name, each in DRAWINGS.items()}
    printed, drawings = [], []

    def counted(images: object) -> None:
        for image in (each := [*images]):  # type: ignore[call-overload]
            before = image.draw
            image.draw = lambda *all, draw=before: (drawings.append(1), draw(*all))
        if printed:
            draw_once(each)

    monkeypatch.setattr(pdf, "draw_once", counted)
    for _ in ("each-anew", "once"):
        with pdf.open_press(Resources.of([], BUNDLED, drawn), "guide/guide.html") as press:
            drawings.clear()
            printed.append(press.printed(press.laid_out(page), pdf_identifier=b"tide"))
            # what refers to shades or groups of its own is drawn anew
            assert len(drawings) == (14 if len(printed) == 2 else 20)
    assert printed[0] == printed[1]


REPEATED = {
    "a gradient": (DRAWINGS["shaded"], 2.0),
    "a gradient in the units of the drawing": (
        (
            '<radialGradient id="r" gradientUnits="userSpaceOnUse" r="4"><stop stop-color="#fff"/><stop offset="1"/>'
            '</radialGradient><path fill="url(#r)" d="M1 1h7v4h-7z"/>'
        ),
        2.0,
    ),
    "what the drawing repeats": (
        (
            '<pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse"><path d="M0 0h1v1z"/></pattern>'
            '<path fill="url(#p)" d="M1 1h7v4h-7z"/>'
        ),
        1.0,
    ),
}


@rows(("drawing", "apart"), REPEATED.values(), ids=REPEATED)
def test_tiles_of_a_gradient_do_not_touch(drawing: str, apart: float) -> None:
    page = PAGE.format("", SVG.format(drawing))
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        printed = press.printed(press.laid_out(page))
    with pikepdf.open(BytesIO(printed)) as document:
        found = [
            each
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and "/XStep" in each
        ]
        assert len(found) == 1
        left, low, right, high = map(float, found[0].BBox)
        assert float(found[0].XStep) == pytest.approx(apart * (right - left))
        assert float(found[0].YStep) == pytest.approx(apart * (high - low))
