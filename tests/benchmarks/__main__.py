"""Print every ratio; end with status 1 if one is over its limit."""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from studyguide.guide.guide import Guide
from studyguide.language.words import forms
from studyguide.loading.load import load
from studyguide.source.open import open_source
from studyguide.workflows.check import Texts, check_folder
from tests.benchmarks import importing, long_text, packaging, printing, reading
from tests.benchmarks.clock import Measure, by_turns, compare, judged, process, taken_by
from tests.benchmarks.material import DECK, many_entries, many_items, write_deck


def start_up(folder: Path) -> Measure:
    """Compare `studyguide --help` with importing click, both compiled before as in any installation."""
    python, compiled = sys.executable, folder / "compiled"
    return compare(
        "studyguide --help",
        process(compiled, python, "-m", "studyguide", "--help"),
        "python -c 'import click'",
        process(compiled, python, "-c", "import click"),
        limit=1.12,
        turns=30,
    )


def loading(folder: Path) -> Measure:
    """Compare loading 10,000 items with `json.loads` of the same."""
    items = many_items(10_000)
    write_deck(folder / "many", items)
    text = json.dumps(items, ensure_ascii=False)
    return compare(
        "load 10,000 items",
        lambda: load(folder / "many"),
        "json.loads",
        lambda: json.loads(text),
        20,
    )


def checking(folder: Path, count: int, words: int, turns: int) -> Iterator[Measure]:
    """Compare checking so many items over so many words with loading both and a bare search.

    Then change one item, and compare the second check with the first.
    """
    deck = folder / "long"
    long_text.write(deck, count, words)
    lock, texts = deck / "deck.lock", Texts(None, None, for_one=True)

    def first() -> None:
        lock.unlink(missing_ok=True)
        assert check_folder(deck, texts, lambda _: None).report.errors == 0

    def again() -> None:
        long_text.change_one_item(deck)
        report = check_folder(deck, texts, lambda _: None).report
        assert (report.errors, report.states["ok"]) == (0, count)

    def bare() -> None:
        found, _ = load(deck)
        source = open_source(deck / "source.txt")
        assert found
        assert source.digest
        assert all(part.paragraphs for part in source.sections.values())
        wanted = [" ".join(forms(each.value)) for item in found.items for each in item.evidence]
        text = " ".join(form for part in source.sections.values() for form in part.forms)
        assert len(AhoCorasick(wanted).find_matches_as_indexes(text)) >= count

    bare_search = "load both, bare ahocorasick_rs"
    measured = by_turns(turns, first, again, bare)
    firsts = [(once, than) for once, _, than in measured]
    yield judged(f"check {count:,} items, {words:,} words", firsts, bare_search, 4.6)
    seconds = [(twice, than) for _, twice, than in measured]
    yield judged("… again, one item changed", seconds, bare_search, 1.6)


def side_by_side(folder: Path, guide: Guide) -> Measure:
    """Tell how long a build in two processes must take at least, of what one process would take.

    That is the CPU time of the process that has more to do, the cards' start included.
    """
    from studyguide.printing.book.pdf import write_guide
    from studyguide.printing.cutout import imposition
    from studyguide.printing.cutout.pdf import write_cards
    from studyguide.printing.press.options import Layout
    from studyguide.system.process import Limits, in_background
    from studyguide.templates import Templates

    templates, count = Templates.of(DECK), len(guide.entries)
    sheet = imposition.sheet("grid", imposition.PAPERS["a4"])
    cards = (guide, templates, sheet, folder / "cards.pdf")

    def deck_and_guide() -> None:
        packaging.written(guide, folder / "deck.apkg")
        write_guide(guide, templates, Layout(), folder / "guide.pdf")

    def in_another_process() -> None:
        with in_background(Limits(1000, 4 * 1024**3), write_cards, *cards) as misfits:
            assert misfits() == ()

    deck_and_guide()
    here, there = taken_by(deck_and_guide), taken_by(in_another_process)
    alone = here + taken_by(lambda: write_cards(*cards))
    told = f"{here:.1f} s and {there:.1f} s, {alone:.1f} s in one process"
    return Measure(f"two processes, {count:,} items", max(here, there) / alone, 0.8, told)


def short(folder: Path) -> Iterator[Measure]:
    """Measure what a change may have made slow, in a few minutes."""
    yield start_up(folder)
    yield loading(folder)
    yield from checking(folder, 10_000, 1_000_000, 3)
    yield importing.against_check(folder, 1_000, 1_000_000, 3)
    yield reading.an_epub(150_000)
    yield packaging.against_rows(folder, 10_000)
    yield packaging.size(folder, 10_000)
    yield printing.against_bare(folder, "guide of the first deck", printing.first_book, 0.9)
    yield printing.against_bare(folder, "cards of the first deck", printing.first_cards, 1.15)
    yield printing.boxes(1_000)
    yield side_by_side(folder, many_entries(100))


def long(folder: Path) -> Iterator[Measure]:
    """Measure how time and memory grow, and what takes long to prepare."""
    yield reading.a_pdf(300)
    yield from importing.streaming(folder, 10_000, 100_000, 1_000_000)
    yield packaging.growth(folder)
    yield packaging.memory(folder)
    yield printing.growth(folder)
    yield printing.memory(folder)


def main() -> None:
    """Print and judge."""
    is_over = False
    with tempfile.TemporaryDirectory() as folder:
        for measure in (long if "--long" in sys.argv else short)(Path(folder)):
            print(measure, flush=True)
            is_over |= measure.is_over
    sys.exit(is_over)


if __name__ == "__main__":
    main()
