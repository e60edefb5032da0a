"""Pictures of a key that have no room below their answers stand behind others, which move up."""

import re
from pathlib import Path

import pytest

from studyguide.guide.guide import GuideSection
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.press.options import Layout
from tests.printing.book.test_stress import BUNDLED
from tests.printing.book.test_tall_pictures import picture
from tests.printing.reading import empty_below, entry, guide, small_guide, texts_of
from tests.table import rows

LARGE, LETTER = Layout(is_large=True), Layout("letter", is_large=True)
BAR, LARGER, STRIP, TOWER, HIGH, SQUARE, LOW = (
    ((1000, 170), 17),
    ((1000, 170), 24),
    ((640, 168), 0),
    ((300, 620), 10),
    ((300, 620), 18),
    ((500, 500), 12),
    ((500, 150), 40),
)
MANY, FEW = 40, 2
_SEE, _NUMBER = re.compile(r"see p\. (\d+)"), re.compile(r"^1\.(\d+)\b", re.MULTILINE)

KEYS = {
    "a bar on its side": pytest.param(LARGE, MANY, {5: BAR}, [5], marks=pytest.mark.torture),
    "on Letter": pytest.param(LETTER, MANY, {5: BAR}, [5], marks=pytest.mark.torture),
    "pixels": pytest.param(LARGE, MANY, {5: STRIP}, [5], marks=pytest.mark.torture),
    "tall and upright": pytest.param(LARGE, MANY, {14: TOWER}, [14], marks=pytest.mark.torture),
    "as wide as tall": pytest.param(LARGE, MANY, {16: SQUARE}, [16], marks=pytest.mark.torture),
    "the first of all": pytest.param(LARGE, MANY, {1: BAR}, [1], marks=pytest.mark.torture),
    "three in a row": pytest.param(LARGE, MANY, {5: BAR, 6: BAR, 7: BAR}, [5, 6, 7], marks=pytest.mark.torture),
    "two and one later": pytest.param(LARGE, MANY, {3: BAR, 4: TOWER, 25: BAR}, [3, 4, 25], marks=pytest.mark.torture),
    "alone": pytest.param(Layout(is_large=True, only_key=True), MANY, {5: BAR}, [5], marks=pytest.mark.torture),
    "a booklet": pytest.param(Layout(is_large=True, is_booklet=True), MANY, {16: TOWER}, [16], marks=pytest.mark.torture),
    "a bar that has room a little smaller": pytest.param(LARGE, MANY, {1: LARGER}, [], marks=pytest.mark.torture),
    "a tall one that has": (LARGE, MANY, {4: HIGH}, []),
    "pixels that have": pytest.param(LARGE, MANY, {3: ((1600, 420), 0)}, [], marks=pytest.mark.torture),
    "it has room": (LARGE, MANY, {5: LOW}, []),
    "tall, and it has room": pytest.param(LARGE, MANY, {1: SQUARE}, [], marks=pytest.mark.torture),
    "no answer is behind it": (LARGE, FEW, {2: LOW}, []),
    "usual print": (Layout(), MANY, {5: BAR}, []),
}  # fmt: skip
"""Pictures by the number of their answer, and which of them stand elsewhere, as it says: their letters would be too small."""


@rows(("layout", "count", "pictures", "moved"), KEYS.values(), ids=KEYS)
def test_answers_move_up_before_a_picture_that_has_no_room(
    tmp_path: Path,
    layout: Layout,
    count: int,
    pictures: dict[int, tuple[tuple[int, int], float]],
    moved: list[int],
) -> None:
    """Above a turned picture 170 mm were white. Answers stay in order, and each tells where its picture is."""
    asked = [
        entry("question", f"q{n}", f"What is {n}?", f"mill {n}",
              **({"image": picture(tmp_path, *pictures[n])} if n in pictures else {}))
        for n in range(1, count + 1)
    ]  # fmt: skip
    write_guide(small_guide(*asked), BUNDLED, layout, path := tmp_path / "guide.pdf")
    pages = texts_of(path)
    key = next(at for at, text in enumerate(pages) if "mill 1\n" in text or "mill 1 " in text)
    said = [int(each) for text in pages[key:] for each in _SEE.findall(text)]
    labelled = [at for n in moved for at, text in enumerate(pages) if f"(1.{n})" in text]
    assert len(said) == len(labelled) == len(moved)
    assert said == [at + 1 for at in labelled] or layout.is_booklet  # of sheets
    numbers = [int(each) for text in pages[key:] for each in _NUMBER.findall(text)]
    assert numbers == [*range(1, count + 1)] or layout.is_booklet
    if layout.is_large and count == MANY and not layout.is_booklet:
        last = next(at for at, text in enumerate(pages) if at >= key and f"mill {count}" in text)
        white = empty_below(path, range(key + 1, last + 1))
        assert max(white.values(), default=0) < 35


PARTED: dict[str, tuple[Layout, int, int, list[str]]] = {
    "two thirds of a page would be empty": (LARGE, 10, 20, ["1.12", "2.1"]),
    "little would be": (LARGE, 12, 6, ["1.13", "1.14"]),
    "usual print": (Layout(), 10, 20, []),
}
"""The layout, how many short answers stand before the last two of a section, the words of the first of these, and with which answers the second page of the key begins."""


@rows(("layout", "short", "words", "begun"), PARTED.values(), ids=PARTED)
def test_the_last_answer_of_a_section_begins_a_page_that_would_leave_one_too_empty(
    tmp_path: Path, layout: Layout, short: int, words: int, begun: list[str]
) -> None:
    """It stays below the one before it else."""
    answers = [*["a mill"] * short, "a mill by the weir, " * words, "the weir " * 12]
    asked = [entry("question", f"q{n}", f"What is {n}?", said) for n, said in enumerate(answers)]
    others = [entry("question", f"o{n}", f"Where is {n}?", "below the weir") for n in range(9)]
    made = guide(GuideSection(1, "Mills", "", asked), GuideSection(2, "Weirs", "", others))
    write_guide(made, BUNDLED, layout, path := tmp_path / "guide.pdf")
    numbers = [re.findall(r"(?m)^([12]\.\d+)\b", text) for text in texts_of(path)]
    key = [each for each in numbers[-3:] if each]
    assert [each for page in key[1:] for each in page[:2]] == begun


@rows(("short", "begun"), [(10, ["2.2", "2.3"]), (12, ["2.1", "2.2"])], ids=["empty else", "full"])
def test_one_answer_stands_below_a_heading_where_the_page_would_be_too_empty(
    tmp_path: Path, short: int, begun: list[str]
) -> None:
    """Two do else."""
    said = ["below the weir", "a mill by the weir, " * 34, "the weir", "the weir"]
    asked = [entry("question", f"q{n}", f"What is {n}?", "a mill") for n in range(short)]
    others = [entry("question", f"o{n}", f"Where is {n}?", each) for n, each in enumerate(said)]
    made = guide(GuideSection(1, "Mills", "", asked), GuideSection(2, "Weirs", "", others))
    write_guide(made, BUNDLED, LARGE, path := tmp_path / "guide.pdf")
    numbers = [re.findall(r"(?m)^([12]\.\d+)\b", text) for text in texts_of(path)]
    assert [each for each in numbers if each][-1][:2] == begun
