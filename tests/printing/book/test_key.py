"""Where the answer key begins, and the rules of long answers that it tells."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from studyguide.deck.file import Text
from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Entry, GuideSection
from studyguide.printing.book.columns import columns_of, leaves_half, set_in_columns
from studyguide.printing.book.exercises import exercise_of
from studyguide.printing.book.page import Start, end_page, guide_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.lines.blanks import Blank
from studyguide.printing.press.boxes import boxes_in, classes_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import resources_of
from studyguide.printing.press.typesetting import Typesetter
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_stress import BUNDLED, of_kind, pictured, section
from tests.printing.reading import (
    destinations,
    empty_below,
    entry,
    guide,
    pages_of,
    realistic_guide,
    small_guide,
    texts_of,
)
from tests.table import rows

KEY, LARGE_KEY = (
    Layout(answers="none", only_key=True, is_large=is_large) for is_large in (False, True)
)
"""The key alone, which takes a fourth of the time: it is set as behind the questions."""

DECKS = {
    "one-question": (of_kind("question", 1), Layout()),
    "two-pages": pytest.param(of_kind("question", 16), Layout(), marks=pytest.mark.torture),
    "a-page-and-a-half": (of_kind("question", 8), Layout()),
    "letter": pytest.param(of_kind("cloze", 12), Layout("letter"), marks=pytest.mark.torture),
    "large-and-short": pytest.param(of_kind("question", 1), Layout(is_large=True), marks=pytest.mark.torture),
    "large": (of_kind("question", 3), Layout(is_large=True)),
    "dated": ([entry("date", "d", "1953", "the mill burnt"), *of_kind("question", 2)], Layout()),
    "indexed": ([entry("person", f"p{n}", f"{name} Tidewater", "a miller") for n, name in enumerate(("Ada", "Bea", "Cleo", "Dora", "Edda", "Flora", "Gerda", "Hilda", "Ines"))] + [*of_kind("question", 3)], Layout()),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "layout"), DECKS.values(), ids=DECKS)
def test_the_key_opens_on_the_right_and_faces_no_question(
    entries: Iterable[Entry], layout: Layout, tmp_path: Path
) -> None:
    """In large print, where contents of a few rows have no page of their own, it stands on the back of a page for notes; one with little on it on that of the last question."""
    made, path = small_guide(*entries), tmp_path / "guide.pdf"
    write_guide(made, BUNDLED, layout, path)
    places = destinations(path)
    asked = max(page for place, page in places.items() if place.startswith("item-"))
    key, below = places["key"], empty_below(path)
    assert key // 2 > asked // 2
    alone = [each for each, page in places.items() if page == key and not each.startswith("key")]
    assert alone == []
    empty = [number for number in range(3, len(pages_of(path)) + 1) if number not in below]
    assert empty == []
    assert key % 2 == 1 or layout.is_large or texts_of(path)[key - 1].find("\nNotes\n") > 0


@pytest.mark.parametrize(
    "closer", [0, 1, 0.4, -1.5], ids=["as usual", "closest", "closer", "wider"]
)
def test_answers_stand_a_whole_number_of_lines_below_each_other(closer: float) -> None:
    """In both columns, whatever stands between them, also where the key is set closer, or wider."""
    made = realistic_guide(None, 4)
    page = end_page(made, BUNDLED, Layout("letter"), (), Start(1, closer))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        first = set_in_columns(press.laid_out(page)).pages[0]
    boxes = [box for box in first._page_box.descendants() if hasattr(box, "pango_layout")]
    serif = [box for box in boxes if box.style["font_family"][0].endswith("Serif")]
    answers = [box for box in serif if round(box.style["font_size"]) == 12]
    line = (0.75 - 0.05 * closer) * 16 / 3 * 96 / 25.4
    down = [(box.position_y + box.baseline - answers[0].position_y) / line for box in answers]
    assert len({round(box.position_x) for box in answers}) > 1
    assert max(abs(each - down[0] - round(each - down[0])) for each in down) < 0.02


HEADED = {
    "in two columns": (Layout(), 3, 300),
    "in one": (Layout(is_large=True), 2, 300),
    "a section of one answer": pytest.param(Layout(is_large=True), 1, 0, marks=pytest.mark.torture),
    "short ones": pytest.param(Layout(is_large=True), 3, 0, marks=pytest.mark.torture),
}
"""The layout, answers of the second section, and how long their notes are, in letters."""


@rows(("layout", "count", "letters"), HEADED.values(), ids=HEADED)
def test_two_answers_stand_below_a_heading_or_all(layout: Layout, count: int, letters: int) -> None:
    """However far down the page it would stand: a long second one was overleaf, where only short ones were kept."""
    told = ("the sluice that is shut at low water " * 9)[:letters]
    below = [
        replace(entry("question", f"s{n}", "Why?", "the dam"), note=told) for n in range(count)
    ]
    made = guide(section(1, *of_kind("question", 4)), section(2, *below))
    parted = 0
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        page = end_page(made, BUNDLED, layout, (), Start(1))
        for down in range(150, 220, 14):
            laid = press.laid_out(page.replace("</h2>", f'</h2><p style="height: {down}mm">', 1))
            columns = [column.children for each in laid.pages for column in columns_of(each)]
            tags = ["".join(each.element_tag[0] for each in column) for column in columns]
            parted += len(tags) > 1
            assert not any(re.search("hd?$" if count > 1 else "h$", each) for each in tags), tags
    assert parted


@pytest.mark.parametrize("closer", [0, 1], ids=["as usual", "closest"])
def test_notes_and_heads_of_two_lines_stand_as_far_apart_as_large_answers(closer: float) -> None:
    """A head is never nearly solid, for all that it is closer than answers mostly are."""
    told = "the sluice that is shut at low water, long before anybody has need of it "
    asked = [
        replace(entry("question", f"q{n}", "Which?", told * 3), note=told * 3) for n in range(2)
    ]
    section = GuideSection(
        1, "What the miller owed to the moon, and why he paid so late", "", tuple(asked)
    )
    page = end_page(guide(section), BUNDLED, Layout(is_large=True), (), Start(1, closer))
    with open_press(resources_of(guide(section), BUNDLED), "guide/guide.html") as press:
        laid = press.laid_out(page)
    steps = {
        (box.element_tag, round((below.position_y - above.position_y) * 25.4 / 96, 2))
        for each in laid.pages
        for box in boxes_in(each._page_box)
        if box.element_tag == "h3" or classes_of(box) in (["note"], ["passage"])
        for above, below in pairwise(box.children)
        if type(above).__name__ == "LineBox"
    }
    assert steps == {("h3", 7.2), ("p", 6.8 if closer else 8.0)}


@pytest.mark.parametrize(
    "layout",
    [Layout("letter"), pytest.param(Layout(is_large=True), marks=pytest.mark.torture)],
    ids=["usual", "large"],
)
def test_no_line_has_but_a_reference_or_ends_in_a_prefix(layout: Layout, tmp_path: Path) -> None:
    """Of answers that grow by a letter and questions that do, some would break just there."""
    told = [
        f"the tide runs {'m' * count} out again" for count in range(1, 12 + 9 * layout.is_large)
    ]
    asked = [f"Which {'m' * count} was there pre-industrial?" for count in range(1, len(told) + 1)]
    pairs = enumerate(zip(asked, told, strict=True))
    made = [entry("question", f"q{n}", *pair) for n, pair in pairs]
    lists = [entry("question", "l", "Which?", "the _mud_", "the weed and the old oak piles")]
    write_guide(small_guide(*made, *lists), BUNDLED, layout, tmp_path / "guide.pdf")
    lines = [line for text in texts_of(tmp_path / "guide.pdf") for line in text.splitlines()]
    assert sum(line.endswith("§1 ¶1") for line in lines) == len(told) + 1
    assert sum("pre-industrial" in line for line in lines) == len(told)
    assert [line for line in lines if line.startswith("§1 ¶1")] == []


@pytest.mark.parametrize("layout", [KEY, pytest.param(LARGE_KEY, marks=pytest.mark.torture)])
def test_entries_that_are_run_in_begin_beside_their_number(layout: Layout, tmp_path: Path) -> None:
    """Wherever their first line ends."""
    made = [
        entry(
            "question",
            f"q{n}",
            "Which?",
            "m" * (n % 9 + 1),
            *["tar", "i" * (n % 7 + 1), "an oak"] * 8,
        )
        for n in range(9)
    ]
    write_guide(small_guide(*made), BUNDLED, layout, tmp_path / "guide.pdf")
    for page in pages_of(tmp_path / "guide.pdf"):
        words = page.extract_words()
        numbers = [each for each in words if each["text"].startswith("1.") and each["x0"] > 70]
        bullets = [each["bottom"] for each in words if each["text"].startswith("•")]
        at = [min(abs(each["bottom"] - foot) for foot in bullets) for each in numbers[1:]]
        assert max(at, default=0) < 3


WORDS = {
    "one": ("tsarism", "", "tsarism"),
    "several": ("(a) mud; (b)&nbsp;old oak", "(a) mud; (b)&nbsp;old ", "oak"),
    "in italics": ("in the <i>Bulletin</i>", "in the ", "<i>Bulletin</i>"),
    "the end of italics": ("in <i>Tidal Engines</i>", "in <i>Tidal Engines</i>", ""),
    "a formula": ('it is <svg width="2mm"/>', 'it is <svg width="2mm"/>', ""),
    "no spaces": ("潮の満ち引き", "潮の満ち引き", ""),
    "nothing": ("", "", ""),
}


@rows(("text", "before", "last"), WORDS.values(), ids=WORDS)
def test_the_last_word_is_told_from_what_comes_before(text: str, before: str, last: str) -> None:
    assert Typesetter(Vocabulary()).last_word(Markup(text)) == (before, last)


ENDS = {
    "a short word": ("to the mill by the tide", "the tide"),
    "two that look lost": ("the stored water presses on it", "presses on it"),
    "two, behind a long one": ("counterrevolutionary it is", "it is"),
    "a long one": ("as its main counterrevolutionary", "counterrevolutionary"),
    "behind a long one": ("of counterrevolutionary force", "force"),
    "in italics": ("in the <i>Bulletin</i>", "the <i>Bulletin</i>"),
    "the end of italics": ("of <i>Tidal Mills and Engines</i>", ""),
    "all in italics": ("of the <i>two Engines</i>", "<i>two Engines</i>"),
    "behind a letter": ("(b)&nbsp;warm winter clothing", "winter clothing"),
    "one alone": ("tide", "tide"),
    "signs": ("the mills of “the tide”.", "“the tide”."),
}


@rows(("text", "words"), ENDS.values(), ids=ENDS)
def test_a_short_last_word_is_not_alone_on_its_line(text: str, words: str) -> None:
    before, last = Typesetter(Vocabulary()).last_words(Markup(text))
    assert (before + last, last) == (text, words)


ENDS_ACROSS = {
    "behind a long one": ("of counterrevolutionary force", "counterrevolutionary force"),
    "a long one": ("as evidence of internationalism.", "of internationalism."),
    "one that fills a line": ("of counterrevolutionaryinternationalism", "counterrevolutionaryinternationalism"),
}  # fmt: skip


@rows(("text", "words"), ENDS_ACROSS.values(), ids=ENDS_ACROSS)
def test_no_last_word_is_alone_on_a_line_across_the_page(text: str, words: str) -> None:
    before, last = Typesetter(Vocabulary()).last_words(Markup(text), is_across=True)
    assert (before + last, last) == (text, words)


ENDINGS = {
    "a short word": ("what it is?", 4, "what it\u00a0is?"),
    "a long one": ("some Siberian strikers?", 4, "some Siberian strikers?"),
    "a long one of a long line": ("some Siberian strikers?", 20, "some Siberian\u00a0strikers?"),
    "behind a comma": (", yet get", 20, ", yet\u00a0get"),
    "behind a possessive": ("’s own mill", 20, "’s own\u00a0mill"),
    "two, of which one clings": ("’s mill", 20, "’s mill"),
    "the end of a title": (
        "in the <i>Flore des rivages</i>.",
        9,
        "in the <i>Flore des\u00a0rivages</i>.",
    ),
    "a title of one word": ("in the <em>Bulletin</em>", 9, "in the\u00a0<em>Bulletin</em>"),
    "within a title": ("in <b>it</b> so?", 4, "in <b>it</b>\u00a0so?"),
    "an address": ('in <a href="x">it so</a>', 4, 'in <a href="x">it so</a>'),
    "a formula": ('is it <svg width="2mm"/>', 4, 'is it <svg width="2mm"/>'),
}


@rows(("text", "most", "kept"), ENDINGS.values(), ids=ENDINGS)
def test_two_words_end_a_text_together(text: str, most: int, kept: str) -> None:
    assert Typesetter(Vocabulary()).ended(Markup(text), most) == kept


ENDS_BESIDE = {
    "what looks lost": ("time to keep time with the moon", "the moon"),
    "short ones": ("what it was built on it", "built on it"),
    "a third of the line": ("whose changes the statement calls cosmetic", "cosmetic"),
    "more": ("Committee of the Fourth International", "International"),
}


@rows(("text", "kept"), ENDS_BESIDE.values(), ids=ENDS_BESIDE)
def test_beside_what_is_asked_a_longer_last_word_may_stand_alone(text: str, kept: str) -> None:
    """It would leave a hole of its length in the line before."""
    _, last = Typesetter(Vocabulary()).last_words(Markup(text), is_beside=True)
    assert last == kept


HERITAGE = "Revolutionary who struggled, as the statement has it, to preserve the"
TORN = {
    "a line of two words": (f"{HERITAGE} heritage of revolutionary Marxism", Layout(), False),
    "a line more than half full": (f"{HERITAGE} heritage of some such Marxism", Layout(), True),
    "words that have room there": (f"{HERITAGE} very heritage of Marxism", Layout(), True),
    "one line": ("of revolutionary Marxism", Layout(), True),
    "in italics": (f"{HERITAGE} heritage of <i>revolutionary Marxism</i>", Layout(), False),
    "a formula before": ('Of <svg width="2mm"/> revolutionary Marxism', Layout(), True),
    "across the page": (f"{HERITAGE} heritage of revolutionary Marxism", Layout(is_large=True), True),
}  # fmt: skip


@rows(("text", "layout", "is_kept"), TORN.values(), ids=TORN)
def test_last_words_are_kept_where_the_line_before_is_half_full(
    text: str, layout: Layout, is_kept: bool
) -> None:
    setter = Typesetter(Vocabulary())
    kept = Markup(text[::-1].replace(" ", ";psbn&", 1)[::-1])
    assert leaves_half(setter.known_words(kept), "beside", layout) is not is_kept


CUES = {
    "an answer": ("term", f"{HERITAGE} heritage of revolutionary Marxism", "revolutionary Marxism"),
    "a kept answer": ("term", "time to keep time with the moon", "the\u00a0moon"),
    "a question": ("question", "Who preserved a heritage that revolutionaries use?", "revolutionaries use?"),
    "a kept question": ("question", "What did the miller say of the tide that it is?", "it\u00a0is?"),
}  # fmt: skip


@rows(("kind", "text", "end"), CUES.values(), ids=CUES)
def test_a_guide_keeps_last_words_as_far_as_no_line_is_torn(kind: str, text: str, end: str) -> None:
    asked = entry(kind, "a", text, "So") if kind == "question" else entry(kind, "a", "Tide", text)
    assert f"{end}<" in re.sub(r"\s+<", "<", guide_page(small_guide(asked), BUNDLED, Layout()))


WHOLE = replace(KEY, paper="letter"), LARGE_KEY, Layout(answers="inline")


@pytest.mark.parametrize("layout", WHOLE, ids=["usual", "large", "beside"])
def test_a_short_entry_of_a_row_is_not_parted(layout: Layout, tmp_path: Path) -> None:
    """Of blanks and of lists, wherever the line before it ends; one that is wider than a line is."""
    ends = [f"({letter}) warm winter {letter * 5}" for letter in "bcd"]
    made = [
        entry("cloze", f"c{n}", f"Of {{{{c1::{'m' * n} tide}}}}, {{{{c2::warm winter bbbbb}}}}, {{{{c3::warm winter ccccc}}}} and {{{{c4::warm winter ddddd}}}}.")
        for n in range(1, 15)
    ]  # fmt: skip
    lists = [entry("question", f"l{n}", "Which?", "m" * n, "the East European", "the old oak piles", "a new gate") for n in range(1, 15)]  # fmt: skip
    wide = entry("cloze", "w", f"Of {{{{c1::{'tide ' * 40}mill}}}} and {{{{c2::dam}}}}.")
    write_guide(small_guide(*made, *lists, wide), BUNDLED, layout, tmp_path / "guide.pdf")
    text = "\n".join(texts_of(tmp_path / "guide.pdf"))
    for each in ends:
        assert text.count(each) == len(made), each
    for each in ("• the East European", "• the old oak piles", "• a new gate"):
        assert text.count(each) == len(lists), each
    assert text.count("tide tide\n") >= 1


def test_a_list_has_a_rule_for_each_of_its_answers(tmp_path: Path) -> None:
    answers = [f"stone {n}" for n in range(24)]
    exercise = exercise_of(entry("question", "q", "Which stones?", *answers), "en")
    short = exercise_of(entry("question", "s", "Where?", "there"), "en")
    for layout, least in ((Layout(), 5), (Layout(is_large=True), 4)):
        assert sum(exercise.parts(layout)) == exercise.lines(layout) >= len(answers)
        assert len(short.parts(layout)) == 1
        first, *others, last = exercise.parts(layout)
        assert first == least <= last
        assert set(others) == {2}
    half = exercise_of(entry("question", "h", "Which stones?", *answers[:15]), "en")
    assert half.is_whole(Layout())
    assert sum(half.parts(Layout())) == half.lines(Layout()) == 15
    low = exercise_of(entry("question", "l", "Which stones?", *answers[:10]), "en")
    assert low.is_whole(Layout(is_large=True))
    asked_long = exercise_of(entry("question", "l", "Which? " * 60, *answers[:10]), "en")
    assert not asked_long.is_whole(Layout(is_large=True))
    assert low.parts(Layout(is_large=True)) == asked_long.parts(Layout(is_large=True)) == (4, 2, 4)
    few = exercise_of(entry("question", "f", "Which stones?", *answers[:7]), "en")
    assert few.parts(Layout(is_large=True)) == few.parts(Layout()) == (7,)
    picture = pictured(tmp_path, 900, 600)
    asked = exercise_of(entry("question", "p", "What?", "x", asked_picture=picture), "en")
    assert asked.parts(Layout(is_large=True)) == (asked.lines(Layout()),)
    beside = exercise_of(
        entry("question", "b", "Which?", *answers * 2, asked_picture=picture), "en"
    )
    assert beside.parts(Layout())[0] > 6  # as tall as the picture
    assert sum(beside.parts(Layout())) == 48
    assert beside.opens_tall(Layout(is_large=True))
    assert half.opens_tall(Layout())
    assert not exercise.opens_tall(Layout())
    assert not exercise.opens_tall(Layout(is_large=True))
    assert not short.opens_tall(Layout())
    inline = Layout(answers="inline", is_large=True)
    assert beside.may_part(inline)
    assert not beside.opens_tall(inline)
    assert not asked.may_part(inline)
    page = guide_page(small_guide(beside.entry, asked.entry), BUNDLED, inline)
    assert (
        page.count('<span class="boxes">') == 1
    )  # drawn behind the other, of which nothing goes on overleaf
    assert not beside.may_part(Layout(is_large=True))


PARTED = {
    "verse of many lines": ("\n".join(["the tide came in"] * 13), True),
    "verse of a few": ("\n".join(["the tide came in"] * 12), False),
    "one line": ("the tide came in", False),
}


@rows(("answer", "is_parted"), PARTED.values(), ids=PARTED)
def test_what_has_many_lines_of_its_own_may_go_on(answer: str, *, is_parted: bool) -> None:
    """As a list does: else a page before a program of 24 lines stays half empty."""
    made = small_guide(entry("question", "q", "What?", answer))
    page = end_page(made, BUNDLED, Layout(), (), Start(1))
    assert (" many" in page.partition("<body>")[2]) == is_parted


TALL = {
    "verse of five lines": ("\n".join(["the tide came in"] * 5), False, True),
    "verse of four": ("\n".join(["the tide came in"] * 4), False, False),
    "a picture": ("the tide came in", True, True),
    "a line": ("the tide came in", False, False),
}


@rows(("answer", "is_shown", "is_tall"), TALL.values(), ids=TALL)
def test_a_tall_answer_may_stand_alone_below_a_heading(
    tmp_path: Path, answer: str, *, is_shown: bool, is_tall: bool
) -> None:
    """Kept with another, a table of large print left 123 mm white on the page before."""
    shown = pictured(tmp_path, 90, 60) if is_shown else None
    made = small_guide(replace(entry("question", "q", "What?", answer), image=shown))
    page = end_page(made, BUNDLED, Layout(is_large=True), (), Start(1))
    assert (" tall" in page.partition("<body>")[2]) is is_tall


TABLED = {
    "and a long note": (7, 40, True),
    "and a short one": (7, 5, False),
    "of two rows": (2, 40, False),
}


@rows(("count", "words", "is_parted"), TABLED.values(), ids=TABLED)
def test_a_table_with_its_note_may_go_on_where_both_take_a_third_of_a_page(
    count: int, words: int, *, is_parted: bool
) -> None:
    """Rows were not counted, and one of seven left 82 mm white. It is whole: what stands below it goes on."""
    answer = "\n".join(["the tide came in"] * count)
    noted = replace(entry("question", "q", "What?", answer), note="tidal " * words)
    page = end_page(small_guide(noted), BUNDLED, Layout(is_large=True), (), Start(1))
    assert (" many" in page.partition("<body>")[2]) == is_parted
    assert " compact" in page.partition("<body>")[2]


HIGH = {
    "a line": (Layout(is_large=True), "word", False),
    "a line with a short note": (Layout(is_large=True), "word " * 20, False),
    "a line with a long one": (Layout(is_large=True), "word " * 30, True),
    "in columns": (Layout(), "word " * 30, False),
}


@rows(("layout", "note", "is_high"), HIGH.values(), ids=HIGH)
def test_an_answer_with_a_long_note_may_stand_alone_below_a_heading(
    layout: Layout, note: str, *, is_high: bool
) -> None:
    """A heading, a program as a note and a table went overleaf together, below 172 mm of white."""
    made = small_guide(replace(entry("question", "q", "What?", "the tide"), note=note.strip()))
    page = end_page(made, BUNDLED, layout, (), Start(1)).partition("<body>")[2]
    assert (" high" in page) == is_high


WORDY = "the humble window of the mill beside a pond that fills twice a day with the tide"
LISTED = {
    "of entries of two lines, in large print": (Layout(is_large=True), (WORDY,) * 5, True, True),
    "of a few": (Layout(is_large=True), (WORDY,) * 4, False, True),
    "of entries of a line": (
        Layout(is_large=True),
        ("the humble window of the mill",) * 9,
        False,
        False,
    ),
    "in columns": (Layout(), (WORDY,) * 5, False, True),
}


@rows(("layout", "answers", "is_parted", "is_wordy"), LISTED.values(), ids=LISTED)
def test_a_list_of_long_entries_may_go_on(
    layout: Layout, answers: tuple[str, ...], *, is_parted: bool, is_wordy: bool
) -> None:
    """Below any of them, since each has two lines: kept whole, it left 87 mm white."""
    made = small_guide(entry("question", "q", "What?", *answers))
    page = end_page(made, BUNDLED, layout, (), Start(1)).partition("<body>")[2]
    assert (" many" in page) == is_parted
    assert (" wordy" in page) == is_wordy


LONG_NOTES = {
    "a long note, in large print": (Layout(is_large=True), "word " * 110, True),
    "a note of a few lines, in large print": (Layout(is_large=True), "word " * 90, False),
    "one of a third of a column": (Layout(), "word " * 170, True),
    "one of less": (Layout(), "word " * 150, False),
}


@rows(("layout", "note", "is_parted"), LONG_NOTES.values(), ids=LONG_NOTES)
def test_a_long_note_may_go_on(layout: Layout, note: str, *, is_parted: bool) -> None:
    """Kept whole, with the entry beside it, it left pages of the key nearly empty."""
    noted = replace(entry("question", "q", "What?", "the tide"), note=note.strip())
    page = end_page(small_guide(noted), BUNDLED, layout, (), Start(1)).partition("<body>")[2]
    assert (" many" in page) == is_parted
    assert " long" in page
    assert " short" not in page


@rows("words", [130, 160], ids=["a few words", "more"])
def test_a_long_note_is_parted_with_two_lines_on_each_page(tmp_path: Path, words: int) -> None:
    """The answer above it stands with the first of its lines; and the first page of the key has entries."""
    noted = [
        replace(entry("question", f"q{n}", "What?", f"the answer {n}"), note="tidal " * words)
        for n in range(9)
    ]
    path = tmp_path / "guide.pdf"
    write_guide(small_guide(*noted), BUNDLED, LARGE_KEY, path)
    pages = [text.splitlines() for text in texts_of(path) if text]
    assert len(pages[0]) > 20
    for lines in pages:
        told = [line for line in lines if "tidal" in line or "the answer" in line]
        assert all("tidal" in line for line in (*told[-2:], told[1]))


@rows("above", [48, 51])
def test_an_answer_at_the_foot_of_a_column_has_lines_of_its_note_below(above: int) -> None:
    items = [*of_kind("question", above)]
    items += [
        entry("question", f"n{n}", "What?", "the tide", note="tidal " * 170) for n in range(3)
    ]
    made = small_guide(*items)
    page = end_page(made, BUNDLED, Layout(), (), Start(1))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        boxes = [box for each in press.laid_out(page).pages for box in boxes_in(each._page_box)]
    parts = [
        [classes_of(each)[-1:] for each in box.children]
        for box in boxes
        if {"keyed", "many"} <= {*classes_of(box)}
        and type(box).__name__ == type(box.children[0]).__name__ == "BlockBox"
    ]
    assert len(parts) >= 3
    assert [part for part in parts if part[-1] != ["note"]] == []


GOING_ON = {
    "one column after the other": (110, Layout(), ["1.2", "(1.2)", "(1.2)"]),
    "overleaf": (40, Layout(is_large=True), ["1.2", "(1.2)"]),
    "of few entries": (11, Layout(), ["1.2"]),
}


@rows(("count", "layout", "numbers"), GOING_ON.values(), ids=GOING_ON)
def test_a_list_that_goes_on_has_its_number_again(
    tmp_path: Path, count: int, layout: Layout, numbers: list[str]
) -> None:
    """Beside its first line there, and not where all of it stands together."""
    listed = [f"the old stone that was set as number {n}" for n in range(count)]
    before = entry("question", "a", "Why?", "word " * (300 if layout.is_large else 450))
    made = small_guide(before, entry("question", "q", "Which stones?", *listed))
    page = end_page(made, BUNDLED, layout, (), Start(1))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        document = set_in_columns(press.laid_out(page))
    texts = [
        box
        for each in document.pages
        for box in each._page_box.descendants()
        if hasattr(box, "pango_layout")
    ]
    found = [
        box
        for box in texts
        if box.element is not None and box.element.get("data-name") == "key-1.2"
    ]
    assert [box.text for box in found] == numbers
    for number in found:
        beside = [box for box in texts if box.text.startswith("•")]
        nearest = min(
            abs(number.position_y + number.baseline - each.position_y - each.baseline)
            for each in beside
        )
        assert nearest < 0.5


STOPS = {
    "a stop": ("The {{c1::moon::what}}.", "."),
    "a comma": ("The {{c1::moon::what}}, and so.", ","),
    "a colon": ("The {{c1::moon::what}}: so it is.", ":"),
    "of two": ("The {{c1::a::x}} and the {{c2::b::y}};", ";"),
}


def test_a_sign_behind_a_hint_is_set_as_the_sentence(tmp_path: Path) -> None:
    """It belongs to that, and not to the small words in brackets; it stands close by them."""
    asked = [entry("cloze", f"c{n}", sentence) for n, (sentence, _) in enumerate(STOPS.values())]
    write_guide(small_guide(*asked), BUNDLED, Layout(), tmp_path / "a.pdf")
    signs = [re.escape(sign) for _, sign in STOPS.values()]
    (page,) = [
        page
        for page, told in zip(
            pages_of(tmp_path / "a.pdf"), texts_of(tmp_path / "a.pdf"), strict=False
        )
        if all(re.search(rf"\) *{sign}", told) for sign in signs)
    ]
    wrong = [name for name, (_, sign) in STOPS.items() if not _is_set_so(page.chars, sign)]
    assert wrong == []


def _is_set_so(letters: list[dict[str, Any]], sign: str) -> bool:
    hint, told = next(
        (before, each)
        for before, each in pairwise(letters)
        if (before["text"], each["text"]) == (")", sign)
    )
    first = next(c for c in letters if c["text"] == "T" and c["size"] == told["size"])
    is_alike = (told["size"], told["fontname"]) == (first["size"], first["fontname"])
    return hint["size"] < told["size"] and is_alike and told["bottom"] > hint["bottom"] - 2


WHOLE = {
    "small sections": ([9, 12, 9], Layout(), "whole"),
    "one page": ([3, 5, 3], Layout(), "wide"),
    "one page, nearly full": ([14, 14], Layout(), "wide"),
    "one answer": ([1], Layout(), "wide"),
    "one section": ([32], Layout(), ""),
    "many": ([30, 40], Layout(), ""),
    "large print": ([3, 5, 3], Layout(is_large=True), ""),
}


@rows(("counts", "layout", "kept"), WHOLE.values(), ids=WHOLE)
def test_a_key_of_a_page_has_one_column_and_sections_of_a_small_one_are_not_parted(
    tmp_path: Path, counts: list[int], layout: Layout, kept: str
) -> None:
    sections = [
        GuideSection(
            number,
            f"Part {number}",
            "It tells.",
            tuple(
                replace(
                    entry("question", f"q{number}-{n}", "Why?", "so it is"),
                    number=f"{number}.{n + 1}",
                )
                for n in range(count)
            ),
        )
        for number, count in enumerate(counts, 1)
    ]
    made = guide(*sections)
    page = end_page(made, BUNDLED, layout, (), Start(1))
    assert f'<div class="{f"key {kept}".strip()}">' in page
    if kept:
        with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
            first = set_in_columns(press.laid_out(page)).pages[0]
        texts = [box for box in first._page_box.descendants() if hasattr(box, "pango_layout")]
        at = {
            (box.text[0], round(box.position_x))
            for box in texts
            if re.fullmatch(r"\d\.\d", box.text)
        }
        assert len(at) == len(counts)
        assert len({across for _, across in at}) == (1 if kept == "wide" else 2)


BESIDE, LARGE = Layout(answers="inline"), Layout(is_large=True)
LARGE_FORM = Layout(is_large=True, is_form=True)
HALVED = Layout(is_large=True, is_booklet=True)
HINTS = {
    "a word": ("moon", "what", Layout(), [16], False),
    "the widest blank": ("m" * 27, "by what", Layout(), [44], False),
    "a little more than a line": ("m" * 14, "月" * 22, Layout(), [29], False),
    "more than a line": ("m" * 27, "月" * 24, Layout(), [22, *[2] * 5, 14], False),
    "a parted blank": ("m" * 40, "h" * 24, Layout(), [22, *[2] * 15, 14], False),
    "signs": ("m" * 27, "月" * 14, Layout(), [43], False),
    "beside its answer": ("m" * 36, "what", BESIDE, [8], False),
    "a line beside an answer": ("moon", "h" * 20, BESIDE, [8], False),
    "more than a line beside an answer": ("moon", "h" * 24, BESIDE, [8], True),
    "many words": ("moon", "what " * 6 + "it is", Layout(), [16], False),
    "wide, and many words": ("m" * 27, "what " * 6 + "it is", Layout(), [22, *[2] * 12, 14], False),
    "words that fill a line": ("moon", "what " * 14 + "it is", Layout(), [16], False),
    "more words than a line has": ("moon", "what " * 16 + "it is", Layout(), [16], True),
}


@rows(("hidden", "hint", "layout", "pieces", "is_broken"), HINTS.values(), ids=HINTS)
def test_a_hint_stays_with_its_blank(
    hidden: str, hint: str, layout: Layout, pieces: list[int], *, is_broken: bool
) -> None:
    """The blank is less wide where both together are wider than a line, or is parted: both pieces can be written in."""
    blank = Blank("a", hidden, hint)
    assert [len(each) for each in blank.rule(layout).split("\u200b")] == pieces
    assert blank.may_break_hint(layout) is is_broken


HINTS_OF_LARGE_PRINT = {
    "a word": ("moon", "what", LARGE, [16], "kept"),
    "a long word beside a short blank": ("moon", "h" * 12, LARGE, [16], "kept"),
    "a longer one": ("moon", "h" * 24, LARGE, [13], "kept"),
    "no room for it": ("m" * 16, "h" * 24, LARGE, [22, 2, 11], "kept"),
    "room for both": ("m" * 18, "h" * 8, LARGE, [30], "kept"),
    "a wide blank": ("hundreds of thousands", "how many", LARGE, [22, *[2] * 10, 11], "kept"),
    "a wide blank and a longer hint": ("m" * 20, "h" * 13, LARGE, [22, *[2] * 7, 11], "kept"),
    "of no usual width": ("m" * 14, "h" * 13, LARGE, [26], "kept"),
    "too narrow by hand": ("m" * 26, "h" * 13, LARGE, [22, *[2] * 7, 11], "kept"),
    "words beside a wide blank": ("m" * 21, "its way of ruling", LARGE, [22, *[2] * 8, 11], "kept"),
    "words beside one of no usual width": ("m" * 19, "its way", LARGE, [35], "kept"),
    "words beside a field": ("m" * 21, "its way of ruling", LARGE_FORM, [27], "kept"),
    "a long word and another": ("m" * 26, "h" * 13 + " it", LARGE, [22, *[2] * 7, 11], "kept"),
    "a longer word and a short hint": ("Kazakhstan", "who", LARGE, [30], "kept"),
    "a parted blank": ("m" * 40, "h", LARGE, [33, *[2] * 14, 11], "kept"),
    "a hint as long as a line": ("moon", "h" * 34, LARGE, [16], "apart"),
    "a longer hint": ("moon", "h " * 34, LARGE, [16], "broken"),
    "halved": ("m" * 22, "h" * 17, HALVED, [22, *[2] * 5, 16], "kept"),
    "halved, less wide": ("m" * 15, "h" * 16, HALVED, [27], "kept"),
    "a field that is too wide": ("m" * 26, "h" * 13, LARGE_FORM, [31], "apart"),
    "a field of lines": ("m" * 40, "what it is", LARGE_FORM, [22, *[2] * 24, 22], "apart"),
}


@rows(
    ("hidden", "hint", "layout", "pieces", "stands"),
    HINTS_OF_LARGE_PRINT.values(),
    ids=HINTS_OF_LARGE_PRINT,
)
def test_in_large_print_a_hint_stays_whole_with_the_end_of_its_blank(
    hidden: str, hint: str, layout: Layout, pieces: list[int], stands: str
) -> None:
    """Or its end does; beside one that is not parted, or for want of room, a hint goes to the next line whole."""
    blank = Blank("a", hidden, hint)
    assert [len(each) for each in blank.rule(layout).split("\u200b")] == pieces
    assert blank.keeps_hint(layout) is (stands != "apart")
    assert not blank.keeps_hint(layout) or blank.may_break_hint(layout) is (stands == "broken")


ANIMALS = (
    "orchard",
    "feather",
    "ginger",
    "pillow",
    "copper",
    "parcel",
    "blanket",
    "thimble",
    "bucket",
)


def table_of(columns: int, rows: int) -> Text:
    head = "| " + " | ".join(ANIMALS[:columns]) + " |"
    row = "| " + " | ".join(ANIMALS[-columns:]) + " |"
    return read_markup("\n".join((head, "| --- " * columns + "|", *[row] * rows)))


@rows(
    ("columns", "others", "layout", "least"),
    [
        pytest.param(*(2, 36, KEY, 9), marks=pytest.mark.torture),
        (4, 36, KEY, 9),
        pytest.param(*(5, 36, KEY, 8.75), marks=pytest.mark.torture),
        (6, 36, KEY, 7.45),
        (7, 36, KEY, 9),
        (7, 4, KEY, 11),
        pytest.param(*(2, 4, Layout(answers="inline"), 11), marks=pytest.mark.torture),
        (4, 4, Layout(answers="inline"), 10.85),
        (7, 4, Layout(answers="inline"), 11),
        pytest.param(*(5, 4, LARGE_KEY, 16), marks=pytest.mark.torture),
        (7, 4, LARGE_KEY, 16),
    ],
    ids=[
        "two",
        "four",
        "five",
        "six",
        "seven",
        "seven-in-one",
        "two-inline",
        "four-inline",
        "seven-inline",
        "five-large",
        "seven-large",
    ],
)
def test_words_of_a_table_stay_whole(
    tmp_path: Path, columns: int, others: int, layout: Layout, least: float
) -> None:
    """In a narrow column it is set smaller, in a key across both rather than in less than 7 pt, elsewhere turned."""
    asked = [
        entry("question", "q", "What does it show?", table_of(columns, 2)),
        *of_kind("question", others),
    ]
    write_guide(small_guide(*asked), BUNDLED, layout, tmp_path / "guide.pdf")
    path = tmp_path / "guide.pdf"
    page = pages_of(path)[next(at for at, told in enumerate(texts_of(path)) if "orchard" in told)]
    words = [word for word in page.extract_words(extra_attrs=["size"]) if word["text"] in ANIMALS]
    assert len(words) == 3 * columns
    assert min(word["size"] for word in words) == pytest.approx(least, abs=0.01)
    assert max(word["x1"] for word in words) < page.width - 26 * 72 / 25.4


CODE = "```\n" + "barrel = cedar\n" * 30 + "```"


@pytest.mark.parametrize(
    "layout", [KEY, pytest.param(LARGE_KEY, marks=pytest.mark.torture)], ids=["usual", "large"]
)
def test_nothing_of_a_table_or_code_stands_alone_in_a_key(tmp_path: Path, layout: Layout) -> None:
    """No row of a table is parted, and no number ends a column."""
    cells = "left " * 9, "right " * 9
    long = read_markup("| a | b |\n| --- | --- |\n" + f"| {cells[0]} | {cells[1]} |\n" * 12)
    asked = [
        entry(
            "question",
            f"q{at}",
            "What?",
            read_markup(CODE[: 40 + 15 * at] + "\n```") if at % 2 else long,
        )
        for at in range(12)
    ]
    write_guide(small_guide(*asked), BUNDLED, layout, tmp_path / "guide.pdf")
    for page in pages_of(tmp_path / "guide.pdf"):
        middle = page.width if layout.is_large else page.width / 2
        for column in (
            page.crop((0, 60, middle, page.height - 80)),
            page.crop((min(middle, page.width - 1), 60, page.width, page.height - 80)),
        ):
            text = column.extract_text()
            assert text.count("left") == text.count("right")
            assert not re.search(r"(?m)^1\.\d+$\s*\Z", text)


@rows(
    ("layout", "count", "heads"),
    [
        (KEY, 20, [1]),
        (KEY, 60, [1, 2]),
        pytest.param(LARGE_KEY, 8, [1], marks=pytest.mark.torture),
        (LARGE_KEY, 40, [1, 1, 1]),
    ],
    ids=["kept whole", "goes on in the next column", "large", "large, goes on overleaf"],
)
def test_the_head_of_a_table_stands_again_where_it_goes_on(
    tmp_path: Path, layout: Layout, count: int, heads: list[int]
) -> None:
    table = read_markup("| mill | place |\n| --- | --- |\n" + "| windmill | Upwell |\n" * count)
    others = [entry("question", f"o{at}", "Why?", "because " * 24) for at in range(12)]
    asked = [*others, entry("question", "t", "What?", table)]
    write_guide(small_guide(*asked), BUNDLED, layout, tmp_path / "guide.pdf")
    told = texts_of(tmp_path / "guide.pdf")
    assert [each.count("mill place") for each in told if "windmill" in each] == heads
    assert sum(each.count("windmill") for each in told) == count


GOING_ON = {"on one page": (200, ["7", "7"]), "on two": (1500, ["7", "7–8"])}
"""How many letters the note of the last answer has, and what the feet of both pages of questions say."""


@rows(("letters", "told"), GOING_ON.values(), ids=GOING_ON)
def test_the_foot_of_a_page_tells_where_its_answers_end(
    tmp_path: Path, letters: int, told: list[str]
) -> None:
    """Of the page whose question is the last, but of no other, that its answer goes on overleaf."""
    note = ("the sluice that is shut at low water " * 99)[:letters] + " ebbing"
    last = replace(entry("question", "last", "Why?", "the dam"), note=note)
    path = tmp_path / "guide.pdf"
    made = small_guide(*of_kind("question", 6), last)
    write_guide(made, BUNDLED, Layout(is_large=True), path)
    texts = texts_of(path)
    asked = {page for place, page in destinations(path).items() if place.startswith("item-")}
    feet = [re.findall(r"Answers: pp?\.\s([\d–]+)", texts[page - 1]) for page in sorted(asked)]
    assert feet == [[each] for each in told]
    ebbing = next(number for number, text in enumerate(texts, start=1) if "ebbing" in text)
    assert f"{ebbing}" == told[-1][-1]


CITED = {
    "code": ("```\nmill = 1\n```", "number cite code-block"),
    "a table": ("| a | b |\n|---|---|\n| c | d |", "number cite pipe-table"),
    "a table that fills its line": (f"| {'a wide cell | ' * 6}\n{'|---' * 6}|\n| {'with words in it | ' * 6}", "number pipe-table cite"),
    "code that does": (f"```\n{'mill ' * 16}\n```", "number code-block cite"),
    "words and code": ("So:\n\n```\nmill = 1\n```", "number code-block cite"),
    "words": ("So", "number cite"),
}  # fmt: skip


@rows(("answer", "order"), CITED.values(), ids=CITED)
def test_no_number_is_alone_on_its_line(answer: str, order: str) -> None:
    """Its citation stands beside the first line where that has room, else behind the last word."""
    made = small_guide(entry("question", "q", "What?", read_markup(answer)))
    page = end_page(made, BUNDLED, Layout(), (), Start(1)).partition('class="keyed')[2]
    found = re.findall('class="(number|cite|code-block|pipe-table)', page)
    assert " ".join(found) == order


FIRST_LINES = {
    "code": "```\nebb = 1\n```",
    "a table": "| flow | ebb |\n|---|---|\n| c | d |",
    "one that fills its line": f"| sluice | {'a wide cell | ' * 5}\n{'|---' * 6}|\n| {'with words in it | ' * 6}",
    "one in lines": f"| a | b |\n|---|---|\n| {'tide_' * 9} | {'mill_' * 9} |",
    "words": "neap",
}
LEVEL = {
    "usual": (Layout(), 0),
    "usual, closest": (Layout(), 1),
    "large": (Layout(is_large=True), 0),
    "large, closest": (Layout(is_large=True), 1),
    "large, wider": (Layout(is_large=True), -1),
}


@rows(("layout", "closer"), LEVEL.values(), ids=LEVEL)
def test_a_number_stands_on_the_first_line_of_a_table_or_code(
    layout: Layout, closer: float
) -> None:
    """On its baseline, wherever padding or smaller letters take that, and where the key is set closer."""
    asked = [
        entry("question", name, "?", read_markup(answer)) for name, answer in FIRST_LINES.items()
    ]
    made = small_guide(*of_kind("question", 50), *asked)
    page = end_page(made, BUNDLED, layout, (), Start(1, closer))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        laid = set_in_columns(press.laid_out(page))
    columns = [column for page in laid.pages for column in columns_of(page)]
    answers = [each for column in columns for each in column.children]
    last = [each for each in answers if "keyed" in classes_of(each)][-5:]
    apart = [told - number for number, told in map(_first_baselines, last)]
    assert max(map(abs, apart)) < 0.1


def _first_baselines(answer: Any) -> tuple[float, float]:
    """Tell where the number of an answer stands, and its first words."""
    texts = [box for box in boxes_in(answer) if hasattr(box, "pango_layout")]
    said = (each for each in texts[1:] if each.text.strip() and not each.text.startswith("§"))
    number, told = texts[0], next(said)
    return number.position_y + number.baseline, told.position_y + told.baseline


def test_what_spans_the_key_stands_between_its_columns() -> None:
    wide = entry("question", "w", "What?", read_markup(f"```\n{'mill_' * 12}\n```"))
    others = [*of_kind("question", 60)]
    made = small_guide(*others[:40], wide, wide, *others[40:])
    page = end_page(made, BUNDLED, Layout(), (), Start(1))
    keys = re.findall('<div class="(key[ "][^>]*)', page)
    assert [key.partition('"')[0] for key in keys] == ["key", "key spanning", "key"]
    assert (
        "spanning"
        not in end_page(small_guide(wide), BUNDLED, Layout(), (), Start(1)).partition("<body>")[2]
    )


TURNED = {
    "a short line": ("a = 1", 0),
    "one that goes on": ("wheels = turn(water, sluices, stones, gates)", 1),
    "one that goes on twice": ("    wheels = turn(water, sluices, stones, gates, ponds, races, pits)", 2),
}  # fmt: skip


@rows(("line", "arrows"), TURNED.values(), ids=TURNED)
def test_an_arrow_tells_where_a_line_of_code_goes_on(line: str, arrows: int) -> None:
    """Else it looks like another line of the program, with an indent of its own."""
    told = read_markup(f"```\n{line}\nb = 2\n```")
    made = small_guide(entry("question", "q", "How?", told))
    page = end_page(made, BUNDLED, Layout(is_large=True), (), Start(1))
    with open_press(resources_of(made, BUNDLED), "guide/guide.html") as press:
        boxes = [box for each in press.laid_out(page).pages for box in boxes_in(each._page_box)]
    lines = [each for each in boxes if "line" in classes_of(each) and each.background]
    shown = [
        layer
        for box in lines
        for layer in box.background.layers
        if layer.image and layer.position[1] < box.height - 1
    ]
    assert len(shown) == arrows
