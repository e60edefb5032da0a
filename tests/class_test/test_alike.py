"""An answer that is known by its look: by a word of what is asked, an equation, a unit, or its length."""

from studyguide.class_test.told.alike import has_a_look, is_only_equation, is_told_by_words
from studyguide.language.language import Language
from tests.table import rows

WORDED = {
    "the same word": ("en", "tide mill", "mill driven by the sea", "gate in a dam", True),
    "one of its family": ("en", "modulus", "number of modular arithmetic", "gate in a dam", True),
    "one that begins alike": ("en", "common divisor", "number that divides both", "a gate", True),
    "a part of a compound": ("de", "Jahreslohn", "Geld, das es im Jahr gab", "Tor im Damm", True),
    "its end": ("de", "Wassermühle", "Mühle, die ein Bach treibt", "Tor im Damm", True),
    "a part of one word": ("en", "harbourmaster", "officer of the harbour", "a gate", True),
    "in French": ("fr", "moulin à marée", "moulin que la mer fait tourner", "un canal", True),
    "in Italian": ("it", "carta velina", "carta senza vergelle", "luogo per i fogli", True),
    "a wrong one has it, too": ("it", "carta velina", "carta senza righe", "resto di carta", False),
    "a small word": ("en", "what is left over", "what the dam keeps", "a gate", False),
    "none": ("en", "sluice", "gate in a dam", "mill driven by the sea", False),
    "none in German": ("de", "Zehntscheune", "Gebäude für Abgaben der Bauern", "ein Tor", False),
    "none in French": ("fr", "bief", "canal qui amène l’eau", "un moulin", False),
    "none in Italian": ("it", "dogana", "ufficio che riscuote i dazi", "un mulino", False),
    "three letters": ("fr", "gabelle", "impôt sur le sel", "un moulin", False),
    "what begins otherwise": ("en", "mitosis", "division of a cell", "a gate", False),
}


@rows(("language", "asked", "right", "wrong", "is_told"), WORDED.values(), ids=WORDED)
def test_a_word_of_what_is_asked_tells_the_answer(
    language: str, asked: str, right: str, wrong: str, *, is_told: bool
) -> None:
    assert is_told_by_words(asked, right, [wrong], Language(language)) is is_told


LOOKS = {
    "a unit": ("2,048 bits", ("829", "1,024"), True),
    "no unit where all have one": ("829", ("1,024 bits", "2,048 bits"), True),
    "all have units": ("2,048 bits", ("829 bits", "1,024 bits"), False),
    "figures": ("40 geese", ("two swans", "three herons"), True),
    "an equation": ("a = b", ("the sum", "the product"), True),
    "several equations": ("a = b", ("a = c", "the product"), False),
    "by far the longest": ("keeper " * 9, ("a short one", "another"), True),
    "a long one among others": ("keeper " * 9, ("warden " * 8, "another"), False),
    "a longer name": ("Louis James Lefébure", ("Louis Spohr", "Ada Pym"), False),
}


@rows(("right", "wrong", "is_seen"), LOOKS.values(), ids=LOOKS)
def test_an_answer_looks_like_the_others(
    right: str, wrong: tuple[str, ...], *, is_seen: bool
) -> None:
    assert has_a_look(right, wrong) is is_seen
    assert is_only_equation(right, wrong) is (is_seen and "=" in right)
