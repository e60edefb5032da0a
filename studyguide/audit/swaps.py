"""Planted errors: another name or number in the place of the right one."""

from collections.abc import Callable, Iterator

from studyguide.audit.specimen import (
    Mutant,
    Mutation,
    Specimen,
    is_alike,
    outside,
    spots_in,
    with_text,
)
from studyguide.evidence.terms import Term, names_in


def _swapped(
    specimen: Specimen, sort: str, pool: Callable[[Term], list[str]], where: str
) -> Iterator[Mutant]:
    """Replace each name or number of the item by another from a pool."""
    for text, term, is_recalled in spots_in(specimen):
        if term.sort != sort or is_recalled != (where == "answer"):
            continue
        choices = [word for word in pool(term) if not is_alike(word, term.shown, specimen.case)]
        if choices:
            wrong = specimen.chance.choice(choices)
            start, end = term.offset, term.offset + len(term.shown)
            value = text.value[:start] + wrong + text.value[end:]
            yield Mutant(with_text(specimen.item, text, value), f"{term.shown} → {wrong}")


def _of_passage(specimen: Specimen, sort: str) -> list[str]:
    case = specimen.case
    found = [
        term.shown
        for run in case.passage.sentences
        for term in names_in(case.passage.section, run, case.source, case.language)
        if term.sort == sort
    ]
    return sorted(set(found))


def _of_section(specimen: Specimen, sort: str) -> list[str]:
    case, section = specimen.case, specimen.case.passage.section
    found = names_in(section, (0, len(section.words)), case.source, case.language)
    near = set(_of_passage(specimen, sort))
    return sorted({term.shown for term in found if term.sort == sort} - near)


def _elsewhere(specimen: Specimen, sort: str) -> list[str]:
    pool = specimen.names if sort == "name" else specimen.numbers
    return sorted(set(pool) - set(_of_section(specimen, sort)) - set(_of_passage(specimen, sort)))


def swap(sort: str, where: str, origin: str) -> Mutation:
    """Make a mutation of one sort of word, in one place, by words of one origin."""

    def mutation(specimen: Specimen) -> Iterator[Mutant]:
        if origin == "outside":
            return _swapped(specimen, sort, lambda term: outside(term, specimen.case), where)
        pool = {"passage": _of_passage, "section": _of_section, "elsewhere": _elsewhere}[origin]
        words = pool(specimen, sort)
        return _swapped(specimen, sort, lambda _: words, where)

    return mutation
