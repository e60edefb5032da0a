"""Phrases of a list are found where they stand, the longest first."""

import pytest

from studyguide.language.phrases import Phrases
from tests.table import rows

LISTED = Phrases(("not", "no longer", "in no case", "plan* to", "refus*", "refused in part"))


@rows(
    ("text", "shown"),
    [
        pytest.param("the mill did stand", [], id="none"),
        pytest.param("it did not stand", ["not"], id="a-word"),
        pytest.param("no longer than that", ["no longer"], id="at-the-start"),
        pytest.param("it stands no longer", ["no longer"], id="at-the-end"),
        pytest.param("it lasts longer", [], id="its-longest-word-only"),
        pytest.param("it stands no", [], id="its-first-word-only"),
        pytest.param("in no case longer, in no longer", ["in no case", "no longer"], id="several"),
        pytest.param("they planned to refuse", ["planned to", "refuse"], id="beginnings"),
        pytest.param("they plan the refusal", ["refusal"], id="a-beginning-and-not-what-follows"),
        pytest.param("refused in part, not refused", ["refused in part", "not", "refused"], id="whole-words-before-beginnings"),
    ],
)  # fmt: skip
def test_phrases_are_found(text: str, shown: list[str]) -> None:
    run = tuple(text.replace(",", "").split())
    for _ in "12":  # words that tell of none are remembered
        assert [" ".join(run[each.start : each.end]) for each in LISTED.find(run)] == shown
        assert LISTED.stand_in(run) is bool(shown)


def test_a_word_by_itself_is_in_a_list() -> None:
    assert [each for each in ("not", "no", "longer", "refuses", "planned") if each in LISTED] == [
        "not",
        "refuses",
    ]
