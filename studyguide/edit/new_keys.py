"""A new key for some of the items of a file, below what they answer."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyguide.deck.file import File, Text
from studyguide.deck.item import Item
from studyguide.edit.leaves import leaves, leaves_of
from studyguide.edit.scalars import pair, spelt
from studyguide.errors import StudyGuideError
from studyguide.loading import chunks
from studyguide.loading.nodes import Branch, Node, Plain, parse
from studyguide.loading.schema_item import ITEM_KEYS


class Addition(NamedTuple):
    """What an item gets: a key with one value, or a list of several; and a comment below, if any."""

    item: Item
    key: str
    values: tuple[str, ...]
    comment: str = ""


def with_new_keys(file: File, additions: Sequence[Addition]) -> str:
    """Give a file's text in which some items have a key more.

    Raises `StudyGuideError` if it would not read as meant.
    """
    nodes = _items(file.text)
    inserted = sorted(_insertion(file, nodes, each) for each in additions)
    parts, at = [], 0
    for place, written in inserted:
        parts += [file.text[at:place], written]
        at = place
    text = "".join((*parts, file.text[at:]))
    if _slips(text) != _slips(file.text):
        raise _beyond_us(file)
    return text


def _slips(text: str) -> list[str]:
    return [
        text.value for mark, text, _ in leaves_of(text) if mark not in ("text", "[", "{", "end")
    ]


def _beyond_us(file: File) -> StudyGuideError:
    return StudyGuideError(
        f"{file.path} cannot be edited: its layout is beyond us, so nothing was written"
    )


def _items(text: str) -> list[Node]:
    """Give the nodes of a file's items, in order."""
    root, _ = chunks.read(text, ITEM_KEYS)
    if not isinstance(root, Branch):
        return []
    for key, value in zip(root.children[::2], root.children[1::2], strict=True):
        if isinstance(key, Text) and key.value == "items" and isinstance(value, Branch):
            return value.children
    return []


def _insertion(file: File, nodes: Sequence[Node], addition: Addition) -> tuple[int, str]:
    """Tell where in a file an addition goes, and how it is written there: where it reads as meant."""
    text = file.text
    at = next((at for at, each in enumerate(nodes) if _has(each, addition.item.id)), None)
    if at is None:
        raise _beyond_us(file)
    node = nodes[at]
    begin = text.rfind("\n", 0, node.start) + 1
    end = len(text)
    if at + 1 < len(nodes):
        end = max(text.rfind("\n", begin, nodes[at + 1].start) + 1, node.start)
    stretch = _Stretch(text, node.start, end, node.start - begin)
    wanted = {**_pairs(node, text), addition.key: _values(addition)}
    for place, written in stretch.choices(addition):
        new = stretch.with_new(place, written)
        root, problems = parse(new, 0, len(new))
        if root is not None and not problems and _pairs(root, new) == wanted:
            return place, written
    raise _beyond_us(file)


class _Stretch(NamedTuple):
    """Where in a text an item stands, and in which column its keys begin."""

    text: str
    start: int
    end: int
    column: int

    @property
    def is_within(self) -> bool:
        return self.text[self.start] == "{"

    def choices(self, addition: Addition) -> Iterator[tuple[int, str]]:
        item = addition.item
        after = max(each.start for each in (item.id, item.prompt, *item.answers))
        return self._within(after, addition) if self.is_within else self._below(after, addition)

    def with_new(self, place: int, written: str) -> str:
        """Give the item alone, with what is written at a place."""
        end = place + 1 if self.is_within else max(self.end, place)
        before = " " * self.column + self.text[self.start : place]
        return before + written + self.text[place:end]

    def _below(self, after: int, addition: Addition) -> Iterator[tuple[int, str]]:
        """Yield each end of a line from the item's answer on, and the lines that would follow there."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        indent = " " * self.column
        if len(addition.values) == 1:
            lines = [f"{indent}{addition.key}: {spelt(addition.values[0])}"]
        else:
            values = (f"{indent}  - {spelt(each)}" for each in addition.values)
            lines = [f"{indent}{addition.key}:", *values]
        lines += [f"{indent}# {addition.comment}"] if addition.comment else []
        at = after
        while at < self.end:
            at = self.text.find("\n", at, self.end) + 1
            if not at:
                break
            yield at, newline.join(lines) + newline
        if not self.text.endswith("\n") and self.end == len(self.text):
            yield self.end, newline + newline.join(lines)

    def _within(self, after: int, addition: Addition) -> Iterator[tuple[int, str]]:
        """Yield each closing brace from the item's answer on, and what would come before it."""
        written = f", {pair(addition.key, addition.values, is_within=True)}"
        at = self.text.find("}", after)
        while at >= 0:
            yield at, written
            at = self.text.find("}", at + 1)


def _has(node: Node, id: Text) -> bool:
    if isinstance(node, Plain):
        return node.values.get("id") == id
    return isinstance(node, Branch) and id in node.children


def _pairs(node: Node, text: str) -> dict[str, list[tuple[str, str]]]:
    """Give what stands under each key of an item."""
    if isinstance(node, Plain):
        pairs = list(node.values.items())
    elif isinstance(node, Branch) and node.is_mapping:
        keys = (key.value if isinstance(key, Text) else "" for key in node.children[::2])
        pairs = list(zip(keys, node.children[1::2], strict=True))
    else:
        return {}
    return {
        key: [(mark, each.value) for mark, each, _ in leaves(value, text, is_within=False)]
        for key, value in pairs
    }


def _values(addition: Addition) -> list[tuple[str, str]]:
    values = [("text", value) for value in addition.values]
    return values if len(values) == 1 else [("[", ""), *values, ("end", "")]
