"""What can be matched: things of one kind, and no answer of one is right for another, or told by its letters."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from studyguide.class_test.left_over import one_more
from studyguide.class_test.pool import Pool
from studyguide.class_test.sorts import Sort, thing_of
from studyguide.class_test.tasks import Part, Task
from studyguide.class_test.told.alike import is_only_equation, is_told_by_letters, is_told_by_words
from studyguide.class_test.told.persons import in_classes
from studyguide.deck.item import Kind
from studyguide.guide.guide import Entry
from studyguide.language.paraphrase import alternatives
from studyguide.language.words import forms

MATCHED: Final[tuple[Kind, ...]] = ("term", "person", "date")
FEWEST: Final = 3
_MOST: Final = 8


def group_of(kind: Kind, entries: Iterable[Entry], pool: Pool) -> list[Entry]:
    """Take the most of one kind that can be matched with each other, the first before the later: women, or men."""
    alike = [entry for entry in entries if entry.kind == kind and _is_matchable(entry, pool)]
    classes = in_classes(alike, pool.proof.language) if kind != "date" else [alike]
    return max((_most_of(each, pool) for each in classes), key=len)


def _most_of(alike: Sequence[Entry], pool: Pool) -> list[Entry]:
    turned = ([*alike[at:], *alike[:at]] for at in range(len(alike)))
    largest = max((_apart(each, pool) for each in turned), key=len, default=[])
    found = _unseen(sorted(largest, key=alike.index), pool)
    left = [each for each in found if not _is_told_by_sex(each, found, pool)]
    return left if len(left) >= FEWEST else found


def _unseen(group: list[Entry], pool: Pool) -> list[Entry]:
    """Leave out whom a word of the own answer tells, or an equation, that no other has, until there is none."""
    for entry in group:
        others = [each for each in group if each is not entry]
        texts = [each.answers[0] for each in others]
        own = entry.answers[0]
        is_seen = is_told_by_words(entry.prompt, own, texts, pool.proof.language)
        if others and (is_seen or is_only_equation(own, texts)):
            return _unseen(others, pool)
    return group


def _is_told_by_sex(entry: Entry, group: Sequence[Entry], pool: Pool) -> bool:
    """Whether only one definition of a person has a pronoun, "with her brother": of others it holds for no man."""
    if entry.kind != "person":
        return False
    pronouns = pool.proof.language.words.pronouns
    own, *others = (
        pronouns.intersection(forms(each.answers[0]))
        for each in (entry, *(it for it in group if it is not entry))
    )
    return not own <= frozenset().union(*others)


def matched(drawn: Sequence[Entry], pool: Pool) -> list[Part]:
    """Give what is to be matched of the items that are drawn, each part with its options.

    What another of them tells is asked in writing, and so is what tells another: its answer would be printed.
    No definition stands in two parts: whoever sees one again strikes it out.
    """
    barred = frozenset[str]()
    while True:
        parts = [*_parts(drawn, pool, barred)]
        ids = frozenset(task.entry.id for part in parts for task in part.tasks)
        telling = [
            one.id for one in drawn if one.id in ids and _tells_by_answer(one, drawn, ids, pool)
        ]
        if not telling:
            return parts
        barred = barred.union(telling)


def _tells_by_answer(
    one: Entry, drawn: Sequence[Entry], matched: AbstractSet[str], pool: Pool
) -> bool:
    """Whether an item tells another as its answer is printed, and not without."""
    gives, others = pool.telling.gives, [each for each in drawn if each is not one]
    return any(
        gives(one, two, [*matched]) and not gives(one, two, [*matched - {one.id}]) for two in others
    )


def _parts(drawn: Sequence[Entry], pool: Pool, barred: AbstractSet[str]) -> Iterator[Part]:
    """Yield parts without those that are `barred`: what is told by their answers is known when all parts are.

    Where no answer is left over, the last one is given away: that is asked in writing.
    """
    shown = {answer for each in drawn for answer in each.answers}
    for kind in MATCHED:
        for part in _evenly(_matchable(kind, drawn, pool, barred)):
            others = [each for each in drawn if each not in part]
            more = [text for _, text in one_more(part, others, pool, shown)]
            if not more:
                continue
            shown.update(more)
            options = (*(each.answers[0] for each in part), *more)
            yield Part("match", tuple(Task(each, "match", options) for each in part), kind)


def _matchable(
    kind: Kind, drawn: Sequence[Entry], pool: Pool, barred: AbstractSet[str]
) -> list[Entry]:
    left = [
        each
        for each in drawn
        if each.kind == kind and each.id not in barred and not _is_told(each, drawn, pool)
    ]
    while True:
        group = group_of(kind, left, pool)
        written = [each for each in drawn if each not in group]
        telling = [
            each
            for each in group
            if any(pool.telling.is_told(each.answers[0], other) for other in written)
        ]
        if not telling:
            return group
        left = [each for each in left if each not in telling]


def _is_told(entry: Entry, drawn: Sequence[Entry], pool: Pool) -> bool:
    others = (each for each in drawn if each.id != entry.id)
    return any(pool.telling.tells_match(each, entry) for each in others)


def _apart(entries: list[Entry], pool: Pool) -> list[Entry]:
    """Take those of which no answer may be right for another, the first before the later."""
    group: list[Entry] = []
    for entry in entries:
        if all(_are_apart(entry, each, pool) for each in group):
            group.append(entry)
    return group


def _sort(kind: Kind, name: str, pool: Pool) -> Sort:
    return thing_of(kind, name, pool.proof.language)


def _is_matchable(entry: Entry, pool: Pool) -> bool:
    if len(entry.answers) != 1 or entry.asked_picture or pool.telling.names_above(entry):
        return False
    return not is_told_by_letters(entry.prompt, entry.answers[0]) and not _says_itself(entry, pool)


def _says_itself(entry: Entry, pool: Pool) -> bool:
    """Whether a name has a word for a thing: the Custom of Thirds is a rule, whatever one has read."""
    language = pool.proof.language
    if _sort(entry.kind, entry.prompt, pool)[1:] != ("name",):
        return False
    own = [each for each in forms(entry.prompt) if not language.is_function_word(each)]
    synonyms = alternatives(language.tag.partition("-")[0])
    return any(
        pool.proof.has_small(each) or language.opposites(each) or synonyms[language.stem(each)]
        for each in own
    )


def _are_apart(one: Entry, two: Entry, pool: Pool) -> bool:
    if _sort(one.kind, one.prompt, pool) != _sort(two.kind, two.prompt, pool):
        return False
    pairs = ((one, two), (two, one))
    return pool.telling.are_apart(one, two, (one.id, two.id)) and all(
        pool.proof.is_wrong(pool.items[a.id], b.answers[0]) for a, b in pairs
    )


def _evenly(group: list[Entry]) -> Iterator[list[Entry]]:
    """Cut a long list into parts of about the same length; a short one is none."""
    if len(group) < FEWEST:
        return
    count = -(-len(group) // _MOST)
    for at in range(count):
        yield group[at * len(group) // count : (at + 1) * len(group) // count]
