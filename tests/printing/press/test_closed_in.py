"""No deck's template gets a print to fetch, or to read, anything that is not the deck's own."""

import re
import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from PIL import Image as Picture

from studyguide.deck.item import Image
from studyguide.errors import StudyGuideError
from studyguide.loading.load import load
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.cutout import imposition
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.press import html
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.conftest import Desk
from tests.printing.reading import entry, small_guide

ONE = small_guide(entry("question", "only", "What is the only question?", "40"))
NONE = small_guide(entry("question", "only", "What is the only question?", "40", retired="wrong"))
A4 = imposition.sheet("grid", imposition.PAPERS["a4"])
SECRET = "The secret of the house"

Write = Callable[[Templates, Path], object]


def guide(templates: Templates, path: Path) -> object:
    """Print the shortest edition: it is filled in and laid out once, by the same press as any other."""
    return write_guide(ONE, templates, Layout(answers="none"), path)


def cards(templates: Templates, path: Path) -> object:
    """Print the test sheet alone, which comes before all cards."""
    return write_cards(NONE, templates, A4, path)


PAGES = {
    "guide/guide.html": "guide/colophon.html",
    "cutout/cutout.html": "cutout/test.html",
}
"""Pages of a deck's own, of which nothing is needed but one of their parts: what a print is quickest made of."""

PAGE = """<html lang="en"><head><title>x</title><style>{{% include "{0}/page.css" %}}</style></head>
<body><p>Words</p><div>{{% include "{1}" %}}</div></body></html>
"""

PRINTS = {"guide/colophon.html": guide, "cutout/test.html": cards}
SHEETS = {"guide/page.css": guide, "cutout/page.css": cards}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck with templates of its own; beside it lie a secret and a picture that are not its own."""
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    Picture.new("L", (40, 30), 200).save(tmp_path / "secret.png")
    (tmp_path / "secret.css").write_text("p { color: #111 }", encoding="utf-8")
    for name in ("guide", "cutout"):
        (tmp_path / "deck/templates" / name).mkdir(parents=True)
    for page, part in PAGES.items():
        text = PAGE.format(page.partition("/")[0], part)
        (tmp_path / "deck/templates" / page).write_text(text, encoding="utf-8")
    return tmp_path


def refuses(folder: Path, name: str, text: str, named: str, write: Write) -> None:
    """Expect that a template of the deck keeps the print from being written, and why."""
    (folder / "deck/templates" / name).write_text(text, encoding="utf-8")
    with pytest.raises(StudyGuideError, match=re.escape(named)):
        write(Templates.of(folder / "deck"), folder / "print.pdf")
    assert not list(folder.glob("*.pdf*"))


def by_turns(names: Iterable[str], table: dict[str, tuple[str, str]]) -> list[ParameterSet]:
    """Give each row to one of two prints by turns, which share one press; to both where there is time."""
    return [
        pytest.param(name, *row, id=f"{id}-{name}", marks=[pytest.mark.torture] * (at % 2))
        for number, (id, row) in enumerate(table.items())
        for at, name in enumerate(names, start=number)
    ]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><title>x</title>{}</svg>'
MARKUP = {
    "svg-image-xlink": (SVG.format('<image xlink:href="http://example.com/x.png" width="9" height="9"/>'), "http://example.com/x.png"),
    "svg-image-base": (SVG.format('<image xml:base="file:///etc/" href="passwd" width="9" height="9"/>'), "file:///etc/passwd"),
    "svg-use": (SVG.format('<use href="http://example.com/x.svg#a"/>'), "http://example.com/x.svg"),
    "svg-use-file": (SVG.format('<use href="/etc/passwd#a"/>'), "/etc/passwd#a"),
    "svg-style-import": (SVG.format("<style>@import url(http://example.com/x.css);</style>"), "http://example.com/x.css"),
    "svg-style-import-file": (SVG.format("<style>@import '../../../secret.css';</style>"), "secret.css"),
    "svg-font": (SVG.format("<style>@font-face { font-family: X; src: url(http://example.com/x.ttf) }</style>"), "http://example.com/x.ttf"),
    "object": ('<object data="http://example.com/x.svg" type="image/svg+xml">x</object>', "http://example.com/x.svg"),
    "embed": ('<embed src="http://example.com/x.png" alt="x">', "http://example.com/x.png"),
    "base": ('<base href="http://example.com/"><img src="x.png" alt="x">', "http://example.com/x.png"),
    "upper-case": ('<img src="FILE:///etc/passwd" alt="x">', "etc/passwd"),
    "svg-fill": (SVG.format('<path d="M0 0H9V9" fill="url(http://example.com/x.svg#a)"/>'), "http://example.com/x.svg"),
    "svg-style": (SVG.format('<path d="M0 0H9V9" style="fill: url(/etc/passwd#a)"/>'), "/etc/passwd"),
    "two-slashes": ('<img src="//example.com/x.png" alt="x">', "example.com/x.png"),
    "nul": ('<img src="x%00.png" alt="x">', "x%00.png"),
    "out-of-fonts": ('<img src="/fonts/../../../../../../../../../etc/passwd" alt="x">', "/etc/passwd"),
    "encoded-out-of-fonts": ('<img src="/fonts/%2e%2e/%2e%2e/x.png" alt="x">', "x.png"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "markup", "named"), by_turns(PRINTS, MARKUP))
def test_markup_fetches_nothing(folder: Path, name: str, markup: str, named: str) -> None:
    refuses(folder, name, markup, named, PRINTS[name])


FETCHES = {
    "http-image": ('<img src="http://example.com/x.png" alt="x">', "http://example.com/x.png"),
    "https-style": ('<link rel="stylesheet" href="https://example.com/x.css">', "https://example.com/x.css"),
    "style-import": ("<style>@import 'http://example.com/x.css';</style>", "http://example.com/x.css"),
    "background": ('<p style="background: url(ftp://example.com/x.png)">x</p>', "ftp://example.com/x.png"),
    "font": ("<style>@font-face { font-family: X; src: url(http://example.com/x.ttf) }</style>", "http://example.com/x.ttf"),
    "attachment": ('<link rel="attachment" href="http://example.com/x.zip">', "http://example.com/x.zip"),
    "data": ('<img src="data:image/png;base64,AAAA" alt="x">', "data:image/png;base64,AAAA"),
    "absolute-file": ('<img src="file:///etc/passwd" alt="x">', "file:///etc/passwd"),
    "file-of-a-host": ('<img src="file://host/templates/guide/guide.css" alt="x">', "file://host/templates"),
    "outside": ('<img src="../../../secret.png" alt="x">', "file:///secret.png"),
    "encoded-outside": ('<img src="%2e%2e/%2e%2e/secret.png" alt="x">', "secret.png"),
    "link-out": ('<img src="link.png" alt="x">', "link.png"),
    "missing": ('<img src="no-such.png" alt="x">', "/templates/guide/no-such.png"),
    "svg-http": ('<svg width="9" height="9"><title>x</title><image href="http://example.com/x.png" width="9" height="9"/></svg>', "http://example.com/x.png"),
    "svg-file": ('<svg width="9" height="9"><title>x</title><image href="/etc/passwd" width="9" height="9"/></svg>', "file:///etc/passwd"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "named"), FETCHES.values(), ids=FETCHES)
def test_nothing_from_outside_is_fetched(folder: Path, markup: str, named: str) -> None:
    (folder / "deck/secret.png").write_bytes((folder / "secret.png").read_bytes())
    (folder / "deck/templates/guide/link.png").symlink_to(folder / "deck/secret.png")
    refuses(folder, "guide/colophon.html", markup, named, guide)


STYLES = {
    "import": ("@import url(http://example.com/x.css); p { color: #111 }", "http://example.com/x.css"),
    "import-file": ("@import '../../../secret.css';", "secret.css"),
    "background": ("html { background: url(http://example.com/x.png) }", "http://example.com/x.png"),
    "page": ("@page { background: url(file:///etc/passwd) }", "file:///etc/passwd"),
    "margin-box": ("@page { @top-left { content: url(http://example.com/x.png) } }", "http://example.com/x.png"),
    "content": ("p::before { content: url(http://example.com/x.png) }", "http://example.com/x.png"),
    "list": ("p { display: list-item; list-style: url(http://example.com/x.png) }", "http://example.com/x.png"),
    "border": ("p { border: 1mm solid; border-image: url(http://example.com/x.png) 1 }", "http://example.com/x.png"),
    "font": ("@font-face { font-family: X; src: url(http://example.com/x.ttf) }", "http://example.com/x.ttf"),
    "font-of-the-machine": ('@font-face { font-family: X; src: local("DejaVu Sans") }', "X"),
    "font-of-ours-by-name": ('@font-face { font-family: X; src: local("Source Serif Pro") }', "X"),
    "font-then-local": ('@font-face { font-family: X; src: url(no.ttf), local("DejaVu Sans") }', "no.ttf"),
    "colours": ("@color-profile device-cmyk { src: url(http://example.com/x.icc) }", "http://example.com/x.icc"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "style", "named"), by_turns(SHEETS, STYLES))
def test_a_style_sheet_fetches_nothing(folder: Path, name: str, style: str, named: str) -> None:
    refuses(folder, name, style, named, SHEETS[name])


DRAWINGS = {
    "image": (SVG.format('<image href="http://example.com/x.png" width="9" height="9"/>'), "http://example.com/x.png"),
    "image-file": (SVG.format('<image href="../../../secret.png" width="9" height="9"/>'), "secret.png"),
    "use": (SVG.format('<use href="file:///etc/passwd#x"/>'), "file:///etc/passwd"),
    "import": (SVG.format("<style>@import url(file:///etc/passwd);</style>"), "file:///etc/passwd"),
    "style-link": ('<?xml-stylesheet href="http://example.com/x.css"?>' + SVG.format('<image href="http://example.com/x.png" width="9" height="9"/>'), "example.com"),
    "entity": ('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>"), "drawing.svg"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "drawing", "named"), by_turns(PRINTS, DRAWINGS))
def test_a_drawing_fetches_nothing(folder: Path, name: str, drawing: str, named: str) -> None:
    (folder / "deck/templates" / name).with_name("drawing.svg").write_text(drawing)
    refuses(folder, name, '<img src="drawing.svg" alt="x">', named, PRINTS[name])


def test_a_drawing_of_another_name_fetches_nothing(folder: Path) -> None:
    (folder / "deck/templates/cutout/drawing.png").write_text(DRAWINGS["use"][0])
    refuses(
        folder, "cutout/test.html", '<img src="drawing.png" alt="x">', DRAWINGS["use"][1], cards
    )


def test_a_link_to_a_folder_leads_nowhere(folder: Path) -> None:
    (folder / "deck/templates/cutout/all").symlink_to(folder)
    refuses(folder, "cutout/test.html", '<img src="all/secret.png" alt="x">', "secret.png", cards)


@pytest.mark.parametrize("name", PRINTS)
def test_a_template_that_is_a_link_out_is_refused(folder: Path, name: str) -> None:
    (folder / "deck/templates" / name).symlink_to(folder / "secret.txt")
    with pytest.raises(StudyGuideError, match=re.escape(name)):
        PRINTS[name](Templates.of(folder / "deck"), folder / "print.pdf")


def test_a_folder_of_templates_that_is_a_link_out_is_refused(folder: Path) -> None:
    (folder / "deck/templates").rename(folder / "elsewhere")
    (folder / "deck/templates").symlink_to(folder / "elsewhere")
    with pytest.raises(StudyGuideError, match="deck/templates"):
        Templates.of(folder / "deck")


def test_a_folder_of_pictures_that_is_a_link_out_is_refused(folder: Path) -> None:
    desk = Desk(folder / "deck")
    (desk.folder / "media").symlink_to(folder)
    desk.section(
        "question: What?\nanswer: 40\nevidence: was to send 40\nimage: secret.png\nalt: A secret"
    )
    _, found = load(desk.folder)
    assert [each.code for each in found] == ["image-missing"]


OWN = (
    '<defs><path id="a" d="M0 0H9V9"/><linearGradient id="g"><stop offset="0"/></linearGradient></defs>'
    '<use href="#a" fill="url(#g)"/><a href="http://example.com/"><path d="M1 1H2"/></a>'
    "<style>path { stroke: #444 }</style>"
)


def held(wide: int, form: str = "PNG", mode: str = "RGB") -> str:
    """Give an address that holds a picture, as drawing programs write them: in lines."""
    file = BytesIO()
    Picture.new(mode, (wide, 6), 99).save(file, form)
    return f"data:image/{form.lower()};base64,\n{b64encode(file.getvalue()).decode()}\n"


HELD = {
    "a picture": (f'<image xlink:href="{held(8)}" width="9" height="9"/>', ""),
    "in printing inks": (f'<image href="{held(8, "JPEG", "CMYK")}" width="9" height="9"/>', ""),
    "half a picture": (f'<image href="{held(8)[:80]}" width="9" height="9"/>', "refers to data:"),
    "a drawing": ('<image href="data:image/svg+xml,%3Csvg/%3E" width="9" height="9"/>', "refers to data:"),
    "text": ('<image href="data:text/html;base64,AAAA" width="9" height="9"/>', "refers to data:"),
    "a picture beside one that is not": (f'<image href="{held(8)}"/><image href="http://a.b/x.png" width="9" height="9"/>', "refers to http://a.b/x.png: "),
    "too many pixels": (f'<image href="{held(7_000_000, mode="1")}" width="9" height="9"/>', "…: what a drawing shows"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "named"), HELD.values(), ids=HELD)
def test_a_drawing_may_hold_pictures(folder: Path, inside: str, named: str) -> None:
    """What is refused is told by the name of the drawing, and not at length."""
    path = folder / "drawing.svg"
    path.write_text(SVG.format(inside))
    image = Image(path, "A dam", sha256(path.read_bytes()).hexdigest())
    made = small_guide(entry("question", "q", "What?", "That", image=image))
    if not named:
        write_cards(made, Templates.of(folder / "no deck"), A4, folder / "print.pdf")
        return
    with pytest.raises(StudyGuideError, match=re.escape(named)) as failure:
        write_cards(made, Templates.of(folder / "no deck"), A4, folder / "print.pdf")
    assert str(failure.value).startswith(str(path))
    assert len(str(failure.value)) < 500


@pytest.mark.parametrize("name", PRINTS)
def test_a_drawing_may_refer_to_itself(folder: Path, name: str) -> None:
    template = folder / "deck/templates" / name
    template.with_name("drawing.svg").write_text(SVG.format(OWN))
    template.write_text(f'<img src="drawing.svg" alt="x">{SVG.format(OWN)}')
    PRINTS[name](Templates.of(folder / "deck"), folder / "print.pdf")
    assert (folder / "print.pdf").exists()


def test_curators_text_stays_text_in_a_template_of_the_deck(folder: Path) -> None:
    """Autoescape is on, whatever a template is called."""
    (folder / "deck/templates/cutout/test.html").write_text("<p>{{ guide.title }}</p>")
    hostile = small_guide(*ONE.entries, title='<img src="http://example.com/x.png" alt="x">')
    write_cards(
        hostile,
        Templates.of(folder / "deck"),
        A4,
        folder / "print.pdf",
    )
    assert (folder / "print.pdf").exists()


FAULTS = {
    "python": "{{ spot.__init__.__globals__ }}",
    "method": "{{ sheet.behind.__func__ }}",
    "file": "{{ guide.entries[0].image.path.read_text() }}",
    "folder": "{{ guide.entries | map(attribute='image.path.parent') | first }}",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_template_of_the_cards_runs_in_the_sandbox(folder: Path, fault: str) -> None:
    (folder / "deck/templates/cutout/test.html").write_text(f"\n{fault}")
    path = folder / "secret.png"
    image = Image(path, "A dam", sha256(path.read_bytes()).hexdigest())
    made = small_guide(entry("question", "q", "What?", "That", image=image))
    with pytest.raises(StudyGuideError, match=r"cutout/test\.html:2: .*unsafe"):
        write_cards(made, Templates.of(folder / "deck"), A4, folder / "print.pdf")


ENDLESS = {
    "loop": ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "takes more than 0.05 s"),
    "sorted": ("{% for a in range(9999) %}{% set b = range(99999) | sort %}{% endfor %}", "takes more than 0.05 s"),
    "filler": ("{% for a in range(9999) %}{{ lipsum(n=100) }}{% endfor %}", "takes more than 0.05 s"),
    "wide": ("{{ '%19999999d' % 1 }}", "puts out 19,999,999 characters"),
    "centred": ("{{ 'a' | center(19999999) }}", "puts out 19,999,999 characters"),
}  # fmt: skip
ENDLESS["drawing"] = (
    SVG.format("<g id='a0'/>" + "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 9))),
    "has more than 50,000 parts",
)  # fmt: skip
ENDLESS["pattern"] = (
    SVG.format("".join(f"<pattern id='a{n}'>" + f"<path d='M0 0H9V9' fill='url(#a{n + 1})'/>" * 9 + "</pattern>" for n in range(9))),
    "has more than 50,000 parts",
)  # fmt: skip


@pytest.mark.parametrize(("text", "named"), ENDLESS.values(), ids=ENDLESS)
def test_a_template_comes_to_an_end(
    folder: Path, text: str, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "_SECONDS", 0.05)
    refuses(folder, "cutout/test.html", text, named, cards)


@pytest.mark.parametrize("name", PRINTS)
def test_no_face_of_the_machine_is_used(folder: Path, name: str) -> None:
    markup = '<p style="font-family: DejaVu Sans, Liberation Serif, monospace">Wide</p>'
    (folder / "deck/templates" / name).write_text(markup)
    PRINTS[name](Templates.of(folder / "deck"), folder / "print.pdf")
    table = subprocess.run(
        ["pdffonts", folder / "print.pdf"], capture_output=True, text=True, check=True
    ).stdout
    faces = [line.split()[0].partition("+")[2] for line in table.splitlines()[2:]]
    assert faces
    assert all(face.startswith("Guide-Source-") for face in faces)


LEADS = {
    "script": '<a href="javascript:alert(1)">x</a>',
    "capitals": '<a href="JaVaScRiPt:alert(1)">x</a>',
    "line break": '<a href=" java&#10;script:alert(1)">x</a>',
    "file": '<a href="file:///etc/passwd">x</a>',
    "relative": '<a href="../secret.txt">x</a>',
    "data": '<a href="data:text/html,x">x</a>',
    "area": '<a href="vbscript:1"><p>x</p></a>',
    "network share": '<a href="//host/share">x</a>',
}
WEB = {
    "web": '<a href="https://example.org/">x</a>',
    "mail": '<a href="MAILTO:a@example.org">x</a>',
    "itself": '<a href="#title">x</a><p id="title">x</p>',
}


@pytest.mark.parametrize("name", PRINTS)
@pytest.mark.parametrize("text", LEADS.values(), ids=LEADS)
def test_no_link_to_scripts_and_files(folder: Path, name: str, text: str) -> None:
    refuses(folder, name, text, "only web and mail addresses", PRINTS[name])


@pytest.mark.parametrize("text", WEB.values(), ids=WEB)
def test_links_to_the_web_stay(folder: Path, text: str) -> None:
    (folder / "deck/templates/cutout/test.html").write_text(text, encoding="utf-8")
    write_cards(ONE, Templates.of(folder / "deck"), A4, folder / "print.pdf")
    assert (folder / "print.pdf").exists()


def test_a_form_sends_nothing_to_a_script(folder: Path) -> None:
    text = '<form action="javascript:1"><input type="submit" value="x"></form>'
    (folder / "deck/templates/guide/colophon.html").write_text(text, encoding="utf-8")
    with pytest.raises(StudyGuideError, match="only web and mail addresses"):
        write_guide(ONE, Templates.of(folder / "deck"), Layout(is_form=True), folder / "print.pdf")
