"""Guides of strange decks: no page is nearly empty, no heading stands alone, nothing leaves the page."""

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

from studyguide.deck.item import Image, Kind
from studyguide.guide.guide import Entry, Guide, GuideSection, Plate
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import (
    destinations,
    destinations_before_key,
    empty_below,
    entry,
    guide,
    headings,
    pages_of,
    print_before_key,
    texts_of,
)
from tests.table import rows

BUNDLED = Templates.of(Path("no-deck"))
LONG = "because the pond fills and empties with the tide and the hours of work move on by fifty minutes "
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SCRIPTS = {
    "latin": "Łódź, Ærøskøbing and Ōsaka",
    "greek": "Ἀθῆναι καὶ Πειραιεύς",
    "cyrillic": "Шахтёры Кузбасса и Донбаса",
}


def section(number: int, *entries: Entry, title: str = "What is left") -> GuideSection:
    summary = (
        "It follows one mill through a working day, and shows what the miller owed to the moon."
    )
    return GuideSection(number, title, summary, entries)


def of_kind(kind: Kind, count: int, number: int = 1, text: str = "Where is it") -> Iterator[Entry]:
    for at in range(count):
        id = f"{kind}-{number}-{at}"
        if kind == "cloze":
            prompt = f"{text} {{{{c1::number {at}}}}} of the {{{{c2::ponds}}}}."
            yield entry(kind, id, prompt, section=number)
        else:
            yield entry(kind, id, f"{text} {at}", f"the answer to {at}", section=number)


def mixed(number: int, count: int) -> list[Entry]:
    kinds: tuple[Kind, ...] = ("term", "person", "date", "question", "cloze")
    return [each for kind in kinds for each in of_kind(kind, count // 5, number, f"{kind} of")]


def pictured(folder: Path, width: int, height: int) -> Image:
    path = folder / f"{width}.png"
    Picture.new("L", (width, height), 200).save(path)
    return Image(path, "a plan", hashlib.sha256(path.read_bytes()).hexdigest())


def strange(name: str, folder: Path) -> tuple[Guide, Layout]:
    if name == "one":
        return guide(section(1, *of_kind("question", 1))), Layout()
    if name == "many":
        return guide(*(section(n, *mixed(n, 25)) for n in range(1, 13))), Layout()
    if name.startswith("only-"):
        kind: Any = name[5:]
        return guide(section(1, *of_kind(kind, 40))), Layout()
    if name.startswith("pictures"):
        shapes = ((3000, 40), (40, 3000), (2000, 2000), (1, 1), (900, 600))
        images = [pictured(folder, *each) for each in shapes]
        asked = [
            entry("question", f"p{n}", "What is it?", "x", asked_picture=each)
            for n, each in enumerate(images)
        ]
        told = [
            entry("term", f"t{n}", f"thing {n}", "y", image=each) for n, each in enumerate(images)
        ]
        made = guide(section(1, *asked, *told, *of_kind("cloze", 9)))
        return made, Layout(is_large=name == "pictures-large")
    if name in SCRIPTS:
        text = SCRIPTS[name]
        entries = [*of_kind("question", 9, 1, text), *of_kind("term", 9, 1, text)]
        return guide(section(1, *entries, title=text), title=text), Layout()
    entries = [
        entry("term", "a", WORD, LONG * 4),
        entry("person", "b", LONG.strip(), WORD),
        entry("question", "c", LONG * 3, LONG * 6),
        entry("question", "d", f"What is {WORD}?", *(f"{WORD} {n}" for n in range(12))),
        entry("question", "e", "Which are they?", *(f"item {n}" for n in range(40))),
        entry("cloze", "f", f"It {{{{c1::{LONG * 2}}}}} is {{{{c2::{WORD}}}}}."),
        *of_kind("question", 7),
    ]
    made = guide(
        section(1, *entries, title=LONG * 2), section(2, *mixed(2, 25)), title=LONG, work=LONG
    )
    return made, Layout(
        is_large=name == "long-large", paper="letter" if name == "long-letter" else "a4"
    )


CASES = (
    "one", "many", "only-term", "only-person", "only-question", "only-cloze", "only-date", "pictures", "pictures-large", *SCRIPTS,
    "long", "long-large", "long-letter",
)  # fmt: skip


@pytest.mark.torture
@pytest.mark.parametrize("name", CASES)
def test_pages_of_a_strange_deck(name: str, tmp_path: Path) -> None:
    made, layout = strange(name, tmp_path)
    path = tmp_path / f"{name}.pdf"
    write_guide(made, BUNDLED, layout, path)
    pages = pages_of(path)
    below = empty_below(path)
    for number, page in enumerate(pages[2:], start=3):
        shown = [char for char in page.chars if char["text"].strip()]
        assert all(char["x0"] >= 0 and char["x1"] <= page.width - 40 for char in shown), number
        if number in below and number < len(pages):
            assert below[number] < 225, f"page {number} has a line or two"
        for heading in headings(page) if number < len(pages) else ():
            foot = max(
                each["bottom"]
                for each in (*shown, *page.rects, *page.lines)
                if each["bottom"] < 760
            )
            is_number = heading["text"].replace(".", "").isdecimal()
            assert is_number or heading["bottom"] < foot - 10, f"page {number} ends with a heading"


@pytest.mark.parametrize(
    "layout", [Layout(is_large=True), pytest.param(Layout(), marks=pytest.mark.torture)]
)
def test_a_long_title_and_long_words_stay_on_their_pages(tmp_path: Path, layout: Layout) -> None:
    """The title takes one page, the imprint the next; nothing leaves a page, a label of the timeline its column."""
    path = tmp_path / "guide.pdf"
    dates = [entry("date", f"d{year}", str(year), f"{WORD * 2} sank") for year in (1902, 1950)]
    hinted = entry("cloze", "c", f"It is {{{{c1::{WORD}::{WORD}}}}} now.")
    made = guide(section(1, *dates, hinted), title=f"{LONG * 4}and {WORD}", curator=WORD * 2)
    write_guide(made, BUNDLED, layout, path)
    pages = pages_of(path)
    title, imprint = (page.extract_text() for page in pages[:2])
    assert re.search(r"Donau\w+[-‐]\n", title)
    assert title.startswith("Study guide to\nbecause the pond")
    assert re.search(r"\n\d{4}$", title)
    assert "50 mm" in imprint
    for page in pages:
        assert all(char["x1"] <= page.width - 70 for char in page.chars if char["text"].strip())


def test_rules_that_go_on_overleaf_stay_on_their_pages(tmp_path: Path) -> None:
    """Of a list that is longer than a page, above another one; scores stand below lines, or overleaf with them."""
    lists = [
        entry("question", f"l{n}", "Which?", *(f"{WORD} {at}" for at in range(9 + n)))
        for n in (3, 0)
    ]
    blank = entry("cloze", "c", f"It {{{{c1::{LONG * 3}}}}} is {{{{c2::{LONG * 2}}}}}.")
    made, path = guide(section(1, *lists, blank)), tmp_path / "guide.pdf"
    write_guide(made, BUNDLED, Layout(is_large=True), path)
    for page in pages_of(path)[2:]:
        assert all(each["bottom"] < 266 * 72 / 25.4 for each in page.lines)
        assert bool(page.search("First round")) == bool(page.search("In my own words"))


def test_rows_that_are_alike_are_as_far_apart(tmp_path: Path) -> None:
    path = tmp_path / "guide.pdf"
    made = guide(section(1, *of_kind("date", 26)), section(2, *of_kind("cloze", 14, 2)))
    write_guide(made, BUNDLED, Layout(), path)
    compared = 0
    for page in pages_of(path)[2:]:
        words = [each for each in page.extract_words() if each["x0"] < 120]
        tops = [each["top"] for each in words if re.fullmatch(r"[12]\.\d+", each["text"])]
        apart = [two - one for one, two in pairwise(tops)]
        assert not apart or max(apart) - min(apart) < 1.5
        compared += len(apart)
    assert compared > 30


BEHIND = {
    "two dates and a question": (2, ["Why did it end?"], ["Timeline", "Questions for discussion"]),
    "more dates than that": pytest.param(24, ["Why did it end?"], None, marks=pytest.mark.torture),
    "more questions than that": pytest.param(
        2,
        ["Why did it end?", "Who was it?", "And where?"],
        ["Timeline", "Questions for discussion"],
        marks=pytest.mark.torture,
    ),
    "a question and an index": (0, ["Why did it end?"], ["Questions for discussion", "Index"]),
}


@rows(("dates", "discussion", "together"), BEHIND.values(), ids=BEHIND)
def test_short_parts_behind_the_sections_share_a_page(
    tmp_path: Path, dates: int, discussion: list[str], together: list[str] | None
) -> None:
    dated = [entry("date", f"d{at}", str(1800 + 9 * at), "it sank") for at in range(dates)]
    terms = of_kind("term", 0 if dates else 12, 1, "mill")
    made = guide(section(1, *dated, *terms, *of_kind("question", 1)), discussion=tuple(discussion))
    write_guide(made, BUNDLED, Layout(), tmp_path / "guide.pdf")
    lines = [text.splitlines() for text in texts_of(tmp_path / "guide.pdf")[3:]]
    named = ["Timeline"] * (dates > 0) + ["Questions for discussion"] + ["Index"] * (not dates)
    at = {name: next(nth for nth, page in enumerate(lines) if name in page) for name in named}
    assert (len({*at.values()}) == 1) == bool(together), at
    assert together in (None, named)


SAID = "Twelve islands lived by trade."
ENLARGED, LARGE_INLINE = Layout(is_large=True), Layout(answers="inline", is_large=True)
BEFORE = {
    "a sentence": (Layout(), 1, SAID, None, True),
    "three lines, for which contents are set closer by a hair": pytest.param(
        Layout(), 9, SAID * 5, None, True, marks=pytest.mark.torture
    ),
    "a page and a half": pytest.param(
        Layout(), 1, LONG * 40, None, False, marks=pytest.mark.torture
    ),
    "a sentence over a picture": (Layout(), 1, SAID, (900, 500), False),
    "a sentence in large print": pytest.param(
        ENLARGED, 12, SAID, None, True, marks=pytest.mark.torture
    ),
    "for which contents are set closer": pytest.param(
        ENLARGED, 13, SAID, None, True, marks=pytest.mark.torture
    ),
    "of half a page there": pytest.param(
        ENLARGED, 13, LONG * 12, None, False, marks=pytest.mark.torture
    ),
    "with its picture on the page beside": pytest.param(
        ENLARGED, 4, SAID, (900, 400), True, marks=pytest.mark.torture
    ),
    "with its picture below": pytest.param(
        ENLARGED, 4, SAID, (900, 900), False, marks=pytest.mark.torture
    ),
}


@rows(("layout", "count", "said", "shape", "is_below"), BEFORE.values(), ids=BEFORE)
def test_a_short_introduction_stands_below_the_contents(
    tmp_path: Path,
    layout: Layout,
    count: int,
    said: str,
    shape: tuple[int, int] | None,
    is_below: bool,
) -> None:
    """On a page of its own, a line left 209 mm white."""
    plates = (Plate(pictured(tmp_path, *shape), "The coast."),) if shape else ()
    sections = (section(number, *of_kind("term", 1, number)) for number in range(1, count + 1))
    made = guide(*sections, introduction=said, plates=plates)
    print_before_key(made, BUNDLED, layout, tmp_path / "guide.pdf")
    lines = [text.splitlines() for text in texts_of(tmp_path / "guide.pdf")]
    at = next(nth for nth, page in enumerate(lines) if "Contents" in page)
    assert ("Introduction" in lines[at]) == is_below
    if shape and is_below:
        assert at % 2 == 1
        assert pages_of(tmp_path / "guide.pdf")[at + 1].images


FEW = {
    "one question": pytest.param(ENLARGED, 1, "", "Tides.", 1, marks=pytest.mark.torture),
    "two sections on two pages": pytest.param(ENLARGED, 2, "", "Tides.", 1, marks=pytest.mark.torture),
    "an introduction of a line": pytest.param(ENLARGED, 3, SAID, LONG, 1, marks=pytest.mark.torture),
    "long titles and a line": pytest.param(Layout(), 4, SAID, LONG * 4, 1, marks=pytest.mark.torture),
    "long titles and a line on Letter": pytest.param(Layout("letter"), 4, SAID, LONG * 4, 1, marks=pytest.mark.torture),
    "in a form": pytest.param(Layout(is_form=True), 4, SAID, LONG * 4, 1, marks=pytest.mark.torture),
    "in large print": pytest.param(ENLARGED, 3, SAID, LONG * 3, 1, marks=pytest.mark.torture),
    "a page and a line": pytest.param(ENLARGED, 6, LONG * 17, "Tides.", 2, marks=pytest.mark.torture),
}  # fmt: skip


@rows(("layout", "count", "said", "title", "asked"), FEW.values(), ids=FEW)
def test_no_page_before_the_sections_is_nearly_empty(
    tmp_path: Path, layout: Layout, count: int, said: str, title: str, asked: int
) -> None:
    """Two rows of contents had a page, and so had a line of an introduction; how to use a guide is told before that."""
    numbers = range(1, count + 1)
    sections = (section(n, *of_kind("question", asked, n), title=title) for n in numbers)
    write_guide(guide(*sections, introduction=said), BUNDLED, layout, tmp_path / "guide.pdf")
    at = destinations(tmp_path / "guide.pdf")
    tall = 240 if layout.paper == "a4" else 224
    below = empty_below(tmp_path / "guide.pdf", range(3, at["section-1"]))
    assert max(below.values()) < tall * 2 / 3
    assert at["howto"] <= at.get("introduction", at["howto"])


@rows("layout", [Layout(), pytest.param(ENLARGED, marks=pytest.mark.torture)])
def test_no_small_picture_stands_alone(tmp_path: Path, layout: Layout) -> None:
    """Behind a taller one, which then is a little less tall."""
    plates = [Plate(pictured(tmp_path, *size), "The coast.") for size in ((700, 900), (400, 160))]
    made = guide(section(1, *of_kind("term", 5)), introduction=SAID * 9, plates=tuple(plates))
    at = destinations_before_key(made, BUNDLED, layout)
    assert at["plate-0"] == at["plate-1"]


ABOVE = {
    "a page less": pytest.param(LARGE_INLINE, "question", 5, 1, 2, marks=pytest.mark.torture),
    "a key on the right": (ENLARGED, "question", 4, 2, 2),
    "a page less before the key would be empty": pytest.param(
        ENLARGED, "question", 7, 1, 4, marks=pytest.mark.torture
    ),
    "nothing to be asked, and no key": pytest.param(
        ENLARGED, "term", 7, 1, 2, marks=pytest.mark.torture
    ),
    "half a page of them": pytest.param(
        LARGE_INLINE, "question", 9, 1, 4, marks=pytest.mark.torture
    ),
    "room below what stands before": pytest.param(
        LARGE_INLINE, "question", 4, 1, 3, marks=pytest.mark.torture
    ),
}


@rows(("layout", "kind", "sections", "items", "page"), ABOVE.values(), ids=ABOVE)
def test_short_contents_stand_above_the_imprint(
    tmp_path: Path, layout: Layout, kind: str, sections: int, items: int, page: int
) -> None:
    """Where they would have a page of their own, and a page less is one less; their page has its number."""
    numbers = range(1, sections + 1)
    made = guide(*(section(number, *of_kind(kind, items, number)) for number in numbers))
    write_guide(made, BUNDLED, layout, tmp_path / "guide.pdf")
    texts = texts_of(tmp_path / "guide.pdf")
    assert next(at for at, text in enumerate(texts, start=1) if "Contents\n" in text) == page
    assert texts[page - 1].split()[-1] == f"{page}"
    assert bool(re.search(r"(?m)^2$", texts[1])) == (page == 2)


@rows(("sections", "apart"), [(5, 12), (7, 8)], ids=["room", "too little room"])
def test_contents_above_the_imprint_are_set_closer_if_need_be(
    tmp_path: Path, sections: int, apart: float
) -> None:
    """Their rows are as far apart as on a page of their own where they have room so; in millimetres."""
    numbers = range(1, sections + 1)
    made = guide(*(section(number, *of_kind("term", 2, number)) for number in numbers))
    write_guide(made, BUNDLED, Layout(is_large=True), tmp_path / "guide.pdf")
    page = pages_of(tmp_path / "guide.pdf")[1]
    assert page.search(r"(?m)^Contents$")
    rules = sorted(
        {round(each["top"], 1) for each in (*page.rects, *page.lines) if each["width"] > 200}
    )
    between = [(two - one) * 25.4 / 72 for one, two in pairwise(rules)]
    assert between == pytest.approx([apart] * len(between), abs=0.2)
    assert len(between) >= sections


PARTED = {
    "the last row alone": (Layout(is_large=True), 9, 10),
    "a page half empty": pytest.param(Layout(is_large=True), 5, 7, marks=pytest.mark.torture),
    "a heading over one of several": (LARGE_INLINE, 13, 9),
    "answers beside": pytest.param(LARGE_INLINE, 12, 9, marks=pytest.mark.torture),
    "answers beside, of fewer": pytest.param(LARGE_INLINE, 13, 7, marks=pytest.mark.torture),
}
"""What is wrong in the first layout."""


@pytest.mark.parametrize(("layout", "asked", "blanks"), PARTED.values(), ids=PARTED)
def test_no_row_of_many_stands_alone_and_no_page_is_half_empty(
    tmp_path: Path, layout: Layout, asked: int, blanks: int
) -> None:
    long = "Where is it, and what did the millers of the coast do there at night"
    entries = (*of_kind("question", asked, 1, long), *of_kind("cloze", blanks, 1, long))
    write_guide(guide(section(1, *entries)), BUNDLED, layout, tmp_path / "guide.pdf")
    texts = texts_of(tmp_path / "guide.pdf")
    last = next(at for at, text in enumerate(texts, start=1) if "First round" in text)
    first = next(at for at, text in enumerate(texts, start=1) if "\n1.1 " in text)
    numbers = [{*map(int, re.findall(r"(?m)^1\.(\d+)", text))} for text in texts[first - 1 : last]]
    below = empty_below(tmp_path / "guide.pdf", range(first, last + 1))
    for group in (range(1, asked + 1), range(asked + 1, asked + blanks + 1)):
        counts = [count for each in numbers if (count := len(each & {*group}))]
        assert sum(counts) == len(group)
        assert counts[0] > 1, counts
        assert counts[-1] > 1 or below[last] < 30, (
            counts
        )  # one's own words fill the rest of its page
    assert max(below[at] for at in range(first, last)) < 40
