"""Twenty items stand on two pages, their key on one, in both versions, whatever they are."""

import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from studyguide.class_test.compose import class_test
from studyguide.class_test.room import lines_of
from studyguide.class_test.tasks import ClassTest, Form, Part, Task
from studyguide.class_test.versions import Version
from studyguide.deck.item import Kind
from studyguide.deck.markup import read_markup
from studyguide.guide.choice import Choice, chosen
from studyguide.guide.guide import Guide, compose
from studyguide.loading.load import load
from studyguide.lock.on_disk import open_lock
from studyguide.printing.class_test.dealing import dealt, evened
from studyguide.printing.class_test.key import key_on_pages
from studyguide.printing.class_test.pages import in_large_print
from studyguide.printing.class_test.printed_tasks import asked_of, begun_alike
from studyguide.printing.class_test.ruling import Ruled, ruled
from studyguide.printing.class_test.sheets import Setting, Sheets
from studyguide.printing.class_test.write import running_title, write_test
from studyguide.printing.press.options import Layout, Paper
from studyguide.source.source import read
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.places import CARDS, DECKS
from tests.printing.reading import entry, pages_of, small_guide, text_of, texts_of
from tests.table import rows

ALL = ("a", "a-key", "b", "b-key")


def printed(
    guide: Guide, test: ClassTest, layout: Layout, into: Path, names: tuple[str, ...] = ALL
) -> dict[str, Path]:
    """Print versions and keys by their names: of what is not looked at nothing is printed."""
    files = {into / f"{name}.pdf": (name[0], name.endswith("-key")) for name in names}
    write_test(guide, Templates.of(Path("no-deck")), layout, test, files)
    return {path.stem: path for path in files}


def pages(paths: dict[str, Path]) -> dict[str, int]:
    return {name: len(pikepdf.open(path).pages) for name, path in paths.items()}


def title(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return str(pdf.docinfo["/Title"])


def tasks_of(count: int, words: int, name: str = "q") -> tuple[Task, ...]:
    answer = " ".join(["tarred"] * words)
    return tuple(
        Task(entry("question", f"{name}{at}", f"What hung in loft {at}?", answer), "write")
        for at in range(count)
    )


def lists_of(count: int, entries: int, name: str = "list") -> tuple[Task, ...]:
    """Give tasks that have a line for each entry, and no other however much room there is: laid out in few ways."""
    parts = [f"the loft behind the sails {at}" for at in range(entries)]
    return tuple(
        Task(entry("question", f"{name}{at}", "Which lofts?", *parts), "write")
        for at in range(count)
    )


LONG = {
    "closer": pytest.param(19, 0, 8, marks=pytest.mark.torture),
    "with other items": pytest.param(17, 2, 2, marks=pytest.mark.torture),
    "with fewer lines": pytest.param(0, 0, 20, marks=pytest.mark.torture),
}


@pytest.mark.parametrize(("short", "spares", "words"), LONG.values(), ids=LONG)
def test_twenty_items_are_brought_onto_two_pages(
    tmp_path: Path, short: int, spares: int, words: int
) -> None:
    tasks = (*tasks_of(short, words), *tasks_of(20 - short, 100 if short else words, "long"))
    more = tasks_of(spares, words, "more")
    guide = small_guide(*(task.entry for task in (*tasks, *more)))
    test = ClassTest((Part("write", tasks),), more)
    paths = printed(guide, test, Layout(), tmp_path)
    assert pages(paths) == {
        "a": 2,
        "b": 2,
        "a-key": pages(paths)["b-key"],
        "b-key": pages(paths)["a-key"],
    }
    assert all("20 " in text_of(path) for path in paths.values())
    assert len({*map(title, paths.values())}) == 4


def rules(path: Path) -> list[int]:
    """Count writing lines, page by page: they end before the column of points."""
    with pikepdf.open(path) as pdf:
        drawn = [pikepdf.parse_content_stream(page) for page in pdf.pages]
    ends = [[float(of[0]) for of, op in each if str(op) == "l"] for each in drawn]
    return [sum(650 < end < 660 for end in each) for each in ends]


ROOM = {
    "a list": ((("x", "y", "z"), 1), (("word " * 20,), 3), 20),
    "a list of long entries": (
        (("the bridge of silent viaducts",) * 3, 3),
        (("word " * 20,), 3),
        20,
    ),
    "things in a row": ((("bread, salt and soap",), 3), (("word " * 20,), 3), 20),
    "equal points": ((("a b",), 0), (("a " * 8,), 0), 7),
    "equal points of very long ones": ((("word " * 80,), 0), (("tarred " * 60,), 0), 0),
}


@pytest.mark.parametrize(("first", "second", "given"), ROOM.values(), ids=ROOM)
def test_lines_tell_nothing_of_an_answer(
    first: tuple[tuple[str, ...], int], second: tuple[tuple[str, ...], int], given: int
) -> None:
    """A list has a place an entry, and all others that need as many lines have as many."""
    texts = [first[0], second[0], *[("two words",)] * 4]
    tasks = [
        Task(entry("question", f"q{at}", "?", *each), "write") for at, each in enumerate(texts)
    ]
    for count in range(given + 1):
        found = ruled(tasks, Ruled(given=count))
        lines = [(task.points, found[task.entry.id]) for task in tasks]
        assert not first[1] or lines[0][1] == first[1]
        needed = {task.entry.id: lines_of(task) for task in tasks}
        own = [(found[id], needed[id]) for id in [*found][bool(first[1]) :]]
        assert all(a[0] == b[0] for a in own for b in own if a[1] == b[1])


GIVEN = {
    "what fills its line": ("for nobody but pilots of this harbour", 3, 2),
    "too few for all of its points": ("for nobody but pilots of this harbour", 1, 1),
    "of others there is one that fills it more": ("for harbour pilots", 3, 2),
    "what is left": ("for harbour pilots", 6, 2),
    "two where one is enough": ("for harbour pilots", 30, 2),
    "a number": ("50", 30, 1),
    "a number in groups": ("1 250 000", 30, 1),
    "a word": ("pilots", 30, 1),
    "a number and its unit": ("about 50 kW", 30, 1),
    "money": ("£ 7 10s. each", 30, 1),
    "length and width": ("24 m by 9 m", 30, 1),
    "inches": ("9 ft × 10 in", 30, 1),
    "hours and minutes": ("in 9 h 15 min", 30, 1),
    "old money": ("1s. 2 1/2d. in the pound", 30, 1),
    "a word with its article": ("the cook", 30, 1),
    "a word with its place": ("in Cologne", 30, 1),
    "a word behind small ones": ("at the wheel", 30, 1),
    "two words without": ("harbour pilots", 30, 2),
    "two numbers among words": ("3 men went out with 4 horses", 30, 2),
    "a number in letters": ("nine weeks", 30, 1),
    "a number among words": ("50 of the old pilots", 30, 2),
}
"""An answer beside two others, how many lines are given, and how many it has then."""


@rows(("answer", "given", "lines"), GIVEN.values(), ids=GIVEN)
def test_lines_are_given_where_they_are_full(answer: str, given: int, lines: int) -> None:
    """One word, or one number, needs no more than one, whatever room there is."""
    texts = (answer, "for ropes and sails, and for oars", "for an old lamp")
    asked = ("For whom is it?", "What was it for?", "Why?")
    tasks = [
        Task(entry("question", f"q{at}", *it), "write")
        for at, it in enumerate(zip(asked, texts, strict=True))
    ]
    assert ruled(tasks, Ruled(given=given))["q0"] == lines


WORDED: dict[str, tuple[tuple[tuple[Kind, str, str], ...], list[int]]] = {
    "another name": (
        (
            ("question", "For what was a fair held at Erris?", "besoms"),
            ("question", "For what was a fair held at Upper Collan?", "peat charcoal"),
        ),
        [2, 2],
    ),
    "all of them words": (
        (
            ("question", "For what was a fair held at Erris?", "besoms"),
            ("question", "For what was a fair held at Collan?", "peat"),
        ),
        [1, 1],
    ),
    "another question": (
        (
            ("question", "For what was a fair held at Erris?", "besoms"),
            ("question", "For what do boats wait?", "harbour pilots"),
        ),
        [1, 2],
    ),
    "by another that is asked so": (
        (
            ("question", "What did the clerk of Erris list?", "oats"),
            ("question", "What did the clerk of Collan list?", "peat charcoal"),
            ("question", "What did the clerk of Collan sell?", "rye"),
        ),
        [2, 2, 2],
    ),
    "in one word": (
        (("question", "Why?", "fog"), ("question", "Why?", "a strong tide")),
        [2, 2],
    ),
    "what happened": (
        (("date", "1957", "Mühlengesetz"), ("question", "Who came?", "Finn")),
        [2, 1],
    ),
}
"""What is asked and answered, and how many lines each has where there is room."""


@rows(("asked", "lines"), WORDED.values(), ids=WORDED)
def test_like_questions_have_equal_lines(
    asked: tuple[tuple[Kind, str, str], ...], lines: list[int]
) -> None:
    tasks = [Task(entry(kind, f"q{at}", *rest), "write") for at, (kind, *rest) in enumerate(asked)]
    assert [*ruled(tasks, Ruled(given=30)).values()] == lines


def test_a_line_more_is_there_where_two_pages_have_room_for_it(tmp_path: Path) -> None:
    answer = "for nobody but pilots of this harbour"
    written = Task(entry("question", "long", "For whom?", answer), "write")
    tasks = (*lists_of(6, 8), written)
    test = ClassTest((Part("write", tasks),))
    guide = small_guide(*(task.entry for task in tasks))
    paths = printed(guide, test, Layout(), tmp_path, ("a", "b"))
    assert [sum(rules(paths[letter])) for letter in "ab"] == [6 * 8 + 2] * 2


def places(count: int) -> tuple[Task, ...]:
    """Give lists of twelve short entries."""
    entries = ("salt", "soap", "wax", "tar", "hemp", "rope", "oats", "glue", "chalk", "slate", "tin", "peas")  # fmt: skip
    return tuple(
        Task(entry("question", f"q{at}", f"Which {at}?", *entries), "write") for at in range(count)
    )


PRESSED = {
    "three side by side": pytest.param(places(11), 2, 100, 4, marks=pytest.mark.torture),
    "four side by side": (places(15), 2, 100, 3),
    "a page more": pytest.param(places(20), 3, 100, 4, marks=pytest.mark.torture),
    "fewer lines": pytest.param(tasks_of(20, 20, "long"), 2, 83, 2, marks=pytest.mark.torture),
    "a page more than so few that nobody could write on": pytest.param(
        tasks_of(20, 40, "long"), 3, 74, 4, marks=pytest.mark.torture
    ),
}  # fmt: skip
"""Tasks, how many pages they take, what share of their lines, and how many each has."""


@pytest.mark.parametrize(("tasks", "count", "share", "each"), PRESSED.values(), ids=PRESSED)
def test_what_is_asked_can_be_written_on_its_pages(
    tmp_path: Path, tasks: tuple[Task, ...], count: int, share: int, each: int
) -> None:
    """Short entries of lists stand side by side; and a page is added rather than a third of all lines left out."""
    files = {tmp_path / "a.pdf": ("a", False)}
    guide = small_guide(*(task.entry for task in tasks))
    test = ClassTest((Part("write", tasks),))
    fit = write_test(guide, Templates.of(Path("no-deck")), Layout(), test, files)
    assert (fit.pages, fit.share) == (count, share)
    assert sum(rules(tmp_path / "a.pdf")) == each * len(tasks)


LISTED = {
    "alone": pytest.param(0, 24, marks=pytest.mark.torture),
    "with others": (13, 24),
    "none": pytest.param(14, 0, marks=pytest.mark.torture),
}


@pytest.mark.parametrize(("others", "entries"), LISTED.values(), ids=LISTED)
def test_pages_that_have_room_give_it_for_lines(tmp_path: Path, others: int, entries: int) -> None:
    """A line for each entry of a list at least, the same in both versions, and no page that is half empty."""
    tasks = (*tasks_of(others, 10), *(lists_of(1, entries) if entries else ()))
    test = ClassTest((Part("write", tasks),))
    guide = small_guide(*(task.entry for task in tasks))
    paths = printed(guide, test, Layout(), tmp_path, ("a", "b"))
    found = [rules(paths[letter]) for letter in "ab"]
    assert sum(found[0]) == sum(found[1]) >= entries + 2 * others
    assert [len(each) == 1 or each[-1] >= 18 for each in found] == [True, True]


def test_a_key_tells_what_a_place_is_and_names_no_other_item(tmp_path: Path) -> None:
    """Nor a sound, which nobody hears on paper; whatever it is the date of, it is not asked what happened on a day."""
    dated = entry("date", "d", "August 1", "The day named in an appeal", sound=Path("trill.wav"))
    guide = small_guide(dated)
    test = ClassTest((Part("write", (Task(dated, "write"),)),))
    paths = printed(guide, test, Layout(), tmp_path, ("a", "a-key"))
    assert text_of(paths["a"]).count("August 1: what does the text say of it?") == 1
    key = text_of(paths["a-key"])
    assert "section 1, paragraph 4" in key.replace("\xa0", " ")
    assert not re.search("also|trill", key)


def test_of_a_year_with_more_events_any_is_right(tmp_path: Path) -> None:
    dated = entry("date", "d", "2023", "a survey was published")
    tasks = (Task(dated, "write", has_more=True), Task(replace(dated, id="e"), "write"))
    guide = small_guide(*(task.entry for task in tasks))
    paths = printed(guide, ClassTest((Part("write", tasks),)), Layout(), tmp_path, ("a", "a-key"))
    assert text_of(paths["a"]).count("2023: what does the text say of it?") == 1
    assert text_of(paths["a"]).count("What happened in 2023, according to the text?") == 1
    assert text_of(paths["a-key"]).count("published (or what else the text says of it)") == 1


def test_of_what_a_note_tells_it_is_asked_what_the_text_says(tmp_path: Path) -> None:
    """Else what the note tells is a true answer, and the key would not say whether it counts.

    Of a name or a title it is not asked what it means.
    """
    plain = entry("term", "a", "hogging", "a fault of hulls")
    noted = replace(plain, id="b", prompt="glasnost", note="Not from the text: openness.")
    person = replace(noted, id="c", kind="person", prompt="Carl Lowe")
    title = replace(plain, id="d", prompt="*The Erris Pilot*")
    name = replace(plain, id="e", prompt="Harbour Board")
    tasks = tuple(Task(each, "write") for each in (plain, noted, person, title, name))
    guide = small_guide(plain, noted, person, title, name)
    paths = printed(guide, ClassTest((Part("write", tasks),)), Layout(), tmp_path, ("a",))
    text = text_of(paths["a"])
    assert text.count("What does “hogging” mean?") == 1
    assert text.count("Who or what is Harbour Board?") == 1
    assert len(re.findall(r"Who or what is \W?The Erris Pilot\W?\?", text)) == 1
    for name in ("glasnost", "Carl Lowe"):
        assert text.count(f"What does the text say about {name}?") == 1


ASKED: dict[str, tuple[str, Kind, str, str]] = {
    "a person": ("en", "person", "Ada Kestrel", "Who is Ada Kestrel?"),
    "with a title": ("en", "person", "Mr Felix Tarn", "Who is Mr Felix Tarn?"),
    "a body": ("en", "person", "Harbour Board Council", "Who or what is Harbour Board Council?"),
    "with an article": ("en", "person", "The Blue Caps", "Who or what is The Blue Caps?"),
    "one with the family first": ("it", "person", "Cai Lun", "Chi è Cai Lun?"),
    "one told by a place": (
        "it",
        "person",
        "Bartolo da Sassoferrato",
        "Chi è Bartolo da Sassoferrato?",
    ),
    "a body, in Italian": (
        "it",
        "person",
        "Società Navale",
        "Chi è, o che cos’è Società Navale?",
    ),
    "a sign": ("en", "term", "SGLT2", "What does “SGLT2” mean?"),
    "initials": ("en", "term", "DNA", "What does “DNA” mean?"),
    "a name": ("en", "term", "Harbour Act", "Who or what is Harbour Act?"),
    "one word": ("en", "person", "Kestrel", "Who or what is Kestrel?"),
    "a term": ("en", "term", "neap tide", "What does “neap tide” mean?"),
    "a term in quotation marks": (
        "en",
        "term",
        '"green coal"',
        "What does the text say about “green coal”?",
    ),
    "a year": ("en", "date", "619", "What happened in 619, according to the text?"),
    "a day": ("en", "date", "August 1", "August 1: what does the text say of it?"),
    "a number of years": ("en", "date", "1980–81", "1980–81: what does the text say of it?"),
    "a year, in German": ("de", "date", "619", "Was geschah laut dem Text im Jahr 619?"),
    "a person, in German": ("de", "person", "Ada Kestrel", "Wer ist Ada Kestrel?"),
    "a term, in German": ("de", "term", "Nipptide", "Was bedeutet „Nipptide“?"),
    "a person, in Greek": ("el", "person", "Ada Kestrel", "Ποιος ή ποια είναι: Ada Kestrel;"),
    "a person, in Spanish": ("es", "person", "Ada Kestrel", "¿Quién es Ada Kestrel?"),
}


DATED = {
    "an event": ("en", "a mill was built at Nendrum", "asked-year"),
    "with an irregular verb": ("en", "coal came to the pans", "asked-year"),
    "a thing": ("en", "tide mill at Nendrum, dated by its timbers", "asked-date"),
    "a law": ("de", "Mühlenordnung", "asked-date"),
    "an event in German": ("de", "ein Sturm warf die Mühle um", "asked-year"),
    "a thing where no verbs are known": ("fr", "moulin du Birlot", "asked-year"),
}


@rows(("language", "answer", "asked"), DATED.values(), ids=DATED)
def test_of_a_thing_it_is_not_asked_what_happened(language: str, answer: str, asked: str) -> None:
    guide = replace(small_guide(), language=language)
    task = Task(entry("date", "d", "619", answer), "write", language=language)
    assert asked_of(task, guide, Layout()).asked_as == asked


@rows("language", sorted({language for language, *_ in ASKED.values()}))
def test_of_a_person_it_is_asked_who_it_is(tmp_path: Path, language: str) -> None:
    """What is asked in one language stands in one test."""
    told = {name: row[1:] for name, row in ASKED.items() if row[0] == language}
    tasks = tuple(
        Task(entry(kind, f"q{at}", prompt, "it was es war"), "write", language=language)
        for at, (kind, prompt, _) in enumerate(told.values())
    )
    words = Vocabulary.of(tmp_path, language)
    made = replace(small_guide(*(e.entry for e in tasks)), language=language, vocabulary=words)
    paths = printed(made, ClassTest((Part("write", tasks),)), Layout(), tmp_path, ("a",))
    text = text_of(paths["a"])
    assert [name for name, (_, _, asked) in told.items() if asked not in text] == []


@rows(("count", "is_large"), [(6, False), (3, True)])
def test_the_name_stands_well_above_what_is_asked_overleaf(
    tmp_path: Path, count: int, is_large: bool
) -> None:
    tasks = lists_of(count, 8)
    guide = small_guide(*(task.entry for task in tasks))
    test = ClassTest((Part("write", tasks),))
    paths = printed(guide, test, Layout(is_large=is_large), tmp_path, ("a",))
    first, *others = pages_of(paths["a"])
    assert others
    assert first.extract_words()[0]["text"] == "Class"
    for page in others:
        *again, name, _ = page.extract_words()[:5]
        assert " ".join(each["text"] for each in again) == "Answer briefly (continued)"
        assert name["text"] == "Name"
        asked = page.extract_words()[5:]
        assert max(each["bottom"] for each in again) == pytest.approx(name["bottom"], abs=0.5)
        assert min(each["top"] for each in asked) - name["bottom"] > 6 * 72 / 25.4


def test_large_print_asks_the_same_under_the_same_numbers(tmp_path: Path) -> None:
    """One key is for both sizes, and a class is told one number: the normal size decides, whatever fits."""
    tasks = (*tasks_of(3, 2), *tasks_of(3, 24, "long"))
    guide = small_guide(*(task.entry for task in tasks))
    test = ClassTest((Part("write", tasks),))
    orders = []
    for is_large in (False, True):
        paths = printed(guide, test, Layout(is_large=is_large), tmp_path, ("a", "b"))
        found = [re.findall(r"(\d+) What hung in (loft \d+)", text_of(paths[it])) for it in "ab"]
        assert [len(each) for each in found] == [6, 6]
        orders.append(found)
    assert orders[0] == orders[1]
    assert orders[0][0] != orders[0][1]


NOTICE = {
    "in usual print": (False, lists_of(6, 6), [False, True]),
    "in large print": pytest.param(True, tasks_of(6, 8), [False, True], marks=pytest.mark.torture),
    "where it would be alone": pytest.param(
        True, lists_of(2, 7), [True, False], marks=pytest.mark.torture
    ),
}


@rows(("is_large", "tasks", "has_notice"), NOTICE.values(), ids=NOTICE)
def test_a_notice_stands_on_the_last_page(
    tmp_path: Path, tasks: tuple[Task, ...], has_notice: list[bool], *, is_large: bool
) -> None:
    """At the foot of the first it drove a task, and its group, to the next; in large print it is set in 12 pt."""
    licence = "Free to copy. " + "Whoever copies it copies this as well. " * 8
    guide = small_guide(*(task.entry for task in tasks), curator="Nora Vane", licence=licence)
    test = ClassTest((Part("write", tasks),))
    paths = printed(guide, test, Layout(is_large=is_large), tmp_path, ("b",))
    found = pages_of(paths["b"])
    assert ["Free to copy." in each.extract_text() for each in found] == has_notice
    page = found[has_notice.index(True)]
    words = [each for each in page.extract_words(extra_attrs=["size"]) if each["text"] == "copies"]
    assert {round(each["size"]) for each in words} == {12 if is_large else 8}
    notice, foot = (each["bottom"] * 25.4 / 72 for each in page.extract_text_lines()[-2:])
    assert foot - notice > (1.5 * 5.5 if is_large else 4)


LEFT_OVER = {"one": (True, 1), "none": (False, 0)}


@rows(("is_left", "told"), LEFT_OVER.values(), ids=LEFT_OVER)
def test_it_is_told_that_a_letter_is_left_over(tmp_path: Path, told: int, *, is_left: bool) -> None:
    part = matched_of("sluice", 3, 2)
    if not is_left:
        shared = part.tasks[0].options[:3]
        part = replace(part, tasks=tuple(replace(it, options=shared) for it in part.tasks))
    guide = small_guide(*(task.entry for task in part.tasks))
    paths = printed(guide, ClassTest((part,)), Layout(), tmp_path, ("a", "a-key"))
    assert text_of(paths["a"]).count("One letter is left over.") == told
    assert "left over" not in text_of(paths["a-key"])


@pytest.mark.torture
def test_a_key_tells_overleaf_what_goes_on_and_that_points_are_a_proposal(tmp_path: Path) -> None:
    """But nothing above a heading that a page begins with; of a list with more entries than points any are enough."""
    tasks = (*lists_of(13, 3), *lists_of(1, 10, "ten"))
    guide = small_guide(*(task.entry for task in tasks))
    test = ClassTest((Part("write", tasks),))
    paths = printed(guide, test, Layout(is_large=True), tmp_path, ("a-key",))
    texts = [
        " ".join(each["text"] for each in page.extract_words()) for page in pages_of(paths["a-key"])
    ]
    first, second, *_ = texts
    assert re.findall(r"\(any .*?\)", " ".join(texts)) == ["(any 8 of 10)"]
    assert first.startswith("Class test, answer key A")
    assert "The points are a proposal" in first
    assert second.startswith("Answer briefly (continued) ")


@pytest.mark.torture
def test_what_of_an_answer_goes_on_overleaf_has_its_number_again(tmp_path: Path) -> None:
    hidden = " ".join(["tarred"] * 140)
    entries = [entry("cloze", f"c{at}", f"Loft {at}: {{{{c1::{hidden}}}}}.") for at in range(2)]
    test = ClassTest((Part("fill", tuple(Task(each, "fill") for each in entries)),))
    paths = printed(small_guide(*entries), test, Layout(is_large=True), tmp_path, ("a-key",))
    second = " ".join(each["text"] for each in pages_of(paths["a-key"])[1].extract_words())
    assert second.startswith("Fill in the blanks (continued) (2) tarred")


ENDS = {
    "where it takes a page of one version": (
        {"a": ([249, 180], [143, 230, 90]), "b": ([249, 240, 0], [202, 249])},
        (False, False),
        (3, 2),
    ),
    "on last pages that have room": (
        {"a": ([249, 180], [143, 230]), "b": ([249, 180], [202, 190])},
        (True, True),
        (2, 2),
    ),
    "alone on none": (
        {"a": ([259, 273, 0], [213, 261, 30]), "b": ([282, 262], [213, 263, 9])},
        (False, False),
        (3, 3),
    ),
}
"""How far down, in millimetres, tasks go on the pages of each version, if the notice is on the last one, and on the first; where it is,
and on how many pages."""


@rows(("ends", "is_last", "pages"), ENDS.values(), ids=ENDS)
def test_both_versions_in_large_print_have_their_notice_where_it_takes_less_room(
    ends: dict[str, tuple[list[float], list[float]]],
    is_last: tuple[bool, ...],
    pages: tuple[int, ...],
) -> None:

    def lay_out(version: Version, setting: Setting) -> Sheets:
        last, first = ends[version.letter]
        high = 297 * 96 / 25.4
        sheets = [
            SimpleNamespace(height=high, anchors={"task": (0, 0, 0, end * 96 / 25.4)})
            for end in (last if setting.is_notice_last else first)
        ]
        return Sheets(version, setting, "", SimpleNamespace(pages=sheets))

    versions = [Version(letter, ClassTest((Part("write", ()),))) for letter in ends]
    found = in_large_print(versions, lay_out)
    assert tuple(each.setting.is_notice_last for each in found) == is_last
    assert tuple(each.pages for each in found) == pages


WANTED = {
    "more than count": (10, "write", True),
    "as many as count": (8, "write", False),
    "a few": (3, "write", False),
    "of blanks": (10, "fill", False),
}


@rows(("count", "form", "is_told"), WANTED.values(), ids=WANTED)
def test_of_a_long_list_it_is_told_how_many_are_enough(
    tmp_path: Path, count: int, form: Form, is_told: bool
) -> None:
    """On the test as in its key."""
    if form == "fill":
        asked = entry("cloze", "q", ", ".join(f"{{{{c{at}::sail}}}}" for at in range(1, count + 1)))
    else:
        asked = entry("question", "q", "Which lofts?", *(f"loft {at}" for at in range(count)))
    test = ClassTest((Part(form, (Task(asked, form),)),))
    paths = printed(small_guide(asked), test, Layout(), tmp_path, ("a", "a-key"))
    told = [f"any 8 of {count}" in " ".join(text_of(path).split()) for path in paths.values()]
    assert told == [is_told] * 2


@rows("note", ["The wheel turned once a day.", "Not from the text: it turned.", ""])
def test_each_note_of_a_key_is_marked_alike(tmp_path: Path, note: str) -> None:
    (task,) = tasks_of(1, 1)
    task = replace(task, entry=replace(task.entry, note=note))
    test = ClassTest((Part("write", (task,)),))
    paths = printed(small_guide(task.entry), test, Layout(), tmp_path, ("a-key",))
    assert text_of(paths["a-key"]).count(f"Note. {note}") == bool(note)


KEYS = {
    "of several pages": (74, [False, True]),
    "of one page": (4, [True]),
    "whose last page has no room": (110, [True, False]),
}
"""How many words the notes have, which stand in a key alone; on which pages the notice is."""


@pytest.mark.torture
@rows(("words", "has_notice"), KEYS.values(), ids=KEYS)
def test_a_notice_of_a_key_stands_on_its_last_page(
    tmp_path: Path, words: int, has_notice: list[bool]
) -> None:
    note = " ".join(["tarred"] * words)
    tasks = tuple(replace(each, entry=replace(each.entry, note=note)) for each in tasks_of(3, 1))
    guide = small_guide(*(task.entry for task in tasks), rights="Quoted for study. " * 12)
    test = ClassTest((Part("write", tasks),))
    paths = printed(guide, test, Layout(is_large=True), tmp_path, ("a-key",))
    texts = [each for each in texts_of(paths["a-key"]) if each]
    assert ["Quoted for" in each for each in texts] == has_notice


PLURALS = {
    "ar": ("zero", "one", "two", "few", "many", "other"),
    "pl": ("one", "few", "many", "other"),
}


@pytest.mark.parametrize("language", PLURALS)
def test_columns_of_a_key_are_apart_and_inside_the_page(tmp_path: Path, language: str) -> None:
    """However long the words for points are, from the left or from the right."""
    tasks = tasks_of(1, 1)
    table = tmp_path / "templates/words" / f"{language}.yaml"
    table.parent.mkdir(parents=True)
    forms = "".join(f"  {form}: “many many points”\n" for form in PLURALS[language])
    table.write_text(f"points:\n{forms}", encoding="utf-8")
    said = Vocabulary.of(tmp_path, language)
    guide = small_guide(*(task.entry for task in tasks), language=language, vocabulary=said)
    paths = printed(guide, ClassTest((Part("write", tasks),)), Layout(), tmp_path, ("a-key",))
    words = pages_of(paths["a-key"])[0].extract_words()
    assert min(each["x0"] for each in words) * 25.4 / 72 > 19.9
    assert max(each["x1"] for each in words) * 25.4 / 72 < 190.1
    cited = [each for each in words if {*"§¶"} & {*each["text"]}]
    row = [each for each in words if abs(each["top"] - cited[-1]["top"]) < 1]
    ends = sorted((each["x0"], each["x1"]) for each in row)
    gaps = [(two[0] - one[1]) * 25.4 / 72 for one, two in pairwise(ends)]
    assert 2.9 < (gaps[2] if guide.vocabulary.is_rtl else gaps[-3]) < 4


PLACES = {
    "a short place": ("§1 ¶1", True),
    "one with a page": pytest.param("§12 ¶¶14–15, p. 237", False, marks=pytest.mark.torture),
}


@rows(("place", "is_one_line"), PLACES.values(), ids=PLACES)
def test_a_key_in_large_print_leaves_answers_what_places_do_not_need(
    tmp_path: Path, place: str, *, is_one_line: bool
) -> None:
    """And no line of how points fall ends in its number."""
    answers = [f"what hangs in the loft of the {each}" for each in ("pilot", "baker", "smith")]
    terms = [
        entry("term", f"t{at}", f"thing {at}", each, citation=place)
        for at, each in enumerate(answers)
    ]
    tasks = tuple(Task(each, "match", (*answers,)) for each in terms)
    written = Task(entry("question", "q", "What?", answers[0], citation=place), "write")
    test = ClassTest((Part("match", tasks, "term"), Part("write", (written,))))
    guide = small_guide(*(task.entry for task in test.tasks))
    paths = printed(guide, test, Layout(is_large=True), tmp_path, ("a", "a-key"))
    lines = pages_of(paths["a-key"])[0].extract_text().splitlines()
    assert any(answers[0] in line for line in lines if line.startswith("4")) == is_one_line
    for path in paths.values():
        text = pages_of(path)[0].extract_text()
        assert "1 point each" in " ".join(text.split())
        assert not re.search(r"\. 1$", text, re.MULTILINE)


GAPS = {
    "a number": ("It had {{c1::14}} boats.", (16,)),
    "a word": ("It held {{c1::herrings}}.", (16,)),
    "each its own": ("{{c1::14}} boats and {{c2::two hundred nets}}.", (16, 30)),
    "words": ("It held {{c1::two hundred new nets}}.", (44,)),
    "where a narrower one would save a line": (
        f"The {{{{c1::lamp}}}} held {'so ' * 6}{{{{c2::many pints}}}} of oil and no more.",
        (16, 30),
    ),
}


@rows(("sentence", "widths"), GAPS.values(), ids=GAPS)
def test_a_gap_has_one_of_a_few_widths(sentence: str, widths: tuple[int, ...]) -> None:
    """Those of the guide: of more, each would tell how long its answer is."""
    task = Task(entry("cloze", "c", sentence), "fill")
    blanks = asked_of(task, small_guide(task.entry), Layout()).exercise.blanks
    assert tuple(len(each.rule(Layout())) for each in blanks) == widths


COLUMNS = {
    "a word": ("Trotskyism", 4, 2),
    "a number": ("1,250", 4, 4),
    "some words": ("a slope of stones", 2, 2),
    "more": ("a slope on which boats are hauled", 2, 1),
    "many": ("a slope of stones on which boats are hauled", 1, 1),
}


@rows(("option", "normal", "large"), COLUMNS.values(), ids=COLUMNS)
def test_so_many_options_share_a_row_that_no_word_is_parted(
    option: str, normal: int, large: int
) -> None:
    task = Task(entry("question", "q", "Which?", option), "choose", (option, "a"))
    asked = asked_of(task, small_guide(task.entry), Layout())
    assert (asked.columns(Layout()), asked.columns(Layout(is_large=True))) == (normal, large)


FOLDERS = {
    **{name: CARDS / name for name in ("soviet-miners", "tide-mills")},
    **{name: DECKS / name for name in ("gezeiten", "moulins")},
}


@pytest.mark.torture
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", FOLDERS)
def test_every_seed_keeps_its_promise(tmp_path: Path, name: str, paper: Paper) -> None:
    folder = FOLDERS[name]
    text = folder / "source.txt"
    if not text.exists():
        text = Path(os.environ.get("STUDYGUIDE_SOURCE", "none"))
    source = read(text.read_text(encoding="utf-8")) if text.is_file() else None
    deck, _ = load(folder)
    assert deck
    whole = compose(deck, open_lock(folder / "deck.lock"))
    broken = dict[int, dict[str, int]]()
    for seed in range(1, 31):
        test = class_test(whole, deck, source, Choice(items=20, seed=str(seed)))
        ids = frozenset(task.entry.id for task in (*test.tasks, *test.spares))
        found = pages(printed(chosen(whole, Choice(ids=ids)), test, Layout(paper), tmp_path))
        if found["a"] != found["b"] or max(found["a"], 2 * found["a-key"], 2 * found["b-key"]) > 2:
            broken[seed] = found
    assert broken == {}


BEGUN = {
    "one with a capital": (("the port fell", "it sank", "The railway came"), "en", "The port fell|It sank|The railway came"),
    "one without": (("Ein Wall", "Eine Rinne", "errichtete das Werk"), "de", "Ein Wall|Eine Rinne|Errichtete das Werk"),
    "all small": (("salt", "straw"), "en", "salt|straw"),
    "all names": (("Ada", "Ben"), "en", "Ada|Ben"),
    "figures": (("22", "about 30", "40"), "en", "22|about 30|40"),
    "a capital inside": (("pH of the sea", "Salt"), "en", "pH of the sea|Salt"),
    "Turkish": (("ilk kez göründü", "Fırın"), "tr", "İlk kez göründü|Fırın"),
    "no single capital": (("ßharf", "Salz"), "de", "ßharf|Salz"),
    "no capitals at all": (("水車", "塩", "Ada"), "ja", "水車|塩|Ada"),
    "code": ((read_markup("`grep` it"), read_markup("*sort* it"), "Cut"), "en", "grep it|Sort it|Cut"),
}  # fmt: skip


@rows(("options", "language", "shown"), BEGUN.values(), ids=BEGUN)
def test_no_option_stands_out_by_how_it_begins(
    options: tuple[str, ...], language: str, shown: str
) -> None:
    assert "|".join(begun_alike(options, language)) == shown


NOTICES = {
    "whom the licence names": ("Nora Vane", "© 2026 Nora Vane. Free to copy.", "© 2026 Nora Vane. Free to copy."),
    "whom it does not": ("Nora Vane", "CC BY 4.0", "Nora Vane. CC BY 4.0"),
    "nobody": ("", "CC BY 4.0", "CC BY 4.0"),
}  # fmt: skip


@rows(("curator", "licence", "notice"), NOTICES.values(), ids=NOTICES)
def test_a_test_carries_its_notice(tmp_path: Path, curator: str, licence: str, notice: str) -> None:
    """It is copied alone; its key is not."""
    tasks = tasks_of(1, 4)
    made = small_guide(*(task.entry for task in tasks), curator=curator, licence=licence)
    paths = printed(made, ClassTest((Part("write", tasks),)), Layout(), tmp_path, ("a", "a-key"))
    assert notice in " ".join(text_of(paths["a"]).split())
    assert licence not in text_of(paths["a-key"])


def matched_of(name: str, count: int, words: int) -> Part:
    answers = tuple(f"{name} {at} " + "oak " * words for at in range(count + 1))
    terms = [entry("term", f"{name}{at}", f"{name} {at}", answers[at]) for at in range(count)]
    return Part("match", tuple(Task(each, "match", answers) for each in terms), "term")


@rows(
    ("words", "is_parted"),
    [
        pytest.param(4, False, marks=pytest.mark.torture),
        pytest.param(20, False, marks=pytest.mark.torture),
        (28, True),
    ],
    ids=["short", "a-page", "over-a-page"],
)
def test_no_heading_of_what_is_matched_stands_alone(
    tmp_path: Path, words: int, is_parted: bool
) -> None:
    """What is longer than a page is parted below its heading; what a page holds is not."""
    parts = (matched_of("sluice", 7, 4), matched_of("quay", 7, words))
    test = ClassTest((*parts, Part("write", lists_of(1, 2))))
    made = small_guide(*(task.entry for task in test.tasks))
    path = printed(made, test, Layout(is_large=True), tmp_path, ("a",))["a"]
    has_task = [len(page.search(r"(?m)^\d+ .*/ \d")) for page in pages_of(path)]
    assert all(has_task)
    with_quays = [page for page in texts_of(path) if re.search(r"(?m)^\d+ quay", page)]
    assert (len(with_quays) > 1) == is_parted


COAST = "The mills of the long coast and all who worked there"
TITLES = {
    "short": ("The mills", True, "The mills"),
    "fits": (COAST, False, COAST),
    "large": (COAST + " by the tide", True, COAST.removesuffix(" there") + "…"),
    "long": (f"{COAST} · " * 3, False, f"{COAST} · {COAST} · The mills…"),
    "one word": ("Κ" * 200, True, "Κ" * 38 + "…"),
}


@rows(("title", "is_large", "foot"), TITLES.values(), ids=TITLES)
def test_a_title_at_the_foot_is_as_long_as_a_line(title: str, is_large: bool, foot: str) -> None:
    assert running_title(small_guide(title=title), Layout(is_large=is_large)) == foot


@rows("name", ["long", "one word"])
def test_a_title_at_the_foot_takes_one_line(tmp_path: Path, name: str) -> None:
    title, is_large, foot = TITLES[name]
    test = ClassTest((Part("write", tasks_of(1, 2)),))
    made = small_guide(*(task.entry for task in test.tasks), title=title)
    path = printed(made, test, Layout(is_large=is_large), tmp_path, ("a",))["a"]
    page = pages_of(path)[0]
    last = page.extract_text_lines()[-1]
    assert last["text"] == f"{foot} A 1 / 1"
    assert page.height - last["bottom"] > 6.5 * 72 / 25.4
    if name == "long":  # at the head it has lines of its own
        head = page.extract_text_lines()[:4]
        assert head[1]["text"].startswith(COAST)
        assert max(line["x0"] for line in head) - head[0]["x0"] < 1
        assert max(line["x1"] for line in head) <= last["x1"] + 0.5


KEYS_APART = {
    "one page": (20, 11.0, 1, False, 0.0),
    "two lines of a page": (20, 13.8, 1, True, -0.4),
    "a few answers": (20, 15.0, 2, False, 4.0),
    "a page nearly full": (20, 24.0, 2, False, 2.4),
    "a full one": (20, 26.4, 2, False, 0.0),
    "of several pages": (40, 15.0, 3, False, 3.0),
}
"""So many answers, so many millimetres tall; how many pages they take, if they are set close, and how much more is between them."""


@rows(("count", "height", "pages", "is_close", "apart"), KEYS_APART.values(), ids=KEYS_APART)
def test_the_last_page_of_a_key_has_more_than_a_few_lines(
    count: int, height: float, pages: int, apart: float, *, is_close: bool
) -> None:
    """Answers stand further apart, or closer where that saves the page; those of a key of one page do not."""
    millimetre = 96 / 25.4

    def lay_out(version: Version, setting: Setting) -> Sheets:
        each = height - 0.5 * setting.is_close + setting.apart
        a_page = int(265 // each)
        on_pages = [min(a_page, count - at) for at in range(0, count, a_page)]
        sheets = [
            SimpleNamespace(
                height=297 * millimetre, anchors={"task-1": (0, 0, 0, end * millimetre)}
            )
            for end in (17 + each * rows for rows in on_pages)
        ]
        return Sheets(version, setting, "", SimpleNamespace(pages=sheets))

    versions = [Version(letter, ClassTest((Part("write", tasks_of(count, 1)),))) for letter in "ab"]
    found = key_on_pages(versions, lay_out)
    assert [each.pages for each in found] == [pages] * 2
    assert {each.setting.is_close for each in found} == {is_close}
    assert [each.setting.apart for each in found] == [pytest.approx(apart, abs=0.3)] * 2


PICTURED = {
    "room for large ones": (12.0, 1, False),
    "a page more": (13.4, 1, True),
    "no room": (16.0, 2, False),
}
"""So many millimetres that twenty answers take with a picture of 5 cm, how many pages that is, and whether pictures are small."""


@rows(("height", "pages", "are_small"), PICTURED.values(), ids=PICTURED)
def test_pictures_of_a_key_are_small_where_that_saves_a_page(
    height: float, pages: int, *, are_small: bool
) -> None:
    """In one of 5 cm words can be read."""

    def lay_out(version: Version, setting: Setting) -> Sheets:
        tall = 20 * (height + 4 * (not setting.is_close) - setting.has_small_pictures)
        ends = [250.0, tall - 250] if tall > 250 else [tall]
        sheets = [
            SimpleNamespace(height=297 * 96 / 25.4, anchors={"task-1": (0, 0, 0, end * 96 / 25.4)})
            for end in ends
        ]
        return Sheets(version, setting, "", SimpleNamespace(pages=sheets))

    versions = [Version(letter, ClassTest((Part("write", tasks_of(2, 1)),))) for letter in "ab"]
    found = key_on_pages(versions, lay_out)
    assert [each.pages for each in found] == [pages] * 2
    assert {each.setting.has_small_pictures for each in found} == {are_small}


DEALT: dict[str, tuple[Form, float, int]] = {
    "in the middle": ("write", 60.0, 12),
    "what is matched as a whole": ("match", 60.0, 0),
    "a page that is half full": ("write", 200.0, 0),
}
"""How far down tasks go on the last of two pages; with which task that page begins then, if with another."""


@rows(("form", "end", "overleaf"), DEALT.values(), ids=DEALT)
def test_the_last_page_begins_earlier_where_it_has_few_tasks(
    form: Form, end: float, overleaf: int
) -> None:
    millimetre = 96 / 25.4
    tasks = tuple(replace(it, number=at) for at, it in enumerate(tasks_of(20, 1), start=1))

    def lay_out(version: Version, setting: Setting) -> Sheets:
        first = {
            f"task-{at}": (0, (20 + 12 * at) * millimetre, 0, (32 + 12 * at) * millimetre)
            for at in range(1, 20)
        }
        last = {"task-20": (0, 20 * millimetre, 0, end * millimetre)}
        sheets = [SimpleNamespace(height=297 * millimetre, anchors=it) for it in (first, last)]
        return Sheets(version, setting, "", SimpleNamespace(pages=sheets))

    version = Version("a", ClassTest((Part(form, tasks),)))
    (found,) = dealt((lay_out(version, Setting()),), lay_out)
    assert found.setting.overleaf == overleaf
    assert found.setting._replace(overleaf=0) == Setting()


EVENED: dict[str, tuple[Form, tuple[int, int], list[int]]] = {
    "a page less": ("write", (9, 8), [5, 0]),
    "as many": ("write", (8, 8), [0, 0]),
    "what is matched as a whole": ("match", (9, 8), [0, 0]),
}
"""How many of nine tasks a page of each version holds; with which its last page begins, if not as it comes."""


@rows(("form", "held", "overleaf"), EVENED.values(), ids=EVENED)
def test_both_versions_have_as_many_pages(
    form: Form, held: tuple[int, int], overleaf: list[int]
) -> None:
    tasks = tuple(replace(it, number=at) for at, it in enumerate(tasks_of(9, 1), start=1))

    def lay_out(version: Version, setting: Setting) -> Sheets:
        end = setting.overleaf or held["ab".index(version.letter)] + 1
        parts = [range(1, end), range(end, 10)] if end < 10 else [range(1, end)]
        places = ({f"task-{at}": (0, 90 * at, 0, 90 * at + 90) for at in part} for part in parts)
        sheets = [SimpleNamespace(height=1122, anchors=each) for each in places]
        return Sheets(version, setting, "", SimpleNamespace(pages=sheets))

    test = ClassTest((Part(form, tasks),))
    found = evened(tuple(lay_out(Version(each, test), Setting()) for each in "ab"), lay_out)
    assert [each.setting.overleaf for each in found] == overleaf


FEW = {
    "a few tasks": (60.0, 7.0),
    "half a page": (130.0, 4.0),
    "two thirds of a page": (214.0, 3.4),
    "nearly all": (240.0, 0.0),
}
"""How far down tasks go on the last of two pages, and how much further apart they are set."""


@rows(("end", "apart"), FEW.values(), ids=FEW)
def test_tasks_are_set_apart_where_few_are_on_the_last_page(end: float, apart: float) -> None:
    millimetre = 96 / 25.4
    test = ClassTest((Part("match", tasks_of(20, 1)),))

    def lay_out(version: Version, setting: Setting) -> Sheets:
        ends = (270, end + 20 * setting.apart)
        sheets = [
            SimpleNamespace(height=297 * millimetre, anchors={"task-1": (0, 0, 0, at * millimetre)})
            for at in ends
        ]
        return Sheets(version, setting, "", SimpleNamespace(pages=sheets))

    found = in_large_print([Version(letter, test) for letter in "ab"], lay_out)
    assert [each.setting.apart for each in found] == [pytest.approx(apart, abs=0.5)] * 2
