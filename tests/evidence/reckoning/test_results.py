"""Numbers that come of those of a passage: told by its words, or by chance."""

from typing import NamedTuple

from tests.conftest import Desk
from tests.table import rows


class Made(NamedTuple):
    """A question whose answer has a number, and what is said of that: nothing, a warning or an error."""

    language: str
    told: str
    question: str
    answer: str
    said: str = ""


MILLS = (
    "The mill ground 4,120 sacks in 1896. By 1912 this figure had doubled in spite of the flood."
)
CARS = "The two cars of the mill hold 40 sacks each."
FARMS = "Seven of its nineteen farms left the mill."
BUILT = "The mill was opened in 1896 and burnt down in 1938."
LEFT = "In 1911 Agnes told the mill what she saw, and left two years after her report."
EVERY = "The chain of the mill is cut every three months."
HALF = "The mill grinds nearly twice as many sacks as in 1980, in all 310 sacks a day."

RESULTS = {
    "doubled": Made("en", MILLS, "How many sacks did the mill grind in 1912?", "8,240"),
    "doubled, and wrong": Made("en", MILLS, "How many sacks did the mill grind in 1912?", "8,420", "error"),
    "halved for doubled": Made("en", MILLS, "How many sacks did the mill grind in 1912?", "2,060", "warning"),
    "two of each": Made("en", CARS, "How many sacks do both cars of the mill hold?", "80"),
    "two of each, for one": Made("en", CARS, "How many sacks does a car hold?", "80", "warning"),
    "the rest": Made("en", FARMS, "How many farms remained?", "twelve"),
    "the rest, of what is counted": Made("en", FARMS, "How many farms left the mill?", "twelve", "warning"),
    "years": Made("en", BUILT, "For how many years did the mill stand?", "42 years"),
    "about so many years": Made("en", BUILT, "For how many years did the mill stand?", "about 43 years"),
    "other years": Made("en", BUILT, "For how many years did the mill stand?", "52 years", "error"),
    "a century": Made("en", BUILT, "In which century was the mill opened?", "the nineteenth century"),
    "years after": Made("en", LEFT, "In which year did Agnes leave the mill?", "1913"),
    "years before": Made("en", LEFT, "In which year did Agnes leave the mill?", "1909", "warning"),
    "how often": Made("en", EVERY, "How often is the chain of the mill cut?", "four times a year"),
    "too often": Made("en", EVERY, "How often is the chain of the mill cut?", "five times a year", "error"),
    "twice turned round": Made("en", HALF, "How many sacks a day were there in 1980?", "nearly 155", "warning"),
    "a share": Made("en", "Of 21,000 wet sacks the mill lost 3,150.", "What part of the sacks did the mill lose?", "15 %"),
    "another share": Made("en", "Of 21,000 wet sacks the mill lost 3,150.", "What part of the sacks did the mill lose?", "25 %", "error"),
    "below zero": Made("en", "The cellar of the mill is kept at −25 °C.", "How cold is the cellar of the mill?", "25 degrees below zero"),
    "times by": Made("fr", "Les ventes du moulin triplèrent en cinq ans.", "Que firent les ventes du moulin en cinq ans ?", "Elles furent multipliées par trois"),
    "a price": Made("de", "Ein Sack der Mühle kostet 3,80 Euro.", "Was kostet ein Sack der Mühle?", "3 Euro 80"),
    "another price": Made("de", "Ein Sack der Mühle kostet 3,80 Euro.", "Was kostet ein Sack der Mühle?", "3 Euro 90", "error"),
    "a share of nothing": Made("en", "The mill lost 0 % of its 80 sacks.", "How many sacks did the mill lose?", "12", "error"),
}  # fmt: skip


@rows("each", RESULTS.values(), ids=RESULTS)
def test_numbers_that_come_of_others(desk: Desk, each: Made) -> None:
    desk.deck(language=each.language)
    quoted = each.told.rstrip(".").replace(". ", '", "').replace(" in spite", '", "in spite')
    desk.section(f'question: "{each.question}"\nanswer: "{each.answer}"\nevidence: ["{quoted}"]')
    found = desk.check(f"A\n\nB\n\n1. {each.told}\n").findings
    told = [one for one in found if one.code in ("answer-number", "rival")]
    worst = min((one.severity for one in told), default="")  # of error and warning
    assert worst == each.said, told
