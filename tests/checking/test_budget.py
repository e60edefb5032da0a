"""Budget: how much of the source all evidence together shows, and how long at a stretch."""

from studyguide.checking.budget import Quoted, quoted
from studyguide.lock.lock import Place
from tests.conftest import serious
from tests.table import rows

MEASURED = {
    "nothing": ({}, 100, Quoted(0.0, 0)),
    "no source": ({}, 0, Quoted(0.0, 0)),
    "one run": ({"a": (1, [(0, 5)])}, 100, Quoted(0.05, 5)),
    "two runs apart": ({"a": (1, [(0, 5), (6, 9)])}, 100, Quoted(0.08, 5)),
    "two runs that touch": ({"a": (1, [(0, 5)]), "b": (1, [(5, 9)])}, 100, Quoted(0.09, 9)),
    "the same words twice": ({"a": (1, [(0, 5)]), "b": (1, [(2, 5)])}, 100, Quoted(0.05, 5)),
    "in two sections": ({"a": (1, [(0, 5)]), "b": (2, [(5, 9)])}, 100, Quoted(0.09, 5)),
    "from the first word of section 1": ({"a": (1, [(0, 1)])}, 10, Quoted(0.1, 1)),
}


@rows(("places", "words", "expected"), MEASURED.values(), ids=MEASURED)
def test_measured(places, words: int, expected: Quoted) -> None:
    placed = {
        id: (section, tuple(Place("¶1", *run) for run in runs))
        for id, (section, runs) in places.items()
    }
    assert quoted(placed, words) == expected


FIRST = (
    "id: first\nquestion: What happened?\nanswer: the walkout\nevidence: By June 1911 the walkout"
)
NEXT = "id: next\nquestion: To where?\nanswer: Dunmere\nevidence: had spread to Dunmere"
LAST = (
    "id: last\nquestion: Where is it?\nanswer: in the Hills\nevidence: to Orrin in the Farrow Hills"
)


def test_as_much_as_the_deck_may_quote(desk) -> None:
    desk.deck(quotation="{share: 0.1, run: 15}")
    assert desk.errors(FIRST, NEXT, LAST) == []


def test_more_than_the_deck_may_quote(desk) -> None:
    desk.deck(quotation="{share: 0.05, run: 15}")
    desk.section(FIRST, NEXT, LAST)
    (finding,) = desk.found()
    assert (finding.code, finding.location.path.name) == ("quotation-share", "deck.yaml")
    assert (finding.location.line, finding.location.column) == (1, 1)
    assert "6.7% of the source, 5% may be quoted" in finding.message


def test_runs_that_join_are_found_at_the_item_that_joins_them(desk) -> None:
    desk.deck(quotation="{share: 1, run: 14}")
    message = desk.fires(
        "quotation-joined", FIRST, NEXT, LAST.replace("to Orrin", "▸to Orrin") + "◂"
    )
    assert "shows 15 words in a row" in message
    assert "14 in a row may be shown" in message


def test_runs_that_join_to_just_as_many_as_may_be(desk) -> None:
    desk.deck(quotation="{share: 1, run: 15}")
    assert desk.errors(FIRST, NEXT, LAST) == []


def test_the_same_words_for_several_items_join_nothing(desk) -> None:
    desk.deck(quotation="{share: 1, run: 5}")
    same = [FIRST.replace("first", id) for id in ("first", "second", "third")]
    assert desk.errors(*same) == []


def test_a_gap_is_not_shown(desk) -> None:
    desk.deck(quotation="{share: 1, run: 5}")
    gap = "id: gap\nquestion: To where?\nanswer: Dunmere\nevidence: spread … Farrow Hills"
    assert desk.errors(FIRST, gap) == []


def test_without_the_text_the_lock_knows_what_is_quoted(desk) -> None:
    desk.section(FIRST, NEXT, LAST)
    assert desk.found() == ()
    desk.deck(quotation="{share: 0.05, run: 14}")
    report = desk.check(None)
    codes = {each.code for each in serious(report)}
    assert codes == {"quotation-joined", "quotation-share", "receipt-stale"}
    assert report.quoted.run == 15
