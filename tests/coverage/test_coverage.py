"""What a deck covers of its source: counts, names and numbers, tables, JSON, the page."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from studyguide.coverage.by_receipts import cover_by_receipts
from studyguide.coverage.coverage import Coverage, CoveredParagraph, CoveredSection, cover
from studyguide.coverage.details import Asked, details_of
from studyguide.coverage.mentioned import Asking
from studyguide.coverage.report_json import as_json
from studyguide.coverage.report_page import coverage_page
from studyguide.coverage.report_table import as_table
from studyguide.coverage.shading import stretches_of
from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.errors import StudyGuideError
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.lock import Lock, Place, Receipt
from studyguide.lock.on_disk import open_lock
from studyguide.source.mentions import mentions_in
from studyguide.source.source import Source, read
from studyguide.source.spelling import Spelling
from studyguide.workflows.build import build_folder
from studyguide.workflows.check import Texts
from studyguide.workflows.coverage import cover_folder, cover_on_page, page_path
from studyguide.workflows.open import open_deck
from studyguide.workflows.order import Order
from tests.places import ROOT
from tests.table import rows

TIDE_MILLS = ROOT / "cards" / "tide-mills"


def deck_in(folder: Path, items: str, *, more: str = "", section: int = 1) -> Deck:
    """Write a deck of one section, or add a section to it, and load it."""
    folder.mkdir(exist_ok=True)
    if not (folder / "deck.yaml").exists():
        (folder / "deck.yaml").write_text(f"id: small\ntitle: Small\n{more}", encoding="utf-8")
    head = f"section: {section}\ntitle: Part {section}\nsummary: In short.\nitems:\n"
    (folder / f"{section}-part.yaml").write_text(head + items, encoding="utf-8")
    deck, findings = load(folder)
    assert deck
    assert not findings
    return deck


def tide_mills() -> tuple[Deck, Source]:
    deck, _ = load(TIDE_MILLS)
    assert deck
    return deck, read((TIDE_MILLS / "source.txt").read_text(encoding="utf-8"))


def covered(deck: Deck, text: str, **reasons: str) -> Coverage:
    uncovered = tuple((Text(key, 0), Text(reason, 0)) for key, reason in reasons.items())
    return cover(deck, read(text), Language(deck.language), uncovered)


def states(coverage: Coverage) -> dict[str, str]:
    return {detail.shown: detail.state for each in coverage.sections for detail in each.details}


def printed(coverage: Coverage, width: int = 80) -> str:
    """Print the table as if into a file, without the blanks that fill its lines."""
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        console.print(as_table(coverage))
    return re.sub(r" +$", "", capture.get(), flags=re.MULTILINE)


MENTIONS = {
    "one word inside a sentence": ("The mill at Eling is old.", ["Eling"]),
    "several words": ("We read the Financial Times daily.", ["Financial Times"]),
    "held together by of the": (
        "Then the Committee of the Fourth Reich met.",
        ["Committee of the Fourth Reich"],
    ),
    "held together by on": ("They met at Rostov on Don again.", ["Rostov on Don"]),
    "not held by on the": (
        "He built the House Mill on the River Lea.",
        ["House Mill", "River Lea"],
    ),
    "not held by in": ("It lies at Eling in Hampshire.", ["Eling", "Hampshire"]),
    "not held by and": ("They feared the KGB and the Red Army.", ["KGB", "Red Army"]),
    "not held by a comma": ("We saw Bonn, Paris, Rome.", ["Bonn", "Paris", "Rome"]),
    "a particle": ("Here stood Charles de Gaulle himself.", ["Charles de Gaulle"]),
    "a title goes along": ("In May President Jane Roe came.", ["May", "President Jane Roe"]),
    "initials": ("We know V. I. Lenin here.", ["V. I. Lenin"]),
    "an abbreviation": ("They sailed to the U.S. coast.", ["U.S."]),
    "a hyphen": ("It is the AFL-CIO again.", ["AFL-CIO"]),
    "a possessive": ("This was Stalin’s work.", ["Stalin"]),
    "a possessive inside a name": ("Read the People’s Voice now.", ["People’s Voice"]),
    "a possessive between two names": (
        "We met Stalin. Then came Stalin’s Soviet Union.",
        ["Stalin", "Stalin", "Soviet Union"],
    ),
    "a plural genitive": ("He joined the Workers’ Party then.", ["Workers’ Party"]),
    "no name: a sentence begins": ("Timbers were found. Others were not.", []),
    "no name: a quotation begins": ("He said, “Finally it came.” They left.", []),
    "no name: after a colon": ("He saw it: Timbers were old.", []),
    "no name: I and capital articles": ("He said that I and The man came.", []),
    "a sentence begins with a known name": (
        "Eling is old. It is at Eling.",
        ["Eling", "Eling"],
    ),
    "a sentence begins with a name of two words": ("Jean Gardner came.", ["Jean Gardner"]),
    "a trade is no forename": (
        "Miner Jean Gardner came. She was a miner.",
        ["Jean Gardner"],
    ),
    "a name in quotation marks": ("They read “Pravda” daily.", ["Pravda"]),
    "figures": ("It has 24 turbines and 1,200 men.", ["24", "1,200"]),
    "number words": ("It has thirty-six wheels and four gates.", ["thirty-six", "four"]),
    "a large number": (
        "Came hundreds of thousands of men, two million in all.",
        ["hundreds of thousands", "two million"],
    ),
    "no number: one, first, once": ("For the first time one man came at once.", []),
    "a year": ("It closed in 1957 for good.", ["1957"]),
    "a decade": ("It closed in the 1920s for good.", ["1920s"]),
    "two years": ("It was so in 1980-81 and 1990–1992.", ["1980-81", "1990–1992"]),
    "month and day": ("They struck on August 1 again.", ["August 1"]),
    "day and month": ("They struck on 1 August 1989 again.", ["1 August 1989"]),
    "weekday, month, day and year": (
        "It was on Tuesday, August 1, 1989 that they struck.",
        ["Tuesday, August 1, 1989"],
    ),
    "month and year": ("After the February 1917 rising.", ["February 1917"]),
    "a month in a name": (
        "The October Revolution was a revolution.",
        ["October Revolution"],
    ),
    "a month before a name": ("In October Lenin came.", ["October", "Lenin"]),
    "a weekday after a name": (
        "The Supreme Soviet Wednesday met.",
        ["Supreme Soviet", "Wednesday"],
    ),
    "no month: May begins a sentence": ("May he come.", []),
    "a month begins a sentence": ("May 1917 was cold.", ["May 1917"]),
}


@rows(("text", "expected"), MENTIONS.values(), ids=MENTIONS)
def test_names_numbers_and_dates_are_told(text: str, expected: list[str]) -> None:
    source = read(text)
    found = mentions_in(source.sections[1], Spelling(source, Language("en")))
    assert [mention.shown for mention in found] == expected


def test_a_language_in_which_every_noun_has_a_capital_has_numbers_only() -> None:
    source = read("Der Streik begann 1989 in der Grube und im Werk der DDR.")
    found = mentions_in(source.sections[1], Spelling(source, Language("de")))
    assert [mention.shown for mention in found] == ["1989", "DDR"]


ASKED = {
    "in a question": ("It is at Eling.", "question: Where is Eling?\nanswer: there", "Eling"),
    "in an answer": ("It is at Eling.", "question: Where?\nanswer: at Eling", "Eling"),
    "in one of several answers": (
        "It is at Eling.",
        "question: Which two?\nanswer: [Bonn, Eling]",
        "Eling",
    ),
    "in a cloze sentence": ("It is at Eling.", "cloze: At Eling it is {{c1::old}}.", "Eling"),
    "in a deletion": ("It is at Eling.", "cloze: It is at {{c1::Eling::place}}.", "Eling"),
    "as a term": ("It is at Eling.", "term: Eling\ndefinition: a place", "Eling"),
    "in a definition": ("It is at Eling.", "term: mill\ndefinition: one at Eling", "Eling"),
    "as a person": ("It is by Jean Roe.", "person: Jean Roe\nrole: builder", "Jean Roe"),
    "in a role": ("It is at Eling.", "person: Jean Roe\nrole: miller at Eling", "Eling"),
    "as a date": ("It closed in 1957.", "date: '1957'\nevent: it closed", "1957"),
    "in an event": ("It is at Eling.", "date: '1957'\nevent: it closed at Eling", "Eling"),
    "a genitive": ("It is at Eling.", "term: mill\ndefinition: Eling’s own", "Eling"),
    "a number word for a figure": (
        "It has 40 men.",
        "question: How many?\nanswer: forty",
        "40",
    ),
    "a figure for number words": (
        "It has thirty-six men.",
        "question: How many?\nanswer: '36'",
        "thirty-six",
    ),
    "a year written out": ("So in 1980-81.", "date: 1980–1981\nevent: it closed", "1980-81"),
    "a date the other way round": ("So on August 1.", "date: 1 August\nevent: so", "August 1"),
    "without the title": (
        "Then President Jane Roe came.",
        "person: Jane Roe\nrole: came",
        "President Jane Roe",
    ),
    "the alias for the name": (
        "In the Soviet Union.",
        "term: USSR\ndefinition: it",
        "Soviet Union",
    ),
    "the name for the alias": ("In the USSR.", "term: Soviet Union\ndefinition: it", "USSR"),
    "both parts of a long name": (
        "At Rostov on Don.",
        "term: Rostov-on-Don\ndefinition: it",
        "Rostov on Don",
    ),
}

NOT_ASKED = {
    "in a note": ("It is at Eling.", "term: mill\ndefinition: it\nnote: Eling", "Eling"),
    "in a hint": ("It is at Eling.", "cloze: It is {{c1::there::Eling}}.", "Eling"),
    "in a tag": ("It is at Eling.", "term: mill\ndefinition: it\ntags: [Eling]", "Eling"),
    "in evidence only": ("It is at Eling.", "term: mill\ndefinition: it", "Eling"),
    "half a name": ("It is by Jean Roe.", "term: mill\ndefinition: Roe had it", "Jean Roe"),
    "a name's words apart": (
        "We read the Financial Times.",
        "term: mill\ndefinition: Financial men at all Times",
        "Financial Times",
    ),
    "a word that is no name": ("So in May.", "term: mill\ndefinition: it may be", "May"),
    "another number": ("It has 40 men.", "question: How many?\nanswer: '41'", "40"),
    "a number inside another": ("It has 6 men.", "question: How many?\nanswer: thirty-six", "6"),
    "another day": ("So on August 1.", "date: August 2\nevent: so", "August 1"),
    "one of two years": ("So in 1980-81.", "date: '1980'\nevent: it closed", "1980-81"),
    "half an alias": ("In the Soviet Union.", "term: Union\ndefinition: it", "Soviet Union"),
    "a withdrawn item": ("It is at Eling.", "term: Eling\ndefinition: it\nretired: old", "Eling"),
}


def state_of(folder: Path, text: str, body: str, shown: str) -> str:
    evidence = " ".join(text.split()[:2]).rstrip(".")
    body = body.replace("\n", "\n    ")
    deck = deck_in(
        folder,
        f"  - id: item\n    {body}\n    evidence: {evidence}\n",
        more="aliases: {USSR: Soviet Union}\n",
    )
    return states(covered(deck, text))[shown]


@rows(("text", "body", "shown"), ASKED.values(), ids=ASKED)
def test_an_item_asks_about_it(tmp_path: Path, text: str, body: str, shown: str) -> None:
    assert state_of(tmp_path, text, body, shown) == "asked"


@rows(("text", "body", "shown"), NOT_ASKED.values(), ids=NOT_ASKED)
def test_no_item_asks_about_it(tmp_path: Path, text: str, body: str, shown: str) -> None:
    assert state_of(tmp_path, text, body, shown) == "open"


TWO_SECTIONS = "1. The mill at Eling is old.\n\n2. The mill at Eling is new. It is at Bonn.\n"
ONE_ITEM = "  - {id: eling, question: Where is it?, answer: Eling, evidence: The mill at}\n"
OTHER_ITEM = "  - {id: other, question: What is new?, answer: the mill, evidence: mill at Eling}\n"


def test_what_another_section_asks_about_is_told_apart(tmp_path: Path) -> None:
    deck_in(tmp_path, ONE_ITEM)
    coverage = covered(deck_in(tmp_path, OTHER_ITEM, section=2), TWO_SECTIONS)
    first, second = coverage.sections
    assert [(each.shown, each.state, each.items) for each in first.details] == [
        ("Eling", "asked", ("eling",))
    ]
    assert [(each.shown, each.state, each.other_sections) for each in second.details] == [
        ("Eling", "elsewhere", (1,)),
        ("Bonn", "open", ()),
    ]
    assert (coverage.count("elsewhere"), coverage.count("open")) == (1, 1)


def test_an_item_whose_evidence_is_not_found_asks_nothing(tmp_path: Path) -> None:
    deck = deck_in(tmp_path, ONE_ITEM.replace("The mill at", "no such words"))
    coverage = covered(deck, "The mill at Eling is old.")
    assert coverage.unplaced == ("eling",)
    assert coverage.items == ()
    assert states(coverage) == {"Eling": "open"}
    assert "their evidence was not found: eling" in printed(coverage)


def test_a_reason_excuses(tmp_path: Path) -> None:
    text = "The mill at Eling is old. President Jane Roe saw it on August 1 with 40 men."
    reasons = {"Jane Roe": "a guest", "August 1": "no matter", "forty": "a guess"}
    coverage = covered(deck_in(tmp_path, ONE_ITEM), text, **reasons)
    assert coverage.findings == ()
    assert states(coverage) == {
        "Eling": "asked",
        "President Jane Roe": "excused",
        "August 1": "excused",
        "40": "excused",
    }
    assert re.search(r"President Jane Roe +¶1 +a guest\n", printed(coverage))


IDLE = {
    "asked about after all": (
        "Eling",
        "uncovered-asked",
        "`Eling` is asked about after all: eling",
    ),
    "not in the source": ("Bonn", "uncovered-unknown", "`Bonn` is no name, number or date"),
    "an ordinary word": ("mill", "uncovered-unknown", "`mill` is no name, number or date"),
    "half a name": ("Jane", "uncovered-unknown", "`Jane` is no name, number or date"),
    "nothing": ("…", "uncovered-unknown", "`…` is no name, number or date"),
}


@rows(("name", "code", "message"), IDLE.values(), ids=IDLE)
def test_an_idle_reason_is_reported(tmp_path: Path, name: str, code: str, message: str) -> None:
    deck = deck_in(tmp_path, ONE_ITEM)
    coverage = covered(deck, "The mill at Eling is old. Then Jane Roe saw it.", **{name: "why"})
    (finding,) = coverage.findings
    assert (finding.code, finding.deck, finding.is_error) == (code, "small", True)
    assert finding.message.startswith(message)
    assert finding.location.path == tmp_path / "deck.yaml"
    assert code in re.sub(r"\s+", "", printed(coverage))


def test_a_reason_that_one_of_two_sections_needs_is_not_idle(tmp_path: Path) -> None:
    deck_in(tmp_path, ONE_ITEM)
    deck = deck_in(tmp_path, OTHER_ITEM, section=2)
    coverage = covered(deck, TWO_SECTIONS, Eling="said before", Bonn="no matter")
    assert coverage.findings == ()
    assert [each.state for each in coverage.sections[1].details] == ["excused", "excused"]


def test_tide_mills_is_counted_exactly() -> None:
    deck, source = tide_mills()
    coverage = cover(deck, source, Language("en"))
    rows = [
        f"{part.label} {part.words} words, {part.quoted_words} quoted, {part.sentences_used} of "
        f"{len(part.sentences)} sentences, {len(part.items)} items"
        for part in coverage.paragraphs
    ]
    assert rows == [
        "¶1 52 words, 18 quoted, 3 of 3 sentences, 3 items",
        "¶2 53 words, 11 quoted, 2 of 3 sentences, 2 items",
        "¶3 44 words, 9 quoted, 2 of 3 sentences, 2 items",
        "¶1 46 words, 11 quoted, 2 of 3 sentences, 2 items",
        "¶2 35 words, 9 quoted, 1 of 2 sentences, 2 items",
        "¶3 46 words, 16 quoted, 2 of 3 sentences, 3 items",
        "¶1 45 words, 15 quoted, 2 of 3 sentences, 2 items",
        "¶2 68 words, 15 quoted, 3 of 5 sentences, 3 items",
        "¶3 57 words, 9 quoted, 2 of 4 sentences, 2 items",
    ]
    assert len(coverage.items) == 21
    assert coverage.unplaced == ()


def test_tide_mills_names_and_numbers() -> None:
    deck, source = tide_mills()
    last = cover(deck, source, Language("en")).sections[2]
    found = {
        state: "; ".join(detail.shown for detail in last.details if detail.state == state)
        for state in ("asked", "open")
    }
    assert found == {
        "asked": "Nendrum; Strangford Lough; Northern Ireland; 619; Woodbridge; Suffolk; 1170; "
        "1957; Jean Gardner; 1968; London; Daniel Bisson; House Mill; 1776; 1966; "
        "President Charles de Gaulle; Rance; 24",
        "open": "1999; Europe; 1973; Eling; Hampshire; Scheldt; Rupelmonde; Belgium; "
        "River Lea; four; Brittany; 240; 45; Sihwa Lake; South Korea; 2011",
    }
    who = {detail.shown: detail.items for detail in last.details}
    assert who["Woodbridge"] == ("woodbridge",)
    assert who["Rance"] == ("rance-opened", "rance-turbines")


def test_receipts_tell_the_same_items_as_the_text() -> None:
    deck, source = tide_mills()
    full = cover(deck, source, Language("en"))
    reduced = cover_by_receipts(deck, open_lock(TIDE_MILLS / "deck.lock"))
    assert (full.held, reduced.held) == ("full", "receipts")
    assert [(part.label, part.items, part.quoted) for part in reduced.paragraphs] == [
        (part.label, part.items, part.quoted) for part in full.paragraphs
    ]
    assert [section.items for section in reduced.sections] == [
        section.items for section in full.sections
    ]
    assert not any(section.details for section in reduced.sections)
    assert "without the source text" in printed(reduced)
    assert "no item of their section asks about" not in printed(reduced)


def test_receipts_show_gaps_and_tell_what_they_do_not_know(tmp_path: Path) -> None:
    items = "".join(ONE_ITEM.replace("id: eling", f"id: {id}") for id in ("one", "two", "new"))
    places = {"one": [Place("¶3", 40, 43)], "two": [Place("•2", 60, 62), Place("¶1", 0, 2)]}
    receipts = {
        id: Receipt("a", "a", 1, "question", 1, id, tuple(found)) for id, found in places.items()
    }
    coverage = cover_by_receipts(deck_in(tmp_path, items), Lock(items=receipts))
    assert [(part.label, part.items) for part in coverage.paragraphs] == [
        ("¶1", ("two",)),
        ("¶2", ()),
        ("¶3", ("one",)),
        ("•1", ()),
        ("•2", ("two",)),
    ]
    assert coverage.unplaced == ("new",)
    assert [part.words for part in coverage.paragraphs] == [None] * 5


SMALL = "1. The mill at Eling is old. It has 40 men.\n\nNobody came in 1957, as Jane Roe says.\n"


def test_json_shape(tmp_path: Path) -> None:
    coverage = covered(deck_in(tmp_path, ONE_ITEM), SMALL, Bonn="why", **{"1957": "no matter"})
    golden = {
        "decks": [
            {
                "deck": "small",
                "source": "full",
                "summary": {
                    "items": 1,
                    "paragraphs": 2,
                    "without_item": 1,
                    "asked": 1,
                    "excused": 1,
                    "elsewhere": 0,
                    "open": 2,
                },
                "unplaced": [],
                "sections": [
                    {
                        "section": 1,
                        "title": "Part 1",
                        "items": ["eling"],
                        "paragraphs": [
                            {"label": "¶1", "items": ["eling"], "quoted": 3, "words": 10}
                            | {"sentences": 2, "sentences_used": 1},
                            {"label": "¶2", "items": [], "quoted": 0, "words": 8}
                            | {"sentences": 1, "sentences_used": 0},
                        ],
                        "details": [
                            {"text": "Eling", "sort": "name", "state": "asked"}
                            | {"places": [{"label": "¶1", "count": 1}], "items": ["eling"]}
                            | {"elsewhere": [], "reason": None},
                            {"text": "40", "sort": "number", "state": "open"}
                            | {"places": [{"label": "¶1", "count": 1}], "items": []}
                            | {"elsewhere": [], "reason": None},
                            {"text": "1957", "sort": "date", "state": "excused"}
                            | {"places": [{"label": "¶2", "count": 1}], "items": []}
                            | {"elsewhere": [], "reason": "no matter"},
                            {"text": "Jane Roe", "sort": "name", "state": "open"}
                            | {"places": [{"label": "¶2", "count": 1}], "items": []}
                            | {"elsewhere": [], "reason": None},
                        ],
                    }
                ],
                "findings": [
                    {
                        "path": (tmp_path / "deck.yaml").as_posix(),
                        "line": 1,
                        "column": 1,
                        "severity": "error",
                        "code": "uncovered-unknown",
                        "message": "`Bonn` is no name, number or date of the source",
                        "help": "write it as `studyguide coverage` lists it, or remove it",
                    }
                ],
            }
        ]
    }
    written = as_json([coverage])
    assert json.loads(written) == golden
    assert list(json.loads(written)["decks"][0]) == list(golden["decks"][0])


def test_json_without_the_text_says_what_is_not_known() -> None:
    deck, _ = tide_mills()
    (record,) = json.loads(as_json([cover_by_receipts(deck, open_lock(TIDE_MILLS / "deck.lock"))]))[
        "decks"
    ]
    assert record["source"] == "receipts"
    assert {part["words"] for each in record["sections"] for part in each["paragraphs"]} == {None}
    assert {part["sentences"] for each in record["sections"] for part in each["paragraphs"]} == {
        None
    }


def test_the_table_has_a_bar_for_each_paragraph(tmp_path: Path) -> None:
    shown = printed(covered(deck_in(tmp_path, ONE_ITEM), SMALL))
    assert "1 item on 2 paragraphs, 1 without an item\n" in shown
    assert re.search(r"^§1  Part 1  \(1 item\)$", shown, re.MULTILINE)
    assert re.search(r"^  ¶1 +10 +3 +1 of 2 +1 █$", shown, re.MULTILINE)
    assert re.search(r"^  ¶2 +8 +0 +0 of 1 +0 no item$", shown, re.MULTILINE)
    assert re.search(r"^§1 +40 +¶1$", shown, re.MULTILINE)
    assert re.search(r"^ +Jane Roe +¶2$", shown, re.MULTILINE)
    assert not re.search(r"^\S* +Eling", shown, re.MULTILINE)


def test_the_table_fits_80_columns() -> None:
    deck, source = tide_mills()
    lines = printed(cover(deck, source, Language("en")), width=200).splitlines()
    assert max(map(len, lines)) <= 80


def test_many_items_make_no_longer_a_bar(tmp_path: Path) -> None:
    items = "".join(ONE_ITEM.replace("id: eling", f"id: i{number}") for number in range(300))
    shown = printed(covered(deck_in(tmp_path, items), SMALL))
    assert shown.count("█") == 24


def test_nothing_in_the_table_is_markup_or_steers_the_terminal(tmp_path: Path) -> None:
    deck = deck_in(tmp_path, ONE_ITEM)
    shown = printed(covered(deck, SMALL, **{"Jane Roe": "[red]\x1b[1m\rno[/red]"}))
    assert "[red] [1m no[/red]" in shown
    assert "\x1b" not in shown


class Page(HTMLParser):
    """What a page holds: its elements, ids, links, and the text of each source paragraph."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.paragraphs: list[str] = []
        self.quoted = ""
        self._open: list[str] = []
        self._in_text = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags[tag] += 1
        self.attributes |= set(values)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self._open.append(tag)
        if tag == "p" and values.get("class") == "text":
            self.paragraphs.append("")
            self._in_text = True

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()
        self._in_text &= tag != "p"

    def handle_data(self, data: str) -> None:
        if self._in_text and "sup" not in self._open:
            self.paragraphs[-1] += data
            self.quoted += f"{data}|" if "u" in self._open else ""


def page_of(deck: Deck, source: Source, **reasons: str) -> str:
    uncovered = tuple((Text(key, 0), Text(reason, 0)) for key, reason in reasons.items())
    coverage = cover(deck, source, Language(deck.language), uncovered)
    return coverage_page(coverage, deck, source)


def test_the_page_shows_the_whole_text_and_every_link_leads_somewhere() -> None:
    deck, source = tide_mills()
    page = Page(page_of(deck, source, Europe="too wide"))
    shown = [" ".join(text.split()) for text in page.paragraphs]
    assert shown == [
        " ".join(source.text[part.sentences[0].start : part.sentences[-1].end].split())
        for section in source.sections.values()
        for part in section.paragraphs
    ]
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link for link in page.links if not link.startswith("#")} == set()
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_the_page_underlines_just_what_is_quoted(tmp_path: Path) -> None:
    items = ONE_ITEM + ONE_ITEM.replace("eling", "across").replace("The mill at", "old. It has")
    source = read(SMALL)
    page = Page(page_of(deck_in(tmp_path, items), source))
    assert page.quoted == "The mill at|old.|It has|"


def test_the_page_lists_prompt_answer_and_line(tmp_path: Path) -> None:
    items = ONE_ITEM + "  - {id: gap, cloze: 'It is {{c1::old}}.', evidence: It has 40}\n"
    html = page_of(deck_in(tmp_path, items), read(SMALL))
    assert "<p>Where is it?</p>" in html
    assert '<p class="answer">Eling</p>' in html
    assert "<p>It is <b>old</b>.</p>" in html
    assert "<span>gap</span> <span>1-part.yaml:6</span>" in html
    assert str(tmp_path) not in html
    assert "No item draws on this paragraph." in html


HOSTILE = (
    '1. The mill at <script>alert("Eling")</script> is old & {{ 7 * 7 }} {% raw %}. </style>\n\n'
    "2. An <img src=x onerror=alert(1)> of “Eling” &amp; 'Bonn'\" onload=\"x.\n"
)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    answer = "\"Eling <b onclick='x'>&amp; {{ 7 * 7 }}\""
    items = f"  - {{id: eling, question: '<i>?', answer: {answer}, evidence: The mill at}}\n"
    deck_in(tmp_path, items, more="rights: '<script src=//x>'\n")
    deck = deck_in(tmp_path, items.replace("eling", "two").replace("The mill at", "An"), section=2)
    source = read(HOSTILE)
    page = Page(page_of(deck, source, Bonn="<script>"))
    assert page.tags.keys().isdisjoint({"script", "img"})
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    assert page.tags["style"] == 1
    assert "".join(page.paragraphs).split() == (
        HOSTILE.replace("1. ", "").replace("2. ", "").split()
    )


def test_no_template_of_a_deck_gets_into_the_page(tmp_path: Path) -> None:
    deck = deck_in(tmp_path / "deck", ONE_ITEM)
    page = page_of(deck, read(SMALL))
    own = deck.folder / "templates" / "coverage"
    own.mkdir(parents=True)
    (own / "coverage.html").write_text("<script>1</script>{{ nothing }}", encoding="utf-8")
    assert page_of(deck, read(SMALL)) == page


def silent(_: str) -> None:
    pass


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the deck *tide-mills* in it, its text at hand."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TIDE_MILLS, tmp_path / "cards" / "tide-mills")
    return tmp_path


AT_HAND = Texts(None, None, for_one=True)


def test_nothing_is_written_where_dist_is_a_link(project: Path) -> None:
    (project / "elsewhere").mkdir()
    (project / "dist").symlink_to("elsewhere")
    deck = Path("cards/tide-mills")
    with pytest.raises(StudyGuideError, match="dist is a link"):
        cover_on_page(deck, AT_HAND, silent)
    order = Order(only="anki")
    with pytest.raises(StudyGuideError, match="dist is a link"):
        build_folder(deck, AT_HAND, order, silent)
    assert not [*(project / "elsewhere").iterdir()]
    into = project / "by-link"  # which is named
    into.symlink_to("elsewhere")
    build_folder(deck, AT_HAND, replace(order, into=into), silent)
    assert (project / "elsewhere" / "tide-mills.apkg").is_file()


def test_the_page_is_written_to_dist_and_nothing_else_is(project: Path) -> None:
    before = {path for path in project.rglob("*") if path.is_file()}
    coverage = cover_on_page(Path("cards/tide-mills"), AT_HAND, silent)
    written = {path for path in project.rglob("*") if path.is_file()} - before
    assert written == {project / "dist" / "tide-mills-coverage.html"}
    assert page_path(coverage) == Path("dist/tide-mills-coverage.html")


def test_without_the_text_there_is_no_page_but_there_are_figures(project: Path) -> None:
    folder = Path("cards/tide-mills")
    (folder / "source.txt").unlink()
    with pytest.raises(StudyGuideError, match="name it with --source"):
        cover_on_page(folder, AT_HAND, silent)
    assert not (project / "dist").exists()
    assert cover_folder(folder, AT_HAND, silent).held == "receipts"


def test_a_deck_with_mistakes_is_not_counted(project: Path) -> None:
    path = project / "cards" / "tide-mills" / "1-how-it-works.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  - id: [\n", encoding="utf-8")
    with pytest.raises(StudyGuideError, match="has mistakes: see `studyguide check"):
        cover_folder(Path("cards/tide-mills"), AT_HAND, silent)


def test_a_deck_that_is_not_finished_is_counted_and_laid_open(project: Path) -> None:
    folder = Path("cards/tide-mills")
    (project / folder / "1-how-it-works.yaml").unlink()
    assert load(folder)[1] == ()
    assert cover_folder(folder, AT_HAND, silent).count("open") > 0
    assert len(open_deck(folder, AT_HAND)[0].sections) == 2


def test_a_deck_with_warnings_is_counted_and_laid_open(project: Path) -> None:
    folder = Path("cards/tide-mills")
    (project / folder / "media").mkdir(exist_ok=True)
    picture = project / folder / "media" / "left-over.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    assert {each.code for each in load(folder)[1]} == {"image-unused"}
    assert cover_folder(folder, AT_HAND, silent).count("asked") > 0
    assert len(open_deck(folder, AT_HAND)[0].sections) == 3


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["by day", "by night"])
def test_text_can_be_read_on_every_shade(mode: int) -> None:
    css = (ROOT / "templates" / "coverage" / "coverage.css").read_text(encoding="utf-8")
    colours = dict(
        re.findall(
            r"--([\w-]+): (#[0-9a-f]{6})", re.findall(r":root \{(.*?)\}", css, re.DOTALL)[mode]
        )
    )
    grounds = [colours["paper"], *(colours[f"shade-{number}"] for number in range(1, 5))]
    assert min(contrast(colours["ink"], ground) for ground in grounds) >= 4.5
    assert contrast(colours["open-ink"], colours["open"]) >= 4.5
    for name in ("quiet", "link", "alarm"):
        assert contrast(colours[name], colours["paper"]) >= 4.5, name
    assert min(contrast(colours["line"], ground) for ground in grounds) >= 3  # no text


def test_same_input_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TIDE_MILLS, tmp_path / "deck")
    program = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.coverage.test_coverage import Language, as_json, cover, load, page_of, printed, read
deck, _ = load(Path("deck"))
source = read(Path("deck/source.txt").read_text(encoding="utf-8"))
coverage = cover(deck, source, Language("en"))
sys.stdout.buffer.write((as_json([coverage]) + printed(coverage) + page_of(deck, source)).encode())
"""
    elsewhere = subprocess.run(
        [sys.executable, "-c", program, str(ROOT)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    ).stdout
    monkeypatch.chdir(tmp_path)
    deck, _ = load(Path("deck"))
    source = read(Path("deck/source.txt").read_text(encoding="utf-8"))
    coverage = cover(deck, source, Language("en"))  # in this process, which hashes as it likes
    here = as_json([coverage]) + printed(coverage) + page_of(deck, source)
    assert elsewhere.decode() == here
    assert len(here) > 20_000


LETTERS = st.text(st.sampled_from("Ab1 .,:-–’'“”\n•<&éßİǅＡ¹"), max_size=60)


@given(LETTERS)
def test_whatever_the_text_it_is_shown_as_it_is(text: str) -> None:
    source = read(f"Jean Roe, 40.\n\n{text}")
    spelling = Spelling(source, Language("en"))
    for number, section in source.sections.items():
        asked = Asked(Asking({"item": (("Jean", "Roe"),)}), {"item": 1}, {})
        details = details_of(section, spelling, asked)
        last = len(section.words)
        quoted = CoveredParagraph("¶1", (), ((0, last), (last // 2, last)) if last else ())
        shaded = stretches_of(
            CoveredSection(number, "", (), (quoted,), details), section, source.text
        )
        for sentence in section.sentences:
            shown = "".join(stretch.text for stretch in shaded[sentence.first])
            assert shown == source.text[sentence.start : sentence.end]
