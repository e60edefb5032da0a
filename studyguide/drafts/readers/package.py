"""Anki packages, old and new, with note types of any shape."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studyguide.anki.read import open_package
from studyguide.drafts.readers.card import Card


def read_package(path: Path) -> Iterator[Card]:
    """Yield the notes of a package, a broken one as a card that says why.

    Raises `StudyGuideError` if it is no package, or broken as a whole.
    """
    seen: set[str] = set()
    with open_package(path) as package:
        for index, note in enumerate(package.notes_or_reasons(), start=1):
            if isinstance(note, str):
                yield Card(index, fault=note)
                continue
            is_first = note.guid not in seen
            seen.add(note.guid)
            yield Card(
                index,
                note.fields,
                is_html=True,
                is_cloze=note.note_type.is_cloze,
                form=note.note_type.name,
                deck=note.decks[0] if note.decks else "",
                tags=note.tags,
                guid=note.guid if is_first else "",  # else it is told from others by what it asks
            )


@contextmanager
def media_of(path: Path) -> Iterator[Callable[[str, int], bytes]]:
    """Give a way to read a package's pictures, of so many bytes at most; nothing if one is not there."""
    with open_package(path) as package:
        yield lambda name, most: package.content(name, most) if name in package.media else b""
