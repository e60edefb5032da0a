"""The printed guide: the only module that knows WeasyPrint.

WeasyPrint is imported where it is needed: it takes most of a second and wants system libraries.
Nothing is fetched from anywhere but three places, named as if the deck's folder were the root of
the file system: `/templates/…`, `/media/…` and `/fonts/…`. So no path of this machine gets into
the bytes, and a template can ask for `logo.png` beside it.
"""

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from studyguide import fonts
from studyguide.errors import StudyGuideError
from studyguide.guide import Guide
from studyguide.html import guide_page, picture_url
from studyguide.templates import Templates

Paper = Literal["a4", "letter"]

_LIBRARIES_MISSING = (
    "printing needs the Pango and HarfBuzz libraries of the system; install them with "
    "`apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` (Debian, Ubuntu), "
    "`dnf install pango harfbuzz` (Fedora) or `brew install pango` (macOS)"
)


def write_guide(guide: Guide, templates: Templates, paper: Paper, path: Path) -> None:
    """Write the printed guide to `path`, as PDF/UA-1; the same guide gives the same bytes.

    Raises `StudyGuideError` where system libraries or glyphs are missing, a template is at fault
    or something is asked for that is not the deck's own.
    """
    fonts.refuse_missing_glyphs(guide)
    page = guide_page(guide, templates, paper)
    path.write_bytes(_printed(page, Shelf.of(guide, templates)))


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that a page may ask for; `refused` collects what it asked for in vain.

    `pictures` maps the paths of the entries' pictures to their files, `folders` the first name of
    a path to the folders that are searched for the rest of it.
    """

    pictures: Mapping[str, Path]
    folders: Mapping[str, tuple[Path, ...]]
    refused: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, guide: Guide, templates: Templates) -> "Shelf":
        """Give what a guide may ask for: its pictures and their folders, templates and faces."""
        images = [entry.image for entry in guide.entries if entry.image]
        media = tuple(sorted({image.path.parent for image in images}))
        return cls(
            pictures={picture_url(image): image.path for image in images},
            folders={"media": media, "templates": templates.folders, "fonts": fonts.FOLDERS},
        )

    def read(self, url: str) -> bytes:
        """Give the content of a URL, or note the URL as refused and raise `ValueError`."""
        try:
            return self._file(url).read_bytes()
        except (OSError, ValueError) as error:
            self.refused.append(url)
            raise ValueError(f"refused: {url}") from error

    def _file(self, url: str) -> Path:
        scheme, host, encoded, *_ = urlsplit(url)
        path = unquote(encoded)
        if scheme != "file" or host:
            raise ValueError(url)
        if path in self.pictures:
            return self.pictures[path]
        _, shelf, name = path.split("/", 2)
        for folder in self.folders.get(shelf, ()):
            file = (folder / name).resolve()
            if file.is_file() and file.is_relative_to(folder.resolve()):
                return file
        raise ValueError(url)


def _printed(page: str, shelf: Shelf) -> bytes:
    """Lay out a page and give the bytes of its PDF."""
    weasyprint = _weasyprint()
    fetcher = _fetcher(shelf)
    place = {"base_url": "file:///templates/guide/guide.html", "url_fetcher": fetcher}
    with fonts.only_these_faces(), _collected_errors() as errors:
        faces = weasyprint.text.fonts.FontConfiguration()
        face_rules = weasyprint.CSS(string=fonts.face_rules(), font_config=faces, **place)
        printed = weasyprint.HTML(string=page, **place).write_pdf(
            stylesheets=[face_rules],
            font_config=faces,
            pdf_variant="pdf/ua-1",
            pdf_identifier=sha256(page.encode()).hexdigest()[:32].encode(),
        )
    if shelf.refused:
        raise StudyGuideError(_refusal(shelf.refused))
    if errors:
        raise StudyGuideError(f"the guide cannot be printed: {errors[0]}")
    return bytes(printed)


def _weasyprint() -> Any:
    """Import WeasyPrint, in silence: where a library is missing it prints advice of its own."""
    try:
        with redirect_stdout(StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import weasyprint  # type: ignore[import-untyped]
            from weasyprint.text.ffi import harfbuzz_subset  # type: ignore[import-untyped]
    except OSError as error:
        raise StudyGuideError(_LIBRARIES_MISSING) from error
    if harfbuzz_subset is None:  # it would go on with another subsetter, and give other bytes
        raise StudyGuideError(_LIBRARIES_MISSING)
    return weasyprint


def _fetcher(shelf: Shelf) -> Any:
    """Give WeasyPrint a fetcher that has nothing but the shelf."""
    from weasyprint.urls import (  # type: ignore[import-untyped]
        URLFetcher,
        URLFetcherResponse,
    )

    class Response(URLFetcherResponse):  # type: ignore[misc]
        path = None  # WeasyPrint would look for a picture at this path of the real file system

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Response:  # noqa: ARG002, WeasyPrint's
            return Response(url, shelf.read(url), {"Content-Type": guess_type(url)[0] or ""})

    return Fetcher(allowed_protocols=("file",), allow_redirects=False)


class _Errors(logging.Handler):
    """Collects what WeasyPrint only logs: pictures it cannot read, links that lead nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _collected_errors() -> Iterator[list[str]]:
    errors = _Errors()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(errors)
    try:
        yield errors.messages
    finally:
        logger.removeHandler(errors)


def _refusal(urls: list[str]) -> str:
    asked = ", ".join(dict.fromkeys(urls))
    return f"the guide asks for {asked}, which is not in the deck's templates/ or media/ folder"
