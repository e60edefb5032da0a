"""Cloze: what is hidden stands in the quotation."""

from tests.table import rows

CLOUD = "\nevidence: called the walkout … cloud"
SENT = "\nevidence: to send 40 constables"
LED = "\nevidence: leader, Ada Kestrel, had"
GAS = "\nevidence: send 40 … the gasworks"
READERS = "\nevidence: Its international readers did"
MARXISM = "\nevidence: Marxism, he wrote, had"

UNSUPPORTED = {
    "another number": "cloze: The council sent {{c1::▸41◂}} constables." + SENT,
    "another number word": "cloze: The council sent {{c1::▸fifty◂}} constables." + SENT,
    "a number word with another word": "cloze: The council sent {{c1::▸forty miners◂}}." + SENT,
    "a figure of another kind": "cloze: The council sent {{c1::▸40s◂}} constables." + SENT,
    "a name from the passage": "cloze: Their leader was Ada {{c1::▸Selby◂}}." + LED,
    "a name from outside": "cloze: Their leader was Ada {{c1::▸Trotsky◂}}." + LED,
    "another word": "cloze: It was {{c1::▸a lasting cloud◂}}." + CLOUD,
    "the right words apart": "cloze: He called it {{c1::▸the cloud◂}}." + CLOUD,
    "the right words turned round": "cloze: It was {{c1::▸cloud passing◂}}." + CLOUD,
    "second of two": "cloze: It was a {{c1::passing}} {{c2::▸storm◂}}." + CLOUD,
    "with a hint": "cloze: It was a {{c1::▸storm◂::weather}}." + CLOUD,
    "a name that its stem hides": "cloze: It was {{c1::▸Marx◂}} that kept him warm." + MARXISM,
    "another sign": "cloze: Brand {{c1::▸<◂}} not the council, called it a cloud." + CLOUD,
    "a word that is longer": "cloze: Its {{c1::▸internal◂}} readers did not mind." + READERS,
    "in single quotation marks of YAML": "cloze: 'It''s a {{c1::▸storm◂}}.'" + CLOUD,
    "on a folded line": "cloze: It was a passing\n  {{c1::▸storm◂}}." + CLOUD,
}

SUPPORTED = {
    "a number": "cloze: The council sent {{c1::40}} constables." + SENT,
    "a number word": "cloze: The council sent {{c1::forty}} constables." + SENT,
    "a number word with its word": "cloze: The council sent {{c1::forty constables}}." + SENT,
    "a name": "cloze: Their leader was {{c1::Ada Kestrel}}." + LED,
    "a name as a possessive": "cloze: It was {{c1::Kestrel’s}} walkout." + LED,
    "under a gap": "cloze: He called it a {{c1::passing}} cloud." + CLOUD,
    "several words": "cloze: He called it {{c1::a passing cloud}}." + CLOUD,
    "other inflection": "cloze: It was one of those {{c1::passing clouds}}." + CLOUD,
    "capital at the start": "cloze: '{{c1::Constables}} came to the {{c2::gasworks}}.'" + GAS,
    "the same number twice": "cloze: "
    "The {{c1::constables}} were sent to the {{c1::gasworks}}." + GAS,
    "hint": "cloze: It was a passing {{c1::cloud::something in the sky}}." + CLOUD,
    "a part of a word": "cloze: He called it a passing {{c1::cloud}}s." + CLOUD,
    "the same words twice": "cloze: To {{c1::Selby}}, {{c1::Selby}}!"
    "\nevidence: The Selby council’s answer",
    "with words of no weight": "cloze: It was {{c1::had worked}}.\nevidence: Kestrel, had worked on",
    "across a comma": "cloze: It was {{c1::leader Ada Kestrel}}." + LED,
    "a sign alone": "cloze: Brand{{c1::,}} not the council, called it a cloud." + CLOUD,
    "a hyphen for a space": "cloze: It was {{c1::passing-cloud}} talk." + CLOUD,
}


@rows("text", UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_unsupported(desk, text: str) -> None:
    desk.fires("cloze-unsupported", text, number=2 if MARXISM in text or READERS in text else 1)


@rows("text", SUPPORTED.values(), ids=SUPPORTED)
def test_supported(desk, text: str) -> None:
    assert desk.errors(text) == []


def test_an_alias_may_be_hidden(desk) -> None:
    desk.deck(aliases="{Corporation: council}")
    text = "cloze: The {{{{c1::{}}}}} gave way.\nevidence: The council gave way in 1913"
    assert desk.errors(text.format("Corporation"), number=2) == []
    desk.deck(aliases="{Corporation: council, Town: Selby}")
    desk.fires("cloze-unsupported", text.format("▸Town◂"), number=2)


def test_says_that_the_sentence_has_it(desk) -> None:
    text = "cloze: He called it a passing {{c1::▸cloud◂}}.\nevidence: called the walkout “a passing"
    assert "quote up to them" in desk.fires("cloze-unsupported", text)
