"""Typed access to the keys of one mapping of a curator's file; reports what is wrong with them."""

import re
from collections.abc import Mapping
from typing import Literal

from studyguide.deck import Text
from studyguide.nodes import Branch, Node
from studyguide.sheet import Sheet
from studyguide.slips import Problem, quoted

_YES, _NO = {"yes", "true", "on"}, {"no", "false", "off"}

Shape = Literal["a text", "a list of texts", "a mapping of texts to texts"]

_INSTEAD: dict[Shape, str] = {
    "a text": "write `{key}: …` on one line",
    "a list of texts": "write `{key}: […, …]`, or one text",
    "a mapping of texts to texts": "write `{key}: {{my word: the source's word}}`",
}


class Fields:
    """The keys of one mapping and their values; `item` is the id that stands among them."""

    __slots__ = ("guessed", "item", "sheet", "start", "values")

    def __init__(self, sheet: Sheet, start: int, values: Mapping[str, Node]) -> None:
        self.sheet = sheet
        self.start = start
        self.values = values
        self.guessed: set[str] = set()
        id = values.get("id")
        self.item = id.value if isinstance(id, Text) else ""

    @classmethod
    def of(cls, sheet: Sheet, branch: Branch, known: frozenset[str]) -> "Fields":
        """Take a mapping apart; report keys that are unknown, doubled or no plain words."""
        values: dict[str, Node] = {}
        strange: list[Node] = []
        for key, value in zip(branch.children[::2], branch.children[1::2], strict=True):
            if isinstance(key, Text) and key.value in known and key.value not in values:
                values[key.value] = value
            else:
                strange.append(key)
        fields = cls(sheet, branch.start, values)
        for key in strange:
            fields._strange(key, known)
        return fields

    def wrong(self, text: Text, code: str, message: str, help: str) -> None:
        """Note an error about one of the texts of this mapping."""
        length = self.sheet.file.length(text)
        self.sheet.wrong(Problem(text.start, length, code, message, help), self.item)

    def missing(self, key: str, help: str) -> None:
        """Note that `key` is not there, unless a misspelt one was noted in its stead."""
        if key not in self.guessed:
            problem = Problem(self.start, 1, "key-missing", f"`{key}` is missing", help)
            self.sheet.wrong(problem, self.item)

    def text(self, key: str) -> Text | None:
        """Give the one text of `key`; nothing if it is absent, or was no text and is reported."""
        value = self.values.get(key)
        return None if value is None else self._text(key, value)

    def texts(self, key: str) -> tuple[Text, ...]:
        """Give the texts of `key`, which may be one text or a list of them."""
        value = self.values.get(key)
        if value is None:
            return ()
        if isinstance(value, Branch) and value.is_mapping:
            self._shape(key, value, "a list of texts")
            return ()
        elements = value.children if isinstance(value, Branch) else [value]
        if not elements:
            self._empty(key, value.start)
        texts = (self._text(key, element) for element in elements)
        return tuple(text for text in texts if text)

    def pairs(self, key: str) -> tuple[tuple[Text, Text], ...]:
        """Give the texts of `key`, a mapping of texts to texts, in the order of the file."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, Branch) or not value.is_mapping:
            self._shape(key, value, "a mapping of texts to texts")
            return ()
        names = [name for name in value.children[::2] if isinstance(name, Text)]
        inner = Fields.of(self.sheet, value, frozenset(name.value for name in names))
        inner.item = self.item
        texts = {name.value: (name, inner.text(name.value)) for name in reversed(names)}
        return tuple((name, text) for name, text in reversed(texts.values()) if text)

    def flag(self, key: str) -> bool:
        """Give yes or no."""
        text = self.text(key)
        if text is None or text.value.casefold() in _NO:
            return False
        if text.value.casefold() not in _YES:
            help = f"write `{key}: yes`, or leave the line out"
            self.wrong(text, "value-flag", f"`{key}` is either yes or no", help)
        return True

    def _text(self, key: str, value: Node) -> Text | None:
        if not isinstance(value, Text):
            self._shape(key, value, "a text")
        elif not value.value or value.value.isspace():
            self._empty(key, value.start)
        else:
            return value
        return None

    def _shape(self, key: str, value: Node, wanted: Shape) -> None:
        line = self.sheet.file.line_from(value.start)
        if line.startswith("{") and wanted != "a mapping of texts to texts":
            message = "a value that begins with `{` must be quoted"
            problem = Problem(value.start, 1, "yaml-brace", message, quoted(key, line))
        else:
            message = f"`{key}` must be {wanted}, not {_shape_of(value)}"
            help = _INSTEAD[wanted].format(key=key)
            problem = Problem(value.start, len(line), "value-type", message, help)
        self.sheet.wrong(problem, self.item)

    def _empty(self, key: str, start: int) -> None:
        help = f"write something after `{key}:`, or leave the line out"
        problem = Problem(start, 1, "value-empty", f"`{key}` is empty", help)
        self.sheet.wrong(problem, self.item)

    def _strange(self, key: Node, known: frozenset[str]) -> None:
        """Report a key that is there twice, unknown, or no plain word."""
        if not isinstance(key, Text):
            help = "quote the whole value if it begins with `{` or `[`"
            problem = Problem(key.start, 1, "key-type", "a key must be a plain word", help)
            self.sheet.wrong(problem, self.item)
        elif key.value in self.values:
            help = "keep one of them; several answers or quotations go into a list: […, …]"
            message = f"`{key.value}` stands twice in this mapping"
            self.wrong(key, "key-duplicate", message, help)
        else:
            help = f"known here: {', '.join(sorted(known))}"
            if nearest := _nearest(key.value, known - self.values.keys()):
                self.guessed.add(nearest)
                help = f"write `{nearest}:`?"
            self.wrong(key, "key-unknown", f"`{key.value}` is not known here", help)


def _shape_of(value: Node) -> str:
    if isinstance(value, Text):
        return "a text"
    return "a list" if isinstance(value, Branch) and not value.is_mapping else "a mapping"


def _nearest(word: str, known: frozenset[str]) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(word.casefold(), sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else ""


def slug(text: str) -> str:
    """Turn any text into what an id may look like: lower-case words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:64].strip("-") or "item-1"
