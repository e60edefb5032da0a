"""Whose word a quoted clause is: who says it, and what the item tells as a fact though it is only said.

Some languages put the name behind the verb, too: “…”, sagt sie; so Obst.
"""

from collections.abc import Iterator

from studyguide.deck.file import Text
from studyguide.evidence.case import Case
from studyguide.evidence.clauses import parts_of, that_behind
from studyguide.evidence.extent import Run
from studyguide.evidence.persons import (
    Named,
    keys_of,
    last_named,
    named_in,
    shown_as,
)
from studyguide.language.names import name_key
from studyguide.language.word_lists import Lexicon
from studyguide.language.words import forms
from studyguide.patterns import lazy

_BEFORE = 6  # words between a name and the verb of saying behind it
_BEHIND = 4
"""Words between a verb of saying and the name behind it: sagt die Archivarin Luise Thoma."""
_CLAUSE = 12
_PRONOUN = 2  # words between such a verb and its "he": dit-il, assure-t-elle
_REACH = 6
"""Words beside a verb of saying, or behind an "according to", among which whoever speaks is named."""
_SAID = 12  # so many words behind a "said that" are what was said


def unattributed(case: Case) -> Iterator[tuple[int, str]]:
    """Yield for each quotation behind an "according to X", or an "X said that", its number, and that.

    Not if the item names X, or has any word of saying or of holding true.
    """
    lexicon, spans = case.language.words, case.passage.spans
    views = [(number, *each) for number, span in enumerate(spans) for each in _views(case, span)]
    if not views:
        return
    texts = [forms(value) for _, value, _ in case.said]
    paying = (lexicon.speaking, lexicon.speaker_before, lexicon.hedges, lexicon.plans)
    if any(each.stand_in(run) for each in paying for run in texts):
        return
    if any(is_so_reported(lexicon, run) for run in texts):
        return
    asks_who = case.item.kind == "question" and not lexicon.asking_who.isdisjoint(texts[0][:1])
    told = texts[:1] if asks_who else texts  # who did it is not who says so
    named = {case.language.stem(form.removesuffix("'s")) for run in told for form in run}
    for number, shown, beside in views:
        who = (form for form in beside if not case.language.is_function_word(form))
        if named.isdisjoint(case.language.stem(form.removesuffix("'s")) for form in who):
            yield number, shown


def _views(case: Case, span: Run) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what says of quoted words that they are somebody's, and the words that name whose."""
    section, lexicon = case.passage.section, case.language.words
    sentence = section.sentence_of(span[0])
    run = section.forms[sentence.first : sentence.last]
    for found in lexicon.speaker_before.find(run):
        if not found.start:
            yield " ".join(run[: found.end + 2]), _named_behind(case, sentence.first + found.end)
    if form := is_reported(case, clause_around(case, span)):
        names = (keys_of(case, name) for name in speakers_in(case, span))
        yield form, tuple(key for keys in names for key in keys)
        return
    for found in () if case.language.is_english else lexicon.judging.find(run):
        verb = sentence.first + found.start
        held_by = named_in(case, (sentence.first, verb))
        if held_by and verb < span[1]:
            yield run[found.start], tuple(keys_of(case, held_by[-1]))
            return
    for found in lexicon.speaking.find(run):
        place = sentence.first + found.start
        if place < span[1] and (who := _inserted(case, place, sentence.first)):
            yield f"{who[0]} {run[found.start]}", who
    if lexicon.that.isdisjoint(run):
        return
    for found in lexicon.speaking.find(run):
        begin = sentence.first + found.end
        is_said = begin < span[1] and span[0] < begin + _SAID
        reach = (begin, sentence.last)
        if is_said and (that := that_behind(section, reach, case.language)):
            shown = " ".join(section.forms[sentence.first + found.start : that + 1])
            yield shown, run[max(0, found.start - _REACH) : found.start]


def _named_behind(case: Case, at: int) -> tuple[str, ...]:
    """Give the words behind an "according to" up to the end of its clause, or of the first capitals among them."""
    section, end, is_named = case.passage.section, at, False
    for place in range(at, min(at + _REACH // 2, len(section.forms))):
        is_capital = section.text[section.words[place].start].isupper()
        if (place > at and not case.passage.goes_on(place)) or (is_named and not is_capital):
            break
        end, is_named = place + 1, is_capital
    return section.forms[at:end]


def _inserted(case: Case, verb: int, begin: int) -> tuple[str, ...]:
    """Give the words before a verb of saying, if they and it are set in commas: bottles, he said, stood."""
    section, goes_on = case.passage.section, case.passage.goes_on
    first = verb
    while first > begin and goes_on(first):
        first -= 1
    is_short = 0 < verb - first <= _PRONOUN and first > begin
    is_closed = verb + 1 < len(section.forms) and not goes_on(verb + 1)
    return section.forms[first:verb] if is_short and is_closed else ()


def speakers_in(case: Case, span: Run) -> list[Named]:
    """Give who says quoted words: in their part of the sentence, before it, or before what is only reported."""
    sentence = case.passage.section.sentence_of(span[0])
    parts = [*parts_of(case.passage.section, (sentence.first, sentence.last))]
    own = next(at for at, part in enumerate(parts) if span[0] < part[1])
    for part in reversed(parts[: own + 1]):
        if found := [*_saying(case, part)]:
            return found
        if _says(case, part):
            return []  # the widows, who have no names, reproach him
    if found := [name for part in parts[own + 1 :] for name in _saying(case, part)]:
        return found
    if sentence.first and is_reported(case, parts[own]):
        before = case.passage.section.sentence_of(sentence.first - 1)
        return [*_saying(case, (before.first, before.last))]
    return []


def views_exchanged(case: Case) -> Iterator[tuple[Text, str, str]]:
    """Yield each "Dow: it was laid" of the answers that the passage has somebody else say, with both their names."""
    section, stems = case.passage.section, case.language.stems
    texts = (text for text in case.item.answers if not _AT_A_NAME.isdisjoint(text.value))
    told = [(text, each) for text in texts for each in _VIEW.finditer(text.value)]
    sentences = case.passage.sentences if told else ()
    parts = [part for sentence in sentences for part in parts_of(section, sentence)]
    saying = [[*_saying(case, part)] for part in parts]
    known = {key for names in saying for name in names for key in keys_of(case, name)}
    for text, view in told:
        said = (form for form in forms(view[2]) if not case.language.is_function_word(form))
        wanted = {*stems(said)}
        counts = [len(wanted & {*stems(section.forms[slice(*part)])}) for part in parts]
        names = saying[counts.index(max(counts))] if counts.count(max(counts)) == 1 else []
        own = {key for each in names for key in keys_of(case, each)}
        if name_key(view[1].casefold()) in known - own and own and 2 * max(counts) >= len(wanted):
            yield text, view[1], shown_as(case, names[0])


_AT_A_NAME = frozenset(":–—=")
_VIEW = lazy(
    r"([^\W\d_a-z][\w’'-]+)\s*[:–—=]\s*([^;:]+?)(?=$|;|,\s*(?:\w+\s+)?[^\W\d_a-z][\w’'-]+\s*[:–—=])"
)


def clause_around(case: Case, span: Run) -> Run:
    """Give quoted words with what belongs to their clause before and behind them."""
    passage, end = case.passage, span[1]
    last = passage.section.sentence_of(span[1] - 1).last
    while end < last and passage.goes_on(end):
        end += 1
    return passage.clause_before(span[0], _CLAUSE), end


def is_reported(case: Case, run: Run) -> str:
    """Give the form of a verb that tells only what somebody else has said; "" if a run has none."""
    lexicon, section = case.language.words, case.passage.section
    if not is_so_reported(lexicon, section.forms[slice(*run)]):
        return ""
    for at in range(*run):
        form = section.forms[at]
        if section.forms[at : at + 2] == ("sei", "denn"):
            continue
        if is_so_reported(lexicon, (form,)) and section.text[section.words[at].start].islower():
            return form
    return ""


def is_so_reported(lexicon: Lexicon, run: tuple[str, ...]) -> bool:
    """Whether any word of a run is such a form."""
    endings = tuple(lexicon.reported_endings)
    if not endings:
        return not lexicon.reported.isdisjoint(run)
    return any(
        form in lexicon.reported or (form.endswith(endings) and form not in lexicon.not_reported)
        for form in run
    )


def _saying(case: Case, run: Run) -> Iterator[Named]:
    """Yield the names beside a verb of saying, or behind an "according to", and whom a "he" there means."""
    section, lexicon = case.passage.section, case.language.words
    first, last = run
    found = section.forms[first:last]
    names = [*named_in(case, run)]
    whence = lexicon.constructions.get("preposition", ())  # Maillard, of Clermont, said
    for verb in lexicon.speaking.find(found):
        at = first + verb.start
        if section.text[section.words[at].start].isupper():
            continue
        behind = [name for name in names if 0 < name.first - at <= _BEHIND]
        before = [name for name in names if 0 <= at - name.last <= _BEFORE]
        if pronoun := _pronoun(case, at, last):
            yield pronoun
        elif before and (not behind or not _opens(case, at)):
            doers = [each for each in before if section.forms[each.first - 1] not in whence]
            yield (doers or before)[-1]
        elif behind:
            yield behind[0]
    for opener in lexicon.speaker_before.find(found):
        end = first + opener.end
        if meant := _meant(case, end):
            yield meant
        else:
            yield from [name for name in names if 0 <= name.first - end <= _BEFORE][:1]
    for at in (first + at for at, form in enumerate(found) if form in lexicon.speaker_behind):
        yield from [name for name in names if name.last == at]
    for at in (first + at for at, form in enumerate(found) if form in lexicon.so):
        yield from [name for name in names if name.first == at + 1]


def _says(case: Case, run: Run) -> bool:
    section, speaking = case.passage.section, case.language.words.speaking
    found = [run[0] + each.start for each in speaking.find(section.forms[slice(*run)])]
    return any(section.text[section.words[at].start].islower() for at in found)


def _opens(case: Case, verb: int) -> bool:
    """Whether a verb opens its clause, so that whoever speaks stands behind it."""
    return (
        not case.passage.goes_on(verb)
        or case.passage.section.text[case.passage.section.words[verb].start - 2] in '”“»«",'
    )


def _pronoun(case: Case, verb: int, last: int) -> Named | None:
    """Find whom the "he" just behind a verb of saying means, or the one just before it."""
    for at in (*range(verb + 1, min(verb + 1 + _PRONOUN, last)), verb - 1):
        if at >= 0 and (meant := _meant(case, at)):
            return meant
    return None


def _meant(case: Case, at: int) -> Named | None:
    """Find whom a "he" or "she" at a word means."""
    section, lexicon = case.passage.section, case.language.words
    form = section.forms[at] if at < len(section.forms) else ""
    if form not in lexicon.singular:
        return None
    return last_named(case, at, feminine=form in lexicon.feminine)
