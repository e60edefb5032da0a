"""Two pages on a sheet, in the order in which a folded stack is read."""

from pathlib import Path

import pikepdf
import pytest

from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.booklet import sides
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, small_guide, text_of


@pytest.mark.parametrize("pages", [1, 3, 4, 5, 8, 46])
def test_a_folded_stack_is_read_in_order(pages: int) -> None:
    laid = [*sides(pages)]
    assert len(laid) == 2 * -(-pages // 4)
    leaves = [
        (right, back_left) for (_, right), (back_left, _) in zip(laid[::2], laid[1::2], strict=True)
    ]
    rest = [
        (back_right, left) for (left, _), (_, back_right) in zip(laid[::2], laid[1::2], strict=True)
    ]
    assert [page for leaf in (*leaves, *reversed(rest)) for page in leaf] == [*range(len(laid) * 2)]


def test_a_booklet_has_every_page_once(tmp_path: Path) -> None:
    made = small_guide(entry("question", "q", "Which moon?", "ours"))
    path = tmp_path / "booklet.pdf"
    layout = Layout(is_large=True, is_booklet=True)
    write_guide(made, Templates.of(Path("no-deck")), layout, path)
    first = path.read_bytes()
    with pikepdf.open(path) as pdf:
        assert [round(float(each)) for each in pdf.pages[0].MediaBox] == [0, 0, 842, 595]
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert "/StructTreeRoot" not in pdf.Root
    assert text_of(path).count("Which moon?") == 1
    assert "50 mm" not in text_of(path).replace("\u00a0", " ")  # a ruler would be smaller
    write_guide(made, Templates.of(Path("no-deck")), layout, path)
    assert path.read_bytes() == first
