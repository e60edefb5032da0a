"""The one way in which git is run: nothing that a repository names is run or fetched, and it ends.

Every transport is shut; what it says is read through a pipe, and no more of it than fits.
"""

import os
import selectors
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

from studyguide.errors import StudyGuideError

_OPTIONS: Final = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs", "--no-optional-locks"),
    *(
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.commitGraph=false",
    ),
    *("-c", "protocol.allow=never", "-c", "core.sshCommand=false", "-c", "core.askPass=false"),
    *("-c", "core.alternateRefsCommand=false", "-c", "credential.helper="),
    *("-c", "safe.bareRepository=explicit"),
)
_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "none",  # which no repository can overrule
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS: Final = 4
_CHUNK: Final = 1024 * 1024
_MOST_SAID: Final = 64 * 1024  # bytes of what git complains of
MOST_BYTES: Final = 64 * 1024 * 1024
"""Of what git answers, unless more is known to come."""


class Answer(NamedTuple):
    """What git has answered: its status, what it gives, what it complains of."""

    returncode: int
    stdout: bytes
    stderr: bytes


def is_installed() -> bool:
    """Whether git is at hand."""
    return _git() is not None


def run(folder: Path, *words: str, given: bytes = b"", most: int = MOST_BYTES) -> Answer:
    """Ask git about a folder. Raises `StudyGuideError` if that takes too long, or is too much."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [str(_git()), "-C", str(folder), *_OPTIONS, *words]
    until = time.monotonic() + _SECONDS * (1 if words[0] == "rev-parse" else 3)
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as said:
        asked.write(given)
        asked.seek(0)
        try:
            process = subprocess.Popen(
                command, stdin=asked, stdout=subprocess.PIPE, stderr=said, env=kept | _ENVIRONMENT
            )
        except OSError as error:
            raise StudyGuideError(f"cannot run git: {error.strerror}") from error
        with process:
            try:
                answer = _read(process, most, until)
                status = process.wait(max(until - time.monotonic(), 0.1))
            except (TimeoutError, subprocess.TimeoutExpired) as error:
                message = f"git takes too long over {folder}: it is not asked any more"
                raise StudyGuideError(message) from error
            except OverflowError as error:
                message = f"git has more to say of {folder} than {most // 1024**2} MiB"
                raise StudyGuideError(message) from error
            finally:
                process.kill()
        said.seek(0)
        return Answer(status, answer, said.read(_MOST_SAID))


def _read(process: "subprocess.Popen[bytes]", most: int, until: float) -> bytes:
    """Read what a process gives, to its end. Raises `TimeoutError`, `OverflowError` on too much."""
    assert process.stdout
    data = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while selector.select(max(until - time.monotonic(), 0)):
            chunk = os.read(process.stdout.fileno(), _CHUNK)
            if not chunk:
                return bytes(data)
            data += chunk
            if len(data) > most:
                raise OverflowError
    raise TimeoutError


def _git() -> str | None:
    """Find git where programs are, never in the folder that one stands in."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return shutil.which("git", path=os.pathsep.join(each for each in folders if each[:1] == "/"))
