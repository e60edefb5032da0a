"""What supports each word that a curator wrote: the quotation, a declaration, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from studyguide.cloze import Deletion
from studyguide.deck import Deck, Item, Text
from studyguide.language import Language
from studyguide.passage import Extent, Passage, numbers_in
from studyguide.source import Source
from studyguide.words import Word, words

Sort = Literal["number", "name", "word"]


class Term(NamedTuple):
    """One number, name or content word of a text, which is its `place`-th word."""

    sort: Sort
    form: str
    shown: str
    offset: int
    place: int


@dataclass(frozen=True, slots=True)
class Case:
    """An item beside its passage, and all that its rules may want to look at."""

    item: Item
    deck: Deck
    source: Source
    language: Language
    passage: Passage


def terms_of(text: str, source: Source, language: Language) -> Iterator[Term]:
    """Yield what has to be supported of a text; words that only hold others together are not."""
    found = words(text)
    run = tuple(word.form for word in found)
    numbers = {index: number for number, index in numbers_in(run, language)}
    for index, word in enumerate(found):
        shown = text[word.start : word.end]
        if index in numbers:
            is_pronoun = run[index] == "one"
            if not is_pronoun or len(run) == 1:
                yield Term("number", numbers[index], shown, word.start, index)
        elif language.number(word.form) and index - 1 in numbers:
            continue  # the six of thirty-six
        elif _is_name(text, word, source, language):
            yield Term("name", word.form, shown, word.start, index)
        elif not language.is_function_word(word.form):
            yield Term("word", word.form, shown, word.start, index)


def _is_name(text: str, word: Word, source: Source, language: Language) -> bool:
    shown = text[word.start : word.end]
    if not shown[0].isupper() or not language.marks_names:
        return False
    if len(shown) > 1 and shown.isupper():
        return True
    if language.is_function_word(word.form):
        return False
    before = text[: word.start].rstrip().rstrip("\"'“”‘’«»„([{").rstrip()
    begins_sentence = not before or before[-1] in ".!?:…"
    if not begins_sentence:
        return True
    return word.form in source.capital_forms and word.form not in source.lower_forms


def frame(item: Item) -> str:
    """Give the cloze sentence with its deletions blanked out, offsets kept as far as possible."""
    parts = (" ___ " if isinstance(piece, Deletion) else piece for piece in item.pieces)
    return "".join(parts)


class Backing(NamedTuple):
    """What supports one term: the passage itself, a declaration, an alias; or nothing does."""

    term: Term
    text: Text
    by: Literal["passage", "wording", "alias", ""]
    key: Text | None = None


def backing(case: Case, text: Text, value: str, extent: Extent) -> Iterator[Backing]:
    """Tell for each term of `value`, a text of the item, what in `extent` supports it."""
    run = tuple(word.form for word in words(value))
    attributed = [*case.language.attributions(value, case.deck.author)]
    wording = _covered(run, case.item.wording, case.language)
    aliases = _covered(run, case.deck.aliases, case.language)
    for term in terms_of(value, case.source, case.language):
        if any(start <= term.offset < end for start, end in attributed):
            continue
        alias = aliases.get(term.place)
        declared = wording.get(term.place)
        if _stands_in(term, extent):
            yield Backing(term, text, "passage")
        elif alias and extent.has_run(tuple(word.form for word in words(alias[1].value))):
            yield Backing(term, text, "alias", alias[0])
        elif declared and term.sort == "word":
            yield Backing(term, text, "wording", declared[0])
        else:
            yield Backing(term, text, "")


def _stands_in(term: Term, extent: Extent) -> bool:
    if term.sort == "number":
        return term.form in extent.numbers
    if term.sort == "name":
        return extent.has_name(term.form)
    return extent.has_word(term.form)


def _covered(
    run: tuple[str, ...], declarations: tuple[tuple[Text, Text], ...], language: Language
) -> dict[int, tuple[Text, Text]]:
    """Tell which words of a run belong to which declared phrase."""
    stems = [language.stem(form) for form in run]
    covered: dict[int, tuple[Text, Text]] = {}
    for declaration in declarations:
        wanted = [language.stem(word.form) for word in words(declaration[0].value)]
        for start in range(len(stems) - len(wanted) + 1) if wanted else ():
            if stems[start : start + len(wanted)] == wanted:
                covered.update(dict.fromkeys(range(start, start + len(wanted)), declaration))
    return covered


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
    elif item.kind == "question":
        yield from backing(case, item.prompt, item.prompt.value, passage.around)
