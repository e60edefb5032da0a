"""Cut a file at its top-level keys and its items, so that one slip does not hide the next.

Each part is read by itself. Items of nothing but plain lines, which is nearly all of them, are read
by one regular expression, which saves most of the time that YAML takes; whatever that does not
match in full goes to the YAML parser. A property test holds the two against each other.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from studyguide.deck import Text
from studyguide.nodes import Branch, Node, Plain, parse
from studyguide.slips import Problem

_TOP_LEVEL = re.compile(r"^[A-Za-z_]", re.MULTILINE)
_ITEMS = re.compile(r"items:[ ]*(?:#.*)?\r?\n")
_FIRST_ITEM = re.compile(r"(?:[ ]*(?:#.*)?\r?\n)*([ ]*)- ")
_IGNORED = re.compile(r"(?:\s*(?:#.*|---[ ]*))*\s*")

_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_LINE = re.compile(
    r"([ -]*)([a-z]+):[ ]+(?:"
    rf'"([^"\\{_UNPRINTABLE}]+)"|'  # in double quotes, without escapes
    r"([A-Za-z0-9(…“‘§À-ɏ]"  # plain: no character that means something to YAML, …
    rf"[^:#{_UNPRINTABLE}]*(?:(?::(?=\S)|(?<=\S)#)[^:#{_UNPRINTABLE}]*)*))"  # … `: ` and ` #` least
    r"\r?\n"
)
_new = tuple.__new__  # half the time of calling the class, and there are tens of thousands


def read(text: str, item_keys: frozenset[str]) -> tuple[Node | None, list[Problem]]:
    """Read a whole file; give its root, or nothing if it is empty, and everything wrong with it."""
    starts = [match.start() for match in _TOP_LEVEL.finditer(text)]
    if not starts or not _IGNORED.fullmatch(text, 0, starts[0]):
        return parse(text, 0, len(text))
    root = Branch(is_mapping=True, start=starts[0], children=[])
    problems: list[Problem] = []
    for start, end in pairwise((*starts, len(text))):
        if items := _ITEMS.match(text, start, end):
            value = Branch(is_mapping=False, start=start, children=[])
            value.children.extend(_items(text, items.end(), end, item_keys, problems))
            root.children += [Text("items", start), value]
        else:
            part, wrong = parse(text, start, end)
            problems += wrong
            if isinstance(part, Branch):
                root.children += part.children
            elif part:
                problems.append(_no_key(part))
    return root, problems


def _no_key(part: Node) -> Problem:
    message = "this line has no key"
    help = "write `key: value`, or indent the line if it goes on with the one above"
    return Problem(part.start, 1, "yaml-key", message, help)


def _items(
    text: str, start: int, end: int, keys: frozenset[str], problems: list[Problem]
) -> Iterator[Node]:
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        part, wrong = parse(text, start, end)
        problems += wrong
        yield from [part] if part else []
        return
    indent = first[1]
    heads = re.compile(rf"^{indent}- ", re.MULTILINE)
    starts = [head.start() for head in heads.finditer(text, start, end)]
    for item_start, item_end in pairwise((*starts, end)):
        if plain := _plain(text, item_start, item_end, indent, keys):
            yield plain
            continue
        part, wrong = parse(text, item_start, item_end)
        problems += wrong
        yield from part.children if isinstance(part, Branch) else []


def _plain(text: str, start: int, end: int, indent: str, keys: frozenset[str]) -> Plain | None:
    """Read an item if all its lines are plain, its keys known and there but once."""
    values: dict[str, Text] = {}
    lead, at = f"{indent}- ", start
    for line in _LINE.finditer(text, start, end):
        margin, key, quoted, plain = line.groups()
        if margin != lead or line.start() != at or key in values or key not in keys:
            return None
        lead, at = f"{indent}  ", line.end()
        if plain:
            values[key] = _new(Text, (plain.rstrip(" "), line.start(4)))
        else:
            values[key] = _new(Text, (quoted, line.start(3) - 1))
    return None if text[at:end].strip() else Plain(start + len(indent) + 2, values)
