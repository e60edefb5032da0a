"""From the items of a guide to the tasks of a class test: each in the form that suits it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from studyguide.class_test.draw import are_to_match, drawn
from studyguide.class_test.joined import Joined
from studyguide.class_test.lots import lot
from studyguide.class_test.matching import matched
from studyguide.class_test.pool import MOST_TRIED, Pool, pool_of
from studyguide.class_test.proof import Proof
from studyguide.class_test.sorts import IN_WORDS, Candidate, risen, sort_of
from studyguide.class_test.tasks import ClassTest, Form, Part, Task
from studyguide.class_test.telling import Telling
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item
from studyguide.guide.choice import Choice, section_numbers
from studyguide.guide.guide import Entry, Guide
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.source.source import Source

_OPTIONS = 4

_MOST_NAMED = 8
"""Other items on somebody that a key refers to."""


def class_test(guide: Guide, deck: Deck, source: Source | None, choice: Choice) -> ClassTest:
    """Make a class test of items of a guide, drawn as `choice` says, in the order of its sections.

    Wrong answers are of the chosen sections of the deck, or of all. Without the text nothing proves that an
    answer is wrong: then nothing is there to choose from.
    """
    language = Language(guide.language)
    entries = [entry for entry in guide.entries if not entry.retired]
    heading = f"{guide.title} {guide.work} {guide.author}"
    telling = Telling(entries, language, heading, Joined(deck, source))
    pool = None
    if source:
        sections = section_numbers(choice.sections)
        pool = pool_of(Proof(deck, source), telling, sections, choice.seed)
    asked, spares = drawn(entries, choice.items, telling, pool, choice.seed)
    ids = {entry.id for entry in asked}
    in_order = [entry for entry in entries if entry.id in ids]
    parts = [*matched(in_order, pool)] if pool else []
    taken = {task.entry.id for part in parts for task in part.tasks}
    shown = [text for part in parts for text in part.tasks[0].options]
    spares = tuple(each for each in spares if not any(telling.is_told(it, each) for it in shown))
    left = [entry for entry in in_order if entry.id not in taken]
    options = _options(left, spares, pool) if pool else {}
    by_form: defaultdict[Form, list[Task]] = defaultdict(list)
    for entry in left:
        task = _task(entry, options.get(entry.id, ()), telling)
        by_form[task.form].append(task)
    forms: tuple[Form, ...] = ("choose", "fill", "write")
    others = (Part(form, tuple(by_form[form])) for form in forms if by_form[form])
    kept = tuple(_task(entry, (), telling) for entry in spares)
    test = ClassTest((*parts, *others), kept, choice.seed, has_text=source is not None)
    told = tuple(_told(test.tasks, telling))
    return replace(test, told=told, is_to_match=are_to_match(entries, choice.items))


def _told(tasks: Sequence[Task], telling: Telling) -> Iterator[tuple[str, str]]:
    """Yield which task gives an answer to which other away, though none should."""
    matched = [task.entry.id for task in tasks if task.form == "match"]
    for task in tasks:
        two = task.entry
        if task.form != "match" and telling.is_told_above(two):
            yield "", two.number
        for other in tasks:
            if other is not task and telling.gives(other.entry, two, matched):
                yield other.entry.number, two.number


def _task(entry: Entry, options: tuple[str, ...], telling: Telling) -> Task:
    if entry.kind == "cloze":
        return Task(entry, "fill", language=telling.language.tag)
    if not options:
        also = _also(telling.also_named(entry))
        return Task(entry, "write", also=also, language=telling.language.tag)
    rising = risen(options, telling.language)
    return Task(entry, "choose", rising or options, is_rising=bool(rising))


def _also(numbers: list[str]) -> tuple[str, ...]:
    more = ("…",) if len(numbers) > _MOST_NAMED else ()
    return (*numbers[:_MOST_NAMED], *more)


def _options(
    asked: Sequence[Entry], spares: Sequence[Entry], pool: Pool
) -> Mapping[str, tuple[str, ...]]:
    """Give what each question has to choose from, if it has enough; nothing there tells what is asked in writing."""
    found: dict[str, tuple[str, ...]] | None = None
    while True:
        written = [each for each in asked if found is not None and each.id not in found]
        written += spares
        asking = [each for each in asked if found is None or each.id in found]
        options = {each.id: _options_of(each, written, pool) for each in asking}
        left = {id: texts for id, texts in options.items() if texts}
        if found is not None and left.keys() == found.keys():
            return left
        found = left


def _options_of(entry: Entry, written: Sequence[Entry], pool: Pool) -> tuple[str, ...]:
    if entry.kind != "question" or _tells(entry.answers[0], written, pool):
        return ()
    wrong = [*_wrong(pool.items[entry.id], written, pool)]
    return (entry.answers[0], *wrong) if len(wrong) == _OPTIONS - 1 else ()


def _tells(text: str, written: Sequence[Entry], pool: Pool) -> bool:
    return any(pool.telling.is_told(text, each) for each in written)


def _ask_alike(item: Item, other: Candidate, pool: Pool) -> bool:
    return pool.telling.ask_alike(item.id.value, other.item)


def _wrong(item: Item, written: Sequence[Entry], pool: Pool) -> Iterator[str]:
    """Yield wrong answers to a question, as many as it needs, each proved to be wrong."""
    sort = sort_of(item, pool.proof.language)
    others = {
        each.text: each
        for each in pool.by_sort.get(sort, ())
        if each.item != item.id.value and (sort[0] != IN_WORDS or _ask_alike(item, each, pool))
    }
    drawn = sorted(others, key=lambda text: lot(pool.seed, item.id.value, text))
    asked = {*forms(item.prompt.value)}
    kept = [{*forms(item.answers[0].value)}] if item.answers else []
    for text in drawn[:MOST_TRIED]:
        told = {*forms(text)}
        differs = all(not (told <= each or each <= told) for each in kept)
        if not differs or told <= asked or _tells(text, written, pool):
            continue
        if pool.proof.is_wrong(item, text):
            kept.append(told)
            yield text
        if len(kept) == _OPTIONS:
            return
