"""Words of an answer that its quotation lacks: whether anything near it says them."""

from collections.abc import Sequence
from functools import lru_cache

from studyguide.evidence.backing import Backing
from studyguide.evidence.case import Case, is_accounted_for
from studyguide.evidence.extent import Extent, Run
from studyguide.evidence.persons import is_name_of_one_meant
from studyguide.evidence.reference import pronouns_in
from studyguide.evidence.terms import Term, is_told_of_often, names_in
from studyguide.language.names import name_key
from studyguide.language.words import forms
from studyguide.source.section import SourceSection

TELLING = ("term", "person", "date")
"""Kinds whose answer tells of something: it may name what stands beside the quoted words."""
_SET_ASIDE = 8
"""So many words behind a "not" may be what it sets aside."""
_OPENING = 3
"""So many words at the start of a sentence tell whether it speaks of what was named before."""
_BESIDE = 4
"""So many words beside a quotation may be what no longer went into it."""


def named_near(case: Case) -> Extent:
    """Give where what a quotation defines may be named: its part of the sentence, up to a semicolon.

    The sentence before, too, if this one begins with "it" or "the …", unless what is quoted of it ends with another name.
    """
    section, lexicon, extent = case.passage.section, case.language.words, list[tuple[str, ...]]()
    for first, last in case.passage.spans:
        begin, sentence = first, section.sentence_of(first)
        while begin > sentence.first and ";" not in _gap(section, begin - 1):
            begin -= 1
        end, limit = last, section.sentence_of(last - 1).last
        while end < limit and ";" not in _gap(section, end - 1):
            end += 1
        extent.append(section.forms[begin:end])
        opening = section.forms[sentence.first : sentence.first + _OPENING]
        refers = opening[0] in lexicon.referring or not lexicon.pronouns.isdisjoint(opening)
        if refers and sentence.first and not _ends_with_another(case, (first, last)):
            before = section.sentence_of(sentence.first - 1)
            extent.append(section.forms[before.first : before.last])
    return Extent(case.language, tuple(extent))


def _ends_with_another(case: Case, span: Run) -> bool:
    """Whether a quotation begins or ends with a word of which the item says nothing: "is called a weir", of a sluice."""
    said = Extent(case.language, tuple(forms(value) for _, value, _ in case.said))
    ends = (case.passage.section.forms[span[0]], case.passage.section.forms[span[1] - 1])
    content = (form for form in ends if not case.language.is_function_word(form))
    return any(
        not (said.has_word(form) or said.has_paraphrase(form) or is_accounted_for(case, (form,)))
        for form in content
    )


def named_by_itself(case: Case, each: Backing) -> Backing:
    """Take what a term only says in other words for nothing where the section has its own: an alert, a warning."""
    is_elsewhere = each.by == "paraphrase" and case.passage.section.has(each.term.form)
    return each._replace(by="") if is_elsewhere else each


def is_named_beside(case: Case, each: Backing) -> bool:
    """Whether the sentence names what an event or a term is told of, or, next to the quotation, whose role that is.

    Not where the quotation has a name of which the item says nothing.
    """
    section, stated, spans = case.passage.section, case.passage.stated, case.passage.spans
    if each.text is not case.item.prompt:
        if case.item.kind not in TELLING or not stated.has_name(each.term.form):
            return False
        return all(case.all_said.has_name(term.form) for run in spans for term in _names(case, run))
    if case.item.kind != "person" or not stated.has_run(forms(each.text.value)):
        return False
    for first, last in spans:
        sentence = section.sentence_of(first)
        nearest = _whole(_names(case, (sentence.first, first))[::-1])
        nearest += _whole(_names(case, (last, sentence.last)))
        if name_key(each.term.form) in {name_key(term.form) for term in nearest}:
            return True
    return False


def is_counted_beside(case: Case, each: Backing) -> bool:
    """Whether the sentence has a number of an event, and the quotation none of which the item says nothing."""
    if case.item.kind != "date" or each.text is case.item.prompt:
        return False
    said = {term.form for _, _, terms in case.said for term in terms if term.sort == "number"}
    is_there = each.term.form in case.passage.stated.numbers
    return is_there and case.passage.quoted.numbers <= said


def _names(case: Case, run: Run) -> list[Term]:
    names = names_in(case.passage.section, run, case.source, case.language)
    return [term for term in names if term.sort == "name"]


def _whole(names: list[Term]) -> list[Term]:
    """Give the first of some names, with those that follow it at once."""
    end = next(
        (at for at in range(1, len(names)) if abs(names[at].place - names[at - 1].place) > 1),
        len(names),
    )
    return names[:end]


def whole_names(found: list[Backing]) -> list[Backing]:
    """Give as one what is lacking of one name: Ian Murdock."""
    whole = list[Backing]()
    for each in found:
        before = whole[-1].term if whole else each.term
        end = before.offset + len(before.shown)
        gap = each.text.value[end : each.term.offset]
        if whole and before.sort == each.term.sort == "name" and gap in (" ", "-"):
            shown = f"{before.shown}{gap}{each.term.shown}"
            whole[-1] = each._replace(term=before._replace(shown=shown))
        else:
            whole.append(each)
    return whole


def _gap(section: SourceSection, place: int) -> str:
    return section.text[section.words[place].end : section.words[place + 1].start]


def stands_beside(case: Case, each: Backing) -> bool:
    """Whether the sentence of the quotation has a word."""
    return case.passage.stated.has_word(each.term.form)


def stands_just_beside(case: Case, each: Backing) -> bool:
    """Whether a word stands in the sentence of the quotation a few words before or behind it."""
    section, form = case.passage.section, each.term.form
    near = list[tuple[str, ...]]()
    for first, last in case.passage.spans:
        end = section.sentence_of(last - 1).last
        near.append(section.forms[case.passage.clause_before(first, _BESIDE) : first])
        near.append(section.forms[last : min(end, last + _BESIDE)])
    return Extent(case.language, tuple(near)).has_word(form)


def is_weighed(case: Case, each: Backing, *, is_short: bool) -> bool:
    """Whether other rules ask whether a word claims too much, denies, compares, or says whose word it is."""
    lexicon, run, place = case.language.words, forms(each.text.value), each.term.place
    for weighing in (lexicon.negations, lexicon.hedges, lexicon.approximations) if is_short else ():
        if each.term.form in weighing:
            return any(map(weighing.stand_in, case.passage.stated.parts))
    if is_short:
        comparing = case.language.comparing.places(run, 2)  # no more than nine, of only nine
        return place in comparing and any(
            map(lexicon.exclusives.stand_in, case.passage.stated.parts)
        )
    if (
        each.term.form in lexicon.approximations
        or each.term.form in lexicon.negations
        or each.term.form in lexicon.exclusives
        or each.term.form in lexicon.universals
    ):
        return True
    phrases = (lexicon.denials, lexicon.speaker_before, case.language.comparing)
    return any(place in each.places(run, 2) for each in phrases)


def is_spared(case: Case, each: Backing, found: Sequence[Backing]) -> bool:
    """Whether a word needs no quotation: part of a name, what a term is a kind of, what is set aside by "not A but B"."""
    if each.text is case.item.prompt:
        is_kind = case.item.kind == "term" and any(other.by for other in found)
        return is_kind and is_told_of_often(each.term.form, case.passage.section, case.language)
    if is_name_of_one_meant(case, each):
        return True
    lexicon, run = case.language.words, forms(each.text.value)
    correcting = lexicon.adversatives | {*lexicon.constructions.get("correcting", ())}
    before = run[max(0, each.term.place - _SET_ASIDE) : each.term.place]
    is_denied = not lexicon.nots.isdisjoint(before)
    return is_denied and not correcting.isdisjoint(run[each.term.place :])


def is_light(case: Case, each: Backing) -> bool:
    """Whether a verb says next to nothing by itself: gets a name; or a word is the question's first: since 1949."""
    asked = forms(case.item.prompt.value)[:1]
    is_answer = each.text is not case.item.prompt
    is_taken_up = is_answer and each.term.place == 0 and asked == (each.term.form,)
    return is_taken_up or each.term.form in case.language.words.constructions.get("light", ())


def pronoun_for(case: Case, strange: Sequence[Backing]) -> str:
    """Give the "it" of the quotation that some words may stand for: those before it have them all; or nothing."""
    section = case.passage.section
    for at in pronouns_in(case):
        begin = section.sentence_of(max(section.sentence_of(at).first - 1, 0)).first
        before = Extent(case.language, (section.forms[begin:at],))
        if all(before.has_word(each.term.form) for each in strange):
            return section.forms[at]
    return ""


def stands_near(case: Case, each: Backing) -> bool:
    """Whether the paragraph has said a word when the passage is over, or a title does."""
    near = case.passage.introduced
    if near.has_word(each.term.form) or near.has_paraphrase(each.term.form):
        return True
    return titles(case).has_word(each.term.form)


def is_titled(case: Case, each: Backing) -> bool:
    """Whether the titles say a word: any item of some length may, and whatever tells of somebody."""
    return case.item.kind in TELLING and titles(case).has_word(each.term.form)


@lru_cache(maxsize=8)  # each strange word of an item asks for them
def titles(case: Case) -> Extent:
    """Give what deck, work and section are called: any item may say that."""
    deck, number = case.deck, case.item.section
    own = (part.title.value for part in deck.sections if part.number == number)
    return Extent(case.language, tuple(map(forms, (deck.title.value, deck.work, *own))))


def is_topic(case: Case, key: str) -> bool:
    """Whether the section speaks all the time of what has a name, or the deck's title names it; see `name_key`."""
    return key in map(name_key, forms(case.deck.title.value)) or is_told_of_often(
        key, case.passage.section, case.language
    )


def is_asked_of(case: Case, each: Backing, *, tells: bool) -> bool:
    """Whether a name in a longer answer is what the text, or the item's own question, is about."""
    if not tells and case.item.kind not in TELLING:
        return False
    key = name_key(each.term.form)
    in_question = case.item.kind == "question" and key in map(
        name_key, forms(case.item.prompt.value)
    )
    is_subject = each.text is case.item.prompt  # of whom all is told: no word of a title is that
    titled = () if is_subject else map(name_key, forms(f"{case.deck.title.value} {case.deck.work}"))
    stands = case.passage.section.has(each.term.form)
    return in_question or key in titled or (stands and is_topic(case, key))
