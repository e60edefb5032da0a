"""What every export shows, composed once from a checked deck: plain text, nothing escaped yet.

Words of a deck with light markup are `Marked`: plain to whoever takes them so, set by the renderer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from studyguide.deck.cloze import Deletion, Piece
from studyguide.deck.deck import Deck, Section
from studyguide.deck.item import READING_ORDER, Image, Item, Kind, Sound
from studyguide.deck.marked import alike, joined
from studyguide.language.keyboard import spaced
from studyguide.language.language import Language
from studyguide.language.rule_coverage import asked_of
from studyguide.lock.lock import Lock, Receipt, citation_of
from studyguide.vocabulary.vocabulary import Vocabulary

if TYPE_CHECKING:  # whoever prints needs nothing of how a text is read
    from studyguide.guide.shown_passages import Excerpt

_LONG_WORD: Final = re.compile(r"[^\W\d_]{21}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item, as exports show it.

    `origin` is the id it first had, from which its note's GUID derives for ever.
    `prompt` is the question, term, name or date, or the cloze sentence with its blanks filled;
    `answers` holds the answers, or the texts of the deletions in order. `pieces` are the parts of a
    cloze sentence and empty for every other kind. `citation` reads `§1 ¶4`. `modified` is the
    second (since 1970, UTC) in which what a learner sees of this item last changed. `retired` says
    why the item was withdrawn and is empty for an item in use. `passage` is what the source says, one
    line a paragraph, and empty unless passages are to be shown. `number`, such as `2.7`, means this item
    in everything that is made of the deck; a withdrawn one has none. `image` stands with the answer, `asked_picture` with the question; `seen` is the place of the former where paper shows it before the key.
    """

    id: str
    origin: str
    kind: Kind
    section: int
    prompt: str
    answers: tuple[str, ...]
    is_list: bool
    pieces: tuple[Piece, ...]
    note: str
    citation: str
    tags: tuple[str, ...]
    image: Image | None
    reverse: bool
    typed: bool
    retired: str
    modified: int
    passage: str = ""
    number: str = ""
    asked_picture: Image | None = None
    sound: Sound | None = None
    seen: str = ""

    @property
    def deletions(self) -> tuple[Deletion, ...]:
        """The cloze deletions in the order of the sentence."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Deletion))


@dataclass(frozen=True, slots=True)
class GuideSection:
    """One section with the curator's own title and summary; `entries` in the curator's order."""

    number: int
    title: str
    summary: str
    entries: tuple[Entry, ...]

    def of(self, *kinds: Kind) -> tuple[Entry, ...]:
        """Give the entries of these kinds that are in use (not retired), in order."""
        return tuple(entry for entry in self.entries if entry.kind in kinds and not entry.retired)


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture that goes with the whole, such as a map; `caption` is empty if it has none."""

    image: Image
    caption: str


@dataclass(frozen=True, slots=True)
class Guide:
    r"""A checked deck.

    `words` is the length of the source it was checked against, `digest` the SHA-256 of that text as normalised, and
    `modified` the latest second of any entry's change. `introduction`, `plates` and `discussion` (questions on the whole)
    are for the printed guide alone. With `math` its items hold formulas in TeX, inside `\(…\)` and `\[…\]`. `shown` is
    the share of the source's words that the passages of its entries show; none without. `aliases` are other names, each
    with the full one. `vocabulary` has what exports say around all that, in the language of the deck. `curator` made the
    deck, if that is told; `themes` are what else its index lists, `headings` those of persons that items tell. Of a part of
    a deck `people` are whom items of the whole are about, and `whole` is how many those are. The `licence` says who may copy
    the guide, `published` where the text appeared, and with whom.
    """

    id: str
    title: str
    author: str
    work: str
    language: str
    rights: str
    words: int
    digest: str
    modified: int
    sections: tuple[GuideSection, ...]
    introduction: str = ""
    plates: tuple[Plate, ...] = ()
    discussion: tuple[str, ...] = ()
    math: bool = False
    shown: float = 0.0
    aliases: tuple[tuple[str, str], ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    curator: str = ""
    themes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    licence: str = ""
    published: str = ""
    whole: int = 0
    headings: tuple[tuple[str, str], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, withdrawn ones included, in the curator's order."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def has_long_words(self) -> bool:
        """Whether a word of it is so long that it may be longer than a line."""
        titles = (text for each in self.sections for text in (each.title, each.summary))
        items = (text for each in self.entries for text in (each.prompt, each.note, *each.answers))
        about = self.title, self.author, self.work, self.published, self.rights, self.curator
        texts = (*about, self.licence, self.introduction, *self.discussion, *titles, *items)
        long = (word for each in texts for word in each.split() if len(word) > 20)
        return any(map(_LONG_WORD.search, long))

    @property
    def unasked(self) -> str:
        """The key of what the check does not ask of items in this language; empty if it asks all."""
        return asked_of(Language(self.language)).key


def pictures_of(entry: Entry) -> tuple[Image, ...]:
    """Give the pictures of an entry, on either side."""
    return tuple(image for image in (entry.asked_picture, entry.image) if image)


def compose(deck: Deck, lock: Lock, excerpts: "Mapping[str, Excerpt] | None" = None) -> Guide:
    """Compose a guide of a deck, every item of which has its receipt in the lock.

    `excerpts` are the passages to be shown, by the item's id.
    """
    said = _Said(
        Vocabulary.of(deck.folder, deck.language),
        {id: excerpt.text for id, excerpt in (excerpts or {}).items()},
    )
    sections = tuple(_section(section, lock, said) for section in deck.sections)
    return Guide(
        id=deck.id,
        title=deck.title.value,
        author=deck.author,
        work=deck.work,
        language=deck.language,
        rights=deck.rights,
        words=lock.source.words if lock.source else 0,
        digest=lock.source.digest if lock.source else "",
        modified=max((entry.modified for each in sections for entry in each.entries), default=0),
        sections=sections,
        introduction=deck.introduction.value if deck.introduction else "",
        plates=tuple(Plate(image, text.value if text else "") for image, text in deck.figures),
        discussion=tuple(text.value for text in deck.discussion),
        math=deck.math,
        aliases=tuple((name.value, full.value) for name, full in deck.aliases),
        vocabulary=said.vocabulary,
        curator=deck.curator,
        licence=deck.licence,
        published=deck.published,
        themes=tuple(theme.value for theme in deck.themes),
        headings=tuple((a.prompt.value, a.heading.value) for a in deck.items if a.heading),
    )


class _Said(NamedTuple):
    """What is said beside a curator's words: the passages to be shown, by the item's id."""

    vocabulary: Vocabulary
    passages: Mapping[str, str]

    def citation(self, receipt: Receipt) -> str:
        return citation_of(receipt.section, receipt.places, self._pages)

    def _pages(self, pages: list[str]) -> str:
        return self.vocabulary.plain("page" if len(pages) == 1 else "pages", pages=", ".join(pages))


def _section(section: Section, lock: Lock, said: _Said) -> GuideSection:
    entries = tuple(_entry(item, lock.items[item.id.value], said) for item in section.items)
    return numbered(
        GuideSection(section.number, section.title.value, section.summary.value, entries)
    )


def numbered(section: GuideSection) -> GuideSection:
    """Give each entry in use its number, as it is met on paper: in the order of kinds."""
    met = (entry for kind in READING_ORDER for entry in section.of(kind))
    numbers = {entry.id: f"{section.number}.{index}" for index, entry in enumerate(met, 1)}
    entries = (replace(entry, number=numbers.get(entry.id, "")) for entry in section.entries)
    return replace(section, entries=tuple(entries))


def _piece(piece: Piece) -> Piece:
    return _spaced(piece) if isinstance(piece, str) else piece._replace(text=_spaced(piece.text))


def _spaced(text: str) -> str:
    return alike(text, spaced(text))


def _entry(item: Item, receipt: Receipt, said: _Said) -> Entry:
    hidden = tuple(piece.text for piece in item.pieces if isinstance(piece, Deletion))
    filled = joined(piece if isinstance(piece, str) else piece.text for piece in item.pieces)
    return Entry(
        id=item.id.value,
        origin=receipt.origin,
        kind=item.kind,
        section=item.section,
        prompt=_spaced(filled or item.prompt.value),
        answers=tuple(map(_spaced, hidden or (answer.value for answer in item.answers))),
        is_list=item.is_list,
        pieces=tuple(map(_piece, item.pieces)),
        note=_spaced(item.note.value) if item.note else "",
        citation=said.citation(receipt),
        tags=tuple(tag.value for tag in item.tags),
        image=item.image,
        reverse=item.reverse,
        typed=item.typed,
        retired=item.retired.value if item.retired else "",
        modified=receipt.modified,
        passage=said.passages.get(item.id.value, ""),
        asked_picture=item.asked_picture,
        sound=item.sound,
    )
