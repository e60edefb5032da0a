"""How much room is needed to write by hand."""

from studyguide.printing.lines.blanks import Blank
from studyguide.printing.lines.by_hand import room
from studyguide.printing.press.options import Layout
from tests.table import rows

SWING = r"\(T \approx 2\pi\sqrt{l/g}\)"
ROOMS = {
    "words": ("eight times", 11),
    "signs of Chinese": ("水車", 4),
    "a formula": (SWING, 8),
    "one among words": (r"it is \(x^2\)", 8),
    "a fraction": (r"\(r = \frac{z_1}{z_2}\)", 6),
    "a matrix": (r"\(\begin{pmatrix}1&0\\0&1\end{pmatrix}\)", 4),
    "no formula": (r"C:\path {x}", 11),
    "nothing": ("", 0),
}


@rows(("text", "letters"), ROOMS.values(), ids=ROOMS)
def test_a_formula_takes_as_much_room_as_its_signs(text: str, letters: int) -> None:
    assert room(text) == letters


def test_a_blank_for_a_short_formula_stays_on_its_line() -> None:
    """Its TeX had room on two lines of large print."""
    assert Blank("a", SWING, "").rule(Layout(is_large=True)) == "_" * 16
