"""Markdown, by CommonMark and tables; front matter and footnotes as most programs write them."""

import re
from itertools import chain
from typing import TYPE_CHECKING

from studyguide.source.readers.document import LONGEST_BOLD, Builder, Document, Kind
from studyguide.source.readers.html import Page
from studyguide.source.readers.hyphens import joined
from studyguide.source.readers.markdown_dialects import as_read, bare, notes_in, without_fences
from studyguide.source.readers.text import decoded
from studyguide.source.readers.tree import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_FRONT = re.compile(
    r"\A(?:---[^\S\n]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[^\S\n]*\n(?P<toml>.*?)\n\+\+\+)[^\S\n]*(?:\n|\Z)",
    re.DOTALL,
)
_TOLD = re.compile(
    r"^(title|author|lang)(?:(?<=author)s|(?<=lang)uage)?[^\S\n]*[:=][^\S\n]*([^\n]*(?:\n(?:[^\S\n]+\S|-[^\S\n])[^\n]*)*)",
    re.MULTILINE | re.IGNORECASE,
)
"""A key, and its value with the lines that go on with it."""

_QUOTED = re.compile(r"([\"'])(.*)\1\s*(?:#.*)?")
_BEFORE_VALUE = re.compile(r"-\s+|\{|name\s*[:=]\s*")
_FOLDED = re.compile(r"[|>][-+]?")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_NOTE_TEXT = re.compile(r"^[ ]{0,3}\[\^[^\]\s]{1,40}\]:[^\S\n]*", re.MULTILINE)
_TERM = re.compile(
    r"^(?![#>|:*+\-\s])([^\n]{0,299}[^\n\s.:;,!?…|])[^\S\n]*\n(?:[^\S\n]*\n)? {0,3}:[^\S\n]+(?=\S)",
    re.MULTILINE,
)
"""A term, and on the next line, or behind a blank one, a colon before what defines it."""

_MORE = ["table", "strikethrough"]
_BOLD_TAG = re.compile(r"<(/?)(?:b|strong|u)>", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"(?<![^\S\n])[^\S\n]*+\{[#.][^{}\n]*\}[^\S\n]*$")


def read_markdown(data: bytes) -> Document:
    """Read a text with marks."""
    from markdown_it import MarkdownIt

    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    told: dict[str, str] = {}
    if front := _FRONT.match(text):
        said = _TOLD.findall(front["yaml"] or front["toml"] or "")
        told = {key.lower(): _value(written) for key, written in said}
        text = text[front.end() :]
    text = _NOTE_TEXT.sub("\n\x02NOTE ", joined(without_fences(text)))
    text = _TERM.sub(r"\1: ", text)
    builder = Builder()
    reader = _Reader(builder)
    for token in MarkdownIt("commonmark", {"html": True}).enable(_MORE).parse(text):
        reader.take(token)
    language = told.pop("lang", "")
    return builder.document("markdown", language=language, **told)


def _value(written: str) -> str:
    """Give a value of the front matter as one text: a list parted by commas, of a person the name."""
    first, *more = (line.strip() for line in written.split("\n"))
    if first.startswith("["):
        return ", ".join(map(_unquoted, " ".join((first, *more)).strip("[] ").split(",")))
    listed = [line for line in (first, *more) if line.startswith("- ")]
    if listed:
        return ", ".join(map(_unquoted, listed))
    whole = more if _FOLDED.fullmatch(first) else (first, *more)
    return _unquoted(" ".join(whole))


def _unquoted(value: str) -> str:
    while lead := _BEFORE_VALUE.match(value := value.strip()):
        value = value[lead.end() :]
    if quoted := _QUOTED.fullmatch(value.rstrip("}")):
        return quoted[2].replace("''", "'") if quoted[1] == "'" else quoted[2]
    return value.partition(" #")[0].rstrip("} ")


class _Reader:
    """Turns tokens into parts of a document."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._open: list[str] = []
        self._cells: list[str] = []
        self._level = 0

    def take(self, token: "Token") -> None:
        """Take the next token."""
        if token.nesting == 1:
            self._open.append(token.type)
            self._level = int(token.tag[1]) if token.type == "heading_open" else 0
        elif token.nesting == -1:
            self._open.pop()
            if token.type == "tr_close":
                self._builder.add("paragraph", "\t".join(self._cells))
                self._cells.clear()
        elif token.type == "inline":
            self._inline(token)
        elif token.type in ("fence", "code_block"):
            for part in re.split(r"\n[^\S\n]*\n", token.content):
                self._builder.add("paragraph", part)
        elif token.type == "html_block":
            Page(self._builder).read(parse(token.content))

    def _inline(self, token: "Token") -> None:
        children = token.children or []
        text = _NOTE.sub("", "".join(map(_shown, children)))
        if self._open[-1] in ("th_open", "td_open"):
            self._cells.append(text)
            return
        kind: Kind = "entry" if "list_item_open" in self._open else "paragraph"
        if kind == "paragraph" and not self._level:
            text = self._without_title(children, text)
        if self._level:
            kind, text = "heading", _ATTRIBUTES.sub("", text)
        elif text.startswith("\x02NOTE "):
            kind, text = "footnote", text.removeprefix("\x02NOTE ")
        self._builder.add(kind, bare(text), self._level)
        for note in chain.from_iterable(
            notes_in(each.content) for each in children if each.type == "text"
        ):
            self._builder.add("footnote", note)

    def _without_title(self, parts: "Sequence[Token]", text: str) -> str:
        """Add the first line of a paragraph that may be a title, being all bold; give what is left of its text."""
        count = _bold_line(parts)
        title = _NOTE.sub("", "".join(map(_shown, parts[:count]))).strip()
        if not title.rstrip(":") or len(title) > LONGEST_BOLD:
            return text
        self._builder.add("title", title)
        return text.partition(title)[2]


def _bold_line(parts: "Sequence[Token]") -> int:
    """Tell how many parts of a paragraph are its first line, if all that is bold; else 0."""
    depth = count = 0
    for token in parts:
        if token.type in ("softbreak", "hardbreak"):
            break
        count += 1
        if token.type in ("strong_open", "strong_close"):
            depth += token.nesting
        elif token.type == "html_inline" and (tag := _BOLD_TAG.match(token.content)):
            depth += -1 if tag[1] else 1
        elif not depth and _shown(token).strip(" :"):
            return 0
    return count


def _shown(token: "Token") -> str:
    is_break = token.type == "html_inline" and token.content[:3].lower() == "<br"
    if is_break or token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "text":
        return as_read(token.content)
    return token.content if token.type in ("code_inline", "text_special") else ""
