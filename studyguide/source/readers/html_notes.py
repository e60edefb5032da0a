"""Footnotes of a page, and the links that refer to them, however a program writes either."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from studyguide.source.readers.tree import found

if TYPE_CHECKING:
    from studyguide.source.readers.tree import Node

_FOOTNOTE = re.compile(r"\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)\b")
_FOOTNOTE_ID = re.compile(
    r"(?:_?ftn|sdfootnote|sdendnote|fn|footnote|endnote|note|cite_note)[-_:]?\d", re.IGNORECASE
)
_LIST = frozenset(["footnotes", "endnotes", "rearnotes", "doc-endnotes", "footnote-list"])
_MAY_BE_NOTES = "[class*='note' i],[role*='note' i],[epub\\:type*='note' i]"
_REFERENCE = re.compile(
    r"\b(?:foot|end)-?note|note[-_]?(?:ref|link|mark|call)|(?<!\S)fn(?:[-_]?ref)?(?!\S)",
    re.IGNORECASE,
)
_NAMED = ("note ", "notes ")
"""After these the number of a note belongs to the sentence: see note 3."""

_SAID = ("epub:type", "role", "class")
_INLINE = frozenset(["a", "sup", "span"])


def is_footnote(attributes: Mapping[str, str | None]) -> bool:
    """Whether a block is said to be a footnote."""
    is_named = _FOOTNOTE.search(_said_of(attributes))
    return bool(is_named or _FOOTNOTE_ID.match(attributes.get("id") or ""))


class NotesOfPage:
    """The ids of a page's footnotes, looked for when the first link asks."""

    def __init__(self, root: "Node | None") -> None:
        self._root = root

    def are_referred_to(self, node: "Node", href: str, before: str) -> bool:
        """Whether a link is the mark of a footnote, by its class or by where it leads.

        It is known to be short enough for one; `before` is the end of the text before it.
        """
        if not href or before.lower().endswith(_NAMED):
            return False
        above = node.parent
        classes = (each.attributes.get("class") or "" for each in (node, above) if each)
        if any(map(_REFERENCE.search, classes)):
            return True
        file, _, id = href.partition("#")
        return bool(_FOOTNOTE_ID.match(id)) or (not file and id in self._ids)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self._found())

    def _found(self) -> Iterator[str]:
        for block in found(self._root, _MAY_BE_NOTES):
            said = _said_of(block.attributes)
            is_list = not _LIST.isdisjoint(said.split())
            if block.tag not in _INLINE and (is_list or _FOOTNOTE.search(said)):
                yield from (each.id or "" for each in found(block, "[id]"))


def _said_of(attributes: Mapping[str, str | None]) -> str:
    return " ".join(attributes.get(key) or "" for key in _SAID).lower()
