"""Turns of phrase that looked like a mistake in honest items, and mistakes of the same build.

Halves of verbs, bounds told by a "no", outcomes of a "so … that", claims whose words are parted, verbs with something before them.
"""

from tests.syntax.test_built import Case, cloze, found, person, qa
from tests.table import rows

MARKT = "Im Herbst findet auf dem Anger ein Markt statt, und die Kinder haben frei."
WAHL = "Die Wahl fand 1848 zum ersten Mal statt."
BROT = "Statt Brot verteilte der Abt Rüben."
STURM = "Der Sturm war derart stark, dass drei Boote sanken."
TURM = "Der Turm ist bis zu 40 Meter hoch."
GAST = "Kein Gast darf mehr als drei Krüge trinken."
FLOOD = "The flood rose so fast that the mill was left."
TORMENTA = "La tormenta fue tan fuerte que tres barcas se hundieron."
STORM = "De storm was zo sterk dat drie boten zonken."
AVOINE = "L’avoine devint si chère qu’on abattit beaucoup de chevaux."
MAYOR = "Nobody may be Mayor for more than two terms."
NADIE = "Nadie puede ser alcalde durante más de dos años."
PERSONNE = "Personne ne peut être maire plus de deux fois."
WALL = "The wall is up to 8 m high."
SHAW = "Peter Shaw showed in 1994 that a machine of some size could factor."
BURNT = "The Charter was burnt in 1610 and rewritten from memory by the clerk, Matthias Old."
COUNTS = (
    "Anna Orme wrote eighteen songs in all, if one counts those that she had first called ballads."
)
FOUND = "The first hall was built by nine masons, and the second by forty."

STRIKES = "The mass strikes of the carters are called by the paper the largest wave of strikes since the guild was founded in 1820."
COUNTRIES = "In the southern towns the workers rose against their leaders, the mayor, the guild and the eastern council, which defend the toll."

WEAVER = "The weaver kept looms from Leeds and taught his sons."
STREAM = "The stream turns two wheels and drives a saw."
MAP = "The map, which was drawn by a monk, and the globe hang in the hall."
OATS = "The farm grows oats and beans."
BARNS = "The club met in barns and inns."
RAINS = "When it rains, the mill stands still."
LIFT = "It took two men to lift the gate."
SOLD = "Before she came to Orrin, Ada Reed sold ribbons. It was sold in 1900."

RIGHT = {
    "and taught": ("answer-cut", qa(WEAVER, "From where did the weaver keep looms?", "from Leeds", "kept looms from Leeds")),
    "and drives": ("answer-cut", qa(STREAM, "How many wheels does the stream turn?", "two wheels", "stream turns two wheels")),
    "a relative closes": ("answer-cut", qa(MAP, "By whom was the map drawn?", "by a monk", "which was drawn by a monk")),
    "it rains": ("pronoun", cloze(RAINS, "When it rains, the {{c1::mill}} stands still.", RAINS[:-1])),
    "it took two men": ("pronoun", cloze(LIFT, "It took {{c1::two}} men to lift the gate.", LIFT[:-1])),
    "she, whose name follows": ("pronoun", cloze(SOLD, "Before she came to Orrin, Ada Reed sold {{c1::ribbons}}.", "Before she came … ribbons")),
    "the strikes, the largest wave": ("neighbour", qa(STRIKES, "What does the paper call the mass strikes of the carters?", "the largest wave of strikes", "the largest wave of strikes")),
    "the last of several": ("neighbour", qa(COUNTRIES, "What do the leaders in the southern towns defend?", "the toll", "their leaders, … defend the toll")),
    "findet statt": ("polarity", qa(MARKT, "Welcher Markt ist im Herbst auf dem Anger?", "ein Markt", "findet auf dem Anger ein Markt statt", "de")),
    "fand statt": ("polarity", qa(WAHL, "Wann war die Wahl zum ersten Mal?", "1848", WAHL[:-1], "de")),
    "derart, dass": ("cause", qa(STURM, "Warum sanken drei Boote?", "weil der Sturm derart stark war", STURM[:-1], "de")),
    "so fast that": ("cause", qa(FLOOD, "Why was the mill left?", "because the flood rose so fast", FLOOD[:-1])),
    "tan que": ("cause", qa(TORMENTA, "¿Por qué se hundieron tres barcas?", "porque la tormenta fue tan fuerte", TORMENTA[:-1], "es")),
    "zo dat": ("cause", qa(STORM, "Waarom zonken drie boten?", "omdat de storm zo sterk was", STORM[:-1], "nl")),
    "si que": ("cause", qa(AVOINE, "Pourquoi abattit-on beaucoup de chevaux ?", "parce que l’avoine devint si chère", "avoine devint … de chevaux", "fr")),
    "bis zu": ("condition-lost", qa(TURM, "Wie hoch ist der Turm höchstens?", "40 Meter", "ist bis zu 40 Meter hoch", "de")),
    "die größte": ("claim-added", qa(TURM, "Was ist die größte Höhe des Turms?", "40 Meter", "Turm ist bis zu 40 Meter hoch", "de")),
    "the greatest": ("claim-added", qa(WALL, "What is the greatest height of the wall?", "8 m", "wall is up to 8 m high")),
    "at most, of nobody for more": ("comparison", qa(MAYOR, "For how many terms at most may somebody be Mayor?", "two", "Nobody may be … two terms")),
    "at most needs no nobody": ("polarity", qa(MAYOR, "For how many terms at most may somebody be Mayor?", "two", "Nobody may be … two terms")),
    "höchstens, of kein": ("comparison", qa(GAST, "Wie viele Krüge darf ein Gast höchstens trinken?", "drei", GAST[:-1], "de")),
    "como máximo, of nadie": ("comparison", qa(NADIE, "¿Durante cuántos años como máximo se puede ser alcalde?", "dos", "Nadie puede ser … dos años", "es")),
    "au plus, of personne": ("comparison", qa(PERSONNE, "Combien de fois au plus peut-on être maire ?", "deux", "Personne ne peut … deux fois", "fr")),
    "showed in 1994 that": ("claim-added", person(SHAW, "Peter Shaw", "showed that a machine of some size could factor", "Peter Shaw showed … could factor")),
    "rewrote, of rewritten": ("answer-unsupported", person(BURNT, "Matthias Old", "clerk who rewrote the Charter from memory", "rewritten from memory … Matthias Old")),
    "if one counts": ("neighbour", qa(COUNTS, "How many songs did Anna Orme write, those first called ballads counted?", "eighteen", "wrote eighteen songs … called ballads")),
}  # fmt: skip
WRONG = {
    "and beans": ("answer-cut", qa(OATS, "What does the farm grow?", "oats", "The farm grows oats")),
    "and inns": ("answer-cut", qa(BARNS, "Where did the club meet?", "in barns", "club met in barns")),
    "it was sold": ("pronoun", cloze(SOLD, "It was sold in {{c1::1900}}.", "It was sold in 1900")),
    "statt Brot": ("polarity", qa(BROT, "Was verteilte der Abt?", "Brot", BROT[:-1], "de")),
    "derart, turned round": ("cause", qa(STURM, "Warum war der Sturm derart stark?", "weil drei Boote sanken", STURM[:-1], "de")),
    "so fast, turned round": ("cause", qa(FLOOD, "Why did the flood rise so fast?", "because the mill was left", FLOOD[:-1])),
    "at least, of bis zu": ("comparison", qa(TURM, "Wie hoch ist der Turm mindestens?", "40 Meter", "ist bis zu 40 Meter hoch", "de")),
    "the least, of up to": ("claim-added", qa(WALL, "What is the least height of the wall?", "8 m", "wall is up to 8 m high")),
    "at least, of nobody for more": ("comparison", qa(MAYOR, "For how many terms at least may somebody be Mayor?", "two", "Nobody may be … two terms")),
    "mindestens, of kein": ("comparison", qa(GAST, "Wie viele Krüge darf ein Gast mindestens trinken?", "drei", GAST[:-1], "de")),
    "read, of rewritten": ("answer-unsupported", person(BURNT, "Matthias Old", "clerk who undertook the Charter from memory", "rewritten from memory … Matthias Old")),
    "the second hall's": ("neighbour", qa(FOUND, "By how many masons was the first hall built?", "forty", "first hall was … by forty")),
}  # fmt: skip


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
