"""Fields as plain text: HTML and Markdown taken away, lines, lists and raised figures kept."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

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
_SOUND = re.compile(r"\[(?:sound|anki:play):[^\]\n]*\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\n]+")
_SPACES = re.compile(r"[^\S\n]+")
_MARKDOWN = (
    (re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)"), r'<img src="\2" alt="\1">'),
    (re.compile(r"!\[\[([^\]|]+)(?:\|[^\]]*)?\]\]"), r'<img src="\1">'),
    (re.compile(r"\[\[(?:[^\]|]+\|)?([^\]]+)\]\]"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"==([^=\n]+)=="), r"\1"),
)
_ENTRY = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(.*)")


@dataclass(frozen=True, slots=True)
class Plain:
    """What a field says; `entries` if it is nothing but a list, `images` each with its alt text."""

    text: str
    entries: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    sounds: int = 0


def from_html(field: str) -> Plain:
    """Read a field of HTML."""
    sounds = len(_SOUND.findall(field))
    reader = _Reader()
    reader.feed(_SOUND.sub("", field))
    reader.close()
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
    return Plain(_SOUND.sub("", text).strip(), entries, (), len(_SOUND.findall(text)))


def from_markdown(field: str) -> Plain:
    """Read a field of Markdown."""
    text = field
    for pattern, plain in _MARKDOWN:
        text = pattern.sub(plain, text)
    images: list[tuple[str, str]] = []

    def taken(found: re.Match[str]) -> str:
        images.append((found[1], found[2] or ""))
        return ""

    text = re.sub(r'<img src="([^"]*)"(?: alt="([^"]*)")?>', taken, text)
    said = from_text(text)
    return Plain(said.text, said.entries, tuple(images), said.sounds)


def _tidy(text: str) -> str:
    """Give text without control characters, blanks at either end, or empty lines."""
    plain = _CONTROL.sub("", text.replace("\xa0", " ").replace("\t", " "))
    lines = (_SPACES.sub(" ", line).strip() for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Gathers the text of HTML: what begins a new line does so, what is not seen is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.entries: list[str] = []
        self.images: list[tuple[str, str]] = []
        self._unseen = 0
        self._level = ""
        self._in_entry = False
        self._is_laid_out = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
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
            told = dict(attrs)
            if name := told.get("src"):
                self.images.append((name, told.get("alt") or ""))

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _BLOCKS:
            self._add("\n")
            self._in_entry &= tag != "li"
            self._is_laid_out &= tag != "pre"
        elif tag in ("sup", "sub"):
            self._level = ""

    def handle_data(self, data: str) -> None:
        """Take text; blanks and line ends of HTML are blanks."""
        if not self._unseen:
            text = data if self._is_laid_out else _BLANKS.sub(" ", data)
            self._add(_moved(text, self._level) if self._level else text)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        if self._in_entry and self.entries:
            self.entries[-1] += text


def _moved(text: str, level: str) -> str:
    """Raise or lower what can be: m² is not m2; what cannot keeps a `^` or `_` before it."""
    known = _RAISED if level == "sup" else _LOWERED
    if all(each in known for each in text):
        return "".join(known[each] for each in text)
    return f"{'^' if level == 'sup' else '_'}{text}"
