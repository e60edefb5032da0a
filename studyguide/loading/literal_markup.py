"""Markup that nobody would read as such: learners would meet its signs."""

import re
from collections.abc import Iterator

from studyguide.deck.deck import Deck
from studyguide.deck.file import File, Text
from studyguide.deck.marked import Block, Code, Marked, Run, Table, without_code
from studyguide.deck.markup import read_markup
from studyguide.finding import NO_SECTION, Finding
from studyguide.patterns import lazy

_SIGNS = ("*", "_", "`", "~", "^", "|", "](")
_ALSO_ESCAPED = (*_SIGNS, "\\")
"""One of which each text has that may be told of, and each file that has such a text."""

_TABLE_ON_A_LINE = lazy(r"\|\s*:?-{3,}:?\s*\|")
_FENCE = lazy(r"^[ ]{0,3}(?:`{3,}|~{3,})", re.MULTILINE)
_LINK = lazy(r"\[[^\[\]\n]{1,300}\]\([^\s()]{1,1000}\)")

_OUT = "leave the signs out: titles have no markup, not even with `markup: yes`"
_WITH = "write `markup: yes` in deck.yaml, or leave the signs out"


def literal_markup(deck: Deck) -> Iterator[Finding]:
    """Warn of markup in a deck that does not say `markup: yes`, and of such as is not complete."""
    for file, text, item, section in _titles(deck):
        for start, end, message, _ in _unread(text.value) if _holds(text.value, _SIGNS) else ():
            place = file.at(file.offset(text, start), end - start)
            yield Finding(
                place, "markup-literal", message, _OUT, "warning", item=item, section=section
            )
    for file, text, item, section in _texts(deck):
        if not _holds(text.value, _SIGNS):
            continue
        found = _half(text.value) if deck.markup else _unread(text.value)
        for start, end, message, help in found:
            place = file.at(file.offset(text, start), end - start)
            yield Finding(
                place, "markup-literal", message, help, "warning", item=item, section=section
            )


def _holds(text: str, signs: tuple[str, ...]) -> bool:
    """Whether a text has one of some signs: a pattern takes ten times as long."""
    return any(map(text.__contains__, signs))


_Said = tuple[int, int, str, str]


def _unread(text: str) -> Iterator[_Said]:
    """Tell of markup where none is read: the first that is no mere figure set higher or lower."""
    marked = read_markup(text)
    if not isinstance(marked, Marked):
        if table := _TABLE_ON_A_LINE.search(text):
            yield _table_on_a_line(table)
        return
    runs = ((_told(block, run, marked), run) for block in marked.blocks for run in block.runs)
    for said, run in runs:
        if said:
            start, end = marked.places[run.start], marked.places[run.end - 1] + 1
            yield start, end, f"learners would read the signs of {said} as they stand", _WITH
            return


def _told(block: Block, run: Run, text: str) -> str:
    """Name what is set in some way, if it was probably meant to be."""
    if isinstance(block, Table):
        return "a table of pipes"
    if isinstance(block, Code):
        return "code between lines of backticks"
    words = text[run.start : run.end][:40]
    if run.address:
        return f"the link around “{words}”"
    return f"markup around “{words}”" if {*run.styles} & {"em", "strong", "code"} else ""


def _half(text: str) -> Iterator[_Said]:
    """Tell of signs that are left over where markup is read, and of a table that blanks cut."""
    blocks = text.blocks if isinstance(text, Marked) and "{{c" in text else ()
    grid = next((block for block in blocks if isinstance(block, Table)), None)
    if grid and grid.runs:
        start, end = grid.runs[0].start, grid.runs[0].end
        yield start, end, "a table with blanks is shown as lines", "ask for one cell in a question"
        return
    shown = _unescaped(text)
    if fence := _FENCE.search(shown):
        message = "this code is never closed"
        yield fence.start(), fence.end(), message, "close it with a line of as many backticks"
    elif table := _TABLE_ON_A_LINE.search(shown):
        yield _table_on_a_line(table)
    elif link := _LINK.search(shown):
        message = f"`{link[0][:40]}` leads to no http, https or mailto address"
        yield link.start(), link.end(), message, "write the whole address: https://…"
    elif strong := _STRONG.search(shown):
        message = "`**` opens or closes nothing"
        help = (
            r"close it without a blank before it: **word**; or write \*\* if learners shall read it"
        )
        yield strong.start(), strong.end(), message, help
    elif half := _HALF_A_WORD.search(shown):
        message = f"`{half[0]}` ends within a word, and is shown as it is written"
        yield half.start(), half.end(), message, "write **…** there, or set the whole word: *word*"


def _unescaped(text: str) -> str:
    """Give a text with blanks for its code and for signs behind a backslash, which are meant."""
    plain = without_code(text)
    if not isinstance(text, Marked):
        return plain
    raw, places = text.raw, text.places
    return "".join(
        " "
        if places[index] and raw[places[index] - 1] == "\\" and raw[places[index]] == sign
        else sign
        for index, sign in enumerate(plain)
    )


_STRONG = lazy(r"\*\*(?=[^\s*\d])")
_HALF_A_WORD = lazy(r"(?<!\w)\*(?=[^\s*])[^*\n]{1,80}(?<=[^\s*])\*(?=\w)")


def _table_on_a_line(found: re.Match[str]) -> _Said:
    message = "a table needs its lines, which YAML has joined here"
    return (
        found.start(),
        found.end(),
        message,
        "write `|` after the key and the rows below, indented",
    )


def _titles(deck: Deck) -> Iterator[tuple[File, Text, str, int]]:
    yield deck.file, deck.title, "", NO_SECTION
    for section in deck.sections:
        yield section.file, section.title, "", section.number


def _texts(deck: Deck) -> Iterator[tuple[File, Text, str, int]]:
    """Yield the texts in which there may be markup, with their file, item and section."""
    for part in deck.parts:
        yield from ((deck.file, text, "", NO_SECTION) for text in part.texts)
    for section in deck.sections:
        if not _holds(section.file.text, _ALSO_ESCAPED):
            continue
        yield section.file, section.summary, "", section.number
        for item in section.items:
            for text in item.texts():
                yield item.file, text, item.id.value, item.section
