"""Measure how drafts are held against a long text: beside a check, and a hundred thousand in a row."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import IO

from click.testing import CliRunner

from studyguide.cli.main import cli
from studyguide.deck.item import KINDS
from studyguide.loading.load import load
from studyguide.workflows.check import Texts, check_folder
from tests.benchmarks import long_text
from tests.benchmarks.clock import Measure, compare, cpu_time, peak

MOST_MEMORY = 500 * 1024 * 1024


def against_check(folder: Path, count: int, words: int, turns: int) -> Measure:
    """Compare importing so many drafts with checking as many items, reading the text included in both."""
    deck = folder / "imported"
    long_text.write(deck, count, words)
    cards = folder / "drafts.jsonl"
    cards.write_text("".join(drafts(deck, count)), encoding="utf-8")
    command = ["import", str(cards), "--source", str(deck / "source.txt"), "--dry-run"]

    def held() -> None:
        result = CliRunner().invoke(cli, command, standalone_mode=False, catch_exceptions=False)
        assert f"{count:,} cards: " in result.stderr

    def checked() -> None:
        (deck / "deck.lock").unlink(missing_ok=True)
        texts = Texts(None, None, for_one=True)
        assert check_folder(deck, texts, lambda _: None).report.errors == 0

    what = f"import {count:,} drafts, {words:,} words"
    return compare(what, held, "check of as many items", checked, 3, turns)


def streaming(folder: Path, few: int, many: int, words: int) -> Iterator[Measure]:
    """Compare what the gate takes for many drafts with few, as often as it takes; then its memory."""
    deck = folder / "streamed"
    long_text.write(deck, few, words)
    source = deck / "source.txt"
    (bare, _), (once, _), (all_of_them, most) = (
        _taken(source, drafts(deck, count), count) for count in (0, few, many)
    )
    times = many // few
    told = f"{all_of_them:8.1f} s / {once:8.1f} s"
    ratio = (all_of_them - bare) / max((once - bare) * times, 0.001)
    yield Measure(f"gate: {many:,} drafts", ratio, 1.3, f"{told}  for {few:,}")
    yield Measure("… memory", most / MOST_MEMORY, 1, f"{most / 2**20:.0f} MiB of 500")


def drafts(deck: Path, count: int) -> Iterator[str]:
    """Yield so many drafts, a line each: a deck's items without evidence, as often as it takes."""
    found, _ = load(deck)
    assert found
    items = found.items
    for n in range(count):
        item = items[n % len(items)]
        told = {item.kind: f"{item.prompt.value} {'again ' * (n // len(items))}".strip()}
        if key := KINDS[item.kind][1]:
            told[key] = item.answers[0].value
        yield json.dumps(told) + "\n"


def _taken(source: Path, lines: Iterator[str], count: int) -> tuple[float, int]:
    """Let a process of its own answer line by line; give its CPU time in seconds, its peak in bytes."""
    command = [sys.executable, "-m", "tests.benchmarks.importing", str(source)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as gate:
        assert gate.stdin
        assert gate.stdout
        assert gate.stderr
        Thread(target=_written, args=(gate.stdin, lines), daemon=True).start()
        answers = sum(1 for _ in gate.stdout)
        taken, most = gate.stderr.read().split()[-2:]
    assert answers == count + 1, "an answer a line, and the summary"
    return float(taken), int(most)


def _written(to: IO[str], lines: Iterator[str]) -> None:
    with to:
        to.writelines(lines)


if __name__ == "__main__":
    options = ["import", "-", "--source", sys.argv[1], "--dry-run", "--format", "json"]
    cli(options, standalone_mode=False)
    print(cpu_time(), peak(), file=sys.stderr)
