"""Glyphs that are written as they were before: the same PDF comes of it, to the byte, and WeasyPrint need not draw them."""

from contextlib import AbstractContextManager
from typing import Any

import pytest

from studyguide.printing.engine import letters
from studyguide.printing.engine.drawing import writing
from studyguide.printing.engine.instead import instead
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.engine.both_ways import told_apart
from tests.table import rows

LINE = "AV Tower office, fjord: first flood, 1905–17."
TWICE = f"<p>{LINE}<p>{LINE}"

PAGES = {
    "kerned and ligatures": ("", TWICE),
    "no kerning": ("p { font-kerning: none; font-variant-ligatures: none }", TWICE),
    "two faces in a line": ("", "<p>as the <i>Financial Times</i> <b>said</b>" * 2),
    "two sizes": ("p + p { font-size: 19px }", TWICE),
    "tiny": ("p { font-size: 0.4px }", TWICE),
    "letters apart": ("p { letter-spacing: 1.5px }", TWICE),
    "words apart": ("p { word-spacing: 4px; text-align: justify; width: 4cm }", f"<p>{LINE * 4}" * 2),
    "small capitals and old figures": ("p { font-variant: small-caps oldstyle-nums }", TWICE),
    "raised": ("sup { font-size: 8px; vertical-align: super }", "<p>m<sup>2</sup> and m²" * 2),
    "marks on letters": ("", "<p>Ma\u0308hren, e\u0301tude, Łódź, ǻ, X\u0301 Q\u0323 x\u0307\u0332" * 2),
    "soft hyphens": ("p { width: 2cm }", "<p>under\u00adstanding mill\u00adstones" * 2),
    "missing from all faces": ("", "<p>a \U00013000 b \ue123 c" * 2),
    "from the right": ("p { direction: rtl }", "<p>שלום 123 עולם abc" * 2),
    "Greek and Cyrillic": ("", "<p>Ἀθήνα и Москва" * 2),
    "nothing but spaces": ("p { white-space: pre }", "<p>   <p>  x  "),
    "ends of lines within": ("p { white-space: pre }", "<p>one\ntwo\u2028three" * 2),
    "cut off": (
        "p { width: 2cm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }", TWICE,
    ),
    "as many lines as wanted": ("p { width: 3cm; max-lines: 1; block-ellipsis: auto }", TWICE),
    "another page": ("p { break-after: page }", TWICE),
    "colour and decoration": ("p { color: #c00; text-decoration: underline }", TWICE),
}  # fmt: skip


def test_the_same_pdf() -> None:
    assert told_apart(writing, "written_once", "", PAGES, drawn_by_weasyprint) == []


def drawn_by_weasyprint(weasyprint: Any) -> AbstractContextManager[None]:
    """Draw lines so, without what was shaped behind them."""

    def alone(before: Any) -> Any:
        def draw(stream: Any, box: Any, *rest: Any) -> Any:
            letters.shape_alone(box.pango_layout, box.style)
            return before(stream, box, *rest)

        return draw

    return instead(weasyprint.draw.text, "draw_first_line", alone)


DRAWN = {
    "the same letters": ("<p>a mill<p>a mill<p>ill am", 1),
    "another letter": ("<p>a mill<p>a tide<p>a mill", 2),
    "another face": ("<p>a mill<p><b>a mill</b><p><b>a mill</b>", 2),
    "one that is missing": ("<p>\ue123<p>\ue123", 2),
}


@rows("body, drawn", DRAWN.values(), ids=DRAWN)
def test_what_stood_before_is_not_drawn_by_weasyprint(
    body: str, drawn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        document = press.laid_out(f"<html lang=en><title>x</title>{body}")
        text, seen = press.weasyprint.draw.text, list[str]()
        before = text.draw_first_line

        def counted(stream: object, box: object, *rest: object) -> object:
            seen.append(repr(box))
            return before(stream, box, *rest)

        monkeypatch.setattr(text, "draw_first_line", counted)
        press.printed(document)
    assert len(seen) == drawn
