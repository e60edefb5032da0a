"""A card as a file has it, whatever the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | tuple[str, ...] | Mapping[str, str]

LARGEST_FIELD = 200_000
"""Characters; nobody asks or answers more, and a picture does not belong into a field."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card: its fields by name, in order; `fault` says why it cannot be read, if so.

    `line` is where it stands in a file of lines, `form` its note type, `deck` levels joined by `::`.
    """

    index: int
    fields: Mapping[str, Value] = field(default_factory=dict)
    line: int = 1
    is_html: bool = False
    is_markdown: bool = False
    is_cloze: bool = False
    form: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    guid: str = ""
    fault: str = ""
