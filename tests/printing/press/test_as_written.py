"""Text on paper as the curator wrote it: lines, indents, spaces, pictures on their side."""

import re
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from studyguide.deck.item import Image, Sound
from studyguide.deck.markup import read_markup
from studyguide.language.keyboard import spaced
from studyguide.printing.book.page import Start, end_page, guide_page
from studyguide.printing.press.drawings import undrawn_in
from studyguide.printing.press.options import Layout
from studyguide.printing.press.resources import picture_url
from studyguide.printing.press.typesetting import Typesetter
from studyguide.printing.press.typography import lined
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.reading import entry, small_guide
from tests.table import rows

NBSP = "\N{NO-BREAK SPACE}"
LINES = {
    "verse": ("a\nb", "a<br>b"),
    "indent": ("a\n  b", f"a<br>{NBSP}{NBSP}b"),
    "tab": ("a\n\tb", f"a<br>{NBSP * 4}b"),
    "empty line": ("a\n\nb", "a<br><br>b"),
    "Windows": ("a\r\nb", "a<br>b"),
    "one line": ("a b", "a b"),
}
PASTED = {
    "all of them": (f"the{NBSP}sea{NBSP}does{NBSP}the{NBSP}lifting", "the sea does the lifting"),
    "one": (f"12{NBSP}km", f"12{NBSP}km"),
    "meant": (
        f"from 12{NBSP}km to 13{NBSP}km and 14{NBSP}km",
        f"from 12{NBSP}km to 13{NBSP}km and 14{NBSP}km",
    ),
    "none": ("a b", "a b"),
}
PROSE = {
    "plain": ("a bay\nwith beds", "a bay\nwith beds"),
    "with emphasis": ("a bay\nwith *seven*\nbeds", "a bay\nwith <em>seven</em>\nbeds"),
    "with a sign": ("H~2~O\nin the\nbeds", "H<sub>2</sub>O\nin the\nbeds"),
    "with a link": ("a [bay](https://bay.example)\nwith beds", "\nwith beds"),
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
UNDRAWN = {
    "labels in HTML": ("<foreignObject><p>x</p></foreignObject>", 1),
    "deep": ("<g><g><foreignObject/></g></g>", 1),
    "effect": ("<filter id='a'/>", 1),
    "text": ("<text>x</text>", 0),
    "a word of it": ("<text>foreignObject</text>", 0),
}


@rows(("text", "html"), LINES.values(), ids=LINES)
def test_lines_stay(text: str, html: str) -> None:
    assert lined(Markup(text)) == html


@rows(("text", "plain"), PASTED.values(), ids=PASTED)
def test_pasted_spaces_are_plain(text: str, plain: str) -> None:
    assert spaced(text) == plain


@rows(("drawing", "count"), UNDRAWN.values(), ids=UNDRAWN)
def test_what_paper_leaves_out_is_named(drawing: str, count: int) -> None:
    assert len(undrawn_in(SVG.format(drawing).encode())) == count


def test_a_class_test_shows_no_picture_of_an_answer(tmp_path: Path) -> None:
    images = []
    for name in ("asked.png", "shown.png"):
        (tmp_path / name).write_bytes(name.encode())
        images.append(Image(tmp_path / name, name, sha256(name.encode()).hexdigest()))
    asked, shown = images
    item = entry(
        "question",
        "q",
        "What?",
        "It",
        asked_picture=asked,
        image=shown,
        sound=Sound(tmp_path / "gate.mp3", "0"),
    )
    guide = small_guide(item)
    test = guide_page(guide, Templates.of(Path()), Layout(answers="none"))
    assert picture_url(asked) in test
    assert picture_url(shown) not in test
    questions = guide_page(guide, Templates.of(Path()), Layout())
    key = end_page(guide, Templates.of(Path()), Layout(), (), Start(5))
    assert picture_url(asked) in questions
    assert picture_url(shown) not in questions
    assert picture_url(shown) in key
    assert "gate.mp3" in key


ENDS = {
    "a short last word": (
        "A study guide, and it is not by the author of that text.",
        "of that text.",
    ),
    "a short last sentence": (
        "A study guide. It is not by the author of that text.",
        "It is not by the author of that text.",
    ),
    "one of a few words": (
        "Draw a ring round its letter. 1\u00a0point each.",
        "1\u00a0point each.",
    ),
    "a long last sentence": (
        "A study guide. It is not, as far as anybody knows, by the author of that text.",
        "of that text.",
    ),
    "one word at the end": ("A study guide to the tidal mills. Copied.", "mills. Copied."),
    "long words": (
        "A guide to Straßenbahnhaltestellen auf Helgoland",
        "auf Helgoland",
    ),
    "few words": ("Public domain.", ""),
    "a title at the end": ("A study guide to <i>Tidal Engines</i>.", ""),
    "no spaces": (
        "学習ガイド 原文の著者によるものではありません。原文の著者によるものではありません。",
        "",
    ),
}


@rows(("text", "kept"), ENDS.values(), ids=ENDS)
def test_a_last_line_has_more_than_a_word(text: str, kept: str) -> None:
    shown = str(Typesetter(Vocabulary()).bound_end(Markup(text)))
    marked = f'<span class="kept-with">{kept}</span>' if kept else ""
    assert shown == text.removesuffix(kept) + marked


@rows("raw, shown", PROSE.values(), ids=PROSE)
def test_prose_runs_on_where_it_has_markup_too(raw: str, shown: str) -> None:
    """An introduction is filled anew, however its lines end in the file; an answer of an item keeps its lines."""
    set_by = Typesetter(Vocabulary())
    told = re.sub(r' class="[^"]*"', "", set_by.with_titles(read_markup(raw)))
    assert shown in told
    assert "<br>" not in told
    assert "<br>" in set_by.formulas(read_markup(raw))
