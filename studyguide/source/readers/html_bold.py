"""Which blocks of a page without headings are set as headings are: short, and all of them bold, underlined or large."""

from itertools import islice
from typing import TYPE_CHECKING, Final

from studyguide.patterns import lazy
from studyguide.source.readers.document import LONGEST_BOLD
from studyguide.source.readers.tree import found

if TYPE_CHECKING:
    from studyguide.source.readers.tree import Node, Tree

_HEADINGS: Final = "h1,h2,h3,h4,h5,h6,[role='heading']"
_BOLD: Final = (
    "b,strong,u,big,font[size],[style*='bold' i],[style*='font-weight:6' i],[style*='font-weight:7' i],"
    "[style*='underline' i]"
)
_RULE = lazy(r"(?:^|[}\s,])\.([A-Za-z][\w-]{0,60})\s*\{([^{}]{0,2000})\}")
_WEIGHT = lazy(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_MOST_CLASSES: Final = 20
_MOST: Final = 5000
"""Elements that are bold and looked at."""

_HOLDING: Final = frozenset(["p", "div", "td", "center", "dt", "section", "header"])
_BREAKING: Final = frozenset(["br", "hr", "p", "div", "ul", "ol", "table", "blockquote", "center"])
_DEEPEST: Final = 4
_LARGE: Final = ("4", "5", "6", "7", "+1", "+2", "+3", "+4")


def bold_blocks(tree: "Tree") -> frozenset[int]:
    """Give the ids in memory of such blocks; none of a page that has headings, more than that of the whole."""
    if len(found(tree.root, _HEADINGS)) > 1:
        return frozenset()
    bold = ",".join([_BOLD, *(f".{name}" for name in _bold_classes(tree))])
    blocks = (_all_bold(node) for node in found(tree.root, bold)[:_MOST] if _is_bold(node))
    return frozenset(block.mem_id for block in blocks if block is not None)


def _bold_classes(tree: "Tree") -> list[str]:
    """Give the classes that the page's own style sheet makes bold, as programs do that write every mark as a class."""
    sheets = (node.text() for node in found(tree.root, "style"))
    rules = (rule for sheet in sheets for rule in _RULE.findall(sheet) if _WEIGHT.search(rule[1]))
    return [name for name, _ in islice(rules, _MOST_CLASSES)]


def _is_bold(node: "Node") -> bool:
    if node.tag == "font":
        return (node.attributes.get("size") or "").strip() in _LARGE
    return True


def _all_bold(node: "Node") -> "Node | None":
    """Give the block all of which an element is, or the element that has a line of a block for itself; if it is short."""
    shown = _letters(node)
    if not 0 < len(shown) <= LONGEST_BOLD:
        return None
    is_in_block = node.parent is not None and node.parent.tag in (*_HOLDING, "body")
    if is_in_block and _ends_line(node.prev, back=True) and _ends_line(node.next, back=False):
        return node
    block: Node | None = node
    for _ in range(_DEEPEST):
        if block is None or block.tag in _HOLDING:
            break
        block = block.parent
    is_all = block is not None and block.tag in _HOLDING and _letters(block) == shown
    return block if is_all else None


def _letters(node: "Node") -> str:
    return " ".join(node.text().split()).rstrip(" :")


def _ends_line(beside: "Node | None", *, back: bool) -> bool:
    """Whether what stands beside an element ends its line: a break or a block, or before it nothing."""
    while beside is not None and beside.is_text_node and not (beside.text_content or "").strip():
        beside = beside.prev if back else beside.next
    return back if beside is None else beside.tag in _BREAKING
