"""Documents of anybody's: one that takes all time or memory, or crashes its reader, is a sentence."""

import os
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.source import open as opening
from studyguide.source.open import open_source
from studyguide.source.readers import read_bytes
from studyguide.source.readers.document import Document
from studyguide.system import user_cache
from tests.source.readers import documents


def bomb(pages: int, operators: bytes) -> bytes:
    """Give a PDF in which all pages show one stream, small only as long as it is packed."""
    content = zlib.compress(b"BT /F 1 Tf 9 9 Td " + operators * 400_000 + b" ET", 9)
    kids = " ".join(f"{5 + at} 0 R" for at in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]/MediaBox[0 0 99 99]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
        *[b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"] * pages,
    ]
    numbered = (b"%d 0 obj%s\nendobj\n" % (at, each) for at, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF\n"


BOMBS = {
    "takes long": (1, 2**31, 40, b"(ab) Tj ", "more than the 1 s that a document of this size"),
    "takes memory": (20, 2**28, 1, b"(ab) Tj ", "GiB of memory that a document of this size"),
}


@pytest.mark.parametrize(("seconds", "memory", "pages", "part", "said"), BOMBS.values(), ids=BOMBS)
def test_a_document_that_takes_too_much_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    seconds: int, memory: int, pages: int, part: bytes, said: str,
) -> None:  # fmt: skip
    path = tmp_path / "bomb.pdf"
    path.write_bytes(bomb(pages, part))
    monkeypatch.setattr(opening, "_SECONDS", seconds)
    monkeypatch.setattr(opening, "_MEMORY", memory)
    with pytest.raises(StudyGuideError, match=said) as caught:
        assert open_source(path).document
    assert str(caught.value).startswith(f"cannot read {path}: ")


def test_text_is_read_here_and_all_else_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, page = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text("1. The mill.")
    page.write_text("<html><p>The mill.")
    whole = open_source(page).document
    assert (whole.format, whole.text) == ("html", "The mill.")
    monkeypatch.setattr("studyguide.system.process.subprocess.Popen", lambda *_, **__: os.abort())
    assert open_source(text).text == "1. The mill."


def reads(path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Read a document, which must be as ever; tell how many times its format was read for that."""
    counted: list[str] = []

    def counting(data: bytes, name: str) -> Document:
        counted.append(name)
        return read_bytes(data, name)

    monkeypatch.setattr(opening, "_read_within_limits", counting)
    assert open_source(path).document == read_bytes(path.read_bytes(), path.name)
    return len(counted)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "studyguide"


def test_what_others_keep_there_is_not_removed(tmp_path: Path, own_cache: Path) -> None:
    own_cache.mkdir(parents=True)
    theirs = [own_cache / f"thesis-{number}.txt" for number in range(user_cache.MOST + 5)]
    for each in theirs:
        each.write_text("A year's work.")
        os.utime(each, (1, 1))
    path = tmp_path / "a.html"
    path.write_text("<html><p>The mill.")
    assert open_source(path).document
    (kept,) = {*own_cache.iterdir()} - {*theirs}
    assert all(each.exists() for each in theirs)
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("format", sorted(documents.ALL.keys() - {"text"}))
def test_a_document_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Path, format: str
) -> None:
    path = tmp_path / "a.document"
    path.write_bytes(documents.ALL[format]())
    assert [reads(path, monkeypatch) for _ in range(3)] == [1, 0, 0]
    assert own_cache.stat().st_mode & 0o777 == 0o700
    path.write_bytes(documents.epub(documents.page("<p>Another.</p>")))
    assert reads(path, monkeypatch) == 1


def _swap(kept: Path, other: Path) -> None:
    other.replace(kept)


def _forge(kept: Path, _: Path) -> None:
    body = kept.read_bytes().partition(b"\n")[2]
    body = body.replace(b"Most birds", b"No birds")
    assert b"No birds" in body
    kept.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)


NOT_BELIEVED: dict[str, Callable[[Path, Path], object]] = {
    "forged": _forge,
    "of another document": _swap,
    "damaged": lambda kept, _: kept.write_bytes(kept.read_bytes()[:-9]),
    "empty": lambda kept, _: kept.write_bytes(b""),
    "no text": lambda kept, _: kept.write_bytes(bytes(range(256))),
    "a link": lambda kept, other: (kept.unlink(), kept.symlink_to(other)),
    "a pipe": lambda kept, _: (kept.unlink(), os.mkfifo(kept)),
    "where others may write": lambda kept, _: kept.parent.chmod(0o777),
}


@pytest.mark.parametrize("harm", NOT_BELIEVED.values(), ids=NOT_BELIEVED)
def test_what_we_have_not_kept_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Path, harm: Callable[..., object]
) -> None:
    monkeypatch.setattr(opening, "_read_within_limits", read_bytes)  # as well here: it is soon done
    path, other = tmp_path / "a.html", tmp_path / "b.html"
    other.write_bytes(documents.page("<p>No birds can fly.</p>").encode())
    assert open_source(other).document
    (kept_other,) = own_cache.iterdir()
    path.write_bytes(documents.html())
    assert open_source(path).document
    (kept,) = {*own_cache.iterdir()} - {kept_other}
    harm(kept, kept_other)
    assert reads(path, monkeypatch) == 1


def test_where_nothing_can_be_kept_all_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(documents.html())
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("HOME", "/nonexistent/home")
    for place in ("/proc/nothing", str(tmp_path / "file"), "", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", place)
        monkeypatch.chdir(tmp_path)
        assert [reads(path, monkeypatch) for _ in range(2)] == [1, 1]
    assert {each.name for each in tmp_path.iterdir()} == {"a.html", "file"}


def test_only_so_many_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    monkeypatch.setattr(user_cache, "MOST", 2)
    monkeypatch.setattr(opening, "_read_within_limits", read_bytes)
    path = tmp_path / "a.html"
    for number in range(4):
        path.write_text(f"<html><p>The mill of {number} wheels.")
        assert open_source(path).document
    assert len([*own_cache.iterdir()]) == 2
    assert reads(path, monkeypatch) == 0
