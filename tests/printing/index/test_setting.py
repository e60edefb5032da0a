"""How closely an index is set: where a page of the whole is saved, and not at the cost of its letters."""

from studyguide.printing.index.entries import IndexEntry
from studyguide.printing.index.setting import LaidOut, setting_of
from tests.table import rows

USUAL, CLOSER, CLOSEST, HALF, LEAST, HARDLY, SOLID = (
    (0, 1.0),
    (1, 1.0),
    (2, 1.0),
    (1, 0.5),
    (2, 0.25),
    (2, 0.125),
    (2, 0.0),
)
SET: dict[str, tuple[int, int, bool, int, tuple[int, float], int]] = {
    "on one page": (20, 2, True, 44, USUAL, 1),
    "closer saves a page": (35, 2, True, 44, CLOSER, 1),
    "closest saves one": (28, 3, True, 44, CLOSEST, 1),
    "letters with half a line above them save one": (37, 2, True, 44, HALF, 1),
    "letters with little above them save one": (43, 2, True, 44, LEAST, 1),
    "letters with hardly anything above them save one": (34, 3, True, 44, HARDLY, 1),
    "letters with nothing above them save one": (28, 4, True, 44, SOLID, 1),
    "without letters half a line saves one": (60, 2, False, 44, (2, 0.5), 1),
    "without letters less than half a line does not part": (66, 2, False, 44, USUAL, 2),
    "without letters closer saves one": (47, 2, False, 44, CLOSER, 1),
    "a page more, where else an empty one stood before the key": (43, 2, True, 45, USUAL, 2),
    "an empty page before the key, where else that had hardly a line": (35, 2, True, 45, CLOSER, 1),
    "no page is empty where no key follows": (35, 2, True, 0, CLOSER, 1),
    "without letters closest saves one": (50, 2, False, 44, CLOSEST, 1),
    "nothing saves a page": (60, 2, True, 44, USUAL, 2),
}
"""Letters with an entry each, and how many lines that has; whether they stand above them; the page the index begins on, if a key follows;
how much closer it is set, and how much of a line is empty above a letter; its pages."""


@rows(("letters", "lines", "has_letters", "page", "way", "pages"), SET.values(), ids=SET)
def test_an_index_is_set_closer_where_that_saves_a_page(
    letters: int, lines: int, has_letters: bool, page: int, way: tuple[int, float], pages: int
) -> None:
    entries = tuple(IndexEntry(f"E{n:02}", opens=f"L{n:02}", closes=True) for n in range(letters))
    laid = LaidOut([lines] * letters, pitch=4.0, first=180.0, others=220.0, page=page)
    found = setting_of(entries, laid, lambda _: 1, has_letters=has_letters, is_large=False)
    assert (found.closer, found.gap) == way
    assert 1 + (len(found.fresh) > 2) == pages


LEFT = {
    "most of its page": (11, 44, False, True),
    "two fifths, before the key": (14, 44, False, True),
    "less than a third": (20, 44, False, False),
    "less than a third, where notes go on overleaf": (20, 45, False, True),
    "too little for three rules": (23, 45, False, False),
    "less than a third of large print, where that has but three": (20, 45, True, False),
}
"""Letters with an entry of two lines each, the page the index begins on, whether print is large, and whether what is left has room for notes."""


@rows(("letters", "page", "is_large", "has_room"), LEFT.values(), ids=LEFT)
def test_notes_are_below_an_index_where_much_is_empty(
    letters: int, page: int, is_large: bool, has_room: bool
) -> None:
    entries = tuple(IndexEntry(f"E{n:02}", opens=f"L{n:02}", closes=True) for n in range(letters))
    laid = LaidOut([2] * letters, pitch=4.0, first=180.0, others=220.0, page=page)
    found = setting_of(entries, laid, lambda _: 1, has_letters=True, is_large=is_large)
    assert (found.left > 0) == has_room
