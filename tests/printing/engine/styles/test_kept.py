"""Style sheets that are kept: the same comes of them as of those that are parsed, and nothing of what was said is lost."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studyguide.printing.engine.styles import kept
from studyguide.printing.press.pdf import load
from studyguide.system import user_cache
from tests.printing.engine.styles.test_kinds import PAGES
from tests.table import rows

PARSED_AGAIN = {"drawings", "inherited, initial"}
"""Where something is said of what is not known."""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    _as_in_another_process()
    yield
    _as_in_another_process()


def _as_in_another_process() -> None:
    kept._known.cache_clear()
    kept._used.cache_clear()


def parsed(text: str) -> tuple[Any, bool]:
    """Give a style sheet, and whether it had to be parsed."""
    made: Any = load().CSS
    calls = list[str]()
    sheet = kept.sheet(made, text, lambda: calls.append(text) or made(string=text, base_url="x:/"))
    return sheet, bool(calls)


_AT = re.compile(" at 0x[0-9a-f]+")


def told(sheet: Any) -> list[object]:
    """Tell all that a style sheet is made of."""
    fields = vars(sheet.matcher).items()
    groups = [
        (name, *each) for name, field in fields if isinstance(field, dict) for each in field.items()
    ]
    groups += [(name, "", field) for name, field in fields if isinstance(field, list)]
    tests = [
        (name, key, test.__code__, order, part, _AT.sub("", repr(what)), layer)
        for name, key, entries in groups
        for test, _, order, part, (what, layer) in entries
    ]
    pages = [(repr(selectors), repr(what)) for _, selectors, what in sheet.page_rules]
    return [tests, pages, sheet.layers, sheet.base_url]


@rows("name", PAGES, ids=PAGES)
def test_it_is_as_it_was_parsed(name: str) -> None:
    text, made = PAGES[name][0], load().CSS
    expected = told(made(string=text, base_url="x:/"))
    _as_in_another_process()
    assert told(parsed(text)[0]) == expected
    _as_in_another_process()
    sheet, is_parsed = parsed(text)
    assert told(sheet) == expected
    assert is_parsed == (name in PARSED_AGAIN)


def test_what_was_said_is_said_again(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING, "weasyprint"):
            assert parsed("p { colour: red }")[1]
        assert "colour" in caplog.text
        _as_in_another_process()


def test_the_last_ones_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    for text in ("a { top: 1px }", "b { top: 1px }", "a { top: 1px }", "i { top: 1px }"):
        parsed(text)
        _as_in_another_process()
    assert [parsed(f"{each} {{ top: 1px }}")[1] for each in "ib"] == [False, False]
    assert parsed("a { top: 1px }")[1]


def test_what_others_have_put_there_is_not_read() -> None:
    parsed("a { top: 1px }")
    folder = user_cache._folder()
    assert folder
    (path,) = folder.iterdir()
    path.write_bytes(b"0" * 64 + b"\n" + path.read_bytes().partition(b"\n")[2])
    _as_in_another_process()
    assert parsed("a { top: 1px }")[1]
