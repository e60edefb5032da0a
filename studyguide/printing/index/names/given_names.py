"""Names that are given to a child, by which a person is told where nothing else tells one: Doris Grindlay."""

from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_suffix(".txt")


@cache
def _given() -> frozenset[str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def is_given(word: str) -> bool:
    """Whether a word is a given name, written as one: of Karl-Heinz both parts are, ESA is none."""
    return all(
        each[:1].isupper() and not each[1:].isupper() and each.casefold() in _given()
        for each in word.split("-")
    )
