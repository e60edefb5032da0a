"""Where pages of a section begin: what is tried."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry, GuideSection
from studyguide.printing.book import page_breaks
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import entry, guide
from tests.table import rows

LARGE = Layout(is_large=True)
LONG = "Where is it, and what did the millers of the coast do there at night"


def section(*entries: Entry) -> GuideSection:
    summary = (
        "It follows one mill through a working day, and shows what the miller owed to the moon."
    )
    return GuideSection(1, "What is left", summary, entries)


def asked(count: int) -> list[Entry]:
    return [entry("question", f"q{n}", f"{LONG} {n}", f"the answer to {n}") for n in range(count)]


def blanks(count: int) -> list[Entry]:
    texts = (f"{LONG} {{{{c1::number {n}}}}} of the {{{{c2::ponds}}}}." for n in range(count))
    return [entry("cloze", f"c{n}", text) for n, text in enumerate(texts)]


def pictured(folder: Path) -> Image:
    path = folder / "plan.png"
    Picture.new("L", (900, 600), 200).save(path)
    return Image(path, "a plan", hashlib.sha256(path.read_bytes()).hexdigest())


TRIED = {"rows with a line to spare": False, "pictures between them": True}


@rows("has_pictures", TRIED.values(), ids=TRIED)
def test_what_is_too_full_with_a_row_more_is_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_pictures: bool
) -> None:
    """The time would grow with the square of the rows; and no way is missed, as nothing fits again."""
    fits, of_page = dict[tuple[int, int], bool](), page_breaks._page
    missed = list[tuple[int, int]]()

    def told(known: Any, start: int, end: int) -> Any:
        found = of_page(known, start, end)
        fits[start, end] = found is not None
        if found is None:
            missed.extend((at, end) for at in range(start) if of_page(known, at, end))
        return found

    monkeypatch.setattr(page_breaks, "_page", told)
    entries = [*asked(6), *blanks(8)]
    if has_pictures:
        entries[4] = replace(entries[4], asked_picture=pictured(tmp_path))
    made = guide(section(*entries))
    write_guide(made, Templates.of(tmp_path), LARGE, tmp_path / "guide.pdf")
    ends = [end for (_, end), is_held in fits.items() if not is_held]
    assert len(ends) > 3
    assert len(ends) == len({*ends})
    assert not missed
