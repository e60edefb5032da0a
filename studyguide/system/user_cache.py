"""The user's own cache: what was found out before, kept for the next time.

What lies there is believed only under its key, and with a seal that nobody can set who has not this installation;
anything else is as good as not there. Where nothing can be written, or where others may write, nothing is kept.
"""

import os
import re
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.system import files
from studyguide.system.atomic import replacing
from studyguide.system.program import seal

LARGEST, MOST = 32 * 1024 * 1024, 40
"""Bytes of what is kept, and how many are."""

_KEY = re.compile(r"[0-9a-f]{64}")


def kept(key: str) -> bytes | None:
    """Give what was kept under a key, a digest of all that it hangs on, if nobody has touched it since."""
    try:
        folder = _folder()
        if folder is None:
            return None
        said, _, body = files.read_whole(folder / key, LARGEST, folder).partition(b"\n")
        return body if said == _sealed(key, body) else None
    except (StudyGuideError, OSError):
        return None


def keep(key: str, body: bytes) -> None:
    """Keep something for the next time, in place of the oldest if there is much."""
    with suppress(StudyGuideError, OSError):
        folder = _folder()
        if folder is None or len(body) > LARGEST - 100:
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _leave(folder, MOST - 1)
        with replacing(folder / key) as beside:
            beside.chmod(0o600)
            beside.write_bytes(_sealed(key, body) + b"\n" + body)


def _sealed(key: str, body: bytes) -> bytes:
    return seal(f"{key} {sha256(body).hexdigest()}").encode()


def _folder() -> Path | None:
    """Give the folder in the user's own cache; none where it, or what it is in, is not the user's alone.

    Raises `OSError` where nobody may look.
    """
    home = Path(os.path.expanduser("~"))  # noqa: PTH111, `Path.home` raises where there is none
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    usual = home / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    folder = (named if named.is_absolute() else usual) / "studyguide"
    if not folder.is_absolute():
        return None
    for look in (folder.lstat, folder.parent.stat, folder.parent.parent.stat):
        with suppress(FileNotFoundError):
            return folder if _is_ours(look()) else None
    return None


def _is_ours(known: os.stat_result) -> bool:
    """Whether what is known is a folder of whoever runs this, in which no other may write."""
    is_alone = not known.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(known.st_mode) and known.st_uid == os.geteuid() and is_alone


def _leave(folder: Path, most: int) -> None:
    """Remove the oldest of what is kept, until no more than that is left; what else lies there is not ours."""
    ours = (path for path in folder.iterdir() if _KEY.fullmatch(path.name))
    aged = sorted(ours, key=lambda path: path.lstat().st_mtime_ns, reverse=True)
    for path in aged[most:]:
        path.unlink()
