"""What goes on overleaf has its number there once more."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pytest

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from tests.printing.book.test_stress import BUNDLED
from tests.printing.book.test_tall_pictures import picture
from tests.printing.reading import destinations, entry, links, pages_of, small_guide
from tests.table import rows


def picture_of_a_bar(folder: Path) -> Image:
    return picture(folder, (1000, 170), 24)


def picture_of_a_pond(folder: Path) -> Image:
    return picture(folder, (500, 150), 40)


MM = 72 / 25.4
LARGE = Layout(is_large=True)
BESIDE = Layout(answers="inline")
STONES = tuple(f"the old stone that was set as number {n}" for n in range(30))
WIDE = tuple(f"{stone}, and what stood on it for so many years and more" for stone in STONES)
TALL = entry("question", "q", "Which stones?", *STONES)
SENTENCE = entry(
    "cloze", "c", " ".join(f"It has {{{{c{n}::moon {n}}}}} by day." for n in range(30))
)
TOLD = entry("term", "t", "mill", "What it says of the old mill, and more of it, too. " * 60)
GOES_ON = {
    "rules of large print": pytest.param(TALL, LARGE, {"1.1"}, marks=pytest.mark.torture),
    "rules beside a question": pytest.param(
        replace(TALL, answers=STONES * 2), Layout(), {"1.1"}, marks=pytest.mark.torture
    ),
    "a sentence": (SENTENCE, LARGE, {"1.1"}),
    "an answer beside its question": pytest.param(
        replace(TALL, answers=WIDE), BESIDE, {"1.1"}, marks=pytest.mark.torture
    ),
    "what is told": pytest.param(TOLD, LARGE, {"1.1"}, marks=pytest.mark.torture),
    "few rules": pytest.param(
        replace(TALL, answers=STONES[:3]), LARGE, set[str](), marks=pytest.mark.torture
    ),
    "a few words": pytest.param(
        *(entry("cloze", "c", "It has a {{c1::moon}}."), LARGE, set[str]()),
        marks=pytest.mark.torture,
    ),
}


@rows(("made", "layout", "said"), GOES_ON.values(), ids=GOES_ON)
def test_what_goes_on_overleaf_has_its_number_again(
    made: Entry, layout: Layout, said: set[str], tmp_path: Path
) -> None:
    """On the first line there, where numbers stand, and once on a page; its link there is a place of the key, and told to all."""
    path = tmp_path / "guide.pdf"
    write_guide(small_guide(made), BUNDLED, layout, path)
    last = destinations(path).get("key", len(pages_of(path)))
    pages = pages_of(path)[: last - 1]
    found = [
        (page, word)
        for page in pages
        for word in page.extract_words()
        if re.fullmatch(r"[()]\d\.\d[()]", word["text"])
    ]
    assert {word["text"].strip("()") for _, word in found} == said
    assert len({page.page_number for page, _ in found}) == len(found)
    for page, word in found:
        assert page.page_number > destinations(path)["item-1.1"]
        assert word["bottom"] < 42 * MM
        assert 17 * MM < word["x0"] < 33 * MM
    if found and layout.answers == "key" and made is not TOLD:
        again = [
            each
            for each in links(path)
            if each.page < last and each.text.strip("()") == "1.1" != each.text
        ]
        assert {each.target for each in again} == {"key-1.1"}
    if not found:
        return
    failures = page_validation.validate_pdf(path, profile="ua1").failures
    assert failures == []


@rows(
    ("layout", "high"),
    [(Layout(), 30.0), pytest.param(LARGE, 32.0, marks=pytest.mark.torture)],
    ids=["usual", "large print"],
)
def test_rules_that_go_on_overleaf_begin_as_high_as_those_of_an_item(
    layout: Layout, high: float, tmp_path: Path
) -> None:
    """On the line of a first word there, with their number beside; they stood as far down as below another rule."""
    path = tmp_path / "guide.pdf"
    write_guide(small_guide(replace(TALL, answers=STONES * 2)), BUNDLED, layout, path)
    asked = pages_of(path)[: destinations(path)["key"] - 1]
    pages = [page for page in asked if page.search(r"\(1\.1\)")]
    tops = [min(each["bottom"] for each in (*page.lines, *page.rects)) / MM for page in pages]
    assert tops
    assert tops == pytest.approx([high] * len(tops), abs=0.2)


NESTED = r"\(\frac{\frac{a}{b}}{\frac{c}{d}}\)"
LEVEL = (
    entry("question", "q", f"Hmm {NESTED}?", "x"),
    entry("question", "apart", rf"Hmm \[{NESTED[2:-2]}\]?", "x"),
    entry("question", "none", "Hmm?", "x"),
    entry("term", "t", "Hmm", f"It is {NESTED}"),
    entry("cloze", "c", f"Hmm {NESTED} is {{{{c1::small}}}}."),
)


@rows(
    ("layout", "count", "ruled"),
    [(Layout(), 5, 3), pytest.param(LARGE, 4, 0, marks=pytest.mark.torture)],
    ids=["usual", "large print"],
)
def test_a_number_stands_on_the_first_line_which_a_formula_makes_taller(
    layout: Layout, count: int, ruled: int, tmp_path: Path
) -> None:
    """So does the first rule beside it, where usual print has one."""
    path = tmp_path / "guide.pdf"
    write_guide(replace(small_guide(*LEVEL), math=True), BUNDLED, layout, path)
    page = pages_of(path)[destinations(path)["item-1.1"] - 1]
    lines: dict[float, str] = {}
    for each in sorted(page.chars, key=lambda it: it["x0"]):
        base = round(each["matrix"][5], 1)
        lines[base] = lines.get(base, "") + each["text"]
    numbers = {
        found[0]: base for base, said in lines.items() if (found := re.search(r"1\.\d", said))
    }
    assert len(numbers) == count
    for base in numbers.values():
        assert any("Hmm" in said for there, said in lines.items() if abs(base - there) <= 0.2)
    rules = [page.height - each["bottom"] for each in (*page.lines, *page.rects)]
    assert sum(any(-1 < base - it < 1 for it in rules) for base in numbers.values()) == ruled


BEHIND = {
    "a picture that fills its page": (picture_of_a_bar, ["(1.2)"] * 3),
    "a low picture": (picture_of_a_pond, ["(1.2)"] * 2),
}


@rows(("drawn", "said"), BEHIND.values(), ids=BEHIND)
def test_what_stands_behind_a_picture_alone_has_its_number_again(
    drawn: Callable[[Path], Image], said: list[str], tmp_path: Path
) -> None:
    """The page of the picture has no line for it: it stands beside the top of that, and beside the passage overleaf."""
    told = "The mill stood by the water for many years. " * 60
    asked = (
        entry("question", "a", "What turned?", "the wheel"),
        entry("question", "q", "What stood?", "the mill", image=drawn(tmp_path), passage=told),
    )
    layout = Layout(is_large=True, only_key=True)
    write_guide(small_guide(*asked), BUNDLED, layout, path := tmp_path / "guide.pdf")
    words = [word["text"] for page in pages_of(path) for word in page.extract_words()]
    assert [word for word in words if word == "(1.2)"] == said
