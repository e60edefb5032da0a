"""Identity: ids, kinds and cloze numbers stay as learners have once been given them."""

import pytest

from studyguide.lock.lock import Lock, Receipt
from tests.table import rows

ITEM = "id: {}\nquestion: What was it?\nanswer: cold\nevidence: It was cold. It"
CLOZE = "id: {}\ncloze: {}\nevidence: By June 1911 … to Dunmere{}"


def identity(desk) -> list[tuple[str, int, int]]:
    """Give code, line and column of what is wrong with the identity of items, and of nothing else."""
    kept = desk.lock
    found = [
        (each.code, each.location.line, each.location.column)
        for each in desk.found(None)
        if not each.code.startswith("receipt-")
    ]
    desk.lock = kept
    return found


@pytest.fixture
def old(desk):
    """A desk whose lock knows the items `one`, `two` and `gaps` of an edition before."""
    desk.section(ONE, TWO, CLOZE.format("gaps", GAPS, ""))
    assert desk.found() == ()
    desk.publish()
    return desk


GAPS = "In {{c1::June}} 1911 it was in {{c2::Dunmere}}."
ONE, TWO = ITEM.format("one"), ITEM.format("two").replace("What was it?", "What was that?")
KEPT = CLOZE.format("gaps", GAPS, "")
OTHER = KEPT.replace("id: gaps", "id: holes")

CHANGES = {
    "nothing": ([ONE, TWO, KEPT], []),
    "order": ([KEPT, TWO, ONE], []),
    "a new item": ([ONE, TWO, KEPT, ITEM.format("three")], []),
    "a text": ([ONE.replace("What was it?", "How was it?"), TWO, KEPT], []),
    "retired": ([ONE + "\nretired: It was wrong.", TWO, KEPT], []),
    "renamed": ([ITEM.format("uno") + "\nwas: one", TWO, KEPT], []),
    "renamed from two ids": (
        [ITEM.format("uno") + "\nwas: [one, two]", KEPT],
        [("notes-merged", 9, 16)],
    ),
    "one takes another over": ([ONE + "\nwas: two", KEPT], [("notes-merged", 9, 10)]),
    "gone": ([TWO, KEPT], [("id-vanished", 1, 1)]),
    "two are gone": ([KEPT], [("id-vanished", 1, 1), ("id-vanished", 1, 1)]),
    "renamed in silence": ([ITEM.format("uno"), TWO, KEPT], [("id-vanished", 1, 1)]),
    "another has its old id": ([ONE, TWO + "\nwas: one", KEPT], [("was-taken", 13, 10)]),
    "two have its old id": (
        [ITEM.format("uno") + "\nwas: one", TWO + "\nwas: one", KEPT],
        [("was-taken", 14, 10)],
    ),
    "an old id that never was": ([ONE, TWO + "\nwas: zero", KEPT], [("was-unknown", 13, 10)]),
    "two exchange their ids": (
        [ONE.replace("one", "two"), TWO.replace("two", "one"), KEPT],
        [("id-exchanged", 5, 9), ("id-exchanged", 9, 9)],
    ),
    "one says what another says": ([ONE, ITEM.format("two"), KEPT], []),
    "another kind": (
        [ONE.replace("question", "term").replace("answer", "definition"), TWO, KEPT],
        [("kind-changed", 5, 9)],
    ),
    "another kind under another id": (
        [ITEM.format("uno").replace("question", "term").replace("answer", "definition") + "\nwas: one", TWO, KEPT],
        [("kind-changed", 5, 9)],
    ),
    "numbers changed over": (
        [ONE, TWO, CLOZE.format("gaps", "In {{c2::June}} 1911 it was in {{c1::Dunmere}}.", "")],
        [("cloze-moved", 14, 21), ("cloze-moved", 14, 49)],
    ),
    "a number given to other words": (
        [ONE, TWO, CLOZE.format("gaps", "In {{c1::June}} 1911 the {{c2::walkout}} had spread.", "")],
        [("cloze-moved", 14, 43)],
    ),
    "numbers changed over under another id": (
        [ONE, TWO, CLOZE.format("holes", "In {{c2::June}} 1911 it was in {{c1::Dunmere}}.", "\nwas: gaps")],
        [("cloze-moved", 14, 21), ("cloze-moved", 14, 49)],
    ),
    "a number less": ([ONE, TWO, CLOZE.format("gaps", "In {{c1::June}} 1911 it spread.", "")], []),
    "a number more": ([ONE, TWO, CLOZE.format("gaps", "In {{c1::June}} {{c3::1911}} in {{c2::Dunmere}}.", "")], []),
    "a word more": ([ONE, TWO, CLOZE.format("gaps", "In {{c1::June 1911}} it was in {{c2::Dunmere}}.", "")], []),
    "a spelling": ([ONE, TWO, CLOZE.format("gaps", "In {{c1::June}} 1911 it was in {{c2::Dunmore}}.", "")], []),
    "the sentence": ([ONE, TWO, CLOZE.format("gaps", "It was {{c1::June}} in {{c2::Dunmere}}.", "")], []),
    "a hint": ([ONE, TWO, CLOZE.format("gaps", "In {{c1::June::month}} 1911 in {{c2::Dunmere}}.", "")], []),
}  # fmt: skip


FREE = {"id-vanished", "id-exchanged", "notes-merged", "kind-changed", "cloze-moved"}
"""What only learners' history forbids."""


@rows(("items", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_is_in_no_package_yet_may_change(
    desk, items: list[str], expected: list[tuple[str, int, int]]
) -> None:
    desk.section(ONE, TWO, KEPT)
    assert desk.found() == ()
    desk.section(*items)
    assert sorted(identity(desk)) == sorted(each for each in expected if each[0] not in FREE)
    assert {each.code for each in desk.check().findings} & FREE == set()


def test_what_was_not_published_is_forgotten_whole(desk) -> None:
    desk.section(ONE, CLOZE.format("gaps", GAPS, ""), TERM.format("\nreverse: yes"))
    assert desk.found() == ()
    desk.section(CLOZE.format("gaps", GAPS.replace("c2", "c3"), ""), TERM.format(""))
    for _ in ("first", "again"):
        assert not {each.code for each in desk.check().findings} & {*FREE, "card-dropped"}
    assert desk.lock.items.keys() == {"gaps", "cloud"}
    assert desk.lock.items["gaps"].clozes == {"1": "June", "3": "Dunmere"}
    assert not desk.lock.items["cloud"].reverse
    desk.deck(id="port")
    assert desk.found() == ()
    assert desk.lock.deck == "port"


def test_one_that_was_published_stays_so_beside_others(old) -> None:
    old.section(ONE, TWO, KEPT, ITEM.format("three"))
    assert old.found() == ()
    old.section(ONE.replace("What", "How"), KEPT, ITEM.format("three") + "\nwas: two")
    assert [code for code, *_ in identity(old)] == ["notes-merged"]  # `two` would be lost
    old.section(ONE.replace("What", "How"), TWO + "\nwas: three", KEPT)
    assert old.found() == ()
    assert [id for id, each in old.lock.items.items() if each.unpublished] == []
    old.section(KEPT)
    assert [each.item for each in old.found()] == ["one", "two"]


@pytest.mark.parametrize(("items", "expected"), CHANGES.values(), ids=CHANGES)
def test_changes(old, items: list[str], expected: list[tuple[str, int, int]]) -> None:
    old.section(*items)
    assert sorted(identity(old)) == sorted(expected)


def test_an_item_may_move_to_another_section(old) -> None:
    old.section(TWO, KEPT)
    old.section(ONE, number=2)
    assert identity(old) == []


def test_an_item_that_cannot_be_read_has_not_vanished(old) -> None:
    old.section(ONE.replace("answer", "anwser"), TWO, KEPT)
    assert [code for code, *_ in identity(old)] == ["key-unknown"]


def test_an_item_that_vanished_is_missed_in_the_file_of_its_section(old) -> None:
    path = old.section(TWO, KEPT)
    (finding,) = [each for each in old.found(None) if each.code == "id-vanished"]
    assert (finding.location.path, finding.item, finding.section) == (path, "one", 1)


def test_a_number_that_once_hid_something_is_never_free_again(old) -> None:
    old.section(ONE, TWO, CLOZE.format("gaps", "In {{c1::June}} 1911 it spread.", ""))
    assert old.check().errors == 0
    old.section(ONE, TWO, CLOZE.format("gaps", "In {{c1::June}} 1911 the {{c2::walkout}}.", ""))
    (finding,) = old.found()
    assert finding.code == "cloze-moved"
    assert "used to hide `Dunmere`" in finding.message
    assert finding.help.endswith("a number of their own: c3")


def test_a_free_number_is_none_that_the_sentence_has(old) -> None:
    text = "In {{c1::June}} {{c3::1911}} the {{c2::walkout}} had spread."
    old.section(ONE, TWO, CLOZE.format("gaps", text, ""))
    (finding,) = old.found()
    assert finding.help.endswith("c4")


def test_an_id_that_learners_know_is_not_used_for_something_new(old) -> None:
    old.section(ITEM.format("uno") + "\nwas: one", TWO, KEPT)
    assert old.check().errors == 0
    old.section(ITEM.format("uno"), TWO, KEPT)  # `was` has done its work
    assert old.check().errors == 0
    old.section(ITEM.format("uno"), TWO, KEPT, ITEM.format("one"))
    assert identity(old) == [("id-reused", 16, 9)]


RENAMED_TWICE = {
    "both kept, one `was` dropped": (["uno\nwas: one", "eins"], ("was-taken", 10, 9)),
    "the other dropped": (["eins\nwas: one", "uno"], ("was-taken", 10, 9)),
    "the dropped one first": (["uno", "eins\nwas: one"], ("was-taken", 5, 9)),
    "both dropped": (["uno", "eins"], ("was-taken", 9, 9)),
    "both still name it": (["uno\nwas: one", "eins\nwas: one"], ("was-taken", 14, 10)),
    "under its first id": (["one", "eins\nwas: uno"], ("id-reused", 5, 9)),
    "as its help says": (["uno\nwas: [one, eins]", "three"], None),
    "one of them kept": (["uno\nwas: [one, eins]"], None),
}


@rows(("ids", "expected"), RENAMED_TWICE.values(), ids=RENAMED_TWICE)
def test_two_branches_that_rename_one_item_do_not_make_two_of_one_note(
    old, ids: list[str], expected: tuple[str, int, int] | None
) -> None:
    """`deck.lock` has them both, whichever `was` a curator has left when the branches are one."""
    known = {**old.lock.items}
    one = known.pop("one", None) or known["uno"]
    old.lock = old.lock._replace(items={**known, "uno": one, "eins": one})
    old.section(*(_item(each) for each in ids), TWO, KEPT)
    assert identity(old) == ([expected] if expected else [])


def _item(ids: str) -> str:
    id, _, more = ids.partition("\n")
    return f"{ITEM.format(id)}\n{more}".rstrip()


def test_an_item_may_take_its_old_id_back(old) -> None:
    old.section(ITEM.format("uno") + "\nwas: one", TWO, KEPT)
    assert old.check().errors == 0
    old.section(ITEM.format("one") + "\nwas: uno", TWO, KEPT)
    assert identity(old) == []
    assert old.check().errors == 0
    assert old.lock.items["one"].origin == "one"


def test_a_new_deck_knows_no_old_ids(desk) -> None:
    desk.section(ITEM.format("uno") + "\nwas: one")
    assert desk.found() == ()


def test_a_name_of_long_ago_may_stay_under_was(old) -> None:
    old.section(ITEM.format("uno") + "\nwas: one", TWO, KEPT)
    old.check()
    old.section(ITEM.format("eins") + "\nwas: [uno, one]", TWO, KEPT)
    assert identity(old) == []
    old.check()
    assert old.lock.items["eins"].origin == "one"


def test_a_lock_with_strange_cloze_texts(desk) -> None:
    receipt = Receipt("x", "y", 1, "cloze", 1, "gaps", clozes={"1": "“”", "7": ""})
    desk.lock = Lock()._replace(items={"gaps": receipt})
    desk.section(KEPT)
    assert identity(desk) == [("cloze-moved", 6, 21)]


TERM = "id: cloud\nterm: cloud\ndefinition: a passing one\nevidence: walkout “a passing cloud”{}"
DROPS = {
    "a number": ([CLOZE.format("gaps", "In {{c1::June}} 1911 it spread.", "")], ["c2"]),
    "both numbers for another": (
        [CLOZE.format("gaps", "In June {{c3::1911}} it spread.", "")],
        ["c1", "c2"],
    ),
    "the reverse": ([KEPT, TERM.format("")], ["reverse"]),
    "the reverse of a renamed one": (
        [KEPT, TERM.replace("id: cloud", "id: sky\nwas: cloud").format("")],
        ["reverse"],
    ),
    "nothing": ([KEPT, TERM.format("\nreverse: yes")], []),
    "nothing, but the item retired": ([KEPT + "\nretired: It was wrong."], []),
}


@rows(("items", "cards"), DROPS.values(), ids=DROPS)
def test_a_card_that_drops_out_is_warned_of(desk, items: list[str], cards: list[str]) -> None:
    desk.section(KEPT, TERM.format("\nreverse: yes"))
    assert desk.found() == ()
    desk.publish()
    desk.section(*items)
    for _ in ("first", "again"):
        found = [each for each in desk.check().findings if each.code == "card-dropped"]
        assert [each.message.split("`")[1] for each in found] == cards
        assert not any(each.is_error for each in found)


def test_a_deck_keeps_its_id(desk) -> None:
    desk.section(ONE)
    assert desk.found() == ()
    desk.publish()
    desk.deck(id="port")
    (finding,) = desk.found()
    place = finding.location
    assert (finding.code, place.line, place.column, place.length) == ("deck-id-changed", 1, 5, 4)
    assert "write `id: harbour`" in finding.help
    assert desk.lock.deck == "harbour"
    desk.deck(id="harbour", title="Another")
    assert desk.found() == ()
