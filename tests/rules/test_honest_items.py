"""Builds of sentences that looked like a mistake in honest items, and mistakes of the same build.

Each row has the code that it is about: old money, purposes, bounds that a "no" turns round, figures of other measures.
"""

from tests.syntax.test_built import Case, cloze, date, found, qa, term
from tests.table import rows

ACT = "Under the Act no train may carry more than 1,200 t."
SHERIFF = "The sheriff did not pay more than 40 crowns."
NOBODY = "Nobody takes fewer than 12 sheep across the bridge."
ZUG = "Kein Zug darf mehr als 1200 t führen."
LOAD = (
    "In 1898 the line carried 61,422 passengers, 1,200 t of wool, 18,350 t of lime and 14 coffins."
)
PARCEL = "In 1913 a parcel of 5 kg went from Tarn Head to London, 431 km, in 9 h 15 min for 8d."
CARTS = (
    "In 1913 a parcel went from Tarn Head, a letter to Leeds in 3 h, a crate to Orrin in 40 min."
)
QUEEN = "The queen grows thin, so that she can fly."
JARS = "Jars are filled at 30 degrees, so that no air is caught under the lid."
KEEPER = "The keeper lowers the gate so that boats can pass at noon."
LEAKED = "The roof leaked, so that the hemp rotted."
LEAKS = "The roof leaks, so that the hemp rots on the floor."
FORD = "In winter the river froze, so that carts could cross the ford."
DAM = "The dam was old, so that it could not hold the flood."
BROKEN = "The windows were broken, so that rain came into the hall."
SHEETS = (
    "The slaughter house was what workmen called the dipping room, since so many sheets tore there."
)
DROUGHT = "The drought was long, so many farmers left the valley."
WATCHES = "The day was cut into the first watch, the middle watch and the morning watch."
ROPES = "Halyards hoist, sheets haul, and braces turn."
TAR = "Tar came from Archangel, hemp from Riga and elm from the Weald."
TRAIN = "The going train was driven by a weight of stone, and the striking train by a heavier one of lead."
ENGINES = "The gate is worked by one of the oldest engines."
STONE = "Zum Schärfen der Mühlsteine, das alle 14 Tage fällig war, hob man den Läuferstein mit dem Steinkran ab."
TRADES = "На одном самоваре поместилось 7 ремёсел: литьё, ковка, чеканка, пайка, точка, полировка и лужение."
SEVEN = ["литьё", "ковка", "чеканка", "пайка", "точка", "полировка", "лужение"]
BOATS = "They sent twice as many boats as the council had asked for."


def several(text: str, question: str, answers: list[str], evidence: str, more: str = "") -> Case:
    listed = "".join(f"\n  - {each}" for each in answers)
    body = f'question: "{question}"\nanswer:{listed}\nevidence: "{evidence}"{more}'
    return Case(text, body, "ru" if "ё" in text else "en")


ENTERS = "The light that enters has the intensity I₀, and behind the layer only I is left."
OHM, ACID = (
    "The current in the wire is I = U/R there.",
    "The shop sold sulphuric acid, H₂SO₄, in jars.",
)
REST = "The energy of a body at rest is E = mc² by this law."
ION = "The sodium ion Na⁺ carries one charge."

HOLE = "The gate has a small hole, so that the keeper can look at the pond."
WIDE = "He made the locks 14 feet wide, so that two boats could lie side by side."
FLAT = "The boats have flat bottoms so they can rest on the mud."
SUNK = "The quay has sunk, so that boats can pass over it."
PLAN = "The plan that Brand had proposed was rejected, and the old quay was repaired in 1802."
ISLE = "Nobody lived on the island until monks came in 1130 and built a chapel."
TAKEN = "The glacier took the soil; and the water that fills it is deep."

BURIED, STABBED = (
    "On 24 August 79 the mountain buried the town.",
    "On 15 March 44 BC the dictator was stabbed.",
)
FELL = "The bridge fell at noon on 3 May 1902."

HANDS = "In the left hand the saint holds a book, and in the right hand a sword."
BROTHERS = "The older brother became a priest, the younger a sailor."
GATES = "Das obere Tor war aus Eiche, das untere aus Ulme."
UNLIKE_LEFT = "Unlike the left bank, the right bank is steep."
AT_NOON = "When the upper gate opens at noon, the lower gate shuts and the bell is rung."

CLAIMED = "Karl Brandt claimed that he had built the mill himself."
PONT = "Le pont remplaça un bac qui chavirait presque chaque hiver."

DUG = "The canal between Harrowby and Stint was dug in 1793 by men from Ireland."
PLANS = "The council asked for a lower fee, which the guild rejected."
DEATHS = "Deaths on the line continued to decline in those years."
VERBANNT = "Die Anführer des Aufstands wurden nicht hingerichtet, sondern verbannt."
SNAILS = "Schnecken sind Zwitter, können sich aber nicht selbst befruchten."

RAN = "Ann Bell ran the mill from 1911 to 1930."
MOSS = "Some species of moss survive complete drying."
STONE_FALLS = "The path of the stone is s = ½gt² here."
OFFICER = "The wall was planned by Lt.-Gen. Edward Moss in May."

HOIST, OF_SHEETS = ["halyards hoist", "sheets haul", "braces turn"], "\nwording: {ropes: sheets}"
CAME = ["tar from Archangel", "hemp from Riga", "elm from the Weald"]
OF_TAR = "\nwording: {materials: Tar, ship: Tar}"
IN_1898 = "In 1898 the line … lime and 14 coffins"
IN_1913 = "In 1913 a parcel … 15 min for 8d"
ON_TRAINS = "Under the Act no train may carry more than 1,200 t"

RIGHT = {
    "shillings and pence": ("evidence-apart", qa("Sleepers lay far apart and cost 3s. 4d. each.", "What did sleepers cost?", "3s. 4d. each", "Sleepers lay … 4d. each")),
    "halfpence": ("evidence-apart", qa("The toll was 1s. 2 1/2d. for a cart.", "What was the toll for a cart?", "1s. 2 1/2d.", "The toll was … for a cart")),
    "pounds, too": ("evidence-apart", qa("A chest cost £2. 10s. 6½d. in the town.", "What did a chest cost?", "£2. 10s. 6½d.", "A chest cost … in the town")),
    "what one grows thin for": ("cause", qa(QUEEN, "Why does the queen grow thin?", "so that she can fly", "The queen grows thin, so that she can fly")),
    "against what it is done": ("cause", qa(JARS, "Why are jars filled at 30 degrees?", "so that no air is caught under the lid", "Jars are filled … under the lid")),
    "what for, as a sentence": ("cause", qa(JARS, "Why are jars filled at 30 degrees?", "No air is caught under the lid.", "Jars are filled … under the lid")),
    "for what one lowers it": ("cause", qa(KEEPER, "Why does the keeper lower the gate?", "so that boats can pass", "The keeper lowers the gate so … at noon")),
    "done, so that it will not": ("cause", qa("Barrels are tarred twice, so that they will not leak.", "Why are barrels tarred twice?", "so that they will not leak", "Barrels are tarred twice, … not leak")),
    "since so many": ("cause", term(SHEETS, "slaughter house", "what workmen called the dipping room, since so many sheets tore there", "The slaughter house was … many sheets tore there")),
    "so many, asked why": ("cause", qa("The room was hated, since so many sheets tore there.", "Why was the room hated?", "so many sheets tore there", "The room was hated, since … tore there")),
    "no more, of no … more": ("comparison", qa(ACT, "How much may a train carry under the Act?", "no more than 1,200 t", ON_TRAINS)),
    "and it is no polarity": ("polarity", qa(ACT, "How much may a train carry under the Act?", "no more than 1,200 t", ON_TRAINS)),
    "at most, of no … more": ("comparison", qa(ACT, "At most how much may a train carry under the Act?", "1,200 t", ON_TRAINS)),
    "asked at most, the no is told": ("polarity", qa(ACT, "At most how much may a train carry under the Act?", "1,200 t", ON_TRAINS)),
    "the most that it may": ("polarity", qa(ACT, "What is the most that a train may carry?", "1,200 t", ON_TRAINS)),
    "not more, of did not … more": ("polarity", qa(SHERIFF, "How much did the sheriff pay?", "not more than 40 crowns", "did not pay more than 40 crowns")),
    "at least, of nobody … fewer": ("comparison", qa(NOBODY, "How many sheep does everybody take across the bridge?", "at least 12", "Nobody takes fewer … the bridge")),
    "höchstens, of kein … mehr": ("polarity", qa(ZUG, "Wie viel darf ein Zug führen?", "höchstens 1200 t", "Kein Zug darf mehr … führen", "de")),
    "none for more than": ("comparison", qa("There is no bridge for more than 30 miles.", "For how many miles is there no bridge?", "more than 30", "There is no bridge for more than 30 miles")),
    "not for more than": ("comparison", qa("It had not rained for more than 40 days.", "For how long had it not rained?", "for more than 40 days", "It had not rained for more than 40 days")),
    "not all more than": ("comparison", qa("Not all carts carried more than 300 kg.", "What did not all carts carry?", "more than 300 kg", "Not all carts carried more than 300 kg")),
    "under the Act is no bound": ("comparison", qa("Under the Act a train carries at least 40 t.", "How much does a train carry under the Act?", "at least 40 t", "Under the Act a train … least 40 t")),
    "the figure of another blank": ("neighbour", cloze(LOAD, "In 1898 the line carried {{c1::61,422}} passengers and {{c2::18,350 t}} of lime.", IN_1898)),
    "a weight beside a time": ("neighbour", qa(PARCEL, "In what time did a parcel go from Tarn Head to London?", "in 9 h 15 min", IN_1913)),
    "three, of entries with a first": ("neighbour", several(WATCHES, "Into which three watches was the day cut?", ["the first watch", "the middle watch", "the morning watch"], "The day was cut … the morning watch")),
    "of stuff": ("part-lost", qa(TRAIN, "Of what was the weight that drove the striking train?", "lead", "The going train was … heavier one of lead")),
    "times as fast": ("comparison", qa("A wheel of 64 teeth turns a pinion eight times as fast.", "How many times as fast does a wheel of 64 teeth turn a pinion?", "eight times", "A wheel of 64 … times as fast")),
    "half as far": ("comparison", qa("In a storm the tower sways half as far.", "How far does the tower sway in a storm?", "half as far", "the tower sways half as far")),
    "the main clause goes on": ("told-of-another", qa(STONE, "Womit hob man den Läuferstein zum Schärfen ab?", "mit dem Steinkran", "Zum Schärfen der … dem Steinkran ab", "de")),
    "seven, on one": ("order", several(TRADES, "Какие 7 ремёсел поместилось на одном самоваре?", SEVEN, "На одном самоваре … полировка и лужение")),
    "the number in the question": ("list-length-unstated", several(ROPES, "What do the three ropes do?", HOIST, ROPES[:-1], OF_SHEETS)),
    "which the passage need not have": ("question-number", several(ROPES, "What do the three ropes do?", HOIST, ROPES[:-1], OF_SHEETS)),
    "from where so many": ("list-length-unstated", several(TAR, "From where did three materials of a ship come?", CAME, "Tar came from … from the Weald", OF_TAR)),
    "a lowered figure behind a line": ("answer-number", qa(ENTERS, "What is the symbol for the intensity of the light that enters?", "I_0", "light that enters has the intensity I₀")),
    "a lowered figure in TeX": ("answer-number", qa(ENTERS, "What is the symbol for the intensity of the light that enters?", r"\\(I_{0}\\)", "light that enters has the intensity I₀")),
    "a symbol in the question": ("question-number", qa(ENTERS, r"What does \\(I_0\\) stand for?", "the intensity of the light that enters", "light that enters has the intensity I₀")),
    "a fraction in TeX": ("answer-unsupported", qa(OHM, "What is the current in the wire?", r"\\(I = \\frac{U}{R}\\)", "current in the wire is I = U/R")),
    "a stuff in TeX": ("answer-name", qa(ACID, "What is the formula of sulphuric acid?", r"\\(\\mathrm{H_2SO_4}\\)", "sulphuric acid, H₂SO₄, in jars")),
    "and its figures": ("answer-number", qa(ACID, "What is the formula of sulphuric acid?", r"\\(\\mathrm{H_2SO_4}\\)", "sulphuric acid, H₂SO₄, in jars")),
    "a power in TeX": ("answer-unsupported", qa(REST, "What is the energy of a body at rest?", r"\\(E = m c^2\\)", "energy of a body at rest is E = mc²")),
    "a charge in TeX": ("sign", qa(ION, "What carries one charge?", r"\\(\\mathrm{Na}^+\\)", "The sodium ion Na⁺ carries one charge")),
    "what one has a thing for": ("cause", qa(HOLE, "Why does the gate have a small hole?", "so that the keeper can look at the pond", "The gate has … the pond")),
    "for what he made it so": ("cause", qa(WIDE, "Why did he make the locks 14 feet wide?", "so that two boats could lie side by side", "He made the locks … side by side")),
    "so, without that": ("cause", qa(FLAT, "Why do the boats have flat bottoms?", "so that they can rest on the mud", "The boats have flat … the mud")),
    "a plan of another clause": ("plan-as-deed", qa(PLAN, "When was the old quay repaired?", "in 1802", "Brand had proposed … repaired in 1802")),
    "rejected, of another clause": ("polarity", qa(PLAN, "When was the old quay repaired?", "in 1802", "Brand had proposed … repaired in 1802")),
    "nobody, of another clause": ("polarity", qa(ISLE, "Who built a chapel on the island in 1130?", "monks", "until monks came in 1130 and built a chapel")),
    "and, behind a semicolon": ("answer-cut", qa(TAKEN, "What did the glacier take?", "the soil", "The glacier took the soil")),
    "an era that the text leaves out": ("answer-name", date(BURIED, "24 August AD 79", "the mountain buries the town", BURIED[:-1])),
    "an era by its other name": ("answer-name", date(STABBED, "15 March 44 BCE", "the dictator is stabbed", STABBED[:-1])),
    "an era shortened": ("answer-name", qa("The library burned in 48 BCE.", "When did the library burn?", "48 BC", "The library burned in 48 BCE")),
    "an era in German": ("answer-unsupported", qa("Die Bibliothek brannte 48 v. Chr. nieder.", "Wann brannte die Bibliothek nieder?", "48 vor Christus", "Die Bibliothek brannte … nieder", "de")),
    "the year alone": ("rival", date(FELL, "1902", "the bridge falls", FELL[:-1])),
    "the month alone": ("rival", date(BURIED, "August 79", "the mountain buries the town", BURIED[:-1])),
    "what the right hand holds": ("neighbour", qa(HANDS, "What does the saint hold in the right hand?", "a sword", "In the left hand … a sword")),
    "what the younger became": ("neighbour", qa(BROTHERS, "What did the younger brother become?", "a sailor", "The older brother … a sailor")),
    "what is set against another": ("neighbour", qa(UNLIKE_LEFT, "What is the right bank like?", "steep", UNLIKE_LEFT[:-1])),
    "both are told of": ("neighbour", qa(AT_NOON, "When the upper gate opens, what is rung?", "the bell", "When the upper gate … bell is rung")),
    "who claimed it": ("attribution-lost", qa(CLAIMED, "Who claimed to have built the mill?", "Karl Brandt", CLAIMED[:-1])),
    "an imparfait in -rait": ("attribution-lost", qa(PONT, "Qu’est-ce que le pont remplaça ?", "un bac", PONT[:-1], "fr")),
    "between two": ("told-of-another", qa(DUG, "Where did the men who dug the canal come from?", "Ireland", "dug in 1793 by men from Ireland")),
    "a verb parted by what it is done to": ("answer-unsupported", qa(PLANS, "How did the guild answer the council’s wish for a lower fee?", "it turned it down", "lower fee, which the guild rejected")),
    "went on, of continued": ("answer-unsupported", qa(DEATHS, "How did deaths on the line develop?", "they went on declining", "Deaths on the line continued to decline")),
    "sondern": ("polarity", qa(VERBANNT, "Welche Strafe traf die Anführer des Aufstands?", "sie wurden verbannt", "Die Anführer des … sondern verbannt", "de")),
    "obwohl, in the question": ("told-of-another", qa(SNAILS, "Was können Schnecken nicht, obwohl sie Zwitter sind?", "sich selbst befruchten", "können sich aber nicht selbst befruchten", "de")),
    "d’après, of selon": ("answer-unsupported", qa("Les bénéfices étaient partagés selon la quantité livrée.", "D’après quoi les bénéfices étaient-ils partagés ?", "d’après la quantité livrée", "partagés selon la quantité livrée", "fr")),
    "until, of from … to": ("order", qa(RAN, "Until when did Ann Bell run the mill?", "1930", "Ann Bell ran the mill … to 1930")),
    "completely, of complete": ("claim-added", qa(MOSS, "What can some mosses survive?", "being dried out completely", MOSS[:-1])),
    "a half in TeX": ("sign", qa(STONE_FALLS, "What is the path of the stone?", r"\\(s = \\frac{1}{2} g t^2\\)", "path of the stone is s = ½gt²")),
    "a rank is no rival": ("rival", qa(OFFICER, "Who planned the wall in May?", "Edward Moss", "planned by Lt.-Gen. Edward Moss in May")),
}  # fmt: skip

WRONG = {
    "pence end a sentence": ("evidence-apart", qa("The toll was 4d. 12 carts came on Monday.", "What was the toll?", "4d.", "The toll was … on Monday")),
    "shillings end a sentence": ("evidence-apart", qa("The rope cost 3s. 12 carts came on Monday.", "What did the rope cost?", "3s.", "The rope cost … on Monday")),
    "what came of it": ("cause", qa(LEAKED, "Why did the roof leak?", "so that the hemp rotted", LEAKED[:-1])),
    "what came of it, as a sentence": ("cause", qa(LEAKED, "Why did the roof leak?", "The hemp rotted.", LEAKED[:-1])),
    "what comes of it": ("cause", qa(LEAKS, "Why does the roof leak?", "so that the hemp rots on the floor", "The roof leaks, … on the floor")),
    "what could be done then": ("cause", qa(FORD, "Why did the river freeze in winter?", "so that carts could cross the ford", "In winter the river froze, … the ford")),
    "what could not be done then": ("cause", qa(DAM, "Why was the dam old?", "it could not hold the flood", "The dam was old, … the flood")),
    "what came of what was broken": ("cause", qa(BROKEN, "Why were the windows broken?", "rain came into the hall", "The windows were broken, … the hall")),
    "what cannot be done then": ("cause", qa("The lane is flooded in winter, so that no cart can pass.", "Why is the lane flooded in winter?", "so that no cart can pass", "The lane is flooded … can pass")),
    "what could be done to it then": ("cause", qa("The river had fallen, so that it could be crossed on foot.", "Why had the river fallen?", "so that it could be crossed on foot", "The river had fallen, … on foot")),
    "behind a comma, what could be done": ("cause", qa("The flood broke the dam, so that carts could cross the bed.", "Why did the flood break the dam?", "so that carts could cross the bed", "The flood broke the dam, … the bed")),
    "so much that": ("cause", qa("The price of tar rose so much that the yard closed.", "Why did the price of tar rise so much?", "because the yard closed", "The price of tar rose … yard closed")),
    "so, before a many": ("cause", qa(DROUGHT, "Why was the drought long?", "many farmers left the valley", "The drought was long, … the valley")),
    "and so much": ("cause", qa("The roof leaked and so much hemp rotted in the loft.", "Why did the roof leak?", "much hemp rotted in the loft", "The roof leaked and … the loft")),
    "so, before what follows": ("cause", qa("Many sheets tore there, so the workmen hated the room.", "Why did many sheets tear there?", "the workmen hated the room", "Many sheets tore … hated the room")),
    "no less, of no … more": ("comparison", qa(ACT, "How much may a train carry under the Act?", "no less than 1,200 t", ON_TRAINS)),
    "more, of no … more": ("comparison", qa(ACT, "How much may a train carry under the Act?", "more than 1,200 t", ON_TRAINS)),
    "more, the no is lost": ("polarity", qa(ACT, "How much may a train carry under the Act?", "more than 1,200 t", ON_TRAINS)),
    "at least, of no … more": ("comparison", qa(ACT, "At least how much may a train carry under the Act?", "1,200 t", ON_TRAINS)),
    "just that, of no … more": ("polarity", qa(ACT, "How much may a train carry under the Act?", "1,200 t", ON_TRAINS)),
    "at least, of did not … more": ("comparison", qa(SHERIFF, "How much did the sheriff pay?", "at least 40 crowns", "did not pay more than 40 crowns")),
    "at most, of nobody … fewer": ("comparison", qa(NOBODY, "At most how many sheep does everybody take across the bridge?", "12", "Nobody takes fewer … the bridge")),
    "mindestens, of kein … mehr": ("comparison", qa(ZUG, "Wie viel darf ein Zug führen?", "mindestens 1200 t", "Kein Zug darf mehr … führen", "de")),
    "a no in another clause": ("comparison", qa("No train carried coal, and one carried more than 1,200 t of lime.", "How much lime did one carry?", "no more than 1,200 t", "one carried more than 1,200 t")),
    "the crew that had none": ("comparison", qa("The crew that had no pilot lost more than 40 nets.", "How many nets did the crew lose?", "at most 40", "The crew that had no pilot lost more than 40 nets")),
    "with none on board": ("comparison", qa("With no pilot on board the crew lost more than 40 nets.", "How many nets did the crew lose?", "at most 40", "the crew lost more than 40 nets")),
    "those not on board": ("comparison", qa("Those not on board numbered more than 40 men.", "How many were not on board?", "at most 40", "Those not on board numbered more than 40 men")),
    "the yard without": ("comparison", qa("The yard without cranes built more than 40 ships.", "How many ships did the yard build?", "at most 40", "The yard without cranes built more than 40 ships")),
    "what the no is of as well": ("polarity", qa("No train may carry lime, coal or more than 12 sheep.", "What may a train carry?", "lime", "No train may carry lime")),
    "the figure of the wool": ("neighbour", qa(LOAD, "How much lime did the line carry in 1898?", "1,200 t", IN_1898)),
    "the figure of the passengers": ("neighbour", cloze(LOAD, "In 1898 the line carried {{c1::61,422}} t of lime.", IN_1898)),
    "a time beside a time": ("neighbour", qa(CARTS, "In what time did a letter go to Leeds?", "in 40 min", "In 1913 a parcel … in 40 min")),
    "three, of what are four": ("neighbour", several("The four ropes hoist: halyards, sheets and braces. They haul.", "Which three ropes hoist?", ["halyards", "sheets", "braces"], "The four ropes hoist: halyards, sheets and braces")),
    "one of the oldest": ("part-lost", qa(ENGINES, "By what is the gate worked?", "the oldest engines", ENGINES[:-1])),
    "the one of some": ("part-lost", qa("The bell was cast by the one of the brothers who limped.", "By whom was the bell cast?", "the brothers", "The bell was cast … who limped")),
    "twice as many as were asked for": ("comparison", qa(BOATS, "How many boats did the council ask for?", "twice as many", "They sent twice as … asked for")),
    "no number in the question": ("list-length-unstated", several(ROPES, "What do the ropes do?", HOIST, ROPES[:-1], OF_SHEETS)),
    "so many years": ("list-length-unstated", several(f"In 3 years {ROPES}", "What do the ropes do in 3 years?", HOIST, "In 3 years halyards … braces turn", OF_SHEETS)),
    "so many of what were four": ("question-number", several("In 1911 the four men of Orrin asked for bread, coal and rest.", "What did three women of Orrin ask for?", ["bread", "coal", "rest"], "In 1911 the four men … coal and rest")),
    "so many, not": ("list-length-unstated", several(ROPES, "What do the three ropes not do?", HOIST, ROPES[:-1], OF_SHEETS)),
    "three, of a third in an answer": ("neighbour", several(WATCHES, "Into which three watches was the day cut?", ["three watches", "the middle watch", "the morning watch"], "The day was cut … the morning watch")),
    "another number in the question": ("question-number", several(ROPES, "What do the four ropes do?", HOIST, ROPES[:-1], OF_SHEETS)),
    "another index": ("answer-number", qa(ENTERS, "What is the symbol for the intensity of the light that enters?", "I_1", "light that enters has the intensity I₀")),
    "a fraction turned round": ("answer-unsupported", qa(OHM, "What is the current in the wire?", r"\\(I = \\frac{R}{U}\\)", "current in the wire is I = U/R")),
    "a fraction turned round, no TeX": ("answer-unsupported", qa(OHM, "What is the current in the wire?", "I = R/U", "current in the wire is I = U/R")),
    "another stuff": ("answer-number", qa(ACID, "What is the formula of sulphuric acid?", r"\\(\\mathrm{H_2SO_3}\\)", "sulphuric acid, H₂SO₄, in jars")),
    "the power is lost": ("answer-unsupported", qa(REST, "What is the energy of a body at rest?", "E = m c", "energy of a body at rest is E = mc²")),
    "another charge": ("sign", qa(ION, "What carries one charge?", r"\\(\\mathrm{Na}^-\\)", "The sodium ion Na⁺ carries one charge")),
    "what came of its having sunk": ("cause", qa(SUNK, "Why has the quay sunk?", "so that boats can pass over it", "The quay has sunk, … over it")),
    "the plan itself, told as done": ("plan-as-deed", qa("The mayor proposed a new bridge, and the council paid for it.", "Who built a new bridge?", "the mayor", "The mayor proposed a new bridge")),
    "nobody, of this clause": ("polarity", qa(ISLE, "Who lived on the island until 1130?", "monks", "Nobody lived on the island until monks came in 1130")),
    "and, behind no semicolon": ("answer-cut", qa("The glacier took the soil and the turf of the hill.", "What did the glacier take?", "the soil", "The glacier took the soil")),
    "the other era": ("answer-name", date(BURIED, "24 August 79 BC", "the mountain buries the town", BURIED[:-1])),
    "after it, of before": ("answer-name", date(STABBED, "15 March AD 44", "the dictator is stabbed", STABBED[:-1])),
    "another year of the era": ("answer-number", date(STABBED, "15 March 45 BCE", "the dictator is stabbed", STABBED[:-1])),
    "another month": ("answer-unsupported", date(FELL, "June 1902", "the bridge falls", FELL[:-1])),
    "what the other hand holds": ("neighbour", qa(HANDS, "What does the saint hold in the left hand?", "a sword", "In the left hand … a sword")),
    "what the other brother became": ("neighbour", qa(BROTHERS, "What did the older brother become?", "a sailor", "The older brother … a sailor")),
    "wie das andere Tor": ("neighbour", qa(GATES, "Woraus war das untere Tor?", "aus Eiche", "Das obere Tor … aus Ulme", "de")),
    "who only claimed it": ("attribution-lost", qa(CLAIMED, "Who built the mill?", "Karl Brandt", CLAIMED[:-1])),
    "un conditionnel": ("attribution-lost", qa("Le pont remplacerait un bac de bois.", "Qu’est-ce que le pont remplaça ?", "un bac de bois", "Le pont remplacerait un bac de bois", "fr")),
    "grew, of fell": ("opposite", qa("The price of rope fell by a third in May.", "By how much did the price of rope grow in May?", "by a third", "The price of rope … in May")),
    "wuchs, von sank": ("opposite", qa("Der Preis des Seils sank um zehn Taler.", "Um wie viel wuchs der Preis des Seils?", "um zehn Taler", "Der Preis des Seils … Taler", "de")),
    "creció, de disminuyó": ("opposite", qa("La pesca disminuyó un doce por ciento.", "¿Cuánto creció la pesca?", "un doce por ciento", "La pesca disminuyó … ciento", "es")),
    "monta, de diminua": ("opposite", qa("Le prix du blé diminua de dix francs.", "De combien le prix du blé monta-t-il ?", "de dix francs", "Le prix du blé … francs", "fr")),
    "between two, and another": ("told-of-another", qa("The canal was dug by men from Ireland, and the road was laid by men from Wales.", "Where did the men who dug the canal come from?", "Wales", "the road was laid by men from Wales")),
    "nicht, of this": ("polarity", qa(VERBANNT, "Was geschah mit den Anführern des Aufstands?", "sie wurden hingerichtet", "Die Anführer des … sondern verbannt", "de")),
    "since, of from … to": ("order", qa(RAN, "Since when did Ann Bell run the mill?", "since 1930", "Ann Bell ran the mill … to 1930")),
    "completely, of drying alone": ("claim-added", qa("Some species of moss survive drying.", "What can some mosses survive?", "being dried out completely", "Some species of moss survive drying")),
}  # fmt: skip


@rows(("code", "each"), RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, code: str, each: Case) -> None:
    assert [every.message for every in found(desk, each) if every.code == code] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
