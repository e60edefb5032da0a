"""Cloze: what is hidden stands in the quotation, and nowhere else on the card."""

from collections.abc import Iterator

from studyguide.cloze import Deletion
from studyguide.deck import Item
from studyguide.finding import Finding
from studyguide.passage import Extent
from studyguide.support import Case
from studyguide.words import forms


def deletions_stand_in_the_quotation(case: Case) -> Iterator[Finding]:
    """Report a deletion whose words do not stand in a row in the quoted span."""
    aliases = {forms(key.value): forms(value.value) for key, value in case.deck.aliases}
    for deletion in _deletions(case.item):
        run = forms(deletion.text)
        if _has(case.passage.quoted, run) or _has(case.passage.quoted, aliases.get(run, ())):
            continue
        message = f"the hidden words `{deletion.text}` do not stand in the quoted words"
        help = "hide words as the source has them, or move a part out of the deletion"
        if _has(case.passage.stated, run):
            help = "the sentence has them: quote up to them, with `…` for the words between"
        yield case.item.error(case.item.prompt, "cloze-unsupported", message, help, deletion.text)


def _has(extent: Extent, run: tuple[str, ...]) -> bool:
    """Whether a run stands there, its numbers to the digit and its other words by their stems."""
    return extent.has_run(run)


def deletions_are_not_given_away(item: Item) -> Iterator[Finding]:
    """Report a deletion that can be read elsewhere on its own card, or in its hint."""
    for deletion in _deletions(item):
        hidden = forms(deletion.text)
        shown = " | ".join(_visible(piece, deletion.number) for piece in item.pieces)
        if hidden and _contains(forms(shown), hidden):
            message = f"the card gives `{deletion.text}` away: it can be read beside the blank"
            help = f"hide both with the same number: {{{{c{deletion.number}::…}}}}, or reword"
            yield item.error(item.prompt, "cloze-given-away", message, help, deletion.text)


def _visible(piece: "str | Deletion", hidden: int) -> str:
    if isinstance(piece, str):
        return piece
    return piece.hint if piece.number == hidden else piece.text


def _contains(run: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(run[at : at + len(part)] == part for at in range(len(run) - len(part) + 1))


def _deletions(item: Item) -> Iterator[Deletion]:
    return (piece for piece in item.pieces if isinstance(piece, Deletion))
