"""What a printed page may ask for: named as if the deck's folder were the root of the file system.

There are three places, `/templates/…`, `/media/…` and `/fonts/…`. So no path of this machine gets
into the bytes, and a template can ask for `logo.png` beside it.
"""

from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from studyguide.deck.item import WHOLE, Image
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import Guide, pictures_of
from studyguide.loading.media import TYPES, content, fault_of
from studyguide.loading.pixels import as_printed
from studyguide.printing.drawings.prepared import prepared
from studyguide.printing.drawings.trimmed import trimmed
from studyguide.printing.press import fonts
from studyguide.printing.press.drawings import asked_by, refers_out_of_file
from studyguide.printing.press.faces import content_of
from studyguide.system import files
from studyguide.templates import Face, Templates

_LARGEST = 32 * 1024 * 1024
"""Bytes of a file that a template asks for."""

_LONGEST = 200
"""Letters of an address that is told."""


def picture_url(image: Image) -> str:
    """Name a picture by its content, so that no folder of this machine gets into the guide.

    A part of one is a drawing, whatever it was.
    """
    ending = image.path.suffix.lower() if image.ink == WHOLE else ".svg"
    return f"/media/{image.digest}{ending}"


@dataclass(frozen=True, slots=True)
class Resources:
    """All that a page may ask for; `refused` collects what it asked for in vain.

    `pictures` maps the URLs of pictures to them, `folders` the first name of a path to the
    folders that are searched for the rest of it; `drawn` has, by URL, what is no file at all; `faces` are those beyond ours.
    """

    pictures: Mapping[str, Image]
    folders: Mapping[str, tuple[Path, ...]]
    drawn: Mapping[str, bytes] = field(default_factory=dict)
    faces: tuple[Face, ...] = ()
    refused: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        images: Iterable[Image],
        templates: Templates,
        drawn: Mapping[str, bytes] | None = None,
    ) -> "Resources":
        """Give what a page may ask for: these pictures and their folders, templates and faces."""
        pictures = {picture_url(image): image for image in images}
        media = tuple(sorted({image.path.parent for image in pictures.values()}))
        folders = {"media": media, "templates": templates.folders, "fonts": fonts.FOLDERS}
        return cls(pictures, folders, drawn or {}, templates.faces)

    def refusal(self) -> str:
        """Say what was refused, and who asked for it: a drawing, else a template."""
        for image in map(self.pictures.__getitem__, self.drawings):
            if asked := [url for url in asked_by(content(image)) if not _is_held(url)]:
                return f"{image.path} refers to {_named(asked)}: what a drawing shows must be in it"
        wanted = _named(self.refused)
        return (
            f"a template asks for {wanted}, which is not in the deck's templates/ or media/ folder"
        )

    @property
    def drawings(self) -> list[str]:
        """The URLs of all pictures that are drawn from words, which may be wrong in many ways."""
        return [url for url in self.pictures if url.endswith(".svg")]

    def told(self, message: str) -> str:
        """Call pictures in a message by their curator's names for them."""
        for url, image in self.pictures.items():
            message = message.replace(f"file://{url}", url).replace(url, str(image.path))
        return message

    def read(self, url: str) -> bytes:
        """Give the content of a URL, or note the URL as refused and raise `ValueError`."""
        if (drawn := self.drawn.get(url.removeprefix("file://"))) is not None:
            return drawn
        try:
            found = self._content(url)
        except (StudyGuideError, ValueError) as error:
            self.refused.append(url)
            raise ValueError(f"refused: {url}") from error
        self.refused.extend(refers_out_of_file(found))  # drawings have all kinds of names
        return found

    def _content(self, url: str) -> bytes:
        scheme, host, encoded, *_ = urlsplit(url)
        path = unquote(encoded)
        if scheme == "data":
            return _held(url)
        if scheme != "file" or host:
            raise ValueError(url)
        if path in self.pictures:
            image = self.pictures[path]
            return trimmed(prepared(as_printed(content(image))), image.ink)
        for face in self.faces:
            if path == fonts.url_of(face):
                return content_of(face)
        _, place, name = path.split("/", 2)
        for folder in self.folders.get(place, ()):
            if files.is_inside(folder / name, folder):
                return files.read_whole(folder / name, _LARGEST, folder)
        raise ValueError(url)


def _held(url: str) -> bytes:
    """Give the picture that an address itself holds, as drawings have them. Raises `ValueError` if it is none."""
    head, _, data = url.partition(",")
    type, *how = head.lower().removeprefix("data:").split(";")
    ending = f".{type.removeprefix('image/')}"
    held = b64decode(unquote(data)) if "base64" in how else unquote_to_bytes(data)
    if ending not in TYPES or ending == ".svg" or fault_of(f"picture{ending}", held):
        raise ValueError(url)
    return as_printed(held)


def _is_held(url: str) -> bool:
    try:
        return url.startswith("data:") and bool(_held(url))
    except ValueError:
        return False


def _named(urls: Iterable[str]) -> str:
    return ", ".join(
        url if len(url) <= _LONGEST else f"{url[:_LONGEST]}…" for url in dict.fromkeys(urls)
    )


def resources_of(guide: Guide, templates: Templates) -> Resources:
    """Give what a guide may fetch: its templates and its pictures."""
    images = [image for entry in guide.entries for image in pictures_of(entry)]
    return Resources.of([*images, *(plate.image for plate in guide.plates)], templates)
