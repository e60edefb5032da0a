"""A lock from JSON, every part held against what it must be: a lock may be anybody's."""

from typing import Any

from studyguide.deck.deck import PARTS
from studyguide.deck.item import KINDS
from studyguide.lock.lock import (
    FORMAT,
    LATEST,
    SECTION_0,
    Edition,
    Lock,
    Place,
    Receipt,
    Review,
    Sent,
    Stamp,
)
from studyguide.patterns import lazy

_LONGEST_PLACE = 1000
_NUMBER = lazy(r"0|[1-9][0-9]{0,3}")


class LaterFormatError(ValueError):
    """A lock that a later version of this program has written."""


def lock_of(data: Any) -> Lock:
    """Make a lock of what JSON holds. Raises `ValueError`, `TypeError` or `KeyError` on nonsense."""
    if (format := data["lock"]) != FORMAT:
        told = f"lock format {format!r}, this program knows {FORMAT}"
        raise (
            LaterFormatError(told) if type(format) is int and format > FORMAT else ValueError(told)
        )
    source = data["source"]
    items = {_str(id): _receipt(entry) for id, entry in data["items"].items()}
    if not data["note_types"]:  # which the first package leaves, also in a lock of an older version
        items = {id: receipt._replace(unpublished=True) for id, receipt in items.items()}
    return Lock(
        deck=_str(data.get("deck", "")),
        decks={_section(key): _str(name) for key, name in data.get("decks", {}).items()},
        rules=_int(data["rules"]),
        terms=_str(data.get("terms", "")),
        source=_edition(source) if source is not None else None,
        heads={_head(key): _str(digest) for key, digest in data.get("heads", {}).items()},
        summaries={_str(key): _review(each) for key, each in data.get("summaries", {}).items()},
        note_types={_str(key): _stamp(stamp) for key, stamp in data["note_types"].items()},
        items=items,
    )


def _stamp(data: Any) -> Stamp:
    shape = tuple(_str(name) for name in data.get("shape", ()))
    return Stamp(_str(data["digest"]), _second(data["modified"]), shape)


def _edition(data: Any) -> Edition:
    sections = {_number(number): _str(digest) for number, digest in data["sections"].items()}
    raw = _str(data.get("raw", ""))
    outside = _int(data.get("outside", 0))
    return Edition(_str(data["digest"]), _int(data["words"]), sections, raw, outside)


def _receipt(data: Any) -> Receipt:
    places = tuple(_place(*place) for place in data["places"])
    if data["kind"] not in KINDS:
        raise ValueError(f"there is no kind {data['kind']!r}")
    return Receipt(
        digest=_str(data["digest"]),
        shown=_str(data["shown"]),
        modified=_second(data["modified"]),
        kind=data["kind"],
        section=_int(data["section"]),
        origin=_str(data["origin"]),
        places=places,
        clozes={_number(number): _str(text) for number, text in data["clozes"].items()},
        retired=data["retired"] is True,
        review=_review(data["review"]) if "review" in data else None,
        warnings=tuple(_str(mark) for mark in data.get("warnings", ())),
        aliases=tuple(_str(alias) for alias in data.get("aliases", ())),
        written=_str(data.get("written", "")),
        reverse=data.get("reverse") is True,
        passage=_str(data.get("passage", "")),
        unpublished=data.get("unpublished") is True,
        sent=_sent(*data["sent"]) if "sent" in data else None,
    )


def _sent(modified: Any, written: Any, passage: Any) -> Sent:
    return Sent(_second(modified), _str(written), _str(passage))


def _review(data: Any) -> Review:
    accepted = {_str(mark): _str(reason) for mark, reason in data["accepted"].items()}
    return Review(_str(data["date"]), accepted, _str(data.get("note", "")))


def _place(label: Any, first: Any, last: Any, page: Any = "") -> Place:
    place = Place(_str(label), _int(first), _int(last), _str(page))
    if not first < last <= first + _LONGEST_PLACE:
        raise ValueError(f"no quotation goes from word {first} to {last}")
    return place


def _section(value: Any) -> int:
    return SECTION_0 if value == str(SECTION_0) else int(_number(value))


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


def _second(value: Any) -> int:
    if _int(value) > LATEST:
        raise ValueError(f"{value!r} is no second of a year that has four digits")
    return int(value)


def _str(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"{value!r} is no text")
    value.encode()  # half a surrogate pair could be read, but not be written again
    return value
