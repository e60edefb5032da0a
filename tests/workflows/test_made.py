"""What is there already is not made again; what is missing, changed or would be another is."""

from pathlib import Path

import pytest

from studyguide.templates import Templates
from studyguide.workflows.made import Made, fingerprint

BUNDLED = Templates.of(Path("no-deck"))


def made(folder: Path) -> Path:
    path = folder / "mills.pdf"
    path.write_bytes(b"a guide")
    ledger = Made.of(folder, "mills")
    ledger.note(path, "of this")
    ledger.save()
    return path


def test_a_file_is_there_until_something_changes(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert Made.of(tmp_path, "mills").has(path, "of this")
    assert not Made.of(tmp_path, "mills").has(path, "of something else")
    assert not Made.of(tmp_path, "other").has(path, "of this")
    path.write_bytes(b"another")
    assert not Made.of(tmp_path, "mills").has(path, "of this")
    path.unlink()
    assert not Made.of(tmp_path, "mills").has(path, "of this")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": []}', '{"files": {"a": 1}}', "\x00"])
def test_what_cannot_be_read_was_not_made(tmp_path: Path, text: str) -> None:
    path = made(tmp_path)
    (tmp_path / ".mills.made.json").write_text(text, encoding="utf-8")
    assert not Made.of(tmp_path, "mills").has(path, "of this")


def test_a_template_of_the_deck_counts(tmp_path: Path) -> None:
    (tmp_path / "templates/guide").mkdir(parents=True)
    own = tmp_path / "templates/guide/guide.css"
    own.write_text("p { color: black }")
    first = fingerprint(Templates.of(tmp_path), "guide")
    assert first == fingerprint(Templates.of(tmp_path), "guide") != fingerprint(BUNDLED, "guide")
    own.write_text("p { color: #000 }")
    assert first != fingerprint(Templates.of(tmp_path), "guide")
