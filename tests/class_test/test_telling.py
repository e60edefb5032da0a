"""No task of a test tells the answer to another, nor do the letters of an abbreviation, nor those of a key."""

from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise, product
from operator import eq
from types import SimpleNamespace
from typing import cast

import pytest

from studyguide.class_test import draw
from studyguide.class_test.compose import class_test
from studyguide.class_test.draw import drawn
from studyguide.class_test.lots import in_turn
from studyguide.class_test.matching import MATCHED
from studyguide.class_test.pool import Pool
from studyguide.class_test.tasks import ClassTest, Part, Task
from studyguide.class_test.told.alike import is_told_by_letters
from studyguide.class_test.told.joined import Joined
from studyguide.class_test.told.taken_apart import wholes_of
from studyguide.class_test.told.telling import Telling
from studyguide.class_test.versions import again, runs_in, versions_of
from studyguide.deck.deck import Deck
from studyguide.deck.item import Kind
from studyguide.guide.choice import Choice
from studyguide.guide.guide import Entry, compose
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.lock.on_disk import open_lock
from studyguide.source.source import Source, read
from tests.conftest import Desk
from tests.places import CARDS, DECKS
from tests.printing.reading import entry
from tests.table import rows

PAIRS = {
    "a name": (
        ("question", "Who came from Brackness?", "Finn"),
        ("cloze", "To {{c1::Brackness}}."),
    ),
    "a number": (("question", "Who hauled 37 boats?", "Finn"), ("question", "How many?", "37")),
    "an inflected word": (
        ("question", "Why were barnacles scraped?", "x"),
        ("question", "What grew there?", "a barnacle"),
    ),
    "two words": (
        ("question", "Who mended the tarred nets?", "x"),
        ("question", "What was mended?", "tarred nets"),
    ),
    "the end of a compound": (
        ("question", "Why did bees fear who burnt the wax?", "x"),
        ("question", "What does it eat?", "beeswax"),
    ),
    "most of what a term means": (
        ("question", "Why did sagging hulls, called hogging, frighten carpenters?", "x"),
        ("term", "hogging", "a fault by which sagging hulls frighten owners"),
    ),
    "what is known of a person": (
        ("question", "What did Greta Pym, the clerk, write in the register?", "x"),
        ("person", "Greta Pym", "the clerk who kept a register"),
    ),
}
APART = {
    "one of two words": (
        ("question", "Who mended the nets?", "x"),
        ("question", "What was mended?", "tarred sails"),
    ),
    "what is hidden itself": (("cloze", "To {{c1::Erris}}."), ("cloze", "From {{c1::Erris}} on.")),
    "a function word": (("question", "What is there?", "x"), ("question", "Where?", "there")),
    "another number": (("question", "Who hauled 37 boats?", "x"), ("question", "How many?", "38")),
    "a term without what it means": (
        ("question", "How is hogging mended?", "x"),
        ("term", "hogging", "a fault by which hulls sag"),
    ),
}


def entries_of(*pair: tuple[Kind, str, str] | tuple[Kind, str]) -> tuple[Entry, ...]:
    return tuple(entry(kind, str(at), *rest) for at, (kind, *rest) in enumerate(pair))


@rows(
    ("pair", "does"),
    [*((each, True) for each in PAIRS.values()), *((each, False) for each in APART.values())],
    ids=[*PAIRS, *APART],
)
def test_one_item_tells_of_another(pair: tuple[tuple[Kind, str, str], ...], *, does: bool) -> None:
    one, two = entries_of(*pair)
    assert Telling((one, two), Language("en")).tells(one, two) == does


LOWE: tuple[Kind, str, str] = ("person", "Carl Lowe", "a trawlerman of Erris who mended nets")
OTHERS: tuple[tuple[Kind, str, str], ...] = (
    ("person", "Carl Bram", "a carter who came home"),
    ("person", "Ina Holt", "the widow who kept a shop"),
)
SOLVED: dict[str, tuple[tuple[Kind, str, str], tuple[Kind, str, str], bool]] = {
    "a surname and a word": (
        ("question", "What, complained Lowe, a trawlerman, was short?", "x"),
        LOWE,
        True,
    ),
    "an inflected word": (("question", "Why did Lowe’s net fall?", "x"), LOWE, True),
    "a name alone": (("question", "What did Carl Lowe fear?", "x"), LOWE, False),
    "a word alone": (("question", "What did the trawlerman fear?", "x"), LOWE, False),
    "a name of two": (("question", "What did Carl the trawlerman fear?", "x"), LOWE, False),
    "a term and a word": (
        ("question", "Why does hogging frighten sagging men?", "x"),
        ("term", "hogging", "a fault by which hulls sag"),
        True,
    ),
    "half of a term": (
        ("question", "Which gate holds the pond?", "x"),
        ("term", "sluice gate", "what lets water out of a pond"),
        False,
    ),
}


@rows(("asking", "matched", "is_solved"), SOLVED.values(), ids=SOLVED)
def test_a_name_beside_a_word_of_what_it_is_matched_with_solves_it(
    asking: tuple[Kind, str, str], matched: tuple[Kind, str, str], *, is_solved: bool
) -> None:
    """Only where it is matched: in writing, more is asked than a word."""
    one, two, *others = entries_of(asking, matched, *OTHERS)
    telling = Telling((one, two, *others), Language("en"))
    assert telling.are_apart(one, two, (two.id,)) != is_solved
    assert telling.are_apart(one, two)


def test_what_is_matched_is_printed_with_its_answer() -> None:
    one, two = entries_of(
        ("term", "loft", "a room for tarred nets"), ("question", "?", "tarred nets")
    )
    telling = Telling((one, two), Language("en"))
    assert not telling.tells(one, two)
    assert telling.tells(one, two, is_matched=True)
    assert telling.are_apart(one, two)
    assert not telling.are_apart(one, two, ["0"])


USUAL = {
    "beside another word": ("the miners of Erris", False),
    "that alone": ("the miners", True),
    "in a name": ("the first miners’ day", True),
    "in half of one": ("the miners of Erris and Collan", False),
}


@rows(("answer", "is_told"), USUAL.values(), ids=USUAL)
def test_what_much_of_a_deck_is_about_tells_what_has_nothing_else(
    answer: str, *, is_told: bool
) -> None:
    about = [
        entry(
            "question", f"q{at}", f"What did the first miners do on {at} May, that day?", f"x{at}"
        )
        for at in range(20)
    ]
    who = entry("question", "who", "Who went on strike?", answer)
    telling = Telling((*about, who), Language("en"))
    assert telling.tells(about[0], who) == is_told
    asked, spares, _ = drawn((*about, who), 5, telling, None, "1")
    assert (who in (*asked, *spares)) <= (not is_told)


LEADERS = {
    "who is named above": ("Reeve Bram", "en", "Bram and his men of the shore guard", True),
    "more of them": ("Bram of Erris", "en", "Bram and their old neighbours up the hill", True),
    "not he": ("Bram of Erris", "en", "Holt and his men of the shore guard", False),
    "his people alone": ("The shore guard", "en", "Bram and his men of the old shore guard", False),
    "beside another": ("Bram of Erris", "en", "Ina Holt and Carl Bram of the shore guard", False),
    "German": ("Vogt Bram", "de", "Bram und seine Leute von der alten Wache", True),
    "French": ("Le bailli Bram", "fr", "Bram et ses hommes de la vieille garde", True),
}
"""The title, and an answer that says who did it."""


@rows(("title", "language", "answer", "is_told"), LEADERS.values(), ids=LEADERS)
def test_who_leads_the_others_is_half_of_an_answer(
    title: str, language: str, answer: str, *, is_told: bool
) -> None:
    who = entry("question", "who", "?", answer)
    asking = entry("question", "q", f"{title}?", "x")
    assert Telling((who,), Language(language), title).is_told_above(who) == is_told
    assert Telling((who, asking), Language(language)).gives(asking, who) == is_told


HINTS: dict[str, tuple[tuple[Kind, str, str], tuple[Kind, str, str], bool]] = {
    "a place and its people": (
        ("question", "What did the Polish pilot steer?", "x"),
        ("question", "Whence did he come?", "from Poland"),
        False,
    ),
    "a word of one family": (
        ("question", "Whom did fishermen fear?", "x"),
        ("question", "What was their craft?", "fishery"),
        False,
    ),
    "the head of a short answer": (
        ("question", "Why were the concessions refused?", "x"),
        ("question", "What was offered?", "short-term concessions"),
        False,
    ),
    "half of a long one": (
        ("question", "Where were lamps and barrels kept?", "x"),
        ("question", "What burned?", "lamps, barrels, nets and oars"),
        False,
    ),
    "a word of a long one": (
        ("question", "Where were lamps kept?", "x"),
        ("question", "What burned?", "lamps, barrels, nets and oars"),
        True,
    ),
    "nearly the same answer": (
        ("question", "How did it change?", "from bread to politics"),
        ("question", "What came of it?", "It began with bread and ended in politics"),
        False,
    ),
    "a person who is asked for": (
        ("question", "What did Bram fear?", "x"),
        ("person", "Carl Bram", "the carter who came home"),
        False,
    ),
    "nothing": (
        ("question", "What did Bram fear?", "fog"),
        ("question", "Who mended nets?", "Ina Holt"),
        True,
    ),
}


@rows(("one", "two", "are"), HINTS.values(), ids=HINTS)
def test_items_that_have_to_do_with_each_other_are_no_strangers(
    one: tuple[Kind, str, str], two: tuple[Kind, str, str], *, are: bool
) -> None:
    pair = entries_of(one, two)
    assert Telling(pair, Language("en")).are_strange(*pair) == are


FOLDED = "since its roof had leaked for {} years and no tenant would pay for it"
AGAIN: dict[str, tuple[tuple[Kind, str, str] | tuple[Kind, str], ...]] = {
    "a term that is defined twice": (
        ("term", "fettlevote", "a vote in which the quarry counts twice"),
        ("term", "the fettlevote", "what ended the quarrel of the guild"),
    ),
    "a question in other small words": (
        ("question", "Which goods did the clerk list?", "oars"),
        ("question", "What goods had the clerk listed?", "salt and soap"),
    ),
    "one answer": (
        ("person", "Ida Oakshott", "moved to buy the ropewalk"),
        ("question", "What did Leo do?", "moved to buy the ropewalk"),
    ),
    "answers that differ in a number": (
        ("question", "Why was the mill sold?", FOLDED.format(5)),
        ("question", "Why was the viaduct sold?", FOLDED.format(9)),
    ),
    "one word of two sentences": (
        ("cloze", "Nets hang in a {{c1::loft}}."),
        ("cloze", "The widow slept in the {{c1::loft}}."),
    ),
}
DIFFERS: dict[str, tuple[tuple[Kind, str, str] | tuple[Kind, str], ...]] = {
    "a question about another": (
        ("question", "What does plate 1 show?", "a lantern"),
        ("question", "What does plate 2 show?", "two oars"),
    ),
    "an answer of which half is the same": (
        ("question", "What did Ida do?", "moved to buy the ropewalk of Upwell"),
        ("question", "What did Leo do?", "moved to sell the orchard of Upwell"),
    ),
}


@rows(
    ("pair", "is_again"),
    [*((each, True) for each in AGAIN.values()), *((each, False) for each in DIFFERS.values())],
    ids=[*AGAIN, *DIFFERS],
)
def test_nothing_is_asked_twice_where_there_are_enough_others(
    pair: tuple[tuple[Kind, str, str], ...], *, is_again: bool
) -> None:
    """Though what a fifth of a deck says has but usual words."""
    items = [
        entry(kind, f"{kind}{at}-{turn}", *rest)
        for at in range(4)
        for turn, (kind, *rest) in enumerate(pair)
    ]
    names = map("".join, product("bdfg", "aeio", ("nk", "rt")))
    others = [entry("question", it, f"Who came to the {it}?", f"guests of {it}") for it in names]
    telling = Telling((*items, *others), Language("en"))
    twice = {each.id for each in items}
    for seed in "1234567890":
        found = drawn((*items, *others), 20, telling, None, seed)
        assert (len(twice.intersection(it.id for it in found.asked)) < 2) or not is_again
    seen = telling.ask_the_same(*items[:2]) or telling.are_answered_the_same(*items[:2])
    assert seen == is_again


def test_the_same_question_is_asked_last_of_all() -> None:
    """Where too few have nothing to do with each other: a like answer is better, a hint better still."""
    terms = [entry("term", f"t{at}", "fettlevote", "a vote that counts twice") for at in range(3)]
    reasons = [
        entry("question", f"q{at}", f"Why was the mill of {at} sold?", FOLDED.format(at))
        for at in range(10, 16)
    ]
    telling = Telling((*terms, *reasons), Language("en"))
    for seed in "12345":
        asked = drawn((*terms, *reasons), 7, telling, None, seed).asked
        assert sum(each.kind == "term" for each in asked) == 1


HALVES: dict[str, tuple[tuple[str, ...], tuple[str, ...], bool]] = {
    "what it opens with": (
        ("question", "On which island stood the smoke house at Erris?", "x"),
        ("date", "1619", "smoke house at Erris, dated by the rings of its timbers"),
        True,
    ),
    "half of it": (
        ("question", "How many lamps has the fog signal station?", "x"),
        ("date", "1866", "Ada Kestrel lit the fog signal station"),
        True,
    ),
    "half of an answer to a question": (
        ("question", "Who sang in the tarred loft of the widow?", "x"),
        ("question", "What did he buy?", "tarred nets for the widow’s loft, oars and salt"),
        True,
    ),
    "less": (
        ("question", "How many lamps has the station?", "x"),
        ("date", "1866", "Ada Kestrel lit the fog signal station"),
        False,
    ),
    "half of two words": (
        ("question", "What came before the curdling of the blood?", "x"),
        ("question", "What did the boiler stir in?", "ox blood"),
        True,
    ),
    "half of two words that is asked with": (
        ("question", "Who tarred the nets?", "x"),
        ("question", "Which nets hung there?", "brown nets"),
        False,
    ),
    "weeks of so many": (
        ("question", "Who slept for weeks?", "x"),
        ("question", "How long did a sail last?", "nine weeks"),
        False,
    ),
    "one of three words": (
        ("question", "Who paid with blood?", "x"),
        ("question", "What did the boiler stir in?", "cold ox blood"),
        False,
    ),
    "an entry of a list": (
        ("question", "Who paid with blood?", "x"),
        ("question", "What did the boiler stir in?", "ox blood", "egg"),
        False,
    ),
    "a part between commas": (
        ("cloze", "It ends as a brine so strong that an {{c1::egg}} floats on it."),
        (
            "question",
            "What happens to it?",
            "it stands, runs through narrow ponds where chalk comes out, and ends as a brine so strong that eggs float",
        ),
        True,
    ),
    "some words of it": (
        ("cloze", "The brine of the {{c1::last}} pond."),
        (
            "question",
            "What happens to it?",
            "it stands, runs through narrow ponds where chalk comes out, and ends as a brine so strong that eggs float",
        ),
        False,
    ),
    "a word before a comma": (
        ("question", "Who mended nets?", "x"),
        ("question", "What burned?", "nets, barrels, lamps and oars"),
        False,
    ),
    "what is asked in its own words": (
        ("question", "Who kept pots?", "x"),
        ("term", "lead line", "a rope, with a weight, for sounding"),
        False,
    ),
}


@rows(("one", "two", "gives"), HALVES.values(), ids=HALVES)
def test_half_of_what_is_to_be_written_is_told(
    one: tuple[str, ...], two: tuple[str, ...], *, gives: bool
) -> None:
    """Not where it is matched: there the whole is printed."""
    pair = entry(cast("Kind", one[0]), "0", *one[1:]), entry(cast("Kind", two[0]), "1", *two[1:])
    telling = Telling(pair, Language("en"))
    assert telling.gives(*pair) == gives
    assert telling.is_half_told(pair[0].prompt, pair[1]) == gives
    assert not telling.gives(*pair, ("1",))


SORTS: dict[str, tuple[tuple[Kind, str, str], tuple[Kind, str, str], int, bool]] = {
    "what it is": (
        ("question", "Why does the hatch drop at dusk?", "x"),
        ("term", "scuttle", "a hatch in the deck that opens towards the stern"),
        1,
        True,
    ),
    "in another form": (
        ("cloze", "Both hatches {{c1::drop}}.", ""),
        ("term", "scuttle", "a hatch in the deck that opens towards the stern"),
        1,
        True,
    ),
    "of two words": (
        ("question", "Who tarred the iron hatch?", "x"),
        ("term", "scuttle", "an iron hatch in the deck that opens towards the stern"),
        1,
        True,
    ),
    "one of two words": (
        ("question", "Who tarred the hatch?", "x"),
        ("term", "scuttle", "an iron hatch in the deck that opens towards the stern"),
        1,
        False,
    ),
    "in another section": (
        ("question", "Why does the hatch drop at dusk?", "x"),
        ("term", "scuttle", "a hatch in the deck that opens towards the stern"),
        2,
        False,
    ),
    "another word of it": (
        ("question", "Who scrubbed the deck?", "x"),
        ("term", "scuttle", "a hatch in the deck that opens towards the stern"),
        1,
        False,
    ),
    "what is no term": (
        ("question", "Who tarred the hatch?", "x"),
        ("question", "What is a scuttle?", "a hatch in the deck that opens towards the stern"),
        1,
        False,
    ),
    "what opens with nothing": (
        ("question", "Who wove those?", "x"),
        ("term", "nets", "those"),
        1,
        False,
    ),
}
"""One item, a term, the section of that, and whether the one tells what sort of thing the term means."""


@rows(("one", "two", "section", "gives"), SORTS.values(), ids=SORTS)
def test_what_sort_of_thing_a_term_means_is_told_in_its_section(
    one: tuple[Kind, str, str], two: tuple[Kind, str, str], section: int, *, gives: bool
) -> None:
    first, second = entries_of(one, two)
    pair = first, replace(second, section=section)
    telling = Telling(pair, Language("en"))
    assert telling.gives(*pair) == gives
    assert not telling.gives(*pair, ("1",))


def test_a_word_that_many_items_have_tells_no_sort_of_thing() -> None:
    term = entry("term", "t", "scuttle", "a hatch in the deck that opens towards the stern")
    others = [entry("question", f"q{at}", f"Who tarred hatch {at}?", "x") for at in range(4)]
    telling = Telling((term, *others), Language("en"))
    assert not telling.gives(others[0], term)


FEWER: dict[str, tuple[int, int]] = {
    "a row of three of which one tells two": (3, 2),
    "a pair": (2, 1),
    "one": (1, 1),
}


@rows(("told", "asked"), FEWER.values(), ids=FEWER)
def test_fewer_are_asked_rather_than_what_tells(told: int, asked: int) -> None:
    """The most that tell each other nothing, beside all that have nothing to do with them."""
    others = [entry("question", f"q{at}", f"Who came on {at} May?", f"g{at}") for at in range(1, 6)]
    chain = [
        entry("question", f"c{at}", f"Who sold the {one} nets?", f"the {two} nets")
        for at, (one, two) in enumerate(
            (("tarred", "mended"), ("mended", "brown"), ("brown", "torn"))[:told]
        )
    ]
    telling = Telling((*others, *chain), Language("en"))
    for seed in "12345":
        found = drawn((*others, *chain), 8, telling, None, seed).asked
        assert sum(each in chain for each in found) == asked
        assert {each.id for each in others} <= {each.id for each in found}


def test_half_of_words_that_the_whole_deck_has_is_nothing() -> None:
    about = [
        entry("question", f"q{at}", f"What did the striking miners do on {at} May?", "x")
        for at in range(20)
    ]
    who = entry("question", "who", "Who came?", "striking miners with lamps and bread")
    assert not Telling((*about, who), Language("en")).gives(about[0], who)


@rows("seed", [str(seed) for seed in range(1, 21)])
def test_of_two_that_tell_half_one_is_drawn_though_more_were_wanted(seed: str) -> None:
    deck, source = tide_mills()
    whole = compose(deck, open_lock(DRAWN["tide-mills"] / "deck.lock"))
    test = class_test(whole, deck, source, Choice(items=20, seed=seed))
    asked = {task.entry.number for task in test.tasks}
    pairs = ({"3.5", "3.3"}, {"3.6", "3.4"}, {"2.2", "2.7"}, {"1.6", "1.5"}, {"2.4", "2.5"})
    assert all(len(pair & asked) == 1 for pair in pairs)
    assert (len(asked), test.left_out, test.told) == (14, 6, ())


def test_nobody_is_asked_for_in_writing_of_whom_a_definition_speaks() -> None:
    """What it says of him is a true answer, and the key would refuse it."""
    one, two = entries_of(
        ("term", "the old crew", "those who sailed north with Bram"),
        ("person", "Carl Bram", "the carter who came home"),
    )
    telling = Telling((one, two), Language("en"))
    assert telling.are_apart(one, two)
    assert not telling.are_apart(one, two, (one.id,))
    assert telling.is_told("those who sailed north with Bram", two)


ABOVE_ALL: dict[str, tuple[tuple[Kind, str, str] | tuple[Kind, str], bool]] = {
    "a name": (("cloze", "The {{c1::Erris}} crew won."), False),
    "a rare word of a long answer": (
        ("question", "What did millers sing of?", "of the days when no boats lay in the harbour"),
        True,
    ),
}


@rows(("told", "is_asked"), ABOVE_ALL.values(), ids=ABOVE_ALL)
def test_what_the_title_tells_is_asked_alone_or_not_at_all(
    told: tuple[Kind, str, str] | tuple[Kind, str], *, is_asked: bool
) -> None:
    """What it only helps with is asked last."""
    items = [
        entry("question", f"q{at}", f"Who came {at}?", f"guest {at} of all") for at in range(9)
    ]
    (last,) = entries_of(told)
    telling = Telling((*items, last), Language("en"), "The Boats of Erris")
    for seed in "1234":
        assert last not in drawn((*items, last), 5, telling, None, seed).asked
    assert (last in drawn((*items, last), 10, telling, None, "1").asked) == is_asked
    assert last in drawn((last,), 10, telling, None, "1").asked


ABOVE = {
    "a name and another word": ("in Erris’s lofts", True),
    "a name of two": ("Carl Erris", True),
    "an inflected one": ("the Erris' nets", True),
    "a longer answer": ("in the lofts that Erris built", False),
    "a word that is no name": ("of tarred boats", False),
    "a word at the beginning": ("Boats were tarred there", False),
    "another name": ("in Collan’s lofts", False),
}


@rows(("answer", "is_told"), ABOVE.values(), ids=ABOVE)
def test_a_name_of_the_title_tells_a_short_answer(answer: str, *, is_told: bool) -> None:
    """Though it is usual in the deck, so that it says little elsewhere."""
    about = [entry("question", f"q{at}", "What did Erris do?", f"x{at}") for at in range(9)]
    asked = entry("question", "asked", "Where?", answer)
    telling = Telling((*about, asked), Language("en"), "The Boats of Erris")
    assert telling.is_told_above(asked) == is_told


NAMED_ABOVE = {
    ("person", "Carl Erris"): True,
    ("person", "Carl Lowe"): False,
    ("date", "1889"): True,
    ("date", "August 1889"): False,
    ("term", "Erris"): False,
}


@rows(("kind", "name"), NAMED_ABOVE)
def test_nobody_is_matched_whom_the_title_names(kind: Kind, name: str) -> None:
    asked = entry(kind, "asked", name, "x")
    telling = Telling((asked,), Language("en"), "The Boats of Erris, 1889")
    assert telling.names_above(asked) == NAMED_ABOVE[kind, name]


JOINED = {
    "a reason, and what the text tells it of": ("how-much-later", "why-at-night", True, True),
    "the same the other way": ("why-at-night", "how-much-later", True, False),
    "halves of a sentence": ("spring-tides", "neap-tides", True, False),
    "ends of a sentence": ("tide-mill", "what-the-dam-makes", False, False),
    "sentences one after the other": ("neap-tides", "week-of-neaps", False, False),
    "no item": ("spring-tides", "none", False, False),
}


@rows(("one", "two", "are_near", "is_why"), JOINED.values(), ids=JOINED)
def test_what_the_text_joins(one: str, two: str, *, are_near: bool, is_why: bool) -> None:
    joined = Joined(*tide_mills())
    assert (joined.are_near(one, two), joined.tells_why(one, two)) == (are_near, is_why)
    assert not Joined().are_near(one, two)


CALLED: dict[str, tuple[tuple[Kind, str, str], str, bool]] = {
    "a date that is another name of it": (("date", "May 1889", "x"), "the Erris Strike", True),
    "a question with that": (("question", "What came after May 1889?", "x"), "Erris Strike", True),
    "by two steps": (("term", "Net Strike", "x"), "the Erris Strike", True),
    "part of a longer word": (("question", "Who saw May 18890?", "x"), "the Erris Strike", False),
    "another date": (("date", "May 1890", "x"), "the Erris Strike", False),
    "of an answer without another": (("date", "May 1889", "x"), "the fog", False),
}
"""An item, the answer to "Since what?", and whether the deck says that it is the same thing."""


@rows(("asking", "answer", "does"), CALLED.values(), ids=CALLED)
def test_another_name_of_an_answer_tells_it(
    desk: Desk, asking: tuple[Kind, str, str], answer: str, *, does: bool
) -> None:
    names = ("May 1889: Great Strike", "Erris Strike: Great Strike", "Net Strike: May 1889")
    desk.deck(aliases=f"{{{', '.join(names)}}}")
    desk.section(f"id: since\nquestion: Since what?\nanswer: {answer}\nevidence: over pay")
    deck, _ = load(desk.folder)
    one, two = entry(asking[0], "one", *asking[1:]), entry("question", "since", "Since?", answer)
    telling = Telling((one, two), Language("en"), joined=Joined(deck))
    assert telling.gives(one, two) == does
    assert not telling.gives(two, one)


@cache
def tide_mills() -> tuple[Deck, Source]:
    deck, _ = load(DRAWN["tide-mills"])
    assert deck
    return deck, read((DRAWN["tide-mills"] / "source.txt").read_text(encoding="utf-8"))


TURNS = {(180, 20): 3, (119, 20): 2, (40, 20): 2, (39, 20): 1, (15, 20): 1, (60, 5): 4}


@rows(("count", "wanted"), TURNS)
def test_seeds_in_a_row_begin_with_other_items(count: int, wanted: int) -> None:
    """As long as there are enough; each seed has all in the end."""
    ids, turns = [f"item-{at}" for at in range(count)], TURNS[count, wanted]
    orders = [in_turn(ids, str(seed), wanted) for seed in range(turns, 10 * turns)]
    assert all(sorted(order) == sorted(ids) for order in orders)
    first = [{*order[:wanted]} for order in orders]
    for at in range(0, len(first), turns):
        together = first[at : at + turns]
        assert len(set[str]().union(*together)) == sum(map(len, together))
    assert first[0] != first[turns] or wanted * turns >= count
    assert turns == 1 or all(one.isdisjoint(two) for one, two in pairwise(first))


KINDS = {
    "enough of its own": (3, ("term", "term", "term")),
    "fewer": (1, ("date", "term", "person")),
}


@rows(("own", "matched"), KINDS.values(), ids=KINDS)
def test_seeds_in_a_row_match_other_things(own: int, matched: tuple[Kind, ...]) -> None:
    """Of a long deck: those of its part, if it has enough, of a deck with few a kind in turn."""
    lots = [entry(kind, f"{kind}{at}", f"{at}", "x") for kind in MATCHED for at in range(40)]
    ids = {f"term{at}" for at in range(own)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "group_of", lambda _, alike, __: alike)
        patch.setattr(draw, "one_more", lambda *_: [("left", "over")])
        pools = [cast("Pool", SimpleNamespace(seed=seed)) for seed in "234"]
        found = [draw._together(lots, ids, pool)[0][0].kind for pool in pools]
    assert tuple(found) == matched


def test_what_differs_in_a_number_is_apart() -> None:
    built = [
        entry("date", f"{at}", f"{1800 + at}", f"bridge number {at} was built") for at in range(20)
    ]
    telling = Telling(built, Language("en"))
    assert telling.are_apart(built[3], built[4], ["3", "4"])


LETTERS = {
    ("ICFI", "International Committee of the Fourth International"): True,
    ("International Committee of the Fourth International", "ICFI"): True,
    ("U.N.O.", "the United Nations Organisation, founded in 1945"): True,
    ("KPD", "die Kommunistische Partei Deutschlands"): True,
    ("the FT", "a newspaper, the Financial Times"): True,
    ("NKVD", "the People's Commissariat of Internal Affairs"): False,
    ("Pabloism", "a tendency of the Fourth International"): False,
    ("FT", "what the owners read"): False,
    ("loft", "Light of firs and tar"): False,
}


@rows(("one", "two"), LETTERS)
def test_an_abbreviation_and_its_words(one: str, two: str) -> None:
    assert is_told_by_letters(one, two) == LETTERS[one, two]


RUNS = {"bcdef": 3, "ace": 1, "abab": 0, "cba": 1, "dba": 0, "aab": 0, "bbb": 1, "ab": 0, "": 0}


@rows("letters", RUNS)
def test_runs_of_letters(letters: str) -> None:
    assert runs_in(letters) == RUNS[letters]


@rows("seed", "123456")
def test_a_key_has_no_runs(seed: str) -> None:
    own = ("pond", "gate", "wheel", "sluice", "tide", "mill", "more")
    matched = tuple(Task(entry("term", each, each, each), "match", own) for each in own[:6])
    chosen = tuple(
        Task(entry("question", f"q{n}", "?", f"{n}"), "choose", tuple(map(str, range(n, n + 4))))
        for n in range(5)
    )
    test = ClassTest((Part("match", matched, "term"), Part("choose", chosen)), seed=seed)
    keys = ["".join(task.letter for task in each.test.tasks) for each in versions_of(test, seed)]
    assert [runs_in(key) for key in keys] == [0, 0]


COPIED = {
    "four matched with four": (4, 4, 0, 0),
    "four with five, and two questions": (4, 5, 2, 0),
    "five with six, a number and a word": (5, 6, 1, 1),
    "three with four, and two numbers": (3, 4, 0, 2),
    "two questions alone": (0, 0, 2, 0),
    "numbers and words": (0, 0, 3, 3),
    "eight with nine": (8, 9, 4, 0),
}


@rows(("matched", "options", "words", "numbers"), COPIED.values(), ids=COPIED)
@pytest.mark.parametrize(
    "seed", ["1", "5", *(pytest.param(e, marks=pytest.mark.torture) for e in "27")]
)
def test_a_neighbours_letters_are_not_worth_copying(
    matched: int, options: int, words: int, numbers: int, seed: str
) -> None:
    """Under the same number stands another letter in the other version, but for one in four at most."""
    own = ("pond", "gate", "wheel", "sluice", "tide", "mill", "ebb", "neap", "race")[:options]
    parts = []
    if own:
        those = tuple(Task(entry("term", each, each, each), "match", own) for each in own[:matched])
        parts.append(Part("match", those, "term"))
    chosen = (
        Task(
            entry("question", f"q{n}", "?", f"{n + n % 3}"),
            "choose",
            tuple(map(str, range(n, n + 4))),
            is_rising=n < numbers,
        )
        for n in range(words + numbers)
    )
    if words + numbers:
        parts.append(Part("choose", tuple(chosen)))
    versions = versions_of(ClassTest(tuple(parts), seed=seed), seed)
    keys = ["".join(task.letter for task in each.test.tasks) for each in versions]
    assert 4 * sum(map(eq, *keys)) <= len(keys[0])
    other = again(versions[1], versions[:1], 1)
    again_key = "".join(task.letter for task in other.test.tasks)
    assert 4 * sum(map(eq, keys[0], again_key)) <= len(keys[0])


FALLING = {"the first": (0, "a", "d"), "the last": (3, "d", "a"), "one between": (1, "b", "c")}


@rows(("right", "first", "second"), FALLING.values(), ids=FALLING)
def test_numbers_rise_in_one_version_and_fall_in_the_other(
    right: int, first: str, second: str
) -> None:
    numbers = ("4", "36", "60", "75")
    task = Task(entry("question", "q", "?", numbers[right]), "choose", numbers, is_rising=True)
    versions = versions_of(ClassTest((Part("choose", (task,)),)), "1")
    (one,), (two,) = (each.test.tasks for each in versions)
    assert (one.letter, two.letter) == (first, second)
    assert one.options == numbers
    assert two.options == numbers[::-1]


def test_numbers_fall_where_the_right_one_is_in_the_middle_too() -> None:
    """It has no other letter."""
    task = Task(entry("question", "q", "?", "36"), "choose", ("4", "36", "60"), is_rising=True)
    versions = versions_of(ClassTest((Part("choose", (task,)),)), "1")
    found = [each.test.tasks[0].options for each in versions]
    assert found == [("4", "36", "60"), ("60", "36", "4")]


DRAWN = {"tide-mills": CARDS / "tide-mills", "moulins": DECKS / "moulins"}


@rows("name", DRAWN)
@rows("seed", "12")
def test_few_of_those_that_are_drawn_tell_of_each_other(name: str, seed: str) -> None:
    folder = DRAWN[name]
    deck, _ = load(folder)
    assert deck
    guide = compose(deck, open_lock(folder / "deck.lock"))
    source = read((folder / "source.txt").read_text(encoding="utf-8"))
    test = class_test(guide, deck, source, Choice(items=6, seed=seed))
    telling = Telling(guide.entries, Language(guide.language), joined=Joined(deck, source))
    matched = [task.entry.id for task in test.tasks if task.form == "match"]
    pairs = combinations([task.entry for task in test.tasks], 2)
    assert [pair for pair in pairs if not telling.are_apart(*pair, matched)] == []
    written = [task for task in test.tasks if task.form in ("fill", "write")]
    options = {option for task in test.tasks for option in task.options}
    told = [
        (it, task.entry.id) for it in options for task in written if telling.is_told(it, task.entry)
    ]
    assert told == []


COMPOUNDS = {
    "a word and another that is known": ("en", "beeswax", "wax bee", True),
    "in German": ("de", "Zahnrad", "Rad Zahn", True),
    "a long end": ("de", "Laufmaschine", "Maschine", True),
    "a long end in English": ("en", "background", "ground", True),
    "in Dutch": ("nl", "stoommachine", "machine", True),
    "a short end in German": ("de", "Hochrad", "Rad", False),
    "four letters in German": ("de", "Handwerk", "Werk", True),
    "four letters in English": ("en", "capitalist", "list", False),
    "four letters behind a word": ("en", "lighthouse", "house light", True),
    "behind what is no word": ("en", "forest", "rest", False),
    "a short end alone": ("en", "carpet", "pet", False),
    "a beginning": ("de", "Jahreslohn", "Jahr", False),
    "two words": ("en", "barley malt", "hay", False),
    "letters inside": ("en", "carpenters", "pen car", False),
}


@rows(("language", "answer", "known", "is_whole"), COMPOUNDS.values(), ids=COMPOUNDS)
def test_the_end_of_a_compound_tells_it(
    language: str, answer: str, known: str, *, is_whole: bool
) -> None:
    spoken = Language(language)
    stems = [spoken.stem(each) for each in f"{answer} {known}".casefold().split()]
    found = wholes_of(stems, spoken)
    assert any(stems[0] in each for each in found.values()) is is_whole
