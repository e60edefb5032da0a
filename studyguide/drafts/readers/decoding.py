"""Decoding, of bytes to text: UTF-8, or what a byte order mark says."""

from pathlib import Path

from studyguide.errors import StudyGuideError
from studyguide.system import files

LARGEST_TEXT = 256 * 1024 * 1024

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(path: Path) -> str:
    """Read a file of text, line ends made alike. Raises `StudyGuideError` if it is none."""
    data = files.read(path, LARGEST_TEXT)
    if len(data) > LARGEST_TEXT:
        raise StudyGuideError(f"{path} is larger than {LARGEST_TEXT // 1024**2} MiB")
    encoding = next((each for mark, each in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and data[:4096].count(0) * 4 > len(data[:4096]):
        raise StudyGuideError(f"{path} is no text")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise StudyGuideError(f"{path} is not UTF-8: save it as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
