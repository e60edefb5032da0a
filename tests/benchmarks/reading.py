"""Reading documents, compared with the bare library that opens them."""

import io
import zipfile
from textwrap import fill

import pypdfium2
from selectolax.lexbor import LexborHTMLParser

from studyguide.printing.press.pdf import load
from studyguide.source.readers import read_bytes
from studyguide.source.readers.tree import closed
from tests.benchmarks import long_text
from tests.benchmarks.clock import Measure, compare

_PARAGRAPH, _CHAPTERS = 5, 40
"""Sentences of one, and how many there are of the other."""


def chapters(words: int) -> list[str]:
    """Write a novel of made-up words as pages of XHTML, its lines broken, a word of each paragraph emphasised."""
    said = [f"{' '.join(each.words)}." for each in long_text.sayings(words)]
    paragraphs = [
        f"<p><em>So:</em> {fill(' '.join(said[at : at + _PARAGRAPH]), 90)}</p>"
        for at in range(0, len(said), _PARAGRAPH)
    ]
    size = len(paragraphs) // _CHAPTERS + 1
    return [
        f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>"
        f"<h1>Chapter {number}</h1>" + "\n".join(paragraphs[at : at + size]) + "</body></html>"
        for number, at in enumerate(range(0, len(paragraphs), size), 1)
    ]


def book(words: int) -> bytes:
    """Make an EPUB of so many words."""
    pages = {f"c{number}": page for number, page in enumerate(chapters(words))}
    items = "".join(f'<item id="{id}" href="{id}" media-type="text/html"/>' for id in pages)
    spine = "".join(f'<itemref idref="{id}"/>' for id in pages)
    package = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
    container = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
    files = {"META-INF/container.xml": container, "p.opf": package, **pages}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def an_epub(words: int, turns: int = 15) -> Measure:
    """Compare reading an EPUB with unpacking it and asking selectolax for the tag and text of every node."""
    data = book(words)

    def bare() -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in archive.namelist()[3:]:
            body = LexborHTMLParser(closed(archive.read(name).decode())).body
            assert body
            nodes = body.traverse(include_text=True)
            assert len([(node.tag, node.text_content) for node in nodes]) > _PARAGRAPH

    what = f"read an EPUB of {words:,} words"
    return compare(what, lambda: read_bytes(data), "bare selectolax", bare, 2.0, turns)


def a_pdf(pages: int, turns: int = 5) -> Measure:
    """Compare reading a PDF with asking pypdfium2 for the text of every page."""
    style = "<style>@page { size: A5; margin: 20mm } h1 { break-before: page }</style>"
    text = "".join(page.partition("<body>")[2] for page in chapters(pages * 250))
    data = load().HTML(string=style + text).write_pdf()
    assert isinstance(data, bytes)

    def bare() -> None:
        pdf = pypdfium2.PdfDocument(data)
        for number in range(len(pdf)):
            page = pdf[number]
            text = page.get_textpage()
            assert text.get_text_range()
            text.close()
            page.close()
        pdf.close()

    what = f"read a PDF of {len(pypdfium2.PdfDocument(data))} pages"
    return compare(what, lambda: read_bytes(data), "bare pypdfium2", bare, 1.9, turns)
