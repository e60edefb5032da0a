"""What is opened and closed without generators: the same PDF comes of it, to the byte, and what fails inside is told."""

from types import SimpleNamespace

import pytest

from studyguide.printing.engine.drawing import writing
from studyguide.printing.engine.drawing.marks import opened_directly
from tests.printing.engine.both_ways import told_apart

PAGES = {
    "frames and colours": ("p { border: 1pt solid; background: #eee }", "<p>A <b>mill</b></p>"),
    "shadows": ("p { box-shadow: 1mm 1mm 1mm #999 }", "<p>A mill</p>"),
    "rules between columns": ("div { columns: 2; column-rule: 1pt solid }", "<div><p>A</p><p>B</p></div>"),
    "seen through": ("p { opacity: 0.5 }", "<p>A mill</p>"),
    "drawings": ("", "<svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><rect width=9 height=9 opacity='.5' /></svg>"),
    "gradients": ("p { background: linear-gradient(#fff, #999) }", "<p>A mill</p>"),
}  # fmt: skip


def test_the_same_comes_of_it() -> None:
    style = "@page { size: A6 } html { font-family: Guide Source Serif }"
    assert told_apart(writing, "opened_directly", style, PAGES) == []


class _Drawn(SimpleNamespace):
    stacked = artifact = None

    def push_state(self) -> None:
        self.told.append("q")

    def pop_state(self) -> None:
        self.told.append("Q")

    def begin_marked_content(self, tag: str) -> None:
        self.told.append(tag)

    def end_marked_content(self) -> None:
        self.told.append("EMC")


def test_what_fails_inside_is_told_and_all_is_closed() -> None:
    drawn = _Drawn(told=[], _tags={})
    with (
        opened_directly(_Drawn),
        pytest.raises(ZeroDivisionError),
        drawn.artifact(),
        drawn.stacked(),
    ):
        raise ZeroDivisionError
    assert drawn.told == ["Artifact", "q", "Q", "EMC"]
    assert _Drawn.stacked is None
