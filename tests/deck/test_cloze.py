"""Anki's cloze syntax, as strictly as it must be read for every note to make a card."""

import time

from studyguide.deck.cloze import HIGHEST_NUMBER, Deletion, Piece, hidden_by_number, parse
from studyguide.deck.markup import read_markup
from tests.table import rows

GOOD: dict[str, tuple[str, list[Piece]]] = {
    "in-the-middle": ("a {{c1::b}} c", ["a ", Deletion(1, "b"), " c"]),
    "alone": ("{{c1::b}}", [Deletion(1, "b")]),
    "first": ("{{c1::b}} c", [Deletion(1, "b"), " c"]),
    "last": ("a {{c1::b}}", ["a ", Deletion(1, "b")]),
    "with-hint": ("a {{c1::b::h}}", ["a ", Deletion(1, "b", "h")]),
    "hint-empty": ("a {{c1::b::}}", ["a ", Deletion(1, "b", "")]),
    "hint-with-colons": ("a {{c1::b::h::i}}", ["a ", Deletion(1, "b", "h::i")]),
    "several-words": ("a {{c1::b c d::two words}}", ["a ", Deletion(1, "b c d", "two words")]),
    "two": ("{{c1::a}} b {{c2::c}}", [Deletion(1, "a"), " b ", Deletion(2, "c")]),
    "two-side-by-side": ("{{c1::a}}{{c2::b}}", [Deletion(1, "a"), Deletion(2, "b")]),
    "two-of-one-number": ("{{c1::a}} b {{c1::c}}", [Deletion(1, "a"), " b ", Deletion(1, "c")]),
    "not-in-order": ("{{c2::a}} {{c1::b}}", [Deletion(2, "a"), " ", Deletion(1, "b")]),
    "a-number-left-out": ("{{c1::a}} {{c3::b}}", [Deletion(1, "a"), " ", Deletion(3, "b")]),
    "highest": ("{{c499::a}}", [Deletion(499, "a")]),
    "leading-zero": ("{{c01::a}}", [Deletion(1, "a")]),
    "colons-in-code": (
        read_markup("a {{c1::`std::map`}} {{c2::*b*::`x::y`}}"),
        ["a ", Deletion(1, "std::map"), " ", Deletion(2, "b", "x::y")],
    ),
    "single-colon": ("{{c1::1:30}}", [Deletion(1, "1:30")]),
    "single-braces": ("{a} {{c1::{b} c}} {", ["{a} ", Deletion(1, "{b} c"), " {"]),
    "brace-after": ("{{c1::a}}}", [Deletion(1, "a"), "}"]),
    "non-ascii": ("Ж {{c1::é😀::…}} “x”", ["Ж ", Deletion(1, "é😀", "…"), " “x”"]),
    "line-break": ("a\n{{c1::b\nc}}", ["a\n", Deletion(1, "b\nc")]),
    "blanks-within": ("{{c1:: a ::h }}", [Deletion(1, " a ", "h ")]),
    "fraction at the end": (
        r"a \({{c1::\frac{a}{b}}}\)",
        [r"a \(", Deletion(1, r"\frac{a}{b}"), r"\)"],
    ),
    "power": (r"\({{c1::x^{2}}}\)", [r"\(", Deletion(1, "x^{2}"), r"\)"]),
    "in a root": (r"\(\sqrt{{{c1::a_{b}}}}\)", [r"\(\sqrt{", Deletion(1, "a_{b}"), r"}\)"]),
    "braces close twice": (
        r"{{c1::a}} \(\frac{1}{2^{n}}\)",
        [Deletion(1, "a"), r" \(\frac{1}{2^{n}}\)"],
    ),
    "braces open twice": (
        r"{{c1::a}} \({{x}\over{y}}\)",
        [Deletion(1, "a"), r" \({{x}\over{y}}\)"],
    ),
    "sets": (r"\({{c1::\{a\}}}\)", [r"\(", Deletion(1, r"\{a\}"), r"\)"]),
    "with a hint": (r"\({{c1::x_{1}::y_{1}}}\)", [r"\(", Deletion(1, "x_{1}", "y_{1}"), r"\)"]),
    "path": (r"C:\{{c1::a}}\{{c2::b}}", ["C:\\", Deletion(1, "a"), "\\", Deletion(2, "b")]),
    "markup": ("<b>{{c1::a & b}}</b>", ["<b>", Deletion(1, "a & b"), "</b>"]),
}


@rows(("text", "pieces"), GOOD.values(), ids=GOOD)
def test_what_is_right(text: str, pieces: list[Piece]) -> None:
    assert parse(text) == (tuple(pieces), ())


SLIPS: dict[str, tuple[str, list[str]]] = {
    # the sentence, and from which character to which there is what
    "nothing": ("", ["0-0 cloze-none"]),
    "no-deletion": ("a b", ["0-3 cloze-none"]),
    "single-braces": ("a {c1::b}", ["0-9 cloze-none"]),
    "brackets": ("a [[c1::b]]", ["0-11 cloze-none"]),
    "zero": ("a {{c0::b}}", ["2-8 cloze-number"]),
    "zeros": ("a {{c00::b}}", ["2-9 cloze-number"]),
    "above-the-highest": (f"a {{{{c{HIGHEST_NUMBER + 1}::b}}}}", ["2-10 cloze-number"]),
    "far-above": (f"a {{{{c{'9' * 5000}::b}}}}", ["2-5007 cloze-number"]),
    "unclosed": ("a {{c1::b", ["2-4 cloze-unclosed"]),
    "unclosed-half": ("a {{c1::b}", ["2-4 cloze-unclosed"]),
    "unclosed-before-another": ("{{c1::a {{c2::b}} c", ["0-2 cloze-unclosed"]),
    "unclosed-after-another": ("{{c1::a}} {{c2::b", ["10-12 cloze-unclosed"]),
    "unclosed-two": ("{{c1::a {{c2::b", ["0-2 cloze-unclosed", "8-10 cloze-unclosed"]),
    "stray": ("a }} b {{c1::c}}", ["2-4 cloze-stray"]),
    "stray-after": ("{{c1::a}} b}}", ["11-13 cloze-stray"]),
    "stray-alone": ("a}}", ["1-3 cloze-stray"]),
    "stray-twice": ("}} {{c1::a}}}}", ["0-2 cloze-stray", "12-14 cloze-stray"]),
    "nested": ("{{c1::a {{c2::b}} c}}", ["8-10 cloze-nested"]),
    "nested-at-once": ("{{c1::{{c2::b}}}}", ["6-8 cloze-nested"]),
    "nested-thrice": ("{{c1::a {{c2::b {{c3::c}}}}}}", ["8-10 cloze-nested"]),
    "nested-twice": (
        "{{c1::{{c2::a}}}} {{c3::{{c4::b}}}}",
        ["6-8 cloze-nested", "24-26 cloze-nested"],
    ),
    "empty": ("a {{c1::}}", ["2-10 cloze-empty"]),
    "empty-blank": ("a {{c1:: }}", ["2-11 cloze-empty"]),
    "empty-with-hint": ("a {{c1::::h}}", ["2-13 cloze-empty"]),
    "no-number": ("{{a}}", ["0-2 cloze-malformed"]),
    "no-digits": ("{{c::a}}", ["0-2 cloze-malformed"]),
    "one-colon": ("{{c1:a}}", ["0-2 cloze-malformed"]),
    "capital": ("{{C1::a}}", ["0-2 cloze-malformed"]),
    "blank-first": ("{{ c1::a}}", ["0-2 cloze-malformed"]),
    "two-numbers": ("{{c1,2::a}}", ["0-2 cloze-malformed"]),
    "arabic-digit": ("{{c١::a}}", ["0-2 cloze-malformed"]),
    "negative": ("{{c-1::a}}", ["0-2 cloze-malformed"]),
    "three-braces": ("{{{c1::a}}}", ["0-2 cloze-malformed"]),
    "field-of-a-template": ("{{cloze:Text}}", ["0-2 cloze-malformed"]),
    "braces-alone": ("{{}}", ["0-2 cloze-malformed"]),
    "braces that do not go together": (r"\({{c1::x^{2}}\)", ["2-4 cloze-unclosed"]),
    "no formula": (r"C:\a {{c1::b}} {{c}}", ["15-17 cloze-malformed"]),
    "nested in a formula": (r"\({{c1::a {{c2::b}}}}\)", ["10-12 cloze-nested"]),
    "braces-never-closed": ("a {{ b", ["2-4 cloze-malformed"]),
    "all-at-once": (
        "{{c0::a}} {{c1::}} {{x}} }} {{c2::b",
        [
            "0-6 cloze-number",
            "10-18 cloze-empty",
            "19-21 cloze-malformed",
            "25-27 cloze-stray",
            "28-30 cloze-unclosed",
        ],
    ),
}


@rows(("text", "found"), SLIPS.values(), ids=SLIPS)
def test_every_slip(text: str, found: list[str]) -> None:
    _, slips = parse(text)
    assert [f"{slip.start}-{slip.end} {slip.code}" for slip in slips] == found
    assert all(slip.message and slip.help for slip in slips)
    assert all(len(slip.message) < 80 for slip in slips)


def test_no_text_is_lost() -> None:
    for name, (text, _) in [*GOOD.items(), *SLIPS.items()]:
        pieces, _ = parse(text)
        shown = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
        rest = iter(text)
        assert all(character in rest for character in shown), name  # in this order


@rows(
    "part",
    ["{{", "}}", r"\({{c1::{", r"\{{c1::a}}{{", "{{c1::", "{{c1::a}}", "{{c1::a {{", "{", "a"],
)
def test_long_sentences_take_no_longer_than_they_are(part: str) -> None:
    start = time.process_time()
    parse(part * 20_000)
    assert time.process_time() - start < 2


HIDDEN: dict[str, tuple[str, dict[int, str]]] = {
    "one": ("a {{c1::b}}", {1: "b"}),
    "two": ("{{c2::a}} {{c1::b}}", {2: "a", 1: "b"}),
    "of-one-number": ("{{c1::a}} {{c2::b}} {{c1::c::h}}", {1: "a | c", 2: "b"}),
    "none": ("a", {}),
}


@rows(("text", "hidden"), HIDDEN.values(), ids=HIDDEN)
def test_what_each_card_asks_for(text: str, hidden: dict[int, str]) -> None:
    assert hidden_by_number(parse(text)[0]) == hidden
