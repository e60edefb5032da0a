"""What differs invisibly is named by its code point wherever something is not found because of it."""

from tests.conftest import Desk
from tests.table import rows

TEXT = "1. The cop stood at the gate of Iași. In l917 the mill of Eling burned down."
QUESTION = "question: Who stood at the gate?\nanswer: {}\nevidence: {}"
LATIN_C, COMMA = "LATIN SMALL LETTER C", "LATIN SMALL LETTER S WITH COMMA BELOW"

UNSEEN = {
    "all letters of another script": (
        ("the cop", "The сор stood at the gate"),
        f"U+0441 CYRILLIC SMALL LETTER ES, where the text has U+0063 {LATIN_C}",
    ),
    "in the answer": (
        ("the сор", "The cop stood at the gate"),
        f"in “сор” stands U+0441 CYRILLIC SMALL LETTER ES, where the text has U+0063 {LATIN_C}",
    ),
    "a cedilla": (
        ("the cop", "stood at the gate of Iaşi"),
        f"U+015F LATIN SMALL LETTER S WITH CEDILLA, where the text has U+0219 {COMMA}",
    ),
    "a figure for a letter": (("the cop", "In 1917 the mill"), "U+0031 DIGIT ONE, where the text"),
    "no space": (("the cop", "stood at\u200bthe gate of"), "U+200B ZERO WIDTH SPACE in it"),
    "a soft hyphen": (("a cop\u00adstood", "The cop stood at"), "U+00AD SOFT HYPHEN in it"),
}
SEEN = {
    "another word": ("the cap", "The cap stood at the gate"),
    "a joiner that does no harm": ("the cop", "The cop stood at the wall"),
    "another accent": ("the cop", "stood at the gate of Iasi"),
}


@rows(("texts", "said"), UNSEEN.values(), ids=UNSEEN)
def test_it_is_named(desk: Desk, texts: tuple[str, str], said: str) -> None:
    desk.section(QUESTION.format(*texts))
    assert any(said in finding.help for finding in desk.check(TEXT).findings)


@rows("texts", SEEN.values(), ids=SEEN)
def test_what_can_be_seen_is_not(desk: Desk, texts: tuple[str, str]) -> None:
    desk.section(QUESTION.format(*texts))
    findings = desk.check(TEXT).findings
    assert findings
    assert not any("U+" in finding.help for finding in findings)
