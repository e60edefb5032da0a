"""How many: a question gets as many answers as it asks for, a number where it wants one, and asks one thing."""

from tests.conftest import unmarked
from tests.table import rows

SPREAD = "\nevidence: spread to … Farrow Hills"
SENT = "\nevidence: to send 40 constables"


def asked(question: str, *answers: str, evidence: str = SPREAD) -> str:
    answer = f" {answers[0]}" if len(answers) == 1 else "".join(f"\n  - {each}" for each in answers)
    return f"question: {question}\nanswer:{answer}{evidence}"


WRONG = {
    "a list too short": ("list-length", asked("Which three places are named?", "▸Dunmere◂", "Orrin")),
    "a list too long": ("list-length", asked("Which two?", "▸Dunmere◂", "Orrin", "Farrow Hills")),
    "a figure": ("list-length", asked("Name 3 places.", "▸Dunmere◂", "Orrin")),
    "one text for two": ("list-length", asked("Which two places are named?", "▸Dunmere and Orrin◂")),
    "with words between": ("list-length", asked("What are the three other places?", "▸Dunmere◂", "Orrin")),
    "a list for one": ("list-length", asked("Which one place is named?", "▸Dunmere◂", "Orrin")),
    "the second sentence asks": ("list-length", asked("It spread. At which three places?", "▸Dunmere◂", "Orrin")),
    "unstated": ("list-length-unstated", asked("▸To where did it spread?◂", "Dunmere", "Orrin")),
    "unstated, with a preposition at the end": ("list-length-unstated", asked("▸What are the places named by?◂", "Dunmere", "Orrin")),
    "an order for one": ("list-length-unstated", asked("▸Name a place.◂", "Dunmere", "Orrin")),
    "some is no number": ("list-length-unstated", asked("▸Which places are named?◂", "Dunmere", "Orrin")),
    "how many": ("answer-how-many", asked("How many were sent?", "▸constables◂", evidence=SENT)),
    "how old": ("answer-how-many", asked("How old was it?", "▸constables◂", evidence=SENT)),
    "further on": ("answer-how-many", asked("It was sent to how many?", "▸constables◂", evidence=SENT)),
    "two questions": ("question-double", asked("When was it and ▸where◂?", "Dunmere")),
    "two sentences": ("question-double", asked("Where was it? ▸When◂ was it?", "Dunmere")),
    "two in a row": ("question-double", asked("Where did it spread, ▸how◂ did it?", "Dunmere")),
    "with a preposition": ("question-double", asked("Where was it, and by ▸whom◂?", "Dunmere")),
    "the same word twice": ("question-double", asked("Where was it and ▸where◂ did it go?", "Dunmere")),
    "three": ("question-double", asked("Where, ▸when◂ and how was it?", "Dunmere")),
    "or": ("question-double", asked("Where was it or ▸why◂?", "Dunmere")),
    "after a condition": ("question-double", asked("When it spread, where did it go, and ▸why◂?", "Dunmere")),
    "behind a relative clause": ("question-double", asked("Where was it that those lived who left, and ▸when◂?", "Dunmere")),
    "two with nouns": ("question-double", asked("Which place was it, and on ▸what◂ river?", "Dunmere")),
    "told, then asked": ("question-double", asked("Say where it was, and ▸when◂.", "Dunmere")),
    "told, then asked by another sentence": ("question-double", asked("Tell where it was; to ▸whom◂ did it spread?", "Dunmere")),
    "who, behind one who asks": ("question-double", asked("Which walkout was it, and ▸who◂ had seen it?", "Dunmere")),
    "given away": ("answer-given-away", asked("Did Dunmere see it?", "▸Dunmere◂")),
    "given away beside others": ("answer-given-away", asked("Did Dunmere or Orrin see it?", "▸Dunmere and Orrin◂")),
    "given away in another inflection": ("answer-given-away", asked("To which of its banks?", "▸a bank◂",
        evidence="\nevidence: both banks of the river")),
    "one of a list given away": ("answer-given-away", asked("Which two, beside Orrin?", "Dunmere", "▸Orrin◂")),
    "given away with a number": ("answer-given-away", asked("Were 40 constables sent?", "▸40 constables◂", evidence=SENT)),
}  # fmt: skip

RIGHT = {
    "a list": asked("Which two places are named?", "Dunmere", "Orrin"),
    "a list in figures": asked("Which 2 places are named?", "Dunmere", "Orrin"),
    "an order": asked("Name two places.", "Dunmere", "Orrin"),
    "an order for all": asked("Name the places.", "Dunmere", "Orrin"),
    "a list is wanted": asked("List the places.", "Dunmere", "Orrin"),
    "an order behind the question": asked("It spread to places. Name them.", "Dunmere", "Orrin"),
    "what are the": asked("What are the places named?", "Dunmere", "Orrin"),
    "both": asked("Which are both places?", "Dunmere", "Orrin"),
    "a pair": asked("To which pair of places did it spread?", "Dunmere", "Orrin"),
    "a number in brackets": asked("To where did it spread (two)?", "Dunmere", "Orrin"),
    "in which order": asked("In which order did it spread?", "Dunmere", "Orrin"),
    "with words between": asked("What are the two other places?", "Dunmere", "Orrin"),
    "one": asked("Which one place is named?", "Dunmere"),
    "one of so many": asked("Which of the two banks?", "both", evidence="\nevidence: both banks of the"),
    "a plan of years": asked("Which five-year plan was it?", "the walkout", evidence="\nevidence: By June 1911 the walkout"),
    "hours": asked("What 12-hour shift was it?", "the walkout", evidence="\nevidence: By June 1911 the walkout"),
    "per cent": asked("What 12 per cent is meant?", "the walkout", evidence="\nevidence: By June 1911 the walkout"),
    "a year": asked("Which 1911 walkout spread?", "to Dunmere"),
    "how many": asked("How many were sent?", "forty", evidence=SENT),
    "how many, with words": asked("How many were sent?", "40 constables", evidence=SENT),
    "how many times": asked("How many times did it burn down?", "twice", evidence="\nevidence: the bookshop burned down twice"),
    "how many of two": asked("To how many banks?", "both", evidence="\nevidence: both banks of the"),
    "how": asked("How was it?", "passing", evidence="\nevidence: walkout “a passing cloud”"),
    "and": asked("Where did it spread and go?", "Dunmere"),
    "a condition": asked("When it spread, where did it go?", "Dunmere"),
    "a place as a condition": asked("Where the river is, what spread?", "the walkout", evidence="\nevidence: By June 1911 the walkout"),
    "those who": asked("Of those who spread it, which one is named?", "Orrin"),
    "of which": asked("It was a walkout of which he wrote, and so on; where did it spread?", "Dunmere"),
    "anybody who": asked("It was a walkout, which anybody who lived there could have seen. To which place did it spread?", "Dunmere"),
    "like anybody else who": asked("A man leaves, and walks out like anybody else who lived there. Where did it spread?", "Dunmere"),
    "whom": asked("The men whom nobody knew walked out; to where?", "Dunmere"),
    "in whom": asked('"Nobody knew the men in whom they put their trust: where did it spread?"', "Dunmere"),
    "on which": asked("The river on which boats were lost was near. To where did it spread?", "Dunmere"),
    "somebody who": asked("Somebody who left it saw a place; which?", "Dunmere"),
    "to whom, and who": asked("To where did the men, to whom the mill belonged and who walked out, go?", "Dunmere"),
    "the roof of which": asked("To where did it spread from the mill, the roof of which leaked?", "Dunmere"),
    "fill in what": asked('"Fill in what spreads: which place comes next?"', "Dunmere"),
    "they told how": asked("They told how it spread; where?", "Dunmere"),
    "an aside": asked("Where, according to the text, did it spread?", "Dunmere"),
    "a dependent question": asked("Which place says how it spread?", "Dunmere"),
    "more than the question says": asked("Was it Orrin?", "Orrin in the Farrow Hills"),
    "a number is no giveaway": asked("How many constables were sent?", "40 constables", evidence=SENT),
    "one is a number, too": asked("How many constables?", "one constable", evidence="\nevidence: One constable joined it"),
    "a small word in common": asked("What was in the Hills?", "in Orrin"),
}  # fmt: skip


BESIDE = {"question-name", "question-number"}  # what these questions name is not in their passage


@rows(("code", "text"), WRONG.values(), ids=WRONG)
def test_wrong(desk, code: str, text: str) -> None:
    text, start, length = unmarked(text)
    found = [each for each in desk.errors(text) if each[0] not in BESIDE]
    line, column = text.count("\n", 0, start) + 6, start - text.rfind("\n", 0, start) + 4
    assert found == [(code, line, column, length)]


@rows("text", RIGHT.values(), ids=RIGHT)
def test_right(desk, text: str) -> None:
    codes = {code for code, *_ in desk.errors(text, number=2 if "bookshop" in text else 1)}
    assert codes <= BESIDE


def test_quoted_titles_may_ask_what_they_like(desk) -> None:
    text = asked("In “Who, and Why?”, which place is named?", "Dunmere")
    assert {code for code, *_ in desk.errors(text)} == {"quotation-altered"}


@rows("reverse", ["yes", "no"])
def test_a_term_in_its_own_definition_gives_itself_away_in_reverse(desk, reverse: str) -> None:
    text = (
        "term: cloud\ndefinition: ▸a passing cloud◂\nevidence: walkout “a passing cloud”\nreverse: "
    )
    if reverse == "yes":
        assert "in reverse, the `definition`" in desk.fires("answer-given-away", text + "yes")
    else:
        assert desk.errors(unmarked(text)[0] + "no") == []


SAYS = {
    "how many there are": (
        asked("Which three?", "Dunmere", "Orrin"),
        "asks for 3, the answer lists 2",
    ),
    "how many to list": (asked("Which three?", "Dunmere", "Orrin"), "list three, or ask for two"),
    "how to write a list": (
        asked("Which two?", "Orrin"),
        "write the answer as a list, one line each",
    ),
    "how to ask": (asked("Where?", "Dunmere", "Orrin"), "ask “Which two …”"),
    "how to ask for one": ("question: Where?\nanswer: [Orrin]" + SPREAD, "that 1 answer is wanted"),
    "how to ask for many": (asked("Where?", *["Orrin"] * 12), "ask “Which 12 …”"),
}


@rows(("text", "said"), SAYS.values(), ids=SAYS)
def test_says(desk, text: str, said: str) -> None:
    desk.section(text)
    assert any(said in f"{each.message}; {each.help}" for each in desk.found())


def test_lists_in_a_language_without_number_words_are_let_pass(desk) -> None:
    desk.deck(language="de")
    text = "1. Es gab Lampen in Dunmere und in Orrin.\n"
    desk.section(
        "question: An welchen zwei Orten?\nanswer:\n  - Dunmere\n  - Orrin\nevidence: Dunmere und in Orrin"
    )
    assert desk.found(text) == ()


@rows("count", [20, 21, 30, 199])
def test_a_question_may_ask_for_many(desk, count: int) -> None:
    """A list as long as its question says is right, however long; another number is not its length."""
    things = [f"{chr(97 + n // 26)}{chr(97 + n % 26)}x" for n in range(count)]
    text = f"1. On the list were {', '.join(things)}."
    body = asked(
        "Which {} things were on the list?",
        *things,
        evidence="\nevidence: On the list … " + things[-1],
    )
    found = {}
    for stated in (count, count + 1):
        desk.section(body.replace("{}", str(stated)))
        codes = {each.code for each in desk.check(text).findings}
        found[stated] = codes & {"list-length", "list-length-unstated", "question-number"}
    assert found[count] == set()
    assert found[count + 1] != set()
