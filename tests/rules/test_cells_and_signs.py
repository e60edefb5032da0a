"""Cells of tables, formulas and their signs: what a border parts, and what is the answer though its letters are asked."""

from studyguide.finding import Finding
from tests.syntax.test_built import Case, cloze, qa
from tests.table import rows

PIERS = "Below are the piers.\n\nPier 6\t22.8 m\t25\t131\n\nPier 7\t9.6 m\t14\t1 250 000"
OIL = "Here are the lamps.\n\nLamp\tCandles\tHours of oil\n\nDoty\t330\t210\n\nElectric\t900\tnone"
SLABS = "Slab B is 3 m thick.\n\nSlab C is 14 m thick."
LAWS = r"The first law: \(\neg(p \land q)\) is \(\neg p \lor \neg q\), and \(\neg(p \lor q)\) is \(\neg p \land \neg q\)."
ORDER = r"Without brackets \(\neg p \lor q \to r\) is read as \(((\neg p) \lor q) \to r\) there."
TWICE = r"Two denials cancel: \(\neg\neg p\) is equivalent to p always."
TRAPS = r"The trap goes from \(p \to q\) and q to p; the other goes from \(p \to q\) and \(\neg p\) to \(\neg q\)."
GIRDER = "The girders of the bridge are 57.9 m long and 6.1 m deep."
COAT = "A coat covers 41,000 m² and takes 9,200 litres of paint."


def table(text: str, question: str, rows: str, *evidence: str) -> Case:
    lines = "".join(f"\n  {row}" for row in rows.split("\n"))
    quoted = "".join(f'\n- "{each}"' for each in evidence)
    return Case(text, f'question: "{question}"\nanswer: |{lines}\nevidence:{quoted}')


def raw(case: Case) -> Case:
    """Write an item's signs as YAML without quotation marks has them."""
    return case._replace(body=case.body.replace('"', ""))


HOW_THICK = "How thick are slabs B and C?"
B_AND_C = ("Slab B is 3 m thick", "Slab C is 14 m thick")

RIGHT = {
    "a number beside a number": ("answer-number", qa(PIERS, "How many days did Pier 6 take?", "131", "Pier 6 22.8 m 25 131")),
    "and its row": ("evidence-missing", qa(PIERS, "How many days did Pier 6 take?", "131", "Pier 6 22.8 m 25 131")),
    "up to the border": ("evidence-missing", qa(PIERS, "How many rings has Pier 6?", "25", "22.8 m 25")),
    "one number in a cell": ("answer-number", qa(PIERS, "How many rivets has Pier 7?", "1,250,000", "Pier 7 … 1 250 000")),
    "quoted beside another": ("evidence-missing", qa(PIERS, "How many rivets has Pier 7?", "1,250,000", "9.6 m 14 1 250 000")),
    "two figures and a name are three words": ("evidence-short", qa(PIERS, "How many rings has Pier 7?", "14", "m 14 1 250 000")),
    "two figures alone": ("evidence-short", qa(OIL, "For how many hours does the oil of the Doty lamp last?", "210 hours", "Doty 330 210")),
    "the unit in a head": ("answer-unsupported", qa(OIL, "For how many hours does the oil of the Doty lamp last?", "210 hours", "Doty 330 210")),
    "heads of the source": ("answer-name", table(OIL, "How bright are the lamps?", "| Lamp | Candles |\n|---|---|\n| Doty | 330 |", "Doty 330 210")),
    "none, of another cell": ("polarity", qa(OIL, "How many candles has the electric lamp?", "900", "Electric 900 none")),
    "how wide at the foot": ("question-double", qa("The tower is 31 m high and 7.5 m wide at the foot.", "How high and how wide at the foot is the tower?", "31 m high and 7.5 m wide", "tower is 31 … 7.5 m wide")),
    "the head of a column": ("answer-name", table(SLABS, HOW_THICK, "| Slab | Thickness |\n|---|---|\n| B | 3 m |\n| C | 14 m |", *B_AND_C)),
    "beside a letter": ("neighbour", table(SLABS, HOW_THICK, "| Slab | Thickness |\n|---|---|\n| B | 3 m |\n| C | 14 m |", *B_AND_C)),
    "a table answers two": ("question-double", table(SLABS, "What are the slabs, and how thick are they?", "| Slab | thick |\n|---|---|\n| B | 3 m |\n| C | 14 m |", *B_AND_C)),
    "the sizes of one thing": ("question-double", qa(GIRDER, "How long and how deep are the girders?", "57.9 m long and 6.1 m deep", "57.9 m long and 6.1 m deep")),
    "three sizes": ("question-double", qa("The lock is 50 m long, 9 m wide and 4 m deep.", "How long, how wide and how deep is the lock?", "50 m by 9 m by 4 m", "lock is 50 m … 4 m deep")),
    "brackets are the answer": ("answer-given-away", raw(qa(ORDER, r"How is \(\neg p \lor q \to r\) read?", r"as \(((\neg p) \lor q) \to r\)", "neg p \\lor q … q) \\to r"))),
    "and are those of the passage": ("answer-unsupported", raw(qa(ORDER, "How is the law read there?", r"as \(((\neg p) \lor q) \to r\)", "neg p \\lor q … q) \\to r"))),
    "the order of the same letters": ("answer-given-away", qa("In Orrin 2 + 3·4 means 2 + (3·4) to all.", "What does 2 + 3·4 mean?", "2 + (3·4)", "means 2 + (3·4) to all")),
    "a letter of the formula": ("cloze-given-away", raw(cloze(TWICE, r"\(\neg\neg p\) is equivalent to {{c1::p}}.", "neg\\neg p\\) is equivalent to p"))),
    "the letters of a formula have no order": ("order", raw(cloze(LAWS, r"\(\neg(p \lor q)\) is {{c1::\(\neg p \land \neg q\)}}.", "neg(p \\lor q … land \\neg q"))),
    "as the passage has it": ("order", raw(qa(TRAPS, "What does the trap do?", r"it goes from \(p \to q\) and q to p", "trap goes from … q to p"))),
}  # fmt: skip
WRONG = {
    "the next cell": ("answer-number", qa(PIERS, "How many rings has Pier 6?", "25,131", "Pier 6 22.8 m 25 131")),
    "half of a number": ("answer-number", qa(PIERS, "How many rivets has Pier 7?", "250", "Pier 7 … 1 250 000")),
    "a name in a cell": ("answer-name", table("The mill of Orrin ground oats. Dunmere had none.", "What mills were there?", "| Where | What |\n|---|---|\n| by Dunmere | oats |", "mill of Orrin ground oats")),
    "when, and where": ("question-double", qa(GIRDER, "When was the bridge built, and where?", "57.9 m long", "57.9 m long and 6.1 m deep")),
    "how long, and how it was built": ("question-double", qa(GIRDER, "How long and how were the girders built?", "57.9 m long", "57.9 m long and 6.1 m deep")),
    "two figures of two things": ("question-double", qa(COAT, "What area does a coat cover, with what amount of paint?", "41,000 m² and 9,200 litres", "coat covers 41,000 … 9,200 litres")),
    "the formula that is asked": ("answer-given-away", raw(qa(ORDER, r"What is \(\neg p \lor q \to r\) there?", r"\(\neg p \lor q \to r\)", "neg p \\lor q … q) \\to r"))),
    "other brackets": ("answer-unsupported", raw(qa(ORDER, "How is the law read there?", r"as \((\neg p) \lor (q \to r)\)", "neg p \\lor q … q) \\to r"))),
    "a formula beside the blank": ("cloze-given-away", raw(cloze(TWICE, r"\(\neg\neg p\), or \(p\), is equivalent to {{c1::p}}.", "neg\\neg p\\) is equivalent to p"))),
    "a letter beside the blank": ("cloze-given-away", raw(cloze(TWICE, r"Of p, \(\neg\neg p\) is equivalent to {{c1::p}}.", "neg\\neg p\\) is equivalent to p"))),
}  # fmt: skip


def found(desk, each: Case) -> list[Finding]:
    desk.deck(markup="yes", math="yes")
    desk.section(each.body)
    return [*desk.check(f"Author\n\nA Text\n\n1. {each.text}\n").findings]


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes


def law(name: str, one: str, other: str) -> str:
    return f"id: {name}\ncloze: \\(\\neg(p {one} q)\\) is {{{{c1::\\(\\neg p {other} \\neg q\\)}}}}.\nevidence: neg(p {one} … {other} \\neg q"


def test_two_laws_that_differ_by_their_signs_alone_are_two(desk) -> None:
    desk.deck(markup="yes", math="yes")
    desk.section(law("one", r"\land", r"\lor"), law("other", r"\lor", r"\land"))
    codes = {each.code for each in desk.check(f"Author\n\nA Text\n\n1. {LAWS}\n").findings}
    assert codes.isdisjoint(("question-similar", "answer-in-neighbour"))


def test_one_law_told_twice_is_told(desk) -> None:
    desk.deck(markup="yes", math="yes")
    desk.section(law("one", r"\land", r"\lor"), law("other", r"\land", r"\lor"))
    codes = {each.code for each in desk.check(f"Author\n\nA Text\n\n1. {LAWS}\n").findings}
    assert "question-similar" in codes
