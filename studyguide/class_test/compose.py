"""From the items of a guide to the tasks of a class test: each in the form that suits it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from studyguide.class_test.proof import Proof
from studyguide.class_test.sorts import Candidate, candidates, sort_of
from studyguide.class_test.tasks import ClassTest, Form, Part, Task
from studyguide.deck.deck import Deck
from studyguide.deck.item import Item, Kind
from studyguide.guide.guide import Entry, Guide
from studyguide.language.words import forms
from studyguide.source.source import Source

_MATCHED: tuple[Kind, ...] = ("term", "person", "date")
_FEWEST_MATCHED, _MOST_MATCHED = 3, 8
_OPTIONS = 4
_MOST_TRIED = 24
"""Wrong answers that are held against the text for one question."""


class _Draw(NamedTuple):
    """What wrong answers are drawn from: proof, items and answers of the sections that are asked, and the seed."""

    proof: Proof
    items: Mapping[str, Item]
    by_sort: Mapping[tuple[str, ...], list[Candidate]]
    seed: str


def class_test(
    guide: Guide,
    deck: Deck,
    source: Source | None,
    seed: str,
    sections: frozenset[int] = frozenset(),
) -> ClassTest:
    """Make a class test of the items of a guide, in the order of its sections.

    Wrong answers are of these `sections` of the deck, or of all. Without the text nothing proves that an
    answer is wrong: then nothing is there to choose from.
    """
    entries = [entry for entry in guide.entries if not entry.retired]
    draw = _draw_of(deck, source, seed, sections) if source else None
    matched = [*_matched(entries, draw)] if draw else []
    taken = {task.entry.id for part in matched for task in part.tasks}
    left = [entry for entry in entries if entry.id not in taken]
    by_form: defaultdict[Form, list[Task]] = defaultdict(list)
    for entry in left:
        task = _task(entry, draw)
        by_form[task.form].append(task)
    forms: tuple[Form, ...] = ("choose", "fill", "write")
    others = (Part(form, tuple(by_form[form])) for form in forms if by_form[form])
    return ClassTest((*matched, *others), has_text=source is not None)


def _draw_of(deck: Deck, source: Source, seed: str, sections: frozenset[int]) -> _Draw:
    proof = Proof(deck, source)
    by_sort: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for each in candidates(deck, proof.language, sections):
        by_sort[each.sort].append(each)
    items = {item.id.value: item for item in deck.items if not sections or item.section in sections}
    return _Draw(proof, items, by_sort, seed)


def _task(entry: Entry, draw: _Draw | None) -> Task:
    if entry.kind == "cloze":
        return Task(entry, "fill")
    wrong = [*_wrong(draw.items[entry.id], draw)] if draw else []
    if len(wrong) == _OPTIONS - 1:
        return Task(entry, "choose", (entry.answers[0], *wrong))
    return Task(entry, "write")


def _wrong(item: Item, draw: _Draw) -> Iterator[str]:
    """Yield wrong answers to a question, as many as it needs, each proved to be wrong."""
    sort = sort_of(item, draw.proof.language)
    others = {each.text: each for each in draw.by_sort.get(sort, ()) if each.item != item.id.value}
    drawn = sorted(others, key=lambda text: _lot(draw.seed, item.id.value, text))
    asked = {*forms(item.prompt.value)}
    kept = [{*forms(item.answers[0].value)}] if item.answers else []
    for text in drawn[:_MOST_TRIED]:
        told = {*forms(text)}
        differs = all(not (told <= each or each <= told) for each in kept)
        if differs and not told <= asked and draw.proof.is_wrong(item, text):
            kept.append(told)
            yield text
        if len(kept) == _OPTIONS:
            return


def _matched(entries: Iterable[Entry], draw: _Draw) -> Iterator[Part]:
    """Yield what can be matched: of one kind, and no answer of one is right for another."""
    known = [*entries]
    for kind in _MATCHED:
        alike = [entry for entry in known if entry.kind == kind and _is_matchable(entry)]
        turned = (alike[at:] + alike[:at] for at in range(len(alike)))
        largest = max((_apart(each, draw) for each in turned), key=len, default=[])
        group = sorted(largest, key=alike.index)
        for part in _evenly(group):
            options = (*(each.answers[0] for each in part), *_one_more(part, known, draw))
            yield Part("match", tuple(Task(each, "match", options) for each in part), kind)


def _one_more(part: list[Entry], asked: list[Entry], draw: _Draw) -> Iterator[str]:
    """Yield an answer, of an item that is not asked, that is wrong for all: else the last one is given away."""
    ids = {each.id for each in asked}
    others = [
        item
        for id, item in draw.items.items()
        if id not in ids and item.kind == part[0].kind and not item.retired
    ]
    drawn = sorted(others, key=lambda item: _lot(draw.seed, part[0].id, item.id.value))
    texts = (item.answers[0].value for item in drawn[:_MOST_TRIED] if len(item.answers) == 1)
    asking = [draw.items[each.id] for each in part]
    yield from islice(
        (text for text in texts if all(draw.proof.is_wrong(it, text) for it in asking)), 1
    )


def _apart(entries: list[Entry], draw: _Draw) -> list[Entry]:
    """Take those of which no answer may be right for another, the first before the later."""
    group: list[Entry] = []
    for entry in entries:
        if all(_are_apart(entry, each, draw) for each in group):
            group.append(entry)
    return group


def _is_matchable(entry: Entry) -> bool:
    return len(entry.answers) == 1 and not entry.asked_picture


def _are_apart(one: Entry, two: Entry, draw: _Draw) -> bool:
    pairs = ((one, two), (two, one))
    return all(draw.proof.is_wrong(draw.items[a.id], b.answers[0]) for a, b in pairs)


def _evenly(group: list[Entry]) -> Iterator[list[Entry]]:
    """Cut a long list into parts of about the same length; a short one is none."""
    if len(group) < _FEWEST_MATCHED:
        return
    count = -(-len(group) // _MOST_MATCHED)
    for at in range(count):
        yield group[at * len(group) // count : (at + 1) * len(group) // count]


def _lot(*told: str) -> bytes:
    return sha256(" ".join(told).encode("utf-8", "surrogatepass")).digest()
