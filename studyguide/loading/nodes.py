"""YAML as located nodes: scalars stay strings and know where they stand.

Reads the events of PyYAML's C parser, since only those tell positions. Anchors, aliases, tags and
deep nesting have no use in a deck and are reported, never followed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from studyguide.deck.file import Text
from studyguide.loading.diagnostics import NOWHERE
from studyguide.loading.syntax import (
    MOST_SLIPS,
    Problem,
    Stuck,
    Suspect,
    lookalike,
    suspects_in,
    unknown,
)
from studyguide.patterns import compiled_late, lazy

with compiled_late():  # a third of what loading it takes
    from yaml import (
        AliasEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        YAMLError,
    )
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

CONTROL = r"\x00-\x1f\x7f-\x9f"
BREAKS = "\u2028\u2029\ufeff\ufffe\uffff"
"""What cannot stand in a line of a deck: as part of a character class, and what else there is."""

_CONTROL = lazy(rf"(?![\t\n\r])[{CONTROL}{BREAKS}\ud800-\udfff]")
_ESCAPE = lazy(r"\\(?:x(..)|u(....)|U(........)|.)", re.DOTALL)
_NAMED = {"0": 0, "a": 7, "b": 8, "v": 11, "f": 12, "e": 27, "N": 0x85, "L": 0x2028, "P": 0x2029}
"""What stands for a control character in double quotation marks, by its letter."""

_DEEPEST = 6
_LONGEST_MENDED, _MOST_SUSPECTS = 20_000, 40  # mending reads a part once for each suspect
_ENDS = (MappingEndEvent, SequenceEndEvent)


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
    values: "dict[str, Node]"


Node = Text | Branch | Plain
Span = tuple[int, int]


def parse(text: str, start: int, end: int) -> tuple[Node | None, list[Problem]]:
    """Read one part of a text as YAML; give its root, or nothing, and everything wrong with it.

    Offsets count from the beginning of the whole text. A value that YAML cannot read does not hide
    what stands around it: it is reported, and `NOWHERE` takes its place.
    """
    part = text[start:end]
    is_told = not part.replace("\n", "").isprintable()  # only then may any of them be there
    controls = [match.span() for match in (_CONTROL.finditer(part) if is_told else ())]
    wrong = [_control(part[at], at) for at, _ in controls[:MOST_SLIPS]]
    reading = _Reading(_CONTROL.sub(" ", part) if controls else part, start, controls)
    try:
        root = reading.root()
    except YAMLError as error:
        root, slips = (None, []) if wrong else _mended(reading, _stuck(error))
        wrong += slips
    else:
        wrong += reading.slips
    return root, [problem._replace(start=problem.start + start) for problem in wrong]


def _control(sign: str, at: int) -> Problem:
    message = f"the control character U+{ord(sign):04X} cannot stand in a deck"
    return Problem(at, 1, "yaml-character", message, "delete it")


def _escaped(written: str) -> tuple[int, str] | None:
    """Find where a value in double quotation marks writes a control character, and which."""
    for each in _ESCAPE.finditer(written):
        code = next(filter(None, each.groups()), "")
        sign = chr(int(code, 16) if code else _NAMED.get(each[0][1], 32))
        if _CONTROL.match(sign):
            return each.start(), sign
    return None


def _mended(reading: "_Reading", stuck: Stuck) -> tuple[Node | None, list[Problem]]:
    """Read a part that is no YAML without the values that are to blame, if those can be found."""
    if slip := lookalike(reading.text, stuck):
        return None, [slip]
    part, spoilt, found = reading.text, [*reading.spoilt], list[Problem]()
    left: Stuck | None = stuck
    while left and len(found) < MOST_SLIPS and (best := _culprit(part, left)):
        suspect, part, left = best
        found.append(suspect.problem)
        spoilt.append((suspect.start, suspect.end))
        if suspect.hides_the_rest:
            return None, found
    if left:
        return None, found or [unknown(part, left)]
    again = _Reading(part, reading.base, spoilt)
    return again.root(), found + again.slips


def _culprit(part: str, stuck: Stuck) -> tuple[Suspect, str, Stuck | None] | None:
    """Find the suspect without which YAML gets furthest; give also the part without it."""
    if len(part) > _LONGEST_MENDED:
        return None
    trials = []
    for suspect in islice(suspects_in(part, stuck), _MOST_SUSPECTS):
        without = suspect.taken_from(part)
        left = _trial(without)
        if left != stuck:
            trials.append((suspect, without, left))
    return max(trials, key=lambda trial: trial[2].at if trial[2] else len(part) + 1, default=None)


def _trial(part: str) -> Stuck | None:
    """Tell where YAML gives up a part, if anywhere."""
    try:
        for _ in _events(part):
            pass
    except YAMLError as error:
        return _stuck(error)
    return None


def _stuck(error: YAMLError) -> Stuck:
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = problem.index if problem else 0
    start = context.index if context else at
    return Stuck(at, start, getattr(error, "problem", None) or str(error))


def _events(part: str) -> Iterator[Any]:
    return iter(CParser(part).get_event, None)


class _Reading:
    """One pass over the events of one part; `base` is where it begins in the whole text.

    Scalars that touch one of the `spoilt` spans of the part are replaced with `NOWHERE`.
    """

    def __init__(self, text: str, base: int, spoilt: Sequence[Span]) -> None:
        self.text = text
        self.base = base
        self.spoilt = spoilt
        self.slips: list[Problem] = []

    def root(self) -> Node | None:
        """Build the tree; raises `YAMLError` where the text is no YAML."""
        top: list[Node] = []
        self._build(top)
        if len(top) > 1:
            message = "a second YAML document begins here"
            help = "keep one document a file: remove the `---` line"
            self._slip(top[1].start - self.base, "yaml-documents", message, help)
        return top[0] if top else None

    def _build(self, top: list[Node]) -> None:
        """Append the roots of all documents to `top`; nothing of what is nested too deeply."""
        stack: list[Branch] = []
        children = top
        for event in _events(self.text):
            kind = event.__class__
            if kind is ScalarEvent:
                children.append(self._scalar(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                if len(stack) == _DEEPEST:
                    self._slip(start, "yaml-nesting", "this is nested too deeply", _FLAT)
                    top.clear()
                    return
                self._refuse_decoration(event)
                stack.append(Branch(kind is MappingStartEvent, start + self.base, []))
                children.append(stack[-1])
                children = stack[-1].children
            elif kind in _ENDS:
                stack.pop()
                children = stack[-1].children if stack else top
            elif kind is AliasEvent:
                start = event.start_mark.index
                self._slip(start, "yaml-alias", "YAML aliases are not followed", _WRITTEN_OUT)
                children.append(NOWHERE)

    def _scalar(self, event: Any) -> Text:
        start, end = event.start_mark.index, event.end_mark.index
        if self.spoilt and any(first < end and start < last for first, last in self.spoilt):
            return NOWHERE
        if event.anchor or event.tag:
            self._refuse_decoration(event)
            return NOWHERE
        is_escaped = event.style == '"' and _CONTROL.search(event.value)
        if is_escaped and (found := _escaped(self.text[start:end])):
            self._note(_control(found[1], start + found[0]))
            return NOWHERE
        value = event.value.rstrip("\n") if event.style in ("|", ">") else event.value
        return Text(value, start + self.base)

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor or event.tag:
            what, mark = ("anchor", "&") if event.anchor else ("tag", "!")
            message = f"a YAML {what} has no use here"
            help = f"remove it, or quote the value if it begins with `{mark}`"
            self._slip(event.start_mark.index, f"yaml-{what}", message, help)

    def _slip(self, start: int, code: str, message: str, help: str) -> None:
        self._note(Problem(start, 1, code, message, help))

    def _note(self, problem: Problem) -> None:
        if len(self.slips) < MOST_SLIPS:
            self.slips.append(problem)


_FLAT = "no value in a deck is nested so deeply; compare the examples in the README"
_WRITTEN_OUT = "write the value out, or quote it if it begins with `*`"
