"""How closely an index is set: where a page of the whole is saved, and not at the cost of its letters."""

from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.setting import LaidOut, setting_of
from tests.table import rows

USUAL, CLOSER, CLOSEST, SOLID = (0, True), (1, True), (2, True), (1, False)
SET: dict[str, tuple[int, bool, int, tuple[int, bool], int]] = {
    "on one page": (20, True, 44, USUAL, 1),
    "closer saves a page": (35, True, 44, CLOSER, 1),
    "closest saves one": (38, True, 44, CLOSEST, 1),
    "letters with no empty line above them save one": (40, True, 44, SOLID, 1),
    "without letters empty lines stay": (60, False, 44, USUAL, 2),
    "without letters closer saves one": (47, False, 44, CLOSER, 1),
    "a page more, where else an empty one stood before the key": (43, True, 45, USUAL, 2),
    "an empty page before the key, where else that had hardly a line": (35, True, 45, CLOSER, 1),
    "no page is empty where no key follows": (35, True, 0, CLOSER, 1),
    "without letters closest saves one": (50, False, 44, CLOSEST, 1),
    "nothing saves a page": (60, True, 44, USUAL, 2),
}
"""Letters with an entry of two lines each; whether they stand above them; the page the index begins on, if a key follows;
how much closer it is set, and with empty lines; its pages."""


@rows(("letters", "has_letters", "page", "way", "pages"), SET.values(), ids=SET)
def test_an_index_is_set_closer_where_that_saves_a_page(
    letters: int, has_letters: bool, page: int, way: tuple[int, bool], pages: int
) -> None:
    entries = tuple(IndexEntry(f"E{n:02}", opens=f"L{n:02}", closes=True) for n in range(letters))
    laid = LaidOut([2] * letters, pitch=4.0, first=180.0, others=220.0, page=page)
    found = setting_of(entries, laid, lambda _: 1, has_letters=has_letters, is_large=False)
    assert (found.closer, found.has_gaps) == way
    assert 1 + (len(found.fresh) > 2) == pages
