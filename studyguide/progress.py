"""Run a step over decks, and show on a terminal what is being done."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studyguide.build import Result, Say, Texts
from studyguide.load import find_decks


def each(
    folders: tuple[str, ...], source: str | None, step: Callable[[Path, Texts, Say], Result]
) -> list[Result]:
    """Run `step` on every folder, or on every deck below `./cards` if none is named."""
    named = [Path(folder) for folder in dict.fromkeys(folders)]
    chosen = named or find_decks(Path("cards"))
    texts = Texts.told(Path(source) if source else None, os.environ, len(chosen))
    with _watched() as say:
        return [step(folder, texts, say) for folder in chosen]


@contextmanager
def _watched() -> Iterator[Say]:
    """Give a way to say what is being done: on a terminal only, nothing is shown elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda doing: status.update(f"{doing} …")
