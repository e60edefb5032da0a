"""Headings of sections: how large they are set, and that no few short words stand alone on their last line."""

from studyguide.printing.lines.line_breaking import balanced, lines_of
from studyguide.printing.lines.titles import has_even_lines, heading_of, in_company
from studyguide.printing.press.fonts import SERIF_BOLD
from studyguide.printing.press.options import Layout
from tests.table import rows

USUAL, LARGE = Layout(), Layout(is_large=True)
THREE = "How the sluice was mended before the flood came up the river, and what that cost"
LONG = f"{THREE} those whose wheel it turned, and the harbour"
LONGEST = f"{LONG} that nobody had dredged in the years when boats were few and pilots fewer"
SCALES = {
    "three lines": (THREE, USUAL, ""),
    "four": (LONG, USUAL, "longer"),
    "more": (LONGEST, USUAL, "longer"),
    "three of large print": (THREE.partition(",")[0], LARGE, ""),
    "four of large print": (LONG, LARGE, "longer"),
    "many of large print": (LONGEST, LARGE, "longest"),
    "with a sign of HTML": (f"{LONG} & <so>", LARGE, "longer"),
}


@rows(("title", "layout", "scale"), SCALES.values(), ids=SCALES)
def test_a_heading_of_many_lines_is_set_smaller(title: str, layout: Layout, scale: str) -> None:
    """One took 90 mm of its page."""
    text, _ = heading_of(title, "en", layout, has_own_faces=False)
    assert (f'<span class="{scale}">' in text) if scale else "<" not in text
    assert "<so>" not in text


EVEN = {
    "two lines": ("How the sluice was mended before the flood", USUAL, True),
    "three": (THREE, LARGE, False),
    "of the smaller": (f"{LONG} & the pond", LARGE, True),
    "of the smallest": (LONGEST, LARGE, False),
}


@rows(("title", "layout", "is_even"), EVEN.values(), ids=EVEN)
def test_lines_of_a_heading_are_counted_as_large_as_it_is(
    title: str, layout: Layout, *, is_even: bool
) -> None:
    text, width = heading_of(title, "en", layout, has_own_faces=False)
    assert has_even_lines(layout, text, width) is is_even


ENDS = {
    "two short words": ("mended before the flood came up the river which they had not", "which | they had not"),
    "two longer ones": ("mended before the flood came up the river which they forgot", "river which | they forgot"),
    "all there is": ("it is", "it is"),
    "no better way": ("The Elektrizitätenhauptwerkversorgung it is", "Elektrizitätenhauptwerkversorgung | it is"),
}  # fmt: skip


@rows(("title", "end"), ENDS.values(), ids=ENDS)
def test_two_short_words_are_not_the_last_line_of_a_heading(title: str, end: str) -> None:
    kept = in_company(title, SERIF_BOLD, 10.0)
    lines = lines_of(kept, SERIF_BOLD, balanced(kept, SERIF_BOLD, 10.0))
    assert " | ".join(lines).replace("\u00a0", " ").endswith(end), lines
