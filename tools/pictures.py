"""Make the pictures in docs/pictures: cards on Anki's own page, pages of a guide."""

import io
import subprocess
import tempfile
from pathlib import Path

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from PIL import Image, ImageOps
from playwright.sync_api import ViewportSize
from reviewer import Reviewer, chromium

from studyguide.anki.notes import guid_of

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DECK = "soviet-miners"
SHOWN = (("three-political-demands", False), ("joined-rostov-vorkuta", True), ("glasnost", False))
"""Items whose cards are shown, by their ids, and whether by night."""
PAGES = ("introduction", "section-1", "timeline-1")
"""Places that begin the pages shown: those that the README names."""
PHONE: ViewportSize = {"width": 412, "height": 560}


def main() -> None:
    """Write cards.png and pages.png."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    save(cards(), PICTURES / "cards.png")
    save(pages(), PICTURES / "pages.png")


def cards() -> list[Image.Image]:
    """Photograph the answer side of some cards, as on a phone."""
    with tempfile.TemporaryDirectory() as folder, chromium(scroll_bars=False) as browser:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        package = str(ROOT / "dist" / f"{DECK}.apkg")
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
        )
        reviewer = Reviewer(browser, collection, scale=1.5)
        shots: list[Image.Image] = []
        notes = {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}
        for id, night in SHOWN:
            card = notes[guid_of(DECK, id)].cards()[0]
            reviewer.open(PHONE, night=night)
            reviewer.ask(card)
            reviewer.answer(card)
            shots.append(Image.open(io.BytesIO(reviewer.picture())))
        collection.close()
    return shots


def pages() -> list[Image.Image]:
    """Take pictures of some pages of the guide."""
    shots: list[Image.Image] = []
    guide = str(ROOT / "dist" / f"{DECK}.pdf")
    told = subprocess.run(
        ["pdfinfo", "-dests", guide], capture_output=True, check=True, text=True
    ).stdout.splitlines()
    for place in PAGES:
        number = next(line.split()[0] for line in told if line.endswith(f'"{place}"'))
        command = ["pdftoppm", "-r", "140", "-png", "-f", number, "-l", number, guide]
        done = subprocess.run(command, capture_output=True, check=True)
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
