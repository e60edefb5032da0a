"""What honest items say in their own way, and what is wrong just beside it: each row with the code that it is about."""

from tests.syntax.test_built import Case, cloze, date, found, person, qa, term
from tests.table import rows

DYE = "The dye does not fade in rain; it fades in the sun, usually over a year."
GATE = "A third gate was to be added in 1908, but the council withdrew the money."
LAYERS = "Two layers that hardly mix lie there. The line between the layers is called the seam. It must not be taken for the shelf, a thin belt near the shore."
DESK = "Ann Rao, the chief clerk of the mill, wrote the first rules. At other times the calls go to a porter."
CARD = "The red card, to be carried at all times, tells the crew what you eat. The tide book, which stays at home, is where you mark each meal."
FELLED = "From 1890 on the town paid five francs per heron that was shot."
PIPES = (
    "The pipe removes 1,200 tonnes of gas. A second pipe followed in 1903, at a depth of 80 metres."
)
BURST = "On the night of 14 March 1871 the dam was opened. Within four hours 90,000 tonnes of silt escaped."
SODA = "Lake Masuri looks like any other. Below sixty metres, however, its water is charged with gas, much as soda is in a bottle."
EMPREINTES = "Delorme releva des empreintes. Le professeur Hubert Maillard, de Clermont, pensait à un putois et refusa l'article."
PLONGEE = "Poursuivie, elle reste quatre minutes sous l'eau ; ses plongées ordinaires n'en durent pas plus d'une."
PARK = "Le parc estime que les pertes ne dépassent pas deux pour cent."
SOUPCON = "On soupçonne les pesticides de rendre certaines femelles stériles."
RETIRA = "Amelung legte Beschwerde ein, zog sie jedoch zurück, nachdem Dettmar ihr 40 Münzen angeboten hatte."
SCHIRM = "Vergessen heißt sie, wenn er sie nicht mitgenommen hat, etwa den Schirm im Gasthaus."

RIGHT = {
    "not A, but B, as there": (
        "polarity",
        qa(
            "It was not the flood but the frost that cracked the weir.",
            "What cracked the weir?",
            "not the flood, but the frost",
            "not the flood but the frost that cracked the weir",
        ),
    ),
    "no, to a question": (
        "polarity",
        qa(
            DYE,
            "Does the dye fade in rain?",
            "no, it fades in the sun",
            "dye does not fade in rain; it fades in the sun",
        ),
    ),
    "not, of what came to nothing": (
        "polarity",
        qa(
            GATE,
            "Why was the third gate not added?",
            "the council withdrew the money",
            "was to be added in 1908, but the council withdrew the money",
        ),
    ),
    "not A, but B": (
        "polarity",
        qa(
            EMPREINTES,
            "À quoi pensait Maillard ?",
            "non pas à une loutre, mais à un putois",
            "pensait à un putois",
            "fr",
        ),
    ),
    "not more is at most": (
        "polarity",
        cloze(
            PLONGEE,
            "Ses plongées ordinaires durent {{c1::une}} minute au plus.",
            "plongées ordinaires n'en durent pas plus d'une",
            "fr",
        ),
    ),
    "does not exceed is at most": (
        "polarity",
        qa(
            PARK,
            "À combien le parc estime-t-il les pertes ?",
            "à deux pour cent au maximum",
            "les pertes ne dépassent pas deux pour cent",
            "fr",
        ),
    ),
    "a verb in one word": (
        "polarity",
        qa(
            RETIRA,
            "Was bewog Amelung, ihre Beschwerde zurückzuziehen?",
            "Dettmar bot ihr 40 Münzen an.",
            "Amelung legte Beschwerde ein, zog sie jedoch zurück",
            "de",
        ),
    ),
    "only if, of avoid unless": (
        "polarity",
        qa(
            "Ibex milk doubles the fever and should be avoided unless a doctor has prescribed it.",
            "When may ibex milk be taken?",
            "only if a doctor has prescribed it",
            "avoided unless a doctor has prescribed it",
        ),
    ),
    "each, among answers": (
        "claim-added",
        Case(
            "Farr suspects a landslide. Dunn suspects cold rain.",
            "question: What two things do Farr and Dunn each suspect?\nanswer:\n- a landslide\n- cold rain\nevidence:\n- Farr suspects a landslide\n- Dunn suspects cold rain",
        ),
    ),
    "each, of per": (
        "claim-added",
        qa(
            FELLED,
            "What did the town pay for each heron?",
            "five francs",
            "paid five francs per heron",
        ),
    ),
    "will not is no plan": (
        "plan-as-deed",
        qa(
            "The gas stays in the water because the weight above will not let it go.",
            "Why does the gas stay in the water?",
            "because the weight above keeps it from going",
            "weight above will not let it go",
        ),
    ),
    "unless is no opposite of less": (
        "opposite",
        qa(
            "Take it at once, unless the next is due within six hours; in that case leave it out.",
            "What do you do if the next is due in less than six hours?",
            "leave it out",
            "due within six hours; in that case leave it out",
        ),
    ),
    "its, of the sentence before": (
        "told-of-another",
        qa(
            SODA,
            "To what is the water of Lake Masuri compared?",
            "to soda in a bottle",
            "as soda is in a bottle",
        ),
    ),
    "how close is no subject": (
        "told-of-another",
        qa(
            "The town lies close to the limit. Measurements found nine litres, three fifths of the limit.",
            "How close was it to the limit?",
            "three fifths of the limit",
            "nine litres, three fifths of the limit",
        ),
    ),
    "named in the other sentence": (
        "told-of-another",
        Case(
            LAYERS,
            'term: "seam"\ndefinition: "the line between the two layers, which hardly mix"\nevidence:\n- "Two layers that hardly mix"\n- "The line between the layers is called the seam"',
        ),
    ),
    "hours counted from the day": (
        "neighbour",
        date(
            BURST,
            "14 March 1871",
            "Within four hours 90,000 tonnes of silt escaped.",
            "night of 14 March 1871",
            "Within four hours 90,000 tonnes of silt escaped",
        ),
    ),
    "first, where a second follows": (
        "neighbour",
        qa(
            PIPES,
            "How much gas does the first pipe remove?",
            "1,200 tonnes",
            "The pipe removes 1,200 tonnes of gas",
        ),
    ),
    "whence somebody is": (
        "speaker",
        qa(
            EMPREINTES,
            "Que pensait Maillard ?",
            "à un putois, selon Maillard",
            "pensait à un putois",
            "fr",
        ),
    ),
    "too much is a reason": (
        "cause",
        qa(
            "La compagnie jugea l'échelle trop coûteuse et ne la bâtit pas.",
            "Pourquoi la compagnie ne bâtit-elle pas l'échelle ?",
            "elle la jugea trop coûteuse",
            "jugea l'échelle trop coûteuse et ne la bâtit pas",
            "fr",
        ),
    ),
    "an example has the case of its verb": (
        "order",
        term(
            SCHIRM,
            "vergessene Sache",
            "die er nicht mitgenommen hat, etwa ein Schirm im Gasthaus",
            "nicht mitgenommen hat, etwa den Schirm",
            "de",
        ),
    ),
    "it is explained that": (
        "pronoun",
        qa(
            "The lake turned red because iron met the air.",
            "How is it explained that the lake turned red?",
            "iron met the air",
            "because iron met the air",
        ),
    ),
    "only a figure": (
        "claim-added",
        qa(
            "Fines brought in 61,000 pounds, and collecting them cost 44,000; that left 17,000 pounds.",
            "How much was left?",
            "only 17,000 pounds",
            "that left 17,000 pounds",
        ),
    ),
    "what was planned was forbidden": (
        "plan-as-deed",
        qa(
            "In 1702 Vane intended to drain the tarn. Dame Alice forbade it.",
            "Who forbade Vane to drain the tarn?",
            "Dame Alice",
            "Vane intended to drain the tarn",
        ),
    ),
    "it is not enough to": (
        "pronoun",
        qa(
            "A horn alone warns too late.",
            "Why is it not enough for a horn to warn?",
            "it warns too late",
            "horn alone warns too late",
        ),
    ),
    "the lower, as quoted": (
        "neighbour",
        qa(
            "The upper parish rang the bell. Keeping up the road fell to the lower.",
            "What did the lower parish do?",
            "keep up the road",
            "Keeping up the road fell to the lower",
        ),
    ),
    "threatened no fine": (
        "polarity",
        qa(
            "The bishop advised patience; he did not threaten the parish with a fine.",
            "How did the bishop respond?",
            "he threatened no fine",
            "did not threaten the parish with a fine",
        ),
    ),
    "if not, of unless": (
        "polarity",
        qa(
            "A horn sounds, and unless the driver presses a button the brakes come on.",
            "What happens if the driver does not press the button?",
            "the brakes come on",
            "presses a button the brakes come on",
        ),
    ),
    "por lo que": (
        "cause",
        qa(
            "Las tintas son sensibles a la luz, por lo que se enseñan seis semanas al año.",
            "¿Por qué se enseñan las tintas seis semanas al año?",
            "porque son sensibles a la luz",
            "sensibles a la luz, por lo que se enseñan",
            "es",
        ),
    ),
    "one number in letters": (
        "wording-name",
        Case(
            "The blood is tested every three months.",
            'question: "How often is the blood tested?"\nanswer: "every 3 months"\nevidence: "tested every three months"\nwording: {"3": three}',
        ),
    ),
    "a word of the curator's own": (
        "answer-unsupported",
        qa(
            "After a power cut the counter must be reset by hand, and it cannot detect a broken rail.",
            "What is awkward about the counter?",
            "It cannot detect a broken rail, and after a power cut it must be reset manually.",
            "power cut the counter must be reset by hand, and it cannot … rail",
        ),
    ),
    "and not the other": (
        "polarity",
        qa(
            "She handed the works to her niece Hedwig and not to her nephew Paul.",
            "Who got the works, and whom did she pass over?",
            "her niece Hedwig; Paul, her nephew, was passed over",
            "works to her niece Hedwig and not to her nephew Paul",
        ),
    ),
    "without them": (
        "polarity",
        qa(
            "The farmers left the government. Without them Reve lost his majority.",
            "What did Reve lose?",
            "his majority, when the farmers had left",
            "Without them Reve lost his majority",
        ),
    ),
    "too small to": (
        "polarity",
        qa(
            "Many of the plots were too small to live on.",
            "What was wrong with the plots?",
            "many could not feed anybody",
            "plots were too small to live on",
        ),
    ),
    "an although at the end": (
        "cause",
        qa(
            "No second press came, because the maker failed.",
            "Why did no second press come?",
            "the maker failed, although it had been ordered",
            "because the maker failed",
        ),
    ),
    "as she put it": (
        "comparison",
        qa(
            'It had "grown by a quarter", as Ada Reyle of the council put it.',
            "How had Ada Reyle described it?",
            'as "grown by a quarter"',
            "grown by a quarter",
        ),
    ),
    "you end up with": (
        "opposite",
        qa(
            "A share that falls by half is not where it began: 100 becomes 50.",
            "With how much do you end up?",
            "50",
            "where it began: 100 becomes 50",
        ),
    ),
    "may, by no more than": (
        "hedge-lost",
        qa(
            "Landlords may raise rents by no more than the index.",
            "By how much at the most do landlords raise rents?",
            "by no more than the index",
            "raise rents by no more than the index",
        ),
    ),
    "a title in its case": (
        "quotation-altered",
        date(
            "Am 1. Oktober 1888 erschien die erste Nummer des »Tiefenauer Boten«.",
            "1. Oktober 1888",
            "Der »Tiefenauer Bote« erschien zuerst.",
            "1. Oktober 1888 erschien die erste Nummer des »Tiefenauer Boten«",
            language="de",
        ),
    ),
    "the office of a place": (
        "rival",
        qa(
            "Forty-one collectors of the Statistical Office of Carrow note the prices.",
            "Who notes the prices?",
            "forty-one collectors of the Statistical Office",
            "collectors of the Statistical Office of Carrow note the prices",
        ),
    ),
    "no more than nine, of only nine": (
        "answer-unsupported",
        qa(
            "He saw them in only nine of the years.",
            "In how many of the years did he see them?",
            "in no more than nine",
            "saw them in only nine of the years",
        ),
    ),
    "in the election of that year": (
        "question-number",
        qa(
            "The state held its first election on 14 March 1921. The League won 64 seats.",
            "How many seats did the League win in the election of 1921?",
            "64",
            "League won 64 seats",
        ),
    ),
}

WRONG = {
    "not B, but A": (
        "polarity",
        qa(
            "It was not the flood but the frost that cracked the weir.",
            "What cracked the weir?",
            "not the frost, but the flood",
            "not the flood but the frost that cracked the weir",
        ),
    ),
    "another's first name": (
        "answer-unsupported",
        person(DESK, "Bea Rao", "chief clerk of the mill", "Ann Rao, the chief clerk of the mill"),
    ),
    "a word for the month": (
        "answer-unsupported",
        date(
            "In February 1917 the old order fell.",
            "Wellington 1917",
            "The old order fell.",
            "In February 1917 the old order fell",
        ),
    ),
    "an hour for a year": (
        "answer-unsupported",
        qa(
            "The plan, adopted less than a year ago, was one of many.",
            "How long ago was the plan adopted?",
            "less than one hour",
            "adopted less than a year ago",
        ),
    ),
    "the other industry": (
        "neighbour",
        qa(
            "Mills owned by the state are sold to private owners, and state subsidies are abolished.",
            "What is abolished?",
            "private subsidies",
            "private owners, and state subsidies are abolished",
        ),
    ),
    "bought off, for sold off": (
        "opposite",
        qa(
            "The state mills are to be sold off to foreigners.",
            "What is to be bought off?",
            "the state mills",
            "state mills are to be sold off",
        ),
    ),
    "apart, for together": (
        "answer-unsupported",
        term(
            "Sailors and smiths, the old guard of the port, fought the plan of the council for a year.",
            "old guard",
            "sailors and smiths of the port who fought the plan of the council apart for a year",
            "Sailors and smiths, the old guard … fought the plan of the council",
        ),
    ),
    "none of another": (
        "polarity",
        cloze(
            "Only 9 % settled on baked mud and none on sand.",
            "Only {{c1::9 %}} settled on sand.",
            "9 % settled on baked mud and none on sand",
        ),
    ),
    "although, as the reason": (
        "cause",
        qa(
            "The mill ran on although the pond was low.",
            "Why did the mill run on?",
            "although the pond was low",
            "mill ran on although the pond was low",
        ),
    ),
    "only one of two": (
        "claim-added",
        qa(
            "The poles and the ropes were sold.",
            "What was sold?",
            "only the poles",
            "The poles and the ropes were sold",
        ),
    ),
    "what was planned": (
        "plan-as-deed",
        qa(
            "In 1702 Vane intended to drain the tarn. Dame Alice forbade it.",
            "What did Vane do in 1702?",
            "drained the tarn",
            "Vane intended to drain the tarn",
        ),
    ),
    "one word of few": (
        "answer-unsupported",
        qa(
            "After a power cut the counter must be reset by hand.",
            "What must be done after a power cut?",
            "the counter must be repaired",
            "counter must be reset by hand",
        ),
    ),
    "not, of what is so": (
        "polarity",
        qa(
            FELLED,
            "For what did the town pay five francs?",
            "per heron that was not shot",
            "paid five francs per heron that was shot",
        ),
    ),
    "each, of one": (
        "claim-added",
        qa(
            "The town paid five francs for the heron that was shot.",
            "What did the town pay for each heron?",
            "five francs",
            "paid five francs for the heron",
        ),
    ),
    "behind another name": (
        "told-of-another",
        term(LAYERS, "seam", "a thin belt near the shore", "a thin belt near the shore"),
    ),
    "the book beside the card": (
        "told-of-another",
        term(
            CARD,
            "red card",
            "stays at home, you mark each meal there",
            "which stays at home, is where you mark each meal",
        ),
    ),
    "who answers, and not she": (
        "told-of-another",
        person(
            DESK,
            "Ann Rao",
            "porter to whom the calls go at other times",
            "At other times the calls go to a porter",
        ),
    ),
    "suspected only": (
        "hedge-lost",
        qa(
            SOUPCON,
            "Quel est l'effet des pesticides ?",
            "Ils rendent certaines femelles stériles.",
            "soupçonne les pesticides de rendre certaines femelles stériles",
            "fr",
        ),
    ),
    "second for the first": (
        "neighbour",
        qa(
            PIPES,
            "At what depth does the first pipe lie?",
            "at a depth of 80 metres",
            "A second pipe followed in 1903, at a depth of 80 metres",
        ),
    ),
}


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [finding.message for finding in found(desk, each) if finding.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_beside_it_is_told(desk, code: str, each: Case) -> None:
    assert code in {finding.code for finding in found(desk, each)}
