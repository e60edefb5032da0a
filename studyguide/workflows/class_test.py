"""A class test of a deck: both versions and their keys, of items that are drawn."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from studyguide.workflows.order import Order
from studyguide.workflows.release import Release
from studyguide.workflows.result import Result

if TYPE_CHECKING:
    from studyguide.class_test.tasks import ClassTest
    from studyguide.guide.guide import Guide
    from studyguide.printing.class_test.sheets import Fit

ITEMS = 20
"""How many are drawn where nobody says how many."""

UNPROVED = (
    "without the source text nothing proves an answer wrong: the class test has nothing to choose "
    "from and nothing to match"
)

_MOST_TOLD = 6
"""So many items that tell an answer are named."""

NOTHING_TO_MATCH = (
    "nothing to match in the class test: for no three of its terms, people or dates the text refuses "
    "each other's answers, none is told by another task, by sex, people or rank, and a fourth is left over"
)

ONE_TASK = "versions A and B of the class test are alike: it has one task"

TASKS_ARE_LONG = "its tasks are long"

ANSWERS_ARE_LONG = "its answers are long, with their notes and pictures"

NONE_SHORTER = ", and the deck has no shorter ones that neither tell an answer of the others nor have nearly the same"

FEWER = ": ask fewer with `--items`"

NOTHING_TO_CHOOSE = (
    "nothing to choose from in the class test: for none of its tasks the deck has two other answers "
    "of the same sort that the text refuses and that tell no other task; three questions more would do whose "
    "answers are of one sort, as persons, towns or years, and stand in no other item"
)


def note_on(test: "ClassTest") -> str:
    """Tell what a test lacks though it has enough for it, a line each."""
    from studyguide.class_test.matching import FEWEST, MATCHED

    counts = Counter(task.entry.kind for task in test.tasks)
    could = test.is_to_match or any(counts[kind] >= FEWEST for kind in MATCHED)
    forms = {part.form for part in test.parts}
    lacking = (
        (could and "match" not in forms, NOTHING_TO_MATCH),
        (counts["question"] > 0 and "choose" not in forms, NOTHING_TO_CHOOSE),
    )
    notes = [note for is_lacking, note in lacking if test.has_text and is_lacking]
    if len(test.tasks) == 1:
        notes.append(ONE_TASK)
    if test.left_out:
        notes.append(
            f"the class test has {len(test.tasks)} tasks, not {len(test.tasks) + test.left_out}: "
            "each other item tells the answer to one of them, is told it, or leans on one that is not asked"
        )
    return "\n".join((*notes, *_note_on_told(test)))


def _note_on_told(test: "ClassTest") -> Iterator[str]:
    """Tell what gives which answer away, where the deck has too few items to ask others."""
    by_number: dict[str, list[str]] = {}
    for one, two in test.told:
        by_number.setdefault(one, []).append(two)
    pairs = [
        f"{one or 'the title'} tells the answer to {', '.join(told)}"
        for one, told in by_number.items()
    ]
    if pairs:
        more = f", and {len(pairs) - _MOST_TOLD} more" if len(pairs) > _MOST_TOLD else ""
        listed = "; ".join(pairs[:_MOST_TOLD])
        yield f"the class test asks what it tells: {listed}{more}: too few items to ask others, so ask fewer with `--items`"


def note_on_fit(fit: "Fit", test: "ClassTest") -> str:
    """Tell where tasks take more than two pages, or their key more than one, or have too few lines; of so many that nothing is promised, nothing."""
    from studyguide.class_test.room import PROMISED
    from studyguide.printing.class_test.fewest_pages import PAGES
    from studyguide.printing.class_test.ruling import WHOLE

    if len(test.tasks) > PROMISED:
        return ""
    more = [f"{fit.pages} pages"] if fit.pages > PAGES else []
    if fit.share < WHOLE:
        more.append(f"{fit.share} % of the lines that its answers take")
    why = [TASKS_ARE_LONG] if more else []
    if fit.of_key > 1:
        more.append(f"a key of {fit.of_key} pages")
        why.append(ANSWERS_ARE_LONG)
    if not more:
        return ""
    listed = " and ".join((", ".join(more[:-1]), more[-1])) if len(more) > 1 else more[0]
    return f"the class test has {listed}, since {' and '.join(why)}{NONE_SHORTER * test.is_shortest}{FEWER}"


def drawn_from(result: Result, release: Release, order: Order) -> tuple[object, ...]:
    """Give all that decides on what is asked: the whole deck, its evidence, and the text; which part is chosen."""
    receipts = tuple((id, each.digest) for id, each in sorted(release.lock.items.items()))
    text = result.source.raw if result.source else ""
    return release.guide, receipts, text, order.choice


def composed(result: Result, release: Release, order: Order) -> "tuple[Guide, ClassTest]":
    """Compose the test of a release that has what it is drawn from; give of that what it asks, too."""
    from studyguide.class_test.compose import class_test
    from studyguide.guide.choice import Choice, chosen

    assert result.report.deck
    choice = replace(order.choice, items=order.choice.items or ITEMS)
    test = class_test(
        _readable(release.guide, choice.items), result.report.deck, result.source, choice
    )
    ids = frozenset(task.entry.id for task in (*test.tasks, *test.spares))
    return chosen(release.guide, Choice(ids=ids)), test


def _readable(guide: "Guide", items: int) -> "Guide":
    """Leave out items whose picture has letters too small for a sheet, where enough others are left."""
    from studyguide.guide.choice import Choice, chosen
    from studyguide.printing.class_test.shown_pictures import can_be_read

    usable = [each for each in guide.entries if not each.retired]
    kept = frozenset(each.id for each in usable if can_be_read(each.asked_picture))
    return chosen(guide, Choice(ids=kept)) if items <= len(kept) < len(usable) else guide
