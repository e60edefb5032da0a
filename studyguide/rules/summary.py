"""Summary: the curator's own overview names nobody and counts nothing that the source does not."""

from collections.abc import Iterable, Iterator

from studyguide.deck.deck import UNWRITTEN, Deck, Section
from studyguide.deck.file import Text
from studyguide.evidence.extent import Extent
from studyguide.evidence.terms import Term, stands_in, terms_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.values import AGES
from studyguide.language.words import forms
from studyguide.patterns import lazy
from studyguide.rules.how_many import one_entry, parted_at, split_at_commas
from studyguide.source.source import Source


def summaries_name_what_their_section_names(deck: Deck, source: Source) -> Iterator[Finding]:
    """Warn of names and numbers of a title or summary that its section, or its heading, does not have."""
    language = Language(deck.language)
    known = _known(deck, (deck.author, deck.work))
    for section in deck.sections:
        found = source.sections.get(section.number)
        if not found:
            continue
        extent = Extent(language, (found.forms, forms(found.heading)))
        for text in (section.title, section.summary):
            for term in terms_of(text.value, source, language):
                is_known = name_key(term.form) in known or _only_parts(term)
                is_known |= _is_age_of_a_year(text.value, term, extent)
                if term.sort != "word" and not is_known and not stands_in(term, extent):
                    yield _strange(section, text, term)


def summaries_are_written(deck: Deck, _: Source) -> Iterator[Finding]:
    """Warn of a section with items that has the summary of a new deck, which paper would print."""
    for section in deck.sections:
        if section.items and " ".join(section.summary.value.split()) == UNWRITTEN:
            yield Finding(
                section.file.within(section.summary),
                "summary-unwritten",
                f"the summary of section {section.number} is not written yet",
                "say in two or three sentences what the section says: the guide prints them",
                severity="warning",
                section=section.number,
            )


def parts_name_what_the_source_names(deck: Deck, source: Source) -> Iterator[Finding]:
    """Warn of names and numbers of introduction or discussion that the source has nowhere."""
    if not deck.parts:
        return  # or the whole text would be split for nothing
    language = Language(deck.language)
    extent = Extent(language, tuple(section.forms for section in source.sections.values()))
    for part in deck.parts:
        known = _known(deck, part.titles)
        for text in part.texts:
            referring = _references(text.value)
            for term in terms_of(text.value, source, language):
                is_known = name_key(term.form) in known or _only_parts(term)
                is_known |= term.offset in referring and _names_section(term, source)
                is_known |= _is_age_of_a_year(text.value, term, extent)
                if term.sort != "word" and not is_known and not stands_in(term, extent):
                    yield Finding(
                        part.file.at(part.file.offset(text, term.offset), len(term.shown)),
                        f"summary-{term.sort}",
                        f"the source does not have the {term.sort} {term.shown}",
                        "say what the source says, or settle it in a review: "
                        f"studyguide review {deck.folder} --accept {part.key} --reason …",
                        severity="warning",
                    )


def no_comma_parts_a_question(deck: Deck, _: Source) -> Iterator[Finding]:
    """Warn of a question for discussion that a comma makes two of: only the second of them asks."""
    for one, other in split_at_commas(deck.file, deck.discussion):
        if _END.search(other.value) and not _END.search(one.value):
            yield Finding(
                deck.file.within(one),
                "list-comma",
                parted_at(one, other),
                one_entry(one, other),
                severity="warning",
            )


_END = lazy(r"[.?!…;؟。？！][”’»“\"')\]]*$")


def _known(deck: Deck, titles: Iterable[str]) -> frozenset[str]:
    """Give the names that may be used anywhere: aliases, and those of some titles."""
    texts = (*(key.value for key, _ in deck.aliases), *titles)
    return frozenset(name_key(form) for text in texts for form in forms(text))


_YEAR = (3, 4)
"""Figures of a year."""
_REFERENCE = lazy(r"(?:\b[Ss]ections?|§+)\s*\d+(?:(?:[,\s–-]|and|or|to)+\d+)*")


def _references(text: str) -> frozenset[int]:
    """Give the offsets that belong to references: "(Sections 1 to 3)"."""
    return frozenset(at for each in _REFERENCE.finditer(text) for at in range(*each.span()))


def _names_section(term: Term, source: Source) -> bool:
    """Whether a term of a reference is the word for it, or the number of a section."""
    shown = term.shown
    return not shown.isdecimal() or (len(shown) <= 4 and int(shown) in source.sections)


def _only_parts(term: Term) -> bool:
    """Whether a number only parts what is told: "two of them say …", "in the second place"."""
    return term.form in ("1", "2", "3", "1.", "2.", "3.") and term.shown.isalpha()


def _is_age_of_a_year(text: str, term: Term, extent: Extent) -> bool:
    """Whether a number is that of a century from which years are told: im 19. Jahrhundert, of 1847."""
    beside = (*forms(text[: term.offset])[-1:], *forms(text[term.offset + len(term.shown) :])[:1])
    value = term.form.removesuffix(".")
    if AGES.isdisjoint(beside) or not value.isdecimal():
        return False
    years = (each for each in extent.numbers if each.isdecimal() and len(each) in _YEAR)
    return any((int(each) - 1) // 100 + 1 == int(value) for each in years)


def _strange(section: Section, text: Text, term: Term) -> Finding:
    return Finding(
        location=section.file.within(text, term.shown),
        code=f"summary-{term.sort}",
        message=f"section {section.number} does not have the {term.sort} {term.shown}",
        help="say what the section says; what is from elsewhere belongs into a `note`",
        severity="warning",
        section=section.number,
    )
