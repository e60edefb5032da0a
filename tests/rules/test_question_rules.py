"""Question: its names and numbers stand in the passage, and "who" is answered by a name."""

from tests.table import rows

SENT = "\nanswer: to the gasworks\nevidence: constables to the gasworks"
LEFT = '\nanswer: "1912"\nevidence: In 1912 he left'
COLD = "\nanswer: cold\nevidence: It was cold"
BURNED = "\nanswer: the bookshop\nevidence: the bookshop burned down"
GAVE = "\nanswer: the council\nevidence: council gave way in"

WRONG = {
    "a number": ("question-number", "question: Where were ▸41◂ constables sent?" + SENT),
    "a number word": ("question-number", "question: Where were ▸fifty◂ constables sent?" + SENT),
    "a compound number": ("question-number", "question: Where were ▸forty-one◂ men sent?" + SENT),
    "a number from the paragraph": ("question-number", "question: Where were ▸27◂ men sent?" + SENT),
    "a year": ("question-number", "question: What gave way in ▸1912◂?" + GAVE),
    "an ordinal": ("question-number", "question: What was the ▸2nd◂ thing to burn?" + BURNED),
    "a name": ("question-name", "question: Where did ▸Fenn◂ send the constables?" + SENT),
    "a name from another paragraph": ("question-name", "question: Where did ▸Brand◂ send them?" + SENT),
    "a name from later in the paragraph": (
        "question-name",
        "question: Over what did ▸Kestrel◂ walk out?\nanswer: pay\nevidence: walked out over pay",
    ),
    "a possessive": ("question-name", "question: Where were ▸Brand’s◂ men sent?" + SENT),
    "a name from outside": ("question-name", "question: Where did ▸Trotsky◂ send them?" + SENT),
    "an authority that is none": ("question-name", "question: Where to, says ▸Trotsky◂?" + SENT),
    "another month": ("question-name", "question: What burned in ▸June◂ 1915?" + BURNED),
    "in a cloze": ("question-name", ("cloze: The men of ▸Orrin◂ were sent to the {{c1::gasworks}}."
        "\nevidence: constables to the gasworks")),
    "after a deletion": ("question-number", ("cloze: To the {{c1::gasworks}} went ▸41◂ men."
        "\nevidence: constables to the gasworks")),
    "a number within a number of the text": ("question-number", ("question: Which of 40, or ▸4◂?"
        "\nanswer: 40 constables\nevidence: to send 40 constables")),
    "the count of a choice": ("question-number", "question: Which of the ▸three◂ was it?" + SENT),
}  # fmt: skip

RIGHT = {
    "a number": "question: Where were 40 constables sent?" + SENT,
    "a number word": "question: Where were forty constables sent?" + SENT,
    "a name": "question: Where did Selby send constables?" + SENT,
    "a name from before in the paragraph": "question: Where was Kestrel when they were sent?"
    + SENT,
    "a possessive": "question: Where did Selby’s council send them?" + SENT,
    "the author": "question: Where, according to Nora Quill, were they sent?" + SENT,
    "the work": "question: Where were they sent, by the Collected Histories?" + SENT,
    "the text": "question: Where does the text say they were sent?" + SENT,
    "a word at the start": "question: Constables were sent to what place?" + SENT,
    "no names": "question: Where were they sent?" + SENT,
    "one for somebody": "question: Where was one to go if one was a constable?" + SENT,
    "a month": "question: What burned down in May 1915?" + BURNED,
    "may": "question: What may have burned down in 1915?" + BURNED,
    "one miner is any miner": "question: What did one reader see burn down?" + BURNED,
    "how many are wanted": "question: Which two gave way?\nanswer:\n  - the council\n  - Nobody"
    "\nevidence: council gave way in",
    "a cloze": "cloze: In {{c1::May}} 1915 the {{c2::bookshop}} burned down."
    "\nevidence: In May 1915 … bookshop",
    "a term": "term: night shift\ndefinition: the council restored it"
    "\nevidence: restored the night shift",
}


def number_of(text: str) -> int:
    return 2 if any(words in text for words in ("bookshop", "gave way", "night shift")) else 1


@rows(("code", "text"), WRONG.values(), ids=WRONG)
def test_wrong(desk, code: str, text: str) -> None:
    desk.fires(code, text, number=number_of(text))


@rows("text", RIGHT.values(), ids=RIGHT)
def test_right(desk, text: str) -> None:
    found = desk.errors(text, number=number_of(text))
    assert [each for each in found if each[0].startswith("question-")] == []


def test_a_name_may_stand_in_the_sentence_of_another_quotation(desk) -> None:
    text = "question: Where did {} send the constables?\nanswer: to the gasworks\nevidence:"
    both = text + "\n  - constables to the gasworks\n  - Mayor Julius Brand, not"
    desk.fires("question-name", both.format("▸Fenn◂"))
    assert desk.errors(both.format("Mayor Brand")) == []


def test_every_sentence_that_a_quotation_goes_through_counts(desk) -> None:
    text = "question: Who did not give way when it was late?\nanswer: Nobody\nevidence: {}"
    assert desk.errors(text.format("cold. It was late. Nobody gave way")) == []


def test_an_alias_may_stand_in_a_question(desk) -> None:
    desk.deck(aliases="{Town: Selby}")
    assert desk.errors("question: Where did the Town send 40 constables?" + SENT) == []
    desk.fires("question-name", "question: Where did ▸Village◂ men go?" + SENT)


WHO = "question: {}\nanswer: {}\nevidence: Their leader, Ada Kestrel, had"

NAMES_NOBODY = {
    "a group": ("Who led the lamplighters?", "▸the leader◂"),
    "a pronoun": ("Who led the lamplighters?", "▸their leader◂"),
    "a number": ("Who led the lamplighters?", "▸twenty-seven◂"),
    "whom": ("Whom led the lamplighters?", "▸a leader◂"),
    "what somebody did": ("Who led the lamplighters?", "▸It had leaders◂"),
}

NAMES_SOMEBODY = {
    "a name": ("Who led the lamplighters?", "Ada Kestrel"),
    "a name and a description": ("Who led the lamplighters?", "their leader, Ada"),
    "which person": ("Which person led the lamplighters?", "their leader"),
    "what": ("What led the lamplighters?", "their leader"),
    "who is meant": ("Who was Ada Kestrel?", "their leader"),
    "who, further on": ("Of those who struck, which person led the lamplighters?", "their leader"),
}


@rows(("asks", "answer"), NAMES_NOBODY.values(), ids=NAMES_NOBODY)
def test_who_is_answered_by_a_name(desk, asks: str, answer: str) -> None:
    codes = [code for code, *_ in desk.errors(WHO.format(asks, answer.strip("▸◂")))]
    assert "answer-who" in codes
    if answer != "▸twenty-seven◂":
        desk.fires("answer-who", WHO.format(asks, answer))


@rows(("asks", "answer"), NAMES_SOMEBODY.values(), ids=NAMES_SOMEBODY)
def test_who_is_answered(desk, asks: str, answer: str) -> None:
    assert desk.errors(WHO.format(asks, answer)) == []


def test_a_name_that_only_ever_begins_a_sentence_is_a_name(desk) -> None:
    text = "question: Who opened a bookshop?\nanswer: Tobias\nevidence: Tobias Fenn … bookshop"
    assert desk.errors(text, number=2) == []


def test_every_answer_of_a_list_is_a_name(desk) -> None:
    answers = "answer:\n  - Ada Kestrel\n  - leader\nevidence: leader, Ada Kestrel, had"
    assert desk.errors("question: Who?\n" + answers) == [
        ("list-length-unstated", 6, 15, 4),
        ("answer-who", 9, 9, 6),
    ]
