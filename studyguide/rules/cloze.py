"""Hidden words: they stand in a row in the quotation, a number in words or figures."""

from collections.abc import Iterator

from studyguide.deck.cloze import Deletion
from studyguide.deck.item import Item, deletions, pointing_at
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import stands_in, terms_of
from studyguide.finding import Finding
from studyguide.language.words import forms
from studyguide.rules.verbatim import has_signs


def deletions_stand_in_the_quotation(case: Case) -> Iterator[Finding]:
    """Report a deletion whose words do not stand in a row in the quoted span."""
    item = case.item
    aliases = {forms(key.value): value.value for key, value in case.deck.aliases}
    for (start, deletion), before in zip(deletions(item), _before(item), strict=True):
        also = aliases.get(forms(deletion.text), deletion.text)
        if any(_has(case, case.passage.quoted, before, text) for text in (deletion.text, also)):
            continue
        message = f"the hidden words `{deletion.text}` do not stand in the quoted words"
        help = "hide words as the source has them, or move a part out of the deletion"
        if _has(case, case.passage.stated, before, deletion.text):
            help = "the sentence has them: quote up to them, with `…` for the words between"
        finding = item.error(item.prompt, "cloze-unsupported", message, help)
        yield pointing_at(finding, item, item.prompt, start, len(deletion.text))


def _before(item: Item) -> Iterator[str]:
    """Yield the text before each deletion: from there a name is told by its capital."""
    before = ""
    for piece in item.pieces:
        if isinstance(piece, Deletion):
            yield before
        before += piece if isinstance(piece, str) else piece.text


def _has(case: Case, extent: Extent, before: str, text: str) -> bool:
    """Whether words stand there in a row: names as they are, numbers in words or figures, others by stems.

    Of signs alone only that the passage has them is asked.
    """
    if not forms(text):
        return has_signs(case, text)
    if extent.has_run(forms(text), exactly=True):
        return True
    if any(case.language.numbers(forms(text))) and extent.has_run_of_numbers(forms(text)):
        return True
    if extent is case.passage.quoted and case.told_otherwise(text) >= {*range(len(forms(text)))}:
        return True  # 9 March, of "on the ninth"
    terms = terms_of(before + text, case.source, case.language)
    return extent.has_run(forms(text)) and all(
        stands_in(term, extent)
        for term in terms
        if term.sort != "word" and term.offset >= len(before)
    )
