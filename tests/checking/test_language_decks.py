"""Decks of thirty items in German, French, Spanish and Russian: honest items pass, planted errors do not."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from studyguide.audit.audit import Audit, audit
from studyguide.checking.examine import examine
from studyguide.deck.deck import Deck
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.source.open import open_source
from studyguide.source.source import Source
from tests.places import DECKS
from tests.table import rows

OURS = {"phare": "fr", "acequia": "es", "ledorub": "ru"}
ALL = {"verfahren": "de", **OURS}
TORTURED = ("verfahren", "phare")
"""Decks in German and French, of which `tongues/` has five sets each: errors are planted in them where there is time."""
audits = pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.torture if name in TORTURED else ()) for name in ALL],
)


@cache
def opened(name: str) -> tuple[Deck, Source]:
    with TemporaryDirectory() as place:
        folder = Path(place) / name
        shutil.copytree(DECKS / name, folder, ignore=shutil.ignore_patterns("wrong.yaml"))
        deck, findings = load(folder)
        assert deck
        assert findings == ()
        return deck, open_source(folder / "source.txt")


@cache
def audited(name: str) -> Audit:
    return audit(*opened(name), 1, lambda: None)


@pytest.mark.parametrize("name", OURS)
def test_honest_items_have_no_error_and_few_warnings(name: str) -> None:
    deck, source = opened(name)
    said = [examine(item, deck, source, Language(deck.language))[1] for item in deck.items]
    assert [each for findings in said for each in findings if each.is_error] == []
    assert sum(map(bool, said)) <= 0.35 * len(deck.items)


@rows("name", ALL)
def test_a_deck_has_thirty_items_of_its_language(name: str) -> None:
    deck, source = opened(name)
    assert len(deck.items) >= 30
    assert source.words >= 400
    assert deck.language == ALL[name]


@audits
def test_planted_errors_are_caught(name: str) -> None:
    result = audited(name)
    assert result.planted > 300
    assert result.share >= 0.92
    assert result.swaps.share >= 0.97


@audits
def test_meanings_are_planted_in_every_language(name: str) -> None:
    planted = {tally.mutation for tally in audited(name).tallies}
    assert {"negation added", "opposite", "strengthener added", "hedge cut"} <= planted
