"""Where pages of a section begin: what is tried, and with a deck's own template."""

import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image as Picture

from studyguide.deck.item import Image
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Entry, Guide, GuideSection
from studyguide.printing.book import pdf
from studyguide.printing.book.page import Measured, guide_page
from studyguide.printing.book.pdf import _laid, write_guide
from studyguide.printing.filling import page_breaks
from studyguide.printing.filling.faults import against_a_hole, faults
from studyguide.printing.filling.laid_again import part_with
from studyguide.printing.filling.measured_page import Page, are_one_row
from studyguide.printing.filling.page_breaks import Breaks, better, joined
from studyguide.printing.filling.sections_on_pages import _OVERLEAF, Section, sections_of
from studyguide.printing.filling.smaller_pictures import less_of
from studyguide.printing.filling.units_on_page import units_of
from studyguide.printing.press.boxes import PIXELS
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from studyguide.templates import Templates
from tests.printing.reading import (
    destinations,
    destinations_before_key,
    empty_below,
    entry,
    guide,
    pages_of,
    print_before_key,
    text_of,
    texts_of,
)
from tests.table import rows

LARGE = Layout(is_large=True)
LARGE_LETTER = Layout(is_large=True, paper="letter")
LONG = "Where is it, and what did the millers of the coast do there at night"


def section(*entries: Entry) -> GuideSection:
    summary = (
        "It follows one mill through a working day, and shows what the miller owed to the moon."
    )
    return GuideSection(1, "What is left", summary, entries)


def asked(count: int) -> list[Entry]:
    return [entry("question", f"q{n}", f"{LONG} {n}", f"the answer to {n}") for n in range(count)]


def blanks(count: int) -> list[Entry]:
    texts = (f"{LONG} {{{{c1::number {n}}}}} of the {{{{c2::ponds}}}}." for n in range(count))
    return [entry("cloze", f"c{n}", text) for n, text in enumerate(texts)]


def listed(count: int) -> list[Entry]:
    return [entry("term", f"t{n}", f"thing {n}", f"what is told of it, {n}") for n in range(count)]


def pictured(folder: Path, tall: int = 600) -> Image:
    path = folder / "plan.png"
    Picture.new("L", (900, tall), 200).save(path)
    return Image(path, "a plan", hashlib.sha256(path.read_bytes()).hexdigest())


def test_what_is_too_full_with_a_row_more_is_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time would grow with the square of the rows; and no way is missed, as nothing fits again."""
    fits, of_page = dict[tuple[int, int], bool](), page_breaks._page
    missed = list[tuple[int, int]]()

    def told(known: Any, start: int, end: int) -> Any:
        found = of_page(known, start, end)
        fits[start, end] = found is not None
        if found is None:
            missed.extend((at, end) for at in range(start) if of_page(known, at, end))
        return found

    monkeypatch.setattr(page_breaks, "_page", told)
    entries = [*asked(7), *blanks(9)]
    entries[4] = replace(entries[4], asked_picture=pictured(tmp_path))
    made = guide(section(*entries))
    lay_out(made, LARGE, tmp_path)
    ends = [end for (_, end), is_held in fits.items() if not is_held]
    assert len(ends) > 3
    assert len(ends) == len({*ends})
    assert not missed


def least_room(section: Section, name: str) -> int:
    """Tell in how many half lines what stands from a start to the last but one fits."""
    names = [each.name for each in section.starts]
    start, end = names.index(name), len(names) - 2
    rooms = (section._replace(room=float(room)) for room in range(200))
    return next(int(each.room) for each in rooms if page_breaks._page(each, start, end))


HEADS = {
    "below questions": ([*asked(4), *blanks(6)], Layout(), 5),
    "below questions of large print, which are farther from it": (
        [*listed(1), *asked(1), *blanks(4)],
        LARGE,
        3,
    ),
}


@rows(("entries", "layout", "first"), HEADS.values(), ids=HEADS)
def test_a_heading_takes_as_much_wherever_it_was_laid_out(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    entries: list[Entry],
    layout: Layout,
    first: int,
) -> None:
    """At the top of a page it has no room above it, and so it is tried there; below others it has what parts it from these."""
    name = f"1.{first}"
    known, parted = layouts(monkeypatch), Breaks(frozenset([name]), saved=-1)
    monkeypatch.setattr(pdf, "better", lambda _: {"1": parted})
    lay_out(guide(section(*entries)), layout, tmp_path)
    below, on_top = (each for laid in known[:2] for each in sections_of(laid.filled))
    (head,) = (each.unit for each in below.starts if each.name == name)
    assert head not in below.parted
    assert head in on_top.parted
    assert least_room(below, name) == least_room(on_top, name) > 20
    assert least_room(below, "") == least_room(on_top, "")


NEARER = {
    "as many rows as half lines, up to a line": (Layout(), asked(3), 2, [["1.1"], ["1.1", "1.2"]]),
    "two in large print, where all are less than a line": (
        LARGE,
        asked(2),
        1,
        [["1.1"], ["1.1", "1.2"]],
    ),
    "no more than there are above the last": (Layout(), asked(1), 1, [["1.1"]]),
    "none of one": (Layout(), [], 1, []),
    "first the heading of own words, below sentences that end in words": (
        Layout(),
        [entry("cloze", f"c{n}", f"The {{{{c1::pond {n}}}}} fills. {LONG}.") for n in range(2)],
        0,
        [["own-1"], ["1.1", "own-1"], ["1.1", "1.2", "own-1"]],
    ),
    "not that of own words, below a blank": (Layout(), blanks(2), 0, [["1.1"], ["1.1", "1.2"]]),
}


@rows(("layout", "entries", "sentences", "nearer"), NEARER.values(), ids=NEARER)
def test_rows_are_laid_out_nearer_only_where_a_page_is_too_full_by_less(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    entries: list[Entry],
    sentences: int,
    nearer: list[list[str]],
) -> None:
    """Each saves half a line, and is moved back, so that no page is a whole line longer in large print."""
    known = layouts(monkeypatch)
    made = guide(section(*entries, *blanks(sentences)))
    lay_out(made, layout, tmp_path)
    (told,) = sections_of(known[0].filled)
    names = [each.name for each in told.starts]
    end = names.index("own-1") if sentences else len(names)
    rooms = (told._replace(room=float(room)) for room in range(200))
    pages = [page for each in rooms if (page := page_breaks._page(each, 0, end))]
    assert [list(page.way.nearer) for page in pages[: len(nearer) + 1]] == [*reversed(nearer), []]


def lay_out(made: Guide, layout: Layout, folder: Path) -> None:
    """Lay out the sections as they are printed, where no test looks at the print: that takes two thirds of the time."""
    templates = Templates.of(folder)
    with open_press(resources_of(made, templates), "guide/guide.html") as press:
        pdf.laid_on(press, made, templates, layout)


def layouts(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Keep what is laid out of the sections, and how it is filled."""
    known, laid = list[Any](), pdf._laid
    monkeypatch.setattr(pdf, "_laid", lambda *of: known.append(laid(*of)) or known[-1])
    return known


FIELDS, LARGE_FIELDS = Layout(is_form=True), Layout(is_large=True, is_form=True)
PARTED = {
    "rules": (Layout(), 17, 9, True),
    "rules that look well": (Layout(), 10, 9, False),
    "fields": pytest.param(FIELDS, 17, 9, True, marks=pytest.mark.torture),
    "fields that look well": pytest.param(FIELDS, 10, 9, False, marks=pytest.mark.torture),
    "fields in large print": pytest.param(LARGE_FIELDS, 16, 9, True, marks=pytest.mark.torture),
    "fields that fill the last page": pytest.param(
        LARGE_FIELDS, 15, 9, True, marks=pytest.mark.torture
    ),
}


@rows(("layout", "questions", "sentences", "is_anew"), PARTED.values(), ids=PARTED)
def test_pages_of_a_section_are_parted_anew_where_they_look_wrong(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    questions: int,
    sentences: int,
    is_anew: bool,
) -> None:
    """Whether one writes on rules or in fields; and it is better then, as it was thought."""
    known = layouts(monkeypatch)
    made = guide(section(*asked(questions), *blanks(sentences)))
    lay_out(made, layout, tmp_path)
    before, *anew = (faults(each.filled) for each in known)
    assert any(each < before for each in anew) == is_anew


TELLS = ' data-section="{{ section.number }}"'
OWN_WORDS, END, ROWS = (
    "{% if layout.has_boxes or layout.is_form and",
    "</section>\n{% endif %}\n",
    '{% for heading, kind in [("ask-term"',
)


def with_own_words_first(template: str) -> str:
    above, _, rest = template.partition(OWN_WORDS)
    own, end, below = rest.partition(END)
    return above.replace(ROWS, OWN_WORDS + own + end + ROWS) + below


OWN = {
    "as it comes with us": (str, True),
    "which tells no section": (lambda text: text.replace(TELLS, ""), False),
    "which tells another thing": pytest.param(
        lambda text: text.replace(TELLS, TELLS.replace("number", "title")),
        False,
        marks=pytest.mark.torture,
    ),
    "with rows below one's own words": pytest.param(
        with_own_words_first, False, marks=pytest.mark.torture
    ),
}


@pytest.mark.parametrize(("changed", "is_mended"), OWN.values(), ids=OWN)
def test_a_section_of_a_decks_own_template_is_printed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: Callable[[str], str],
    *,
    is_mended: bool,
) -> None:
    """Its pages are left as they are where it does not tell what it sums up, at the end."""
    found = list[dict[str, Breaks]]()
    monkeypatch.setattr(
        pdf, "better", lambda *of, **how: found.append(better(*of, **how)) or found[-1]
    )
    bundled = Templates.of(tmp_path).read("guide/section.html")
    own = tmp_path / "templates" / "guide"
    own.mkdir(parents=True)
    (own / "section.html").write_text(changed(bundled), encoding="utf-8")
    assert (changed(bundled) == bundled) == is_mended
    made = guide(section(*asked(4), *blanks(5)))
    write_guide(made, Templates.of(tmp_path), LARGE, tmp_path / "guide.pdf")
    assert [bool(each) for each in found] == [is_mended]
    words = text_of(tmp_path / "guide.pdf")
    assert all(f"{LONG} {n}" in words for n in range(4))


@rows("layout", [Layout(), LARGE], ids=["usual", "large"])
def test_boxes_of_the_last_row_of_a_page_are_whole(
    layout: Layout,
) -> None:
    """What is drawn behind a number ends with its cell: there, the cell has no room below."""
    dated = [entry("date", f"d{n}", f"18{n}0", "it sank") for n in range(4)]
    made, bundled = guide(section(*dated, *blanks(4))), Templates.bundled()
    ends = Measured(breaks=Breaks(ends=frozenset(["1.2", "1.6"])))
    with open_press(pdf.resources_of(made, bundled), "guide/guide.html") as press:
        laid = press.laid_out(guide_page(made, bundled, layout, ends))
        units = [unit for page in laid.pages for unit in units_of(page) if unit.number]
        assert [unit.number for unit in units] == [f"1.{n}" for n in range(1, 9)]
        for unit in units:
            assert unit.foot_of_boxes < unit.top + unit.height + 0.5, unit.number
        assert units[1].height < units[0].height - 5


@rows("layout", [LARGE, LARGE_LETTER], ids=["large", "large, on letter paper"])
def test_a_question_with_one_rule_is_no_taller_at_the_foot_than_its_boxes(layout: Layout) -> None:
    """It is tried as tall as that: taller, it went on to a page of its own, behind which the next one begins."""
    short = [entry("question", f"q{n}", f"Where is {n}?", "below the large weir") for n in range(3)]
    made, bundled = guide(section(*short)), Templates.bundled()
    ends = Measured(breaks=Breaks(ends=frozenset(["1.2"]), fewer=frozenset(["1.1", "1.2"])))
    with open_press(pdf.resources_of(made, bundled), "guide/guide.html") as press:
        pages = press.laid_out(guide_page(made, bundled, layout, ends)).pages
        first, last, *_ = (unit for page in pages for unit in units_of(page) if unit.number)
        assert [len(each.rules.children) for each in (first, last)] == [1, 1]
        foot = max(last.foot, last.foot_of_boxes) - last.top
        assert last.height == pytest.approx(foot, abs=0.5)
        assert last.height < first.height - 3


OPENED = {
    "usual summary": pytest.param(4, marks=pytest.mark.torture),
    "long summary": pytest.param(7, marks=pytest.mark.torture),
    "a page with room for one": 8,
}


@rows("sentences", OPENED.values(), ids=OPENED)
def test_a_question_alone_is_better_than_half_a_page_without_any(
    tmp_path: Path, sentences: int
) -> None:
    """A tall one, with its rules, may stand alone below its heading where a section opens."""
    path = tmp_path / "guide.pdf"
    long = [replace(each, answers=(LONG * 2,)) for each in asked(9)]
    opened = replace(section(*long), summary=f"{LONG}. " * sentences)
    print_before_key(guide(opened), Templates.of(tmp_path), LARGE_LETTER, path)
    opens = destinations(path)["section-1"]
    assert empty_below(path, [opens])[opens] < 60


APART = {
    "six": pytest.param(Layout(), 6, 2, 20, marks=pytest.mark.torture),
    "seven": (Layout(), 7, 2, 20),
    "in large print": pytest.param(LARGE, 4, 1, 33, marks=pytest.mark.torture),
    "more in large print": pytest.param(LARGE, 5, 0, 33, marks=pytest.mark.torture),
}


@rows(("layout", "terms", "longer", "most"), APART.values(), ids=APART)
def test_rows_of_a_list_are_not_spread_far(
    tmp_path: Path, layout: Layout, terms: int, longer: int, most: float
) -> None:
    """What stays empty is put before headings: a list whose rows are far apart does not look like one."""
    path = tmp_path / "guide.pdf"
    long = [replace(each, prompt=", ".join([each.prompt, *[LONG] * longer])) for each in asked(9)]
    print_before_key(guide(section(*listed(terms), *long)), Templates.of(tmp_path), layout, path)
    page = pages_of(path)[destinations(path)["section-1"] - 1]
    numbers = {f"1.{nth}" for nth in range(1, terms + 1)}
    tops = [each["top"] for each in page.extract_words() if each["text"] in numbers]
    gaps = [(two - one) / 72 * 25.4 for one, two in pairwise(tops)]
    assert gaps
    assert max(gaps) < most


TWO_ROWS = {
    "below a long summary": (Layout(), 2, 5, 3, True),
    "of a list": pytest.param(Layout(), 3, 5, 3, True, marks=pytest.mark.torture),
    "on a full page": pytest.param(Layout(), 4, 1, 3, True, marks=pytest.mark.torture),
    "of many": pytest.param(Layout(), 4, 7, 6, True, marks=pytest.mark.torture),
    "in large print": (LARGE, 1, 3, 5, True),
    "below a shorter summary": pytest.param(LARGE, 1, 4, 5, True, marks=pytest.mark.torture),
    "where every other way leaves more white": pytest.param(
        LARGE, 1, 5, 5, False, marks=pytest.mark.torture
    ),
    "rather than that a third is": pytest.param(LARGE, 2, 4, 6, False, marks=pytest.mark.torture),
    "one of one": (LARGE, 4, 3, 1, False),
}


@rows(("layout", "terms", "sentences", "questions", "are_two"), TWO_ROWS.values(), ids=TWO_ROWS)
def test_no_row_of_several_stands_alone(
    tmp_path: Path, layout: Layout, terms: int, sentences: int, questions: int, *, are_two: bool
) -> None:
    """Neither below its heading nor overleaf; lines to spare are taken for it."""
    long = [replace(each, answers=(LONG,)) for each in asked(questions)]
    opened = replace(section(*listed(terms), *long, *blanks(4)), summary=f"{LONG}. " * sentences)
    places = destinations_before_key(guide(opened), Templates.of(tmp_path), layout)
    pages = [places[f"item-1.{nth}"] for nth in range(terms + 1, terms + questions + 1)]
    alone = {pages.count(pages[0]), pages.count(pages[-1])}
    assert (1 not in alone) == are_two


def answered_at_length(count: int) -> list[Entry]:
    return [replace(each, answers=(LONG,)) for each in asked(count)]


def mended_alone() -> GuideSection:
    made = section(*listed(2), *answered_at_length(4), *blanks(4))
    return replace(made, summary=f"{LONG}. " * 5)


def a_page_less() -> GuideSection:
    return section(*listed(2), *answered_at_length(8))


def test_a_section_that_takes_as_many_pages_anew_is_laid_out_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others stay where they are, and folios go on."""
    known, path = layouts(monkeypatch), tmp_path / "guide.pdf"
    made = guide(section(*listed(2)), replace(mended_alone(), number=2))
    write_guide(made, Templates.of(tmp_path), Layout(), path)
    whole, part, *_ = known
    assert len(part.filled) == 2 < len(whole.filled)
    first = destinations(path)["section-2"]
    told = [page.extract_text().splitlines()[-1] for page in pages_of(path)[first - 1 : first + 1]]
    assert [str(first + nth) in each.split() for nth, each in enumerate(told)] == [True, True]


SAVED = {
    "by the second of three": pytest.param(
        [section(*listed(2)), a_page_less(), section(*asked(3))], 5, marks=pytest.mark.torture
    ),
    "by the third, behind one that stays as it is": pytest.param(
        [mended_alone(), section(*listed(2)), a_page_less(), section(*listed(2))],
        4,
        marks=pytest.mark.torture,
    ),
}


@rows(("sections", "first"), SAVED.values(), ids=SAVED)
def test_from_where_a_page_is_saved_all_is_laid_out_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sections: list[GuideSection], first: int
) -> None:
    """It stands as if all had been laid out again."""
    known = layouts(monkeypatch)
    made = guide(*(replace(each, number=nth) for nth, each in enumerate(sections, 1)))
    alone, again = tmp_path / "alone.pdf", tmp_path / "again.pdf"
    write_guide(made, Templates.of(tmp_path), Layout(), alone)
    whole, part, *more = known
    assert len(part.filled) == len(whole.filled) - 1 - (first - 1)
    assert not more
    with monkeypatch.context() as patched:
        patched.setattr(pdf, "part_with", lambda *_: None)
        write_guide(made, Templates.of(tmp_path), Layout(), again)
    assert len(known[-1].filled) == len(whole.filled) - 1
    one, two = ([page.extract_words() for page in pages_of(each)] for each in (alone, again))
    assert one == two


OWN_PAGE = {
    "with the last item": pytest.param(6, 1, False, marks=pytest.mark.torture),
    "as few as have room with it": pytest.param(8, 1, False, marks=pytest.mark.torture),
    "rather than half a page without any": pytest.param(3, 2, True, marks=pytest.mark.torture),
    "rather than a quarter": (4, 1, True),
}


@rows(("terms", "answer", "is_alone"), OWN_PAGE.values(), ids=OWN_PAGE)
def test_own_words_have_a_page_before_a_quarter_of_one_stays_empty(
    tmp_path: Path, terms: int, answer: int, is_alone: bool
) -> None:
    path = tmp_path / "guide.pdf"
    [one] = asked(1)
    opened = replace(section(*listed(terms), replace(one, answers=(LONG * answer,))), summary=LONG)
    print_before_key(guide(opened), Templates.of(tmp_path), LARGE, path)
    page = next(at for at, text in enumerate(texts_of(path), 1) if "In my own words" in text)
    assert (page != destinations(path)[f"item-1.{terms + 1}"]) == is_alone


OVERLEAF = {
    "where a third of the page would stay empty": (LARGE_LETTER, 7, 1, True),
    "not where all have room": (LARGE_LETTER, 2, 1, False),
    "not of fields": (replace(LARGE_LETTER, is_form=True), 7, 1, False),
    "not as usual": (Layout(), 7, 1, False),
    "not below a full page": (LARGE_LETTER, 7, 4, False),
}


@rows(("layout", "sentences", "terms", "is_over"), OVERLEAF.values(), ids=OVERLEAF)
def test_own_words_go_on_overleaf(
    tmp_path: Path, layout: Layout, sentences: int, terms: int, *, is_over: bool
) -> None:
    """They are named there again, as they are with them, and four rules at least stay with their heading; 72 to 82 mm stayed empty."""
    path = tmp_path / "guide.pdf"
    opened = replace(section(*listed(terms)), summary=f"{LONG}. " * sentences)
    print_before_key(guide(opened), Templates.of(tmp_path), layout, path)
    opens = destinations(path)["section-1"]
    own, *more = (page for page in pages_of(path)[opens - 1 :] if page.search("In my own words"))
    assert bool(more) == is_over
    for page in more:
        (again,) = page.search(r"In my own words \(continued\)")
        rule, *lines = sorted(page.lines, key=lambda line: line["top"])
        assert rule["top"] < again["top"] < lines[0]["top"]
        assert rule["x0"] == pytest.approx(again["x0"], abs=0.5)
        assert all(line["x0"] > rule["x0"] + 20 for line in lines)
        (below,) = own.search("In my own words")
        assert sum(line["top"] > below["bottom"] for line in own.lines) >= 4
        assert own.page_number == opens
        assert empty_below(path, [opens])[opens] < 30


SCORES = {
    "as usual": (Layout(), 1),
    "in large print": pytest.param(LARGE, 1, marks=pytest.mark.torture),
    "fields": (FIELDS, 1),
}


@rows(("layout", "lines"), SCORES.values(), ids=SCORES)
def test_scores_of_three_rounds_stand_side_by_side(
    tmp_path: Path, layout: Layout, lines: int
) -> None:
    path = tmp_path / "guide.pdf"
    print_before_key(guide(section(*asked(3))), Templates.of(tmp_path), layout, path)
    tops = {
        round(one["top"])
        for page in pages_of(path)
        for one, two in pairwise(page.extract_words())
        if one["text"] in ("First", "Second", "Third") and two["text"] in ("round", "Second")
    }
    assert len(tops) == lines


def long_sentence(blanks: int) -> Entry:
    parts = (f"the {{{{c{n}::old stones::a thing}}}} of the coast" for n in range(1, blanks + 1))
    return entry("cloze", "long", f"By night they took {', '.join(parts)}.")


def noted(letters: int) -> Entry:
    return replace(entry("term", "n", "a sluice", "a gate"), note="tidal " * (letters // 6))


TABLE = "\n".join(
    ("| year | ships |", "| --- | --- |", *(f"| {n} | {n} sank |" for n in range(30)))
)
INLINE, LARGE_INLINE = Layout(answers="inline"), Layout(answers="inline", is_large=True)
CUT = {
    "a sentence of many blanks, in large print": pytest.param(
        LARGE, long_sentence(8), True, marks=pytest.mark.torture
    ),
    "one of a few": (LARGE, long_sentence(3), False),
    "one of many on a usual page": (Layout(), long_sentence(8), False),
    "one of many more": pytest.param(Layout(), long_sentence(20), True, marks=pytest.mark.torture),
    "one with fields": pytest.param(
        LARGE_FIELDS, long_sentence(8), False, marks=pytest.mark.torture
    ),
    "a long note, in large print": (LARGE, noted(900), True),
    "one of some lines": pytest.param(LARGE, noted(250), False, marks=pytest.mark.torture),
    "a table beside its question": (INLINE, entry("question", "t", "What?", TABLE), True),
    "one below it": pytest.param(
        LARGE_INLINE, entry("question", "t", "What?", TABLE), True, marks=pytest.mark.torture
    ),
    "what is told in thirteen lines": (
        LARGE_INLINE,
        entry("question", "w", "What?", "tidal " * 75),
        True,
    ),
    "in eight": (LARGE_INLINE, entry("question", "w", "What?", "tidal " * 47), False),
    "one that is asked": (Layout(), entry("question", "t", "What?", TABLE), False),
    "a short answer beside": (INLINE, entry("question", "s", "What?", "the sea"), False),
}


@rows(("layout", "tall", "is_cut"), CUT.values(), ids=CUT)
def test_what_is_tall_is_cut_where_a_page_ends(
    tmp_path: Path, layout: Layout, tall: Entry, is_cut: bool
) -> None:
    """With two lines on each side, and its boxes on the first; kept whole, it left half a page white."""
    before = [
        replace(entry("term", f"t{n}", f"thing {n}", "told"), note="tidal " * 20) for n in range(9)
    ]
    if tall.kind != "term":
        before = asked(9) if tall.kind == "question" else blanks(9)
    made, bundled = guide(section(*before, tall)), Templates.of(tmp_path)
    page = guide_page(made, bundled, layout).partition("</head>")[2]
    assert page.count("parted") == is_cut
    assert page.count('class="boxes"') == (is_cut and layout.has_boxes)
    if is_cut:
        path = tmp_path / "guide.pdf"
        print_before_key(made, bundled, layout, path)
        opened = destinations(path)["section-1"]
        told = texts_of(path)
        behind = next(at for at, text in enumerate(told, 1) if at >= opened and "own words" in text)
        assert max(empty_below(path, range(opened, behind - 1)).values(), default=0) < 60


CUT_LAST = {"a quarter of a page": (64.0, False), "two fifths": (90.0, True)}


@rows(("white", "is_cut"), CUT_LAST.values(), ids=CUT_LAST)
def test_what_has_room_on_a_page_is_cut_last_of_all(white: float, *, is_cut: bool) -> None:
    """An item went overleaf rather than that 42 mm stayed empty."""
    assert (against_a_hole(white) > _OVERLEAF) is is_cut


LISTS = {
    "of nine, as 78 mm would be white": (LARGE, (2, 3, 9), "1.3"),
    "of nine, not as 54 mm would be": pytest.param(
        LARGE_LETTER, (3, 4, 9), "", marks=pytest.mark.torture
    ),
    "of ten, below others": pytest.param(LARGE, (10, 10, 10), "1.3", marks=pytest.mark.torture),
    "of seven": pytest.param(LARGE, (5, 5, 7), "", marks=pytest.mark.torture),
    "of nine, of which four have no room": pytest.param(
        LARGE, (5, 6, 9), "", marks=pytest.mark.torture
    ),
    "of nine in usual print": (Layout(), (3, 4, 9), ""),
}


@rows(("layout", "counts", "cut"), LISTS.values(), ids=LISTS)
def test_rules_of_a_list_go_on_overleaf_where_a_page_would_stay_empty(
    tmp_path: Path, layout: Layout, counts: tuple[int, ...], cut: str
) -> None:
    """Up to 114 mm were white before one that is about half a page."""
    path = tmp_path / "guide.pdf"
    lists = [
        entry("question", f"q{n}", f"Which stones are told of as {n}?", *map(str, range(100, 100 + count)))
        for n, count in enumerate(counts)
    ]  # fmt: skip
    print_before_key(guide(section(*lists, *blanks(2))), Templates.of(tmp_path), layout, path)
    texts = texts_of(path)
    numbers = [f"1.{n}" for n in range(1, len(counts) + 1)]
    assert [each for each in numbers if any(f"({each})" in text for text in texts)] == [
        *filter(None, [cut])
    ]
    opens = destinations(path)["section-1"]
    assert empty_below(path, [opens])[opens] < 45


@rows("layout", [Layout(), LARGE], ids=["usual", "large"])
def test_what_stands_below_rules_that_may_be_parted_is_on_the_grid(layout: Layout) -> None:
    """It stood 1.3 mm above it, as the first of them end below the grid."""
    stones = entry("question", "q", "Which stones?", *map(str, range(100, 110)))
    made, bundled = guide(section(stones, *asked(3))), Templates.bundled()
    with open_press(resources_of(made, bundled), "guide/guide.html") as press:
        filled = _laid(press, layout, guide_page(made, bundled, layout)).filled
    [page] = (each for each in filled if any(unit.number == "1.1" for unit in each.units))
    tops = [top for unit, top in zip(page.units, page.placed(), strict=True) if unit.number]
    assert len(tops) > 1
    assert [(top - tops[0] + 0.05) % 1 < 0.1 for top in tops] == [True] * len(tops)


def test_a_section_stands_where_it_stood_below_a_heading_taller_than_a_page(tmp_path: Path) -> None:
    """What was laid out again began a page too late, and was not taken."""
    made = guide(section(*asked(9)))
    titled = replace(made.sections[0], title="Of mills that ran on the moon " * 60)
    with open_press(resources_of(made, Templates.of(tmp_path)), "guide/guide.html") as press:
        page = guide_page(replace(made, sections=(titled,)), Templates.of(tmp_path), LARGE)
        laid = _laid(press, LARGE, page)
    headed = [
        at for at, page in enumerate(laid.filled, 1) if page.units and page.units[0].tag == "header"
    ]
    _, first, *more = headed  # behind the title page
    assert more
    assert part_with(laid.filled, {"1": Breaks()}).page == first


PICTURES = {"asked about and told": (True, True), "told": (False, False)}


@rows(("is_asked", "may_part"), PICTURES.values(), ids=PICTURES)
def test_the_second_picture_of_an_item_may_go_on_overleaf(
    tmp_path: Path, is_asked: bool, may_part: bool
) -> None:
    """In large print both take nearly a page: a section opened without any item, or its heading stood alone."""
    picture, path = pictured(tmp_path), tmp_path / "guide.pdf"
    told = entry("term", "t", "a sluice", "a gate that lets the water of a pond go back to sea")
    both = replace(told, image=picture, asked_picture=picture if is_asked else None)
    made, bundled = guide(section(both, *asked(3))), Templates.of(tmp_path)
    page = guide_page(made, bundled, LARGE).partition("</head>")[2]
    assert ("pictured more" in page) == may_part
    print_before_key(made, bundled, LARGE, path)
    opened = destinations(path)["section-1"]
    assert destinations(path)["item-1.1"] == opened
    assert empty_below(path, [opened])[opened] < 100


BEHIND = {
    "two": (230, 2),
    "three": pytest.param(300, 3, marks=pytest.mark.torture),
    "four": pytest.param(230, 4, marks=pytest.mark.torture),
}


@rows(("words", "count"), BEHIND.values(), ids=BEHIND)
def test_pages_behind_a_row_that_is_cut_are_parted_anew(
    tmp_path: Path, words: int, count: int
) -> None:
    """The last item went overleaf with the lines to sum up, and left up to 192 mm white."""
    path = tmp_path / "guide.pdf"
    long = entry("question", "long", LONG, " ".join(["tidal"] * words))
    rest = [entry("question", f"q{n}", f"{LONG} {n}", LONG * 2) for n in range(count)]
    print_before_key(guide(section(long, *rest)), Templates.of(tmp_path), LARGE_INLINE, path)
    empty = empty_below(path)
    assert max(empty[at] for at in range(destinations(path)["section-1"], max(empty))) < 60


def drawn(folder: Path, tall: int, letters: int = 40) -> Image:
    path, text = folder / "plan.svg", f'<text font-size="{letters}" y="90">sluice</text>'
    size = f'viewBox="0 0 900 {tall}"'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{text}</svg>', "utf-8")
    return Image(path, "a plan", hashlib.sha256(path.read_bytes()).hexdigest())


def with_small_letters(folder: Path, tall: int) -> Image:
    return drawn(folder, tall, 27)


SMALLER = {
    "of which a third has room then": pytest.param(
        "term", pictured, 450, True, marks=pytest.mark.torture
    ),
    "that are asked about": pytest.param(
        "question", pictured, 480, True, marks=pytest.mark.torture
    ),
    "with letters that are small already": ("term", with_small_letters, 450, False),
    "of which two fill a page, but for the first": pytest.param(
        "term", pictured, 600, True, marks=pytest.mark.torture
    ),
    "which are small already": ("term", pictured, 100, False),
}


@rows(("kind", "shown", "tall", "is_smaller"), SMALLER.values(), ids=SMALLER)
def test_pictures_are_a_little_smaller_where_that_fills_a_page(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: Any,
    shown: Callable[[Path, int], Image],
    tall: int,
    is_smaller: bool,
) -> None:
    """Two left 60 to 140 mm of each page white."""
    known, told = list[Breaks](), page_breaks.better

    def seen(pages: list[Page]) -> dict[str, Breaks]:
        found = told(pages)
        known.append(joined(found.values()))
        if not is_smaller:
            raise StudyGuideError("no more need be printed")
        return found

    monkeypatch.setattr(pdf, "better", seen)
    picture, path = shown(tmp_path, tall), tmp_path / "guide.pdf"
    plain = [entry(kind, f"p{n}", f"thing {n}", "what it is for") for n in range(8)]
    name = "asked_picture" if kind == "question" else "image"
    entries = [replace(each, **{name: picture}) for each in plain]
    with nullcontext() if is_smaller else pytest.raises(StudyGuideError, match="no more"):
        print_before_key(guide(section(*entries, *blanks(2))), Templates.of(tmp_path), LARGE, path)
    (breaks,) = known
    assert bool(breaks.smaller) == is_smaller
    if is_smaller:
        sizes = [each["bottom"] - each["top"] for page in pages_of(path) for each in page.images]
        assert 0.7 * max(sizes) < min(sizes) < max(sizes)
        pages = range(destinations(path)["section-1"], destinations(path)["item-1.9"])
        assert max(empty_below(path, pages).values()) < 55


LETTERED = {
    "large ones, which are as large as the text at first": (50, False),
    "as large as the text": (40, True),
    "hardly larger than are read": (28, False),
    "smaller": (24, False),
}


@rows(("letters", "is_smaller"), LETTERED.values(), ids=LETTERED)
def test_a_drawing_is_no_smaller_than_its_letters_need(
    tmp_path: Path, letters: int, *, is_smaller: bool
) -> None:
    """Letters of 16 pt are no smaller than 11 where a page wants room: none was, and items that went overleaf for it left 90 to 190 mm white."""
    picture = drawn(tmp_path, 450, letters)
    shown = [
        replace(entry("term", f"p{n}", f"thing {n}", "what it is for"), image=picture)
        for n in range(8)
    ]
    made, bundled = guide(section(*shown, *blanks(2))), Templates.of(tmp_path)
    with open_press(resources_of(made, bundled), "guide/guide.html") as press:
        found = better(_laid(press, LARGE, guide_page(made, bundled, LARGE)).filled)
    smaller = [tall for each in found.values() for tall in each.smaller.values()]
    assert bool(smaller) == is_smaller
    assert all(tall * 900 / 450 * letters / 900 / (25.4 / 72) >= 11 for tall in smaller)


LESS = {
    "a little": (80.0, 0.0, 32.0),
    "as tall as in usual print at least": (60.0, 0.0, 12.0),
    "by a fifth": (48.0, 0.0, 9.6),
    "by what its letters leave": (80.0, 70.0, 9.9),
    "by two fifths, as its letters are known": (48.0, 20.0, 19.2),
    "not, as its letters need all": (69.3, 69.3, 0.0),
    "not, as it is small": (20.0, 0.0, 0.0),
}


@rows(("tall", "least", "less"), LESS.values(), ids=LESS)
def test_a_picture_is_less_tall_by_so_much_at_most(tall: float, least: float, less: float) -> None:
    """In large print it is as tall then as in usual print, or by a fifth less than it was."""
    told = {"data-least": str(least)} if least else {}
    box = SimpleNamespace(height=tall * PIXELS, element=told)
    assert max(less_of(box) / PIXELS, 0.0) == pytest.approx(less)


def test_what_stands_before_a_row_that_is_cut_is_parted_anew_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the pages behind it were: a heading stood over one row of several before it."""
    known, cut = layouts(monkeypatch), 0
    long = entry("cloze", "long", f"{', '.join([LONG] * 7)} {{{{c1::there}}}}.")
    for count in range(2, 6):
        made = guide(section(*asked(3), *blanks(count), long, *blanks(3)))
        lay_out(made, LARGE, tmp_path)
    for laid in known:
        pages = [page for page in laid.filled if page.units]
        cut += sum(are_one_row(one.units[-1], two.units[0]) for one, two in pairwise(pages))
        assert [each.units[0].tag for each in sections_of(laid.filled)] == ["header"]
    assert cut
