"""How an import ends at the command line: verdicts as they come, counts, an exit status."""

import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path

from studyguide.cli.progress import counting, ticking
from studyguide.drafts import report_json, report_text
from studyguide.drafts.judge import Bench, Judged
from studyguide.drafts.readers.card import Card
from studyguide.system import terminal
from studyguide.workflows import import_cards as importing
from studyguide.workflows.check import Texts
from studyguide.workflows.import_cards import Counts, Order


def run(  # noqa: PLR0913  (the options of the command)
    cards: str,
    source: str | None,
    into: str | None,
    mapped: tuple[str, ...],
    form: str,
    *,
    is_written: bool,
) -> int:
    """Import, print what came of it, give the exit status: 1 if a draft was refused."""
    texts = Texts.told(Path(source) if source else None, os.environ, 1)
    folder = Path(into) if into and (is_written or os.path.lexists(into)) else None
    order = Order(cards, texts, folder, importing.mapping(mapped))
    if is_written and (made := importing.made_for(order)):
        for line in made.lines():
            terminal.echo(line, err=True)
    bench = importing.bench(order)
    counts = Counts()
    found = _counted(order, bench, counts)
    kept: list[Judged] = []
    if form == "json" and cards == "-":
        kept = _streamed(found, bench, keep=is_written)
        terminal.echo_json(report_json.line({"summary": _summary(counts, order)}))
    elif form == "html":
        from studyguide.drafts.report_page import page

        kept = [*found]
        terminal.echo_html(page(kept, bench, cards))
    elif form == "json":
        kept = [*found]
        records = (report_json.as_record(each, bench.deck.id) for each in kept)
        terminal.echo_json(report_json.whole(records, _summary(counts, order)))
    else:
        for each in found:
            kept += [each] if is_written else []
            for line in report_text.lines(each):
                terminal.echo(line)
    if is_written:
        _written(order, bench, kept)
    for line in report_text.summary(counts.verdicts, counts.known, counts.left, counts.more):
        terminal.echo(line, err=True)
    return 1 if counts.refused else 0


def _summary(counts: Counts, order: Order) -> dict[str, object]:
    return report_json.summary(counts.verdicts, str(order.texts.option or ""))


def _counted(order: Order, bench: Bench, counts: Counts) -> Iterator[Judged]:
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    cards: Iterable[Card] = importing.cards_of(order, sys.stdin)
    if order.cards != "-" and sys.stderr.isatty():
        cards = [*cards]  # a bar has to know how far it goes
    what = "holding cards against the text"
    with ticking(what, len(cards)) if isinstance(cards, list) else counting(what) as tick:
        for each in importing.judged(order, bench, cards):
            counts.add(each)
            tick()
            yield each


def _streamed(found: Iterator[Judged], bench: Bench, *, keep: bool) -> list[Judged]:
    """Answer each line at once; keep the answers only if they are to be written."""
    kept: list[Judged] = []
    for each in found:
        terminal.echo_json(report_json.line(report_json.as_record(each, bench.deck.id)))
        sys.stdout.flush()
        kept += [each] if keep else []
    return kept


def _written(order: Order, bench: Bench, kept: list[Judged]) -> None:
    written = importing.write_items(order, bench, kept)
    for path in written.files:
        terminal.echo(f"wrote {path}", err=True)
    if written.pictures:
        terminal.echo(
            f"  {len(written.pictures)} pictures into {written.pictures[0].parent}", err=True
        )
    if written.left:
        terminal.echo(f"  pictures that cannot be used: {', '.join(written.left[:20])}", err=True)
    if written.refused:
        terminal.echo(f"  refused cards, to be mended: {written.refused}", err=True)
