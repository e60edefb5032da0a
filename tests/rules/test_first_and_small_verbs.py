"""A role that calls somebody the first, and a small verb that is written as the opposite of a noun: est, ouest."""

import pytest

HILL = "In 1908 the botanist Ann Hill found the bladderwort again in the ditches of Orrin."
VAL = "Si elle ne vit que dans les fossés de l’ouest, c’est que l’eau y est claire."
NORD = "L’eau claire se trouve au nord-est du moulin."
ALLEN = "Les fossés sont clairs, dit le garde."
EST = "Les fossés de l’est sont clairs, dit le garde."


def codes(desk, language: str, text: str, body: str) -> set[str]:
    desk.deck(language=language)
    desk.section(body)
    return {each.code for each in desk.check(f"Author\n\nA Text\n\n1. {text}\n").findings}


@pytest.mark.parametrize(
    ("role", "is_told"),
    [
        ("the first botanist to find the bladderwort in the ditches", True),
        ("first botanist of Orrin", True),
        ("botanist who found the bladderwort again", False),
        ("botanist who first suspected the ditches", False),
    ],
)
def test_a_first_is_added(desk, role: str, is_told: bool) -> None:
    body = f'person: Ann Hill\nrole: "{role}"\nevidence: "the botanist Ann Hill found the bladderwort again"'
    assert ("claim-added" in codes(desk, "en", HILL, body)) is is_told


@pytest.mark.parametrize(
    ("text", "answer", "evidence", "is_told"),
    [
        (VAL, "dans les fossés de l’ouest", "c’est que l’eau y est claire", False),
        (EST, "dans les fossés de l’ouest", "Les fossés de l’est sont clairs", True),
        (NORD, "au nord-ouest du moulin", "au nord-est du moulin", True),
        (ALLEN, "en hiver", "Les fossés sont clairs", False),
    ],
)
def test_a_verb_is_no_opposite(desk, text: str, answer: str, evidence: str, is_told: bool) -> None:
    body = f'question: "Où l’eau est-elle claire ?"\nanswer: "{answer}"\nevidence: "{evidence}"'
    assert ("opposite" in codes(desk, "fr", text, body)) is is_told
