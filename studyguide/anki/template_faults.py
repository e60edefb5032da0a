"""The templates of cards, read as Anki reads them: what it takes for empty or broken is not published.

Anki makes a card of a note only where its front shows a field, and offers cards that have become empty
for deletion, with their history.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import Final, NamedTuple

from studyguide.anki.card_sides import Side
from studyguide.anki.fields import FIELDS, Key
from studyguide.anki.note_types import TEMPLATES
from studyguide.finding import Finding
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary

_SPECIAL: Final = frozenset({"Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"})
"""What Anki puts in by itself; it makes no card of it alone."""

_ALWAYS: Final[dict[Key, frozenset[str]]] = {
    "question": frozenset({"Front", "Back", "Citation", "Kind"}),
    "cloze": frozenset({"Text", "Citation", "Kind"}),
}
"""The fields that hold something in every note."""

_VARYING: Final = ("Note", "Image", "Passage", "Typed", "Withdrawn", "Section", "Source")
_ALTERNATIVE: Final = "{{=<% %>=}}"
_TOKENS: Final = {
    "{{": re.compile(r"<!--.*?-->|\{\{(?P<tag>.*?)\}\}|(?P<open>\{\{)", re.DOTALL),
    "<%": re.compile(r"<!--.*?-->|<%(?P<tag>.*?)%>|(?P<open><%)", re.DOTALL),
}
_CLOZE_CONDITION: Final = re.compile(r"c[0-9]+")


class Shown(NamedTuple):
    """A field that a template shows, by way of filters, the innermost first."""

    field: str
    filters: tuple[str, ...]
    start: int


class Block(NamedTuple):
    """What is shown only where a field holds something, or only where it does not."""

    field: str
    is_negated: bool
    inside: "list[Shown | Block]"
    start: int


Node = Shown | Block


class BrokenError(ValueError):
    """What Anki would not make sense of, and the offset at which it stands."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


def parse(text: str) -> list[Node]:
    """Read a template. Raises `BrokenError` where Anki cannot."""
    begin = len(text) - len(text.lstrip())
    is_other = text.startswith(_ALTERNATIVE, begin)
    at = begin + len(_ALTERNATIVE) if is_other else 0
    ended = text.rfind("-->") + 1  # a comment that never ends is text
    text = text[:ended] + text[ended:].replace("<!--", "<!- ")
    root: list[Node] = []
    open_blocks: list[Block] = []
    for token in _TOKENS["<%" if is_other else "{{"].finditer(text, at):
        if token["open"]:
            raise BrokenError(f"`{token['open']}` is not closed", token.start())
        if token["tag"] is None:
            continue  # a comment
        inside = open_blocks[-1].inside if open_blocks else root
        name = token["tag"].lstrip("{").strip()
        sign, rest = name[:1], name[1:].strip()
        if sign in ("#", "^") and rest:
            block = Block(rest, sign == "^", [], token.start())
            inside.append(block)
            open_blocks.append(block)
        elif sign == "/" and rest:
            if not open_blocks or open_blocks.pop().field != rest:
                raise BrokenError(f"`{rest}` is closed, but was not opened last", token.start())
        else:
            *filters, field = name.split(":")
            inside.append(Shown(field, tuple(reversed(filters)), token.start()))
    if open_blocks:
        raise BrokenError(f"`{open_blocks[-1].field}` is not closed", open_blocks[-1].start)
    return root


def shown(
    nodes: Iterable[Node], held: frozenset[str], *, negations: bool = True
) -> Iterator[Shown]:
    """Yield what is shown of the fields that hold something; without `negations` as Anki makes cards."""
    for node in nodes:
        if isinstance(node, Shown):
            if node.field in held:
                yield node
        elif (
            node.field not in held
            if node.is_negated and negations
            else (node.is_negated or node.field in held)
        ):
            yield from shown(node.inside, held, negations=negations)


def faults_of(templates: Templates, vocabulary: Vocabulary | None = None) -> Iterator[Finding]:
    """Report each template of a deck's cards that Anki would take for empty or broken."""
    for key in FIELDS:
        fronts: dict[str, str] = {}
        for card, name in TEMPLATES[key]:
            faults: list[Finding] = []
            parsed = {}
            for side in ("front", "back"):
                file = Side.read(templates, f"{name}-{side}", vocabulary or Vocabulary())
                try:
                    parsed[side] = parse(file.text)
                    faults += _unknown(parsed[side], key, side, file)
                except BrokenError as error:
                    help = "Anki would show an error on every card: mend the template"
                    faults.append(_fault(file, error.start, f"{error}", help))
                if side == "front":
                    front = file
            yield from faults
            if faults:
                continue
            first = fronts.setdefault(front.text, card)
            if first != card:
                message = f"the cards {first} and {card} have the same front"
                yield _fault(front, 0, message, "Anki refuses that: let one ask otherwise")
            elif key == "cloze":
                yield from _without_cloze(parsed["front"], front)
                if not any(_is_cloze(each) for each in _every(parsed["back"])):
                    yield _fault(file, 0, "the back has no `{{cloze:Text}}`", _CLOZE_HELP)
            else:
                yield from _at_odds(parsed["front"], card, front)


_CLOZE_HELP = (
    "Anki makes the cards of a sentence by it: write {{cloze:Text}} where the sentence stands"
)


def _fault(file: Side, start: int, message: str, help: str) -> Finding:
    return Finding(file.at(start), "card-template", message, help)


def _unknown(nodes: list[Node], key: Key, side: str, file: Side) -> Iterator[Finding]:
    """Report fields that Anki does not know, and cloze filters where there is no cloze."""
    known = {*FIELDS[key], *_SPECIAL} | ({"FrontSide"} if side == "back" else set())
    for node in _every(nodes):
        is_condition = isinstance(node, Block) and key == "cloze"
        if isinstance(node, Shown) and not node.field and node.filters:
            continue  # a filter that gives a text of its own
        if node.field not in known and not (
            is_condition and _CLOZE_CONDITION.fullmatch(node.field)
        ):
            help = f"write one of {', '.join(FIELDS[key])}"
            yield _fault(file, node.start, f"there is no field `{node.field}` here", help)
        elif (
            isinstance(node, Shown)
            and "cloze" in node.filters
            and (key, node.field) != ("cloze", "Text")
        ):
            message = f"`{node.field}` is no sentence with blanks"
            yield _fault(file, node.start, message, "drop the filter `cloze`")


def _without_cloze(nodes: list[Node], file: Side) -> Iterator[Finding]:
    for held in _combinations("cloze"):
        reached = [*shown(nodes, held)]
        is_asked = "Withdrawn" in held or any(
            _is_cloze(each) and "type" not in each.filters for each in reached
        )
        if not reached or not is_asked or not any(map(_is_cloze, _every(nodes))):
            yield _fault(file, 0, f"{_what(held)} shows no blank", _CLOZE_HELP)
            return


def _at_odds(nodes: list[Node], card: str, file: Side) -> Iterator[Finding]:
    """Report a front that is empty where there should be a card, or shows something without one."""
    for held in _combinations("question"):
        should_be = card == "Forward" or "Reverse" in held
        if should_be and not any(True for _ in shown(nodes, held)):
            message = f"the front of {_what(held)} is empty"
            help = "Anki would offer these cards for deletion, with their history: show a field in all cases"
            yield _fault(file, 0, message, help)
            return
        if not should_be and any(True for _ in shown(nodes, held, negations=False)):
            message = "this card would be made of every item, not only of those with `reverse: yes`"
            yield _fault(file, 0, message, "put all of it between {{#Reverse}} and {{/Reverse}}")
            return


def _combinations(key: Key) -> Iterator[frozenset[str]]:
    """Yield which fields may hold something together, the plainest note first."""
    varying = (*_VARYING, *(("Reverse",) if key == "question" else ()))
    for more in chain.from_iterable(
        combinations(varying, count) for count in range(len(varying) + 1)
    ):
        yield _ALWAYS[key] | {*more}


def _what(held: frozenset[str]) -> str:
    more = [name for name in (*_VARYING, "Reverse") if name in held]
    return f"an item with {' and '.join(more)}" if more else "a plain item"


def _is_cloze(node: Node) -> bool:
    return isinstance(node, Shown) and node.field == "Text" and "cloze" in node.filters


def _every(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Block):
            yield from _every(node.inside)
