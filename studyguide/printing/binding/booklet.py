"""Pages laid two on a sheet, to be folded once, in parts if need be, and stapled: the only module that knows pikepdf.

What comes out is for the printer: links do not outlive it. Tags do, so that what is read aloud from sheets is in order, and what
pages comply with (PDF/A, PDF/UA) sheets do, too; and the outline, which leads to where a part stands on its sheet.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final, NamedTuple

from studyguide.printing.binding.folding import depths, sides

_CREEP = 0.1 * 72 / 25.4
"""By so much, in points, the edge of a sheet stands out from that of the sheet around it, when they are folded."""

_KEPT: Final = {
    *("/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/Metadata"),
    *("/OutputIntents", "/Outlines", "/AF"),
}
"""What holds of the sheets as it did of the pages."""


def booklet(printed: bytes, parts: Sequence[int], *, is_rtl: bool = False) -> bytes:
    """Impose a PDF whose pages have one size on sheets of that size, laid across; each of the `parts` has so many.

    They are printed on both sides, turned on the short edge. One that is read from right to left is
    bound on its right. Pages of inner sheets stand nearer to the fold, so that all outer margins are
    alike when the edge is cut. The parts are in the order of their pages.
    """
    import pikepdf

    with pikepdf.open(BytesIO(printed)) as pdf:
        pages = [page.obj for page in pdf.pages]
        forms = [page.as_form_xobject() for page in pdf.pages]
        _, _, width, height = (float(each) for each in pages[0].MediaBox)
        scale = min(height / 2 / width, width / height)
        placed = dict[Any, _Place]()
        for (left, right), depth in zip(sides(parts), depths(parts), strict=True):
            creep = depth * _CREEP
            pair = (right, left) if is_rtl else (left, right)
            pdf.add_blank_page(page_size=(height, width))
            here = {f"/P{at}": forms[n] for at, n in enumerate(pair) if n < len(forms)}
            lefts = creep, height / 2 - creep
            drawn = list[str]()
            sheet: Any = pdf.pages[-1]
            sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(here))
            for name, form in here.items():
                at = int(name[2:])
                corner = _corner(scale, lefts[at], (height / 2, width), (width, height))
                place = _Place(sheet.obj, form, scale, *corner)
                placed[pages[pair[at]].objgen] = place
                drawn.append(_drawn(name, place))
            sheet.Contents = pdf.make_stream("\n".join(drawn).encode())
        _keep_tags(pdf, pages, placed)
        _keep_outline(pdf, placed)
        del pdf.pages[: len(pages)]
        names: Any = pdf.Root.get("/Names", pikepdf.Dictionary())
        attached = names.get("/EmbeddedFiles")
        for name in {*pdf.Root.keys()} - _KEPT:
            del pdf.Root[name]
        if attached is not None:
            pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=attached)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True,
            PrintScaling=pikepdf.Name("/None"),
            Duplex=pikepdf.Name("/DuplexFlipShortEdge"),
        )
        made = BytesIO()
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


class _Place(NamedTuple):
    """Where a page comes to stand: the sheet, and the form that is drawn there, how large, and its lower left corner, in points."""

    sheet: Any
    form: Any
    scale: float
    x: float
    y: float


def _keep_tags(pdf: Any, pages: list[Any], placed: dict[Any, _Place]) -> None:
    """Let the tags, which are in reading order, tell of forms on sheets what they told of pages."""
    import pikepdf

    for page in pages:
        if "/StructParents" in page:
            placed[page.objgen].form.StructParents = page.StructParents
    for element in pdf.objects:
        if not isinstance(element, pikepdf.Dictionary) or element.get("/Type") != "/StructElem":
            continue
        kids = _kids(element)
        at = placed.get(element.Pg.objgen) if "/Pg" in element else None
        left = [_placed(kid, at) for kid in kids if isinstance(kid, int) or "/Obj" not in kid]
        if at:
            element.Pg = at.sheet
        if len(left) < len(kids):  # what leads nowhere is no link any more
            element.S = pikepdf.Name("/Span")
        if kids:
            element.K = left


def _kids(element: Any) -> list[Any]:
    import pikepdf

    kids = element.get("/K", [])
    return [*kids] if isinstance(kids, list | pikepdf.Array) else [kids]


def _placed(kid: Any, at: _Place | None) -> Any:
    """Tell of marked content in which form it stands."""
    import pikepdf

    if not isinstance(kid, int) or at is None:
        return kid
    return pikepdf.Dictionary(Type=pikepdf.Name("/MCR"), Pg=at.sheet, Stm=at.form, MCID=kid)


def _keep_outline(pdf: Any, placed: Mapping[Any, _Place]) -> None:
    """Let the outline lead to where its parts stand on sheets."""
    waiting = [pdf.Root.Outlines] if "/Outlines" in pdf.Root else []
    while waiting:
        each = waiting.pop()
        waiting += [each[name] for name in ("/Next", "/First") if name in each]
        if "/Dest" in each and (place := placed.get(each.Dest[0].objgen)):
            _, _, x, y, _ = each.Dest
            left, top = place.x + place.scale * float(x), place.y + place.scale * float(y)
            each.Dest = [place.sheet, each.Dest[1], round(left, 4), round(top, 4), 0]


def _corner(
    scale: float, left: float, room: tuple[float, float], page: tuple[float, float]
) -> tuple[float, float]:
    """Give the corner of a page in the middle of its half."""
    return left + (room[0] - page[0] * scale) / 2, (room[1] - page[1] * scale) / 2


def _drawn(name: str, place: _Place) -> str:
    scale = place.scale
    return f"q {scale:.6f} 0 0 {scale:.6f} {place.x:.4f} {place.y:.4f} cm {name} Do Q"
