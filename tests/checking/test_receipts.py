"""Receipts: what they vouch for, what makes them stale, and when a learner gets an update."""

from pathlib import Path

import pytest

from studyguide import rules
from studyguide.checking import examine
from studyguide.checking.receipts import dates_have_come
from studyguide.evidence.gates import Gated
from studyguide.loading.load import load
from studyguide.lock.lock import Stamp
from tests.conftest import HARBOUR, picture, serious

COLD = "question: How was it?\nanswer: cold\nevidence: It was cold. It"
LEFT = (
    "id: left\nquestion: In which year did Brand leave?\nanswer: '1912'\nevidence: In 1912 he left"
)
JUNE = "id: june\ncloze: By {{c1::June}} 1911 it spread.\nevidence: By June 1911 the walkout had spread"
TERM = "id: term\nterm: cloud\ndefinition: a passing one\nevidence: walkout “a passing cloud”"


def draw(folder: Path, shade: int) -> None:
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media" / "lamp.png").write_bytes(picture(shade=shade))


@pytest.fixture
def checked(desk):
    """A desk whose four items have passed, at second 1000."""
    draw(desk.folder, 0)
    desk.section(COLD, LEFT, JUNE, TERM + "\nimage: lamp.png\nalt: A lamp")
    report = desk.check(now=1000)
    assert serious(report) == ()
    assert report.states == {"ok": 4, "stale": 0, "unchecked": 0}
    return desk


def states(desk) -> dict[str, str]:
    """Tell each item's state without the text, by the findings."""
    known = {"receipt-stale": "stale", "receipt-missing": "unchecked"}
    found = desk.found(None)
    return {each.item: known[each.code] for each in found if each.code in known}


PICTURE = TERM + "\nimage: lamp.png\nalt: A lamp"

MAKES_STALE = {
    "question": COLD.replace("How was", "Why was"),
    "answer": COLD.replace("cold\n", "“cold”\n"),
    "a list for an answer": COLD.replace("answer: cold", "answer: [cold]"),
    "evidence": COLD.replace("cold. It", "cold"),
    "more evidence": COLD.replace("It was cold. It", "[It was cold. It, Nobody gave way]"),
    "wording": COLD + "\nwording: {chilly: cold}",
    "note": COLD + "\nnote: It was.",
    "tags": COLD + "\ntags: [weather]",
    "type": COLD + "\ntype: yes",
    "retired": COLD + "\nretired: It was not.",
    "kind": COLD.replace("question", "term").replace("answer", "definition"),
}

KEEPS_OK = {
    "nothing": COLD,
    "another order of keys": "evidence: It was cold. It\nanswer: cold\nquestion: How was it?",
    "quotation marks of YAML": COLD.replace("How was it?", '"How was it?"'),
    "a list of one quotation": COLD.replace("It was cold. It", "[It was cold. It]"),
    "a comment": COLD + " # really",
    "reverse: no": COLD + "\nreverse: no",
}


@pytest.mark.parametrize("changed", MAKES_STALE.values(), ids=MAKES_STALE)
def test_a_changed_item_is_stale(checked, changed: str) -> None:
    checked.section(changed, LEFT, JUNE, PICTURE)
    assert states(checked) == {"item": "stale"}


@pytest.mark.parametrize("same", KEEPS_OK.values(), ids=KEEPS_OK)
def test_an_item_that_says_the_same_is_not(checked, same: str) -> None:
    checked.section(same, LEFT, JUNE, PICTURE)
    assert states(checked) == {}


def test_a_stale_item_is_pointed_out_at_its_id(checked) -> None:
    checked.section(COLD, LEFT.replace("leave?", "go?"), JUNE, PICTURE)
    (finding,) = checked.found(None)
    place = finding.location
    assert (finding.code, place.line, place.column, place.length) == ("receipt-stale", 9, 9, 4)
    assert "has changed since it was last checked" in finding.message
    assert "studyguide check --source FILE" in finding.help


def test_a_new_item_is_unchecked(checked) -> None:
    checked.section(COLD, LEFT, JUNE, PICTURE, LEFT.replace("id: left", "id: new"))
    assert states(checked) == {"new": "unchecked"}
    assert checked.check(None).states == {"ok": 4, "stale": 0, "unchecked": 1}


def test_an_item_that_moves_to_another_section_is_stale(checked) -> None:
    checked.section(LEFT, JUNE, PICTURE)
    checked.section(COLD, number=2)
    assert states(checked) == {"item": "stale"}


def test_a_cloze_whose_hint_changes_is_stale(checked) -> None:
    checked.section(COLD, LEFT, JUNE.replace("June}}", "June::month}}"), PICTURE)
    assert states(checked) == {"june": "stale"}


@pytest.mark.parametrize("change", ["picture", "alt", "none"])
def test_a_picture_that_changes_makes_its_item_stale(checked, change: str) -> None:
    if change == "picture":
        draw(checked.folder, 1)
    alt = "No lamp" if change == "alt" else "A lamp"
    text = TERM if change == "none" else f"{TERM}\nimage: lamp.png\nalt: {alt}"
    checked.section(COLD, LEFT, JUNE, text)
    assert states(checked) == {"term": "stale"}


CONCERNS_ALL = [
    {"aliases": "{Port: Selby}"},
    {"language": "en-GB"},
    {"author": "Someone Else"},
    {"work": "Other Papers"},
    {"quotation": "{run: 14}"},
]


@pytest.mark.parametrize("values", CONCERNS_ALL, ids=str)
def test_what_concerns_every_item_makes_every_item_stale(checked, values: dict[str, str]) -> None:
    checked.deck(**values)
    messages = {each.message for each in checked.found(None)}
    assert messages == {"deck.yaml has changed since this item was last checked"}
    assert set(states(checked).values()) == {"stale"}
    assert len(states(checked)) == 4


def test_titles_and_summaries_make_nothing_stale(checked) -> None:
    checked.deck(title="Other Papers", rights="None.")
    checked.section(COLD, LEFT, JUNE, PICTURE, title="Another", summary="Other words.")
    assert states(checked) == {}


def test_when_the_rules_change_everything_is_stale(checked, monkeypatch) -> None:
    monkeypatch.setattr(rules, "VERSION", rules.VERSION + 1)
    report = checked.check(None)
    assert report.states == {"ok": 0, "stale": 4, "unchecked": 0}
    assert {each.message for each in serious(report)} == {
        "the rules have changed since this item was last checked"
    }
    assert checked.check().errors == 0
    assert states(checked) == {}


def test_new_rules_vouch_for_nothing_until_everything_has_passed(checked, monkeypatch) -> None:
    monkeypatch.setattr(rules, "VERSION", rules.VERSION + 1)
    before = checked.lock
    checked.section(COLD, LEFT.replace("'1912'", "'1913'"), JUNE, PICTURE)
    assert checked.check().errors == 1
    assert checked.lock == before
    assert len(states(checked)) == 4


def test_an_item_that_fails_as_it_is_is_vouched_for_no_longer(checked, monkeypatch) -> None:
    def refuse(case):
        if case.item.id.value == "left":
            yield case.item.error(case.item.prompt, "refused", "no", "")

    monkeypatch.setattr(examine, "GATED", Gated((refuse,)))
    respelt = HARBOUR + "\n"  # the same edition, but not the same file: nothing is taken on trust
    assert [each.code for each in serious(checked.check(respelt))] == ["refused"]
    assert states(checked) == {"left": "unchecked"}
    monkeypatch.undo()
    assert serious(checked.check(respelt, now=9999)) == ()
    assert checked.lock.items["left"].modified == 1000


def test_an_item_that_fails_after_a_change_keeps_its_receipt(checked) -> None:
    before = checked.lock.items["left"]
    checked.section(COLD, LEFT.replace("'1912'", "'1913'"), JUNE.replace("it s", "that s"), PICTURE)
    assert checked.check(now=2000).errors == 1
    assert checked.lock.items["left"] == before
    assert checked.lock.items["june"].modified == 2000  # whose own change has passed
    assert states(checked) == {"left": "stale"}
    checked.section(COLD, LEFT, JUNE.replace("it s", "that s"), PICTURE)
    assert states(checked) == {}


OTHER = HARBOUR.replace("a passing cloud", "a passing mist")


def test_another_edition_is_told(checked) -> None:
    report = checked.check(HARBOUR.replace("It was late.", "It was early."))
    (finding,) = serious(report)
    assert (finding.code, finding.severity) == ("source-edition", "warning")
    assert finding.message.endswith("§1 differs")
    assert finding.location.path.name == "deck.yaml"
    assert checked.found(HARBOUR.replace("It was late.", "It was early.")) == ()


def test_another_edition_in_which_an_item_fails_leaves_the_lock_as_it_was(checked) -> None:
    before = checked.lock
    report = checked.check(OTHER)
    codes = sorted(each.code for each in serious(report))
    assert codes == ["evidence-missing", "source-edition"]
    assert report.lock == before
    assert states(checked) == {}


def test_another_edition_is_taken_once_every_item_passes(checked) -> None:
    text = PICTURE.replace("cloud", "mist")
    checked.section(COLD, LEFT, JUNE, text)
    assert checked.check(OTHER).errors == 0
    assert checked.lock.source.digest
    assert checked.found(OTHER) == ()
    assert [each.code for each in checked.found(HARBOUR)] == [
        "evidence-missing",
        "source-edition",
    ]


def modified(
    desk, *items: str, now: int, text: str | None = HARBOUR, **values: str
) -> dict[str, int]:
    """Check these items and give the second of each one's last change."""
    desk.section(*items, **values)
    report = desk.check(text, now=now)
    assert report.errors == 0
    return {id: receipt.modified for id, receipt in desk.lock.items.items()}


ALL = (COLD, LEFT, JUNE, PICTURE)
UNCHANGED = {"item": 1000, "left": 1000, "june": 1000, "term": 1000}

SHOWN = {
    "question": COLD.replace("How was it?", "How was it there?"),
    "answer": COLD.replace("cold\n", "it was cold\n"),
    "a list for an answer": COLD.replace("answer: cold", "answer: [cold]").replace(
        "How", "Which one"
    ),
    "note": COLD + "\nnote: It was.",
    "tags": COLD + "\ntags: [weather]",
    "type": COLD + "\ntype: yes",
    "retired": COLD + "\nretired: It was not.",
    "citation": COLD.replace("It was cold. It", "[It was cold. It, One constable joined]"),
}
NOT_SHOWN = {
    "nothing": COLD,
    "evidence": COLD.replace("It was cold. It", "stayed dark. It was cold"),
    "order of keys": "evidence: It was cold. It\nanswer: cold\nquestion: How was it?",
}


@pytest.mark.parametrize("changed", SHOWN.values(), ids=SHOWN)
def test_what_a_learner_sees_is_dated(checked, changed: str) -> None:
    assert modified(checked, changed, LEFT, JUNE, PICTURE, now=2000) == {**UNCHANGED, "item": 2000}


@pytest.mark.parametrize("same", NOT_SHOWN.values(), ids=NOT_SHOWN)
def test_what_no_learner_sees_is_not(checked, same: str) -> None:
    assert modified(checked, same, LEFT, JUNE, PICTURE, now=2000) == UNCHANGED


def test_a_declaration_is_not_dated(desk) -> None:
    chilly = COLD.replace("answer: cold", "answer: chilly")
    assert modified(desk, chilly + "\nwording: {chilly: cold}", now=1000) == {"item": 1000}
    assert modified(desk, chilly + "\nwording: {chilly: was cold}", now=2000) == {"item": 1000}


def test_an_alias_is_not_dated(checked) -> None:
    checked.deck(aliases="{Port: Selby}")
    checked.section(*ALL, LEFT.replace("left", "port", 1).replace("he leave", "the Port leave"))
    checked.check(now=2000)
    assert {
        id: each.modified for id, each in checked.lock.items.items() if id != "port"
    } == UNCHANGED


@pytest.mark.parametrize("values", [{"author": "Someone Else"}, {"work": "Other Works"}], ids=str)
def test_whose_work_it_is_is_dated(checked, values: dict[str, str]) -> None:
    checked.deck(**values)
    assert set(modified(checked, *ALL, now=2000).values()) == {2000}


def test_a_title_of_a_section_is_dated_and_its_summary_is_not(checked) -> None:
    assert modified(checked, *ALL, now=2000, summary="Other words.") == UNCHANGED
    assert set(modified(checked, *ALL, now=3000, title="Another").values()) == {3000}


def test_a_change_is_later_even_if_the_clock_runs_backwards(checked) -> None:
    changed = COLD.replace("How was it?", "How was it there?")
    assert modified(checked, changed, LEFT, JUNE, PICTURE, now=5)["item"] == 1001
    assert modified(checked, COLD, LEFT, JUNE, PICTURE, now=5)["item"] == 1002
    assert modified(checked, COLD, LEFT, JUNE, PICTURE, now=5)["item"] == 1002
    assert modified(checked, changed, LEFT, JUNE, PICTURE, now=7000)["item"] == 7000


def test_two_changes_in_one_second_are_two(checked) -> None:
    changed = COLD.replace("How was it?", "How was it there?")
    assert modified(checked, changed, LEFT, JUNE, PICTURE, now=2000)["item"] == 2000
    assert modified(checked, COLD, LEFT, JUNE, PICTURE, now=2000)["item"] == 2001


def test_a_new_item_is_dated_now(checked) -> None:
    new = LEFT.replace("id: left", "id: new")
    assert modified(checked, *ALL, new, now=2000) == {**UNCHANGED, "new": 2000}


def test_a_new_name_carries_origin_date_and_cloze_numbers_over(checked) -> None:
    juni = JUNE.replace("june", "juni") + "\nwas: june"
    assert modified(checked, COLD, LEFT, juni, PICTURE, now=2000) == {
        "item": 1000,
        "left": 1000,
        "juni": 1000,
        "term": 1000,
    }
    receipt = checked.lock.items["juni"]
    assert (receipt.origin, receipt.clozes) == ("june", {"1": "June"})
    checked.section(COLD, LEFT, JUNE.replace("june", "yun") + "\nwas: juni", PICTURE)
    assert checked.found(now=3000) == ()
    assert (checked.lock.items["yun"].origin, checked.lock.items["yun"].modified) == ("june", 1000)


def test_the_new_name_is_kept_when_was_is_dropped(checked) -> None:
    juni = JUNE.replace("june", "juni")
    modified(checked, COLD, LEFT, juni + "\nwas: june", PICTURE, now=2000)
    modified(checked, COLD, LEFT, juni, PICTURE, now=3000)
    assert checked.lock.items["juni"].origin == "june"


def test_every_cloze_number_that_went_out_is_remembered(checked) -> None:
    checked.publish()
    later = JUNE.replace("{{c1::June}} 1911", "June {{c2::1911}}")
    modified(checked, COLD, LEFT, later, PICTURE, now=2000)
    assert checked.lock.items["june"].clozes == {"1": "June", "2": "1911"}


def test_a_retired_item_keeps_its_citation_without_its_evidence(checked) -> None:
    retired = "question: How was it?\nanswer: cold\nretired: It was not."
    modified(checked, retired, LEFT, JUNE, PICTURE, now=2000)
    receipt = checked.lock.items["item"]
    assert (receipt.retired, receipt.citation, receipt.modified) == (True, "§1 ¶3", 2000)


def test_places_are_those_of_the_quoted_words(desk) -> None:
    desk.section(
        "question: What?\nanswer: pay\nevidence: [In 1911 … walked out over pay, It was cold]"
    )
    desk.check()
    receipt = desk.lock.items["item"]
    section = [(place.label, place.last - place.first) for place in receipt.places]
    assert section == [("¶1", 2), ("¶1", 4), ("¶3", 3)]
    assert receipt.citation == "§1 ¶1, ¶3"


def test_a_lock_from_elsewhere_is_not_believed(checked) -> None:
    receipt = checked.lock.items["left"]._replace(digest="0" * 32)
    checked.lock = checked.lock._replace(items={**checked.lock.items, "left": receipt})
    assert states(checked) == {"left": "stale"}


YEAR_9999 = 253_402_300_799
COME = {
    "today": (1000, None),
    "within a day": (1000 + 80_000, None),
    "tomorrow": (1000 + 90_000, "warning"),
    "in a hundred years": (4_000_000_000, "warning"),
    "in the last of all years": (YEAR_9999, "error"),
}


@pytest.mark.parametrize(("modified", "severity"), COME.values(), ids=COME)
@pytest.mark.parametrize("what", ["items", "note_types"])
def test_dates_after_today_are_told(
    checked, modified: int, severity: str | None, what: str
) -> None:
    deck, _ = load(checked.folder)
    stamps = {"cloze": Stamp("", modified)}
    receipts = {id: each._replace(modified=modified) for id, each in checked.lock.items.items()}
    lock = checked.lock._replace(**{what: receipts if what == "items" else stamps})
    found = [(each.code, each.severity) for each in dates_have_come(deck, lock, 1000)]
    assert found == ([("date-future", severity)] if severity else [])


def test_without_a_lock_the_first_id_is_the_oldest_that_it_had(desk) -> None:
    desk.section(
        "id: third\nwas: [first, second]\nquestion: How was it?\nanswer: cold\nevidence: It was cold. It"
    )
    assert desk.found() == ()
    assert desk.lock.items["third"].origin == "first"
