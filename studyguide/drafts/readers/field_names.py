"""What fields are called, in tables, records and note types, and what is meant by it."""

import re
from typing import Literal

Role = Literal[
    "front", "back", "question", "answer", "cloze", "term", "definition", "person", "role", "date",
    "event", "note", "tags", "image", "alt", "reverse", "type", "wording", "id", "quotation",
    "section", "deck", "guid", "none",
]  # fmt: skip

_CALLED: dict[Role, str] = {
    "front": "front|prompt|word|expression|side 1|side a|vorderseite|recto|anverso|fronte",
    "back": "back|response|side 2|side b|meaning|translation|rückseite|verso|reverso|retro",
    "question": "question|q|frage|pregunta|domanda",
    "answer": "answer|answers|a|antwort|réponse|reponse|respuesta|risposta|correct answer",
    "cloze": "cloze|text|lückentext|texte à trous|sentence|cloze text",
    "term": "term|concept|begriff|terme",
    "definition": "definition|description|erklärung|définition",
    "person": "person",
    "role": "role",
    "date": "date",
    "event": "event",
    "note": "note|notes|extra|back extra|remark|remarks|comment|comments|explanation|rückseite extra",
    "tags": "tags|tag|labels|schlagwörter",
    "image": "image|picture|bild",
    "alt": "alt|alt text",
    "reverse": "reverse|add reverse",
    "type": "type|typed",
    "wording": "wording",
    "id": "id|slug|key",
    "quotation": "evidence|quotation|quote|quotes|citation text|source text|excerpt|snippet|passage|"
    "supporting quote|zitat",
    "section": "section|section number",
    "deck": "deck|deck name",
    "guid": "guid",
    "none": "page|pages|seite|source|sources|reference|citation|chapter|retired|was|index|kind|"
    "difficulty|verdict|findings",
}
_ROLES = {name: role for role, names in _CALLED.items() for name in names.split("|")}
_OTHER = re.compile(r"[\W_]+")
_COUNT = re.compile(r" \d+$")


def role_of(name: str) -> Role | None:
    """Tell what a field is for by its name; nothing if the name does not say so."""
    plain = _OTHER.sub(" ", name.casefold()).strip()
    return _ROLES.get(plain)


def is_known(name: str) -> bool:
    """Whether a word is what a column may be called, and no mere word that stands in it."""
    return role_of(name) is not None


def roles() -> tuple[str, ...]:
    """List what a field can be mapped to."""
    return tuple(_CALLED)
