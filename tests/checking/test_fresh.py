"""Honest items, as two curators first wrote them from the design and the text alone.

They saw neither rules nor findings. The bars are for the check: of such items at most a quarter may
draw an error, and at most half a warning.
"""

import pytest

from studyguide.checking.check import Report, check
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.source.source import Source
from tests.places import DECKS

FRESH = DECKS / "fresh"


@pytest.fixture(scope="module")
def report(real_source: Source) -> Report:
    deck, loaded = load(FRESH)
    assert deck
    assert not loaded
    return check(deck, loaded, real_source, Lock(), 1000)


def test_there_are_four_of_each_section(report: Report) -> None:
    assert report.deck
    assert [len(section.items) for section in report.deck.sections] == [4] * 7


@pytest.mark.parametrize(("severity", "bar"), [("error", 0.25), ("warning", 0.5)])
def test_few_honest_items_are_complained_of(report: Report, severity: str, bar: float) -> None:
    met = {each.item for each in report.findings if each.severity == severity and each.item}
    assert len(met) <= bar * 28, sorted(met)


def test_nothing_else_is_complained_of(report: Report) -> None:
    assert [each for each in report.findings if not each.item] == []
