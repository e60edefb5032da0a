"""Tables on a card: so large that no word is broken; where they are too wide for that, turned, or row after row in lines."""

from dataclasses import replace

from studyguide.deck.marked import Marked, Table
from studyguide.printing.cutout.cards import Card, Face
from studyguide.printing.cutout.fit import SIZES
from studyguide.printing.lines.tables import LEAST, OWN_FACE, each_table, forms_of


def with_tables_set(card: Card, room: float, *, has_own_faces: bool) -> Card:
    """Give a card whose tables are set for the width that its text has, in millimetres."""
    width = room / (OWN_FACE if has_own_faces else 1)
    return card._replace(front=_set(card.front, width), back=_set(card.back, width))


def _set(face: Face, room: float) -> Face:
    texts = (*face.lines, *(part.text for part in face.parts), face.note)
    if not any(isinstance(text, Marked) for text in texts):
        return face
    return replace(
        face,
        lines=tuple(_in_room(text, room) for text in face.lines),
        parts=tuple(part._replace(text=_in_room(part.text, room)) for part in face.parts),
        note=_in_room(face.note, room),
    )


def _in_room(text: str, room: float) -> str:
    return each_table(text, lambda table: _fitted(table, text, room))


def _fitted(table: Table, text: str, room: float) -> Table:
    """Set a table as it is where that can be done, else with a column for each of its rows, else in lines."""
    for form in forms_of(table, text):
        size = form.size(room)
        if size >= LEAST:
            fitting = (at for at, each in enumerate(SIZES) if each * form.wide <= room)
            return table._replace(form=f"{form.name} from-{next(fitting, len(SIZES))}", size=size)
    return table._replace(form="in-lines")
