"""The printed guide, read back from real PDFs."""

import hashlib
import pickle
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path
from statistics import mean, median

import page as page_validation
import pikepdf
import pytest
from markupsafe import Markup
from PIL import Image as Picture

from studyguide.deck.item import Image
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Entry, Guide, Plate
from studyguide.printing.book.columns import runs_in, side_by_side
from studyguide.printing.book.exercises import own_lines, printed_sections
from studyguide.printing.book.index import entries_of
from studyguide.printing.book.page import guide_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.lines.blanks import Blank
from studyguide.printing.lines.line_breaking import (
    JOINED,
    balanced,
    lines_of,
    whole_words,
    width_of,
)
from studyguide.printing.lines.titles import beside_range, head_of, heading_of, listed_of
from studyguide.printing.press.faces import boxed_in, with_faces
from studyguide.printing.press.fonts import SANS_REGULAR, SERIF, SERIF_BOLD
from studyguide.printing.press.options import Layout, Paper
from studyguide.printing.press.typesetting import Typesetter
from studyguide.printing.press.typography import cited, curled
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.conftest import Once
from tests.places import ROOT
from tests.printing.reading import (
    Link,
    blanks,
    colours,
    destinations,
    empty_below,
    entry,
    figures,
    guide,
    headings,
    links,
    outline,
    pages_of,
    print_before_key,
    realistic_guide,
    small_guide,
    text_of,
    texts_of,
    writing_lines,
)
from tests.table import rows

BUNDLED = Templates.of(Path("no-deck"))
MM = 72 / 25.4
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (210 * MM, 297 * MM), "letter": (612, 792)}
FACES = {"Guide-Source-Serif", "Guide-Source-Sans"}
HOSTILE = '<b>bold</b> &amp; <script>alert("x")</script> {% raw %} \' onload=x </style> <!--'
HOSTILE_IN_JINJA = HOSTILE + " {{ 7 * 7 }}"
ONE = small_guide(entry("question", "only", "What is the only question?", "40"))

LETTER = pytest.param("realistic-letter", marks=pytest.mark.torture)
"""A guide of many pages on Letter; one of few is looked at each time."""

Print = Callable[[str], Path]


def picture(folder: Path) -> Image:
    """Draw a picture, the same one in any folder."""
    path = folder / "dam.png"
    Picture.new("L", (400, 300), 200).save(path)
    return Image(path, "A dam, seen from the sea", hashlib.sha256(path.read_bytes()).hexdigest())


def hostile_guide(image: Image) -> Guide:
    """Make a guide that says something hostile wherever a curator can say anything."""
    more = {"note": HOSTILE_IN_JINJA, "image": Image(image.path, HOSTILE, image.digest)}
    entries = (
        entry("term", "term", HOSTILE_IN_JINJA, HOSTILE_IN_JINJA, **more),
        entry("question", "question", HOSTILE_IN_JINJA, HOSTILE_IN_JINJA, **more),
        entry("question", "list", HOSTILE_IN_JINJA, HOSTILE_IN_JINJA, HOSTILE_IN_JINJA),
        entry("cloze", "cloze", f"{{{{c1::{HOSTILE}::{HOSTILE}}}}} {HOSTILE}"),
    )
    texts = dict.fromkeys(("title", "author", "work", "rights"), HOSTILE_IN_JINJA)
    return small_guide(*entries, **texts)


def whole_guide(image: Image, sections: int = 7) -> Guide:
    """Make a realistic guide with all parts that a deck may add."""
    return replace(
        realistic_guide(image, sections),
        introduction="Tide mills grind when the sea says so. " * 12,
        plates=(Plate(Image(image.path, "The same dam, as a plate", image.digest), "The dam."),),
        discussion=("What would you ask a miller?", "Would you build one today?"),
    )


@pytest.fixture(scope="session")
def a_print(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Print:
    """Give the printed guide of a name; each is printed once."""
    folder = tmp_path_factory.mktemp("prints")
    image = picture(folder)
    attached = folder / "tide-mills.apkg"
    attached.write_bytes(b"not really a deck")
    short = realistic_guide(image, 3)
    part = replace(short, whole=84, licence="© 2026 Nora Vane. Free to copy in class.")
    guides: dict[str, tuple[Guide, Layout]] = {
        "realistic-a4": (whole_guide(image), Layout()),
        "realistic-letter": (whole_guide(image, 3), Layout("letter")),
        "one-item": (ONE, Layout("letter")),
        "hostile": (hostile_guide(image), Layout()),
        "inline": (part, Layout(answers="inline", attached=attached)),
        "test": (short, Layout(answers="none")),
        "only-key": (short, Layout(answers="none", only_key=True)),
        "large": (whole_guide(image, 3), Layout(is_large=True)),
        "form": (short, Layout(is_form=True)),
    }

    def printed(name: str) -> Path:
        made, layout = guides[name]
        make = partial(write_guide, made, BUNDLED, layout)
        return once(f"guide-{name}", lambda folder: make(folder / "guide.pdf")) / "guide.pdf"

    return printed


@pytest.fixture(scope="session")
def realistic(a_print: Print) -> Path:
    return a_print("realistic-a4")


@pytest.fixture(
    params=[
        "realistic-a4",
        LETTER,
        "one-item",
        "hostile",
        "inline",
        "test",
        "only-key",
        "large",
    ]
)
def every_print(request: pytest.FixtureRequest, a_print: Print) -> Path:
    return a_print(request.param)


def deck(folder: Path, name: str, text: str) -> Templates:
    """Make the templates of a deck that has one of its own."""
    path = folder / "deck/templates/guide" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Templates.of(folder / "deck")


def told_by(*command: object) -> subprocess.CompletedProcess[str]:
    """Run a program and give what it says."""
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


# What any print must be


def test_is_for_everybody_and_for_long(every_print: Path) -> None:
    """PDF/UA-1, and PDF/A-2a; with the deck attached PDF/A-3a, which alone may hold other files."""
    for profile in ("ua1", "3a" if "inline" in str(every_print) else "2a"):
        failures = page_validation.validate_pdf(every_print, profile=profile).failures
        assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []


def test_a_picture_in_printing_inks_is_no_exception(tmp_path: Path) -> None:
    path = tmp_path / "inks.jpg"
    Picture.new("CMYK", (40, 30), (200, 20, 0, 60)).save(path)
    image = Image(path, "A blue wall", hashlib.sha256(path.read_bytes()).hexdigest())
    made = small_guide(entry("term", "wall", "wall", "what keeps the sea out", image=image))
    write_guide(made, BUNDLED, Layout(), tmp_path / "guide.pdf")
    report = page_validation.validate_pdf(tmp_path / "guide.pdf", profile="2a")
    assert report.failures == []


def test_is_sound_to_qpdf(every_print: Path) -> None:
    told = told_by("qpdf", "--check", every_print)
    harmless = "may still be valid|succeeded with warnings"  # of whole streams, by the luck of their lengths
    assert [line for line in told.stderr.splitlines() if not re.search(harmless, line)] == []
    assert told.returncode in (0, 3)


def test_is_sound_to_ghostscript(realistic: Path) -> None:
    told = told_by("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", realistic)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_has_our_faces_alone_and_embedded(every_print: Path) -> None:
    rows = [line.split() for line in told_by("pdffonts", every_print).stdout.splitlines()[2:]]
    assert {re.sub(r"^\w{6}\+|(-Semi-Bold)?(-Italic)?$", "", row[0]) for row in rows} <= FACES
    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}  # embedded, subset, text


def test_is_grey(every_print: Path) -> None:
    assert all(len(set(colour)) == 1 for colour in colours(every_print))


def test_has_one_scale_of_sizes(every_print: Path) -> None:
    sizes = {round(char["size"], 2) for page in pages_of(every_print) for char in page.chars}
    assert sizes <= {8, 9, 11, 13, 18, 26, 40} or sizes <= {16, 18, 22, 30, 44}


def test_shows_no_markup_of_ours(every_print: Path) -> None:
    text = text_of(every_print)
    assert not re.search(r"\{\{c\d|::|<(p|div|span|td)\b|None|Undefined|\[\]", text)


def test_keeps_away_from_the_binding(every_print: Path) -> None:
    for number, page in enumerate(pages_of(every_print), start=1):
        words = page.extract_words()
        if not words:
            continue
        left = min(word["x0"] for word in words)
        right = page.width - max(word["x1"] for word in words)
        assert (left if number % 2 else right) >= 20 * MM
        assert min(left, right) >= 15 * MM


def page_told(path: Path, link: Link) -> int:
    """Read the page that stands beside, below or in a link."""
    in_index = destinations(path).get("index", 999) <= link.page < destinations(path).get("key", 0)
    if in_index and link.target.startswith("key-"):  # it tells the item whose answer it is
        number = re.escape(link.target.removeprefix("key-"))
        told = re.search(rf"(?<![\d.]){number}(?![\d.])", link.line)
        return destinations(path)[link.target] if told else -1
    if link.target.startswith("key-"):  # a range tells its first and its last page
        foot = pages_of(path)[link.page - 1].crop((0, 690, 590, 790)).extract_text()
        first, last = re.search(r"Answers: pp?\.\s?(\d+)(–\d+)?", foot).groups()
        here = destinations(path)[link.target]
        return here if int(first) <= here <= int((last or first).strip("–")) else int(first)
    if link.page >= destinations(path).get("index", 999) and link.target != "index":
        here = destinations(path)[link.target]  # other pages may stand beside it
        return here if re.search(rf"(?<![\d.]){here}(?![\d.])", link.line) else -1
    return int(re.search(r"(\d+)$", link.line).group(1))


def test_every_link_lands(every_print: Path) -> None:
    assert {link.target for link in links(every_print)} <= set(destinations(every_print))


def test_every_link_can_be_hit(every_print: Path) -> None:
    with pikepdf.open(every_print) as pdf:
        marked = [each for page in pdf.pages for each in page.get("/Annots", ())]
        areas = [[*map(float, each.Rect)] for each in marked if each.Subtype == "/Link"]
    thin = [area for area in areas if min(abs(area[2] - area[0]), abs(area[3] - area[1])) < 2]
    assert thin == []


def test_every_link_is_named(every_print: Path) -> None:
    """Who hears a link is told where it leads, and not what that is called in the file."""
    with pikepdf.open(every_print) as pdf:
        marked = [each for page in pdf.pages for each in page.get("/Annots", ())]
        places = [each for each in marked if "/Dest" in each and "/Contents" in each]
    assert [each.Contents for each in places if each.Contents == each.Dest] == []


def test_every_page_number_is_true(every_print: Path) -> None:
    places = destinations(every_print)
    firsts = {(link.page, link.target): link for link in reversed(links(every_print))}
    asked = [link for link in firsts.values() if not link.target.startswith("item-")]
    of_index = range(places.get("index", 999), places.get("key", 0))
    asked += [link for link in firsts.values() if link.page in of_index and link not in asked]
    told = {link: page_told(every_print, link) for link in asked}
    assert told == {link: places[link.target] for link in told}


def test_no_page_is_nearly_empty(realistic: Path) -> None:
    for page in pages_of(realistic)[1:]:
        assert (
            len(page.extract_words()) + 5 * len((*page.rects, *page.lines)) > 60 or not page.chars
        )


FILLED = [
    ("realistic-a4", 18, 13, 36),
    pytest.param("realistic-letter", 18, 18, 38, marks=pytest.mark.torture),
    ("large", 20, 22, 43),
]


@rows(("name", "typical", "mean", "most"), FILLED, ids=["A4", "letter", "large"])
def test_pages_are_filled(
    a_print: Print, name: str, typical: float, mean: float, most: float
) -> None:
    """Pages are filled to their foot, but for what is kept together, and most where no section opens; nothing is stretched far for it."""
    path = a_print(name)
    places = destinations(path)
    opens = {page for name, page in places.items() if name.startswith("section-")}
    inside = {*range(places["section-1"], places["timeline"] - 1)} - {page - 1 for page in opens}
    empty = empty_below(path, inside)
    assert len(empty) >= 6
    assert median(below for number, below in empty.items() if number not in opens) < typical
    assert sum(empty.values()) / len(empty) < mean
    assert max(empty.values()) < most


def test_parts_behind_the_sections_follow_where_there_is_room(realistic: Path) -> None:
    """Timeline and index open below what ends there, if a hundred millimetres are left."""
    places, below = destinations(realistic), empty_below(realistic)
    for part in ("timeline", "discussion", "index"):
        before = places[part] - 1
        assert below[before] < 100 or part == "timeline"  # which is kept on one page


@pytest.mark.parametrize(
    "discussion", [(), pytest.param(("Why?",), marks=pytest.mark.torture)], ids=["none", "a part"]
)
def test_a_short_index_stands_below_the_timeline(
    tmp_path: Path, discussion: tuple[str, ...]
) -> None:
    """The key opens on the next right page, and can be taken out."""
    path = tmp_path / "guide.pdf"
    made = replace(realistic_guide(sections=2), discussion=discussion)
    write_guide(made, BUNDLED, Layout(), path)
    places = destinations(path)
    assert (places["index"] == places["timeline"]) is (not discussion)
    assert places["key"] == places["index"] + 1 + places["index"] % 2
    text = text_of(path, places["index"], places["index"])
    assert f"Numbers after “key” are answers in the key (p. {places['key']})" in text
    assert text.count("Eling pond") == 1


@rows(("name", "columns"), [("realistic-a4", 2), ("only-key", 2), ("large", 1)])
def test_references_of_the_key_end_at_the_edge_of_their_column(
    name: str, columns: int, a_print: Print
) -> None:
    path, gaps = a_print(name), []
    for page in pages_of(path)[destinations(path)["key"] - 1 :]:
        words, ends = page.extract_words(x_tolerance=2.5, use_text_flow=True), []
        for before, word in pairwise(words):
            if word["text"].startswith("§"):
                ends.append(round(word["x1"]))
                if abs(before["bottom"] - word["bottom"]) < 4 and before["x0"] < word["x0"]:
                    gaps.append(word["x0"] - before["x1"])
        assert len({*ends}) == columns
    assert len(gaps) > 10
    assert min(gaps) > 2.5


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_is_exact(a_print: Print, paper: Paper) -> None:
    for page in pages_of(a_print("realistic-a4" if paper == "a4" else "one-item")):
        assert (page.width, page.height) == pytest.approx(PAPERS[paper], abs=0.01)


# The realistic guide


SOURCE = "The Mills that Ran on the Moon, by Ada Brackwater, from Tidal Engines, Chapter 3"


def test_says_what_it_is(realistic: Path) -> None:
    with pikepdf.open(realistic) as pdf:
        told = {key: str(value) for key, value in pdf.docinfo.items() if key != "/Producer"}
        assert told == {
            "/Title": "The Mills that Ran on the Moon – Study guide",
            "/Subject": SOURCE,
            "/Creator": "studyguide 0.1.0",
            "/CreationDate": "D:20261118110640Z",
            "/ModDate": "D:20261118110640Z",
        }
        assert str(pdf.Root.Lang) == "en"
        assert pdf.trailer.ID[0]
        assert f"<dc:source>{SOURCE}</dc:source>".encode() in pdf.Root.Metadata.read_bytes()


def test_title_page_and_colophon_say_what_was_checked(realistic: Path) -> None:
    assert "to The Mills that Ran on the Moon a text by Ada" in text_of(realistic, 1, 1)
    imprint = text_of(realistic, 2, 2)
    assert (
        "84 items, each checked against a text of 2,359 words; the words of that text, normalised, have a SHA-256"
        in imprint
    )
    assert "0f0f0f0f0f0f. Last changed on 18 November 2026." in imprint


def test_part_of_a_deck_says_of_what(a_print: Print) -> None:
    path = a_print("inline")
    assert "A selection" in text_of(path, 1, 1)
    imprint = text_of(path, 2, 2)
    assert "A selection: 36 items of 84, numbered as in the whole guide." in imprint
    assert "© 2026 Nora Vane. Free to copy in class." in imprint
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo["/Title"]).endswith("– Study guide – A selection")


def test_every_part_opens_a_page(every_print: Path) -> None:
    """Nothing stands above its heading but the running head; the contents may follow, and notes."""
    if "test" in every_print.parent.name or "only-key" in str(every_print):
        return
    for page in pages_of(every_print)[2:]:
        chars = page.chars
        sizes = {30} if any(round(each["size"]) == 16 for each in chars) else {26}
        tops = {each["top"] for each in chars if round(each["size"]) in sizes}
        above = [
            each["text"] for each in chars if tops and 75 < each["bottom"] < min(tops) - 1
            and round(each["size"]) not in (40, 44)
        ]  # fmt: skip
        told = page.extract_text().splitlines()
        assert above == [] or {"Contents", "Notes"} & {*told}, page.page_number


def test_columns_of_the_key_are_filled(a_print: Print) -> None:
    """But on its last page, where they are level; an answer of seven lines is not parted."""
    path = a_print("only-key")
    for page in pages_of(path)[:-1]:
        for left, right in ((0, page.width / 2), (page.width / 2, page.width)):
            inked = page.crop((left, 75, right, 760)).chars
            assert 266 - max(each["bottom"] for each in inked) / MM < 30, page.page_number


def test_where_answers_are_stands_in_the_middle(realistic: Path) -> None:
    for page in pages_of(realistic):
        found = page.crop((0, 755, page.width, page.height)).search(r"Answers: pp?\.\s?\d+(–\d+)?")
        left = (28 if page.page_number % 2 else 32) * MM
        for told in found:
            assert (told["x0"] + told["x1"]) / 2 == pytest.approx(left + 75 * MM, abs=0.3 * MM)


RUN_IN = {
    "short in a key": (("sugar", "meat"), "§1 ¶4", "key", False, True),
    "long in a key": (("the working class", "the privileged bureaucracy"), "§3 ¶1", "key", False, False),
    "short beside": (("sugar", "meat"), "", "beside", False, True),
    "short entries in a key": (tuple(f"stone {n}" for n in range(40)), "§1 ¶4", "key", False, True),
    "short entries in a test": (("a cork",) * 16, "§1 ¶4", "test", True, True),
    "six entries of two lines": (("a cork", "rope eels") * 3, "§1 ¶4", "key", False, True),
    "a few short entries of two lines": (("better schools", "hospitals", "leisure centres"), "§5 ¶3", "key", False, False),
    "a few short entries in one line of large print": (("better schools", "hospitals", "parks"), "§5 ¶3", "key", True, True),
    "short entries of which a line has but one": (("a recreation facility",) * 9, "§5 ¶¶3–4", "key", False, False),
    "one long among short ones": (("a cork",) * 16 + ("the working class of the coast",), "", "test", False, False),
    "short entries beside": (("a cork",) * 16, "", "beside", False, False),
    "short with line ends": (("a\nb",) + ("c",) * 9, "", "key", False, False),
    "long beside": (("the working class", "the privileged bureaucracy"), "", "beside", False, False),
    "beside in large print": (("the working class", "the millers"), "", "beside", True, True),
    "wide of few letters": (("WWWWWWWW", "WWWWWWWW"), "", "beside", False, False),
    "with line ends": (("a\nb", "c"), "", "key", True, False),
}  # fmt: skip


@rows(("answers", "citation", "column", "large", "expected"), RUN_IN.values(), ids=RUN_IN)
def test_a_list_is_run_in_where_it_takes_a_line(
    answers: tuple[str, ...], citation: str, column: str, large: bool, expected: bool
) -> None:
    assert runs_in(answers, citation, column, Layout(is_large=large)) is expected


WEATHER = ("wind", "rain", "fog", "snow", "hail", "frost", "thunder", "mist", "ice", "spray")
EACH_LINE = {
    "ten": (WEATHER, "key", False, 4),
    "ten in large print": (WEATHER, "key", True, 4),
    "eight, which leave no room for a citation": (WEATHER[:8], "key", False, 3),
    "six on lines alike": (WEATHER[:6], "key", False, 3),
    "ten in a key as wide as the page": (WEATHER, "page", False, 5),
    "five": (WEATHER[:5], "key", False, None),
    "ten beside": (WEATHER, "beside", False, None),
}


@rows(("answers", "column", "large", "expected"), EACH_LINE.values(), ids=EACH_LINE)
def test_lines_of_short_entries_have_as_many_each(
    answers: tuple[str, ...], column: str, large: bool, expected: int | None
) -> None:
    found = side_by_side(answers, "§1 ¶5", column, Layout(is_large=large))
    assert (found and found.each_line) == expected


@pytest.mark.parametrize(
    ("items", "is_form", "is_large"),
    [
        (12, False, False),
        (13, False, False),
        (9, False, True),
        pytest.param(10, True, False, marks=pytest.mark.torture),
    ],
)
def test_no_page_has_nothing_but_lines_for_own_words(
    tmp_path: Path, items: int, *, is_form: bool, is_large: bool
) -> None:
    """The last item goes over with them; they are as many as their page has room for, within bounds."""
    made = small_guide(
        *(entry("question", f"q{n}", "Why was it so?", "since") for n in range(items))
    )
    layout = Layout(is_form=is_form, is_large=is_large)
    print_before_key(made, BUNDLED, layout, tmp_path / "a.pdf")
    texts = texts_of(tmp_path / "a.pdf")
    (at,) = [nth for nth, text in enumerate(texts) if "First round" in text]
    scored = pages_of(tmp_path / "a.pdf")[at]
    (below,) = scored.search("In my own words")
    assert scored.search(rf"1\.{items}\D")
    rules = [
        each for each in scored.lines if each["top"] > below["bottom"] and each["width"] > 125 * MM
    ]
    least, shared, _ = own_lines(layout)
    assert least == 8
    assert is_form or least <= len(rules) <= shared


@pytest.mark.torture
@pytest.mark.parametrize(("items", "is_large"), [(6, True), (9, False)])
def test_lines_for_own_words_have_a_page_rather_than_a_row_alone_above_them(
    tmp_path: Path, items: int, *, is_large: bool
) -> None:
    asked = (entry("question", f"q{n}", "Why was it so?", "since") for n in range(items))
    print_before_key(small_guide(*asked), BUNDLED, Layout(is_large=is_large), tmp_path / "a.pdf")
    before, scored = pages_of(tmp_path / "a.pdf")[3:5]
    assert before.search(rf"1\.{items}\D")
    assert scored.search("In my own words")
    assert not scored.search(r"1\.\d\D")


def test_outline_has_every_part(realistic: Path) -> None:
    sections = [f"{each.number} {each.title}" for each in realistic_guide().sections]
    title = realistic_guide().title
    assert outline(realistic) == [
        title, "How to use this guide", "Contents", "Introduction", *sections,
        "Timeline", "Questions for discussion", "Index", "Answer key",
    ]  # fmt: skip


def test_contents_list_every_part(realistic: Path) -> None:
    page = destinations(realistic)["contents"]
    listed = [link.target for link in links(realistic) if link.page == page]
    sections = [f"section-{number}" for number in range(1, 8)]
    assert listed == ["introduction", *sections, "timeline", "discussion", "index", "key"]


def test_parts_come_in_order(realistic: Path) -> None:
    places = destinations(realistic)
    parts = ["howto", "contents", "introduction", *(f"section-{number}" for number in range(1, 8))]
    starts = [places[part] for part in [*parts, "timeline", "discussion", "index", "key"]]
    assert starts == sorted(starts)


def exercises(made: Guide) -> dict[str, Entry]:
    """Give the questions and then the sentences of each section by their numbers."""
    return {
        each.number: each for section in made.sections for each in section.of("question", "cloze")
    }


def test_question_and_answer_lead_to_each_other(realistic: Path) -> None:
    places = destinations(realistic)
    found = {(link.page, link.target, link.text.strip()) for link in links(realistic)}
    for number in exercises(realistic_guide()):
        question, key = f"item-{number}", f"key-{number}"
        assert {(places[question], key, number), (places[key], question, number)} <= found


def test_the_foot_leads_to_the_answers_of_its_page(realistic: Path) -> None:
    """To the first of them, by what stands there."""
    places = destinations(realistic)
    feet = [each for each in links(realistic) if each.text.startswith("Answers: p")]
    assert {each.page for each in feet} == {
        places[f"item-{number}"] for number in exercises(realistic_guide())
    }
    for each in feet:
        numbers = (
            number
            for number in exercises(realistic_guide())
            if places[f"item-{number}"] == each.page
        )
        assert each.target == f"key-{next(numbers)}"
        first = each.text.split("\u00a0")[-1].split(" ")[-1].partition("–")[0]
        assert int(first) == places[each.target]


def test_every_link_is_in_the_tree_that_is_read_aloud(every_print: Path) -> None:
    with pikepdf.open(every_print) as pdf:
        marked = {each.objgen for page in pdf.pages for each in page.get("/Annots", ())}
        waiting, told = [pdf.Root.StructTreeRoot.K], set()
        while waiting:
            each = waiting.pop()
            if isinstance(each, pikepdf.Array):
                waiting.extend([*each])
            elif isinstance(each, pikepdf.Dictionary):
                waiting += [each.K] if "/K" in each else []
                told |= {each.Obj.objgen} if "/Obj" in each else set()
        assert told == marked


def labels(each: Entry) -> list[str]:
    """Give the letters of a sentence's blanks; a single one has none."""
    return [f"({letter})" if len(each.answers) > 1 else "" for letter in "abc"]


def as_asked(each: Entry) -> str:
    letters = (f"{letter} " if letter else "" for letter in labels(each))
    parts = [
        piece if isinstance(piece, str)
        else f"{next(letters)}{'_' * (16 if len(piece.text) < 10 else 30)}{piece.hint and f' ({piece.hint})'}"
        for piece in each.pieces
    ]  # fmt: skip
    return curled("".join(parts) or each.prompt)


def as_answered(each: Entry) -> str:
    if each.kind == "cloze":
        told = zip(labels(each), each.answers, strict=False)
        return "; ".join(f"{letter} {answer}".strip() for letter, answer in told)
    return " ".join(f"• {answer}" if each.is_list else answer for answer in each.answers)


def as_learnt(each: Entry) -> str:
    return " ".join(filter(None, (each.prompt, *each.answers, each.note, each.citation)))


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("realistic-a4", 7),
        pytest.param("realistic-letter", 3, marks=pytest.mark.torture),
    ],
)
def test_every_exercise_stands_once_among_the_questions_and_once_in_the_key(
    a_print: Print, name: str, sections: int
) -> None:
    path = a_print(name)
    key = destinations(path)["key"]
    asked, answered = text_of(path, 1, key - 1), text_of(path, key)
    asked = re.sub("(?<=_) (?=_)", "", asked)  # a blank may go on in the next line
    for number, each in exercises(realistic_guide(sections=sections)).items():
        note = f" {curled(each.note)}" if each.note else ""
        assert asked.count(f" {number} {as_asked(each)} ") == 1
        assert answered.count(f"{number} {as_answered(each)} {each.citation}{note} ") == 1
        assert as_answered(each) == "1" or as_answered(each) not in asked or len(each.answers) == 1


def test_every_term_person_and_date_stands_once_in_its_list_and_not_in_the_key(
    realistic: Path,
) -> None:
    places = destinations(realistic)
    listed, key = text_of(realistic, 1, places["timeline"] - 1), text_of(realistic, places["key"])
    for section in realistic_guide().sections:
        for each in section.of("term", "person", "date"):
            assert listed.count(as_learnt(each)) == 1
            answer = " ".join((f"{each.prompt}:", *each.answers))
            assert f" {curled(answer)}" not in key


def test_nothing_withdrawn_is_printed(realistic: Path) -> None:
    assert "withdrawn" not in text_of(realistic)


def test_a_blank_has_one_of_three_widths_with_room_for_its_answer(tmp_path: Path) -> None:
    answers = ["five", "nine chars", "x" * 18, "x" * 19, "of all that turns or not", "x" * 27]
    made = [entry("cloze", f"c{n}", f"A {{{{c1::{text}}}}}.") for n, text in enumerate(answers)]
    path = tmp_path / "guide.pdf"
    print_before_key(small_guide(*made, LONG_BLANK), BUNDLED, Layout(), path)
    *widths, first, rest, last = (round(width / MM) for width in blanks(path))
    assert widths == [29, 55, 55, 80, 80, 80]
    assert all(width >= 2.9 * len(told) for told, width in zip(answers, widths, strict=False))
    assert first + rest + last >= 2.9 * len(LONG_BLANK.answers[0])
    assert min(first, last) >= 39  # no stub of it
    assert 134 - last < rest <= 134  # it goes on to the end of the line, but for the last of it


LONG_BLANK = entry("cloze", "long", f"What they asked for was {{{{c1::{'all of it ' * 6}}}}}.")

RULES = {
    "a short word": ("five", [16]),
    "short words": ("a b c", [16]),
    "a longer word": ("x" * 18, [30]),
    "longer words": ("more of them all", [30]),
    "as long as half a line": ("what turns on the mill wheel"[:27], [44]),
    "over the line": ("x" * 28, [22, *[2] * 22, 22]),
    "wide signs": ("潮汐磨坊" * 5, [22, *[2] * 22, 22]),
}


@rows(("text", "pieces"), RULES.values(), ids=RULES)
def test_a_wide_blank_may_go_on_in_the_next_line(text: str, pieces: list[int]) -> None:
    assert [len(piece) for piece in Blank("a", text, "").rule(Layout()).split("\u200b")] == pieces


LARGE_RULES = {
    "a short word": ("moon", [16]),
    "a longer word": ("Kazakhstan", [30]),
    "longer words": ("x" * 18, [30]),
    "words": ("x" * 19, [41]),
    "not much less wide than a line": ("x" * 24, [41]),
    "nearly a line": ("x" * 25, [22, 2, 22]),
    "over the line": ("x" * 27, [22, *[2] * 12, 22]),
    "two lines": ("x" * 40, [22, *[2] * 24, 22]),
}
HALVED_RULES = {
    "a short word": ("moon", [16]),
    "a longer word": ("Kazakhstan", [30]),
    "longer words": ("x" * 17, [30]),
    "words": ("x" * 18, [43]),
    "nearly a line": ("x" * 25, [43]),
    "over the line": ("x" * 26, [22, 2, 22]),
    "two lines": ("x" * 40, [22, *[2] * 24, 22]),
}


@rows(("text", "pieces"), LARGE_RULES.values(), ids=LARGE_RULES)
def test_in_large_print_blanks_are_wider_and_stay_on_a_line(text: str, pieces: list[int]) -> None:
    """None has an end of less than 29 mm, with which it stands alone or beside its hint."""
    made = Blank("a", text, "").rule(Layout(is_large=True))
    assert [len(piece) for piece in made.split("\u200b")] == pieces
    wide = len(made.replace("\u200b", "")) * 2.66
    assert wide >= 4 * len(text)
    usual = Blank("a", text, "").rule(Layout()).replace("\u200b", "")
    assert wide >= len(usual) * 1.83 - 0.1


@rows(("text", "pieces"), HALVED_RULES.values(), ids=HALVED_RULES)
def test_in_a_booklet_of_large_print_it_is_wide_enough(text: str, pieces: list[int]) -> None:
    made = Blank("a", text, "").rule(Layout(is_large=True, is_booklet=True))
    assert [len(piece) for piece in made.split("\u200b")] == pieces
    assert len(made.replace("\u200b", "")) * 2.66 * 0.707 >= 3.15 * len(text)


_SCORE = 5
"""Underscores of a score."""


@pytest.mark.parametrize(
    "layout",
    [
        Layout(is_large=True),
        pytest.param(Layout(answers="inline"), marks=pytest.mark.torture),
    ],
)
def test_no_line_begins_with_a_hint(tmp_path: Path, layout: Layout) -> None:
    """Nor is a blank broken elsewhere, or longer than its line, and what of it has no hint beside it is no stub.

    No hint that a line has room for is broken.
    """
    made = [
        entry(
            "cloze",
            f"c{n}-{m}",
            f"The {'i' * n} {{{{c1::{'x' * n}::{'a hint of it, and more of it, so'[:m]}}}}}.",
        )
        for n in (5, 12, 18, 20, 24, 30, 40)
        for m in ((4, 12, 13) if layout.answers == "inline" else (4, 12, 13, 33))
    ]
    print_before_key(small_guide(*made), BUNDLED, layout, tmp_path / "guide.pdf")
    hints = 0
    for page in pages_of(tmp_path / "guide.pdf")[2:]:
        drawn = [each for each in page.chars if each["text"] == "_"]
        for hint in (each for each in page.chars if each["text"] == "(" and each["top"] > 70):
            beside = [each for each in drawn if abs(each["bottom"] - hint["bottom"]) < 5]
            assert any(each["x0"] < hint["x0"] for each in beside), hint
            closing = [each for each in page.chars if each["text"] == ")"]
            assert any(abs(each["top"] - hint["top"]) < 1 for each in closing), hint
            hints += 1
        assert all(each["x1"] < 182.5 * MM for each in page.chars)
        hinted = [each["bottom"] for each in page.chars if each["text"] == "("]
        parts = Counter(
            each["bottom"]
            for each in drawn
            if all(abs(each["bottom"] - foot) > 5 for foot in hinted)
        )
        assert all(count >= 22 for count in parts.values() if count != _SCORE), parts
    assert hints >= len(made)


def test_writing_lines_stay_with_their_question_8_mm_apart(realistic: Path) -> None:
    needed = dict.fromkeys(range(1, len(pages_of(realistic)) + 1), 0)
    for section in printed_sections(realistic_guide()):
        for exercise in section.of("question"):
            needed[destinations(realistic)[f"item-{exercise.number}"]] += exercise.lines(Layout())
    drawn = {number: writing_lines(page) for number, page in enumerate(pages_of(realistic), 1)}
    assert all(len(drawn[number]) >= lines for number, lines in needed.items())
    assert not any(
        rect["height"] < 1 and rect["width"] > 20
        for page in pages_of(realistic)
        for rect in page.rects
    )
    gaps = [below - above for lines in drawn.values() for above, below in pairwise(lines)]
    assert min(gaps) == pytest.approx(8 * MM, abs=0.01)


def test_a_number_has_two_rules_at_most(realistic: Path) -> None:
    """However tall its question is: a second one is to spare."""
    seen = 0
    for page in pages_of(realistic)[2 : destinations(realistic)["timeline"] - 1]:
        tops = {word["text"]: word["top"] for word in page.extract_words() if word["x0"] < 40 * MM}
        for number in range(1, 8):
            if {f"{number}.8", f"{number}.9"} <= tops.keys():  # "How many wheels", and the next
                here = [
                    top
                    for top in writing_lines(page)
                    if tops[f"{number}.8"] < top < tops[f"{number}.9"]
                ]
                assert 1 <= len(here) <= 2
                seen += 1
    assert seen > 4


def test_text_stands_on_one_grid(realistic: Path) -> None:
    """Every line of running text is a whole or half line away from the first of its page."""
    for page in pages_of(realistic)[2:-1]:
        lines = {
            round(c["bottom"], 2)
            for c in page.chars
            if "Serif" in c["fontname"] and round(c["size"]) == 11
        }
        steps = [(line - min(lines)) / (8 / 3 * MM) for line in lines]
        assert all(abs(step - round(step)) < 0.1 for step in steps), sorted(steps)


def test_numbers_stand_on_the_line_of_their_text(realistic: Path) -> None:
    """Also those of sentences with blanks, the lines of which are as high as writing rules."""
    seen = 0
    for page in pages_of(realistic)[2:]:
        text = [c["bottom"] - 0.335 * 11 for c in page.chars if round(c["size"]) == 11]
        for number in page.extract_words(extra_attrs=["size"]):
            is_number = re.fullmatch(r"\d+\.\d+", number["text"]) and round(number["size"]) == 9
            if text and is_number and number["x0"] < 40 * MM:
                baseline = number["bottom"] - 0.273 * 9
                assert min(abs(baseline - each) for each in text) < 0.1, number["text"]
                seen += 1
    assert seen > 50


IN_COLUMNS = {
    "A4": ("realistic-a4", 9, (3, 2)),
    "letter": pytest.param("realistic-letter", 9, (3, 2), marks=pytest.mark.torture),
    "large print": ("large", 16, (2, 1)),
    "the key alone": ("only-key", 9, (3, 2)),
}


def _stands_below(char: dict[str, float], image: dict[str, float]) -> bool:
    """Whether it comes after a picture in its column: those are as tall as they are."""
    return abs(char["x0"] - image["x0"]) < image["width"] and char["top"] > image["top"]


@rows(("name", "size", "columns"), IN_COLUMNS.values(), ids=IN_COLUMNS)
def test_lines_of_columns_stand_side_by_side(
    name: str, size: int, columns: tuple[int, int], a_print: Print
) -> None:
    """Those of the index, whatever stands between them and however close they are; of the key, whose answers are half a line apart, by half lines."""
    path, seen = a_print(name), 0
    places = destinations(path)
    for page in pages_of(path)[places.get("index", 1) - 1 :]:
        count = columns[page.page_number >= places.get("key", 1)]
        opening = min((c["bottom"] for c in page.chars if c["size"] > 20), default=0)
        text = [
            (c["x0"], round(c["matrix"][5], 2))
            for c in page.chars
            if c["fontname"].endswith("-Serif") and round(c["size"]) == size
            if c["top"] > opening and not any(map(partial(_stands_below, c), page.images))
        ]
        if not text or count == 1:
            continue
        middle = min(x for x, _ in text) + (150 * MM + 17) / count - 1
        first = sorted({y for x, y in text if x < middle})
        others = {y for x, y in text if x > middle}
        if len(first) < 4:
            continue
        leading, _ = Counter(round(two - one, 1) for one, two in pairwise(first)).most_common(1)[0]
        leading = mean(two - one for one, two in pairwise(first) if abs(two - one - leading) < 0.2)
        step = leading / (2 if page.page_number >= places.get("key", 1) else 1)
        for line in [*first, *others]:
            apart = (line - first[0] + step / 2) % step - step / 2
            assert abs(apart) < 0.3, (page.page_number, line)
        seen += len(others)
    assert seen > 10


def test_gaps_of_a_page_differ_by_half_a_line(realistic: Path) -> None:
    """From what can be seen of an item, its text, last rule or boxes, to the next."""
    seen = 0
    for page in pages_of(realistic)[2 : destinations(realistic)["key"] - 1]:
        words = page.extract_words(extra_attrs=["size"])
        tops = [
            word["top"]
            for word in words
            if re.fullmatch(r"\d+\.\d+", word["text"]) and word["x0"] < 40 * MM
        ]
        ink = [word["bottom"] - 0.335 * 11 for word in words if round(word["size"]) == 11]
        ink += [line["top"] for line in page.lines] + [box["bottom"] for box in page.rects]
        notes = [w for w in words if round(w["size"]) == 9 and 60 * MM < w["x0"] < 150 * MM]
        others = [*headings(page), *page.images, *notes]  # which have other lines, or none
        alike: list[list[float]] = [[]]  # a list is not spread as far as what is written in
        for above, below in pairwise(tops):
            if any(above < other["top"] < below for other in others):
                alike.append([])
            else:
                alike[-1].append(below - max(each for each in ink if above < each < below))
        for gaps in alike:
            if len(gaps) > 1:
                assert max(gaps) - min(gaps) < (8 / 3 + 0.2) * MM, page.page_number
                seen += 1
    assert seen > 5


def test_large_print_is_large(a_print: Print) -> None:
    path = a_print("large")
    least = min(c["size"] for page in pages_of(path) for c in page.chars)
    assert least == pytest.approx(16, abs=0.01)


WEIGHTS = {
    "usual": (Layout(), {0.36, 0.6}),
    "large print": (Layout(is_large=True), {0.75, 1.0}),
}


@rows(("layout", "weights"), WEIGHTS.values(), ids=WEIGHTS)
def test_blanks_are_rules_of_one_weight_and_are_read_as_blanks(
    tmp_path: Path, layout: Layout, weights: set[float]
) -> None:
    """Their underscores are in the text, and not painted."""
    told = "The {{c1::moon}} pulls the {{c2::sea}}, and what is wide is {{c3::" + "x" * 60 + "}}."
    made = small_guide(entry("cloze", "c", told), entry("question", "q", "Why?", "so"))
    write_guide(made, BUNDLED, layout, tmp_path / "guide.pdf")
    page = pages_of(tmp_path / "guide.pdf")[destinations(tmp_path / "guide.pdf")["item-1.2"] - 1]
    rules = [line for line in page.lines if line["height"] == 0]
    assert {round(line["linewidth"], 2) for line in rules} == weights
    shown = groupby(page.chars, key=lambda each: each["text"] == "_" and round(each["bottom"]))
    blank = [[*run] for is_blank, run in shown if is_blank]
    assert len(blank) > 3
    for first, *_, last in blank:
        assert [
            line
            for line in rules
            if abs(line["x0"] - first["x0"]) < 1
            and abs(line["x1"] - last["x1"]) < 2
            and 0 < first["bottom"] - line["bottom"] < 5
        ]
    with pikepdf.open(tmp_path / "guide.pdf") as pdf:
        assert pdf.pages[page.page_number - 1].Contents.read_bytes().count(b"3 Tr") >= 3


def test_large_print_asks_above_its_rules(a_print: Print) -> None:
    pages = pages_of(a_print("large"))
    for page in pages:
        for word in page.extract_words():
            below = (line for line in page.lines if 0 < line["top"] - word["bottom"] < 13 * MM)
            rules = [line for line in below if line["top"] - word["bottom"] > 8 * MM]
            if word["text"] == "have?":  # of "How many wheels did Woodbridge have?"
                assert [line for line in rules if line["width"] > 125 * MM]
    words = [word for page in pages for word in page.extract_words(extra_attrs=["size"])]
    assert {round(word["size"]) for word in words if word["text"] == "clapper,"} == {16}


def test_there_is_room_to_think(realistic: Path) -> None:
    """Each question for discussion has eight rules at least, and as many as the next; own words have 6 to 24."""
    places = destinations(realistic)
    page = pages_of(realistic)[places["discussion"] - 1]
    tops = [word["top"] for word in page.extract_words() if word["text"] in ("What", "Would")]
    ends = [*tops[1:], page.height]
    wide = [line["top"] for line in page.lines if line["width"] > 125 * MM]
    counts = [
        sum(top < line < end for line in wide)
        for top, end in zip(tops[-2:], ends[-2:], strict=True)
    ]
    assert min(counts) >= 8
    assert max(counts) - min(counts) <= 1
    for page in pages_of(realistic)[: places["timeline"] - 1]:
        for word in page.extract_words():
            if word["text"] == "words" and word["x0"] < 80 * MM:
                below = [line for line in page.lines if line["width"] > 125 * MM]
                assert 6 <= sum(line["top"] > word["bottom"] for line in below) <= 24


def test_a_section_opens_with_an_item_below(realistic: Path) -> None:
    places = destinations(realistic)
    for number in range(1, 8):
        assert places[f"section-{number}"] == places[f"item-{number}.1"]


def test_lines_of_the_key_stand_on_one_grid(realistic: Path) -> None:
    """Numbers of answers are a whole number of half lines of 2 mm apart, in either column, where no picture comes between."""
    numbered = re.compile(r"\d\.\d+")
    page = pages_of(realistic)[destinations(realistic)["key"]]
    words = page.extract_words(extra_attrs=["size"])
    at = [word["top"] for word in words if numbered.fullmatch(word["text"]) and word["size"] > 8.5]
    lines = [(top - at[0]) / (2 * MM) for top in at]
    assert len(at) >= 10
    assert [line for line in lines if abs(line - round(line)) > 0.01] == []


def test_two_answers_stand_below_a_heading_of_the_key(realistic: Path) -> None:
    places = destinations(realistic)
    for number in range(1, 8):
        at = [
            (places[f"key-{each}"], word["x0"])
            for each in (f"{number}.8", f"{number}.9")
            for word in pages_of(realistic)[places[f"key-{each}"] - 1].extract_words()
            if word["text"] == each
        ]
        assert len(at) == 2
        assert at[0][0] == at[1][0]
        assert abs(at[0][1] - at[1][1]) < 10


def test_white_is_not_stretched_far_before_headings(realistic: Path) -> None:
    for page in pages_of(realistic)[4 : destinations(realistic)["timeline"] - 1]:
        ink = [*page.lines, *page.chars]
        for heading in headings(page):
            above = [each["bottom"] for each in ink if each["bottom"] < heading["top"] - 4 * MM]
            inside = [bottom for bottom in above if bottom > 25 * MM]
            if inside and heading["x0"] < 40 * MM:
                assert (
                    heading["top"] - max(inside) < 29 * MM
                )  # five lines of the grid and a half at most


def test_no_heading_is_stranded(realistic: Path) -> None:
    for page in pages_of(realistic):
        words = [word for word in page.extract_words() if word["bottom"] < page.height - 30 * MM]
        for heading in headings(page):
            below = [word for word in words if word["top"] > heading["bottom"]]
            assert below
            near = min(word["top"] for word in below) - heading["bottom"] < 12 * MM
            assert near or heading["text"] in ("In", "my", "own", "words")  # which has lines below


def test_running_heads_and_folios_stand_outside(realistic: Path) -> None:
    for number, page in enumerate(pages_of(realistic)[2:], start=3):
        if not page.chars:
            continue
        head = page.crop((0, 0, page.width, 26 * MM)).extract_words()
        folio = page.crop((0, page.height - 31 * MM, page.width, page.height)).extract_words()
        folio = [word for word in folio if not 60 * MM < word["x0"] < 150 * MM]
        assert [word["text"] for word in folio] == [str(number)]
        assert head
        inside = page.width - 40 * MM if number % 2 == 0 else 40 * MM
        assert all((word["x0"] < inside) == (number % 2 == 0) for word in folio)
        if number >= destinations(realistic)["key"]:
            told = re.findall(r"(?m)^(\d+\.\d+)\b", texts_of(realistic)[number - 1])
            at = f"{told[0]}–{told[-1]}"
            is_first = number == destinations(realistic)["key"]
            name = "The Mills that Ran on the Moon" if is_first else "Answer key (continued)"
            assert " ".join(word["text"] for word in head) == f"{name} {at}"


def test_a_page_on_which_no_section_opens_names_its_own(realistic: Path) -> None:
    """It does so on either side. Each section opens at the top of a page, and the head there is the title of the whole."""
    places = destinations(realistic)
    opens = {places[f"section-{number}"]: number for number in range(1, 8)}
    for number in range(places["section-1"], places["timeline"]):
        head = pages_of(realistic)[number - 1].crop((0, 0, 210 * MM, 26 * MM)).extract_words()
        if number in opens:
            assert " ".join(word["text"] for word in head) == realistic_guide().title
        else:
            assert head[0]["text"] == str(max(opens[page] for page in opens if page <= number))


LONG = "The southern hammer beside a plain salmon and the southern kettle beside a wooden marble"
HEADS: dict[str, tuple[str, bool, float, str]] = {
    "whole": (LONG, False, 0, LONG),
    "whole in large print": (LONG[:41], True, 0, LONG[:41]),
    "ends with no word that leads on": (LONG, True, 0, f"{LONG[:41]}…"),
    "beside the range of a key": (LONG, True, 8, f"{LONG[:34]}…"),
    "no comma before the sign": (
        "The mills, the weirs, the dams, the ferries, the wells, quarries, and all",
        True,
        0,
        "The mills, the weirs, the dams, the ferries, the wells…",
    ),
    "wide letters": (
        "ДЕСЯТЬ ЖЕЛЕЗНЫХ МОСТОВ ДОЛГОРУКОГО И ЩЕРБАКОВА НА ВОЛГЕ",
        True,
        0,
        "ДЕСЯТЬ ЖЕЛЕЗНЫХ МОСТОВ ДОЛГОРУКОГО И…",
    ),
    "a long one, as much were empty": (
        "5 Of the Fifth Republic and of All the Others Which the Traveller Meant to Visit",
        True,
        0,
        "5 Of the Fifth Republic and of All the Others Which…",
    ),
    "no word cut that is not the first": (f"8\u2002The {'Meerwasser' * 8}", True, 0, "8\u2002The…"),
    "one long word": (f"8\u2002{'Meerwasser' * 8}", True, 0, f"8\u2002{'Meerwasser' * 4}Meerwas…"),
}


@rows(("title", "is_large", "beside", "expected"), HEADS.values(), ids=HEADS)
def test_a_running_head_is_one_line_and_ends_at_a_word(
    title: str, is_large: bool, beside: float, expected: str
) -> None:
    layout = Layout(is_large=is_large)
    head = head_of(title, "en", layout, has_own_faces=False, beside=beside)
    assert head == expected
    assert (width_of(head, SANS_REGULAR) + beside) * (16 if is_large else 8) / 72 * 25.4 < 150
    assert len(head_of(title, "en", layout, has_own_faces=True, beside=beside)) <= len(head)


@rows(
    ("numbers", "widest"),
    [(["1.7", "2.8", "3.10", "3.9"], "\u20031.7–3.10"), (["1.7"], "\u20031.7–1.7"), ([], "")],
    ids=["several", "one", "none"],
)
def test_beside_a_head_is_as_much_free_as_the_range_of_a_key_takes(
    numbers: list[str], widest: str
) -> None:
    assert beside_range(numbers) == pytest.approx(width_of(widest, SANS_REGULAR))


def test_ruler_is_50_mm_long(realistic: Path) -> None:
    widths = [line["width"] for line in pages_of(realistic)[1].lines if line["width"]]
    assert any(width == pytest.approx(50 * MM, abs=0.05) for width in widths)


def test_pictures_have_their_alternative_text(realistic: Path) -> None:
    assert "The same dam, as a plate" in figures(realistic)


WIDE, TALL = (1600, 600), (600, 800)
SHAPES = {
    "wide, usual print": (WIDE, Layout(), (150, 56), (60, 22)),
    "wide, large print": (WIDE, Layout(is_large=True), (90, 240), (130, 49)),
    "tall, large print": pytest.param(
        TALL, Layout(is_large=True), (112, 150), (60, 80), marks=pytest.mark.torture
    ),
}


@pytest.mark.parametrize(("shape", "layout", "whole", "own"), SHAPES.values(), ids=SHAPES)
def test_pictures_are_larger_in_large_print(
    tmp_path: Path,
    shape: tuple[int, int],
    layout: Layout,
    whole: tuple[int, int],
    own: tuple[int, int],
) -> None:
    """One of the whole lies on its side where that makes it larger; one of an item has a row of its own."""
    Picture.new("L", shape, 200).save(tmp_path / "dam.png")
    digest = hashlib.sha256((tmp_path / "dam.png").read_bytes()).hexdigest()
    image = Image(tmp_path / "dam.png", "A dam", digest)
    shown = entry("term", "dam", "dam", "what keeps the sea out", image=image)
    made = small_guide(shown, introduction="It is about dams.", plates=(Plate(image, "A dam."),))
    write_guide(made, BUNDLED, layout, tmp_path / "guide.pdf")
    drawn = [
        (round(each["width"] / MM), round(each["height"] / MM))
        for page in pages_of(tmp_path / "guide.pdf")
        for each in page.images
    ]
    assert drawn == [pytest.approx(whole, abs=2), pytest.approx(own, abs=2)]
    before = (
        {3, 4, 5} if layout.is_large else {3, 4}
    )  # usual print needs no page for its introduction
    assert before <= empty_below(tmp_path / "guide.pdf").keys()  # which is on the left of it
    assert not layout.is_large or destinations(tmp_path / "guide.pdf")["introduction"] == 4


def test_rules_below_a_picture_are_as_far_apart(tmp_path: Path) -> None:
    """The first has as much room to write in as the others; in large print they stand below what is asked."""
    asked = entry(
        "question", "dam", "What is it?", *("a dam", "a wall"), asked_picture=picture(tmp_path)
    )
    print_before_key(small_guide(asked), BUNDLED, Layout(is_large=True), tmp_path / "guide.pdf")
    page = next(page for page in pages_of(tmp_path / "guide.pdf") if page.images)
    foot = page.images[0]["bottom"]
    rules = [line["top"] for line in page.lines if line["width"] > 125 * MM]
    below = sorted(each for each in rules if each > foot)[:2]
    assert [(each - foot) / MM for each in below] == pytest.approx([12, 24], abs=0.2)


def test_hostile_text_is_text(a_print: Print) -> None:
    text, shown = (
        re.sub(r"\s", "", each) for each in (text_of(a_print("hostile")), curled(HOSTILE))
    )
    assert text.count(shown) == 22
    assert text.count(shown + "{{7*7}}") == 19


def test_a_language_cannot_leave_its_attribute() -> None:
    page = guide_page(small_guide(*ONE.entries, language='en"><b>'), BUNDLED, Layout())
    assert "<b>" not in page.split("<body ")[0]


def pages_told(entry: IndexEntry) -> list[str]:
    return [at.first if at.first == at.last else f"{at.first}–{at.last}" for at in entry.pages]


def answers_told(entry: IndexEntry) -> list[str]:
    return [at.first if at.first == at.last else f"{at.first}–{at.last}" for at in entry.answers]


def test_a_sheet_covers_inline_answers(a_print: Print) -> None:
    """The words of sentences, too, stand in the column of the answers to questions, and nowhere before it."""
    words = [
        (word["text"], word["x0"] / MM)
        for page in pages_of(a_print("inline"))
        for word in page.extract_words()
    ]
    covered = [x for text, x in words if text in ("gates;", "moon")]  # "two sea gates", "the moon"
    assert len(covered) == 2 * 3
    assert min(covered) > 98
    assert not [
        text for text, _ in words if text.startswith(("gates", "moon”")) and text != "gates;"
    ]


def test_the_index_names_the_pages_of_every_mention(a_print: Print, tmp_path: Path) -> None:
    path = a_print("realistic-a4")
    pages, made = destinations(path), whole_guide(picture(tmp_path))
    index = {each.heading: each for each in entries_of(made, Layout(), pages)}
    assert {"Woodbridge", "Eling pond", "Bréhat", "North, Ada"} & index.keys()
    told = [(each.first, each.anchor, each.is_main) for each in index["Eling pond"].pages]
    assert told == [(str(pages["item-2.1"]), "item-2.1", True)]
    text = text_of(path, pages["index"], pages["key"] - 1)
    for each in index.values():
        assert curled(each.heading) in text
        assert len(each.pages) + len(each.answers) <= 20
        assert all(told in text for told in (*pages_told(each), *answers_told(each)))
    lines = [
        line
        for at in range(pages["index"], pages["key"])
        for line in pages_of(path)[at - 1].extract_text().splitlines()
    ]
    assert [line for line in lines if line.startswith("–") or line.endswith("–")] == []


def test_dates_open_the_index_in_the_order_of_time() -> None:
    dates = [
        "1066",
        "10 February 1770",
        "20 July 2007",
        "Feb. 26, 2020",
        "9 February 2020",
        "3 January 2024",
    ]
    others = ["Abermule", "Easter 1916", "Worcester"]
    asked = [entry("date", f"d{n}", date, "it") for n, date in enumerate(sorted(dates))]
    told = [entry("term", f"t{n}", name, "it") for n, name in enumerate(others)]
    made = small_guide(*asked, *told)
    index = entries_of(made, Layout(), {f"item-1.{n}": 1 for n in range(10)})
    assert [each.heading for each in index] == [*dates[:3], dates[4], dates[3], dates[5], *others]
    assert [each.opens for each in index] == ["", "", "", "", "", "", "A", "E", "W"]


# Guides of other shapes


def test_one_item_makes_a_whole_guide(a_print: Print) -> None:
    path = a_print("one-item")  # its key is above rules for notes
    assert len(pages_of(path)) == 4
    assert "1 item, checked against a text" in text_of(path, 2, 2)
    assert "1 The only section It has little to say. Review questions" in text_of(path, 3, 3)
    assert "1.1 What is the only question?" in text_of(path, 3, 3)
    assert "1.1 40" not in text_of(path, 1, 3)
    assert "1.1 40 §1 ¶1" in text_of(path, 4, 4)


EMPTY = {
    "terms-only": (
        small_guide(entry("term", "t", "pond", "a basin")),
        ["People", "Dates", "Review", "Fill"],
    ),
    "sentences-only": (
        small_guide(entry("cloze", "c", "The {{c1::moon}}.")),
        ["Key terms", "People", "Dates", "Review questions"],
    ),
    "all-withdrawn": (
        small_guide(entry("term", "t", "pond", "a basin", retired="wrong")),
        ["The only section", "It has little to say", "Key terms"],
    ),
    "nothing": (guide(), ["Answer key"]),
}


@rows("name", EMPTY)
def test_empty_parts_leave_no_heading(name: str) -> None:
    made, absent = EMPTY[name]
    body = re.sub(
        "<style>.*?</style>|<section id=.howto.*?</section>",
        "",
        guide_page(made, BUNDLED, Layout()),
        flags=re.DOTALL,
    )
    assert [heading for heading in absent if heading in body] == []


def test_sentences_count_their_blanks_in_letters() -> None:
    many = "".join(f"{{{{c1::word{index}}}}} " for index in range(30))
    (section,) = printed_sections(small_guide(entry("cloze", "c", many)))
    labels = [blank.label for blank in section.exercises[0].blanks]
    assert labels[:2] + labels[24:29] == ["a", "b", "y", "z", "aa", "ab", "ac"]


MARKED = {
    "quoted": ("It “{{c1::fell}}” and {{c2::rose}}.", ["It ", "“", "” and ", "", "."]),
    "in brackets and quoted": ("It fell (“{{c1::low}}”) to {{c2::one}}.", ["It fell ", "(“", "”) to ", "", "."]),
    "German": ("Sie nannten es „{{c1::Ebbe}}“ und »{{c2::Flut}}«.", ["Sie nannten es ", "„", "“ und ", "»", "«."]),
    "Spanish": ("Dijo: {{c1::no}}. ¿{{c2::Sube}}?", ["Dijo: ", "", ". ", "¿", "?"]),
    "Hebrew": ('הם קראו לו "{{c1::גאות}}" או {{c2::שפל}}.', ["הם קראו לו ", "“", "” או ", "", "."]),
    "Japanese": ("彼は「{{c1::潮}}」と{{c2::月}}。", ["彼は", "「", "」と", "", "。"]),
    "not an apostrophe of a word": ("C’est l’{{c1::eau}} et {{c2::la lune}}.", ["C’est l’", "", " et ", "", "."]),
    "not a bracket of a word": ("The print({{c1::x}}) of {{c2::y}}.", ["The print(", "", ") of ", "", "."]),
    "not of a blank without a letter": ("It “{{c1::fell}}”.", ["It “", "", "”."]),
}  # fmt: skip


@rows(("sentence", "parts"), MARKED.values(), ids=MARKED)
def test_the_letter_of_a_blank_stands_before_marks_that_open(
    sentence: str, parts: list[str]
) -> None:
    """It was no word of what is quoted: “(a) …”."""
    (section,) = printed_sections(small_guide(entry("cloze", "c", sentence)))
    told = section.exercises[0].printed
    assert [each if isinstance(each, str) else each.opens for each in told] == parts


LINES = {
    "number": (("40",), 1),
    "half a line": (("x" * 12,), 1),
    "more than half a line": (("x" * 13,), 2),
    "two lines": (("x" * 50,), 3),
    "three lines": (("x" * 51,), 4),
    "words": (("coal", "peat", "turf for the fire"), 3),
    "list": (("coal", "peat", "x" * 50), 5),
    "no more than a page": (("x" * 4000,), 20),
}


@rows(("answers", "lines"), LINES.values(), ids=LINES)
def test_room_to_write_fits_the_answer(answers: tuple[str, ...], lines: int) -> None:
    (section,) = printed_sections(small_guide(entry("question", "q", "Why?", *answers)))
    assert section.exercises[0].lines(Layout()) == lines


SPARE = {
    "a number": (("40",), False),
    "words": (("x" * 13,), True),
    "a list of words": (("coal", "peat", "turf for the fire"), False),
    "a list of more": (("coal", "x" * 30), True),
    "what goes on overleaf": (("x" * 4000,), False),
}


@rows(("answers", "expected"), SPARE.values(), ids=SPARE)
def test_a_line_is_to_spare_in_large_print(answers: tuple[str, ...], *, expected: bool) -> None:
    (section,) = printed_sections(small_guide(entry("question", "q", "Why?", *answers)))
    assert section.exercises[0].has_spare(Layout(is_large=True)) is expected
    assert not section.exercises[0].has_spare(Layout())


CURLED = {
    "double": ('"Hi," she said.', "“Hi,” she said."),
    "nested": ("\"'No,' he said\"", "“‘No,’ he said”"),
    "apostrophes": ("the miners' strike, don't", "the miners’ strike, don’t"),
    "Dutch": ("Jan van 't Hoff, 's avonds 't", "Jan van ’t\u00a0Hoff, ’s\u00a0avonds ’t"),
    "decade": ("the '20s", "the ’20s"),
    "brackets-and-dashes": ('("a") — "b"', "(“a”)\u00a0— “b”"),
    "possessive-of-a-quotation": ('"Pravda"\'s', "“Pravda”’s"),
    "already-curly": ("“x”, ‘y’", "“x”, ‘y’"),
    "sections": ("(Sections 1, 3, and 4–5)", "(Sections\u00a01,\u00a03,\u00a0and\u00a04–5)"),
    "section": ("In section 12 it", "In section\u00a012 it"),
    "no-section": ("Sections of 3, dissections 1", "Sections of 3, dissections 1"),
    "signs": ("§ 4, §1 ¶4, ¶5, §7 •2", "§\u00a04, §1\u00a0¶4, ¶5, §7\u00a0•2"),
}


@rows(("straight", "curly"), CURLED.values(), ids=CURLED)
def test_quotes_are_curled(straight: str, curly: str) -> None:
    assert curled(straight) == curly


PARTS_OF_A_BOOK = {
    "de": "Abschnitt 3",
    "fr": "chapitres 1",
    "nl": "hoofdstuk 2",
    "ru": "главы 1",
    "he": "פרק 3",
}


@rows("language", PARTS_OF_A_BOOK)
def test_the_number_of_a_chapter_stays_with_it(language: str) -> None:
    told = PARTS_OF_A_BOOK[language]
    assert curled(f"({told} – 5)", language) == f"({told} –".replace(" ", "\u00a0") + " 5)"


CITED = {
    "one": ("§2 ¶4", "§2 ¶4"),
    "two": ("§2 ¶4, ¶5", "§2 ¶¶4–5"),
    "apart": ("§2 ¶1, ¶3, ¶4", "§2 ¶¶1,_3–4"),
    "page": ("§2 ¶4, ¶5, pp. 37, 38", "§2 ¶¶4–5, pp. 37, 38"),
    "entries": ("§2 •4, •5", "§2 •4,_•5"),
    "in the order of the text": ("§2 ¶5, ¶4, ¶6", "§2 ¶¶4–6"),
    "turned": ("§2 ¶2, ¶1", "§2 ¶¶1–2"),
    "of two digits": ("§12 ¶10, ¶9, ¶2", "§12 ¶¶2,_9–10"),
    "many entries": ("§2 •2, •3, •4, •5, •6", "§2 •2–6"),
    "entries, and a paragraph": ("§2 •1, •2, •3, ¶3", "§2 •1–3, ¶3"),
    "entries apart": ("§2 •1, •2, •4, •6, •7, •8", "§2 •1, •2, •4, •6–8"),
    "footnotes": ("§2 ¶1, †1, †2, †3", "§2 ¶1, †1–3"),
    "entries turned": ("§2 •5, •4, p. 3", "§2 •4,_•5, p. 3"),
    "of two kinds": ("§2 ¶9, •2, ¶8, •1", "§2 ¶¶8–9, •1,_•2"),
    "a paragraph and an entry": ("§2 ¶4, •1", "§2 ¶4, •1"),
    "more than a line": ("§2 ¶11, ¶9, ¶7, ¶5", "§2 ¶¶5, 7, 9, 11"),
    "a section": ("§2", "§2"),
}


@rows(("citation", "shown"), CITED.values(), ids=CITED)
def test_paragraphs_are_cited_together(citation: str, shown: str) -> None:
    assert cited(citation).replace("\u00a0", "_") == shown


@rows(
    ("asked", "ended"),
    [
        ("What does the statement say this is?", "What does the statement say this\u00a0is?"),
        ("What kind of movement was it entirely?", "What kind of movement was it entirely?"),
        ("Is <em>it</em> so?", "Is <em>it</em>\u00a0so?"),
        ("How are they paid within the class?", "How are they paid within the class?"),
        ("Who was “it”?", "Who was\u00a0“it”?"),
        ("Why?", "Why?"),
        ("Whose is the Donaudampfschifffahrt now?", "Whose is the Donaudampfschifffahrt now?"),
    ],
)
def test_no_short_word_ends_a_question_alone(asked: str, ended: str) -> None:
    assert Typesetter(Vocabulary()).ended(Markup(asked)) == ended


@rows(
    ("title", "lines"),
    [
        ("Soviet Miners Defy Gorbachev", ["Soviet Miners", "Defy Gorbachev"]),
        ("Tide Mills", ["Tide Mills"]),
        (
            "On the Origin of Species by Natural Selection",
            ["On the Origin of", "Species by", "Natural Selection"],
        ),
    ],
)
def test_lines_of_a_title_are_about_equally_long(title: str, lines: list[str]) -> None:
    width = balanced(title, SERIF_BOLD, 132 / 14.11)
    assert [*lines_of(title, SERIF_BOLD, width)] == lines


LED_TO = {
    "and": ("en", "The miller’s complaint and a call for help", "The miller’s complaint"),
    "of, the": ("en", "What became of the mills on the east coast", "What became of the mills"),
    "German": ("de", "Die Klage des Müllers und ein Ruf nach Hilfe", "Die Klage des Müllers"),
    "a long word": ("en", "To Donaudampfschifffahrtselektrizität it", "To"),
    "a very short line": (
        "fr",
        "Où l’on apprend comment les habitants de Saint-Aubin perdirent leur pont",
        "Où l’on apprend comment",
    ),
    "one line": ("en", "The oldest of the ponds", "The oldest of the ponds"),
    "no list": ("ja", "潮の満ち干で回る水車", "潮の満ち干で回る水車"),
}


@rows(("language", "title", "first"), LED_TO.values(), ids=LED_TO)
def test_no_line_of_a_heading_ends_with_a_word_that_leads_on(
    language: str, title: str, first: str
) -> None:
    text, width = heading_of(title, language, Layout(), has_own_faces=False)
    lines = lines_of(text.replace(JOINED, ""), SERIF_BOLD, width / (26 * 25.4 / 72))
    assert lines[0].replace("\u00a0", " ") == first


HYPHENED = {
    "a name": ("The bridge of Saint-Aubin", 20.0, "The bridge of Saint-_Aubin"),
    "two": ("Saint-Aubin-des-Marais – 10-15", 20.0, "Saint-_Aubin-_des-_Marais – 10-_15"),
    "longer than a line": ("The bridge of Saint-Aubin-des-Marais", 9.0, "The bridge of Saint-Aubin-des-Marais"),
    "a hyphen alone": ("Pre- and post - war -x", 20.0, "Pre- and post - war -x"),
    "none": ("The bridge", 20.0, "The bridge"),
}  # fmt: skip


@rows(("title", "wide", "joined"), HYPHENED.values(), ids=HYPHENED)
def test_a_name_in_a_title_is_not_parted_at_its_hyphen(
    title: str, wide: float, joined: str
) -> None:
    assert whole_words(title, SERIF_BOLD, wide).replace(JOINED, "_") == joined


FIFTH = "Of the Fifth Republic and of All the Others Which the Traveller Meant to Visit but Did Not"
LISTED = {
    "a line that were too short": (FIFTH, "Of the Fifth Republic and of All"),
    "one that is nearly full": ("The Mill and the Ferry of the Ancient Traveller", "The Mill and the Ferry"),
    "a dot": ("The mill · the reservoir · the harbour · the ferrymen", "The mill · the reservoir ·"),
    "a dash": ("The reservoir of Kestrel – the ferry of Old Harbour", "The reservoir of Kestrel –"),
    "one line": ("The mill · the ferry", "The mill · the ferry"),
    "no spaces": ("潮の満ち干で回る水車と池と水門について述べる長い長い章の題名である", None),
}  # fmt: skip


@rows(("title", "first"), LISTED.values(), ids=LISTED)
def test_a_line_of_contents_is_filled_and_begins_with_no_dot(title: str, first: str | None) -> None:
    """In large print: words that lead on went to the next line, and all they lead to, however short it left the one before."""
    text, width = listed_of(title, "en", Layout(is_large=True), has_own_faces=False)
    lines = lines_of(text, SERIF, width / (16 * 25.4 / 72))
    assert first in (None, lines[0].replace("\u00a0", " "))
    assert text.replace("\u00a0", " ") == title


ALONE = {
    "one word": ("The harbour and world navigation", ["The harbour", "and world navigation"]),
    "no better way": (
        "The oldest Elektrizitätenhauptwerk",
        ["The oldest", "Elektrizitätenhauptwerk"],
    ),
}


@rows(("title", "lines"), ALONE.values(), ids=ALONE)
def test_no_short_word_stands_alone_in_a_heading(title: str, lines: list[str]) -> None:
    text, width = heading_of(title, "en", Layout(is_large=True), has_own_faces=False)
    broken = lines_of(text, SERIF_BOLD, width / (30 * 25.4 / 72))
    assert [line.replace("\u00a0", " ") for line in broken] == lines


PARTED = {
    "at a syllable": ("en", "Antidisestablishmentarianism", "Antidisestablishmentari-anism"),
    "at a bracket": ("de", "4(hydroxyphenyl)propandiglycid", "4(hydroxyphenyl)-propandiglycid"),
    "kept together": ("en", "Overenthusiastic Commissioners", "Overenthusiastic Commissioners"),
    "fits": ("en", "The harbour", "The harbour"),
}


@rows(("language", "title", "parted"), PARTED.values(), ids=PARTED)
def test_words_longer_than_a_heading_are_parted(language: str, title: str, parted: str) -> None:
    text, _ = heading_of(title, language, Layout(is_large=True), has_own_faces=False)
    assert text.replace("\u00ad", "-").replace("\u200b", "|") == parted


def test_quotes_around_a_blank_are_curled() -> None:
    page = guide_page(small_guide(entry("cloze", "c", 'He said "{{c1::no}}".')), BUNDLED, Layout())
    assert "He said “<" in page
    assert ">”." in page


# What is refused


def test_weasyprint_has_nothing_to_complain_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_guide(hostile_guide(picture(tmp_path)), BUNDLED, Layout("letter"), tmp_path / "guide.pdf")
    assert caplog.messages == []


def test_a_deck_may_show_pictures_of_its_own(tmp_path: Path) -> None:
    templates = deck(tmp_path, "colophon.html", '<img src="dam.png" alt="The deck\'s own dam">')
    picture(tmp_path / "deck/templates/guide")
    write_guide(ONE, templates, Layout(), tmp_path / "guide.pdf")
    assert "The deck's own dam" in figures(tmp_path / "guide.pdf")


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "dam.png").write_text("no picture")
    digest = hashlib.sha256(b"no picture").hexdigest()
    image = Image(tmp_path / "dam.png", "A dam", digest)
    broken = small_guide(entry("question", "q", "What?", "That", image=image))
    with pytest.raises(StudyGuideError, match=r"Failed to load image at .*dam\.png"):
        write_guide(broken, BUNDLED, Layout(), tmp_path / "guide.pdf")


FAULTS = {
    "syntax": ("\n{% if %}", "Expected an expression"),
    "undefined": ("\n{{ guide.titel }}", "titel"),
    "undefined-name": ("\n{{ nothing }}", "'nothing' is undefined"),
    "missing-include": ("\n{% include 'guide/no-such.html' %}", "there is no template `guide/no-such.html`"),
    "outside-include": ("\n{% include '../../../etc/passwd' %}", "there is no template"),
    "python": ("\n{{ ''.__class__.__mro__ }}", "unsafe"),
    "file": ("\n{{ guide.entries[0].image.path.read_text() }}", "unsafe"),
    "other-file": ("\n{{ (guide.entries[0].image.path.parent / '/etc/passwd').read_text() }}", "unsafe"),
    "file-by-filter": ("\n{{ guide.entries | map(attribute='image.path.parent') | first }}", "unsafe"),
    "file-by-format": ("\n{{ '{0.parent}'.format(guide.entries[0].image.path) }}", "unsafe"),
    "division": ("\n{{ 1 / 0 }}", "division by zero"),
}  # fmt: skip


@rows(("template", "message"), FAULTS.values(), ids=FAULTS)
def test_a_template_fault_names_template_and_line(
    tmp_path: Path, template: str, message: str
) -> None:
    templates = deck(tmp_path, "colophon.html", template)
    made = small_guide(entry("question", "q", "What?", "That", image=picture(tmp_path)))
    with pytest.raises(StudyGuideError) as caught:
        guide_page(made, templates, Layout())
    assert re.search(r"guide/colophon\.html:2: ", str(caught.value))
    assert message in str(caught.value)


def test_the_page_of_nothing_is_a_fault(tmp_path: Path) -> None:
    templates = deck(tmp_path, "colophon.html", '<p data-to="#nowhere">p. {{ room }}</p>')
    with pytest.raises(StudyGuideError, match="#nowhere, which is on no page"):
        write_guide(
            small_guide(entry("term", "t", "a", "b")), templates, Layout(), tmp_path / "g.pdf"
        )


def test_an_own_template_may_have_notes(tmp_path: Path) -> None:
    note = "<style>em { float: footnote }</style><p>Made<em>in a mill</em></p>"
    templates, path = deck(tmp_path, "colophon.html", note), tmp_path / "guide.pdf"
    write_guide(small_guide(entry("term", "t", "a", "b")), templates, Layout(), path)
    assert "1. in a mill" in text_of(path)


GLYPHS = {
    "prompt": entry("question", "flag", "What is \ue000?", "that"),
    "answer": entry("question", "kanji", "What?", "\ue000"),
    "hint": entry("cloze", "hint", "A {{c1::b::\ue000}}."),
    "note": entry("term", "note", "a", "b", note="\ue000"),
    "withdrawn": entry("term", "gone", "\ue000", "b", retired="\ue000"),
}
"""Private characters are in no face, whatever the machine has."""


@rows("name", GLYPHS)
def test_a_character_without_a_glyph_gets_a_box(name: str, tmp_path: Path) -> None:
    boxed = boxed_in(with_faces(BUNDLED, small_guide(GLYPHS[name]), tmp_path))
    assert boxed == (set() if name == "withdrawn" else {"\ue000"})


def test_every_other_character_is_printed(tmp_path: Path) -> None:
    text = (
        "Прокопьевск Ωμέγα Łódź e\u0301 1\u202f000 thin\u2009sp non\u2011breaking ﬁ ½ → ✓ a\u200bb"
    )
    withdrawn = entry("term", "t", "☭", "漢", retired="no glyphs")
    made = small_guide(entry("question", "q", text, text), withdrawn)
    write_guide(made, BUNDLED, Layout(), tmp_path / "guide.pdf")
    printed = unicodedata.normalize("NFC", text_of(tmp_path / "guide.pdf"))
    assert "Прокопьевск Ωμέγα Łódź é 1" in printed
    assert "thin sp non-breaking" in printed.replace("\u2011", "-")  # one glyph has both
    assert page_validation.is_pdf_compliant(tmp_path / "guide.pdf", profile="ua1")


def test_no_face_of_the_machine_is_used(tmp_path: Path) -> None:
    markup = '<p style="font-family: DejaVu Sans, Liberation Serif, monospace">Wide</p>'
    write_guide(ONE, deck(tmp_path, "colophon.html", markup), Layout(), tmp_path / "guide.pdf")
    table = told_by("pdffonts", tmp_path / "guide.pdf").stdout
    assert not re.search("DejaVu|Liberation|Mono", table)


# Other machines

IMPORTS = str(ROOT)

WITHOUT_LIBRARY = """
import os
import pickle
import sys
import cssselect2, fontTools.ttLib, PIL.Image, pydyf, tinycss2, tinyhtml5
from pathlib import Path
from studyguide.errors import StudyGuideError
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.engine.styles.declarations import tabled
from studyguide.printing.press.fonts import SANS_REGULAR
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
one = pickle.load(sys.stdin.buffer)
real = tabled().dlopen
for missing in sys.argv[1:]:
    def dlopen(self, name, *flags):
        if missing in name:
            raise OSError("cannot load library " + name)
        return real(self, name, *flags)
    if child := os.fork():
        os.waitpid(child, 0)
        continue
    tabled().dlopen = dlopen
    try:
        write_guide(one, Templates.bundled(), Layout(), Path("guide.pdf"))
    except StudyGuideError as error:
        print(missing, error, flush=True)
    os._exit(0)
"""
LIBRARIES = ("pango-1", "pangoft2", "harfbuzz-subset", "gobject")


def test_a_missing_library_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each by itself, in a copy of a process that has not loaded any."""
    monkeypatch.setenv("PYTHONPATH", IMPORTS)
    monkeypatch.chdir(tmp_path)
    command = [sys.executable, "-c", WITHOUT_LIBRARY, *LIBRARIES]
    told = subprocess.run(command, input=pickle.dumps(ONE), capture_output=True, check=False)
    assert told.stderr == b""
    lines = told.stdout.decode().splitlines()
    assert len(lines) == len(LIBRARIES)
    for library, line in zip(LIBRARIES, lines, strict=True):
        assert line.startswith(f"{library} printing needs the Pango and HarfBuzz libraries")
        assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in line
