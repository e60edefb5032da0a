"""What is read quickly is what pdfplumber reads."""

from pathlib import Path

from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from tests.printing.book.test_pdf import BUNDLED, hostile_guide, picture
from tests.printing.page_objects import QUICK, SLOW, read_by
from tests.printing.reading import pages_of


def test_what_is_read_quickly_is_the_same(tmp_path: Path) -> None:
    """Of a print with pictures, rules and signs that are hard to write down."""
    path = tmp_path / "guide.pdf"
    write_guide(hostile_guide(picture(tmp_path)), BUNDLED, Layout(), path)
    quick = [(page.objects, page.extract_words(), page.extract_words()) for page in pages_of(path)]
    pages_of.cache_clear()
    try:
        read_by(*SLOW)
        slow = [
            (page.objects, page.extract_words(), page.extract_words()) for page in pages_of(path)
        ]
    finally:
        read_by(*QUICK)
    assert {"char", "line", "image"} <= {kind for page, *_ in slow for kind in page}
    assert repr(quick) == repr(slow)
