"""How many there are, as English says it."""

import pytest

from studyguide.plurals import counted


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 words"), (1, "1 word"), (2, "2 words"), (1001, "1,001 words")],
    ids=["none", "one", "two", "grouped"],
)
def test_counted(count: int, said: str) -> None:
    assert counted(count, "word") == said


def test_a_plural_of_its_own() -> None:
    assert [counted(n, "person", "people") for n in (1, 3)] == ["1 person", "3 people"]
