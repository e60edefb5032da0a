"""What supports each word that a curator wrote: the quotation, a declaration, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from studyguide.deck.cloze import Deletion
from studyguide.deck.deck import Deck, Item, Text
from studyguide.evidence.passage import Extent, Passage, Run, numbers_in
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import Word, forms, words
from studyguide.source.source import Source, SourceSection

Sort = Literal["number", "name", "word"]


class Term(NamedTuple):
    """One number, name or content word of a text, which is its `place`-th word."""

    sort: Sort
    form: str
    shown: str
    offset: int
    place: int


class Said(NamedTuple):
    """One of an item's texts, what it says with all blanks filled, and the terms of that."""

    text: Text
    value: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, eq=False)
class Case:
    """An item beside its passage, and all that its rules may want to look at."""

    item: Item
    deck: Deck
    source: Source
    language: Language
    passage: Passage

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All that the item asks and answers, a cloze sentence with its blanks filled."""
        return tuple(
            Said(text, value, terms_of(value, self.source, self.language))
            for text, value in _filled(self.item)
        )


@lru_cache(maxsize=256)  # the rules ask for the terms of one item again and again
def terms_of(
    text: str, source: Source, language: Language, *, recalled: bool = False
) -> tuple[Term, ...]:
    """Give what has to be supported of a text; words that only hold others together are not.

    In what has to be `recalled`, some of those are no less to be supported: "one mill", "before".
    """
    if recalled:
        usual = terms_of(text, source, language)
        if usual and not any(map(language.may_be_recalled, forms(text))):
            return usual
    return tuple(_terms(Stretch(text, 0, words(text)), source, language, recalled=recalled))


class Stretch(NamedTuple):
    """Some words of a text, and where that part of it begins which goes before them."""

    text: str
    start: int
    words: tuple[Word, ...]


def _terms(
    stretch: Stretch, source: Source, language: Language, *, recalled: bool
) -> Iterator[Term]:
    text, _, found = stretch
    run = tuple(word.form for word in found)
    numbers = {index: number for number, index in numbers_in(run, language)}
    is_empty = recalled and run not in (("yes",), ("no",)) and not numbers
    is_empty = is_empty and all(map(language.is_function_word, run))
    is_function_word, decides = language.is_function_word, language.decides
    for index, word in enumerate(found):
        form, start, end = word
        if numbers and (index in numbers or (index - 1 in numbers and language.number(form))):
            if index in numbers and not _is_pronoun(run, index, language, recalled=recalled):
                yield _number(stretch, index, numbers[index], language)
        elif text[start].isupper() and _is_name(stretch, word, source, language):
            yield Term("name", form, text[start:end], start, index)
        elif is_empty or not is_function_word(form) or (recalled and decides(form)):
            yield Term("word", form, text[start:end], start, index)


def _number(stretch: Stretch, index: int, number: str, language: Language) -> Term:
    """Give the number whose first word this is: of thirty-six there are two."""
    form, start, end = stretch.words[index]
    if language.number(form) != number:
        end = stretch.words[index + 1].end
    return Term("number", number, stretch.text[start:end], start, index)


def names_in(
    section: SourceSection, run: Run, source: Source, language: Language
) -> Iterator[Term]:
    """Yield the names and numbers of a run of a section's words."""
    first, last = run
    if first >= last:
        return
    sentence = section.sentence_of(first)
    stretch = Stretch(source.text, sentence.start, section.words[sentence.first : last])
    run_of_forms = section.forms[sentence.first : last]
    numbers = {index: number for number, index in numbers_in(run_of_forms, language)}
    for index in range(first - sentence.first, last - sentence.first):
        word = stretch.words[index]
        if index in numbers:
            if not _is_pronoun(run_of_forms, index, language, recalled=False):
                yield _number(stretch, index, numbers[index], language)
        elif source.text[word.start].isupper() and _is_name(stretch, word, source, language):
            yield Term("name", word.form, source.text[word.start : word.end], word.start, index)


def _is_pronoun(run: tuple[str, ...], index: int, language: Language, *, recalled: bool) -> bool:
    """Whether a "one" or "once" counts nothing: "the one who …", "once the tide turns"."""
    if run[index] not in ("one", "once") or len(run) == 1:
        return False
    before, after = run[max(index - 1, 0) : index], run[index + 1 : index + 2]
    if not recalled or not after or before in (("the",), ("no",), ("any",), ("this",), ("that",)):
        return True
    if run[index] == "once":
        return after[0] not in ("a", "an", "each", "every")
    return language.is_function_word(after[0]) or after[0] == "another"


def _is_name(stretch: Stretch, word: Word, source: Source, language: Language) -> bool:
    text = stretch.text
    shown = text[word.start : word.end]
    if not language.marks_names:
        return False
    if len(shown) > 1 and shown.isupper():
        return True
    start = max(stretch.start, word.start - _NEAR)
    before = text[start : word.start].rstrip().rstrip("\"'“”‘’«»„([{").rstrip()
    begins_sentence = not before or before[-1] in ".!?:…"
    if language.is_function_word(word.form):
        is_dated = not begins_sentence or _DAY_OR_YEAR.match(text, word.end)
        return word.form == "may" and bool(is_dated)
    if not begins_sentence:
        return True
    return source.is_written_large(word.form) and not source.is_written_small(word.form)


_NEAR = 40
"""So many characters before a word tell whether it opens a sentence."""
_DAY_OR_YEAR = re.compile(r",?\s+\d")
_DELETION = re.compile(r"(\{\{c\d+::).*?\}\}", re.DOTALL)


def frame(item: Item) -> str:
    """Give the cloze sentence with its deletions blanked out, all offsets kept."""
    return _blanked(item.prompt.value)


@lru_cache(maxsize=64)
def _blanked(text: str) -> str:
    return _DELETION.sub(lambda found: f" {'_' * (len(found[0]) - 2)} ", text)


def deletions(item: Item) -> Iterator[tuple[int, Deletion]]:
    """Yield each deletion of a cloze, and where in its sentence the hidden words begin."""
    hidden = (piece for piece in item.pieces if isinstance(piece, Deletion))
    for match, deletion in zip(_DELETION.finditer(item.prompt.value), hidden, strict=False):
        yield match.end(1), deletion


class Backing(NamedTuple):
    """What supports one term: the passage itself, a declaration, an alias; or nothing does."""

    term: Term
    text: Text
    by: Literal["passage", "wording", "alias", "paraphrase", ""]
    key: Text | None = None


@lru_cache(maxsize=64)
def backing(
    case: Case, text: Text, value: str, extent: Extent, *, of_names: bool = False
) -> tuple[Backing, ...]:
    """Tell for each term of `value`, a text of the item, what in `extent` supports it.

    Only for names and numbers with `of_names`.
    """
    return tuple(_backing(case, text, value, extent, of_names=of_names))


def _backing(
    case: Case, text: Text, value: str, extent: Extent, *, of_names: bool
) -> Iterator[Backing]:
    run = tuple(word.form for word in words(value))
    attributed = [*case.language.attributions(value, case.deck.author)]
    wording = _covered(run, case.item.wording, case.language)
    aliases = _covered(run, case.deck.aliases, case.language)
    recalled = text in answer_texts(case.item)
    for term in terms_of(value, case.source, case.language, recalled=recalled):
        if of_names and term.sort == "word":
            continue
        if any(start <= term.offset < end for start, end in attributed):
            continue
        alias = aliases.get(term.place)
        declared = wording.get(term.place)
        if stands_in(term, extent):
            yield Backing(term, text, "passage")
        elif alias and extent.has_run(tuple(word.form for word in words(alias[1].value))):
            yield Backing(term, text, "alias", alias[0])
        elif declared and term.sort == "word":
            yield Backing(term, text, "wording", declared[0])
        elif term.sort == "word" and extent.has_paraphrase(term.form):
            yield Backing(term, text, "paraphrase")
        else:
            yield Backing(term, text, "")


def stands_in(term: Term, extent: Extent) -> bool:
    """Whether a stretch of the source has a term: numbers and names as they are, words by stems."""
    if term.sort == "number":
        return term.form in extent.numbers
    if term.sort == "name":
        return extent.has_name(term.form)
    return extent.has_word(term.form)


def _covered(
    run: tuple[str, ...], declarations: tuple[tuple[Text, Text], ...], language: Language
) -> dict[int, tuple[Text, Text]]:
    """Tell which words of a run belong to which declared phrase."""
    if not declarations:
        return {}
    stems = [language.stem(form) for form in run]
    covered: dict[int, tuple[Text, Text]] = {}
    for declaration in declarations:
        wanted = [language.stem(word.form) for word in words(declaration[0].value)]
        for start in range(len(stems) - len(wanted) + 1) if wanted else ():
            if stems[start : start + len(wanted)] == wanted:
                covered.update(dict.fromkeys(range(start, start + len(wanted)), declaration))
    return covered


def error_at(item: Item, each: Backing, code: str, message: str, help: str) -> Finding:
    """Report an error at one term of an item's text."""
    finding = item.error(each.text, code, message, help)
    return pointing_at(finding, item, each.text, each.term.offset, len(each.term.shown))


def pointing_at(finding: Finding, item: Item, text: Text, start: int, length: int) -> Finding:
    """Give a finding its place: so many characters of one of the item's texts, from `start` on."""
    return replace(finding, location=item.file.at(item.file.offset(text, start), length))


def _filled(item: Item) -> Iterator[tuple[Text, str]]:
    filled = "".join(piece if isinstance(piece, str) else piece.text for piece in item.pieces)
    yield item.prompt, filled or item.prompt.value
    for answer in item.answers:
        yield answer, answer.value


def answer_texts(item: Item) -> tuple[Text, ...]:
    """Give what an item's evidence has to prove word for word: all that a learner must recall."""
    if item.kind in ("term", "person", "date"):
        return (item.prompt, *item.answers)
    return item.answers


def all_backing(case: Case) -> Iterator[Backing]:
    """Tell what supports every term of an item: its answers by the quotation, the rest nearby."""
    item, passage = case.item, case.passage
    for text in answer_texts(item):
        yield from backing(case, text, text.value, passage.quoted)
    if item.kind == "cloze":
        yield from backing(case, item.prompt, frame(item), passage.around)
        for _, deletion in deletions(item):
            hidden = backing(case, item.prompt, deletion.text, passage.quoted)
            yield from (each for each in hidden if each.by == "alias")
    elif item.kind == "question":
        yield from backing(case, item.prompt, item.prompt.value, passage.around)
