r"""Markdown as people write cards in it.

`Q: … A: …` over as many lines as it takes; `front :: back` and `front ::: back` (both ways); a `?` or
`??` alone between the lines of question and answer; `START … END` around a note type and its fields;
sentences with `{{c1::…}}` or `==…==`; and, if there is nothing of that kind, headings with what
stands below them. Headings above are the deck, `#flashcards/part` a tag.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from studyguide.drafts.readers.card import Card
from studyguide.drafts.readers.decoding import read_text

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ASKED = re.compile(
    r"\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)?(?:Q|Question|Frage|F)\s*+\d*+\s*+[:.](?:\*\*|__)?\s*(.*)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\s*(?:[-*+]\s+)?(?:\*\*|__)?(?:A|Answer|Antwort)\s*+\d*+\s*+[:.](?:\*\*|__)?\s*(.*)",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?:[-*+]\s+)?(.+?)\s*(:::?)\s*(?![:])(.+)")
_CLOZE = re.compile(r"\{\{c\d+::")
_MARKED = re.compile(r"==([^=\n]+)==")
_TAG = re.compile(r"(?<!\S)#([^\W\d][\w/-]*)")
_LINKED_TAGS = re.compile(r"\[#([\w/-]+)\]\(\)")
_FIELD = re.compile(r"([A-Z][\w ]{0,30}):\s*(.*)")
_COMMENT = re.compile(r"<!--(?>(?:(?!<!--|-->).)*)-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class _Block(NamedTuple):
    """Some lines without an empty one between them, the first's number, and the headings above."""

    lines: tuple[str, ...]
    line: int
    headings: tuple[str, ...]


def read_markdown(path: Path) -> Iterator[Card]:
    """Yield the cards of a Markdown file. Raises `StudyGuideError` if it is no text."""
    text = read_text(path).replace("\0", "")
    text = _FRONT_MATTER.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    found = [*_cards(text.split("\n"))] or [*_by_headings(text.split("\n"))]
    yield from (replace(card, index=index) for index, card in enumerate(found, start=1))


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    headings: list[tuple[int, str]] = []
    block: list[str] = []
    start, is_code = 1, False
    for number, line in enumerate([*lines, ""], start=1):
        is_code ^= line.lstrip().startswith("```")
        heading = None if is_code else _HEADING.match(line)
        if (line.strip() and not heading) or is_code:
            start = start if block else number
            block.append(line.rstrip())
            continue
        if block:
            yield _Block(tuple(block), start, tuple(title for _, title in headings))
            block = []
        if heading:
            level = len(heading[1])
            headings = [each for each in headings if each[0] < level] + [
                (level, heading[2].rstrip("#").rstrip())
            ]


def _cards(lines: Sequence[str]) -> Iterator[Card]:
    """Yield the cards that some mark makes; an answer may go on after an empty line."""
    blocks = [*_blocks(lines)]
    at = 0
    while at < len(blocks):
        block, at = blocks[at], at + 1
        if block.lines[0].strip() == "START":
            inside = [*block.lines]
            is_ended = "END" in inside
            while not is_ended and at < len(blocks):
                is_ended = "END" in blocks[at].lines
                inside += ("", *blocks[at].lines)
                at += 1
            yield from _enclosed(block._replace(lines=tuple(inside)))
        elif _ASKED.match(block.lines[0]) and at < len(blocks) and _goes_on(block, blocks[at]):
            yield from _of_block(block._replace(lines=(*block.lines, *blocks[at].lines)))
            at += 1
        else:
            yield from _of_block(block)


def _goes_on(block: _Block, following: _Block) -> bool:
    """Whether the answer to a question stands after an empty line."""
    is_answered = any(_TOLD.match(line) for line in block.lines)
    return not is_answered and _TOLD.match(following.lines[0]) is not None


def _enclosed(block: _Block) -> Iterator[Card]:
    """Read `START`, a note type, its fields, `END`."""
    inside = [line for line in block.lines[1:] if line.strip() != "END"]
    if not inside:
        return
    fields: dict[str, list[str]] = {"Front": []}
    name = "Front"
    for line in inside[1:]:
        match = _FIELD.match(line)
        if match and (match[1] in ("Front", "Back", "Text", "Extra", "Tags") or fields["Front"]):
            name = match[1]
            fields.setdefault(name, []).append(match[2])
        elif not line.startswith("<!--ID"):
            fields[name].append(line)
    told = {key: "\n".join(value).strip() for key, value in fields.items() if any(value)}
    yield _card(told, block, form=inside[0].strip())


def _of_block(block: _Block) -> Iterator[Card]:
    lines = block.lines
    asked = [at for at, line in enumerate(lines) if _ASKED.match(line)]
    parted = next((at for at, line in enumerate(lines) if line.strip() in ("?", "??")), 0)
    if asked and any(_TOLD.match(line) for line in lines):
        for start, end in zip(asked, [*asked[1:], len(lines)], strict=True):
            yield from _question(block._replace(lines=lines[start:end], line=block.line + start))
    elif 0 < parted < len(lines) - 1:
        front, back = "\n".join(lines[:parted]), "\n".join(lines[parted + 1 :])
        both = {"Reverse": "yes"} if lines[parted].strip() == "??" else {}
        yield _card({"Front": front, "Back": back, **both}, block)
    else:
        for at, line in enumerate(lines):
            yield from _inline(line, block._replace(line=block.line + at))


def _question(block: _Block) -> Iterator[Card]:
    """Read one question and its answer; whatever follows either belongs to it."""
    question, answer = [_ASKED.match(block.lines[0])[1]], list[str]()  # type: ignore[index]
    for line in block.lines[1:]:
        told = None if answer else _TOLD.match(line)
        if told:
            answer.append(told[1])
        else:
            (answer or question).append(line.strip())
    yield _card(
        {"Question": "\n".join(question).strip(), "Answer": "\n".join(answer).strip()}, block
    )


def _inline(line: str, block: _Block) -> Iterator[Card]:
    if _CLOZE.search(line) or _MARKED.search(line):
        text = line.strip().removeprefix("- ").removeprefix("* ")
        numbers = count(1)
        if not _CLOZE.search(text):
            text = _MARKED.sub(lambda found: f"{{{{c{next(numbers)}::{found[1]}}}}}", text)
        yield _card({"Text": text}, block, is_cloze=True)
    elif "::" in line and (match := _INLINE.fullmatch(" ".join(line.split()))):
        both = {"Reverse": "yes"} if match[2] == ":::" else {}
        yield _card({"Front": match[1], "Back": match[3], **both}, block)


def _by_headings(lines: Sequence[str]) -> Iterator[Card]:
    """Make a card of each heading that has text below it; a line `%` parts a longer front from it."""
    found: dict[tuple[str, ...], list[_Block]] = {}
    for block in _blocks(lines):
        if len(block.headings) > 1:
            found.setdefault(block.headings, []).append(block)
    for headings, blocks in found.items():
        text = "\n".join("\n".join(block.lines) for block in blocks)
        before, parted, after = text.partition("\n%\n")
        front = f"{headings[-1]}\n{before}" if parted else headings[-1]
        block = blocks[0]._replace(headings=headings[:-1])
        yield _card({"Front": front, "Back": after if parted else text}, block)


def _card(fields: dict[str, str], block: _Block, *, form: str = "", is_cloze: bool = False) -> Card:
    """Make a card; tags in its fields become its own."""
    found: list[str] = fields.pop("Tags", "").split()
    plain: dict[str, str] = {}
    for key, value in fields.items():
        found += _LINKED_TAGS.findall(value) + _TAG.findall(value)
        plain[key] = _TAG.sub("", _LINKED_TAGS.sub("", value)).strip()
    deck = "::".join(title for title in block.headings if title)
    tags = tuple(tag.replace("/", "::") for tag in dict.fromkeys(found))
    return Card(
        0,
        plain,
        block.line,
        is_markdown=True,
        is_cloze=is_cloze,
        form=form,
        deck=deck,
        tags=tags,
    )
