"""What is written in other scripts, and from the right, on pages of either direction: read back as it stands there."""

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Guide
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.faces import with_faces
from studyguide.printing.press.options import Layout
from studyguide.printing.timeline.timeline import timeline_of
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.conftest import Once
from tests.printing.reading import destinations, entry, pages_of, print_before_key, small_guide
from tests.table import rows

LINE, PLACE, PERSON = "דג סקרן שט בים מאוכזב", "תל אביב יפו", "משה בן מימון"
FISH, WRITER = "דג סקרן תל-אביב שט 1452", "state-run Edgar Allan Poe"
CARRIED = "the stone was carried to ירושלים by Thomas of Haverhill, who had been there before"
ITEMS = (
    entry("term", "sluice", "sluice", "a gate of oak"),
    entry("term", "book", "סֵפֶר", "what one reads"),
    entry("person", "poe", "Edgar Allan Poe", "a writer of tales"),
    entry("person", "moses", PERSON, "a mason"),
    entry("date", "first", "1452", CARRIED),
    entry("date", "then", "1480", CARRIED.replace("ירושלים", "Edgarton on Severn")),
    entry("question", "line", "What is on it?", LINE),
    entry("question", "fish", "What is on the other?", FISH),
    entry("question", "writer", "Who wrote it?", WRITER),
    entry("question", "bold", "What does it say?", read_markup("דג **סקרן** שט בים *רחב*")),
    entry("question", "work", "What did he write?", read_markup("The **Raven** and *The Bells*")),
    entry("cloze", "road", f"The road goes from {{{{c1::Eling}}}} to {{{{c2::{PLACE}}}}}."),
)
SETTINGS = {
    f"{language}-{name}": (language, layout)
    for language in ("en", "he")
    for name, layout in (("usual", Layout()), ("large", Layout(is_large=True)))
}


def made_in(language: str, mills: str = "The Mills") -> Guide:
    said = Vocabulary.of(Path("templates"), language)
    title = f"{mills} of {PLACE}"
    return small_guide(*ITEMS, language=language, vocabulary=said, title=title, rights=LINE)


Printed = Callable[[str], Path]


@pytest.fixture(scope="module")
def printed(once: Once) -> Printed:
    """Print the guide in a setting, with boxes for what our faces lack."""

    def path_of(name: str) -> Path:
        language, layout = SETTINGS[name]

        def build(folder: Path) -> None:
            made = made_in(language, "The Mills and Weirs" if layout.is_large else "The Mills")
            templates = with_faces(Templates.of(folder), made, folder)
            write_guide(made, templates, layout, folder / "guide.pdf")

        return once(f"scripts-{name}", build) / "guide.pdf"

    return path_of


def lines_on(page: Any) -> list[str]:
    """Give the lines of a page as they stand there, from the left, without spaces."""
    return [_from_left(line) for line in _lines(page)]


def _lines(page: Any) -> Iterator[list[Any]]:
    """Yield the letters of each line from the left."""
    letters = (char for char in page.chars if char["text"].strip())
    for _, line in groupby(sorted(letters, key=_baseline), key=_baseline):
        yield sorted(line, key=lambda char: char["x0"])


def _baseline(char: Any) -> int:
    return -round(char["matrix"][5])


def _from_left(line: list[Any]) -> str:
    return "".join(char["text"].strip() for char in line)


def page_with(place: str, path: Path) -> Any:
    """Give the page on which a place is that is led to; the imprint is on the second."""
    return pages_of(path)[{"imprint": 2, **destinations(path)}[place] - 1]


def turned(text: str) -> str:
    """Give a text as it stands on paper where all of it is written from the right."""
    return text.replace(" ", "")[::-1]


READ = {
    "an answer": ("en-usual", "key", f"1.7{turned(LINE)}§1¶1"),
    "an answer, large": pytest.param(
        "en-large", "key", f"1.7{turned(LINE)}§1¶1", marks=pytest.mark.torture
    ),
    "an answer with a hyphen and a year": ("en-usual", "key", f"1.81452{turned(FISH[:-5])}§1¶1"),
    "an answer in bold": ("en-usual", "key", f"1.10{turned('דג סקרן שט בים רחב')}§1¶1"),
    "a Latin answer in bold": ("en-usual", "key", "1.11TheRavenandTheBells§1¶1"),
    "from the right, in bold": ("he-usual", "key", f"1¶1§{turned('דג סקרן שט בים רחב')}1.10"),
    "from the right, a Latin answer in bold": ("he-usual", "key", "1¶1§TheRavenandTheBells1.11"),
    "the answers of blanks": ("en-usual", "key", f"1.12(a)Eling;(b){turned(PLACE)}§1¶1"),
    "a Latin answer": ("en-usual", "key", "1.9state-runEdgarAllanPoe§1¶1"),
    "a name in the index": ("en-usual", "index", turned("מימון, משה בן")),
    "a Latin name in the index": ("en-usual", "index", "Poe,EdgarAllan,"),
    "a name in a list": ("en-usual", "section-1", f"1.4{turned(PERSON)}amason§1¶1"),
    "whose text it is": ("en-usual", "imprint", turned(LINE)),
    "a running head": ("en-usual", "key", f"TheMillsof{turned(PLACE)}1.7–1.12"),
    "a running head, cut": pytest.param(
        "en-large",
        "key",
        f"TheMillsandWeirsof{turned('תל אביב')}…1.7–1.12",
        marks=pytest.mark.torture,
    ),
    "the usual running head": ("en-usual", "timeline", f"TheMillsof{turned(PLACE)}"),
    "from the right, an answer": ("he-usual", "key", f"1¶1§{turned(LINE)}1.7"),
    "from the right, with a year": ("he-usual", "key", f"1¶1§1452{turned(FISH[:-5])}1.8"),
    "from the right, a Latin answer": ("he-usual", "key", "1¶1§state-runEdgarAllanPoe1.9"),
    "from the right, a running head": ("he-usual", "key", f"1.12–1.7{turned(PLACE)}TheMillsof"),
}


@rows(("name", "place", "line"), READ.values(), ids=READ)
def test_words_stand_in_the_order_in_which_they_are_read(
    name: str, place: str, line: str, printed: Printed
) -> None:
    lines = lines_on(page_with(place, printed(name)))
    assert any(line in each for each in lines), lines


HEADS = {
    "en-usual": ("en-usual", "x0"),
    "en-large": pytest.param("en-large", "x0", marks=pytest.mark.torture),
    "he-usual": ("he-usual", "x1"),
    "he-large": pytest.param("he-large", "x1", marks=pytest.mark.torture),
}


@rows(("name", "side"), HEADS.values(), ids=HEADS)
def test_what_a_list_is_of_stands_beside_its_number(name: str, side: str, printed: Printed) -> None:
    """On the side of the page where numbers are, whichever way it is written."""
    page = page_with("section-1", printed(name))
    heads = ("sluice", turned("סֵפֶר"), "EdgarAllanPoe", turned(PERSON))
    at = [_edge(page, head, side) for head in heads]
    assert max(at) - min(at) < 2.5  # a letter begins a little beside its edge


def _edge(page: Any, text: str, side: str) -> float:
    """Tell where a text stands that is on a page once, in points from the left."""
    for chars in _lines(page):
        found = _from_left(chars).find(text)
        if found >= 0:
            edge = chars[found if side == "x0" else found + len(text) - 1][side]
            return float(edge)
    raise AssertionError(text)


TIMELINES = {
    "usual": ("en", Layout()),
    "letter": pytest.param("en", Layout("letter"), marks=pytest.mark.torture),
    "form": pytest.param("en", Layout(is_form=True), marks=pytest.mark.torture),
    "large": pytest.param("en", Layout(is_large=True), marks=pytest.mark.torture),
    "from the right": ("he", Layout()),
}


@rows(("language", "layout"), TIMELINES.values(), ids=TIMELINES)
def test_a_timeline_in_other_scripts_has_the_lines_that_were_measured(
    language: str, layout: Layout, tmp_path: Path
) -> None:
    dates = [each for each in ITEMS if each.kind == "date"]
    made = small_guide(*dates, language=language)
    path = tmp_path / "guide.pdf"
    print_before_key(made, with_faces(Templates.of(tmp_path), made, tmp_path), layout, path)
    (panel,) = timeline_of(made, layout).panels
    page = page_with("timeline", path)
    size = 16 if layout.is_large else 9
    assert {round(char["size"], 2) for char in page.chars if "Boxes" in char["fontname"]} == {size}
    broken = [line for label in panel.labels for line in label.event if line.isascii()]
    assert len(broken) > 2
    for line in broken:
        assert any(line.replace(" ", "") in each for each in lines_on(page)), line


MARKED = {"Hebrew": "סֵפֶר", "Arabic": "كِتَاب", "Latin": "e\u1dc4a\u1dc4"}


@rows("text", MARKED.values(), ids=MARKED)
def test_the_box_of_a_mark_stands_on_the_line_beside_that_of_its_letter(
    text: str, tmp_path: Path
) -> None:
    made, path = small_guide(entry("term", "t", "quay", f"it is {text} here")), tmp_path / "a.pdf"
    write_guide(made, with_faces(Templates.of(tmp_path), made, tmp_path), Layout(), path)
    lines = [line for page in pages_of(path) for line in _lines(page)]
    (boxed,) = [line for line in lines if any("Boxes" in each["fontname"] for each in line)]
    boxes = [each for each in boxed if "Boxes" in each["fontname"]]
    assert {*text} - {*"ea"} == {each["text"] for each in boxes}
    assert all(one["x1"] <= other["x0"] + 0.01 for one, other in pairwise(boxes))
