"""The errors that an audit plants: each class makes wrong copies of one item.

A mutation changes one thing that a curator could get wrong, and leaves an item that can be read.
Which of several wrong words it takes is left to a random generator that is seeded by the item.
"""

from studyguide.audit.evidence import (
    evidence_changed,
    evidence_misspelt,
    other_answer,
    other_evidence,
    wrong_section,
)
from studyguide.audit.meanings import (
    deletion_moved,
    list_cut,
    negation_added,
    negation_removed,
    opposite,
    roles_swapped,
)
from studyguide.audit.signs import SIGNS
from studyguide.audit.specimen import Mutation
from studyguide.audit.strength import (
    another_speaker,
    comparison_turned,
    condition_cut,
    hedge_cut,
    negation_outside,
    plan_as_done,
    strengthener_added,
)
from studyguide.audit.swaps import swap
from studyguide.evidence.terms import names_in
from studyguide.language.language import Language
from studyguide.source.source import Source

_ORIGINS = ("passage", "section", "elsewhere", "outside")

SWAPS: dict[str, Mutation] = {
    **{
        f"{sort} of the {where}, from {origin}": swap(sort, where, origin)
        for where in ("answer", "question")
        for sort in ("number", "name")
        for origin in _ORIGINS
    },
    **SIGNS,
    "another item's answer": other_answer,
    "another item's evidence": other_evidence,
    "wrong section": wrong_section,
    "evidence misspelt": evidence_misspelt,
    "name or number in the evidence": evidence_changed,
}
"""Something else in the place of what is right, as a slip or a guess puts it there."""

MEANINGS: dict[str, Mutation] = {
    "negation added": negation_added,
    "negation removed": negation_removed,
    "negation outside the quotation": negation_outside,
    "opposite": opposite,
    "comparison turned round": comparison_turned,
    "roles swapped": roles_swapped,
    "deletions swapped": deletion_moved,
    "list cut": list_cut,
    "hedge cut": hedge_cut,
    "condition cut": condition_cut,
    "strengthener added": strengthener_added,
    "plan told as done": plan_as_done,
    "another speaker": another_speaker,
}
"""The passage's own words, or nearly, that say something else: as a careless reader errs."""

MUTATIONS = {**SWAPS, **MEANINGS}
"""Every class of planted errors, by the name under which an audit reports it."""

CERTAIN = frozenset(
    {f"{sort} of the answer, from {origin}" for sort in ("number", "name") for origin in _ORIGINS}
    | {"wrong section", "evidence misspelt", "name or number in the evidence"}
)
"""Classes of which not one planted error may pass."""

UNSEEN = (
    "a false cause out of the passage's own words",
    "an answer that is true, but to another question",
    "what free text leaves out",
    "a declaration under `wording` that is wrong",
)
"""What no rule can see, so that none is planted: it rests on whoever reads the item."""


def names_and_numbers(
    source: Source, language: Language
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List all names and all numbers of a source, to draw wrong ones from."""
    found = [
        term
        for section in source.sections.values()
        for term in names_in(section, (0, len(section.words)), source, language)
    ]
    names = sorted({term.shown for term in found if term.sort == "name"})
    numbers = sorted({term.shown for term in found if term.sort == "number"})
    return tuple(names), tuple(numbers)
