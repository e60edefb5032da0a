"""Run a step over decks, and show on a terminal what is being done."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from studyguide.deck.folders import find_decks
from studyguide.errors import StudyGuideError
from studyguide.system import stopping, terminal

if TYPE_CHECKING:
    from studyguide.workflows.check import Say, Texts

Outcome = TypeVar("Outcome")

_SAFE = "PYTHONSAFEPATH"
_ENDED = "a process that does one of the decks was ended from outside, as for want of memory: try fewer --jobs"


@contextmanager
def each(
    folders: tuple[str, ...],
    source: str | None,
    step: "Callable[[Path, Texts, Say], Outcome]",
    jobs: int = 1,
) -> Iterator[list[Outcome]]:
    """Run `step` on every folder, or on every deck below `./cards` if none is named; give what comes of it.

    With several jobs as many run side by side, in processes of their own. What keeps a deck from being
    done is told, and raised, when the others have been seen to.
    """
    from studyguide.workflows.check import Texts

    chosen = meant(folders)
    texts = Texts.told(Path(source) if source else None, os.environ, len(chosen))
    if len(chosen) == 1:
        with _watched() as say:
            outcome = step(chosen[0], texts, say)
        yield [outcome]
        return
    if jobs > 1:
        outcomes = _side_by_side(partial(_in_silence, step, texts), chosen, jobs)
    else:
        with _watched() as say:
            outcomes = [_tried(step, folder, texts, say) for folder in chosen]
    failures = [it for it in outcomes if isinstance(it, StudyGuideError)]
    done = [it for it in outcomes if not isinstance(it, StudyGuideError)]
    if done or not failures:
        yield done
    for failure in failures[:-1]:
        terminal.sentence(str(failure))
    if failures:
        raise failures[-1]


def _tried(
    step: "Callable[[Path, Texts, Say], Outcome]", folder: Path, texts: "Texts", say: "Say"
) -> Outcome | StudyGuideError:
    """Take the step; give what keeps it from being taken, with the deck of which that is true."""
    try:
        return step(folder, texts, say)
    except StudyGuideError as error:
        return error if folder.name in str(error) else StudyGuideError(f"{folder}: {error}")


def meant(folders: tuple[str, ...]) -> list[Path]:
    """Give the decks that are named, or else those that are here."""
    return [*dict.fromkeys(map(Path, folders))] or _decks_here()


def _side_by_side(step: Callable[[Path], Outcome], folders: list[Path], jobs: int) -> list[Outcome]:
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import active_children, get_context, resource_tracker

    context, workers = get_context("spawn"), min(jobs, len(folders))
    with stopping.held_back(), _run_from_nowhere():
        if os.name == "posix":  # it ends when we do, and complains aloud if it is stopped before
            resource_tracker.ensure_running()
        pool = ProcessPoolExecutor(workers, context, initializer=_beginning)
        outcomes = pool.map(step, folders)
    with pool:
        try:
            return [*outcomes]
        except stopping.Stopped:
            for worker in active_children():
                worker.terminate()
            raise
        except BrokenExecutor as error:
            raise StudyGuideError(_ENDED) from error


@contextmanager
def _run_from_nowhere() -> Iterator[None]:
    """Let the processes that are begun meanwhile run nothing that lies in the folder where we stand."""
    before = {key: os.environ[key] for key in (_SAFE,) if key in os.environ}
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        del os.environ[_SAFE]
        os.environ.update(before)


def _beginning() -> None:
    """Be a process of the pool: asked to end in vain while there is nothing to do, and gone when the program is."""
    from multiprocessing import parent_process
    from threading import Thread

    stopping.ignore()
    if parent := parent_process():
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    from multiprocessing.connection import wait

    wait([parent])
    os._exit(2)


def _in_silence(
    step: "Callable[[Path, Texts, Say], Outcome]", texts: "Texts", folder: Path
) -> Outcome | StudyGuideError:
    """Take the step in a process of the pool, which clears up when it is stopped, and only then can be."""
    stopping.listen(to_all=True)
    try:
        return _tried(step, folder, texts, lambda _: None)
    finally:
        stopping.ignore()


def only(folder: str | None, source: str | None) -> "tuple[Path, Texts]":
    """Give the one deck that is meant, and where its text may lie."""
    from studyguide.workflows.check import Texts

    decks = [Path(folder)] if folder else _decks_here()
    if len(decks) > 1:
        names = ", ".join(str(deck) for deck in decks)
        raise StudyGuideError(f"say which deck: {names}")
    return decks[0], Texts.told(Path(source) if source else None, os.environ, 1)


def _decks_here() -> list[Path]:
    """List what is meant where nothing is named: the deck in whose folder one stands, or all below."""
    here = Path()
    return [here] if (here / "deck.yaml").is_file() else find_decks(Path("cards"))


@contextmanager
def ticking(what: str, count: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal; what is given is called once for each of `count` steps."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=count)
        yield lambda: progress.advance(task)


@contextmanager
def counting(what: str) -> Iterator[Callable[[], None]]:
    """Count on a terminal what comes, however much that will be; what is given is called for each."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda: progress.advance(task)


@contextmanager
def _watched() -> "Iterator[Say]":
    """Give a way to say what is being done: on a terminal only, nothing is shown elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status("starting") as status:
        yield lambda doing: status.update(Text(terminal.visible(f"{doing} …")))
