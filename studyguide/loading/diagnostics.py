"""One file while it is being read, and what has been found wrong in it so far."""

from dataclasses import dataclass, field

from studyguide.deck.file import File, Text
from studyguide.finding import NO_SECTION, Finding
from studyguide.loading.syntax import Problem

NOWHERE = Text("", 0)
"""Stands in for a text that is missing or wrong, which has been reported by then."""


@dataclass(slots=True)
class Diagnostics:
    """A curator's file being read; `section` is its number once it is known, `ids` are those of its items."""

    file: File
    findings: list[Finding] = field(default_factory=list)
    section: int = NO_SECTION
    ids: list[Text] = field(default_factory=list)

    def wrong(self, problem: Problem, item: str = "") -> None:
        """Note an error at an offset of the file."""
        location = self.file.at(problem.start, problem.length)
        finding = Finding(location, problem.code, problem.message, problem.help)
        finding = finding._replace(item=item, section=self.section)
        self.findings.append(finding)
