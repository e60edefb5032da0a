"""Mix-ups: of several names or numbers the item takes the right one, and with it the word that goes with it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import pairwise

from studyguide.evidence.backing import is_converted
from studyguide.evidence.case import Case, is_accounted_for, is_declared, rests_on_what_is_left_out
from studyguide.evidence.claims import is_turned
from studyguide.evidence.counted import rivals_among, stands_before, words_before
from studyguide.evidence.exchanged import another_deed
from studyguide.evidence.extent import Extent
from studyguide.evidence.pairs import mispaired_in
from studyguide.evidence.reckoned import is_of_a_share_told
from studyguide.evidence.reckoning.results import comes_of_others, made, reckoned_with
from studyguide.evidence.reference import is_first_name, is_part_of_name, stands_at_a_pronoun
from studyguide.evidence.said.asked_for import counts_answers
from studyguide.evidence.said.elliptic import stands_without
from studyguide.evidence.said.enumerated import exchanged_rows
from studyguide.evidence.said.figures import may_count
from studyguide.evidence.said.names import is_within_a_name, may_have_others, stand_so
from studyguide.evidence.sides import answers_by_an_exception
from studyguide.evidence.terms import Term, names_in, shown_whole, stands_in
from studyguide.evidence.unquoted import is_topic
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.names import is_of_one_place, name_key
from studyguide.language.times.within_years import is_day_of_a_month
from studyguide.language.words import Word, forms, words
from studyguide.syntax.differs import opposite_of

_AS_THERE = "say it as the passage does, or accept it in a review"
_CHECK = "check that the right one is meant, or accept it in a review"


def no_rival_is_left(case: Case) -> Iterator[Finding]:
    """Warn of a number in the quotation that counts what the answer's does, or a name in a row with its name."""
    mentioned = {_key(term) for each in case.said for term in _named(each.terms)}
    if not may_have_others(case, mentioned):
        return
    quoted = _quoted(case, mentioned)
    others = [each for each in quoted if _key(each) not in mentioned]
    if not others or case.names_the_moment:
        return
    meant = {name_key(form) for each in case.said for form in forms(each.value)}
    meant |= {*_aliased(case)} | case.language.words.months
    unsaid = [e for e in others if not ((key := name_key(e.form)) in meant or is_topic(case, key))]
    named = (term for term in unsaid if term.sort != "name" or not stands_in(term, case.all_said))
    unsaid = [term for term in named if not _only_refers(term, mentioned, case)]
    if made(case):
        unsaid = [each for each in unsaid if each.sort != "number"]
    if unsaid and (rivals := rivals_among(case, quoted, unsaid)):
        shown = ", ".join(dict.fromkeys(shown_whole(rivals)))
        message = f"the quotation also has {shown}, of which the item says nothing"
        help = "quote only what the answer needs, or accept in a review that the right one is taken"
        yield case.item.warning(case.item.evidence[0], "rival", message, help)


def _only_refers(term: Term, mentioned: Collection[str], case: Case) -> bool:
    """Whether a number counts nothing of its own (the two, H₂O), a name is part of one, or is declared."""
    shown = {term.form, *forms(term.shown)}
    declared = (forms(meaning.value) for _, meaning in case.item.wording)
    is_told = is_of_a_share_told(case, term) or is_converted(case, term)
    is_told = is_told or (term.sort == "number" and term.form in reckoned_with(case))
    if is_told or any(not shown.isdisjoint(run) for run in declared):
        return True
    if term.sort == "name":
        is_part = is_part_of_name(case, term, mentioned) or is_within_a_name(case, term)
        return is_part or is_first_name(case, term, mentioned)
    is_told = case.item.kind == "date" and is_day_of_a_month(case.source.text, term.offset)
    before = case.source.text[max(0, term.offset - 8) : term.offset].split()[-1:]
    is_symbol = not (term.shown[0].isdecimal() or term.shown.isalpha())
    return is_told or is_symbol or (term.shown.isalpha() and before == ["the"])


def _aliased(case: Case) -> Iterator[str]:
    """Yield the names for which the item has another."""
    texts = [each.value.casefold() for each in case.said] if case.deck.aliases else ()
    for key, value in case.deck.aliases:
        if any(form in text for text in texts for form in forms(key.value)):
            yield from map(name_key, forms(value.value))


def names_are_joined_as_in_the_source(case: Case) -> Iterator[Finding]:
    """Warn of two names side by side that nowhere stand so in the section."""
    for text, value, terms in case.said:
        for before, after in pairwise(terms):
            if not before.sort == after.sort == "name":
                continue
            is_joined = value[before.offset + len(before.shown) : after.offset] == " "
            if is_joined and "'" not in before.form and not stand_so(before, after, case, value):
                message = f"the section has no “{before.shown} {after.shown}”"
                help = "write the name as the source does"
                yield case.item.warning(text, "name-joined", message, help, before.shown)


def names_are_said_once(case: Case) -> Iterator[Finding]:
    """Warn of a name or number that the item says more often than its passage does."""
    for text, _, terms in case.said:
        named = _named(terms)
        if len({*map(_key, named)}) == len(named):
            continue
        counts = Counter(map(_key, named))
        for term in named:
            if counts[_key(term)] > max(1, _count(term, case)):
                message = f"{term.shown} stands here more often than in the passage"
                help = "check that one of them is not another name"
                yield case.item.warning(text, "name-repeated", message, help, term.shown)
                break


def _count(term: Term, case: Case) -> int:
    if term.sort == "number":
        return case.passage.stated.values.count(term.form)
    return case.passage.stated.names.count(name_key(term.form))


def _named(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.sort != "word"]


def _quoted(case: Case, mentioned: Collection[str]) -> list[Term]:
    """Give the names and numbers of the quotations: of what a `…` leaves out only if the item rests on any."""
    section, spans, shows = case.passage.section, case.passage.spans, case.passage.shows
    found = [each for run in spans for each in names_in(section, run, case.source, case.language)]
    found = [each for each in found if section.text[each.offset - 1] != "["]  # a gloss
    left_out = {_key(each) for each in found if not shows(each.offset)}
    if left_out.isdisjoint(mentioned) and not (left_out and rests_on_what_is_left_out(case)):
        return [each for each in found if shows(each.offset)]
    return found


def _key(term: Term) -> str:
    return term.form if term.sort == "number" else name_key(term.form)


def neighbours_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn of a name, a number, or a word before one that in the paragraph stands after another, or its opposite."""
    known: dict[tuple[str, str, str, str], str] = {}
    for text, value, terms in case.said:
        found = words(value)
        for term in terms:
            after = found[term.place + 1] if term.place + 1 < len(found) else None
            if after is None or case.language.is_function_word(after.form):
                continue
            if value[term.offset + len(term.shown) : after.start] in (" ", "\u00a0"):  # no new row
                behind = found[term.place + 2].form if term.place + 2 < len(found) else ""
                asked = term.sort, term.form, after.form, behind
                if asked not in known:
                    known[asked] = _rival(term, after.form, behind, case)
                rival, is_asked = known[asked], text is case.item.prompt
                is_done_to = found[term.place - 1].form in case.language.words.passives
                is_other = rival and not (is_done_to or is_declared(case, (after.form,)))
                if is_other and not comes_of_others(case, value, term, is_asked):
                    shown = f"{term.shown} {value[after.start : after.end]}"
                    message = f"the paragraph has “{rival}”, not “{shown}”"
                    yield case.item.warning(text, "neighbour", message, _CHECK, term.shown)
    for text, one, other in exchanged_rows(case):
        message = f"the passage has “{other}” there, not “{one}”: rows are exchanged"
        yield case.item.warning(text, "neighbour", message, _CHECK, one)


def pairs_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn of a "by 5", an "A of B", a "no A" of which the passage has another half only."""
    for text, value, _ in case.said:
        for each in mispaired_in(case, value):
            shown = value[each.start : each.end]
            message = f"the passage has “{each.instead}”, not “{shown}”"
            yield case.item.warning(text, "neighbour", message, _CHECK, shown)


def _rival(term: Term, after: str, behind: str, case: Case) -> str:
    """Find what stands in a term's stead before a word, and that with it, unless the term itself stands there too."""
    is_rival = _rivals_of(term, case)
    if is_rival is None or (term.sort == "name" and stands_before(term, after, case)):
        return ""
    found = words_before(term, after, case)
    if term.form == "1.":  # a "first" is told as such by what comes behind: the second
        last = case.passage.section.words[case.passage.sentences[-1][1] - 1].start
        found = (each for each in found if each[0].start <= last)
    rival, whole = next((each for each in found if is_rival(each[0])), (None, ""))
    if rival is None or stands_before(term, after, case) or stands_at_a_pronoun(term, case):
        return ""
    if stands_without(case, term, after, behind):
        return ""
    is_one_place = term.sort == "name" and is_of_one_place(term.form, rival.form)
    if is_one_place or may_count(term, after, case):
        return ""
    shown = case.source.text[rival.start : rival.end]
    return "" if shown.casefold() in term.shown.casefold().split() else whole


def _rivals_of(term: Term, case: Case) -> Callable[[Word], bool] | None:
    """Tell what could stand in a term's stead: for a name another name, for a word its opposite."""
    text, language = case.source.text, case.language
    if term.sort == "name":
        return lambda word: text[word.start].isupper() and not language.is_function_word(word.form)
    if term.sort == "number":
        of = counts_answers(case, term.form)
        return lambda word: _is_other_number(language.number(word.form), term.form, of_answers=of)
    opposites = {language.stem(word) for word in language.opposites(term.form)}
    if not opposites:
        return None
    return lambda word: language.stem(word.form) in opposites


def _is_other_number(value: str, than: str, *, of_answers: bool) -> bool:
    """Whether another number may be the one that is meant: five weeks are no first week, a first answer not all three."""
    is_other = value.rstrip(".") not in ("", than.rstrip("."))
    return is_other and (not of_answers if value.endswith(".") else not than.endswith("."))


def no_word_is_the_opposite(case: Case) -> Iterator[Finding]:
    """Warn of a word whose opposite stands in the passage while it does not stand there itself."""
    item, language, stated = case.item, case.language, case.passage.stated
    for text, value, terms in case.said:
        for term in terms:
            if stated.has_form(term.form):
                continue
            opposite = opposite_of(term, stated, language)
            if opposite and not (
                stated.has_any_form(term.form)
                or (stated.has_paraphrase(term.form) and term.form[-3:] != opposite[-3:])
                or _has(language, value, opposite)
                or is_declared(case, (term.form,))
                or is_accounted_for(case, (opposite,))
                or is_turned(forms(value)[: term.place + 1], language)
                or {*forms(value)[term.place + 1 :][:1]} & {*_particles(language)}
                or answers_by_an_exception(case)
            ):
                message = f"the passage says `{opposite}`, which is the opposite of `{term.shown}`"
                yield item.warning(text, "opposite", message, _AS_THERE, term.shown)
        for verb in language.joined_verbs(forms(value)) if language.parts_verbs else ():
            opposite = next(filter(stated.has_word, language.opposites(verb)), "")
            if opposite and not (stated.has_any_form(verb) or _has(language, value, opposite)):
                message = f"the passage says `{opposite}`, which is the opposite of `{verb}`"
                yield item.warning(text, "opposite", message, _AS_THERE)
                break
        if other := another_deed(case, value):
            message = f"the passage says `{other.instead}`, not `{other.told}`"
            yield item.warning(text, "opposite", message, _AS_THERE, other.shown)


def _has(language: Language, value: str, word: str) -> bool:
    return Extent(language, (forms(value),)).has_word(word)


def _particles(language: Language) -> Collection[str]:
    """Give what makes another verb of the one before it: end up, give way."""
    return language.words.constructions.get("particle", ())
