"""Words that are longer than their lines: parted where they may be, and shown to go on."""

import pytest

from studyguide.printing.engine.parting import Limits, is_in_name, part_of
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

CHEMICAL = "hydroxyphenyl)propandiglycidylether"


@rows(
    ("word", "room", "language", "said"),
    [
        ("Donaudampfschifffahrtswesen", 18, "de", "Donaudampfschiff-"),
        ("Antidisestablishmentarianism,", 25, "en", "Antidisestablishmentari-"),
        ("anticonstitutionnellement", 18, "fr-FR", "anticonstitution-"),
        (CHEMICAL, 30, "de", "hydroxyphenyl)-"),
        ("Elfenbeinküste(19)1234567", 20, "de", "Elfenbeinküste(19)"),
        ("Elfenbeinküste,Sansibar", 20, "de", "Elfenbeinküste,"),
        ("潮汐磨坊(潮汐)磨坊", 8, "zh", "潮汐磨坊(潮汐)"),
        (CHEMICAL, 12, "de", "hydroxy-"),
        ("triazol-1-yl)-chinazolinone", 13, "de", None),
        ("1,2,4triazolylchinazolinone", 12, "de", "1,2,4triazo-"),
        ("Overenthusiastic\u00a0Commissioners", 24, "en", "Overenthusiastic\u00a0"),
        ("at\u00a0Counterrevolutionaries", 20, "en", "at\u00a0Counterrevolution-"),
        ("https://example.org/a/very/longaddress", 30, "en", "https://example.org/a/very/"),
        ("someone.somewhere@longestdomain", 24, "en", "someone.somewhere@"),
        ("1234567890123456", 9, "en", None),
        ("qwrtzpsdfghjklxcvbnm", 9, "en", "qwrtzpsd-"),
        ("fjalëkalimeveshumë", 9, "xx", "fjalëkali-"),
        ("мукомольноепредприятие", 9, "ru", "мукомоль-"),
        ("潮汐磨坊潮汐磨坊潮汐磨坊", 6, "zh", None),
    ],
    ids=[
        "German", "English", "French", "behind a bracket", "figures behind a bracket", "behind a comma", "Chinese behind a bracket", "a syllable before a bracket", "a hyphen follows",
        "behind figures", "at a blank", "hardly anything before a blank", "a web address", "a mail address",
        "figures", "no syllables", "an unknown language", "Russian", "Chinese",
    ],
)  # fmt: skip
def test_a_word_is_parted_where_it_may_be(
    word: str, room: int, language: str, said: str | None
) -> None:
    part = part_of(word, room, language, Limits(4, 4))
    assert (part and word[: part.length] + "-" * part.has_hyphen) == said


SHORT = "<p style='width: 30mm'>"


@rows(
    ("html", "lines"),
    [
        (f"{SHORT}A Donaudampfschifffahrtswesen", ["A", "Donaudampf‐", "schifffahrts‐", "wesen"]),
        (f"{SHORT}4-{CHEMICAL}", ["4-", "hydroxyphenyl)‐", "propandiglycidy‐", "lether"]),
        ("<p style='width: 60mm'>the ebb and the flood", ["the ebb and the flood"]),
        (f"{SHORT}the ebb, the/flood and-the tide", ["the ebb, the/", "flood and-the", "tide"]),
        (f"{SHORT}潮汐磨坊——潮汐磨坊，潮汐磨坊", ["潮汐磨坊——潮汐磨坊，潮汐磨", "坊"]),
        (f"{SHORT}<code>Donaudampfschifffahrt</code>", ["Donaudampfsch", "ifffahrt"]),
        ("<p style='width: 30mm; overflow-wrap: normal'>" + CHEMICAL, [CHEMICAL]),
    ],
    ids=["word", "brackets", "fits", "signs", "Chinese", "code", "as long as it is"],
)
def test_lines_of_long_words(html: str, lines: list[str]) -> None:
    style = "p { overflow-wrap: anywhere; hyphenate-limit-chars: 9 4 4 } code { hyphens: none; font: 12pt serif }"
    page = f"<html lang=de><title>x</title><style>{style}</style>{html}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        told = [box.text for box in boxes if hasattr(box, "pango_layout")]
    assert told == lines


PATH = "/usr/share/tides/eling/harker-1801.csv"
WEB = "https://mills.example/eling/tables/1801"
ADDRESSES = {
    "a path": (f"The tables of tides are in {PATH}.", ["The tables of tides are in", f"{PATH}."]),
    "a web address": (f"The tables are now at {WEB} still", ["The tables are now at", f"{WEB} still"]),
    "one of two parts": ("The tables of the tides are in eling/harker_1801.csv", ["The tables of the tides are in", "eling/harker_1801.csv"]),
    "behind two words": (f"Look into {PATH}.zip now", ["Look into", f"{PATH}.zip", "now"]),
    "one that begins its text": (f"{PATH} has them", [f"{PATH} has", "them"]),
    "behind hardly anything": (f"It is {PATH}.zip, he said", ["It is /usr/share/tides/eling/", "harker-1801.csv.zip, he said"]),
    "one that has room": ("It is in /usr/tides/a.csv now", ["It is in /usr/tides/a.csv now"]),
    "one longer than a line": (f"All the tides are at {WEB}{PATH}", ["All the tides are at https://mills.example/", "eling/tables/1801/usr/share/tides/eling/", "harker-1801.csv"]),
    "a unit": ("The pump of the mill then ran on so at 18\u00a0l/min now", ["The pump of the mill then ran on so at", "18\u00a0l/min now"]),
    "words": ("The mill at Eling has an ebb, a low tide/flood", ["The mill at Eling has an ebb, a low tide/", "flood"]),
}  # fmt: skip


@rows(("text", "lines"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_goes_to_the_next_line_whole(text: str, lines: list[str]) -> None:
    page = f"<html lang=en><title>x</title><style>p {{ width: 82mm; font: 12pt 'Guide Source Serif'; overflow-wrap: break-word }}</style><p>{text}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        told = [box.text for box in boxes if hasattr(box, "pango_layout")]
    assert told == lines


NAMES = {
    "Cyrillic": ("Эрнест Гинз|бург", "ru", True),
    "Greek": ("ο καπετάνιος Κανά|ρης", "el", True),
    "Latin": ("le curé Auber|villiers", "fr", True),
    "behind an initial": ("Э. Гинз|бург", "ru", True),
    "with a hyphen": ("а Анна Римская-Корса|кова", "ru", True),
    "first of a text": ("Землеустрой|ство", "ru", False),
    "first of a sentence": ("И всё. «Землеустрой|ство", "ru", False),
    "a small letter": ("он земле|мер", "ru", False),
    "behind it": ("Эрнест Гинзбург| младший", "ru", False),
    "behind its hyphen": ("Анна Римская-|Корсакова", "ru", False),
    "a noun": ("in Ober|ammerschwang", "de", False),
    "nothing before it": ("|Гинзбург", "ru", False),
}


@rows(("parted", "language", "expected"), NAMES.values(), ids=NAMES)
def test_a_name_is_known_by_its_capital(parted: str, language: str, expected: bool) -> None:
    text = parted.replace("|", "")
    assert is_in_name(text, parted.index("|"), language) == expected


def test_a_name_is_not_divided_where_it_has_room() -> None:
    told = ("Эрнест Яковлевич Гинзбург младший", "О Гинзбургенбергене", "и землеустройство земель")
    style = "p { width: 31mm; font: 12pt 'Guide Source Serif'; hyphens: auto; hyphenate-limit-chars: 8 3 4 }"
    page = f"<html lang=ru><title>x</title><style>{style}</style><p>{'<p>'.join(told)}"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        lines = [box.text for box in boxes if hasattr(box, "pango_layout")]
    assert "|".join(lines).replace("\u2010", "-") == (
        "Эрнест|Яковлевич|Гинзбург|младший|О|Гинзбурген-|бергене|и землеустрой-|ство земель"
    )


@pytest.mark.parametrize("room", [3, 40, 4000])
def test_a_word_without_an_end_takes_no_longer(room: int) -> None:
    part = part_of("a" * 10**6, room, "en", Limits(4, 4))
    assert part is not None
    assert 0 < part.length <= room


_UNDERSCORES = 60
"""Of a line, in a face in which all letters are equally wide."""


@rows(
    ("before", "pieces", "drawn"),
    [
        ("", [22, 2, 2, 11], [37]),
        ("", [22, *[2] * 10, 22], [60, 22]),
        ("a" * 29, [22, 2, 2, 11], [30, 11]),
        ("a" * 32, [22, 2, 2, 11], [27, 11]),
        ("a" * 37, [19, 11], [22, 11]),
        ("a" * 38, [19, 11], [30]),
        ("a" * 38, [22, 2, 2, 11], [37]),
        ("a" * 29, [30], [30]),
        ("a" * 40, [30], [30]),
    ],
    ids=[
        "has room", "longer than a line", "goes on in the next", "fills its line", "just room to begin",
        "begins in the next", "a longer one", "just room", "may not be parted",
    ],
)  # fmt: skip
def test_a_rule_that_goes_on_fills_its_line_or_begins_in_the_next(
    before: str, pieces: list[int], drawn: list[int]
) -> None:
    rule = "\u200b".join("_" * count for count in pieces)
    style = f"p {{ width: {_UNDERSCORES + 0.5}ch; font: 5pt monospace; hyphens: manual }}"
    page = f"<html lang=en><title>x</title><style>{style}</style><p>{before} <span>{rule}</span>"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        boxes = press.laid_out(page).pages[0]._page_box.descendants()
        told = [box.text for box in boxes if hasattr(box, "pango_layout")]
    assert [text.count("_") for text in told if "_" in text] == drawn
