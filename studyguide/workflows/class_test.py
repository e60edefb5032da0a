"""A class test of a deck: both versions and their keys, of items that were drawn."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.workflows.edition import TESTS, Edition, Order, Product
from studyguide.workflows.result import Result

if TYPE_CHECKING:
    from studyguide.class_test.versions import Version

ITEMS = 20
"""How many are drawn where nobody says how many."""

UNPROVED = (
    "without the source text nothing proves an answer wrong: the class test has nothing to choose "
    "from and nothing to match"
)


def drawn_from(result: Result, edition: Edition, order: Order) -> tuple[object, ...]:
    """Give all that decides on wrong answers: the whole deck, its evidence, and the text; which sections are asked."""
    receipts = tuple((id, each.digest) for id, each in sorted(edition.lock.items.items()))
    text = result.source.raw if result.source else ""
    return edition.guide, receipts, text, order.choice.sections


def files_of(
    result: Result, edition: Edition, order: Order, paths: Mapping[Product, Path]
) -> "dict[Path, tuple[Version, bool]]":
    """Compose the test; give each file that is to be written its version, and whether it is a key."""
    from studyguide.class_test.compose import class_test
    from studyguide.class_test.versions import versions_of
    from studyguide.guide.choice import section_numbers

    assert result.report.deck
    seed = order.choice.seed
    sections = section_numbers(order.choice.sections)
    test = class_test(edition.guide, result.report.deck, result.source, seed, sections)
    versions = {each.letter: each for each in versions_of(test, seed)}
    return {
        paths[what]: (versions[what[5]], what.endswith("key")) for what in TESTS if what in paths
    }
