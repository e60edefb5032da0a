"""Print every ratio; end with status 1 if one is over its limit."""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from studyguide.language.words import forms
from studyguide.load.load import load, load_source
from studyguide.source.source import read
from studyguide.workflows.check import Texts, check_folder
from tests.benchmarks import long_text, packaging, printing
from tests.benchmarks.clock import Bound, Ratio, compare, process
from tests.benchmarks.material import DECK, many_entries, many_items, write_deck


def start_up() -> Ratio:
    """Compare `studyguide --help` with importing click."""
    python = sys.executable
    return compare(
        "studyguide --help",
        process(str(Path(python).parent / "studyguide"), "--help"),
        "python -c 'import click'",
        process(python, "-c", "import click"),
        limit=1.3,
        turns=20,
    )


def loading(folder: Path) -> Ratio:
    """Compare loading 10,000 items with `json.loads` of the same."""
    items = many_items(10_000)
    write_deck(folder / "many", items)
    text = json.dumps(items, ensure_ascii=False)
    return compare(
        "load 10,000 items",
        lambda: load(folder / "many"),
        "json.loads",
        lambda: json.loads(text),
        15,
    )


def checking(folder: Path) -> Iterator[Ratio]:
    """Compare checking 10,000 items over a million words with loading both and a bare search.

    Then change one item, and compare the second check with the first.
    """
    deck = folder / "long"
    long_text.write(deck, 10_000, 1_000_000)
    lock, texts = deck / "deck.lock", Texts(None, None, for_one=True)

    def first() -> None:
        lock.unlink(missing_ok=True)
        assert check_folder(deck, texts, lambda _: None).report.errors == 0

    def again() -> None:
        long_text.change_one_item(deck)
        report = check_folder(deck, texts, lambda _: None).report
        assert (report.errors, report.states["ok"]) == (0, 10_000)

    def bare() -> None:
        found, _ = load(deck)
        source = read(load_source(deck / "source.txt"))
        assert found
        assert source.digest
        assert all(part.paragraphs for part in source.sections.values())
        wanted = [" ".join(forms(each.value)) for item in found.items for each in item.evidence]
        text = " ".join(form for part in source.sections.values() for form in part.forms)
        assert len(AhoCorasick(wanted).find_matches_as_indexes(text)) >= 10_000

    yield compare(
        "check 10,000 items, 1 M words", first, "load both, bare ahocorasick_rs", bare, 2, 5
    )
    yield compare(
        "… again, one item changed", again, "load both, bare ahocorasick_rs", bare, 0.5, 5
    )


def side_by_side(folder: Path, count: int) -> Ratio:
    """Compare writing deck, guide and cards in two processes with writing one after the other."""
    from studyguide.printing.cutout import imposition as cutout
    from studyguide.printing.cutout import pdf as cutout_pdf
    from studyguide.printing.press import pdf
    from studyguide.printing.press.layout import Layout
    from studyguide.system.process import in_background
    from studyguide.templates import Templates

    guide, templates = many_entries(count), Templates.of(DECK)
    sheet = cutout.sheet("grid", cutout.PAPERS["a4"])
    cards = (guide, templates, sheet, folder / "cards.pdf")

    def deck_and_guide() -> None:
        packaging.written(guide, folder / "deck.apkg")
        pdf.write_guide(guide, templates, Layout(), folder / "guide.pdf")

    def ours() -> None:
        with in_background(cutout_pdf.write_cards, *cards) as misfits:
            deck_and_guide()
            assert misfits() == ()

    def one_after_the_other() -> None:
        deck_and_guide()
        assert cutout_pdf.write_cards(*cards) == ()

    return compare(
        f"deck, guide, cards, {count:,} items",
        ours,
        "one after the other",
        one_after_the_other,
        limit=0.8,
        turns=3,
    )


def ratios() -> Iterator[Ratio | Bound]:
    """Measure one thing after the other."""
    yield start_up()
    with tempfile.TemporaryDirectory() as folder:
        yield loading(Path(folder))
        yield from checking(Path(folder))
        yield packaging.against_rows(Path(folder), 10_000)
        yield packaging.size(Path(folder), 10_000)
        yield packaging.growth(Path(folder))
        yield packaging.memory(Path(folder))
        yield printing.against_bare(Path(folder), 100)
        yield from printing.an_item(Path(folder))
        yield printing.growth(Path(folder))
        yield printing.memory(Path(folder))
        yield side_by_side(Path(folder), 300)


def main() -> None:
    """Print and judge."""
    is_over = False
    for ratio in ratios():
        print(ratio, flush=True)
        is_over |= ratio.ratio > ratio.limit
    sys.exit(is_over)


if __name__ == "__main__":  # a process of our own imports this again
    main()
