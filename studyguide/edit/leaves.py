"""What a file says, scalar by scalar, so that two states of it can be compared."""

from collections.abc import Iterator

from studyguide.deck.file import Text
from studyguide.loading import chunks
from studyguide.loading.nodes import Node, Plain
from studyguide.loading.schema_item import ITEM_KEYS

Leaf = tuple[str, Text, bool]
"""A scalar, or where a mapping or a list begins or ends; and whether that is within brackets."""


def leaves_of(text: str) -> list[Leaf]:
    """Read a file's text; what is wrong with it is told as leaves, too."""
    root, problems = chunks.read(text, ITEM_KEYS)
    slips = [(problem.code, Text(problem.message, -1), False) for problem in problems]
    return [*leaves(root, text, is_within=False), *slips] if root else slips


def leaves(node: Node, text: str, *, is_within: bool) -> Iterator[Leaf]:
    """Yield the leaves of a tree, in the same way however its file was read."""
    if isinstance(node, Text):
        yield "text", node, is_within
        return
    is_mapping = isinstance(node, Plain) or node.is_mapping
    within = is_within or text[node.start : node.start + 1] in ("[", "{")
    yield "{" if is_mapping else "[", Text("", -1), within
    if isinstance(node, Plain):
        for key, value in node.values.items():
            yield "text", Text(key, -1), within
            yield from leaves(value, text, is_within=within)
    else:
        for child in node.children:
            yield from leaves(child, text, is_within=within)
    yield "end", Text("", -1), within
