"""What nobody sees: a word is not found since a letter only looks as in the text, or hides a sign."""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from studyguide.finding import Finding, Location
from studyguide.language.scripts import look_of
from studyguide.language.words import words
from studyguide.source.source import Source

if TYPE_CHECKING:
    from studyguide.source.section import SourceSection

_NOT_FOUND = frozenset(
    {
        *("evidence-missing", "quotation-altered", "cloze-unsupported", "wording-unsupported"),
        *("answer-unsupported", "answer-name", "answer-number"),
        *("question-name", "question-number", "question-word", "summary-name", "summary-number"),
    }
)
_MOST_TOLD = 2
_OF_A_SYMBOL = 2
"""Figures that look like so short a word need not be meant for it: 02, O₂."""


def told(findings: list[Finding], source: Source) -> list[Finding]:
    """Add to the help of findings that something does not stand in a section what nobody sees.

    The source is not read if there is none.
    """
    return [_told(each, source) if each.code in _NOT_FOUND else each for each in findings]


def _told(finding: Finding, source: Source) -> Finding:
    section = source.sections.get(finding.section)
    seen = _pointed_at(finding.location)
    if section is None or not seen:
        return finding
    remarks = [*_unseen_signs(seen, section), *_twins(seen, section)][:_MOST_TOLD]
    help = "; ".join(filter(None, (*remarks, finding.help)))
    return finding._replace(help=help) if remarks else finding


def _pointed_at(place: Location) -> str:
    lines = place.text.splitlines()
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    return line[place.column - 1 : place.column - 1 + place.length]


def _unseen_signs(seen: str, section: "SourceSection") -> Iterator[str]:
    """Tell of signs without a shape, if the words stand in the section once a blank is put there."""
    signs = [sign for sign in seen if unicodedata.category(sign) in ("Cf", "Co", "Cn")]
    if not signs:
        return
    for instead in (" ", ""):
        plain = "".join(instead if sign in signs else sign for sign in seen)
        if all(section.has(word.form) for word in words(plain)):
            yield f"there is {named(signs[0])} in it, which nobody sees: type it again"
            return


def _twins(seen: str, section: "SourceSection") -> Iterator[str]:
    """Tell of words that look like one of the section and are another."""
    strange = [word for word in words(seen) if not section.has(word.form)]
    strange = [
        word for word in strange if not word.form.isdecimal() or len(word.form) > _OF_A_SYMBOL
    ]
    looks = {look_of(form): form for form in section.places} if strange else {}
    for word in strange:
        twin = looks.get(look_of(word.form), word.form)
        pairs = [(one, other) for one, other in zip(word.form, twin, strict=False) if one != other]
        if pairs:
            ours, theirs = pairs[0]
            shown = seen[word.start : word.end]
            yield f"in “{shown}” stands {named(ours)}, where the text has {named(theirs)}"


def named(sign: str) -> str:
    """Name a sign by its code point."""
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".rstrip()
