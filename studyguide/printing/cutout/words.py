"""How wide the words of a paragraph are, each in the face in which it is set."""

from collections.abc import Collection
from typing import Final, NamedTuple

from studyguide.deck.marked import runs_of
from studyguide.printing.lines.line_breaking import has_all, width_of
from studyguide.printing.press.fonts import SANS, SANS_REGULAR, SERIF, SERIF_BOLD

_ITALIC: Final = "SourceSerifPro-It.ttf", "SourceSansPro-It.ttf"
_BOLD_ITALIC: Final = "SourceSerifPro-SemiboldIt.ttf"


class Faces(NamedTuple):
    """The files of a text's faces."""

    upright: str
    italic: str
    bold: str
    bold_italic: str

    def of(self, text: str, styles: Collection[str], *, is_bold: bool) -> str:
        """Tell in which one a run is set: emphasis is bold where it cannot be italic."""
        italic = self.bold_italic if is_bold or "strong" in styles else self.italic
        if "em" in styles and has_all(text, italic):
            return italic
        return self.bold if is_bold or styles else self.upright


TEXT: Final = Faces(SERIF, _ITALIC[0], SERIF_BOLD, _BOLD_ITALIC)
WITH_IT: Final = Faces(SANS_REGULAR, _ITALIC[1], SANS, SANS)


class Words:
    """The words of a paragraph: how wide each is, of its size, and where the space before it stands, in which part.

    `blanks` are those that have a blank in them, `hints` those that are held to one.
    """

    def __init__(self) -> None:
        self.widths = [0.0]
        self.spaces = [(0, 0)]
        self.blanks = set[int]()
        self.hints = set[int]()

    def add(self, text: str, shown: str, part: int, faces: Faces, *, is_bold: bool = False) -> None:
        """Add a part, as it is shown in a face."""
        for start, end, styles, _ in runs_of(text):
            said = shown[start:end]
            self._add_run(said, faces.of(said, styles, is_bold=is_bold), part, start)

    def _add_run(self, said: str, file: str, part: int, at: int) -> None:
        first, *more = said.split(" ")
        self.widths[-1] += width_of(first, file)
        at += len(first)
        for word in more:
            self.spaces.append((part, at))
            self.widths.append(width_of(word, file))
            at += len(word) + 1

    def add_blank(self, width: float, hint: float, part: int) -> None:
        """Add a blank to the last word, and a hint that stays beside it if it can."""
        self.widths[-1] += width
        self.blanks.add(len(self.widths) - 1)
        if hint:
            self.hints.add(len(self.widths))
            self.spaces.append((part, 0))
            self.widths.append(hint)
