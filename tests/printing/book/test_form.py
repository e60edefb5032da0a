"""Fields of a form: how wide they are, whether what is typed or ticked is seen, and what stands beside them."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image as Picture
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from studyguide.guide.guide import Guide
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.lines.blanks import Blank
from studyguide.printing.lines.line_breaking import width_of
from studyguide.printing.press.fonts import SERIF
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, pages_of, small_guide
from tests.table import rows

MM = 72 / 25.4
FORM, LARGE = Layout(is_form=True), Layout(is_form=True, is_large=True)

SIZES = {
    "a word": (FORM, "moon", "", (29.3, 1)),
    "as long a word": (FORM, "environment", "", (29.3, 1)),
    "two words": (FORM, "European Russia", "", (54.9, 1)),
    "some words": (FORM, "no political revolution at all", "", (80.5, 1)),
    "nearly a line": (FORM, "x" * 48, "", (106.1, 1)),
    "a line": (FORM, "x" * 52, "", (118.0, 1)),
    "more than a line": (FORM, "x" * 53, "", (118.0, 2)),
    "more than two": (FORM, "a word " * 16, "", (118.0, 3)),
    "a page": (FORM, "a word " * 400, "", (118.0, 20)),
    "wide signs": (FORM, "潮汐磨坊" * 5, "", (106.1, 1)),
    "with a hint": (FORM, "moon", "which body", (29.3, 1)),
    "with a hint that has no room beside it": (FORM, "x" * 40, "one of these", (106.1, 1)),
    "large, a word": (LARGE, "moon", "", (42.6, 1)),
    "large, words": (LARGE, "the wheel of a mill", "", (63.8, 1)),
    "large, nearly a line": (LARGE, "x" * 26, "", (82.5, 1)),
    "large, a line": (LARGE, "x" * 34, "", (112.0, 1)),
    "large, more": (LARGE, "x" * 35, "", (112.0, 2)),
}


@rows(("layout", "text", "hint", "size"), SIZES.values(), ids=SIZES)
def test_a_field_has_one_of_a_few_widths(
    layout: Layout, text: str, hint: str, size: tuple[float, int]
) -> None:
    assert Blank("a", text, hint).field(layout) == size


TYPED = {
    "words": "revolution",
    "two words": "Tiananmen Square",
    "capitals": "THE USSR AND THE SED",
    "a name": "International Committee of the Fourth International",
    "a sentence": "the wheel of a mill at the mouth of a river turns by the water of the moon",
}


@rows("layout", [FORM, LARGE], ids=["usual", "large"])
def test_an_answer_is_seen_whole_in_its_field_and_no_mark_touches_it(
    tmp_path: Path, layout: Layout
) -> None:
    asked = (
        entry("cloze", name, f"It calls for “a {{{{c1::{text}}}}}!” and for “{{{{c2::{text}}}}}!”")
        for name, text in TYPED.items()
    )
    path = printed(tmp_path, layout, small_guide(*asked))
    pages, size = pages_of(path), 16 if layout.is_large else 11
    texts = [text for text in TYPED.values() for _ in "ab"]
    fields = fields_of(path)
    for text, (at, left, bottom, right, top) in zip(texts, fields, strict=True):
        lines = (top - bottom - 4) // (1.35 * size) or 1
        broken = 0.9 if lines > 1 else 1  # what the ends of lines lose
        assert width_of(text, SERIF) * size <= lines * (right - left - 4) * broken
        middle = float(pages[at].height) - (bottom + top) / 2
        behind = [
            each["x0"] - right
            for each in pages[at].chars
            if each["text"] == "!"
            and abs((each["top"] + each["bottom"]) / 2 - middle) < 4 * MM
            and each["x0"] > right
        ]
        assert min(behind) >= 0.6 * MM  # of which the border takes 0.1
        edge = 184 if at % 2 else 180  # a left page has its text 4 mm further to the right
        assert max(each["x1"] for each in pages[at].chars) <= edge * MM + 0.1


LINES = {
    "a blank": ("item-1.2-a", 1.4),
    "a score": ("score-1-1", 1.25),
    "a question": ("item-1.1", 1.45),
}
"""What one line of type takes, in units of its size."""


@rows("layout", [FORM, LARGE], ids=["usual", "large"])
def test_a_field_is_as_tall_as_its_line(tmp_path: Path, layout: Layout) -> None:
    asked = (entry("question", "q", "Which?", "7"), entry("cloze", "c", "It is {{c1::so}}."))
    size = 16 if layout.is_large else 11
    with pikepdf.open(printed(tmp_path, layout, small_guide(*asked))) as pdf:
        tall = {
            str(each.T): abs(float(each.Rect[3] - each.Rect[1]))
            for each in pdf.Root.AcroForm.Fields
        }
    assert [name for name, (field, least) in LINES.items() if tall[field] < least * size] == []


def test_the_last_word_stands_with_its_field_where_both_have_room(tmp_path: Path) -> None:
    """Wherever the line before them ends; behind a field of a line it cannot."""
    fields = "it is {{c1::today}} and {{c2::Red Square}}"
    asked = [
        entry("cloze", f"c{n}", f"The forecast {'m' * n} of years: {fields} tomorrow.")
        for n in range(1, 4)
    ]
    stop = entry("cloze", "stop", f"The forecast in a series of articles: {fields}.")
    wide = entry("cloze", "wide", f"It is {{{{c1::{'x y ' * 13}}}}} tomorrow.")
    path = printed(tmp_path, FORM, small_guide(*asked, stop, wide))
    lines = [line["text"] for page in pages_of(path) for line in page.extract_text_lines()]
    assert sum(line.endswith("(b) tomorrow.") for line in lines) == len(asked)
    assert sum(line.endswith("(b) .") for line in lines) == 1
    assert lines.count("tomorrow.") == 1


TICKED = {
    "ticked": ("/on", False, True),
    "ticked, where all is to be drawn anew": ("/on", True, True),
    "not ticked": ("/Off", False, False),
    "not ticked, where all is to be drawn anew": ("/Off", True, False),
}


@pytest.fixture(scope="module")
def boxed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a form of one question: to be read only."""
    made = small_guide(entry("question", "q", "Why?", "So"))
    return printed(tmp_path_factory.mktemp("boxed"), FORM, made)


@rows(("state", "is_anew", "is_seen"), TICKED.values(), ids=TICKED)
def test_a_tick_is_seen_with_every_program(
    tmp_path: Path, boxed: Path, state: str, *, is_anew: bool, is_seen: bool
) -> None:
    """Also where another program has asked, with what it wrote, that fields be drawn anew."""
    path = tmp_path / "guide.pdf"
    with pikepdf.open(boxed) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        if is_anew:
            pdf.Root.AcroForm.NeedAppearances = True
        (box,) = (each for each in pdf.Root.AcroForm.Fields if each.T == "item-1.1-round-1")
        box.V = box.AS = pikepdf.Name(state)
        number = [page.objgen for page in pdf.pages].index(box.P.objgen)
        edges = [float(each) * SCALE for each in box.Rect]
        height = float(pdf.pages[number].MediaBox[3]) * SCALE
        pdf.save(path)
    place = (
        *map(round, (edges[0] + 3, height - max(edges[1::2]) + 3)),
        *map(round, (edges[2] - 3, height - min(edges[1::2]) - 3)),
    )
    for drawn in (by_poppler(path, number), by_pdfium(path, number)):
        darkest, _ = drawn.convert("L").crop(place).getextrema()
        assert (darkest < 100) == is_seen


SCALE = 150 / 72
"""Dots a point."""


def by_poppler(path: Path, number: int) -> Picture.Image:
    """Give a page, from 0, as Evince and Okular show it."""
    page = str(number + 1)
    command = ("pdftoppm", "-r", "150", "-f", page, "-l", page, "-singlefile", "-png", path)
    subprocess.run([*command, path.with_suffix("")], check=True, capture_output=True)
    return Picture.open(path.with_suffix(".png"))


def by_pdfium(path: Path, number: int) -> Picture.Image:
    """Give a page, from 0, as Chrome shows it."""
    document = PdfDocument(path)
    document.init_forms()
    shown: Picture.Image = document[number].render(scale=SCALE).to_pil()
    return shown


def printed(folder: Path, layout: Layout, made: Guide) -> Path:
    write_guide(made, Templates.of(Path("no-deck")), layout, folder / "guide.pdf")
    return folder / "guide.pdf"


def fields_of(path: Path) -> list[tuple[int, float, float, float, float]]:
    """Give where the blanks of sentences are filled in: page, from 0, and in points left, bottom, right, top."""
    with pikepdf.open(path) as pdf:
        fields = [
            (str(each.T), at, [float(edge) for edge in each.Rect])
            for at, page in enumerate(pdf.pages)
            for each in page.get("/Annots", ())
            if "/T" in each
        ]
    return [
        (at, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        for name, at, (x1, y1, x2, y2) in fields
        if re.fullmatch(r"item-[\d.]+-[ab]", name)
    ]


def test_fields_show_whole_lines_and_boxes_to_tick_are_18_points_apart(tmp_path: Path) -> None:
    """A field showed two lines and a half; boxes to tick were 8.4 points wide, 12 apart."""
    asked = [entry("question", f"q{nth}", "Why was it so?", "since") for nth in range(3)]
    path = printed(tmp_path, FORM, small_guide(*asked, discussion=("Why?",)))
    with pikepdf.open(path) as pdf:
        found = (each for page in pdf.pages for each in page.get("/Annots", ()) if "/T" in each)
        boxes = {str(each.T): [float(edge) for edge in each.Rect] for each in found}
    written = r"item-[\d.]+|own-.*|discussion-.*"
    tall = [box[3] - box[1] for name, box in boxes.items() if re.fullmatch(written, name)]
    lines = [each / MM * 3 / 16 for each in tall]  # from lower left to upper right
    assert len(lines) == 5
    assert [each for each in lines if abs(each % 1 - 0.25) > 0.1] == []
    lefts = [boxes[f"item-1.1-round-{nth}"][0] for nth in (1, 2, 3)]
    assert all(abs(b - a - 18) < 0.1 for a, b in pairwise(lefts))


@rows("layout", [FORM, LARGE], ids=["usual", "large"])
def test_boxes_to_tick_stand_below_their_number_in_the_type_area(
    tmp_path: Path, layout: Layout
) -> None:
    """They hung 4 mm into the margin; and nothing beside them comes near: the third seemed to be the first word's."""
    asked = [
        entry(kind, f"{kind}{nth}", f"Why was thing {nth} so?", "since")
        for nth in range(2)
        for kind in ("term", "question")
    ]
    path = printed(tmp_path, layout, small_guide(*asked, entry("cloze", "c", "It is {{c1::so}}.")))
    seen = 0
    with pikepdf.open(path) as pdf:
        for page, shown in zip(pdf.pages, pages_of(path), strict=True):
            edges = {
                str(each.T).removeprefix("item-"): [float(edge) for edge in each.Rect]
                for each in page.get("/Annots", ())
                if "-round-" in str(each.get("/T", ""))
            }
            words = shown.extract_words()
            for number in {name.partition("-")[0] for name in edges}:
                left, right = edges[f"{number}-round-1"][0], edges[f"{number}-round-3"][2]
                (told,) = (word["x0"] for word in words if word["text"] == number)
                beside = (
                    word["x0"]
                    for word in words
                    if word["text"] in ("Why", "It") and word["x0"] > told + 1
                )
                assert left == pytest.approx(told, abs=0.5 * MM)
                assert min(beside) - right > 2.9 * MM
                seen += 1
    assert seen == 5
