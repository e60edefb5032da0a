"""From the node of one item to an `Item`: its kind, its keys, and what does not go together."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from studyguide.cloze import Piece, parse
from studyguide.deck import KINDS, Image, Item, Kind, Text
from studyguide.fields import Fields, slug
from studyguide.nodes import Branch, Node, Plain
from studyguide.sheet import NOWHERE, Sheet
from studyguide.slips import Problem

ITEM_KEYS = frozenset(
    {"id", "evidence", "wording", "note", "tags", "image", "alt", "reverse", "type", "was"}
    | {"retired"}
    | {key for keys in KINDS.values() for key in keys if key}
)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BAD_IN_TAG = re.compile(r"[\s\"\x00-\x1f\x7f]")

ReadImage = Callable[[Fields, Text, Text | None], Image | None]
"""How an item's picture is opened: given the item's fields, the file name and the alt text."""


def read_item(sheet: Sheet, node: Node, read_image: ReadImage) -> Item | None:
    """Make an item of a node; `None` if anything is wrong with it, which is then noted."""
    known = len(sheet.findings)
    if isinstance(node, Plain):
        fields = Fields(sheet, node.start, node.values)
    elif isinstance(node, Branch) and node.is_mapping:
        fields = Fields.of(sheet, node, ITEM_KEYS)
    else:
        message = "an item must be a mapping of keys to values"
        help = "begin it with `- id: …`, its other keys below, indented alike"
        sheet.wrong(Problem(node.start, 1, "value-type", message, help))
        return None
    id = read_id(fields)
    kind = _kind_of(tuple(fields.values)) or _diagnose_kind(fields)
    if not kind:
        return None
    prompt = fields.text(kind) or NOWHERE
    answers = fields.texts("answer") if kind == "question" else _only(fields, KINDS[kind][1])
    pieces = _pieces(fields, prompt) if kind == "cloze" else ()
    evidence = fields.texts("evidence")
    is_list = isinstance(fields.values.get("answer"), Branch)
    rest = {} if len(fields.values) == 4 and evidence else _optional(fields, read_image)
    item = Item(
        sheet.file, sheet.section, kind, id, prompt, answers, is_list, pieces, evidence, **rest
    )
    if rest:
        _check_together(fields, item)
    return item if len(sheet.findings) == known else None


def _optional(fields: Fields, read_image: ReadImage) -> dict[str, Any]:
    """Read the keys that an item need not have; most have none of them."""
    if "evidence" not in fields.values and "retired" not in fields.values:
        help = "add `evidence: …`, three to twelve words of the source, word for word"
        fields.missing("evidence", help)
    picture, alt = fields.text("image"), fields.text("alt")
    return {
        "wording": fields.pairs("wording"),
        "note": fields.text("note"),
        "tags": _tags(fields),
        "image": read_image(fields, picture, alt) if picture else None,
        "reverse": fields.flag("reverse"),
        "typed": fields.flag("type"),
        "was": fields.texts("was"),
        "retired": fields.text("retired"),
    }


def _only(fields: Fields, key: str) -> tuple[Text, ...]:
    text = fields.text(key) if key else None
    return (text,) if text else ()


def read_id(fields: Fields) -> Text:
    """Give the `id` of an item or a deck, and report one that will not do."""
    id = fields.text("id")
    fields.sheet.ids.extend([id] if id else [])
    if id is None:
        if "id" not in fields.values:
            fields.missing("id", "add `id: …`, a short name in lower case that is never changed")
        return NOWHERE
    if not _SLUG.fullmatch(id[0]) or len(id[0]) > 64:
        message = "an id is made of a-z, 0-9 and single hyphens, 64 at most"
        fields.wrong(id, "id-malformed", message, f"write `id: {slug(id[0])}`")
    return id


@cache
def _kind_of(keys: tuple[str, ...]) -> Kind | None:
    """Tell an item's kind by its keys, if they fit together; few combinations ever occur."""
    prompts = [kind for kind in KINDS if kind in keys]
    answers = [answer for _, answer in KINDS.values() if answer in keys]
    if len(prompts) == 1 and answers == [answer for answer in KINDS[prompts[0]][1:] if answer]:
        return prompts[0]
    return None


def _diagnose_kind(fields: Fields) -> Kind | None:
    """Say why an item's keys do not fit together; give the kind that was probably meant."""
    kinds = [kind for kind in KINDS if kind in fields.values]
    if not kinds:
        message = "this item asks nothing"
        help = "give it one of: " + ", ".join(KINDS)
        if not fields.guessed & KINDS.keys():
            fields.sheet.wrong(Problem(fields.start, 1, "item-kind", message, help), fields.item)
        return None
    for other in kinds[1:]:
        message = f"an item is either a {kinds[0]} or a {other}"
        help = "make two items of it, each with an id of its own"
        fields.wrong(_key(fields, other), "item-kinds", message, help)
    if len(kinds) == 1:
        _diagnose_answer(fields, kinds[0])
    return kinds[0]


def _diagnose_answer(fields: Fields, kind: Kind) -> None:
    wanted = KINDS[kind][1]
    misplaced = [key for _, key in KINDS.values() if key in fields.values and key != wanted]
    for key in misplaced:
        message = f"`{key}` does not go with `{kind}`"
        help = f"write `{wanted}: …`" if wanted else "a cloze is its own answer"
        fields.wrong(_key(fields, key), "key-misplaced", message, help)
    if wanted and wanted not in fields.values and not misplaced:
        fields.missing(wanted, f"a `{kind}` goes with `{wanted}: …`")


def _key(fields: Fields, key: str) -> Text:
    """Find the place of a key, which is a little before its value."""
    value = fields.values[key]
    start = fields.sheet.file.text.rfind(key, fields.start, max(value.start, fields.start))
    return Text(key, start if start >= 0 else value.start)


def _pieces(fields: Fields, cloze: Text) -> tuple[Piece, ...]:
    if cloze is NOWHERE:
        return ()
    pieces, slips = parse(cloze.value)
    file = fields.sheet.file
    for slip in slips:
        start, end = file.offset(cloze, slip.start), file.offset(cloze, slip.end)
        problem = Problem(start, max(end - start, 1), slip.code, slip.message, slip.help)
        fields.sheet.wrong(problem, fields.item)
    return pieces


def _tags(fields: Fields) -> tuple[Text, ...]:
    tags = fields.texts("tags")
    for tag in tags:
        if _BAD_IN_TAG.search(tag.value):
            help = f"write `{_BAD_IN_TAG.sub('-', tag.value)}`"
            message = "a tag cannot hold spaces or quotation marks"
            fields.wrong(tag, "tag-malformed", message, help)
    return tags


def _check_together(fields: Fields, item: Item) -> None:
    """Report keys that do not go with each other or with the kind."""
    if "image" in fields.values and "alt" not in fields.values:
        fields.missing("alt", "say in `alt: …` what the picture shows, for those who cannot see it")
    if item.reverse and item.kind in ("question", "cloze"):
        message = f"a {item.kind} cannot be asked in reverse"
        help = "drop `reverse`, or make it a term, a person or a date"
        fields.wrong(_key(fields, "reverse"), "reverse-misplaced", message, help)
    if item.typed and item.is_list:
        message = "a list cannot be typed in"
        fields.wrong(_key(fields, "type"), "type-misplaced", message, "drop `type`")
