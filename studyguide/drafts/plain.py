"""Fields as plain text: HTML and Markdown taken away, lines, lists and raised figures kept."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from studyguide.loading.media import SOUNDS

_BLOCKS = frozenset(
    ["address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"]
)  # fmt: skip
_UNSEEN = frozenset(["script", "style", "template", "title", "head"])
_RAISED = dict(
    zip(
        "0123456789+-−=()nabcdeghijklmoprstuvwxyzi",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵃᵇᶜᵈᵉᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻⁱ",
        strict=True,
    )
)
_LOWERED = dict(
    zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_SOUND = re.compile(r"\[(?:sound|anki:play):([^][\n]{0,500})\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?>(?:[^<>\"']|\"[^\"]{0,1000}+\"|'[^']{0,1000}+')*))>|<[!?][^<>]*+>"
)
"""A tag: what ends it, its name, its attributes; or a declaration, which has no name."""

_ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]++)\s*+=\s*+(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_BLANKS = re.compile(r"[ \t\r\n]+")
_SPACES = re.compile(r"[^\S\n]+")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^][]{0,500})\]\((?:<(?P<pointed>[^<>\n]{1,500})>"
    r"|(?P<plain>(?:[^()\s]|\([^()\s]{0,100}\)){1,500}))(?:\s[^()]{0,200})?\)"
    r"|!\[\[(?P<linked>[^][|]{1,300})(?:\|[^][]{0,300})?\]\]"
    r"|<img\b(?P<rest>[^<>]{1,1000})>",
    re.IGNORECASE,
)
"""A picture in Markdown: with its alt text, as Obsidian embeds it, or as HTML."""

_MARKDOWN = (
    (re.compile(r"\[\[(?:[^][|]{1,300}\|)?([^][]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[([^][]{1,500})\]\([^()]{0,1000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,1000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"==([^=\n]+)=="), r"\1"),
)
_ENTRY = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(.*)")


@dataclass(frozen=True, slots=True)
class Plain:
    """What a field says; `entries` if it is nothing but a list, `images` each with its alt text.

    `sounds` are the names of recordings.
    """

    text: str
    entries: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    sounds: tuple[str, ...] = ()


def from_html(field: str) -> Plain:
    """Read a field of HTML."""
    sounds = tuple(map(unescape, _SOUND.findall(field)))
    reader = _Reader()
    reader.feed(_SOUND.sub("", field))
    text = _tidy("".join(reader.parts))
    entries = tuple(filter(None, (_tidy(each) for each in reader.entries)))
    is_list = bool(entries) and "".join(entries).replace("\n", "") == text.replace("\n", "")
    return Plain(text, entries if is_list else (), tuple(reader.images), sounds)


def from_text(field: str) -> Plain:
    """Read a field of plain text; a list is one whose every line begins as an entry."""
    text = _tidy(field)
    found = [_ENTRY.fullmatch(line) for line in text.split("\n")]
    is_list = len(found) > 1 and all(found)
    entries = tuple(match[1] for match in found if match) if is_list else ()
    return Plain(_SOUND.sub("", text).strip(), entries, (), tuple(_SOUND.findall(text)))


def from_markdown(field: str) -> Plain:
    """Read a field of Markdown; what Obsidian embeds may be a recording, too."""
    images: list[tuple[str, str]] = []
    sounds: list[str] = []

    def taken(found: re.Match[str]) -> str:
        name, alt = _picture(found)
        if Path(name).suffix.lower() in SOUNDS:
            sounds.append(name)
        elif name:
            images.append((name, alt))
        return ""

    text = _PICTURE.sub(taken, field)
    for pattern, plain in _MARKDOWN:
        text = pattern.sub(plain, text)
    said = from_text(text)
    return Plain(said.text, said.entries, tuple(images), (*said.sounds, *sounds))


def _picture(found: re.Match[str]) -> tuple[str, str]:
    """Give the name of a picture and its alt text, whichever way it is written."""
    if found["rest"] is not None:
        told = _attributes(found["rest"])
        return unquote(told.get("src", "")), told.get("alt", "")
    return unquote(found["pointed"] or found["plain"] or found["linked"]), found["alt"] or ""


def _attributes(rest: str) -> dict[str, str]:
    return {
        each[1].casefold(): unescape(each[2].strip("\"'")) for each in _ATTRIBUTE.finditer(rest)
    }


def _tidy(text: str) -> str:
    """Give text without control characters, blanks at either end, or empty lines."""
    plain = _CONTROL.sub("", text.replace("\xa0", " ").replace("\t", " "))
    lines = (_SPACES.sub(" ", line).strip() for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader:
    """Gathers the text of HTML: what begins a new line does so, what is not seen is left out.

    A reader of our own, since Python's takes a time that grows with the square of what is broken.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.entries: list[str] = []
        self.images: list[tuple[str, str]] = []
        self._unseen = 0
        self._level = ""
        self._in_entry = False
        self._is_laid_out = False

    def feed(self, field: str) -> None:
        """Read a field from its beginning to its end."""
        at = 0
        text = _without_comments(field)
        for tag in _TAG.finditer(text):
            self._data(text[at : tag.start()])
            if tag[2]:
                (self._end if tag[1] else self._start)(tag[2].casefold(), tag[3])
            at = tag.end()
        self._data(text[at:])

    def _start(self, tag: str, rest: str) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._add("\n")
        elif tag in _BLOCKS:
            self._add("\n")
            self._is_laid_out |= tag == "pre"
            if tag == "li":
                self.entries.append("")
                self._in_entry = True
        elif tag in ("td", "th"):
            self._add(" ")
        elif tag in ("sup", "sub"):
            self._level = tag
        elif tag == "img":
            told = _attributes(rest)
            if name := told.get("src"):
                self.images.append((unquote(name), told.get("alt", "")))

    def _end(self, tag: str, _: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _BLOCKS:
            self._add("\n")
            self._in_entry &= tag != "li"
            self._is_laid_out &= tag != "pre"
        elif tag in ("sup", "sub"):
            self._level = ""

    def _data(self, data: str) -> None:
        """Take text; blanks and line ends of HTML are blanks."""
        if data and not self._unseen:
            plain = unescape(data)
            text = plain if self._is_laid_out else _BLANKS.sub(" ", plain)
            self._add(_moved(text, self._level) if self._level else text)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        if self._in_entry and self.entries:
            self.entries[-1] += text


def _without_comments(text: str) -> str:
    """Leave comments out; one that never ends is text."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join((*parts, text[at:]))


def _moved(text: str, level: str) -> str:
    """Raise or lower what can be: m² is not m2; what cannot keeps a `^` or `_` before it."""
    known = _RAISED if level == "sup" else _LOWERED
    if all(each in known for each in text):
        return "".join(known[each] for each in text)
    return f"{'^' if level == 'sup' else '_'}{text}"
