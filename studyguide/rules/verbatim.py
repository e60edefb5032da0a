"""Verbatim: words in quotation marks are those of the source, and without marks no long run of them is copied."""

from collections.abc import Iterable, Iterator
from itertools import chain
from unicodedata import category

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck, Section
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.deck.marked import joined, quoted_in
from studyguide.evidence.backing import backing
from studyguide.evidence.case import Case, answer_texts
from studyguide.evidence.passage import runs_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.phrasing.formulas import formulas_in, is_bracketed_otherwise
from studyguide.language.words import forms, windows, words
from studyguide.source.headings import headings_of, headings_over, spaced
from studyguide.source.section import SourceSection
from studyguide.source.source import Source

_NEAR = 2
"""Signs before the first word of a sentence and behind the last that may belong to it."""
_HOLDS = frozenset("=/^")
"""Signs that make more of a formula than the name of something."""
_LONGEST_TITLE = 4
"""Words of what a thing is called."""


def quoted_words_stand_in_the_passage(case: Case) -> Iterator[Finding]:
    """Report words in quotation marks, in any field, that the passage does not have verbatim."""
    item, passage = case.item, case.passage
    for text, value in _texts_of(item):
        for inner, _ in quoted_in(value):
            runs = runs_of(inner)
            is_there = passage.stated.has_runs(runs) or _is_title_in_a_case(case, runs)
            if not (is_there or _is_over(case, runs) or _is_asked_by_name(case, text, runs)):
                message = f"“{inner}” does not stand in the passage word for word"
                help = "quote exactly, or drop the quotation marks"
                yield item.error(text, "quotation-altered", message, help, inner)


def _is_title_in_a_case(case: Case, runs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a few words are what a thing is called, in another case than there: »Bote«, of »Boten«."""
    language, stated = case.language, case.passage.stated
    if language.is_english or len(runs) != 1 or len(runs[0]) > _LONGEST_TITLE:
        return False
    wanted, size = language.stems(runs[0]), len(runs[0])
    return any(wanted == each for stems in stated.stems for each in windows(tuple(stems), size))


def signs_alone_stand_in_the_passage(case: Case) -> Iterator[Finding]:
    """Report an answer that has no word, and signs that the passage does not have."""
    item = case.item
    for text in answer_texts(item):
        if not (item.pieces or forms(text.value) or has_signs(case, text.value)):
            message = "this answer has no word, and its signs do not stand in the passage"
            help = "answer in the source's words, or by a sign that it has"
            yield item.error(text, "answer-unsupported", message, help)
        yield from _formulas(case, text)


def _formulas(case: Case, text: Text) -> Iterator[Finding]:
    """Warn of a formula that has the letters of one of the passage, and not its signs or brackets."""
    for each in formulas_in(text.value):
        shown, message = text.value[each.start : each.end], ""
        if case.has(each):
            if each.is_marked and is_bracketed_otherwise(shown, " ".join(_sentences(case))):
                message = f"the passage has other brackets than `{shown}`"
        elif not _HOLDS.isdisjoint(each.signs):
            found = backing(case, text, text.value, case.passage.quoted)
            own = [one for one in found if each.start <= one.term.offset < each.end]
            if own and all(one.by for one in own):
                message = f"the quoted words have no formula `{shown}`"
        if message:
            help = "write it as the passage does, or accept it in a review if it says the same"
            yield case.item.warning(text, "answer-unsupported", message, help, shown)


def _sentences(case: Case) -> Iterator[str]:
    """Yield the sentences of the passage, and the signs beside them."""
    section = case.passage.section
    for first, last in case.passage.sentences:
        start, end = section.sentence_of(first).start, section.sentence_of(last - 1).end
        yield section.text[max(0, start - _NEAR) : end + _NEAR]


def has_signs(case: Case, text: str) -> bool:
    """Whether a sentence of the passage has all signs of a text that has no word."""
    signs = {*filter(_is_told, text)}
    return any(signs <= {*each} for each in _sentences(case))


def _is_told(sign: str) -> bool:
    """Whether a sign is one that an answer may be, and not what sets it apart or in a formula."""
    return category(sign)[0] in "PS" and sign not in "\\()[]{}.'\"“”"


def _is_asked_by_name(case: Case, text: Text, runs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether words of a question only name what it asks about.

    That is what the paragraph has word for word, or one word that the section has.
    """
    item, section = case.item, case.passage.section
    if item.kind != "question" or text is not item.prompt or len(runs) != 1:
        return False
    (run,) = runs
    return case.passage.around.has_runs(runs) or (
        len(run) == 1 and section.has(run[0]) and next(section.find(run), None) is not None
    )


def _is_over(case: Case, runs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the words are those of a heading above the passage, or of the title of the text."""
    section = case.passage.section
    last = section.words[case.passage.sentences[-1][0]].start
    above = (each for each in headings_over(case.source, section) if each.start <= last)
    return _are_called(runs, (each.words for each in above))


def _are_called(runs: tuple[tuple[str, ...], ...], titles: Iterable[str]) -> bool:
    """Whether words are those of a title, or some of them in a row."""
    wanted = spaced(runs[0]) if len(runs) == 1 else ""
    return bool(wanted) and any(wanted in title for title in titles)


def _texts_of(item: Item) -> Iterator[tuple[Text, str]]:
    """Yield each text of the curator's own, and what it says to a learner, hints included."""
    for text in item.texts():
        yield text, _shown(item, text)
    for piece in item.pieces:
        if isinstance(piece, Deletion):
            yield item.prompt, piece.hint


def summaries_quote_their_section(deck: Deck, source: Source) -> Iterator[Finding]:
    """Report words in quotation marks, in a title or summary, that the section and the headings over it do not have."""
    for section in deck.sections:
        found = source.sections.get(section.number)
        for text in (section.title, section.summary) if found else ():
            for inner, _ in quoted_in(text.value):
                if not _is_in(found, runs_of(inner), source):  # type: ignore[arg-type]
                    yield _altered(section, text, inner)


def _is_in(section: SourceSection, runs: tuple[tuple[str, ...], ...], source: Source) -> bool:
    """Whether words are a section's own, or those of a heading over them."""
    titles = (each.words for each in headings_over(source, section))
    return _follow_each_other(section, runs) or _are_called(runs, titles)


def parts_quote_the_source(deck: Deck, source: Source) -> Iterator[Finding]:
    """Report words in quotation marks, in introduction or discussion, that the source does not have."""
    for part in deck.parts:
        named = [spaced(forms(title)) for title in part.titles]
        for text in part.texts:
            for inner, _ in quoted_in(text.value):
                runs = runs_of(inner)
                titles = chain(named, (each.words for each in headings_of(source)))
                sections = source.sections.values()
                if not _are_called(runs, titles) and not any(
                    _follow_each_other(section, runs) for section in sections
                ):
                    message = f"“{inner}” does not stand in the source word for word"
                    help = "quote exactly, or drop the quotation marks"
                    place = part.file.within(text, inner)
                    yield Finding(place, "quotation-altered", message, help)


def _follow_each_other(section: SourceSection, runs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether runs of words, joined by `…`, stand in a section in this order."""
    end = 0
    for run in runs:
        start = next(section.find(run, end), None)
        if start is None:
            return False
        end = start + len(run)
    return True


def _altered(section: Section, text: Text, inner: str) -> Finding:
    message = f"“{inner}” does not stand in section {section.number} word for word"
    help = "quote exactly, or drop the quotation marks"
    location = section.file.within(text, inner)
    return Finding(location, "quotation-altered", message, help, section=section.number)


def long_runs_are_not_copied(deck: Deck, source: Source) -> Iterator[Finding]:
    """Report a text of the curator's that repeats more words of the source than may be quoted."""
    if deck.quotation.run is None:
        return
    copied = (*_COPIED, f"say it in your own words (the limit is {deck.where_limited('run')})")
    limit = deck.quotation.run * Language(deck.language).letters_a_word
    known = _shared_runs(deck, source, limit + 1)
    for section in deck.sections if known else ():
        for text in (section.title, section.summary):
            if start := _copied(text.value, known, limit + 1):
                yield Finding(
                    section.file.within(text, text.value[start[0] : start[1]]),
                    *copied,
                    section=section.number,
                )
        for item in section.items:
            for text in item.texts():
                value = _shown(item, text)
                if start := _copied(value, known, limit + 1):
                    yield item.error(text, *copied, value[start[0] : start[1]])
    for part in deck.parts if known else ():
        for text in part.texts:
            if start := _copied(text.value, known, limit + 1):
                yield Finding(part.file.within(text, text.value[start[0] : start[1]]), *copied)


_COPIED = (
    "quotation-run",
    "this repeats a longer run of the source than the deck may quote",
)


def _shown(item: Item, text: Text) -> str:
    if text is not item.prompt or not item.pieces:
        return text.value
    return joined(piece if isinstance(piece, str) else piece.text for piece in item.pieces)


def _shared_runs(deck: Deck, source: Source, length: int) -> set[tuple[str, ...]]:
    """Find the runs of so many words that stand in the deck and in the source."""
    texts = [text.value for part in deck.sections for text in (part.title, part.summary)]
    texts += [text.value for part in deck.parts for text in part.texts]
    texts += [_shown(item, text) for item in deck.items for text in item.texts()]
    runs = (forms(text) for text in texts if len(text) >= length)
    written = {window for run in runs for window in windows(run, length)}
    return {
        window
        for section in source.sections.values()
        if written and (section.is_split or any(map(section.may_have, written)))
        for window in written.intersection(windows(section.forms, length))
    }


def _copied(text: str, known: set[tuple[str, ...]], length: int) -> tuple[int, int] | None:
    found = words(text)
    run = [word.form for word in found]
    for at in range(len(run) - length + 1):
        if tuple(run[at : at + length]) in known:
            return found[at].start, found[at + length - 1].end
    return None
