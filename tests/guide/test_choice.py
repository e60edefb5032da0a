"""Part of a guide, as people ask for it."""

import pytest

from studyguide.errors import StudyGuideError
from studyguide.guide.choice import Choice, chosen, left_out, section_numbers
from tests.printing.reading import realistic_guide
from tests.table import rows

WHOLE = realistic_guide()
CHOICES = {
    "everything": (Choice(), 84),
    "a-section": (Choice(sections="3"), 12),
    "a-range-and-one": (Choice(sections="2-4, 7"), 48),
    "a-kind": (Choice(kinds=("term",)), 21),
    "kinds": (Choice(kinds=("person", "date")), 28),
    "kind-in-section": (Choice(sections="1", kinds=("cloze",)), 2),
    "ids": (Choice(ids=frozenset(("eling-2-pond", "none-of-ours"))), 1),
    "drawn": (Choice(items=10), 10),
    "drawn-of-few": (Choice(sections="1", kinds=("cloze",), items=10), 2),
}


@rows(("choice", "count"), CHOICES.values(), ids=CHOICES)
def test_what_is_chosen_keeps_its_numbers(choice: Choice, count: int) -> None:
    numbers = {entry.id: entry.number for entry in WHOLE.entries}
    left = [entry for entry in chosen(WHOLE, choice).entries if not entry.retired]
    assert len(left) == count
    assert all(entry.number == numbers[entry.id] for entry in left)


def test_the_same_seed_draws_the_same() -> None:
    drawn = [
        {each.id for each in chosen(WHOLE, Choice(items=20, seed=seed)).entries} for seed in "112"
    ]
    assert drawn[0] == drawn[1] != drawn[2]


@rows("text", ["2-", "a", "1,,2", "-3", "2 3", "99999", "3-2", "1,4–2"])
def test_what_names_no_sections_is_told(text: str) -> None:
    with pytest.raises(StudyGuideError, match="names no sections"):
        section_numbers(text)


@rows(
    ("choice", "told"),
    [
        (Choice(sections="90"), "no section 90: it has 1, 2"),
        (Choice(sections="1,90"), "no section 90: it has 1, 2"),
        (Choice(sections="2,90,6-91"), "no sections 90, 91: it has 1, 2"),
        (Choice(sections="0-3"), "no section 0: it has 1, 2"),
        (Choice(tags=("none",)), "no item of `.*` has the tag none"),
        (Choice(ids=frozenset()), "no item of `.*` is all that is asked for"),
    ],
)
def test_nothing_left_is_told(choice: Choice, told: str) -> None:
    with pytest.raises(StudyGuideError, match=told):
        chosen(WHOLE, choice)


def test_a_part_knows_the_people_of_the_whole() -> None:
    part = chosen(WHOLE, Choice(sections="3", kinds=("question",)))
    people = [each.prompt for each in WHOLE.entries if each.kind == "person" and not each.retired]
    assert people
    assert part.people == (*people,)
    assert WHOLE.people == ()


@rows(
    ("choice", "numbers"),
    [
        (Choice(), ()),
        (Choice(sections="3"), ()),
        (Choice(sections="2-3", ids=frozenset(("eling-2-pond",))), (3,)),
        (Choice(ids=frozenset(("eling-2-pond",))), (1, 3, 4, 5, 6, 7)),
    ],
)
def test_a_section_that_has_nothing_of_what_is_asked_is_told(
    choice: Choice, numbers: tuple[int, ...]
) -> None:
    assert left_out(WHOLE, chosen(WHOLE, choice), choice) == numbers
