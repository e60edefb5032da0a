"""The last touches to a PDF before it is written: grey as grey, and what a printer should be told."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, Final, Literal

from studyguide.printing.engine.drawing.groups import ungrouped
from studyguide.printing.engine.drawing.packing import packed_once
from studyguide.printing.engine.drawing.thin_lines import stroked
from studyguide.printing.engine.fields import answers_first, finish_fields
from studyguide.printing.engine.links import name_links
from studyguide.printing.press.page_numbers import again
from studyguide.vocabulary.vocabulary import direction

ARCHIVAL: Final = {"pdf_variant": "pdf/a-2a"}
"""What all that is printed claims to be, and PDF/UA-1 as well."""
ARCHIVAL_WITH_FILES: Final = {"pdf_variant": "pdf/a-3a"}
"""The one that may have a file of any type attached."""
FORM: Final = {"pdf_variant": "pdf/ua-1", "pdf_forms": True}
"""PDF/UA-1 alone: PDF/A asks how what is typed will look, and forbids that a program makes that."""

_GREY = re.compile(rb"(\S+) \1 \1 (rg|RG)")
_TRANSPARENT = b"/a0.0 gs"
_PAINT = {b"rg": b"g", b"RG": b"G"}

_BOTH = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""That it is PDF/UA-1, and what the word for it means, which PDF/A wants to be told."""

_SOURCE = """<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:source>{}</dc:source></rdf:Description>
"""
_END = b"</rdf:RDF>"

Sides = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]
"""On which sides of the paper something is to be printed, and on which edge that is turned."""


def with_answers_first(document: Any) -> Any:
    """Have the key Tab, and whoever reads aloud, come to an answer before the boxes to tick."""
    for page in document.pages:
        answers_first(page._page_box)  # noqa: SLF001, it is nowhere else
    return document.copy([again(page) for page in document.pages])


def finish(document: Any, pdf: Any, *, sides: Sides = "DuplexFlipLongEdge") -> None:
    """Finish a PDF that WeasyPrint has drawn: called with its document and pydyf's PDF."""
    drawn = [each for each in pdf.objects if isinstance(getattr(each, "stream", None), list)]
    _in_grey(drawn)
    _thin_as_strokes(drawn)
    _unseen(drawn)
    _gradients_once(pdf)
    ungrouped(pdf)
    finish_fields(document, pdf)
    name_links(document)
    _to_be_shown_as_it_is(pdf, document.metadata.lang or "en", sides)
    source = _SOURCE.format(escape(document.metadata.custom.get("dcterms.source", ""))).encode()
    _for_everybody_and_for_long(pdf, source)
    packed_once(pdf)


def _for_everybody_and_for_long(pdf: Any, source: bytes) -> None:
    """Say of what is PDF/A that it is PDF/UA, too: WeasyPrint says only one of them; and the source of each.

    Metadata must be there for whoever reads them without unpacking, and no picture be smoothed.
    """
    number = int(pdf.catalog["Metadata"].split()[0])
    metadata = next(each for each in pdf.objects if each.number == number)
    metadata.compress = False
    more = source if b"pdfuaid:part" in b"".join(metadata.stream) else source + _BOTH
    metadata.stream = [part.replace(_END, more + _END) for part in metadata.stream]
    for each in pdf.objects:
        extra = getattr(each, "extra", {})
        if extra.get("Subtype") == "/Image" and "Interpolate" in extra:
            extra["Interpolate"] = "false"


def _in_grey(drawn: list[Any]) -> None:
    """Name a grey by its one component: black of three inks is black of one on every printer."""
    for each in drawn:
        each.stream = [
            _one_component(part) if type(part) is bytes and part[-2:] in _PAINT else part
            for part in each.stream
        ]


def _thin_as_strokes(drawn: list[Any]) -> None:
    """Draw what is as thin as a line as one: as an area, a line is lost on screens of less than 100 dpi."""
    for each in drawn:
        if b"f" in each.stream or b"f*" in each.stream:
            each.stream = stroked(each.stream)


def _unseen(drawn: list[Any]) -> None:
    """Have text that is transparent, as what stands for a blank to be read aloud, not be painted at all.

    Printers turn a page with anything transparent into a picture of it. Drawings stay as they are.
    """
    for each in drawn:
        if _TRANSPARENT in each.stream:
            each.stream = [*_painted(each.stream)]


def _painted(stream: list[Any]) -> Iterator[Any]:
    """Yield the parts of a page with the mode in which text is painted, instead of how much it covers."""
    for at, part in enumerate(stream):
        is_unseen = part == _TRANSPARENT and b"BT" in stream[at + 1 : at + 3]
        if not is_unseen and type(part) is bytes and part[:2] == b"/a" and part[-3:] == b" gs":
            yield b"0 Tr"
        yield b"3 Tr" if is_unseen else part


def _gradients_once(pdf: Any) -> None:
    """Let no gradient of a drawing repeat beside itself: of tiles that touch, Poppler shows nothing at some sizes.

    It is a pattern that draws a group that is a shading; what a drawing repeats is another.
    """
    patterns = [
        each for each in pdf.objects if getattr(each, "extra", {}).get("Type") == "/Pattern"
    ]
    told = {each.reference: each for each in pdf.objects} if patterns else {}
    for each in patterns:
        resources = told.get(each.extra["Resources"], each.extra["Resources"])
        drawn = (told.get(form) for form in resources.get("XObject", {}).values())
        if any(_is_shading(getattr(form, "stream", [])) for form in drawn):
            for step in ("XStep", "YStep"):
                each.extra[step] *= 2


def _is_shading(stream: Any) -> bool:
    return isinstance(stream, list) and bool(stream) and stream[-1][-3:] in (b" sh", " sh")


def _one_component(part: bytes) -> bytes:
    found = _GREY.fullmatch(part)
    return b"%s %s" % (found[1], _PAINT[found[2]]) if found else part


def _to_be_shown_as_it_is(pdf: Any, language: str, sides: Sides) -> None:
    """Ask for true size, these sides of the paper, and pages in reading order."""
    from pydyf import Dictionary  # type: ignore[import-untyped]

    wishes = pdf.catalog.setdefault("ViewerPreferences", Dictionary())
    wishes.update({"DisplayDocTitle": "true", "PrintScaling": "/None"})
    wishes["Duplex"] = f"/{sides}"
    if direction(language) == "rtl":
        wishes["Direction"] = "/R2L"
