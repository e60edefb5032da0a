"""What an "and" joins: another deed of whom a clause tells, and no more of what was asked for."""

from collections.abc import Sequence

from studyguide.evidence.case import Case
from studyguide.evidence.clauses import may_be_a_verb
from studyguide.language.paraphrase import irregular_of
from studyguide.language.words import Word
from studyguide.source.section import SourceSection

_NEAR = 6
"""Characters before a word that may be ", and "."""


def opens_a_predicate(case: Case, rest: Sequence[Word]) -> bool:
    """Whether what stands behind an "and" is a verb with its object: and sold Spanish wine, and bakes bread.

    In German it is a small word before an article: und besaß keine Pedale.
    """
    language, text = case.language, case.source.text
    if _begins_anew(case, rest):
        return True
    if len(rest) < 2 or not text[rest[0].end : rest[1].start].isspace():
        return False
    form, behind = rest[0].form, rest[1].form
    if not language.is_english:
        is_verb = text[rest[0].start].islower() and not language.is_function_word(form)
        return not language.marks_names and is_verb and behind in language.words.determiners
    lexicon, uses = language.words, language.words.constructions
    if behind in lexicon.joining or language.number(form):
        return False
    is_past = may_be_a_verb(form, language) or language.stem(form) in irregular_of("en")
    if is_past and form not in lexicon.plurals:
        return behind not in lexicon.possessives
    is_present = form.endswith("s") and not form.endswith(("ss", "us"))
    small = language.is_function_word(behind)
    has_object = behind in lexicon.determiners or behind in lexicon.pronouns or not small
    return is_present and has_object and behind not in uses.get("preposition", ())


def _begins_anew(case: Case, rest: Sequence[Word]) -> bool:
    """Whether a comma and an "and" open a clause with a subject and what that did: , and the pontoons drew 1.3 m."""
    language, lexicon = case.language, case.language.words
    before = case.source.text[max(0, rest[0].start - _NEAR) : rest[0].start] if rest else ""
    if not language.is_english or "," not in before or rest[0].form not in lexicon.determiners:
        return False
    told = [each.form for each in rest[2:]]
    irregular = irregular_of("en")
    return any(may_be_a_verb(form, language) or language.stem(form) in irregular for form in told)


def closes_a_relative(section: SourceSection, relatives: frozenset[str], end: int) -> bool:
    """Whether a comma behind a word closes a relative clause: which was sold as skin, and parts of a machine."""
    first, text, words = section.sentence_of(end).first, section.text, section.words
    at = end
    while at > first and "," not in text[words[at - 1].end : words[at].start]:
        at -= 1
    is_closed = end + 1 < len(words) and "," in text[words[end].end : words[end + 1].start]
    return is_closed and at > first and not relatives.isdisjoint(section.forms[at : at + 2])
