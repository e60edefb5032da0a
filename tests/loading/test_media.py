"""The pictures of a deck: only its own, only real ones, none too large, none left over."""

import re
import struct
import zlib
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Picture

from studyguide.loading.load import load
from studyguide.loading.media import TYPES, fault_of
from studyguide.loading.pixels import as_printed
from tests.conftest import Desk, picture
from tests.loading.test_load import item, places, section, write
from tests.table import rows

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def drawing(*groups: str) -> bytes:
    """Draw groups that may repeat each other, named a0, a1 and so on; the last one is shown."""
    body = "".join(f'<g id="a{n}">{group}</g>' for n, group in enumerate(("<g/>", *groups)))
    return f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>'.encode()


def large(size: tuple[int, int]) -> Callable[[], bytes]:
    """Draw a large picture only where it is looked at: every worker reads all tables."""
    return partial(picture, size=size)


def said_to_be(width: int, height: int) -> bytes:
    """Give a picture whose head says that it is of this size, which is to be believed before it is drawn."""
    small = picture()
    head = b"IHDR" + struct.pack(">II", width, height) + small[24:29]
    return small[:12] + head + struct.pack(">I", zlib.crc32(head)) + small[33:]


PREFIXED = '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><svg:g/></svg:svg>'
WIDE = f'<?xml version="1.0" encoding="UTF-16"?>\n{SVG.decode()}'

SHOWN = item("image: wheel.png", "alt: a wheel")


@rows(
    ("name", "content"),
    [
        pytest.param("a.png", picture(), id="png"),
        pytest.param("a.jpg", picture("JPEG"), id="jpeg"),
        pytest.param("a.jpg", picture("JPEG") + b"\xff\xda" * 20, id="jpeg-of-some-scans"),
        pytest.param("a.JPEG", picture("JPEG"), id="capitals"),
        pytest.param("a.gif", picture("GIF"), id="gif"),
        pytest.param("a.webp", picture("WEBP"), id="webp"),
        pytest.param("a.png", large((8000, 5000)), id="as-many-pixels-as-may-be"),
        pytest.param("a.svg", SVG, id="svg"),
        pytest.param("a.svg", drawing("<use href='#a0'/>" * 99), id="svg-that-repeats"),
        pytest.param("a.svg", drawing("<a href='#a1'/>"), id="svg-that-links-to-itself"),
        pytest.param(
            "a.svg",
            drawing(f"<title>{'a' * 60_000}</title>" + "\n        <path/>" * 9_000),
            id="svg-of-blanks-and-a-long-title",
        ),
        pytest.param(
            "a.svg",
            drawing("<style>.a{fill:rgb(1,2,3)}</style>" * 200 + "<path/>" * 9_000),
            id="svg-of-classes",
        ),
        pytest.param("a.svg", b"\xef\xbb\xbf<svg/>", id="svg-with-a-mark"),
        pytest.param(
            "a.svg",
            b'<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg/>',
            id="svg-with-a-prolog",
        ),
        pytest.param("a.svg", PREFIXED.encode(), id="svg-with-a-prefix"),
        pytest.param(
            "a.svg",
            b"<?xpacket begin?><!DOCTYPE s:svg>\n<s:svg\n id='a' xmlns:s = 'http://www.w3.org/2000/svg'/>",
            id="svg-with-another-prefix",
        ),
        pytest.param("a.svg", WIDE.encode("utf-16"), id="svg-in-utf-16"),
        pytest.param("a.svg", b"\xfe\xff" + WIDE.encode("utf-16-be"), id="svg-the-other-way-round"),
        pytest.param("a.svg", PREFIXED.encode("utf-16"), id="svg-with-a-prefix-in-utf-16"),
    ],
)
def test_a_picture(name: str, content: bytes | Callable[[], bytes]) -> None:
    assert fault_of(name, content() if callable(content) else content) is None


@pytest.mark.parametrize(
    ("name", "content", "code", "help"),
    [
        pytest.param("a.png", picture("JPEG"), "image-type", "rename it to a.jpg", id="other"),
        pytest.param("a.gif", SVG, "image-type", "rename it to a.svg", id="svg-as-gif"),
        pytest.param("a.svg", picture(), "image-type", "rename it to a.png", id="png-as-svg"),
        pytest.param("a.png", picture("BMP"), "image-type", "save it anew", id="bmp"),
        pytest.param("a.png", b"", "image-type", "save it anew", id="empty"),
        pytest.param("a.jpg", b"<script>alert(1)</script>", "image-type", "save", id="script"),
        pytest.param("a.svg", b"<html><svg></svg></html>", "image-type", "save", id="page"),
        pytest.param(
            "a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>', "image-type", "plain SVG", id="xml"
        ),
        pytest.param(
            "a.svg",
            '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"),
            "image-type",
            "plain SVG",
            id="entities-in-utf-16",
        ),
        pytest.param(
            "a.svg",
            PREFIXED.replace("2000", "1999").encode(),
            "image-type",
            "",
            id="prefix-of-others",
        ),
        pytest.param("a.svg", b"<svg:svg/>", "image-type", "save", id="prefix-of-nothing"),
        pytest.param(
            "a.svg", PREFIXED.encode("utf-16")[:60], "image-type", "save", id="utf-16-cut-off"
        ),
        pytest.param(
            "a.svg", WIDE.encode("utf-16")[:-8], "image-drawing", "export", id="utf-16-not-whole"
        ),
        pytest.param("a.svg", b"<!---->" * 700_000, "image-type", "save it anew", id="comments"),
        pytest.param("a.svg", b" " * 5_000_000, "image-type", "save it anew", id="blanks"),
        pytest.param("a.svg", b"<!-- never closed <svg>", "image-type", "save", id="open-comment"),
        pytest.param("a.svg", b"<svgs>", "image-type", "save it anew", id="another-element"),
        pytest.param("a.jpg", picture("JPEG", (400, 400))[:-400], "image-type", "save", id="half"),
        pytest.param("a.svg", b"<svg>", "image-drawing", "export it anew", id="svg-without-end"),
        pytest.param(
            "a.svg",
            b"<svg>" + b"<g>" * 100 + b"</g>" * 100 + b"</svg>",
            "image-drawing",
            "export",
            id="svg-deep",
        ),
        pytest.param(
            "a.svg",
            b"<svg>" + b"<g/>" * 50_000 + b"</svg>",
            "image-drawing",
            "export",
            id="svg-large",
        ),
        pytest.param(
            "a.svg",
            drawing(*(f"<use href='#a{n - 1}'/>" * 10 for n in range(1, 6))),
            "image-drawing",
            "export",
            id="svg-use-in-use",
        ),
        pytest.param(
            "a.svg",
            drawing(*(f'<rect fill="url(#a{n - 1})"/>' * 10 for n in range(1, 6))),
            "image-drawing",
            "export",
            id="svg-patterns",
        ),
        pytest.param(
            "a.svg",
            drawing("<use href='#a2'/>", "<use href='#a1'/>"),
            "image-drawing",
            "export",
            id="svg-in-a-circle",
        ),
        pytest.param(
            "a.svg",
            drawing(
                "<text>a <tspan/>b</text>" * 20, *(f"<use href='#a{n}'/>" * 30 for n in (1, 2))
            ),
            "image-drawing",
            "export",
            id="svg-of-letters",
        ),
        pytest.param(
            "a.svg",
            drawing("<style>*,g{}</style>" * 300 + "<g/>" * 20_000),
            "image-drawing",
            "export",
            id="svg-of-selectors",
        ),
        pytest.param("a.png", picture()[:50], "image-type", "save it anew", id="cut-off"),
        pytest.param(
            "a.jpg", picture("JPEG") + b"\xff\xda" * 65, "image-type", "save it anew", id="scans"
        ),
        pytest.param(
            "a.svg",
            b"<svg>"
            + b"".join(b"<g id='a%d'>" % n for n in range(90))
            + b"<g/>" * 40_000
            + b"</g>" * 90
            + b"</svg>",
            "image-drawing",
            "export",
            id="svg-with-ids-in-ids",
        ),
        pytest.param("a.png", b"version https://git-lfs", "image-type", "save", id="pointer"),
        pytest.param("a.png", said_to_be(8000, 5001), "image-large", "scale", id="pixels"),
        pytest.param("a.png", said_to_be(30000, 30000), "image-large", "scale", id="bomb"),
        pytest.param("a.png", picture() + b"\0" * 6_000_000, "image-large", "save", id="bytes"),
    ],
)
def test_no_picture_that_can_be_used(
    name: str, content: bytes | Callable[[], bytes], code: str, help: str
) -> None:
    fault = fault_of(name, content() if callable(content) else content)
    assert fault
    assert (fault.code, help in fault.help) == (code, True)


@given(
    st.sampled_from(sorted(TYPES)),
    st.sampled_from([b"", SVG, *(picture(type) for type in ("PNG", "JPEG", "GIF", "WEBP"))]),
    st.lists(st.tuples(st.integers(0, 400), st.binary(min_size=1, max_size=8)), max_size=4),
)
def test_any_bytes_are_a_picture_or_told(
    ending: str, content: bytes, changes: list[tuple[int, bytes]]
) -> None:
    for at, put in changes:
        content = content[:at] + put + content[at + len(put) :]
    fault = fault_of("a" + ending, content)
    assert fault is None or fault.code in {"image-type", "image-large", "image-drawing"}


@rows(
    ("name", "help"),
    [
        pytest.param("whel.png", "write `image: wheel.png`?", id="misspelt"),
        pytest.param("Wheel.PNG", "write `image: wheel.png`?", id="capitals"),
        pytest.param("wheel-2.png", "write `image: wheel.png`?", id="renamed"),
        pytest.param("dam.png", "put the file there, or correct the name", id="nothing-like-it"),
    ],
)
def test_a_missing_picture(tmp_path: Path, name: str, help: str) -> None:
    files = section(item(f"image: {name}", "alt: a")) | {"media/wheel.png": picture()}
    _, findings = load(write(tmp_path, files))
    assert [(each.code, each.help) for each in findings] == [("image-missing", help)]


def test_names_are_proposed_for_some_missing_pictures_not_for_hundreds(tmp_path: Path) -> None:
    items = "".join(
        item(f"image: whel{n}.png", "alt: a").replace("id: ", f"id: x{n}-") for n in range(60)
    )
    _, findings = load(write(tmp_path, section(items) | {"media/wheel.png": picture()}))
    proposed = ["wheel.png" in each.help for each in findings if each.code == "image-missing"]
    assert proposed == [True] * 50 + [False] * 10


def test_a_fault_is_reported_where_the_item_names_it(tmp_path: Path) -> None:
    folder = write(tmp_path, section(SHOWN) | {"media/wheel.png": picture("GIF")})
    _, findings = load(folder)
    assert places(folder, findings) == ["1-ponds.yaml:9:12 image-type"]


def test_every_item_that_shows_it_is_told(tmp_path: Path) -> None:
    text = SHOWN + SHOWN.replace("first", "second")
    folder = write(tmp_path, section(text) | {"media/wheel.png": b""})
    assert [each.code for each in load(folder)[1]] == ["image-type"] * 2


@rows(
    "name",
    [
        pytest.param("../wheel.png", id="above"),
        pytest.param("/etc/wheel.png", id="absolute"),
        pytest.param("a/../wheel.png", id="round-about"),
        pytest.param("..", id="parent"),
        pytest.param("media/wheel.png", id="folder"),
    ],
)
def test_no_way_out_of_the_folder(tmp_path: Path, name: str) -> None:
    files = section(item(f"image: {name}", "alt: a")) | {"wheel.png": picture()}
    _, findings = load(write(tmp_path, files))
    assert [each.code for each in findings] == ["image-name"]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_no_link_out_of_the_deck(tmp_path: Path, what: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "wheel.png").write_bytes(picture())
    deck = write(tmp_path, section(SHOWN))
    if what == "folder":
        (deck / "media").symlink_to(outside)
    else:
        (deck / "media").mkdir()
        (deck / "media" / "wheel.png").symlink_to(outside / "wheel.png")
    assert [each.code for each in load(deck)[1]] == ["image-missing"]


class TestLeftOver:
    def test_is_told(self, tmp_path: Path) -> None:
        more = {"media/wheel.png": picture(), "media/b \x1b[1m.png": b"", "media/.DS_Store": b""}
        _, findings = load(write(tmp_path, section(SHOWN) | more))
        assert [(each.code, each.severity) for each in findings] == [("image-unused", "warning")]

    def test_is_not_told_while_an_item_cannot_be_read(self, tmp_path: Path) -> None:
        files = section(SHOWN + item("id: second", "tags: [a b]")) | {"media/dam.png": b""}
        _, findings = load(write(tmp_path, files | {"media/wheel.png": picture()}))
        assert [each.code for each in findings] == ["tag-malformed"]

    def test_does_not_hide_a_vanished_item(self, desk) -> None:
        cold = "question: How was it?\nanswer: cold\nevidence: It was cold. It"
        late = "id: late\nquestion: Was it early?\nanswer: late\nevidence: It was late. Nobody"
        desk.section(cold, late)
        desk.check()
        desk.publish()
        (desk.folder / "media").mkdir()
        (desk.folder / "media" / "dam.png").write_bytes(b"")
        desk.section(cold)
        codes = {each.code for each in desk.check().findings}
        assert codes >= {"image-unused", "id-vanished"}


@pytest.mark.parametrize(
    ("stored", "written"), [("Mu\u0308hle.png", "Mühle.png"), ("Mühle.png", "Mu\u0308hle.png")]
)
def test_a_name_is_found_in_any_form_of_its_letters(desk: Desk, stored: str, written: str) -> None:
    (desk.folder / "media").mkdir()
    (desk.folder / "media" / stored).write_bytes(picture())
    desk.section(
        f"id: a\nquestion: Who led the lamplighters?\nanswer: Ada Kestrel\nevidence: Their leader, Ada Kestrel\nimage: {written}\nalt: a mill"
    )
    assert [each.code for each in desk.found()] == []


ITEM = "id: a\nquestion: Who led the lamplighters?\nanswer: Ada Kestrel\nevidence: Their leader, Ada Kestrel\n"
FILES = {"mill.png": picture(), "gate.png": picture(shade=9), "gate.mp3": b"ID3", "gate.txt": b"no"}
FILES |= {
    "empty.mp3": b"",
    "page.mp3": b"<html>404</html>",
    "shot.ogg": picture(),
    "bare.mp3": b"\xff\xfb\x90\0",
}
SIDES = {
    "the answer's": ("image: mill.png\nalt: a mill", ("mill.png", None)),
    "the question's": ("picture: {file: mill.png, alt: a mill}", (None, "mill.png")),
    "the question's, said": (
        "picture: {file: mill.png, alt: a mill, side: question}",
        (None, "mill.png"),
    ),
    "the answer's, said": (
        "picture: {file: mill.png, alt: a mill, side: answer}",
        ("mill.png", None),
    ),
    "both": (
        "image: mill.png\nalt: a mill\npicture: {file: gate.png, alt: a gate}",
        ("mill.png", "gate.png"),
    ),
}
MALFORMED = {
    "another side": ("picture-malformed", "picture: {file: mill.png, alt: a mill, side: back}"),
    "no words": ("picture-malformed", "picture: {file: mill.png}"),
    "another key": ("picture-malformed", "picture: {file: mill.png, alt: a mill, size: 3}"),
    "two for the answer": (
        "picture-malformed",
        "image: mill.png\nalt: a\npicture: {file: gate.png, alt: b, side: answer}",
    ),
    "a name alone": ("value-type", "picture: mill.png"),
    "no file": ("image-missing", "picture: {file: wheel.png, alt: a mill}"),
    "no recording": ("audio-missing", "audio: wheel.mp3"),
    "an empty recording": ("audio-type", "audio: empty.mp3"),
    "a page for a recording": ("audio-type", "audio: page.mp3"),
    "a picture for a recording": ("audio-type", "audio: shot.ogg"),
    "no sound": ("audio-name", "audio: gate.txt"),
    "elsewhere": ("audio-name", "audio: ../gate.mp3"),
}


def laid(desk: Desk, keys: str) -> None:
    (desk.folder / "media").mkdir(exist_ok=True)
    for name in FILES.keys() & {*re.findall(r"[a-z]+\.[a-z0-9]+", keys)}:
        (desk.folder / "media" / name).write_bytes(FILES[name])
    desk.section(ITEM + keys)


@rows(("keys", "sides"), SIDES.values(), ids=SIDES)
def test_a_picture_is_on_its_side(
    desk: Desk, keys: str, sides: tuple[str | None, str | None]
) -> None:
    laid(desk, keys)
    deck, findings = load(desk.folder)
    assert findings == ()
    (read,) = deck.items
    pictures = (read.image, read.asked_picture)
    assert tuple(each and each.path.name for each in pictures) == sides


@rows(("code", "keys"), MALFORMED.values(), ids=MALFORMED)
def test_what_cannot_be_shown_or_played_is_told(desk: Desk, code: str, keys: str) -> None:
    laid(desk, keys)
    assert code in [each.code for each in load(desk.folder)[1]]


def test_a_recording_is_known_by_its_content(desk: Desk) -> None:
    laid(desk, "audio: gate.mp3")
    deck, findings = load(desk.folder)
    assert findings == ()
    assert deck.items[0].sound.digest == sha256(b"ID3").hexdigest()


@rows("mode", ["I;16", "L", "RGB", "RGBA"])
def test_a_picture_of_16_bits_is_printed_in_8(mode: str) -> None:
    shades = Picture.new(mode, (2, 1))
    shades.putpixel(
        (1, 0), 0xC000 if mode == "I;16" else tuple([0xC0] * len(mode)) if len(mode) > 1 else 0xC0
    )
    file = BytesIO()
    shades.save(file, "PNG")
    with Picture.open(BytesIO(as_printed(file.getvalue()))) as printed:
        assert printed.mode in ("L", "RGB", "RGBA")
        level = printed.getpixel((1, 0))
        assert (level if isinstance(level, int) else level[0]) == 0xC0
