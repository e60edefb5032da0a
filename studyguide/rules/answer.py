"""Answer: all that a learner must recall stands in the quotation, or is declared in `wording`."""

from collections.abc import Iterator

from studyguide.deck.file import Text
from studyguide.evidence.backing import Backing, backing, counts_for_itself, error_at, stands_whole
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.extent import Extent
from studyguide.evidence.reckoned import is_one, is_unit_told, is_year_of_a_day
from studyguide.evidence.reckoning.results import counts_what_is_made, result_of
from studyguide.evidence.reference import is_called, is_in_full, is_meant, is_meant_alone
from studyguide.evidence.said.enumerated import heads_a_column
from studyguide.evidence.said.freely import goes_on_so, is_said_freely, only_joins
from studyguide.evidence.said.spoken_of import is_spoken_of, spoken_of
from studyguide.evidence.terms import Sort, names_in
from studyguide.evidence.unquoted import (
    TELLING,
    is_asked_of,
    is_counted_beside,
    is_light,
    is_named_beside,
    is_spared,
    is_titled,
    is_weighed,
    named_by_itself,
    named_near,
    pronoun_for,
    stands_beside,
    stands_just_beside,
    stands_near,
    whole_names,
)
from studyguide.finding import Finding
from studyguide.language.words import forms
from studyguide.patterns import lazy
from studyguide.syntax.replaced import in_place, may_be_paraphrased, misnamed, stands_for_another

_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")
_TELLS = 2  # words of the quotation make an answer tell something of whom it names besides

_LONG, _PART = 5, 3  # one in so many terms of a longer answer may be a word of the curator's own
_SHORT = 3  # terms of an answer, each of which must be recalled as it is


def answer_stands_in_the_quotation(case: Case) -> Iterator[Finding]:
    """Report numbers, names and words of the answer that nothing in the quotation supports."""
    for text in answer_texts(case.item):
        if case.item.kind == "date" and text is case.item.prompt:  # one slip, told of one part
            yield from sorted(_of_text(case, text), key=lambda each: not each.is_error)[:1]
        else:
            yield from _of_text(case, text)


def _of_text(case: Case, text: Text) -> Iterator[Finding]:
    """Report what nothing supports of one of the texts that must be recalled."""
    is_term = case.item.kind == "term" and text is case.item.prompt
    extent = named_near(case) if is_term else case.passage.quoted
    if stands_whole(case, text, text.value, extent):
        return
    found = [*backing(case, text, text.value, extent)]
    found = [named_by_itself(case, each) for each in found] if is_term else found
    unbacked = [
        each
        for each in found
        if not (each.by or is_unit_told(case, text.value, each.term))
        and not heads_a_column(case, text.value, each.term)
    ]
    rest = sum(1 for each in found if each.by and each.term.sort == "word")
    for each in whole_names([each for each in unbacked if not _is_named(case, each, rest)]):
        if each.term.sort == "number" and not (
            is_said_freely(case, each)
            or is_counted_beside(case, each)
            or is_one(case, text.value, each.term, case.passage.quoted)
        ):
            yield from _number_told(case, each, tells=rest >= _TELLS)
        elif each.term.sort == "name":
            yield _name(case, each, tells=rest >= _TELLS)
    wrong = [*misnamed(case, found)]
    yield from (_name(case, each, tells=False) for each in wrong)
    plain = [each for each in unbacked if each.term.sort == "word" and each not in wrong]
    plain = [each for each in plain if not is_spoken_of(case, each)]
    if plain and case.language.has_lists:
        yield from _plain(case, found, plain)


def _is_named(case: Case, each: Backing, rest: int) -> bool:
    """Whether a name needs no quotation: of whom all is told, who is meant, or what goes with a quoted name."""
    named = case.passage.stated if case.item.kind in TELLING else case.passage.quoted
    return each.term.sort == "name" and (
        is_asked_of(case, each, tells=rest >= _TELLS)
        or is_spoken_of(case, each)
        or goes_on_so(case, each)
        or is_called(case, each.text.value, each.term)
        or is_in_full(case, each.text.value, each.term, named)
        or is_named_beside(case, each)
        or is_meant_alone(case, each.term, each.text.value)
        or ((rest >= _TELLS or case.item.kind in TELLING) and is_meant(case, each.term))
    )


def _plain(case: Case, found: list[Backing], plain: list[Backing]) -> Iterator[Finding]:
    """Report words that nothing supports; in a longer answer, only those that nothing near it does."""
    if all(stands_just_beside(case, each) for each in plain):
        return
    is_short = len(found) <= _SHORT
    plain = [each for each in plain if not is_spared(case, each, found)]
    if not is_short:
        plain = [each for each in plain if not only_joins(case, each)]
    if len(plain) < len(found):
        plain = [e for e in plain if not (is_light(case, e) or counts_what_is_made(case, e))]
    own = [each for each in plain if not is_weighed(case, each, is_short=is_short)]
    strange = [
        each
        for each in own
        if not is_titled(case, each)
        and (is_short or not (stands_near(case, each) or _is_asked(case, each, _asked(case))))
    ] or [each for each in own if stands_for_another(case, each, found)]
    if _is_told_freely(case, plain, strange, found):
        strange = [each for each in strange if in_place(case, each, found)][:1]
    if not strange:
        return
    is_foreign = is_short and not all(stands_near(case, each) for each in strange)
    is_mostly_strange = 2 * len(strange) >= len(found) + (not is_foreign)
    is_grounded = len(strange) < len(found)
    if case.language.is_english:
        is_grounded &= all(stands_beside(case, each) for each in strange)
    instead = in_place(case, strange[0], found) if len(strange) == 1 else ""
    finding = _words(case, strange, instead)
    is_error = (
        is_mostly_strange and not is_grounded and not may_be_paraphrased(case, strange, found)
    )
    if is_error and (pronoun := pronoun_for(case, strange)):
        is_error, finding = False, _stood_for(finding, strange, pronoun)
    yield finding if is_error else finding._replace(severity="warning")


def _stood_for(finding: Finding, strange: list[Backing], pronoun: str) -> Finding:
    """Say of words that the text has before the quotation what stands in it for them."""
    shown = strange[-1].term.shown
    listed = " ".join(dict.fromkeys(each.term.shown for each in strange))
    message = f"the quoted words have `{pronoun}`, and not `{listed}`"
    help = f"if `{pronoun}` is that, quote the words before, too, or declare: wording: {{{shown}: {pronoun}}}"
    return finding._replace(message=message, help=help)


def _is_told_freely(
    case: Case, plain: list[Backing], strange: list[Backing], found: list[Backing]
) -> bool:
    """Whether a longer text has a few words of its own, where no list tells what they stand for; in English, one of many."""
    if not strange or plain[0].text is case.item.prompt:
        return False
    lexicon, words = case.language.words, [each.term.form for each in strange]
    denies = any(form in lexicon.denials or form in lexicon.lost_denials for form in words)
    is_rest = _PART * len(strange) <= len(found) >= _LONG and not denies
    if case.language.is_english:
        opens = case.item.kind == "person" and strange[0] is found[0]  # an engineer who …
        is_plain = not (case.language.decides(words[0]) or case.language.opposites(words[0]))
        is_plain &= words[0] not in lexicon.comparatives and words[0] not in lexicon.superlatives
        return len(words) == 1 and is_plain and not opens and len(found) > _LONG and is_rest
    return is_rest or (case.item.kind in TELLING and _PART * len(plain) <= len(found))


def _asked(case: Case) -> Extent:
    """Give what the question says itself: an answer may take it up."""
    is_asked = case.item.kind == "question"
    return Extent(case.language, (forms(case.item.prompt.value),) if is_asked else ())


def _is_asked(case: Case, each: Backing, asked: Extent) -> bool:
    return asked.has_word(each.term.form) or case.language.is_frame_word(each.term.form)


def _number_told(case: Case, each: Backing, *, tells: bool) -> Iterator[Finding]:
    """Report a number that stands nowhere, but not one that comes of those which the quotation has."""
    result = result_of(case, each.text.value, each.term)
    finding = _number(case, each, tells=tells)
    if not result:
        yield finding
    elif not result.is_sure:
        made = f"the number {each.term.shown} is not there, but comes of {' and '.join(sorted(result.of))}"
        help = (
            "if that is what is asked, accept it in a review; else give the number that is quoted"
        )
        yield finding._replace(severity="warning", message=made, help=help)


def _number(case: Case, each: Backing, *, tells: bool) -> Finding:
    message = f"the number {each.term.shown} does not stand in the quoted words"
    help = f"the quotation has {_quoted(case, 'number') or 'no number'}"
    is_near = each.term.form in case.passage.introduced.numbers
    if each.term.form in case.passage.stated.numbers:
        help = "the sentence has it: quote up to it, with `…` for the words between"
    finding = error_at(case.item, each, "answer-number", message, help)
    is_told_of = is_near and tells and each.text is not case.item.prompt
    is_told_of |= _is_year_told(case, each)
    is_told_of |= counts_for_itself(case, each)
    return finding._replace(severity="warning") if is_told_of else finding


def _is_year_told(case: Case, each: Backing) -> bool:
    """Whether a number of a date is a year that the section has told, or that completes a day."""
    form, is_date = each.term.form, case.item.kind == "date"
    is_told = form in case.passage.told.numbers
    return (
        is_date
        and bool(_YEAR.fullmatch(form))
        and (is_told or is_year_of_a_day(case, each.text.value, form))
    )


def _name(case: Case, each: Backing, *, tells: bool) -> Finding:
    message = f"the name {each.term.shown} does not stand in the quoted words"
    help = "correct it, or quote the words that name it"
    if names := _quoted(case, "name"):
        help = f"the quotation names {names}"
    is_near = case.passage.introduced.has_name(each.term.form)
    if case.passage.stated.has_name(each.term.form):
        is_near = True
        help = "the sentence has it: quote up to it, with `…` for the words between"
    elif case.passage.around.has_name(each.term.form):
        help = "the paragraph has it: add a quotation that holds it"
    finding = error_at(case.item, each, "answer-name", message, help)
    is_told_of = case.item.kind in TELLING and case.passage.stated.has_name(each.term.form)
    is_told_of |= (is_near and tells) or is_meant(case, each.term) or spoken_of(case, each) != ""
    return finding._replace(severity="warning") if is_told_of else finding


def _quoted(case: Case, sort: Sort) -> str:
    """List the names or numbers of the quoted spans, as the source writes them."""
    found: list[str] = []
    for span in case.passage.spans:
        terms = names_in(case.passage.section, span, case.source, case.language)
        found += [" ".join(term.shown.split()) for term in terms if term.sort == sort]
    return ", ".join(dict.fromkeys(found))


def _words(case: Case, unbacked: list[Backing], instead: str) -> Finding:
    shown = [each.term.shown for each in unbacked]
    listed = ", ".join(f"`{word}`" for word in dict.fromkeys(shown))
    verb = "stands" if len(set(shown)) == 1 else "stand"
    message = f"{listed} {verb} neither in the quoted words nor under `wording`"
    help = f"use the source's words, or declare: wording: {{{shown[0]}: the source's word}}"
    if instead:
        message = f"the passage has `{instead}` there, not `{shown[0]}`"
        help = f"write `{instead}`, or, if it means the same, declare: wording: {{{shown[0]}: {instead}}}"
    nearby = [each for each in unbacked if case.passage.stated.has_word(each.term.form)]
    if nearby:
        help = f"quote up to `{nearby[0].term.shown}`, with `…` for the words between"
    return error_at(case.item, unbacked[0], "answer-unsupported", message, help)
