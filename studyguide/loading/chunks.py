"""Cut a file at its top-level keys and its items, so that one slip does not hide the next.

Each part is read by itself. Items of nothing but plain lines, which is nearly all of them, are read
line by line with one regular expression, which saves most of the time that YAML takes; whatever
that does not match in full goes to the YAML parser. A property test holds the two against each
other.
"""

from collections.abc import Mapping
from itertools import pairwise, takewhile
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.loading.diagnostics import NOWHERE
from studyguide.loading.nodes import BREAKS, CONTROL, Branch, Node, Plain, parse
from studyguide.loading.syntax import Problem, Stuck, lookalike, no_key
from studyguide.patterns import lazy

_LONE_RETURN = lazy(r"\r(?!\n)")
_TOP_LEVEL = lazy(r"\n[\w\"']")
_WORD = lazy(r"([\w-]+)(:(?=\s))?")
_END_OF_DOCUMENT = lazy(r"\n(---|\.\.\.)(?!\S)")
_COMMENTS = lazy(r"(?>(?:\s++|#.*+)*)")
_BLANKS = rf"(?>(?:[ ]*+(?:#[^{CONTROL}]*+)?\r?\n)*)"  # empty lines and comments
_HEADING = lazy(rf"{_BLANKS}(?:---[ ]*+(?:#[^{CONTROL}]*+)?\r?\n)?{_BLANKS}")
_ITEMS = lazy(rf"items:[ ]*(?:#[^{CONTROL}]*+)?\r?\n")
_FIRST_ITEM = lazy(rf"{_BLANKS}([ ]*+)- ")

_FIRST = (
    r"""[^\s\-?:,[\]{}#&*!|>'"%@`\x00-\x1f\x7f-\x9f]"""  # what begins so, means nothing to YAML …
)
_PLAIN = (
    rf"{_FIRST}[^:#{CONTROL}]*+"
    rf"(?>(?:(?::(?=\S)|(?<=\S)#)[^:#{CONTROL}]*+)*)(?<! )"  # … unless it holds `: ` or ` #`
)
_QUOTED = rf'"[^"\\{CONTROL}]++"'  # without escapes
_WITHIN = rf"{_FIRST}[^][{{}},:#?{CONTROL}]{{0,500}}+"  # plain, within brackets or braces
_EACH = rf"(?:{_QUOTED}[ ]*+|{_WITHIN})"
_PAIR = rf"{_EACH}:[ ]++{_EACH}"
_FLOW = rf"\[[ ]*+{_EACH}(?>(?:,[ ]*+{_EACH})*)\]|\{{[ ]*+{_PAIR}(?>(?:,[ ]*+{_PAIR})*)\}}"
_LINE = lazy(rf"([ -]*+[a-z]++):[ ]++(?:({_PLAIN})|({_QUOTED}|{_FLOW}))(?:\r?\n|\Z)")
_REST = lazy(_BLANKS)
_ELEMENT = lazy(rf"{_QUOTED}|{_WITHIN}")
_match = _LINE.match
_new = tuple.__new__  # half the time of calling the class, and there are tens of thousands


class _Leads(NamedTuple):
    """How the first line of an item begins, and how the others do, with the key that each means."""

    first: Mapping[str, str]
    other: Mapping[str, str]

    @classmethod
    def of(cls, indent: str, keys: frozenset[str]) -> "_Leads":
        """Tell the leads of items whose dash is indented so."""
        return cls(*({f"{indent}{mark} {key}": key for key in keys} for mark in "- "))


def read(text: str, item_keys: frozenset[str]) -> tuple[Node | None, list[Problem]]:
    """Read a whole file; give its root, or nothing if it is empty, and everything wrong with it."""
    chunks = _Chunks(_LONE_RETURN.sub("\n", text) if "\r" in text else text, item_keys)
    return chunks.root(), chunks.problems


class _Chunks:
    """A file's text, the keys that its items may have, and what is wrong with it so far."""

    def __init__(self, text: str, item_keys: frozenset[str]) -> None:
        self.text = text
        self.item_keys = item_keys
        self.problems: list[Problem] = []

    def root(self) -> Node | None:
        """Read part after part; nothing is the root of a file that has no key to be read."""
        starts = self._starts()
        if not starts or not _HEADING.fullmatch(self.text, 0, starts[0]):
            return self._parse(0, len(self.text))
        end = self._end_of_document(starts[0])
        root = Branch(is_mapping=True, start=starts[0], children=[])
        for start, stop in pairwise((*takewhile(end.__gt__, starts), end)):
            if head := _ITEMS.match(self.text, start, stop):
                root.children += [Text("items", start), self._items(head.end(), stop)]
            else:
                self._top_level(root.children, start, stop)
        return root if any(value is not NOWHERE for value in root.children[1::2]) else None

    def _parse(self, start: int, end: int) -> Node | None:
        root, wrong = parse(self.text, start, end)
        self.problems += wrong
        return root

    def _starts(self) -> list[int]:
        """Find the lines that begin at the margin, but for keys of items that have slipped there."""
        found = [match.end() - 1 for match in _TOP_LEVEL.finditer(self.text)]
        if _TOP_LEVEL.match(f"\n{self.text[:1]}"):
            found.insert(0, 0)
        starts: list[int] = []
        for start in found:
            word = _WORD.match(self.text, start)
            is_in_items = starts and self.text.startswith("items:", starts[-1])
            if not is_in_items or not word or not word[2] or word[1] not in self.item_keys:
                starts.append(start)
        return starts

    def _end_of_document(self, start: int) -> int:
        """Find where the file's first document ends; report one that follows."""
        is_likely = "\n---" in self.text or "\n..." in self.text
        mark = _END_OF_DOCUMENT.search(self.text, start) if is_likely else None
        if not mark:
            return len(self.text)
        at = mark.start() + 1
        if mark[1] == "---" or not _COMMENTS.fullmatch(self.text, mark.end()):
            message = "a second YAML document begins here"
            help = f"keep one document a file: remove the `{mark[1]}` line"
            self.problems.append(Problem(at, 3, "yaml-documents", message, help))
        return at

    def _top_level(self, children: list[Node], start: int, end: int) -> None:
        """Read one key and its value; where that cannot be, give at least what may be the key."""
        part, wrong = parse(self.text, start, end)
        word = _WORD.match(self.text, start, end)
        if isinstance(part, Branch) or (word and word[2] and wrong):
            self.problems += wrong
        elif not children or children[-1] is not NOWHERE:  # else it goes on with what is reported
            slip = lookalike(self.text[start:end], Stuck(0, 0, ""))
            slip = slip and slip._replace(start=slip.start + start)
            self.problems += wrong or [slip or no_key(start)]
            if children and children[-1] == Text("", children[-1].start):
                children[-1] = NOWHERE
        if isinstance(part, Branch):
            children += part.children
            return
        children += [Text(word[1], start) if word else NOWHERE, NOWHERE]
        if wrong:
            children += [NOWHERE, NOWHERE]  # there may have been more keys

    def _items(self, start: int, end: int) -> Node:
        """Read the list of items; one that cannot be read is left out."""
        first = _FIRST_ITEM.match(self.text, start, end)
        if not first:
            reported = len(self.problems)
            list_or_none = self._parse(start, end)
            return list_or_none or (NOWHERE if len(self.problems) > reported else Text("", start))
        items = Branch(is_mapping=False, start=first.start(1), children=[])
        leads = _Leads.of(first[1], self.item_keys)
        may_be_plain = not any(sign in self.text for sign in BREAKS)
        at, dash = items.start, f"\n{first[1]}- "
        while at < end:
            following = self.text.find(dash, at, end) + 1 or end
            plain = _plain(self.text, at, following, leads) if may_be_plain else None
            if plain:
                items.children.append(plain)
            else:
                part = self._parse(at, following)
                items.children += part.children if isinstance(part, Branch) else []
            at = following
        return items


def _plain(text: str, start: int, end: int, leads: _Leads) -> Plain | None:
    """Read an item if all its lines are plain, its keys known and there but once."""
    values: dict[str, Node] = {}
    keys, at = leads.first, start
    while line := _match(text, at, end):
        lead, plain, other = line.groups()
        key = keys.get(lead)
        if not key or key in values:
            return None
        if plain:
            values[key] = _new(Text, (plain, line.start(2)))
        elif other[0] == '"':
            values[key] = _new(Text, (other[1:-1], line.start(3)))
        else:
            values[key] = _flow(text, *line.span(3))
        keys, at = leads.other, line.end()
    is_all = values and _REST.fullmatch(text, at, end)
    return Plain(text.find("-", start) + 2, values) if is_all else None


def _flow(text: str, start: int, end: int) -> Branch:
    """Read a list in brackets or a mapping in braces, of which all elements are plain."""
    elements: list[Node] = []
    for each in _ELEMENT.finditer(text, start, end):
        written = each[0]
        value = written[1:-1] if written[0] == '"' else written.rstrip(" ")
        elements.append(_new(Text, (value, each.start())))
    return Branch(text[start] == "{", start, elements)
