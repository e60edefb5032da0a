"""Note types as collections hold them: in tables of their own, or, before 2021, as JSON."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from studyguide.anki.archive import DamagedError
from studyguide.anki.database import Database
from studyguide.anki.protobuf import fields

TABLES: Final = {
    "notetypes": ("id", "name", "mtime_secs", "config"),
    "fields": ("ntid", "ord", "name"),
    "templates": ("ntid", "ord", "config"),
}

_KIND, _CLOZE = 1, 1  # the field of a note type's message, and its value
_FRONT, _BACK = 1, 2  # of a template's


class Template(NamedTuple):
    """The two sides of a card, in Anki's own language."""

    front: str
    back: str


class NoteType(NamedTuple):
    """A note type: its fields by name, in order, the cards it makes, the second it last changed in."""

    name: str
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    is_cloze: bool
    modified: int


def read(database: Database) -> dict[int, NoteType]:
    """Give the note types of a collection by id."""
    names: dict[int, dict[int, str]] = {}
    for type, place, name in database.rows("fields"):
        names.setdefault(type, {})[number(place)] = text(name)
    sides: dict[int, dict[int, Template]] = {}
    for type, place, config in database.rows("templates") if "templates" in database else ():
        sides.setdefault(type, {})[number(place)] = _template(config)
    return {
        number(id): NoteType(
            text(name),
            tuple(value for _, value in sorted(names.get(id, {}).items())),
            tuple(value for _, value in sorted(sides.get(id, {}).items())),
            _message(config).get(_KIND) == _CLOZE,
            number(second),
        )
        for id, name, second, config in database.rows("notetypes")
    }


def read_models(models: Mapping[str, Any]) -> dict[int, NoteType]:
    """Give the note types that an older collection tells as JSON."""
    return {
        int(id): NoteType(
            text(model["name"]),
            tuple(text(field["name"]) for field in _in_order(model["flds"])),
            tuple(Template(text(it["qfmt"]), text(it["afmt"])) for it in _in_order(model["tmpls"])),
            model.get("type") == 1,
            number(model["mod"]),
        )
        for id, model in models.items()
    }


def text(value: object) -> str:
    """Give a value as text that can be written out again; raise `DamagedError` for bytes."""
    if isinstance(value, bytes | list | dict):
        raise DamagedError("a text in it is none")
    return "" if value is None else str(value).encode("utf-8", "replace").decode()


def number(value: object) -> int:
    """Give a whole number as large as SQLite has them; raise `DamagedError` for anything else."""
    if not isinstance(value, int | float) or value != value // 1 or abs(value) >= 2**63:
        raise DamagedError("a number in it is none")
    return int(value)


def _in_order(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(parts, key=lambda part: number(part["ord"]))


def _template(config: object) -> Template:
    told = _message(config)
    front, back = (told.get(side, b"") for side in (_FRONT, _BACK))
    if not isinstance(front, bytes) or not isinstance(back, bytes):
        raise DamagedError("a template in it is none")
    return Template(front.decode(), back.decode())


def _message(config: object) -> dict[int, int | bytes]:
    if not isinstance(config, bytes):
        raise DamagedError("a message in it is none")
    return dict(fields(config))
