"""What no honest file of a deck has: texts as long as a chapter, lists as long as a register.

Rules may compare every word of an item with every other: within these limits that takes no time.
"""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from studyguide.deck.file import Text
from studyguide.loading.nodes import Branch, Node, Plain
from studyguide.loading.syntax import Problem

LONGEST_TEXT: Final = 20_000
"""Characters; an introduction of ten printed pages has them."""

MOST_IN_ITEM: Final = 200
"""Entries of any other list or mapping."""

MOST_IN_FILE: Final = 5_000
"""Entries of what grows with the whole text."""

_SHORTEST_EXCESS: Final = 2 * MOST_IN_ITEM
"""Characters of a file: each entry of a list takes two at least, itself or its dash and what parts it from others."""

_OF_WHOLE = frozenset({"aliases", "openings", "uncovered"})


CODES: Final = ("value-long", "value-many")


def excesses(root: Node) -> Iterator[Problem]:
    """Yield a problem for each text and list that is longer than any that a person writes."""
    if not isinstance(root, Branch) or not root.is_mapping:
        return
    for key, value in zip(root.children[::2], root.children[1::2], strict=True):
        if isinstance(value, Branch) and isinstance(key, Text) and key.value == "items":
            yield from _within_items(value.children)
        else:
            is_large = isinstance(key, Text) and key.value in _OF_WHOLE
            yield from _of_value(value, MOST_IN_FILE if is_large else MOST_IN_ITEM)


def _within_items(items: list[Node]) -> Iterator[Problem]:
    """Look into each item but those that are followed so soon by another that nothing has room in them."""
    for item, following in zip_longest(items, items[1:]):
        if following is None or not item.start < following.start <= item.start + _SHORTEST_EXCESS:
            yield from within_item(item)


def within_item(item: Node) -> Iterator[Problem]:
    """Yield a problem for each text and list of an item that is longer than any that a person writes."""
    if isinstance(item, Plain):
        values = list(item.values.values())
    else:
        values = item.children[1::2] if isinstance(item, Branch) else [item]
    for value in values:
        if not isinstance(value, Text) or len(value.value) > LONGEST_TEXT:
            yield from _of_value(value, MOST_IN_ITEM)


def _of_value(value: Node, most: int) -> Iterator[Problem]:
    if isinstance(value, Text):
        if len(value.value) > LONGEST_TEXT:
            message = (
                f"this text has {len(value.value):,} characters, {LONGEST_TEXT:,} are the most"
            )
            yield Problem(value.start, 1, "value-long", message, "shorten it, or make items of it")
        return
    parts = _parts(value)
    count = len(parts) // (1 + (isinstance(value, Branch) and value.is_mapping))
    if count > most:
        message = f"{count:,} entries stand here, {most:,} are the most"
        yield Problem(
            value.start, 1, "value-many", message, "make several items of it, or drop some"
        )
        return
    for part in parts:
        if not isinstance(part, Text) or len(part.value) > LONGEST_TEXT:
            yield from _of_value(part, most)


def _parts(value: Node) -> list[Node]:
    if isinstance(value, Plain):
        return list(value.values.values())
    return value.children if isinstance(value, Branch) else []
