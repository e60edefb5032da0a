"""Faces of fields: a glyph is read as the letters that it was drawn for."""

from studyguide.printing.engine.fields import _with_letters
from tests.table import rows

HEAD, TAIL = (
    [b"begincmap", b"1 begincodespacerange", b"<0000> <ffff>", b"endcodespacerange"],
    [b"endcmap", b"pop", b"end", b"end"],
)
ONE = [b"2 beginbfchar", b"<0005> <02bc>", b"<0006> <0061>", b"endbfchar"]
FULL = [b"100 beginbfchar", *(b"<%04x> <0061>" % at for at in range(100)), b"endbfchar"]
LETTERS = {
    "none": (ONE, {}, ONE),
    "as the face says": (ONE, {6: "a"}, ONE),
    "another letter": (ONE, {5: "\u2019"}, [b"2 beginbfchar", b"<0005> <2019>", ONE[2], ONE[3]]),
    "several, of which the face tells none": (ONE, {416: "ft"}, [b"3 beginbfchar", *ONE[1:3], b"<01a0> <00660074>", ONE[3]]),
    "beyond the first plane": (ONE, {7: "\U0001d11e"}, [b"3 beginbfchar", *ONE[1:3], b"<0007> <d834dd1e>", ONE[3]]),
    "in a block of its own": (FULL, {100: "a"}, [*FULL, b"1 beginbfchar", b"<0064> <0061>", b"endbfchar"]),
    "in an empty table": ([], {5: "a"}, [b"1 beginbfchar", b"<0005> <0061>", b"endbfchar"]),
}  # fmt: skip


@rows(("table", "letters", "told"), LETTERS.values(), ids=LETTERS)
def test_letters_that_were_drawn_stand_in_a_table(
    table: list[bytes], letters: dict[int, str], told: list[bytes]
) -> None:
    assert [*_with_letters([*HEAD, *table, *TAIL], letters)] == [*HEAD, *told, *TAIL]
