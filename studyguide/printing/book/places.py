"""What the guide says and where: what stands on a page to be read, and what only its answer key tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from studyguide.deck.item import Image, Kind
from studyguide.deck.marked import alike, joined, runs_of
from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.book.exercises import Exercise, printed_sections
from studyguide.printing.index.capitals import begin_small, is_sentence
from studyguide.printing.index.fragments import without_formulas
from studyguide.printing.index.marked.columns import ROW
from studyguide.printing.press.drawings import lettering_of
from studyguide.printing.press.options import Layout
from studyguide.printing.press.typography import curled_words
from studyguide.printing.spacing.unbroken import PLAIN_SPACES
from studyguide.printing.timeline.timeline import timeline_of
from studyguide.system import files

_LARGEST = 50 * 1024 * 1024

OUTSIDE = -1
"""The section of what stands in none."""


@dataclass(frozen=True)
class Said:
    """A text, from where to where it has `blanks`, and what of it is `hidden`: not on the page, told in the key.

    What `is_drawn` is no sentence: the words of a picture, in capitals, and its caption, or a title. What `is_part` of one
    begins with a small letter, but where a name does.
    """

    text: str
    hidden: tuple[tuple[int, int], ...] = ()
    blanks: tuple[tuple[int, int], ...] = ()
    is_drawn: bool = False
    is_part: bool = False

    @cached_property
    def tokens(self) -> list[Token]:
        """Give its words and signs; a formula is one of these."""
        return tokens_of(self.plain)

    @property
    def words(self) -> list[Token]:
        """Give the same of what is no code."""
        return self.tokens if self.prose is self.plain else tokens_of(self.prose)

    @cached_property
    def plain(self) -> str:
        """Give the text with a sign and blanks for each formula, so that every word stands where it stood."""
        return without_formulas(self._in_cells)

    @cached_property
    def prose(self) -> str:
        """Give the same with a sign and blanks for code, too: a constant of a program is no name."""
        plain = self.plain
        for run in runs_of(self.text):
            if "code" in run.styles:
                sign = "\\".ljust(run.end - run.start)
                plain = plain[: run.start] + sign + plain[run.end :]
        return plain

    @property
    def _in_cells(self) -> str:
        """Give the text, of a table with a sign between its rows, too: no name goes on from cell to cell."""
        is_table = "\n" in self.text and all("|" in line for line in self.text.splitlines())
        return self.text.replace("\n", ROW) if is_table else self.text

    @cached_property
    def italic(self) -> frozenset[int]:
        """Tell which of its words, by their number, are set in italics."""
        spans = [(run.start, run.end) for run in runs_of(self.text) if "em" in run.styles]
        return frozenset(at for at, token in enumerate(self.tokens) if _is_in(token, spans))

    def whole(self, run: Sequence[Token]) -> str:
        """Give the text from the first of its words to the last."""
        return str(self.text[run[0].at : run[-1].at + len(run[-1].shown)])

    def is_told(self, start: int, end: int) -> bool:
        """Whether the words from one number to another can all be read."""
        return not any(_is_in(token, self.hidden) for token in self.tokens[start:end])

    def is_asked_for(self, start: int, end: int) -> bool:
        """Whether the words from one number to another are all of what is hidden in one place."""
        first, last = self.tokens[start], self.tokens[end - 1]
        run = (first.at, last.at + len(last.shown))
        return any(
            not self.text[begin : run[0]].strip(" “‘'\"")
            and not self.text[run[1] : stop].strip(" .”’'\"")
            and begin <= run[0]
            and run[1] <= stop
            for begin, stop in self.hidden
        )


@dataclass(frozen=True, slots=True)
class Place:
    """What has a name in the PDF: a summary, an item by its number and tags; `subject` is what it explains.

    So does what its `note` begins with.
    """

    anchor: str
    section: int
    texts: tuple[Said, ...]
    number: str = ""
    subject: str = ""
    tags: tuple[str, ...] = ()
    note: Said | None = None


def places_of(guide: Guide, layout: Layout) -> Iterator[Place]:
    """Yield all that is said, in reading order."""
    if guide.introduction:
        yield _outside("introduction", [guide.introduction], guide.language)
    parts = _kinds_of_parts(guide)
    for number, plate in enumerate(guide.plates):
        drawn = Said(_lettering(plate.image), is_drawn=True)
        caption = replace(_set(plate.caption, guide.language), is_drawn=True)
        yield Place(f"plate-{number}", OUTSIDE, (drawn, caption))
    for printed in printed_sections(guide):
        section = printed.section
        summary = _set(section.summary, guide.language)
        title = replace(_set(section.title, guide.language), is_drawn=True)
        yield Place(f"section-{section.number}", section.number, (title, summary))
        for each in printed.exercises:
            is_hidden = each.is_asked and layout.answers == "key"
            texts = tuple(_said(each, guide.language, parts, is_hidden=is_hidden))
            is_listed = each.entry.kind in ("term", "person", "date")
            subject = texts[0].text if is_listed else ""
            note = texts[-1] if each.entry.note else None
            yield Place(
                anchor=f"item-{each.number}",
                section=section.number,
                texts=texts,
                number=each.number,
                subject=subject,
                tags=each.entry.tags,
                note=note,
            )
    yield from _behind(guide, layout, parts)


def _lettering(image: Image) -> str:
    """Give what is written in a drawing; of another picture nobody knows."""
    is_drawing = image.path.suffix.lower() == ".svg"
    return lettering_of(files.read_whole(image.path, _LARGEST)) if is_drawing else ""


def _kinds_of_parts(guide: Guide) -> frozenset[Kind]:
    """Tell the kinds of items of which the answers begin with small letters."""
    answers = defaultdict[Kind, list[str]](list)
    for each in guide.entries:
        answers[each.kind].extend(each.answers)
    language = Language(guide.language)
    return frozenset(kind for kind, texts in answers.items() if begin_small(texts, language))


def _behind(guide: Guide, layout: Layout, parts: AbstractSet[Kind]) -> Iterator[Place]:
    """Yield what stands behind the sections: the pages of the timeline, and questions for discussion."""
    timeline = timeline_of(guide, layout)
    pages = [
        (f"timeline-{number}", [label.entry for label in panel.labels])
        for number, panel in enumerate(timeline.panels, start=1)
    ]
    for anchor, entries in (*pages, ("timeline-undated", timeline.undated)):
        texts = [text for each in entries for text in (each.prompt, *each.answers)]
        place = _outside(anchor, texts, guide.language)
        yield replace(
            place, texts=tuple(replace(each, is_part="date" in parts) for each in place.texts)
        )
    for number, question in enumerate(guide.discussion, start=1):
        yield _outside(f"discussion-{number}", [question], guide.language)


def _outside(anchor: str, texts: Iterable[str], language: str) -> Place:
    return Place(anchor, OUTSIDE, tuple(_set(text, language) for text in texts if text))


def _said(
    exercise: Exercise, language: str, parts: AbstractSet[Kind], *, is_hidden: bool
) -> Iterator[Said]:
    """Yield what an item says, of a sentence with blanks the whole."""
    entry = exercise.entry
    answers: tuple[str, ...] = ()
    if exercise.pieces:
        yield _filled(exercise, is_hidden=is_hidden)
    else:
        yield _set(entry.prompt, language)
        answers = entry.answers
    for at, text in enumerate((*answers, entry.note)):
        if text:
            hidden = ((0, len(text)),) if is_hidden else ()
            is_part = at < len(answers) and entry.kind in parts and not is_sentence(text)
            yield replace(_set(text, language), hidden=hidden, is_part=is_part)


def words_drawn(places: Iterable[Place]) -> list[Token]:
    """Give the words of pictures of the whole, and of their captions."""
    said = (said for place in places if place.section == OUTSIDE for said in place.texts)
    return [token for each in said if each.is_drawn for token in each.tokens]


def as_set(text: str, language: str) -> str:
    """Give a text as pages have it, with its markup: quotes are curly, hyphens between figures dashes.

    Spaces are as they are written, so that names are the same wherever a line may end.
    """
    return alike(text, curled_words(text, language).translate(PLAIN_SPACES))


def _set(text: str, language: str) -> Said:
    return Said(as_set(text, language))


def _filled(exercise: Exercise, *, is_hidden: bool) -> Said:
    texts, blanks, end = [], [], 0
    for piece in exercise.pieces:
        text = piece if isinstance(piece, str) else piece.text
        if not isinstance(piece, str):
            blanks.append((end, end + len(text)))
        texts.append(text)
        end += len(text)
    return Said(joined(texts), tuple(blanks) if is_hidden else (), tuple(blanks))


def _is_in(token: Token, spans: Iterable[tuple[int, int]]) -> bool:
    end = token.at + len(token.shown)
    return any(start < end and token.at < stop for start, stop in spans)
