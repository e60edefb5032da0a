"""Pages that are printed as one, with something and without it: those that differ are named."""

from typing import Any

from studyguide.printing.engine.instead import instead
from studyguide.printing.press import pdf
from tests.printing.engine.both_ways import told_apart

CAPITALS = "p { text-transform: uppercase }"
PAGES = {
    "as written": ("", "<p>a mill</p>"),
    "in capitals": (CAPITALS, "<p>a mill</p>"),
    "in italics": ("p { font-style: italic }", "<p>a mill</p>"),
    "in capitals on a page of its own": (f"@page {{ margin: 9mm }} {CAPITALS}", "<p>a mill</p>"),
}


def test_the_pages_that_differ_are_named() -> None:
    def as_written(build: Any) -> Any:
        return instead(build.boxes.TextBox, "process_text_transform", lambda _: lambda _: None)

    found = told_apart(pdf, "made_plainly", "@page { size: A6 }", PAGES, as_written)
    assert {*found} == {each for each in PAGES if "capitals" in each}
