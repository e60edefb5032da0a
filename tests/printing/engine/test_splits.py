"""A page printed behind others, and as if it were the first."""

from dataclasses import replace

from studyguide.printing.engine.splits import Splits
from studyguide.printing.press.pdf import Press, open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

MILL = "The mill turns with the ebb, and its miller sleeps by the tide. "
DECLARED = "<style>@font-face { font-family: Mine; src: url(/fonts/SourceSansPro-It.ttf) }</style>"

PAGES = {
    "in less room, and in more": (
        f"<p>{MILL}<p style='width: 40mm'>{MILL}",
        f"<p style='width: 40.01mm'>{MILL}<p style='width: 30mm'>{MILL}",
    ),
    "with a space at the end that has no room": (
        "<p><b>mill </b>turns",
        "<p style='display: flex'><b>mill </b><i>x</i>",
        "<p style='float: left'><b>mill </b>",
    ),
    "of other letters": (
        f"<p>{MILL}",
        f"<p style='font-size: 12.5pt'>{MILL}",
        f"<p style='font-weight: bold'>{MILL}",
        f"<p style='font-style: italic'>{MILL}",
        f"<p style='letter-spacing: .2mm'>{MILL}",
        f"<p style='word-spacing: 2mm'>{MILL}",
        f"<p style='font-variant-caps: small-caps'>{MILL}",
        f"<p style='font-feature-settings: onum'>{MILL} 1861",
    ),
    "parted otherwise": tuple(
        f"<p lang={lang} style='width: 22mm; {how}'>Mühlenwehrgenossenschaft, tidewaters"
        for lang in ("de", "en")
        for how in (
            "",
            "hyphens: auto",
            "hyphens: auto; hyphenate-limit-chars: 20",
            "overflow-wrap: anywhere",
            "word-break: break-all",
            "white-space: nowrap",
            "white-space: pre-wrap",
        )
    ),
    "decorated": (f"<p>{MILL}", f"<p><u>{MILL}</u>", f"<p><s>{MILL}</s>"),
    "with a number written into it": (
        "<p id=here>Page <a href='#here' data-to='#here'>\u2007</a>",
        "<p>Page <b>\u2007</b>",
    ),
}


@rows(("bodies",), [(bodies,) for bodies in PAGES.values()], ids=PAGES)
def test_what_came_before_does_not_tell(bodies: tuple[str, ...]) -> None:
    """Whichever is laid out first."""
    pages = [f"<html lang=en><title>t</title>{body}" for body in bodies]
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        alone = {page: _printed(_anew(press), page) for page in pages}
        assert len({*alone.values()}) == len(pages)
        for order in (pages, pages[::-1]):
            together = _anew(press)
            assert [_printed(together, page) for page in order] == [*map(alone.get, order)]


def test_a_text_is_split_once_for_pages_with_styles_of_their_own() -> None:
    page = f"<html lang=en><title>t</title><p>{MILL}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        once = _anew(press)
        counts = []
        for _ in range(2):
            once.laid_out(page)
            counts.append((len(once.splits.texts), len(once.splits.styles)))
    assert counts[0] == counts[1] != (0, 0)


def test_a_face_that_is_declared_later_is_used() -> None:
    body = f"<p style='font-family: Mine, monospace'>{MILL}"
    pages = [f"<html lang=en><title>t</title>{own}{body}" for own in ("", DECLARED)]
    printed = dict[bool, list[bytes]]()
    for is_shared in (False, True):
        with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
            printed[is_shared] = [
                _printed(press if is_shared else _anew(press), page) for page in pages
            ]
    assert printed[True] == printed[False]
    assert printed[True][0] != printed[True][1]


def _anew(press: Press) -> Press:
    return replace(press, splits=Splits({}, {}))


def _printed(press: Press, page: str) -> bytes:
    return press.printed(press.laid_out(page))
