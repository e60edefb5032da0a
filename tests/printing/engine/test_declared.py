"""Faces are declared once for all that a process prints, and nothing else of one print is in the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.printing.engine import declared
from studyguide.printing.engine.declared import Declared, in_these_faces
from studyguide.printing.press.pdf import load, open_press
from studyguide.printing.press.resources import Resources
from studyguide.templates import Templates
from tests.table import rows


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(declared, "_kept", [])


def page(style: str, body: str = "flour <i>tide</i> <b>mill</b> ffi") -> str:
    return f"<html lang=en><title>x</title><style>{style}</style><body>{body}"


SERIF = page("body { font-family: Guide Source Serif }")
SANS = page("body { font: 600 30px Guide Source Sans }")
CODE = page("body { font-family: Guide Source Code }")
OWN = "body { font-family: Mine, Guide Source Serif }"
DECLARED = "@font-face { font-family: Mine; src: url(/fonts/SourceSansPro-It.ttf) }"

BEFORE = {
    "the same": [SERIF],
    "in another face": [SANS, CODE],
    "in all": [SERIF, SANS, CODE],
    "with a face of its own": [page(DECLARED + OWN)],
    "with a face of its own, then none": [page(DECLARED + OWN), SANS],
    "that breaks off": [page("body { background: url(/media/none.png) }")],
}


def printed(page: str) -> bytes:
    with open_press(Resources.of([], Templates.bundled()), "guide/guide.html") as press:
        return press.printed(press.laid_out(page), pdf_identifier=b"x")


PRINTED = [SERIF, SANS, CODE, page(OWN)]


@pytest.fixture(scope="module")
def alone() -> list[bytes]:
    """Give each page as it is printed where nothing was before."""
    found = []
    for each in PRINTED:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(declared, "_kept", [])
            found.append(printed(each))
    return found


@rows("before", BEFORE.values(), ids=BEFORE)
def test_a_page_is_printed_as_by_itself(
    alone: list[bytes], monkeypatch: pytest.MonkeyPatch, before: list[str]
) -> None:
    monkeypatch.setattr(declared, "_kept", [])
    for each in before:
        try:
            printed(each)
        except StudyGuideError:
            assert "none.png" in each
    assert [printed(each) for each in PRINTED] == alone


def test_one_inside_the_other_has_its_own_faces() -> None:
    alone = printed(SERIF)
    resources = Resources.of([], Templates.bundled())
    with open_press(resources, "guide/guide.html") as press:
        assert printed(page(DECLARED + OWN)) != printed(page(OWN))
        assert press.printed(press.laid_out(SERIF), pdf_identifier=b"x") == alone


def test_they_are_read_once() -> None:
    printed(SERIF)
    (kept,) = declared._kept
    printed(SANS)
    assert declared._kept == [kept]
    printed(page(DECLARED + OWN))
    assert declared._kept == []


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    there = tmp_path / "face.ttf"
    there.write_bytes(b"no face")
    faces = [Declared("Face", "normal", 400, there)]
    with (
        pytest.raises(StudyGuideError, match=r"face\.ttf cannot be read"),
        in_these_faces(load().text.fonts, faces, tmp_path),
    ):
        pass
