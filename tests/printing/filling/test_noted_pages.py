"""Rules for notes on a page in the midst of a section that nothing else fills."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from studyguide.deck.item import Image, Kind
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.filling.test_page_breaks import asked, listed, section
from tests.printing.reading import guide, pages_of, print_before_key
from tests.table import rows

MM = 72 / 25.4
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 1500"><text x="20" y="100" font-size="{}">Eling</text></svg>'
NOTED = {
    "before a heading": (0, "question", 27, Layout(), True),
    "on Letter": pytest.param(0, "question", 27, Layout("letter"), True, marks=pytest.mark.torture),
    "before a row of a list": (4, "term", 27, Layout(), True),
    "before a row of questions": pytest.param(
        1, "question", 27, Layout(), True, marks=pytest.mark.torture
    ),
    "in a booklet": (2, "term", 36, Layout(is_booklet=True, is_large=True), True),
    "what has room": (0, "question", 90, Layout(), False),
    "no picture": (0, "question", 0, Layout(), False),
    "beside answers": (3, "question", 27, Layout(answers="inline"), False),
    "fields": pytest.param(
        3, "question", 27, Layout(is_form=True), False, marks=pytest.mark.torture
    ),
    "large print": pytest.param(
        3, "question", 27, Layout(is_large=True), False, marks=pytest.mark.torture
    ),
}


@rows(("before", "kind", "letter", "layout", "is_noted"), NOTED.values(), ids=NOTED)
def test_a_page_that_nothing_fills_has_rules_for_notes(
    tmp_path: Path, before: int, kind: Kind, letter: int, layout: Layout, is_noted: bool
) -> None:
    """69 to 115 mm were white below the last row before a drawing 106 mm tall."""
    path = tmp_path / "pier.svg"
    path.write_text(SVG.format(letter), encoding="utf-8")
    shown = Image(path, "a pier", sha256(path.read_bytes()).hexdigest()) if letter else None
    told, questions = listed(6 if kind == "term" else 5), asked(5)
    if kind == "term":
        told[before] = replace(told[before], image=shown)
    else:
        questions[before] = replace(questions[before], asked_picture=shown)
    made = guide(section(*told, *questions))
    print_before_key(made, Templates.of(Path("no-deck")), layout, path := tmp_path / "guide.pdf")
    noted = [page for page in pages_of(path) if "\nNotes\n" in f"\n{page.extract_text()}\n"]
    assert bool(noted) == is_noted
    for page in noted:
        (head,) = [word for word in page.extract_words() if word["text"] == "Notes"]
        tops = sorted({round(each["top"]) for each in page.lines if each["top"] > head["bottom"]})
        assert len(tops) >= 3
        assert page.height - tops[-1] < 60 * MM
