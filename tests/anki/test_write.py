"""The Anki deck, on Anki's own back end: what a learner gets, keeps and sees."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Card  # type: ignore[attr-defined]

from studyguide.anki.escape import html
from studyguide.anki.fields import fields_of
from studyguide.anki.media import media_name
from studyguide.anki.note_types import note_types
from studyguide.deck.cloze import parse
from studyguide.deck.item import Image, Sound
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Entry, Guide, GuideSection
from studyguide.language.keyboard import as_typed
from studyguide.templates import Templates
from tests.anki.collection import BUNDLED, Learner, Page, entry, guide, learner, package
from tests.places import ROOT
from tests.table import rows

SENTENCE = "{{c1::Karaganda::city}} lies in {{c2::Kazakhstan}}, {{c1::north}} of it."

KINDS = {
    "question": entry("q", prompt="How many?", answers=("40",), note="In all."),
    "list": entry("list", answers=("Karaganda", "Vorkuta"), is_list=True),
    "typed": entry("typed", prompt="Capital?", answers=("Rome & <Remus>",), typed=True),
    "term": entry("term", "term", prompt="ICFI", answers=("a party",), reverse=True),
    "person": entry("person", "person", prompt="Polvetko", answers=("a miner",), reverse=True),
    "date": entry("date", "date", prompt="1953", answers=("a split",), reverse=True, typed=True),
    "forward": entry("forward", "term", prompt="glasnost", answers=("openness",)),
    "cloze": entry("cloze", "cloze", cloze=SENTENCE, note="A note."),
    "cloze-typed": entry("cloze-typed", "cloze", cloze="It ran {{c3::dry}}.", typed=True),
    "withdrawn": entry("w", prompt="How few?", retired="It was wrong."),
    "withdrawn-reverse": entry("wr", "date", prompt="1950", reverse=True, retired="Wrong."),
    "withdrawn-cloze": entry("wc", "cloze", cloze=SENTENCE.lower(), retired="Wrong.", typed=True),
}
CARDS = {
    "term": 2,
    "person": 2,
    "date": 2,
    "cloze": 2,
    "withdrawn-reverse": 2,
    "withdrawn-cloze": 2,
}


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Learner]:
    """Give a learner with an empty collection."""
    with learner(tmp_path) as someone:
        yield someone


@pytest.fixture(scope="module")
def all_kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """Give a learner who has imported one note of every kind; for tests that only look."""
    folder = tmp_path_factory.mktemp("all_kinds")
    with learner(folder) as someone:
        assert someone.take(package(guide(*KINDS.values()), folder / "all.apkg")) == {
            "new": len(KINDS)
        }
        yield someone


def cards_of(someone: Learner, entry: Entry) -> list[tuple[Page, Page]]:
    """Give front and back of each card of an entry, by its place in the deck of all kinds."""
    position = list(KINDS.values()).index(entry) + 1
    outputs = [card.render_output() for card in someone.cards() if card.due == position]
    return [(Page(output.question_text), Page(output.answer_text)) for output in outputs]


class TestWhatIsImported:
    @rows("kind", KINDS)
    def test_cards_of_a_note(self, all_kinds: Learner, kind: str) -> None:
        assert len(cards_of(all_kinds, KINDS[kind])) == CARDS.get(kind, 1)

    def test_new_cards_come_in_the_order_of_the_guide(self, anki: Learner, tmp_path: Path) -> None:
        sections = (
            GuideSection(1, "One", "", (entry("z", prompt="1"), entry("a", prompt="2"))),
            GuideSection(2, "Two", "", (entry("m", prompt="3"), entry("b", prompt="4"))),
        )
        anki.take(package(guide(sections=sections), tmp_path / "a.apkg"))
        asked = [(card.due, card.note()["Front"]) for card in anki.cards()]
        assert asked == [(1, "1"), (2, "2"), (3, "3"), (4, "4")]

    def test_cloze_numbers_with_a_gap(self, all_kinds: Learner) -> None:
        (card,) = all_kinds.cards("ran dry")
        assert card.ord == 2

    def test_ids_are_as_plausible_as_anki_s_own_and_differ(self, tmp_path: Path) -> None:
        entries = [entry(f"item-{number}", "term", reverse=True) for number in range(3000)]
        with learner(tmp_path) as someone:
            someone.take(package(guide(*entries), tmp_path / "a.apkg"))
            ids = [card.id for card in someone.cards()]
        assert len(set(ids)) == 6000
        assert all(1_000_000_000_000 <= id < 1_600_000_000_000 for id in ids)

    def test_ids_that_collide_make_way(self, anki: Learner, tmp_path: Path) -> None:
        entries = [entry(f"item-{number}", "term", reverse=True) for number in (21304, 30365)]
        assert anki.take(package(guide(*entries), tmp_path / "a.apkg")) == {"new": 2}
        first, other = sorted({card.nid for card in anki.cards()})
        assert other - first == 512
        assert len(anki.cards()) == 4

    def test_anki_knows_fields_and_templates_by_our_ids(self, all_kinds: Learner) -> None:
        models = {model["name"]: model for model in all_kinds.collection.models.all()}
        for type in note_types("mills", BUNDLED):
            model = models[type.name]
            assert model["id"] == type.id
            assert [(each["name"], each["id"]) for each in model["flds"]] == list(type.fields)
            assert [each["id"] for each in model["tmpls"]] == [each.id for each in type.templates]

    def test_anki_reads_the_cards_off_the_templates_as_we_declare_them(
        self, all_kinds: Learner
    ) -> None:
        models = {model["name"]: model for model in all_kinds.collection.models.all()}
        required = models["studyguide question (mills)"]["req"]
        assert required == [[0, "any", [0]], [1, "all", [9]]]

    def test_fields(self, all_kinds: Learner) -> None:
        (card,) = all_kinds.cards("Front:How*many*")
        assert {name: value for name, value in card.note().items() if value} == {
            "Front": "How many?",
            "Back": "40",
            "Note": "In all.",
            "Citation": "§1 ¶4",
            "Section": "How they work",
            "Kind": "Question",
            "Source": "A. Miller, On Mills",
        }

    def test_fields_of_a_term(self, all_kinds: Learner) -> None:
        note = all_kinds.cards("ICFI")[0].note()
        assert (note["Back"], note["Kind"], note["Reverse"]) == ("a party", "Term", "yes")

    def test_fields_of_a_list(self, all_kinds: Learner) -> None:
        note = all_kinds.cards("Vorkuta")[0].note()
        assert note["Back"] == "<ul><li>Karaganda</li><li>Vorkuta</li></ul>"

    def test_fields_of_a_cloze(self, all_kinds: Learner) -> None:
        note = all_kinds.cards("tag:mills::kind::cloze north -tag:withdrawn")[0].note()
        assert (note["Text"], note["Note"], note["Typed"]) == (SENTENCE, "A note.", "")

    def test_search_finds_what_was_written(self, anki: Learner, tmp_path: Path) -> None:
        anki.take(package(guide(entry("q", prompt="Don't say “1:30”!")), tmp_path / "a.apkg"))
        assert anki.cards("Front:*don't*“1\\:30”*")


class TestDecks:
    def test_one_below_the_deck_for_each_section(self, anki: Learner, tmp_path: Path) -> None:
        sections = tuple(
            GuideSection(number, title, "", (entry(title),))
            for number, title in enumerate(("Wheels", "Gates"), 1)
        )
        anki.take(package(guide(sections=sections), tmp_path / "a.apkg"))
        assert [deck.name for deck in anki.decks()] == [
            "Tide Mills",
            "Tide Mills::1 Wheels",
            "Tide Mills::2 Gates",
        ]

    def test_ten_sections_sort_as_they_are_numbered(self, anki: Learner, tmp_path: Path) -> None:
        sections = tuple(GuideSection(n, "S", "", (entry(f"i{n}"),)) for n in range(1, 11))
        anki.take(package(guide(sections=sections), tmp_path / "a.apkg"))
        names = [deck.name.removeprefix("Tide Mills::") for deck in anki.decks()]
        assert names[1:] == [f"{n:02} S" for n in range(1, 11)]

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            pytest.param("std::vector", "std\N{RATIO}\N{RATIO}vector", id="separator"),
            pytest.param("Mills: a history", "Mills: a history", id="colon"),
            pytest.param(":edge:", "\N{RATIO}edge\N{RATIO}", id="colons-at-the-edges"),
            pytest.param('“Mills” & "more" <b>', '“Mills” & "more" <b>', id="quotes"),
            pytest.param("two\nlines\x1f ", "two lines", id="control-characters"),
            pytest.param("المطاحن", "المطاحن", id="right-to-left"),
        ],
    )
    def test_names(self, anki: Learner, tmp_path: Path, title: str, name: str) -> None:
        sections = (GuideSection(1, title, "", (entry("q"),)),)
        anki.take(package(guide(title=title, sections=sections), tmp_path / "a.apkg"))
        assert [deck.name for deck in anki.decks()] == [name, f"{name}::1 {name}"]

    def test_description(self, anki: Learner, tmp_path: Path) -> None:
        entries = (entry("a"), entry("b"), entry("c", retired="Wrong."))
        made = guide(*entries, author="A & B", rights="Short <extracts>.")
        anki.take(package(made, tmp_path / "a.apkg"))
        deck = anki.collection.decks.get(anki.decks()[0].id)
        assert deck
        assert deck["desc"] == (
            "<p>2 items on <i>On Mills</i> by A &amp; B. Evidence, answers, names, numbers and "
            "quotations of each were checked against a text of 2,300 words; §1 ¶4 on a card says "
            "where in it the answer stands: section 1, paragraph 4.</p>"
            "<p>To update, import the next edition the same way (File → Import, settings as they "
            "are). Cards that were corrected change, new ones are added, your reviews stay; a card "
            "that was withdrawn says so and has the tag <i>withdrawn</i>.</p>"
            "<p>Short &lt;extracts&gt;.</p>"
        )

    def test_tags(self, anki: Learner, tmp_path: Path) -> None:
        withdrawn = entry("q", "date", tags=("wheels", "Dutch::low"), retired="Wrong.", section=2)
        anki.take(package(guide(withdrawn), tmp_path / "a.apkg"))
        (card,) = anki.cards()
        expected = {"wheels", "Dutch::low", "mills::section-2", "mills::kind::date", "withdrawn"}
        assert set(card.note().tags) == expected


class TestCards:
    @rows("kind", KINDS)
    def test_render_without_a_fault(self, all_kinds: Learner, kind: str) -> None:
        for front, back in cards_of(all_kinds, KINDS[kind]):
            for side in (front, back):
                assert side.text["prompt"].strip()
                for fault in ("problem", "blank", "{{", "}}", "unknown field"):
                    assert fault not in side.text[""].lower()

    @rows(
        ("kind", "card", "label", "front", "answer"),
        [
            pytest.param("question", 0, "Question", "How many?", "40", id="question"),
            pytest.param("term", 0, "Term", "ICFI", "a party", id="term"),
            pytest.param("term", 1, "Term?", "a party", "ICFI", id="term-reverse"),
            pytest.param("person", 0, "Person", "Polvetko", "a miner", id="person"),
            pytest.param("person", 1, "Person?", "a miner", "Polvetko", id="person-reverse"),
            pytest.param("date", 0, "Date", "1953", "a split", id="date"),
            pytest.param("date", 1, "Date?", "a split", "1953", id="date-reverse"),
            pytest.param("forward", 0, "Term", "glasnost", "openness", id="forward-only"),
        ],
    )
    def test_ask_and_answer(
        self, all_kinds: Learner, kind: str, card: int, label: str, front: str, answer: str
    ) -> None:
        asked, answered = cards_of(all_kinds, KINDS[kind])[card]
        assert (asked.text["kind"], asked.text["prompt"]) == (label, front)
        assert answer not in asked.text[""]
        assert answered.text["answer"] == answer

    @pytest.mark.parametrize(
        ("card", "front", "back"),
        [
            pytest.param(0, "[city] lies in Kazakhstan, [...] of it.", "Karagandanorth", id="c1"),
            pytest.param(1, "Karaganda lies in [...], north of it.", "Kazakhstan", id="c2"),
        ],
    )
    def test_cloze(self, all_kinds: Learner, card: int, front: str, back: str) -> None:
        asked, answered = cards_of(all_kinds, KINDS["cloze"])[card]
        assert asked.text["prompt"] == front
        assert answered.text["prompt"] == "Karaganda lies in Kazakhstan, north of it."
        assert answered.text["cloze"] == back

    @rows("kind", [kind for kind in KINDS if "withdrawn" not in kind])
    def test_say_where_it_stands_on_the_back_alone(self, all_kinds: Learner, kind: str) -> None:
        for front, back in cards_of(all_kinds, KINDS[kind]):
            assert "citation" not in front.text
            assert (back.text["section"], back.text["citation"]) == ("How they work", "§1 ¶4")

    @rows("kind", [kind for kind in KINDS if "withdrawn" in kind])
    def test_withdrawn_says_why_and_does_not_ask(self, all_kinds: Learner, kind: str) -> None:
        for sides in cards_of(all_kinds, KINDS[kind]):
            for side in sides:
                assert side.text["kind withdrawn"] == "Withdrawn"
                assert side.text["prompt"] == KINDS[kind].retired
                assert side.text["former"]
                assert "answer" not in side.text
                assert "[[type:" not in side.text[""]

    @rows(
        ("kind", "card", "field"),
        [
            pytest.param("question", 0, None, id="not-typed"),
            pytest.param("cloze", 0, None, id="cloze-not-typed"),
            pytest.param("typed", 0, "Typed", id="answer"),
            pytest.param("date", 0, "Typed", id="event-of-a-date"),
            pytest.param("date", 1, "Front", id="date-of-an-event"),
            pytest.param("cloze-typed", 0, "cloze:Text", id="cloze"),
        ],
    )
    def test_typing(self, all_kinds: Learner, kind: str, card: int, field: str | None) -> None:
        for side in cards_of(all_kinds, KINDS[kind])[card]:
            assert side.text[""].count("[[type:") == (1 if field else 0)
            assert not field or f"[[type:{field}]]" in side.text[""]


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror="alert(1)">',
    "comparison": "a < b && c > d",
    "comment": "<!-- a --> ]]>",
    "references": "&lt; &amp;amp; &#123; &nbsp",
    "deletion": "{{c1::x}}",
    "opening": "{{c1::",
    "closing": "a }} b }",
    "field": "{{Front}} {{#Note}} {{{x}}} {{=<% %>=}}",
    "scope": "std::vector<int>",
    "colons": ":::a::",
    "edges": ":a:",
    "mathjax": r"\(x\) and \[y\] and $$z$$",
    "path": r"C:\new\(old)\[1]\\",
    "sound": "[sound:x.mp3]",
    "latex": "[latex]x[/latex] [$]y[/$] [$$]z[/$$]",
    "speech": "[anki:tts lang=en_US]x[/anki:tts]",
    "typing": "[[type:Front]]",
    "brackets": "[...] [1]",
    "quotes": """'single' "double" “curly” \u2018don\u2019t\u2019""",
    "lines": "first\nsecond\r\nthird\rfourth",
    "emoji": "👩🏽‍🏭 ⛏️ 🇰🇿",
    "combining": "e\u0301 n\u0303 \u1100\u1161",
    "right-to-left": "שלום (עולם)، مرحبا!",
    "control": "a\x00b\x01c\x0bd\x0ce\x1ff\x7fg",
    "surrogate": "a\ud800b",
    "long": "word " * 20_000,
}


TAGS = [
    *("<script>alert(1)</script>", "a<b&c", "&lt;", "{{c1::x}}", "}}", "std::vector<int>"),
    *(
        r"\(x\)",
        "[sound:x]",
        "*",
        "a_b",
        "100%",
        "👩🏽‍🏭",
        "e\u0301",
        "שלום",
        "a,b",
        "'a'",
        "a" * 300,
    ),
]
"""What a curator may have for a tag: `schema_item` reports the rest."""


def written(text: str) -> str:
    """Give what was written, without what nobody can see; Anki composes accents on import."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = (c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(shown))


def hostile_section(number: int, text: str) -> GuideSection:
    """Give a section with this text in every place that a curator fills."""
    cloze = entry(f"{number}-cloze", "cloze", cloze="{{c1::x::y}} and {{c2::z}} and {{c1::x::y}}.")
    first, between, second, after, *_ = cloze.pieces
    assert not isinstance(first, str)
    hidden = first._replace(text=text, hint=text)
    entries = (
        entry(f"{number}-q", "term", prompt=text, answers=(text,), note=text, citation=text),
        entry(f"{number}-list", answers=(text, "other"), is_list=True, retired=""),
        entry(f"{number}-typed", answers=(text,), typed=True),
        entry(f"{number}-retired", retired=text, prompt=text),
        replace(cloze, pieces=(hidden, between, second, after, text), typed=True),
    )
    return GuideSection(number, text if len(text) < 1000 else "Long", "", entries)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """Give a learner who has imported every hostile text in every place."""
    folder = tmp_path_factory.mktemp("hostile")
    sections = tuple(hostile_section(n, text) for n, text in enumerate(HOSTILE.values(), 1))
    with learner(folder) as someone:
        someone.take(package(guide(sections=sections), folder / "hostile.apkg"))
        yield someone


def hostile_cards(someone: Learner, name: str) -> list[Card]:
    """Give the cards that hold one hostile text; withdrawn cards come after all others."""
    number = list(HOSTILE).index(name)
    asked = someone.cards("-tag:withdrawn")[number * 5 : number * 5 + 5]
    return [*asked[:3], someone.cards("tag:withdrawn")[number], *asked[3:]]


@pytest.fixture
def pages(hostile: Learner, request: pytest.FixtureRequest) -> list[tuple[Page, Page]]:
    """Give the cards that hold one hostile text: term, list, typed, withdrawn, cloze 1 and 2."""
    outputs = [card.render_output() for card in hostile_cards(hostile, request.param)]
    assert not any(output.question_av_tags or output.answer_av_tags for output in outputs)
    return [(Page(output.question_text), Page(output.answer_text)) for output in outputs]


def of_hostile(name: str) -> pytest.MarkDecorator:
    """Run a test for every hostile text."""
    cases = [pytest.param(key, text, id=key) for key, text in HOSTILE.items()]
    return pytest.mark.parametrize((name, "text"), cases, indirect=[name])


class TestTextIsShownAsWritten:
    @of_hostile("pages")
    def test_everywhere(self, pages: list[tuple[Page, Page]], text: str) -> None:
        term, listed, _, withdrawn, cloze, other = pages
        shown = written(text)
        assert term[0].text["prompt"] == shown
        assert term[1].text["answer"] == shown
        assert term[1].text["note"] == shown
        assert term[1].text["citation"] == shown
        assert term[1].text["section"] == (shown if len(text) < 1000 else "Long")
        assert listed[1].text["li"] == f"{shown}other"
        assert withdrawn[0].text["prompt"] == withdrawn[0].text["former"] == shown
        assert cloze[0].text["prompt"] == f"[{shown}] and z and {shown}"
        assert cloze[1].text["prompt"] == f"{shown} and z and {shown}"
        assert other[0].text["prompt"] == f"{shown} and [...] and {shown}"

    @of_hostile("pages")
    def test_nothing_in_it_is_live(self, pages: list[tuple[Page, Page]], text: str) -> None:
        ours = {"article", "p", "div", "span", "br", "hr", "ul", "li", "footer"}
        for page in (page for sides in pages for page in sides):
            assert {tag for tag, _ in page.tags} <= ours
            # MathJax would find these in what the browser has decoded.
            assert not any(r"\(" in node or r"\[" in node for node in page.nodes)

    @rows("name", [name for name in HOSTILE if name != "long"])
    def test_typed_as_written_is_right(self, hostile: Learner, name: str) -> None:
        typed = " ".join(written(HOSTILE[name]).splitlines()).strip()
        question, cloze = (hostile_cards(hostile, name)[n].note() for n in (2, 4))
        deletion = hostile.collection.extract_cloze_for_typing(cloze["Text"], 1)
        # A question's answer is compared in the form that a keyboard gives.
        for expected, answer in ((question["Typed"], as_typed(typed)), (deletion, typed)):
            compared = Page(hostile.collection.compare_answer(expected, answer, True))
            assert compared.text["typeGood"] == compared.text[""] == answer

    def test_author_and_work(self, anki: Learner, tmp_path: Path) -> None:
        made = guide(entry("q"), author="A & <B>", work="[sound:x] {{y}}")
        anki.take(package(made, tmp_path / "a.apkg"))
        (card,) = anki.cards()
        assert Page(card.render_output().answer_text).text["source"] == "A & <B>, [sound:x] {{y}}"

    def test_the_line_end_of_a_block_is_dropped(self, anki: Learner, tmp_path: Path) -> None:
        cloze = entry("c", "cloze", cloze="It ran {{c1::dry}}.\n")
        anki.take(package(guide(entry("q", prompt="P\n"), cloze), tmp_path / "a.apkg"))
        assert [card.note().fields[0] for card in anki.cards()] == ["P", "It ran {{c1::dry}}."]

    @pytest.mark.parametrize("text", TAGS)
    def test_tags(self, anki: Learner, tmp_path: Path, text: str) -> None:
        anki.take(package(guide(entry("q", tags=(text,))), tmp_path / "a.apkg"))
        tags = {tag for tag in anki.cards()[0].note().tags if not tag.startswith("mills::")}
        assert tags == {unicodedata.normalize("NFC", text)}
        searched = re.sub(r"([*_\\:])", r"\\\1", text).replace(r"\:\:", "::")
        assert anki.cards(f'"tag:{searched}"')


class TestFormulas:
    """In a deck with `math: yes`, what MathJax gets; everything else is shown as written."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param(r"\(x\)", r"\(x\)", id="inline"),
            pytest.param(r"\[x\]", r"\[x\]", id="display"),
            pytest.param(r"\(\frac{a}{b}\)", r"\(\frac{a}{b}\)", id="commands-and-braces"),
            pytest.param(r"\(a < b & c\)", r"\(a < b & c\)", id="comparison"),
            pytest.param("\\(a\nb\\)", r"\(a b\)", id="lines"),
            pytest.param(r"\(x", None, id="never-closed"),
            pytest.param(r"x\)", None, id="never-opened"),
            pytest.param(r"\(x\]", None, id="closed-otherwise"),
            pytest.param(r"\(\)", None, id="empty"),
            pytest.param(r"C:\old\(1)", None, id="path"),
            pytest.param(r"\(\href{javascript:alert(1)}{x}\)", None, id="a-link"),
            pytest.param(r"\(\style{color:red}{x}\)", None, id="a-style"),
            pytest.param(r"\(\hrefs\)", r"\(\hrefs\)", id="another-command"),
        ],
    )
    def test_alone(self, anki: Learner, tmp_path: Path, text: str, expected: str | None) -> None:
        made = guide(entry("q", prompt=text, answers=(text,), note=text), math=True)
        anki.take(package(made, tmp_path / "a.apkg"))
        page = Page(anki.cards()[0].render_output().answer_text)
        for place in ("prompt", "answer", "note"):
            assert page.text[place] == (expected or text)
        live = [node for node in page.nodes if re.search(r"\\[(\[]", node)]
        assert live == ([expected] * 3 if expected else [])

    def test_next_to_what_is_none(self, anki: Learner, tmp_path: Path) -> None:
        made = guide(entry("q", prompt=r"\( \(x\) \) \[y\]"), math=True)
        anki.take(package(made, tmp_path / "a.apkg"))
        nodes = Page(anki.cards()[0].render_output().question_text).nodes
        assert [node for node in nodes if "x" in node or "y" in node] == [
            "( \\(x\\) \\",
            ") \\[y\\]",
        ]

    def test_in_a_deletion_and_around_one(self, anki: Learner, tmp_path: Path) -> None:
        cloze = entry("c", "cloze", cloze=r"{{c1::\(\frac{a}{b}\)::\(h\)}} or \({{c2::x}}^{2}\)")
        anki.take(package(guide(cloze, math=True), tmp_path / "a.apkg"))
        first, second = (Page(card.render_output().question_text) for card in anki.cards())
        assert first.text["prompt"] == r"[\(h\)] or \(x^{2}\)"
        assert second.text["prompt"] == r"\(\frac{a}{b}\) or \([...]^{2}\)"

    def test_that_never_end_take_no_longer_than_they_are_long(self) -> None:
        for text in (r"\(" * 50_000, r"\(\[" * 25_000, "&" * 100_000):
            assert fields_of(entry("q", prompt=text), math=True)["Front"] == html(text)

    def test_a_deck_without_them_shows_them_as_written(self, anki: Learner, tmp_path: Path) -> None:
        anki.take(package(guide(entry("q", prompt=r"\(x\)")), tmp_path / "a.apkg"))
        page = Page(anki.cards()[0].render_output().question_text)
        assert page.text["prompt"] == r"\(x\)"
        assert r"\(x\)" not in page.nodes


class TestNextEdition:
    def test_the_same_again_changes_nothing(self, anki: Learner, tmp_path: Path) -> None:
        made = package(guide(*KINDS.values()), tmp_path / "a.apkg")
        anki.take(made)
        tables = ("notes", "cards", "notetypes", "fields", "templates", "col")
        before = anki.rows(*tables)
        assert anki.take(made) == {"duplicate": len(KINDS)}
        assert anki.rows(*tables) == before

    def test_a_changed_text_arrives_and_scheduling_stays(
        self, anki: Learner, tmp_path: Path
    ) -> None:
        old = entry("q", prompt="How mnay?")
        anki.take(package(guide(old, entry("other")), tmp_path / "a.apkg"))
        learnt = anki.answer_one()
        new = replace(old, prompt="How many?", modified=old.modified + 1)
        edition = package(guide(new, entry("other")), tmp_path / "b.apkg")
        assert anki.take(edition) == {"updated": 1, "duplicate": 1}
        card = anki.collection.get_card(learnt.id)
        assert card.note()["Front"] == "How many?"
        assert (card.type, card.queue, card.ivl, card.reps) == (2, 2, learnt.ivl, 1)

    def test_an_older_edition_changes_nothing(self, anki: Learner, tmp_path: Path) -> None:
        old = entry("q", prompt="old")
        new = replace(old, prompt="new", modified=old.modified + 1)
        anki.take(package(guide(new), tmp_path / "new.apkg"))
        assert anki.take(package(guide(old), tmp_path / "old.apkg")) == {"duplicate": 1}
        assert anki.cards()[0].note()["Front"] == "new"

    def test_a_renamed_item_is_the_same_note(self, anki: Learner, tmp_path: Path) -> None:
        old = entry("q")
        anki.take(package(guide(old), tmp_path / "a.apkg"))
        new = replace(old, id="better", modified=old.modified + 1)
        assert anki.take(package(guide(new), tmp_path / "b.apkg")) == {"updated": 1}

    def test_a_withdrawn_item_is_withdrawn(self, anki: Learner, tmp_path: Path) -> None:
        old = entry("q")
        anki.take(package(guide(old), tmp_path / "a.apkg"))
        new = replace(old, retired="Wrong.", modified=old.modified + 1)
        anki.take(package(guide(new), tmp_path / "b.apkg"))
        (card,) = anki.cards("tag:withdrawn")
        assert "Wrong." in card.render_output().question_text

    @pytest.mark.parametrize("file", ["cards.css", "question-forward-front.html"])
    def test_a_changed_template_arrives_and_notes_stay(
        self, anki: Learner, tmp_path: Path, file: str
    ) -> None:
        made = guide(*KINDS.values())
        anki.take(package(made, tmp_path / "a.apkg"))
        before = anki.rows("notes", "cards", "col")
        types = note_types(made.id, overriding(tmp_path, file))
        modified = {"question": 1_000_001, "cloze": 1_000_001}
        edition = package(made, tmp_path / "b.apkg", types, modified)
        assert anki.take(edition) == {"duplicate": len(KINDS)}
        assert "/* new */" in anki.cards()[0].question()
        after = anki.rows("notes", "cards", "col")
        assert (after["notes"], after["cards"]) == (before["notes"], before["cards"])
        schema_changed = 3  # after which Anki asks for a full sync
        assert after["col"][0][schema_changed] == before["col"][0][schema_changed]

    def test_another_deck_with_the_same_item_ids(self, anki: Learner, tmp_path: Path) -> None:
        anki.take(package(guide(entry("q")), tmp_path / "a.apkg"))
        other = guide(entry("q"), id="tides", title="Tides")
        assert anki.take(package(other, tmp_path / "b.apkg")) == {"new": 1}
        assert len({card.note().note_type()["id"] for card in anki.cards()}) == 2  # type: ignore[index]

    def test_fields_hold_what_their_type_needs(self, all_kinds: Learner) -> None:
        assert {card.note().fields_check() for card in all_kinds.cards()} == {0}

    @pytest.mark.parametrize("someone", ["all_kinds", "hostile"])
    def test_anki_finds_nothing_to_mend(self, someone: str, request: pytest.FixtureRequest) -> None:
        it: Learner = request.getfixturevalue(someone)
        assert not it.collection.get_empty_cards().notes
        before = it.rows("notes", "cards")
        _, is_fine = it.collection.fix_integrity()
        assert is_fine
        after = it.rows("notes", "cards")
        assert {table: len(rows) for table, rows in after.items()} == {
            table: len(rows) for table, rows in before.items()
        }


def overriding(folder: Path, file: str) -> Templates:
    """Give templates of which a deck has changed one."""
    own = folder / "own" / "anki"
    own.mkdir(parents=True)
    (own / file).write_text(BUNDLED.read(f"anki/{file}") + "/* new */", encoding="utf-8")
    return Templates((folder / "own", *BUNDLED.folders))


QUESTION_FIELDS = {
    "Front": 4918899861953119380,
    "Back": 8259803305188467078,
    "Note": 1570100975920230518,
    "Image": 5592623584461326007,
    "Citation": 5969760319736619466,
    "Passage": 6531113632718347481,
    "Section": 9082104111572403434,
    "Kind": 6234014916068336857,
    "Source": 4017374610379373407,
    "Reverse": 8116478792572207939,
    "Typed": 6978830022216302677,
    "Withdrawn": 3731196000392431894,
    "Spare1": 5172727740365120084,
    "Spare2": 964814590671628489,
    "Spare3": 4907487127330659733,
    "Spare4": 3494535978431770108,
}
CLOZE_FIELDS = {
    "Text": 8463512592410256322,
    "Note": 3471198880015266609,
    "Image": 4364370524893763559,
    "Citation": 5493389376600965246,
    "Passage": 5134996259349384396,
    "Section": 1366192071308468362,
    "Kind": 5123804335062167063,
    "Source": 967336772608875528,
    "Typed": 7013935890480799077,
    "Withdrawn": 990078876862757680,
    "Spare1": 3358748789946372371,
    "Spare2": 5496040252516926206,
    "Spare3": 904576073062285341,
    "Spare4": 1388461193236379169,
}


class TestFrozen:
    """Where one of these fails, every learner's note would be left behind: mend the code."""

    @pytest.mark.parametrize(
        ("index", "fields"),
        [
            pytest.param(0, QUESTION_FIELDS, id="question"),
            pytest.param(1, CLOZE_FIELDS, id="cloze"),
        ],
    )
    def test_fields(self, index: int, fields: dict[str, int]) -> None:
        type = note_types("mills", BUNDLED)[index]
        assert list(type.fields) == list(fields.items())

    def test_templates(self) -> None:
        question, cloze = note_types("mills", BUNDLED)
        assert [(each.name, each.id) for each in (*question.templates, *cloze.templates)] == [
            ("Forward", 6956296431041845612),
            ("Reverse", 3797069098715683602),
            ("Cloze", 105405648934087697),
        ]

    def test_note_types(self) -> None:
        assert [(type.key, type.id, type.name) for type in note_types("mills", BUNDLED)] == [
            ("question", 1300373279, "studyguide question (mills)"),
            ("cloze", 1563383058, "studyguide cloze (mills)"),
        ]

    def test_guid(self, all_kinds: Learner) -> None:
        (card,) = all_kinds.cards("Front:How*many*")
        assert card.note().guid == "38b409f74096e0ed5ac4a159"


class TestNoteTypes:
    def test_field_ids_do_not_depend_on_the_deck(self) -> None:
        mills, tides = (note_types(deck, BUNDLED)[0] for deck in ("mills", "tides"))
        assert mills.fields == tides.fields
        assert mills.id != tides.id

    def test_every_id_is_unlike_every_other(self) -> None:
        types = note_types("mills", BUNDLED)
        ids = [field.id for type in types for field in type.fields]
        ids += [template.id for type in types for template in type.templates]
        assert len(set(ids)) == len(ids) == 16 + 2 + 14 + 1
        assert all(0 < id < 1 << 63 for id in ids)

    def test_a_template_that_genanki_cannot_read(self, anki: Learner, tmp_path: Path) -> None:
        own = tmp_path / "own" / "anki"
        own.mkdir(parents=True)
        (own / "question-forward-front.html").write_text("{{text:Front}}", encoding="utf-8")
        types = note_types("mills", Templates((tmp_path / "own", *BUNDLED.folders)))
        anki.take(package(guide(entry("q", prompt="Why?")), tmp_path / "a.apkg", types))
        assert [card.render_output().question_text for card in anki.cards()] == ["Why?"]

    @rows(
        ("file", "changed"),
        [
            pytest.param("cards.css", [True, True], id="style"),
            pytest.param("foot.html", [True, True], id="what all backs share"),
            pytest.param("question-forward-front.html", [True, False], id="forward-front"),
            pytest.param("question-reverse-back.html", [True, False], id="reverse-back"),
            pytest.param("cloze-back.html", [False, True], id="cloze-back"),
        ],
    )
    def test_digest_tells_of_a_change(self, tmp_path: Path, file: str, changed: list[bool]) -> None:
        ours = note_types("mills", BUNDLED)
        own = note_types("mills", overriding(tmp_path, file))
        assert [a.digest != b.digest for a, b in zip(ours, own, strict=True)] == changed
        assert [a.id for a in ours] == [b.id for b in own]


class TestImages:
    def image(self, folder: Path, content: bytes, alt: str = "A mill") -> Image:
        folder.mkdir(exist_ok=True)
        path = folder / "Ünïcode mill.PNG"
        path.write_bytes(content)
        return Image(path, alt, hashlib.sha256(content).hexdigest())

    def test_arrive_under_the_name_of_their_content(self, anki: Learner, tmp_path: Path) -> None:
        mill, gate = (self.image(tmp_path / name, name.encode()) for name in ("mill", "gate"))
        entries = (entry("a", image=mill), entry("b", image=gate), entry("c", image=mill))
        anki.take(package(guide(*entries), tmp_path / "a.apkg"))
        media = Path(anki.collection.media.dir())
        assert {file.name: file.read_bytes() for file in media.iterdir()} == {
            f"sg-{mill.digest[:16]}.png": b"mill",
            f"sg-{gate.digest[:16]}.png": b"gate",
        }
        check = anki.collection.media.check()
        assert not check.missing
        assert not check.unused

    @pytest.mark.parametrize(
        "name",
        [
            pytest.param("a b'\"<>&%20#?.png", id="marks"),
            pytest.param("[sound:x].png", id="sound"),
            pytest.param("{{c1::x}}.png", id="deletion"),
            pytest.param("..png", id="point"),
            pytest.param("CON.png", id="reserved"),
            pytest.param("_keep.png", id="kept"),
            pytest.param("طاحونة 👩🏽‍🏭 e\u0301.png", id="letters"),
            pytest.param("a.PNG", id="capitals"),
            pytest.param("a.p\u0131g", id="ending"),
        ],
    )
    def test_of_any_name(self, anki: Learner, tmp_path: Path, name: str) -> None:
        path = tmp_path / "media" / name
        path.parent.mkdir()
        path.write_bytes(b"mill")
        image = Image(path, "A mill", hashlib.sha256(b"mill").hexdigest())
        anki.take(package(guide(entry("q", image=image)), tmp_path / "a.apkg"))
        (file,) = Path(anki.collection.media.dir()).iterdir()
        assert re.fullmatch(r"sg-[0-9a-f]{16}(\.png)?", file.name)
        assert file.read_bytes() == b"mill"
        assert not anki.collection.media.check().missing

    @pytest.mark.parametrize("alt", ["A mill", *(HOSTILE[name] for name in HOSTILE)])
    def test_say_what_they_show(self, anki: Learner, tmp_path: Path, alt: str) -> None:
        image = self.image(tmp_path / "media", b"mill", alt)
        cloze = entry("c", "cloze", cloze=SENTENCE, image=image)
        anki.take(package(guide(entry("q", image=image), cloze), tmp_path / "a.apkg"))
        for card in anki.cards():
            output = card.render_output()
            assert "img" not in {tag for tag, _ in Page(output.question_text).tags}
            (shown,) = (attrs for tag, attrs in Page(output.answer_text).tags if tag == "img")
            expected = {"src": f"sg-{image.digest[:16]}.png", "alt": " ".join(written(alt).split())}
            assert shown == expected

    def test_that_cannot_be_read(self, tmp_path: Path) -> None:
        image = Image(tmp_path / "gone.png", "", "0" * 64)
        with pytest.raises(
            StudyGuideError, match=r"cannot read .*gone\.png: there is no such file"
        ):
            package(guide(entry("q", image=image)), tmp_path / "a.apkg")


BUILD = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
from tests.anki.test_write import every_kind
from tests.anki.collection import package
package(every_kind(Path.cwd()), Path("a.apkg"))
"""


def every_kind(folder: Path) -> Guide:
    """Give a guide of all kinds with an image in this folder."""
    path = folder / "mill.png"
    path.write_bytes(b"mill")
    image = Image(path, "A mill", hashlib.sha256(b"mill").hexdigest())
    tagged = entry("tagged", tags=("wheels", "gates", "Dutch", "low"), image=image)
    return guide(*KINDS.values(), tagged)


class TestSameBytes:
    def test_whoever_builds_and_wherever(self, tmp_path: Path) -> None:
        built = []
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
            folder = tmp_path / zone
            folder.mkdir(parents=True)
            temporary = folder / "tmp"
            temporary.mkdir()
            paths = [str(ROOT)]
            settings = {"PYTHONHASHSEED": seed, "TZ": zone, "TMPDIR": str(temporary)}
            subprocess.run(
                [sys.executable, "-c", BUILD, *paths],
                cwd=folder,
                env={**os.environ, **settings},
                check=True,
            )
            assert not list(temporary.iterdir())
            built.append((folder / "a.apkg").read_bytes())
        assert built[0] == built[1]

    def test_the_archive_tells_nothing_of_the_machine(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(package(every_kind(tmp_path), tmp_path / "a.apkg")) as archive:
            members = archive.infolist()
        assert [member.filename for member in members] == ["collection.anki2", "media", "0"]
        assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
        assert {member.create_system for member in members} == {3}
        assert {member.external_attr for member in members} == {0o100644 << 16}
        assert {member.compress_type for member in members} == {zipfile.ZIP_DEFLATED}

    def test_guids_do_not_depend_on_text(self, anki: Learner, tmp_path: Path) -> None:
        anki.take(package(guide(entry("q")), tmp_path / "a.apkg"))
        (card,) = anki.cards()
        with learner(tmp_path / "other") as other:
            changed = entry("q", "person", prompt="Q", answers=("B",), tags=("t",), section=3)
            other.take(package(guide(changed, title="T"), tmp_path / "b.apkg"))
            assert [card.note().guid for card in other.cards()] == [card.note().guid]


VERSE = "The wheel goes {{c1::round}},\n  and through the sound\n\tthe miller {{c2::calls}}.\n"


def test_pictures_recordings_and_lines_reach_a_learner(anki: Learner, tmp_path: Path) -> None:
    files = {}
    for name in ("asked.png", "shown.png", "gate.mp3"):
        path = tmp_path / name
        path.write_bytes(name.encode())
        files[name] = path, hashlib.sha256(name.encode()).hexdigest()
    asked, shown = (
        Image(files[name][0], name, files[name][1]) for name in ("asked.png", "shown.png")
    )
    sound = Sound(*files["gate.mp3"])
    both = entry("both", image=shown, asked_picture=asked, sound=sound)
    verse = entry("verse", "cloze", pieces=parse(VERSE)[0], asked_picture=asked)
    anki.take(package(guide(both, verse), tmp_path / "a.apkg"))
    media = {path.read_bytes() for path in Path(anki.collection.media.dir()).iterdir()}
    assert media == {b"asked.png", b"shown.png", b"gate.mp3"}
    card, *clozes = anki.cards()
    assert "asked.png" in card.question()
    assert "shown.png" not in card.question()
    assert "shown.png" in card.answer()
    (played,) = card.answer_av_tags()
    assert played.filename == media_name(sound)
    assert card.question_av_tags() == []
    assert "asked.png" in clozes[0].question()
    assert (
        "<br>\u00a0\u00a0and through the sound<br>\u00a0\u00a0\u00a0\u00a0the miller"
        in clozes[0].answer()
    )
