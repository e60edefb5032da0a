"""Sections: each section file has its section in the source."""

from collections.abc import Iterator

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.source.source import Source


def sections_are_in_the_source(deck: Deck, source: Source) -> Iterator[Finding]:
    """Report a section file whose number the source does not reach."""
    for section in deck.sections:
        if section.number not in source.sections:
            message = f"the source has {len(source.sections)} sections, no section {section.number}"
            help = (
                f"correct the number, or give the section's first words in deck.yaml: "
                f"openings: {{{section.number}: …}}"
            )
            location = section.file.at(section.file.text.find("section"), len("section"))
            yield Finding(location, "section-unknown", message, help, section=section.number)
