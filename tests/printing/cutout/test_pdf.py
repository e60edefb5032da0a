"""The cut-out cards, read back from real PDFs."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import page as page_validation
import pikepdf
import pytest
from _pytest.mark import ParameterSet

from studyguide.deck.item import READING_ORDER
from studyguide.guide.guide import Guide, GuideSection
from studyguide.loading.load import load
from studyguide.printing.cutout.cards import Face, cards_of_guide
from studyguide.printing.cutout.fit import fit, may_not_fit
from studyguide.printing.cutout.imposition import (
    CARD,
    PAPERS,
    Offset,
    Sheet,
    Size,
    full_sheet,
    sheet,
)
from studyguide.printing.cutout.misfits import findings_of
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.press.typography import curled
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.conftest import Once
from tests.printing.book.test_pdf import (
    BUNDLED,
    FACES,
    HOSTILE,
    ONE,
    hostile_guide,
    picture,
    told_by,
)
from tests.printing.reading import (
    LONG_ANSWER,
    colours,
    entry,
    figures,
    guide,
    outline,
    pages_of,
    realistic_guide,
    small_guide,
    text_of,
    texts_of,
)
from tests.table import rows

MM = 72 / 25.4
A4, LETTER = PAPERS["a4"], PAPERS["letter"]
SHEETS = {
    "grid-a4": sheet("grid", A4),
    "grid-letter-short": sheet("grid", LETTER, flip="short"),
    "grid-small": sheet("grid", A4, Size(80, 50), offset=Offset(1.5, -2)),
    "avery": sheet("avery5388", A4),
    "avery-short": sheet("avery5388", A4, flip="short", offset=Offset(-3, 2.5)),
    "fold": sheet("fold", A4),
    "fold-letter": sheet("fold", LETTER, Size(95, 70)),
}


def two_sections() -> Guide:
    """Give enough cards for several sheets, some of them hard: long ids, long texts, both ways."""
    made = realistic_guide()
    first = made.sections[0]
    some = [first.entries[at] for at in (1, 4, 6, 8, 9, 10, 11, 12)]
    extra = GuideSection(
        3,
        "Hard cases",
        "Few words.",
        (
            entry("term", "a" + "-very-long-name" * 4, "pond", "a basin", reverse=True),
            entry("question", "long", "Why?", f"{LONG_ANSWER}; and also {LONG_ANSWER.lower()}"),
            entry("question", "one-word", "W" * 90, "m" * 60),
            entry("cloze", "twice", 'He said "{{c2::no}}" to {{c1::the sea::what}} and {{c2::yes}} to it.'),
            entry("date", "both", "1170", "a dam", reverse=True, note="In a charter."),
        ),
    )  # fmt: skip
    entries = tuple(replace(each, section=3) for each in extra.entries)
    return replace(
        made, sections=(replace(first, entries=(*some,)), replace(extra, entries=entries))
    )


GUIDE = two_sections()


@pytest.fixture(scope="session")
def prints(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Callable[[str], Path]:
    """Give the cards of a name, each printed once."""
    guides = {
        "one-item": ONE,
        "hostile": hostile_guide(picture(tmp_path_factory.mktemp("cards"))),
        "withdrawn": small_guide(entry("term", "t", "a", "b", retired="wrong")),
    }

    def printed(name: str) -> Path:
        def make(folder: Path) -> None:
            made, chosen = guides.get(name, GUIDE), SHEETS.get(name, SHEETS["grid-a4"])
            assert write_cards(made, BUNDLED, chosen, folder / "cards.pdf") == ()

        return once(f"cards-{name}", make) / "cards.pdf"

    return printed


Prints = Callable[[str], Path]
ALIKE = ("avery", "fold-letter")
"""Sheets that another one is like, but for one thing that a third has: printed where there is time."""


def named(names: Iterable[str]) -> list[ParameterSet]:
    """Give rows of a table of prints."""
    return [
        pytest.param(name, marks=pytest.mark.torture if name in ALIKE else ()) for name in names
    ]


every_sheet = rows("name", named(SHEETS))
of_two_sides = rows("name", named(name for name in SHEETS if not SHEETS[name].is_folded))
EVERY_PRINT = (*SHEETS, "one-item", "hostile", "withdrawn")
every_print = rows("name", named(EVERY_PRINT))


class Side(NamedTuple):
    """A side of a card as it is on paper: its page, its corner and size in mm, what stands on it.

    `words` come without spaces, which a line's end takes away; `gap` is between text and foot.
    """

    page: int
    x: float
    y: float
    words: str
    gap: float


class Mark(NamedTuple):
    """Where the marks of a page say that paper is cut or folded, in mm."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


def marks(page: Any) -> Mark:
    """Read the marks: lines that lie wholly in a margin."""
    level = {round(line["top"] / MM, 3) for line in page.lines if line["height"] < 0.01}
    upright = {round(line["x0"] / MM, 3) for line in page.lines if line["width"] < 0.01}
    return Mark(tuple(sorted(upright)), tuple(sorted(level)))


@cache
def sides(path: Path, chosen: Sheet) -> tuple[Side, ...]:
    """Read all sides of cards."""
    return tuple(_sides(path, chosen))


def _sides(path: Path, chosen: Sheet) -> Iterator[Side]:
    """Find each side by its foot, `… · Section 1 · Front`, and its corner by the marks around that."""
    for number, page in card_pages(path, chosen):
        xs, ys = marks(page)
        for foot in page.search(r"Section\s\d+\s·\s(?:Front|Back)"):
            x = max(x for x in xs if x < foot["x0"] / MM)
            right = min(x for x in xs if x > foot["x1"] / MM)
            bottom = min(y for y in ys if y > foot["bottom"] / MM)
            y = bottom - chosen.card.height
            card = page.within_bbox([each * MM for each in (x, y, right, bottom)])
            line = [char for char in card.chars if abs(char["top"] - foot["top"]) < 0.1]
            sides = line[0]["x0"] / MM - x, right - line[-1]["x1"] / MM
            assert right - x == pytest.approx(chosen.card.width, abs=0.01)
            assert bottom - baseline(page, foot) == pytest.approx(4.72, abs=0.03)
            assert sides[0] == pytest.approx(sides[1], abs=0.1) or abs(sides[0] - 5) < 0.1
            characters = [each for each in card.chars if each["size"] > 7.5]
            small = [each for each in card.chars if each["size"] < 7.5]
            gap = min(each["top"] for each in small) - max(each["bottom"] for each in characters)
            yield Side(number, x, y, unspaced(card.extract_text(x_tolerance=1.5)), gap / MM)


def baseline(page: Any, found: dict[str, Any]) -> float:
    """Tell how far from the top, in mm, the baseline of some words is."""
    return float(page.height - found["chars"][-1]["matrix"][5]) / MM


def card_pages(path: Path, chosen: Sheet) -> Iterator[tuple[int, Any]]:
    """Leave out the test sheet."""
    pages = [*enumerate(pages_of(path), start=1)]
    return iter(pages[1:] if chosen.is_folded else pages[2:])


def unspaced(text: str) -> str:
    """Leave out spaces, how wide a blank is, and where a word was parted."""
    return re.sub(r"_+", "_", re.sub(r"[-‐]\n(?=[mW]{2})|\s", "", text))


def written(face: Face) -> str:
    """Say what must stand on a face, without spaces."""
    parts = [
        "_" + (part.hint and f"({part.hint})") if part.state == "hidden" else part.text
        for part in face.parts
    ]
    lines = [f"• {line}" if face.is_list else line for line in face.lines]
    label = face.label and GUIDE.vocabulary.plain(face.label)
    text = "".join(map(curled, (label, *lines, *parts, face.note, face.citation)))
    return unspaced(f"{text}{face.foot}")


# What any print must be


@every_print
def test_is_pdf_ua(prints: Prints, name: str) -> None:
    failures = page_validation.validate_pdf(prints(name), profile="ua1").failures
    assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []


@every_print
def test_is_sound_to_other_programs(prints: Prints, name: str) -> None:
    for command in (("qpdf", "--check"), ("mutool", "info")):
        told = told_by(*command, prints(name))
        assert (told.returncode, told.stderr) == (0, "")


def test_all_are_sound_to_ghostscript(prints: Prints) -> None:
    """One after the other, since to begin takes it as long as to read three."""
    paths = [prints(name) for name in EVERY_PRINT if name not in ALIKE]
    told = told_by("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage", *paths)
    assert (told.returncode, told.stderr, told.stdout) == (0, "", "")


@every_print
def test_has_our_faces_alone_and_is_grey(prints: Prints, name: str) -> None:
    rows = [line.split() for line in told_by("pdffonts", prints(name)).stdout.splitlines()[2:]]
    assert {re.sub(r"^\w{6}\+|(-Semi-Bold)?(-Italic)?$", "", row[0]) for row in rows} <= FACES
    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}  # embedded, subset, text
    assert all(len(set(colour)) == 1 for colour in colours(prints(name)))


@every_print
def test_has_one_scale_of_sizes(prints: Prints, name: str) -> None:
    sizes = {round(char["size"], 2) for page in pages_of(prints(name)) for char in page.chars}
    assert sizes <= {7, 8, 9, 10, 11, 12, 14, 18}


@every_sheet
def test_says_what_it_is(prints: Prints, name: str) -> None:
    with pikepdf.open(prints(name)) as pdf:
        assert str(pdf.docinfo["/Title"]) == f"{GUIDE.title} – Cut-out cards"
        assert f", by {GUIDE.author}" in str(pdf.docinfo["/Subject"])
        assert "/Author" not in pdf.docinfo  # whoever wrote the text made no cards of it
        assert str(pdf.Root.Lang) == "en"
    titles = [f"{section.number} {section.title}" for section in GUIDE.sections]
    assert outline(prints(name)) == ["Test sheet", *titles]


# Cards on sheets


@every_sheet
def test_paper_is_exact(prints: Prints, name: str) -> None:
    for page in pages_of(prints(name)):
        assert [page.width / MM, page.height / MM] == pytest.approx(SHEETS[name].paper, abs=0.01)


@every_sheet
def test_every_card_is_complete_and_stands_once(prints: Prints, name: str) -> None:
    found = [side.words for side in sides(prints(name), SHEETS[name])]
    wanted = [written(face) for card in cards_of_guide(GUIDE) for face in card[:2]]
    assert sorted(found) == sorted(wanted)


@every_sheet
def test_backs_are_behind_their_fronts(prints: Prints, name: str) -> None:
    """Turn each sheet as a printer does: the corners of both sides must meet within 0.5 mm."""
    chosen = SHEETS[name]
    placed = {side.words: side for side in sides(prints(name), chosen)}
    width, height = chosen.paper
    for card in cards_of_guide(GUIDE):
        front, back = (placed[written(face)] for face in card[:2])
        x, y = back.x - chosen.offset.x, back.y - chosen.offset.y
        if chosen.is_folded or chosen.flip == "long":
            x = width - x - chosen.card.width
        else:
            y = height - y - chosen.card.height
        assert max(abs(x - front.x), abs(y - front.y)) < 0.05
        if chosen.is_folded:
            assert back.page == front.page
        else:
            assert (front.page % 2, back.page) == (1, front.page + 1)


@every_sheet
def test_no_word_is_within_3_mm_of_a_cut(prints: Prints, name: str) -> None:
    for _, page in card_pages(prints(name), SHEETS[name]):
        xs, ys = marks(page)
        assert len(xs) * len(ys) >= 2 * 4
        for char in page.chars:
            if char["text"].strip():
                sides = [char[key] / MM for key in ("x0", "x1", "top", "bottom")]
                assert all(x - sides[1] >= 3 or sides[0] - x >= 3 for x in xs)
                assert all(y - sides[3] >= 3 or sides[2] - y >= 3 for y in ys)


@every_sheet
def test_text_keeps_off_the_foot(prints: Prints, name: str) -> None:
    assert min(side.gap for side in sides(prints(name), SHEETS[name])) > 1


@every_sheet
def test_nothing_but_marks_is_in_the_margins(prints: Prints, name: str) -> None:
    chosen = SHEETS[name]
    for _, page in card_pages(prints(name), chosen):
        x, y = (chosen.offset.x, chosen.offset.y) if "Back" in page.extract_text() else (0, 0)
        left, top = chosen.left + x, chosen.top + y
        right, bottom = (
            chosen.paper.width - chosen.left + x,
            chosen.paper.height - chosen.top + y,
        )
        box = [each * MM for each in (left, top, right, bottom)]
        assert page.within_bbox(box).lines == []
        assert len(page.within_bbox(box).chars) == len(page.chars)


def test_a_card_has_its_picture_on_the_back(prints: Prints) -> None:
    assert figures(prints("hostile")).count(curled(HOSTILE)) == 2
    pages = [page for page in pages_of(prints("hostile")) if page.images]
    assert all("Front" not in page.extract_text() for page in pages)
    assert pages


def test_hostile_text_is_text(prints: Prints) -> None:
    text = unspaced(text_of(prints("hostile")))
    assert text.count(unspaced(curled(HOSTILE + " {{ 7 * 7 }}"))) >= 8
    assert "49" not in text


def test_what_is_withdrawn_has_no_card(prints: Prints) -> None:
    assert len(pages_of(prints("withdrawn"))) == 2
    assert len(pages_of(prints("one-item"))) == 4


# The test sheet


@every_sheet
def test_rulers_are_50_mm_long(prints: Prints, name: str) -> None:
    lines = pages_of(prints(name))[0].lines
    assert any(line["width"] == pytest.approx(50 * MM, abs=0.05) for line in lines)
    assert any(line["height"] == pytest.approx(50 * MM, abs=0.05) for line in lines)


def centre(page: Any) -> tuple[float, float]:
    """Find, in mm, where two lines of 20 mm cross."""
    (across,) = [line for line in page.lines if line["width"] == pytest.approx(20 * MM, abs=0.01)]
    (down,) = [line for line in page.lines if line["height"] == pytest.approx(20 * MM, abs=0.01)]
    return down["x0"] / MM, across["top"] / MM


@of_two_sides
def test_the_cross_is_behind_the_scale(prints: Prints, name: str) -> None:
    chosen = SHEETS[name]
    (x, y), cross = map(centre, pages_of(prints(name))[:2])
    turned = (chosen.paper.width - x, y) if chosen.flip == "long" else (x, chosen.paper.height - y)
    moved = (turned[0] + chosen.offset.x, turned[1] + chosen.offset.y)
    assert cross == pytest.approx(moved, abs=0.05)


@of_two_sides
def test_the_scale_tells_the_offset_to_ask_for(prints: Prints, name: str) -> None:
    """Let a printer shift the back by 5 mm: what is read off the scale then brings it back."""
    chosen, page = SHEETS[name], pages_of(prints(name))[0]
    x, y = centre(page)
    read = {}
    for word in page.extract_words():
        if re.fullmatch("[+−]10", word["text"]):
            at = (word["x0"] + word["x1"]) / 2 / MM - x, (word["top"] + word["bottom"]) / 2 / MM - y
            axis = "across" if abs(at[0]) > abs(at[1]) else "down"
            sign = (at[0] > 0) if axis == "across" else (at[1] > 0)
            read[axis, sign] = int(word["text"].replace("−", "-"))
    assert len(page.search(r"[+−]10\smm")) == 4
    drift = -10, -10  # to the left and up, as seen on the back
    seen_right = drift[0] < 0 if chosen.flip == "long" else drift[0] > 0
    seen_below = drift[1] > 0 if chosen.flip == "long" else drift[1] < 0
    assert (read["across", seen_right] + drift[0], read["down", seen_below] + drift[1]) == (0, 0)


# What fits


def measured_by_letters(per_line: int) -> Callable[[Any, int], list[float]]:
    """Take 10 mm a line of so many letters, and 1 mm less with each step."""
    return lambda faces, step: [(10 - step) * -(-len(face.lines[0]) // per_line) for face in faces]


def front(text: str, id: str = "id") -> Face:
    return Face(id, "", 1, "front", f"{id} · Section 1 · Front", lines=(text,))


STEPS = {
    "short": (4, 1),
    "four lines": (40, 1),
    "five lines": (50, 1),
    "six": (60, 3),
    "nine": (90, 5),
}


@rows(("letters", "step"), STEPS.values(), ids=STEPS)
def test_text_is_set_as_large_as_fits(letters: int, step: int) -> None:
    fits, misfits = fit([front("x " * (letters // 2))], CARD, measured_by_letters(10))
    assert misfits == ()
    assert fits[0].step == step


@rows(
    ("text", "step"),
    [
        ("Donaudampfschifffahrtsgesell", 1),
        ("the Donaudampfschifffahrtsgesellschaftskapitän", 3),
        ("the Donaudampfschifffahrtsgesellschaftskapitänsmützenband", 1),
        ("2-hydroxyphenylpropan(diglycidyl)ethylenhexafluor-propylenvinyliden", 1),
    ],
    ids=["has room", "smaller", "in no size", "parted at brackets"],
)
def test_a_text_is_smaller_for_a_word_to_be_whole(text: str, step: int) -> None:
    fits, _ = fit([front(text)], CARD, lambda faces, _: [9.0] * len(faces))
    assert fits[0].step == step


def test_text_that_fits_in_no_size_is_told_apart() -> None:
    faces = [front("x"), front("x" * 100, "long"), front("y")]
    fits, misfits = fit(faces, CARD, measured_by_letters(10))
    assert sorted(fits) == [0, 2]
    assert [(each.id, each.side, each.needed) for each in misfits] == [("long", "front", 50)]


def test_only_large_cards_have_the_largest_size() -> None:
    steps = [
        fit([front("x")], card, measured_by_letters(10))[0][0].step
        for card in (CARD, Size(127, 76))
    ]
    assert steps == [1, 0]


def test_long_answers_are_set_smaller_and_whole(tmp_path: Path) -> None:
    words = ("peat", "coal", "ebb", "tide", "mud", "dam", "oak", "flour", "sluice", "wheel")
    texts = [" ".join(words[n % 10] for n in range(count)) for count in (10, 35, 45, 60, 85, 100)]
    made = small_guide(*(entry("question", f"q{n}", "Why?", text) for n, text in enumerate(texts)))
    assert write_cards(made, BUNDLED, SHEETS["grid-a4"], tmp_path / "long.pdf") == ()
    found = {side.words for side in sides(tmp_path / "long.pdf", SHEETS["grid-a4"])}
    assert {written(face) for card in cards_of_guide(made) for face in card[:2]} <= found
    page = pages_of(tmp_path / "long.pdf")[3]
    sizes = {round(word["size"]) for word in page.extract_words(extra_attrs=["size"])}
    assert sizes == {14, 12, 10, 9, 8, 7}


WIDE = " ".join(["WWWWWWWW"] * 16)
"""So wide, letter by letter, that nobody guesses how much room it takes."""


def test_a_wrong_guess_costs_time_alone(tmp_path: Path) -> None:
    made = small_guide(entry("question", "wide", "Why?", WIDE), entry("term", "t", "pond", "sea"))
    faces = [face for card in cards_of_guide(made) for face in card[:2]]
    assert not any(may_not_fit(face, CARD) for face in faces)
    text = BUNDLED.read("cutout/cutout.html")
    own, count = re.subn(r"\{% if card.fit.is_to_be_seen .*?endif %\}", "", text)
    assert count == 1  # a template that tells no numbers of faces: each is measured
    (tmp_path / "cutout").mkdir()
    (tmp_path / "cutout/cutout.html").write_text(own)
    found = []
    for folders in (BUNDLED.folders, (tmp_path, *BUNDLED.folders)):
        templates = replace(BUNDLED, folders=folders)
        assert write_cards(made, templates, SHEETS["grid-a4"], tmp_path / "wide.pdf") == ()
        found.append([*sides(tmp_path / "wide.pdf", SHEETS["grid-a4"])])
    assert found[0] == found[1]
    assert {written(face) for face in faces} <= {side.words for side in found[0]}
    assert min(side.gap for side in found[0]) > 1


def test_a_wrong_guess_at_the_foot_of_a_sheet_does_not_go_on_overleaf(tmp_path: Path) -> None:
    """What a page ends is as tall there as the card, though it is not all."""
    law = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzentwurf"
    ill = "Pneumonoultramicroscopicsilicovolcanoconiosispseudopseudohypoparathyroidism"
    said = f"The law is called {{{{c1::{law}}}}} and its disease {{{{c2::{ill}}}}}."
    few = (entry("term", f"t{n}", f"word {n}", "mud") for n in range(12))
    made = small_guide(*few, *(entry("cloze", f"c{n}", said) for n in range(3)))
    faces = [card.back for card in cards_of_guide(made)]
    full = full_sheet(A4, 4)
    assert not any(may_not_fit(face, full.card) for face in faces)
    assert write_cards(made, BUNDLED, full, tmp_path / "a8.pdf") == ()
    shown = [re.sub(r"[-‐\s]", "", text) for text in texts_of(tmp_path / "a8.pdf") if text]
    assert [each.count("thyroidism") for each in shown] == [0, 0, 2, 4, 1, 2]


def test_a_text_too_long_is_a_finding_at_its_place(desk, tmp_path: Path) -> None:
    long = "of whom it is told that " * 60
    desk.section(f"term: pond\ndefinition: {long}\nreverse: yes\nevidence: was to send 40")
    deck, _ = load(desk.folder)
    made = small_guide(entry("term", "item", "pond", long.strip(), reverse=True))
    path = tmp_path / "cards.pdf"
    path.write_text("the cards of before")
    misfits = write_cards(made, BUNDLED, SHEETS["grid-a4"], path)
    assert [(each.id, each.side) for each in misfits] == [("item", "back"), ("item", "front")]
    assert path.read_text() == "the cards of before"
    assert [each.name for each in tmp_path.glob("*cards*")] == ["cards.pdf"]
    (finding,) = findings_of(deck, misfits, SHEETS["grid-a4"])
    assert (finding.code, finding.item, finding.location.line) == ("card-overfull", "item", 7)
    height = int(re.fullmatch(r"shorten it, or build with --card-size 90x(\d+)", finding.help)[1])
    some = small_guide(
        *made.entries, entry("term", "t", "ebb", "low tide"), author="", work="", rights=""
    )
    assert write_cards(some, BUNDLED, SHEETS["grid-a4"], path) == misfits
    told = text_of(path, 1, 1)
    assert "Not printed, since a text does not fit on its card: 1.1 1/2, 1.1 2/2." in told
    assert " . " not in f"{told} "  # nobody to name, and nothing to say of rights
    assert write_cards(made, BUNDLED, sheet("grid", A4, Size(90, height)), path) == ()
    assert write_cards(made, BUNDLED, sheet("grid", A4, Size(90, height - 2)), path) != ()


def test_the_first_sheet_carries_the_notice(tmp_path: Path) -> None:
    """What is copied from says who made it, and under which licence."""
    made = small_guide(
        entry("term", "t", "ebb", "low tide"), curator="Nora Vane", licence="CC BY 4.0"
    )
    write_cards(made, BUNDLED, SHEETS["grid-a4"], tmp_path / "cards.pdf")
    assert "Nora Vane. CC BY 4.0" in text_of(tmp_path / "cards.pdf", 1, 1)


def test_cards_follow_ankis() -> None:
    cards = cards_of_guide(GUIDE)
    asked = [f"{card.front.id} {card.front.mark}".strip() for card in cards]
    assert {"long", "one-word", "twice 1/2", "twice 2/2", "both 1/2", "both 2/2"} <= {*asked}
    kinds = {each.id: READING_ORDER.index(each.kind) for each in GUIDE.entries}
    met = [(card.front.section, kinds[card.front.id]) for card in cards]
    assert met == sorted(met)  # in the order of their numbers, as in the guide
    assert all(one.front != other.front for one, other in pairwise(cards))
    assert guide().entries == cards_of_guide(guide()) == ()


@pytest.mark.parametrize("columns", [2, 4], ids=["a7", "a8"])
def test_cards_without_margins_fill_the_paper(tmp_path: Path, columns: int) -> None:
    path = tmp_path / "cards.pdf"
    words = ("ebb", "dam", "oak", "mud", "pond", "gate", "mill", "neap", "race")
    made = small_guide(*(entry("term", f"t{n}", word, word[::-1]) for n, word in enumerate(words)))
    full = replace(full_sheet(A4, columns), backs_last=True)
    assert write_cards(made, BUNDLED, full, path) == ()
    pages = pages_of(path)
    sheets = (len(pages) - 2) // 2
    front, back = pages[1], pages[1 + sheets + 1]  # the test sheets come first on either side
    xs = {round(line["x0"] / MM, 2) for line in front.lines if line["height"] > 800}
    ys = {round(line["top"] / MM, 2) for line in front.lines if line["width"] > 590}
    assert xs == {round(210 / columns * n, 2) for n in range(1, columns)}
    assert ys == {74.25, 148.5, 222.75}
    assert back.lines == []  # one side is for the knife
    for page in (front, back):
        for word in page.extract_words():
            assert all(not word["x0"] - 3 * MM < x * MM < word["x1"] + 3 * MM for x in xs)
    ebb = next(word for word in front.extract_words() if word["text"] == "ebb")
    behind = next(word for word in back.extract_words() if word["text"] == "bbe")
    middle = (ebb["x0"] + ebb["x1"]) / 2
    assert (behind["x0"] + behind["x1"]) / 2 == pytest.approx(210 * MM - middle, abs=1)


def test_many_short_answers_stand_in_two_columns(tmp_path: Path) -> None:
    words = ("ebb", "dam", "oak", "mud", "pond", "gate", "mill", "neap")
    made = small_guide(entry("question", "q", "Which eight words?", *words))
    assert write_cards(made, BUNDLED, SHEETS["grid-a4"], tmp_path / "cards.pdf") == ()
    found = [word for page in pages_of(tmp_path / "cards.pdf") for word in page.extract_words()]
    tops = {word["text"]: round(word["top"]) for word in found if word["text"] in words}
    assert tops["ebb"] == tops["pond"] < tops["dam"] == tops["gate"]


MANY = {
    "that are too tall in one": ("the {} lantern", 15, True, 2),
    "that fit in one": ("the {} lantern", 7, True, 1),
    "that fit in neither": ("the {} lantern", 40, False, 0),
    "whose words have no room in two": ("thesluicegateofwoodbridgeonthe{}river", 15, False, 0),
}


@rows(("entry_of", "count", "does_fit", "columns"), MANY.values(), ids=MANY)
def test_entries_stand_in_two_columns_where_one_is_too_tall(
    tmp_path: Path, entry_of: str, count: int, columns: int, *, does_fit: bool
) -> None:
    """In the largest size in which no word of theirs is parted."""
    names = ("silent", "marble", "painted", "eastern", "hollow")
    lines = [entry_of.format(names[at % 5]) for at in range(count)]
    made = small_guide(entry("question", "q", "Which goods?", *lines))
    sheet = full_sheet(A4, 2)
    misfits = write_cards(made, BUNDLED, sheet, tmp_path / "cards.pdf")
    assert bool(misfits) != does_fit
    if columns:
        back = pages_of(tmp_path / "cards.pdf")[3]
        bullets = [word for word in back.extract_words() if word["text"] == "•"]
        assert len(bullets) == count
        assert len({round(each["x0"]) for each in bullets}) == columns
    else:
        assert misfits[0].needed < 200


HANDLED = {
    "long": ({}, "DuplexFlipLongEdge", "both sides and at 100%, turned on the long edge"),
    "short": ({"flip": "short"}, "DuplexFlipShortEdge", "turned on the short edge"),
    "last": (
        {"backs_last": True},
        "Simplex",
        "long edge, put it back into the printer and print page 3",
    ),
    "last-short": ({"backs_last": True, "flip": "short"}, "Simplex", "its short edge, put it back"),
    "stack": ({"is_stacked": True}, "DuplexFlipLongEdge", "Cut all sheets as one stack"),
    "stack-last": (
        {"is_stacked": True, "backs_last": True},
        "Simplex",
        "print the pages after page 3",
    ),
    "fold": (None, "Simplex", "on one side of the paper"),
}
"""What a sheet is, on which sides it is printed, and what its first page says of that."""


JOINED = ("last-short", "stack-last")
"""What two others tell together."""


@rows(
    "name", [pytest.param(each, marks=[pytest.mark.torture] * (each in JOINED)) for each in HANDLED]
)
def test_the_first_page_says_how_this_sheet_is_printed(tmp_path: Path, name: str) -> None:
    more, told, words = HANDLED[name]
    chosen = sheet("fold", A4) if more is None else replace(sheet("grid", A4), **more)
    path = tmp_path / "cards.pdf"
    assert write_cards(small_guide(entry("term", "t", "ebb", "low")), BUNDLED, chosen, path) == ()
    with pikepdf.open(path) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == f"/{told}"
    first = text_of(path, 1, 1).replace("\u00a0", " ")
    assert words in first
    assert ("on both sides" in first) == (not chosen.is_folded and not chosen.backs_last)
    assert ("as one stack" in first) == chosen.is_stacked
    if chosen.backs_last:
        assert "back of the test sheet" in text_of(path, 3, 3)


SHORTER = ("el", "it", "nl", "pl", "ru")
"""Languages in which the instructions are not the longest."""

LONG_TITLE = "Moulins à marée et tout ce que la mer a fait tourner depuis le XIIe siècle dans les estuaires bretons et normands entre eux "


@rows(
    ("language", "more", "points"),
    [
        *((each, {}, 11) for each in ("fr", "de")),
        *(pytest.param(each, {}, 11, marks=pytest.mark.torture) for each in SHORTER),
        ("en", {"title": LONG_TITLE * 3}, 9),
        pytest.param("fr", {"title": LONG_TITLE * 2}, 9, marks=pytest.mark.torture),
        ("en", {"title": LONG_TITLE * 8}, 9),
        ("en", {"work": LONG_TITLE * 5, "licence": LONG_TITLE * 2}, 9),
    ],
    ids=[
        "fr",
        "de",
        *SHORTER,
        "long-title",
        "long-title-fr",
        "endless-title",
        "long-work",
    ],
)
def test_the_longest_instructions_end_above_the_rulers(
    tmp_path: Path, language: str, more: dict[str, str], points: float
) -> None:
    """Of cards without margins whose backs come last, cut as one stack."""
    made = small_guide(
        entry("term", "t", "ebb", "low"),
        **{"title": LONG_TITLE[:120].strip(), "language": language} | more,
        vocabulary=Vocabulary.of(tmp_path, language),
    )
    chosen = replace(full_sheet(LETTER, 2), backs_last=True, is_stacked=True)
    assert write_cards(made, BUNDLED, chosen, tmp_path / "cards.pdf") == ()
    page = pages_of(tmp_path / "cards.pdf")[0]
    (ruler,) = [line for line in page.lines if line["height"] == pytest.approx(50 * MM, abs=0.05)]
    told = [char for char in page.chars if "Serif" in char["fontname"]]
    assert len(told) > 500
    assert all(char["bottom"] < ruler["top"] for char in told)
    assert told[-1]["size"] == pytest.approx(points, abs=0.01)
    assert all(char["bottom"] < page.height - 6 * MM for char in page.chars)


@rows(
    ("name", "times", "is_cut"),
    [("fold", 9, False), ("fold-letter", 30, True), ("grid-a4", 9, False)],
)  # fmt: skip
def test_no_mark_runs_through_whose_text_it_is(
    tmp_path: Path, name: str, times: int, is_cut: bool
) -> None:
    """What is longer than all the room is cut, with an ellipsis."""
    made = small_guide(entry("term", "t", "ebb", "low"), rights=LONG_TITLE * times)
    assert write_cards(made, BUNDLED, SHEETS[name], tmp_path / "cards.pdf") == ()
    page = pages_of(tmp_path / "cards.pdf")[0]
    told = [char for char in page.chars if char["top"] > 246 * MM]
    assert len(told) > 600
    assert ("…" in {char["text"] for char in told}) == is_cut
    assert max(char["bottom"] for char in told) < page.height - 6 * MM
    assert not [line for line in page.lines if line["bottom"] > 240 * MM]


def test_perforated_paper_is_torn(tmp_path: Path) -> None:
    made = small_guide(entry("term", "t", "ebb", "low"))
    said: dict[str, str] = {}
    for name in ("avery", "grid-a4"):
        assert write_cards(made, BUNDLED, SHEETS[name], tmp_path / f"{name}.pdf") == ()
        said[name] = text_of(tmp_path / f"{name}.pdf", 1, 1).lower()
    assert "tear along the perforation" in said["avery"]
    assert "cut" not in said["avery"]
    assert "cut along the marks" in said["grid-a4"]
    assert "perforation" not in said["grid-a4"]


LONG_WORDS = "What of Dnepropetrovsk, of internationalism and of implementation? "
DIVIDED = {
    "none": (LONG_WORDS * 2, CARD, 0),
    "none on a small card": (LONG_WORDS, Size(52.5, 74.25), 0),
    "what is longer than a line": (
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk and internationalism",
        Size(60, 60),
        2,
    ),
}


@pytest.mark.parametrize(("text", "card", "count"), DIVIDED.values(), ids=DIVIDED)
def test_no_word_is_divided_that_a_line_holds(
    tmp_path: Path, text: str, card: Size, count: int
) -> None:
    made = small_guide(entry("question", "q", text, "so"))
    assert write_cards(made, BUNDLED, sheet("grid", A4, card), tmp_path / "cards.pdf") == ()
    page = pages_of(tmp_path / "cards.pdf")[2]
    ends = [line.rstrip()[-1] for line in page.extract_text().splitlines() if line.strip()]
    assert sum(end in "-‐" for end in ends) == count


def test_what_belongs_together_stands_together(tmp_path: Path) -> None:
    """A bracket in a line, with its blank where both fit in one.

    A list is in the middle, its lines below each other's beginnings; texts of a sheet are set alike, small or large.
    """
    made = small_guide(
        entry("cloze", "c", "In the small harbour there lay a {{c1::dozen::how many}} of boats."),
        entry("cloze", "d", "The miller waits for the {{c1::ebb::a movement of the sea}}."),
        entry("question", "q", "Which?", "mud", "oak and elm"),
        entry("question", "r", "Tarred " * 90, "so"),
    )
    assert write_cards(made, BUNDLED, SHEETS["grid-a4"], tmp_path / "cards.pdf") == ()
    fronts = pages_of(tmp_path / "cards.pdf")[2]
    assert re.search(r"_{12}[ \u00a0]?\(how many\)", fronts.extract_text())
    assert re.search(r"_{8}[ \u00a0]?\(a movement of the sea\)", fronts.extract_text())
    starts = Counter(word["top"] for word in fronts.extract_words() if word["text"] == "Tarred")
    lines = [[w for w in fronts.extract_words() if w["top"] == top] for top in starts]
    sides = {round((line[0]["x0"] + line[-1]["x1"]) / 2) for line in lines}
    assert len(sides) == 1
    found = [word for page in pages_of(tmp_path / "cards.pdf") for word in page.extract_words()]
    (short,), (long,) = ([w for w in found if w["text"] == each] for each in ("mud", "oak"))
    assert short["x0"] == pytest.approx(long["x0"], abs=0.1)


LISTS = {
    "short entries": (("mud", "oak and elm"), 1),
    "one is wrapped": (("a dam of oak that was wrapped in clay and stonesinthetide", "mud"), 1),
    "all are wrapped": (("reeds that were cut on the bank and driedthere",) * 2, 1),
    "quoted": (("“a dam of oak, wrapped in clay that was brought from Askby”", "so"), 1),
    "in two columns": ((*"abcdefgh",), 2),
}


@rows(("lines", "columns"), LISTS.values(), ids=LISTS)
def test_a_list_is_in_the_middle_by_its_longest_line(
    tmp_path: Path, lines: tuple[str, ...], columns: int
) -> None:
    made = small_guide(entry("question", "q", "Which?", *lines))
    assert write_cards(made, BUNDLED, SHEETS["grid-a4"], tmp_path / "cards.pdf") == ()
    back = pages_of(tmp_path / "cards.pdf")[3]
    bullets = [word for word in back.extract_words() if word["text"] == "•"]
    assert len({round(each["x0"] + each["x1"]) for each in bullets}) == columns
    foot = max(word["top"] for word in back.extract_words())
    words = [word for word in back.extract_words() if word["top"] < foot - 40]
    middle = (min(word["x0"] for word in words) + max(word["x1"] for word in words)) / 2
    middles = [(spot.x + CARD.width / 2) * MM for spot in SHEETS["grid-a4"].backs]
    assert columns > 1 or min(abs(middle - each) for each in middles) < 1
