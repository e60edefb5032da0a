"""Builds of sentences that looked like a mistake in honest items, and mistakes of the same build: what sets right, relatives, tables."""

from tests.syntax.test_built import Case, date, found, person, qa
from tests.table import rows

BORE = "Below the silt the drill met no rock but a bed of wet gravel."
SEUL = "Il soutenait qu’une plante ne se décrit pas d’après un seul dessin, mais d’après trente au moins."
HOLZ = "Der Turm bestand nicht aus Stein, sondern aus altem Eichenholz."
RAILS = "Between the rails is a sliding joint, so that wheels never meet a gap."
WEIGHT = "A girder weighed 188 tonnes, and the pontoons drew 1.3 m under it."
GALE = "On 28 November 1881 a gale pressed upon the girders of two spans, and both slid off their rollers into the sea."
ABTEI = "Der Herzog schenkte den Hof bei den Linden dem Stift Sankt Anna."
ZOLL = "Der Brückenzoll machte die Mönche reich: Ein beladener Wagen zahlte vier Pfennige."
DRAHT = "Ein Mann hatte einen Teil der Drähte durchgeschnitten."
CHOEUR = "La paysanne chantait dans l’hémisphère Sud. Honorine écoutait à Brest."
LECTURE = "Albert von Holt, qui vivait alors à Londres, la lut à haute voix."
NAISSANCE = "Jeanne Marie Aimée de La Tour naquit en 1768 à Pontrieux."
ANTES = "El lampante, que antes ardía en las lámparas, supera los 2 grados."
VARAS = "Golpeaban las ramas con varas de castaño, mientras las mujeres recogían del suelo."
QUAND = "Quand André Thouin voulut lui retirer les fleurs, elle posa devant lui un dessin."
AREA = "A coat covers 41,000 m² and takes 9,200 litres of paint."
STOA = "Bias of Soli, head of the Stoa from about 230 BC, knew the first rule."
TRUTH = "Here is the table of the conditional.\n\np\tq\tr\n\n1\t0\t0\n\n0\t1\t1"


RIGHT = {
    "no rock but gravel": ("polarity", qa(BORE, "What did the drill meet below the silt?", "a bed of wet gravel", "drill met no … wet gravel")),
    "pas d’un, mais de trente": ("polarity", qa(SEUL, "D’après combien de dessins une plante se décrit-elle ?", "d’après trente au moins", "une plante ne … trente au moins", "fr")),
    "and of the same clause": ("told-of-another", qa(SEUL, "D’après combien de dessins une plante se décrit-elle ?", "d’après trente au moins", "une plante ne … trente au moins", "fr")),
    "nicht Stein, sondern Holz": ("polarity", qa(HOLZ, "Woraus bestand der Turm?", "aus altem Eichenholz", "Turm bestand nicht … Eichenholz", "de")),
    "what is put there for it": ("cause", qa(RAILS, "Why is there a sliding joint between the rails?", "so that wheels never meet a gap", "is a sliding … a gap")),
    "and another subject": ("answer-cut", qa(WEIGHT, "What did a girder weigh?", "188 tonnes", "girder weighed 188 tonnes")),
    "both, of those just named": ("neighbour", date(GALE, "28 November 1881", "the girders slid off their rollers into the sea", "28 November 1881 a gale", "both slid off … the sea")),
    "to whom it was given": ("order", qa(ABTEI, "Wem schenkte der Herzog den Hof?", "dem Stift Sankt Anna", "Herzog schenkte den … Anna", "de")),
    "a toll, no inch": ("unit", qa(ZOLL, "Wie viel Zoll zahlte ein beladener Wagen?", "vier Pfennige", "beladener Wagen zahlte vier Pfennige", "de")),
    "einen Teil, told": ("part-lost", qa(DRAHT, "Was hatte der Mann durchgeschnitten?", "einen Teil der Drähte", "Mann hatte einen … durchgeschnitten", "de")),
    "a verb with its pronoun": ("name-joined", qa(CHOEUR, "Que chantait-on dans l’hémisphère Sud Honorine écoutait-elle ?", "à Brest", "Honorine écoutait à Brest", "fr")),
    "who lived at a place": ("neighbour", person(LECTURE, "Albert von Holt", "lut la brochure à haute voix", "Albert von Holt … haute voix")._replace(language="fr")),
    "names between hers": ("rival", date(NAISSANCE, "1768", "Jeanne de La Tour naquit à Pontrieux", "Jeanne Marie Aimée … Pontrieux", language="fr")),
    "an adverb behind a relative": ("told-of-another", qa(ANTES, "¿Cuántos grados supera el lampante?", "los 2 grados", "ardía en las … 2 grados", "es")),
    "mientras, of others": ("condition-lost", qa(VARAS, "¿Con qué golpeaban las ramas?", "con varas de castaño", "Golpeaban las ramas con varas de castaño", "es")),
    "what she did": ("told-of-another", qa(QUAND, "Que fit Honorine quand on voulut lui retirer les fleurs ?", "elle posa devant lui un dessin", "elle posa devant lui un dessin", "fr")),
    "two with thousands": ("answer-set", qa(AREA, "What are the area of a coat and the paint that it takes?", "41,000 m² and 9,200 litres", "coat covers 41,000 … 9,200 litres")),
    "an era": ("rival", person(STOA, "Bias of Soli", "head of the Stoa, who knew the first rule", "Bias of Soli … first rule")),
    "what stands above a table": ("question-word", qa(TRUTH, "What is the table of the conditional?", "1 0 0, 0 1 1", "1 0 0")),
}  # fmt: skip
WRONG = {
    "what it did not meet": ("polarity", qa(BORE, "What did the drill meet below the silt?", "rock", "drill met no … wet gravel")),
    "a but of another clause": ("polarity", qa("The mill did not grind oats, but the miller sold oats.", "What did the mill grind?", "oats", "mill did not … sold oats")),
    "pas d’un seul": ("polarity", qa(SEUL, "D’après combien de dessins une plante se décrit-elle ?", "d’après un seul", "une plante ne … un seul", "fr")),
    "nicht aus Stein": ("polarity", qa(HOLZ, "Woraus bestand der Turm?", "aus Stein", "Turm bestand nicht aus Stein", "de")),
    "what came of it": ("cause", qa("Between the rails the sand sank, so that wheels could never pass.", "Why did the sand sink?", "so that wheels could never pass", "sand sank, so … never pass")),
    "and another object": ("answer-cut", qa("The storm took the roof, and the bells of the tower.", "What did the storm take?", "the roof", "storm took the roof")),
    "an inch": ("unit", qa("Der Balken war breit: Ein Mann mass vier Spannen, der andere 12 Zoll.", "Wie viel Zoll mass ein Mann?", "vier Spannen", "Ein Mann mass vier Spannen", "de")),
    "einen Teil, lost": ("part-lost", qa(DRAHT, "Was hatte der Mann durchgeschnitten?", "die Drähte", "Mann hatte einen … durchgeschnitten", "de")),
    "mientras no": ("condition-lost", qa("La presa se abre mientras no llueva.", "¿Qué se abre?", "la presa", "La presa se abre", "es")),
    "three with thousands": ("answer-set", qa("It takes 41,000 litres, 9,200 nails and 60 ropes.", "What are the goods that it takes?", "41,000 litres, 9,200 nails and 60 ropes", "takes 41,000 litres … 60 ropes")),
}  # fmt: skip


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
