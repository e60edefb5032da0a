"""How far apart things stand on pages that are filled."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, pairwise
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from studyguide.guide.guide import Entry
from studyguide.printing.book.page import Measured, guide_page
from studyguide.printing.book.pdf import _laid, write_guide
from studyguide.printing.filling.feathering import fill
from studyguide.printing.filling.measured_page import Page
from studyguide.printing.filling.page_breaks import Breaks
from studyguide.printing.front.front import Front
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from studyguide.templates import Templates
from tests.printing.filling.test_page_breaks import (
    LONG,
    asked,
    blanks,
    lay_out,
    layouts,
    listed,
    section,
)
from tests.printing.reading import entry, guide, pages_of
from tests.table import rows

LARGE = Layout(is_large=True)
MM = 72 / 25.4
SPACED = {
    "questions": (Layout(), 0, 17, 3),
    "a list": pytest.param(Layout(), 20, 3, 3, marks=pytest.mark.torture),
    "sentences": (Layout(), 2, 3, 25),
    "in large print": (LARGE, 3, 9, 9),
    "a list in large print": pytest.param(LARGE, 14, 5, 5, marks=pytest.mark.torture),
}


def spaces(page: Page) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield below which kind of list and before what there is how much white, from words, rules or boxes on, in half lines."""
    places = page.placed()
    for at in page.gaps:
        one, two = page.units[at : at + 2]
        kind = "sentences" if one.is_sentence else "rules" if one.rules else one.tag
        yield (kind, two.tag), places[at + 1] - places[at] - page.ends(at)


@rows(("layout", "terms", "questions", "sentences"), SPACED.values(), ids=SPACED)
def test_spaces_of_a_list_differ_by_a_line_at_most(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    terms: int,
    questions: int,
    sentences: int,
) -> None:
    """From page to page, but for what rules and boxes are off the grid, and by half a line where a page is not far too short."""
    known: list[Any] = layouts(monkeypatch)
    made = guide(section(*listed(terms), *asked(questions), *blanks(sentences)))
    lay_out(made, layout, tmp_path)
    seen = dict[tuple[str, str], list[float]]()
    for page in known[-1].filled:
        wide = min((page.more[at] for at in page.gaps), default=0) > 1
        for kind, space in spaces(page) if page.units[0].tag in ("h3", "tr") else ():
            seen.setdefault(kind, []).append(space - wide)
    assert seen
    for each in seen.values():
        assert min(each) > 0.9
        assert max(each) - min(each) < 1.7


HEADED = {
    "lists of one row and of two": (Layout(), (2, 1, 1), 1, 0),
    "sentences below lists": (Layout(), (3, 0, 2), 0, 2),
    "fields": (Layout(is_form=True), (2, 2, 2), 2, 2),
    "in large print": (LARGE, (2, 2, 0), 0, 1),
}


@rows(("layout", "lists", "questions", "sentences"), HEADED.values(), ids=HEADED)
def test_a_heading_has_more_space_above_it_than_rows_have_between_them(
    layout: Layout, lists: tuple[int, int, int], questions: int, sentences: int
) -> None:
    """However short its page is: by half a line at least, up to its rule."""
    terms, persons, dates = lists
    entries = (
        *listed(terms),
        *(entry("person", f"p{n}", f"Ada {n}", "a miller") for n in range(persons)),
        *(entry("date", f"d{n}", f"18{n}0", "it sank") for n in range(dates)),
        *asked(questions),
        *blanks(sentences),
    )
    made, bundled = guide(section(*entries)), Templates.bundled()
    seen = 0
    with open_press(resources_of(made, bundled), "guide/guide.html") as press:
        laid = _laid(press, layout, guide_page(made, bundled, layout, Measured()))
    page = next(each for each in laid.filled if any(unit.tag == "h3" for unit in each.units))
    last = max(nth for nth, unit in enumerate(page.units) if unit.tag == "tr")
    units = page.units[: last + 1]
    extents, at = page.extents[: len(units)], page.at[: len(units)]
    foot = ceil(at[-1] + max(extents[-1]))
    for short in range(12):
        short_page = Page(units, extents, at, foot + short, page.step)
        fill(short_page, units[-1])
        spaces_seen = [*above_headings(short_page)]
        assert [(head, rows) for head, rows in spaces_seen if head < rows + 0.9] == []
        seen += len(spaces_seen)
    assert seen >= 6


def above_headings(page: Page) -> Iterator[tuple[float, float]]:
    """Yield how much white is above each heading that is below rows, and at most between these, in half lines."""
    places, between = page.placed(), [0.0]
    for at, (one, two) in enumerate(pairwise(page.units)):
        white = places[at + 1] - places[at] - page.ends(at)
        if one.tag == "tr" and two.tag == "h3":
            yield white + float(two.box.margin_top) / page.step, max(between)
            between = [0.0]
        elif one.tag == "tr":
            between.append(white)


FIELDS = {
    "beside what is asked": (Layout(is_form=True), 17, {"ebb": 2, "ebb " * 8: 2, LONG: 4}),
    "below it": (Layout(is_form=True, is_large=True), 16, {"ebb": 1, "ebb " * 8: 2, LONG: 3}),
}


@rows(("layout", "questions", "lines"), FIELDS.values(), ids=FIELDS)
def test_a_field_is_as_tall_as_its_answer_asks_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    questions: int,
    lines: dict[str, int],
) -> None:
    """Whatever else its page has: a word had a field of five lines where the page had room, and elsewhere of two."""
    known: list[Any] = layouts(monkeypatch)
    told = dict(zip(range(1, questions + 1), cycle(lines), strict=False))
    made = [
        replace(each, answers=(told[nth],)) for nth, each in enumerate(asked(questions), start=1)
    ]
    lay_out(guide(section(*made)), layout, tmp_path)
    tall = {
        unit.number: (unit.field.height + taller * page.step) / page.step / 2
        for page in known[-1].filled
        for unit, taller in zip(page.units, page.taller, strict=True)
        if unit.number and unit.field
    }
    assert {number: int(each) for number, each in tall.items()} == {
        f"1.{nth}": lines[answer] for nth, answer in told.items()
    }


RULES = {
    "long answers": (Layout(), (LONG,), 17),
    "of two lines": (Layout(), ("the wheel of a mill at sea",), 17),
    "words among them": (Layout(), ("ebb", LONG, "ebb", "ebb"), 20),
    "on Letter": (Layout(paper="letter"), ("ebb", "the wheel of a mill", LONG), 17),
    "in large print": (LARGE, (LONG, "the wheel of a mill"), 12),
}


@rows(("layout", "answers", "questions"), RULES.values(), ids=RULES)
def test_rules_tell_of_no_longer_answer(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    answers: tuple[str, ...],
    questions: int,
) -> None:
    """A page is filled with one more at most, besides the one to spare: two words had five. Spaces of its list are about alike."""
    known: list[Any] = layouts(monkeypatch)
    told = zip(asked(questions), cycle(answers), strict=False)
    made = [replace(each, answers=(answer,)) for each, answer in told]
    lay_out(guide(section(*made)), layout, tmp_path)
    needed = {f"1.{n + 1}": ceil(len(answers[n % len(answers)]) / 25) for n in range(questions)}
    seen = 0
    for page in known[-1].filled:
        for unit, taller in zip(page.units, page.taller, strict=True):
            if unit.number:
                rules = len(unit.rules.children) + taller // 3
                assert needed[unit.number] <= rules <= needed[unit.number] + 2
                seen += 1
        between = [space for kind, space in spaces(page) if kind == ("rules", "tr")]
        assert max(between, default=0) - min(between, default=0) < 1.2
    assert seen == questions


ABOVE_OWN = {
    "sentences": (Layout(), 3, 0, 26),
    "more of them": (Layout(), 3, 0, 28),
    "questions": (Layout(), 0, 10, 0),
    "in a form": (Layout(is_form=True), 3, 0, 26),
}


@rows(("layout", "terms", "questions", "sentences"), ABOVE_OWN.values(), ids=ABOVE_OWN)
def test_what_stands_above_own_words_is_as_far_apart_as_on_the_page_before(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: Layout,
    terms: int,
    questions: int,
    sentences: int,
) -> None:
    """They have fewer rules for it: sentences stood half a line closer than on the page that faces theirs."""
    known: list[Any] = layouts(monkeypatch)
    made = guide(section(*listed(terms), *asked(questions), *blanks(sentences)))
    lay_out(made, layout, tmp_path)
    seen = 0
    for before, page in pairwise(known[-1].filled):
        own = any(unit.is_own for unit in page.units)
        if own and page.units[0].tag == "tr":
            (one,) = {before.more[at] for at in before.gaps if before.units[at + 1].tag == "tr"}
            assert {page.more[at] for at in page.gaps} == {one}
            assert max(page.taller) > 0
            seen += 1
    assert seen == 1


LISTED = {
    "closer": (Layout(), True),
    "as they are": (Layout(), False),
    "closer in large print": (LARGE, True),
    "as they are in large print": (LARGE, False),
}


@rows(("layout", "is_closer"), LISTED.values(), ids=LISTED)
def test_rows_of_contents_are_as_tall_as_their_titles(layout: Layout, is_closer: bool) -> None:
    """However many lines those have: rows of six were a hair less tall for each, and the next one was moved up into the sixth."""
    titles = ["Of Water and of Weirs " * lines for lines in (1, 12, 2, 10, 1)]
    sections = [
        replace(section(*asked(1)), number=n, title=each) for n, each in enumerate(titles, start=1)
    ]
    made, templates = guide(*sections), Templates.of(Path("no-deck"))
    page = guide_page(
        made,
        templates,
        layout,
        Measured(front=Front(pages=(("howto",), ("contents",)), is_closer=is_closer)),
    )
    with open_press(resources_of(made, templates), "guide/guide.html") as press:
        laid = _laid(press, layout, page)
    listed = laid.filled[3]
    places, units = listed.placed(), listed.units
    assert [each.tag for each in units] == ["h2", *["tr"] * (len(titles) + 1)]
    for at in range(1, len(units) - 1):
        assert places[at + 1] - places[at] == pytest.approx(
            units[at].height / listed.step, abs=0.01
        )
        halves = units[at].height / listed.step
        assert halves == pytest.approx(round(halves), abs=0.01)


NEARER = {
    "terms": ([*listed(3), *blanks(1)], Layout()),
    "terms in large print": pytest.param(
        [*listed(3), *blanks(1)], LARGE, marks=pytest.mark.torture
    ),
    "questions": pytest.param([*asked(3), *blanks(1)], Layout(), marks=pytest.mark.torture),
    "questions in large print": ([*asked(3), *blanks(1)], LARGE),
    "sentences": (blanks(3), Layout()),
    "sentences in large print": pytest.param(blanks(3), LARGE, marks=pytest.mark.torture),
    "beside answers": (asked(3), Layout(answers="inline")),
    "fields": (asked(3), Layout(is_form=True)),
}


@rows(("entries", "layout"), NEARER.values(), ids=NEARER)
def test_rows_that_are_laid_out_nearer_come_to_stand_as_others(
    entries: list[Entry], layout: Layout
) -> None:
    """Their page is longer instead."""
    made, bundled = guide(section(*entries)), Templates.bundled()
    pages = []
    with open_press(resources_of(made, bundled), "guide/guide.html") as press:
        for names in ((), ("1.1",)):
            told = Measured(breaks=Breaks(nearer=frozenset(names)))
            laid = _laid(press, layout, guide_page(made, bundled, layout, told))
            page = next(each for each in laid.filled if any(u.number for u in each.units))
            pages.append(Page(page.units, page.extents, page.at, page.room, page.step))
    usual, near = pages
    last = next(nth for nth, unit in enumerate(usual.units) if unit.number == "1.2")
    assert usual.at[last] - near.at[last] == pytest.approx(1, abs=0.01)
    assert near.placed()[: last + 1] == pytest.approx(usual.placed()[: last + 1], abs=0.01)


PARTED = {
    "questions above sentences": (asked(2), blanks(2)),
    "one question": (asked(1), []),
    "a sentence that ends in a blank": ([], blanks(1)),
}


@rows(("questions", "sentences"), PARTED.values(), ids=PARTED)
def test_what_parts_lists_is_heavier_than_rules_and_no_nearer_than_they_are(
    tmp_path: Path, questions: list[Entry], sentences: list[Entry]
) -> None:
    """Else it was one more line to write on."""
    path = tmp_path / "guide.pdf"
    write_guide(guide(section(*questions, *sentences)), Templates.bundled(), LARGE, path)
    seen = 0
    for page in pages_of(path)[:-1]:
        rules = sorted((line["top"], line["linewidth"]) for line in page.lines)
        for (above, one), (below, two) in pairwise(rules):
            if one == pytest.approx(0.75, abs=0.01) and two == pytest.approx(1.0, abs=0.01):
                assert below - above > 12 * MM
                seen += 1
    assert seen
