"""From the texts of a page's blocks to parts of a document: lines joined, terms with what defines them, pages noted."""

import re
from functools import lru_cache
from typing import NamedTuple

from studyguide.source.readers.document import Builder, Kind, says_something
from studyguide.source.readers.hyphens import in_one_line, joined

PAGE = "\f"
"""Stands in a part that is not finished where a page begins."""

BREAK = "\v"
"""Stands where a line is broken; two of them make a paragraph."""

_PARTED = re.compile(r"\v\s*\v")
_WHOLE = frozenset(["pre", "tr"])
_HOLDERS = frozenset(["dt", "dd", "li", "tr", "pre"])
_TERMS = frozenset(["dt", "dd"])
_KINDS: dict[str, Kind] = {"li": "entry", "dd": "entry"}
_GOING_ON = frozenset(["p", "div"])
"""Blocks that within an entry belong to it."""

_ENDS = ".:;,!?…—–="
"""What parts a term from what defines it; else a colon does, so that a capital behind it makes no name."""

_BUTTONS = re.compile(r"\s*(?:\[[^\[\]]{1,24}\]\s*){5,}")
"""A row of what is pressed to turn pages: [ < ] [ > ] [Top] [Contents] [Index]."""

_LONGEST_TERM = 300
"""Characters; what is longer is a page on which a tag of a term is never closed."""


class Frame(NamedTuple):
    """A block that is open, and what its own text is.

    Its holder, the innermost element of some kinds, tells whether a text is a term, or the first of what defines one.
    """

    tag: str = ""
    kind: Kind = "paragraph"
    level: int = 0
    holder: str = ""


@lru_cache(maxsize=1000)
def frame_in(above: Frame, tag: str) -> Frame:
    """Give the frame of a block that is no heading and not said to be a footnote."""
    kind = _KINDS.get(tag, "paragraph")
    if above.kind == "footnote" or (above.kind == "entry" and tag in _GOING_ON):
        kind = above.kind
    return Frame(tag, kind, 0, tag if tag in _HOLDERS else above.holder)


class Parts:
    """Adds the texts of a page to a document."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._texts: list[str] = []
        self._kinds: list[tuple[Kind, int]] = []
        self._pages: list[str] = []
        self._term = ""

    def page(self, label: str) -> None:
        """Note that a page begins where the next text has its mark."""
        self._pages.append(label)

    def head(self, title: str, level: int) -> None:
        """Add a heading that the page itself does not show."""
        self._wait(title, "heading", level)

    def add(self, texts: list[str], frame: Frame) -> None:
        """Add a text of a block, which is given in pieces; they are taken away."""
        text = "".join(texts)
        texts.clear()
        if BREAK not in text:
            self.add_text(text, frame)
            return
        is_whole = frame.kind == "heading" or frame.tag in _WHOLE
        for part in (text,) if is_whole else _PARTED.split(text):
            self.add_text(part.replace(BREAK, "\n"), frame)

    def add_text(self, text: str, frame: Frame) -> None:
        """Add the text of a block."""
        begins = text.lstrip()[:1]
        if not begins or (begins == "[" and _BUTTONS.fullmatch(text)):
            if self._pages:
                self._note_pages("")
            return
        tag, kind, level, holder = frame
        if self._term or holder in _TERMS:
            text = self._defining(text, frame)
        if self._pages or tag == "pre":
            self._add_at_once(text, frame)
        elif text and (begins.isalnum() or says_something(text)):
            self._texts.append(text.strip())
            self._kinds.append((kind, level))

    def _defining(self, text: str, frame: Frame) -> str:
        """Put a term before what defines it; give nothing for a term, which waits for that."""
        _, kind, _, holder = frame
        is_term = holder == "dt" and len(self._term) + len(text) < _LONGEST_TERM
        if is_term and kind == "paragraph" and not self._pages:
            self._term += f", {text.strip()}" if self._term else text.strip()
            return ""
        if holder == "dd" and kind == "entry":
            mark = ":" if self._term and self._term[-1] not in _ENDS else ""
            text, self._term = f"{self._term}{mark} {text}", ""
        self.end_term()
        return text

    def _add_at_once(self, text: str, frame: Frame) -> None:
        """Add a text line by line, or one in which a page begins."""
        self._add_waiting()
        if frame.tag == "pre":
            for part in re.split(r"\n[^\S\n]*\n", joined(text.replace(PAGE, ""))):
                self._builder.add("text", part)
            self._note_pages("")
        else:
            text = self._note_pages(in_one_line([text])[0].strip(" "))
            self._builder.add(frame.kind, text, frame.level)

    def end_term(self) -> None:
        """Let a term that nothing defines be a part of its own."""
        if self._term:
            self._wait(self._term, "paragraph", 0)
            self._term = ""

    def end(self) -> None:
        """Add what has waited for what comes behind it."""
        self.end_term()
        self._add_waiting()

    def _wait(self, text: str, kind: Kind, level: int) -> None:
        text = text.strip()
        if says_something(text):
            self._texts.append(text)
            self._kinds.append((kind, level))

    def _add_waiting(self) -> None:
        """Add the parts that have waited to be added together, which takes a fraction of the time."""
        if self._texts:
            self._builder.extend(self._texts, self._kinds)
            self._texts.clear()
            self._kinds.clear()

    def _note_pages(self, text: str) -> str:
        """Tell the builder of the pages that begin inside a part; give the part without the marks."""
        self._add_waiting()
        for label in self._pages:
            before, _, after = text.partition(PAGE)
            self._builder.page(label, len(before))
            text = before + after.lstrip() if before.endswith(" ") else before + after
        self._pages.clear()
        return text.replace(PAGE, " ")
