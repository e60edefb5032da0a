"""Warnings: what a curator should look at again, and what is said as honestly in other words."""

from typing import NamedTuple

import pytest

from studyguide.deck.deck import UNWRITTEN
from tests.table import rows


class Case(NamedTuple):
    """An item, and its section; what a rule warns of is marked."""

    text: str
    section: int = 1


def unmarked(text: str) -> str:
    return text.replace("▸", "").replace("◂", "")


def qa(question: str, answer: str, evidence: str) -> str:
    return f"question: {question}\nanswer: {answer}\nevidence: {evidence}"


def cloze(sentence: str, evidence: str) -> str:
    return f'cloze: "{sentence}"\nevidence: {evidence}'


BURNED = "In May 1915 … burned down"
CALLED = "Mayor Julius Brand … cloud"
READERS = "Its international readers did not mind"
SPREAD = "By June 1911 … banks of the river"
SENT = "council’s answer … 1,200 pence"

WRONG = {
    "polarity": {
        "a not too many": Case(qa("What did ▸not◂ burn down?", "the bookshop", "bookshop burned down"), 2),
        "a never": Case(qa("Which thing ▸never◂ burned down?", "the bookshop", "bookshop burned down"), 2),
        "not the no in known": Case(qa("Of the known, what had ▸no◂ river?", "the walkout", "the walkout had spread")),
        "without": Case(qa("What spread ▸without◂ the river?", "the walkout", "the walkout had spread")),
        "in a cloze": Case(cloze("The bookshop did ▸not◂ burn {{c1::down}}.", "bookshop burned down"), 2),
        "a not too few": Case(qa("Whose readers did mind?", "international readers", "Its international readers did ▸not◂ mind"), 2),
        "a nobody too few": Case(qa("What was given?", "way", "▸Nobody gave way◂")),
    },
    "opposite": {
        "warm for cold": Case(qa("What was it if it was ▸warm◂?", "cold", "It was cold")),
        "a question": Case(qa("Which shift did the council restore by ▸day◂?", "the night shift", "restored the night shift"), 2),
        "of the wages": Case(qa("By how much were wages ▸lowered◂?", "by one third", "raised wages by one third"), 2),
    },
    "order": {
        "names": Case(qa("Where had ▸Kestrel◂, Ada, worked?", "on the quay", "Ada Kestrel, had worked on the quay")),
        "numbers": Case(qa("Where were ▸1,200◂ constables to go for 40 pence?", "to the gasworks", SENT)),
        "a cloze": Case(cloze("It spread to ▸Orrin◂ and Dunmere and both {{c1::banks}}.", SPREAD)),
        "deletions": Case(cloze("It came to {{c1::▸Orrin◂}}, and to {{c2::Dunmere}}.", SPREAD)),
    },
    "answer-cut": {
        "half of a pair": Case(qa("To what were men and money put?", "to send 40 constables to the ▸gasworks◂", SENT)),
        "two of three": Case(qa("To where did it spread?", "to Dunmere, to Orrin in the Farrow ▸Hills◂", SPREAD)),
    },
    "rival": {
        "another year": Case(qa("When did he leave?", '"1912"', "▸In 1912 he left; in 1914 he◂")),
        "another place": Case(qa("To which place in the Farrow Hills did it spread?", "Orrin", "▸spread to Dunmere, to Orrin in the Farrow Hills◂")),
        "another number": Case(qa("How many were dismissed?", '"36"', "▸Of 36 dismissed men 35 were◂"), 2),
    },
    "neighbour": {
        "a name for a name": Case(qa("Which answer did the ▸Kestrel◂ council give?", "constables to the gasworks", "Selby council’s answer … gasworks")),
        "two places": Case(qa("Which place in the ▸Dunmere◂ Hills did it reach?", "Orrin", "Dunmere, to Orrin in the Farrow Hills")),
        "a number for a number": Case(qa("Whose answer was to offer ▸40◂ pence?", "the Selby council’s", "Selby council’s answer … gasworks")),
        "the opposite of a word": Case(qa("What did the council do about the ▸day◂ shift?", "restored it", "It restored the night shift"), 2),
        "in an answer": Case(qa("What was restored?", "the ▸day◂ shift", "restored the night shift\nwording: {day: night}"), 2),
    },
    "definition-circular": {
        "all of it": Case("term: night shift\ndefinition: ▸a night shift, restored◂\nevidence: restored the night shift", 2),
        "another inflection": Case("term: lamp\ndefinition: ▸thousands of lamps◂\nevidence: Hundreds of thousands of lamps"),
    },
    "name-joined": {
        "a wrong first name": Case(qa("Who is named?", "▸Ada◂ Brand", "\n  - leader, Ada Kestrel, had\n  - Mayor Julius Brand, not")),
        "a wrong last name": Case(qa("Who is named?", "▸Julius◂ Kestrel", "\n  - leader, Ada Kestrel, had\n  - Mayor Julius Brand, not")),
        "turned round": Case(qa("Who led?", "▸Kestrel◂ Ada", "leader, Ada Kestrel, had")),
    },
    "name-repeated": {
        "a name": Case(qa("Who called it so?", "▸Brand◂, that is Mayor Brand", CALLED)),
        "a number": Case(qa("What was done?", "▸40◂ of 40 constables were to be sent", "to send 40 constables")),
        "a place": Case(cloze("In the ▸Farrow◂ Farrow {{c1::Hills}}.", "Orrin in the Farrow Hills")),
    },
    "question-word": {
        "words from nowhere": Case(qa("Which ▸grumpy◂ penguins danced?", "the bookshop", "bookshop burned down"), 2),
        "another matter": Case(qa("What did the ▸parliament◂ abolish?", "the night shift", "restored the night shift"), 2),
        "a cloze": Case(cloze("The ▸elephant◂ swallowed the {{c1::bookshop}}.", "bookshop burned down"), 2),
    },
    "question-elsewhere": {
        "another sentence asks": Case(qa("▸How many constables did the council send to the gasworks?◂", "one", "One constable joined it")),
        "nothing of it": Case(qa("▸Who restored the night shift and raised wages?◂", "Tobias Fenn", "Tobias Fenn, who was not, opened"), 2),
        "a place from elsewhere": Case(qa("▸Where did the council send the constables?◂", "to Dunmere", "the walkout had spread to Dunmere")),
    },
    "told-of-another": {
        "a definition of something else": Case("term: ▸lamps◂\ndefinition: what was to be sent to the gasworks\nevidence:\n  - to send 40 constables to the gasworks\n  - The lamps are ours"),
        "a role of somebody else": Case("person: ▸Tobias Fenn◂\nrole: head of the council that gave way in 1913\nevidence:\n  - The council gave way in 1913\n  - Tobias Fenn, who was not\nwording: {head: council}", 2),
    },
    "question-yes-no": {
        "did": Case(qa("▸Did the bookshop stand?◂", "it burned down", "bookshop burned down"), 2),
        "was": Case(qa("▸Was the walkout warm?◂", "cold", "It was cold")),
        "can": Case(qa("▸Can the lamps be dark?◂", "lamps stayed dark", "lamps stayed dark")),
        "true": Case(qa("▸Is it true that lamps were early?◂", "late", "It was late")),
    },
    "question-either-or": {
        "two": Case(qa("Which spread, the walkout or the lamps?", "▸the walkout◂", "the walkout had spread")),
        "three in a row": Case(qa("Where did it spread, to Port Selby, Dunmere or Orrin?", "▸to Dunmere◂", SPREAD)),
        "the last of them": Case(qa("To where did it spread, Port Selby or Dunmere?", "▸Dunmere◂", SPREAD)),
    },
    "answer-long": {
        "a list of places": Case(qa("Where?", "▸" + ", ".join(["to Dunmere to both banks of the river"] * 4) + "◂", SPREAD)),
        "32 words": Case(qa("What?", "▸" + " ".join(["the walkout"] * 16) + "◂", "the walkout had spread")),
        "in a list": Case(qa("Which one thing?", "\n  - ▸" + " ".join(["the walkout"] * 16) + "◂", "the walkout had spread")),
    },
    "answer-set": {
        "which are": Case(qa("Which places are there?", "▸Dunmere, Orrin, and both banks◂", SPREAD)),
        "what were": Case(qa("What were the places?", "▸Dunmere; Orrin; and both banks◂", SPREAD)),
        "name": Case(qa("Name the places.", "▸Dunmere, Orrin and both banks◂", SPREAD)),
    },
    "pronoun": {
        "not the he in when": Case(qa("When did ▸he◂ leave?", '"1912"', "In 1912 he left")),
        "it": Case(qa("Where was ▸it◂?", "on both banks", "both banks of the river")),
        "they": Case(qa("Where did ▸they◂ walk out?", "Port Selby", "lamplighters of Port Selby")),
        "a cloze": Case(cloze("▸It◂ was {{c1::late}} for lamps.", "It was late")),
        "behind a hidden year": Case(cloze("In {{c1::1912}} ▸he◂ left.", "In 1912 he left")),
        "behind what is asked": Case(qa("In which year did ▸he◂ leave?", '"1912"', "In 1912 he left")),
    },
}  # fmt: skip
RIGHT = {
    "polarity": {
        "both deny": Case(qa("What did the international readers not do?", "mind", READERS), 2),
        "in other words": Case(qa("Which readers never did mind?", "international", READERS), 2),
        "both affirm": Case(qa("What burned down?", "the bookshop", "bookshop burned down"), 2),
        "the denial is not quoted": Case(qa("What did Brand call the walkout?", "a passing cloud", "“a passing cloud”")),
        "nobody is the answer": Case(qa("Which people gave way?", "Nobody", "Nobody gave way")),
        "a cloze that denies as well": Case(cloze("The international readers did not {{c1::mind}}.", READERS), 2),
        "a word that only looks so": Case(qa("In which notable year did he leave?", '"1912"', "In 1912 he left")),
    },
    "opposite": {
        "the word itself": Case(qa("Which shift did the council restore?", "the night shift", "restored the night shift"), 2),
        "another form of it": Case(qa("How far did the council raise wages?", "by one third", "raised wages by one third"), 2),
        "a synonym": Case(qa("How did wages increase?", "by one third", "raised wages by one third"), 2),
        "both stand there": Case(qa("When did he leave, before he was back?", '"1912"', "In 1912 he left")),
    },
    "order": {
        "as there": Case(qa("To where did the walkout spread?", "Dunmere and Orrin", SPREAD)),
        "a place before": Case(qa("What in Orrin is also named of Dunmere?", "banks", SPREAD)),
        "a year before": Case(qa("To which place did the walkout come from Orrin by June 1911?", "Dunmere", SPREAD)),
        "deletions as there": Case(cloze("It spread to {{c1::Dunmere}} and {{c2::Orrin}}.", SPREAD)),
        "across question and answer": Case(qa("What did it reach beside Orrin?", "Dunmere", SPREAD)),
    },
    "answer-cut": {
        "all of it": Case(qa("What was sent?", "40 constables to the gasworks and 1,200 pence", SENT)),
        "a list": Case(qa("Which two places are named?", "\n  - Dunmere\n  - Orrin", SPREAD)),
        "the end of a sentence": Case(qa("What burned down?", "the bookshop", "bookshop burned down"), 2),
        "no and follows": Case(qa("What was restored?", "the night shift", "restored the night shift"), 2),
        "another verb follows": Case(qa("By how much did wages rise?", "by one third", "raised wages by one third"), 2),
        "another clause follows": Case(qa("What did the council do before it rose?", "the council met", "the council met, and the council rose"), 3),
        "the question has the rest": Case(qa("To which place, besides Orrin, Dunmere and both banks, did it spread?", "to Dunmere, to Orrin in the Farrow Hills", SPREAD)),
        "a reason": Case(qa("Why was the council asked?", "to send 40 constables to the gasworks", SENT)),
        "the next sentence begins so": Case(qa("What was lit?", "Every lamp", "Every lamp in the town was lit"), 3),
    },
    "rival": {
        "all are named": Case(qa("Which person led the lamplighters?", "Ada Kestrel", "Their leader, Ada Kestrel, had")),
        "only what is needed": Case(qa("When did he leave?", '"1912"', "In 1912 he left")),
        "a year and how many": Case(qa("How many constables came?", '"40"', "[40 constables to the gasworks, In 1912 he left]")),
        "how many of something else": Case(qa("How many constables came?", "40 constables", SENT)),
        "a name that stands there beside the same word": Case(qa("Who worked on the quay?", "the leader Kestrel", "['Ada Kestrel, had worked on the quay', Mayor Julius Brand]")),
        "beside what somebody is": Case("person: Ada Kestrel\nrole: leader who had worked on the quay\nevidence: ['Their leader, Ada Kestrel, had worked on the quay', Mayor Julius Brand]"),
        "the rest is in the question": Case(qa("In which place in the Farrow Hills?", "Orrin", "to Orrin in the Farrow Hills")),
        "a date, and no date is asked": Case(qa("What burned down?", "the bookshop", "In May 1915 the bookshop"), 2),
        "figure for word": Case(qa("Of 36 men, how many were taken back?", '"35"', "Of 36 dismissed men 35 were"), 2),
        "a possessive": Case(qa("Whose answer was it?", "the council of Selby", "The Selby council’s answer")),
    },
    "neighbour": {
        "as there": Case(qa("What was the answer of the Selby council?", "constables to the gasworks", "Selby council’s answer … gasworks")),
        "a possessive as there": Case(qa("What was Selby’s council’s answer?", "constables to the gasworks", "Selby council’s answer … gasworks")),
        "both stand there": Case(qa("In which town’s Hills did the Farrow walkout spread?", "Orrin", "Orrin in the Farrow Hills")),
        "another inflection": Case(qa("What did the councils of Selby answer?", "constables to the gasworks", "Selby council’s answer … gasworks")),
        "no name before it": Case(qa("Which shift did the council restore?", "the night shift", "restored the night shift"), 2),
        "a number as there": Case(qa("How many of 36 dismissed men were taken back?", '"35"', "Of 36 dismissed men 35 were"), 2),
        "a number that is said of them": Case(qa("What became of 35 dismissed men?", "taken back", "36 dismissed men 35 were taken back"), 2),
        "a number of its own": Case(qa("How many men in 36 were taken back?", '"35"', "Of 36 dismissed men 35 were"), 2),
    },
    "definition-circular": {
        "other words": Case("term: night shift\ndefinition: what it restored\nevidence: restored the night shift", 2),
        "one word of two": Case("term: passing cloud\ndefinition: a cloud as Brand called it\nevidence: “a passing cloud”"),
        "a question may": Case(qa("Which lamps stayed dark?", "thousands of lamps", "Hundreds of thousands of lamps")),
    },
    "name-joined": {
        "as there": Case(qa("Who led?", "Ada Kestrel", "leader, Ada Kestrel, had")),
        "three names": Case(qa("Who called it so?", "Mayor Julius Brand", "Mayor Julius Brand, not")),
        "a title without the first name": Case(qa("Who called it so?", "Mayor Brand", CALLED)),
        "a comma between": Case(qa("Which places are named?", "Dunmere, Orrin", SPREAD)),
        "a word between": Case(qa("Where did it spread?", "to Dunmere and Orrin", SPREAD)),
    },
    "name-repeated": {
        "once": Case(qa("Who led?", "Ada Kestrel", "leader, Ada Kestrel, had")),
        "in question and answer": Case(qa("What did Kestrel lead?", "Kestrel worked on the quay", "Kestrel, had worked on the quay")),
        "two numbers": Case(qa("How many of 36 were taken back?", "35 of 36", "Of 36 dismissed men 35 were"), 2),
    },
    "question-word": {
        "the words of the text": Case(qa("What did the council restore?", "the night shift", "restored the night shift"), 2),
        "synonyms": Case(qa("What did the council bring back?", "the night shift", "restored the night shift"), 2),
        "from the paragraph": Case(qa("What burned after Fenn opened it?", "the bookshop", "bookshop burned down"), 2),
        "one word of several": Case(qa("Which penguins danced round the grumpy council?", "the night shift", "restored the night shift"), 2),
        "a single word": Case(qa("What vanished?", "the bookshop", "bookshop burned down"), 2),
        "only frame words": Case(qa("What kind of shift is described?", "night shift", "restored the night shift"), 2),
        "declared": Case(qa("What caught fire?", "the bookshop", "bookshop burned down\nwording: {caught fire: burned}"), 2),
        "a cloze": Case(cloze("The {{c1::bookshop}} of Fenn burned.", "bookshop burned down"), 2),
    },
    "question-elsewhere": {
        "the same sentence": Case(qa("How many constables did the council send to the gasworks?", '"40"', "to send 40 constables to the gasworks")),
        "the sentence before": Case(qa("What was raised when the council gave way in 1913?", "wages", "raised wages by one third"), 2),
        "in words of its own": Case(qa("When did the jobless get their jobs again?", "before the winter", "taken back before the winter"), 2),
        "whose words they are": Case(qa("Of what, wrote Ada Kestrel of the quay, are the lamps?", "ours", "The lamps are ours")),
    },
    "told-of-another": {
        "named in the sentence": Case("term: walkout\ndefinition: what had spread to Dunmere\nevidence: the walkout had spread to Dunmere"),
        "in another clause of its sentence": Case("term: night shift\ndefinition: what came when wages rose by one third\nevidence: raised wages by one third\nwording: {came: restored}", 2),
        "named in the one before": Case("term: the council\ndefinition: what restored the night shift\nevidence: [The council gave way, restored the night shift]", 2),
    },
    "question-yes-no": {
        "what": Case(qa("What did burn down?", "the bookshop", "bookshop burned down"), 2),
        "when": Case(qa("When was it that he left?", '"1912"', "In 1912 he left")),
        "a condition first": Case(qa("If the lamps were dark, how many were there?", "hundreds of thousands", "Hundreds of thousands of lamps")),
        "an answer like no": Case(qa("Which people gave way?", "Nobody", "Nobody gave way")),
        "a term": Case("term: night shift\ndefinition: what it restored\nevidence: restored the night shift", 2),
        "a cloze": Case(cloze("Was the {{c1::bookshop}} burned down?", "bookshop burned down"), 2),
    },
    "question-either-or": {
        "neither is the answer": Case(qa("To which town or village did it spread?", "Dunmere", SPREAD)),
        "a choice of other words": Case(qa("Did it go to one village or several?", "to Dunmere and Orrin", SPREAD)),
        "an or in the answer": Case(qa("Where did it spread?", "to Dunmere or Orrin", SPREAD)),
    },
    "answer-long": {
        "29 words": Case(qa("What?", " ".join(["walkout"] + ["the walkout"] * 14), "the walkout had spread")),
        "a sentence": Case(qa("What was sent?", "40 constables to the gasworks and 1,200 pence", SENT)),
        "several short answers": Case(qa("Which two things?", "\n  - " + "\n  - ".join([" ".join(["the walkout"] * 10)] * 2), "the walkout had spread")),
    },
    "answer-set": {
        "as a list": Case(qa("Which three places are named?", "\n  - Dunmere\n  - Orrin\n  - both banks", SPREAD)),
        "two": Case(qa("Which places are named?", "Dunmere and Orrin", SPREAD)),
        "one fact with commas": Case(qa("How did the walkout spread?", "to Dunmere, to Orrin, and to both banks", SPREAD)),
        "a place with a comma": Case(qa("Which places are named?", "Orrin, Farrow Hills", SPREAD)),
    },
    "pronoun": {
        "something before": Case(qa("When the walkout began, where did it spread?", "Dunmere", SPREAD)),
        "a name before": Case(qa("When Brand left and he was back, what stayed dark?", "lamps", "thousands of lamps stayed dark")),
        "an empty it": Case(qa("Why is it said that lamps stayed dark?", "late", "It was late")),
        "of whom the blank is": Case(cloze("{{c1::Kestrel}} wrote that she did not rest.", "are ours,” wrote Kestrel")),
        "them is no pronoun of its own": Case(qa("What theme is there?", "walkout", "the walkout had spread")),
        "a term": Case("term: night shift\ndefinition: what it restored\nevidence: restored the night shift", 2),
    },
}  # fmt: skip

MUST_FIRE = [
    pytest.param(code, each, id=f"{code}: {id}")
    for code, cases in WRONG.items()
    for id, each in cases.items()
]
MUST_NOT = [
    pytest.param(code, each, id=f"{code}: {id}")
    for code, cases in RIGHT.items()
    for id, each in cases.items()
]


@rows(("code", "each"), MUST_FIRE)
def test_wrong(desk, code: str, each: Case) -> None:
    desk.fires(code, each.text, number=each.section)


@rows(("code", "each"), MUST_NOT)
def test_right(desk, code: str, each: Case) -> None:
    desk.section(each.text, number=each.section)
    report = desk.check()
    assert code not in [finding.code for finding in report.findings]
    assert [finding for finding in report.findings if finding.is_error] == []


@rows("code", WRONG)
def test_there_are_as_many_honest_ones(code: str) -> None:
    assert len(RIGHT[code]) >= len(WRONG[code])


@rows("code", WRONG)
def test_it_is_a_warning(desk, code: str) -> None:
    each = next(iter(WRONG[code].values()))
    desk.section(unmarked(each.text), number=each.section)
    assert {f.severity for f in desk.check().findings if f.code == code} == {"warning"}


FIRST = "id: first\n" + qa(
    "What did the council restore?", "the night shift", "restored the night shift"
)

SIMILAR = {
    "small words": ("What was it that the council did restore?", "the night shift"),
    "forms": ("What has the council restored?", "a night shift"),
    "order": ("Restored by the council was what?", "night shift"),
}

DIFFERENT = {
    "another answer": ("What did the council restore?", "the shift of the night council"),
    "another thing": ("How far did the council raise wages?", "by one third"),
    "another word": ("What did the union restore?", "the night shift"),
    "no content": ("What was it?", "the night shift"),
}


@rows(("question", "answer"), SIMILAR.values(), ids=SIMILAR)
def test_similar(desk, question: str, answer: str) -> None:
    second = qa(f"▸{question}◂", answer, "It restored the night shift")
    said = desk.fires("question-similar", FIRST, f"id: second\n{second}", number=2)
    assert "`first`" in said


@rows(("question", "answer"), DIFFERENT.values(), ids=DIFFERENT)
def test_different(desk, question: str, answer: str) -> None:
    second = qa(question, answer, "It restored the night shift")
    desk.section(FIRST, f"id: second\n{second}", number=2)
    assert "question-similar" not in [each.code for each in desk.check().findings]


STRANGE = {
    "a name of another section": ("summary-name", "Then Fenn opened a bookshop.", "Fenn"),
    "a name from outside": ("summary-name", "It was like the strike in Belfast.", "Belfast"),
    "half a name": ("summary-name", "The walkout was led by Ada Brandt.", "Brandt"),
    "a year of another section": ("summary-number", "The council gave way in 1913.", "1913"),
    "another number": ("summary-number", "It sent 41 constables.", "41"),
    "a number in words": ("summary-number", "It sent fifty constables.", "fifty"),
}

KNOWN = {
    "names of the section": "The walkout of Port Selby spread, led by Ada Kestrel, to Orrin.",
    "numbers of the section": "In 1911 the council sent 40 constables; in 1914 Brand was back.",
    "numbers in words": "It sent forty constables.",
    "the author": "What Nora Quill tells of the lamps.",
    "the work": "This comes from the Collected Histories.",
    "a capital at the start": "Lamplighters walked out. Nothing helped.",
    "an alias": "The walkout of the Town spread.",
}


@rows("key", ["summary", "title"])
@rows(("code", "text", "shown"), STRANGE.values(), ids=STRANGE)
def test_summary_is_strange(desk, code: str, text: str, shown: str, key: str) -> None:
    path = desk.section(**{key: text})
    (found,) = [each for each in desk.check().findings if each.code.startswith("summary-")]
    line = path.read_text(encoding="utf-8").splitlines()[found.location.line - 1]
    start = found.location.column - 1
    assert line.startswith(f"{key}: ")
    assert (found.code, found.severity, found.section) == (code, "warning", 1)
    assert line[start : start + found.location.length] == shown


@rows("text", KNOWN.values(), ids=KNOWN)
def test_summary_is_known(desk, text: str) -> None:
    desk.deck(aliases="{Town: Selby}")
    desk.section(summary=f'"{text}"')
    found = [each.code for each in desk.check().findings]
    assert [code for code in found if code in ("summary-name", "summary-number")] == []


@rows(
    ("bodies", "summary", "is_told"),
    [
        pytest.param((FIRST,), UNWRITTEN, True, id="as a new deck has it"),
        pytest.param((FIRST,), UNWRITTEN.replace(" in ", "\n  in "), True, id="wrapped"),
        pytest.param((), UNWRITTEN, False, id="no item yet: nothing is printed"),
        pytest.param((FIRST,), f"{UNWRITTEN} So we said.", False, id="words of one's own"),
    ],
)
def test_summary_unwritten(desk, bodies: tuple[str, ...], summary: str, is_told: bool) -> None:
    desk.section(*bodies, number=2, summary=summary)
    codes = [each.code for each in desk.check().findings if each.section == 2]
    assert ("summary-unwritten" in codes) == is_told


OF_AN_AGE = {
    "a length beside a date": ("en", "The hut stood for six centuries. Glass was blown in the 3rd century.", "3rd century", "Glass was blown", ""),
    "another date of the paragraph": ("en", "Oil was pressed in the 4th century. Glass was blown in the 3rd century.", "4th century", "Glass was blown in the 3rd century", ""),
    "a date of none there": ("en", "Oil was pressed in the 4th century, and glass was blown.", "3rd century", "glass was blown", "4th century"),
    "a length of none there": ("en", "The hut stood for six centuries, and glass was blown.", "three centuries", "glass was blown", "six centuries"),
    "a date, and only a length there": ("en", "The hut stood for six centuries, and glass was blown.", "3rd century", "glass was blown", ""),
    "two dates": ("en", "Glass was blown in the 3rd and 4th centuries.", "the 4th century", "Glass was blown in the 3rd", ""),
    "Jahrhunderte": ("de", "Das Haus stand sechs Jahrhunderte. Im dritten Jahrhundert wurde Glas geblasen.", "drittes Jahrhundert", "wurde Glas geblasen", ""),
    "siècles": ("fr", "La maison tint six siècles. Le verre fut soufflé au IIIe siècle.", "IIIe siècle", "Le verre fut soufflé", ""),
    "века": ("ru", "Дом стоял шесть веков. Стекло выдували в 3 веке.", "в 3 веке", "Стекло выдували", ""),
}  # fmt: skip


@rows(("language", "text", "date", "evidence", "instead"), OF_AN_AGE.values(), ids=OF_AN_AGE)
def test_centuries_that_are_counted_are_no_date(
    desk, language: str, text: str, date: str, evidence: str, instead: str
) -> None:
    desk.deck(language=language)
    desk.section(f'date: "{date}"\nevent: "glass"\nevidence: "{evidence}"')
    told = [each.message for each in desk.check(f"1. {text}").findings if each.code == "neighbour"]
    assert told == ([f"the paragraph has “{instead}”, not “{date}”"] if instead else [])
