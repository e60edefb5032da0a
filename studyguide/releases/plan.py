"""What an edition brings to a learner who has another: new, changed, withdrawn, untouched notes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from studyguide.anki.read import Collection, Published
from studyguide.deck.cloze import Deletion, parse

LABELS: Final = {
    "Front": "prompt",
    "Text": "sentence",
    "Back": "answer",
    "Typed": "typed",
    "Reverse": "in reverse",
    "Note": "note",
    "Image": "picture",
    "Citation": "citation",
    "Withdrawn": "withdrawn",
    "Section": "section",
    "Source": "source",
}
"""Fields of which a learner sees something, and what a plan calls them; passages only with the text."""

_SWITCHES = ("Typed", "Reverse")

_SHARED = ("Section", "Source")
"""What changes for many notes at once is told once."""

_BETWEEN = re.compile(r"<br>|</li><li>")
_PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')
_UNSEEN = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f]")
_TAG = re.compile(r"<[^>]*>")
_LONG_NUMBER = re.compile(r"&#\d{9,};?|&#[xX][0-9a-fA-F]{9,};?")
_SECTION_TAG = re.compile(r"[a-z0-9-]+::section-\d+")
_WORD = re.compile(r"\[[^\[\]]*\]|\w+|\s+|[^\w\s]")
_MOST_PAIRS = 400_000
"""With more pairs of words than this a text is shown as replaced: comparing takes their product."""

Sign = Literal["=", "-", "+"]
Fate = Literal["new", "changed", "withdrawn", "kept", "untouched", "absent"]


class Piece(NamedTuple):
    """A part of a text that is in both versions (`=`), in the old one (`-`) or the new one (`+`)."""

    sign: Sign
    text: str


class Difference(NamedTuple):
    """What has changed in one field, word by word."""

    label: str
    pieces: tuple[Piece, ...]


class Line(NamedTuple):
    """One item in a plan: its id, where it stands, what it asks, and what has changed in it."""

    item: str
    citation: str
    prompt: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a learner will see who has an edition and imports the next.

    `kept` are the notes that changed and that the learner has edited later: Anki leaves those as
    they are. `everywhere` tells what changed alike in many notes: one of which nothing else is to be
    told is `changed` without a difference of its own. `new_cards` and `empty_cards` count
    those of notes that a learner has; `is_restyled` says that cards look otherwise. `moved` has the tags
    of sections to which notes come that a learner has in the subdeck of another.
    """

    new: tuple[Line, ...]
    changed: tuple[Line, ...]
    withdrawn: tuple[Line, ...]
    kept: tuple[Line, ...]
    everywhere: tuple[Difference, ...]
    untouched: int
    new_cards: int
    empty_cards: int
    is_restyled: bool
    moved: tuple[str, ...] = ()

    @property
    def differing(self) -> frozenset[str]:
        """Ids of what a learner would see anew or otherwise: what `--changed-since` prints."""
        lines = (*self.new, *self.changed, *self.withdrawn, *self.kept)
        return frozenset(line.item for line in lines)


def compare(before: Collection, after: Collection, items: Mapping[str, str]) -> Plan:
    """Compare what a learner has with what is about to be published.

    `items` gives the item's id for each GUID of the new edition, in the order of the deck.
    """
    lines: dict[Fate, list[Line]] = {fate: [] for fate in get_args(Fate)}
    everywhere: dict[Difference, None] = {}
    moved: dict[str, None] = {}
    new_cards = empty_cards = 0
    for guid, item in items.items():
        new, old = after.notes[guid], before.notes.get(guid)
        own, shared = _differences(old, new) if old else ((), ())
        fate = _fate(old, new, bool(own or shared))
        lines[fate].append(_line(item, new, own))
        if old and fate in ("changed", "withdrawn"):
            everywhere |= dict.fromkeys(shared)
            moved |= dict.fromkeys(_section_of(new) - _section_of(old))
            new_cards += len(new.cards - old.cards)
            empty_cards += len(old.cards - new.cards)
    return Plan(
        new=tuple(lines["new"]),
        changed=tuple(lines["changed"]),
        withdrawn=tuple(lines["withdrawn"]),
        kept=tuple(lines["kept"]),
        everywhere=tuple(everywhere),
        untouched=len(lines["untouched"]),
        new_cards=new_cards,
        empty_cards=empty_cards,
        is_restyled=_is_restyled(before, after),
        moved=tuple(moved),
    )


def _section_of(note: Published) -> frozenset[str]:
    """Give the tag of ours that names a note's section."""
    return frozenset(tag for tag in note.tags if _SECTION_TAG.fullmatch(tag))


def _fate(old: Published | None, new: Published, differs: bool) -> Fate:
    """Tell what becomes of a note: a withdrawn one that the learner never had is none for them."""
    if old is None:
        return "absent" if new.fields.get("Withdrawn") else "new"
    if not differs:
        return "untouched"
    if new.modified <= old.modified:
        return "kept"
    is_withdrawn = new.fields.get("Withdrawn") and not old.fields.get("Withdrawn")
    return "withdrawn" if is_withdrawn else "changed"


def plain(html: str) -> str:
    """Give a field as one line of plain text: parts of a list with semicolons, `[hidden (hint)]`."""
    pieces, _ = parse(_PICTURE.sub(r"\2 (\1)", html))
    text = "".join(piece if isinstance(piece, str) else _hidden(piece) for piece in pieces)
    text = _BETWEEN.sub(lambda mark: "; " if mark[0] != "<br>" else " ", text)
    tagged = text.rfind(">") + 1  # what opens after it is no tag, and would be looked through again
    text = _LONG_NUMBER.sub("\ufffd", _TAG.sub("", text[:tagged]) + text[tagged:])
    return " ".join(_UNSEEN.sub("", unescape(text)).split())


def _hidden(deletion: Deletion) -> str:
    return f"[{deletion.text} ({deletion.hint})]" if deletion.hint else f"[{deletion.text}]"


def words_compared(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts word by word."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > _MOST_PAIRS:
        return Piece("-", old), Piece("+", new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("=", "".join(before[a:b])))
        else:
            pieces += [Piece("-", "".join(before[a:b]))] if b > a else []
            pieces += [Piece("+", "".join(after[c:d]))] if d > c else []
    return tuple(pieces)


def _differences(
    old: Published, new: Published
) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """Give what differs in a note of its own, and what in fields that many notes share."""
    found: tuple[list[Difference], list[Difference]] = ([], [])
    for name, label in LABELS.items():
        before, after = (_seen(name, note.fields.get(name, "")) for note in (old, new))
        if before != after:
            pieces = words_compared(plain(before), plain(after))
            found[name in _SHARED].append(Difference(label, pieces))
    if new.modified > old.modified:  # else other tags are the learner's own
        found[0].extend(_tags(old.tags - {"withdrawn"}, new.tags - {"withdrawn"}))
    return tuple(found[0]), tuple(found[1])


def _tags(old: frozenset[str], new: frozenset[str]) -> Iterator[Difference]:
    gone, come = " ".join(sorted(old - new)), " ".join(sorted(new - old))
    pieces = (*((Piece("-", gone),) if gone else ()), *((Piece("+", come),) if come else ()))
    if pieces:
        yield Difference("tags", pieces)


def _seen(name: str, html: str) -> str:
    """Give a field as Anki keeps it, which composes accents; of a switch, whether it is on."""
    if name in _SWITCHES:
        return "yes" if html else ""
    return unicodedata.normalize("NFC", html)


def _is_restyled(before: Collection, after: Collection) -> bool:
    return any(
        second > before.note_types[id]
        for id, second in after.note_types.items()
        if id in before.note_types
    )


def _line(item: str, note: Published, differences: Iterable[Difference] = ()) -> Line:
    prompt = plain(note.fields.get("Front") or note.fields.get("Text", ""))
    return Line(item, plain(note.fields.get("Citation", "")), prompt, tuple(differences))


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of one deck; `since` names what it was compared with, `revision` if git has it.

    `is_altered` says that the learner whose package it is has other fields or cards in a note type.
    """

    folder: Path
    title: str
    since: str
    plan: Plan
    revision: str = ""
    is_altered: bool = False
