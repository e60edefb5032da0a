"""Drawings on paper beside the same in a browser: what WeasyPrint draws otherwise is said to it in other words."""

import io
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image as Picture
from PIL import ImageChops, ImageFilter
from reviewer import chromium

from studyguide.deck.item import Image
from studyguide.printing.drawings.prepared import prepared
from studyguide.printing.press import fonts
from studyguide.printing.press.drawings import undrawn_in
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources, picture_url
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 150"'
    ' font-family="Guide Source Sans" font-size="20">{}</svg>'
)
GREY = '<rect width="200" height="150" fill="#9ab"/>'
HALO = 'paint-order="stroke" stroke="#fff" stroke-width="6"'
SHADES = '<linearGradient id="a"><stop stop-color="#b00"/><stop offset="1" stop-color="#00b"/></linearGradient>'
ARROW = (
    '<marker id="m" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="6" markerHeight="6" orient="auto-start-reverse">'
    '<path d="M0 0L10 5L0 10z"/></marker>'
)
LINED = 'fill="none" stroke="#000" stroke-width="3" marker-end="url(#m)"'

DRAWINGS = {
    "a halo": GREY + f'<text x="9" y="40" {HALO}>Mill</text>',
    "a halo of a class": GREY + '<style>.h{paint-order:stroke fill;stroke:#fff;stroke-width:6px;fill:#900}</style><text class="h" x="9" y="40">Mill</text>',
    "a halo of a variable": GREY + '<style>svg{--o:stroke;--w:#fff}text{paint-order:var(--o);stroke:var(--w);stroke-width:var(--n,6)}</style><text x="9" y="40">Mill</text>',
    "a halo of a group": GREY + f'<g {HALO}><text x="9" y="40">Mill</text><text x="9" y="90">on <tspan fill="#b00">hold</tspan></text></g>',
    "a halo of one word": GREY + f'<text x="9" y="40">a <tspan {HALO}>mill</tspan> on</text>',
    "a halo of a text set from its middle": GREY + f'<text x="100" y="40" text-anchor="middle" {HALO}>Mill</text>',
    "a halo shown twice": GREY + f'<defs><text id="t" {HALO}>Mill</text></defs><use href="#t" x="9" y="40"/><use xlink:href="#t" x="99" y="90"/>',
    "a halo of what is shown": GREY + f'<defs><text id="t">Mill</text></defs><use href="#t" x="9" y="40" {HALO}/>',
    "a faint halo": GREY + f'<text x="9" y="40" opacity=".6" {HALO}>Mill</text>',
    "a shape above its outline": '<circle cx="70" cy="70" r="40" fill="gold" stroke="#b00" stroke-width="30" paint-order="stroke"/>',
    "arrows below their line": f'{ARROW}<path d="M20 20H120V100" paint-order="markers" {LINED}/>',
    "an outline above its letters": '<text x="9" y="90" font-size="60" fill="#fff" stroke="#b00" stroke-width="3">Mill</text>',
    "a halo that is none": GREY + '<text x="9" y="40" paint-order="stroke">Mill</text>',
    "letters in spans in spans": '<text x="9" y="40">a <tspan fill="#b00">b <tspan font-weight="bold">c</tspan> d</tspan> e</text>',
    "a title in a text": '<text x="9" y="40">on<title>what it is</title> hold</text>',
    "words parted by new lines": '<text x="9" y="40">\n<tspan>on</tspan>\n<tspan>hold</tspan>\n</text>',
    "lines set from their middle": '<text text-anchor="middle"><tspan x="100" y="40"><tspan font-weight="bold">on</tspan> hold</tspan><tspan x="100" dy="30">a <tspan fill="#b00">mill</tspan> on</tspan></text>',
    "spaces that stay": '<text x="9" y="40" style="white-space:pre">a   b</text>',
    "raised letters": '<text x="9" y="60" font-size="40">m<tspan baseline-shift="40%" font-size="24">3</tspan>n</text>',
    "capitals": '<text x="9" y="40" style="text-transform:uppercase">on hold</text>',
    "a face in short": '<style>.f{font:italic bold 32px/1.2 "Guide Source Serif",serif}</style><text class="f" x="9" y="60">hold</text>',
    "letters of a named size": '<text x="9" y="60" font-size="xx-large">hold</text>',
    "faint letters set from their middle": '<g opacity=".5"><text x="100" y="60" text-anchor="middle">hold on</text></g>',
    "the colour of letters": '<g color="#b00"><path fill="currentcolor" d="M9 9h60v60h-60z"/></g>',
    "the first of a choice": '<switch><g systemLanguage="xx"><path d="M9 9h60v60h-60z"/></g><path d="M99 9h60v60h-60z"/></switch>',
    "a symbol of no size": '<symbol id="s" viewBox="0 0 4 3"><path d="M1 1h2v1h-2z"/></symbol><use href="#s"/>',
    "a mask of a group": '<mask id="m"><path fill="#fff" d="M0 0h60v60h-60z"/></mask><g mask="url(#m)"><path fill="#b00" d="M9 9h90v30h-90z"/><circle cx="40" cy="60" r="30"/></g>',
    "a mask of a path": '<mask id="m"><path fill="#fff" d="M0 0h200v150h-200z"/><circle cx="60" cy="60" r="30"/></mask><path mask="url(#m)" d="M9 9h150v120h-150z"/>',
    "a wide line of two colours": f'{SHADES}<path d="M20 90Q100 -30 180 90" fill="none" stroke="url(#a)" stroke-width="20"/>',
    "colours of another, twice": f'{SHADES}<linearGradient id="b" xlink:href="#a" x2="0" y2="1"/><path fill="url(#b)" d="M9 9h60v90h-60z"/><path fill="url(#b)" d="M99 9h60v90h-60z"/>',
    "colours that are turned": f'{SHADES}<linearGradient id="b" href="#a" gradientTransform="rotate(40 .5 .5) scale(.8 1)"/><path fill="url(#b)" d="M9 9h90v90h-90z"/>',
    "colours in a circle": '<radialGradient id="r"><stop stop-color="#fff"/><stop offset="1"/></radialGradient><path fill="url(#r)" d="M9 9h120v120h-120z"/>',
    "arrows on curves": f'{ARROW}<g {LINED} marker-start="url(#m)"><path d="M30 60A30 30 0 0 1 90 60"/><path d="M120 40q30-50 50 30t-30 60"/><path d="M20 90s40 50 70 0"/></g>',
    "arrows on straight lines": f'{ARROW}<g {LINED} marker-mid="url(#m)"><polyline points="20,20 90,50 160,20 180,70"/><polygon points="30,90 90,90 60,130"/></g>',
    "a line as thin everywhere": '<g transform="scale(10)"><path d="M2 5h15" stroke="#000" stroke-width="4" vector-effect="non-scaling-stroke"/></g>',
    "a ring told in hundredths": '<circle cx="80" cy="70" r="50" fill="none" stroke="#000" stroke-width="20" pathLength="100" stroke-dasharray="30 70"/>',
    "turned about its middle": '<style>path{transform:rotate(30deg);transform-box:fill-box;transform-origin:center}</style><path d="M40 40h80v40h-80z"/>',
    "what is collapsed": '<path d="M9 9h60v60h-60z" visibility="collapse"/><circle cx="120" cy="60" r="20"/>',
}  # fmt: skip
UNTOUCHED = {
    "a shape": '<path d="M1 1h9"/>',
    "letters": '<text x="1" y="9">Mill</text>',
    "spans beside each other": '<text x="1" y="9">a <tspan dy="2">b</tspan> c</text>',
    "lines of a text": '<text x="1" y="9">\n  <tspan x="1">a</tspan>\n  <tspan x="1" dy="9">b</tspan>\n</text>',
    "a straight arrow": f'{ARROW}<line x2="9" {LINED}/>',
    "a class": "<style>.a{fill:red}</style><path class='a' d='M1 1h9'/>",
    "the usual order": '<path d="M1 1h9v9z" stroke="red" paint-order="normal"/>',
}
LOST = {
    "along a line": ('<path id="p" d="M0 9h9"/><text><textPath href="#p">a</textPath></text>', "letters along a line (textPath)"),
    "downwards": ('<text style="writing-mode:vertical-rl">a</text>', "letters downwards (writing-mode)"),
    "underlined by a class": ("<style>.u{text-decoration:underline}</style><text class='u'>a</text>", "lines under or through letters (text-decoration)"),
    "mixed": ('<path style="mix-blend-mode:multiply" d="M0 9h9"/>', "colours mixed with those behind (mix-blend-mode)"),
    "cut to letters": ('<clipPath id="c"><text>a</text></clipPath><path clip-path="url(#c)" d="M0 9h9"/>', "a shape of letters, of CSS or with holes that others are cut to (clip-path)"),
    "cut to a shape of CSS": ('<path style="clip-path:circle(9px)" d="M0 9h9"/>', "a shape of letters, of CSS or with holes that others are cut to (clip-path)"),
    "a shadow of CSS": ('<path style="filter:drop-shadow(1px 1px)" d="M0 9h9"/>', "effects (filter)"),
    "dashes of a curve": ('<path d="M0 9q9 9 9 0" pathLength="9" stroke-dasharray="1"/>', "dashes told as shares of a curve (pathLength)"),
    "cut to a shape": ('<clipPath id="c"><path d="M0 0h9v9z"/></clipPath><path clip-path="url(#c)" d="M0 9h9"/>', ""),
    "no decoration": ('<text style="text-decoration:none;writing-mode:lr-tb;mix-blend-mode:normal;filter:none">a</text>', ""),
    "dashes of a ring": ('<circle r="9" pathLength="9" stroke-dasharray="1"/>', ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def shown() -> dict[str, Picture.Image]:
    """Show all drawings in a browser, in our faces."""
    faces = "".join(
        f'@font-face {{ font-family: "{each.family}"; font-style: {each.style}; font-weight: {each.weight};'
        f' src: url("data:font/ttf;base64,{_encoded(each.file)}") }}'
        for each in fonts.FACES
        if each.family != fonts.CODE
    )
    style = (
        f"<style>{faces} body {{ margin: 0 }} body > svg {{ width: 200px; height: 150px }}</style>"
    )
    found = {}
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 200, "height": 150}, device_scale_factor=2)
        page.set_content(f"<meta charset=utf-8>{style}{SVG.format('<text>a</text>')}")
        for name, inside in DRAWINGS.items():  # faces are read once: only the drawing changes
            page.evaluate(
                "async svg => { document.body.innerHTML = svg; await document.fonts.ready }",
                SVG.format(inside),
            )
            found[name] = Picture.open(io.BytesIO(page.screenshot())).convert("RGB")
    return found


def _encoded(file: str) -> str:
    return b64encode(fonts.path_of(file).read_bytes()).decode()


@pytest.fixture(scope="module")
def on_paper(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Picture.Image]:
    folder = tmp_path_factory.mktemp("media")
    images = {name: _stored(folder, inside) for name, inside in DRAWINGS.items()}
    style = "@page { size: 200px 150px; margin: 0 } body { margin: 0 } img { display: block; width: 200px; break-after: page }"
    body = "".join(f"<img src='{picture_url(each)}' alt=x>" for each in images.values())
    with open_press(Resources.of(images.values(), BUNDLED), "guide/guide.html") as press:
        page = f"<html lang=en><title>x</title><style>{style}</style>{body}"
        printed = pypdfium2.PdfDocument(press.printed(press.laid_out(page)))
    return dict(zip(images, _pages(printed), strict=False))


def _stored(folder: Path, inside: str) -> Image:
    data = SVG.format(inside).encode()
    digest = sha256(data).hexdigest()
    (folder / f"{digest}.svg").write_bytes(data)
    return Image(folder / f"{digest}.svg", "", digest)


def _pages(printed: pypdfium2.PdfDocument) -> Iterator[Picture.Image]:
    for each in printed:
        yield each.render(scale=8 / 3).to_pil().convert("RGB").resize((400, 300))


@rows("name", DRAWINGS)
def test_paper_shows_what_a_browser_shows(
    name: str, shown: dict[str, Picture.Image], on_paper: dict[str, Picture.Image]
) -> None:
    assert _apart(shown[name], on_paper[name]) <= 400


def _apart(one: Picture.Image, other: Picture.Image) -> int:
    """Count the points that differ clearly, however edges are smoothed; letters stand by a hair elsewhere."""
    both = (each.filter(ImageFilter.GaussianBlur(2)) for each in (one, other))
    bands = ImageChops.difference(*both).split()
    return max(sum(each.histogram()[48:]) for each in bands)


@rows("inside", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_is_drawn_alike_stays_as_it_is(inside: str) -> None:
    content = SVG.format(inside).encode()
    assert prepared(content) is content


@rows(
    "content",
    (b"", b"\x89PNG", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'><style>{{}", b"<svg/>"),
)
def test_what_cannot_be_read_stays_as_it_is(content: bytes) -> None:
    assert prepared(content) == content


@rows("inside, said", LOST.values(), ids=LOST)
def test_what_is_lost_on_paper_is_said(inside: str, said: str) -> None:
    assert undrawn_in(SVG.format(inside).encode()) == ((said,) if said else ())
