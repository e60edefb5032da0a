"""From the node of one item to an `Item`: its kind, its keys, and what does not go together."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from studyguide.deck.cloze import Piece, parse
from studyguide.deck.file import Text
from studyguide.deck.item import KINDS, Item, Kind
from studyguide.loading.diagnostics import NOWHERE, Diagnostics
from studyguide.loading.nodes import Branch, Node, Plain
from studyguide.loading.schema_media import MEDIA_KEYS, ReadMedia, key_place, media_of
from studyguide.loading.syntax import MOST_SLIPS, Problem
from studyguide.loading.typed_keys import Fields, slug
from studyguide.patterns import lazy

_USUAL = frozenset({"id", "evidence"} | {key for keys in KINDS.values() for key in keys if key})
_OTHER = frozenset(("wording", "note", "tags", "reverse", "type", "was", "retired", "index"))
ITEM_KEYS = _USUAL | _OTHER | MEDIA_KEYS

_SLUG = lazy(r"(?!.{65})[a-z0-9]++(?:-[a-z0-9]++)*")
_BAD_IN_TAG = lazy(r"[\s\"\x00-\x1f\x7f]")

_ANKIS_TAGS, _WITHDRAWN = frozenset({"marked", "leech"}), "withdrawn"
"""What a learner's Anki tags notes with: it takes neither from a package; what our notes of withdrawn items have."""

_NO_REASONS = " yes no true false on off y n x ja nein oui non sí si "


def read_item(diagnostics: Diagnostics, node: Node, media: ReadMedia) -> Item | None:
    """Make an item of a node; `None` if anything is wrong with it, which is then noted.

    One that lacks nothing but evidence is noted and made all the same.
    """
    known = len(diagnostics.findings)
    fields = _fields(diagnostics, node)
    if not fields:
        return None
    id = read_id(fields)
    form = _form_of(tuple(fields.values))
    kind = form.kind or _diagnose_kind(fields)
    if not kind:
        return None
    prompt = fields.text(kind) or NOWHERE
    answers = fields.texts("answer") if kind == "question" else _only(fields, KINDS[kind][1])
    pieces = _pieces(fields, prompt) if kind == "cloze" else ()
    evidence = fields.texts("evidence")
    if "evidence" not in fields.values:
        known += _without_evidence(fields)
    is_list = kind == "question" and isinstance(fields.values.get("answer"), Branch)
    rest = {name: read(fields, key) for key, name, read in form.optional}
    if form.has_media:
        rest |= media_of(fields, media)
    item = Item(
        diagnostics.file,
        diagnostics.section,
        kind,
        id,
        prompt,
        answers,
        is_list,
        pieces,
        evidence,
        **rest,
    )
    if rest:
        _check_together(fields, item)
    return item if len(diagnostics.findings) == known and not fields.is_spoilt else None


def _fields(diagnostics: Diagnostics, node: Node) -> Fields | None:
    if isinstance(node, Plain):
        return Fields(diagnostics, node.start, node.values)
    if isinstance(node, Branch) and node.is_mapping:
        return Fields.of(diagnostics, node, ITEM_KEYS)
    if node is not NOWHERE:
        message = "an item must be a mapping of keys to values"
        help = "begin it with `- id: …`, its other keys below, indented alike"
        diagnostics.wrong(Problem(node.start, 1, "value-type", message, help))
    return None


def _without_evidence(fields: Fields) -> int:
    """Report that evidence is missing, which can be found; count what was reported."""
    known = len(fields.diagnostics.findings)
    if "retired" not in fields.values:
        help = "add `evidence: …`, three to twelve words of the source, word for word"
        fields.missing("evidence", help)
    return len(fields.diagnostics.findings) - known


def _only(fields: Fields, key: str) -> tuple[Text, ...]:
    text = fields.text(key) if key else None
    return (text,) if text else ()


def read_id(fields: Fields) -> Text:
    """Give the `id` of an item or a deck, and report one that will not do."""
    id = fields.text("id")
    if id is None:
        if "id" not in fields.values:
            fields.missing("id", "add `id: …`, a short name in lower case that is never changed")
        return NOWHERE
    fields.diagnostics.ids.append(id)
    if not _SLUG.fullmatch(id[0]):
        message = "an id is made of a-z, 0-9 and single hyphens, 64 at most"
        fields.wrong(id, "id-malformed", message, f"write `id: {slug(id[0])}`")
    return id


class _Form(NamedTuple):
    """What the keys of an item tell: its kind, if they fit together, and what reads those it need not have.

    Of each of these there are its name in the file, its name in `Item`, and the reader.
    """

    kind: Kind | None
    optional: tuple[tuple[str, str, Callable[[Fields, str], Any]], ...]
    has_media: bool


@cache
def _form_of(keys: tuple[str, ...]) -> _Form:
    """Tell what keys mean together: few combinations ever occur, so they are worth keeping."""
    prompts = [kind for kind in KINDS if kind in keys]
    answers = [answer for _, answer in KINDS.values() if answer in keys]
    is_whole = len(prompts) == 1 and answers == [each for each in KINDS[prompts[0]][1:] if each]
    optional = tuple((key, *_OPTIONAL[key]) for key in keys if key in _OPTIONAL)
    has_media = not MEDIA_KEYS.isdisjoint(keys)
    return _Form(prompts[0] if is_whole else None, optional, has_media)


def _diagnose_kind(fields: Fields) -> Kind | None:
    """Say why an item's keys do not fit together; give the kind that was probably meant."""
    kinds = [kind for kind in KINDS if kind in fields.values]
    if not kinds:
        message = "this item asks nothing"
        help = "give it one of: " + ", ".join(KINDS)
        if not fields.guessed & KINDS.keys() and not fields.is_torn:
            fields.diagnostics.wrong(
                Problem(fields.start, 1, "item-kind", message, help), fields.item
            )
        return None
    for other in kinds[1:]:
        message = f"an item is either a {kinds[0]} or a {other}"
        help = "make two items of it, each with an id of its own"
        fields.wrong(key_place(fields, other), "item-kinds", message, help)
    if len(kinds) == 1:
        _diagnose_answer(fields, kinds[0])
    return kinds[0]


def _diagnose_answer(fields: Fields, kind: Kind) -> None:
    wanted = KINDS[kind][1]
    misplaced = [key for _, key in KINDS.values() if key in fields.values and key != wanted]
    for key in misplaced:
        message = f"`{key}` does not go with `{kind}`"
        help = f"write `{wanted}: …`" if wanted else "a cloze is its own answer"
        fields.wrong(key_place(fields, key), "key-misplaced", message, help)
    if wanted and wanted not in fields.values and not misplaced:
        fields.missing(wanted, f"a `{kind}` goes with `{wanted}: …`")


def _pieces(fields: Fields, cloze: Text) -> tuple[Piece, ...]:
    if cloze is NOWHERE:
        return ()
    pieces, slips = parse(cloze.value)
    file = fields.diagnostics.file
    for slip in slips[:MOST_SLIPS]:
        start, last = file.offset(cloze, slip.start), file.offset(cloze, slip.end - 1)
        problem = Problem(start, max(last + 1 - start, 1), slip.code, slip.message, slip.help)
        fields.diagnostics.wrong(problem, fields.item)
    return pieces


def _tags(fields: Fields, key: str) -> tuple[Text, ...]:
    tags = fields.texts(key)
    for tag in tags:
        if fault := _fault_of_tag(tag[0]):
            fields.wrong(tag, "tag-malformed", *fault)
    return tags


@lru_cache(maxsize=1024)
def _fault_of_tag(tag: str) -> tuple[str, str] | None:
    """Say what is wrong with a tag, and what to write; few different ones stand in a deck."""
    if _BAD_IN_TAG.search(tag):
        meant = tag.removeprefix("[").removesuffix("]").split(",")
        several = ", ".join(_BAD_IN_TAG.sub("-", each.strip()) for each in meant)
        help = f"write `[{several}]`" if len(meant) > 1 else f"write `{several}`"
        return "a tag cannot hold spaces or quotation marks", help
    if not all(levels := tag.split("::")):
        help = f"write `{'::'.join(filter(None, levels)) or 'a-tag'}`"
        return "a level of this tag has no name", help
    if tag.casefold() in _ANKIS_TAGS:
        return f"Anki keeps the tag `{tag}` for itself and would drop it", "choose another word"
    if tag.casefold() == _WITHDRAWN:
        message = f"by the tag `{tag}` learners find what was withdrawn, and delete it"
        help = "choose another word; for an item that is withdrawn write `retired: why`"
        return message, help
    return None


def has_reason(fields: Fields, key: str, reason: Text) -> bool:
    """Whether what stands for a reason is in words; `yes` is none, and is reported."""
    value = reason.value.strip().casefold()
    if f" {value} " not in _NO_REASONS and any(map(str.isalpha, value)):
        return True
    help = f"write `{key}: …` with the reason; if there is none, leave the line out"
    message = f"`{key}` says why, in words: “{reason.value.strip()}” is no reason"
    fields.wrong(reason, "value-type", message, help)
    return False


def _retired(fields: Fields, key: str) -> Text | None:
    reason = fields.text(key)
    return reason if reason and has_reason(fields, key, reason) else None


_OPTIONAL: dict[str, tuple[str, Callable[[Fields, str], Any]]] = {
    "wording": ("wording", Fields.pairs),
    "note": ("note", Fields.text),
    "tags": ("tags", _tags),
    "reverse": ("reverse", Fields.flag),
    "type": ("typed", Fields.flag),
    "was": ("was", Fields.texts),
    "retired": ("retired", _retired),
    "index": ("heading", Fields.text),
}
"""For each key that an item need not have, its name in `Item` and what reads it."""


def _check_together(fields: Fields, item: Item) -> None:
    """Report keys that do not go with each other or with the kind."""
    if item.reverse and item.kind in ("question", "cloze"):
        message = f"a {item.kind} cannot be asked in reverse"
        help = "drop `reverse`, or make it a term, a person or a date"
        fields.wrong(key_place(fields, "reverse"), "reverse-misplaced", message, help)
    if item.heading and item.kind != "person":
        message = "only a person's heading is told by its item"
        help = "drop `index`; what else the index lists stands in `deck.yaml`"
        fields.wrong(key_place(fields, "index"), "index-misplaced", message, help)
    if item.typed and item.is_list:
        message = "a list cannot be typed in"
        fields.wrong(key_place(fields, "type"), "type-misplaced", message, "drop `type`")
