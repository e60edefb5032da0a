"""Which recordings can be used: told by their size, and by what no recording is."""

from typing import NamedTuple


class Fault(NamedTuple):
    """Why some bytes are no picture or recording that can be used."""

    code: str
    message: str
    help: str


_BEGINNINGS = (b"ID3", b"OggS", b"RIFF", b"fLaC", b"FORM")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_LOOKED_AT = 4096


def sound_fault(data: bytes, largest: int) -> Fault | None:
    """Say what is wrong with a recording: it is too large, or another file under its name."""
    if len(data) > largest:
        message = f"this recording is larger than {largest // 1024**2} MiB"
        return Fault("audio-large", message, "cut it, or save it as .mp3 or .opus")
    if not data.startswith(_BEGINNINGS) and (data.startswith(_PICTURES) or _is_text(data)):
        help = "save it anew: it is empty, or another file"
        return Fault("audio-type", "this file is no recording", help)
    return None


def _is_text(data: bytes) -> bool:
    """Whether all of a beginning is written: a page that says that there is no such file, or nothing at all."""
    try:
        shown = data[:_LOOKED_AT].decode("utf-8", "strict" if len(data) <= _LOOKED_AT else "ignore")
    except UnicodeDecodeError:
        return False
    return len(shown.encode()) > len(data[:_LOOKED_AT]) - 4 and "\0" not in shown
