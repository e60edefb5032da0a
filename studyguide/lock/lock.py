"""`deck.lock`: what was checked, against which text, and when each item last changed.

JSON, one line an item, sorted, so that diffs and merges stay small. Nothing in it lets a reader
rebuild the source: digests are of whole sections, never of sentences.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from studyguide.deck.deck import KINDS, PARTS
from studyguide.errors import StudyGuideError
from studyguide.lock import merge
from studyguide.system.atomic import replacing

FORMAT = 1
LARGEST_LOCK = 64 * 1024 * 1024
_LONGEST_PLACE = 1000
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Place:
    """One quoted run: the paragraph's label, and its words from `first` to before `last`."""

    label: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Review:
    """A curator's word of a day that they read an item beside its passage.

    `accepted` gives, for the fingerprint of each warning that they let stand, the reason; `note`
    what they said where there was no warning: what was compared, or changed.
    """

    date: str
    accepted: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that an item, as it was then, passed.

    `digest` is of all that was checked, `shown` of what a learner sees; `modified` is the second
    in which `shown` last changed. `origin` is the id that the note's GUID derives from, and
    `clozes` holds every cloze number ever used with the text that it hides. `warnings` has the
    fingerprint of each warning, `aliases` which of the deck's aliases the item needs. `written` is
    the digest of the note as last built, and empty if it has not been built since it changed;
    `reverse` says that the item was asked in reverse at some time. `passage` is the mark of
    the passage that was last shown beside the item, if any.
    """

    digest: str
    shown: str
    modified: int
    kind: str
    section: int
    origin: str
    places: tuple[Place, ...] = ()
    clozes: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False
    review: Review | None = None
    warnings: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    written: str = ""
    reverse: bool = False
    passage: str = ""

    @property
    def citation(self) -> str:
        """Where the evidence stands: `§1 ¶4`."""
        return citation_of(self.section, self.places)


def citation_of(section: int, places: tuple[Place, ...]) -> str:
    """Tell where some places of a section are: `§1 ¶4`."""
    labels = list(dict.fromkeys(place.label for place in places))
    return f"§{section} {', '.join(labels)}" if labels else f"§{section}"


@dataclass(frozen=True, slots=True)
class Edition:
    """A source text, told by digests over its normalised words; `sections` by number.

    `raw` is the digest of the file itself: under the same one nothing has to be read again.
    """

    digest: str
    words: int
    sections: Mapping[str, str]
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The digest of a note type, and the second in which it last changed.

    `shape` names what can never change: the note type itself, its fields, its templates.
    """

    digest: str
    modified: int
    shape: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lock:
    """The whole ledger of one deck; `rules` is the version of the rules that were passed.

    `terms` is the digest of what went for every item when it passed: language, aliases, and so on.
    `heads` gives the digest of each section's title and summary, and of introduction and discussion,
    of which there is nothing to say, `summaries` for such a digest what a curator has accepted there.
    `deck` is the deck's id. `decks` gives, by section number, the full name of each deck in Anki as
    first built, 0 standing for the whole: Anki knows decks by name, so these never change.
    """

    deck: str = ""
    decks: Mapping[int, str] = field(default_factory=dict)
    rules: int = 0
    terms: str = ""
    source: Edition | None = None
    heads: Mapping[str, str] = field(default_factory=dict)
    summaries: Mapping[str, Review] = field(default_factory=dict)
    note_types: Mapping[str, Stamp] = field(default_factory=dict)
    items: Mapping[str, Receipt] = field(default_factory=dict)


def open_lock(path: Path) -> Lock:
    """Read a lock; an empty one where there is none. Raises `StudyGuideError` on nonsense."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_LOCK)
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise StudyGuideError(f"cannot read {path}: {error.strerror}") from error
    try:
        sides = merge.read(data.decode())
        locks = [_lock(side) for side in sides]
        return locks[0] if len(sides) == 1 else _lock(merge.joined(*sides))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StudyGuideError(
            f"{path} is no lock that we wrote ({_reason(error)}): restore it from version control"
        ) from error


def _reason(error: Exception) -> str:
    """Say in a curator's words what Python found wrong."""
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    if isinstance(error, UnicodeError):
        return "it is not UTF-8"
    if isinstance(error, KeyError):
        return f"{error} is missing"
    if isinstance(error, ValueError):
        return str(error).split("\n")[0][:120]
    return "its parts are not what they should be"


def save_lock(lock: Lock, path: Path) -> bool:
    """Write a lock if it differs from what is there; tell whether it did."""
    text = dump(lock)
    try:
        if path.read_text(encoding="utf-8") == text:
            return False
    except (OSError, UnicodeDecodeError):
        pass
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8")
    return True


def dump(lock: Lock) -> str:
    """Write a lock as text."""
    head = {
        "lock": FORMAT,
        "deck": lock.deck,
        "decks": {str(number): name for number, name in lock.decks.items()},
        "rules": lock.rules,
        "terms": lock.terms,
        "source": asdict(lock.source) if lock.source else None,
        "heads": dict(lock.heads),
        "summaries": {key: _reviewed(review) for key, review in lock.summaries.items()},
        "note_types": {key: asdict(stamp) for key, stamp in sorted(lock.note_types.items())},
    }
    lines = [f"{_json(key)}: {_json(value)}," for key, value in head.items()]
    items = [f"{_json(id)}: {_json(_entry(lock.items[id]))}" for id in sorted(lock.items)]
    return "\n".join(["{", *lines, '"items": {', ",\n".join(items), "}", "}", ""])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _entry(receipt: Receipt) -> dict[str, object]:
    entry: dict[str, object] = {
        "digest": receipt.digest,
        "shown": receipt.shown,
        "modified": receipt.modified,
        "kind": receipt.kind,
        "section": receipt.section,
        "origin": receipt.origin,
        "places": [[place.label, place.first, place.last] for place in receipt.places],
        "clozes": receipt.clozes,
        "retired": receipt.retired,
    }
    if receipt.review:
        entry["review"] = _reviewed(receipt.review)
    if receipt.warnings:
        entry["warnings"] = receipt.warnings
    if receipt.aliases:
        entry["aliases"] = receipt.aliases
    if receipt.written:
        entry["written"] = receipt.written
    if receipt.reverse:
        entry["reverse"] = True
    if receipt.passage:
        entry["passage"] = receipt.passage
    return entry


def _reviewed(review: Review) -> dict[str, object]:
    note = {"note": review.note} if review.note else {}
    return {"date": review.date, "accepted": dict(review.accepted), **note}


def _lock(data: Any) -> Lock:
    if data["lock"] != FORMAT:
        raise ValueError(f"lock format {data['lock']!r}, this program knows {FORMAT}")
    source = data["source"]
    return Lock(
        deck=_str(data.get("deck", "")),
        decks={_section(key): _str(name) for key, name in data.get("decks", {}).items()},
        rules=_int(data["rules"]),
        terms=_str(data.get("terms", "")),
        source=_edition(source) if source is not None else None,
        heads={_head(key): _str(digest) for key, digest in data.get("heads", {}).items()},
        summaries={_str(key): _review(each) for key, each in data.get("summaries", {}).items()},
        note_types={_str(key): _stamp(stamp) for key, stamp in data["note_types"].items()},
        items={_str(id): _receipt(entry) for id, entry in data["items"].items()},
    )


def _stamp(data: Any) -> Stamp:
    shape = tuple(_str(name) for name in data.get("shape", ()))
    return Stamp(_str(data["digest"]), _int(data["modified"]), shape)


def _edition(data: Any) -> Edition:
    sections = {_number(number): _str(digest) for number, digest in data["sections"].items()}
    raw = _str(data.get("raw", ""))
    return Edition(_str(data["digest"]), _int(data["words"]), sections, raw)


def _receipt(data: Any) -> Receipt:
    places = tuple(_place(_str(label), _int(a), _int(b)) for label, a, b in data["places"])
    if data["kind"] not in KINDS:
        raise ValueError(f"there is no kind {data['kind']!r}")
    receipt = Receipt(
        digest=_str(data["digest"]),
        shown=_str(data["shown"]),
        modified=_int(data["modified"]),
        kind=data["kind"],
        section=_int(data["section"]),
        origin=_str(data["origin"]),
        places=places,
        clozes={_number(number): _str(text) for number, text in data["clozes"].items()},
    )
    review = _review(data["review"]) if "review" in data else None
    return replace(
        receipt,
        retired=data["retired"] is True,
        review=review,
        warnings=tuple(_str(mark) for mark in data.get("warnings", ())),
        aliases=tuple(_str(alias) for alias in data.get("aliases", ())),
        written=_str(data.get("written", "")),
        reverse=data.get("reverse") is True,
        passage=_str(data.get("passage", "")),
    )


def _review(data: Any) -> Review:
    accepted = {_str(mark): _str(reason) for mark, reason in data["accepted"].items()}
    return Review(_str(data["date"]), accepted, _str(data.get("note", "")))


def _place(label: str, first: int, last: int) -> Place:
    if not first < last <= first + _LONGEST_PLACE:
        raise ValueError(f"no quotation goes from word {first} to {last}")
    return Place(label, first, last)


def _section(value: Any) -> int:
    return 0 if value == "0" else int(_number(value))


def _head(key: Any) -> str:
    return key if key in PARTS else _number(key)


def _number(value: Any) -> str:
    if not _NUMBER.fullmatch(_str(value)):
        raise ValueError(f"{value!r} is no number that can stand here")
    return str(value)


def _int(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**53:
        raise ValueError(f"{value!r} is no number that can stand here")
    return value


def _str(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"{value!r} is no text")
    value.encode()  # half a surrogate pair could be read, but not be written again
    return value
