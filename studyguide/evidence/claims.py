"""Words that claim much, and what takes the claim back: almost all, first of all, not forbidden."""

from collections.abc import Iterator
from itertools import chain, takewhile

from studyguide.evidence.attributed import clause_around
from studyguide.evidence.beside import Near
from studyguide.evidence.case import Case, is_declared
from studyguide.evidence.clauses import may_be_a_verb
from studyguide.evidence.persons import is_called_first
from studyguide.evidence.reckoned import counts_a_condition, tell_a_share
from studyguide.language.language import Language
from studyguide.language.phrases import Found
from studyguide.language.word_lists import Lexicon
from studyguide.language.words import Word, forms, windows, words

Run = tuple[str, ...]
_EXAMPLES = frozenset(
    ["including", "such as", "for example", "for instance", "certain", "half", "few"]
)
"""What says, of parts, only that more could be told."""
_TAKEN_OUT = frozenset(
    ["except", "except for", "apart from", "other than", "with the exception of", "excluding"]
)
"""What stands before such words is not what they take out."""
_HYPHENATED = frozenset(["peut être"])
_RELATIVE = (("who",), ("which",), ("that",), ("whom",))
_TO = frozenset(["until", "till", "bis", "hasta", "fino", "tot"])
"""What ends a range, behind a "from"."""
_NEEDS_A_FIGURE = frozenset(["about", "around", "over", "under", "estimated"])

_PHRASE = 3  # so many words behind a "some" may be what it is of
_LONGEST = 500  # words of what may be a sentence with clauses
_CLOSE = 2  # words behind a "probably" that may be all that it is said of
_SHORTEST = 4  # letters of what may be no superlative: best, but not rest


def without_weakened(run: Run, lexicon: Lexicon) -> Run:
    """Leave out each "all" that is none: almost all, not every, all but one."""
    weak = {
        at
        for each in lexicon.weakened.find(run)
        for at in range(
            each.start - 1, each.end + (run[each.start] != "but")
        )  # all but one, but must
    }
    return tuple(form for at, form in enumerate(run) if at not in weak)


def instructs(case: Case) -> bool:
    """Whether a clause of the passage tells what to do: "Charge it, and set its clock"."""
    run, lexicon = case.passage.section.forms, case.language.words
    imperatives, small = lexicon.imperatives, case.language.is_function_word
    return bool(imperatives) and any(
        run[first] in imperatives
        or (
            run[first + 1 : last][:1]
            and run[first + 1] in lexicon.articles
            and not small(run[first])
        )
        for first, last in case.passage.sentences
    )  # Ring the caretaker


def forbids(case: Case) -> bool:
    """Whether the passage says what must not be by a phrase with a "not": may not."""
    lexicon = case.language.words
    return any(
        not lexicon.nots.isdisjoint(run[each.start : each.end])
        for run in case.passage.stated.parts
        for each in lexicon.duties.find(run)
    )


def is_beside_a_denial(case: Case) -> bool:
    """Whether a clause that is quoted denies something: "not before noon" is only after it."""
    forms_of = case.passage.section.forms
    clauses = (forms_of[slice(*clause_around(case, span))] for span in case.passage.spans)
    return any(map(case.language.words.negations.stand_in, clauses))


def asks_for_conditions(case: Case) -> bool:
    """Whether a question asks on what something depends: what must be is asked for, then."""
    asking = case.language.words.asking_conditions
    is_asked = asking.stand_in(forms(case.item.prompt.value)) or counts_a_condition(case)
    return case.item.kind == "question" and is_asked


def is_turn_of_speech(run: Run, found: Found, lexicon: Lexicon) -> bool:
    """Whether a word belongs to a phrase in which it claims nothing: "first of all"."""
    return not lexicon.turns_of_speech.places(run).isdisjoint(range(found.start, found.end))


def sentences_told(case: Case) -> list[tuple[int, int]]:
    """Give the sentences of the quotations that can be read as such, and are no endless lists."""
    return [(first, last) for first, last in case.passage.sentences if last - first <= _LONGEST]


def is_denied(case: Case, run: Run, found: Found) -> bool:
    """Whether an item only says that something is not so: not forbidden, almost all, all but one.

    The whole item is looked at: "Is it forbidden? It is not forbidden".
    """
    lexicon, phrase = case.language.words, run[found.start : found.end]
    if _is_weak(run, found, lexicon):
        return True
    for _, value, _ in case.said:
        other = forms(value)
        places = (at for at, each in enumerate(windows(other, len(phrase))) if each == phrase)
        if any(_is_weak(other, Found(at, at + len(phrase)), lexicon) for at in places):
            return True
    return False


def _is_weak(run: Run, found: Found, lexicon: Lexicon) -> bool:
    beside = (*run[max(0, found.start - 1) : found.start], *run[found.end : found.end + 1])
    before = run[max(0, found.start - 2) : found.start]
    if lexicon.weakened.stand_in(beside) or lexicon.negations.stand_in(before):
        return True
    return lexicon.denials.stand_in(before)


def is_turned(run: Run, language: Language) -> bool:
    """Whether the last word of a run only asks how much, or is denied: how long, not signed; ¿cuánto creció? says that it did."""
    lexicon, before = language.words, run[:-1]
    denying = (lexicon.negations, lexicon.denials, lexicon.lost_denials)
    asks = not lexicon.measuring.isdisjoint(before[-1:]) and not may_be_a_verb(run[-1], language)
    return asks or any(each.stand_in(before[-2:]) for each in denying)


def _is_of_a_mass(case: Case, near: Near, found: Found) -> bool:
    """Whether a "some" stands before what is not counted, and tells of no part: drew some water."""
    lexicon, is_small = case.language.words, case.language.is_function_word
    if near.run[found.start : found.end] != ("some",) or not found.start or not lexicon.plurals:
        return False
    before = near.run[found.start - 1]
    begin, end = near.words[found.start - 1].end, near.words[found.start].start
    opens = before in lexicon.conjunctions | lexicon.joining | lexicon.that | lexicon.relatives
    if opens or case.source.text[begin:end].strip():
        return False  # some believe
    noun = [*takewhile(lambda form: not is_small(form), near.clause[found.end :])][:_PHRASE]
    return bool(noun) and not any(
        (form.endswith("s") and not form.endswith("ss")) or form in lexicon.plurals for form in noun
    )


def _is_of_a_stuff(case: Case, near: Near, found: Found) -> bool:
    """Whether a "one of" stands for a thing and what that is of: a heavier one of lead; not: one of the oldest."""
    language, lexicon, at = case.language, case.language.words, found.start
    before, behind = near.run[max(0, at - 2) : at], near.run[found.end : found.end + 1]
    if not before or near.run[at] not in lexicon.constructions.get("one", ()):
        return False
    gap = case.source.text[near.words[at - 1].end : near.words[at].start]
    is_part = any(language.is_function_word(each) or language.number(each) for each in behind)
    return not (gap.strip() or is_part or lexicon.articles.isdisjoint(before))


def superlatives_added(case: Case, value: str) -> Iterator[Word]:
    """Yield each superlative of a text of the item for which the passage has none."""
    lexicon, found, run = case.language.words, words(value), forms(value)
    listed = {at for each in lexicon.superlatives.find(run) for at in range(each.start, each.end)}
    endings = tuple(lexicon.superlative_endings)
    for at, form in enumerate(run):
        ends = form.endswith(endings)
        is_one = (
            at in listed
            or (ends and len(form) > _SHORTEST)
            or is_called_first(case, value, run[: at + 1])
        )
        is_idle = form in lexicon.not_superlative or form in lexicon.articles
        if not is_one or is_idle or is_declared(case, (form,)):
            continue
        if _claims_most(case, form, endings) or run[max(at - 1, 0) : at] == ("at",):
            continue
        yield found[at]


def _claims_most(case: Case, form: str, endings: tuple[str, ...]) -> bool:
    """Whether the passage has a superlative, or something else that may be said by one."""
    lexicon, stated = case.language.words, case.passage.stated
    if any(form in part for part in stated.parts):
        return True
    if not form.endswith(endings) and form != "most":  # the most common, of the commonest
        return stated.has_word(form) or stated.has_paraphrase(form)
    return any(
        each in lexicon.superlatives
        or (
            each.endswith(endings) and len(each) > _SHORTEST and each not in lexicon.not_superlative
        )
        for each in chain.from_iterable(case.passage.quoted.parts)
    )


def _is_of_a_superlative(case: Case, near: Near, found: Found) -> bool:
    """Whether a "probably" is said of "the most famous" alone, of which the item says nothing."""
    lexicon = case.language.words
    behind = near.run[found.end : found.end + _CLOSE]
    if near.run[found.start] not in lexicon.hedges or not lexicon.superlatives.stand_in(behind):
        return False
    return not any(lexicon.superlatives.stand_in(forms(value)) for _, value, _ in case.said)


def ends_a_range(run: Run, found: Found, lexicon: Lexicon) -> bool:
    """Whether an "until" only ends what a "from" begins: von Mai bis September."""
    before = {*run[max(0, found.start - _PHRASE) : found.start]}
    begins = not before.isdisjoint(lexicon.constructions.get("from", ()))
    return begins and found.end - found.start == 1 and run[found.start] in _TO


def _is_as_much(case: Case, near: Near, found: Found) -> bool:
    """Whether a word only says how much: some 140, as many as; or ends a range."""
    before, behind = near.run[found.start - 1 : found.start], near.run[found.end : found.end + 1]
    lexicon, phrase = case.language.words, near.run[found.start : found.end]
    is_about = phrase[-1] in lexicon.approximations and any(map(case.language.number, behind))
    as_much = lexicon.constructions.get("as much", ())
    is_bare = is_about or not {*before}.isdisjoint(as_much)
    return is_bare or ends_a_range(near.run, found, lexicon)


def is_meant(case: Case, near: Near, found: Found) -> bool:
    """Whether a phrase says there what its list is for: "some 40", no "some" of another kind."""
    lexicon = case.language.words
    phrase, following = (
        " ".join(near.run[found.start : found.end]),
        near.run[found.end : found.end + 1],
    )
    counts = following and (following[0][0].isdecimal() or following[0] in lexicon.numbers)
    is_month = phrase == "may" and case.source.text[near.words[found.start].start].isupper()
    shown = case.source.text[near.words[found.start].start : near.words[found.end - 1].end]
    is_verb = phrase in _HYPHENATED and shown.casefold() == phrase  # what may be, no "perhaps"
    is_ability = phrase == "could" and near.run[found.start - 1 : found.start] in _RELATIVE
    limits = phrase in lexicon.permissions and lexicon.exclusives.stand_in(near.clause[found.end :])
    is_outside = found.end <= near.first and phrase in _TAKEN_OUT
    is_refused = phrase in lexicon.plans and {*following} & lexicon.nots  # will not
    is_idle = phrase in _EXAMPLES or (phrase in _NEEDS_A_FIGURE and not counts)
    return not (
        is_month
        or is_verb
        or is_ability
        or limits
        or is_outside
        or is_refused
        or is_idle
        or _is_of_a_superlative(case, near, found)
        or _is_as_much(case, near, found)
        or _is_of_a_mass(case, near, found)
        or _is_of_a_stuff(case, near, found)
        or is_turn_of_speech(near.run, found, lexicon)
        or tell_a_share(case, near.words[found.start : found.end])
    )
