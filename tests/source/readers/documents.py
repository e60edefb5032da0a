"""Small documents of each format, made of a few parts: nobody's text but ours."""

import io
import zipfile
from collections.abc import Mapping

import pikepdf

from studyguide.printing.press.pdf import load

CHAPTERS = (
    ("Of Birds", "Most birds can fly, and all of them lay eggs with a hard shell."),
    ("Of Fishes", "Most fishes breathe with gills, which take oxygen from the water."),
)
LONGER = " Nobody has counted them, though many have tried for a long time and in many places."


def page(*parts: str, lang: str = "en", head: str = "") -> str:
    """Give a page of HTML."""
    body = "".join(parts)
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{lang}"><head><title>Animals</title>{head}</head><body>{body}</body></html>'
    )


def chapter(title: str, text: str, tag: str = "h1") -> str:
    return f"<{tag}>{title}</{tag}><p>{text}</p><p>{LONGER}</p>"


def html() -> bytes:
    return page(*(chapter(*each) for each in CHAPTERS)).encode()


def markdown() -> bytes:
    parts = (f"## {title}\n\n{text}\n\n{LONGER.strip()}\n\n" for title, text in CHAPTERS)
    return ("# Animals\n\n" + "".join(parts)).encode()


def text() -> bytes:
    parts = (
        f"Chapter {at}. {title}\n\n{text}\n\n{LONGER.strip()}\n\n"
        for at, (title, text) in enumerate(CHAPTERS, 1)
    )
    return "".join(parts).encode()


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


CONTAINER = '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>'


def epub(*pages: str, more: Mapping[str, str] | None = None) -> bytes:
    """Give a book of some pages, by default a chapter each, in the order of the spine."""
    pages = pages or tuple(page(chapter(*each)) for each in CHAPTERS)
    items = "".join(
        f'<item id="c{at}" href="c{at}.xhtml" media-type="application/xhtml+xml"/>'
        for at in range(len(pages))
    )
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(pages)))
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Animals</dc:title>'
        "<dc:creator>A. Writer</dc:creator><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    files = {"META-INF/container.xml": CONTAINER, "O/p.opf": package}
    files |= {f"O/c{at}.xhtml": each for at, each in enumerate(pages)}
    return zipped(files | dict(more or {}))


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str = "", notes: str = "") -> bytes:
    """Give a document of Word, by default with both chapters."""
    body = body or "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Überschrift1"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:p><w:r><w:t>{LONGER}</w:t></w:r></w:p>"
        for title, text in CHAPTERS
    )
    styles = '<w:style w:styleId="Überschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Fett"><w:name w:val="Fett"/><w:rPr><w:b/></w:rPr></w:style>'
    files = {
        "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
        "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Animals</dc:title></c>',
    }
    if notes:
        files["word/footnotes.xml"] = f"<w:footnotes {_WORD}>{notes}</w:footnotes>"
    return zipped(files)


_STYLE = "<style>@page { size: A5; margin: 20mm; @bottom-center { content: counter(page) } @top-center { content: 'A running head' } } h1 { break-before: page } p { hyphens: manual }</style>"


def pdf(*parts: str, style: str = "") -> bytes:
    """Give a printed document, by default with both chapters, a page each."""
    body = parts or tuple(chapter(*each) for each in CHAPTERS)
    written = load().HTML(string=page(*body, head=_STYLE + style)).write_pdf()
    assert isinstance(written, bytes)
    return written


def columns(*, by_rows: bool) -> bytes:
    """Give a page in two columns, written line by line across both, or column by column."""
    line = '<p style="position: absolute; top: {}pt; left: {}mm">{} {} turns the wheel of an old mill</p>'
    places = [(at, side) for side in ("Left", "Right") for at in range(40)]
    if by_rows:
        places.sort()
    lines = (line.format(12 * at, 90 * (side == "Right"), side, at) for at, side in places)
    style = "<style>@page { size: A4; margin: 15mm } p { margin: 0; white-space: nowrap; font: 9pt serif }</style>"
    return pdf("".join(lines), style=style)


def by_lines(*rows: tuple[float, tuple[str, ...]], left: tuple[int, ...] = (0, 75, 165)) -> bytes:
    """Give a page with a table, written line by line across all columns: how far below the last each is, and its cells."""
    at, parts = 0.0, []
    for below, cells in rows:
        at += below
        line = '<p style="position: absolute; top: {}pt; left: {}pt">{}</p>'
        parts += [line.format(at, x, cell) for x, cell in zip(left, cells, strict=False) if cell]
    style = "<style>@page { size: 330pt 400pt; margin: 15pt } p { margin: 0; white-space: nowrap; font: 9pt/11pt serif }</style>"
    prose = "<p>Bark for the tanners in winter, and bones in summer</p>" * 4
    return pdf(f"{prose}<div style='position: relative'>{''.join(parts)}</div>", style=style)


def locked(password: str) -> bytes:
    """Give a printed document under a password; without one only its owner may change it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(file, encryption=pikepdf.Encryption(owner="owner", user=password))
    return file.getvalue()


ALL = {"text": text, "markdown": markdown, "html": html, "epub": epub, "docx": docx, "pdf": pdf}
