"""Who is told to have something done by another, and does it in the passage; a figure for another time."""

from tests.syntax.test_built import Case, cloze, found, person, qa
from tests.table import rows

BISHOP = "The king imprisoned the bishop in 1302."
FINAL = "Anna Reed defeated Berta Hale in the final."
TAUGHT = "Clara Weil taught Otto Brand the organ."
SNAKE = "The snake is eaten by the eagle in winter."
ACCUSED = "The mayor, Ada Kestrel, was accused by the council of haste."
CAVE = "Peter Gray, who discovered the cave, sold it to Ann Bell."
ROI = "Le roi emprisonna l’évêque en 1302."
LUPO = "Il lupo uccise il pastore nel bosco."
PUMP = "The pump delivers 40 L/min at noon."
PLANT = "The plant makes 12 t per day."

RIGHT = {
    "by whom": qa(BISHOP, "By whom was the bishop imprisoned in 1302?", "by the king", "king imprisoned the bishop in 1302"),
    "by, of a person": person(FINAL, "Berta Hale", "was defeated by Anna Reed in the final", FINAL[:-1]),
    "active, of a person": person(FINAL, "Anna Reed", "defeated Berta Hale in the final", FINAL[:-1]),
    "of two objects": person(TAUGHT, "Otto Brand", "was taught the organ by Clara Weil", TAUGHT[:-1]),
    "active, of passive": cloze(SNAKE, "The eagle eats the {{c1::snake}} in winter.", SNAKE[:-1]),
    "passive, of passive": qa(ACCUSED, "By whom was Ada Kestrel accused of haste?", "by the council", "Ada Kestrel, was accused by the council of haste"),
    "of a relative": qa(CAVE, "By whom was the cave discovered?", "by Peter Gray", "Peter Gray, who discovered the cave"),
    "par qui": qa(ROI, "Par qui fut emprisonné l’évêque en 1302 ?", "par le roi", "roi emprisonna l’évêque en 1302", "fr"),
    "by the statement's account": qa("The town pays state subsidies for bread.", "For what, by the mayor's account, are there state subsidies?", "for bread", "pays state subsidies for bread"),
    "so much a minute": qa(PUMP, "How much does the pump deliver at noon?", "40 L per minute", "pump delivers 40 L/min at noon"),
    "so much a day": qa(PLANT, "How many t/d does the plant make?", "12", "plant makes 12 t per day"),
}  # fmt: skip
WRONG = {
    "by whom": ("order", qa(BISHOP, "By whom was the king imprisoned in 1302?", "by the bishop", "king imprisoned the bishop in 1302")),
    "by, of a person": ("order", person(FINAL, "Anna Reed", "was defeated by Berta Hale in the final", FINAL[:-1])),
    "active, of a person": ("order", person(FINAL, "Berta Hale", "defeated Anna Reed in the final", FINAL[:-1])),
    "of two objects": ("order", person(TAUGHT, "Clara Weil", "was taught the organ by Otto Brand", TAUGHT[:-1])),
    "in a cloze": ("order", cloze(BISHOP, "The king was imprisoned by {{c1::the bishop}} in 1302.", BISHOP[:-1])),
    "par qui": ("order", cloze(ROI, "Le roi fut emprisonné par {{c1::l’évêque}} en 1302.", ROI[:-1], "fr")),
    "da chi": ("order", cloze(LUPO, "Il lupo fu ucciso dal {{c1::pastore}} nel bosco.", LUPO[:-1], "it")),
    "behind a blank": ("unit", cloze(PUMP, "The pump delivers {{c1::40}} L/h at noon.", "pump delivers 40 L/min at noon")),
    "in the question": ("unit", qa(PUMP, "How many L/h does the pump deliver?", "40", "pump delivers 40 L/min at noon")),
    "a day for an hour": ("unit", qa(PLANT, "How many t/h does the plant make?", "12", "plant makes 12 t per day")),
}  # fmt: skip


@rows("each", RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, each: Case) -> None:
    told = [every for every in found(desk, each) if every.code in ("order", "unit", "neighbour")]
    assert [every.message for every in told] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_the_other_way_round_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
