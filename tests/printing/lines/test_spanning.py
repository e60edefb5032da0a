"""What stands across both columns of the key, or below its number."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from PIL import Image as Picture

from studyguide.deck.item import Image
from studyguide.deck.markup import read_markup
from studyguide.printing.lines.spanning import begins_below, has_beside, spans, with_few_before
from studyguide.printing.lines.tables import with_tables_in
from studyguide.printing.lines.text_columns import rooms_of
from studyguide.printing.press.options import Layout
from tests.printing.reading import entry
from tests.table import rows

SUM = " + ".join(rf"\frac{{{at}}}{{77345}}\theta^{at}" for at in range(1, 6))
WIDE, NARROW = rf"T = \left(1 + {SUM}\right)", "T = 2s"
LONG = "wanted_ratios_of_the_whole_train"


def code(*lines: str) -> str:
    return read_markup("```\n" + "\n".join(lines) + "\n```")


def table(columns: int) -> str:
    row = "| crooked " * columns + "|"
    made = read_markup(f"{row}\n{'|---' * columns}|\n{row}\n{row}")
    return with_tables_in(made, rooms_of("key", Layout()))


SPANNING = {
    "a wide formula": (rf"It is \({WIDE}\).", True),
    "one apart": (rf"\[{WIDE}\]", True),
    "a narrow one": (rf"\({NARROW}\)", False),
    "a sum that is parted": (rf"\({SUM} + {SUM}\)", False),
    "words of code that have room": (code("for each in " + "train, " * 30), False),
    "a word of code that has none": (code("    if it in " + LONG + "_of_wheels:"), True),
    "one that fills a line": (code(LONG + "[23]"), False),
    "the same deeper": (code(" " * 8 + LONG + "[23]"), True),
    "a wide table": (table(7), True),
    "a narrow one of words": (table(3), False),
    "words": ("It is wide. " * 40, False),
}


@rows(("answer", "expected"), SPANNING.values(), ids=SPANNING)
def test_what_a_column_is_too_narrow_for_stands_across_both(answer: str, expected: bool) -> None:
    asked = entry("question", "q", "What?", answer)
    assert spans(asked, Layout(), is_math=True) is expected
    assert not spans(asked, Layout(is_large=True), is_math=True)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" {own} viewBox="0 0 {wide} {high}">{drawn}</svg>'
PICTURES: dict[str, tuple[str, int, int, str, bool]] = {
    "letters too small in a column": ("", 1000, 170, "24", True),
    "not wide, with small letters": ("", 420, 300, "12", True),
    "letters large enough there": ("", 300, 160, "14", False),
    "tall, and hardly larger across both": ("", 300, 900, "9", False),
    "narrow by itself": ('width="50mm"', 500, 300, "12", False),
    "a wide one without letters": ("", 900, 200, "", True),
    "one without letters, not wide": ("", 900, 400, "", False),
}


@rows(("own", "wide", "high", "size", "expected"), PICTURES.values(), ids=PICTURES)
def test_a_picture_of_an_answer_stands_across_both_where_one_makes_it_too_small(
    tmp_path: Path, own: str, wide: int, high: int, size: str, expected: bool
) -> None:
    drawn = f'<text font-size="{size}">Eling</text>' if size else '<path d="M0 0h9"/>'
    path = tmp_path / "map.svg"
    path.write_text(SVG.format(own=own, wide=wide, high=high, drawn=drawn), encoding="utf-8")
    image = Image(path, "a map", sha256(path.read_bytes()).hexdigest())
    told = entry("question", "q", "What?", "a map", image=image)
    assert spans(told, Layout(), is_math=False) is expected
    assert not spans(told, Layout(is_large=True), is_math=False)
    assert not spans(replace(told, image=None, asked_picture=image), Layout(), is_math=False)


PIXELS = {"a strip": (1600, 420, True), "a map": (1600, 700, False), "an icon": (200, 50, False)}


@rows(("wide", "high", "expected"), PIXELS.values(), ids=PIXELS)
def test_a_wide_picture_of_pixels_does(
    tmp_path: Path, wide: int, high: int, expected: bool
) -> None:
    """What is written in it is not known."""
    Picture.new("L", (wide, high), 200).save(path := tmp_path / "strip.png")
    image = Image(path, "", sha256(path.read_bytes()).hexdigest())
    told = entry("question", "q", "What?", "a map", image=image)
    assert spans(told, Layout(), is_math=False) is expected


def test_what_is_no_formula_is_as_wide_as_its_words() -> None:
    assert not spans(entry("question", "q", "What?", rf"\({WIDE}\)"), Layout(), is_math=False)


BELOW = {
    "code": (code("a = 1"), True),
    "a table": (read_markup("| a | b |\n|---|---|\n| c | d |"), True),
    "a formula apart": (r" \[x\] cm", True),
    "one in the line": (r"\(x\) cm", False),
    "one behind words": (r"It is \[x\]", False),
    "code behind words": (read_markup("It is:\n\n```\na = 1\n```"), False),
    "words": ("eight", False),
    "nothing": ("", False),
}


@rows(("answer", "expected"), BELOW.values(), ids=BELOW)
def test_what_begins_below_its_number_is_known(answer: str, expected: bool) -> None:
    assert begins_below(answer, is_math=True) is expected


def test_brackets_are_no_formula_where_there_is_none() -> None:
    assert not begins_below(r"\[x\]", is_math=False)


CITED = {
    "a short line": ("a = 1", False, True),
    "a line that fills its column": ("abcdefghijklmnopqrstuvwxyz = 1234", False, False),
    "in large print": ("from math import pi", True, True),
    "letters of which are larger there": ("from itertools import product", True, False),
}


@rows(("line", "is_large", "expected"), CITED.values(), ids=CITED)
def test_a_citation_does_not_touch_code(line: str, is_large: bool, expected: bool) -> None:
    layout = Layout(is_large=is_large)
    assert has_beside(code(line, "b = 2"), "§2 ¶¶10–11", "key", layout) is expected


FEW = {
    "none across": ("....", "...."),
    "one above": (".#.....", "##....."),
    "four above": ("....#...", "#####..."),
    "five above, in columns": (".....#..", ".....#.."),
    "few between two": (".....#..#.", ".....####."),
    "nothing above": ("#.....", "#....."),
    "what is below": (".....#..", ".....#.."),
}


@rows(("told", "expected"), FEW.values(), ids=FEW)
def test_a_few_above_what_stands_across_do_so_too(told: str, expected: str) -> None:
    found = with_few_before([each == "#" for each in told])
    assert "".join("#" if each else "." for each in found) == expected
