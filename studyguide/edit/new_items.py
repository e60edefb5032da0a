"""New items at the end of a section file, in its own layout."""

import re
from collections.abc import Sequence

from studyguide.deck.file import File, Text
from studyguide.edit.leaves import leaves_of
from studyguide.errors import StudyGuideError
from studyguide.loading import chunks
from studyguide.loading.nodes import Branch
from studyguide.loading.schema_item import ITEM_KEYS

_EMPTY = re.compile(r"^items:[ \t]*(?:\[\s*\]|~|null)?[ \t]*(#[^\r\n]*)?(?=\r?$)", re.MULTILINE)


def with_new_items(file: File, items: Sequence[Sequence[str]]) -> str:
    """Give a section file's text with more items, each as its lines with the dash in column 2.

    Raises `StudyGuideError` if it would not read as meant.
    """
    text = file.text
    root, _ = chunks.read(text, ITEM_KEYS)
    nodes, end = _items(root, text)
    newline = "\r\n" if "\r\n" in text else "\n"
    if nodes:
        begin = text.rfind("\n", 0, nodes[-1]) + 1
        indent = " " * max(nodes[-1] - begin - 2, 0)
        is_apart = re.search(r"\n[^\S\n]*\n *- ", text[nodes[0] :]) is not None or len(nodes) == 1
    else:
        text, end = (
            _EMPTY.sub(lambda found: f"items:{' ' * bool(found[1])}{found[1] or ''}", text),
            -1,
        )
        end, indent, is_apart = len(text) if end < 0 else end, "  ", True
    before = text[:end].rstrip() + newline
    written = [
        newline * (is_apart and bool(nodes or at))
        + "".join(f"{indent}{line[2:]}{newline}" if line else newline for line in lines)
        for at, lines in enumerate(items)
    ]
    after = text[end:]
    new = before + "".join(written) + (newline if after and is_apart else "") + after
    found, _ = _items(chunks.read(new, ITEM_KEYS)[0], new)
    if len(found) != len(nodes) + len(items) or _slips(new) != _slips(file.text):
        raise StudyGuideError(
            f"{file.path} cannot be edited: its layout is beyond us, so nothing was written"
        )
    return new


def _items(root: object, text: str) -> tuple[list[int], int]:
    """Tell where each item begins, and where the last one ends."""
    if not isinstance(root, Branch):
        return [], len(text)
    pairs = list(zip(root.children[::2], root.children[1::2], strict=True))
    for at, (key, value) in enumerate(pairs):
        if isinstance(key, Text) and key.value == "items":
            starts = [each.start for each in value.children] if isinstance(value, Branch) else []
            after = pairs[at + 1][0].start if at + 1 < len(pairs) else len(text)
            end = text.rfind("\n", 0, after) + 1 if after < len(text) else after
            return starts, end
    return [], len(text)


def _slips(text: str) -> list[str]:
    return [
        text.value for mark, text, _ in leaves_of(text) if mark not in ("text", "[", "{", "end")
    ]
