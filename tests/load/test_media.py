"""The pictures of a deck: only its own, only real ones, none too large, none left over."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyguide.load.load import load
from studyguide.load.media import TYPES, fault_of
from tests.conftest import Desk, picture
from tests.load.test_load import item, places, section, write

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
SHOWN = item("image: wheel.png", "alt: a wheel")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.png", picture(), id="png"),
        pytest.param("a.jpg", picture("JPEG"), id="jpeg"),
        pytest.param("a.JPEG", picture("JPEG"), id="capitals"),
        pytest.param("a.gif", picture("GIF"), id="gif"),
        pytest.param("a.webp", picture("WEBP"), id="webp"),
        pytest.param("a.png", picture(size=(8000, 5000)), id="as-many-pixels-as-may-be"),
        pytest.param("a.svg", SVG, id="svg"),
        pytest.param("a.svg", b"\xef\xbb\xbf<svg>", id="svg-with-a-mark"),
        pytest.param(
            "a.svg",
            b'<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg>',
            id="svg-with-a-prolog",
        ),
    ],
)
def test_a_picture(name: str, content: bytes) -> None:
    assert fault_of(name, content) is None


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
        pytest.param("a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>', "image-type", "", id="xml"),
        pytest.param("a.svg", b"<!---->" * 700_000, "image-type", "save it anew", id="comments"),
        pytest.param("a.svg", b" " * 5_000_000, "image-type", "save it anew", id="blanks"),
        pytest.param("a.svg", b"<!-- never closed <svg>", "image-type", "save", id="open-comment"),
        pytest.param("a.svg", b"<svgs>", "image-type", "save it anew", id="another-element"),
        pytest.param("a.png", picture()[:50], "image-type", "save it anew", id="cut-off"),
        pytest.param("a.png", b"version https://git-lfs", "image-type", "save", id="pointer"),
        pytest.param("a.png", picture(size=(8000, 5001)), "image-large", "scale", id="pixels"),
        pytest.param("a.png", picture(size=(30000, 30000)), "image-large", "scale", id="bomb"),
        pytest.param("a.png", picture() + b"\0" * 6_000_000, "image-large", "save", id="bytes"),
    ],
)
def test_no_picture_that_can_be_used(name: str, content: bytes, code: str, help: str) -> None:
    fault = fault_of(name, content)
    assert fault
    assert (fault.code, help in fault.help) == (code, True)


@settings(max_examples=300, deadline=None)
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
    assert fault is None or fault.code in {"image-type", "image-large"}


@pytest.mark.parametrize(
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


def test_a_fault_is_reported_where_the_item_names_it(tmp_path: Path) -> None:
    folder = write(tmp_path, section(SHOWN) | {"media/wheel.png": picture("GIF")})
    _, findings = load(folder)
    assert places(folder, findings) == ["1-ponds.yaml:9:12 image-type"]


def test_every_item_that_shows_it_is_told(tmp_path: Path) -> None:
    text = SHOWN + SHOWN.replace("first", "second")
    folder = write(tmp_path, section(text) | {"media/wheel.png": b""})
    assert [each.code for each in load(folder)[1]] == ["image-type"] * 2


@pytest.mark.parametrize(
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
