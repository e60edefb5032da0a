"""Planted errors: how strongly, of what, by whom something is said: hedges, conditions, comparisons, speakers."""

import re
from collections.abc import Iterator

from studyguide.audit.planted_words import planting
from studyguide.audit.specimen import Mutant, Specimen, is_counted, replaced, spots_in, texts_of
from studyguide.deck.file import Text
from studyguide.evidence.passage import places_of
from studyguide.language.phrases import Phrases
from studyguide.language.words import forms, words

_CLAUSE = r"[^,;.?]*[,;]?\s*"
_TURNED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
_FEWEST_LEFT = 2


def hedge_cut(specimen: Specimen) -> Iterator[Mutant]:
    """Leave out what makes a statement uncertain, if the passage has it."""
    listed = specimen.case.language.words
    for text in texts_of(specimen.item):
        for phrases in (listed.hedges, listed.frequencies, listed.parts, listed.approximations):
            span = _phrase(specimen, text, phrases, before_number=phrases is listed.approximations)
            if span and _has(specimen, text.value[slice(*span)]):
                what = f"without {text.value[slice(*span)].strip()}"
                yield from replaced(specimen.item, text, span, "", what)
                break


def _phrase(
    specimen: Specimen, text: Text, phrases: Phrases, *, before_number: bool = False
) -> tuple[int, int] | None:
    """Find the first phrase of a list in a text, with the blank after it."""
    found = words(text.value)
    for start, end in phrases.find(tuple(word.form for word in found)):
        following = found[end : end + 1]
        is_before = following and specimen.case.language.number(following[0].form)
        if following and (is_before or not before_number):
            return found[start].start, following[0].start
    return None


def _has(specimen: Specimen, phrase: str) -> bool:
    return specimen.case.passage.stated.has_run(forms(phrase))


def condition_cut(specimen: Specimen) -> Iterator[Mutant]:
    """Leave out on what a statement depends, or what is taken out."""
    known = planting(specimen.case.language)
    if known is None:
        return
    for text in texts_of(specimen.item):
        match = re.search(rf"(?<!\w)({known.conditions})\s{_CLAUSE}", text.value, re.IGNORECASE)
        if match and _has(specimen, match[1]):
            left = text.value[: match.start()] + text.value[match.end() :]
            if len(forms(left)) >= _FEWEST_LEFT:
                what = f"without {' '.join(match[0].split()[:5])} …"
                yield from replaced(specimen.item, text, match.span(), "", what)


def strengthener_added(specimen: Specimen) -> Iterator[Mutant]:
    """Say "only", "exactly" or "always" where neither item nor passage does."""
    known, item, listed = (
        planting(specimen.case.language),
        specimen.item,
        specimen.case.language.words,
    )
    if not known:
        return
    run = tuple(form for text in texts_of(item) for form in forms(text.value))
    stated = [run, *specimen.case.passage.stated.parts]
    if not any(map(listed.exclusives.stand_in, stated)) and item.kind == "question":
        for answer in item.answers[:1]:
            if any(specimen.case.language.numbers(forms(answer.value)[:2])):
                continue  # "only 20" just says that it is little
            wrong = known.only.format(answer.value)
            yield from replaced(item, answer, (0, len(answer.value)), wrong, known.only.format("…"))
    rough = (listed.exactness, listed.approximations)
    if not any(phrases.stand_in(part) for phrases in rough for part in stated):
        yield from _exactly(specimen, known.exactly)
    verb = re.search(rf"(?<!\w)(?:{known.verbs})(?!\w)", item.prompt.value, re.IGNORECASE)
    if verb and item.kind == "question" and not any(map(listed.universals.stand_in, stated)):
        wrong = known.always.format(verb[0])
        yield from replaced(item, item.prompt, verb.span(), wrong, f"{verb[0]} → {wrong}")


def _exactly(specimen: Specimen, pattern: str) -> Iterator[Mutant]:
    for text, term, _ in spots_in(specimen):
        if is_counted(term) and specimen.item.kind != "date":
            wrong = pattern.format(term.shown)
            span = (term.offset, term.offset + len(term.shown))
            yield from replaced(specimen.item, text, span, wrong, f"{term.shown} → {wrong}")
            return


def plan_as_done(specimen: Specimen) -> Iterator[Mutant]:
    """Tell as done what the passage says was to be done."""
    known, plans = planting(specimen.case.language), specimen.case.language.words.plans
    if not known or not any(map(plans.stand_in, specimen.case.passage.stated.parts)):
        return
    for text in texts_of(specimen.item):
        if match := re.search(rf"(?<!\w)(?:{known.plans})(?!\w)", text.value):
            what = f"{match[0]} → {known.done}"
            yield from replaced(specimen.item, text, match.span(), known.done, what)


def comparison_turned(specimen: Specimen) -> Iterator[Mutant]:
    """Say "less than" for "more than", "at least" for "at most"."""
    listed = specimen.case.language.words.comparisons
    turned: dict[str, str] = {}
    for phrase, sign in listed.items():
        turned.setdefault(sign, phrase)
    for text in texts_of(specimen.item):
        found = words(text.value)
        run = tuple(word.form for word in found)
        for start, end in Phrases(tuple(listed)).find(run):
            sign = _TURNED.get(listed[" ".join(run[start:end])], "")
            is_measured = any(map(specimen.case.language.number, run[end : end + 2]))
            if sign in turned and is_measured:
                span = (found[start].start, found[end - 1].end)
                what = f"{text.value[slice(*span)]} → {turned[sign]}"
                yield from replaced(specimen.item, text, span, turned[sign], what)
                break


def another_speaker(specimen: Specimen) -> Iterator[Mutant]:
    """Let somebody else have said it."""
    for text in texts_of(specimen.item):
        span = _speaker(specimen, text)
        said = text.value[slice(*span)] if span else ""
        known = set(forms(said))
        names = [name for name in specimen.names if not known & {*forms(name)}]
        if span and names:
            wrong = specimen.chance.choice(names)
            yield from replaced(specimen.item, text, span, wrong, f"{said} → {wrong}")


def _speaker(specimen: Specimen, text: Text) -> tuple[int, int] | None:
    """Find who says something: whom the text calls its author, or a name beside a verb of saying."""
    case = specimen.case
    authorities = (
        case.deck.author,
        *case.deck.author.split()[-1:],
        *case.language.words.authorities,
    )
    who = "|".join(re.escape(each) for each in authorities if each)
    for start, end in case.language.attributions(text.value, case.deck.author):
        if match := re.search(rf"(?:\bthe )?\b(?:{who})\b", text.value[start:end], re.IGNORECASE):
            return start + match.start(), start + match.end()
    found, listed = words(text.value), case.language.words
    run = tuple(word.form for word in found)
    places = {
        term.place: term for spot in spots_in(specimen) if spot.text is text for term in [spot.term]
    }
    after = {end for _, end in listed.speaker_before.find(run)}
    before = {start - 1 for start, _ in listed.speaking.find(run)}
    for place in sorted(after | before):
        if place in places and places[place].sort == "name":
            return found[place].start, found[place].end
    return None


def negation_outside(specimen: Specimen) -> Iterator[Mutant]:
    """Affirm what is denied, and quote only what stands behind the denial."""
    negations, section = specimen.case.language.words.negations, specimen.case.passage.section
    text = next(
        (each for each in texts_of(specimen.item) if negations.stand_in(forms(each.value))), None
    )
    span = _phrase(specimen, text, negations) if text else None
    for index, quotation in enumerate(specimen.item.evidence if span else ()):
        if cut := _phrase(specimen, quotation, negations):
            value = quotation.value[cut[1] :]
            places = [*places_of(value, section)]
            if text and span and len(places) == 1 and len(forms(value)) > _FEWEST_LEFT:
                evidence = [*specimen.item.evidence]
                evidence[index] = quotation._replace(value=value)
                item = specimen.item._replace(evidence=tuple(evidence))
                what = f"without {text.value[slice(*span)].strip()}, which is not quoted"
                yield from replaced(item, text, span, "", what)
                return
