"""What other programs may rely on, as `import studyguide` gives it: shown in `docs/python.md`."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from studyguide.deck.deck import Deck
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding
from studyguide.loading import load as folders
from studyguide.source.open import open_source
from studyguide.source.source import Source
from studyguide.workflows.check import Texts, check_folder
from studyguide.workflows.result import Result

if TYPE_CHECKING:
    from studyguide.drafts.judge import Judged
    from studyguide.workflows.order import Order


def load(folder: str | Path) -> tuple[Deck | None, tuple[Finding, ...]]:
    """Read the deck in `folder`; give what could be read of it, and everything wrong with its files.

    The deck is missing only if its `deck.yaml` cannot be used. Lines and columns of findings start
    at 1. Raises `StudyGuideError` if the folder is no deck, or a file cannot be opened.
    """
    return folders.load(Path(folder))


def read_source(path: str | Path, openings: Mapping[int, str] | None = None) -> Source:
    """Open a document (text, Markdown, HTML, EPUB, DOCX, PDF) as a source cut into sections.

    They open at its headings, else at numbers of any usual kind, and where the words stand that
    `openings` gives for a number, as a deck does in its `deck.yaml`. A text without any is one.
    Raises `StudyGuideError` if the file cannot be opened, and on first use if it cannot be read.
    """
    return open_source(Path(path), openings)


def check(folder: str | Path, source: str | Path | None = None) -> Result:
    """Hold every item of the deck in `folder` against its source text, as `studyguide check` does.

    The text is `source`, or else `$STUDYGUIDE_SOURCE`, or `source.txt` in the folder; where there is
    none, the receipts in `deck.lock` vouch for what has not changed. Writes nothing but `deck.lock`,
    and that only with a text and where it changes. What an author got wrong is in
    `result.report.findings`, sorted by place; what keeps the check from running is raised as a
    `StudyGuideError`.
    """
    return check_folder(Path(folder), _texts(source), _silently)


def build(
    folder: str | Path, source: str | Path | None = None, order: "Order | None" = None
) -> Result:
    """Check the deck in `folder`, then write what `order` asks for, as `studyguide build` does.

    Without an order that is `dist/<deck>.apkg`, `dist/<deck>.pdf` (A4) and `dist/<deck>-cards.pdf`.
    `result.written` names the files; after an error of the check nothing is written, and an old file
    stays as it was. Raises `StudyGuideError` as `check` does, and where a file cannot be written.
    """
    from studyguide.workflows.build import build_folder
    from studyguide.workflows.order import Order

    order = order or Order()
    _refuse_unknown(order)
    return build_folder(Path(folder), _texts(source), order, _silently)


def verify(
    drafts: Iterable[Mapping[str, object]], source: str | Path | Source, language: str | None = None
) -> Iterator["Judged"]:
    """Hold drafts against a text, as `studyguide import --dry-run` does; yield a verdict for each, at once.

    A draft has the keys of an item (`question` and `answer`, `cloze`, `term` and `definition` …), or
    `front` and `back`. `verdict` is `supported`, `warned`, `unsupported` or `unreadable`; `evidence` the
    words of the text that were found, `citation` where they stand, `findings` what the rules say. The
    `language` is the document's own where none is given.
    Raises `StudyGuideError` if the text cannot be read.
    """
    from studyguide.drafts.draft import draft_of
    from studyguide.drafts.readers.records import card_of
    from studyguide.workflows.import_cards import loose_bench

    opened = source if isinstance(source, Source) else read_source(source)
    bench = loose_bench(opened, "drafts", language)
    for index, draft in enumerate(drafts, start=1):
        yield bench.judge(draft_of(card_of(index, index, draft), {}))


def _texts(source: str | Path | None) -> Texts:
    return Texts.told(Path(source) if source is not None else None, os.environ, 1)


def _refuse_unknown(order: "Order") -> None:
    """Make sure of what the command line would not take: no other paper, answers or product."""
    from studyguide.printing.press.options import Answers, Paper
    from studyguide.workflows.order import Product

    for what, told, known in (
        ("paper", order.layout.paper, get_args(Paper)),
        ("answers", order.layout.answers, get_args(Answers)),
        ("only", order.only, (None, *get_args(Product))),
    ):
        if told not in known:
            listed = ", ".join(f"{each}" for each in known if each)
            raise StudyGuideError(f"there is no {what} `{told}`, but {listed}")


def _silently(_: str) -> None:
    """Tell nobody what is being done."""
