"""Drawings behind boxes: one is in a PDF once, and looks as it did where it stood in a group of its own."""

from pathlib import Path

import pikepdf
import pypdfium2
from PIL import ImageChops, ImageStat

from studyguide.printing.engine.drawing import writing
from tests.printing.engine.both_ways import printed_both_ways
from tests.table import rows

SMALL = "background: url(boxes.svg) no-repeat"

PAGES = {
    "beside each of several, on two pages": (f"p {{ {SMALL} }} p + p {{ break-before: page }}", 1),
    "in two sizes": (f"p {{ {SMALL} 0 0 / 11.6mm 3.2mm }} p + p {{ background-size: 17mm 4.6mm }}", 2),
    "at the other end": (f"p {{ {SMALL} 100% 1mm; padding: 3mm }}", 1),
    "cut off by its box": (f"p {{ {SMALL}; width: 5mm; height: 2mm; overflow: hidden }}", 1),
    "outside of its box": (f"p {{ {SMALL} -4mm -1mm }}", 1),
    "over what stands on it": (f"p {{ {SMALL}; background-color: #eee; opacity: .5 }}", 6),
    "repeated": ("p { background: url(boxes.svg); padding: 8mm }", 3),
    "repeated one way": ("p { background: url(boxes.svg) repeat-x; padding: 8mm }", 3),
    "behind a page": (f"@page {{ {SMALL} }}", 1),
}  # fmt: skip


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="6mm" viewBox="0 0 9 6">{}</svg>'
DRAWINGS = {
    "boxes": '<path fill="none" stroke="#000" stroke-width="0.11" d="M1 1h3v3h-3zM5 1h3v3h-3z"/>',
    "thin ink": '<g opacity=".5"><path fill="#300" fill-opacity=".3" d="M1 1h3v3h-3z"/></g>',
    "shaded": '<linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset="1"/></linearGradient>'
    '<path fill="url(#a)" d="M1 1h7v4h-7z"/>',
    "lettered": '<text x="1" y="4" font-size="3" font-family="Guide Source Sans">ebb</text>',
    "cut": '<clipPath id="b"><path d="M1 1h3v3z"/></clipPath><path clip-path="url(#b)" d="M0 0h9v6z"/>',
    "over its edge": '<path stroke="#000" d="M-3 3h15"/>',
    "beside another": '<path d="M1 1h3v3h-3z"/><path d="M5 1h3v3h-3z" fill="#900"/>',
}  # fmt: skip


@rows("style, groups", PAGES.values(), ids=PAGES)
def test_it_looks_the_same(style: str, groups: int, tmp_path: Path) -> None:
    page = f"<html lang=en><title>x</title><style>@page {{ size: A6 }} {style}</style><p>Ebb<p>Tide<p>Mill"
    ours, theirs = printed_both_ways(writing, "shared", page)
    assert _shades(ours, theirs) <= 1
    (tmp_path / "ours.pdf").write_bytes(ours)
    with pikepdf.open(tmp_path / "ours.pdf") as pdf:
        forms = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        assert sum(each.get("/Subtype") == "/Form" for each in forms) == groups


@rows("drawing", [(each,) for each in DRAWINGS.values()], ids=DRAWINGS)
def test_all_is_drawn_as_it_would_be(drawing: str) -> None:
    style = "p { height: 8mm; background: url(/drawn/a.svg) no-repeat } .large { background-size: 18mm 12mm }"
    page = f"<html lang=en><title>x</title><style>{style}</style><p>Ebb<p class=large>Tide<p>Mill"
    drawn = {"/drawn/a.svg": SVG.format(drawing).encode()}
    assert _shades(*printed_both_ways(writing, "shared", page, drawn)) <= 1


def _shades(one: bytes, other: bytes) -> float:
    """Tell how far the pages of two PDFs are apart at most, of 255 shades, at 200 dpi."""
    pages = zip(pypdfium2.PdfDocument(one), pypdfium2.PdfDocument(other), strict=True)
    seen = [[page.render(scale=200 / 72).to_pil().convert("L") for page in both] for both in pages]
    return max(float(ImageStat.Stat(ImageChops.difference(*both)).extrema[0][1]) for both in seen)
