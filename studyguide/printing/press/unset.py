"""What an author is told of formulas that paper cannot set; Anki may know them all the same."""

from collections.abc import Iterator
from dataclasses import replace

from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.finding import Finding
from studyguide.printing.press.formulas import unset_in


def unset_formulas(item: Item) -> Iterator[Finding]:
    """Warn of each formula of an item that is printed as it is written."""
    for text in item.texts():
        if "\\" in text.value:
            yield from _in_text(item, text)


def _in_text(item: Item, text: Text) -> Iterator[Finding]:
    for formula in unset_in(text.value):
        message = "paper cannot set this formula"
        help = "write it in plainer TeX, or leave it so: it is printed as written"
        if formula.is_cut:
            message = "a blank cuts this formula in two"
            help = (
                r"hide the whole formula, {{c1::\(…\)}}, or leave it so: it is printed as written"
            )
        elif formula.commands:
            message = f"paper cannot set {', '.join(f'`{name}`' for name in formula.commands)}"
            if formula.commands[0] == r"\ce":
                help = r"write \mathrm{H_2O}, or leave it so: it is printed as written"
        finding = item.warning(text, "math-unprinted", message, help)
        start, end = (item.file.offset(text, at) for at in (formula.start, formula.end - 1))
        yield replace(finding, location=item.file.at(start, end + 1 - start))
