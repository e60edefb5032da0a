"""Groups of transparency: there is one where something shines through, and all looks as it did with one around each drawing."""

from io import BytesIO

import pikepdf
import pypdfium2
from PIL import ImageChops, ImageStat

from studyguide.printing.press import last_touches
from tests.printing.engine.both_ways import printed_both_ways
from tests.table import rows

GREY, SCREEN = "/DeviceGray", "/ICCBased"
MIX = '<filter id="f"><feBlend mode="difference"/></filter>'
DRAWINGS = {
    "set from its middle": ('<text x="4" y="4" text-anchor="middle">ebb</text>', "", []),
    "set from its end, in colour": ('<text x="8" y="4" text-anchor="end" fill="#900">ebb</text>', "", []),
    "thin ink, set from its middle": ('<text x="4" y="4" text-anchor="middle" fill-opacity=".3">ebb</text>', "", []),
    "behind a box": ('<path d="M1 1h3v3h-3z"/>', "", []),
    "repeated": ('<path d="M1 1h3v3h-3z"/>', "p { background-repeat: repeat }", []),
    "seen through": ('<path d="M1 1h7v4h-7z"/><path opacity=".5" stroke="#fff" d="M0 0h9v6z"/>', "", [GREY]),
    "in colour, seen through": ('<path d="M1 1h7v4h-7z"/><path opacity=".5" fill="#900" d="M0 0h9v6z"/>', "", [SCREEN]),
    "seen through, and one in it": (
        '<path d="M1 1h7v4h-7z"/><g opacity=".5"><text x="4" y="4" fill="#fff" text-anchor="middle">ebb</text></g>',
        "", [SCREEN],
    ),
    "behind a box that is seen through": ('<path d="M1 1h3v3h-3z"/>', "p { opacity: .5 }", [SCREEN] * 3),
    "mixed with what is behind": (
        f'{MIX}<path d="M1 1h7v4h-7z"/><text filter="url(#f)" x="4" y="4" text-anchor="middle" fill="#999">ebb</text>',
        "", [SCREEN, GREY],
    ),
    "a mask": (
        '<mask id="m"><path fill="#777" d="M0 0h9v3h-9z"/></mask><path mask="url(#m)" fill="#900" d="M0 0h9v6z"/>',
        "", [SCREEN],
    ),
}  # fmt: skip
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="6mm" viewBox="0 0 9 6" font-size="3">{}</svg>'


@rows("drawing, style, groups", DRAWINGS.values(), ids=DRAWINGS)
def test_only_what_is_seen_through_is_a_group(drawing: str, style: str, groups: list[str]) -> None:
    behind = "p { height: 8mm; background: url(/drawn/a.svg) no-repeat }"
    page = f"<html lang=en><title>x</title><style>@page {{ size: A7 }} {behind} {style}</style><p>Ebb<p>Tide<p>Mill"
    drawn = {"/drawn/a.svg": SVG.format(drawing).encode()}
    ours, theirs = printed_both_ways(last_touches, "ungrouped", page, drawn)
    assert _groups(ours) == groups
    assert groups or _groups(theirs)
    assert _shades(ours, theirs) <= 12  # letters stand by a dot elsewhere


def _shades(one: bytes, other: bytes) -> int:
    """Tell how far two pages are apart at most, of 255 shades, in areas of one point."""
    both = (
        pypdfium2.PdfDocument(each)[0].render(scale=8).to_pil().reduce(8) for each in (one, other)
    )
    extrema = ImageStat.Stat(ImageChops.difference(*both)).extrema
    return max(int(shades[1]) for shades in extrema)


def _groups(printed: bytes) -> list[str]:
    """Name what the colours of each group of a PDF are mixed in."""
    with pikepdf.open(BytesIO(printed)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        spaces = [each.Group.CS for each in streams if "/Group" in each]
        return [str(each[0] if isinstance(each, pikepdf.Array) else each) for each in spaces]
