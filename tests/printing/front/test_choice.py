"""Where the parts before the sections stand: no page of them is nearly empty, and none is taken that can be saved."""

from studyguide.printing.front.choice import best_front, in_imprint, with_contents_apart
from studyguide.printing.front.front import APART, USUAL, Block, Front, Heights
from tests.table import rows

LARGE, SMALL = 24.0, 16.0
"""Above headings, in millimetres."""


def heights(
    howto: float,
    contents: float,
    introduction: float = 0.0,
    *figures: float,
    imprint: float = 130.0,
    above: float = LARGE,
    is_facing: bool = False,
    is_booklet: bool = False,
) -> Heights:
    """Measure a front of contents whose rows take three lines each, on a page of 240 mm; the introduction is text."""
    parts = {"howto": [Block(howto, above)], "contents": [Block(contents, above)]}
    if introduction:
        shown = [Block(each, above / 3) for each in figures]
        parts["introduction"] = [Block(introduction, above, is_text=True), *shown]
    row = above / 2
    return Heights(240.0, imprint, parts, contents * 0.1, 0.0, row, is_facing, is_booklet)


def shown(behind: float, tall: float) -> Heights:
    """Measure the same with an introduction above a picture, and behind that another."""
    found = heights(90, 120, 40, above=SMALL)
    figures = [Block(tall + 8, 5, picture=tall), Block(behind, 5, picture=behind - 8)]
    return found._replace(
        parts={**found.parts, "introduction": [*found.parts["introduction"], *figures]}
    )


IN_IMPRINT = Front(("contents",), (("howto",), ("introduction",)))
HOWTO_IN_IMPRINT = Front(("howto",), (("contents",), ("introduction",)))
BELOW = Front(pages=(("howto", "contents", "introduction"),))
BESIDE = Front(pages=(("howto",), ("contents", "introduction")))
WITH_HOWTO = Front(("contents",), (("howto", "introduction"),))
BEHIND = Front(pages=(("contents",), ("howto", "introduction")))
CHOSEN = {
    "all have room": (heights(90, 100, above=SMALL), USUAL),
    "a page each": (heights(180, 150), USUAL),
    "contents of two rows alone": (heights(180, 48), IN_IMPRINT),
    "of five rows in large print": (heights(180, 84), IN_IMPRINT),
    "of seven, less than half a page": (heights(180, 108, imprint=140), IN_IMPRINT),
    "contents of half a page": (heights(180, 120), USUAL),
    "of seven, and no room above the imprint": (heights(180, 108, imprint=100), USUAL),
    "of two rows, and no room above the imprint, set closer": (heights(180, 48, imprint=60), USUAL._replace(is_closer=True)),
    "of two rows, and no room there either": (heights(200, 48, imprint=60), USUAL),
    "set closer below how to use the guide, which were half a page": (heights(109, 104, 175, imprint=177, above=SMALL)._replace(page=224.0), USUAL._replace(is_closer=True)),
    "of two rows, and room there if they are closer": (heights(180, 72, imprint=96), IN_IMPRINT._replace(is_closer=True)),
    "an introduction of a page": (heights(90, 100, 200, above=SMALL), USUAL),
    "of a line, below contents": (heights(90, 90, 26, above=SMALL), BELOW),
    "of a line, below how to use the guide rather than contents set closer": (heights(90, 106, 26, above=SMALL), WITH_HOWTO),
    "of a line, below contents set closer, for which is no room elsewhere": (heights(90, 106, 26, imprint=120, above=SMALL), BELOW._replace(is_closer=True)),
    "of a line, below how to use the guide": (heights(90, 120, 26, imprint=160, above=SMALL), WITH_HOWTO),
    "of a line, behind contents of a page": (heights(160, 230, 34),
        BEHIND._replace(is_closer=True),
    ),
    "of a line, without a place": (heights(210, 230, 34), USUAL),
    "of two fifths of a page, below how to use the guide": (heights(88, 80, 100, imprint=200, above=SMALL), WITH_HOWTO),
    "of half a page": (heights(88, 80, 120, imprint=200, above=SMALL), USUAL),
    "of two pages, contents torn if they are not closer": (heights(180, 260, 336), BELOW._replace(is_closer=True)),
    "contents torn if lines are not closer": (heights(180, 270, 336)._replace(closest=8.0), BELOW._replace(is_closer=True, is_closest=True)),
    "contents torn in any case": (heights(180, 288, 336)._replace(closest=8.0), BELOW),
    "of a line, over a picture": (heights(90, 120, 26, 150, imprint=160, above=SMALL), USUAL),
    "a text and a low picture, below how to use the guide": (heights(88, 120, 60, 34, imprint=160, above=SMALL), WITH_HOWTO),
    "the same, without room above the imprint": (heights(88, 120, 60, 34, imprint=130, above=SMALL), USUAL),
    "the same, without room below how to use the guide": (heights(130, 88, 60, 34, imprint=160, above=SMALL), USUAL),
    "a text and a picture that take nearly half a page": (heights(88, 100, 60, 50, imprint=160, above=SMALL), WITH_HOWTO),
    "a text and a picture that take half a page": (heights(88, 100, 60, 58, imprint=160, above=SMALL), USUAL),
    "a small picture without a text, below how to use the guide": (heights(110, 90, 20, 56, imprint=180, above=SMALL), WITH_HOWTO),
    "the same, and contents that have no room above the imprint": (heights(110, 90, 20, 56, imprint=100, above=SMALL), USUAL),
    "a text and two small pictures, of which one has no room there": (heights(110, 90, 40, 36, 72, imprint=180, above=SMALL), USUAL),
    "a picture alone, for which the other is less tall": (shown(60, 150), USUAL._replace(high=110.0)),
    "a picture of half a page alone": (shown(140, 150), USUAL),
    "a map beside, contents below how to use the guide": (heights(100, 90, 140, is_facing=True), USUAL),
    "contents next to it": (heights(180, 170, 120, is_facing=True), APART),
    "contents on the same page": (heights(180, 90, 120, is_facing=True), BESIDE),
    "contents above the imprint": (heights(180, 90, 180, is_facing=True), IN_IMPRINT),
    "contents of two pages": (heights(180, 300, 120, is_facing=True), APART),
    "a booklet, of which no page is empty": (heights(180, 170, 180, is_facing=True, is_booklet=True), Front(pages=(("contents",), ("introduction",), ("howto",)))),
}  # fmt: skip


@rows(("told", "front"), CHOSEN.values(), ids=CHOSEN)
def test_no_page_before_the_sections_is_nearly_empty(told: Heights, front: Front) -> None:
    laid = APART if told.is_facing else USUAL
    assert best_front(told, laid, saves=False) == front


SAVED = {
    "less than half a page": (180, 100, True, IN_IMPRINT),
    "of more": (180, 130, True, USUAL),
    "of more, but how to use the guide has room there": (130, 130, True, HOWTO_IN_IMPRINT),
    "a page for notes before the key": (180, 100, False, IN_IMPRINT),
    "of more, but for such a page": (180, 130, False, USUAL),
    "how to use the guide, for which one would be": (130, 130, False, USUAL),
}


@rows(("howto", "contents", "saves", "front"), SAVED.values(), ids=SAVED)
def test_contents_or_how_to_use_it_stand_above_the_imprint_where_that_saves_a_page(
    howto: float, contents: float, saves: bool, front: Front
) -> None:
    assert best_front(heights(howto, contents, imprint=160), USUAL, saves=saves) == front


OPENED = {
    "a page of them": (120, USUAL, APART),
    "two rows": (48, USUAL, None),
    "less than half of it": (108, USUAL, None),
    "with an introduction": (120, BELOW, BESIDE),
    "above the imprint": (120, IN_IMPRINT, APART),
}


@rows(("contents", "front", "found"), OPENED.values(), ids=OPENED)
def test_contents_have_a_page_of_their_own_where_they_fill_it(
    contents: float, front: Front, found: Front | None
) -> None:
    """Rather than that two pages before the key are empty."""
    assert with_contents_apart(heights(90, contents), front) == found


MOVED = {
    "two rows below how to use the guide": (heights(140, 48, imprint=140), USUAL, IN_IMPRINT),
    "no room above the imprint": (heights(140, 48, imprint=70), USUAL, None),
    "how to use the guide would fill little": (heights(70, 48, imprint=140), USUAL, None),
    "an introduction below them": (heights(90, 48, 26, imprint=140, above=SMALL), BELOW, None),
    "there already": (heights(140, 48, imprint=140), IN_IMPRINT, None),
}


@rows(("told", "front", "found"), MOVED.values(), ids=MOVED)
def test_contents_stand_above_the_imprint_where_no_page_is_left_empty_for_the_key(
    told: Heights, front: Front, found: Front | None
) -> None:
    assert in_imprint(told, front) == found
