"""Typed access to the keys of one mapping of a curator's file; reports what is wrong with them."""

from collections.abc import Mapping
from typing import Literal

from studyguide.deck.file import Text
from studyguide.language.scripts import hyphened
from studyguide.loading.diagnostics import NOWHERE, Diagnostics
from studyguide.loading.nodes import Branch, Node
from studyguide.loading.syntax import Problem, quoted
from studyguide.patterns import lazy

_YES, _NO = {"yes", "true", "on"}, {"no", "false", "off"}

Shape = Literal["a text", "a list of texts", "a mapping of texts to texts"]

_INSTEAD: dict[Shape, str] = {
    "a text": "write `{key}: …` as one text, quoted if it begins with `[`",
    "a list of texts": "write `{key}: […, …]`, or one text",
    "a mapping of texts to texts": "write `{key}: {{…: …}}`",
}
_EXAMPLES = {
    "wording": "write `wording: {my word: the source's word}`",
    "aliases": "write `aliases: {one name: another for the same}`",
    "quotation": "write `quotation: {share: 0.25, run: 15}`",
    "discussion": "write `discussion: [a question, another]`",
    "picture": "write `picture: {file: mill.png, alt: a mill, side: question}`",
    "openings": "write `openings: {1: the first words of section 1}`",
}
_NEEDED = "id title language section summary question answer cloze term definition person role date event evidence"
"""What may not be left out."""

_UNSEEN = lazy(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0]*"
)
"""Blanks, and signs without a shape: a text of nothing else looks empty."""


def _is_blank(value: str) -> bool:
    return not "!" <= value[:1] <= "~" and _UNSEEN.fullmatch(value) is not None


class Fields:
    """The keys of one mapping and their values; `item` is the id that stands among them.

    `guessed` are keys that a misspelt one was probably meant to be. Where some key could not be read,
    so that nobody can tell which are missing, `is_torn` is set; where some value, `is_spoilt`.
    """

    __slots__ = ("diagnostics", "guessed", "is_spoilt", "is_torn", "item", "start", "values")

    def __init__(self, diagnostics: Diagnostics, start: int, values: Mapping[str, Node]) -> None:
        self.diagnostics = diagnostics
        self.start = start
        self.values = values
        self.guessed: set[str] = set()
        self.is_torn = self.is_spoilt = False
        id = values.get("id")
        self.item = id.value if isinstance(id, Text) else ""

    @classmethod
    def of(cls, diagnostics: Diagnostics, branch: Branch, known: frozenset[str]) -> "Fields":
        """Take a mapping apart; report keys that are unknown, doubled or no plain words."""
        values: dict[str, Node] = {}
        strange: list[Node] = []
        for key, value in zip(branch.children[::2], branch.children[1::2], strict=True):
            if isinstance(key, Text) and key.value in known and key.value not in values:
                values[key.value] = value
                continue
            strange.append(key if value is not NOWHERE else NOWHERE)
            if isinstance(key, Text) and key.value == "id" and "id" in values:
                strange.append(NOWHERE)
                break  # what follows belongs to another item, whose dash is missing
        fields = cls(diagnostics, branch.start, values)
        fields.is_torn = any(key is NOWHERE or isinstance(key, Branch) for key in strange)
        for key in strange:
            fields._strange(key, known, values)
        return fields

    def wrong(self, text: Text, code: str, message: str, help: str) -> None:
        """Note an error about one of the texts of this mapping."""
        length = self.diagnostics.file.length(text)
        self.diagnostics.wrong(Problem(text.start, length, code, message, help), self.item)

    def missing(self, key: str, help: str) -> None:
        """Note that `key` is not there, unless it may be, in a form that was noted before."""
        if key not in self.guessed and not self.is_torn:
            problem = Problem(self.start, 1, "key-missing", f"`{key}` is missing", help)
            self.diagnostics.wrong(problem, self.item)

    def text(self, key: str) -> Text | None:
        """Give the one text of `key`; nothing if it is absent, or is none, which is reported."""
        value = self.values.get(key)
        if isinstance(value, Text) and not _is_blank(value[0]):
            return value
        return None if value is None else self._text(key, value)

    def texts(self, key: str) -> tuple[Text, ...]:
        """Give the texts of `key`, which may be one text or a list of them."""
        value = self.values.get(key)
        if value is None:
            return ()
        if isinstance(value, Text) and not _is_blank(value[0]):
            return (value,)
        if isinstance(value, Branch):
            return self._elements(key, value)
        text = self._text(key, value)
        return (text,) if text else ()

    def _elements(self, key: str, value: Branch) -> tuple[Text, ...]:
        if value.is_mapping:
            self._shape(key, value, "a list of texts")
            return ()
        if not value.children:
            self._empty(key, value.start)
        plain = [
            each
            for each in value.children
            if isinstance(each, Text) and "!" <= each[0][:1] <= "~"  # no call for each
        ]
        if len(plain) == len(value.children):
            return tuple(plain)  # as nearly all are
        return tuple(filter(None, [self._text(key, element) for element in value.children]))

    def pairs(self, key: str) -> tuple[tuple[Text, Text], ...]:
        """Give the texts of `key`, a mapping of texts to texts, in the order of the file."""
        value = self.values.get(key)
        if value is None or value is NOWHERE:
            self.is_spoilt |= value is NOWHERE
            return ()
        if value == Text("", value.start) or (isinstance(value, Branch) and not value.children):
            self._empty(key, value.start)
            return ()
        if not isinstance(value, Branch) or not value.is_mapping:
            self._shape(key, value, "a mapping of texts to texts")
            return ()
        pairs: dict[str, tuple[Text, Text | None]] = {}
        for name, node in zip(value.children[::2], value.children[1::2], strict=True):
            if isinstance(name, Text) and not _is_blank(name.value) and name.value not in pairs:
                pairs[name.value] = (name, self._text(name.value, node))
            else:
                self._strange(name, frozenset(), pairs)
        return tuple((name, text) for name, text in pairs.values() if text)

    def flag(self, key: str) -> bool:
        """Give yes or no."""
        text = self.text(key)
        if text is None or text.value.casefold() in _NO:
            return False
        if text.value.casefold() not in _YES:
            help = f"write `{key}: yes`, or leave the line out"
            self.wrong(text, "value-flag", f"`{key}` is either yes or no", help)
            return False
        return True

    def _text(self, key: str, value: Node) -> Text | None:
        if not isinstance(value, Text):
            self._shape(key, value, "a text")
        elif not _is_blank(value[0]):
            return value
        elif value is NOWHERE:
            self.is_spoilt = True
        else:
            self._empty(key, value.start)
        return None

    def _shape(self, key: str, value: Node, wanted: Shape) -> None:
        if isinstance(value, Branch) and any(child is NOWHERE for child in value.children):
            self.is_spoilt = True  # it may only look so because of what is reported
            return
        line = self.diagnostics.file.line_from(value.start)
        message = f"`{key}` must be {wanted}, not {_shape_of(value)}"
        help = _EXAMPLES.get(key, _INSTEAD[wanted].format(key=key))
        problem = Problem(value.start, len(line), "value-type", message, help)
        if wanted != "a mapping of texts to texts" and isinstance(value, Branch):
            if line.startswith("{"):
                message = "a value that begins with `{` must be quoted"
                problem = Problem(value.start, 1, "yaml-brace", message, quoted(key, line))
            elif split := self._split_at_colon(value):
                problem = split
        self.diagnostics.wrong(problem, self.item)

    def _split_at_colon(self, value: Branch) -> Problem | None:
        """Tell of a text that YAML took for a key and its value, because of a `: ` in it."""
        texts = [text for text in value.children if isinstance(text, Text)]
        if not value.is_mapping or len(texts) != 2 or len(value.children) != 2:
            return None
        name, rest = texts
        after_name = self.diagnostics.file.offset(name, len(name.value) - 1)
        colon = self.diagnostics.file.text.find(":", after_name)
        message = "a text that holds `: ` must be quoted"
        help = quoted("", f"{name.value}: {rest.value}".rstrip())
        return Problem(colon, 1, "yaml-colon", message, help)

    def _empty(self, key: str, start: int) -> None:
        rest = self.diagnostics.file.line_from(start).lstrip()
        left_out = "" if key in _NEEDED.split() else ", or leave the line out"
        help = f"write something after `{key}:`{left_out}"
        if rest.startswith("#"):
            help = quoted(key, rest) + " if this is no comment"
        problem = Problem(start, 1, "value-empty", f"`{key}` is empty", help)
        self.diagnostics.wrong(problem, self.item)

    def _strange(self, key: Node, known: frozenset[str], present: Mapping[str, object]) -> None:
        """Report a key that is there twice, unknown, or no plain word."""
        if key is NOWHERE:  # reported
            self.is_spoilt = True
        elif not isinstance(key, Text) or _is_blank(key.value):
            help = "quote the whole value if it begins with `{` or `[`"
            problem = Problem(key.start, 1, "key-type", "a key must be a plain word", help)
            self.diagnostics.wrong(problem, self.item)
        elif key.value in present:
            help = _KEEP_ONE.get(key.value, "keep one of them")
            message = f"`{key.value}` stands twice in this mapping"
            self.wrong(key, "key-duplicate", message, help)
        else:
            help = f"known here: {', '.join(sorted(known))}"
            if nearest := nearest_key(key.value, known):
                self.guessed.add(nearest)
                help = f"write `{nearest}:`?"
                if nearest in present:
                    help = f"`{nearest}:` is there already: put everything there"
            self.wrong(key, "key-unknown", f"`{key.value}` is not known here", help)


_TO_LIST = "keep one of them, or write one list: […, …]"
_KEEP_ONE = {"id": "keep one of them; a new item begins with a dash: `- id: …`"} | dict.fromkeys(
    ("answer", "evidence", "tags", "was"), _TO_LIST
)


def _shape_of(value: Node) -> str:
    if isinstance(value, Text):
        return "a text"
    return "a list" if isinstance(value, Branch) and not value.is_mapping else "a mapping"


def nearest_key(word: str, known: frozenset[str]) -> str:
    """Give the key that was most likely meant, or nothing if none comes near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word.casefold(), sorted(known), scorer=fuzz.ratio, score_cutoff=62)
    return found[0] if found else ""


def slug(text: str) -> str:
    """Turn any text into what an id may look like: lower-case words in Latin letters, joined by hyphens."""
    return hyphened(text)[:64].strip("-") or "item-1"
