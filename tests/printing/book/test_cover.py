"""The title page: whatever it is given stands on it, and nothing over anything else."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from studyguide.printing.lines.cover import title_of
from studyguide.printing.lines.line_breaking import lines_of
from studyguide.printing.press.fonts import SERIF_BOLD
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, pages_of, print_before_key, small_guide
from tests.table import rows

TITLE = "The mill beside the pond and the sluice below the barn and the wheel that the tide turned "
LONG = {
    "title": TITLE * 4,
    "author": "Maximiliana Marordell Bramister Kelisholm Ostendris Pelemont Zanushaw Torulwen",
    "work": TITLE * 3,
    "curator": TITLE * 2,
}
MM = 72 / 25.4


@rows(
    ("layout", "more", "from_head"),
    [
        (Layout(), {}, 62),
        (Layout(is_large=True), {}, 62),
        (Layout(), LONG, 62),
        (Layout(is_large=True), LONG, 27),
        pytest.param(Layout(paper="letter", is_large=True), LONG, 27, marks=pytest.mark.torture),
        (Layout(is_large=True), LONG | {"title": "Mills"}, 62),
    ],
    ids=["usual", "large", "long", "long-large", "long-large-letter", "short-title-large"],
)
def test_no_line_of_a_title_page_stands_on_another(
    tmp_path: Path, layout: Layout, more: dict[str, str], from_head: float
) -> None:
    print_before_key(
        small_guide(entry("term", "t", "ebb", "low"), **more),
        Templates.of(Path("no-deck")),
        layout,
        tmp_path / "g.pdf",
    )
    cover, imprint = pages_of(tmp_path / "g.pdf")[:2]
    lines = cover.extract_text_lines()
    last = more.get("curator", "from").split()[-1]
    assert any(line["text"].endswith(last) for line in lines[-2:]) or not more
    for above, below in pairwise(lines):
        assert above["bottom"] <= below["top"] + 1.5 * MM, below["text"]
    assert lines[0]["top"] / MM == pytest.approx(from_head + 10, abs=9)
    assert "checked" in imprint.extract_text()


@rows(
    ("title", "layout", "scale"),
    [
        ("Of Donaudampfschifffahrtswesen", Layout(), "long"),
        ("Of Donaudampfschifffahrtswesen", Layout(is_large=True), "longer"),
        ("Die Donau-Nebenflussverwaltungsgeschichte", Layout(), "longer"),
        ("The Sluices of Saint-Aubin-des-Marais", Layout(), ""),
        ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", Layout(), ""),
        ("Of the Steamers of the Danube", Layout(), ""),
    ],
    ids=[
        "smaller",
        "in large print",
        "a compound",
        "a name of several words",
        "far too long",
        "fits",
    ],
)
def test_a_title_is_smaller_for_its_words_to_be_whole(
    title: str, layout: Layout, scale: str
) -> None:
    assert title_of(small_guide(entry("term", "t", "ebb"), title=title), layout).scale == scale


TITLES = {
    "a second part": ("de", "Zwei Mühlen: Eine kleine Geschichte der Ebbe", ["Zwei Mühlen:", "Eine kleine", "Geschichte der Ebbe"]),
    "one that is short": ("ru", "Самовар: история одного чайника", ["Самовар:", "история одного", "чайника"]),
    "two lines of each": ("en", "The Tide Mill at Woodbridge: What Did It Grind?", ["The Tide Mill", "at Woodbridge:", "What Did It Grind?"]),
    "of a French colon": ("fr", "Le sel : une histoire des gabelles", ["Le sel\u202f:", "une histoire", "des gabelles"]),
    "in one line": ("en", "Ebb: Flood and Ebb", ["Ebb: Flood and Ebb"]),
    "no second part": ("en", "The Mill at 12:30 by the Clock of the Abbey", ["The Mill at 12:30", "by the Clock", "of the Abbey"]),
    "a preposition": ("it", "La carta e i mulini di Amalfi", ["La carta e i mulini", "di Amalfi"]),
    "an article": ("de", "Der Bau der Semmeringbahn", ["Der Bau", "der Semmeringbahn"]),
    "a short first line": ("es", "La lana y los pastores de la Mesta", ["La lana", "y los pastores", "de la Mesta"]),
    "a pause": ("en", "Patience, Step by Step", ["Patience,", "Step by Step"]),
    "a pause in French": ("fr", "La vigne, un art de patience", ["La vigne,", "un art de patience"]),
    "a pause in the second part": ("es", "Sal: Las costas, fuente de oro", ["Sal:", "Las costas,", "fuente de oro"]),
    "too little before a pause": ("en", "O, Salt of the Northern Sea", ["O, Salt", "of the Northern Sea"]),
    "a list": ("en", "Wind, Rain, Hail and Thunder", ["Wind, Rain, Hail", "and Thunder"]),
    "a list of three": ("de", "Wasser, Wind und Dampf", ["Wasser, Wind", "und Dampf"]),
    "a language without lists": ("sv", "Silvret i Sala gruva under fem sekel", ["Silvret i Sala gruva", "under fem sekel"]),
}  # fmt: skip


@rows(("language", "title", "lines"), TITLES.values(), ids=TITLES)
def test_a_title_breaks_behind_its_colon_and_before_what_leads_to_the_next_word(
    language: str, title: str, lines: list[str]
) -> None:
    made = replace(small_guide(entry("term", "t", "ebb"), title=title), language=language)
    cover = title_of(made, Layout())
    width = cover.width / (40 * 25.4 / 72)
    parts = cover.text.replace("\u00a0", " ").replace("\u2060", "").split("\n")
    bound = cover.text.split("\n")
    shown = [line for part in bound for line in lines_of(part, SERIF_BOLD, width)]
    assert not cover.scale
    assert [line.replace("\u00a0", " ") for line in shown] == lines
    assert " ".join(parts) == title.replace(" :", "\u202f:")
