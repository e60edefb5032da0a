"""One file while it is being read: typed access to its mappings, and what is wrong in them."""

import re
from dataclasses import dataclass, field

from studyguide.deck import File, Text
from studyguide.finding import Finding
from studyguide.nodes import Branch, Node
from studyguide.slips import Problem, quoted

NOWHERE = Text("", 0)
"""Stands in for a text that is missing or wrong, which has been reported by then."""

_YES, _NO = {"yes", "true", "on"}, {"no", "false", "off"}
_WHAT = {str: "a text", list: "a list of texts", dict: "a mapping of texts to texts"}


@dataclass(slots=True)
class Sheet:
    """A curator's file, and the findings about it so far; `section` is 0 until it is known."""

    file: File
    findings: list[Finding] = field(default_factory=list)
    section: int = 0
    ids: list[Text] = field(default_factory=list)

    def wrong(self, problem: Problem, item: str = "") -> None:
        """Note an error at an offset of the file."""
        location = self.file.at(problem.start, problem.length)
        self.findings.append(
            Finding(
                location,
                problem.code,
                problem.message,
                problem.help,
                item=item,
                section=self.section,
            )
        )

    def wrong_text(self, text: Text, code: str, message: str, help: str, item: str = "") -> None:
        """Note an error about one text as a whole."""
        length = self.file.length(text)
        self.wrong(Problem(text.start, length, code, message, help), item)


class Fields:
    """The keys of one mapping and their values, and what is wrong with those."""

    __slots__ = ("guessed", "item", "sheet", "start", "values")

    def __init__(self, sheet: Sheet, start: int, values: dict[str, Node]) -> None:
        self.sheet = sheet
        self.start = start
        self.values = values
        self.guessed: set[str] = set()
        id = values.get("id")
        self.item = id[0] if id.__class__ is Text else ""

    @classmethod
    def of(cls, sheet: Sheet, branch: Branch, known: frozenset[str]) -> "Fields":
        """Take a mapping apart; report keys that are unknown, doubled or no plain words."""
        fields = cls(sheet, branch.start, {})
        for key, value in zip(branch.children[::2], branch.children[1::2], strict=True):
            if not isinstance(key, Text):
                fields._odd_key(key)
            elif key.value in fields.values:
                fields._doubled(key)
            elif key.value in known:
                fields.values[key.value] = value
            else:
                fields._unknown(key, known)
        return fields

    def wrong(self, text: Text, code: str, message: str, help: str) -> None:
        """Note an error about one of the texts of this mapping."""
        self.sheet.wrong_text(text, code, message, help, self.item)

    def missing(self, key: str, help: str) -> None:
        """Note that `key` is not there, unless a misspelt one was noted in its stead."""
        if key in self.guessed:
            return
        message = f"`{key}` is missing"
        self.sheet.wrong(Problem(self.start, 1, "key-missing", message, help), self.item)

    def text(self, key: str) -> Text | None:
        """Give the one text of `key`; nothing if it is absent, or was no text and is reported."""
        value = self.values.get(key)
        if value is None:
            return None
        if value.__class__ is not Text:
            self._type(key, value, str)
            return None
        if not value[0] or value[0].isspace():
            self._empty(key, value)
            return None
        return value

    def texts(self, key: str) -> tuple[Text, ...]:
        """Give the texts of `key`, which may be one text or a list of them."""
        value = self.values.get(key)
        if value is None:
            return ()
        if value.__class__ is Text:
            text = self.text(key)
            return (text,) if text else ()
        if value.is_mapping:
            self._type(key, value, list)
            return ()
        texts = tuple(self._element(key, child) for child in value.children)
        if not texts:
            self._empty(key, Text("", value.start))
        return tuple(text for text in texts if text)

    def pairs(self, key: str) -> tuple[tuple[Text, Text], ...]:
        """Give the texts of `key`, a mapping of texts to texts, in the order of the file."""
        value = self.values.get(key)
        if value is None:
            return ()
        if value.__class__ is Text or not value.is_mapping:
            self._type(key, value, dict)
            return ()
        names = frozenset(child[0] for child in value.children[::2] if child.__class__ is Text)
        inner = Fields.of(self.sheet, value, names)
        inner.item = self.item
        pairs = ((key, inner.text(key[0])) for key in value.children[::2] if isinstance(key, Text))
        return tuple({key.value: (key, text) for key, text in pairs if text}.values())

    def flag(self, key: str) -> bool:
        """Give yes or no."""
        text = self.text(key)
        if text is None or text.value.casefold() in _NO:
            return False
        if text.value.casefold() not in _YES:
            help = f"write `{key}: yes`, or leave the line out"
            self.wrong(text, "value-flag", f"`{key}` is either yes or no", help)
        return True

    def _element(self, key: str, child: Node) -> Text | None:
        if child.__class__ is not Text:
            self._type(key, child, str)
        elif not child[0].strip():
            self._empty(key, child)
        else:
            return child
        return None

    def _type(self, key: str, value: Node, wanted: type) -> None:
        start = value.start
        text = self.sheet.file.text
        line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)].rstrip()
        if text.startswith("{", start) and wanted is not dict:
            message = "a value that begins with `{` must be quoted"
            problem = Problem(start, 1, "yaml-brace", message, quoted(key, line))
        else:
            got = "a text" if value.__class__ is Text else "a mapping" if value.is_mapping else "a list"
            message = f"`{key}` must be {_WHAT[wanted]}, not {got}"
            help = {
                str: f"write `{key}: …` on one line",
                list: f"write `{key}: […, …]`, or one text",
                dict: f"write `{key}: {{my word: the source's word}}`",
            }[wanted]
            problem = Problem(start, len(line), "value-type", message, help)
        self.sheet.wrong(problem, self.item)

    def _empty(self, key: str, value: Text) -> None:
        help = f"write something after `{key}:`, or leave the line out"
        self.sheet.wrong(Problem(value.start, 1, "value-empty", f"`{key}` is empty", help), self.item)

    def _odd_key(self, key: Node) -> None:
        message = "a key must be a plain word"
        help = "quote the whole value if it begins with `{` or `[`"
        self.sheet.wrong(Problem(key.start, 1, "key-type", message, help), self.item)

    def _doubled(self, key: Text) -> None:
        message = f"`{key.value}` stands twice in this mapping"
        help = "keep one of them; several answers or quotations go into a list: […, …]"
        self.wrong(key, "key-duplicate", message, help)

    def _unknown(self, key: Text, known: frozenset[str]) -> None:
        help = f"known here: {', '.join(sorted(known))}"
        if nearest := _nearest(key.value, known - self.values.keys()):
            self.guessed.add(nearest)
            help = f"write `{nearest}:`?"
        self.wrong(key, "key-unknown", f"`{key.value}` is not known here", help)


def _nearest(word: str, known: frozenset[str]) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(word.casefold(), sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else ""


def slug(text: str) -> str:
    """Turn any text into what an id may look like: lower-case words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:64] or "item-1"
