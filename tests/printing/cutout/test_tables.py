"""Tables on cards: no word of them is broken."""

from pathlib import Path

from studyguide.deck.item import Kind
from studyguide.deck.markup import read_markup
from studyguide.printing.cutout.cards import Card, Face
from studyguide.printing.cutout.imposition import PAPERS, full_sheet
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.cutout.tables import with_tables_set
from tests.printing.book.test_pdf import BUNDLED
from tests.printing.reading import entry, small_guide, text_of
from tests.table import rows


def table(columns: int, lines: int, word: str = "chimney") -> str:
    return f"|{f' {word} |' * columns}\n|{'---|' * columns}\n" + f"|{f' {word} |' * columns}\n" * (
        lines - 1
    )


TABLES = {
    "as large as the text": (table(2, 3, "ebb"), 80, "fitted from-0"),
    "from a step on": (table(2, 2, "lantern"), 42.5, "fitted from-1"),
    "smaller than all text": (table(4, 2, "lantern"), 42.5, "fitted from-6"),
    "turned": (table(7, 2), 42.5, "turned from-1"),
    "not turned on a large card": (table(7, 2), 117, "fitted from-3"),
    "in lines": (table(7, 7), 42.5, "in-lines"),
    "a word longer than a line": (table(1, 2, "Salz" * 12), 42.5, "in-lines"),
    "a formula": (table(2, 2, r"\(a = b + c + d + e + f + g\)"), 42.5, "in-lines"),
    "code is wider": (table(3, 2, "`illicit`"), 42.5, "fitted from-4"),
    "text beside it": (f"See:\n\n{table(2, 2, 'ebb')}", 80, "fitted from-0"),
    "a cell too few": (f"{table(2, 2, 'ebb')}| neap |\n", 80, "fitted from-0"),
    "no words": ("| | |\n|---|---|\n| | |", 42.5, "fitted from-0"),
}


@rows(("raw", "room", "form"), TABLES.values(), ids=TABLES)
def test_a_table_is_set_for_the_room_it_has(raw: str, room: float, form: str) -> None:
    faces = [Face("q", "", 1, "front"), Face("q", "", 1, "back", lines=(read_markup(raw),))]
    front, back, _ = with_tables_set(Card(*faces, "1.1"), room, has_own_faces=False)
    (found,) = (block for block in back.lines[0].blocks if "Table" in type(block).__name__)
    assert found.form == form
    assert (found.size >= 7) == (form != "in-lines")
    assert back.lines[0] == faces[1].lines[0]
    assert front == faces[0]


def test_a_face_of_a_deck_may_be_wider() -> None:
    face = Face("q", "", 1, "front", lines=(read_markup(table(4, 2)),))
    card = with_tables_set(Card(face, face, "1.1"), 42.5, has_own_faces=True)
    assert card.front.lines[0].blocks[0].form == "turned from-3"


def test_no_word_of_a_table_is_broken_on_a_small_card(tmp_path: Path) -> None:
    made = (table(columns, lines, "orchard") for columns, lines in ((2, 2), (7, 2), (4, 5)))
    kind: Kind = "question"
    items = [
        entry(kind, f"q{at}", f"Which {at}?", read_markup(each)) for at, each in enumerate(made)
    ]
    path = tmp_path / "cards.pdf"
    assert write_cards(small_guide(*items), BUNDLED, full_sheet(PAPERS["a4"], 4), path) == ()
    told = text_of(path).replace("·", " ").split()
    assert told.count("orchard") == 4 + 14 + 20
