"""Edition after edition, in Anki's own back end: what a learner has is kept, what is new arrives.

Each row: a learner has imported edition 1 and learnt for a while; then they and the curator do
something, and edition 2 is imported. Everything that the row does not name is as before, on all cards.
"""

import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from anki.collection import (
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.import_export_pb2 import IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_NEVER

from studyguide.anki.fields import deck_names
from studyguide.anki.ledger import Ledger
from studyguide.anki.lock_entries import Release, note_types_keep_their_shape, stamped
from studyguide.anki.note_types import NoteType, note_types
from studyguide.anki.notes import guid_of
from studyguide.anki.write import write_package
from studyguide.finding import Location
from studyguide.guide.guide import GuideSection, compose
from studyguide.lock.lock import Lock
from studyguide.lock.on_disk import save_lock
from studyguide.printing.cutout import imposition
from studyguide.printing.press.options import Layout
from studyguide.releases.plan import Plan, Planned
from studyguide.releases.plan_text import as_text
from studyguide.templates import Templates
from studyguide.workflows.build import Order, build_folder
from studyguide.workflows.check import Texts
from studyguide.workflows.plan import _is_altered
from tests.anki.collection import Learner, Page, guide, learner
from tests.conftest import Desk, picture, serious

ORDER = Order(Layout(), imposition.sheet("grid", imposition.PAPERS["a4"]))

FIRST, SECOND, AFTER_ALL = 1_700_000_000, 1_700_086_400, 4_000_000_000
"""Seconds of editions: long before the learner does anything, or long after."""

BODY = "id: body\nquestion: Which body does the paper name?\nanswer: the council\nevidence: {}"
ITEMS = {
    "cold": "id: cold\nquestion: How was it?\nanswer: chilly\n"
    "wording: {chilly: cold}\nevidence: It was cold. It",
    "june": "id: june\ncloze: By {{c1::June}} 1911 it had spread to {{c2::Dunmere}}.\n"
    "evidence: By June 1911 … Dunmere",
    "cloud": "id: cloud\nterm: cloud\ndefinition: a passing one\nreverse: yes\n"
    "image: lamp.png\nalt: A lamp\nevidence: walkout “a passing cloud”",
    "body": BODY.format("The Selby council’s answer was"),
}
LATER = {
    "year": "id: year\nquestion: In which year did the council give way?\nanswer: '1913'\n"
    "evidence: The council gave way in 1913",
}
NEW = "id: left\nquestion: In which year did he leave?\nanswer: '1912'\nevidence: In 1912 he left"
LIT = "id: lit\nquestion: What was lit again?\nanswer: every lamp\nevidence: Every lamp … lit again"

Card = tuple[str, int]
"""A card by the id that its item first had, and its number within the note."""

SHOWN: dict[Card, tuple[str, str]] = {
    ("cold", 0): ("How was it?", "chilly"),
    ("june", 0): ("By [...] 1911 it had spread to Dunmere.", ""),
    ("june", 1): ("By June 1911 it had spread to [...].", ""),
    ("cloud", 0): ("cloud", "a passing one"),
    ("cloud", 1): ("a passing one", "cloud"),
    ("body", 0): ("Which body does the paper name?", "the council"),
    ("year", 0): ("In which year did the council give way?", "1913"),
}
"""What edition 1 asks and answers."""

ONE, TWO = "The Harbour Papers::1 Lamps", "The Harbour Papers::2 Peace"
DECKS = {card: TWO if card[0] == "year" else ONE for card in SHOWN}


class Publisher(Desk):
    """A curator who publishes editions of one deck, as the build does, without the printed guide."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        (folder / "media").mkdir()
        self.picture(picture())
        self.items, self.later = dict(ITEMS), dict(LATER)
        self.titles = {1: "Lamps", 2: "Peace"}

    def picture(self, content: bytes) -> None:
        (self.folder / "media" / "lamp.png").write_bytes(content)

    def publish(self, path: Path, now: int) -> Path:
        """Check, and write an edition as of a second."""
        self.section(*self.items.values(), title=self.titles[1])
        self.section(*self.later.values(), number=2, title=self.titles[2])
        report = self.check(now=now)
        assert serious(report) == ()
        assert report.deck
        types = note_types(report.deck.id, Templates.of(self.folder), markup=report.deck.markup)
        assert not [*note_types_keep_their_shape(types, self.lock, report.deck.file.at(0))]
        self.lock = stamped(
            self.lock, Release(compose(report.deck, self.lock), types, now, Ledger("harbour"))
        )
        write_package(compose(report.deck, self.lock), types, self.lock, path)
        return path

    def override(self, file: str, old: str, new: str) -> None:
        """Change a template for this deck."""
        text = Templates.of(self.folder).read(f"anki/{file}")
        assert old in text
        own = self.folder / "templates" / "anki"
        own.mkdir(parents=True, exist_ok=True)
        (own / file).write_text(text.replace(old, new), encoding="utf-8")


class State(NamedTuple):
    """All that a learner has of a card, and what it shows them."""

    deck: str
    scheduling: tuple[Any, ...]
    flags: int
    reviews: list[Any]
    tags: tuple[str, ...]
    shown: tuple[str, str]


def states(someone: Learner) -> dict[Card, State]:
    """Look at every card of a collection."""
    ids = {guid_of("harbour", id): id for id in (*ITEMS, *LATER, "left", "lit")}
    return {(ids[card.note().guid], card.ord): _state(someone, card) for card in someone.cards()}


def _state(someone: Learner, card: Any) -> State:
    output = card.render_output()
    front, back = Page(output.question_text), Page(output.answer_text)
    assert someone.collection.db
    return State(
        someone.collection.decks.name(card.did),
        (card.id, card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses)
        + (card.left, card.odue, card.odid, str(card.memory_state), card.custom_data),
        card.flags,
        someone.collection.db.all("select * from revlog where cid = ?", card.id),
        tuple(card.note().tags),
        (front.text["prompt"], back.text.get("answer", "")),
    )


def learn(someone: Learner) -> None:
    """Answer, flag and suspend some of the cards; one is left new."""
    collection = someone.collection
    cards = someone.cards()
    collection.decks.select(next(deck.id for deck in someone.decks() if "::" not in deck.name))
    for ease in (4, 1, 3, 4, 3):
        collection.sched.answerCard(collection.sched.getCard(), ease)
    collection.set_user_flag_for_cards(3, [cards[0].id, cards[3].id])
    collection.sched.suspend_cards([cards[1].id, cards[4].id])
    assert collection.db
    assert collection.db.scalar("select count() from revlog") == 5
    assert {card.type for card in someone.cards()} >= {0, 1, 2}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Lock]:
    """Give a folder where edition 1 was published and a learner has learnt, and its lock."""
    folder = tmp_path_factory.mktemp("begun")
    (folder / "deck").mkdir()
    publisher = Publisher(folder / "deck")
    edition = publisher.publish(folder / "1.apkg", FIRST)
    with learner(folder / "learner") as someone:
        assert someone.take(edition) == {"new": 5}
        learn(someone)
        assert {card: state.shown for card, state in states(someone).items()} == SHOWN
        assert {card: state.deck for card, state in states(someone).items()} == DECKS
    return folder, publisher.lock


Act = Callable[[Publisher], object]
LearnerAct = Callable[[Learner], object]


def item(id: str, old: str, new: str) -> Act:
    """Change an item of the first section."""

    def act(publisher: Publisher) -> None:
        assert old in publisher.items[id]
        publisher.items[id] = publisher.items[id].replace(old, new)

    return act


def added(publisher: Publisher) -> None:
    items = list(publisher.items.items())
    publisher.items = dict([*items[:2], ("left", NEW), *items[2:]])


def moved(publisher: Publisher) -> None:
    del publisher.items["body"]
    publisher.later["body"] = BODY.format("The council gave way in")


def new_section(publisher: Publisher) -> None:
    deck_title(publisher)
    publisher.section(LIT, number=3, title="Again")


def tried(act: Act) -> Act:
    """Change something, have it checked, and take it back."""

    def both(publisher: Publisher) -> None:
        kept = dict(publisher.items), dict(publisher.titles)
        act(publisher)
        publisher.section(*publisher.items.values(), title=publisher.titles[1])
        publisher.section(*publisher.later.values(), number=2, title=publisher.titles[2])
        before = [each.modified for each in publisher.lock.items.values()]
        assert serious(publisher.check(now=SECOND - 10)) == ()
        assert [each.modified for each in publisher.lock.items.values()] != before
        publisher.items, publisher.titles = kept

    return both


def with_markup(publisher: Publisher) -> None:
    publisher.deck(markup="yes")
    item("cold", "answer: chilly", "answer: '*chilly*'")(publisher)


def deck_title(publisher: Publisher) -> None:
    publisher.deck(title="Lamps and Meters")


def section_title(publisher: Publisher) -> None:
    publisher.titles[1] = "Lights"


def note_of(someone: Learner, id: str) -> Any:
    return next(
        card.note() for card in someone.cards() if card.note().guid == guid_of("harbour", id)
    )


def tag(someone: Learner) -> None:
    note = note_of(someone, "cold")
    note.add_tag("hard")
    someone.collection.update_note(note)


def edit(someone: Learner) -> None:
    note = note_of(someone, "cold")
    note["Back"] = "freezing"
    someone.collection.update_note(note)


def cards_of(someone: Learner, id: str) -> list[Any]:
    return [card.id for card in someone.cards() if card.note().guid == guid_of("harbour", id)]


def restyle(someone: Learner) -> None:
    models = someone.collection.models
    for type in models.all():
        if "(harbour)" in type["name"]:
            type["css"] += "/* mine */"
            models.update_dict(type)


def suspend(someone: Learner) -> None:
    someone.collection.sched.suspend_cards(cards_of(someone, "cold"))


def move(someone: Learner) -> None:
    deck = someone.collection.decks.id("Mine")
    assert deck
    someone.collection.set_deck(cards_of(someone, "cold"), deck)


def delete(someone: Learner) -> None:
    someone.collection.remove_notes([note_of(someone, "cold").id])


def rename_deck(someone: Learner) -> None:
    (whole,) = (deck for deck in someone.decks() if "::" not in deck.name)
    someone.collection.decks.rename(someone.collection.decks.get(whole.id), "Mine")


def nothing(_: object) -> None:
    pass


@dataclass(frozen=True)
class Row:
    """A row of the table.

    `log` counts notes by what Anki says of them; `shown` and `tags` say what is otherwise
    than after edition 1; `new` names the cards that come, into `deck`, and whose `reviews` Anki may
    still know.
    """

    curator: Act
    log: dict[str, int]
    shown: Mapping[Card, tuple[str, str]] = field(default_factory=dict)
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    new: tuple[Card, ...] = ()
    reviews: int = 0
    deck: str = ONE
    learner: LearnerAct = nothing
    now: int = SECOND
    also: LearnerAct = nothing


def section_shown(number: str, text: str) -> LearnerAct:
    """Expect a section's title on the back of each of its cards."""

    def look(someone: Learner) -> None:
        cards = someone.cards(f"tag:harbour::section-{number}")
        assert len(cards) > 1
        assert {Page(card.render_output().answer_text).text["section"] for card in cards} == {text}

    return look


def image_is(content: bytes) -> LearnerAct:
    """Expect this picture, and the one before it to be known as unused."""

    def look(someone: Learner) -> None:
        (name,) = {
            tag["src"]
            for card in someone.cards("term") + someone.cards("cloud")
            for kind, tag in Page(card.render_output().answer_text).tags
            if kind == "img"
        }
        folder = Path(someone.collection.media.dir())
        assert (folder / str(name)).read_bytes() == content
        check = someone.collection.media.check()
        assert not check.missing
        assert len(check.unused) == 1

    return look


def emphasised(someone: Learner) -> None:
    """Expect the answer set in italics."""
    assert note_of(someone, "cold")["Back"] == "<em>chilly</em>"
    assert ".pipe-table" in someone.cards("Back:*chilly*")[0].render_output().css


def withdrawn(someone: Learner) -> None:
    """Expect what says so on both sides of both cards, and the tag by which to find them."""
    cards = someone.cards("tag:withdrawn")
    assert len(cards) == 2
    for card in cards:
        output = card.render_output()
        for side in (Page(output.question_text), Page(output.answer_text)):
            assert side.text["kind withdrawn"] == "Withdrawn"
            assert side.text["prompt"] == "It was no cloud."
            assert "answer" not in side.text


def styled(part: str) -> LearnerAct:
    """Expect a changed template or style on a card that was not updated."""

    def look(someone: Learner) -> None:
        (card,) = someone.cards("Back:chilly")
        assert part in card.question()

    return look


def _has_no_style_of_their_own(someone: Learner) -> None:
    assert all("mine" not in type["css"] for type in someone.collection.models.all())


ROWS = {
    "nothing": Row(nothing, {"duplicate": 5}),
    "a wording": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
    ),
    "evidence alone": Row(item("cold", "It was cold. It", "It was cold"), {"duplicate": 5}),
    "a declaration alone": Row(
        item("cold", "{chilly: cold}", "{chilly: was cold}"), {"duplicate": 5}
    ),
    "added in the middle": Row(
        added,
        {"new": 1, "duplicate": 5},
        shown={("left", 0): ("In which year did he leave?", "1912")},
        new=(("left", 0),),
    ),
    "moved to another section": Row(
        moved,
        {"updated": 1, "duplicate": 4},
        tags={"body": ("harbour::kind::question", "harbour::section-2")},
        also=section_shown("2", "Peace"),
    ),
    "renamed": Row(item("cold", "id: cold", "id: chill\nwas: cold"), {"duplicate": 5}),
    "renamed and reworded": Row(
        item("cold", "id: cold\nquestion: How was it?", "id: chill\nwas: cold\nquestion: How so?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How so?", "chilly")},
    ),
    "withdrawn": Row(
        item("cloud", "evidence:", "retired: It was no cloud.\nevidence:"),
        {"updated": 1, "duplicate": 4},
        shown={("cloud", n): ("It was no cloud.", "") for n in (0, 1)},
        tags={"cloud": ("harbour::kind::term", "harbour::section-1", "withdrawn")},
        also=withdrawn,
    ),
    "a deletion added": Row(
        item("june", " 1911 it", " {{c3::1911}} it"),
        {"updated": 1, "duplicate": 4},
        shown={("june", 2): ("By June [...] it had spread to Dunmere.", "")},
        new=(("june", 2),),
    ),
    "a style": Row(
        lambda publisher: publisher.override("cards.css", ".sheet {", "/* new */ .sheet {"),
        {"duplicate": 5},
        also=styled("/* new */"),
    ),
    "a template": Row(
        lambda publisher: publisher.override(
            "question-forward-front.html", "</article>", "<p>new</p></article>"
        ),
        {"duplicate": 5},
        also=styled("<p>new</p>"),
    ),
    "a wording that was tried and taken back": Row(
        tried(item("cold", "How was it?", "How did it feel?")),
        {"duplicate": 5},
        shown={("cold", 0): ("How was it?", "freezing")},
        learner=edit,
        now=AFTER_ALL,
    ),
    "a title that was tried and taken back": Row(
        tried(section_title),
        {"duplicate": 5},
        learner=tag,
        now=AFTER_ALL,
    ),
    "a wording that was tried before another": Row(
        lambda publisher: (
            tried(item("cold", "How was it?", "How did it feel?"))(publisher),
            item("cold", "How was it?", "How so?")(publisher),
        ),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How so?", "chilly")},
    ),
    "formulas, of which no card has one": Row(
        lambda publisher: publisher.deck(math="yes"),
        {"duplicate": 5},
        shown={("cold", 0): ("How was it?", "freezing")},
        learner=edit,
        now=AFTER_ALL,
    ),
    "the deck's title": Row(deck_title, {"duplicate": 5}),
    "a section's title": Row(
        section_title, {"updated": 4, "duplicate": 1}, also=section_shown("1", "Lights")
    ),
    "added under a new title": Row(
        lambda publisher: (deck_title(publisher), section_title(publisher), added(publisher)),
        {"new": 1, "updated": 4, "duplicate": 1},
        shown={("left", 0): ("In which year did he leave?", "1912")},
        new=(("left", 0),),
    ),
    "a section added under a new title": Row(
        new_section,
        {"new": 1, "duplicate": 5},
        shown={("lit", 0): ("What was lit again?", "every lamp")},
        new=(("lit", 0),),
        deck="The Harbour Papers::3 Again",
    ),
    "markup": Row(
        with_markup,
        {"updated": 1, "duplicate": 4},
        also=emphasised,
    ),
    "an image": Row(
        lambda publisher: publisher.picture(picture(shade=9)),
        {"updated": 1, "duplicate": 4},
        also=image_is(picture(shade=9)),
    ),
    "a clock that runs backwards": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
        now=FIRST - 1000,
    ),
    "a style by a clock that runs backwards": Row(
        lambda publisher: publisher.override("cards.css", ".sheet {", "/* new */ .sheet {"),
        {"duplicate": 5},
        now=FIRST - 1000,
        also=styled("/* new */"),
    ),
    "the learner has tagged": Row(
        nothing,
        {"duplicate": 5},
        learner=tag,
    ),
    "the learner has tagged before the change": Row(  # Anki takes a note whole, tags included
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
        tags={"cold": ("harbour::kind::question", "harbour::section-1")},
        learner=tag,
        now=AFTER_ALL,
    ),
    "the learner has edited": Row(
        nothing, {"duplicate": 5}, shown={("cold", 0): ("How was it?", "freezing")}, learner=edit
    ),
    "the learner has edited after the change": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"duplicate": 5},
        shown={("cold", 0): ("How was it?", "freezing")},
        learner=edit,
    ),
    "the learner has edited before the change": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
        learner=edit,
        now=AFTER_ALL,
    ),
    "the learner has styled": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
        learner=restyle,
        now=AFTER_ALL,
        also=styled("/* mine */"),
    ),
    "a style where the learner has their own": Row(
        lambda publisher: publisher.override("cards.css", ".sheet {", "/* new */ .sheet {"),
        {"duplicate": 5},
        learner=restyle,
        now=AFTER_ALL,
        also=lambda someone: (styled("/* new */")(someone), _has_no_style_of_their_own(someone)),
    ),
    "the learner has suspended": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
        learner=suspend,
    ),
    "the learner has moved a card": Row(
        item("cold", "How was it?", "How did it feel?"),
        {"updated": 1, "duplicate": 4},
        shown={("cold", 0): ("How did it feel?", "chilly")},
        learner=move,
    ),
    "the learner has renamed the deck": Row(
        added,
        {"new": 1, "duplicate": 5},
        shown={("left", 0): ("In which year did he leave?", "1912")},
        new=(("left", 0),),
        learner=rename_deck,
    ),
    "the learner has deleted a note": Row(
        nothing, {"new": 1, "duplicate": 4}, new=(("cold", 0),), learner=delete, reviews=1
    ),
}


@pytest.fixture
def stage(begun: tuple[Path, Lock], tmp_path: Path) -> Iterator[tuple[Publisher, Learner]]:
    """Give a curator and a learner of their own, after edition 1."""
    folder, lock = begun
    (tmp_path / "deck").mkdir()
    publisher = Publisher(tmp_path / "deck")
    publisher.lock = lock
    shutil.copytree(folder / "learner", tmp_path / "learner")
    with learner(tmp_path / "learner") as someone:
        yield publisher, someone


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_edition_2(stage: tuple[Publisher, Learner], row: Row, tmp_path: Path) -> None:
    publisher, someone = stage
    row.learner(someone)
    before, decks = states(someone), {deck.name for deck in someone.decks()}
    row.curator(publisher)
    assert someone.take(publisher.publish(tmp_path / "2.apkg", row.now)) == row.log
    after = states(someone)
    expected = {
        card: state._replace(
            shown=row.shown.get(card, SHOWN[card]), tags=row.tags.get(card[0], state.tags)
        )
        for card, state in before.items()
    }
    assert {card: state for card, state in after.items() if card not in row.new} == expected
    for card in row.new:
        state = after[card]
        assert state.shown == (row.shown.get(card) or SHOWN[card])
        assert (state.deck, state.flags) == (row.deck, 0)
        assert len(state.reviews) == row.reviews
        assert state.scheduling[1:3] == (0, 0)
    row.also(someone)
    if row.learner is not rename_deck:
        assert {deck.name for deck in someone.decks()} == decks | {row.deck}
    assert not someone.collection.get_empty_cards().notes


def test_who_updates_no_note_types_keeps_their_style(
    stage: tuple[Publisher, Learner], tmp_path: Path
) -> None:
    """What README and plan say of it."""
    publisher, someone = stage
    restyle(someone)
    publisher.override("cards.css", ".sheet {", "/* new */ .sheet {")
    item("cold", "How was it?", "How did it feel?")(publisher)
    path = publisher.publish(tmp_path / "2.apkg", AFTER_ALL)
    options = ImportAnkiPackageOptions(update_notetypes=IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_NEVER)
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    assert len(someone.collection.import_anki_package(request).log.updated) == 1
    someone.collection.models._clear_cache()
    assert note_of(someone, "cold")["Front"] == "How did it feel?"
    (card,) = someone.cards("Back:chilly")
    assert "/* mine */" in card.question()


def test_an_older_edition_after_a_newer_one(
    stage: tuple[Publisher, Learner], begun: tuple[Path, Lock], tmp_path: Path
) -> None:
    publisher, someone = stage
    for change in (item("cold", "How was it?", "How did it feel?"), moved, section_title):
        change(publisher)
    publisher.override("cards.css", ".sheet {", "/* new */ .sheet {")
    someone.take(publisher.publish(tmp_path / "2.apkg", SECOND))
    before = states(someone)
    assert someone.take(begun[0] / "1.apkg") == {"duplicate": 5}
    assert states(someone) == before
    styled("/* new */")(someone)


def test_four_editions_arrive_as_the_last_one(
    stage: tuple[Publisher, Learner], tmp_path: Path
) -> None:
    publisher, someone = stage
    before = states(someone)
    for number, prompt in enumerate(("How did it feel?", "How so?", "How was it?")):
        item("cold", publisher.items["cold"].split("\n")[1], f"question: {prompt}")(publisher)
        edition = publisher.publish(tmp_path / f"{number}.apkg", SECOND)  # all in one second
        assert someone.take(edition) == {"updated": 1, "duplicate": 4}
        assert states(someone)["cold", 0].shown[0] == prompt
    assert states(someone) == before


def test_a_note_that_is_written_otherwise_arrives(
    stage: tuple[Publisher, Learner], tmp_path: Path
) -> None:
    """An item that nobody has touched, as another version of this program had written it."""
    publisher, someone = stage
    receipt = publisher.lock.items["cold"]._replace(written="0" * 16)
    publisher.lock = publisher.lock._replace(items={**publisher.lock.items, "cold": receipt})
    edition = publisher.publish(tmp_path / "2.apkg", FIRST)
    assert someone.take(edition) == {"updated": 1, "duplicate": 4}
    assert publisher.lock.items["cold"].modified == FIRST + 1
    assert someone.take(publisher.publish(tmp_path / "3.apkg", SECOND)) == {"duplicate": 5}


def test_who_begins_now_meets_what_is_withdrawn_last(tmp_path: Path) -> None:
    (tmp_path / "deck").mkdir()
    publisher = Publisher(tmp_path / "deck")
    item("cold", "evidence:", "retired: It was not.\nevidence:")(publisher)
    with learner(tmp_path / "learner") as someone:
        someone.take(publisher.publish(tmp_path / "1.apkg", FIRST))
        *others, last = someone.cards()
        assert others
        assert last.note().guid == guid_of("harbour", "cold")


def test_a_package_has_the_indices_that_anki_looks_for(begun: tuple[Path, Lock]) -> None:
    with zipfile.ZipFile(begun[0] / "1.apkg") as package, sqlite3.connect(":memory:") as database:
        database.deserialize(package.read("collection.anki2"))
        query = "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix%'"
        names = {name.removeprefix("ix_") for (name,) in database.execute(query)}
    assert names == {
        *("notes_usn", "cards_usn", "revlog_usn", "notes_csum"),
        *("cards_nid", "cards_sched", "revlog_cid"),
    }


class TestDeckNames:
    def names(self, numbers: tuple[int, ...], known: Mapping[int, str], last: int) -> list[str]:
        sections = tuple(GuideSection(number, f"T{number}", "", ()) for number in numbers)
        return [*deck_names(guide(sections=sections, title="Mills"), known, last).values()]

    def test_of_a_first_edition(self) -> None:
        assert self.names((1, 2), {}, 3) == ["Mills", "Mills::1 T1", "Mills::2 T2"]

    def test_sort_by_number_in_a_source_of_ten_sections(self) -> None:
        assert self.names((1, 2), {}, 10) == ["Mills", "Mills::01 T1", "Mills::02 T2"]

    def test_stay(self) -> None:
        known = {0: "Old", 1: "Old::1 One", 3: "Old::3 Gone"}
        named = self.names((1, 2, 12), known, 2)
        assert named == ["Old", "Old::1 One", "Old::02 T2", "Old::3 Gone", "Old::12 T12"]


class TestStamps:
    """What a build writes into the lock about note types."""

    def stamps(self, lock: Lock, now: int, **digests: str) -> Lock:
        types = tuple(
            replace(type, digest=digests.get(type.key, "same"))
            for type in note_types("harbour", Templates.of(Path("none")))
        )
        return stamped(lock, Release(guide(), types, now, Ledger("mills")))

    def test_are_later_whenever_a_type_has_changed(self) -> None:
        first = self.stamps(Lock(), 1000)
        assert {stamp.modified for stamp in first.note_types.values()} == {1000}
        second = self.stamps(first, 500, cloze="new")
        assert second.note_types["question"].modified == 1000
        assert second.note_types["cloze"].modified == 1001
        assert self.stamps(second, 9000, cloze="new") == second


SHAPES: dict[str, tuple[Callable[[NoteType], NoteType], str]] = {
    "a field more": (
        lambda type: replace(type, fields=(*type.fields, type.fields[0]._replace(name="More"))),
        r"with More \d+$",
    ),
    "a field less": (lambda type: replace(type, fields=type.fields[:-1]), r"without Spare4 \d+$"),
    "a field renamed": (
        lambda type: replace(
            type, fields=(*type.fields[:-1], type.fields[-1]._replace(name="Last"))
        ),
        r"without Spare4 (\d+), with Last \1$",
    ),
    "fields in another order": (
        lambda type: replace(type, fields=type.fields[::-1]),
        "in another order$",
    ),
    "a template less": (
        lambda type: replace(type, templates=type.templates[:-1]),
        r"without (Reverse|Cloze) \d+$",
    ),
    "another id": (lambda type: replace(type, id=7), r"without (\w+) \d+, with \1 7$"),
}


@pytest.mark.parametrize(("change", "said"), SHAPES.values(), ids=SHAPES)
def test_a_note_type_of_another_shape_is_refused(
    begun: tuple[Path, Lock], change: Callable[[NoteType], NoteType], said: str
) -> None:
    place, types = Location(Path("deck.yaml")), note_types("harbour", Templates.of(Path("none")))
    assert [*note_types_keep_their_shape(types, begun[1], place)] == []
    found = [*note_types_keep_their_shape(tuple(map(change, types)), begun[1], place)]
    assert [finding.code for finding in found] == ["note-type-changed"] * 2
    assert all(re.search(said, finding.message) for finding in found)
    assert all(finding.is_error and finding.help for finding in found)


def test_a_build_refuses_a_note_type_of_another_shape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()
    publisher = Publisher(folder)
    publisher.publish(tmp_path / "1.apkg", FIRST)
    stamp = publisher.lock.note_types["cloze"]
    other = stamp._replace(shape=(*stamp.shape[:-1], "Another 1"))
    types = {**publisher.lock.note_types, "cloze": other}
    save_lock(publisher.lock._replace(note_types=types), folder / "deck.lock")
    before = (folder / "deck.lock").read_bytes()
    monkeypatch.chdir(tmp_path)
    result = build_folder(folder, Texts(None, None, for_one=True), ORDER, lambda _: None)
    errors = [finding for finding in result.report.findings if finding.is_error]
    assert [finding.code for finding in errors] == ["note-type-changed"]
    assert not (tmp_path / "dist").exists()
    assert (folder / "deck.lock").read_bytes() == before


def with_a_field(someone: Learner) -> None:
    models = someone.collection.models
    (type,) = (each for each in models.all() if "question" in each["name"])
    models.add_field(type, models.new_field("Mine"))
    models.update_dict(type)
    note = note_of(someone, "cold")
    note["Mine"] = "a word of my own"
    someone.collection.update_note(note)


def with_a_card(someone: Learner) -> None:
    models = someone.collection.models
    (type,) = (each for each in models.all() if "question" in each["name"])
    card = models.new_template("Mine")
    card["qfmt"], card["afmt"] = "{{Back}}!", "{{Front}}"
    models.add_template(type, card)
    models.update_dict(type)


@pytest.mark.parametrize("change", [with_a_field, with_a_card])
def test_who_has_changed_the_note_type_must_merge_it(
    stage: tuple[Publisher, Learner], tmp_path: Path, change: LearnerAct
) -> None:
    """What README and plan say of it: nothing arrives unless merged; then own fields are emptied."""
    publisher, someone = stage
    change(someone)
    item("cold", "How was it?", "How did it feel?")(publisher)
    edition = publisher.publish(tmp_path / "2.apkg", 9_000_000_000)
    before = {card.id: card.reps for card in someone.cards()}
    assert someone.take(edition)["conflicting"] == 4
    assert note_of(someone, "cold")["Front"] == "How was it?"
    request = ImportAnkiPackageRequest(
        package_path=str(edition), options=ImportAnkiPackageOptions(merge_notetypes=True)
    )
    someone.collection.import_anki_package(request)
    someone.collection.models._clear_cache()
    note = note_of(someone, "cold")
    assert note["Front"] == "How did it feel?"
    assert dict(note.items()).get("Mine", "") == ""
    assert {card.id: card.reps for card in someone.cards()} == before


@pytest.mark.parametrize("change", [nothing, with_a_field, with_a_card])
def test_a_plan_says_so(
    stage: tuple[Publisher, Learner], tmp_path: Path, change: LearnerAct
) -> None:
    _, someone = stage
    change(someone)
    path = tmp_path / "learner.apkg"
    someone.collection.export_anki_package(
        out_path=str(path), options=ExportAnkiPackageOptions(with_scheduling=True), limit=None
    )
    assert _is_altered("harbour", path) == (change is not nothing)
    nobody = Plan((), (), (), (), (), 0, 0, 0, is_restyled=False)
    told = "\n".join(
        as_text(
            Planned(Path("x"), "X", "y", nobody, is_altered=change is not nothing),
            lambda text, **_: text,
        )
    )
    assert ("Merge note types" in told) == (change is not nothing)
