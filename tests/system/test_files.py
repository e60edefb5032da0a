"""The one opener: plain files of a folder and nothing else, however the way there is laid."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.system import files
from tests.places import ROOT

INSIDE = {
    "a file": lambda deck: (deck / "it").write_bytes(b"words"),
    "a link to a file beside it": lambda deck: (deck / "it").symlink_to("other"),
    "a link from a folder below": lambda deck: (deck / "it").symlink_to("below/back"),
}
OUTSIDE = {
    "a link out": lambda deck: (deck / "it").symlink_to("../secret"),
    "an absolute link": lambda deck: (deck / "it").symlink_to(deck.parent / "secret"),
    "a link by way of another": lambda deck: (deck / "it").symlink_to("below/out"),
    "a link through a folder": lambda deck: (deck / "it").symlink_to("away/secret"),
    "a folder of like name": lambda deck: (deck / "it").symlink_to("../deck-2/secret"),
    "a pipe": lambda deck: os.mkfifo(deck / "it"),
    "a link to a pipe": lambda deck: (deck / "it").symlink_to("below/pipe"),
    "a device": lambda deck: (deck / "it").symlink_to("/dev/zero"),
    "a terminal": lambda deck: (deck / "it").symlink_to("/dev/tty"),
    "a folder": lambda deck: (deck / "it").mkdir(),
    "a link to itself": lambda deck: (deck / "it").symlink_to("it"),
    "a link to nothing": lambda deck: (deck / "it").symlink_to("nothing"),
    "nothing": lambda deck: None,
    "a name too long": lambda deck: (deck / "it").symlink_to("x" * 300),
}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "deck"
    for each in (folder, folder / "below", tmp_path / "deck-2"):
        each.mkdir()
    (folder / "other").write_bytes(b"words")
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "deck-2" / "secret").write_bytes(b"secret")
    (folder / "below" / "back").symlink_to("../other")
    (folder / "below" / "out").symlink_to("../../secret")
    (folder / "away").symlink_to("..")
    os.mkfifo(folder / "below" / "pipe")
    return folder


@pytest.mark.parametrize("make", INSIDE.values(), ids=INSIDE)
def test_what_is_in_the_folder_is_read(deck: Path, make) -> None:
    make(deck)
    assert files.is_inside(deck / "it", deck)
    assert files.read(deck / "it", 100, deck) == b"words"
    assert files.read(deck / "it", 3, deck) == b"word"


@pytest.mark.parametrize("make", OUTSIDE.values(), ids=OUTSIDE)
def test_anything_else_is_one_sentence(deck: Path, make) -> None:
    make(deck)
    assert not files.is_inside(deck / "it", deck)
    with pytest.raises(StudyGuideError) as refused:
        files.read(deck / "it", 100, deck)
    assert "\n" not in str(refused.value)
    assert "secret'" not in str(refused.value)


def test_a_file_named_by_hand_may_be_a_link(deck: Path) -> None:
    assert files.read(deck / "below" / "out", 100) == b"secret"


def test_a_folder_that_is_a_link_is_a_folder(deck: Path) -> None:
    (deck.parent / "link").symlink_to("deck")
    assert files.read(deck.parent / "link" / "other", 100, deck.parent / "link") == b"words"


def test_what_is_too_large_is_one_sentence(deck: Path) -> None:
    with pytest.raises(StudyGuideError, match="larger than 0 MiB"):
        files.read_whole(deck / "other", 4, deck)
    assert files.read_whole(deck / "other", 5, deck) == b"words"


def test_names(deck: Path) -> None:
    assert files.names(deck / "below", deck) == ["back", "out", "pipe"]
    assert files.names(deck / "nowhere", deck) == files.names(deck / "other", deck) == []
    with pytest.raises(StudyGuideError, match="link out of"):
        files.names(deck / "away", deck)


DECK = {
    "deck.yaml": "id: mills\ntitle: Mills\nauthor: A\nwork: W\nlanguage: en\nrights: R\n",
    "1-a.yaml": "section: 1\ntitle: T\nsummary: The mill.\nitems:\n  - id: one\n"
    '    question: How many stones has the mill?\n    answer: "40"\n'
    "    evidence: The mill has 40 stones\n",
    "source.txt": "1. The mill has 40 stones.\n",
}
PARTS = ("deck.yaml", "2-b.yaml", "deck.lock", "source.txt", "media", "templates", "templates/anki")
STANDING = {
    "a link out": lambda path: path.symlink_to("/etc/passwd"),
    "a link to a folder": lambda path: path.symlink_to("/etc"),
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a circle": lambda path: path.symlink_to(path.name),
}


def test_a_deck_shows_nothing_from_outside(tmp_path: Path) -> None:
    """Whatever stands in the place of a part of the deck, every command ends, and shows none of it."""
    for number, (what, part) in enumerate(product(STANDING, PARTS)):
        deck = tmp_path / f"{number} {what} as {part.replace('/', ' ')}"
        deck.mkdir()
        for name, text in DECK.items():
            own = text.replace("id: mills", f"id: mills-{number}")
            (deck / name).write_text(own, encoding="utf-8")
        (deck / part).unlink(missing_ok=True)
        (deck / part).parent.mkdir(exist_ok=True)
        STANDING[what](deck / part)
    code = (
        "import sys, os\nfrom pathlib import Path\nfrom studyguide.cli.main import cli\n"
        "from studyguide.errors import StudyGuideError\n"
        "for command in (['check'], ['coverage', '--format', 'html'], ['review', '--list']):\n"
        "  for folder in sorted(Path().glob('* as *')):\n"
        "    print(*command, folder, flush=True)\n"
        "    try: cli.main([*command, str(folder)], standalone_mode=False)\n"
        "    except StudyGuideError as error: print(error)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("STUDYGUIDE_SOURCE", None)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    pages = "".join(page.read_text(encoding="utf-8") for page in tmp_path.glob("dist/*"))
    assert done.returncode == 0, done.stdout[-500:] + done.stderr
    assert pages.count("<title>") > len(
        STANDING
    )  # of decks that are whole but for what is left out
    assert "root:" not in done.stdout + done.stderr + pages
    assert not [*tmp_path.rglob("*.part")]
