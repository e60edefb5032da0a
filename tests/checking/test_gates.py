"""Gates: a rule that is not asked, because nothing in an item's words calls for it, would find nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyguide.checking.examine import examine
from studyguide.checking.registry import GATES, PASSAGE_RULES
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.evidence.gates import Gated
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.lexicon import _BITS, bits_of
from studyguide.language.word_lists import Lexicon
from studyguide.source.open import open_source
from studyguide.source.source import Source
from studyguide.syntax.built import BUILT
from tests.checking.fresh_sets import deck_of, with_wrong_items
from tests.places import DECKS

WITH_TEXT = sorted(path.parent.name for path in DECKS.glob("*/source.txt"))


def test_each_gate_is_of_a_rule_that_is_asked() -> None:
    assert GATES.keys() <= {*PASSAGE_RULES}


def test_each_gate_names_lists_that_there_are() -> None:
    gates = (*GATES.values(), *(gate for _, gate in BUILT))
    named = {*_BITS}
    uses = {use for each in ["en", "de", "fr"] for use in Language(each).words.constructions}
    known = bits_of({*Lexicon._fields} | {use.replace(" ", "-") for use in uses})
    assert not any(lists & ~known for gate in gates for lists in gate[1:])
    assert named <= {*Lexicon._fields} | {use.replace(" ", "-") for use in uses}


def mixed_up(deck: Deck) -> Iterator[Item]:
    """Yield each item with the evidence of the next: more is wrong with it than anybody plants."""
    for item, other in zip(deck.items, (*deck.items[1:], deck.items[0]), strict=True):
        yield item._replace(evidence=other.evidence, section=other.section)


def found(items: list[Item], deck: Deck, source: Source) -> list[tuple[Finding, ...]]:
    language = Language(deck.language)
    return [examine(item, deck, source, language)[1] for item in items]


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.torture)])
@pytest.mark.parametrize("name", WITH_TEXT)
def test_no_gate_shuts_out_a_finding(
    name: str, step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every third item of a deck, or of every item."""
    deck, source = deck_of(DECKS / name), open_source(DECKS / name / "source.txt")
    items = [*mixed_up(deck)]
    if (DECKS / name / "wrong.yaml").exists():
        items += deck_of(with_wrong_items(DECKS / name, tmp_path / "wrong")).items
    items = items[::step]
    gated = found(items, deck, source)
    monkeypatch.setattr(Gated, "open_to", lambda gated, _: gated.rules)
    assert found(items, deck, source) == gated
    assert any(gated)
