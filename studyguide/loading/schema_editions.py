"""Named editions of `deck.yaml`: which part of a deck is to be had on paper under which name."""

import re

from studyguide.deck.deck import NamedEdition
from studyguide.deck.file import Text
from studyguide.deck.item import KINDS
from studyguide.loading.diagnostics import NOWHERE
from studyguide.loading.nodes import Branch, Node
from studyguide.loading.syntax import Problem
from studyguide.loading.typed_keys import Fields
from studyguide.patterns import lazy

_KEYS = frozenset(("section", "tag", "kind", "items", "seed", "changed-since"))
_EXAMPLE = "write `editions: {exam: {section: 1-3, items: 20}}`"
_NAME = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN = lazy(r"(?:.*-)?(?:cards|key|booklet|test-[ab])|chosen")
"""What the names of other files of a deck end in."""

_SECTIONS = lazy(r"\d{1,4}(?:-\d{1,4})?(?:, ?\d{1,4}(?:-\d{1,4})?)*")
_RANGE = lazy(r"(\d+)-(\d+)")
_RIGHT_SECTIONS = "write sections as `2-4, 6`"
_COUNT = lazy(r"[1-9]\d{0,4}")


def read_editions(fields: Fields) -> tuple[NamedEdition, ...]:
    """Give the editions that a deck names."""
    node = fields.values.get("editions")
    if node is None:
        return ()
    if not isinstance(node, Branch) or not node.is_mapping:
        if node is not NOWHERE:
            problem = Problem(node.start, 1, "value-type", "`editions` must be a mapping", _EXAMPLE)
            fields.diagnostics.wrong(problem)
        return ()
    pairs = zip(node.children[::2], node.children[1::2], strict=True)
    found = [_edition(fields, name, value) for name, value in pairs]
    return tuple(edition for edition in found if edition)


def _edition(fields: Fields, name: Node, node: Node) -> NamedEdition | None:
    is_named = (
        isinstance(name, Text) and _NAME.fullmatch(name.value) and not _TAKEN.fullmatch(name.value)
    )
    if not is_named or not isinstance(node, Branch) or not node.is_mapping:
        if name is not NOWHERE and node is not NOWHERE:
            message = "this is no edition: a name in small letters, and what it has"
            if isinstance(name, Text) and _TAKEN.fullmatch(name.value):
                message = "other files of the deck are called so: choose another name"
            fields.diagnostics.wrong(Problem(name.start, 1, "value-type", message, _EXAMPLE))
        return None
    assert isinstance(name, Text)
    own = Fields.of(fields.diagnostics, node, _KEYS)
    kinds = own.texts("kind")
    for kind in kinds:
        if kind.value not in KINDS:
            help = f"there are {', '.join(KINDS)}"
            own.wrong(kind, "value-type", f"`{kind.value[:20]}` is no kind of item", help)
    return NamedEdition(
        name.value,
        section=_sections(own),
        tags=tuple(tag.value for tag in own.texts("tag")),
        kinds=tuple(kind.value for kind in kinds),
        items=int(_matching(own, "items", _COUNT, "write how many items, such as `20`") or 0),
        seed=_value(own, "seed") or "1",
        changed_since=_value(own, "changed-since"),
    )


def _value(own: Fields, key: str) -> str:
    text = own.text(key)
    return text.value if text else ""


def _sections(own: Fields) -> str:
    text, value = own.text("section"), _matching(own, "section", _SECTIONS, _RIGHT_SECTIONS)
    if text is None or all(int(first) <= int(last) for first, last in _RANGE.findall(value)):
        return value
    own.wrong(text, "value-number", f"`{value[:20]}` runs backwards", _RIGHT_SECTIONS)
    return ""


def _matching(own: Fields, key: str, pattern: re.Pattern[str], help: str) -> str:
    text = own.text(key)
    if text is None or pattern.fullmatch(text.value):
        return text.value if text else ""
    own.wrong(text, "value-number", f"`{text.value[:20]}` will not do here", help)
    return ""
