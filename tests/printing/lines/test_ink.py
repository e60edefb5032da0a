"""Pictures are printed without their blank margins."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Picture
from PIL import ImageDraw

from studyguide.deck.item import WHOLE, Image, Ink
from studyguide.guide.guide import Plate
from studyguide.loading.media import content
from studyguide.printing.drawings.trimmed import trimmed
from studyguide.printing.lines.ink import with_ink
from studyguide.printing.press.lettering import is_wide, measured, size_of
from studyguide.templates import Templates
from tests.printing.reading import small_guide
from tests.table import rows

BUNDLED = Templates.of(Path("no-deck"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {told}>{drawn}</svg>'
PLANE = 'viewBox="0 0 400 200"'
BAR = '<rect x="100" y="50" width="200" height="100"/>'
PARTED: Ink = Ink(0.2425, 0.235, 0.7575, 0.765)
"""Of `BAR` on that plane: 1.5 % of its width are left around it."""


def with_told(path: Path, data: bytes) -> Image:
    path.write_bytes(data)
    image = Image(path, "a picture", sha256(data).hexdigest())
    made = with_ink(small_guide(plates=(Plate(image, ""),)), BUNDLED)
    return made.plates[0].image


DRAWINGS = {
    "blank all around": (PLANE, BAR, PARTED),
    "on white": (PLANE, f'<rect width="400" height="200" fill="#fff"/>{BAR}', PARTED),
    "on white, told in shares": (PLANE, f'<rect width="100%" height="100%" fill="white"/>{BAR}', PARTED),
    "below what hides nothing": (PLANE, f'{BAR}<rect width="400" height="200" fill="none"/>', PARTED),
    "a plane that begins elsewhere": ('viewBox="-100 -50 400 200"', '<rect width="200" height="100"/>', PARTED),
    "without a plane": ('width="400" height="200"', BAR, PARTED),
    "in millimetres": (f'{PLANE} width="80mm" height="40mm"', BAR, PARTED),
    "in shares": (PLANE, '<rect x="25%" y="25%" width="50%" height="50%"/>', PARTED),
    "on one side": (PLANE, '<rect width="200" height="200"/>', Ink(0, 0, 0.5075, 1)),
    "moved": (PLANE, '<g transform="translate(100 50)"><rect width="200" height="100"/></g>', PARTED),
    "by a style sheet": (PLANE, f"<style>.none {{ display: none }}</style>{BAR}<path class='none' d='M0 0h400v200'/>", PARTED),
    "its line counts": (PLANE, '<rect x="110" y="60" width="180" height="80" fill="none" stroke="#000" stroke-width="20"/>', PARTED),
    "cut by a path": (PLANE, f'<clipPath id="c">{BAR}</clipPath><rect clip-path="url(#c)" width="400" height="200"/>', PARTED),
    "a coloured ground is drawn": (PLANE, f'<rect width="400" height="200" fill="#fef7e0"/>{BAR}', WHOLE),
    "to the edge": (PLANE, '<path d="M0 0L400 200" stroke="#000"/>', WHOLE),
    "beyond it": (PLANE, '<circle cx="200" cy="100" r="300" fill="none" stroke="#000" stroke-width="260"/>', WHOLE),
    "little blank": (PLANE, '<rect x="4" y="3" width="392" height="194"/>', WHOLE),
    "nothing drawn": (PLANE, "<desc>nothing</desc>", WHOLE),
    "of no known size": ("", BAR, WHOLE),
    "stretched": (f'{PLANE} width="200" height="400" preserveAspectRatio="none"', BAR, WHOLE),
    "what hangs on its size": (PLANE, f'<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="50%"/>{BAR}', WHOLE),
}  # fmt: skip


@rows(("told", "drawn", "ink"), DRAWINGS.values(), ids=DRAWINGS)
def test_the_part_of_a_drawing_that_paper_shows(
    tmp_path: Path, told: str, drawn: str, ink: Ink
) -> None:
    image = with_told(tmp_path / "a.svg", SVG.format(told=told, drawn=drawn).encode())
    assert image.ink == pytest.approx(ink, abs=0.012)
    again = with_told(tmp_path / "b.svg", trimmed(content(image), image.ink))
    assert again.ink == WHOLE  # what is left is that part, with nothing blank around it


def pixels(
    kind: str, ground: object, mode: str = "RGB", *, is_noisy: bool = False, times: int = 1
) -> bytes:
    picture = Picture.new(mode, (400, 200), ground)
    if is_noisy:
        picture.putdata([(250 + at % 5, 249 + at % 3, 251) for at in range(400 * 200)])
    dark = {"1": 0, "L": 40, "P": 1, "RGB": (20, 60, 20), "RGBA": (20, 60, 20, 255)}[mode]
    ImageDraw.Draw(picture).rectangle((100, 50, 299, 149), fill=dark)
    picture = picture.resize((400 * times, 200 * times))
    picture.save(file := BytesIO(), kind)
    return file.getvalue()


PIXELS = {
    "white": ("a.png", pixels("PNG", "white"), PARTED),
    "grey levels": ("a.png", pixels("PNG", "white", "L"), PARTED),
    "two levels, and many pixels": ("a.png", pixels("PNG", 1, "1", times=6), PARTED),
    "seen through": ("a.png", pixels("PNG", (0, 0, 0, 0), "RGBA"), PARTED),
    "a photograph on white": ("a.jpg", pixels("JPEG", "white"), PARTED),
    "webp": ("a.webp", pixels("WEBP", "white"), PARTED),
    "a colour": ("a.png", pixels("PNG", "#fdf6e3"), WHOLE),
    "nearly white, as of snow": ("a.png", pixels("PNG", "white", is_noisy=True), WHOLE),
    "a photograph to its edge": ("a.jpg", pixels("JPEG", "#dde"), WHOLE),
}


@rows(("name", "data", "ink"), PIXELS.values(), ids=PIXELS)
def test_the_part_of_pixels_that_paper_shows(
    tmp_path: Path, name: str, data: bytes, ink: Ink
) -> None:
    image = with_told(tmp_path / name, data)
    assert image.ink == pytest.approx(ink, abs=0.006 if name.endswith("png") else 0.03)
    if ink != WHOLE:
        again = with_told(tmp_path / "b.svg", trimmed(data, image.ink))
        assert again.ink == WHOLE


def test_letters_are_measured_in_what_is_shown(tmp_path: Path) -> None:
    drawn = f'{BAR}<text x="120" y="100" font-size="20">Eling</text>'
    told = f'{PLANE} width="80mm" height="40mm"'
    image = with_told(tmp_path / "a.svg", SVG.format(told=told, drawn=drawn).encode())
    found = measured(image)
    assert found
    assert found.share == pytest.approx(20 / 206, abs=0.002)
    assert size_of(image) == pytest.approx((41.2, 206 / 106), abs=0.5)


def test_what_is_cut_off_above_and_below_makes_no_picture_wide(tmp_path: Path) -> None:
    drawn = '<rect y="80" width="400" height="40"/>'
    image = with_told(tmp_path / "a.svg", SVG.format(told=PLANE, drawn=drawn).encode())
    assert size_of(image)[1] > 3
    assert not is_wide(image)
