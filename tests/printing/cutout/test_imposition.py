"""Where cut-out cards lie: geometry, and what the options may say."""

from dataclasses import replace
from itertools import product

import pytest

from studyguide.errors import StudyGuideError
from studyguide.printing.cutout.imposition import (
    CARD,
    INDEX_CARD,
    NO_OFFSET,
    PAPERS,
    Offset,
    Sheet,
    Size,
    Spot,
    sheet,
    sheet_of_options,
)
from tests.table import rows

A4, LETTER = PAPERS["a4"], PAPERS["letter"]
SIZES = [CARD, Size(50, 40), Size(85.5, 55.25), INDEX_CARD]
SHEETS = [
    sheet(arrangement, paper, card, flip)
    for arrangement, paper, card, flip in product(
        ("grid", "fold"), (A4, LETTER), SIZES, ("long", "short")
    )
    if arrangement == "grid" or card.width < 95
] + [sheet("avery5388", A4, None, flip) for flip in ("long", "short")]
every_sheet = rows(
    "each", SHEETS, ids=lambda each: f"{each.arrangement}-{each.paper}-{each.card}-{each.flip}"
)

CAPACITY = {
    "a4": (sheet("grid", A4), (2, 4)),
    "letter": (sheet("grid", LETTER), (2, 4)),
    "fold": (sheet("fold", A4), (1, 4)),
    "index cards on A4": (sheet("grid", A4, INDEX_CARD), (1, 3)),
    "business cards": (sheet("grid", LETTER, Size(88.9, 50.8)), (2, 5)),
    "small, folded": (sheet("fold", A4, Size(48.5 + 1.5, 40)), (1, 7)),
}


@rows(("each", "counts"), CAPACITY.values(), ids=CAPACITY)
def test_a_sheet_takes_as_many_as_fit(each: Sheet, counts: tuple[int, int]) -> None:
    assert (each.columns, each.rows) == counts
    assert len(each.fronts) == len(each.backs) == each.capacity


def test_index_cards_lie_where_the_stock_is_perforated() -> None:
    stock = sheet("avery5388", A4)
    assert [*stock.paper, *stock.card] == pytest.approx([8.5 * 25.4, 11 * 25.4, 127, 76.2])
    assert [tuple(spot) for spot in stock.fronts] == [
        pytest.approx((1.75 * 25.4, inch * 25.4)) for inch in (1, 4, 7)
    ]


@every_sheet
def test_cards_neither_overlap_nor_leave_the_paper(each: Sheet) -> None:
    spots = [*each.fronts, *(each.backs if each.is_folded else ())]
    for x, y in spots:
        assert 7.99 <= y <= each.paper.height - each.card.height - 7.99
        assert 7.99 <= x <= each.paper.width - each.card.width - 7.99
    for n, one in enumerate(spots):
        for other in spots[n + 1 :]:
            apart = abs(one.x - other.x), abs(one.y - other.y)
            assert apart[0] > each.card.width - 1e-6 or apart[1] > each.card.height - 1e-6


@every_sheet
def test_a_turned_sheet_has_each_back_behind_its_front(each: Sheet) -> None:
    width, height = each.paper
    for front, back in zip(each.fronts, each.backs, strict=True):
        turned = {
            "long": (width - back.x - each.card.width, back.y),
            "short": (back.x, height - back.y - each.card.height),
        }["long" if each.is_folded else each.flip]
        assert turned == pytest.approx(front)


@every_sheet
def test_marks_are_in_the_margins_and_at_every_cut(each: Sheet) -> None:
    left, top = each.left, each.top
    right, bottom = each.paper.width - left, each.paper.height - top
    for x1, y1, x2, y2 in (*each.cuts, *each.folds):
        assert min(x1, y1) >= 4
        assert max(x1, x2) <= each.paper.width - 4
        assert max(y1, y2) <= each.paper.height - 4
        assert max(x1, x2) < left - 1 or min(x1, x2) > right + 1 or max(y1, y2) < top - 1 or min(y1, y2) > bottom + 1  # fmt: skip
        assert 1.99 <= abs(x2 - x1) + abs(y2 - y1) <= 10.01
    spots = [*each.fronts, *(each.backs if each.is_folded else ())]
    edges = {round(x + side, 3) for x, _ in spots for side in (0, each.card.width)}
    folds = {round(line.x1, 3) for line in each.folds}
    assert {round(line.x1, 3) for line in each.cuts if line.x1 == line.x2} == edges - folds


@rows("cards", [1, 8, 9, 15, 16, 41])
def test_piles_of_a_stack_are_in_order(cards: int) -> None:
    """Cut as one stack, with the piles laid on each other; or dealt out sheet by sheet."""
    stacked = [*replace(sheet("grid", A4), is_stacked=True).dealt(cards)]
    piles = [[each[place] for each in stacked if place in each] for place in range(8)]
    assert [number for pile in piles for number in pile] == [*range(cards)]
    in_turn = [*sheet("grid", A4).dealt(cards)]
    assert [number for each in in_turn for number in each.values()] == [*range(cards)]
    assert len(stacked) == len(in_turn) == -(-cards // 8)


def test_backs_are_moved_by_the_offset() -> None:
    still, moved = (sheet("grid", A4, offset=offset) for offset in (NO_OFFSET, Offset(1.5, -2)))
    assert moved.fronts == still.fronts
    assert moved.backs == tuple(Spot(x + 1.5, y - 2) for x, y in still.backs)
    assert sheet("fold", A4, offset=Offset(1.5, -2)).backs == sheet("fold", A4).backs


OPTIONS = {
    "usual": (("a4", "grid", "", "long", "0,0"), sheet("grid", A4)),
    "all": (
        ("letter", "fold", "80.5x50", "short", " 1.5, -2 "),
        sheet("fold", LETTER, Size(80.5, 50), "short", Offset(1.5, -2)),
    ),
    "index cards": (("a4", "avery5388", "127x76.2", "long", "0,0"), sheet("avery5388", LETTER)),
}


@rows(("told", "meant"), OPTIONS.values(), ids=OPTIONS)
def test_options_choose_a_sheet(told: tuple[str, ...], meant: Sheet) -> None:
    assert sheet_of_options(*told) == meant


WRONG = {
    "no size": ("a4", "grid", "large", "0,0", "`large` is no --card-size: write it in millimetres"),
    "one number": ("a4", "grid", "90", "0,0", "--card-size"),
    "inches": ("a4", "grid", "5x3in", "0,0", "--card-size"),
    "not a number": ("a4", "grid", "nanxinf", "0,0", "--card-size"),
    "negative": ("a4", "grid", "-90x60", "0,0", "too small: make it at least 50 × 40 mm"),
    "nothing": ("a4", "grid", "0x0", "0,0", "too small"),
    "too small": ("a4", "grid", "49x60", "0,0", "a card of 49 × 60 mm is too small"),
    "too wide": ("a4", "grid", "195x60", "0,0", "too large: the paper takes 194 × 281 mm"),
    "too tall": ("letter", "grid", "90x264", "0,0", "the paper takes 199 × 263 mm"),
    "too wide to fold": ("a4", "fold", "98x60", "0,0", "the paper takes 97 × 281 mm"),
    "another index card": ("letter", "avery5388", "90x60", "0,0", "Avery 5388 are 127 × 76.2 mm"),
    "no offset": ("a4", "grid", "", "1", "`1` is no --back-offset"),
    "far": ("a4", "grid", "", "0,-21", "moved by 20 mm and no further"),
}  # fmt: skip


@rows(("paper", "cards", "size", "offset", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_said(paper: str, cards: str, size: str, offset: str, said: str) -> None:
    with pytest.raises(StudyGuideError) as caught:
        sheet_of_options(paper, cards, size, "long", offset)
    assert said in str(caught.value)
