"""Printing: the only module that knows WeasyPrint, which fetches nothing but what a `Resources` has.

It is imported where it is needed: it takes most of a second and wants system libraries.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage, Message
from functools import partial
from hashlib import sha256
from io import StringIO
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from studyguide.errors import StudyGuideError
from studyguide.printing.engine import by_style, letters, lines, once, running_heads
from studyguide.printing.engine.declared import in_these_faces
from studyguide.printing.engine.drawing import places
from studyguide.printing.engine.drawing.writing import in_writing
from studyguide.printing.engine.said import errors_in, heard
from studyguide.printing.engine.splits import Splits
from studyguide.printing.engine.styles import style_sheets
from studyguide.printing.engine.styles.boxes import made_plainly
from studyguide.printing.engine.styles.declarations import in_tables
from studyguide.printing.engine.styles.style_sheets import read_later
from studyguide.printing.press import fonts, page_numbers
from studyguide.printing.press.drawings import fault_in_page, refers_out
from studyguide.printing.press.last_touches import ARCHIVAL, Sides, finish
from studyguide.printing.press.missing_glyphs import with_marks_in_place
from studyguide.printing.press.resources import Resources
from studyguide.system.garbage import held_off
from studyguide.system.libraries import put_off, without_compiler
from studyguide.templates import Templates

_LIBRARIES_MISSING = (
    "printing needs the Pango and HarfBuzz libraries of the system; install them with "
    "`apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` (Debian, Ubuntu), "
    "`dnf install pango harfbuzz` (Fedora) or `brew install pango` (macOS)"
)

_LEADS_OUT = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

_WARM = (
    "<html lang=en style='font-family: Guide Source Serif'><title>warm</title><b>A</b> <i>word</i>"
)
"""In a face of ours: what WeasyPrint falls back on has many weights, and is cut down by other means."""


@dataclass(frozen=True, slots=True)
class Press:
    """WeasyPrint, our faces in it, what it may fetch, and what texts were split into on it."""

    weasyprint: Any
    faces: Any
    place: dict[str, Any]
    resources: Resources
    variant: dict[str, Any]
    splits: Splits

    def laid_out(self, page: str) -> Any:
        """Lay out a page of HTML."""
        page = with_marks_in_place(page)
        html = style_sheets.html_class(self.weasyprint, page)(string=page, **self.place)
        self.resources.refused.extend(refers_out(html.etree_element))
        if fault := fault_in_page(html.etree_element):
            raise StudyGuideError(f"a drawing in a template {fault}")
        layout, css = self.weasyprint.layout, self.weasyprint.css
        with (
            once.in_layout(layout, self.weasyprint.text.line_break, self.splits),
            lines.as_wanted(layout),
            by_style.asked_once(layout),
            running_heads.told_as_spans(layout),
            style_sheets.styled_once(css),
            made_plainly(layout.page.build),
            places.found_where_there_may_be(self.weasyprint),
        ):
            document = html.render(font_config=self.faces, **self.variant)
        for each in document.pages:
            page_numbers.named(each)
        if outside := _led_to(document, html.etree_element):
            raise StudyGuideError(
                f"a template leads to {outside}: only web and mail addresses may be"
            )
        return document

    def heights(self, page: str) -> dict[str, float]:
        """Lay out a page and give the height, in millimetres, of each element that has an id."""
        boxes = (box for each in self.laid_out(page).pages for box in each.anchors.items())
        return {id: (bottom - top) / 96 * 25.4 for id, (_, top, _, bottom) in boxes}

    def cannot_draw(self, url: str) -> bool:
        """Whether a picture by itself is more than WeasyPrint can do."""
        page = f'<img src="file://{url}" alt="">'
        try:
            html = self.weasyprint.HTML(string=page, **self.place)  # without a face, text is fatal
            html.write_pdf(font_config=self.faces)
        except Exception:  # noqa: BLE001, whatever it is, this is the picture
            return True
        return False

    def attachment(self, path: Path, when: datetime) -> Any:
        """Make an attachment of a file, with a time that does not depend on this machine."""
        return self.weasyprint.Attachment(
            filename=str(path),
            name=path.name,
            description="The same items as a deck for Anki",
            created=when,
            modified=when,
        )

    def printed(self, document: Any, sides: Sides = "DuplexFlipLongEdge", **options: Any) -> bytes:
        """Give the bytes of a document's PDF, which is for these sides of the paper."""
        finisher = partial(finish, sides=sides)
        with page_numbers.references_made_once(), in_writing(self.weasyprint):
            return bytes(document.write_pdf(finisher=finisher, **self.variant, **options))


@contextmanager
def open_press(
    resources: Resources, template: str, claim: Mapping[str, Any] = ARCHIVAL
) -> Iterator[Press]:
    """Open the press, on which a file is printed that claims to be such a PDF.

    What is printed on it must not ask for anything that it may not have.
    """
    weasyprint = load()
    place = {"base_url": f"file:///templates/{template}", "url_fetcher": _fetcher(resources)}
    with (
        held_off(), fonts.only_these_faces() as folder, heard() as said,
        letters.shaped_once(weasyprint.text.line_break),
        in_these_faces(weasyprint.text.fonts, fonts.declared(), folder) as faces,
    ):  # fmt: skip
        if resources.faces:
            weasyprint.CSS(string=fonts.face_rules(resources.faces), font_config=faces, **place)
        press = Press(weasyprint, faces, place, resources, {**claim}, Splits({}, {}))
        with _blamed(press, template):
            yield press
    if resources.refused:
        raise StudyGuideError(resources.refusal())
    if errors := errors_in(said):
        raise StudyGuideError(f"{template} cannot be printed: {resources.told(errors[0])}")


def warm_up() -> None:
    """Print a word, so that copies of this process need not find out by themselves what printing takes."""
    resources = Resources.of((), Templates.bundled())
    with open_press(resources, "guide/guide.html") as press:
        press.printed(press.laid_out(_WARM))


def width_of(line: Any) -> float:
    """Measure what is written in a line of a laid out page, in pixels of CSS."""
    from weasyprint.text.line_break import line_size  # type: ignore[import-untyped]

    line.pango_layout.reactivate(line.style)
    return float(line_size(line.pango_layout.get_first_line()[0], line.style)[0])


def _led_to(document: Any, tree: Any) -> str:
    """Give the first address that a PDF must not lead to: a script, a file of somebody's machine."""
    links = (link[1] for page in document.pages for link in page.links if link[0] == "external")
    actions = (form.get("action") for form in tree.iter("form") if form.get("action"))
    told = (address for address in (*links, *actions) if not _LEADS_OUT.match(address))
    return next(told, "")


def identifier(page: str) -> bytes:
    """Derive a PDF's identifier from what it was made of, so that it is the same every time."""
    return sha256(page.encode()).hexdigest()[:32].encode()


def load() -> Any:
    """Import WeasyPrint, in silence: where a library is missing it prints advice of its own."""
    try:
        with (
            held_off(), redirect_stdout(StringIO()), warnings.catch_warnings(), without_compiler(),
            put_off("fontTools.subset"), put_off("ssl"),  # a fifth of all is for what we hardly ever need
            put_off("fontTools.varLib.instancer", "instantiateVariableFont"),
            put_off("fontTools.ttLib.woff2"), put_off("PIL.ImageCms", "ImageCmsProfile"),
            put_off("PIL.ExifTags"), put_off("tinyhtml5"),
            in_tables(), read_later(),
        ):  # fmt: skip
            warnings.simplefilter("ignore")
            import weasyprint  # type: ignore[import-untyped]
            from weasyprint.text.ffi import harfbuzz_subset  # type: ignore[import-untyped]
    except OSError as error:
        raise StudyGuideError(_LIBRARIES_MISSING) from error
    if harfbuzz_subset is None:  # it would go on with another subsetter, and give other bytes
        raise StudyGuideError(_LIBRARIES_MISSING)
    return weasyprint


def _fetcher(resources: Resources) -> Any:
    """Give WeasyPrint a fetcher that has nothing but the resources."""
    from weasyprint.urls import (  # type: ignore[import-untyped]
        URLFetcher,
        URLFetcherResponse,
    )

    plain = (
        Message().policy
    )  # the usual one parses what is told of a file, by half a module of patterns

    class Response(URLFetcherResponse):  # type: ignore[misc]
        path = None  # WeasyPrint would look for a picture at this path of the real file system

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Response:  # noqa: ARG002, WeasyPrint's
            told = EmailMessage(plain)
            told["Content-Type"] = guess_type(url)[0] or ""
            return Response(url, resources.read(url), told)

    return Fetcher(allowed_protocols=("file",), allow_redirects=False)


@contextmanager
def _blamed(press: Press, template: str) -> Iterator[None]:
    """Turn whatever WeasyPrint falls over into a sentence that names the picture or template.

    What was refused comes first: it may have fallen for want of that.
    """
    try:
        yield
    except Exception as error:
        if press.resources.refused:
            raise StudyGuideError(press.resources.refusal()) from error
        if isinstance(error, OSError | MemoryError | StudyGuideError):
            raise
        culprit = next(filter(press.cannot_draw, press.resources.drawings), template)
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise StudyGuideError(
            f"{press.resources.told(culprit)} cannot be printed: {said or type(error).__name__}"
        ) from error
