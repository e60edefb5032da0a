"""Wording and aliases: what stands for the source's words is needed, and the source says those."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from studyguide.deck.file import Text
from studyguide.deck.item import deletions, frame
from studyguide.evidence.backing import Backing, backing, covered
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.exchanged import deeds_in
from studyguide.evidence.extent import Extent
from studyguide.evidence.passage import runs_of
from studyguide.evidence.reference import stands_for
from studyguide.evidence.terms import terms_of
from studyguide.finding import Finding
from studyguide.language.figures import COMPARING, figures
from studyguide.language.shares import are_alike, shares
from studyguide.language.words import forms, windows, words

_PARTED = 3
"""So many words may stand between those that a declaration gives."""
_MOST_PARTED = 12
"""So many where it has a `…`, or is a verb that its language parts."""
_OF_A_VERB = 2


def declared_words_stand_in_the_passage(case: Case) -> Iterator[Finding]:
    """Report a declaration whose source's word the passage does not have."""
    for key, meaning in case.item.wording:
        if not (_is_said(case, case.passage.stated, meaning) or _is_sign(case, key, meaning)):
            message = f"the passage does not say `{meaning.value}`"
            help = f"give the source's own word for `{key.value}`"
            finding = case.item.error(meaning, "wording-unsupported", message, help)
            is_told = case.passage.told.has_run(forms(meaning.value))  # before the sentence
            is_mild = is_told or _is_asked_with(case, key, meaning)
            yield _only_warning(finding) if is_mild else finding
        elif _is_of_names(case, key, meaning):
            message = f"`{key.value}` is a name or number: those are not a matter of wording"
            help = "write it as the source does, or add another name to `aliases` in deck.yaml"
            yield case.item.error(key, "wording-name", message, help)


def _is_sign(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a declaration stands for a sign of the passage that compares a figure: `>=`, for "and later"."""
    sign, lexicon = COMPARING.get(meaning.value.strip(), ""), case.language.words
    run, section = " ".join(forms(key.value)), case.passage.section
    told = lexicon.comparisons_behind.get(run) or lexicon.comparisons.get(run) or sign
    return told == sign != "" and any(
        each.is_sign and each.compare == sign
        for first, last in case.passage.sentences
        for each in figures(section.text, section.words[first:last], case.language)
    )


def _is_of_names(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a declaration is about a name or number, as the item writes it, and not about who "she" is."""
    run = forms(key.value)
    taken = [
        term
        for _, value, terms in case.said
        for at in _places(run, forms(value))
        for term in terms
        if at <= term.place < at + len(run)
    ]
    if not taken or _asks_for_a_name(case):
        taken = [*terms_of(f"x {key.value}", case.source, case.language)]
    if _are_one_share(case, key, meaning) or _is_first(case, key, meaning):
        return False
    return any(
        term.sort == "number" or (term.sort == "name" and not stands_for(case, term.form, meaning))
        for term in taken
    )


def _are_one_share(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a declaration writes a share of a whole in another way: ten per cent, a tenth; or one number: 3, three."""
    numbers = [[*filter(None, case.language.numbers(forms(e.value)))] for e in (key, meaning)]
    if numbers[0] == numbers[1] != []:
        return True
    one, other = (
        {each.value for each in shares(text.value, words(text.value), case.language)}
        for text in (key, meaning)
    )
    return are_alike(one, other)


def _is_first(case: Case, key: Text, meaning: Text) -> bool:
    """Whether an ordinal counts nothing that the passage numbers: for the first time, first, erstmals."""
    own, told = ({*case.language.numbers(forms(text.value))} - {""} for text in (key, meaning))
    return own == {"1."} and told <= own and len(forms(key.value)) > 1


def _asks_for_a_name(case: Case) -> bool:
    """Whether a capital at the start of an answer may well be that of a name: Who, where."""
    asking = case.language.words.asking_names
    return case.item.kind == "question" and asking.stand_in(forms(case.item.prompt.value)[:2])


def _places(wanted: tuple[str, ...], run: tuple[str, ...]) -> list[int]:
    return [at for at, each in enumerate(windows(run, len(wanted))) if each == wanted]


def _is_said(case: Case, extent: Extent, meaning: Text) -> bool:
    """Whether the source says some words, at most a few others between them.

    An elided last word counts: bien qu'ils, for bien que; and a `…` stands for others. Where verbs are
    parted, the two words of one may stand far apart, in either order: wies … ab, aus … bestand.
    """
    runs = runs_of(meaning.value)
    if len(runs) != 1:
        return bool(runs) and extent.has_parted(tuple(chain.from_iterable(runs)), _MOST_PARTED)
    run = runs[0]
    elided = (*run[:-1], run[-1][:-1]) if run[-1].endswith("e") else run
    if extent.has_run(run) or (elided != run and extent.has_run(elided, exactly=True)):
        return True
    if len(run) == _OF_A_VERB and case.language.parts_verbs:
        return any(extent.has_parted(each, _MOST_PARTED) for each in (run, run[::-1]))
    return len(run) > 1 and extent.has_parted(run, _PARTED)


def _is_asked_with(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a declaration is for the question alone, and the paragraph says its words."""
    wanted = forms(key.value)
    answers = [forms(answer.value) for answer in case.item.answers]
    in_answer = any(wanted in [*windows(run, len(wanted))] for run in answers)
    return (
        case.item.kind == "question"
        and not in_answer
        and _is_said(case, case.passage.around, meaning)
    )


def _only_warning(finding: Finding) -> Finding:
    return finding._replace(severity="warning")


def declarations_are_used(case: Case) -> Iterator[Finding]:
    """Report a declaration that nothing needs: left-overs hide mistakes."""
    if not case.item.wording:
        return
    used = {each.key for each in _backed_by(case, "wording")}
    for key, meaning in case.item.wording:
        if key in used or _is_of_small_words(case, key) or _is_inflected(case, key, meaning):
            continue
        if _is_parted(case, key):
            continue
        message = f"nothing in this item needs the declaration of `{key.value}`"
        yield case.item.error(key, "wording-unused", message, "remove it")


def _is_inflected(case: Case, key: Text, meaning: Text) -> bool:
    """Whether a word that the item has is declared to be a form of itself: filtered, a filter."""
    run, language = forms(key.value), case.language
    stands = any(run in [*windows(forms(value), len(run))] for _, value, _ in case.said)
    return stands and any(
        stem in (known := frozenset(language.stems(forms(meaning.value))))
        or language.has_paraphrase(stem, known)
        for stem in language.stems(run)
    )


def _is_parted(case: Case, key: Text) -> bool:
    """Whether the item has all words of a phrase, with others between: so it is no left-over."""
    run = forms(key.value)
    texts = (Extent(case.language, (forms(value),)) for _, value, _ in case.said)
    return len(run) > 1 and any(text.has_parted(run, _MOST_PARTED) for text in texts)


def _is_of_small_words(case: Case, key: Text) -> bool:
    """Whether a declaration is about words that need none, and the item has them: would not."""
    run = forms(key.value)
    is_small = all(map(case.language.is_function_word, run))
    return is_small and any(run in [*windows(forms(value), len(run))] for _, value, _ in case.said)


def _backed_by(case: Case, by: Literal["wording", "alias"]) -> Iterator[Backing]:
    """Give the terms of an item that only a declaration, or only an alias of its deck, supports.

    The answers are held against the quotation, the rest against the paragraph, each only where it has what is declared.
    """
    declared = case.item.wording if by == "wording" else case.deck.aliases
    for text, value, extent in _held(case, with_hidden=by == "alias") if declared else ():
        if covered(value, declared, case.language):
            yield from (each for each in backing(case, text, value, extent) if each.by == by)


def _held(case: Case, *, with_hidden: bool) -> Iterator[tuple[Text, str, Extent]]:
    """Yield what is said in each text of an item, and what has to support it."""
    item, passage = case.item, case.passage
    for text in answer_texts(item):
        yield text, text.value, passage.quoted
    if item.kind == "cloze":
        yield item.prompt, frame(item), passage.around
        for _, deletion in deletions(item) if with_hidden else ():
            yield item.prompt, deletion.text, passage.quoted
    elif item.kind == "question":
        yield item.prompt, item.prompt.value, passage.around


def aliases_used(case: Case) -> Iterator[str]:
    """Yield each alias that an item needs, once."""
    yield from sorted({each.key.value for each in _backed_by(case, "alias") if each.key})


def declared_words_are_no_opposites(case: Case) -> Iterator[Finding]:
    """Warn of a word that is declared to stand for its own opposite."""
    language = case.language
    help = "say it as the passage does, or accept it in a review"
    for key, meaning in case.item.wording:
        run = forms(meaning.value)
        if any(form in language.words.negations for form in (*run, *forms(key.value))):
            continue
        stems = {language.stem(form) for form in run}
        own, meant = deeds_in(language, [forms(key.value)]), deeds_in(language, [run])
        scenes = {deed.scene for deed in meant}
        is_phrase = max(len(run), len(forms(key.value))) > 1  # gave way, for held
        if is_phrase and any(deed.scene in scenes and deed not in meant for deed in own):
            message = f"`{key.value}` is another deed than what it is declared to stand for"
            yield case.item.warning(key, "opposite", message, help)
            return
        for form in forms(key.value):
            opposites = language.opposites(form)
            if any(language.stem(each) in stems for each in opposites):
                message = f"`{form}` is the opposite of what it is declared to stand for"
                yield case.item.warning(key, "opposite", message, help)
                return


def declared_units_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn of a unit that is declared to stand for another one."""
    units = case.language.words.units
    for key, meaning in case.item.wording:
        mine, theirs = forms(key.value), forms(meaning.value)
        named = {units[form] for form in theirs if form in units}
        if len(mine) == len(theirs) == 1 and named and units.get(mine[0]) not in named:
            message = f"`{key.value}` is not the unit of the passage, which is `{meaning.value}`"
            help = "give the passage's unit, or accept it in a review if you have converted it"
            yield case.item.warning(key, "unit", message, help)
