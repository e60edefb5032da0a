"""Last touches to what a page is drawn with."""

from studyguide.printing.press.last_touches import _painted
from tests.table import rows

UNSEEN, SEEN = b"/a0.0 gs", b"/a1.0 gs"
PAINTED = {
    "a blank": ([UNSEEN, b"0 g", b"BT", b"ET", SEEN, b"BT"], [b"3 Tr", b"0 g", b"BT", b"ET", b"0 Tr", SEEN, b"BT"]),
    "of the colour before": ([UNSEEN, b"BT", b"ET"], [b"3 Tr", b"BT", b"ET"]),
    "a drawing": ([UNSEEN, b"0 g", b"1 1 m", b"f"], [b"0 Tr", UNSEEN, b"0 g", b"1 1 m", b"f"]),
    "a line": ([b"/A1.0 gs", b"S"], [b"/A1.0 gs", b"S"]),
}  # fmt: skip


@rows(("parts", "painted"), PAINTED.values(), ids=PAINTED)
def test_transparent_text_is_not_painted(parts: list[bytes], painted: list[bytes]) -> None:
    """And what follows is; a drawing is as it was."""
    assert [*_painted(parts)] == painted
