"""What a curator has declared of an item's words, and of the source's: nothing of that is gained or lost."""

from studyguide.evidence.case import Case
from studyguide.language.words import forms

Run = tuple[str, ...]


def is_declared(case: Case, run: Run) -> bool:
    """Whether words of an item are declared to stand for others: `no more than`, for "merely"."""
    return any(_have(case, forms(key.value), run) for key, _ in case.item.wording)


def is_accounted_for(case: Case, run: Run) -> bool:
    """Whether words of the source are those that a declaration stands for."""
    return any(_have(case, forms(meaning.value), run) for _, meaning in case.item.wording)


def _have(case: Case, declared: Run, run: Run) -> bool:
    """Whether a declaration has these words, or those of them that say something."""
    content = [form for form in run if not case.language.is_function_word(form)]
    return {*(content or run)} <= {*declared}
