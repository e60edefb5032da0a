"""The first study set: as complete, as fair and as well read as it promises to be."""

import re
from collections import Counter

import pytest

from studyguide.audit.audit import Audit, audit
from studyguide.audit.mutations import CERTAIN, MUTATIONS, names_and_numbers
from studyguide.audit.specimen import specimen_of
from studyguide.checking.check import check
from studyguide.checking.examine import examine
from studyguide.checking.receipts import states_of
from studyguide.coverage.coverage import Coverage, cover
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.digests import content_digest
from studyguide.lock.lock import Lock
from studyguide.lock.on_disk import open_lock
from studyguide.source.source import Source
from tests.places import ROOT
from tests.table import rows

FOLDER = ROOT / "cards" / "soviet-miners"
STANCES = {"reported", "quoted", "argued"}
ATTRIBUTED = re.compile(
    r"\b(?:statement|North|text|slogan|accord\w+|says?|said|saying|call(?:s|ed)?|argu\w+|describ\w+|"
    r"claim\w*|charg\w+|account|view|sees?|judges?|predict\w*|regards?|ICFI|Bulletin|Committee)\b"
)


@pytest.fixture(scope="module")
def deck() -> Deck:
    deck, findings = load(FOLDER)
    assert deck
    assert findings == ()
    return deck


@pytest.fixture(scope="module")
def lock() -> Lock:
    return open_lock(FOLDER / "deck.lock")


def said_on(item: Item) -> str:
    return " ".join((item.prompt.value, *(answer.value for answer in item.answers)))


def tags_of(item: Item) -> set[str]:
    return {tag.value for tag in item.tags}


def test_there_are_as_many_items_as_the_text_asks_for(deck: Deck) -> None:
    assert 150 <= len(deck.items) <= 220
    assert [section.number for section in deck.sections] == [1, 2, 3, 4, 5, 6, 7]


def test_a_third_ask_for_reasons(deck: Deck) -> None:
    reasoning = [item for item in deck.items if "reasoning" in tags_of(item)]
    assert 3 * len(reasoning) >= len(deck.items)


def test_report_quotation_and_argument_are_kept_apart(deck: Deck) -> None:
    assert [item.id.value for item in deck.items if len(tags_of(item) & STANCES) != 1] == []


def test_what_is_argued_says_by_whom(deck: Deck) -> None:
    argued = [item for item in deck.items if "argued" in tags_of(item)]
    assert [item.id.value for item in argued if not ATTRIBUTED.search(said_on(item))] == []


def test_a_note_says_that_it_is_not_from_the_text(deck: Deck) -> None:
    notes = [item.note.value for item in deck.items if item.note]
    assert notes
    assert [note for note in notes if not note.startswith("Not from the text: ")] == []


def test_long_lists_are_broken_up(deck: Deck) -> None:
    assert max(len(item.answers) for item in deck.items) <= 3


def test_every_kind_is_there(deck: Deck) -> None:
    kinds = Counter(item.kind for item in deck.items)
    assert set(kinds) == {"question", "cloze", "term", "person", "date"}
    assert 5 * kinds["cloze"] >= len(deck.items)


@rows("number", range(1, 8))
def test_a_summary_has_50_to_90_words(deck: Deck, number: int) -> None:
    (section,) = [section for section in deck.sections if section.number == number]
    assert section.title.value
    assert 50 <= len(section.summary.value.split()) <= 90


def test_the_whole_has_an_introduction_questions_and_a_map(deck: Deck) -> None:
    assert deck.introduction
    assert 100 <= len(deck.introduction.value.split()) <= 140
    assert len(deck.discussion) == 6
    for question in deck.discussion:
        (sections,) = re.findall(r"\(Sections ([^)]*)\)", question.value)
        assert len(re.findall(r"\d", sections)) > 1
    assert [len(figure.image.alt.split()) > 40 for figure in deck.figures] == [True]


def test_every_item_has_been_read_beside_its_passage(deck: Deck, lock: Lock) -> None:
    for item in deck.items:
        review = lock.items[item.id.value].review
        assert review, item.id.value
        assert review.note or all(review.accepted.values()), item.id.value
        assert set(lock.items[item.id.value].warnings) <= set(review.accepted), item.id.value
        assert review.note or review.accepted, item.id.value


def test_no_more_is_quoted_than_allowed(deck: Deck) -> None:
    assert deck.quotation.share <= 0.30
    assert deck.quotation.run <= 15


@pytest.fixture(scope="module")
def covered(real_source: Source) -> Coverage:
    deck, _ = load(FOLDER)
    assert deck
    return cover(deck, real_source, Language(deck.language), deck.uncovered)


def test_no_paragraph_is_without_an_item(covered: Coverage) -> None:
    assert [part.label for part in covered.paragraphs if not part.items] == []
    assert [part.label for part in covered.paragraphs if part.sentences_used == 0] == []


def test_nothing_that_is_named_or_counted_goes_unasked(covered: Coverage) -> None:
    assert covered.count("asked") > 100
    assert (covered.count("open"), covered.count("elsewhere")) == (0, 0)
    assert covered.findings == ()
    assert covered.unplaced == ()


def test_the_check_has_nothing_to_say(deck: Deck, lock: Lock, real_source: Source) -> None:
    afresh = lock._replace(source=None)  # or what has passed once is not looked at again
    report = check(deck, (), real_source, afresh, 1)
    assert report.findings == ()
    assert report.examined == len(deck.items)
    assert report.quoted.share <= 0.30
    assert report.quoted.run <= 15


@pytest.fixture(
    scope="module", params=[10, pytest.param(1, marks=pytest.mark.torture)], ids=["part", "whole"]
)
def audited(deck: Deck, real_source: Source, request: pytest.FixtureRequest) -> Audit:
    """Audit every tenth item; all where there is time."""
    sections = [each._replace(items=each.items[:: request.param]) for each in deck.sections]
    return audit(deck._replace(sections=tuple(sections)), real_source, 1, lambda: None)


MISSED = {"name of the answer, from passage": 2}
"""Of all items: two names of the section in the full name of the ICFI, of which a quotation leaves out a part."""


def test_no_wrong_number_name_or_place_gets_into_an_answer(audited: Audit) -> None:
    certain = [tally for tally in audited.tallies if tally.mutation in CERTAIN]
    assert len(certain) == len(CERTAIN)
    missed = {tally.mutation: tally.planted - tally.caught for tally in certain}
    assert {each: count for each, count in missed.items() if count > MISSED.get(each, 0)} == {}


def test_few_planted_errors_survive(audited: Audit) -> None:
    assert audited.planted > 350
    assert audited.swaps.share >= 0.97
    assert audited.meanings.share >= 0.80


def test_without_the_text_every_planted_error_is_stale(
    deck: Deck, lock: Lock, real_source: Source
) -> None:
    language = Language(deck.language)
    pools = names_and_numbers(real_source, language)
    planted = 0
    for item in deck.items[::24]:
        case, _ = examine(item, deck, real_source, language)
        assert case
        specimen = specimen_of(case, *pools, 1)
        for mutation in MUTATIONS.values():
            for mutant in mutation(specimen):
                planted += 1
                changed = {item.id.value: content_digest(mutant.item)}
                assert states_of(deck, changed, lock) == {item.id.value: "stale"}, mutant.what
    assert planted > 120
