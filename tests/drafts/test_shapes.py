"""Cards in every shape in which people have them, imported, built, and read back from the package."""

from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studyguide.anki.ledger import Ledger
from studyguide.anki.lock_entries import Release, stamped
from studyguide.anki.note_types import note_types
from studyguide.anki.read import open_package, read_package
from studyguide.anki.write import write_package
from studyguide.cli.main import cli
from studyguide.guide.guide import compose
from studyguide.loading.load import load
from studyguide.templates import Templates
from studyguide.workflows.check import Texts, check_folder
from tests.anki.collection import learner
from tests.conftest import HARBOUR, Desk, picture
from tests.drafts.shapes import COUNT, PENCE, SHAPES, SHOP, WANTED, Shape, odd


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(
        cli, [str(word) for word in words], standalone_mode=False, catch_exceptions=False
    )


@pytest.fixture
def folder(desk: Desk) -> Path:
    (desk.folder / "source.txt").write_text(HARBOUR, encoding="utf-8")
    return desk.folder


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_nothing_is_lost(
    folder: Path, shape: Shape, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cards = tmp_path_factory.mktemp("cards") / shape.name
    shape.write(cards)
    result = run("import", cards, "--into", folder)
    assert result.return_value == 0, result.output
    deck, findings = load(folder)
    assert deck
    assert [each for each in findings if each.is_error and each.code != "section-missing"] == []
    wanted = {
        key: value for key, value in WANTED.items() if shape.name != "mdanki.md" or key != PENCE
    }
    found = {
        item.prompt.value: " | ".join(each.value for each in item.answers) for item in deck.items
    }
    assert found == wanted
    assert all(item.evidence for item in deck.items)
    assert {item.section for item in deck.items} == {1, 2}
    assert _read_back(_built(folder), folder) == _html(wanted)
    pictures = [path for path in (folder / "media").glob("*.png") if path.stem == "quay-map"]
    assert [path.read_bytes() for path in pictures] == [picture()] * shape.has_picture
    again = run("import", cards, "--into", folder)
    assert f"{len(wanted)} are there already" in again.stderr


def _html(wanted: dict[str, str]) -> dict[str, str]:
    return {escape(front, quote=False): escape(back, quote=False) for front, back in wanted.items()}


def _read_back(package: Path, folder: Path) -> dict[str, str]:
    """Import a package into a learner's real Anki; give fronts and backs, and see every picture there."""
    found = {}
    with learner(folder / "learner") as anki:
        anki.take(package)
        for id in anki.collection.find_notes(""):
            note = anki.collection.get_note(id)
            front, back = ("Front", "Back") if "Front" in note else ("Text", None)
            found[note[front].partition("<")[0]] = note[back] if back else ""
            for name in anki.collection.media.files_in_str(note.mid, note.joined_fields()):
                data = (Path(anki.collection.media.dir()) / name).read_bytes()
                assert data in [path.read_bytes() for path in (folder / "media").iterdir()]
    return found


def _built(folder: Path) -> Path:
    report = check_folder(folder, Texts(None, None, for_one=True), lambda _: None).report
    assert report.deck
    assert report.errors == 0
    types = note_types(report.deck.id, Templates.of(folder))
    guide = compose(report.deck, report.lock)
    lock = stamped(report.lock, Release(guide, types, 1000, Ledger("harbour")))
    write_package(compose(report.deck, lock), types, lock, folder / "built.apkg")
    return folder / "built.apkg"


def test_a_package_is_read_back_from_the_built_one(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cards = tmp_path_factory.mktemp("cards") / "cards.apkg"
    SHAPES["package"].write(cards)
    assert run("import", cards, "--into", folder).return_value == 0
    notes = read_package(_built(folder)).notes.values()
    fronts = (note.fields.get("Front") or note.fields["Text"] for note in notes)
    by_front = dict(zip((front.partition("<")[0] for front in fronts), notes, strict=True))
    assert by_front[COUNT[0]].fields["Back"].startswith("40")
    assert 'alt="A quay"' in by_front[COUNT[0]].fields["Image"]
    assert "a::b" in by_front[COUNT[0]].tags
    assert by_front[SHOP[0]].cards == {0, 1}
    cloze = next(note for note in notes if "Text" in note.fields)
    assert cloze.fields["Text"] == PENCE
    assert cloze.fields["Note"] == "The mayor paid nothing."
    names = sorted(path.name for path in (folder / "media").iterdir())
    assert names == ["forty.mp3", "quay-map.png", "quay.png"]
    with open_package(folder / "built.apkg") as package:
        assert len(package.media) == 3


def test_what_an_item_has_no_place_for_is_told(folder: Path, tmp_path: Path) -> None:
    """Anki's stock note types that have none: a question both ways, parts of a picture hidden."""
    odd(tmp_path / "odd.apkg")
    result = run("import", tmp_path / "odd.apkg", "--source", folder / "source.txt", "--dry-run")
    assert "not taken: a reversed card (1)" in result.stderr
    assert "it hides parts of a picture (Image Occlusion)" in result.stdout
    assert "1 unreadable" in result.stderr
