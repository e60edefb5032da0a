"""Characters: what a learner types is on a keyboard, and no marks are read that were meant to act."""

from studyguide.language.keyboard import as_typed
from tests.table import rows

CLOZE = """id: a
cloze: The council sent {{{{c1::{}}}}} to the gasworks.
evidence: to send 40 constables to the gasworks
type: yes"""
NOTE = """id: a
question: What was sent to the gasworks?
answer: constables
evidence: to send 40 constables
note: '{}'"""


def codes(desk, item: str) -> list[str]:
    desk.section(item)
    return [each.code for each in desk.check().findings]


@rows("hidden", ["40\u00a0constables", "40 con\u00adstables", "“40” constables", "40—constables"])
def test_hidden_words_that_nobody_can_type(desk, hidden: str) -> None:
    assert "typed-unusual" in codes(desk, CLOZE.format(hidden))


@rows("hidden", ["40 constables", "40 Müllers", '40 constables, "all"', "40-constables"])
def test_hidden_words_that_one_can(desk, hidden: str) -> None:
    assert "typed-unusual" not in codes(desk, CLOZE.format(hidden))


def test_what_is_not_typed_may_be_written_well(desk) -> None:
    item = CLOZE.format("40\u00a0constables").replace("\ntype: yes", "")
    assert "typed-unusual" not in codes(desk, item)


TYPED = {
    "span": ("1914–18", "1914-18"),
    "quotes": ("Miller’s “Joy”", 'Miller\'s "Joy"'),
    "space": ("12\u00a0km", "12 km"),
    "raised and lowered": ("10⁻⁹ m of H₂O", "10^-9 m of H2O"),
    "soft hyphen": ("the ebb cur\u00adrent", "the ebb current"),
    "dots": ("Saint‑Malo…", "Saint-Malo..."),
    "letters of a language": ("Łódź, Übermut, niño", "Łódź, Übermut, niño"),
    "guillemets": ("« oui »", '" oui "'),
}


@rows(("text", "typed"), TYPED.values(), ids=TYPED)
def test_as_a_keyboard_gives_it(text: str, typed: str) -> None:
    assert as_typed(text) == typed


LITERAL = {
    "sound": ("sound-literal", "Listen: [sound:gate.mp3]"),
    "power": ("math-dollar", "It is $x^2$ then."),
    "command": ("math-dollar", "It is $\\frac{1}{2}$ then."),
    "display": ("math-dollar", "It is $$a_1$$ then."),
}
PLAIN = {
    "money": "It cost $5 and then $6.",
    "money with marks": "From $5_000 to $6_000 a year.",
    "a range": "It cost $5–$6 a day.",
    "a formula": "It is \\(x^2\\) then.",
    "a bracket": "He said [sound familiar?] so.",
    "a variable": "The shell knows $HOME and $PATH.",
}


@rows(("code", "note"), LITERAL.values(), ids=LITERAL)
def test_marks_that_would_be_read(desk, code: str, note: str) -> None:
    assert code in codes(desk, NOTE.format(note))


@rows("note", PLAIN.values(), ids=PLAIN)
def test_marks_that_are_meant(desk, note: str) -> None:
    assert not {"sound-literal", "math-dollar"} & {*codes(desk, NOTE.format(note))}
