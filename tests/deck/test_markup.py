"""Light markup: which words it leaves, how each is set, where each stands in the curator's file."""

import pickle
from pathlib import Path

from studyguide.deck.file import File, Text
from studyguide.deck.marked import Code, Marked, Table, alike, joined, part_of, runs_of, written
from studyguide.deck.markup import as_markup, read_markup
from tests.table import rows

SET: dict[str, tuple[str, str]] = {
    "emphasis": ("*em* x", "em:em| x"),
    "underscores": ("_em_ _a b_", "em:em| |a b:em"),
    "strong": ("a **b** c", "a |b:strong| c"),
    "both": ("***b***", "b:em+strong"),
    "emphasis in strong": ("**a *b***", "a :strong|b:strong+em"),
    "strong in emphasis": ("*a **b***", "a :em|b:em+strong"),
    "inside out": ("***a** b*", "a:em+strong| b:em"),
    "within a word": ("un**frei**e", "un|frei:strong|e"),
    "code": ("the `a*b*c` d", "the |a*b*c:code| d"),
    "two backticks": ("`` a`b ``", "a`b:code"),
    "figures below": ("H~2~O", "H|₂:sub|O"),
    "figures above": ("10^-9^ m", "10|⁻⁹:sup| m"),
    "an isotope": ("of ^14^C", "of |¹⁴:sup|C"),
    "letters above": ("19^th^", "19|th:sup"),
    "link": (
        "[a *b*](https://x.org/y_(z)) c",
        "a ::https://x.org/y_(z)|b:em:https://x.org/y_(z)| c",
    ),
    "mail": ("<mailto:a@b.org>", "mailto:a@b.org::mailto:a@b.org"),
    "escaped": (r"\*a\* *b*", "*a* |b:em"),
    "around a blank": ("*{{c1::a}}* b", "{{c1::a}}:em| b"),
    "within a blank": ("{{c1::*a*::b}}", "{{c1::|a:em|::b}}"),
    "above, in a blank": ("10^{{c1::9}}^", "10|{{c1::⁹}}:sup"),
    "beside a bracket": ("(*a*), “*b*”", "(|a:em|), “|b:em|”"),
    "not over an empty line": ("*a\n\nb* *c*", "*a\n\nb* |c:em"),
}


def shown(text: str) -> str:
    """Give the runs of a text, apart by `|`; after a colon how each is set, and where it leads."""
    runs = []
    for run in runs_of(text):
        how = "+".join(run.styles) + (f":{run.address}" if run.address else "")
        runs.append(text[run.start : run.end] + (f":{how}" if how else ""))
    return "|".join(runs)


@rows("name", SET)
def test_words_are_set(name: str) -> None:
    raw, expected = SET[name]
    text = read_markup(raw)
    assert shown(text) == expected
    assert isinstance(text, Marked)
    assert written(text) == raw


PLAIN = {
    "sums": "2 * 3 * 4, 2*3*4, 2**3**4",
    "above nothing": "a ^2^ b, ^1^2, ^ab^c",
    "German, for all": "Schüler*innen und Lehrer*innen",
    "born and dead": "*1954, †2001; *1960",
    "names of programs": "snake_case_name, __init__ and __all but one",
    "blanks to fill": "a ____ and ___ b",
    "formulas": r"\(a*b*c\) and \[x_1^2^_\]",
    "an address": "https://x.org/~a/b~c_d_ is open",
    "powers": "x^2 + y^2, ~5 km, ~6 km",
    "another scheme": "[a](javascript:alert(1)) [b](ftp://x) [c](x.md)",
    "never closed": "**a, `b, [c](, *d",
    "code never closed": "```python\nx",
    "pipes of logic": "p | q\nr | s",
    "nothing inside": "****, ``, []()",
    "nothing but signs": "```\n```",
}


@rows("name", PLAIN)
def test_what_is_no_markup_is_text(name: str) -> None:
    assert read_markup(PLAIN[name]) is PLAIN[name]


BLOCKS = {
    "code": ("a\n\n```python\nif x:\n  y\n```\nb\n", "a\n\nif x:\n  y\nb\n"),
    "tildes": ("~~~\n*a*\n~~~", "*a*"),
    "table": ("| a | b |\n|:--|--:|\n| *c* | `d|e` |\n", "a | b\nc | d|e\n"),
    "pipes in a table": ("a | b\n--|--\n`c \\| d` | e \\| f", "a | b\nc | d | e | f"),
    "table without edges": ("a | b\n--|--\nc | d\nrest", "a | b\nc | d\nrest"),
}


@rows("name", BLOCKS)
def test_blocks_leave_their_words(name: str) -> None:
    raw, plain = BLOCKS[name]
    text = read_markup(raw)
    assert text == plain
    assert isinstance(text, Marked)
    assert any(isinstance(block, Code | Table) for block in text.blocks)
    letters = [index for index, sign in enumerate(plain) if sign.isalpha()]
    assert [raw[text.places[index]] for index in letters] == [plain[index] for index in letters]


@rows("style", ["answer: {}", "answer: '{}'", 'answer: "{}"', "answer: >\n  {}"])
def test_a_finding_points_at_the_word(style: str) -> None:
    raw = "the *sea* and the **pond** [fill](https://x.org) up"
    file = File(Path("1.yaml"), style.format(raw) + "\n")
    text = Text(read_markup(raw), len("answer: "))
    assert text.value == "the sea and the pond fill up"
    for word in ("sea", "pond", "fill", "up"):
        found = file.offset(text, text.value.index(word))
        assert file.text[found:].startswith(word)


@rows("plain", ["*a* b", "a | b\n--|--", "`a`", "H~2~O <https://x.org>", r"\(a*b\) *c*"])
def test_plain_words_can_be_written_where_markup_is_read(plain: str) -> None:
    assert read_markup(as_markup(plain)) == plain
    assert as_markup("a * b") == "a * b"


def test_parts_and_wholes_are_set_as_they_were() -> None:
    text = read_markup("*a b* c `d`")
    assert shown(part_of(text, 2, 7)) == "b:em| c |d:code"
    assert shown(joined(["x ", part_of(text, 0, 3), "!"])) == "x |a b:em|!"
    assert shown(alike(text, "A B C D")) == "A B:em| C |D:code"
    assert type(part_of(text, 3, 5)) is str


def test_it_goes_to_another_process_and_back() -> None:
    text = read_markup("*a* b")
    again = pickle.loads(pickle.dumps(text))
    assert (again, again.blocks, written(again)) == (text, text.blocks, "*a* b")  # type: ignore[attr-defined]
