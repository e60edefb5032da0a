"""Text that a file seems to hold and YAML does not see: behind ` #`, between the marks of a merge."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from studyguide.deck.file import Text
from studyguide.finding import Finding
from studyguide.loading.diagnostics import Diagnostics
from studyguide.loading.nodes import Node, Plain
from studyguide.loading.syntax import Problem, quoted
from studyguide.patterns import lazy

_MERGE, _MERGE_END = lazy(r"^<{7} ", re.MULTILINE), lazy(r"^>{7} ", re.MULTILINE)
_HASH = lazy(
    r"(?<=[^\s.?!]) #(?:(?=\S)|(?=[ \t]{1,2000}+\S[^\n]{0,2000}[.?!]\r?$))|(?<=[.?!]) #(?=\S)",
    re.MULTILINE,
)
_NOT_PLAIN = tuple("\"'|>[{&*!")


def merge_marks(text: str) -> Problem | None:
    """Find the marks that git leaves where it could not merge; one sentence says where they are."""
    found = _MERGE.search(text)
    end = found and _MERGE_END.search(text, found.end())
    if not found or not end:
        return None
    first = text.count("\n", 0, found.start()) + 1
    last = text.count("\n", 0, end.start()) + 1
    message = f"git could not merge this file: its marks stand in lines {first} to {last}"
    help = "choose what stays, delete the lines with <<<<<<<, ======= and >>>>>>>, and check again"
    return Problem(found.start(), 7, "merge-marks", message, help)


def cut_values(read: Diagnostics, root: Node | None) -> Iterator[Finding]:
    """Warn of a value that ends at ` #`: YAML takes what follows for a comment.

    Whoever means a comment leaves two spaces before it, or one behind; where the rest of a line ends
    like a sentence that the value has begun, that is no sign of one.
    """
    text = read.file.text
    marks = [match.start() for match in _HASH.finditer(text)] if " #" in text else []
    if root is None or not marks:
        return
    values = sorted((each for each in _scalars(root) if each.value), key=lambda each: each.start)
    starts = [value.start for value in values]
    ids = sorted(read.ids, key=lambda each: each.start) if read.section else []
    for mark in marks:
        index = bisect_right(starts, mark) - 1
        if index >= 0 and _ends_at(read, values[index], mark):
            before = bisect_right(ids, mark, key=lambda each: each.start)
            item = ids[before - 1].value if before else ""
            yield _cut(read, values[index], mark, item)


def _ends_at(read: Diagnostics, value: Text, mark: int) -> bool:
    text = read.file.text
    if text.startswith(_NOT_PLAIN, value.start) or mark - value.start > 2 * len(value.value) + 200:
        return False
    return read.file.offset(value, len(value.value)) == mark + 1


def _cut(read: Diagnostics, value: Text, mark: int, item: str) -> Finding:
    rest = read.file.line_from(mark + 1)
    message = f"this ends before `{rest[:40]}`, which YAML takes for a comment"
    whole = f"{value.value} {rest}"
    help = f"{quoted('', whole)}; before a comment leave two spaces"
    place = read.file.at(mark + 1, len(rest))
    return Finding(place, "value-cut", message, help, severity="warning", item=item)


def _scalars(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
        return
    children = node.values.values() if isinstance(node, Plain) else node.children
    for child in children:
        yield from _scalars(child)
