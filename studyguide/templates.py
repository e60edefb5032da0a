"""Where templates are found: the deck's own `templates/` first, then those that come with us."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.system import files

_LARGEST = 4 * 1024 * 1024
"""Bytes of one template."""

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = next(
    folder
    for folder in (_PACKAGE / "templates", _PACKAGE.parent / "templates")  # wheel, checkout
    if folder.is_dir()
)


class Face(NamedTuple):
    """A face beyond ours, for what these lack: in a file of this digest, or one of `boxes` for characters.

    `number` is its place in a file with several.
    """

    name: str
    weight: int
    digest: str
    path: Path | None = None
    number: int = 0
    boxes: str = ""


@dataclass(frozen=True, slots=True)
class Templates:
    """Folders of templates, the first that has a file wins; nothing outside them is read.

    `faces` are those that what is filled in needs beyond ours.
    """

    folders: tuple[Path, ...]
    faces: tuple[Face, ...] = ()

    @classmethod
    def of(cls, deck_folder: Path) -> "Templates":
        """Give the templates of one deck: its own overrides, then the bundled ones."""
        return cls((*cls.own(deck_folder).folders, _BUNDLED))

    @classmethod
    def own(cls, deck_folder: Path) -> "Templates":
        """Give those of a deck's own alone."""
        own = deck_folder / "templates"
        if not files.leads_into(own, deck_folder) or files.leads_to_hidden(own, deck_folder):
            raise StudyGuideError(f"{own} is a link out of the deck's folder: put the files there")
        files.names(own, deck_folder)  # a folder that nobody may look into is not one without files
        return cls((own,))

    @classmethod
    def bundled(cls) -> "Templates":
        """Give those that come with us alone: for pages that a browser opens, script and all."""
        return cls((_BUNDLED,))

    def path(self, name: str) -> Path:
        """Find a template by its name relative to `templates/`, such as `anki/cards.css`."""
        return (self._folder(name) / name).resolve()

    def read(self, name: str) -> str:
        """Read a template as text."""
        return self.source(name)[0]

    def source(self, name: str) -> tuple[str, str]:
        """Give a template's text, and its path; one that comes with us is read once."""
        folder = self._folder(name)
        return _bundled(name) if folder == _BUNDLED else _source(folder, name)

    def has(self, name: str) -> bool:
        """Whether there is a template of this name."""
        return any(os.path.lexists(folder / name) for folder in self.folders)

    def own_names(self, kind: str) -> Iterator[str]:
        """Yield the templates of a kind, such as `anki`, that are not those that come with us."""
        for folder in self.folders:
            if folder != _BUNDLED:
                names = files.names(folder / kind, folder)
                yield from (f"{kind}/{name}" for name in names if name.endswith((".html", ".css")))

    def is_own(self, name: str) -> bool:
        """Whether a template is not one that comes with us."""
        return self._folder(name) != _BUNDLED

    def _folder(self, name: str) -> Path:
        """Give the first folder that has a file of this name."""
        for folder in self.folders:
            path = folder / name
            if "\0" not in name and files.is_inside(path, folder):
                return folder
            if os.path.lexists(path) and not path.is_dir():
                raise StudyGuideError(
                    f"there is no template `{name}`: in {folder} it is a link out of there, or no file"
                )
        raise StudyGuideError(f"there is no template `{name}`")


@cache
def _bundled(name: str) -> tuple[str, str]:
    return _source(_BUNDLED, name)


def _source(folder: Path, name: str) -> tuple[str, str]:
    data = files.read_whole(folder / name, _LARGEST, folder)
    try:
        return data.decode(), str((folder / name).resolve())
    except UnicodeDecodeError as error:
        raise StudyGuideError(f"cannot read the template {folder / name}: {error}") from error
