"""A review at the terminal: item, passage and findings, one after the other, a key for each answer."""

import os
import shlex
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from studyguide.checking.explain import head_lines, item_lines, passage_lines
from studyguide.deck.item import Item
from studyguide.errors import StudyGuideError
from studyguide.evidence.case import Case
from studyguide.lock.on_disk import update_lock
from studyguide.lock.review import Pending, accept, pending
from studyguide.system import terminal
from studyguide.workflows.check import Texts, check_folder, now
from studyguide.workflows.result import Result

_KEYS = "a accept · s skip · e edit · q quit"


class Session:
    """The deck under review, checked anew whenever its files were edited."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        self.folder, self.texts = folder, texts
        self.result = self._check()

    def _check(self) -> Result:
        result = check_folder(self.folder, self.texts, lambda _: None)
        if result.report.deck is None:
            raise StudyGuideError(f"{self.folder / 'deck.yaml'} cannot be read: mend it first")
        for finding in result.report.findings:
            if finding.code == "lock-missing":
                raise StudyGuideError(f"{finding.message}; {finding.help}")
        if result.source is None:
            raise StudyGuideError("a review needs the source text: give it with --source FILE")
        return result

    def pending(self) -> tuple[Pending, ...]:
        """Give the items that ask for a review, as the deck is now."""
        report = self.result.report
        assert report.deck
        return tuple(pending(report.deck, report.findings, report.lock))

    def accept(self, asked: Pending, reason: str) -> None:
        """Settle an item and write that down at once: a session broken off loses nothing."""
        if reason != terminal.without_halves(reason):
            raise StudyGuideError("the reason is no text in UTF-8: write it anew")
        date = datetime.fromtimestamp(now(), UTC).date().isoformat()
        lock = accept(self.result.report.lock, asked, reason, date)
        update_lock(self.folder / "deck.lock", self.result.known, lock)
        self.result = self._check()

    def edit(self, asked: Pending) -> None:
        """Open the item in the curator's editor, at its line, then check the deck anew."""
        place = asked.place
        editor = _editor(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        try:
            subprocess.run([*editor, f"+{place.line}", str(place.path)], check=False)
        except OSError as error:
            raise StudyGuideError(f"cannot run the editor `{editor[0]}`: set $EDITOR") from error
        self.result = self._check()

    def case(self, asked: Pending) -> Case | None:
        """Give an item beside its passage, if its evidence is found."""
        from studyguide.checking.examine import examine
        from studyguide.language.language import Language

        deck, source = self.result.report.deck, self.result.source
        assert deck
        assert source
        if not isinstance(asked.what, Item):
            return None
        language = Language(deck.language)
        return examine(asked.what, deck, source, language)[0]


def _editor(told: str) -> list[str]:
    """Cut what the environment says into words, of which the first is a program."""
    try:
        words = shlex.split(told)
    except ValueError:  # a quotation mark that nothing closes
        words = []
    if not words:
        raise StudyGuideError(f"cannot run the editor `{told}`: set $EDITOR")
    return words


def listed(session: Session) -> Iterator[str]:
    """Yield a line for each item, or section head, that asks for a review."""
    for asked in session.pending():
        place = asked.place
        open_ones = [finding.code for finding in asked.findings]
        why = ", ".join(open_ones) or "not read since it last changed"
        yield f"{place.path}:{place.line}: {asked.id}: {why}"


def accept_one(session: Session, id: str, reason: str) -> None:
    """Settle one item by its id, a section's title and summary as `section-3`, or `introduction`."""
    for asked in session.pending():
        if asked.id == id:
            session.accept(asked, reason)
            return
    raise StudyGuideError(f"nothing named `{id}` asks for a review")


def walk(session: Session, ask: Callable[[str], str]) -> int:
    """Walk through all pending items; `ask` shows a question and gives the answer. Count the accepted."""
    skipped: set[str] = set()
    accepted = 0
    while asked := _next(session, skipped):
        _show(session, asked, len(session.pending()) - len(skipped))
        key = ask(_KEYS)[:1].lower()
        if key == "q":
            break
        if key == "e":
            session.edit(asked)
        elif key == "a":
            accepted += _accept(session, asked, ask)
        else:
            skipped.add(asked.id)
    return accepted


def _next(session: Session, skipped: set[str]) -> Pending | None:
    return next((each for each in session.pending() if each.id not in skipped), None)


def _accept(session: Session, asked: Pending, ask: Callable[[str], str]) -> bool:
    reason = ask("reason") if asked.findings else ""
    try:
        session.accept(asked, reason)
    except StudyGuideError as error:
        terminal.echo(str(error), err=True)
        return False
    return True


def _show(session: Session, asked: Pending, left: int) -> None:
    terminal.echo(f"\n{terminal.style(f'{left} left', dim=True)}")
    what = asked.what
    for line in item_lines(what) if isinstance(what, Item) else head_lines(what):
        terminal.echo(line)
    if case := session.case(asked):
        for line in passage_lines(case, around=True, mark=partial(terminal.style, reverse=True)):
            terminal.echo(line)
    if not asked.findings:
        terminal.echo(
            "no warning: it is here because nobody has read it as it is now; `a` says you have"
        )
    for finding in asked.findings:
        colour = "red" if finding.is_error else "yellow"
        terminal.echo(
            f"{terminal.style(finding.severity, fg=colour)}: {finding.message} [{finding.code}]"
        )
        terminal.echo(f"  help: {finding.help}")
