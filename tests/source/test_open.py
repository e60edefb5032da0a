"""Documents of anybody's: one that takes all time or memory, or crashes its reader, is a sentence."""

import os
import zlib
from pathlib import Path

import pytest

from studyguide.errors import StudyGuideError
from studyguide.source import open as opening
from studyguide.source.open import open_source, read_document


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
        read_document(path)
    assert str(caught.value).startswith(f"cannot read {path}: ")


def test_text_is_read_here_and_all_else_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, page = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text("1. The mill.")
    page.write_text("<html><p>The mill.")
    whole = read_document(page)
    assert (whole.format, whole.text) == ("html", "The mill.")
    monkeypatch.setattr("studyguide.system.process.subprocess.Popen", lambda *_, **__: os.abort())
    assert open_source(text).text == "1. The mill."
