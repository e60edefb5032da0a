"""What `deck.yaml` adds to the guide: introduction, figures, questions for discussion."""

from pathlib import Path

import pytest

from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.guide.guide import compose
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.conftest import picture
from tests.loading.test_load import DECK, GOOD, HEAD, places, write
from tests.table import rows

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
FIGURE = "figures: {image: map.svg, alt: A map of ponds, caption: Ponds}\n"
WHOLE = f"introduction: Read it.\n{FIGURE}discussion: [Why?, What for?]\n"


def deck(folder: Path, more: str, svg: bytes = SVG) -> Path:
    files = {"deck.yaml": DECK + more, "1-ponds.yaml": HEAD + GOOD, "media/map.svg": svg}
    return write(folder, files)


def bare(loaded: Deck) -> Deck:
    """Leave the items out: they have no receipts."""
    return loaded._replace(sections=())


def test_all_parts_are_read(tmp_path: Path) -> None:
    loaded, findings = load(deck(tmp_path, WHOLE))
    assert loaded
    assert findings == ()
    guide = compose(bare(loaded), Lock())
    assert guide.introduction == "Read it."
    assert guide.discussion == ("Why?", "What for?")
    assert [(each.image.alt, each.caption) for each in guide.plates] == [
        ("A map of ponds", "Ponds")
    ]


MISTAKES = {
    "unknown key": ("figures: {image: map.svg, alt: a, title: b}\n", "3:35 key-unknown"),
    "no alt": ("figures: {image: map.svg}\n", "3:10 key-missing"),
    "no image": ("figures: [{alt: a}]\n", "3:11 key-missing"),
    "text": ("figures: map.svg\n", "3:10 value-type"),
    "list of texts": ("figures: [map.svg]\n", "3:11 value-type"),
    "no such file": ("figures: {image: mop.svg, alt: a}\n", "3:18 image-missing"),
    "outside": ("figures: {image: ../map.svg, alt: a}\n", "3:18 image-name"),
    "empty list": ("figures: []\n", "3:10 value-empty"),
    "introduction as list": ("introduction: [a, b]\n", "3:15 value-type"),
    "discussion as mapping": ("discussion: {a: b}\n", "3:13 yaml-brace"),
    "misspelt": ("introducton: Read it.\n", "3:1 key-unknown"),
}


@rows(("more", "place"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_finding(tmp_path: Path, more: str, place: str) -> None:
    folder = deck(tmp_path, more)
    found = [each for each in places(folder, load(folder)[1]) if "image-unused" not in each]
    assert found == [f"deck.yaml:{place}"]


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="http://example.com/x.png" width="9" height="9"/>',
        '<image href="../secret.png" width="9" height="9"/>',
        '<image href="/etc/passwd" width="9" height="9"/>',
    ],
)
def test_a_figure_reaches_nothing_outside(tmp_path: Path, inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    loaded, _ = load(deck(tmp_path, FIGURE, svg.encode()))
    assert loaded
    (tmp_path / "deck/secret.png").write_bytes(picture())
    guide = compose(bare(loaded), Lock())
    with pytest.raises(StudyGuideError, match=r"media/map\.svg refers to"):
        write_guide(guide, Templates.of(tmp_path / "deck"), Layout(), tmp_path / "guide.pdf")
    assert not (tmp_path / "guide.pdf").exists()
