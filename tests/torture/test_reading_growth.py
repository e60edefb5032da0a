"""What a reader, a card or a template may hold, twice as much of it: at most 2.5 times as long."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from studyguide.anki.template_faults import BrokenError, parse
from studyguide.deck.file import File
from studyguide.drafts.draft import draft_of
from studyguide.drafts.plain import from_html
from studyguide.drafts.readers.card import Card
from studyguide.drafts.readers.markdown import read_markdown
from studyguide.edit.new_items import with_new_items
from studyguide.language.times.dates import time_of
from studyguide.loading.lost_text import merge_marks
from studyguide.lock.merge import read as read_lock
from studyguide.source.readers import format_of
from studyguide.source.readers.markdown import read_markdown as read_source
from studyguide.source.readers.text import document_of
from studyguide.source.source import read
from studyguide.system.terminal import _without_commands
from tests.torture.growth import is_linear

pytestmark = pytest.mark.torture


def _template(text: str) -> None:
    try:
        parse(text)
    except BrokenError:
        return


def _lock(count: int) -> str:
    entries = (
        f'"a": {{"modified": {n}, "digest": "", "clozes": {{"{n}": {n}}}}}' for n in range(count)
    )
    return f"{{{','.join(entries)}}}"


def _read_lock(text: str) -> None:
    try:
        read_lock(text)
    except ValueError:
        return


def _cards(folder: Path, text: str) -> None:
    path = folder / "cards.md"
    path.write_text(text, encoding="utf-8")
    for card in read_markdown(path):
        draft_of(card, {})


def of_cards(before: str, part: str, after: str = "") -> Callable[[int, Path], object]:
    return lambda count, folder: _cards(folder, before + part * count + after)


def _cut(text: str) -> None:
    assert read(text).sections


SHAPES: dict[str, tuple[int, Callable[[int, Path], object]]] = {
    "chapters": (8_000, lambda n, _: _cut("".join(f"Chapter {k}\n\nThe mill has.\n\n" for k in range(n)))),
    "chapters that fall": (8_000, lambda n, _: _cut("".join(f"Chapter {n - k}\n\nThe mill has.\n\n" for k in range(n)))),
    "paragraphs of far numbers": (4_000, lambda n, _: _cut("".join(f"{2 * k + 5}. The mill has.\n\n" for k in range(n)))),
    "comments before HTML": (500, lambda n, _: format_of(b"<!---->" * n + b"x")),
    "comments in comments": (800, lambda n, _: format_of(b"<!-- -->\n" * n)),
    "a long line": (200_000, lambda n, _: document_of("a" * n)),
    "a long line of words": (200_000, lambda n, _: document_of("The mill " * n)),
    "a long word, a break": (50_000, lambda n, _: document_of("x-\ny " + "a" * n)),
    "comments without an end": (20_000, lambda n, _: read_source(b"<div>\n" + b"<!--" * n)),
    "blanks in front matter": (20_000, lambda n, _: read_source(b"---\ntitle: a" + b" " * n + b"b\n---\n\nx\n")),
    "blanks in a heading": (20_000, lambda n, _: read_source(b"# a" + b" " * n + b"b\n")),
    "figures of a date": (20_000, lambda n, _: time_of("1" * n)),
    "blanks of a date": (20_000, lambda n, _: time_of("1" + " " * n + "x")),
    "ages of a date": (20_000, lambda n, _: time_of("siglo once y twenty-first century of " * (n // 20))),
    "figures of a front": (10_000, lambda n, _: draft_of(Card(1, {"Front": "1 " * n + "!", "Back": "b"}), {})),
    "an attribute": (40_000, lambda n, _: from_html(f"<img {'a' * n}>")),
    "a heading of marks": (4_000, of_cards("# ", "# ", "x")),
    "blanks in a heading of cards": (10_000, of_cards("# a", " ", "x")),
    "blanks after Q": (10_000, of_cards("Q", " ", "x")),
    "blanks after A": (10_000, of_cards("Q: a\nA", " ", "x")),
    "wide blanks before colons": (10_000, of_cards("a", "\u2003", "b :: ")),
    "a start without an end": (4_000, of_cards("START\nBasic\n", "a\n\n")),
    "marks in a line": (2_000, of_cards("", "==a== ")),
    "marks of a merge": (40_000, lambda n, _: merge_marks("<<<<<<< a\n" * n)),
    "comments of a template": (40_000, lambda n, _: _template("<!--" * n)),
    "one item often in a lock": (1_500, lambda n, _: _read_lock(_lock(n))),
    "empty lines printed": (20_000, lambda n, _: _without_commands("\n" * n + "x")),
}  # fmt: skip


SECTION = "section: 1\nitems:\n  - id: a\n    question: b\n"
LINES = ("  - id: c", "    question: d")
SHAPES["empty lines between items"] = (
    8_000,
    lambda n, folder: with_new_items(File(folder, SECTION + "\n" * n + "  - id: b\n"), [LINES]),
)


@pytest.mark.parametrize(("count", "shape"), SHAPES.values(), ids=SHAPES)
def test_twice_as_much_is_read_in_little_more_than_twice_the_time(
    tmp_path: Path, count: int, shape: Callable[[int, Path], object]
) -> None:
    def taken(count: int) -> float:
        begun = time.process_time()
        shape(count, tmp_path)
        return time.process_time() - begun

    taken(10)
    assert is_linear(taken, count)
