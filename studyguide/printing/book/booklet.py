"""Pages laid two on a sheet, to be folded once and stapled: the only module that knows pikepdf.

What comes out is for the printer: neither tags nor links outlive it, and it claims neither.
"""

from collections.abc import Iterator
from io import BytesIO
from math import ceil
from typing import Any

_CREEP = 0.1 * 72 / 25.4
"""By so much, in points, the edge of a sheet stands out from that of the sheet around it, when they are folded."""

_MOST_SHEETS = 16
"""More of them are no booklet that lies flat, or that a stapler goes through."""


def told_of_thickness(pages: int) -> str:
    """Say that a booklet of so many pages is too thick; nothing where it is not."""
    sheets = ceil(pages / 4)
    return (
        f"the booklet has {sheets} sheets, and more than {_MOST_SHEETS} spring open: print it in parts (--section)"
        if sheets > _MOST_SHEETS
        else ""
    )


def booklet(printed: bytes, *, is_rtl: bool = False) -> bytes:
    """Impose a PDF whose pages have one size on sheets of that size, laid across.

    They are printed on both sides, turned on the short edge. One that is read from right to left is
    bound on its right. Pages of inner sheets stand nearer to the fold, so that all outer margins are
    alike when the edge is cut.
    """
    import pikepdf

    with pikepdf.open(BytesIO(printed)) as source, pikepdf.new() as sheets:
        forms = [sheets.copy_foreign(page.as_form_xobject()) for page in source.pages]
        _, _, width, height = (float(each) for each in source.pages[0].MediaBox)
        scale = min(height / 2 / width, width / height)
        for side, (left, right) in enumerate(sides(len(forms))):
            creep = side // 2 * _CREEP
            pair = (right, left) if is_rtl else (left, right)
            sheets.add_blank_page(page_size=(height, width))
            here = {f"/P{at}": forms[n] for at, n in enumerate(pair) if n < len(forms)}
            lefts = creep, height / 2 - creep
            drawn = (
                _drawn(name, scale, lefts[int(name[2:])], (height / 2, width), (width, height))
                for name in here
            )
            page: Any = sheets.pages[-1]
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(here))
            page.Contents = sheets.make_stream("\n".join(drawn).encode())
        told = {name: str(value) for name, value in source.docinfo.items()}
        sheets.trailer.Info = sheets.make_indirect(pikepdf.Dictionary(told))
        sheets.Root.ViewerPreferences = pikepdf.Dictionary(
            PrintScaling=pikepdf.Name("/None"),
            Duplex=pikepdf.Name("/DuplexFlipShortEdge"),
        )
        made = BytesIO()
        sheets.save(made, deterministic_id=True)
    return made.getvalue()


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """Give the two pages of each side of each sheet, counted from 0; beyond the last they are empty."""
    end = -(-pages // 4) * 4
    for first in range(0, end // 2, 2):
        yield end - 1 - first, first
        yield first + 1, end - 2 - first


def _drawn(
    name: str, scale: float, left: float, room: tuple[float, float], page: tuple[float, float]
) -> str:
    """Draw a page in the middle of its half."""
    x = left + (room[0] - page[0] * scale) / 2
    y = (room[1] - page[1] * scale) / 2
    return f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm {name} Do Q"
