"""Opening what may be anybody's: only plain files, never through a link out of a folder."""

from pathlib import Path

from studyguide.errors import StudyGuideError


def is_file(path: Path) -> bool:
    """Whether a path leads to a plain file. Raises `StudyGuideError` if nobody may look."""
    try:
        return path.is_file()
    except PermissionError as error:
        raise StudyGuideError(f"cannot read {path}: {error.strerror}") from error
    except OSError:  # a name too long, for instance
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads to a plain file that, links followed, is in a folder."""
    return is_file(path) and path.resolve().is_relative_to(folder.resolve())


def read(path: Path, most: int) -> bytes:
    """Read a file, but no more than one byte over `most`; or raise `StudyGuideError`."""
    try:
        if not is_file(path):
            raise StudyGuideError(f"cannot read {path}: there is no such file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise StudyGuideError(f"cannot read {path}: {error.strerror}") from error
