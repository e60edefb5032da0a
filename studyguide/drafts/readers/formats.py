"""Which reader reads which file, told by how its name ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

from studyguide.drafts.readers.card import Card
from studyguide.drafts.readers.markdown import read_markdown
from studyguide.drafts.readers.package import read_package
from studyguide.drafts.readers.records import read_json, read_json_lines, read_yaml
from studyguide.drafts.readers.table import read_table
from studyguide.errors import StudyGuideError
from studyguide.system import files

READERS: dict[str, Callable[[Path], Iterator[Card]]] = {
    ".apkg": read_package,
    ".colpkg": read_package,
    ".csv": read_table,
    ".tsv": read_table,
    ".txt": read_table,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}


def read_cards(path: Path) -> Iterator[Card]:
    """Yield the cards of a file. Raises `StudyGuideError` if it holds none that we can read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise StudyGuideError(f"{path} is none of {', '.join(READERS)}")
    if not files.is_file(path):
        raise StudyGuideError(f"cannot read {path}: there is no such file")
    return reader(path)
