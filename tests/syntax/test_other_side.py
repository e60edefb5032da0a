"""An answer that a sentence has beside the contrary of what is asked, and relatives turned round."""

from tests.syntax.test_built import Case, cloze, found, person, qa
from tests.table import rows

GATE = "The guard opens the gate at dawn, and closes it at dusk."
MILL = "The king bought the mill in 1302 and sold it in 1310."
TEA = "Tea with milk costs a penny, tea without milk a farthing."
ARMY = "The army entered the town by the north gate and left it by the south gate."
HAT = "Tom Reed came with a hat, and left without a coat at noon."
PRICE = "The price rose to 40 crowns at Easter and fell to 12 in autumn."
MIT = "Eiche nahm man mit Nägeln, Ulme ohne Nägel."
AVEC = "Le thé avec lait coûte deux sous, le thé sans lait un sou."
KILLED = "Karl Roth, den er im Wald getroffen hatte, schwieg."
CHASSE = "Paul Roy, qu’il avait tué à la chasse, repose ici."

ALAN = "He did so for the soul of his brother Alan, whom he had killed at a hunt."

RIGHT = {
    "whom he": qa(ALAN, "For whose soul did he do so?", "for that of his brother Alan, whom he had killed at a hunt", "for the soul … a hunt"),
    "what one does of it": qa(GATE, "When does the guard open the gate?", "at dawn", "guard opens the … at dusk"),
    "what the other does of it": qa(GATE, "When does the guard close the gate?", "at dusk", "guard opens the … at dusk"),
    "who does both": qa(GATE, "Who closes the gate at dusk?", "the guard", "guard opens the … at dusk"),
    "to what both are done": qa(MILL, "What did the king sell in 1310?", "the mill", "king bought the … in 1310"),
    "who did both": qa(MILL, "Who sold the mill?", "the king", "king bought the … in 1310"),
    "without": qa(TEA, "What does tea without milk cost?", "a farthing", "Tea with milk … a farthing"),
    "who came and left": qa(HAT, "Who went off without a coat?", "Tom Reed", "Tom Reed came … at noon"),
    "ohne": qa(MIT, "Was nahm man ohne Nägel?", "Ulme", "Eiche nahm man … ohne Nägel", "de"),
    "den er": person(KILLED, "Karl Roth", "den er im Wald getroffen hatte", "Karl Roth, den … getroffen hatte", "de"),
    "qu'il": person(CHASSE, "Paul Roy", "qu’il avait tué à la chasse", "Paul Roy, … la chasse", "fr"),
}  # fmt: skip
WRONG = {
    "who had him": ("order", qa(ALAN, "For whose soul did he do so?", "for that of his brother Alan, who had killed him at a hunt", "for the soul … a hunt")),
    "when it is opened": ("neighbour", qa(GATE, "When does the guard close the gate?", "at dawn", "guard opens the … at dusk")),
    "when it was bought": ("neighbour", qa(MILL, "When did the king sell the mill?", "in 1302", "king bought the … in 1310")),
    "with": ("neighbour", qa(TEA, "What does tea without milk cost?", "a penny", "Tea with milk … a farthing")),
    "where it entered": ("neighbour", qa(ARMY, "By which gate did the army leave the town?", "by the north gate", "army entered the … south gate")),
    "to what it rose": ("neighbour", qa(PRICE, "To what did the price fall?", "to 40 crowns", "price rose to … in autumn")),
    "in a cloze": ("neighbour", cloze(PRICE, "The price fell to {{c1::40}} crowns.", "price rose to … in autumn")),
    "mit": ("neighbour", qa(MIT, "Was nahm man ohne Nägel?", "Eiche", "Eiche nahm man … ohne Nägel", "de")),
    "avec": ("neighbour", qa(AVEC, "Combien coûte le thé sans lait ?", "deux sous", "thé avec lait … un sou", "fr")),
    "der ihn": ("order", person(KILLED, "Karl Roth", "der ihn im Wald getroffen hatte", "Karl Roth, den … getroffen hatte", "de")),
    "qui l'avait": ("order", person(CHASSE, "Paul Roy", "qui l’avait tué à la chasse", "Paul Roy, … la chasse", "fr")),
}  # fmt: skip


@rows("each", RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, each: Case) -> None:
    told = [every for every in found(desk, each) if every.code in ("order", "neighbour")]
    assert [every.message for every in told] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_the_other_side_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
