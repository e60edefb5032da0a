"""Passages, where they may be shown: their text, and that learners get each change of it."""

import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from studyguide.checking.receipts import places_in
from studyguide.deck.deck import Deck
from studyguide.evidence.passage import locate
from studyguide.guide.choice import Choice
from studyguide.guide.shown_passages import Excerpt, excerpts_of, shown_with
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.lock import Lock, Receipt
from studyguide.source.source import Source, read
from studyguide.workflows.check import Texts
from studyguide.workflows.order import Order
from studyguide.workflows.release import Release, release_of, with_share
from studyguide.workflows.result import Result
from tests.cli.test_main import project, run
from tests.conftest import HARBOUR, Desk

__all__ = ["project"]


class Held(NamedTuple):
    """A deck of one item, and the lock and the text that it is held against."""

    deck: Deck
    lock: Lock
    source: Source

    @property
    def excerpt(self) -> Excerpt | None:
        return excerpts_of(*self).get("item")


def held(desk: Desk, evidence: str, text: str = HARBOUR, extra: str = "") -> Held:
    """Give a deck of an item with this evidence, as if it had passed the check."""
    desk.section(f"question: Q\nanswer: A\nevidence: {evidence}\n{extra}")
    deck, _ = load(desk.folder)
    assert deck
    source = read(text)
    passage = locate(deck.items[0], source.sections[1], Language("en"))
    assert passage
    receipt = Receipt("", "", 1000, "question", 1, "item", tuple(places_in(passage)))
    return Held(deck, Lock(items={"item": receipt}), source)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param(
            "wrote Kestrel, “and the dark is theirs",
            "“The lamps are ours,” wrote Kestrel, “and the dark is theirs.”",
            id="a-sentence",
        ),
        pytest.param("[It was cold, It was late]", "It was cold. It was late.", id="neighbours"),
        pytest.param("[It was late, It was cold]", "It was cold. It was late.", id="in-order"),
        pytest.param("[It was cold, It was cold]", "It was cold.", id="the-same-twice"),
        pytest.param(
            "[It was cold, Nobody gave way]", "It was cold. […] Nobody gave way.", id="gap"
        ),
        pytest.param(
            "[Nobody gave way, Light for all]", "Nobody gave way.\nLight for all!", id="paragraphs"
        ),
        pytest.param(
            "answer was … to the gasworks",
            "The Selby council’s answer was to send 40 constables to the gasworks and to offer "
            "1,200 pence.",
            id="lines-of-the-file",
        ),
    ],
)
def test_text(desk: Desk, evidence: str, expected: str) -> None:
    excerpt = held(desk, evidence).excerpt
    assert excerpt
    assert excerpt.text == expected


def test_a_withdrawn_item_has_none(desk: Desk) -> None:
    assert held(desk, "It was cold", extra="retired: Wrong.\n").excerpt is None


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        pytest.param("It was cold.", "It was cold!", True, id="a-mark"),
        pytest.param("1913", "1914", False, id="in-another-section"),
    ],
)
def test_the_mark_tells_of_a_change(desk: Desk, old: str, new: str, is_told: bool) -> None:
    before = held(desk, "It was cold").excerpt
    after = held(desk, "It was cold", HARBOUR.replace(old, new)).excerpt
    assert before
    assert after
    assert (before.mark != after.mark) == is_told


def test_what_changes_beside_an_item_is_dated_and_nothing_else(desk: Desk) -> None:
    deck, lock, source = held(desk, "It was cold")
    excerpts = excerpts_of(deck, lock, source)
    shown = shown_with(lock, excerpts, 2000)
    assert shown.items["item"].modified == 2000
    assert shown_with(shown, excerpts, 3000) == shown
    assert shown_with(shown, {}, 500).items["item"].modified == 2001
    assert shown_with(lock, {}, 3000) == lock


def notes_of(project: Path) -> dict[str, tuple[int, str]]:
    """Give second of change and fields of every note in the package, by its GUID."""
    (project / "extracted").mkdir(exist_ok=True)
    with zipfile.ZipFile(project / "dist" / "tide-mills.apkg") as package:
        path = package.extract("collection.anki2", project / "extracted")
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT guid, mod, flds FROM notes").fetchall()
    return {guid: (modified, fields) for guid, modified, fields in rows}


def test_the_option_puts_passages_on_cards_and_their_change_arrives(built: Path) -> None:
    project = built
    settings = project / "cards" / "tide-mills" / "deck.yaml"
    limited = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^quotation:.*\n", "", limited), encoding="utf-8")
    without = notes_of(project)
    assert run(project, "build", "--only", "anki", "--passages").returncode == 0
    beside = notes_of(project)
    changed = {guid for guid, note in without.items() if beside[guid][1] != note[1]}
    assert len(changed) == len(without)
    assert all(beside[guid][0] > without[guid][0] for guid in changed)
    assert any("weight of the stored water" in fields for _, fields in beside.values())
    lock = project / "cards" / "tide-mills" / "deck.lock"
    written = lock.read_bytes()
    # Digests of single sentences could be guessed: these are of whole sections.
    assert {len(item["passage"]) for item in json.loads(written)["items"].values()} == {16}
    assert run(project, "check").returncode == 0
    assert lock.read_bytes() == written


def test_the_option_without_the_text_is_refused(project: Path) -> None:
    (project / "cards" / "tide-mills" / "source.txt").unlink()
    done = run(project, "build", "--passages")
    assert done.returncode == 2
    assert done.stderr == (
        "studyguide: to show passages, cards/tide-mills needs its source text: "
        "name it with --source FILE\n"
    )
    assert not (project / "dist").exists()


def test_a_deck_that_allows_it_is_refused_without_the_text(project: Path) -> None:
    with (project / "cards" / "tide-mills" / "deck.yaml").open("a", encoding="utf-8") as file:
        file.write("passages: yes\n")
    (project / "cards" / "tide-mills" / "source.txt").unlink()
    assert run(project, "build").returncode == 2


@pytest.mark.parametrize("value", ["maybe", "[yes]"])
def test_the_key_is_yes_or_no(desk: Desk, value: str) -> None:
    desk.deck(passages=value)
    _, findings = load(desk.folder)
    assert [f.code for f in findings if f.location.line > 7] in (["value-flag"], ["value-type"])


PRINTS = {
    "guide": Order(only="guide"),
    "cards": Order(only="cards"),
    "key": Order(only="key"),
    "booklet": Order(only="booklet"),
    "class-test": Order(is_test=True),
    "a-section": Order(choice=Choice(sections="1")),
}


def composed(desk: Desk, order: Order) -> tuple[Result, Release | None]:
    """Compose an edition of a deck of one item, beside whose evidence a whole sentence stands."""
    (desk.folder / "text.txt").write_text(HARBOUR, encoding="utf-8")
    quoted = "answer: Ada Kestrel\nevidence: Their leader, Ada Kestrel"
    desk.section(f"question: Who led the lamplighters of Port Selby?\n{quoted}")
    texts = Texts(desk.folder / "text.txt", None, for_one=True)
    return release_of(desk.folder, texts, replace(order, into=desk.folder), lambda _: None)


@pytest.mark.parametrize("name", PRINTS)
def test_a_print_leaves_the_record_of_what_learners_have(desk: Desk, name: str) -> None:
    lock = desk.folder / "deck.lock"
    assert composed(desk, Order())[1]
    before = lock.read_bytes()
    for passages in (True, False):
        _, release = composed(desk, replace(PRINTS[name], passages=passages))
        assert release
        assert bool(with_share(release).guide.shown) == (
            passages and name not in ("class-test", "cards")
        )
        assert lock.read_bytes() == before
    assert composed(desk, Order(passages=True))[1]
    assert lock.read_bytes() != before  # with a note for Anki that shows another thing


@pytest.mark.parametrize(
    ("limits", "order", "codes"),
    [
        ("{share: 0.05}", Order(passages=True), ["quotation-share"]),
        ("{run: 8}", Order(passages=True, only="key"), ["quotation-joined"]),
        ("{share: 0.9, run: 200}", Order(passages=True), []),
        ("{run: 8}", Order(), []),
        ("{run: 8}", Order(passages=True, is_test=True), []),
    ],
    ids=["share", "run", "within", "without", "nothing-answered"],
)
def test_passages_are_held_to_what_may_be_quoted(
    desk: Desk, limits: str, order: Order, codes: list[str]
) -> None:
    desk.deck(quotation=limits)
    result, release = composed(desk, order)
    found = [each for each in result.findings if each.message.startswith("all passages")]
    assert [each.code for each in found] == codes
    assert all("leave out `--passages`" in each.help for each in found)
    assert bool(release) == (not codes)
