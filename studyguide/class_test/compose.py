"""From the items of a guide to the tasks of a class test: each in the form that suits it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studyguide.class_test.choosing import options_for
from studyguide.class_test.draw import are_to_match, drawn
from studyguide.class_test.matching import matched
from studyguide.class_test.opened import opened
from studyguide.class_test.pool import pool_of
from studyguide.class_test.proof import Proof
from studyguide.class_test.sorts import risen
from studyguide.class_test.tasks import ClassTest, Form, Part, Task
from studyguide.class_test.told.joined import Joined
from studyguide.class_test.told.telling import Telling
from studyguide.deck.deck import Deck
from studyguide.guide.choice import Choice, section_numbers
from studyguide.guide.guide import Entry, Guide
from studyguide.language.language import Language
from studyguide.source.source import Source


def class_test(guide: Guide, deck: Deck, source: Source | None, choice: Choice) -> ClassTest:
    """Make a class test of items of a guide, drawn as `choice` says, in the order of its sections.

    Of a sentence those blanks are open that are sure together. Wrong answers are of the chosen sections of the deck, or of all. Without the text nothing proves that an
    answer is wrong: then nothing is there to choose from.
    """
    language = Language(guide.language)
    proof = Proof(deck, source) if source else None
    index = proof.index if proof else None
    entries = [opened(entry, language, index) for entry in guide.entries if not entry.retired]
    heading = f"{guide.title} {guide.work} {guide.author}"
    telling = Telling(entries, language, heading, Joined(deck, source))
    pool = None
    if proof:
        sections = section_numbers(choice.sections)
        pool = pool_of(proof, telling, sections, choice.seed)
    asked, spares, is_shortest = drawn(entries, choice.items, telling, pool, choice.seed)
    ids = {entry.id for entry in asked}
    in_order = [entry for entry in entries if entry.id in ids]
    parts = matched(in_order, pool) if pool else []
    together = [task.entry for part in parts for task in part.tasks]
    taken = {entry.id for entry in together}
    shown = [text for part in parts for text in part.tasks[0].options]
    left = [entry for entry in in_order if entry.id not in taken]
    options = options_for(left, shown, pool, together) if pool else {}
    shown += [text for texts in options.values() for text in texts]
    spares = tuple(
        each for each in spares if not any(telling.is_half_told(it, each) for it in shown)
    )
    by_form: defaultdict[Form, list[Task]] = defaultdict(list)
    for entry in left:
        task = _task(entry, options.get(entry.id, ()), telling)
        by_form[task.form].append(task)
    forms: tuple[Form, ...] = ("choose", "fill", "write")
    others = (Part(form, tuple(by_form[form])) for form in forms if by_form[form])
    kept = tuple(_task(entry, (), telling) for entry in spares)
    test = ClassTest((*parts, *others), kept, choice.seed, has_text=source is not None)
    told = tuple(_told(test.tasks, telling))
    left_out = min(choice.items, len(entries)) - len(asked) if choice.items else 0
    is_to_match = are_to_match(entries, choice.items)
    test = replace(test, told=told, is_to_match=is_to_match, left_out=left_out)
    return replace(test, is_shortest=is_shortest)


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
    language = telling.language
    if entry.kind == "cloze":
        return Task(entry, "fill", language=language.tag)
    if not options:
        has_more = entry.kind == "date" and telling.joined.has_more_of(entry)
        return Task(entry, "write", language=language.tag, has_more=has_more)
    rising = risen(options, language)
    return Task(entry, "choose", rising or options, is_rising=bool(rising), language=language.tag)
