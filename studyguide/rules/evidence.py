"""Evidence: each section is in the source, each quotation an exact run of its words, there once."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain, islice

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.deck.item import Item, pointing_at
from studyguide.evidence.passage import MANY, first_places, places_of, runs_of
from studyguide.finding import Finding
from studyguide.language.figures import in_cells
from studyguide.language.phrasing.code import operators
from studyguide.language.scripts import foreign_letter, is_unparted, may_mix_scripts
from studyguide.language.words import (
    displayed,
    forms,
    in_two_words,
    length,
    length_as_written,
    words,
)
from studyguide.rules.how_many import one_entry, parted_at, split_at_commas
from studyguide.source.paragraphs import Sentence
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

FEWEST_WORDS, MOST_WORDS = 3, 12
_LEAST_LIKENESS = 60
_CANDIDATES = 12
_ENDS = (3, 4, 5, 6)
"""So many of the first and last words of a longer quotation may do for it."""


def evidence_is_found(item: Item, source: Source) -> Iterator[Finding]:
    """Report each quotation that does not stand exactly once in the item's section."""
    section = source.sections.get(item.section)
    for quotation in item.evidence:
        parted = next(in_cells(quotation.value), quotation.value)
        count = sum(map(length, runs_of(quotation.value)))
        if count < FEWEST_WORDS:  # two figures may be of two cells, and signs make a formula
            count = sum(map(length, runs_of(parted))) + len(operators(quotation.value))
        seen = length_as_written(quotation.value) if count > MOST_WORDS else count
        if not FEWEST_WORDS <= seen <= MOST_WORDS:
            yield _length(item, quotation, seen, section)
        elif section:
            places = first_places(quotation.value, section)
            if len(places) > 1:
                yield _ambiguous(item, quotation, section, [place[0][0] for place in places])
            elif not places and not any(map(foreign_letter, quotation.value.split())):
                yield _missing(item, quotation, source, section)


def no_comma_parts_an_entry(item: Item, source: Source) -> Iterator[Finding]:
    """Warn of one entry of a list in brackets that a comma makes two of."""
    section = source.sections.get(item.section)
    for one, other in split_at_commas(item.file, item.evidence):
        if section and _is_comma_between(section, one.value, other.value):
            yield _parted(item, one, other)
    for one, other in split_at_commas(item.file, item.answers):
        is_number = other.start == one.start + len(one.value) + 1 and one.value[-1:].isdecimal()
        if (is_number and other.value[:3].isdecimal()) or _is_broken(one.value, other.value):
            yield _parted(item, one, other)


def _parted(item: Item, one: Text, other: Text) -> Finding:
    return item.warning(one, "list-comma", parted_at(one, other), one_entry(one, other))


def _is_comma_between(section: SourceSection, one: str, other: str) -> bool:
    """Whether two quotations follow each other in the source with but a comma between them."""
    first, *more = runs_of(one) + runs_of(other)
    start = next(section.find(first + more[0]), None) if len(more) == 1 else None
    if start is None:
        return False
    before, after = section.words[start + len(first) - 1 : start + len(first) + 1]
    return section.text[before.end : after.start].strip() == ","


_PAIRS = (("(", ")"), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("「", "」"))


def _is_broken(one: str, other: str) -> bool:
    """Whether a bracket or quotation mark opens in one entry and closes in the next."""
    return any(
        one.rfind(opening) > one.rfind(closing) and closing in other for opening, closing in _PAIRS
    )


def letters_are_of_one_script(item: Item, source: Source) -> Iterator[Finding]:
    """Report a letter of another script inside a word, unless the source writes it so."""
    section = source.sections.get(item.section)
    for text in (*item.texts(), *item.evidence):
        for word in words(text.value) if may_mix_scripts(text.value) else ():
            shown = text.value[word.start : word.end]
            if not shown.isascii() and (letter := foreign_letter(shown)):
                if section and section.has(word.form):
                    continue
                name, at = unicodedata.name(letter), word.start + shown.index(letter)
                message = f"the `{letter}` of `{shown}` is another letter than it looks: {name.capitalize()}"
                help = "type the word again on your own keyboard"
                finding = item.error(text, "letter-foreign", message, help)
                yield pointing_at(finding, item, text, at, 1)


def _length(item: Item, quotation: Text, count: int, section: SourceSection | None) -> Finding:
    if count < FEWEST_WORDS:
        message = f"{count} quoted word{'s' * (count != 1)} cannot tell one place from another"
        help = f"quote {FEWEST_WORDS} to {MOST_WORDS} words"
        return item.error(quotation, "evidence-short", message, help)
    message = f"this quotes {count} words, {MOST_WORDS} are enough"
    if letters := sum(map(is_unparted, chain.from_iterable(runs_of(quotation.value)))):
        most = MOST_WORDS * in_two_words(quotation.value) // 2
        message = f"this quotes {letters} letters, some {most} are enough"
    help = "skip words within the sentence with `…`: its first words … its last"
    if section and not letters and (shorter := _shorter(quotation.value, section)):
        help = f"quote as much with fewer words: {shorter}"
    return item.error(quotation, "evidence-long", message, help)


def _shorter(quotation: str, section: SourceSection) -> str:
    """Quote the first and last words of what a long quotation quotes, with `…` between; "" if that is not found."""
    places, found = first_places(quotation, section), words(quotation)
    for size in _ENDS if len(places) == 1 else ():
        shown = f"{quotation[: found[size - 1].end]} … {quotation[found[-size].start :]}"
        shown = " ".join(shown.split())
        shorter = first_places(shown, section)
        if len(shorter) == 1 and (shorter[0][0][0], shorter[0][-1][1]) == (
            places[0][0][0],
            places[0][-1][1],
        ):
            return shown
    return ""


def _ambiguous(item: Item, quotation: Text, section: SourceSection, starts: list[int]) -> Finding:
    labels = [section.paragraph_of(start).label for start in starts]
    where = ", ".join(dict.fromkeys(labels))
    count = f"{MANY} times or more" if len(starts) == MANY else f"{len(starts)} times"
    message = f"these words stand {count} in §{section.number}: {where}"
    help = "quote a word or two more, before or after, so that only one place is left"
    return item.error(quotation, "evidence-ambiguous", message, help)


def _missing(item: Item, quotation: Text, source: Source, section: SourceSection) -> Finding:
    for other in source.sections.values():
        if place := next(places_of(quotation.value, other), None):
            label = other.paragraph_of(place[0][0]).label
            message = f"these words stand in §{other.number} {label}, not in §{section.number}"
            help = f"move the item to the file of section {other.number}, or quote this section"
            return item.error(quotation, "evidence-section", message, help)
    runs = runs_of(quotation.value)
    runs_there = (next(section.find(each), None) for each in map(section.respelt, runs))
    if len(runs) > 1 and None not in runs_there:
        message = "the parts joined by `…` do not follow each other in one sentence"
        help = "give them as two quotations: [first …, second …]"
        return item.error(quotation, "evidence-apart", message, help)
    message = f"these words do not stand in §{section.number}"
    found = _nearest(quotation.value, source, section)
    help = f"the nearest text is: {found}" if found else "copy the words from the source"
    return item.error(quotation, "evidence-missing", message, help)


def sections_are_in_the_source(deck: Deck, source: Source) -> Iterator[Finding]:
    """Report a section file whose number the source does not have."""
    for section in deck.sections:
        is_told = any(number == section.number for number, _ in deck.openings)
        if section.number not in source.sections and not is_told:
            message = f"the source has {_listed(source.sections)}, no section {section.number}"
            help = (
                f"correct the number (`studyguide outline {deck.folder}` shows all), or give the "
                f"section's first words in deck.yaml: openings: {{{section.number}: …}}"
            )
            location = section.file.at(section.file.text.find("section"), len("section"))
            yield Finding(location, "section-unknown", message, help, section=section.number)


def _listed(numbers: Collection[int]) -> str:
    if len(numbers) == 1:
        return f"one section, {next(iter(numbers))}"
    known = sorted(numbers)
    if known == [*range(known[0], known[-1] + 1)]:
        return f"{len(known)} sections, {known[0]} to {known[-1]}"
    return f"sections {', '.join(map(str, known))}"


def _nearest(quotation: str, source: Source, section: SourceSection) -> str:
    """Give the words of a section most like `quotation`, with their place; "" if none are: it only ever suggests."""
    from rapidfuzz import fuzz

    wanted = forms(quotation)
    gap = len(runs_of(quotation)) > 1
    best = (0.0, 0, 0)
    for sentence in _candidates(wanted, section):
        for first, last in _windows(sentence, len(wanted), whole=gap):
            text = " ".join(word.form for word in section.words[first:last])
            scorer = fuzz.token_set_ratio if gap else fuzz.ratio
            best = max(best, (scorer(" ".join(wanted), text), -first, last))
    likeness, first, last = best[0], -best[1], best[2]
    if likeness < _LEAST_LIKENESS:
        return ""
    label = section.paragraph_of(first).label
    text = source.text[section.words[first].start : section.words[last - 1].end]
    shown = displayed(text)
    return f"“{_short(shown)}” (§{section.number} {label})"


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 14 else " ".join((*words[:7], "…", *words[-5:]))


def _candidates(wanted: tuple[str, ...], section: SourceSection) -> list[Sentence]:
    """Choose the sentences that share most words with a quotation, rare words counting more."""
    votes: Counter[Sentence] = Counter()
    for form in set(wanted):
        places = section.places.get(form, ())
        for place in islice(places, 1000):
            votes[section.sentence_of(place)] += 10_000 // len(places)
    ranked = sorted(votes, key=lambda sentence: (-votes[sentence], sentence.first))
    return ranked[:_CANDIDATES] or list(section.sentences[:200])


def _windows(sentence: Sentence, size: int, *, whole: bool) -> list[tuple[int, int]]:
    first, last = sentence.first, sentence.last
    if whole or last - first <= size:
        return [(first, last)]
    return [
        (start, min(start + length, last))
        for length in (size - 1, size, size + 1)
        if length > 0
        for start in range(first, max(last - length, first) + 1)
    ]
