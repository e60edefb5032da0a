"""Two pages on a sheet, in the order in which a folded stack is read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Literal

import page as page_validation
import pikepdf
import pytest
from weasyprint.formatting_structure.boxes import LineBox

from studyguide.guide.guide import Plate
from studyguide.printing.binding.booklet import booklet
from studyguide.printing.binding.folding import (
    BookBlock,
    Closing,
    empty_before,
    empty_before_key,
    parts_told,
    saves_a_sheet,
    sides,
    told_of_parts,
)
from studyguide.printing.book.page import parts_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.boxes import boxes_in
from studyguide.printing.press.options import Layout, Paper
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from studyguide.workflows.order import Order
from tests.printing.book.test_stress import of_kind, pictured, section
from tests.printing.reading import entry, guide, pages_of, small_guide, text_of
from tests.table import rows


def in_order(parts: Sequence[int]) -> list[int]:
    """Fold parts each by itself, lay them on each other, and read their pages."""
    laid, read, at = [*sides(parts)], list[int](), 0
    for sheets in parts:
        part = laid[at : at + 2 * sheets]
        at += 2 * sheets
        fronts, backs = part[::2], part[1::2]
        for (_, right), (back_left, _) in zip(fronts, backs, strict=True):
            read += (right, back_left)
        for (left, _), (_, back_right) in zip(fronts[::-1], backs[::-1], strict=True):
            read += (back_right, left)
    return read


@rows("step", [1, 3, 7])
def test_a_folded_stack_is_read_in_order(step: int) -> None:
    """With as many pages as there may be, wherever its key and its sections begin; no part is too thick, and no sheet one too many."""
    for pages in (*range(1, 150), 4000):
        for key in (0, *range(2, pages, 5 if pages < 150 else 500)):
            parts = BookBlock(pages, key, range(1, pages, step)).parts
            assert in_order(parts) == [*range(-(-pages // 4) * 4)]
            assert 1 <= min(parts) <= max(parts) <= 16


PARTS = {
    "one page": (1, [1], ""),
    "as many as fold": (64, [16], ""),
    "one sheet more": (65, [9, 8], "17 sheets … fold and staple sheets 1-9 and 10-17 apart"),
    "an odd number": (83, [11, 10], "21 sheets … sheets 1-11 and 12-21 apart"),
    "two full ones": (128, [16, 16], "32 sheets … sheets 1-16 and 17-32 apart"),
    "three": (132, [11, 11, 11], "33 sheets … sheets 1-11, 12-22 and 23-33 apart"),
    "thousands": (4000, [16] * 55 + [15] * 8, "1000 sheets … and 986-1000 apart"),
}


@rows(("pages", "parts", "said"), PARTS.values(), ids=PARTS)
def test_a_booklet_too_thick_for_one_fold_is_folded_in_parts(
    pages: int, parts: list[int], said: str
) -> None:
    """No part has over a sheet more than another, and none adds one."""
    assert BookBlock(pages).parts == (*parts,)
    told = told_of_parts(parts)
    assert bool(told) == bool(said)
    assert all(part in told for part in said.split(" … "))


CUT = {
    "few sheets": ((64, 61, [17]), [16]),
    "a key on its own sheets": ((80, 69), [9, 8, 3]),
    "where a section begins": ((80, 69, [41, 50]), [10, 7, 3]),
    "the nearest to the middle": ((80, 69, [9, 33, 45]), [8, 9, 3]),
    "too thick before it": ((80, 69, [67, 69]), [9, 8, 3]),
    "in the middle of a sheet": ((80, 69, [38, 39, 40]), [9, 8, 3]),
    "a key in the middle of a sheet": ((80, 70), [10, 10]),
    "and a section": ((80, 70, [33]), [8, 12]),
    "a key before a last index": ((69, 65), [16, 2]),
    "a thick key": ((200, 61), [15, 12, 12, 11]),
}


@rows(("block", "parts"), CUT.values(), ids=CUT)
def test_parts_begin_with_the_key_and_with_sections(
    block: tuple[int, int, list[int]], parts: list[int]
) -> None:
    assert BookBlock(*block).parts == (*parts,)
    assert [each.page % 4 for each in parts_told(parts)] == [0] * len(parts)


BEFORE = {
    "one part": ([6, 17, 30], 50, 10, {}),
    "a page of a sheet": ([6, 14, 20, 26, 32, 40, 50], 67, 10, {32: 1}),
    "three": ([7, 15, 21, 27, 34, 42, 53], 73, 10, {34: 3}),
    "that which begins on a sheet, of two as near": ([34, 35, 37, 38], 73, 10, {}),
    "far from the middle": ([6, 60], 68, 10, {}),
    "two of three parts": ([1, 50, 99, 148], 160, 10, {50: 3, 99: 3}),
    "parts that are full": ([1, 50, 99, 148], 190, 10, {}),
    "no sections": ([], 400, 10, {}),
    "no key": ([33, 42], 80, 0, {42: 3}),
}


@rows(("openings", "pages", "key", "empty"), BEFORE.values(), ids=BEFORE)
def test_pages_stay_empty_for_parts_to_begin_with_sections(
    openings: list[int], pages: int, key: int, empty: dict[int, int]
) -> None:
    assert empty_before(openings, pages, key) == empty


@rows("apart", [9, 11, 14])
def test_each_part_has_whole_sections(apart: int) -> None:
    """Wherever they begin, where two parts have room for it; they differ by what a section takes at most."""
    for first in range(3, 9):
        for pages in (66, 75, 80, 88, 94, 100, 108):
            openings = [*range(first, pages, apart)]
            empty = empty_before(openings, pages, 9)
            assert all(0 < count <= 3 for count in empty.values())
            begun = [page + sum(empty.get(each, 0) for each in openings if each <= page) for page in openings]  # fmt: skip
            before = pages + sum(empty.values())
            key = before + -before % 4 + 1
            parts = parts_told(BookBlock(key + 9, key, begun).parts)
            assert {each.page + 1 for each in parts[1:]} <= {*begun, key}
            sheets = [each.last - each.first + 1 for each in parts[:-1]]
            assert max(sheets) - min(sheets) <= apart / 2


SPARED = {
    "pages to spare": ([6], Closing(11, 0, 3, indexed=1), False),
    "an index behind the key": ([6], Closing(13, 0, 3, indexed=1), False),
    "a sheet for a page": ([6], Closing(14, 0, 3, indexed=1), True),
    "a key of a page, and an index": ([6], Closing(11, 0, 1, indexed=1), False),
    "parts with room": ([6, 36], Closing(68, 0, 9, indexed=1), False),
    "a part that is full": ([6, 37], Closing(68, 0, 9, indexed=1), False),
    "a part with a page too many": ([6, 38], Closing(69, 0, 9, indexed=1), True),
    "no key": ([6], Closing(13, 0, 0, indexed=1), True),
}


@rows(("openings", "closing", "is_saved"), SPARED.values(), ids=SPARED)
def test_a_page_less_saves_a_sheet(
    openings: list[int], closing: Closing, *, is_saved: bool
) -> None:
    assert saves_a_sheet(openings, closing) == is_saved


ENDS = {
    "room behind it": (Closing(10, 0, 1, indexed=1), 0),
    "an empty page, and room behind it": (Closing(9, 1, 1, indexed=1), 1),
    "on the outside": (Closing(11, 0, 1, indexed=1), None),
    "on the outside, without an index": (Closing(11, 0, 1), 0),
    "an empty page before it that may stand behind it": (Closing(10, 1, 1), 0),
    "and an index": (Closing(10, 1, 1, indexed=1), 0),
    "an empty page would take a sheet": (Closing(11, 1, 1, indexed=1), None),
    "on a sheet more, on the right": (Closing(11, 1, 1), 1),
    "of two pages, on the outside": (Closing(22, 0, 2, indexed=2), None),
    "of two pages, on the outside, from a left page on": (Closing(10, 0, 2, indexed=1), None),
    "of two pages, on the outside, without an index": (Closing(22, 0, 2), 0),
    "of three pages, and room behind it": (Closing(20, 0, 3, indexed=1), 0),
    "of two pages, on the back of an index": (Closing(17, 1, 2, indexed=1), None),
    "of two pages, on the back of one of two pages": (Closing(17, 1, 2, indexed=2), 0),
    "of two pages, and room for an empty one before it": (Closing(15, 1, 2, indexed=1), 1),
    "parts, as it is": (Closing(68, 0, 9, indexed=1), 0),
    "parts, with pages before it": (Closing(66, 0, 11, indexed=1), 2),
    "parts, for a sheet more": (Closing(66, 0, 9, indexed=1), 2),
    "no parts": (Closing(50, 0, 9, indexed=1), 0),
    "parts, on the outside": (Closing(68, 0, 4, indexed=1), 0),
}


@rows(("closing", "empty"), ENDS.values(), ids=ENDS)
def test_no_answers_are_on_the_outside(closing: Closing, empty: int | None) -> None:
    """A page behind the key is empty, if need be on a sheet more, or the index stands there."""
    assert empty_before_key(closing) == empty


def test_a_booklet_has_every_page_once(tmp_path: Path) -> None:
    made = small_guide(entry("question", "q", "Which moon?", "ours"), curator="Nora Vane")
    path = tmp_path / "booklet.pdf"
    layout = Layout(is_large=True, is_booklet=True)
    write_guide(made, Templates.of(Path("no-deck")), layout, path)
    first = path.read_bytes()
    with pikepdf.open(path) as pdf:
        assert [round(float(each)) for each in pdf.pages[0].MediaBox] == [0, 0, 842, 595]
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.Lang == "en"
        said = pdf.Root.Metadata.read_bytes()
        assert b"<rdf:li>Nora Vane</rdf:li>" in said
        assert b"<dc:source>" in said
        assert b'pdfaid:part="2"' in said
        assert b'pdfuaid:part="1"' in said
    assert text_of(path).count("Which moon?") == 1
    assert "50 mm" not in text_of(path).replace("\u00a0", " ")  # a ruler would be smaller
    write_guide(made, Templates.of(Path("no-deck")), layout, path)
    assert path.read_bytes() == first


CLAIMS = {"as it is": ("2a", False), "with a file": ("3a", True)}


@rows(("profile", "has_file"), CLAIMS.values(), ids=CLAIMS)
def test_sheets_comply_with_what_pages_comply_with(
    tmp_path: Path, profile: Literal["2a", "3a"], *, has_file: bool
) -> None:
    """All that is marked leads to the element that tells of it, which no validator asks of forms."""
    (attached := tmp_path / "deck.apkg").write_bytes(b"cards")
    layout = Layout(is_large=True, is_booklet=True, attached=attached if has_file else None)
    plate = Plate(pictured(tmp_path, 900, 500), "The coast.")
    made = small_guide(*of_kind("question", 4), *of_kind("term", 5), *of_kind("cloze", 2))
    made = replace(made, plates=(plate,))
    write_guide(made, Templates.of(Path("no-deck")), layout, path := tmp_path / "booklet.pdf")
    for each in (profile, "ua1"):
        assert page_validation.validate_pdf(path, profile=each).failures == []
    with pikepdf.open(path) as sheets:
        told = pikepdf.NumberTree(sheets.Root.StructTreeRoot.ParentTree)
        marked = [(one, each) for one in elements(sheets) for each in one.K if "/Stm" in each]
        assert len(marked) > 100
        for one, each in marked:
            assert told[int(each.Stm.StructParents)][each.MCID].objgen == one.objgen


FOLDS = {
    "one part": (1, ["in the middle"]),
    "parts": pytest.param(68, ["each part by itself"], marks=pytest.mark.torture),
}


@rows(("sections", "said"), FOLDS.values(), ids=FOLDS)
def test_the_imprint_says_how_sheets_are_folded(
    tmp_path: Path, sections: int, said: list[str]
) -> None:
    made = guide(*(section(n, *of_kind("question", 1, n)) for n in range(1, sections + 1)))
    path = tmp_path / "booklet.pdf"
    layout = Layout(is_large=True, is_booklet=True)
    _, parts = write_guide(made, Templates.of(Path("no-deck")), layout, path)
    assert (len(parts) > 1) == (sections > 1)
    assert re.findall(r"turned on the short edge; fold (.*?)\.", text_of(path)) == said
    assert page_with(path, parts, "Print on both sides, turned") == 2


@rows("language", sorted(each.stem for each in Path("templates/words").glob("*.yaml")))
def test_how_sheets_are_folded_is_a_line_in_every_language(language: str) -> None:
    """A second one would be near to the edge, which is cut."""
    none, layout = Path("no-deck"), Layout("letter", is_large=True, is_booklet=True)
    made = small_guide(language=language, vocabulary=Vocabulary.of(none, language))
    with open_press(resources_of(made, Templates.of(none)), "guide/parts.html", {}) as press:
        for parts in ((3,), (9, 9)):
            page = parts_page(made, Templates.of(none), layout, parts_told(parts))
            foot = press.laid_out(page).pages[0]._page_box.children[1:]
            lines = [box for each in foot for box in boxes_in(each) if isinstance(box, LineBox)]
            assert len(lines) == 1


def test_pages_of_a_guide_say_nothing_of_sheets(tmp_path: Path) -> None:
    for layout in (Layout(), Layout(is_large=True)):
        made = small_guide(entry("question", "q", "Which moon?", "ours"))
        write_guide(made, Templates.of(Path("no-deck")), layout, tmp_path / "guide.pdf")
        assert "fold" not in text_of(tmp_path / "guide.pdf")


def test_what_is_attached_stays_in_a_booklet(tmp_path: Path) -> None:
    (tmp_path / "deck.apkg").write_bytes(b"cards")
    made = small_guide(entry("question", "q", "Which moon?", "ours"))
    layout = Layout(is_booklet=True, attached=tmp_path / "deck.apkg")
    write_guide(made, Templates.of(Path("no-deck")), layout, tmp_path / "booklet.pdf")
    with pikepdf.open(tmp_path / "booklet.pdf") as pdf:
        assert pdf.attachments["deck.apkg"].get_file().read_bytes() == b"cards"


@rows(
    ("layout", "is_told"),
    [(Layout(), False), (Layout(is_form=True), True)],
    ids=["for a printer", "for a screen"],
)
def test_a_booklet_to_fill_in_on_a_screen_is_told(layout: Layout, is_told: bool) -> None:
    assert bool(Order(layout=layout, only="booklet").notes) == is_told


def test_tags_of_a_booklet_tell_in_which_form_of_a_sheet_things_stand(tmp_path: Path) -> None:
    path, pages = tmp_path / "booklet.pdf", tmp_path / "pages.pdf"
    made = small_guide(*of_kind("question", 4), *of_kind("term", 5))
    for each in (path, pages):
        layout = Layout(is_large=True, is_booklet=each == path)
        write_guide(made, Templates.of(Path("no-deck")), layout, each)
    with pikepdf.open(pages) as whole, pikepdf.open(path) as sheets:
        marked = [each for one in elements(whole) for each in one.K if isinstance(each, int)]
        told = [each for one in elements(sheets) for each in one.K if "/Stm" in each]
        assert len(told) > 0.8 * len(marked) > 100
        on = {page.objgen: {form.objgen for form in page.Resources.XObject.values()}
              for page in (each.obj for each in sheets.pages)}  # fmt: skip
        assert all(each.Stm.objgen in on[each.Pg.objgen] for each in told)
        assert all("/StructParents" in each.Stm for each in told)
        left = [each for one in elements(sheets) for each in one.K if "/Obj" in each]
        assert left == []
        assert not any(each.S == "/Link" for each in elements(sheets))
        in_order = [str(each.S) for each in elements(sheets) if each.S in ("/H1", "/H2")]
        assert in_order[0] == "/H1"


def test_the_outline_of_a_booklet_leads_to_its_sheets(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    made = small_guide(*of_kind("question", 4), *of_kind("term", 5))
    layout = Layout(is_large=True, is_booklet=True)
    write_guide(made, Templates.of(Path("no-deck")), layout, path)
    sheets = pages_of(path)
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 3
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        led = [*_entries(outline.root)]
        assert len(led) > 3
        for each in led:
            page, _, x, y, _ = each.destination
            sheet, left, top = sheets[numbers[page.objgen]], float(x) - 9, 595 - float(y) - 9
            there = sheet.crop((left, top, left + 300, top + 60), strict=False).extract_text()
            assert all(word in there for word in each.title.split())


def _entries(items: Iterable[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for each in items:
        yield each
        yield from _entries(each.children)


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Give the elements of its structure that have any content."""
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary)
        and each.get("/Type") == "/StructElem"
        and each.get("/K")
    ]


def printed_pages(path: Path, parts: Sequence[int]) -> list[int]:
    """Give the pages, from 1, of a booklet of such parts on which anything stands."""
    found = list[int]()
    for sheet, numbers in zip(pages_of(path), sides(parts), strict=True):
        middle = sheet.width / 2
        marks = [each["x0"] for each in (*sheet.chars, *sheet.lines, *sheet.rects, *sheet.images)]
        left, right = any(x < middle for x in marks), any(x >= middle for x in marks)
        found += [
            number + 1 for number, is_there in zip(numbers, (left, right), strict=True) if is_there
        ]
    return sorted(found)


FILLED = {
    "one question": (1, False, False),
    "two pages": pytest.param(4, False, False, marks=pytest.mark.torture),
    "an index": pytest.param(4, True, False, marks=pytest.mark.torture),
    "a map and an index": (4, True, True),
}


@pytest.mark.parametrize(("questions", "has_index", "has_map"), FILLED.values(), ids=FILLED)
def test_pages_of_a_booklet_are_blank_only_at_its_end_or_before_its_key(
    tmp_path: Path, questions: int, *, has_index: bool, has_map: bool
) -> None:
    names = (
        ["Ada", "Bea", "Cleo", "Dora", "Edda", "Flora", "Gerda", "Hilda", "Ines"]
        if has_index
        else []
    )
    persons = (entry("person", name, f"{name} Tidewater", "a miller") for name in names)
    made = small_guide(*persons, *of_kind("question", questions))
    if has_map:
        plate = Plate(pictured(tmp_path, 900, 500), "The coast.")
        made = replace(made, introduction="It is about dams.", plates=(plate,))
    path = tmp_path / "booklet.pdf"
    pages, parts = write_guide(
        made, Templates.of(Path("no-deck")), Layout(is_large=True, is_booklet=True), path
    )
    blank = {*range(1, pages + 1)} - {*printed_pages(path, parts)}
    key = page_with(path, parts, "the answer to")
    assert blank in (set(), {key - 1})
    assert key < pages or pages % 4
    assert key % 2 == 1 or pages % 4 in (0, 3)
    assert not blank or pages % 4


LAST = {
    "on the outside, but for the index": (1, 7, 8, 8),
    "on the right, with pages behind it": pytest.param(4, 11, 10, 11, marks=pytest.mark.torture),
}


@rows(("sections", "key", "index", "pages"), LAST.values(), ids=LAST)
def test_a_key_stands_before_the_index_that_is_the_outside(
    tmp_path: Path, sections: int, key: int, index: int, pages: int
) -> None:
    """Contents list both in their order."""
    persons = [entry("person", name, f"{name} Tidewater", "a miller") for name in "ABCDEFGHI"]
    others = (section(number, *of_kind("question", 2, number)) for number in range(2, sections + 1))
    made = guide(section(1, *persons, *of_kind("question", 5)), *others)
    path = tmp_path / f"{sections}.pdf"
    halved = Layout(is_large=True, is_booklet=True)
    printed = write_guide(made, Templates.of(Path("no-deck")), halved, path)
    assert printed.pages == pages
    assert page_with(path, printed.parts, "the answer to") == key
    assert page_with(path, printed.parts, "Page numbers in bold") == index
    parts = sorted(((key, f"Answer key {key}"), (index, f"Index {index}")))
    assert " ".join(words for _, words in parts) in text_of(path)


@pytest.mark.torture
def test_each_part_says_on_its_outside_which_sheets_it_has(tmp_path: Path) -> None:
    """In small type, which is not read aloud: no element has it."""
    made = guide(*(section(number, *of_kind("question", 1, number)) for number in range(1, 69)))
    path = tmp_path / "booklet.pdf"
    _, parts = write_guide(
        made, Templates.of(Path("no-deck")), Layout(is_large=True, is_booklet=True), path
    )
    assert parts == (10, 9, 2)
    assert re.findall(r"part \d, sheets\s\d+–\d+", text_of(path)) == [
        "part 1, sheets 1–10",
        "part 2, sheets 11–19",
        "part 3, sheets 20–21",
    ]
    assert [page_with(path, parts, f"part {part}, sheets") for part in (1, 2, 3)] == [1, 41, 77]
    assert page_with(path, parts, "the answer to") == 77
    with pikepdf.open(path) as sheets:
        form = sheets.pages[0].Resources.XObject.P1
        marked = [*map(int, re.findall(rb"/MCID (\d+)", form.read_bytes()))]
        told = [each.MCID for each in read_aloud(sheets.Root.StructTreeRoot.K) if each.Stm == form]
    assert told == marked[:-1]


def read_aloud(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give what is marked on sheets in the order in which it is read aloud."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if "/Stm" in kid:
            yield kid
        elif "/K" in kid:
            yield from read_aloud(kid.K)


MAPS = {
    "as wide as the text": (900, 500),
    "as tall as the page": (500, 900),
    "turned": (1600, 700),
}


@pytest.mark.parametrize("size", MAPS.values(), ids=MAPS)
def test_a_map_in_a_booklet_is_seen_with_its_introduction(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    plate = Plate(pictured(tmp_path, *size), "The coast.")
    made = replace(small_guide(entry("term", "t", "pond", "water")), plates=(plate,))
    made = replace(made, introduction="It is about dams. " * 30)
    path = tmp_path / "booklet.pdf"
    _, parts = write_guide(
        made, Templates.of(Path("no-deck")), Layout(is_large=True, is_booklet=True), path
    )
    told, shown = page_with(path, parts, "about dams."), page_with(path, parts, "The coast.")
    assert told % 2 == 0
    assert shown - told in (0, 1)


def page_with(path: Path, parts: Sequence[int], words: str) -> int:
    """Give the page, from 1, of a booklet of such parts on which these words stand, in lines or turned."""
    for sheet, numbers in zip(pages_of(path), sides(parts), strict=True):
        halves = (0, sheet.width / 2), (sheet.width / 2, sheet.width)
        for number, (left, right) in zip(numbers, halves, strict=True):
            half = sheet.crop((left, 0, right, sheet.height))
            upright = "".join(each["text"] for each in half.chars)
            if "".join(words.split()) in "".join(upright.split()):
                return number + 1
    raise AssertionError(words)


CREEPS = {
    "one fold": ([3], [0, 0.28, 0.57]),
    "parts": ([9, 8], [0.28 * n for n in (*range(9), *range(8))]),
}


@rows(("parts", "creeps"), CREEPS.values(), ids=CREEPS)
def test_pages_of_inner_sheets_stand_nearer_to_the_fold(
    parts: list[int], creeps: list[float]
) -> None:
    """They do so in each part that is folded by itself."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(4 * sum(parts)):
            pdf.add_blank_page(page_size=(420, 595))
        pdf.save(made)
    with pikepdf.open(BytesIO(booklet(made.getvalue(), parts))) as sheets:
        drawn = [page.Contents.read_bytes().decode() for page in sheets.pages]
    lefts = [[float(line.split()[5]) for line in each.splitlines()] for each in drawn]
    shifts = [round(lefts[0][-1] - right, 2) for *_, right in lefts]
    assert shifts == pytest.approx([creep for creep in creeps for _ in range(2)], abs=0.05)


@rows("paper", ["a4", pytest.param("letter", marks=pytest.mark.torture)])
def test_rules_of_a_booklet_are_three_dots_of_a_printer_and_letters_those_of_usual_print(
    tmp_path: Path, paper: Paper
) -> None:
    """Rules of a timeline, too, and around boxes to tick at least; a tenth of a dot more or less is none. What accompanies the text was as large as that."""
    dates = [entry("date", year, year, "A dam is built.") for year in ("1170", "1300", "1650")]
    made = small_guide(*dates, *of_kind("question", 3), *of_kind("term", 3), *of_kind("cloze", 2))
    path = tmp_path / "booklet.pdf"
    layout = Layout(paper, is_large=True, is_booklet=True)
    write_guide(made, Templates.of(Path("no-deck")), layout, path)
    drawn = [each for page in pages_of(path) for each in (*page.lines, *page.curves, *page.rects)]
    thick = [round(each["linewidth"] * 600 / 72, 1) for each in drawn if each["stroke"]]
    assert min(thick) == 3
    assert thick.count(3) > 20
    letters = [char for page in pages_of(path) for char in page.chars]
    sizes = {round(char["size"], 1) for char in letters}
    assert sorted(sizes - {7.8})[:3] == [
        8.5,
        9,
        11.3 if paper == "a4" else 10.4,
    ]  # but how it is folded
    assert min(char["size"] for char in letters if "Serif" in char["fontname"]) > 8.9  # the key
    blanks = [found for page in pages_of(path) for found in page.search(r"\(a\)")]
    assert {"Serif" in found["chars"][0]["fontname"] for found in blanks} == {True}
