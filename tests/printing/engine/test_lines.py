"""Lines and styles that are kept from one try of WeasyPrint to the next: all must stand where they would."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest

from studyguide.printing.engine import letters, lines, once
from studyguide.printing.press.pdf import Press, open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.engine.both_ways import told_apart
from tests.table import rows

WORDS = "the tide fills a <b>pond</b> that drives <a href='#end'>the wheel</a> at its ebb, and"
MARGINS = "@TOP-Left { content: 'head' } @bottom-center { content: counter(page) }"
STYLE = (
    f"@page {{ size: A5; margin: 20mm; {MARGINS} }}"
    " p { margin: 0 0 2mm; text-align: justify; break-inside: avoid }"
)
BLOCK = "<span style='display: inline-block; width: 10mm; text-align: end'>7</span>"
FLOAT = "<span style='float: left; width: 20mm; height: 9mm'>beside</span>"
PLACED = "<span style='position: absolute; width: 20mm'>over it</span>"
CASES = {
    "two-pages": ("columns: 2", f"<p>{BLOCK} {WORDS}</p>", 36),
    "balanced": ("columns: 3", f"<p>{WORDS * 2}</p><h3>More</h3>", 5),
    "not-balanced": ("columns: 2; column-fill: auto", f"<p>{WORDS}</p>", 7),
    "split-paragraphs": ("columns: 2", f"<div>{WORDS * 9}</div>", 5),
    "indented": ("columns: 2; text-indent: -4mm; padding-left: 4mm", f"<p>{WORDS}</p>", 4),
    "from-the-right": ("columns: 2; direction: rtl", f"<p>{WORDS} {BLOCK}</p>", 4),
    "floats": ("columns: 2; column-fill: auto", f"<p>{FLOAT}{WORDS * 2}</p>", 3),
    "positioned": (
        "columns: 2; column-fill: auto",
        f"<p style='position: relative'>{PLACED}{WORDS * 2}</p>",
        5,
    ),
    "first-lines": ("columns: 2", f"<p class=first>{WORDS * 2}</p>", 4),
    "narrow cells": (
        "display: table; overflow-wrap: anywhere",
        f"<div style='display: table-cell'>a-b {WORDS * 3}</div>",
        3,
    ),
    "no-columns": ("", f"<p>{WORDS}</p>", 2),
}


PLAIN = {
    "words": "The tide fills a pond, that drives the wheel at its ebb (as at a mill, e.g. in 1,250 A.D.).",
    "spaces that do not break": "a 5\u00a0°C wheel §\u00a01 ¶\u00a04 of the\u00a0mill at\u00a0the\u00a0ebb",
    "dashes and hyphens": "a well-known tide-mill – at low-tide—turns / or not, and/or well\u2011kept",
    "narrow and wide": "illi ill il WWWW mmmm MMMM wwww illiillilli i i i i i l l l l WWWWWWW iiiiii WWW",
    "longer than a line": "the Donaudampfschifffahrtsgesellschaftskapitän of a mill at overfilling reservoirs",
    "soft hyphens": "a tide fills a re\u00adser\u00advoir that over\u00adfills the un\u00adre\u00adli\u00ada\u00adble wheel",
    "Greek and Russian": "η παλίρροια γεμίζει τη λίμνη, и прилив наполняет пруд мельницы",
    "accents by themselves": "le\u0301 moulin a\u0300 mare\u0301e, e\u0301tang, e\u0301t\u0301e",
    "from the right in it": "the word שלום stands for a mill, and סחר for what it sells",
    "ends of lines": "the pond\nfills at\nebb and the wheel\tturns again",
    "wide spaces": "the\u2003pond \u2009fills\u200bat ebb  and the wheel turns  again ",
}
AS = ("", "hyphens: auto; hyphenate-limit-chars: 6 3 3", "letter-spacing: .4px", "direction: rtl")
AS += ("overflow-wrap: anywhere", "white-space: pre-line", "white-space: nowrap", "hyphens: none")


@pytest.mark.parametrize("step", [92, pytest.param(23, marks=pytest.mark.torture)])
def test_plain_lines_end_where_they_would(step: int) -> None:
    """At other widths for three styles of four."""
    apart = []
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        for nth, style in enumerate(AS):
            blocks = "".join(
                f"<p style='{style}; width: {width}px'>{text}</p>"
                for text in PLAIN.values()
                for width in range(31 + 23 * (nth % 4), 330, step)
            )
            page = f"<html lang=en><title>x</title><style>@page {{ size: A3 }}</style>{blocks}"
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(lines, "as_wanted", lambda _: nullcontext())  # bare has nothing of it
                ours = [*placed(press.laid_out(page))]
            apart += [] if ours == by_weasyprint(press, page) else [style]
    assert apart == []


def by_weasyprint(press: Press, page: str) -> list[tuple[object, ...]]:
    """Give what WeasyPrint alone lays out, and where."""
    bare = press.weasyprint.HTML(string=page, **press.place)
    return [*placed(bare.render(press.faces))]


NARROW = {
    "divided": "hyphens: auto; hyphenate-limit-chars: 6 3 3",
    "whole": "hyphens: manual",
    "in other letters": "hyphens: auto; font-weight: 700; letter-spacing: .4px",
}


@rows("style", NARROW.values(), ids=NARROW)
def test_a_cell_is_as_narrow_as_it_would_be(style: str) -> None:
    """Where words may be parted anywhere, and divided: the columns of a table are as wide as WeasyPrint alone sets them."""
    cells = "".join(
        f"<td>{each}"
        for each in (
            "circumstances notwithstanding",
            "Wassermühlenverein",
            "unre­liable",
            "a mill",
            "x",
        )
    )
    page = (
        f"<html lang=en><title>x</title><style>@page {{ size: A6 }} table {{ {style}; overflow-wrap: anywhere }}</style>"
        f"<table><tr>{cells}<td>{WORDS}</table>"
    )
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lines, "_with_hanging_spaces", lambda before: before)
            patch.setattr(lines, "_with_whole_ends", lambda before: before)
            patch.setattr(lines, "_with_parted_words", lambda _, before: before)
            patch.setattr(once, "where_that_saves_a_line", lambda before: before)
            ours = [*placed(press.laid_out(page))]
        assert ours == by_weasyprint(press, page)


def test_a_line_separator_ends_a_line_and_is_not_drawn() -> None:
    text = "the pond\u2028fills at\u2028<b>ebb</b>\u2028and <b>again</b>\u2028"
    page = f"<html lang=en><title>x</title><p style='white-space: nowrap'>{text}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        told = [box for box in boxes if hasattr(box, "pango_layout")]
    assert [box.text for box in told] == ["the pond", "fills at", "ebb", "and ", "again"]
    assert len({box.position_y for box in told}) == 4


def placed(document: Any) -> Iterator[tuple[object, ...]]:
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants(placeholders=True):
            place = (box.position_x, box.position_y, box.width, box.height)
            yield number, box.element_tag, *_told(box), [round(x, 6) for x in place]


def _told(box: Any) -> tuple[str, str]:
    """Give the text of a box, and of what is drawn for it."""
    drawn = getattr(box, "pango_layout", None)
    return getattr(box, "text", ""), drawn.text if drawn else ""


@pytest.mark.torture
def test_every_line_stands_where_it_would() -> None:
    """On a press that is opened once for all."""
    own = f"{STYLE} .first::first-line {{ color: red }}"
    apart = []
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        for name, (style, paragraph, count) in CASES.items():
            page = (
                f"<html lang=en><title>x</title><style>{own}</style>"
                f"<h1>Columns</h1><div style='{style}'>{paragraph * count}</div><p id=end>The end</p>"
            )
            apart += [] if [*placed(press.laid_out(page))] == by_weasyprint(press, page) else [name]
    assert apart == []


STAND_BY_THEMSELVES = {
    "in a grid": ("div { display: grid; grid-template-columns: 1fr 2fr }", "<div><p>a mill<p>an ebb</div>"),
    "in a row": ("div { display: flex }", "<div><p>a mill<p>an ebb</div>"),
    "in a grid in columns": (
        "section { columns: 2 } div { display: grid }",
        f"<section>{'<div><p>a mill<p>an ebb</div>' * 9}</section>",
    ),
    "beside what floats in columns": (
        "section { columns: 2 } b { float: left }", f"<section>{'<p>a mill <b>an ebb</b>' * 9}</section>",
    ),
    "with notes in columns": (
        "section { columns: 2 } b { float: footnote }", f"<section>{'<p>a mill<b>it turns</b>' * 9}</section>",
    ),
}  # fmt: skip


def test_what_stands_by_itself_is_laid_out_as_by_weasyprint() -> None:
    assert told_apart(once, "in_layout", "", STAND_BY_THEMSELVES, lambda *_: nullcontext()) == []


DRAWN = {
    "justified": f"<p style='text-align: justify; width: 60mm'>{WORDS * 3}</p>",
    "spaced": f"<p style='word-spacing: 2mm; letter-spacing: .1mm'>{WORDS} <b> </b></p>",
    "as written": "<pre>first\n\tsecond  line\n\n</pre>a\u2028b&#13;c",
    "cut off": f"<p style='white-space: nowrap; overflow: hidden; text-overflow: ellipsis'>{WORDS}</p>"
    * 2,
    "clamped": f"<p style='line-clamp: 2; width: 60mm'>{WORDS * 3}</p>" * 2,
    "from the right": f"<p dir=rtl>{WORDS} שלום</p>",
    "parted": "<p style='width: 15mm; hyphens: auto'>unre\u00adliable over\u00adfilling, ebbing</p>",
    "too long": "<p style='width: 9mm; overflow-wrap: anywhere'>overfilling</p>",
    "underlined": f"<p><u>{WORDS}</u> <s>{WORDS}</s></p>",
    "lettering": "<svg width=90 height=30 xmlns='http://www.w3.org/2000/svg'><text y=20>a wheel</text></svg>",
    "on each page": f"<p style='position: running(x)'>{WORDS}</p>" + f"<p>{WORDS * 40}</p>" * 2,
}
FOOT = "@page { size: A5; @bottom-center { content: element(x) } }"


def test_what_is_shaped_once_is_drawn_as_it_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html lang=en><title>x</title><style>{FOOT}</style><p id=end>{''.join(DRAWN.values())}"
    drawn = _printed(page)
    monkeypatch.setattr(letters, "shaped_once", nullcontext)
    assert drawn == _printed(page)


def _printed(page: str) -> bytes:
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        return press.printed(press.laid_out(page), pdf_identifier=b"x")


def test_what_is_split_once_is_drawn_by_each_for_itself() -> None:
    """A page number is written into one of two rooms that were laid out alike."""
    page = "<html lang=en><title>x</title>" + "<p>page <b>7</b>, and again</p>" * 3
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        drawn = [id(box.pango_layout) for box in boxes if hasattr(box, "pango_layout")]
    assert len({*drawn}) == len(drawn) == 9


ENDS = {
    "the last word": ("de", "die älteste Soleleitung?", 39, ["die älteste", "Soleleitung?"]),
    "another word": ("de", "die Soleleitung bei uns", 23, ["die Solelei‐", "tung bei", "uns"]),
    "longer than a line": ("de", "die Soleleitung?", 14, ["die", "Solelei‐", "tung?"]),
    "a hyphen in it": ("de", "eine Sole-Leitung?", 26, ["eine Sole-", "Leitung?"]),
    "signs that are no letters": ("ja", "潮が満ちて引くまで", 14, ["潮が満ちて引く", "まで"]),
}


@rows(("language", "text", "width", "lines"), ENDS.values(), ids=ENDS)
def test_the_last_word_is_divided_only_where_it_is_longer_than_a_line(
    language: str, text: str, width: int, lines: list[str]
) -> None:
    style = f"width: {width}mm; font: 16px Guide Source Serif; hyphens: auto; hyphenate-limit-chars: 6 3 3"
    page = f"<html lang={language}><title>x</title><p style='{style}'>{text}</p>"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        shown = [box.text.strip() for box in boxes if hasattr(box, "pango_layout")]
    assert shown == lines


PARTED = (
    "Speaking to the <b>Supreme</b> Soviet on <b>a</b> day in July",
    "the pond fills <b>at</b><b>, and</b> drives the <b>wheel</b>, at ebb",
    "a mill (<b>one</b> of those) <b>by the sea</b> and the next",
    "where the  <b>tide </b> is <b> low</b> no wheel turns",
)


def test_lines_end_where_they_would_if_nothing_were_set_apart() -> None:
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        parted, whole = (
            [*_lines(press.laid_out(page))]
            for page in (_in_widths(), _in_widths().replace("<b>", "").replace("</b>", ""))
        )
    assert parted == whole


def _in_widths() -> str:
    """Set the texts in each of many widths."""
    style = "@page { size: A3 } b { font-weight: inherit }"
    blocks = "".join(
        f"<p style='width: {width}px'>{text}</p>" for text in PARTED for width in range(81, 320, 11)
    )
    return f"<html lang=en><title>x</title><style>{style}</style>{blocks}"


def _lines(document: Any) -> Iterator[str]:
    for page in document.pages:
        for box in page._page_box.descendants():
            if type(box).__name__ == "LineBox":
                said = "".join(getattr(each, "text", "") for each in box.descendants())
                yield " ".join(said.split())
