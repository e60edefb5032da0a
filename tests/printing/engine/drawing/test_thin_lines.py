"""Borders of one width are as many dots everywhere."""

from studyguide.printing.engine.drawing.thin_lines import stroked
from tests.table import rows

CORNERS = [b"90 10 m", b"10 10 l", b"10 10.48 l", b"90 10.48 l"]
FRAME = [b"10 10.48 80 20 re", b"10 10 80 20.48 re", b"f*"]
BORDERS = {
    "above": ([*CORNERS, b"W*", b"n", b"/a1.0 gs", b"0 g", *FRAME], [b"/a1.0 gs", b"0 g", b"0.48 w 10 10.24 m 90 10.24 l S"]),
    "of the colour before": ([b"q", *CORNERS, b"W*", b"n", *FRAME], [b"q", b"0.48 w 10 10.24 m 90 10.24 l S"]),
    "at a side": (
        [b"10 90 m", b"10 10 l", b"10.48 10 l", b"10.48 90 l", b"W*", b"n", b"0 g", *FRAME],
        [b"0 g", b"0.48 w 10.24 10 m 10.24 90 l S"],
    ),
    "a thick one": ([b"90 10 m", b"10 10 l", b"10 14 l", b"90 14 l", b"W*", b"n", *FRAME],) * 2,
    "a short one": ([b"12 10 m", b"10 10 l", b"10 10.48 l", b"12 10.48 l", b"W*", b"n", *FRAME],) * 2,
    "a frame": ([b"0 g", *FRAME],) * 2,
    "of a curve": ([b"90 10 m", b"1 2 3 4 5 6 c", b"10 10.48 l", b"90 10.48 l", b"W*", b"n", *FRAME],) * 2,
}  # fmt: skip


@rows(("parts", "lines"), BORDERS.values(), ids=BORDERS)
def test_a_thin_border_is_a_stroke(parts: list[bytes], lines: list[bytes]) -> None:
    """What is thick or short, or no border, is as it was."""
    assert stroked([*parts]) == lines
