"""Figures that an honest item has in another form than the passage, and mistakes of the same build.

Days whose month was told before, thousands and millions told once for two, values behind "=".
"""

from tests.rules.test_honest_items import several
from tests.syntax.test_built import Case, cloze, date, found, qa
from tests.table import rows

LOG = (
    "The Rosa left Leith on 28 February 1850. On the second of March she lost a mast. She reached Bergen on the ninth, and lay there "
    "until the twelfth. In July a regiment came, and the nineteenth regiment left in August."
)
TAGEBUCH = "Die Rosa verließ Leith am 28. Februar 1850. Am zweiten März verlor sie einen Mast. Bergen erreichte sie am neunten."
JOURNAL = (
    "La Rosa quitta Brest le 28 février 1850. Elle perdit un mât le deux mars et revint le neuf."
)
DIARIO = "La Rosa lasciò Bari il 28 febbraio 1850. Raggiunse Zara il due marzo e ripartì il nove."
NINTH = "reached Bergen on the ninth"
NEUNTEN = "erreichte sie am neunten"
SOLD = "In 2023 the works sold more cycles with a motor than without: 2.1 against 1.9 million."
RIDERS = "Between three and four hundred riders came to the race."
SPENT = "The town spent 5, and later 8 billion crowns on the road."
ROSE = "Sales rose from 1.2 to 3.4 million."
VERKAUFT = "2023 verkaufte das Werk mehr Räder mit Motor als ohne: 2,1 gegen 1,9 Millionen."
VENDUS = "L’usine vendit plus de vélos à moteur que sans : 2,1 contre 1,9 millions."
VALUES = "With the exponent e = 17 one finds d = 2753, and n = 3233."

RIGHT = {
    "the ninth, of March": qa(LOG, "When did the Rosa reach Bergen?", "on 9 March", NINTH),
    "the ninth of March": qa(LOG, "When did the Rosa reach Bergen?", "on the ninth of March", NINTH),
    "March 9": qa(LOG, "When did the Rosa reach Bergen?", "on March 9, 1850", NINTH),
    "the date of an event": date(LOG, "9 March 1850", "The Rosa reached Bergen.", NINTH),
    "a hidden day": cloze(LOG, "The Rosa reached Bergen on {{c1::9 March}}.", NINTH),
    "am neunten": qa(TAGEBUCH, "Wann erreichte sie Bergen?", "am 9. März", NEUNTEN, "de"),
    "am neunten März": qa(TAGEBUCH, "Wann erreichte sie Bergen?", "am neunten März", NEUNTEN, "de"),
    "le neuf": qa(JOURNAL, "Quand la Rosa revint-elle ?", "le 9 mars", "perdit un mât le deux mars et revint le neuf", "fr"),
    "il nove": qa(DIARIO, "Quando ripartì?", "il 9 marzo", "Raggiunse Zara il due marzo e ripartì il nove", "it"),
    "millions of the next": qa(SOLD, "How many cycles with a motor did the works sell in 2023?", "2.1 million", "In 2023 … 1.9 million"),
    "hundreds of the next": qa(RIDERS, "At least how many riders came to the race?", "three hundred", "Between three and four hundred riders"),
    "billions of the next": qa(SPENT, "How much did the town spend at first?", "5 billion crowns", "spent 5, and later 8 billion crowns"),
    "from so many": qa(ROSE, "From what did sales rise?", "from 1.2 million", "rose from 1.2 to 3.4 million"),
    "hidden millions": cloze(SOLD, "In 2023 the works sold {{c1::2.1 million}} cycles with a motor.", "In 2023 … 1.9 million"),
    "gegen": qa(VERKAUFT, "Wie viele Räder mit Motor verkaufte das Werk 2023?", "2,1 Millionen", "2023 verkaufte … Millionen", "de"),
    "contre": qa(VENDUS, "Combien de vélos à moteur l’usine vendit-elle ?", "2,1 millions", "vendit plus … millions", "fr"),
    "a value": qa(VALUES, "What is d for the exponent 17?", "2753", "exponent e = 17 … d = 2753"),
    "two values": several(VALUES, "What are the two numbers d and n?", ["2753", "3233"], "finds d = 2753, and n = 3233"),
}  # fmt: skip
WRONG = {
    "the tenth": ("answer-number", qa(LOG, "When did the Rosa reach Bergen?", "on 11 March", NINTH)),
    "another month": ("answer-number", qa(LOG, "When did the Rosa reach Bergen?", "on 9 February", NINTH)),
    "the regiment’s number": ("answer-number", date(LOG, "19 July 1850", "A regiment left.", "the nineteenth regiment left")),
    "am zehnten": ("answer-number", qa(TAGEBUCH, "Wann erreichte sie Bergen?", "am 11. März", NEUNTEN, "de")),
    "le dix": ("answer-number", qa(JOURNAL, "Quand la Rosa revint-elle ?", "le 10 mars", "perdit un mât le deux mars et revint le neuf", "fr")),
    "another hidden day": ("cloze-unsupported", cloze(LOG, "The Rosa reached Bergen on {{c1::12 March}}.", NINTH)),
    "other millions": ("answer-number", qa(SOLD, "How many cycles with a motor did the works sell in 2023?", "2.2 million", "In 2023 … 1.9 million")),
    "billions for millions": ("answer-number", qa(SOLD, "How many cycles with a motor did the works sell in 2023?", "2.1 billion", "In 2023 … 1.9 million")),
    "thousands for hundreds": ("answer-number", qa(RIDERS, "At least how many riders came to the race?", "three thousand", "Between three and four hundred riders")),
    "Milliarden": ("answer-number", qa(VERKAUFT, "Wie viele Räder mit Motor verkaufte das Werk 2023?", "2,1 Milliarden", "2023 verkaufte … Millionen", "de")),
    "more than the value": ("sign", qa(VALUES, "What is d for the exponent 17?", "> 2753", "exponent e = 17 … d = 2753")),
}  # fmt: skip


@rows("each", RIGHT.values(), ids=RIGHT)
def test_an_honest_figure_passes(desk, each: Case) -> None:
    told = [every for every in found(desk, each) if every.is_error]
    assert [every.message for every in told] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_another_figure_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
