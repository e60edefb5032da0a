"""Who does it to whom: the item's subject and object of a verb are those of the passage, and not exchanged.

"The warden, whom the families blamed": the families blamed her. A question lacks one of the two, which is its answer.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.case import Case, is_declared
from studyguide.evidence.extent import Run
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, Words, content, words_for, written

_SIDE = 3
"""So many content words on either side of a verb may be its subject or its object."""
_BEFORE = 3  # so many words before a verb may have what makes it passive
_AGENT = 6
_HELPER = 6
"""So many words of a question may have its "did"; so many behind a verb, its "by"."""
_SHORT = 3
_ASKING = 2
"""So many words of a question may have its "whom"; letters of no word that ends as verbs do."""
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


class _Statement(NamedTuple):
    """A text that tells a deed; of a question what stands behind its "did", how it asks, and its answer."""

    text: Text
    run: Words
    asking: Words = ()
    has_helper: bool = False
    answer: Stems = frozenset()


def exchanged_deed(case: Case) -> Iterator[Differs]:
    """Yield who does in the item what is done to them in the passage."""
    language = case.language
    if not words_for(language, "preposition"):
        return
    for each in _told(case):
        for at, form in enumerate(each.run):
            if not _may_be_a_verb(case, each.run, at) or is_declared(case, (form,)):
                continue
            there = _only_deed(case, form)
            here = there and _deed(each.run, at, language)
            if not there or not here:
                continue
            here = _answered(here, each, language)
            if here.is_turned(there):
                stem = min((here.subject & there.object) or (here.object & there.subject))
                shown = written(each.text, language, stem)
                role = "object" if stem in here.subject else "subject"
                word = shown or written(case.item.prompt, language, stem) or stem
                message = f"the passage has `{word}` as the {role} of `{form}`"
                yield Differs("order", message, each.text, shown)
                return


def _may_be_a_verb(case: Case, run: Words, at: int) -> bool:
    """Whether a word may tell what is done: nothing stands before it that only a noun has."""
    language, form = case.language, run[at]
    if language.is_function_word(form) or language.number(form):
        return False
    if form in case.passage.section.places and not case.source.is_written_small(form):
        return False
    return at > 0 and run[at - 1] not in _before_nouns(language)


@cache
def _before_nouns(language: Language) -> frozenset[str]:
    lexicon = language.words
    return lexicon.articles | lexicon.demonstratives | words_for(language, "preposition")


def _tells_a_deed(form: str, language: Language) -> bool:
    """Whether a word of the passage is a verb: by its ending, or as one that is known, and no noun: works."""
    ends = form.endswith(tuple(language.words.past_endings)) and len(form) > _SHORT
    return ends or form in _past(language)


@cache
def _irregular(language: Language) -> Mapping[str, frozenset[str]]:
    """Give all forms of a verb that has some of its own, by each of them."""
    entries = (frozenset(each.split()) for each in language.words.irregular)
    return {form: entry for entry in entries for form in entry}


@cache
def _past(language: Language) -> frozenset[str]:
    return frozenset(form for each in language.words.irregular for form in each.split()[1:])


def _told(case: Case) -> Iterator[_Statement]:
    """Yield each text that tells a deed."""
    item, language = case.item, case.language
    if item.kind == "question" and len(item.answers) == 1:
        answer, asked = item.answers[0], forms(item.prompt.value)
        helping = words_for(language, "helping")
        behind = next((at + 1 for at, form in enumerate(asked[:_HELPER]) if form in helping), 0)
        told = content(language, forms(answer.value))
        yield _Statement(answer, asked[behind:], asked[:_ASKING], behind > 0, told)
    for text, value, _ in case.said:
        if text is not item.prompt or item.kind == "cloze":
            yield _Statement(text, forms(value))


def _only_deed(case: Case, form: str) -> Deed | None:
    """Give the deed of a verb that stands once in the passage's sentences."""
    section, language = case.passage.section, case.language
    found = [
        (sentence, at)
        for sentence in case.passage.sentences
        for at in _places(section.forms[slice(*sentence)], form, language)
    ]
    if len(found) != 1:
        return None
    sentence, at = found[0]
    place = sentence[0] + at
    tells = _tells_a_deed(section.forms[place], language)
    if not tells and words_for(language, "whom").isdisjoint(section.forms[slice(*sentence)]):
        return None
    begin, end = _clause(case, sentence, place)
    deed = _deed(section.forms[begin:end], place - begin, language)
    return deed if deed and (deed.is_whom or tells) else None


def _places(run: Words, form: str, language: Language) -> list[int]:
    """Tell where a run has a verb in whatever form: choose and chosen, tire and tirent."""
    stem, irregular = language.stem(form), _irregular(language)
    is_loose = not words_for(language, "helping")
    may_differ = is_loose or form in irregular
    return [
        at
        for at, (each, other) in enumerate(zip(run, language.stems(run), strict=True))
        if (
            other == stem
            or (may_differ and form in irregular.get(each, ()))
            or (is_loose and _is_longer(*sorted((other, stem), key=len)))
        )
        and not language.is_function_word(each)
    ]


def _is_longer(short: str, long: str) -> bool:
    """Whether one of two stems only ends otherwise: tire and tirent."""
    return len(short) >= _SHORT and len(long) - len(short) <= _SHORT and long.startswith(short)


def _clause(case: Case, sentence: Run, place: int) -> Run:
    """Give the clause of a word, with what a relative that opens it tells of."""
    section, lexicon = case.passage.section, case.language.words
    whom = words_for(case.language, "whom")
    relatives = lexicon.relatives | whom
    first, last = place, place + 1
    while first > sentence[0] and (
        case.passage.goes_on(first) or section.forms[first] in relatives
    ):
        if section.forms[first] in lexicon.conjunctions | lexicon.joining:
            break
        first -= 1
    verbs = lexicon.finite_verbs | lexicon.passives
    while first > sentence[0] and section.forms[first] in verbs:
        first -= 1  # Jonas Pym, was accused
        while first > sentence[0] and case.passage.goes_on(first):
            first -= 1
    while last < sentence[1] and case.passage.goes_on(last):
        last += 1
    return first, last


def _deed(run: Words, at: int, language: Language) -> Deed | None:
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
    agents = run[at + 1 : at + _AGENT]
    if not (
        lexicon.passives.isdisjoint(run[max(0, at - _BEFORE) : at])
        and lexicon.agents.isdisjoint(agents)
    ):
        agent = next(
            (
                place
                for place in range(at + 1, min(len(run), at + _AGENT))
                if run[place] in lexicon.agents
            ),
            0,
        )
        if not agent:
            return None
        return Deed(_beside(run, agent, 1, language), before)
    return Deed(before, behind, is_free=not words_for(language, "helping"))


def _beside(run: Words, at: int, step: int, language: Language) -> Stems:
    """Give the stems of the content words on one side of a word, as far as no preposition stands between."""
    found, place = set[str](), at + step
    stops = words_for(language, "preposition", "from", "to")
    while 0 <= place < len(run) and len(found) < _SIDE:
        form = run[place]
        if form in stops:
            break
        if not language.is_function_word(form) and not language.number(form):
            found.add(language.stem(form))
        place += step
    return frozenset(found)


def _answered(deed: Deed, each: _Statement, language: Language) -> Deed:
    """Fill in the answer to a question for what it asks: whom did she blame, who blamed her."""
    if words_for(language, "whose-part").isdisjoint(each.asking):
        return deed
    asks_object = each.asking[0] in words_for(language, "whose-object")
    if asks_object or (each.has_helper and deed.subject):
        return deed._replace(object=each.answer)
    if not deed.subject:
        return deed._replace(subject=each.answer)
    return deed if deed.object else deed._replace(object=each.answer)
