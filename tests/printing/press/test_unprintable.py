"""Characters that the faces lack: told from the others as the printed page tells them."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from studyguide.deck.deck import Deck
from studyguide.guide.shown_passages import Excerpt
from studyguide.loading.load import load
from studyguide.printing.press import noto
from studyguide.printing.press.fonts import FACES, FOLDERS, undrawable
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from studyguide.printing.press.unprintable import findings_of
from tests.loading.test_load import DECK, HEAD, write
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

PRINTED = {
    "Latin": "Łódź Çelik ſþ ½ № → ✓ €",
    "Cyrillic": "Прокопьевск, Її Ґґ",
    "Greek": "Ωμέγα ΰ",
    "joined when printed": "e\u0301 x\u0302 и\u0302 y\u0361y",
    "taken apart when printed": "ḱ ǟ Ǩ ẘ ӓ",
    "spaces": "a\u00a0b\u2009c\u202fd\u3000e",
    "nothing to be seen": "a\u00adb\u200bc\u2060d\u034fe\ufe0ff\u200eg",
    "hyphen that stays": "non\u2011breaking",
}
BOXES = {
    "Arabic": "ماء",
    "Arabic sign before a number": "a\u0600b",
    "Hebrew": "מים",
    "Chinese": "水門",
    "Japanese": "すいもん",
    "Korean": "수문",
    "Devanagari": "जल",
    "emoji": "🌊",
    "emoji of two": "☂\ufe0f",
    "sign": "☭",
    "mark on what is missing": "א\u0302",
    "space with a line": "a\u1680b",
    "unassigned": "a\u0378b",
    "private": "a\ue000b",
}


LACKING = frozenset("".join(undrawable("".join(BOXES.values()) + "門一二三四五六七")))


@pytest.fixture(scope="module")
def boxed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Print each case on a page of its own; tell whether there is a box on it."""
    cases = {**PRINTED, **BOXES}
    pages = (f'<p style="page-break-after: always">{text}</p>' for text in cases.values())
    styled = 'style="font-family: Guide Source Serif, Guide Source Sans"'
    html = f"<html lang=en><title>x</title><body {styled}>{''.join(pages)}</body></html>"
    path = tmp_path_factory.mktemp("boxes") / "boxes.pdf"
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        path.write_bytes(press.printed(press.laid_out(html)))
    with pikepdf.open(path) as document:
        return {name: has_box(page) for name, page in zip(cases, document.pages, strict=True)}


@cache
def most_glyphs() -> dict[str, int]:
    """Give how many glyphs the faces of a family have: the upright one has most."""
    largest = dict[str, int]()
    for face in FACES:
        path = next(path for folder in FOLDERS if (path := folder / face.file).is_file())
        with TTFont(path, lazy=True) as font:
            family = face.family.replace(" ", "-")
            largest[family] = max(largest.get(family, 0), font["maxp"].numGlyphs)
    return largest


def has_box(page: pikepdf.Page) -> bool:
    """Whether a page shows a glyph that its face does not have: the press numbers boxes beyond."""
    limit, largest = 0, most_glyphs()
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tf":
            font = page.resources.Font[str(instruction.operands[0])]
            limit = largest[re.sub(r"^/\w{6}\+", "", str(font.BaseFont))]
        elif str(instruction.operator) == "TJ":
            shown = b"".join(
                bytes(each) for each in instruction.operands[0] if isinstance(each, pikepdf.String)
            )
            glyphs = [int.from_bytes(shown[at : at + 2]) for at in range(0, len(shown), 2)]
            if any(glyph == 0 or glyph >= limit for glyph in glyphs):
                return True
    return False


@rows("name", PRINTED)
def test_what_can_be_printed_passes(name: str, boxed: dict[str, bool]) -> None:
    assert not boxed[name]
    assert undrawable(PRINTED[name]) == ()
    assert undrawable(unicodedata.normalize("NFD", PRINTED[name])) == ()


@rows("name", BOXES)
def test_what_would_be_a_box_is_told(name: str, boxed: dict[str, bool]) -> None:
    assert boxed[name]
    assert undrawable(BOXES[name])


def deck(folder: Path, more: str = "", item: str = "", head: str = HEAD, svg: str = "") -> Deck:
    good = "  - id: good\n    term: ebb\n    definition: going out\n    evidence: waits for ebb\n"
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{svg}</svg>'
    files = {"deck.yaml": DECK + more, "1-ponds.yaml": head + good + item, "media/map.svg": drawing}
    found, _ = load(write(folder, files))
    assert found
    return found


FIGURE = "figures: {image: map.svg, alt: A map, caption: Ponds}\n"
SPOTS = {
    "title": ({"more": "work: 水門\n"}, "deck.yaml:3:7"),
    "publisher": ({"more": "publisher: Li 水\n"}, "deck.yaml:3:15"),
    "place": ({"more": "place: 水門\n"}, "deck.yaml:3:8"),
    "author": ({"more": "author: Li 水\n"}, "deck.yaml:3:12"),
    "introduction": ({"more": "introduction: >\n  Read\n  the 水門.\n"}, "deck.yaml:5:7"),
    "discussion": ({"more": "discussion: [Why?, What for 🌊?]\n"}, "deck.yaml:3:29"),
    "caption": ({"more": FIGURE.replace("Ponds", "Po א")}, "deck.yaml:3:51"),
    "section's title": ({"head": HEAD.replace("Ponds", "P ☭")}, "1-ponds.yaml:2:10"),
    "summary": ({"head": HEAD.replace("Water", "水")}, "1-ponds.yaml:3:10"),
    "term": ({"item": "  - {id: b, term: a 水, definition: c, evidence: d e f}\n"}, "1-ponds.yaml:9:21"),
    "definition": ({"item": "  - {id: b, term: a, definition: c ☭, evidence: d e f}\n"}, "1-ponds.yaml:9:36"),
    "note": ({"item": "  - {id: b, term: a, definition: c, note: 水, evidence: d e f}\n"}, "1-ponds.yaml:9:43"),
    "hint": ({"item": "  - id: b\n    cloze: A {{c1::b::א}}.\n    evidence: d e f\n"}, "1-ponds.yaml:10:23"),
    "drawing": ({"more": FIGURE, "svg": "<g><text>a <tspan>水</tspan></text></g>"}, "deck.yaml:3:18"),
    "item's drawing": (
        {"item": "  - {id: b, term: a, definition: c, image: map.svg, alt: d, evidence: d e f}\n", "svg": "<text>水</text>"},
        "1-ponds.yaml:9:44",
    ),
}  # fmt: skip

ASKED = "  - {id: b, question: a?, answer: c, evidence: d e f, picture: {file: map.svg, alt: d, side: question}}\n"
SPOTS["drawing beside a question"] = (
    {"item": ASKED, "svg": "<text>水</text>"},
    "1-ponds.yaml:9:71",
)


@rows(("given", "place"), SPOTS.values(), ids=SPOTS)
def test_it_is_told_where_it_stands(given: dict[str, str], place: str, tmp_path: Path) -> None:
    (finding,) = findings_of(deck(tmp_path, **given), {}, LACKING)
    location = finding.location
    assert f"{location.path.name}:{location.line}:{location.column}" == place
    assert (finding.code, finding.is_error) == ("character-missing", False)


UNPRINTED = {
    "spoken": {"more": FIGURE.replace("A map", "水門")},
    "withdrawn": {"item": "  - {id: b, term: 水, definition: ☭, retired: 水}\n"},
    "evidence": {"item": "  - {id: b, term: a, definition: c, evidence: d 水 f}\n"},
    "a drawing's title": {"more": FIGURE, "svg": "<title>水</title><text>a<desc>水</desc></text>"},
    "a drawing's paths": {"more": FIGURE, "svg": '<path id="水" d="M0 0h9"/><!-- 水 -->'},
    "labels in HTML that are written, too": {
        "more": FIGURE,
        "svg": "<switch><foreignObject/><text>A pond</text></switch>",
    },
    "a drawing in Greek": {"more": FIGURE, "svg": "<text>Ωμέγα</text>"},
}


@rows("given", UNPRINTED.values(), ids=UNPRINTED)
def test_what_is_not_printed_may_have_any_character(given: dict[str, str], tmp_path: Path) -> None:
    assert [*findings_of(deck(tmp_path, **given), {}, LACKING)] == []


FORMULAS = {
    "section's title": (
        {"head": HEAD.replace("Ponds", r"P \(x\)")},
        "1-ponds.yaml:2:10",
        "a title",
    ),
    "summary": ({"head": HEAD.replace("Water", r"\(\ce{H2O}\)")}, "1-ponds.yaml:3:10", r"`\ce`"),
    "discussion": ({"more": "discussion: ['Why \\(\\fracc\\)?']\n"}, "deck.yaml:4:19", r"`\fracc`"),
}


@rows(("given", "place", "said"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_of_no_item_is_told(
    given: dict[str, str], place: str, said: str, tmp_path: Path
) -> None:
    given = {**given, "more": "math: yes\n" + given.get("more", "")}
    (finding,) = findings_of(deck(tmp_path, **given), {}, LACKING)
    location = finding.location
    assert f"{location.path.name}:{location.line}:{location.column}" == place
    assert finding.code == "math-unprinted"
    assert said in finding.message


CUT_SHORT = (
    "<switch><foreignObject/><text>A po...</text></switch>",
    "<text>A</text><foreignObject/>",
)


@rows("svg", CUT_SHORT)
def test_labels_that_are_not_written_are_told(svg: str, tmp_path: Path) -> None:
    (finding,) = findings_of(deck(tmp_path, more=FIGURE, svg=svg), {}, LACKING)
    assert finding.code == "image-unprinted"


def test_a_passage_is_told_at_its_item(tmp_path: Path) -> None:
    (finding,) = findings_of(deck(tmp_path), {"good": Excerpt("the 水 waits", "")}, LACKING)
    assert (finding.item, finding.location.line, finding.location.column) == ("good", 5, 9)
    assert "水 (U+6C34 CJK UNIFIED IDEOGRAPH-6C34)" in finding.message


def test_a_whole_script_is_told_once(tmp_path: Path) -> None:
    items = "".join(
        f"  - {{id: b{each}, term: 水{each}, definition: 門, evidence: d e f}}\n"
        for each in range(3)
    )
    (finding,) = findings_of(deck(tmp_path, item=items), {}, frozenset("水門"))
    assert "水 (U+6C34 CJK UNIFIED IDEOGRAPH-6C34), 門" in finding.message
    assert finding.message.endswith("in 6 places")


SAID = {
    "🌊": ("🌊 (U+1F30A WATER WAVE)", "fonts-noto-core` on Debian"),
    "☭": ("☭ (U+262D HAMMER AND SICKLE)", "say it in words"),
    "א\u0302": ("א (U+05D0 HEBREW LETTER ALEF)", "fonts-noto-core"),
    "一二三四五六七": ("and 2 more", "fonts-noto-cjk"),
    "א水": ("水 (U+6C34", "fonts-noto-core fonts-noto-cjk"),
    "す": ("す (U+3059 HIRAGANA LETTER SU)", "`fonts/` folder; until then"),
}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=map(ascii, SAID))
def test_a_finding_names_it_and_says_what_to_do(
    text: str, said: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noto, "file_of", lambda _: None)
    (finding,) = findings_of(deck(tmp_path, f"introduction: a {text}\n"), {}, LACKING)
    assert said[0] in finding.message
    assert said[1] in finding.help
