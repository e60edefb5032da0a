"""One renderer of light markup: runs, code and tables as HTML, for Anki's cards and for paper.

Blocks are spans that the style sheets lay out, since they must stand wherever text may: in a
paragraph, a list, a cell. Roles tell screen readers that a table is one.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby, zip_longest
from typing import NamedTuple

from studyguide.deck.marked import Block, Code, Lines, Marked, Run, Table, is_of_words, runs_of
from studyguide.language.keyboard import LOWERED, RAISED
from studyguide.markup.code import coloured, lines_of

_FIGURES = str.maketrans(
    {moved: chr(sign) for table in (LOWERED, RAISED) for sign, moved in table.items()}
    | {ord("⁻"): "−", ord("₋"): "−"}
)
"""What is set higher or lower is the figure itself."""

_DEEPER, _DEEPEST = 2, 10
"""Letters by which a line of code goes on deeper than it begins, and how deep at most, as `markup.css` has it."""

_NARROWEST = 12
"""Letters of code that have room in a line of the smallest card, however deep it begins."""

_QUOTED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "{}[]\\"})


class Hand(NamedTuple):
    """How plain words are written as HTML: of text, and of code, where nothing is curled or drawn.

    `can_be_italic` tells whether the face of emphasis has all of some words. With `has_addresses` a
    link's address stands behind it.
    """

    write: Callable[[str], str]
    write_code: Callable[[str], str]
    can_be_italic: Callable[[str], bool] = lambda _: True
    has_addresses: bool = False


def html_of(text: Marked, words: str, hand: Hand) -> str:
    """Write a text; `words` is what its plain words look like, such as curled, in as many signs."""
    if is_of_words(text):
        return _runs([*runs_of(text)], text, words, hand)
    blocks = [_block(block, text, words, hand) for block in text.blocks]
    if isinstance(text.blocks[0], Lines):  # they go on where something stands before them
        blocks[0] = blocks[0].replace('"text-lines"', '"text-lines first"', 1)
    return "\n".join(blocks)


def _block(block: Block, text: Marked, words: str, hand: Hand) -> str:
    if isinstance(block, Lines):
        return f'<span class="text-lines">{_runs(block.runs, text, words, hand)}</span>'
    if isinstance(block, Table):
        return _table(block, text, words, hand)
    code = _code_in_lines if hand.has_addresses else _code
    return f'<code class="code-block">{"".join(code(block, text, hand))}</code>'


def _code_in_lines(block: Code, text: Marked, hand: Hand) -> Iterator[str]:
    """Write each line by itself, so that what has no room on it goes on deeper than it begins."""
    code = text[block.runs[0].start : block.runs[0].end]
    for line in lines_of(coloured(code, block.language)):
        said = "".join(words for _, words in line)
        deep = len(said) - len(said.lstrip(" "))
        parts, at = "", 0
        for kind, words in line:
            parts += _ending(said, at) + _kept_as(kind, hand.write_code(words))
            at += len(words)
        yield f'<span class="line hang-{min(deep + _DEEPER, _DEEPEST)}">{parts}</span>'


def _ending(line: str, at: int) -> str:
    """Let a line end between two parts, behind a bracket, say, where a long word would go over its edge."""
    word = line[:at].rpartition(" ")[2][-_NARROWEST:] + line[at:].partition(" ")[0][:_NARROWEST]
    is_within = 0 < at < len(line) and not (
        line[at - 1].isalnum() or line[at - 1 : at + 1].count(" ")
    )
    return "<wbr>" if is_within and len(word) > _NARROWEST else ""


def _kept_as(kind: str, shown: str) -> str:
    return f'<span class="{kind}">{shown}</span>' if kind else shown


def _code(block: Code, text: Marked, hand: Hand) -> Iterator[str]:
    code = text[block.runs[0].start : block.runs[0].end]
    for kind, part in coloured(code, block.language):
        yield _kept_as(kind, hand.write_code(part))


def _table(table: Table, text: Marked, words: str, hand: Hand) -> str:
    rows = (_in_lines if table.form == "in-lines" else _in_rows)(table, text, words, hand)
    size = f' style="--size: {table.size}pt"' if table.size else ""
    return f'<span class="{f"pipe-table {table.form}".rstrip()}" role="table"{size}>{" ".join(rows)}</span>'


def _in_rows(table: Table, text: Marked, words: str, hand: Hand) -> Iterator[str]:
    is_turned = "turned" in table.form
    sides = ("",) * len(table.rows) if is_turned else table.sides
    for index, row in enumerate(
        zip_longest(*table.rows, fillvalue=()) if is_turned else table.rows
    ):
        roles = ("rowheader", "cell") if is_turned else (("cell", "columnheader")[not index],) * 2
        cells = (
            f'<span class="{f"cell {side}".rstrip()}" role="{roles[at > 0]}">{_runs(cell, text, words, hand)}</span>'
            for at, (cell, side) in enumerate(zip(row, sides, strict=False))
        )
        head = "" if index or is_turned else " head"
        yield f'<span class="row{head}" role="row">{" ".join(cells)}</span>'


def _in_lines(table: Table, text: Marked, words: str, hand: Hand) -> Iterator[str]:
    """Write each row in lines, what stands in a cell behind the head of its column."""
    heads, *rows = table.rows
    for row in rows or [heads]:
        cells = []
        for head, cell in zip_longest(heads if rows else (), row, fillvalue=()):
            named = f'<span class="named">{_runs(head, text, words, hand)}</span> ' if head else ""
            if cell:
                cells.append(named + _runs(cell, text, words, hand))
        ends = ("\u00a0·",) * (len(cells) - 1)  # no line begins with it
        told = (
            f'<span class="cell" role="cell">{cell}{end}</span>'
            for cell, end in zip_longest(cells, ends, fillvalue="")
        )
        yield f'<span class="row" role="row">{" ".join(told)}</span>'


def _runs(runs: Sequence[Run], text: Marked, words: str, hand: Hand) -> str:
    html = ""
    for address, group in groupby(runs, lambda run: run.address):
        linked = [*group]
        shown = "".join(_run(run, text, words, hand) for run in linked)
        html += _link(address, shown, text[linked[0].start : linked[-1].end], hand)
    return html


def _link(address: str, shown: str, label: str, hand: Hand) -> str:
    if not address:
        return shown
    link = shown if hand.has_addresses else _linked(address, shown)
    bare = address.removeprefix("mailto:")
    if not hand.has_addresses or bare == label:
        return link
    brief = bare.removeprefix("https://").removeprefix("http://").rstrip("/")
    return f'{link} <span class="address">({hand.write_code(brief)})</span>'


def _run(run: Run, text: Marked, words: str, hand: Hand) -> str:
    is_code = "code" in run.styles
    said = (text if is_code else words)[run.start : run.end]
    if "sup" in run.styles or "sub" in run.styles:
        said = said.translate(_FIGURES)
    shown = hand.write_code(said) if is_code else hand.write(said)
    if run.address and hand.has_addresses and "<" not in shown:
        shown = _linked(run.address, shown)  # innermost: a link around elements is no PDF/UA
    for style in reversed(run.styles):
        mark = ' class="upright"' if style == "em" and not hand.can_be_italic(said) else ""
        shown = f"<{style}{mark}>{shown}</{style}>"
    return shown


def _linked(address: str, shown: str) -> str:
    return f'<a href="{_attribute(address)}">{shown}</a>'


def _attribute(address: str) -> str:
    """Write an address so that neither HTML nor Anki's braces see anything else in it."""
    return escape(address.translate(_QUOTED))
