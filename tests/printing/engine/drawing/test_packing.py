"""PDFs packed in our way: they say what pydyf's own say, and no object of them is written twice."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pydyf import (  # type: ignore[import-untyped]
    PDF,
    Dictionary,
    Stream,
    String,
)

from studyguide.printing.engine.drawing.packing import packed_once, written_quickly

SAID = [b"BT", "/tide Tf", 7.5, b"(ebb) Tj " * 99, b"ET"]


def drawn(make: Callable[[], Any], compress: bool) -> PDF:
    pdf = PDF()
    pdf.add_object(made := make())
    pdf.info["Title"] = String("Mühle")
    pdf.add_page(Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "Contents": made.reference}))  # fmt: skip
    made.compress = compress
    return pdf


@pytest.mark.parametrize("compress", [False, True], ids=["as-it-is", "packed"])
@pytest.mark.parametrize(
    "make",
    [
        lambda: Stream([*SAID]),
        lambda: Stream([*SAID], {"Type": "/XObject", "BBox": "[0 0 9 9]"}),
        lambda: type("Drawing", (Stream,), {})([*SAID]),
    ],
    ids=["plain", "with-more", "of-a-kind-of-its-own"],
)
def test_the_same_is_said(make: Callable[[], Any], compress: bool) -> None:
    import pikepdf

    told = []
    for packed in (False, True):
        pdf, output = drawn(make, compress), BytesIO()
        if packed:
            packed_once(pdf)
        pdf.write(output, b"1.7", b"tide", compress)
        with pikepdf.open(output) as read:
            page = read.pages[0]
            extra = {key: str(value) for key, value in page.Contents.items() if key != "/Length"}
            told.append((page.Contents.read_bytes(), extra, str(read.docinfo["/Title"])))
    assert told[0] == told[1]
    assert told[0][0].startswith(b"BT\n/tide Tf\n7.5\n(ebb) Tj ")


def test_each_is_written_once() -> None:
    written: list[int] = []

    class Counted(Stream):  # type: ignore[misc]
        @property
        def data(self) -> bytes:
            written.append(self.number)
            return bytes(super().data)

    pdf = drawn(lambda: Counted([*SAID]), compress=True)
    packed_once(pdf)
    pdf.write(BytesIO(), b"1.7", True, compress=True)
    assert len(written) == 1


@pytest.mark.parametrize(
    "told", [0.0, -0.0, 1.5, 10.0, 100.25, -1e-9, 1.0000000001, 1e22, 5e-324, float("inf"), 7, True]
)
def test_figures_are_written_as_pydyf_does(told: float) -> None:
    import pydyf

    before = pydyf._to_bytes(told)
    with written_quickly():
        assert pydyf._to_bytes(told) == before


@pytest.mark.parametrize(
    ("last", "end"),
    [(b"Q\r", b"Q\r\r\nendstream"), (b"Q", b"Q\nendstream")],
    ids=["return", "none"],
)
def test_a_return_at_the_end_is_no_part_of_the_line_end(last: bytes, end: bytes) -> None:
    """One stream of some two hundred ended so by chance, and was said to be a byte shorter."""
    pdf, output = drawn(lambda: Stream([b"q", last]), compress=False), BytesIO()
    packed_once(pdf)
    pdf.write(output, b"1.7", b"tide", compress=False)
    assert end in output.getvalue()
    assert f"/Length {len(last) + 2}".encode() in output.getvalue()
