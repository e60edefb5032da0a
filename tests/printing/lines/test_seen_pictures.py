"""The key shows no picture that stands before it, and leads to its page."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from studyguide.deck.item import Image
from studyguide.guide.guide import Entry, Plate
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.lines.seen_pictures import with_seen
from studyguide.printing.press.options import Layout
from studyguide.templates import Templates
from tests.printing.reading import destinations, entry, small_guide, texts_of
from tests.table import rows

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><rect width="300" height="200" fill="{}"/></svg>'


def picture(folder: Path, colour: str) -> Image:
    path = folder / f"{colour}.svg"
    path.write_text(SVG.format(colour), encoding="utf-8")
    return Image(path, f"what is {colour}", sha256(path.read_bytes()).hexdigest())


def asked(folder: Path, shown: str, told: str, kind: str = "question") -> Entry:
    return entry(
        "term" if kind == "term" else "question",
        f"{kind}{shown}{told}",
        "Which?",
        "This one.",
        asked_picture=picture(folder, shown) if shown else None,
        image=picture(folder, told) if told else None,
    )


SEEN = {
    "of the whole": (("", "red"), ("", ""), "question", Layout(), "plate-0"),
    "of another question": (("", "blue"), ("blue", ""), "question", Layout(), "other"),
    "of its own": (("blue", "blue"), ("", ""), "question", Layout(), "own"),
    "of a term": (("", "blue"), ("", "blue"), "term", Layout(), "other"),
    "of nothing else": (("", "blue"), ("green", ""), "question", Layout(), ""),
    "of another answer of the key": (("", "blue"), ("", "blue"), "question", Layout(), ""),
    "in a key alone": (("", "red"), ("", ""), "question", Layout(only_key=True), ""),
    "beside answers": (("", "red"), ("", ""), "question", Layout(answers="inline"), ""),
    "in a booklet": (("", "red"), ("", ""), "question", Layout(is_booklet=True), "plate-0"),
}


@rows(("first", "second", "kind", "layout", "place"), SEEN.values(), ids=SEEN)
def test_an_answer_leads_to_the_picture_that_stands_before(
    tmp_path: Path,
    first: tuple[str, str],
    second: tuple[str, str],
    kind: str,
    layout: Layout,
    place: str,
) -> None:
    plates = (Plate(picture(tmp_path, "red"), ""),)
    items = asked(tmp_path, *first), asked(tmp_path, *second, kind)
    made = with_seen(small_guide(*items, plates=plates), layout)
    found = next(each for each in made.entries if each.id == items[0].id)
    numbers = {each.id: f"item-{each.number}" for each in made.entries}
    named = {"own": numbers[items[0].id], "other": numbers[items[1].id]}
    assert found.seen == named.get(place, place)
    assert (found.image is None) == bool(place)


@pytest.mark.parametrize("layout", [Layout(), Layout(is_large=True)], ids=["usual", "large"])
def test_the_key_tells_the_page(tmp_path: Path, layout: Layout) -> None:
    plates = (Plate(picture(tmp_path, "red"), "The country"),)
    made = small_guide(asked(tmp_path, "", "red"), plates=plates, introduction="It is red.")
    write_guide(made, Templates.of(tmp_path), layout, path := tmp_path / "guide.pdf")
    (told,) = re.findall(r"see\sp\.\s(\d+)", " ".join(texts_of(path)))
    assert int(told) == destinations(path)["plate-0"]
