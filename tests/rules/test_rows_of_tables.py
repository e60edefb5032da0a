"""Rows of a table that answers: a cell belongs to its row, and to no sentence with the next one."""

from tests.rules.test_cells_and_signs import found
from tests.rules.test_code_rules import held
from tests.syntax.test_built import Case
from tests.table import rows

PRINTERS = "Three men printed it. At Lucca it was Ottavio Diodati, at Leghorn Joseph Aubert, and at Yverdon Bartholomew Felice."
BUILDERS = "In 1901 Ada Orme built the mill; the bridge was built by Tom Reed in 1905, and the lock by Kate Hale in 1911."
PARTS = "Resistors limit the current, capacitors store charge, and coils store energy in a field."
SHIPS = "The ships are these.\n\nShip\tMaster\tCargo\n\nDove\tHale\ttar\n\nSwift\tOrme\tsalt"
MOUTHS = "The mouth of the Ald is at Sarn, that of the Brue at Holm."
STAGES = "Stage 1 has a rate of 90 or more, stage 2 one of 60."


def table(text: str, evidence: str, *lines: tuple[str, ...]) -> Case:
    head, *below = (f"| {' | '.join(line)} |" for line in lines)
    rule = f"|{'---|' * len(lines[0])}"
    return held(
        text, "Which belong together?", "\n".join((head, rule, *below)), *evidence.split(" / ")
    )


MEN, BY, WORKS = "Lucca it was … Felice", "1901 Ada Orme … 1911", "Resistors limit … a field"
CARGO = "Ship Master Cargo / Dove Hale tar / Swift Orme salt"
RIGHT = {
    "who, and where": ("order", table(PRINTERS, MEN, ("who", "where"), ("Ottavio Diodati", "at Lucca"), ("Joseph Aubert", "at Leghorn"), ("Bartholomew Felice", "at Yverdon"))),
    "where, and who": ("neighbour", table(PRINTERS, MEN, ("where", "who"), ("at Lucca", "Ottavio Diodati"), ("at Leghorn", "Joseph Aubert"), ("at Yverdon", "Bartholomew Felice"))),
    "the end of a row and the next": ("neighbour", table(PRINTERS, MEN, ("who", "where"), ("Ottavio Diodati", "at Lucca"), ("Joseph Aubert", "at Leghorn"), ("Bartholomew Felice", "at Yverdon"))),
    "a head and the number below": ("neighbour", table(STAGES, "Stage 1 has … 60", ("rate", "stage"), ("90 or more", "1"), ("60", "2"))),
    "three columns": ("neighbour", table(BUILDERS, BY, ("who", "what", "year"), ("Ada Orme", "mill", "1901"), ("Tom Reed", "bridge", "1905"), ("Kate Hale", "lock", "1911"))),
    "the last row first": ("neighbour", table(BUILDERS, BY, ("what", "who"), ("the lock", "Kate Hale"), ("the bridge", "Tom Reed"), ("the mill", "Ada Orme"))),
    "words in other forms": ("neighbour", table(PARTS, WORKS, ("part", "task"), ("resistor", "limits the current"), ("capacitor", "stores charge"), ("coil", "stores energy in a field"))),
    "rows of the source": ("neighbour", table(SHIPS, CARGO, ("Ship", "Cargo"), ("Swift", "salt"), ("Dove", "tar"))),
    "the other river first": ("order", table(MOUTHS, "mouth of the … Holm", ("river", "mouth"), ("Brue", "Holm"), ("Ald", "Sarn"))),
}  # fmt: skip
WRONG = {
    "two places": ("neighbour", table(PRINTERS, MEN, ("who", "where"), ("Ottavio Diodati", "at Leghorn"), ("Joseph Aubert", "at Lucca"), ("Bartholomew Felice", "at Yverdon"))),
    "the first and the last": ("neighbour", table(PRINTERS, MEN, ("who", "where"), ("Ottavio Diodati", "at Yverdon"), ("Joseph Aubert", "at Leghorn"), ("Bartholomew Felice", "at Lucca"))),
    "two builders": ("neighbour", table(BUILDERS, BY, ("what", "who"), ("the lock", "Tom Reed"), ("the bridge", "Kate Hale"), ("the mill", "Ada Orme"))),
    "the third column": ("neighbour", table(BUILDERS, BY, ("who", "what", "year"), ("Ada Orme", "mill", "1905"), ("Tom Reed", "bridge", "1901"), ("Kate Hale", "lock", "1911"))),
    "two tasks": ("neighbour", table(PARTS, WORKS, ("part", "task"), ("resistor", "stores charge"), ("capacitor", "limits the current"), ("coil", "stores energy in a field"))),
    "two cargoes": ("neighbour", table(SHIPS, CARGO, ("Ship", "Cargo"), ("Swift", "tar"), ("Dove", "salt"))),
}  # fmt: skip


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_rows_as_the_passage_has_them_pass(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_cells_of_another_row_are_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
