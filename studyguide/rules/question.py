"""Question: what it takes for granted is what the passage says."""

from collections.abc import Iterator
from itertools import chain

from studyguide.deck.item import frame
from studyguide.evidence.backing import Backing, backing, counts_for_itself, error_at, stands_whole
from studyguide.evidence.case import Case
from studyguide.evidence.extent import Extent
from studyguide.evidence.reckoned import is_reckoned, is_told_of
from studyguide.evidence.reference import announced, is_in_full
from studyguide.evidence.said.another import is_defined_elsewhere, told_of_another
from studyguide.evidence.said.asked_for import asked_for
from studyguide.evidence.said.figures import figure_of_another
from studyguide.evidence.said.sentences import (
    MORE,
    answering_sentences,
    but_of_whom,
    content_of,
    may_be_asked_elsewhere,
    most_alike,
    sentences_beside,
)
from studyguide.evidence.said.spoken_of import is_language_of_code, is_spoken_of, spoken_of
from studyguide.evidence.sides import misplaced
from studyguide.evidence.terms import stands_in, terms_of
from studyguide.evidence.unquoted import whole_names
from studyguide.finding import Finding
from studyguide.language.names import name_key
from studyguide.language.words import displayed, forms
from studyguide.patterns import lazy
from studyguide.syntax.built import built_otherwise

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_SHOWN, _SEVERAL = 40, 2  # fewer words of a question may all be strange to the paragraph by chance
_LONG = 6  # letters of a word that is not by chance like another
_CODES = {"name": "question-name", "number": "question-number"}


def question_names_stand_in_the_passage(case: Case) -> Iterator[Finding]:
    """Report names and numbers of a question or a cloze sentence that its passage lacks."""
    item = case.item
    if item.kind not in ("question", "cloze"):
        return  # what is asked is a part of what is learnt there, and is held to the quotation
    text = item.prompt
    value = frame(item) if item.kind == "cloze" else text.value
    if stands_whole(case, text, value, case.passage.stated, of_names=True):
        return
    found = backing(case, text, value, case.passage.stated, of_names=True)
    for each in whole_names([each for each in found if not _is_known(case, each, value)]):
        message = f"the {each.term.sort} {each.term.shown} does not stand in the passage"
        help = "correct it, or add a quotation from the sentence that has it"
        finding = error_at(item, each, _CODES[each.term.sort], message, help)
        yield finding._replace(severity="warning") if _is_told_before(case, each) else finding


def _is_known(case: Case, each: Backing, value: str) -> bool:
    """Whether what a question names needs no sentence of its own: it is backed, was introduced, or is asked for."""
    if each.term.form in case.language.words.constructions.get("continents", ()):
        return True  # in which part of Europe?
    if each.by or stands_in(each.term, case.passage.led) or each.term.offset in asked_for(case):
        return True
    if each.term.sort == "name":
        is_told = _is_introduced(case, each.term.form) or is_spoken_of(case, each)
        is_told |= is_language_of_code(case, each.term.form)
        extents = (case.passage.stated, case.passage.introduced)
        return is_told or any(is_in_full(case, value, each.term, extent) for extent in extents)
    before = forms(value)[each.term.place - 1 : each.term.place] if each.term.place else ()
    refers = not case.language.words.articles.isdisjoint(before) and before not in (("a",), ("an",))
    is_counted = refers and each.term.form in case.passage.introduced.numbers  # the eight accused
    is_year = bool(_YEAR.fullmatch(each.term.form))
    if is_year and each.term.form in case.passage.introduced.numbers:
        return True  # in the election of 1921
    is_told = counts_for_itself(case, each) or is_told_of(case, value, each.term)
    return is_counted or is_told or is_reckoned(case, value, each.term)


def _is_introduced(case: Case, form: str) -> bool:
    """Whether the paragraph has named somebody before, or what leads to it; or a name is the author's, the work's.

    Or the paragraph has the word in small letters: the Fifth Symphony, of her seven symphonies.
    """
    is_a_word = len(form) >= _LONG and not case.source.is_written_large(form)
    if is_a_word and case.passage.around.has_word(form):
        return True
    if case.passage.introduced.has_name(form) or announced(case).has_name(form):
        return True
    if _is_of_all_the_text(case, form):
        return True
    titles = f"{case.deck.author} | {case.deck.work}"
    if any(
        map(
            case.language.words.pronouns.__contains__,
            chain.from_iterable(case.passage.stated.parts),
        )
    ):
        titles = f"{titles} | {case.deck.title.value}"  # of whom or what the text tells: she
    return name_key(form) in map(name_key, forms(titles))


def _is_of_all_the_text(case: Case, form: str) -> bool:
    """Whether the text opens with somebody whom most of its sections name, and the paragraph with a "she" but no name."""
    lexicon, around = case.language.words, case.passage.around
    persons = lexicon.singular | {*lexicon.constructions.get("whose", ())}
    if "doer" in lexicon.constructions and all(map(persons.isdisjoint, around.parts)):
        return False
    sections = [case.source.sections[number] for number in sorted(case.source.sections)]
    naming = [section.has(form) for section in sections]
    return len(naming) > 1 and naming[0] and 2 * sum(naming) > len(naming)


def _is_told_before(case: Case, each: Backing) -> bool:
    """Whether the section has named it, or its paragraph counted it, before the passage is over."""
    if each.term.sort == "number":
        return each.term.form in case.passage.introduced.numbers
    return case.passage.told.has_name(each.term.form) or bool(spoken_of(case, each))


def question_words_stand_in_the_paragraph(case: Case) -> Iterator[Finding]:
    """Warn of a question none of whose words stands in the paragraph or is declared."""
    value = frame(case.item) if case.item.kind == "cloze" else case.item.prompt.value
    is_asking = case.item.kind in ("question", "cloze") and case.language.has_lists
    if is_asking and not _is_plainly_there(case, value):
        yield from _strange(case, value)


def _is_plainly_there(case: Case, value: str) -> bool:
    """Whether the paragraph has a word of a text, or the text a name or number; else it is to be looked at closely."""
    passage, said_by = case.passage, case.language.attributions(value, case.deck.author)
    return any(
        each.sort != "word"
        or (passage.has_around(each.form) and not case.language.is_frame_word(each.form))
        for each in terms_of(value, case.source, case.language)
        if not any(start <= each.offset < end for start, end in said_by)
    )


def _strange(case: Case, value: str) -> Iterator[Finding]:
    """Warn of a question or cloze sentence that has words, and none that the paragraph backs."""
    found = [
        each
        for each in backing(case, case.item.prompt, value, case.passage.around)
        if each.term.sort != "word" or not case.language.is_frame_word(each.term.form)
    ]
    strange = [each for each in found if each.term.sort == "word" and not each.by]
    leading = (announced(case), case.passage.led)
    if len(strange) == len(found) >= _SEVERAL and not any(
        extent.has_word(each.term.form) for each in strange for extent in leading
    ):
        listed = ", ".join(dict.fromkeys(f"`{each.term.shown}`" for each in strange))
        message = f"the paragraph says nothing of {listed}"
        first = strange[0].term.shown
        help = f"use the source's words, or declare: wording: {{{first}: …}}"
        yield case.item.warning(case.item.prompt, "question-word", message, help, first)


def answer_stands_where_it_is_asked_for(case: Case) -> Iterator[Finding]:
    """Warn of an answer from another sentence than the one that is asked about, or from another's clause."""
    found = [*_elsewhere(case)]
    yield from found or _of_another(case)


def _elsewhere(case: Case) -> Iterator[Finding]:
    """Warn of an answer from a sentence that has little of the question, while another has much more of it."""
    if case.item.kind != "question" or not case.language.has_lists:
        return
    asked = [*content_of(case, case.item.prompt.value)]
    if not may_be_asked_elsewhere(case, asked):
        return
    answering = answering_sentences(case)
    section, language = case.passage.section, case.language
    here = Extent(language, tuple(section.forms[first:last] for first, last in answering))
    declared = {form for key, _ in case.item.wording for form in forms(key.value)}
    missing = [
        form
        for form in asked
        if not (form in declared or here.has_word(form) or here.has_paraphrase(form))
    ]
    there, place = most_alike(case, but_of_whom(case, asked), answering)
    have = len(asked) - len(missing)
    if there < have + MORE or 2 * there < len(asked):
        return
    beside = Extent(language, (*sentences_beside(case, answering), *case.passage.led.parts))
    have += sum(beside.has_word(form) or beside.has_paraphrase(form) for form in missing)
    if there < have + MORE:
        return
    shown = displayed(section.text[section.words[place].start :][:_SHOWN])
    message = f"the answer stands in one sentence, what is asked in another: “{shown} …”"
    help = "ask for what the quoted sentence says, or quote the one that has the answer"
    yield case.item.warning(case.item.prompt, "question-elsewhere", message, help)


def _of_another(case: Case) -> Iterator[Finding]:
    """Warn of an answer whose clause opens with what the item is silent about, and not with what it asks."""
    item, lexicon = case.item, case.language.words
    if item.kind == "cloze" or not case.language.has_lists:
        return
    asked = forms(item.prompt.value)
    if lexicon.asking_why.stand_in(asked) or lexicon.asking_conditions.stand_in(asked):
        return  # which is told in a clause of its own
    if item.kind in ("term", "person") and is_defined_elsewhere(case):
        message = f"the sentence that tells this does not name “{item.prompt.value}”"
        help = "quote the sentence that names it, or declare what stands for it"
        yield item.warning(item.prompt, "told-of-another", message, help)
    elif item.kind != "person" and (another := told_of_another(case)):
        message = f"the clause with the answer begins “{another.opening} …” and says nothing of `{another.asked}`"
        help = (
            "ask for what that clause is about, name that in the question, or accept it in a review"
        )
        yield item.warning(item.prompt, "told-of-another", message, help, another.asked)


def answer_stands_on_the_side_that_is_asked(case: Case) -> Iterator[Finding]:
    """Warn of an answer from behind an "except", a "than", a verb, where what stands before it is asked."""
    for each in (*misplaced(case), *figure_of_another(case)):
        help = "ask for the side on which the answer stands, or accept it in a review"
        yield case.item.warning(case.item.prompt, each.code, each.message, help)
        return


_HELP = {
    "answer-who": "name somebody, or ask in another way",
    "answer-unsupported": "quote that sentence, if it tells what is asked, or ask for what the quoted one says",
    "answer-how-many": "give the number, or ask in another way",
    "attribution-lost": "say who says so, or accept it in a review",
    "told-of-another": "quote what tells it of this, or accept it in a review",
    "neighbour": "ask for what the passage has beside it, or accept it in a review",
    "opposite": "say it as the passage does, or accept it in a review",
    "order": "say who does what as the passage does, or accept it in a review",
    "comparison": "say what is more, or less, as the passage does, or accept it in a review",
    "polarity": "say that it was not so, or accept it in a review",
    "unit": "ask for the unit of the passage, or accept it in a review",
    "part-lost": "say of which part it is told, or accept it in a review",
    "claim-added": "claim no more than the passage does, or accept it in a review",
    "condition-lost": "say for which case it holds, or accept it in a review",
    "hedge-lost": "say it as carefully as the passage does, or accept it in a review",
    "plan-as-deed": "say that it was planned, or accept it in a review",
    "cause": "answer by what the passage gives as the reason, or ask for the fact itself",
}


def sentences_are_built_as_in_the_passage(case: Case) -> Iterator[Finding]:
    """Warn of a case, a role, a comparison, a denial, a reason that the passage has the other way round."""
    for each in built_otherwise(case):
        is_error = each.code.startswith("answer-") and not each.is_mild
        report = case.item.error if is_error else case.item.warning
        yield report(each.text, each.code, each.message, _HELP[each.code], each.shown)
