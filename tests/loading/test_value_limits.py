"""Texts and lists that no person writes are findings, and no rule has to read them."""

from pathlib import Path

from studyguide.loading.load import load
from studyguide.loading.value_limits import LONGEST_TEXT, MOST_IN_FILE, MOST_IN_ITEM
from tests.loading.test_load import DECK, item, section, write
from tests.table import rows


def listed(count: int) -> str:
    return "[" + ", ".join(f"a{n}" for n in range(count)) + "]"


def mapped(count: int) -> str:
    return "{" + ", ".join(f"a{n}: b{n}" for n in range(count)) + "}"


LONG, TEXT = "a" * (LONGEST_TEXT + 1), "a" * LONGEST_TEXT
IN_ITEM = {
    "a long text": (f"note: {LONG}", ["value-long"]),
    "as long as may be": (f"note: {TEXT}", []),
    "one of a list": (f"tags: [a, {LONG}]", ["value-long"]),
    "a long list": (f"tags: {listed(MOST_IN_ITEM + 1)}", ["value-many"]),
    "as many as may be": (f"tags: {listed(MOST_IN_ITEM)}", []),
    "a long mapping": (f"wording: {mapped(MOST_IN_ITEM + 1)}", ["value-many"]),
    "a mapping as long as may be": (f"wording: {mapped(MOST_IN_ITEM)}", []),
}


@rows(("line", "codes"), IN_ITEM.values(), ids=IN_ITEM)
def test_in_an_item(tmp_path: Path, line: str, codes: list[str]) -> None:
    _, findings = load(write(tmp_path, section(item(line))))
    assert [each.code for each in findings if each.code.startswith("value-")] == codes


OF_DECK = {
    "aliases": (f"aliases: {mapped(MOST_IN_FILE + 1)}", ["value-many"]),
    "as many aliases as may be": (f"aliases: {mapped(MOST_IN_FILE)}", []),
    "questions": (f"discussion: {listed(MOST_IN_ITEM + 1)}", ["value-many"]),
    "an introduction": (f"introduction: {LONG}", ["value-long"]),
}


@rows(("line", "codes"), OF_DECK.values(), ids=OF_DECK)
def test_of_a_deck(tmp_path: Path, line: str, codes: list[str]) -> None:
    deck = f"{DECK.rstrip()}\n{line}\n"
    _, findings = load(write(tmp_path, {**section(item()), "deck.yaml": deck}))
    assert [each.code for each in findings if each.code.startswith("value-")] == codes


def test_many_items_are_no_excess(tmp_path: Path) -> None:
    many = "".join(item(f"id: i{n}") for n in range(MOST_IN_ITEM + 1))
    _, findings = load(write(tmp_path, section(many)))
    assert not [each for each in findings if each.code.startswith("value-")]
