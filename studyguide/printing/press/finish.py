"""The last touches to a PDF before it is written: grey as grey, and what a printer should be told."""

import re
from typing import Any

from studyguide.vocabulary.vocabulary import direction

_GREY = re.compile(rb"(\S+) \1 \1 (rg|RG)")
_PAINT = {b"rg": b"g", b"RG": b"G"}


def finish(document: Any, pdf: Any) -> None:
    """Finish a PDF that WeasyPrint has drawn: called with its document and pydyf's PDF."""
    _in_grey(pdf)
    _to_be_shown_as_it_is(pdf, document.metadata.lang or "en")
    if "Metadata" not in pdf.catalog:  # a form; it claims nothing, but says what it is
        document.metadata.include_in_pdf(pdf, "ua", None, None, compress=False)


def _in_grey(pdf: Any) -> None:
    """Name a grey by its one component: black of three inks is black of one on every printer."""
    for each in pdf.objects:
        stream = getattr(each, "stream", None)
        if isinstance(stream, list):
            each.stream = [_one_component(part) for part in stream]


def _one_component(part: Any) -> Any:
    if isinstance(part, bytes) and part[-2:] in _PAINT and (found := _GREY.fullmatch(part)):
        return b"%s %s" % (found[1], _PAINT[found[2]])
    return part


def _to_be_shown_as_it_is(pdf: Any, language: str) -> None:
    """Ask for true size, both sides of the paper, turned on the long edge, and pages in reading order."""
    from pydyf import Dictionary  # type: ignore[import-untyped]

    wishes = pdf.catalog.setdefault("ViewerPreferences", Dictionary())
    wishes.update({"DisplayDocTitle": "true", "PrintScaling": "/None"})
    wishes["Duplex"] = "/DuplexFlipLongEdge"
    if direction(language) == "rtl":
        wishes["Direction"] = "/R2L"
