"""A class test: what is wrong is proved to be wrong, versions differ, the pages hold what they ask."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import eq
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

import page as page_validation
import pytest

from studyguide.class_test import draw
from studyguide.class_test.choosing import _may_be_meant, can_be_chosen, options_for, stands_out
from studyguide.class_test.compose import class_test
from studyguide.class_test.draw import are_to_match
from studyguide.class_test.matching import _is_told_by_sex, matched
from studyguide.class_test.opened import opened
from studyguide.class_test.pool import Pool, pool_of
from studyguide.class_test.proof import Proof
from studyguide.class_test.room import lines_of
from studyguide.class_test.sorts import Candidate, candidates, risen, sorts_of, thing_of
from studyguide.class_test.tasks import ClassTest, Form, Part, Task
from studyguide.class_test.told.telling import Telling
from studyguide.class_test.versions import versions_of
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item, Kind
from studyguide.guide.choice import Choice, chosen
from studyguide.guide.guide import Entry, Guide, compose
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.on_disk import open_lock
from studyguide.printing.class_test.sheets import Fit
from studyguide.source.source import Source, read
from studyguide.workflows.class_test import (
    NOTHING_TO_CHOOSE,
    NOTHING_TO_MATCH,
    ONE_TASK,
    note_on,
    note_on_fit,
)
from tests import forked
from tests.conftest import Desk, Once
from tests.printing.reading import entry, pages_of, text_of
from tests.table import rows

# Villages of an invented coast, and what was counted there

VILLAGES = (
    ("Askby", "Edda Thorn", 14, "net loft", "a room under the roof where nets are dried"),
    ("Brackness", "Finn Oster", 25, "slipway", "a slope of stone on which boats are hauled out"),
    ("Collan", "Greta Pym", 37, "fog bell", "an alarm rung by hand while nobody sees the pier"),
    ("Dunwick", "Hugo Quist", 46, "tide gauge", "a staff with marks that tells how deep it is"),
    ("Erris", "Ida Rand", 58, "lead line", "a rope with a weight for sounding the bottom"),
    ("Fennay", "Jon Sark", 69, "smoke house", "a hut in which herring hang above oak chips"),
)


def source_of() -> Iterator[str]:
    for number, (village, clerk, boats, thing, told) in enumerate(VILLAGES, start=1):
        yield f"{number}. The clerk {clerk} kept a register. {boats} boats were counted at {village}.\n"
        yield f"A {thing} is {told}. Pots were mended by the widows.\n\n"


def bodies_of(village: str, clerk: str, boats: int, thing: str, told: str) -> Iterator[str]:
    slug = village.lower()
    yield f'id: {slug}-boats\nquestion: How many boats were counted at {village}?\nanswer: "{boats}"'
    yield f"id: {slug}-thing\nterm: {thing}\ndefinition: {told}"
    yield f"id: {slug}-clerk\nperson: {clerk}\nrole: the clerk who kept a register"
    yield f"id: {slug}-fill\ncloze: The {{{{c1::clerk}}}} {clerk} kept a {{{{c2::register}}}}."


def evidence_of(village: str, clerk: str, boats: int, thing: str, told: str) -> Iterator[str]:
    yield f"{boats} boats were counted at {village}"
    yield f"{thing} is … {' '.join(told.split()[-3:])}"
    yield f"clerk {clerk} kept a register"
    yield f"clerk {clerk} kept a register"


@cache
def built(folder: Path) -> tuple[Path, str]:
    """Build a class test of the villages by the command line; give its folder, and what it says."""
    desk = Desk(folder)
    desk.deck(id="villages", title="Six Villages", quotation="{share: 1, run: 40}")
    for number, village in enumerate(VILLAGES, start=1):
        pairs = zip(bodies_of(*village), evidence_of(*village), strict=True)
        desk.section(*(f"{body}\nevidence: {quoted}" for body, quoted in pairs), number=number)
    (folder / "source.txt").write_text("The Villages\n\n" + "".join(source_of()), encoding="utf-8")
    done = forked.run(folder, "build", ".", "--test", "--seed", "5")
    return folder, done.stdout + done.stderr


@pytest.fixture(scope="session")
def dist(once: Once) -> Path:
    def make(folder: Path) -> None:
        _, said = built(folder)
        (folder / "said.txt").write_text(said, encoding="utf-8")

    folder = once("class-test", make)
    assert "wrote dist/villages-test-a.pdf" in (folder / "said.txt").read_text(encoding="utf-8")
    return folder / "dist"


class Villages(NamedTuple):
    """The guide of the villages, their deck, and its text."""

    whole: Guide
    deck: Deck
    text: Source

    def test(self, choice: Choice, some: Guide | None = None) -> ClassTest:
        """Make a class test of all of it, or of some."""
        return class_test(some or self.whole, self.deck, self.text, choice)


@pytest.fixture(scope="session")
def villages(dist: Path) -> Villages:
    folder = dist.parent
    deck = loaded(folder)
    text = read((folder / "source.txt").read_text(encoding="utf-8"))
    return Villages(compose(deck, open_lock(folder / "deck.lock")), deck, text)


def loaded(folder: Path) -> Deck:
    deck, _ = load(folder)
    assert deck
    return deck


def test_it_is_four_files_and_no_other(dist: Path) -> None:
    made = sorted(path.name for path in dist.glob("[!.]*"))
    assert made == [f"villages-test-{each}.pdf" for each in ("a-key", "a", "b-key", "b")]


@rows("name", ["a", "a-key", "b", "b-key"])
def test_it_is_pdf_ua(dist: Path, name: str) -> None:
    path = dist / f"villages-test-{name}.pdf"
    assert page_validation.validate_pdf(path, profile="ua1").failures == []
    assert "by Nora Quill, from Collected Histories. Written for these tests." in text_of(path)


@pytest.mark.parametrize("letter", ["a", "b"])
def test_twenty_items_stand_on_two_pages_with_all_that_a_test_needs(
    dist: Path, letter: str
) -> None:
    path = dist / f"villages-test-{letter}.pdf"
    text = text_of(path)
    assert len(pages_of(path)) <= 2
    for needed in (f"Class test {letter.upper()}", "Name", "Date", "Points", "20 tasks"):
        assert needed in text
    own = [page.extract_text() for page in pages_of(path)]
    assert [
        bool(re.search(r"(^|\(continued\)\s*)Name(\b| _{20})", each, re.MULTILINE)) for each in own
    ] == [True] * len(own)
    total = int(re.search(r"20 tasks, (\d+) points", text)[1])
    boxes = re.sub(rf"{letter.upper()} \d / \d", "", text)
    assert sum(map(int, re.findall(r"/ (\d+)", boxes))) == total
    key = text_of(dist / f"villages-test-{letter}-key.pdf")
    assert (
        "Answer briefly" not in key
        or "1 for every 20 words or part of that; in a list, 1 each; 8 at most" in key
    )
    assert sum(map(int, re.findall(r"¶\d+ (\d+) points?\b", key))) == total


def answered(path: Path) -> dict[str, str]:
    """Give the line of the key, by the item's number in the guide."""
    lines = re.findall(r"(\d+ [^§]+?) \((\d\.\d)\) §\d ¶\d \d+ points?", text_of(path))
    return {number: re.sub(r".*(each|blank|lines)\. ", "", line) for line, number in lines}


def test_the_versions_ask_the_same_in_another_order(dist: Path) -> None:
    keys = [answered(dist / f"villages-test-{letter}-key.pdf") for letter in "ab"]
    assert keys[0].keys() == keys[1].keys()
    assert len(keys[0]) == 20
    numbers = [{item: line.split()[0] for item, line in key.items()} for key in keys]
    assert sum(numbers[0][item] != numbers[1][item] for item in numbers[0]) > 10


def test_the_key_has_the_letter_that_the_test_has(dist: Path) -> None:
    """Of numbers in their order, which fall in the other version, so that a neighbour has another letter."""
    for letter in "ab":
        test = " ".join(text_of(dist / f"villages-test-{letter}.pdf").split())
        key = answered(dist / f"villages-test-{letter}-key.pdf")
        chosen = {
            line.split()[0]: line.split()[1:]
            for line in key.values()
            if re.match(r"\d+ [a-h] \d+$", line)
        }
        assert chosen
        rows = re.findall(r"\ba (\d+) b (\d+) c (\d+) d (\d+)", test)
        assert len(rows) == len(chosen)
        assert all([*row] == sorted(row, key=int, reverse=letter == "b") for row in rows)
        for number, (option, answer) in chosen.items():
            village = next(name for name, _, boats, *_ in VILLAGES if str(boats) == answer)
            assert re.search(
                rf"\b{number} How many boats were counted at {village}\?[^?]*?\b{option} {answer}\b",
                test,
            )


# What proves that an answer is wrong

ANSWER = 'question: How many constables were sent to the gasworks?\nanswer: "40"\nevidence: send 40 constables'
WHO = "question: Who kept the bookshop?\nanswer: Tobias Fenn\nevidence: Tobias Fenn … bookshop"
WHERE = "question: Where was the bookshop?\nanswer: Orrin\nevidence: Tobias Fenn … bookshop"
WRONG = {
    "a-number-of-elsewhere": (1, ANSWER, "35", True),
    "a-number-that-nothing-has": (1, ANSWER, "93", True),
    "the-answer-in-words": (1, ANSWER, "forty", False),
    "a-number-of-the-same-sentence": (1, ANSWER, "1,200", False),
    "the-answer-with-more": (1, ANSWER, "40 constables", False),
    "nothing": (1, ANSWER, "…", False),
    "a-name-of-elsewhere": (2, WHO, "Julius Brand", True),
    "a-name-of-the-same-sentence": (2, WHO, "Ned", False),
    "a-part-of-the-answer": (2, WHO, "Fenn", False),
    "one-that-another-sentence-tells": (2, WHO, "bookshop", False),
    "a-place": (2, WHERE, "Dunmere", True),
    "a-larger-place-around-it": (2, WHERE, "Farrow Hills", False),
    "a-place-in-it": (2, WHERE.replace("Orrin", "Farrow Hills"), "Orrin", False),
}


@rows(("number", "body", "answer", "is_wrong"), WRONG.values(), ids=WRONG)
def test_an_answer_is_wrong_only_where_that_is_proved(
    desk: Desk, number: int, body: str, answer: str, *, is_wrong: bool
) -> None:
    from tests.conftest import HARBOUR

    desk.section(body, number=number)
    deck = loaded(desk.folder)
    item = next(each for each in deck.items if each.id.value == "item")
    assert Proof(deck, read(HARBOUR, {})).is_wrong(item, answer) == is_wrong


def item_of(desk: Desk, question: str, answer: str) -> Item:
    desk.section(f"question: {question}\nanswer: {answer}\nevidence: walked out over pay")
    deck = loaded(desk.folder)
    return next(each for each in deck.items if each.id.value == "item")


ALIKE = {
    "numbers": ("How many?", '"40"', "How much?", '"7"', True),
    "numbers-in-letters": ("How many?", "forty", "How much?", "seven", True),
    "a-figure-and-a-number-in-letters": ("How many?", '"40"', "How much?", "seven", False),
    "a-number-and-a-year": ("How many?", '"40"', "When?", '"1912"', False),
    "units": ("How long?", "7 hours", "How long?", "14 hours", True),
    "things": ("How many boats?", '"40"', "Of how many boats?", '"7"', True),
    "other-things": ("How many boats?", '"40"', "How many years?", '"7"', False),
    "other-signs": ("What share?", "40%", "What share?", "$40", False),
    "other-units": ("How long?", "7 hours", "How long?", "14 days", False),
    "persons": ("Who led it?", "Ada Kestrel", "Whom did he meet?", "Tobias Fenn", True),
    "a-person-and-a-place": ("Who led it?", "Ada Kestrel", "Where was it?", "Port Selby", False),
    "places": ("Where was it?", "Dunmere", "Where did they go?", "Port Selby", True),
    "ways": ("How was it done?", "by night", "How did it end?", "by a vote", True),
    "a-way-and-a-view": ("How was it done?", "by night", "How did it end?", "as a failure", False),
    "dates": ("When?", "1 May 1911", "When?", "12 June 1913", True),
    "long words that end alike": ("Against what?", "Stalinism", "What is it?", "tsarism", True),
    "long words that end otherwise": (
        "Against what?",
        "Stalinism",
        "What is it?",
        "perestroika",
        False,
    ),
    "a short word": ("Against what?", "Sexism", "What is it?", "tsarism", False),
    "a person whose name ends so": ("Who led it?", "Tobias Prism", "What is it?", "tsarism", False),
}


@rows(("one", "first", "two", "second", "are"), ALIKE.values(), ids=ALIKE)
def test_only_answers_of_one_sort_are_mixed(
    desk: Desk, one: str, first: str, two: str, second: str, *, are: bool
) -> None:
    sorts = [
        sorts_of(item_of(desk, *each), Language("en")) for each in ((one, first), (two, second))
    ]
    assert all(sorts)
    assert bool({*sorts[0]} & {*sorts[1]}) == are


OFFERED = {
    "a number in letters": (
        "question: For how many years did it last?\nanswer: four",
        [("4", "year"), ("four", "year")],
    ),
    "what a blank hides, with what it counts": (
        "cloze: They had {{c1::24}} looms.",
        [("24", "loom")],
    ),
    "a place in another": (
        "cloze: It was at {{c1::Eling}} in {{c2::Hampshire}}.",
        [("Eling", "place")],
    ),
    "a place of another": ("cloze: It was at {{c1::Eling}} of {{c2::Hants}}.", []),
    "a definition": ("term: sluice\ndefinition: a gate in a dam", [("a gate in a dam", "article")]),
    "with a word of its term": ("term: tide mill\ndefinition: a mill by the sea", []),
    "with a pronoun": ("term: sluice\ndefinition: It lets them out", []),
    "of several": (
        "term: tides\ndefinition: those near the moon",
        [("those near the moon", "those")],
    ),
    "of a day": (
        "date: May 1\nevent: the day of pay",
        [("May 1", "1"), ("the day of pay", "*"), ("the day of pay", "article")],
    ),
}


@rows(("body", "offered"), OFFERED.values(), ids=OFFERED)
def test_what_is_offered_elsewhere(desk: Desk, body: str, offered: list[tuple[str, str]]) -> None:
    """An answer with the last part of its sort."""
    desk.section(f"{body}\nevidence: walked out over pay")
    deck = loaded(desk.folder)
    found = [each for each in candidates(deck, Language("en"), frozenset()) if each.item == "item"]
    short = [each for each in found if each.sort[0] != "ending"]
    assert sorted((each.text, each.sort[-1]) for each in short) == offered


FORMS: dict[str, tuple[str, str, tuple[str, ...], bool]] = {
    "verbs": ("en", "opened a quarry", ("is remembered for mud", "is remembered for hats"), True),
    "one verb, other words": ("en", "is buried here", ("is known for mud", "is known for hats"), True),
    "two of each": ("en", "opened a quarry", ("is known for mud", "opened an inn", "is known for hats"), False),
    "all alike": ("en", "opened a quarry", ("opened an inn", "opened a mill"), False),
    "all differ": ("en", "opened a quarry", ("sold mud", "knitted hats"), False),
    "one article and another": ("en", "the smallest pig", ("a gatepost", "a hole in a wall"), False),
    "no article": ("en", "rain", ("a gatepost", "a hole in a wall"), True),
    "German": ("de", "gründete ein Werk", ("wurde in Husum Vogt", "wurde Müller"), True),
    "numbers": ("en", "36", ("4", "60"), False),
}  # fmt: skip
"""The right answer, the wrong ones, and whether it can be told by how it begins."""


@rows(("language", "right", "wrong", "does"), FORMS.values(), ids=FORMS)
def test_a_right_answer_stands_out_where_all_others_begin_alike(
    language: str, right: str, wrong: tuple[str, ...], *, does: bool
) -> None:
    assert stands_out(right, wrong, Language(language)) == does


ROLES = [("Ada Kestrel", "opened a shop at Erris"), ("Ben Oster", "opened a shop at Collan")]
KNOWN = [("Cid Pym", "mud"), ("Dan Quist", "hats"), ("Eve Rand", "wool"), ("Flo Sark", "eels")]


@rows("seed", "12345")
def test_others_that_begin_so_are_chosen_from(desk: Desk, seed: str) -> None:
    told = [*ROLES, *((name, f"is remembered for {thing}") for name, thing in KNOWN)]
    text = "".join(f"{name} {role}. {'Nothing more was told. ' * 3}\n" for name, role in told)
    desk.section(
        *(
            f"id: p{at}\nperson: {name}\nrole: {role}\nevidence: {name} {role}"
            for at, (name, role) in enumerate(told)
        )
    )
    asked = [entry("person", f"p{at}", *each) for at, each in enumerate(told)]
    telling = Telling(asked, Language("en"))
    pool = pool_of(Proof(loaded(desk.folder), read(f"1. {text}")), telling, frozenset(), seed)
    options = options_for(asked[:1], (), pool)["p0"]
    assert sum(each.startswith("opened") for each in options) == 2


GUILD = (
    ("Ada Kestrel", "mended sails for herring boats"),
    ("Ben Oster", "carted slate down to harbours"),
    ("Cid Pym", "kept accounts of every auction"),
    ("Dan Quist", "taught fiddle tunes to children"),
)
BESIDE: dict[str, tuple[str, tuple[tuple[Kind, str, str], ...], bool]] = {
    "nothing": ("", (), True),
    "the owner of a wrong one and a word of it": (
        "",
        (("question", "What did Oster, who carted slate, fear?", "fog"),),
        False,
    ),
    "that owner alone": ("", (("question", "What did Oster fear?", "fog"),), True),
    "a word of it alone": ("", (("question", "Who feared slate?", "the smith"),), True),
    "its own person and a word": (
        "",
        (("question", "Why did Kestrel, mending sails, hum?", "fog"),),
        False,
    ),
    "what is matched, with a word": ("", (("term", "Oster hitch", "a knot round slate"),), False),
    "an owner in the title": ("Life of Oster", (), False),
    "another name in the title": ("Life of Rand", (), True),
}
"""What stands above, what is asked as well (a term is matched), and whether three definitions are left to choose from."""


@rows(("title", "more", "is_chosen"), BESIDE.values(), ids=BESIDE)
def test_no_wrong_answer_stands_there_whose_owner_is_named(
    desk: Desk, title: str, more: tuple[tuple[Kind, str, str], ...], *, is_chosen: bool
) -> None:
    """Of three, one that another task strikes out leaves two."""
    some = GUILD[:3]
    desk.section(
        *(
            f"id: p{at}\nperson: {name}\nrole: {role}\nevidence: {name} {role}"
            for at, (name, role) in enumerate(some)
        )
    )
    text = "".join(f"{name} {role}. {'Nothing more was told. ' * 3}\n" for name, role in some)
    people = [entry("person", f"p{at}", *each) for at, each in enumerate(some)]
    others = [entry(kind, f"q{at}", *each) for at, (kind, *each) in enumerate(more)]
    telling = Telling([*people, *others], Language("en"), title)
    pool = pool_of(Proof(loaded(desk.folder), read(f"1. {text}")), telling, frozenset(), "1")
    written = [each for each in others if each.kind != "term"]
    terms = [each for each in others if each.kind == "term"]
    found = can_be_chosen(people[0], pool, written), options_for(people[:1], (), pool, terms)
    assert all(found) == is_chosen


AGES = {
    "three near, however they begin": (("1991", "2016", "2019"), True),
    "one near": (("1991", "1793", "1804"), False),
    "none near": (("1582", "1793", "1804"), False),
}
CLOCKS = ("the last hour glass was broken", "clerks wound up clocks", "the kilogram was weighed")
"""The first begins with an article, and so does the last."""


@rows(("years", "is_chosen"), AGES.values(), ids=AGES)
def test_only_dates_near_to_it_are_beside_a_date(
    desk: Desk, years: tuple[str, ...], *, is_chosen: bool
) -> None:
    told = [("2000", "some few computers stood still"), *zip(years, CLOCKS, strict=True)]
    desk.section(
        *(
            f'id: d{at}\ndate: "{year}"\nevent: {event}\nevidence: In {year} {event}'
            for at, (year, event) in enumerate(told)
        )
    )
    text = "".join(f"In {year} {event}. {'Nothing was told. ' * 3}\n" for year, event in told)
    dates = [entry("date", f"d{at}", *each) for at, each in enumerate(told)]
    telling = Telling(dates, Language("en"))
    pool = pool_of(Proof(loaded(desk.folder), read(f"1. {text}")), telling, frozenset(), "1")
    assert ("d0" in options_for(dates[:1], (), pool)) == is_chosen


SIZES = {
    "about as large": ("3.6 m", "12 m", True),
    "five times": ("20", "100", True),
    "more": ("3.6 m", "31.5 m", False),
    "less": ("90 t", "17 t", False),
    "in letters": ("four", "sixty", False),
    "nothing": ("0", "7", False),
}


@rows(("right", "wrong", "may"), SIZES.values(), ids=SIZES)
def test_a_number_that_is_far_off_is_no_option(
    desk: Desk, right: str, wrong: str, *, may: bool
) -> None:
    item = item_of(desk, "How much?", f'"{right}"')
    pool = cast("Pool", SimpleNamespace(proof=SimpleNamespace(language=Language("en"))))
    other = Candidate(wrong, ("number",), "other")
    assert _may_be_meant(other, item, other.sort, pool) == may
    year = Candidate(wrong, ("year",), "other")
    assert _may_be_meant(year, item, year.sort, pool)


STRETCHES = {
    "between them": ("1500", ("1400 BC", "1510"), 0),
    "behind them": ("1880", ("1400 BC", "1510"), 370),
    "before them": ("1000 BC", ("310 BC", "1510"), 690),
    "of one": ("1 January 2000", ("1582",), 418),
    "no year": ("May Day", ("1582",), 0),
    "no date": ("", ("1582",), 0),
}


@rows(("date", "others", "years"), STRETCHES.values(), ids=STRETCHES)
def test_how_far_a_date_lies_from_others(date: str, others: tuple[str, ...], years: int) -> None:
    named = {"own": date, **{f"other{at}": each for at, each in enumerate(others)}}
    items = {
        id: SimpleNamespace(
            kind="date" if name else "term", prompt=SimpleNamespace(value=name or "1900")
        )
        for id, name in named.items()
    }
    pool = Pool(*(cast("Any", each) for each in (None, items, {}, None, "1")))
    assert pool.years_from("own", [*items][1:]) == years


SEXES: dict[str, tuple[Kind, tuple[str, ...], bool]] = {
    "the only one": ("person", ("kept a log with her brother", "sold nets", "tarred boats"), True),
    "one of two": ("person", ("kept her log", "sold her nets", "tarred boats"), False),
    "another": ("person", ("kept her log", "sold his nets", "tarred his boats"), True),
    "none": ("person", ("kept a log", "sold his nets", "tarred boats"), False),
    "a term": ("term", ("a log and its keeper", "a net", "a boat"), False),
}
"""Whether the first definition tells by a pronoun whom it is of."""


@rows(("kind", "told", "is_told"), SEXES.values(), ids=SEXES)
def test_nobody_is_matched_who_is_known_by_a_pronoun(
    kind: Kind, told: tuple[str, ...], *, is_told: bool
) -> None:
    pool = cast("Pool", SimpleNamespace(proof=SimpleNamespace(language=Language("en"))))
    group = [entry(kind, f"p{at}", f"Ada {at}", each) for at, each in enumerate(told)]
    assert _is_told_by_sex(group[0], group, pool) == is_told


PLACED = {
    "en": ("It was at {{c1::Eling}} in {{c2::Hants}}.", True),
    "de": ("Es war zu {{c1::Husum}} im {{c2::Norden}}.", True),
    "nl": ("Het was te {{c1::Bergen}} in {{c2::Holland}}.", True),
    "nl, and": ("Het was te {{c1::Bergen}} en te {{c2::Breda}}.", False),
    "fr": ("Ce fut à {{c1::Porto}} au {{c2::Portugal}}.", True),
    "es": ("Fue en {{c1::Cádiz}} en {{c2::Andalucía}}.", True),
    "it": ("Fu ad {{c1::Assisi}} nell'{{c2::Umbria}}.", True),
    "it, the whole": ("Fu a {{c1::Siena}} nella {{c2::Toscana}}.", True),
    "pt": ("Foi em {{c1::Loulé}} no {{c2::Algarve}}.", True),
    "pl": ("To było w {{c1::Gliwicach}} na {{c2::Śląsku}}.", True),
    "ru": ("Это было в {{c1::Шуе}} в {{c2::России}}.", True),
    "ru, at somebody's": ("Это было в {{c1::Шуе}} у {{c2::Ивана}}.", False),
    "uk": ("Це було в {{c1::Одесі}} у {{c2::Криму}}.", True),
    "sv, of which no list is kept": ("Det var vid {{c1::Lund}} i {{c2::Skåne}}.", False),
}
"""By language."""


@rows(("name", "case"), PLACED.items(), ids=PLACED)
def test_a_place_in_another_is_told_by_the_words_of_its_language(
    desk: Desk, name: str, case: tuple[str, bool]
) -> None:
    """It is offered for other places; the one around it is not asked beside it."""
    sentence, is_placed = case
    language = Language(name.partition(",")[0])
    desk.section(f"cloze: {sentence}\nevidence: walked out over pay")
    deck = loaded(desk.folder)
    places = [each for each in candidates(deck, language, frozenset()) if each.sort[-1] == "place"]
    assert bool(places) == is_placed
    whole = entry("cloze", "c", sentence)
    assert (len(opened(whole, language, None).answers) == 1) == is_placed


RISING = {
    "figures": (("1,200", "7", "40"), ("7", "40", "1,200")),
    "in letters": (("forty", "seven", "twelve"), ("seven", "twelve", "forty")),
    "with a unit": (("14 days", "7 days"), ("7 days", "14 days")),
    "dates": (("7 May", "1 June"), ()),
    "a word": (("7", "many"), ()),
}


@rows(("texts", "risen_"), RISING.values(), ids=RISING)
def test_numbers_to_choose_from_rise(texts: tuple[str, ...], risen_: tuple[str, ...]) -> None:
    assert risen(texts, Language("en")) == risen_


# Points and versions

POINTS = {
    "a-word": (Task(entry("question", "a", "?", "pond"), "write"), 1),
    "a-sentence": (Task(entry("question", "a", "?", " ".join(["word"] * 12)), "write"), 1),
    "one-thing-at-length": (
        Task(entry("question", "a", "?", " ".join(["word"] * 20)), "write"),
        1,
    ),
    "a-long-one": (Task(entry("question", "a", "?", " ".join(["word"] * 21)), "write"), 2),
    "two-clauses": (
        Task(entry("question", "a", "?", "that it was old, and that it leaked"), "write"),
        2,
    ),
    "two-steps": (
        Task(
            entry("question", "a", "?", "One oils the axle, and turns the wheel by hand."), "write"
        ),
        2,
    ),
    "one-clause": (
        Task(entry("question", "a", "?", "because the axle was old and worn"), "write"),
        1,
    ),
    "a-row-of-numbers": (
        Task(entry("question", "a", "What is left?", "54, 36, 18 and 0"), "write"),
        1,
    ),
    "as-many-as-asked-for": (
        Task(entry("question", "a", "Which four numbers are left?", "54, 36, 18 and 0"), "write"),
        4,
    ),
    "of-three-years": (
        Task(
            entry(
                "question",
                "a",
                "How many were there in 1860, 1890 and 1913?",
                "1860: 40, 1890: 620, 1913: 115",
            ),
            "write",
        ),
        3,
    ),
    "between-two-years": (
        Task(entry("question", "a", "How many fell from 1860 to 1890?", "620"), "write"),
        1,
    ),
    "two-equations": (
        Task(entry("question", "a", "?", r"\[a + c = b + d, \quad ac = bd\]"), "write"),
        2,
    ),
    "one-equation": (Task(entry("question", "a", "?", r"\(a = b\)"), "write"), 1),
    "two-nouns": (
        Task(entry("question", "a", "?", "Korsett und langer Rock"), "write", language="de"),
        2,
    ),
    "two-adjectives": (
        Task(entry("question", "a", "?", "rote und grüne Fahnen"), "write", language="de"),
        1,
    ),
    "who": (Task(entry("person", "a", "Ada Kestrel", "clerk"), "write"), 2),
    "who-at-length": (Task(entry("person", "a", "Ada Kestrel", "word " * 30), "write"), 2),
    "what-happened": (Task(entry("date", "a", "1957", "a storm"), "write"), 2),
    "where-and-when": (
        Task(entry("question", "a", "Where and when was it?", "in Kiel"), "write"),
        2,
    ),
    "from-how-many-to-how-many": (
        Task(entry("question", "a", "From how many to how many did they fall?", "9 to 3"), "write"),
        2,
    ),
    "and-between-whom": (
        Task(entry("question", "a", "When is it, and between whom?", "in May, of two"), "write"),
        2,
    ),
    "wann-und-wo": (
        Task(
            entry("question", "a", "Wann und wo war das?", "1161 in Kiel"), "write", language="de"
        ),
        2,
    ),
    "dove-e-quando": (
        Task(entry("question", "a", "Dove e quando morì?", "a Parma"), "write", language="it"),
        2,
    ),
    "one-thing-of-two": (
        Task(entry("question", "a", "Who built the pier and the mill?", "Ada Pym"), "write"),
        1,
    ),
    "a-very-long-one": (Task(entry("question", "a", "?", " ".join(["word"] * 300)), "write"), 8),
    "a-long-list": (Task(entry("question", "a", "?", *"abcdefghijklmnopqrstuvwxyz"), "write"), 8),
    "a-long-row": (
        Task(entry("question", "a", "?", "a, b, c, d, e, f, g, h, i and j"), "write"),
        8,
    ),
    "a-list": (Task(entry("question", "a", "?", "x", "y", "z"), "write"), 3),
    "blanks": (Task(entry("cloze", "a", "{{c1::x}} and {{c2::y}}"), "fill"), 2),
    "a-choice": (Task(entry("question", "a", "?", " ".join(["word"] * 30)), "choose"), 1),
}


WORDS = " ".join(["word"] * 38)
OPENED = {
    "whose view it is": ("en", f"According to the statement, {WORDS}", 2),
    "of several": ("en", f"In the view of the owners and their clerks, {WORDS}", 2),
    "German": ("de", f"Laut dem Bericht der Kammer, {WORDS}", 2),
    "French": ("fr", f"Selon les armateurs de ce port, {WORDS}", 2),
    "another opening": ("en", f"In the harbour of Erris, {WORDS}", 3),
    "without a comma": ("en", f"According to the statement they {WORDS}", 3),
    "behind": ("en", f"{WORDS}, according to the statement", 3),
    "short": ("en", f"According to the statement, {' '.join(['word'] * 12)}", 1),
}


@rows(("language", "answer", "points"), OPENED.values(), ids=OPENED)
def test_whose_view_it_is_counts_for_nothing(language: str, answer: str, points: int) -> None:
    task = Task(entry("question", "a", "?", answer), "write", language=language)
    assert task.points == points


ROWS = {
    "three": ("en", "vodka, beer, and wine", 3),
    "no last comma": ("en", "in the docks, the lofts and the net sheds", 3),
    "four": ("en", "herring, cod, ling and hake", 4),
    "German": ("de", "Brot, Salz und Seife", 3),
    "Spanish": ("es", "pan, sal e higos", 3),
    "Russian": ("ru", "хлеб, соль и мыло", 3),
    "Dutch": ("nl", "brood, zout en zeep", 3),
    "two": ("en", "bread and butter", 2),
    "two with small words": ("de", "vor Kälte und einem nassen Herbst", 2),
    "two names": ("en", "Ada Kestrel and Ben Quist", 2),
    "two in French": ("fr", "du sel et de la pêche", 2),
    "two in Italian": ("it", "l’abate e il podestà", 2),
    "one of two kinds": ("en", "gold and silver coins", 0),
    "one of two kinds, in German": ("de", "aus altem und festem Holz", 0),
    "one name": ("en", "the Board of Ropes and Tar", 0),
    "half a compound": ("de", "an Sonn- und Feiertagen", 0),
    "a span": ("en", "between 20 and 30 years", 0),
    "a span in letters": ("en", "between two and three hours", 0),
    "one of three": ("en", "bread, salt or soap", 0),
    "one of three, in German": ("de", "Brot, Salz oder Seife", 0),
    "one of three, in Italian": ("it", "pane, sale oppure sapone", 0),
    "one of three, in Portuguese": ("pt", "pão, sal ou sabão", 0),
    "one of three, in Ukrainian": ("uk", "хліб, сіль або мило", 0),
    "of a list that is not kept": ("sv", "bröd, salt eller tvål", 0),
    "a place": ("en", "in Donetsk, Ukraine", 0),
    "a number": ("en", "1,200 men and women", 0),
    "a sentence": ("en", "They went home, since nobody paid for the fish, and slept", 0),
    "no and": ("en", "bread, salt, soap", 0),
    "a clause, and another and": (
        "en",
        "those near new and full moon, which rise high and fall low",
        0,
    ),
    "a clause": ("en", "spring tides, which rise high and fall low", 0),
    "a clause, in German": ("de", "Tiden nahe Neumond, die hoch steigen und tief fallen", 0),
    "articles, in German": ("de", "die Docks, die Speicher und die Netze", 3),
    "articles but for the first, in German": ("de", "in Docks, den Speichern und den Schuppen", 3),
    "a clause, in French": ("fr", "les marées, qui montent haut et descendent bas", 0),
    "a reason": ("en", "they went, because bread and salt", 0),
    "a pair in it": ("en", "bread and butter, salt and pepper", 0),
    "dates": ("en", "on March 8, 1908 and on May 1, 1917", 0),
    "three dates": ("en", "March 8, 1908, May 1, 1917, and June 2, 1920", 3),
    "no word for and is known": ("he", "bread, salt, and soap", 0),
}


@rows(("language", "answer", "things"), ROWS.values(), ids=ROWS)
def test_things_in_a_row_have_a_point_each(language: str, answer: str, things: int) -> None:
    """In a blank as in writing, and the key says so; to choose it is one point."""
    asked = entry("question", "a", "?", answer)
    told = entry("cloze", "a", f"Of {{{{c1::{answer}}}}} in {{{{c2::May}}}}.")
    written, filled = Task(asked, "write", language=language), Task(told, "fill", language=language)
    assert (written.points, filled.points) == (things or written.points, (things or 1) + 1)
    assert written.points <= (things or 2)
    assert (written.has_row, filled.has_row) == (bool(things), bool(things))
    assert Task(asked, "choose", (answer,), language=language).points == 1


SEVERAL = {
    "two clauses": ("en", "Why?", "The keel was old and the mast had rotted.", 2),
    "two verbs with what they act on": ("en", "What did he do?", "closed the lid and sold the oats", 2),
    "two conditions": ("en", "When?", "when the tide is high and no boat is out", 2),
    "in Spanish": ("es", "¿Qué hace?", "rompe la red y ensucia el muelle", 2),
    "in French": ("fr", "Pourquoi ?", "les rats rongeaient la corde et le sel mangeait les clous", 2),
    "in Italian": ("it", "Perché?", "il sale rode le corde e la nebbia copre il porto", 2),
    "in German": ("de", "Warum?", "Der Kiel war alt und der Mast ist gebrochen.", 2),
    "in Dutch": ("nl", "Waarom?", "De kiel was oud en de mast is gebroken.", 2),
    "three of one clause": ("en", "What was it?", "that it was dry, warm and light", 3),
    "three of one, in Spanish": ("es", "¿Cómo era?", "que era seco, claro y blando", 3),
    "measures of two": ("en", "What are the length and the weight?", "20 m and 1,200 tons", 2),
    "measures of two, in German": ("de", "Wie hoch und wie schwer?", "20 Meter und 7 Tonnen", 2),
    "a time in two parts": ("en", "How long did it take?", "ten hours and forty minutes", 1),
    "a span": ("en", "Between which years were the gate and the wall built?", "between 1260 and 1298", 1),
    "two words of one clause": ("en", "Why?", "because the axle was old and worn", 1),
    "two verbs of a clause": ("en", "Which?", "tides near the moon, which rise high and fall low", 1),
    "two of what is made": ("en", "What did she mend?", "She mended the old and rusted anchor.", 1),
    "a genitive, in German": ("de", "Was endete?", "der Bau der Mole und der Streit der Brüder", 2),
    "a place, in Portuguese": ("pt", "Como?", "do porto a foz e pelo rio a ponte velha", 1),
    "two of a noun, in French": ("fr", "Quoi ?", "la corde neuve et solide du bateau", 1),
    "two of a noun, in Spanish": ("es", "¿Qué?", "una red vieja y rota del puerto", 1),
    "of a clause within": ("en", "Who?", "a man that was old and was paid in oats", 1),
}  # fmt: skip


@rows(("language", "question", "answer", "points"), SEVERAL.values(), ids=SEVERAL)
def test_each_of_several_things_told_has_a_point(
    language: str, question: str, answer: str, points: int
) -> None:
    assert (
        Task(entry("question", "a", question, answer), "write", language=language).points == points
    )


@rows(("task", "points"), POINTS.values(), ids=POINTS)
def test_what_a_task_is_worth(task: Task, points: int) -> None:
    assert task.points == points


REFERRING = {
    "a pronoun": ("en", "They threaten it", True),
    "a short form": ("en", "They’re best paid", True),
    "a possessive": ("en", "by their own councils", True),
    "pointing": ("en", "to such councils", True),
    "a clause": ("en", "that miners went back", False),
    "none": ("en", "by the miners", False),
    "German": ("de", "in ihren Räten", True),
    "German, none": ("de", "in den Räten", False),
}


@rows(("language", "answer", "is_left"), REFERRING.values(), ids=REFERRING)
def test_what_speaks_of_something_named_before_is_no_option(
    desk: Desk, language: str, answer: str, *, is_left: bool
) -> None:
    assert bool(sorts_of(item_of(desk, "How?", answer), Language(language))) != is_left


@rows("sections", ["1-3", "4", "1-6"])
def test_wrong_answers_are_of_the_sections_that_are_asked(
    villages: Villages, sections: str
) -> None:
    some = chosen(villages.whole, Choice(sections=sections))
    of_them = {answer for entry in some.entries for answer in (*entry.answers, entry.prompt)}
    made = villages.test(Choice(sections=sections), some)
    options = {option for task in made.tasks for option in task.options}
    assert options <= of_them
    assert options or sections == "4"


@rows("seed", "12345678")
def test_few_letters_to_match_stand_beside_what_they_belong_to(seed: str) -> None:
    options = ("pond", "gate", "wheel")
    tasks = tuple(Task(entry("term", each, each, each), "match", options) for each in options)
    for version in versions_of(ClassTest((Part("match", tasks, "term"),)), seed):
        told = version.test.tasks
        assert sum(task.letter == "abc"[at] for at, task in enumerate(told)) <= 1


@rows("seed", "12345678")
def test_few_tasks_follow_each_other_in_both_versions(seed: str) -> None:
    """Neighbours read on."""
    tasks = tuple(Task(entry("question", f"q{at}", f"Why {at}?", "x"), "write") for at in range(8))
    orders = [
        [task.entry.id for task in version.test.tasks]
        for version in versions_of(ClassTest((Part("write", tasks),)), seed)
    ]
    first, second = ({*pairwise(order)} for order in orders)
    assert not first & second


DRAWN = {
    "of sections that are not asked": (Choice(sections="1-5", kinds=("term",)), 0),
    "of those that were not drawn": (Choice(kinds=("term",), items=5), 1),
    "all": (Choice(kinds=("term",)), 0),
}


@rows(("choice", "more"), DRAWN.values(), ids=DRAWN)
def test_the_last_to_be_matched_is_not_given_away(
    villages: Villages, choice: Choice, more: int
) -> None:
    """By one definition too many, if the sections that are asked have one; else all are asked in writing."""
    some = chosen(villages.whole, replace(choice, items=0))
    (part,) = villages.test(choice, some).parts
    assert (part.form == "match") is bool(more)
    if not more:
        return
    answers = [task.entry.answers[0] for task in part.tasks]
    assert len({*part.tasks[0].options} - {*answers}) == more
    for version in versions_of(ClassTest((part,)), "1"):
        for task in version.test.tasks:
            assert task.options["abcdef".index(task.letter)] == task.entry.answers[0]


@rows("answers", [("so",), ("x " * 12,), ("x " * 30,), ("the old quay and its crane",) * 4])
def test_there_are_as_many_rules_as_points(answers: tuple[str, ...]) -> None:
    task = Task(entry("question", "q", "Which?", *answers), "write")
    assert lines_of(task) >= task.points


@pytest.mark.parametrize("seed", "1234")
def test_terms_are_drawn_to_be_matched(villages: Villages, seed: str) -> None:
    made = villages.test(Choice(items=12, seed=seed))
    assert len(made.tasks) == 12
    assert [len(part.tasks) >= 5 for part in made.parts if part.kind == "term"] == [True]
    small = villages.test(Choice(items=4, seed=seed))
    assert len(small.tasks) == 4


@rows("seed", "1234")
def test_definitions_to_choose_from_stand_once(villages: Villages, seed: str) -> None:
    """In few tasks, and none is right in another one."""
    made = villages.test(Choice(items=9, seed=seed))
    chosen_from = [task for task in made.tasks if task.form == "choose"]
    defined = [task for task in chosen_from if task.entry.kind == "term"]
    shown = [option for task in defined for option in task.options]
    assert len(shown) == len({*shown})
    right = {task.entry.answers[0] for task in made.tasks}
    assert [option in right for option in shown].count(True) == len(defined) <= 3
    assert {"choose", "match"} & {task.form for task in made.tasks}


TRIED = {"none can be chosen": (99, 12, 0), "each third can": (3, 12, 4), "all can": (1, 12, 12)}


@rows(("every", "looked_at", "found"), TRIED.values(), ids=TRIED)
def test_a_dozen_are_tried_and_no_more_looked_at(every: int, looked_at: int, found: int) -> None:
    """Of forty that may have answers to choose from, of a sort each."""
    lots = [entry("question", f"q{at}", "?", f"{at}") for at in range(1, 41)]
    seen = list[Entry]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "sorts_for", lambda each, _: seen.append(each) or [(each.id,)])
        patch.setattr(draw, "can_be_chosen", lambda each, _: int(each.id[1:]) % every == 0)
        chosen_from = [*draw._to_choose(lots, (), cast("Pool", None))]
    assert (len(seen), len(chosen_from)) == (looked_at, found)


@pytest.mark.parametrize("count", [1, 2, 3, 20])
def test_versions_have_the_same_tasks_in_other_orders(count: int) -> None:
    tasks = tuple(
        Task(
            entry("question", f"q{at}", "?", f"{at}"), "choose", tuple(map(str, range(at, at + 4)))
        )
        for at in range(count)
    )
    test = ClassTest((Part("choose", tasks),))
    versions = versions_of(test, "1")
    assert versions == versions_of(test, "1")
    for version in versions:
        assert [task.number for task in version.test.tasks] == [*range(1, count + 1)]
        for task in version.test.tasks:
            assert task.options["abcd".index(task.letter)] == task.entry.answers[0]
    orders = [[task.entry.id for task in version.test.tasks] for version in versions]
    assert all(sorted(one) == sorted(two) for one, two in pairwise(orders))
    assert count == 1 or not any(map(eq, *orders))
    letters = [{task.entry.id: task.options for task in each.test.tasks} for each in versions]
    assert not any(any(map(eq, one, letters[1][id])) for id, one in letters[0].items())
    assert count < 3 or versions != versions_of(test, "2")


@rows("counts", [(5, 1, 4, 10), (1, 6), (6, 1), (1, 1), (3, 1, 1), (2, 1, 1, 2)])
def test_no_task_keeps_its_number(counts: tuple[int, ...]) -> None:
    """Even one that is alone in its part, as long as there is another part."""
    forms: tuple[Form, ...] = ("fill", "write", "fill", "write")
    parts = tuple(
        Part(
            form,
            tuple(
                Task(entry("question", f"{n} {form} {at}", "?", "x"), "write") for at in range(n)
            ),
        )
        for form, n in zip(forms, counts, strict=False)
    )
    one, two = (each.test.tasks for each in versions_of(ClassTest(parts), "1"))
    assert sorted(task.entry.id for task in one) == sorted(task.entry.id for task in two)
    assert not any(a.entry.id == b.entry.id for a, b in zip(one, two, strict=True))


THINGS: dict[str, tuple[str, Kind, tuple[str, str], bool]] = {
    "words": ("en", "term", ("net loft", "slipway"), True),
    "a title and a word": ("en", "term", ("“Nets and Men”", "slipway"), False),
    "a name and a word": ("en", "term", ("Left Bank", "slipway"), False),
    "names": ("en", "term", ("Left Bank", "Harbour Board of Erris"), True),
    "German nouns": ("de", "term", ("Netz", "schräge Bahn"), True),
    "persons": ("en", "person", ("Edda Thorn", "Hugo Quist"), True),
    "a person and a body": ("en", "person", ("Edda Thorn", "the Fishermen’s Union"), False),
    "dates": ("en", "date", ("1905", "May 1911"), True),
    "days": ("en", "date", ("1 May 1905", "June 3"), True),
    "a day and a year": ("en", "date", ("August 1", "1905"), False),
}


@pytest.mark.parametrize(("language", "kind", "names", "are"), THINGS.values(), ids=THINGS)
def test_what_is_matched_is_of_one_sort(
    language: str, kind: Kind, names: tuple[str, str], *, are: bool
) -> None:
    one, two = (thing_of(kind, name, Language(language)) for name in names)
    assert (one == two) == are


FITS = {
    "as is promised": (Fit(2, 1), 20, False, ""),
    "more items": (Fit(4, 2, 100), 21, True, ""),
    "no key": (Fit(1), 3, False, ""),
    "three pages": (Fit(3, 1), 20, False, "has 3 pages, since its tasks are long: ask fewer"),
    "nothing is shorter": (Fit(3, 1), 20, True, "long, and the deck has no shorter ones that"),
    "a key of two": (Fit(2, 2), 20, False, "has a key of 2 pages, since its answers are long"),
    "few lines": (Fit(2, 1, 31), 18, False, "has 31 % of the lines that its answers take, since its tasks"),
    "all of it": (Fit(3, 2, 60), 20, False, "has 3 pages, 60 % of the lines that its answers take and a key of 2 pages, since its tasks are long and its answers"),
}  # fmt: skip


@rows(("fit", "count", "is_shortest", "said"), FITS.values(), ids=FITS)
def test_a_build_says_where_two_pages_hold_too_little(
    fit: Fit, count: int, said: str, *, is_shortest: bool
) -> None:
    asked = tuple(Task(entry("question", f"q{at}", "?", "oats"), "write") for at in range(count))
    note = note_on_fit(fit, ClassTest((Part("write", asked),), is_shortest=is_shortest))
    assert said in note if said else not note


TOLD = {
    "nothing": ((), ""),
    "a pair": ((("1.1", "1.4"),), "1.1 tells the answer to 1.4: too few items"),
    "one of two": ((("1.1", "1.4"), ("1.1", "2.1")), "1.1 tells the answer to 1.4, 2.1: too few"),
    "the title": ((("", "1.4"),), "the title tells the answer to 1.4: too few"),
    "many": (
        tuple((f"1.{at}", "2.1") for at in range(9)),
        "1.5 tells the answer to 2.1, and 3 more: too few",
    ),
}


@pytest.mark.parametrize(("told", "said"), TOLD.values(), ids=TOLD)
def test_a_build_says_which_answers_are_told(told: tuple[tuple[str, str], ...], said: str) -> None:
    note = note_on(ClassTest((), told=told))
    assert said in note if said else not note


LACKING: dict[str, tuple[Kind, Form, int, bool, str]] = {
    "three terms that are asked in writing": ("term", "write", 3, True, NOTHING_TO_MATCH),
    "two terms": ("term", "write", 2, True, ""),
    "terms that are matched": ("term", "match", 3, True, ""),
    "without a text, of which more is said": ("term", "write", 3, False, ""),
    "a question that is asked in writing": ("question", "write", 1, True, NOTHING_TO_CHOOSE),
    "questions with answers": ("question", "choose", 2, True, ""),
    "questions without a text": ("question", "write", 3, False, ""),
    "sentences with gaps": ("cloze", "fill", 3, True, ""),
}


@rows(("kind", "form", "count", "has_text", "said"), LACKING.values(), ids=LACKING)
def test_a_build_says_of_what_a_test_has_none(
    kind: Kind, form: Form, count: int, *, has_text: bool, said: str
) -> None:
    tasks = tuple(Task(entry(kind, f"{at}", "loft", "x"), form, ("x",)) for at in range(count))
    test = ClassTest((Part(form, tasks, kind),), has_text=has_text)
    assert note_on(test).replace(f"\n{ONE_TASK}", "") == said
    assert (ONE_TASK in note_on(test)) == (count == 1)


@rows(("left_out", "said"), [(0, ""), (5, "has 2 tasks, not 7: each other")], ids=["none", "five"])
def test_a_build_says_that_fewer_are_asked(left_out: int, said: str) -> None:
    tasks = tuple(Task(entry("cloze", f"{at}", "{{c1::Erris}}"), "fill") for at in range(2))
    note = note_on(ClassTest((Part("fill", tasks),), left_out=left_out))
    assert said in note if said else not note


def test_no_definition_stands_in_two_parts(desk: Desk) -> None:
    """Whoever sees the one too many a second time strikes it out twice."""
    text = "".join(f"In {1800 + at} bridge number {at} was built.\n" for at in range(1, 14))
    desk.section(
        *(
            f'id: d{at}\ndate: "{1800 + at}"\nevent: bridge number {at} was built\n'
            f"evidence: In {1800 + at} bridge number {at} was built"
            for at in range(1, 14)
        )
    )
    deck = loaded(desk.folder)
    asked = [
        entry("date", f"d{at}", f"{1800 + at}", f"bridge number {at} was built")
        for at in range(1, 12)
    ]
    telling = Telling(asked, Language("en"))
    pool = pool_of(Proof(deck, read(f"1. {text}")), telling, frozenset(), "1")
    shown = [part.tasks[0].options for part in matched(asked, pool)]
    assert [len(each) for each in shown] == [6, 7]
    assert len({*shown[0], *shown[1]}) == 13


BURNED = (
    "the pier of the bishop burned",
    "the mill of the miller burned",
    "the gate of the widow burned",
    "the weir of the cooper burned",
    "the dock of the pilot burned",
)
ASKED = {
    "half of an answer": ("the widow, her gate, nets and oars", False),
    "less of it": ("the widow, her sails, nets and oars", True),
}


@rows(("answer", "is_matched"), ASKED.values(), ids=ASKED)
def test_nothing_is_matched_that_has_half_an_answer(
    answer: str, desk: Desk, *, is_matched: bool
) -> None:
    told = [*enumerate((*BURNED, "the lamp of the sexton burned"), start=1801)]
    desk.section(
        *(f'id: d{at}\ndate: "{at}"\nevent: {each}\nevidence: In {at} {each}' for at, each in told)
    )
    text = "".join(f"In {at} {each}.\n" for at, each in told)
    dates = [entry("date", f"d{at}", f"{at}", each) for at, each in told[:-1]]
    whole = [*dates, entry("question", "q", "What did the ferry bring?", answer)]
    telling = Telling(whole, Language("en"))
    pool = pool_of(Proof(loaded(desk.folder), read(f"1. {text}")), telling, frozenset(), "1")
    ids = [task.entry.id for part in matched(whole, pool) for task in part.tasks]
    assert ("d1803" in ids, "d1802" in ids) == (is_matched, True)


EVENTS = (
    "a pier fell",
    "the mill burned",
    "seven gates sank",
    "the weir burst",
    "a dock opened",
    "the lamp broke",
)
KEPT = {
    "three": (3, 30, (0, 0)),
    "four": (4, 30, (3, 4)),
    "five": (5, 30, (4, 5)),
    "six": (6, 30, (5, 6)),
    "four, and few others": (4, 9, (0, 0)),
    "four, and enough others": (4, 15, (3, 4)),
}


@rows(("dates", "questions", "matched_with"), KEPT.values(), ids=KEPT)
def test_one_is_kept_for_a_letter_more(
    desk: Desk, dates: int, questions: int, matched_with: tuple[int, int]
) -> None:
    """Where there are no others of the kind, and three are left; where there are not, all are asked in writing: the last one is given away."""
    told = [*enumerate(EVENTS[:dates], start=1801)]
    text = "".join(
        f"In {year} {event}. {'Nothing else was written. ' * 3}\n" for year, event in told
    )
    bodies = [
        f'id: d{year}\ndate: "{year}"\nevent: {event}\nevidence: In {year} {event}'
        for year, event in told
    ]
    asking = [
        f"id: q{at}\nquestion: Who kept loft{at}?\nanswer: keeper{at}\nevidence: In 1801"
        for at in range(questions)
    ]
    desk.section(*bodies, *asking)
    deck = loaded(desk.folder)
    entries = [
        *(entry("date", f"d{year}", f"{year}", event) for year, event in told),
        *(
            entry("question", f"q{at}", f"Who kept loft{at}?", f"keeper{at}")
            for at in range(questions)
        ),
    ]
    telling = Telling(entries, Language("en"))
    for seed in "123":
        pool = pool_of(Proof(deck, read(f"1. {text}")), telling, frozenset(), seed)
        asked, spares, _ = draw.drawn(entries, 10, telling, pool, seed)
        tasks = [task for part in matched(asked, pool) for task in part.tasks]
        options = tasks[0].options if tasks else ()
        assert (len(tasks), len(options)) == matched_with
        kept = {*options} - {each.answers[0] for each in asked}
        assert len(kept) == matched_with[1] - matched_with[0]
        assert not kept & {answer for each in spares for answer in each.answers}


LOOKED_FOR: dict[str, tuple[Kind, int, int, bool]] = {
    "three dates, ten items": ("date", 3, 10, True),
    "three dates, all items": ("date", 3, 0, True),
    "three dates, few items": ("date", 3, 8, False),
    "two dates": ("date", 2, 20, False),
    "questions": ("question", 20, 20, False),
}


@rows(("kind", "count", "items", "is_said"), LOOKED_FOR.values(), ids=LOOKED_FOR)
def test_a_build_says_that_nothing_is_matched_however_few_are_drawn(
    kind: Kind, count: int, items: int, *, is_said: bool
) -> None:
    entries = [entry(kind, f"{at}", f"19{at:02}", "x") for at in range(count)]
    test = ClassTest((), is_to_match=are_to_match(entries, items))
    assert (NOTHING_TO_MATCH in note_on(test)) == is_said
