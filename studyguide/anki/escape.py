"""Plain text as HTML for a field of a note: nothing in it is live, its lines and indents stay."""

import re

UNSEEN = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Controls, which Anki refuses or drops, and half surrogates, which are no text."""

# One set of characters first: the regex engine then skips to the next of them four times as fast.
_LIVE = re.compile(r"[\0-\x08\n-\x1f\x7f&<>{}\[\\\ud800-\udfff](?:(?<=\r)\n)?")
_INERT = {
    "\r\n": "<br>",
    "\r": "<br>",
    "\n": "<br>",
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "{": "&#123;",
    "}": "&#125;",
    "[": "&#91;",
    # MathJax reads the page as decoded by the browser, but finds `\(` only within one text node.
    "\\": (BACKSLASH := "&#92;<span></span>"),
}
_INDENT = re.compile(r"(?<=[\r\n])[ \t]+")


def html(text: str) -> str:
    """Write plain text as HTML that shows this text, but the line end that closes a YAML block."""
    return inert(text.rstrip("\r\n")) if text else ""


def attribute(text: str) -> str:
    """Write plain text for inside double quotes: on one line, without tags."""
    plain = inert(text).replace("<br>", " ").replace("<span></span>", "")
    return " ".join(plain.replace('"', "&quot;").split())


def inert(text: str) -> str:
    """Write text as HTML that shows it: its lines, and how far each is indented."""
    if "\n" in text or "\r" in text:
        text = _INDENT.sub(lambda gap: "\u00a0" * len(gap[0].expandtabs(4)), text)
    return _LIVE.sub(_replacement, text)


def _replacement(live: re.Match[str]) -> str:
    """Give what stands for a live character; what has no place in a field has no replacement."""
    return _INERT.get(live.group(), "")
