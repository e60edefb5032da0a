"""Summary: the curator's own overview names nobody and counts nothing that its section does not."""

from collections.abc import Iterator

from studyguide.deck import Deck, Section, Text
from studyguide.finding import Finding
from studyguide.language import Language
from studyguide.passage import Extent, name_key
from studyguide.source import Source
from studyguide.support import Term, stands_in, terms_of
from studyguide.words import forms


def summaries_name_what_their_section_names(deck: Deck, source: Source) -> Iterator[Finding]:
    """Warn of names and numbers of a title or summary that its section does not have."""
    language = Language(deck.language)
    aliases = {name_key(form) for key, _ in deck.aliases for form in forms(key.value)}
    known = aliases | {name_key(form) for form in forms(f"{deck.author} | {deck.work}")}
    for section in deck.sections:
        found = source.sections.get(section.number)
        if not found:
            continue
        extent = Extent(language, (tuple(word.form for word in found.words),))
        for text in (section.title, section.summary):
            for term in terms_of(text.value, source, language):
                is_known = name_key(term.form) in known or _only_parts(term)
                if term.sort != "word" and not is_known and not stands_in(term, extent):
                    yield _strange(section, text, term)


def _only_parts(term: Term) -> bool:
    """Whether a number only parts what is told: "two of them say …", "in the second place"."""
    return term.form in ("1", "2", "3", "1.", "2.", "3.") and term.shown.isalpha()


def _strange(section: Section, text: Text, term: Term) -> Finding:
    return Finding(
        location=section.file.within(text, term.shown),
        code=f"summary-{term.sort}",
        message=f"section {section.number} does not have the {term.sort} {term.shown}",
        help="say what the section says; what is from elsewhere belongs into a `note`",
        severity="warning",
        section=section.number,
    )
