"""Ten thousand damaged documents of each format: each is read and cut, or refused in one sentence."""

import faulthandler
import io
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from studyguide.source.readers import read_bytes
from studyguide.source.readers.document import DocumentError
from studyguide.source.source import Source
from tests.places import KEPT
from tests.source.readers.documents import ALL
from tests.torture.damage import mangled, unzipped, zipped

pytestmark = pytest.mark.torture

COUNT = int(os.environ.get("TORTURE_DOCUMENTS") or 10_000)  # of each format
PIECES, LONGEST, HANGS = 4, 5.0, 60


def unpacked(data: bytes) -> bytes:
    """Give a PDF with nothing packed in it, so that damage reaches what is drawn, and how."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = pikepdf.ObjectStreamMode.disable
        pdf.save(made, compress_streams=False, object_stream_mode=streams,
                 stream_decode_level=pikepdf.StreamDecodeLevel.generalized)  # fmt: skip
    return made.getvalue()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Damage a document, or what is packed in it."""
    if data.startswith(b"PK") and chance.randrange(3):
        members = unzipped(data)
        name = chance.choice([*members])
        return zipped(members | {name: mangled(members[name], chance)}, chance)
    return mangled(data, chance)


@pytest.mark.parametrize("piece", range(PIECES))
@pytest.mark.parametrize("form", ALL)
def test_a_damaged_document_is_read_or_refused(
    form: str, piece: int, seed: int, keep: Callable[[str, bytes], Path]
) -> None:
    chance = random.Random(f"{seed} {form} {piece}")
    whole = [ALL[form]()]
    whole += [unpacked(whole[0])] if form == "pdf" else []
    KEPT.mkdir(parents=True, exist_ok=True)
    current = KEPT / f"reading-{os.getpid()}.{form}"  # what stays if a reader takes us with it
    read = 0
    for _ in range(COUNT // PIECES):
        data = damaged(chance.choice(whole), chance)
        current.write_bytes(data)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        begun = time.process_time()
        try:
            read += bool(Source("", {}, lambda data=data: read_bytes(data)).sections)
        except DocumentError as error:
            assert "\n" not in str(error)  # noqa: PT017
        except BaseException:
            keep(f"document-{seed}-{piece}.{form}", data)
            raise
        finally:
            faulthandler.cancel_dump_traceback_later()
        if time.process_time() - begun > LONGEST:
            pytest.fail(f"{keep(f'slow-{seed}-{piece}.{form}', data)} takes too long")
    current.unlink()
    assert read
