"""The note types of a deck, and the ids by which Anki knows note types and decks for ever."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final, NamedTuple

from studyguide.anki.card_sides import Side, style
from studyguide.anki.fields import (
    FIELDS,
    FOLDED,
    REQUIRED,
    Key,
)
from studyguide.guide.guide import Guide, GuideSection
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary

TEMPLATES: Final[dict[Key, tuple[tuple[str, str], ...]]] = {
    "question": (("Forward", "question-forward"), ("Reverse", "question-reverse")),
    "cloze": (("Cloze", "cloze"),),
}

_SMALL_IDS = range(1 << 30, 1 << 31)
_FIELD_IDS = range(1, 1 << 63)


class Field(NamedTuple):
    """A field of a note type; by its `id` Anki knows it again under another name."""

    name: str
    id: int


class CardTemplate(NamedTuple):
    """Front and back of one card of a note type, in Anki's template language."""

    name: str
    id: int
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type of one deck; `digest` is the SHA-256, in hex, of all that Anki sees of it."""

    key: Key
    id: int
    name: str
    fields: tuple[Field, ...]
    templates: tuple[CardTemplate, ...]
    css: str
    digest: str

    @property
    def shape(self) -> tuple[str, ...]:
        """What can never change: id of the note type, names and ids of its fields and templates."""
        fields = (f"{field.name} {field.id}" for field in self.fields)
        templates = (f"{template.name} {template.id}" for template in self.templates)
        return (f"{self.key} {self.id}", *fields, *templates)


def note_types(
    deck_id: str,
    templates: Templates,
    vocabulary: Vocabulary | None = None,
    *,
    markup: bool = False,
) -> tuple[NoteType, NoteType]:
    """Give the note types of a deck: its own, since a deck may have its own templates and language.

    With `markup` they have the styles of that, too.
    """
    words = vocabulary or Vocabulary()
    css = style(templates, words) + (templates.read("anki/markup.css") if markup else "")
    types = (_note_type(key, deck_id, templates, words) for key in ("question", "cloze"))
    question, cloze = (_signed(replace(type, css=css)) for type in types)
    return question, cloze


def note_type_id(key: str, deck_id: str) -> int:
    """Give what Anki knows a deck's note type by, for ever."""
    return _hash(_SMALL_IDS, "note type", deck_id, key)


def _note_type(key: Key, deck_id: str, templates: Templates, vocabulary: Vocabulary) -> NoteType:
    return NoteType(
        key=key,
        id=note_type_id(key, deck_id),
        name=f"studyguide {key} ({deck_id})",
        fields=tuple(Field(name, _hash(_FIELD_IDS, "field", key, name)) for name in FIELDS[key]),
        templates=tuple(_template(key, named, templates, vocabulary) for named in TEMPLATES[key]),
        css="",
        digest="",
    )


def _signed(type: NoteType) -> NoteType:
    seen = json.dumps([definition(type), REQUIRED[type.key]], sort_keys=True)
    return replace(type, digest=sha256(seen.encode()).hexdigest())


def _template(
    key: Key, named: tuple[str, str], templates: Templates, vocabulary: Vocabulary
) -> CardTemplate:
    name, file = named
    return CardTemplate(
        name=name,
        id=_hash(_FIELD_IDS, "template", key, name),
        front=Side.read(templates, f"{file}-front", vocabulary).text,
        back=Side.read(templates, f"{file}-back", vocabulary).text,
    )


def definition(type: NoteType) -> dict[str, Any]:
    """Give what genanki makes a model of; Anki's editor folds away fields with nothing to read."""
    fields = [
        {"name": field.name, "id": field.id, "font": "Arial", "collapsed": field.name in FOLDED}
        for field in type.fields
    ]
    templates = [
        {"name": template.name, "id": template.id, "qfmt": template.front, "afmt": template.back}
        for template in type.templates
    ]
    return {
        "model_id": type.id,
        "name": type.name,
        "fields": fields,
        "templates": templates,
        "css": type.css,
        "model_type": int(type.key == "cloze"),
    }


def deck_id(guide: Guide, section: GuideSection | None = None) -> int:
    """Give what Anki knows a deck, or its subdeck for a section, by, for ever."""
    return _hash(_SMALL_IDS, "deck", guide.id, str(section.number) if section else "")


def _hash(ids: range, *words: str) -> int:
    """Pick an id for these words: the same on every machine, in every edition."""
    digest = sha256("\n".join(words).encode()).digest()
    return ids[int.from_bytes(digest[:16]) % len(ids)]
