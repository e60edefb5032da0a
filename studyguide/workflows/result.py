"""What became of one deck: of one that was checked, and of one that is as it was."""

from pathlib import Path
from typing import NamedTuple

from studyguide.checking.check import Report
from studyguide.finding import Finding
from studyguide.lock.on_disk import NO_LOCK, Opened
from studyguide.source.source import Source


class Result(NamedTuple):
    """What became of one deck: the check's report, the text it was held against, files written.

    `known` is the lock as it lay on the disk afterwards: what has changed since is another run's. `kept`
    are files that were there already, and would be the same; `notes` are sentences for the summary.
    """

    folder: Path
    report: Report
    text: Path | None
    source: Source | None = None
    written: tuple[Path, ...] = ()
    known: Opened = NO_LOCK
    kept: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, sorted by place."""
        return self.report.findings

    @property
    def id(self) -> str:
        """The deck's; empty where it cannot be read."""
        return self.report.deck.id if self.report.deck else ""


class Unchanged(NamedTuple):
    """What was said of a deck, of id `id`, of which all is as it was: its findings, and its summary."""

    folder: Path
    id: str
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
