"""What a printed page may ask for: named as if the deck's folder were the root of the file system.

There are three places, `/templates/…`, `/media/…` and `/fonts/…`. So no path of this machine gets
into the bytes, and a template can ask for `logo.png` beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from studyguide.deck.item import Image
from studyguide.load.svg import refers_out_of_file
from studyguide.printing.press import fonts
from studyguide.templates import Templates


def picture_url(image: Image) -> str:
    """Name a picture by its content, so that no folder of this machine gets into the guide."""
    return f"/media/{image.digest}{image.path.suffix.lower()}"


@dataclass(frozen=True, slots=True)
class Resources:
    """All that a page may ask for; `refused` collects what it asked for in vain.

    `pictures` maps the URLs of pictures to their files, `folders` the first name of a path to the
    folders that are searched for the rest of it; `drawn` has, by URL, what is no file at all.
    """

    pictures: Mapping[str, Path]
    folders: Mapping[str, tuple[Path, ...]]
    drawn: Mapping[str, bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        images: Iterable[Image],
        templates: Templates,
        drawn: Mapping[str, bytes] | None = None,
    ) -> "Resources":
        """Give what a page may ask for: these pictures and their folders, templates and faces."""
        paths = {picture_url(image): image.path for image in images}
        media = tuple(sorted({path.parent for path in paths.values()}))
        folders = {"media": media, "templates": templates.folders, "fonts": fonts.FOLDERS}
        return cls(paths, folders, drawn or {})

    def read(self, url: str) -> bytes:
        """Give the content of a URL, or note the URL as refused and raise `ValueError`."""
        if (drawn := self.drawn.get(url.removeprefix("file://"))) is not None:
            return drawn
        try:
            content = self._file(url).read_bytes()
        except (OSError, ValueError) as error:
            self.refused.append(url)
            raise ValueError(f"refused: {url}") from error
        self.refused.extend(refers_out_of_file(content))  # drawings have all kinds of names
        return content

    def _file(self, url: str) -> Path:
        scheme, host, encoded, *_ = urlsplit(url)
        path = unquote(encoded)
        if scheme != "file" or host:
            raise ValueError(url)
        if path in self.pictures:
            return self.pictures[path]
        _, place, name = path.split("/", 2)
        for folder in self.folders.get(place, ()):
            file = (folder / name).resolve()
            if file.is_file() and file.is_relative_to(folder.resolve()):
                return file
        raise ValueError(url)
