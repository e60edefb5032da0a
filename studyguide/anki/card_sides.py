"""A side of a card as its file has it, with shared parts and words put in their places."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from markupsafe import Markup

from studyguide.anki.escape import html
from studyguide.deck.file import File
from studyguide.finding import Location
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary

_PART: Final = re.compile(r"^\{\{> *([a-z-]+) *\}\}\n", re.MULTILINE)
"""As in Mustache; Anki itself has nothing of the kind."""

_WORD: Final = re.compile(r"\{\{> *(?P<name>lang|dir|words/[a-z-]+) *\}\}")
_FIELD: Final = {"kind": "{{Kind}}"}
"""What a word is filled with."""


class Piece(NamedTuple):
    """Some of a file's text, from where to where; or in its place a `word`."""

    file: File
    start: int
    end: int
    word: str | None = None

    @property
    def text(self) -> str:
        """What Anki is given."""
        return self.file.text[self.start : self.end] if self.word is None else self.word


class Side(NamedTuple):
    """Front or back of a card, in Anki's template language."""

    pieces: tuple[Piece, ...]

    @classmethod
    def read(cls, templates: Templates, name: str, vocabulary: Vocabulary) -> "Side":
        """Read a side; a line `{{> foot}}` stands for the file `foot.html` beside it.

        `{{> words/withdrawn}}` stands for a word, `{{> words/lang}}` for the language that the words are
        in, `{{> lang}}` and `{{> dir}}` for the deck's language and its direction: `rtl`, or `auto`, since
        in a deck of the other direction there may be words of it.
        """
        pieces = _pieces(templates, name)
        return cls(tuple(part for piece in pieces for part in _with_words(piece, vocabulary)))

    @property
    def text(self) -> str:
        """All that Anki is given."""
        return "".join(piece.text for piece in self.pieces)

    def at(self, offset: int) -> Location:
        """Tell in which file an offset of the text lies, and where."""
        for piece in self.pieces:
            if offset < len(piece.text):
                return piece.file.at(piece.start + (offset if piece.word is None else 0))
            offset -= len(piece.text)
        return self.pieces[-1].file.at(self.pieces[-1].end)


def _pieces(templates: Templates, name: str) -> Iterator[Piece]:
    file, at = _file(templates, name), 0
    for part in _PART.finditer(file.text):
        yield Piece(file, at, part.start())
        shared = _file(templates, part[1])
        yield Piece(shared, 0, len(shared.text))
        at = part.end()
    yield Piece(file, at, len(file.text))


def _with_words(piece: Piece, vocabulary: Vocabulary) -> Iterator[Piece]:
    file, at, end, _ = piece
    for word in _WORD.finditer(file.text, at, end):
        yield Piece(file, at, word.start())
        yield Piece(file, word.start(), word.end(), _word(word, vocabulary))
        at = word.end()
    yield Piece(file, at, end)


def _word(word: re.Match[str], vocabulary: Vocabulary) -> str:
    name = word["name"]
    match name:
        case "lang":
            return vocabulary.language
        case "dir":
            return "rtl" if vocabulary.is_rtl else "auto"
        case "words/lang":
            return vocabulary.language_of("kind-term")
    key = name.removeprefix("words/")
    if not vocabulary.knows(key):
        return word[0]  # Anki will say that there is no such field
    values = dict.fromkeys(vocabulary.values_of(key), "") | _FIELD
    said = Markup(vocabulary.filled(key, html, values))  # noqa: S704, escaped
    return said if key == "kind-asked" else vocabulary.marked(key, said)


def style(templates: Templates, vocabulary: Vocabulary) -> str:
    """Read the style sheet of the cards, with words put into its strings."""

    def word(found: re.Match[str]) -> str:
        key = found["name"].removeprefix("words/")
        is_word = vocabulary.knows(key) and not vocabulary.values_of(key)
        return vocabulary.filled(key, _in_a_string, {}) if is_word else found[0]

    return _WORD.sub(word, templates.read("anki/cards.css"))


def _in_a_string(text: str) -> str:
    """Write text for the inside of a string of CSS, which nothing in it ends."""
    return re.sub(r"[^\w .,-]", lambda sign: f"\\{ord(sign[0]):06x}", text)


def _file(templates: Templates, name: str) -> File:
    path = f"anki/{name}.html"
    return File(templates.path(path), templates.read(path))
