"""What stands in another clause, in the row of a colon, or is left out since it has been said; and mistakes of the same build."""

from tests.syntax.test_built import Case, cloze, found, qa
from tests.table import rows

COMET = "It took until May 1890, when nine sailors from Orrin, led by Ada Reed, Tom Brook and Paul Orme, saw the comet in two nights."
LANTERN = "Der Küster Emil Kranz, der in Ulm lebte, klebte 1888 aus Papier und Leim eine bemalte Laterne für den Umzug seiner Zunft."
DYE = "The dye has three parts: the root of a madder, which is boiled in salt water for two days; an acid from sour milk; and the ash of kelp called barilla, with lime in it."
QUARREL = "The judge settled the quarrel about kelp: whatever the storms threw on the sand fell to the widows."
WARDEN = "The warden represents the guild, presides over the feast, and may sell a barn that he or she holds unsafe."
BARRELS = "Some forty barrels held ale, mostly brown; others held cider, perry or mead."
KNOWN = "Ob Ida Stoll den Kahn baute, ist bis heute offen; sie besitzt das älteste Boot am See."
BELLS = "The high bell calls the town to prayer; the low calls it to arms."
LOOMS = "The left loom weaves wool. Nobody minds it, and the right weaves silk for the court."
SHIPS = "The first ship sailed in April 1790. In June the storm took it away."
SHIPS_TWO = "The first ship sailed in April 1790. In June 1791 the storm took it away."
CROWN = (
    "The monks counted the island to Brittany, and the Crown has counted it to Cornwall since 1337."
)
RUSK = "Captain Jean-Paul Rusk, a weaver of Orrin, held letters from the Duke of Dunmere."
DVORAK = "Béla Dvořák's night has no tune. In 1926 he wrote a march for Ditta Holm."
PLAN = "The plan was to drain the mere, and Anna Orme built the dam in 1702."

RIGHT = {
    "a row of names": ("told-of-another", qa(COMET, "In how many nights did the sailors see the comet?", "two", "saw the comet in two nights")),
    "a row of stuffs, German": ("told-of-another", qa(LANTERN, "Wofür klebte Kranz eine Laterne?", "für den Umzug seiner Zunft", "Küster Emil Kranz … seiner Zunft", "de")),
    "a row behind a colon": ("told-of-another", qa(DYE, "Which part of the dye is called barilla?", "the ash of kelp", "the ash of kelp called barilla")),
    "what a colon opens": ("told-of-another", qa(QUARREL, "To whom did kelp fall?", "to the widows", "whatever the storms … the widows")),
    "he or she": ("told-of-another", qa(WARDEN, "What may the warden do with a barn that he or she holds unsafe?", "sell it", "warden represents … holds unsafe")),
    "mostly, of the others": ("hedge-lost", qa(BARRELS, "What did the other barrels hold?", "cider, perry or mead", "barrels held … or mead")),
    "bis heute": ("condition-lost", qa(KNOWN, "Was besitzt Ida Stoll?", "das älteste Boot am See", "Ida Stoll … am See", "de")),
    "the low, without its bell": ("neighbour", qa(BELLS, "To what does the low bell calls it?", "to arms", "calls it to arms")),
    "the right, without its loom": ("neighbour", qa(LOOMS, "What does the right loom weave?", "The right loom weaves silk.", "weaves silk for the court")),
    "a month of that year": ("neighbour", qa(SHIPS, "When did the storm take the ship away?", "June 1790", "In June the storm took it away")),
    "has counted": ("neighbour", qa(CROWN, "Since when has the Crown counted the island to Cornwall?", "1337", "counted it to Cornwall since 1337")),
    "a title and a last name": ("name-joined", qa(RUSK, "From whom did Captain Rusk hold letters?", "from the Duke of Dunmere", "held letters from the Duke of Dunmere")),
    "a title before another word": ("neighbour", qa(RUSK, "From whom did Captain Rusk hold letters?", "from the Duke of Dunmere", "held letters from the Duke of Dunmere")),
    "a genitive with marks": ("name-joined", qa(DVORAK, "For whom did Béla Dvořák write a march?", "for Ditta Holm", "he wrote a march for Ditta Holm")),
    "und besaß": ("answer-cut", qa("Das Rad wog 22 Kilogramm und besaß keine Pedale.", "Wie viel wog das Rad?", "22 Kilogramm", "Rad wog 22 Kilogramm", "de")),
    "und trug": ("answer-cut", qa("Der Turm stand am Hafen und trug eine Glocke.", "Wo stand der Turm?", "am Hafen", "Turm stand am Hafen", "de")),
    "und schlug": ("answer-cut", qa("Ida Stoll rief den Wirt und schlug den Gong.", "Wen rief Ida Stoll?", "den Wirt", "Stoll rief den Wirt", "de")),
    "a plan of another clause": ("plan-as-deed", cloze(PLAN, "Anna Orme built the {{c1::dam}} in {{c2::1702}}.", "plan was to … in 1702")),
}  # fmt: skip
WRONG = {
    "of the other of two": ("told-of-another", qa("Ada Reed, Tom Brook and Paul Orme dug the canal, and Ida Holm laid the road with stone from Hull.", "With what stone was the canal dug?", "stone from Hull", "Ida Holm laid the road with stone from Hull")),
    "of the other row": ("told-of-another", qa("The canal was dug by Ada Reed and Tom Brook, and the road was laid by Ida Holm and Paul Orme.", "Who dug the canal?", "Ida Holm and Paul Orme", "the road was laid by Ida Holm and Paul Orme")),
    "of another half, German": ("told-of-another", qa("Der Müller mahlt im Winter Korn, und der Schmied verkauft im Frühling Salz.", "Was mahlt der Müller im Winter?", "Salz", "der Schmied verkauft im Frühling Salz", "de")),
    "mostly, of the same": ("hedge-lost", qa(BARRELS, "Which ale did some forty barrels hold?", "brown ale", "barrels held ale, mostly brown")),
    "bis, of a year": ("condition-lost", qa("Ida Stoll besaß bis 1890 das älteste Boot am See.", "Was besaß Ida Stoll?", "das älteste Boot am See", "Ida Stoll … am See", "de")),
    "the other bell": ("neighbour", qa("The high bell calls the town to prayer, and the flag calls it to arms.", "To what does the low bell call the town?", "to prayer", "bell calls the town to prayer")),
    "a month of another year": ("neighbour", qa(SHIPS_TWO, "When did the storm take the ship away?", "June 1790", "In June 1791 the storm took it")),
    "another last name": ("name-joined", qa("Captain Jean-Paul Rusk met Ada Holm.", "Whom did Captain Holm meet?", "Ada", "Captain Jean-Paul Rusk met Ada")),
    "und rote Bohnen": ("answer-cut", qa("Der Hof baute Hafer und rote Bohnen an.", "Was baute der Hof an?", "Hafer", "Der Hof baute Hafer", "de")),
    "und den Wirt": ("answer-cut", qa("Ida Stoll rief den Koch und den Wirt.", "Wen rief Ida Stoll?", "den Koch", "Stoll rief den Koch", "de")),
    "a plan of its own": ("plan-as-deed", cloze(PLAN, "They drained the {{c1::mere}}.", "plan was to drain the mere")),
}  # fmt: skip


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
