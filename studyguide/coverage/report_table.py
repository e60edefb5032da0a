"""Coverage as people read it on a terminal: tables with bars, names that no item asks about."""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from studyguide.coverage.coverage import Coverage, CoveredParagraph, CoveredSection
from studyguide.coverage.details import STATES, Detail
from studyguide.language.language import Language
from studyguide.plurals import counted

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_BAR = 24
"""The longest bar, in columns; up to so many items it is one column an item."""


def as_table(coverage: Coverage) -> "RenderableType":
    """Give tables of paragraphs, and of the names, numbers and dates that no item asks about.

    They fit into 80 columns. Nothing of what they show is taken for markup.
    """
    from rich.console import Group

    longest = max((len(part.items) for part in coverage.paragraphs), default=0)
    scale = max(longest, _BAR)
    return Group(
        *_head(coverage),
        *(part for section in coverage.sections for part in _section(section, scale)),
        *_missing(coverage),
        *_closing(coverage),
    )


def _head(coverage: Coverage) -> Iterator["Text"]:
    unused = sum(not part.items for part in coverage.paragraphs)
    yield _line(coverage.title, style="bold")
    yield _line(
        f"{counted(len(coverage.items), 'item')} on "
        f"{counted(len(coverage.paragraphs), 'paragraph')}, {unused or 'none'} without an item"
    )
    if coverage.held == "full":
        yield _line(
            f"{coverage.count('open')} names, numbers and dates are asked about nowhere, "
            f"{coverage.count('elsewhere')} only in another section"
        )


def _section(section: CoveredSection, scale: int) -> Iterator["RenderableType"]:
    yield _line("")
    title = f"§{section.number}  {section.title}"
    yield _line(f"{title}  ({counted(len(section.items), 'item')})", style="bold")
    has_pages = any(part.page for part in section.paragraphs)
    table = _grid(14 if has_pages else 6, -6, -7, -10, -6, _BAR - 8 * has_pages)
    table.add_row("", *(_line(head, style="dim") for head in _heads(section)))
    for part in section.paragraphs:
        table.add_row(*_row(part, scale, _BAR - 8 * has_pages))
    yield table


def _heads(section: CoveredSection) -> tuple[str, ...]:
    is_full = any(part.sentences for part in section.paragraphs)
    return ("words" if is_full else "", "quoted", "sentences" if is_full else "", "items")


def _row(part: CoveredParagraph, scale: int, bar_width: int) -> Iterator["Text"]:
    style = "" if part.items else "bold red"
    sentences = f"{part.sentences_used} of {len(part.sentences)}" if part.sentences else ""
    words = "" if part.words is None else str(part.words)
    place = f"  {part.label}" + (f" p. {part.page}" if part.page else "")
    cells = (place, words, str(part.quoted_words), sentences, str(len(part.items)))
    yield from (_line(cell, style=style) for cell in cells)
    bar = "█" * ceil(len(part.items) * bar_width / scale)
    yield _line(bar, style="green") if bar else _line("no item", style=style)


def _missing(coverage: Coverage) -> Iterator["RenderableType"]:
    """Yield what no item of its section asks about, section by section."""
    if all(coverage.count(state) == 0 for state in STATES if state != "asked"):
        return
    yield _line("")
    yield _line("Names, numbers and dates that no item of their section asks about", style="bold")
    for section in coverage.sections:
        details = [detail for detail in section.details if detail.state != "asked"]
        table = _grid(4, 30, 17, 24)
        for index, detail in enumerate(details):
            opens = _line("" if index else f"§{section.number}", style="bold")
            table.add_row(opens, *_detail_cells(detail))
        if details:
            yield table


def _detail_cells(detail: Detail) -> Iterator["Text"]:
    is_open = detail.state == "open"
    yield _line(detail.shown, style="bold red" if is_open else "dim")
    yield _line(_where(detail), style="" if is_open else "dim")
    yield _line(_note(detail), style="dim")


def _note(detail: Detail) -> str:
    """Tell why nothing may be amiss though no item of the section asks about something."""
    if detail.state == "elsewhere":
        return "asked about in " + ", ".join(f"§{number}" for number in detail.other_sections)
    return detail.reason


def _where(detail: Detail) -> str:
    """Tell in which paragraphs something stands, and how often if that is more than once."""
    return ", ".join(
        label if count == 1 else f"{label} {count}×" for label, count in detail.labels.items()
    )


def _closing(coverage: Coverage) -> Iterator["Text"]:
    """Yield what a reader must know before trusting the tables."""
    yield _line("")
    if coverage.held == "receipts":
        yield _line(
            "Told from deck.lock, without the source text: paragraphs after the last that an item "
            "draws on are not known, nor are names, numbers and dates."
        )
    elif not Language(coverage.language).marks_names:
        yield _line(f"A capital tells no name in the language {coverage.language}: only numbers.")
    if coverage.unplaced:
        ids = ", ".join(coverage.unplaced)
        yield _line(f"Not counted, for their evidence was not found: {ids}", style="red")
    for finding in coverage.findings:
        place = finding.location
        yield _line(
            f"{place.path}:{place.line}:{place.column}: {finding.severity}: {finding.message} "
            f"[{finding.code}]",
            style="red",
        )


def _line(text: str, style: str = "") -> "Text":
    """Make a piece of text of it in which nothing is markup, and no sign steers the terminal."""
    from rich.text import Text

    return Text("".join(sign if sign.isprintable() else " " for sign in text), style=style)


def _grid(*widths: int) -> "Table":
    """Make a table without lines, its columns so wide; a negative width means: to the right."""
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    for width in widths:
        table.add_column(width=abs(width), justify="right" if width < 0 else "left")
    return table
