"""A page printed behind others, and as if it were the first."""

from dataclasses import replace

from studyguide.printing.engine.splits import Splits
from studyguide.printing.press.pdf import Press, open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

MILL = "The mill turns with the ebb, and its miller sleeps by the tide. "
DECLARED = "<style>@font-face { font-family: Mine; src: url(/fonts/SourceSansPro-It.ttf) }</style>"
IN_MARGIN = (
    "@page { @top-left { content: element(h) } } h1 { position: running(h) } b { display: flex }"
)

PAGES = {
    "in less room, and in more": (
        f"<p>{MILL}<p style='width: 40mm'>{MILL}",
        f"<p style='width: 40.01mm'>{MILL}<p style='width: 30mm'>{MILL}",
    ),
    "with a space at the end that has no room": (
        "<p><b>mill </b>turns",
        "<p style='display: flex'><b>mill </b><i>x</i>",
        f"<style>{IN_MARGIN}</style><h1>A <b> mill <i>x</i></b></h1><p>turns",
    ),
    "of other letters": tuple(
        f"<p style='{how}'>{MILL} 1861"
        for how in (
            "",
            "font-size: 12.5pt",
            "font-weight: bold",
            "font-style: italic",
            "letter-spacing: .2mm",
            "word-spacing: 2mm",
            "font-variant-caps: small-caps",
            "font-variant-numeric: oldstyle-nums",
            "font-feature-settings: &quot;onum&quot;",
            "font-kerning: none",
        )
    ),
    "parted otherwise": tuple(
        f"<p lang={lang} style='width: 22mm; {how}'>Wehrgenossenschaftskanalinspektorat and tidewaters  recorded"
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


@rows("bodies", PAGES.values(), ids=PAGES)
def test_what_came_before_does_not_tell(bodies: tuple[str, ...]) -> None:
    """Nor what was laid out of the page itself."""
    pages = [f"<html lang=en><title>t</title>{body}" for body in bodies]
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        alone = {page: _printed(_anew(press), page) for page in pages}
        assert len({*alone.values()}) > 1
        order, together = [*pages, *reversed(pages)], _anew(press)
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
