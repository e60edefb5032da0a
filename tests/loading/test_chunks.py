"""The quick reading of plain items against YAML's own, and no text that makes reading fail."""

import tempfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from studyguide.deck.file import Text
from studyguide.errors import StudyGuideError
from studyguide.loading import chunks, nodes
from studyguide.loading.load import load
from studyguide.loading.nodes import BREAKS, Branch, Node, Plain
from studyguide.loading.schema_item import ITEM_KEYS
from studyguide.loading.syntax import Problem
from tests.places import ROOT
from tests.table import rows

DECK_TEXT = """\
id: mills
title: Mills
language: en
aliases: {ebb: low tide}
quotation: {share: 0.25, run: 15}
openings: {2: The pond}
"""
TIDE_MILLS = ROOT / "cards" / "tide-mills"
SECTIONS = [path.read_text("utf-8") for path in sorted(TIDE_MILLS.glob("[0-9]-*.yaml"))]

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
thorough = settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))

SIGN_LIST = [
    *"aZ09 éß…“”‘’–«Ж炭😀\u00a0\u00ad\u200b\u3000\ue000\u1680",
    *"'\"`:#-?,[]{}&*!|>%@~=<\\./()+_$^;",
    *"\t\n\r\u2028\x85\ufeff\x07",
    *(
        ": ",
        " #",
        "- ",
        "--",
        "---",
        "...",
        "''",
        '\\"',
        "{{c1::",
        "}}",
        "yes",
        "null",
        "1e3",
        "  ",
    ),
    *("\r\n", "\n\n", "\n    ", "\n  ", "\n  - ", "\n    note: ", "\n# a: b\n", " # c"),
    *("&a ", "*a", "!!str ", "\n---\n", "\n...\n"),
]
SIGNS = st.sampled_from(SIGN_LIST)
LINES = [
    "id: item-1",
    "question: What did “he” say, and why?",
    "answer: the miners’ 40 demands (all of them)",
    "evidence: [list of … demands, “c d”]",
    "evidence: list of … demands",
    'answer: "40"',
    "answer: [a b, c]",
    'wording: {my: its, the word: "its, word"}',
    "cloze: Fresh groups came out at {{c1::Karaganda::a town}}.",
    "note: see https://example.org/a#b, C#, a:b",
    "tags: [a::b]",
    "reverse: yes",
]
EDIT = st.tuples(st.integers(0, 400), st.integers(0, 3), SIGNS)
EDITS = st.lists(EDIT, max_size=4)


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """Replace some characters at some places by others."""
    for place, length, signs in edits:
        at = place % (len(text) + 1)
        text = text[:at] + signs + text[at + length * (place % 2) :]
    return text


@st.composite
def item_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Draw an item, not always quite as it should be, and how its dash is indented."""
    indent = draw(st.sampled_from(["", "  ", "    "]))
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=4, unique=True))
    ending = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = (
        f"{indent}- "
        + f"{ending}{indent}  ".join(lines)
        + draw(st.sampled_from([ending, "", "\n\n"]))
    )
    return indent, edited(text, draw(EDITS))


def comparable(node: Node | None) -> object:
    """Give a tree's keys, values and places in a form that both ways of reading have."""
    if isinstance(node, Plain):
        return node.start, [(key, comparable(value)) for key, value in node.values.items()]
    if isinstance(node, Branch) and node.is_mapping:
        keys = [
            key.value if isinstance(key, Text) else comparable(key) for key in node.children[::2]
        ]
        return node.start, [*zip(keys, map(comparable, node.children[1::2]), strict=True)]
    if isinstance(node, Branch):
        return node.start, [comparable(child) for child in node.children]
    return node


def hold_against_yaml(drawn: tuple[str, str], before: str) -> bool:
    """Read an item in both ways; tell whether the quick one could."""
    indent, item = drawn
    text, start = before + item, len(before)
    if any(sign in text for sign in BREAKS):
        return False
    plain = chunks._plain(text, start, len(text), chunks._Leads.of(indent, ITEM_KEYS))
    if plain:
        root, problems = nodes.parse(text, start, len(text))
        assert problems == []
        assert isinstance(root, Branch)
        assert [comparable(each) for each in root.children] == [comparable(plain)]
    return bool(plain)


BEFORE = st.sampled_from(["", "é😀\n", "\r\n\r\n"])


@rows(
    "line",
    [
        "answer: ~a b",
        "answer: a~b c",
        "answer: a ~ b",
        "answer: a b~",
        "answer: a b ~",
        "answer:~a b",
        "answer~: a",
        "ans~wer: a",
        '~answer: "a"',
        'answer: "~a b"',
        'answer: "a~b"',
        'answer: "a b~"',
        'answer: "a"~',
        "answer: ~[a, b]",
        "answer: [~a, b]",
        "answer: [a~b, c]",
        "answer: [a ~ b, c]",
        "answer: [a~, b]",
        "answer: [a,~b]",
        "answer: [a, b~]",
        "answer: [a, b]~",
        'answer: [a, "~b", c]',
        'answer: [a, "b"~, c]',
        'answer: [a,~"b"]',
        "wording: {~a: b, c: d}",
        "wording: {a~b: c}",
        "wording: {a~: b}",
        "wording: {a:~b}",
        "wording: {a: b~c}",
        "wording: {a: ~b}",
        "wording: {a: b~, c: d}",
        'wording: {"a"~: b}',
        'wording: {a: "b~"}',
        "wording: {a: b}~",
    ],
)
@rows("rest", ["", "\nnote: b"])
def test_any_sign_at_any_place_is_read_as_yaml_reads_it(line: str, rest: str) -> None:
    for sign in [*SIGN_LIST, "", "::", "{", "\\u0041", "a" * 600, "a" * 1200]:
        for indent in ("", "  "):
            text = f"{indent}- id: a\n{line.replace('~', sign)}{rest}\n"
            hold_against_yaml((indent, text.replace("\n", f"\n{indent}  ").rstrip(" ")), "")


@quick
@given(item_texts(), BEFORE)
def test_plain_items_are_read_as_yaml_reads_them(drawn: tuple[str, str], before: str) -> None:
    event(f"plain: {hold_against_yaml(drawn, before)}")


@pytest.mark.torture
@thorough
@given(item_texts(), BEFORE)
def test_many_plain_items_are_read_as_yaml_reads_them(drawn: tuple[str, str], before: str) -> None:
    event(f"plain: {hold_against_yaml(drawn, before)}")


FILE_EDIT = st.tuples(st.integers(0, 6_000), st.integers(0, 40), SIGNS)
FILES = st.builds(edited, st.sampled_from(SECTIONS), st.lists(FILE_EDIT, max_size=6))


def read_without_haste(text: str) -> tuple[Node | None, list[Problem]]:
    """Read a file with nothing but YAML's own parser for the items."""
    with patch.object(chunks, "_plain", lambda *_: None):
        return chunks.read(text, ITEM_KEYS)


def hold_files_against_yaml(text: str) -> None:
    root, problems = chunks.read(text, ITEM_KEYS)
    slow_root, slow_problems = read_without_haste(text)
    assert comparable(root) == comparable(slow_root)
    assert problems == slow_problems
    assert all(0 <= problem.start <= len(text) and problem.help for problem in problems)


@rows("text", SECTIONS)
def test_real_sections_are_read_as_yaml_reads_them(text: str) -> None:
    hold_files_against_yaml(text)


@quick
@given(FILES)
def test_edited_sections_are_read_as_yaml_reads_them(text: str) -> None:
    hold_files_against_yaml(text)


@pytest.mark.torture
@thorough
@given(FILES)
def test_many_edited_sections_are_read_as_yaml_reads_them(text: str) -> None:
    hold_files_against_yaml(text)


@quick
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    hold_files_against_yaml(text)


@quick
@given(st.lists(SIGNS, max_size=60).map("".join))
def test_any_signs_can_be_read(text: str) -> None:
    hold_files_against_yaml(text)


@pytest.mark.torture
@thorough
@given(st.lists(st.one_of(SIGNS, st.sampled_from(LINES)), max_size=40).map("".join))
def test_many_signs_can_be_read(text: str) -> None:
    hold_files_against_yaml(text)


def load_bytes(section: bytes, deck: bytes) -> None:
    """Load a deck of these files; anything but a `StudyGuideError` fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "deck.yaml").write_bytes(deck)
        (Path(folder) / "1.yaml").write_bytes(section)
        with suppress(StudyGuideError):
            read, findings = load(Path(folder))
            for finding in findings:
                assert finding.is_error or finding.code in ("value-cut", "markup-literal")
                assert finding.message
                assert finding.help
                assert finding.location.line >= 1
                assert finding.location.column >= 1
                assert finding.location.length >= 1
            assert read is None or findings or all(item.id.value for item in read.items)


@quick
@given(st.one_of(st.binary(max_size=200), FILES.map(str.encode)))
def test_any_bytes_can_be_loaded_as_a_section(data: bytes) -> None:
    load_bytes(data, DECK_TEXT.encode())


@quick
@given(st.builds(lambda text, edits: edited(text, edits).encode(), st.just(DECK_TEXT), EDITS))
def test_any_deck_file_can_be_loaded(data: bytes) -> None:
    load_bytes(SECTIONS[0].encode(), data)


@pytest.mark.torture
@thorough
@given(FILES.map(str.encode), st.one_of(st.just(DECK_TEXT.encode()), st.binary(max_size=40)))
def test_many_edited_sections_can_be_loaded(data: bytes, deck: bytes) -> None:
    load_bytes(data, deck)
