"""Anki's own reviewer page in headless chromium: its style sheets and scripts, cards of a collection.

The page comes with the `aqt` wheel, of which nothing else is needed. The faces that the cards ask for
first are given to the page, so that every machine draws the same; nothing is fetched from outside.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from mimetypes import guess_type
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from anki.collection import Card, Collection  # type: ignore[attr-defined]
from playwright.sync_api import Browser, Page, Route, ViewportSize, sync_playwright

from studyguide.printing.press.fonts import FACES, FOLDERS, Face

PHONE: Final[ViewportSize] = {"width": 412, "height": 780}
DESKTOP: Final[ViewportSize] = {"width": 900, "height": 620}

_HOST = "http://anki.test/"
_WANTED = {
    "Guide Source Serif": "Source Serif 4",
    "Guide Source Sans": "Source Sans 3",
    "Guide Source Code": "Source Code Pro",
}
_PAGE = """<!doctype html>
<html class="{outer}" dir="ltr">
<head><base href="{host}">
<link rel="stylesheet" href="_anki/css/webview.css">
<style>body {{ background-color: var(--canvas) }} {canvas} {faces}</style>
<link rel="stylesheet" href="_anki/css/reviewer.css"></head>
<body><script>bridgeCommand = pycmd = () => {{}}; qFade = 0</script>
<script src="_anki/js/reviewer.js"></script>
<div id="_mark" hidden></div><div id="_flag" hidden></div><div id="qa" dir="auto"></div></body></html>
"""
_SHOW = """async ([show, ...what]) => {
    const qa = document.getElementById("qa"), end = performance.now() + 30_000;
    qa.firstElementChild?.setAttribute("data-old", "");
    window[show](...what);
    const isShown = () => qa.childElementCount && !qa.querySelector("[data-old]");
    while (!isShown() || qa.style.opacity !== "1") {
        if (performance.now() > end) throw new Error(`${show} takes too long`);
        await new Promise(requestAnimationFrame);
    }
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
}"""
"""Anki puts there by and by what it shows, and makes it visible once formulas are set."""
_TYPING = re.compile(r"\[\[type:(.+?)\]\]")
_INPUT = (
    '<center><input type=text id=typeans style="font-family: Arial; font-size: 20px;"></center>'
)
_COMPARED = '<div style="font-family: Arial; font-size: 20px">{}</div>'


@contextmanager
def chromium(*, scroll_bars: bool = True) -> Iterator[Browser]:
    """Start Debian's chromium; its scroll bars, if any, take their room as on a desktop."""
    arguments = ["--no-sandbox", "--disable-background-networking", "--no-first-run"]
    arguments += ["--font-render-hinting=none", "--disable-lcd-text"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=arguments,
            ignore_default_args=["--hide-scrollbars"] if scroll_bars else [],
        )
        yield browser
        browser.close()


class Reviewer:
    """The reviewer of one collection; `page` shows what a learner sees."""

    def __init__(self, browser: Browser, collection: Collection, scale: float = 1) -> None:
        self.collection = collection
        self.page: Page = browser.new_page(viewport=PHONE, device_scale_factor=scale)
        self.page.route("**/*", self._serve)
        self._outer = ""
        self._canvas = ""

    def open(self, size: ViewportSize, *, night: bool = False, canvas: str = "") -> None:
        """Open a page of this size; `canvas` is a colour to lie behind the cards.

        A page that is open already stays, as in Anki from card to card.
        """
        before = (self.page.url, self._outer, self._canvas)
        self._outer = "night-mode" if night else ""
        self._canvas = f"body.card {{ background-color: {canvas} !important }}" if canvas else ""
        self.page.set_viewport_size(size)
        if before != (_HOST, self._outer, self._canvas):
            self.page.goto(_HOST)

    def ask(self, card: Card, *below: Card) -> None:
        """Show the question of a card, and those of others below it."""
        outputs = [each.render_output() for each in (card, *below)]
        questions = [_TYPING.sub(_INPUT, output.question_text) for output in outputs]
        shown = self._full("".join(questions), outputs[0].css)
        self._show("_showQuestion", shown, "", self._classes(card))

    def answer(self, card: Card, *below: Card, typed: str = "") -> None:
        """Show the answers to what was asked, after something was typed."""
        answers = "".join(self._answer(each, typed) for each in (card, *below))
        self._show("_showAnswer", self._full(answers, card.render_output().css))

    def _answer(self, card: Card, typed: str) -> str:
        text = card.render_output().answer_text
        match = _TYPING.search(text)
        compared = _COMPARED.format(self._compare(card, match[1], typed)) if match else ""
        return _TYPING.sub(lambda _: compared, text)

    def picture(self) -> bytes:
        """Take a picture, as PNG."""
        return self.page.screenshot(animations="disabled", caret="hide")

    def _compare(self, card: Card, field: str, typed: str) -> str:
        expected = card.note()[field.removeprefix("cloze:")]
        if field.startswith("cloze:"):
            expected = self.collection.extract_cloze_for_typing(expected, card.ord + 1)
        return self.collection.compare_answer(expected, typed, combining=True)

    def _full(self, text: str, css: str) -> str:
        return self.collection.media.escape_media_filenames(f"<style>{css}</style>{text}")

    def _classes(self, card: Card) -> str:
        return f"card card{card.ord + 1}" + (" nightMode" if self._outer else "")

    def _show(self, function: str, *what: str) -> None:
        self.page.evaluate(_SHOW, [function, *what])

    def _serve(self, route: Route) -> None:
        path = unquote(route.request.url.removeprefix(_HOST).split("?")[0])
        if not path:
            route.fulfill(body=self._html(), content_type="text/html")
        elif file := self._file(path):
            route.fulfill(body=file.read_bytes(), content_type=guess_type(path)[0] or "")
        else:
            route.abort()

    def _html(self) -> str:
        faces = " ".join(
            f'@font-face {{ font-family: "{_WANTED[face.family]}"; font-weight: {_weight(face)}; '
            f'font-style: {face.style}; src: url("{_HOST}fonts/{face.file}") }}'
            for face in FACES
        )
        return _PAGE.format(outer=self._outer, host=_HOST, canvas=self._canvas, faces=faces)

    def _file(self, path: str) -> Path | None:
        kind, _, rest = path.partition("/")
        folders = {"_anki": [_web_folder()], "fonts": FOLDERS}
        media = [Path(self.collection.media.dir())]
        candidates = [f / (rest if kind in folders else path) for f in folders.get(kind, media)]
        return next((file for file in candidates if file.is_file()), None)


def _weight(face: Face) -> str:
    """Give the weights that a file has."""
    return "200 900" if "[wght]" in face.file else str(face.weight)


def _web_folder() -> Path:
    spec = find_spec("_aqt")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Anki's page is missing: pip install --no-deps aqt")
    return Path(next(iter(spec.submodule_search_locations))) / "data" / "web"
