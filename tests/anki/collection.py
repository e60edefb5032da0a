"""A learner's Anki for the tests: the real back end, and what a reader of a card gets to see."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from anki.collection import (  # type: ignore[attr-defined]  # `anki.cards` cannot come first
    Card,
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

from studyguide.anki.fields import deck_names
from studyguide.anki.note_types import NoteType, note_types
from studyguide.anki.write import write_package
from studyguide.deck.cloze import parse
from studyguide.deck.item import Kind
from studyguide.guide.guide import Entry, Guide, GuideSection
from studyguide.lock.lock import Lock, Stamp
from studyguide.templates import Templates

BUNDLED = Templates.of(Path("no such deck"))
VOID = {"br", "hr", "img"}


def entry(id: str, kind: Kind = "question", **changes: Any) -> Entry:
    """Give an entry of which only the `changes` matter; `cloze` is the sentence of one."""
    pieces, slips = parse(changes.pop("cloze")) if "cloze" in changes else ((), ())
    assert not slips
    plain: dict[str, Any] = {
        "origin": id,
        "section": 1,
        "prompt": f"What is {id}?",
        "answers": ("An answer",),
        "is_list": False,
        "pieces": pieces,
        "note": "",
        "citation": "§1 ¶4",
        "tags": (),
        "image": None,
        "reverse": False,
        "typed": False,
        "retired": "",
        "modified": 1_000_000,
    }
    return Entry(id=id, kind=kind, **(plain | changes))


def guide(*entries: Entry, sections: tuple[GuideSection, ...] = (), **changes: Any) -> Guide:
    """Give a guide with these entries in one section, or with these sections."""
    plain: dict[str, Any] = {
        "id": "mills",
        "title": "Tide Mills",
        "author": "A. Miller",
        "work": "On Mills",
        "language": "en",
        "rights": "",
        "words": 2300,
        "digest": "",
        "modified": 1_000_000,
        "sections": sections or (GuideSection(1, "How they work", "", entries),),
    }
    return Guide(**(plain | changes))


def package(
    guide: Guide,
    path: Path,
    types: tuple[NoteType, ...] = (),
    modified: Mapping[str, int] | None = None,
) -> Path:
    """Write a guide as a package, with the bundled templates unless told otherwise."""
    types = types or note_types(guide.id, BUNDLED)
    seconds = modified or {"question": 1_000_000, "cloze": 1_000_000}
    stamps = {type.key: Stamp(type.digest, seconds[type.key]) for type in types}
    lock = Lock(note_types=stamps, decks=deck_names(guide, {}, 0))
    write_package(guide, types, lock, path)
    return path


class Learner:
    """Someone who imports packages into an Anki collection of their own."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    def take(self, package: Path) -> dict[str, int]:
        """Import a package as the dialog does; count notes by what became of them."""
        request = ImportAnkiPackageRequest(
            package_path=str(package), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        self.collection.models._clear_cache()
        outcomes = ("new", "updated", "duplicate", "conflicting")
        return {name: len(notes) for name in outcomes if (notes := getattr(log, name))}

    def cards(self, query: str = "") -> list[Card]:
        """Find cards, in the order in which they would be learnt."""
        cards = (self.collection.get_card(id) for id in self.collection.find_cards(query))
        return sorted(cards, key=lambda card: (card.due, card.ord))

    def answer_one(self) -> Card:
        """Learn the first card of the whole deck and find it easy."""
        top = next(deck.id for deck in self.decks() if "::" not in deck.name)
        self.collection.decks.select(top)
        card = self.collection.sched.getCard()
        assert card
        self.collection.sched.answerCard(card, 4)
        return self.collection.get_card(card.id)

    def decks(self) -> list[Any]:
        """Give the decks, but the one that every collection has."""
        return [deck for deck in self.collection.decks.all_names_and_ids() if deck.id != 1]

    def rows(self, *tables: str) -> dict[str, list[Any]]:
        """Give all rows of these tables."""
        assert self.collection.db
        every = self.collection.db.all
        return {table: every(f"select * from {table} order by 1, 2") for table in tables}


@contextmanager
def learner(folder: Path) -> Iterator[Learner]:
    """Open a new collection in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    collection = Collection(str(folder / "collection.anki2"))
    try:
        yield Learner(collection)
    finally:
        collection.close()


class Page(HTMLParser):
    """What a browser would show: `text` by the class of the element, single text nodes, tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text: dict[str, str] = {}
        self.nodes: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, "an element is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag; a line break shows as one."""
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self._show("\n")
        if tag not in VOID:
            self._open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take text, character references already decoded."""
        self.nodes.append(data)
        self._show(data)

    def _show(self, text: str) -> None:
        for name in {*self._open, ""}:
            self.text[name] = self.text.get(name, "") + text
