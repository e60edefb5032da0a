"""Records: JSON, JSON Lines, YAML, as programs and language models write them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import IO, Any

from studyguide.deck.file import Text
from studyguide.drafts.readers.card import LARGEST_FIELD, Card, Value
from studyguide.drafts.readers.decoding import read_text
from studyguide.errors import StudyGuideError
from studyguide.loading.nodes import Node, Plain, parse

_DOCUMENT = re.compile(r"^(?:---(?=\s|$)|\.\.\.[^\S\n]*$)", re.MULTILINE)
"""What parts the documents of a stream of YAML."""

_DEEPEST = 4
_LONGEST_LINE = LARGEST_FIELD * 4
_FENCE = "```"


def read_json(path: Path) -> Iterator[Card]:
    """Yield the records of a JSON file: a list, or a list somewhere in a mapping."""
    text = read_text(path)
    try:
        told = _loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            yield from read_lines(text.splitlines())
            return
        raise StudyGuideError(f"{path} is no JSON: {error or 'too deep'}") from error
    yield from _cards(told, path)


def read_json_lines(path: Path) -> Iterator[Card]:
    """Yield the records of a file that has one in each line."""
    yield from read_lines(read_text(path).split("\n"))


def lines_of(stream: IO[str]) -> Iterator[str]:
    """Yield the lines of a stream as they come; one that is too long, or never ends, is cut."""
    while line := stream.readline(_LONGEST_LINE + 2):
        yield line
        while len(line) > _LONGEST_LINE and line[-1] != "\n":
            line = stream.readline(_LONGEST_LINE + 2) or "\n"


def read_lines(lines: Iterable[str]) -> Iterator[Card]:
    """Yield a card for each line, as soon as it is there; empty lines are passed over."""
    index = 0
    for number, line in enumerate(lines, start=1):
        text = line.strip().removeprefix("\ufeff")
        if not text or text.startswith(_FENCE):
            continue
        index += 1
        if len(text) > _LONGEST_LINE:
            yield Card(index, line=number, fault="this line is longer than 800,000 characters")
            continue
        try:
            told = _loads(text)
        except (ValueError, RecursionError) as error:
            yield Card(index, line=number, fault=f"this line is no JSON: {error or 'too deep'}")
            continue
        yield card_of(index, number, told)


def read_yaml(path: Path) -> Iterator[Card]:
    """Yield the records of a YAML file: of each of its documents a list, or one somewhere in a mapping."""
    text = read_text(path)
    marks = [found.span() for found in _DOCUMENT.finditer(text)]
    spans = pairwise([0, *(at for mark in marks for at in mark), len(text)])
    parts = [(start, end) for start, end in islice(spans, None, None, 2) if text[start:end].strip()]
    index = 0
    for start, end in parts or [(0, len(text))]:
        root, problems = parse(text, start, end)
        if root is None:
            said = problems[0].message if problems else "it is empty"
            raise StudyGuideError(f"{path} cannot be read as YAML: {said}")
        for card in _cards(_told(root), path):
            index += 1
            yield replace(card, index=index, line=index)


def _loads(text: str) -> Any:
    """Read JSON, every number as it is written."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def _told(node: Node) -> Any:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Plain):
        return {key: _told(value) for key, value in node.values.items()}
    if not node.is_mapping:
        return [_told(each) for each in node.children]
    keys = (key.value if isinstance(key, Text) else "" for key in node.children[::2])
    return dict(zip(keys, map(_told, node.children[1::2]), strict=True))


def _cards(told: Any, path: Path) -> Iterator[Card]:
    records = _records(told, _DEEPEST)
    if records is None:
        raise StudyGuideError(f"{path} holds no list of cards")
    for index, record in enumerate(records, start=1):
        yield card_of(index, index, record)


def _records(told: Any, depth: int) -> list[Any] | None:
    """Find the first list of mappings; one mapping alone is a list of one."""
    if isinstance(told, list):
        return told if any(isinstance(each, dict) for each in told) or not told else None
    if not isinstance(told, dict) or not depth:
        return None
    for value in told.values():
        found = _records(value, depth - 1) if isinstance(value, list | dict) else None
        if found:
            return found
    return [told] if told and not any(isinstance(each, dict) for each in told.values()) else None


def card_of(index: int, line: int, record: Any) -> Card:
    """Make a card of a record, which should be a mapping."""
    if not isinstance(record, Mapping):
        return Card(index, line=line, fault="this is no mapping of keys to values")
    try:
        fields = {
            str(key): value for key, each in record.items() if (value := _value(each)) is not None
        }
    except (
        ValueError,
        RecursionError,
    ) as error:  # a program's number of too many digits, lists in themselves
        return Card(index, line=line, fault=f"a value in it cannot be written: {error}")
    return Card(index, fields, line)


def _value(told: Any) -> Value | None:
    if told is None or told == "":
        return None
    if isinstance(told, bool):
        return "yes" if told else "no"
    if isinstance(told, list | tuple):
        return tuple(str(each) for each in told if not isinstance(each, list | dict | None))
    if isinstance(told, Mapping):
        return {str(key): str(value) for key, value in told.items()}
    return str(told)
