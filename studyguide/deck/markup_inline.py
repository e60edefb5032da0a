"""Markup within lines: which of its signs go together, and the plain words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from studyguide.deck.emphasis import Change, paired
from studyguide.deck.marked import Run, Style
from studyguide.language.keyboard import LOWERED, RAISED
from studyguide.patterns import lazy

MATH = r"\\\((?:(?!\\[()]).){1,2000}\\\)|\\\[(?:(?!\\[\[\]]).){1,2000}\\\]"
_ADDRESS = r"(?i:https?://|mailto:)[^\s()<>]{1,1000}(?:\([^\s()<>]{0,300}\)[^\s()<>]{0,300}){0,3}"
_TOKEN = lazy(
    rf"(?P<math>{MATH})"
    r"|(?P<escape>\\[\\*_`~^|\[\]<])"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)(?P<code>[^\n]{1,2000}?)(?<!`)(?P=ticks)(?!`)"
    rf"|\[(?=(?P<label>(?:[^\[\]\n\\]|\\.){{1,300}})\]\((?P<address>{_ADDRESS})\))"
    rf"|<(?P<bare>{_ADDRESS})>"
    r"|(?P<url>(?i:https?://|mailto:)[^\s*`<>{}\[\]]+)"
    r"|(?<=[^\s~])~(?P<sub>[^\s~]{1,60})~(?!~)"
    r"|(?:(?<=[^\s^])|(?=\^\d{1,3}\^[^\W\d_]))\^(?P<sup>[^\s^]{1,60})\^(?!\^)"
    r"|(?P<mark>\*+|_+)"
    r"|(?P<gap>\n[ \t\r]*\n)",
    re.DOTALL,
)
_CLOZE = lazy(r"\{\{c\d{1,9}::|::[^{}]*\}\}|\}\}")


@dataclass(slots=True)
class Written:
    """A text as it was written, and its plain characters so far, each with its place in there."""

    raw: str
    plain: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def keep(self, start: int, end: int) -> None:
        """Take characters as they are."""
        self.plain += self.raw[start:end]
        self.places += range(start, end)

    def add(self, words: str, place: int) -> None:
        """Take characters that are not written, for what stands at a place."""
        self.plain += words
        self.places += [place] * len(words)


def read_line(written: Written, start: int, end: int, *, is_cell: bool = False) -> tuple[Run, ...]:
    """Read what stands from `start` to `end`; give how the plain words of it are set."""
    tokens = [*_tokens(written.raw, start, end)]
    marks = paired(written.raw, tokens, (start, end))
    return tuple(_Setting(written, marks, is_cell=is_cell).runs(tokens, start, end))


def _tokens(raw: str, start: int, end: int) -> Iterator[re.Match[str]]:
    at = start
    while token := _TOKEN.search(raw, at, end):
        yield token
        at = token.end()


class _Setting:
    """The runs of some lines while they are made: what is set how from here on."""

    def __init__(
        self,
        written: Written,
        marks: dict[int, list[Change]],
        *,
        is_cell: bool,
    ) -> None:
        self.written = written
        self.is_cell = is_cell
        self.marks = marks
        self.styles: list[Style] = []
        self.address = ""
        self.link_end, self.after_link = -1, -1
        self.start = len(written.plain)

    def runs(self, tokens: list[re.Match[str]], start: int, end: int) -> Iterator[Run]:
        at = start
        for token in tokens:
            if token.start() < at:
                continue
            if 0 <= self.link_end <= token.start():
                yield from self._end_of_link(at)
                at = self.after_link
                if token.start() < at:
                    continue
            self.written.keep(at, token.start())
            yield from self._token(token)
            at = token.end()
        if self.link_end >= 0:
            yield from self._end_of_link(at)
            at = self.after_link
        self.written.keep(at, end)
        yield from self._run()

    def _end_of_link(self, at: int) -> Iterator[Run]:
        self.written.keep(at, self.link_end)
        yield from self._run()
        self.address, self.link_end = "", -1

    def _run(self, styles: tuple[Style, ...] = ()) -> Iterator[Run]:
        """End the run up to here, if it has words."""
        end = len(self.written.plain)
        if end > self.start:
            yield Run(self.start, end, (*self.styles, *styles), self.address)
        self.start = end

    def _token(self, token: re.Match[str]) -> Iterator[Run]:
        if token["mark"]:
            yield from self._mark(token)
        elif token["escape"]:
            self.written.keep(token.start() + 1, token.end())
        elif token["code"]:
            yield from self._run()
            self._keep_code(*_within_ticks(token))
            yield from self._run(("code",))
        elif token["label"] and self.link_end < 0:
            yield from self._run()
            self.address, self.link_end = token["address"], token.end("label")
            self.after_link = token.end("address") + 1
        elif token["bare"]:
            yield from self._run()
            before, self.address = self.address, token["bare"]
            self.written.keep(*token.span("bare"))
            yield from self._run()
            self.address = before
        elif token["sub"] or token["sup"]:
            yield from self._shifted(token, "sub" if token["sub"] else "sup")
        else:
            self.written.keep(token.start(), token.end())

    def _keep_code(self, start: int, end: int) -> None:
        """Take code as it is, but for the pipes of a cell: those have a backslash before them."""
        while self.is_cell and (pipe := self.written.raw.find("\\|", start, end)) >= 0:
            self.written.keep(start, pipe)
            self.written.keep(pipe + 1, pipe + 2)
            start = pipe + 2
        self.written.keep(start, end)

    def _mark(self, token: re.Match[str]) -> Iterator[Run]:
        """Begin and end what these signs do; those that do nothing are text."""
        changes, at = self.marks.get(token.start(), []), token.start()
        closing = sum(size for size, _, is_opening in changes if not is_opening)
        opening = sum(size for size, _, is_opening in changes if is_opening)
        if closing:
            yield from self._run()
        for _, style, is_opening in changes:
            if not is_opening and style in self.styles:
                self.styles.reverse()
                self.styles.remove(style)
                self.styles.reverse()
        self.written.keep(at + closing, token.end() - opening)
        if opening:
            yield from self._run()
        self.styles += [style for _, style, is_opening in changes if is_opening]

    def _shifted(self, token: re.Match[str], style: Style) -> Iterator[Run]:
        """Take what is set higher or lower; where there are such figures, they are the plain words."""
        yield from self._run()
        start, end = token.span(style)
        words = self.written.raw[start:end]
        first = len(self.written.plain)
        self.written.keep(start, end)
        kept = [*_CLOZE.finditer(words)]
        for index, sign in enumerate(words):
            if not any(found.start() <= index < found.end() for found in kept):
                moved = sign.translate(RAISED if style == "sup" else LOWERED)
                self.written.plain[first + index] = moved
        yield from self._run((style,))


def _within_ticks(token: re.Match[str]) -> tuple[int, int]:
    """Tell where code stands: one blank each way is there for a backtick beside it."""
    start, end = token.span("code")
    code = token["code"]
    is_padded = len(code) > 2 and code[0] == code[-1] == " " and code.strip()
    return (start + 1, end - 1) if is_padded else (start, end)
