"""A curator's words as HTML for a field: with their markup, or as plain text."""

from studyguide.anki.escape import html, inert
from studyguide.deck.marked import Marked
from studyguide.markup.html import Hand, html_of


def shown(text: str) -> str:
    """Write a text of its own, without the line end that closes a YAML block."""
    if isinstance(text, Marked):
        return shown_inside(Marked(text.rstrip("\r\n"), text.blocks))
    return html(text)


def shown_inside(text: str) -> str:
    """Write a part of a text, to its last line end."""
    return html_of(text, text, _HAND) if isinstance(text, Marked) else inert(text)


def _code(code: str) -> str:
    """Write code: its blanks stay what they are, for whoever copies it."""
    return "<br>".join(inert(line) for line in code.split("\n"))


_HAND = Hand(inert, _code)
