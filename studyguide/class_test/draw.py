"""Which items a class test asks: so many, by lot, of which none tells another's answer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, product
from typing import Final, NamedTuple

from studyguide.class_test.apart import Bad
from studyguide.class_test.choosing import can_be_chosen, sorts_for
from studyguide.class_test.left_over import may_be_taken, one_more
from studyguide.class_test.lots import in_turn, lot, own_part
from studyguide.class_test.matching import FEWEST, MATCHED, group_of
from studyguide.class_test.pool import Pool
from studyguide.class_test.room import PROMISED, Room, hold, over, room_of, together
from studyguide.class_test.told.alone import stands_alone
from studyguide.class_test.told.telling import Telling
from studyguide.guide.guide import Entry

_TOGETHER: Final = 5
"""So many of a kind are drawn to be matched, where at least twice as many items are asked."""

_TO_CHOOSE: Final = 2
"""So many at most are drawn first of those that have answers to choose from; a fifth of a short test."""

_TRIED: Final = 12
_LOOKED_AT: Final = 160
"""So many, by lot, or eight times what is asked, are held against each other."""

_ENOUGH: Final = 1.5
"""So many times what is asked is enough to draw from."""

_SIZES: Final = (3, 2, 1.5, 1, 0.7)
"""So many times the room that each has on average is much."""


class Drawn(NamedTuple):
    """What is asked, and what may be asked instead of one that takes too much room; both by lot.

    `is_shortest` where that is too much for its pages, and nothing that takes less can be asked instead.
    """

    asked: tuple[Entry, ...]
    spares: tuple[Entry, ...] = ()
    is_shortest: bool = False


def drawn(
    entries: Sequence[Entry], items: int, telling: Telling, pool: Pool | None, seed: str
) -> Drawn:
    """Draw by lot, the same for the same seed; all, where no more are wanted.

    Where too few have nothing to do with each other, those come first that help with few others; those follow
    that help the least. None tells the answer of another: there are fewer then.
    """
    if not items:
        return Drawn((*entries,))
    by_id = {each.id: each for each in entries}
    lots = [by_id[id] for id in in_turn([*by_id], seed, items)]
    is_matching = are_to_match(entries, items)
    own = own_part([*by_id], seed, items)
    together, kept = _together(lots, own, pool) if pool and is_matching else ((), {})
    matched = [each.id for each in together]
    others = _beside(kept, [each for each in lots if each.id not in matched], telling, items)
    most = min(_TO_CHOOSE, items // 5)
    alone = [each for each in others if stands_alone(each, telling.language, telling.joined)]
    mine = [each for each in alone if each.id in own]
    to_choose = list[Entry]()
    for some in (mine, alone):
        if pool and not to_choose:
            to_choose = [*islice(_to_choose(some, together, pool), most)]
    rest = [each for each in others if each not in to_choose]
    are_all = len(rest) <= (most_rest := max(_LOOKED_AT, 8 * items))
    rest = rest[:most_rest]
    lots = [*together, *to_choose, *sorted(rest, key=lambda each: _takes(each, to_choose, pool))]
    bad = Bad(lots, telling, matched, own)
    tag = telling.language.tag
    rooms = [room_of(each, tag, is_matched=each.id in matched) for each in lots]
    if is_promised := items <= PROMISED:
        asked, spares = _shorter(bad, rooms, _that_fits(bad, items, rooms))
    else:
        asked, spares = bad.drawn(items)
    is_shortest = is_promised and are_all and not hold(rooms[at] for at in asked)
    return Drawn(tuple(lots[at] for at in asked), tuple(lots[at] for at in spares), is_shortest)


def _shorter(
    bad: Bad, rooms: Sequence[Room], found: tuple[list[int], list[int]]
) -> tuple[list[int], list[int]]:
    """Ask another instead of one as long as pages hold too little and that makes it less, where it tells no more."""
    asked, spares = found
    while over(rooms[at] for at in asked):
        swap = _best_swap(bad, rooms, asked)
        if not swap:
            break
        old, new = swap
        asked = [each for each in asked if each != old] + [new]
        spares = [each for each in spares if each != new and not bad.among(each, asked)]
    return asked, spares


def _best_swap(bad: Bad, rooms: Sequence[Room], asked: Sequence[int]) -> tuple[int, int] | None:
    """Tell which is asked no more, and which instead, so that most room is saved, if any: what helps with none comes first."""
    now = over(rooms[at] for at in asked)
    others = [at for at in range(len(rooms)) if at not in asked]
    among = {at: bad.among(at, asked) for at in (*asked, *others)}
    swaps = list[tuple[bool, float, int, int]]()
    for old in filter(bad.may_be_left, asked):
        rest = together(rooms[at] for at in asked if at != old)
        for new in others:
            left = over((rest, rooms[new]))
            helped = among[new] - bad.beside(new, old)
            if left < now and bad.is_no_worse(helped, among[old]):
                swaps.append((helped > 0, left, old, new))
    return min(swaps)[2:] if swaps else None


def _that_fits(bad: Bad, items: int, rooms: Sequence[Room]) -> tuple[list[int], list[int]]:
    """Draw what two pages may hold, as far as that tells no more: where they do not, what takes much room comes last."""
    first = found = bad.drawn(items)
    for size in _SIZES:
        if hold(rooms[at] for at in found[0]):
            break
        large = frozenset(at for at, room in enumerate(rooms) if room.share > size / items)
        other = bad.drawn(items, large)
        is_whole = len(other[0]) == len(first[0])
        if is_whole and bad.worst(other[0]) <= bad.worst(first[0]):
            found = min(found, other, key=lambda each: sum(rooms[at].share for at in each[0]))
    return found


def are_to_match(entries: Sequence[Entry], items: int) -> bool:
    """Whether some are drawn to be matched: where enough are asked, of a deck that has enough of a kind."""
    counts = Counter(each.kind for each in entries)
    is_enough = not items or items >= 2 * _TOGETHER
    return is_enough and any(counts[kind] >= FEWEST for kind in MATCHED)


def _together(
    lots: Sequence[Entry], own: AbstractSet[str], pool: Pool
) -> tuple[Sequence[Entry], Mapping[str, str]]:
    """Give the first of a kind that is matched, if there are enough of it; of which, is by lot, too.

    Where items are shared out among seeds, those are of its `own` part, if that has enough of any kind, else each
    seed in a row begins with another kind. And the answer, by id, of one that is not asked, so that the last is not
    given away: one of them, where there is no other.
    """
    kinds = sorted(MATCHED, key=lambda kind: lot(pool.seed, kind))
    mine = [each for each in lots if each.id in own]
    if len(mine) < len(lots):
        turn = int(pool.seed) % len(MATCHED)
        kinds = [*MATCHED[turn:], *MATCHED[:turn]]
    for some, kind in product((mine, lots), kinds):
        alike = [each for each in some if each.kind == kind][:_TRIED]
        group = group_of(kind, alike, pool)
        if len(group) >= FEWEST:
            first = group[:_TOGETHER]
            kept = dict(one_more(first, (), pool))
            if kept:
                return first, kept
            if len(first) > FEWEST and (last := _one_of(first, pool)):
                return [each for each in first if each is not last], {last.id: last.answers[0]}
    return (), {}


def _one_of(group: Sequence[Entry], pool: Pool) -> Entry | None:
    """Give the last of a group whose definition may be taken for one of the others'."""
    return next(
        (
            each
            for each in reversed(group)
            if may_be_taken(
                pool.items[each.id],
                [it for it in group if it is not each],
                pool.proof.language,
            )
        ),
        None,
    )


def _beside(
    kept: Mapping[str, str], others: list[Entry], telling: Telling, items: int
) -> list[Entry]:
    """Leave out what is kept for a wrong answer, if there are enough without, and what that tells, if there are enough without that."""
    left = [each for each in others if each.id not in kept]
    if len(left) < items:
        return others
    untold = [
        each for each in left if not any(telling.is_half_told(text, each) for text in kept.values())
    ]
    return untold if len(untold) >= _ENOUGH * items else left


def _to_choose(lots: Iterable[Entry], together: Sequence[Entry], pool: Pool) -> Iterator[Entry]:
    """Yield what has answers to choose from: one of a sort, and no definition of the kind that is matched.

    Two of a sort would have the same to choose from, so that one tells what is not right in the other.
    """
    matched = [each.id for each in together]
    known = set[object](each.kind for each in together)
    tried = 0
    for each in lots:
        if tried == _TRIED:
            return
        sorts = sorts_for(each, pool)
        told = {each.kind} if each.kind != "question" else {*sorts}
        are_strange = all(
            pool.telling.are_apart(each, other, matched)
            and pool.telling.are_strange(each, other, matched)
            for other in (together if sorts and not known & told else ())
        )
        if not sorts or known & told or not are_strange:
            continue
        tried += 1
        if can_be_chosen(each, pool):
            known |= told
            yield each


def _takes(entry: Entry, to_choose: Sequence[Entry], pool: Pool | None) -> bool:
    """Whether others have too little to choose from if this one is asked, too."""
    return pool is not None and not all(can_be_chosen(each, pool, (entry,)) for each in to_choose)
