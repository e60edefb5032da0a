"""What a deck's own cards would run or fetch: Anki lets them, on every learner's machine."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final

from studyguide.deck.file import File
from studyguide.finding import Finding
from studyguide.patterns import lazy
from studyguide.templates import Templates

_EVENTS: Final = (
    "abort|after|animation|auxclick|before|begin|blur|cancel|canplay|change|click|close|context|copy|cut|dblclick|"
    "drag|drop|end|error|focus|fullscreen|gotpointer|hashchange|input|invalid|key|load|lostpointer|message|mouse|"
    "offline|online|page|paste|pause|play|pointer|popstate|progress|ratechange|reset|resize|scroll|search|seek|"
    "select|show|stalled|start|storage|submit|suspend|timeupdate|toggle|touch|transition|unhandled|unload|volume|"
    "waiting|webkit|wheel"
)


def _spelt(*words: str) -> str:
    """Match words in which a browser passes over tabs and ends of lines."""
    return "|".join(r"[\t\r\n]*".join(word) for word in words)


_REACH: Final = lazy(
    r"<[a-z][^<>]{0,999}?\s(?P<handler>on[a-z]+\s*=)"
    rf"|(?<![\w-])(?P<event>on(?:{_EVENTS})[a-z]*\s*=)"
    rf"|(?P<address><(?:script|iframe|frame|embed|object)\b|\b(?:{_spelt('javascript')}):|@import\b|\bsrcdoc\s*="
    rf"|\bdata:text/html\b|\b(?:{_spelt('http', 'https', 'ftp', 'ws', 'wss', 'file')}):)"
    r"|(?<=[\"'(=,])\s*(?P<host>[/\\]{2})(?=\w)",
    re.IGNORECASE,
)
_ESCAPED: Final = lazy(
    r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[a-zA-Z]{2,12};)|\\(?P<css>[0-9a-fA-F]{1,6})\s?"
    r"|(?P<nothing>\{\{[#^/>][^{}\n]{0,99}\}\})"  # Anki, or we, put nothing in the place of it itself
)
_HELP: Final = "drop it, or tell your learners: Anki runs and fetches what stands on a card"


def reaching(templates: Templates) -> Iterator[Finding]:
    """Warn of what a deck's own cards run or fetch, be it written as it is or by the numbers of its letters."""
    for name in templates.own_names("anki"):
        file = File(templates.path(name), templates.read(name))
        for start, length in sorted({*_places(file.text)}):
            shown = file.text[start : start + length]
            message = f"`{shown}`: a card of this deck would run or fetch something"
            yield Finding(file.at(start, length), "card-reach", message, _HELP, "warning")


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a template something reaches out, and in how many characters."""
    unescaped, place = _unescaped(text)
    for each, at in ((text, int), (unescaped, place)) if unescaped != text else ((text, int),):
        for found in _REACH.finditer(each):
            what = found.lastgroup or 0
            start = at(found.start(what))
            yield start, at(found.end(what)) - start


def _unescaped(text: str) -> tuple[str, Callable[[int], int]]:
    """Give a text as a browser reads it, and what tells for a place in it that in the text as it is written."""
    parts, ours, theirs, at, size = list[str](), [0], [0], 0, 0
    for found in _ESCAPED.finditer(text):
        letter = _letter(found["css"]) if found["css"] else unescape(found[0])
        letter = "" if found["nothing"] else letter
        size += found.start() - at
        ours += (size, size + len(letter))
        theirs += (found.start(), found.end())
        parts += (text[at : found.start()], letter)
        at, size = found.end(), size + len(letter)
    parts.append(text[at:])

    def place(there: int) -> int:
        number = bisect_right(ours, there) - 1
        return theirs[number] + there - ours[number]

    return "".join(parts), place


def _letter(number: str) -> str:
    code = int(number, 16)
    return chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}"
