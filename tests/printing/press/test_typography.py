"""Directions of lines, and words longer than a line."""

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

from studyguide.class_test.tasks import ClassTest, Part, Task
from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Guide
from studyguide.printing.book.page import guide_page
from studyguide.printing.book.pdf import write_guide
from studyguide.printing.class_test.write import write_test
from studyguide.printing.cutout.imposition import PAPERS, sheet
from studyguide.printing.cutout.pdf import write_cards
from studyguide.printing.press.html import render
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from studyguide.printing.press.typesetting import Typesetter
from studyguide.printing.press.typography import (
    curled,
    curled_words,
    direction_of,
    with_whole_prefixes,
)
from studyguide.vocabulary.vocabulary import Vocabulary
from tests.printing.book.test_stress import BUNDLED, WORD
from tests.printing.reading import entry, small_guide, text_of
from tests.table import rows

DIRECTIONS = {
    "english": ("the tide, 1953", "ltr", "ltr"),
    "hebrew": ("בראשית ברא", "ltr", "rtl"),
    "hebrew-after-figures": ("1953: בראשית (tide)", "ltr", "rtl"),
    "arabic": ("«السلام»", "ltr", "rtl"),
    "greek": ("(Ἐν ἀρχῇ) אור", "rtl", "ltr"),
    "figures": ("1953 – 1960", "rtl", "rtl"),
    "japanese": ("「吾輩は猫」", "rtl", "ltr"),
    "nothing": ("", "ltr", "ltr"),
}


@rows(("text", "usual", "direction"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_the_first_letter_tells_the_direction(text: str, usual: str, direction: str) -> None:
    assert direction_of(text, usual) == direction


CURLED = {
    "a formula": (r"of \(b^2-4ac\), 2-4", r"of \(b^2-4ac\), 2–4"),
    "two, one apart": (r"'a' \(f'\) \[1-2\] 'b'", r"‘a’ \(f'\) \[1-2\] ‘b’"),
    "what has no end": (r"\(1-2", r"\(1–2"),
    "none": ("1-2 'a'", "1–2 ‘a’"),
}


@rows(("text", "expected"), CURLED.values(), ids=CURLED)
def test_formulas_stay_as_they_are_written(text: str, expected: str) -> None:
    assert curled_words(text, "en") == expected


MINUS = {
    "alone": ("-7", "−7"),
    "in a sentence": ("from -5 to -3.5 °C", "from −5 to −3.5\u00a0°C"),
    "in brackets": ("(-1,000) [-1, 1] x=-2", "(−1,000) [−1, 1] x=−2"),
    "a range": ("5-3, 1941 -45", "5–3, 1941 -45"),
    "a range behind a figure": ("room 4 -5 to 7 °C, Raum 4 -5 bis 7", "room\u00a04 −5 to\u00a07\u00a0°C, Raum\u00a04 −5\u00a0bis\u00a07"),
    "with signs": ("on day 3 -12.5 °C to -3, at 10 -5% to +5", "on day\u00a03 −12.5\u00a0°C to −3, at 10 −5% to +5"),
    "pages behind a figure": ("pages 4 -5 and 7, 4 -5 to 7-8, 112 -15 to 120", "pages\u00a04 -5\u00a0and\u00a07, 4 -5\u00a0to\u00a07–8, 112 -15\u00a0to\u00a0120"),
    "years behind a figure": ("1914 -18 to 1939", "1914 -18\u00a0to\u00a01939"),
    "a word": ("-20s, ls -1a, COVID-19, -7-3", "-20s, ls -1a, COVID-19, -7-3"),
    "a length of a style": ("-1.33mm", "-1.33mm"),
    "code": (read_markup("of `-7 % 12` and -7"), "of -7 % 12 and −7"),
}  # fmt: skip


@rows(("text", "expected"), MINUS.values(), ids=MINUS)
def test_a_hyphen_before_a_figure_is_a_minus(text: str, expected: str) -> None:
    assert curled_words(text, "en") == expected


PREFIXES = {
    "a prefix": ("an anti-Marxist", "an [anti-Marxist]"),
    "two": ("pro-war, re-elected.", "[pro-war], [re-elected]."),
    "beside a tag": ("<b>self-reform</b>", "<b>[self-reform]</b>"),
    "a long first part": ("counter-revolution", "counter-revolution"),
    "a short last part": ("a state-run mine", "a [state-run] mine"),
    "a very long first part": ("internationalism-led", "internationalism-led"),
    "a letter": ("e-mail", "e-mail"),
    "a Russian title": ("у д-р\u00a0Бранд, г-жа", "у [д-р]\u00a0Бранд, [г-жа]"),
    "figures": ("10-day 1905-07", "10-day 1905-07"),
    "three parts": ("out-of-date", "[out-of-date]"),
    "a French question": ("la donna-t-elle, y a-t-il", "la [donna-t-elle], y [a-t-il]"),
    "a long verb": ("internationalisera-t-elle", "internationalisera-[t-elle]"),
    "a pronoun between": (
        "responsabilizar-se-iam, dar-se-ia",
        "responsabilizar-[se-iam], [dar-se-ia]",
    ),
    "a name of several": (
        "Saint-Julien-de-la-Nef, Ростов-на-Дону",
        "Saint-Julien-[de-la-Nef], [Ростов-на-Дону]",
    ),
    "long parts": (
        "Rhein-Main-Donau-Kanal, Stratford-upon-Avon",
        "Rhein-Main-Donau-Kanal, Stratford-upon-Avon",
    ),
    "one that goes on": ("Alpes-de-Haute-Provence", "Alpes-[de-Haute]-Provence"),
    "a hyphen before a word": ("as -name, (--no-run)", "as [-name], ([--no-run])"),
    "a hyphen behind one, or a dash": ("pre- and post-war - on", "pre- and [post-war] - on"),
    "a word that is joined": (
        "of Saint-\u2060Aubin-\u2060sur-\u2060mer",
        "of [Saint-Aubin-sur-mer]",
    ),
    "an attribute": ('<a title="pro-war">x</a>', '<a title="pro-war">x</a>'),
    "from the right": ("דג תל-אביב", "דג תל-\u2060אביב"),
    "in a page from the right": ('<html dir="rtl">pro-war', '<html dir="rtl">pro-\u2060war'),
    "in a part from the right": ('<html><p dir="rtl">pro-war', '<html><p dir="rtl">[pro-war]'),
    "code": ("<pre>if a-bcd: re-do</pre>", "<pre>if a-bcd: re-do</pre>"),
}


@rows(("html", "expected"), PREFIXES.values(), ids=PREFIXES)
def test_no_line_ends_in_a_prefix(html: str, expected: str) -> None:
    told = with_whole_prefixes(html)
    told = told.replace('<span class="kept-with">', "[").replace("</span>", "]")
    assert told == expected


BOUND = {
    "usual": ("the pond", "", "en", "[the pond, 4]"),
    "accents": ("l’étang “là”", "", "en", "[l’étang “là”, 4]"),
    "markup": ("a & b", "", "en", "[a &amp; b, 4]"),
    "from the right": ("תל אביב", "", "en", "תל\u00a0אביב[, 4]"),
    "a year behind it": ("in 1452", "אביב", "en", "in\u00a01452[, 4]"),
    "in a deck from the right": ("the pond", "", "he", "the\u00a0pond[, 4]"),
}


@rows(("words", "before", "language", "expected"), BOUND.values(), ids=BOUND)
def test_words_that_stay_together_are_not_parted_from_their_run(
    words: str, before: str, language: str, expected: str
) -> None:
    typesetter = Typesetter(Vocabulary(language))
    for behind, wanted in (
        (", 4", expected),
        ("", expected.replace("[, 4]", "").replace(", 4", "")),
    ):
        told = str(typesetter.bound(words, Markup(behind), before=before))
        assert told.replace('<span class="kept-with">', "[").replace("</span>", "]") == wanted


def test_a_sentence_in_another_direction_is_marked() -> None:
    made = small_guide(
        entry("cloze", "h", "בראשית {{c1::ברא}} אלהים"), entry("cloze", "e", "The {{c1::tide}}.")
    )
    page = guide_page(made, BUNDLED, Layout())
    assert page.count('<td dir="rtl">') == 1
    hebrew = small_guide(*made.entries, vocabulary=Vocabulary.of(Path("no-deck"), "he"))
    assert guide_page(hebrew, BUNDLED, Layout()).count('<td dir="ltr">') == 1


def test_a_sign_stands_at_the_end_of_what_is_written_the_other_way(tmp_path: Path) -> None:
    """In guide, class test and on cards; of our faces none has Hebrew, so here the deck is from the right."""
    asked = entry("question", "q", "What did Finn haul?", "a net")
    term = entry("term", "t", "Who goes there?", "What a guard asks!")
    made = small_guide(asked, term, vocabulary=Vocabulary.of(Path("no-deck"), "he"))
    guide, cards, test = (tmp_path / f"{name}.pdf" for name in ("guide", "cards", "test"))
    write_guide(made, BUNDLED, Layout(), guide)
    assert write_cards(made, BUNDLED, sheet("grid", PAPERS["a4"]), cards) == ()
    tasks = ClassTest((Part("write", (Task(asked, "write"),)),))
    write_test(made, BUNDLED, Layout(), tasks, {test: ("a", False)})
    said = {path.stem: text_of(path) for path in (guide, cards, test)}
    for name, text in said.items():
        assert "What did Finn haul?" in text, name
    for name in ("guide", "cards"):
        assert "Who goes there?" in said[name], name
        assert "What a guard asks!" in said[name], name


def test_a_word_longer_than_a_line_is_parted_with_a_hyphen() -> None:
    made = small_guide(entry("term", "t", WORD, "a ship"), entry("question", "q", "Why?", WORD))
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        lines = [*_lines(press.laid_out(guide_page(made, BUNDLED, Layout())))]
    parts = [line for line in lines if len(line) > 3 and line.rstrip("-‐") in WORD]
    assert len(parts) > 2
    assert [line for line in parts if line[-1] not in "-‐" and not WORD.endswith(line)] == []


def test_no_deck_pays_for_long_words_that_it_has_not() -> None:
    made = small_guide(entry("term", "t", "internationalism", "a view"))
    assert not made.has_long_words
    assert "html { hyphens: auto" not in _style(made)


def _style(made: Guide) -> str:
    values: dict[str, Any] = {"layout": Layout(), "timeline_is_text": False}
    return render(BUNDLED, "guide/guide.css", guide=made, **values)


def _lines(document: Any) -> list[str]:
    boxes = (box for page in document.pages for box in page._page_box.descendants())
    return [
        "".join(getattr(each, "text", "") for each in box.descendants()).strip()
        for box in boxes
        if type(box).__name__ == "LineBox"
    ]


MARKS = {
    "plain": ("un numéro : trois", "un numéro\u202f: trois"),
    "one that stays": ("un numéro\u00a0: trois", "un numéro\u202f: trois"),
    "narrow": ("un numéro\u202f: trois", "un numéro\u202f: trois"),
    "all of them": ("a ; b ! c ?", "a\u202f; b\u202f! c\u202f?"),
    "quotations": (
        "dit «\u00a0oui\u00a0» et « non »",
        "dit «\u202foui\u202f» et «\u202fnon\u202f»",
    ),
    "an hour": ("à 20:15", "à 20:15"),
}


@rows(("written", "shown"), MARKS.values(), ids=MARKS)
def test_french_marks_stand_equally_far_apart(written: str, shown: str) -> None:
    """A colon had one space in titles, and another in the guide's own words."""
    assert curled(written, "fr") == shown


def test_words_of_our_own_have_the_same_space() -> None:
    own = (Path(__file__).parents[3] / "templates" / "words" / "fr.yaml").read_text("utf-8")
    assert not re.search("[ \u00a0][;!?»]|\u00a0:", curled(own, "fr"))
