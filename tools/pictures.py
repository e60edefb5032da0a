"""Make the pictures in docs/pictures: cards as the real Anki engine renders them, pages of a guide."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from anki.collection import (  # type: ignore[attr-defined]  # `anki.cards` cannot come first
    Card,
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from PIL import Image, ImageOps
from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DECK = "soviet-miners"
SHOWN = (
    ("Which three political demands", False),
    ("had joined the strike at", True),
    ("policy of Gorbachev whose changes", False),
)
"""Words of the items whose cards are shown, and whether by night."""
PAGES = (3, 4, 24)
PHONE: ViewportSize = {"width": 412, "height": 560}


def main() -> None:
    """Write cards.png and pages.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    save(cards(), PICTURES / "cards.png")
    save(pages(), PICTURES / "pages.png")


def cards() -> list[Image.Image]:
    """Photograph the answer side of some cards, as on a phone."""
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        package = str(ROOT / "dist" / f"{DECK}.apkg")
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
        )
        html = [page(card_of(collection, words), night=night) for words, night in SHOWN]
        collection.close()
    return photograph(html)


def card_of(collection: Collection, words: str) -> Card:
    """Find the first card of an item by some words of it."""
    return collection.get_card(min(collection.find_cards(f'"{words}"')))


def page(card: Card, *, night: bool) -> str:
    """Put the answer side of a card into a page like that of Anki's reviewer."""
    output = card.render_output()
    outer, inner = ("night-mode", "card nightMode") if night else ("", "card")
    background = "#2c2c2c" if night else "#ffffff"
    return (
        f'<html class="{outer}"><style>body {{ margin: 20px; background: {background} }}'
        f'{output.css}</style><body class="{inner}">{output.answer_text}</body></html>'
    )


def photograph(pages: list[str]) -> list[Image.Image]:
    """Take a picture of each page with Debian's chromium."""
    arguments = ["--no-sandbox", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments
        )
        view = browser.new_page(viewport=PHONE, device_scale_factor=1.5)
        shots: list[Image.Image] = []
        for html in pages:
            view.set_content(html)
            shots.append(Image.open(io.BytesIO(view.screenshot())))
        browser.close()
    return shots


def pages() -> list[Image.Image]:
    """Take pictures of some pages of the guide."""
    shots = []
    for number in PAGES:
        command = ["pdftoppm", "-r", "140", "-png", "-f", str(number), "-l", str(number)]
        done = subprocess.run(
            [*command, ROOT / "dist" / f"{DECK}.pdf"], capture_output=True, check=True
        )
        shots.append(ImageOps.scale(Image.open(io.BytesIO(done.stdout)), 0.5))
    return shots


def save(shots: list[Image.Image], path: Path) -> None:
    """Lay pictures side by side, each with a thin frame, and write them as one."""
    framed = [ImageOps.expand(shot.convert("RGB"), border=1, fill="#bbbbbb") for shot in shots]
    gap = 24
    width = sum(shot.width for shot in framed) + gap * (len(framed) - 1)
    whole = Image.new("RGB", (width, max(shot.height for shot in framed)), "white")
    at = 0
    for shot in framed:
        whole.paste(shot, (at, 0))
        at += shot.width + gap
    whole.quantize(64).save(path, optimize=True)


main()
