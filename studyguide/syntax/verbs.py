"""The verbs of a sentence, and who does it to whom around each: what stands before it and behind it, or behind a "by"."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from studyguide.evidence.clauses import extent_of, marks_in
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.source.section import SourceSection
from studyguide.syntax.differs import Words, beside, content, listed, words_for

_SIDE = 3
"""So many content words on either side of a verb may be its subject or its object."""
_BEFORE = 3  # so many words before a verb may have what makes it passive
_AGENT = 6
"""So many words behind a verb may have its "by"."""
_SHORT = 3
"""Letters of no word that ends as verbs do."""
_REACH = 7  # so many words behind a "whom" may be of its clause

Stems = frozenset[str]


class Deed(NamedTuple):
    """Who does it, and to whom or what: the stems of each; nothing where that is not known."""

    subject: Stems
    object: Stems
    is_whom: bool = False
    is_free: bool = False

    def is_turned(self, other: "Deed") -> bool:
        """Whether an item's deed has the two sides of the passage's exchanged; behind a "whom" one side tells it."""
        taken = self.subject & other.object - other.subject
        given = self.object & other.subject - other.object
        kept = self.subject & other.subject or self.object & other.object
        if not (self.subject and self.object):
            return False  # it dries; it is bought
        if other.is_free:
            return False  # where the subject may stand behind its verb
        return bool((taken or given) if other.is_whom else (taken and given)) and not kept


@lru_cache(maxsize=512)  # neighbouring items stand in the same sentences
def verbs_in(section: SourceSection, sentence: Run, language: Language) -> frozenset[str]:
    """Give what a verb of an item must be one of if a sentence tells a deed by it: stems, and forms of irregular ones."""
    run = section.forms[slice(*sentence)]
    has_whom = not words_for(language, "whom").isdisjoint(run)
    told = [
        form
        for form in run
        if (has_whom or _tells_a_deed(form, language)) and not language.is_function_word(form)
    ]
    irregular = _irregular(language)
    return frozenset(language.stems(told)).union(
        *(irregular[form] for form in told if form in irregular)
    )


def places_of(section: SourceSection, sentence: Run, form: str, language: Language) -> list[int]:
    """Tell where a sentence has a verb in whatever form: choose and chosen, tire and tirent."""
    run, stem, irregular = (
        section.forms[slice(*sentence)],
        language.stem(form),
        _irregular(language),
    )
    stems = extent_of(section, sentence, language).stems[0]
    found = [at for at, other in enumerate(stems) if other == stem]
    if form in irregular:
        found += [at for at, each in enumerate(run) if form in irregular.get(each, ())]
    if not words_for(language, "helping"):
        longer = (_is_longer(*sorted((other, stem), key=len)) for other in stems)
        found += compress(range(len(run)), longer)
    is_small = language.is_function_word
    return [sentence[0] + at for at in {*found} if not is_small(run[at])]


def _is_longer(short: str, long: str) -> bool:
    """Whether one of two stems only ends otherwise: tire and tirent."""
    return len(short) >= _SHORT and len(long) - len(short) <= _SHORT and long.startswith(short)


@lru_cache(maxsize=512)
def deed_at(section: SourceSection, sentence: Run, place: int, language: Language) -> Deed | None:
    """Read the deed of a verb of the text in its clause, if it tells one."""
    tells = _tells_a_deed(section.forms[place], language)
    if not tells and words_for(language, "whom").isdisjoint(section.forms[slice(*sentence)]):
        return None
    begin, end = _clause(section, sentence, place, language)
    deed = deed_of(section.forms[begin:end], place - begin, language)
    return deed if deed and (deed.is_whom or tells) else None


def _clause(section: SourceSection, sentence: Run, place: int, language: Language) -> Run:
    """Give the clause of a word, with what a relative that opens it tells of."""
    forms, cuts = section.forms, {*marks_in(section, sentence)}
    relatives = language.words.relatives | words_for(language, "whom")
    first, opening = place, listed(language, "conjunctions", "joining")
    while first > sentence[0] and (first not in cuts or forms[first] in relatives):
        if forms[first] in opening:
            break
        first -= 1
    verbs = listed(language, "finite_verbs", "passives")
    while first > sentence[0] and forms[first] in verbs:
        first -= 1  # Jonas Pym, was accused
        while first > sentence[0] and first not in cuts:
            first -= 1
    return first, min((at for at in cuts if at > place), default=sentence[1])


def deed_of(run: Words, at: int, language: Language) -> Deed | None:
    """Read who does it to whom around a verb."""
    lexicon, whom = language.words, words_for(language, "whom")
    near = range(at - 1, max(-1, at - _REACH), -1)
    relative = next((place for place in near if run[place] in whom), None)
    if relative:
        subject = content(language, run[relative + 1 : at])
        if subject and not language.is_function_word(run[relative - 1]):
            return Deed(subject, _beside(run, relative, -1, language), is_whom=True)
        return None
    before, behind = _beside(run, at, -1, language), _beside(run, at, 1, language)
    last = min(len(run), at + _AGENT)
    if not (
        lexicon.passives.isdisjoint(run[max(0, at - _BEFORE) : at])
        and lexicon.agents.isdisjoint(run[at + 1 : last])
    ):
        agent = next((each for each in range(at + 1, last) if run[each] in lexicon.agents), 0)
        return Deed(_beside(run, agent, 1, language), before) if agent else None
    return Deed(before, behind, is_free=not words_for(language, "helping"))


def _beside(run: Words, at: int, step: int, language: Language) -> Stems:
    """Give the stems of the first content words on one side of a word."""
    found = set[str]()
    for stem in beside(run, at, step, language):
        found.add(stem)
        if len(found) == _SIDE:
            break
    return frozenset(found)


def _tells_a_deed(form: str, language: Language) -> bool:
    """Whether a word of the passage is a verb: by its ending, or as one that is known, and no noun: works."""
    return (len(form) > _SHORT and form.endswith(_endings(language))) or form in _past(language)


@cache
def _endings(language: Language) -> tuple[str, ...]:
    return tuple(language.words.past_endings)


@cache
def _irregular(language: Language) -> Mapping[str, frozenset[str]]:
    """Give all forms of a verb that has some of its own, by each of them."""
    entries = (frozenset(each.split()) for each in language.words.irregular)
    return {form: entry for entry in entries for form in entry}


@cache
def _past(language: Language) -> frozenset[str]:
    return frozenset(form for each in language.words.irregular for form in each.split()[1:])
