"""Giveaways: no card shows what it hides, and no item what another one of its section asks."""

from tests.table import rows

CLOUD = "\nevidence: called the walkout … cloud"
LED = "\nevidence: leader, Ada Kestrel, had"

FIRST = """id: first
question: ▸What did the Selby council send to the gasworks?◂
answer: constables
evidence: to send 40 constables"""

CLOZE = """id: first
cloze: ▸The Selby council sent {{c1::constables}} to the {{c2::gasworks}}.◂
evidence: to send 40 constables to the gasworks"""


def other(question: str, answer: str = "40", evidence: str = "to send 40 constables") -> str:
    return f"id: second\nquestion: {question}\nanswer: '{answer}'\nevidence: {evidence}"


GIVEN_AWAY = {
    "by a question": (
        FIRST,
        other("How many constables did the Selby council send to the gasworks?"),
    ),
    "in another inflection": (
        FIRST,
        other("What number of the council's constables was sent to Selby gasworks?"),
    ),
    "by a sentence": (
        FIRST,
        "id: second\ncloze: The Selby council sent {{c1::40}} constables to the gasworks.\nevidence: to send 40 constables",
    ),
    "a hidden word": (CLOZE, other("How many constables did the Selby council send?")),
    "a name in a blank, beside another matter": (
        "id: first\ncloze: ▸Led by {{c1::Ada Kestrel}}, the bargemen stayed away.◂\nevidence: leader, Ada Kestrel, had",
        other("How many constables did Ada Kestrel see?", "40"),
    ),
    "the wording of an answer": (
        "id: first\nquestion: ▸What did the council do?◂\nanswer: It wanted to send 40 constables\nevidence: to send 40 constables",
        other("Whither was it agreed to send 40 constables?", "to the gasworks"),
    ),
}

KEPT = {
    "three words of an answer": (
        "id: first\nquestion: What did the council do?\nanswer: It wanted to send 40 constables\nevidence: to send 40 constables",
        other("Who was asked to send 40?", "the Selby council"),
    ),
    "a word of a blank, and nothing in common": (
        "id: first\ncloze: Led by Ada, they {{c1::joined}} it.\nevidence: leader, Ada Kestrel, had",
        other("Which constables were joined?", "40"),
    ),
    "what stands behind": (FIRST, other("How many did the Selby council send to the gasworks?", "40 constables")),
    "another matter": (FIRST, other("Which of the constables joined the walkout?", "one", "One constable joined it")),
    "hidden in both": (CLOZE, "id: second\ncloze: The Selby council sent 40 {{c1::constables}}.\nevidence: to send 40 constables"),
    "half of the answer": (FIRST.replace("answer: constables", "answer: 40 constables"), other("Who sent constables to the gasworks?", "The Selby council", "Selby council’s answer was to send")),
    "withdrawn": (FIRST, f"{other('How many constables did the Selby council send to the gasworks?')}\nretired: told twice"),
    "a term asked for": (FIRST, "id: second\nterm: constables\ndefinition: whom the Selby council sent to the gasworks\nevidence: to send 40 constables"),
}  # fmt: skip


@rows(("item", "neighbour"), GIVEN_AWAY.values(), ids=GIVEN_AWAY)
def test_given_away(desk, item: str, neighbour: str) -> None:
    said = desk.fires("answer-in-neighbour", item, neighbour)
    assert "`second`" in said


@rows(("item", "neighbour"), KEPT.values(), ids=KEPT)
def test_kept(desk, item: str, neighbour: str) -> None:
    desk.section(item.replace("▸", "").replace("◂", ""), neighbour)
    assert "answer-in-neighbour" not in [each.code for each in desk.check().findings]


def test_over_the_leaf_a_word_of_a_blank_may_be_read(desk) -> None:
    blank = "id: first\ncloze: Led by {{c1::Ada Kestrel}}, they left.\nevidence: leader, Ada Kestrel, had"
    between = [
        f"id: m{n}\ncloze: The {{{{c1::council}}}} met {n}.\nevidence: to send 40 constables"
        for n in range(10)
    ]
    last = "id: last\ncloze: Ada Kestrel saw {{c1::constables}}.\nevidence: to send 40 constables"
    desk.section(blank, *between, last)
    found = [each for each in desk.check().findings if each.code == "answer-in-neighbour"]
    assert "first" not in {each.item for each in found}


def test_a_table_that_is_given_away_is_shown_on_one_line(desk) -> None:
    desk.deck(markup="yes")
    table = "| town | river |\n    |---|---|\n    | Dunmere | Farrow |\n    | Orrin | Farrow Hills, both banks of the river |"
    asked = "question: Where did the walkout spread by June 1911?\nanswer: |\n    "
    spread = "\nevidence: spread to … Farrow Hills"
    all_told = "town river Dunmere Farrow Orrin Farrow Hills, both banks of the river"
    telling = f"id: second\nquestion: By June 1911 the walkout spread to {all_told}, where?\nanswer: to Dunmere{spread}"
    desk.section(asked + table + spread, telling)
    found = [each for each in desk.check().findings if each.code == "answer-in-neighbour"]
    assert [each.message.count("|") + each.message.count("\n") for each in found] == [0]
    assert "“town river Dunmere Farrow Orrin" in found[0].message
    assert " …” away" in found[0].message


def test_another_section_is_another_day(desk) -> None:
    desk.section(FIRST.replace("▸", "").replace("◂", ""))
    desk.section(
        other("How many constables did the Selby council send?").replace("second", "far"), number=2
    )
    assert "answer-in-neighbour" not in [each.code for each in desk.check().findings]


BESIDE_THE_BLANK = {
    "beside the blank": "cloze: The {{c1::▸cloud◂}} was a passing cloud." + CLOUD,
    "in its own hint": "cloze: It was a passing {{c1::▸cloud◂::cloud or fog}}." + CLOUD,
    "in another deletion": "cloze: A {{c1::▸passing◂}} thing, a {{c2::passing cloud}}." + CLOUD,
    "in another spelling": "cloze: The {{c1::▸cloud◂}} was a passing Cloud." + CLOUD,
    "a name": "cloze: Kestrel led them, Ada {{c1::▸Kestrel◂}}." + LED,
}

UNREADABLE = {
    "a part of another word": "cloze: A clouded view, a passing {{c1::cloud}}." + CLOUD,
    "another form of it": "cloze: They passed, a {{c1::passing}} cloud." + CLOUD,
    "words in another order": "cloze: The cloud, passing, a {{c1::passing cloud}}." + CLOUD,
    "hidden by the same number": "cloze: A {{c1::cloud}}, a passing {{c1::cloud}}." + CLOUD,
    "in the hint of another": "cloze: A {{c1::passing}} {{c2::cloud::what is passing}}." + CLOUD,
}


@rows("text", BESIDE_THE_BLANK.values(), ids=BESIDE_THE_BLANK)
def test_given_away_beside_the_blank(desk, text: str) -> None:
    desk.fires("cloze-given-away", text)


@rows("text", UNREADABLE.values(), ids=UNREADABLE)
def test_not_read_beside_the_blank(desk, text: str) -> None:
    assert desk.errors(text) == []


def test_says_how_to_hide_both(desk) -> None:
    assert "{{c1::…}}" in desk.fires("cloze-given-away", BESIDE_THE_BLANK["a name"])
