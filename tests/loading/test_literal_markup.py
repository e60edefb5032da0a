"""Markup that learners would read as signs is told: where none is read, and where it is not complete."""

from studyguide.loading.load import load
from tests.conftest import Desk
from tests.table import rows

FIRES: dict[str, tuple[str, str, str]] = {
    # markup, the text of a note, and what is told
    "strong": ("no", "the **sea** fills it", "markup around “sea”"),
    "emphasis": ("no", "the _sea_ fills it", "markup around “sea”"),
    "code": ("no", "say `fill` now", "markup around “fill”"),
    "a link": ("no", "see [the sea](https://x.org)", "the link around “the sea”"),
    "a table": ("no", "| a | b |\n|---|---|\n| c | d |", "a table of pipes"),
    "a program": ("no", "```python\nx = 1\n```", "code between lines of backticks"),
    "a table on a line": ("no", "| a | b | |---|---| | c | d |", "a table needs its lines"),
    "never closed": ("yes", "the **sea fills it", "`**` opens or closes nothing"),
    "a program never closed": ("yes", "```\nx = 1", "this code is never closed"),
    "half a word": ("yes", "the *se*a fills it", "ends within a word"),
    "an address of a file": ("yes", "see [the sea](sea.md)", "leads to no http"),
    "a joined table": ("yes", "| a | b | |---|---| | c | d |", "a table needs its lines"),
}
SILENT = {
    "footnotes": ("no", "born* in *May"),
    "for all": ("no", "Schüler*innen und Lehrer*innen"),
    "sums": ("no", "2 * 3 * 4 and 2**3**4"),
    "names": ("no", "snake_case and __init__.py of a_b_c"),
    "powers": ("no", "10^9^ of H~2~O, ~5 km"),
    "a choice": ("no", "either | or"),
    "blanks": ("no", "fill in ____ and ___"),
    "brackets": ("no", "the sea [sic] (now) [1](2)"),
    "what is read": ("yes", "the **sea** _fills_ `it`, [so](https://x.org) H~2~O"),
    "escaped": ("yes", r"\*\*sea\*\* and \`fill\`"),
    "what is code": ("yes", "`a ** b` and `[x](y)` and\n\n```\n**a\n*b*c\n```"),
    "powers, where markup is read": ("yes", "2**3**4"),
}


def told(desk: Desk, markup: str, text: str) -> list[tuple[str, str]]:
    desk.deck(markup=markup)
    note = "|-\n  " + text.replace("\n", "\n  ")
    desk.section(f"question: What fills it?\nanswer: the sea\nevidence: a b c\nnote: {note}")
    _, findings = load(desk.folder)
    return [(each.message, each.item) for each in findings if each.code == "markup-literal"]


@rows(("markup", "text", "said"), FIRES.values(), ids=FIRES)
def test_it_is_told(desk: Desk, markup: str, text: str, said: str) -> None:
    [(message, item)] = told(desk, markup, text)
    assert said in message
    assert item == "item"


@rows(("markup", "text"), SILENT.values(), ids=SILENT)
def test_what_is_none_is_let_be(desk: Desk, markup: str, text: str) -> None:
    assert told(desk, markup, text) == []


TITLES = {
    "emphasis": ("no", "Of *mills*", 1),
    "emphasis, where markup is read": ("yes", "Of *mills*", 1),
    "code, where markup is read": ("yes", "`cat` and pipes", 1),
    "a footnote": ("yes", "Mills* and ponds", 0),
    "names": ("yes", "snake_case and [sic] ~5 km", 0),
    "escaped": ("yes", "2 * 3 | 4", 0),
}


@rows(("markup", "title", "count"), TITLES.values(), ids=TITLES)
def test_titles_have_none(desk: Desk, markup: str, title: str, count: int) -> None:
    for which in ("deck", "section"):
        desk.deck(markup=markup, title=f'"{title if which == "deck" else "Mills"}"')
        desk.section(title=f'"{title if which == "section" else "Mills"}"')
        found = [each for each in load(desk.folder)[1] if each.code == "markup-literal"]
        assert len(found) == count
        assert all("titles have no markup" in each.help for each in found)


def test_blanks_in_a_table_are_told(desk: Desk) -> None:
    desk.deck(markup="yes")
    desk.section("cloze: |\n  a | b\n  --|--\n  c | {{c1::d}}\nevidence: a b c")
    assert "with blanks" in next(each.message for each in load(desk.folder)[1])
