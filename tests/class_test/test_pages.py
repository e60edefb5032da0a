"""Twenty items stand on two pages, their key on one, in both versions, whatever they are."""

import os
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from studyguide.class_test.compose import class_test
from studyguide.class_test.tasks import ClassTest, Part, Task
from studyguide.guide.choice import Choice, chosen
from studyguide.guide.guide import Guide, compose
from studyguide.loading.load import load
from studyguide.lock.on_disk import open_lock
from studyguide.printing.class_test.write import write_test
from studyguide.printing.press.options import Layout, Paper
from studyguide.source.source import read
from studyguide.templates import Templates
from tests.places import CARDS, DECKS
from tests.printing.reading import entry, small_guide, text_of


def printed(guide: Guide, test: ClassTest, layout: Layout, into: Path) -> dict[str, Path]:
    paths = {f"{letter}{'-key' * key}": (letter, key) for letter in "ab" for key in (False, True)}
    files = {into / f"{name}.pdf": told for name, told in paths.items()}
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


LONG = {
    "closer": pytest.param(19, 0, 8, marks=pytest.mark.torture),
    "with other items": (17, 2, 2),
    "with fewer lines": pytest.param(0, 0, 2, marks=pytest.mark.torture),
}


@pytest.mark.parametrize(("short", "spares", "words"), LONG.values(), ids=LONG)
def test_twenty_items_are_brought_onto_two_pages(
    tmp_path: Path, short: int, spares: int, words: int
) -> None:
    tasks = (*tasks_of(short, words), *tasks_of(20 - short, 100, "long"))
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


LISTED = {"alone": (0, 24), "with others": (13, 24), "none": (14, 0)}


@pytest.mark.parametrize(("others", "entries"), LISTED.values(), ids=LISTED)
def test_pages_that_have_room_give_it_for_lines(tmp_path: Path, others: int, entries: int) -> None:
    """A line for each entry of a list at least, the same in both versions, and no page that is half empty."""
    parts = [f"loft {at}" for at in range(entries)]
    listed = [Task(entry("question", "list", "Which lofts?", *parts), "write")] if parts else []
    tasks = (*tasks_of(others, 8), *listed)
    test = ClassTest((Part("write", tasks),))
    paths = printed(small_guide(*(task.entry for task in tasks)), test, Layout(), tmp_path)
    found = [rules(paths[letter]) for letter in "ab"]
    assert sum(found[0]) == sum(found[1]) >= entries + 2 * others
    assert [len(each) == 1 or each[-1] >= 18 for each in found] == [True, True]


def test_a_date_is_asked_for_and_the_key_tells_where_else(tmp_path: Path) -> None:
    """Whatever it is the date of: "What happened?" has no answer where a day is only named."""
    dated = Task(entry("date", "d", "August 1", "The day named in an appeal"), "write")
    tasks = (dated, replace(dated, entry=replace(dated.entry, id="e"), also=("1.4", "2.2")))
    guide = small_guide(*(task.entry for task in tasks))
    paths = printed(guide, ClassTest((Part("write", tasks),)), Layout(), tmp_path)
    assert text_of(paths["a"]).count("August 1: what does the text say of it?") == 2
    assert text_of(paths["a-key"]).count("The day named in an appeal (also 1.4, 2.2)") == 1


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
