"""What a check has to say about one place in a curator's file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]

NO_SECTION = -1
"""Stands for the number of a section where there is none; 0 is one."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a curator's file; `line` and `column` start at 1, columns count characters.

    `text` is what the file said when it was read, so that nobody opens it again to show the line.
    """

    path: Path
    line: int = 1
    column: int = 1
    length: int = 1
    text: str = field(default="", repr=False, compare=False)


class Finding(NamedTuple):
    """One thing wrong at one place; `code` is kebab-case and never reused for something else."""

    location: Location
    code: str
    message: str
    help: str = ""
    severity: Severity = "error"
    deck: str = ""
    item: str = ""
    section: int = NO_SECTION

    @property
    def is_error(self) -> bool:
        """Whether this finding keeps a deck from being built."""
        return self.severity == "error"

    @property
    def record(self) -> dict[str, object]:
        """What programs read of a finding, whatever it is about."""
        return {
            "path": self.location.path.as_posix(),
            "line": self.location.line,
            "column": self.location.column,
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
            "help": self.help,
        }
