"""A side of a card as its file has it, with the parts that several sides share put in their places."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from studyguide.deck.file import File
from studyguide.finding import Location
from studyguide.templates import Templates

_PART: Final = re.compile(r"^\{\{> *([a-z-]+) *\}\}\n", re.MULTILINE)
"""As in Mustache; Anki itself has nothing of the kind."""


class Piece(NamedTuple):
    """Some of a file's text: from where to where."""

    file: File
    start: int
    end: int


class Side(NamedTuple):
    """Front or back of a card, in Anki's template language."""

    pieces: tuple[Piece, ...]

    @classmethod
    def read(cls, templates: Templates, name: str) -> "Side":
        """Read a side; a line `{{> foot}}` stands for the file `foot.html` beside it."""
        return cls(tuple(_pieces(templates, name)))

    @property
    def text(self) -> str:
        """All that Anki is given."""
        return "".join(file.text[start:end] for file, start, end in self.pieces)

    def at(self, offset: int) -> Location:
        """Tell in which file an offset of the text lies, and where."""
        for file, start, end in self.pieces:
            if offset < end - start:
                return file.at(start + offset)
            offset -= end - start
        file, _, end = self.pieces[-1]
        return file.at(end)


def _pieces(templates: Templates, name: str) -> Iterator[Piece]:
    file, at = _file(templates, name), 0
    for part in _PART.finditer(file.text):
        yield Piece(file, at, part.start())
        shared = _file(templates, part[1])
        yield Piece(shared, 0, len(shared.text))
        at = part.end()
    yield Piece(file, at, len(file.text))


def _file(templates: Templates, name: str) -> File:
    path = f"anki/{name}.html"
    return File(templates.path(path), templates.read(path))
