"""What nobody has foreseen: told in one sentence, with the details in a file that a user may send."""

import os
import sys

from studyguide import __version__

_ROOM = "there is not enough memory for this"
_DEPTH = "something in this is nested too deeply"


def told(error: Exception) -> str:
    """Say what went wrong in one sentence, and where the details lie if they could be written."""
    sentence = _sentence(error)
    try:
        path = _written(error)
    except (OSError, MemoryError, RecursionError):
        return sentence
    return f"{sentence}; details, which you may send to whoever looks after this program: {path}"


def _sentence(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return _ROOM
    if isinstance(error, RecursionError):
        return _DEPTH
    if isinstance(error, OSError) and error.strerror:
        where = f" {os.fsdecode(error.filename)}" if error.filename else ""
        return f"the system refuses{where}: {error.strerror}"
    first = " ".join(str(error).split())[:160]
    return f"this is a fault of the program ({type(error).__name__}: {first})"


def _written(error: Exception) -> str:
    """Write version and traceback into a new file that only its owner may read; give its path."""
    import tempfile
    import traceback

    handle, path = tempfile.mkstemp(prefix="studyguide-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"studyguide {__version__}, Python {sys.version}, {sys.platform}\n\n")
        file.writelines(traceback.format_exception(error))
    return path
