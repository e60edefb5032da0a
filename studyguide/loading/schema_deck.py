"""From the nodes of a file to a section or a deck: which keys there are, and what they hold."""

from collections.abc import Iterator

from studyguide.deck.deck import Deck, Quotation, Section
from studyguide.deck.file import Text
from studyguide.finding import NO_SECTION
from studyguide.loading.diagnostics import NOWHERE, Diagnostics
from studyguide.loading.nodes import Branch, Node, Plain
from studyguide.loading.schema_editions import read_editions
from studyguide.loading.schema_item import has_reason, read_id, read_item
from studyguide.loading.schema_media import ReadImage, ReadMedia
from studyguide.loading.schema_parts import PART_KEYS, read_figures
from studyguide.loading.syntax import Problem
from studyguide.loading.typed_keys import Fields, nearest_key
from studyguide.patterns import lazy

DECK_KEYS = PART_KEYS | frozenset(
    [
        "accept",
        "id",
        "index",
        "title",
        "author",
        "curator",
        "work",
        "publisher",
        "place",
        "language",
        "rights",
        "licence",
        "aliases",
        "uncovered",
        "quotation",
        "openings",
        "passages",
        "markup",
        "math",
        "editions",
    ]
)
SECTION_KEYS = frozenset(("section", "title", "summary", "items"))
_LANGUAGE = lazy(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SECTION_NUMBER = lazy(r"0|[1-9][0-9]{0,3}")
_SHARE, _RUN = lazy(r"0?\.[0-9]{1,9}|[01](?:\.0{1,9})?"), lazy(r"[1-9][0-9]{0,3}")
_LIMITS = {
    "share": "write a share between 0 and 1, such as 0.25",
    "run": "write a number of words, such as 15",
}


def read_section(diagnostics: Diagnostics, root: Node, media: ReadMedia) -> Section | None:
    """Make a section of a file's root node; `None` if it does not even say which one it is."""
    fields = _mapping(diagnostics, root, SECTION_KEYS, "section: 1")
    if not fields:
        return None
    number = _section_number(fields)
    diagnostics.section = NO_SECTION if number is None else number
    title, summary = (_required(fields, key) for key in ("title", "summary"))
    nodes = _item_nodes(fields)
    items = [read_item(diagnostics, node, media) for node in nodes]
    if number is None:
        return None
    found = tuple(item for item in items if item)
    return Section(diagnostics.file, number, title, summary, found)


def read_deck(diagnostics: Diagnostics, root: Node, read_image: ReadImage) -> Deck | None:
    """Make a deck without sections of the root node of a `deck.yaml`."""
    fields = _mapping(diagnostics, root, DECK_KEYS, "id: my-deck")
    if not fields:
        return None
    id, title = read_id(fields), _required(fields, "title")
    told = ("author", "curator", "work", "publisher", "place", "rights", "licence")
    rest = {key: fields.text(key) or NOWHERE for key in told}
    return Deck(
        folder=diagnostics.file.path.parent,
        file=diagnostics.file,
        id=id.value,
        title=title,
        language=_language(fields),
        aliases=fields.pairs("aliases"),
        uncovered=fields.pairs("uncovered"),
        quotation=_quotation(fields),
        openings=_openings(fields),
        passages=fields.flag("passages"),
        math=fields.flag("math"),
        markup=fields.flag("markup"),
        editions=read_editions(fields),
        accept=_accepted(fields),
        sections=(),
        introduction=fields.text("introduction"),
        figures=read_figures(fields, read_image),
        discussion=fields.texts("discussion"),
        themes=fields.texts("index"),
        **{key: text.value for key, text in rest.items()},
    )


def _accepted(fields: Fields) -> tuple[tuple[Text, Text], ...]:
    pairs = fields.pairs("accept")
    return tuple((code, why) for code, why in pairs if has_reason(fields, code.value, why))


def _mapping(
    diagnostics: Diagnostics, root: Node, known: frozenset[str], example: str
) -> Fields | None:
    if isinstance(root, Branch) and root.is_mapping:
        return Fields.of(diagnostics, root, known)
    if root is not NOWHERE:
        message = "this file must be a mapping of keys to values"
        diagnostics.wrong(
            Problem(root.start, 1, "file-shape", message, f"begin it with `{example}`")
        )
    return None


def _required(fields: Fields, key: str) -> Text:
    if key not in fields.values:
        fields.missing(key, f"add a line `{key}: …`")
    return fields.text(key) or NOWHERE


def _section_number(fields: Fields) -> int | None:
    text = _required(fields, "section")
    if text is NOWHERE:
        return None
    if not _SECTION_NUMBER.fullmatch(text.value):
        help = "write the number that the section has in the source, such as `section: 1`"
        fields.wrong(text, "value-number", f"`{text.value[:20]}` is no section number", help)
        return None
    return int(text.value)


def _item_nodes(fields: Fields) -> list[Node]:
    node = fields.values.get("items")
    if node is None:
        fields.missing("items", "add `items:` and below it, indented, one `- id: …` an item")
        return []
    if isinstance(node, Branch) and not node.is_mapping:
        return [*_whole_items(fields.diagnostics, node.children)]
    if not isinstance(node, Text) or node.value:  # none yet, or none that can be read
        message = "`items` must be a list"
        help = "begin each item with `- id: …`"
        fields.diagnostics.wrong(Problem(node.start, 1, "value-type", message, help))
    return []


def _whole_items(diagnostics: Diagnostics, nodes: list[Node]) -> Iterator[Node]:
    """Yield all items but those of which each key has a dash of its own, which is told once of each."""
    at = 0
    while at < len(nodes):
        keys: list[str] = []
        end = at
        while end < len(nodes) and (key := _only_key(nodes[end])) and key not in keys:
            keys.append(key)
            end += 1
        if len(keys) > 1:
            message = f"`{keys[1]}:` has a dash, as if it began another item"
            help = "only the first line of an item has one: indent the others below it, without"
            problem = Problem(nodes[at + 1].start, 1, "yaml-indent", message, help)
            diagnostics.wrong(problem)
            at = end
            continue
        yield nodes[at]
        at += 1


def _only_key(node: Node) -> str:
    """Give the key of a mapping that has but one."""
    if isinstance(node, Plain):
        return next(iter(node.values)) if len(node.values) == 1 else ""
    if (
        not isinstance(node, Branch)
        or not node.is_mapping
        or len(node.children) != len(("key", "value"))
    ):
        return ""
    return node.children[0].value if isinstance(node.children[0], Text) else ""


def _language(fields: Fields) -> str:
    language = fields.text("language")
    if language is None:
        return "en"
    if not _LANGUAGE.fullmatch(language.value):
        help = "write a language tag such as `en`, `de` or `pt-BR`"
        fields.wrong(language, "value-language", "this is no language tag", help)
    return language.value


def _quotation(fields: Fields) -> Quotation:
    quotation = Quotation()
    for key, text in fields.pairs("quotation"):
        if key.value == "share" and _SHARE.fullmatch(text.value):
            quotation = quotation._replace(share=float(text.value))
        elif key.value == "run" and _RUN.fullmatch(text.value):
            quotation = quotation._replace(run=int(text.value))
        elif key.value in _LIMITS:
            message = f"`{text.value[:20]}` will not do here"
            fields.wrong(text, "value-number", message, _LIMITS[key.value])
        else:
            nearest = nearest_key(key.value, frozenset(_LIMITS))
            help = f"write `{nearest}:`?" if nearest else "known here: run, share"
            fields.wrong(key, "key-unknown", f"`{key.value}` is not known here", help)
    return quotation


def _openings(fields: Fields) -> tuple[tuple[int, Text], ...]:
    openings = []
    for key, text in fields.pairs("openings"):
        if _SECTION_NUMBER.fullmatch(key.value):
            openings.append((int(key.value), text))
        else:
            help = "write `openings: {1: the first words of section 1}`"
            fields.wrong(key, "value-number", "an opening goes with a section number", help)
    return tuple(openings)
