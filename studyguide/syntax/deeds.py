"""Who does it to whom: the item's subject and object of a verb are those of the passage, and not exchanged.

"The warden, whom the families blamed": the families blamed her. A question lacks one of the two, which is its answer.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from studyguide.deck.file import Text
from studyguide.evidence.beside import said_in
from studyguide.evidence.case import Case, is_declared
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.syntax.differs import Differs, Words, content, statements, words_for, written
from studyguide.syntax.verbs import Deed, Stems, deed_at, deed_of, places_of, verbs_in

_HELPER = 6
"""So many words of a question may have its "did"."""
_ASKING = 2
"""So many words of a question may have its "whom"."""


class _Statement(NamedTuple):
    """A text that tells a deed; of a question what stands behind its "did", how it asks, and its answer."""

    text: Text
    run: Words
    asking: Words = ()
    has_helper: bool = False
    answer: Stems = frozenset()


def exchanged_deed(case: Case) -> Iterator[Differs]:
    """Yield who does in the item what is done to them in the passage."""
    language, section = case.language, case.passage.section
    if not words_for(language, "preposition"):
        return
    verbs = frozenset[str]().union(
        *(verbs_in(section, sentence, language) for sentence in case.passage.sentences)
    )
    for each in _told(case) if verbs and _may_tell(case, verbs) else ():
        for at in _places_of(each.run, verbs, language):
            form = each.run[at]
            if not _may_be_a_verb(case, each.run, at) or is_declared(case, (form,)):
                continue
            there = _only_deed(case, form)
            here = there and deed_of(each.run, at, language)
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


def _may_tell(case: Case, verbs: frozenset[str]) -> bool:
    """Whether an item may have one of some verbs; wherever their endings do not tell."""
    return not words_for(case.language, "helping") or said_in(case).may_have(verbs)


def _places_of(run: Words, verbs: frozenset[str], language: Language) -> Iterable[int]:
    """Give the places of a run where there may be a verb of which a deed is told; all, where a verb is told by its beginning."""
    if not words_for(language, "helping"):
        return range(len(run))
    stems = language.stems(run)
    if verbs.isdisjoint(stems) and verbs.isdisjoint(run):
        return ()
    return [at for at, form in enumerate(run) if form in verbs or stems[at] in verbs]


def _may_be_a_verb(case: Case, run: Words, at: int) -> bool:
    """Whether a word may tell what is done: nothing stands before it that only a noun has."""
    language, form = case.language, run[at]
    if not at or run[at - 1] in _before_nouns(language):
        return False
    if language.is_function_word(form) or language.number(form):
        return False
    return form not in case.passage.section.places or case.source.is_written_small(form)


@cache
def _before_nouns(language: Language) -> frozenset[str]:
    lexicon = language.words
    return lexicon.articles | lexicon.demonstratives | words_for(language, "preposition")


def _told(case: Case) -> Iterator[_Statement]:
    """Yield each text that tells a deed."""
    item, language = case.item, case.language
    if item.kind == "question" and len(item.answers) == 1:
        answer, asked = item.answers[0], forms(item.prompt.value)
        helping = words_for(language, "helping")
        behind = next((at + 1 for at, form in enumerate(asked[:_HELPER]) if form in helping), 0)
        told = content(language, forms(answer.value))
        yield _Statement(answer, asked[behind:], asked[:_ASKING], behind > 0, told)
    for text, run in statements(case):
        yield _Statement(text, run)


def _only_deed(case: Case, form: str) -> Deed | None:
    """Give the deed of a verb that stands once in the passage's sentences."""
    section, language = case.passage.section, case.language
    found = [
        (sentence, place)
        for sentence in case.passage.sentences
        for place in places_of(section, sentence, form, language)
    ]
    return deed_at(section, *found[0], language) if len(found) == 1 else None


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
