"""What tests measure on a page is what pdfplumber tells of it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, small_guide
from tests.printing.sheets import operations, pages_in
from tests.table import rows

CONTENT = {
    "nothing else": (b"", True),
    "a string": (b"/Span <</ActualText (a mill)>> BDC EMC", True),
    "a string in which a sign is escaped": (rb"/Span <</ActualText (a \) mill)>> BDC EMC", False),
    "a picture": (b"BI /W 1 /H 1 /BPC 8 /CS /G ID 7 EI", False),
    "an operator that is a sign": (b"BT /f 9 Tf (a) ' ET", False),
    "a comment": (b"% a mill\n", False),
}
"""What stands in the content of a page, and whether it is taken apart at once; the rest is left to pdfminer."""


@rows(("content", "is_known"), CONTENT.values(), ids=CONTENT)
def test_what_is_not_known_is_told(content: bytes, *, is_known: bool) -> None:
    assert (operations(b"q 1 0 0 -1 0 .5 cm Q\n" + content) is not None) == is_known


def test_all_on_pages_is_the_same(tmp_path: Path) -> None:
    asked = (
        entry("cloze", "c", "The {{c1::moon::what}} pulls “the sea”, deeply: ½ – Ω."),
        entry("question", "q", "Why?", "so", "it is"),
        entry("date", "d", "1170", "a dam"),
    )
    made = small_guide(*asked, introduction="It is about dams.", discussion=("Why?",))
    write_guide(made, Templates.of(tmp_path), Layout(is_form=True), tmp_path / "guide.pdf")
    file = BytesIO()
    with pikepdf.open(tmp_path / "guide.pdf") as pdf:
        assert len(pdf.pages) >= len(CONTENT)
        for page, (content, _) in zip(pdf.pages, CONTENT.values(), strict=False):
            page.contents_add(content)
        pdf.save(file)
    theirs, ours = pdfplumber.open(file).pages, pages_in(file)
    assert [told(page) for page in theirs] == [told(page) for page in ours]
    assert [page.extract_words() for page in theirs] == [page.extract_words() for page in ours]
    assert {kind for page in ours for kind in page.objects} >= {"char", "line", "rect"}


def told(page: Any) -> dict[str, list[dict[str, Any]]]:
    """Give all that is drawn, but for how it is marked for readers."""
    return {
        kind: [{key: each[key] for key in each if key not in ("mcid", "tag")} for each in some]
        for kind, some in page.objects.items()
    }
