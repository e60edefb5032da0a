"""Sub-headings answer each other, and are the same on every paper, as the places are that stay behind a heading."""

from studyguide.printing.index.entries import IndexEntry, entry_of, subheadings_of
from studyguide.printing.index.locators import Mention
from studyguide.printing.index.runs import most_telling
from studyguide.printing.index.subheadings import answered, parts_of
from tests.table import rows

ANSWERED: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "one that does not answer": (
        {"demands": "ck", "c": "kx"},
        {"demands": "ck", "c": "kx demands"},
    ),
    "both do": ({"a": "bx", "b": "ax"}, {"a": "bx", "b": "ax"}),
    "what has no sub-headings is not divided by one": ({"a": "bx", "b": ""}, {"a": "bx"}),
    "it is by two": ({"a": "bx", "c": "bx", "b": ""}, {"a": "bx", "c": "bx", "b": "ac"}),
    "of few places it is not there": ({"a": "bx", "c": "bx"}, {"a": "bx", "c": "bx"}),
    "nobody has any": ({"a": "", "b": ""}, {}),
}
"""Headings with their sub-headings, of a letter each but where they are parted; with those that answer."""


@rows(("chosen", "found"), ANSWERED.values(), ids=ANSWERED)
def test_of_two_divided_headings_each_has_the_other(
    chosen: dict[str, str], found: dict[str, str]
) -> None:
    both = answered({heading: frozenset(those) for heading, those in chosen.items()})
    assert both == {heading: _headings(those) for heading, those in found.items()}


def _headings(those: str) -> frozenset[str]:
    letters, _, word = those.partition(" ")
    return frozenset((*letters, word)) - {""}


def _told(number: int, *beside: str, section: int = 1, weight: int = 1) -> Mention:
    anchor = f"item-{section}.{number}" if number else f"section-{section}"
    shown = f"{section}.{number}" if number else ""
    return Mention(anchor, shown, False, True, section, weight=weight, beside=frozenset(beside))


def _asked(number: int) -> Mention:
    return Mention(f"item-1.{number}", f"1.{number}", False, False, 1)


TELLING: dict[str, tuple[list[Mention], list[Mention], str]] = {
    "the longest run first": ([_told(1), _told(9), _told(20), _told(21)], [], "1 20 21"),
    "a summary and the first item are a run": (
        [_told(0), _told(2), _told(9), _told(20)],
        [],
        "0 2 9",
    ),
    "items far from each other are none": ([_told(1), _told(5), _told(9)], [], "1 5"),
    "the next section is none": ([_told(9), _told(10, section=2), _told(30)], [], "9 30"),
    "what stands next to what a sub-heading has, last": (
        [_told(1), _told(9), _told(20)],
        [_told(2)],
        "9 20",
    ),
    "which does not hold of two items on": ([_told(1), _told(9), _told(20)], [_told(3)], "1 9"),
    "answers are counted apart": (
        [_told(1), _told(9), _asked(3), _asked(4), _asked(8)],
        [],
        "1 9 3 4 8",
    ),
    "answers in a run are next to each other": ([_asked(1), _asked(3), _asked(5)], [], "1 3"),
}
"""Places behind a heading, those that its sub-headings have, and the numbers of what two runs of pages and two of answers keep."""


@rows(("mentions", "parted", "kept"), TELLING.values(), ids=TELLING)
def test_runs_of_places_are_kept_that_say_most(
    mentions: list[Mention], parted: list[Mention], kept: str
) -> None:
    found = most_telling(mentions, parted, 2)
    numbers = {each.number.partition(".")[2] or "0" for each in found}
    assert numbers == {*kept.split()}


PAPERS = {"one item a page": 1, "two": 2, "three": 3}
ABOUT = [_told(n, "Orrin" if n % 20 == 1 else "Selby") for n in range(1, 100, 10)]
ALONE = [_told(n, weight=n) for n in range(6, 100, 10)]


@rows(("items",), PAPERS.values(), ids=PAPERS)
def test_an_entry_is_the_same_on_every_paper(items: int) -> None:
    pages = {f"item-1.{n}": n // items for n in range(100)}
    mentions = [*ABOUT, *ALONE]
    parts = subheadings_of({"Kestrel": mentions}, pages)["Kestrel"]
    found = entry_of("Kestrel", mentions, pages, (), parts)
    assert [each.heading for each in found.subheadings] == ["Orrin", "Selby"]
    assert [each.anchor for each in found.pages] == [each.anchor for each in ALONE[-7:]]
    assert found.is_cut


def test_what_is_met_once_beside_a_heading_is_no_part_of_it() -> None:
    twice = [_told(number, "dip") for number in (1, 5)] + [_told(9, "ash"), _told(14, "ash")]
    once = [_told(number) for number in range(20, 60, 5)]
    assert parts_of([*twice, _told(70, "bay"), *once], 7) == {"dip", "ash"}
    assert parts_of([*twice[:2], _told(70, "bay"), *once], 7) == set()


@rows(
    ("heading", "shown"),
    [
        ("Hude, Friedrich Wilhelm von der", "Hude, Friedrich Wilhelm von_der"),
        ("Cuesta y Ruano, Baltasar de la", "Cuesta y Ruano, Baltasar de_la"),
        ("Selby, Duke of", "Selby, Duke_of"),
        ("Gogh, Vincent van", "Gogh, Vincent van"),
        ("Lovelace, Ada, Countess of", "Lovelace, Ada, Countess_of"),
        ("law of the sea", "law of the sea"),
        ("Orme, Ada", "Orme, Ada"),
    ],
)
def test_small_words_at_the_end_of_a_name_stay_together(heading: str, shown: str) -> None:
    assert IndexEntry(heading).unparted.replace("\u00a0", "_") == shown
