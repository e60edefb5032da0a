"""YAML as located nodes: scalars stay strings and know where they stand.

Reads the events of PyYAML's C parser, since only those tell positions. Anchors, aliases, tags and
deep nesting have no use in a deck and are reported, never followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from studyguide.deck import Text
from studyguide.slips import MOST_SLIPS, Problem, diagnose

_DEEPEST = 6
_ENDS = (MappingEndEvent, SequenceEndEvent)
_CONTROL = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@dataclass(slots=True)
class Branch:
    """A mapping (children: key, value, key, value …) or a sequence; `start` as in `Text`."""

    is_mapping: bool
    start: int
    children: "list[Node]"


@dataclass(slots=True)
class Plain:
    """An item of plain lines only: its keys, each known and there once, with their values."""

    start: int
    values: dict[str, Text]


Node = Text | Branch | Plain


def parse(text: str, start: int, end: int) -> tuple[Node | None, list[Problem]]:
    """Read one part of a text as YAML; give its root, or nothing, and everything wrong with it.

    Offsets count from the beginning of the whole text.
    """
    part = text[start:end]
    problems = [_control(match, start) for match in _CONTROL.finditer(part)][:MOST_SLIPS]
    reading = _Reading(_CONTROL.sub(" ", part) if problems else part, start)
    try:
        root = reading.root()
    except YAMLError as error:
        return None, [*problems, _syntax(text, start, error)]
    return root, problems + reading.slips


def _control(match: re.Match[str], base: int) -> Problem:
    message = f"the control character U+{ord(match.group()):04X} cannot stand in a deck"
    return Problem(base + match.start(), 1, "yaml-character", message, "delete it")


def _syntax(text: str, base: int, error: YAMLError) -> Problem:
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = base + (problem.index if problem else 0)
    start = base + context.index if context else at
    return diagnose(
        text, max(min(start, at), base), at, getattr(error, "problem", "") or str(error)
    )


class _Reading:
    """One pass over the events of one part; `base` is where it begins in the whole text."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.slips: list[Problem] = []

    def root(self) -> Node | None:
        """Build the tree; raises `YAMLError` where the text is no YAML."""
        top: list[Node] = []
        self._build(top)
        if len(top) > 1:
            help = "keep one document a file: remove the `---` line"
            self._slip(top[1].start, "yaml-documents", "a second YAML document begins here", help)
        return top[0] if top else None

    def _build(self, top: list[Node]) -> None:
        """Append the roots of all documents to `top`."""
        stack: list[Branch] = []
        children = top
        events: Iterator[Any] = iter(CParser(self.text).get_event, None)
        for event in events:
            kind = event.__class__
            if kind is ScalarEvent:
                children.append(Text(event.value, self.base + event.start_mark.index))
                self._refuse_decoration(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = self.base + event.start_mark.index
                branch = Branch(kind is MappingStartEvent, start, [])
                children.append(branch if len(stack) < _DEEPEST else Text("", start))
                self._refuse_decoration(event)
                if len(stack) == _DEEPEST:
                    self._slip(start, "yaml-nesting", "this is nested too deeply", _FLAT)
                stack.append(branch)
                children = branch.children
            elif kind in _ENDS:
                stack.pop()
                children = stack[-1].children if stack else top
            elif hasattr(event, "anchor"):
                start = self.base + event.start_mark.index
                self._slip(start, "yaml-alias", "YAML aliases are not followed", _WRITTEN_OUT)
                children.append(Text("", start))

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor or event.tag:
            what, mark = ("anchor", "&") if event.anchor else ("tag", "!")
            message = f"a YAML {what} has no use here"
            help = f"remove it, or quote the value if it begins with `{mark}`"
            self._slip(self.base + event.start_mark.index, f"yaml-{what}", message, help)

    def _slip(self, start: int, code: str, message: str, help: str) -> None:
        if len(self.slips) < MOST_SLIPS:
            self.slips.append(Problem(start, 1, code, message, help))


_FLAT = "no value in a deck is nested so deeply; compare the examples in the README"
_WRITTEN_OUT = "write the value out, or quote it if it begins with `*`"
