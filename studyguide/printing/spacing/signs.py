"""Space around the signs of a formula that stand between two things: as TeX has it, whatever a library knows of them.

A sign that joins two things, as in p ∨ q, has less than one that says how they are related, as in p → q. None has any
within an index, where it stands before something alone, or at an end.
"""

from typing import Final
from xml.etree.ElementTree import Element

_JOINING: Final = (
    (0xB1, 0xB1), (0xB7, 0xB7), (0xD7, 0xD7), (0xF7, 0xF7), (0x2022, 0x2022), (0x2213, 0x2214), (0x2216, 0x2219),
    (0x2227, 0x222A), (0x2238, 0x2238), (0x2240, 0x2240), (0x228C, 0x228E), (0x2293, 0x22A1), (0x22BA, 0x22BD),
    (0x22C4, 0x22C7), (0x22C9, 0x22CC), (0x22CE, 0x22CF), (0x22D2, 0x22D3), (0x29F5, 0x29F5),
)  # fmt: skip
_RELATING: Final = (
    (0x2190, 0x21FF), (0x2208, 0x220D), (0x221D, 0x221D), (0x2223, 0x2226), (0x2237, 0x2237), (0x223B, 0x223F),
    (0x2241, 0x228B), (0x228F, 0x2292), (0x22A2, 0x22A3), (0x22A6, 0x22B8), (0x22C8, 0x22C8), (0x22CD, 0x22CD),
    (0x22D0, 0x22D1), (0x22D4, 0x22EF), (0x27F0, 0x27FF), (0x2900, 0x297F), (0x2A7D, 0x2AFF),
)  # fmt: skip
"""From which sign on, and up to which."""

_SPACES: Final = {_JOINING: "mediummathspace", _RELATING: "thickmathspace"}
_CLOSING: Final = frozenset(")]}|!%′⟩⌉⌋‖")
_SIGNS: Final = ("mo", "mi")
"""What a sign is written as, known or not."""

_SCRIPTS: Final = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))


def give_space(tree: Element) -> None:
    """Give space to all signs of a formula that stand between two things."""
    waiting = [tree]
    while waiting:
        row = waiting.pop()
        waiting += [*row][: 1 if row.tag in _SCRIPTS else None]
        if row.tag in _SCRIPTS or row.tag == "mfrac":
            continue
        for before, sign, _ in zip(row, [*row][1:], [*row][2:], strict=False):
            space = _space_of(sign)
            if space and not _is_open(before):
                sign.tag = "mo"
                sign.attrib.update(lspace=space, rspace=space)


def _is_open(element: Element) -> bool:
    """Whether what stands behind this is its own beginning, as behind a bracket or another sign."""
    return element.tag == "mo" and (element.text or "").strip() not in _CLOSING


def _space_of(element: Element) -> str:
    text = (element.text or "").strip()
    if element.tag not in _SIGNS or len(text) != 1:
        return ""
    return next(
        (
            space
            for ranges, space in _SPACES.items()
            if any(first <= ord(text) <= last for first, last in ranges)
        ),
        "",
    )
