"""What a language model or a careless student gets wrong with the passage's own words, and what is honest.

Each case is a text, a question, its answer and its evidence; `▸◂` marks what the finding points at.
"""

import re
from typing import NamedTuple

import pytest

from studyguide.finding import Finding
from tests.table import rows


class Case(NamedTuple):
    """A text and a question about it, whose mistake is marked if there is one."""

    text: str
    question: str
    answer: str
    evidence: str
    wording: str = ""


MILL = "In winter the mill at Eling worked {} hours a day, and the miller slept."
COLD = "In the valley it was {} at night, and the pond froze over."
WHEEL = "The town bought a new wheel for {} in the spring of that year."


def hours(shown: str, answer: str) -> Case:
    evidence = f"the mill at Eling worked {shown} hours"
    return Case(
        MILL.format(shown), "How long did the mill work in winter?", answer, f"'{evidence}'"
    )


def cold(shown: str, answer: str) -> Case:
    return Case(COLD.format(shown), "How warm was it at night?", answer, f"it was {shown} at night")


def cost(shown: str, answer: str) -> Case:
    evidence = f"bought a new wheel for {shown}"
    return Case(WHEEL.format(shown), "What did the town pay for the wheel?", answer, evidence)


def said(
    sentence: str,
    answer: str,
    evidence: str,
    question: str = "What is told there?",
    wording: str = "",
) -> Case:
    return Case(sentence, question, answer, evidence, wording)


SALT = "The pond has 30 ‰ salt in summer, and ducks live there."
POWER = "The turbine of the Rance delivers 10 MW to the net."
BLOOD = "The miller of Eling had the blood group A− all his life."
CODE = "The program of the gate is written in C++ and nobody reads it."
DRIFT = "The clock drifts by 3 × 10⁻⁹ per day in the dome."
RATIO = "Most mills of the coast had 2–3 wheels in those years."
SHIPS = "By 1866 fewer than 300 ships entered the harbour in a year."
PERHAPS = "The gates were removed in 1923 and perhaps sold for scrap."
SOME = "Some of the mills on the coast were burned in the war."
UNLESS = "The team replaces the older clock unless the remaining tests show it to be sound."
PLANNED = "In 1958 the county planned to fill in the basin for a market."
DRIFTS = "Below zero the focus may drift by 40 metres, and most observers prefer to stop."
STORM = "The northern end was washed away in the storm of November."
SILT = "The gradual silting of Sandry drove the trade upriver to Ardlow."
WARM = "A warm mirror produces turbulence above the glass every night."
LATE = "The station was opened in September 2014, about three years later than hoped."
THOUGH = "The strike ended soon, although the owners had offered nothing at all to the men."
VOICES = (
    "Historians have disagreed about the railway. Harriet Dunmore held that “the town was killed "
    "by nineteen miles of iron”. Colin Asprey has argued that larger ships would have left in any case."
)
RUNS_ON = (
    "Harriet Dunmore said: “The iron killed the town.\n\n“Nobody wanted trains in the valley. The ships "
    "left in spring.”\n\nColin Asprey read this later."
)
QUAY = "The harbour board keeps the quay in repair; the owners of the ferries pay for the lamps."
GLAZIER = (
    "Elias Thorn drew the windows of the chapel. A glazier from Meir cut the panes in his own shed."
)
FERRY = "The ferry sails at dawn. The ferry has a cook. Its ferry bell is old. No ferry sails in fog. A ferry needs coal. Sailors painted the hull in spring."
SPOONS = "The spoons of the inn turned black, since the cellar was full of sulphur; the cook bought new ones of tin."
BEES = "The bees left the orchard in June. A farmer from Meir sold his honey at the fair."
WEIR = "Critics wrote that the weir might starve the lower meadows, and that a dam would drown the ford."
REJECT = "The court did not reject the scheme, but it postponed its decision three times."
REFUSED = "Titus, the younger of the two, refused to sign the request of the owners."

WRONG = {
    "sign": {
        "plus for minus": cold("−5 degrees", "▸5 degrees◂"),
        "minus for plus": cold("5 degrees", "▸−5 degrees◂"),
        "a hyphen for nothing": cold("5 degrees", "▸-5 degrees◂"),
        "below zero in words": cold("five degrees below zero", "▸five degrees◂"),
        "another currency": cost("$900", "▸£900◂"),
        "another currency after it": cost("900 €", "▸900 $◂"),
        "another currency by its code": cost("EUR 900", "▸USD 900◂"),
        "more for less": hours("< 6", "▸> 6 hours◂"),
        "more for at most": hours("≤ 6", "▸≥ 6 hours◂"),
        "less is lost": hours("< 6", "▸6 hours◂"),
        "per cent for per mille": Case(SALT, "How much salt?", "▸30 %◂", "The pond has 30 ‰ salt"),
        "per cent in words for per mille": Case(SALT, "How much salt?", "▸30 per cent◂", "The pond has 30 ‰ salt"),
        "milli for mega": Case(POWER, "What does it deliver?", "▸10 mW◂", "of the Rance delivers 10 MW"),
        "another blood group": Case(BLOOD, "Which blood group had he?", "▸A+◂", "the blood group A−"),
        "another program": Case(CODE, "In which language is it written?", "▸C◂", "is written in C++"),
        "no exponent's minus": Case(DRIFT, "By how much does it drift?", "3 × ▸10⁹◂", "drifts by 3 × 10⁻⁹ per day"),
        "an exponent on one line": Case(DRIFT, "By how much does it drift?", "3 × ▸10^9◂", "drifts by 3 × 10⁻⁹ per day"),
        "a fraction for a range": Case(RATIO, "How many wheels had most?", "▸2/3◂", "of the coast had 2–3 wheels"),
        "a ratio for a range": Case(RATIO, "How many wheels had most?", "▸2:3◂", "of the coast had 2–3 wheels"),
        "in the evidence": Case(WHEEL.format("$900"), "What was paid?", "$900", "bought a new wheel for ▸£900◂"),
        "two primes for one": said("Point B′ lies to the left of the wheel.", "▸B″◂", "Point B′ lies to the left", "Which point lies to the left?"),
        "no prime": said("Point B′ lies to the left of the wheel.", "point ▸B◂", "Point B′ lies to the left", "Which point lies to the left?"),
    },
    "unit": {
        "a thing for a share": said("The rent of the stalls rose by some thirty per cent in a year.", "by ▸thirty◂ crowns", "rose by some thirty per cent", "By how much did the rent of the stalls rise?"),
        "miles for kilometres": said("Ships anchored at Sandry, four miles downstream of the town.", "▸four kilometres◂", "at Sandry, four miles downstream", "How far downstream did ships anchor?"),
        "days for weeks": said("The strike ended after seven weeks of hunger.", "after ▸seven days◂", "The strike ended after seven weeks", "When did the strike end?"),
        "feet in the question": said("The station stands at 1,412 m above the sea.", "▸1,412◂", "station stands at 1,412 m above", "How many feet above the sea does it stand?"),
        "a sign for another": said("The tank holds 40 l of clean water.", "▸40 kg◂", "The tank holds 40 l of", "What does the tank hold?"),
        "per month for per day": said("The pool loses 12 litres per day in the dry months.", "▸12 litres◂ per month", "The pool loses 12 litres per", "How much does the pool lose?"),
        "ministers for years": said("The order lay on the desks of five ministers.", "on the desks of ▸five◂ ministers", "on the desks of five ministers", "For how many years did the order lie there?"),
    },
    "comparison": {
        "more than for fewer than": Case(SHIPS, "How many ships entered by 1866?", "more than ▸300◂", "fewer than 300 ships entered"),
        "at least for at most": said("A passed test has at most 100 units of light.", "at least ▸100◂", "has at most 100 units", "What has a passed test?"),
        "above for below": said("The pressure stays below 20 bar in the boiler.", "above ▸20 bar◂", "pressure stays below 20 bar", "Where does the pressure stay?"),
    },
    "hedge-lost": {
        "is said to have": said("The clerk, who is said to have counted 2,300 sheep, died young.", "2,300", "▸counted 2,300 sheep◂", "How many sheep did the clerk count?"),
        "might": Case(WEIR, "What did the weir do?", "it starved the lower meadows", "the weir ▸might◂ starve the lower meadows", "{starved: starve}"),
        "would for might": Case(WEIR, "What would the weir do?", "starve the lower meadows", "weir ▸might starve◂ the lower meadows"),
        "would in another clause than could": Case(WEIR, "What did a dam drown?", "the ford, which could not be spared", "a dam ▸would drown◂ the ford"),
        "whether": said("Whether the hard frost also cracked the bell remains open to this day.", "the hard frost", "▸Whether◂ the hard frost also cracked the bell", "What also cracked the bell?"),
        "almost, of a state": said("In spring the stocks of salt were almost exhausted.", "they were exhausted", "the stocks of salt were ▸almost◂ exhausted", "What was the state of the stocks of salt in spring?"),
        "would": Case(WEIR, "What did a dam drown?", "the ford", "a dam ▸would drown◂ the ford"),
        "perhaps": Case(PERHAPS, "What became of the gates?", "they were sold for scrap", "removed in 1923 and ▸perhaps◂ sold for scrap"),
        "may, beside it": Case(DRIFTS, "By how much does the focus drift?", "by 40 metres", "▸drift by 40 metres◂"),
        "usually": said("The gauge usually lags by 9 minutes in strong wind.", "by 9 minutes", "gauge ▸usually◂ lags by 9 minutes", "By how much does the gauge lag?"),
        "is said to": said("Tranter is said to have collected 2,300 names in the town.", "2,300", "Tranter ▸is said◂ to have collected 2,300 names", "How many names did Tranter collect?"),
    },
    "part-lost": {
        "a number of those": said("Nair said that seven of those barges leaked at the seams.", "they leaked at the seams", "▸barges leaked at the seams◂", "What was wrong with the barges?"),
        "most, far before it": said("Most of the masons who built it, says the clerk, came from Eling.", "from Eling", "▸came from Eling◂", "From where did the masons come?"),
        "some of": Case(SOME, "What was burned in the war?", "the mills on the coast", "▸Some of◂ the mills on the coast"),
        "most, before it": said("Most of the grain was loaded at Ardlow by then.", "the grain", "▸the grain was loaded◂", "What was loaded at Ardlow?"),
        "one of": said("Gallow was one of the leaders of the union.", "the leader of the union", "was ▸one of◂ the leaders of the union", "What was Gallow?"),
    },
    "condition-lost": {
        "unless": Case(UNLESS, "What does the team do with the older clock?", "it replaces it", "▸replaces the older clock◂"),
        "until": said("The basin stays closed until the gates are tested.", "it stays closed", "▸The basin stays closed◂", "What is told of the basin?"),
        "on condition that, behind it": said("A torn net is washed and mended, on condition that its rope is whole.", "it is washed and mended", "▸A torn net is washed and mended◂", "What becomes of a torn net?"),
        "except": said("All its data were rejected except for the last three weeks.", "all its data", "▸All its data were rejected◂", "Which data were rejected?"),
    },
    "plan-as-deed": {
        "planned": Case(PLANNED, "What did the county do with the basin in 1958?", "it filled it in", "the county ▸planned◂ to fill in the basin"),
        "intends": said("The team intends to replace the older clock in winter.", "it replaced the older clock", "team ▸intends◂ to replace the older clock", "What did the team do in winter?"),
        "was to": said("The line was to reach Ardlow within two years.", "within two years", "▸was to◂ reach Ardlow within two years", "When did the line reach Ardlow?"),
        "proposed": said("He proposed a sluice for the upper channel in 1775.", "a sluice", "He ▸proposed◂ a sluice for the upper", "What came to the upper channel in 1775?"),
        "would have": said("The captain said that a tow would have taken two days.", "two days", "a tow ▸would have◂ taken two days", "How long did the tow take?"),
        "in spite of an instead": said("Instead the baker intends to build an oven of clay.", "he built an oven", "▸to build an oven of clay◂", "What did the baker do instead of buying bread?"),
        "announced": said("A test on two creeks was announced for 2014.", "a test on two creeks", "test on two creeks was ▸announced◂", "What took place in 2014?"),
    },
    "claim-added": {
        "only, and a not of another clause": said("The train brakes chiefly with air, so that its wheels do not glow.", "with air", "The train brakes chiefly with air", "With what ▸alone◂ does the train brake?"),
        "never for seldom": said("The basin seldom freezes in these mild winters.", "in mild winters", "basin seldom freezes in these mild winters", "When does the basin ▸never◂ freeze?"),
        "the worst": Case(STORM, "Which ▸worst◂ storm washed away the northern end?", "the storm of November", "in the storm of November"),
        "all": said("The men stopped work in June over a cut.", "they stopped work", "The men stopped work in June", "What did ▸all◂ the men do in June?"),
        "must": Case(DRIFTS, "What ▸must◂ observers do below zero?", "stop", "most observers prefer to stop"),
        "only": said("The railway reached Sandry in the spring of 1847.", "Sandry", "The railway reached Sandry in", "Which place ▸alone◂ did the railway reach?"),
        "exactly": said("The mirror weighs 40 kg with its frame of oak.", "40 kg", "The mirror weighs 40 kg with", "What does the mirror weigh ▸exactly◂?"),
        "all for almost all": said("The quay survives almost entire to this day.", "it survives", "The quay survives almost entire", "How does ▸the whole◂ quay fare?"),
        "another's largest": said("The works opened in 1871 beside the line.", "in 1871", "The works opened in 1871", "When were the ▸largest◂ works opened?"),
        "smallest for small": said("The eel is a small fish of northern creeks.", "the ▸smallest◂ fish of northern creeks", "The eel is a small fish of northern creeks", "What is the eel?"),
        "the only": said("Grown men may ask for a plot, unless they own one.", "being a grown man", "[Grown men may ask for a plot]", "What is ▸the only◂ thing needed to ask for a plot?"),
        "obliges for allows": said("The act allows the council to buy idle plots.", "to buy idle plots", "allows the council to buy idle plots", "What does the act ▸oblige◂ the council to do?"),
        "chose for had to": said("In the siege the smiths had to cast cannon.", "cannon", "the smiths had to cast cannon", "What did the smiths ▸choose◂ to cast in the siege?"),
        "best of another": said("The seeing was better than in any winter; the oldest mirror was sold.", "the ▸best◂ ever", "The seeing was better than in any winter", "How was the seeing?"),
    },
    "told-of-another": {
        "another body": Case(QUAY, "What does the harbour ▸board◂ pay for?", "the lamps", "the owners of the ferries pay for the lamps"),
        "another's work": Case(GLAZIER, "Where did ▸Elias◂ Thorn cut the panes?", "in his own shed", "cut the panes in his own shed"),
        "another share": said("Barley fills most of the barns, whereas hops, grown by few, earn half of the money.", "half of the money", "earn half of the money", "How much of the money does ▸barley◂ earn?"),
        "a long subject": Case("The ferry sails at dawn. The old brass barge of Meir carried coal.", "What did the ▸ferry◂ carry?", "coal", "brass barge of Meir carried coal"),
        "only some of them": said("They spin ropes of all lengths. The finest three are kept for bells.", "for bells", "are kept for bells", "For what are the ▸ropes◂ kept?"),
        "a term": Case("The rope walk lay on the hill. Porters called the shed by the gate a long room.", "What is the ▸rope◂ walk called?", "a long room", "the shed by the gate a long room"),
    },
    "cause": {
        "another reason": Case(SPOONS, "Why did the spoons of the inn turn black?", "▸the cook bought new ones of tin◂", "[spoons of the inn turned black, the cook bought new ones of tin]"),
        "two facts side by side": Case(BEES, "Why did the bees leave the orchard?", "▸a farmer sold his honey◂", "[The bees left the orchard, A farmer from Meir sold his honey]"),
        "turned round": Case(SILT, "Why did Sandry silt up gradually?", "▸the trade moved upriver to Ardlow◂", "silting of Sandry drove the trade upriver to Ardlow"),
        "turned round by produces": Case(WARM, "Why is the mirror warm?", "▸turbulence above the glass◂", "warm mirror produces turbulence above the glass"),
        "no reason at all": Case(LATE, "Why was the station opened later than hoped?", "▸it was opened in September 2014◂", "opened in September 2014"),
        "only added": said("The potter sold his kiln and now paints signs for inns.", "▸he paints signs for inns◂", "sold his kiln and now paints signs for inns", "Why did the potter sell his kiln?"),
        "behind although": Case(THOUGH, "Why did the strike end soon?", "▸the owners had offered nothing to the men◂", "the owners had offered nothing at all"),
    },
    "neighbour": {
        "the figure of another": said("A tanner earned 6 crowns a week, a carter 5 crowns.", "6 crowns", "A tanner earned 6 crowns a week", "▸What did a carter earn a week?◂"),
        "once for until": said("Until the lock is mended, barges wait at the weir.", "barges", "Until the lock is mended, barges wait", "What waits at the weir ▸once the lock is mended◂?"),
        "to for by, in the answer alone": said("In the end the toll was cut by a third for all carts.", "▸to a third◂", "the toll was cut by a third", "To what was the toll cut?"),
        "after for before": said("The ferryman slept in the barn before the bridge was built.", "in the barn", "slept in the barn before the bridge", "Where did he sleep ▸after the bridge was built◂?"),
        "more for less": said("Running the mill costs less than the wages of two clerks.", "▸more than the wages of two◂ clerks", "costs less than the wages of two clerks", "What does running the mill cost?"),
        "to for by": said("In the end the toll was cut by a third for all carts.", "it was cut ▸to a third◂", "the toll was cut by a third", "What became of the toll?"),
        "another one of all": said("Carts waited, for no ferry of the river carried more than 9 casks.", "▸no cart◂ carried more than 9 casks", "no ferry of the river carried more", "Why did they wait?"),
        "made of another": said("On a model of clay, made as thick as the metal will be later on, the smith sets leaves of wax.", "a ▸model of wax◂", "On a model of clay, made as thick", "What does the smith use?"),
    },
    "attribution-lost": {
        "told somebody that": said("The carter told the bailiffs that nine barrels had burst on the road.", "nine", "▸nine barrels had burst on the road◂", "How many barrels burst on the road?"),
        "wrote to somebody that": said("Wren wrote to her sister that the mill had burned twice.", "twice", "▸the mill had burned twice◂", "How often did the mill burn?"),
        "he said, inside it": said("The kegs, he said, had stood in the sun at Neth.", "the kegs had stood in the sun", "▸had stood in the sun at Neth◂", "What spoiled the beer?"),
        "according to": said("According to the guild, the dam drove the eels away in spring.", "the dam", "▸the dam drove the eels away◂", "What drove the eels away?"),
        "argued that": said("Mother Anselm argued that the bell was cast from stolen pans.", "from stolen pans", "▸the bell was cast from stolen pans◂", "From what was the bell cast?"),
    },
    "speaker": {
        "views exchanged": said("According to Dow, the fire began in the stove; Pell said that it was laid on purpose.", '"▸Dow◂: it was laid on purpose; Pell: it began in the stove"', "[the fire began in the stove, it was laid on purpose]", "What did Dow and Pell say?"),
        "whose admission it is": Case(VOICES, "What does ▸Dunmore◂ argue about the ships?", "that larger ships would have left", "larger ships would have left"),
        "another historian": Case(VOICES, "According to ▸Asprey◂, what killed the town?", "nineteen miles of iron", "town was killed by nineteen miles"),
        "the author": Case(VOICES, "What killed the town, ▸according to the text◂?", "nineteen miles of iron", "town was killed by nineteen miles"),
        "who held": Case(VOICES, "Which historian held that the town was killed by iron?", "▸Colin◂ Asprey", "[town was killed by nineteen miles, Colin Asprey has argued]"),
        "a quotation over paragraphs": Case(RUNS_ON, "According to ▸Asprey◂, when did the ships leave?", "in spring", "The ships left in spring"),
    },
    "order": {
        "around than": said("On the moor more sheep graze in autumn than the shepherds can count.", "the ▸shepherds◂ count more sheep than graze there", "more sheep graze in autumn than the shepherds", "How many sheep graze?"),
        "shares exchanged": said("The glaze holds 70 parts of quartz and 30 parts of chalk.", "70 parts of ▸chalk◂ and 30 parts of quartz", "The glaze holds 70 parts of quartz and 30", "What does the glaze hold?"),
        "times exchanged": said("The ferry runs 9 trips in August but 4 in April.", "9 in ▸April◂, but 4 in August", "The ferry runs 9 trips in August but 4", "How many trips does the ferry run?"),
        "in the question": said("Wet hides stretch while dry ones tear, as salt bites.", "as salt bites", "dry ones tear, as salt bites", "Why do ▸dry◂ hides stretch, while wet ones tear?"),
        "steps": said("First the smith heats the bar, then he hammers the edge, and last he quenches the blade.", "[▸hammer the edge◂, heat the bar, quench the blade]", "[First the smith heats the bar, he hammers the edge, he quenches the blade]", "Which three things does the smith do, in order?"),
        "rather than": said("The clerk was tired rather than idle in those weeks.", "▸idle◂ rather than tired", "The clerk was tired rather than idle", "What was the clerk?"),
    },
    "polarity": {
        "what they gave up": said("Most members gave up their dividend for that year.", "their dividend", "▸gave up◂ their dividend", "What did most members get for that year?"),
        "what was called off": said("The owners called off the feast in the end.", "the feast", "▸called off◂ the feast", "What did the owners hold in the end?"),
        "what is doubted": said("The clerk doubted that the flood had broken the pier.", "The flood had broken the pier.", "▸doubted that◂ the flood had broken", "What was the clerk's opinion?"),
        "the rule, with two nots": said("They would not sell to anyone who was not a member unless he had a letter.", "if he had a letter", "not sell to anyone who was not a member unless he had a letter", "▸When would they not sell to anyone who was not a member?◂"),
        "has yet to": said("The club has yet to publish its minutes.", "its minutes", "▸publish its minutes◂", "What has the club published?"),
        "behind unlike": said("The smith, unlike two of the carters, was let into the fair.", "two of the carters", "unlike two of the carters, was let into the fair", "▸Who was let into the fair?◂"),
        "what is denied beside it": said("The oven had no door: a stone of chalk closed it.", "by a stone of chalk", "a stone of chalk closed it", "How was the ▸door◂ of the oven closed?"),
        "approved by nobody yet": said("The bridge has not been approved by the elders.", "the elders", "has ▸not◂ been approved by the elders", "Who approved the bridge?"),
        "a deed that was refused": Case(REFUSED, "What did Titus do?", "he signed the request", "▸refused◂ to sign the request"),
        "what the question presumes": Case(REJECT, "What did the court do when it had ▸rejected◂ the scheme?", "it postponed its decision", "postponed its decision three times"),
        "hardly": said("The place was hardly known to sailors of that time.", "it was known to sailors", "▸hardly◂ known to sailors", "What is told of the place?"),
        "a not that has moved": said("The largest error is not noise but the zero point.", "noise, not the zero point", "largest error is ▸not◂ noise but the zero", "What is the largest error?"),
        "without, beside a not of its own": said("A burning lamp does not prove the air good, since the fumes poison without putting out the flame.", "The fumes poison by putting out the flame.", "fumes poison ▸without◂ putting out the flame", "Why does a burning lamp not prove the air good?"),
        "a not about something else": said("She fixes the eggs to stones and does not attach them to shells.", "she attaches them to shells, not to wood", "does ▸not◂ attach them to shells", "What does she do with the eggs?"),
        "in a question with the words of the text": said("The county repaired the road in 1911.", "the county", "The county repaired the road", "Which body did ▸not◂ repair the road?"),
    },
    "opposite": {
        "awarded for demanded": said("The dockers demanded nine crowns for each night.", "nine crowns", "demanded nine crowns for each night", "What were the dockers ▸awarded◂ for each night?"),
        "inherited for founded": said("The brothers founded the brewery at Eling in spring.", "in spring", "founded the brewery at Eling in spring", "When did the brothers ▸inherit◂ the brewery?"),
        "annulled for halved": said("The judges halved the fine of the two smiths.", "of the two smiths", "halved the fine of the two smiths", "Whose fine was ▸annulled◂ by the judges?"),
        "un-": said("Pencil entries are unlawful in the book.", "▸lawful◂ entries", "Pencil entries are unlawful in", "What are pencil entries?"),
        "without un-": said("Pencil entries are lawful in the book.", "▸unlawful◂ entries", "Pencil entries are lawful in", "What are pencil entries?"),
    },
}  # fmt: skip

RIGHT = {
    "sign": {
        "the same minus": cold("−5 degrees", "−5 degrees"),
        "a hyphen for a minus": cold("−5 °C", "-5 °C"),
        "a dash for a minus": cold("−5 °C", "–5 °C"),
        "minus as a word": cold("−5 °C", "minus 5 °C"),
        "no blank": cold("5 °C", "5°C"),
        "degrees in words": cold("5 °C", "5 degrees"),
        "a plus that says nothing": cold("+5 °C", "5 °C"),
        "the code of a currency": cost("$900", "USD 900"),
        "a currency in words": cost("$900", "900 dollars"),
        "pounds": cost("£900", "900 pounds"),
        "millions by a letter": cost("£4.6 million", "£4.6m"),
        "a letter for a word": cost("$5bn", "5 billion dollars"),
        "a power on one line": cost("2 m³ of oak", "2 m3 of oak"),
        "square as a word": cost("40 km² of wood", "40 sq km of wood"),
        "grouped figures": cost("$1,250,000", "$1250000"),
        "less in words": hours("< 6", "less than 6 hours"),
        "at most in words": hours("≤ 6", "at most 6 hours"),
        "per cent in words": said("The pond has 30 % salt in summer.", "30 per cent", "The pond has 30 % salt", "How much salt has it?"),
        "its own mega": Case(POWER, "What does it deliver?", "10 megawatts", "of the Rance delivers 10 MW"),
        "its own group": Case(BLOOD, "Which blood group had he?", "A-", "the blood group A−"),
        "its own program": Case(CODE, "In which language is it written?", "C++", "is written in C++"),
        "an exponent on one line": Case(DRIFT, "By how much does it drift?", "3 × 10^-9 per day", "drifts by 3 × 10⁻⁹ per day"),
        "a range in words": Case(RATIO, "How many wheels had most?", "2 to 3", "of the coast had 2–3 wheels"),
        "an article is no letter": said("The grade A− was given to a pupil of the mill.", "A pupil of the mill", "given to a pupil of the mill", "Which person was given the grade?"),
        "a list of letters": said("Rows A–C of the hall were empty that night.", "A–C", "Rows A–C of the hall were", "Which rows were empty?"),
        "years with a stroke": said("The campaign of 2021–22 had clear nights.", "the campaign of 2021/22", "The campaign of 2021–22 had", "Which campaign had clear nights?"),
        "an apostrophe for a prime": said("Point B′ lies to the left of the wheel.", "point B'", "Point B′ lies to the left", "Which point lies to the left?"),
        "a letter in quotation marks": said("Point B lies to the left of the wheel.", "point ‘B’", "Point B lies to the left", "Which point lies to the left?"),
    },
    "unit": {
        "a share of a thing": said("The rent of the stalls rose by some thirty per cent in a year.", "by thirty parts in a hundred", "rose by some thirty per cent", "By how much did the rent of the stalls rise?"),
        "a share without its sign": said("The rent of the stalls rose by some thirty per cent in a year.", "thirty", "rose by some thirty per cent", "By how many per cent did the rent of the stalls rise?"),
        "the same in words": said("The station stands at 1,412 m above the sea.", "1,412 metres", "station stands at 1,412 m above", "How high does it stand?"),
        "none": said("The strike ended after seven weeks of hunger.", "seven", "The strike ended after seven weeks", "After how many weeks did the strike end?"),
        "of a range": said("It takes 4 to 6 minutes to clear the pipe.", "4 minutes or up to 6", "It takes 4 to 6 minutes", "How long does clearing the pipe take?"),
        "both are there": said("It is 5 miles (8 km) to the next town.", "8 km or 5 miles", "It is 5 miles (8 km) to", "How far is it to the next town?"),
        "a year is no unit of days": said("In 1847 the railway came to Sandry in May.", '"1847"', "In 1847 the railway came to", "In which year did the railway come?"),
        "the same time in other words": said("The pool loses 12 litres per day in the dry months.", "12 litres a day", "The pool loses 12 litres per", "How much does the pool lose?"),
        "years are counted": said("The order lay there for five years.", "five years", "lay there for five years", "For how many years did the order lie there?"),
        "no time is told": said("The pool loses 12 litres per day in the dry months.", "12 litres", "The pool loses 12 litres per", "How much does the pool lose?"),
        "a tenth in per cent": said("The owners cut wages by a tenth in June.", "by 10 per cent", "owners cut wages by a tenth", "By how much did the owners cut wages?"),
        "per cent as a share": said("The owners cut wages by 25 % in June.", "by a quarter", "owners cut wages by 25 %", "By how much did the owners cut wages?"),
    },
    "comparison": {
        "as there": Case(SHIPS, "How many ships entered by 1866?", "fewer than 300", "fewer than 300 ships entered"),
        "in other words": Case(SHIPS, "How many ships entered by 1866?", "under 300", "fewer than 300 ships entered"),
        "asked for": Case(SHIPS, "Fewer than how many ships entered by 1866?", '"300"', "fewer than 300 ships entered"),
        "no less than": said("No less than 20 men came from the hills.", "at least 20", "No less than 20 men came", "How many men came?"),
    },
    "hedge-lost": {
        "might, as there": Case(WEIR, "What might the weir do?", "starve the lower meadows", "the weir might starve the lower meadows"),
        "perhaps for might": Case(WEIR, "What will perhaps come of the weir?", "it starves the lower meadows", "the weir might starve the lower meadows", "{starves: starve}"),
        "would, asked and answered": Case(WEIR, "What would a dam do to the ford?", "drown it", "a dam would drown the ford"),
        "whether, as there": said("Whether the hard frost also cracked the bell remains open to this day.", "whether the hard frost cracked it", "Whether the hard frost also cracked the bell", "What remains open of the bell?"),
        "almost as there": said("In spring the stocks of salt were almost exhausted.", "they were almost gone", "the stocks of salt were almost exhausted", "What was the state of the stocks of salt?", "{gone: exhausted}"),
        "would, as there": Case(WEIR, "What would a dam drown?", "the ford", "a dam would drown the ford"),
        "in May": said("The lamps burn in May until the fair is over.", "the lamps", "The lamps burn in May", "What burns in May?"),
        "kept": Case(PERHAPS, "What perhaps became of the gates?", "they were sold for scrap", "removed in 1923 and perhaps sold for scrap"),
        "in other words": Case(PERHAPS, "What became of the gates?", "they were possibly sold for scrap", "removed in 1923 and perhaps sold for scrap"),
        "of something else": Case(PERHAPS, "When were the gates removed?", "in 1923", "gates were removed in 1923 and perhaps"),
        "a month": said("The walls fell in May 1915 and stayed so.", "the walls", "The walls fell in May 1915", "What fell in 1915?"),
        "said to, in the question": said("Tranter is said to have collected 2,300 names in the town.", "2,300", "Tranter is said to have collected 2,300 names", "How many names is Tranter said to have collected?"),
        "an ability of those meant": said("Of the men who could be asked 39 had walked there.", "39", "who could be asked 39 had walked", "How many of the men asked had walked there?"),
    },
    "part-lost": {
        "the number is told": said("Nair said that seven of those barges leaked at the seams.", "seven of them leaked at the seams", "seven of those barges leaked at the seams", "What was wrong with the barges?"),
        "of another clause": said("The clerk paid two of the masons, and the roof was leaded at Eling.", "at Eling", "the roof was leaded at Eling", "Where was the roof leaded, as the masons knew?"),
        "kept": Case(SOME, "What was burned in the war?", "some mills on the coast", "Some of the mills on the coast"),
        "of something else": said("A dam cuts off part of the shore and makes a pond.", "a pond", "cuts off part of the shore and makes a pond", "What does the dam make?"),
        "for example": said("Grains such as barley were milled at Eling.", "barley", "Grains such as barley were milled", "Which grain was milled?"),
        "many as most": said("Most of the grain was loaded at Ardlow by then.", "most of the grain", "Most of the grain was loaded", "What was loaded at Ardlow?"),
        "declared": said("The ground sank in some places by a metre.", "it sank here and there", "ground sank in some places by a", "What did the ground do?", "{here and there: in some places}"),
    },
    "condition-lost": {
        "on condition that, told": said("A torn net is washed and mended, on condition that its rope is whole.", "it is washed and mended", "A torn net is washed and mended", "What becomes of a torn net if its rope is whole?"),
        "named": Case(UNLESS, "What does the team do unless tests show the older clock to be sound?", "it replaces it", "replaces the older clock"),
        "asked for": Case(UNLESS, "On what condition is the older clock kept?", "if the remaining tests show it to be sound", "unless the remaining tests show it to be sound"),
        "only": said("All its data were rejected except for the last three weeks.", "only the last three weeks", "except for the last three weeks", "Which data were kept?"),
        "further on": said("The basin is deep, and it stays closed if the gates leak.", "deep", "The basin is deep", "How is the basin?"),
        "the condition is asked for": said("Buckwheat grew only if the land had been burned.", "the land had been burned", "the land had been burned", "Under what condition did buckwheat grow?"),
    },
    "plan-as-deed": {
        "would have, as there": said("The captain said that a tow would have taken two days.", "two days", "a tow would have taken two days", "How long would the tow have taken?"),
        "intends, as there": said("Instead the baker intends to build an oven of clay.", "to build an oven", "intends to build an oven of clay", "What does the baker intend to do instead of buying bread?"),
        "told as a plan": Case(PLANNED, "What did the county plan in 1958?", "to fill in the basin", "the county planned to fill in the basin"),
        "wanted": Case(PLANNED, "What did the county want to do in 1958?", "fill in the basin", "the county planned to fill in the basin"),
        "it was not done": Case(PLANNED, "What did the county not do in the end?", "fill in the basin", "the county planned to fill in the basin"),
        "of something else": said("He wanted fame; in 1866 the line reached Ardlow.", "the line", "in 1866 the line reached", "What reached Ardlow in 1866?"),
        "announced, and told so": said("A test on two creeks was announced for 2014.", "a test on two creeks", "test on two creeks was announced", "What was announced for 2014?"),
    },
    "claim-added": {
        "must not for may not": said("Guests may not smoke in the hall of the inn.", "smoke", "may not smoke in the hall", "What must guests not do in the hall?"),
        "had to, behind a but": said("Boys sold the crusts, but had to sweep the yard.", "sweep the yard", "had to sweep the yard", "What did the boys have to do?"),
        "only for not before": said("The gates of the lock are not opened before noon.", "after noon", "gates of the lock are not opened before noon", "When alone are the gates opened?", "{after noon: not opened before noon}"),
        "seldom for hardly ever": said("The basin hardly ever freezes in these winters.", "in winters", "basin hardly ever freezes in these winters", "When does the basin seldom freeze?"),
        "chose, as there": said("In the siege the smiths chose to cast cannon.", "cannon", "the smiths chose to cast cannon", "What did the smiths choose to cast in the siege?"),
        "as there": said("Every lamp in the town was lit again.", "every lamp", "Every lamp in the town was", "What was lit again?"),
        "all for every": said("Every lamp in the town was lit again.", "all lamps", "Every lamp in the town was", "What was lit again?"),
        "only for except": said("All its data were rejected except for the last three weeks.", "only the last three weeks", "except for the last three weeks", "Which data were kept?"),
        "have to for must": said("Exposures must be kept below 600 s by night.", "below 600 s", "must be kept below 600 s", "Where do exposures have to be kept?"),
        "not all": said("Many men stopped work in June over a cut.", "they stopped work", "Many men stopped work in June", "What did many, if not all, men do?"),
        "at least": said("The mirror weighs 40 kg with its frame of oak.", "40 kg", "The mirror weighs 40 kg with", "What at least does the mirror weigh?"),
        "first of all": said("The men stopped work in June over a cut.", "they stopped work", "The men stopped work in June", "First of all, what did the men do in June?"),
        "biggest for largest": said("The largest error is that of the zero point.", "that of the zero point", "The largest error is that of", "Which error is the biggest?"),
        "a forest is no superlative": said("The forest burned in the summer of 1911.", "the forest", "The forest burned in the summer", "Which forest burned in 1911?"),
        "another superlative": said("The eel is the smallest fish of northern creeks.", "the tiniest fish of northern creeks", "The eel is the smallest fish of northern creeks", "What is the eel?", "{tiniest: smallest}"),
        "a duty that is a condition": said("The test is repeated if the value is below 20.", "the value must be below 20", "if the value is below 20", "On what condition is the test repeated?"),
        "an instruction": said("Rinse the tank with warm water and close the lid.", "rinse it", "Rinse the tank with warm water", "What has to be done with the tank?"),
        "declared": said("The fish comes ashore within two days of the catch.", "no more than two days after the catch", "within two days of the catch", "When does the fish come ashore?", "{no more than: within, after: of}"),
        "denied in the answer": said("Observing is not forbidden below zero.", "no, it is not forbidden", "Observing is not forbidden", "What is told of observing, is it forbidden?"),
        "the only as there": said("The only way to the mill is by boat.", "by boat", "only way to the mill is by boat", "What is the only way to the mill?"),
    },
    "told-of-another": {
        "a time first": said("In spring 1911 the old barge of Meir, long unused, sailed again. The gate stayed shut.", "sailed again", "sailed again", "What did the barge do when the gate stayed shut?"),
        "what stands in brackets": said("The upper barrel is the standard of the inn (the ale of Meir). The ferry is old.", "the standard of the inn", "barrel is the standard of the inn", "What is the ale of Meir?"),
        "behind brackets": said("Most guests drink small beer (that is the second brewing of one malt).", "the second brewing of one malt", "second brewing of one malt", "What is small beer?"),
        "how sure it is": said("Probably the most famous of all barges is that of Meir, which fought in the flood.", "that of Meir", "barges is that of Meir", "Which barge fought in the flood?"),
        "of what is asked": Case(QUAY, "What do the owners of the ferries pay for?", "the lamps", "the owners of the ferries pay for the lamps"),
        "it stands for it": said("The board keeps the quay in repair, and it pays for the lamps.", "the lamps", "it pays for the lamps", "What does the board pay for?"),
        "who": said("Elias Thorn, who drew the windows of the chapel, slept in a shed.", "the windows of the chapel", "drew the windows of the chapel", "What did Elias Thorn draw?"),
        "declared": Case(GLAZIER, "Where did the craftsman cut the panes of the chapel?", "in his own shed", "cut the panes in his own shed", "{craftsman: A glazier from Meir}"),
        "a why": said("The lock froze in March, and the keeper of the bridge had lit no fire, so hard was it.", "the keeper had lit no fire", "the keeper of the bridge had lit no fire", "Why did the lock freeze?"),
        "a condition": Case(QUAY, "On what condition does the harbour board keep the quay?", "the owners pay for the lamps", "the owners of the ferries pay for the lamps"),
        "what the whole section is about": Case(FERRY, "What part of the ferry is painted in spring?", "the hull", "Sailors painted the hull in spring"),
        "no verb ends its opening": Case("Ropes are kept aboard the ferry. Out on deck, near old barrels and wet sails, nets hang.", "What hangs aboard the ferry?", "nets", "barrels and wet sails, nets hang"),
        "only one word of many": Case("The harbour board met in the ferry. The quick repair of the old harbour wall was voted.", "Which repair was decided by the harbour board in the ferry?", "that of the old harbour wall", "repair of the old harbour wall was voted", "{decided: voted}"),
        "the name of a file": Case("A keeper opens the gate. The gate/lock.txt was written with the number 40.", "Which number has the keeper?", "40", "was written with the number 40"),
        "whose words": Case(GLAZIER, "According to Elias Thorn, where did a glazier from Meir cut the panes?", "in his own shed", "cut the panes in his own shed"),
    },
    "cause": {
        "behind another word for it": Case("The three were picked because of their songs and their banners, as made clear by the judge of Meir.", "Why were the three picked?", "because of their songs and banners", "because of their songs and their banners"),
        "why not": said("The brine is never boiled in copper, where it caused green spots on the salt.", "It caused green spots on the salt", "where it caused green spots on the salt", "Why is the brine not boiled in copper?"),
        "that reason": Case(SPOONS, "Why did the spoons of the inn turn black?", "the cellar was full of sulphur", "since the cellar was full of sulphur"),
        "the next sentence gives it": said("The bees left the orchard in June. For the farmer had cut down the lime trees.", "the farmer had cut down the lime trees", "[The bees left the orchard, the farmer had cut down the lime trees]", "Why did the bees leave the orchard?"),
        "told before the and": said("The potter, who was ill, sold his kiln and paints signs for inns.", "he was ill", "The potter, who was ill, sold his kiln", "Why did the potter sell his kiln?"),
        "because, and": said("He left because the kiln was cold and the clay froze hard.", "the clay froze hard", "the kiln was cold and the clay froze hard", "Why did he leave?"),
        "as there": Case(SILT, "Why did the trade move upriver?", "the silting of Sandry", "silting of Sandry drove the trade upriver"),
        "by produces": Case(WARM, "Why is there turbulence above the glass?", "a warm mirror", "warm mirror produces turbulence above the glass"),
        "because": said("The millers objected, because the sluice would take their water.", "the sluice would take their water", "because the sluice would take their water", "Why did the millers object?"),
        "because in front": said("Because the pond was empty, the wheel stood idle.", "the pond was empty", "Because the pond was empty", "Why did the wheel stand idle?"),
        "a colon": said("The wheel stood idle: the pond was empty.", "the pond was empty", "idle: the pond was empty", "Why did the wheel stand idle?"),
        "caused by": said("The cut in wages was provoked by the fall of prices.", "the fall of prices", "was provoked by the fall of prices", "Why were wages cut?"),
        "no why": Case(LATE, "When was the station opened?", "in September 2014", "opened in September 2014"),
        "a cause is no verb": said("A cause can be found only where the rest is held still, because all else moves.", "all else moves", "because all else moves", "Why is a cause found only where the rest is held still?"),
    },
    "neighbour": {
        "opposed them": said("Dow welcomed women as members; the treasurer, Pell, opposed them.", "the treasurer, Pell", "the treasurer, Pell, opposed them", "Who opposed women as members?"),
        "its own figure": said("A tanner earned 6 crowns a week, a carter 5 crowns.", "5 crowns", "a carter 5 crowns", "What did a carter earn a week?"),
        "the first of two": said("A tanner earned 6 crowns a week, a carter 5 crowns.", "6 crowns", "A tanner earned 6 crowns a week", "What did a tanner earn a week?"),
        "another kind of figure": said("The weir is 6 metres wide, and 5 men of Eling mend it.", "6 metres", "The weir is 6 metres wide", "How wide is the weir that men mend?"),
        "until is kept": said("Until the lock is mended, barges wait at the weir.", "barges", "Until the lock is mended, barges wait", "What waits at the weir until the lock is mended?"),
        "by in the answer alone": said("In the end the toll was cut by a third for all carts.", "by a third", "the toll was cut by a third", "By how much was the toll cut?"),
        "before as there": said("The ferryman slept in the barn before the bridge was built.", "in the barn", "slept in the barn before the bridge", "Where did he sleep before the bridge was built?"),
        "after something else": said("The ferryman slept in the barn before the bridge was built.", "in the barn", "slept in the barn before the bridge", "Where did he sleep after supper, till the bridge was built?"),
        "by as there": said("In the end the toll was cut by a third for all carts.", "it was cut by a third", "the toll was cut by a third", "What became of the toll?"),
        "no as there": said("Carts waited, for no ferry of the river carried more than 9 casks.", "no ferry carried more than 9 casks", "no ferry of the river carried more", "Why did they wait?"),
        "of as there": said("On a model of clay the smith sets leaves of wax.", "leaves of wax", "On a model of clay the smith sets leaves of wax", "What does the smith set?"),
        "one of a list": said("She kept stores of flour, salt and oil for the inn.", "stores of oil", "kept stores of flour, salt and oil", "What did she keep for the inn?"),
        "by behind another verb": said("The toll was cut by 4 pence, and carts came back.", "it came down to where it had been, by 4 pence", "The toll was cut by 4 pence", "What became of the toll?"),
    },
    "attribution-lost": {
        "what the carter told": said("The carter told the bailiffs that nine barrels had burst on the road.", "nine", "nine barrels had burst on the road", "How many barrels had burst by what the carter told?"),
        "told of a thing": said("The carter told of the mill, and that mill had burned twice by May.", "twice", "that mill had burned twice by May", "How often did the mill burn?"),
        "he said, and so does the item": said("The kegs, he said, had stood in the sun at Neth.", "the kegs, he said, had stood in the sun", "had stood in the sun at Neth", "What spoiled the beer?"),
        "the holder is named": said("According to the guild, the dam drove the eels away in spring.", "the dam", "the dam drove the eels away", "What drove the eels away in the eyes of the guild?"),
        "said of somebody": said("Mother Anselm argued that the bell was cast from stolen pans.", "from stolen pans", "the bell was cast from stolen pans", "From what, as Mother Anselm saw it, was the bell cast?"),
        "a verb of saying": said("Mother Anselm argued that the bell was cast from stolen pans.", "from stolen pans", "the bell was cast from stolen pans", "From what was the bell said to be cast?"),
        "told by nobody": said("The bell was cast from pans that the guild had argued over.", "from pans", "The bell was cast from pans", "From what was the bell cast?"),
    },
    "speaker": {
        "each view": said("According to Dow, the fire began in the stove; Pell said that it was laid on purpose.", '"Pell: it was laid on purpose; Dow: it began in the stove"', "[the fire began in the stove, it was laid on purpose]", "What did Dow and Pell say?"),
        "according to, in its part": said("According to Dow, the fire began in the stove; Pell said that it was laid.", "in the stove", "the fire began in the stove", "Where did the fire begin, according to Dow?"),
        "who argues it": Case(VOICES, "What does Asprey argue about the ships?", "that larger ships would have left", "larger ships would have left"),
        "whose words they are": Case(VOICES, "According to Dunmore, what killed the town?", "nineteen miles of iron", "town was killed by nineteen miles"),
        "who held": Case(VOICES, "Which historian held that the town was killed by iron?", "Harriet Dunmore", "[town was killed by nineteen miles, Harriet Dunmore held that]"),
        "nobody is named": Case(VOICES, "By what was the town killed in one view?", "nineteen miles of iron", "town was killed by nineteen miles"),
        "the author's own": Case(VOICES, "What have historians done, according to the text?", "disagreed about the railway", "disagreed about the railway"),
        "a place is no speaker": said("In Poland workers said that the lamps were theirs.", "that the lamps were theirs", "said that the lamps were theirs", "What did workers say, according to the text?"),
        "a quotation over paragraphs": Case(RUNS_ON, "According to Dunmore, when did the ships leave?", "in spring", "The ships left in spring"),
        "behind it": Case(RUNS_ON, "When, according to the text, did Colin Asprey read this?", "later", "Colin Asprey read this later"),
    },
    "order": {
        "around than, as there": said("On the moor more sheep graze in autumn than the shepherds can count.", "more sheep graze than shepherds count", "more sheep graze in autumn than the shepherds", "How many sheep graze?"),
        "less than for more than": said("The wheel costs more than the whole mill in the valley.", "the mill costs less than the wheel", "wheel costs more than the whole mill", "What is told of the mill?"),
        "steps as there": said("First the smith heats the bar, then he hammers the edge, and last he quenches the blade.", "[heat the bar, hammer the edge, quench the blade]", "[First the smith heats the bar, he hammers the edge, he quenches the blade]", "Which three things does the smith do, in order?"),
        "no order is asked": said("First the smith heats the bar, then he hammers the edge, and last he quenches the blade.", "[hammer the edge, heat the bar, quench the blade]", "[First the smith heats the bar, he hammers the edge, he quenches the blade]", "Which three things does the smith do?"),
        "shares as there": said("The glaze holds 70 parts of quartz and 30 parts of chalk.", "70 parts of quartz and 30 parts of chalk", "The glaze holds 70 parts of quartz and 30", "What does the glaze hold?"),
        "both pairs in the other order": said("The glaze holds 70 parts of quartz and 30 parts of chalk.", "30 parts of chalk and 70 parts of quartz", "The glaze holds 70 parts of quartz and 30", "What does the glaze hold?"),
        "passive": said("The flood broke the weir and the mill in one night.", "the weir, broken by the flood", "The flood broke the weir and the mill", "What fell with the mill?"),
        "not but": said("The clerk was tired rather than idle in those weeks.", "not idle but tired", "The clerk was tired rather than idle", "What was the clerk?"),
        "a time in front": said("The ferry runs 9 trips in August but 4 in April.", "in August 9, but 4 in April", "The ferry runs 9 trips in August but 4", "How many trips does the ferry run?"),
    },
    "polarity": {
        "what they gave up": said("Most members gave up their dividend for that year.", "their dividend", "gave up their dividend", "What did most members give up for that year?"),
        "what they did without": said("Most members gave up their dividend for that year.", "their dividend", "gave up their dividend", "Without what did most members do for that year?"),
        "what was called off": said("The owners called off the feast in the end.", "the feast", "called off the feast", "What did the owners cancel in the end?", "{cancel: called off}"),
        "what is doubted": said("The clerk doubted that the flood had broken the pier.", "that the flood had broken the pier", "doubted that the flood had broken", "What did the clerk doubt?"),
        "the exception to two nots": said("They would not sell to anyone who was not a member unless he had a letter.", "if he had a letter", "not sell to anyone who was not a member unless he had a letter", "When would they sell to somebody who was not a member?"),
        "what remained": said("The scores were lost, except for three marches.", "three marches", "lost, except for three marches", "What remained of the scores?"),
        "unlike, as there": said("The smith, unlike two of the carters, was let into the fair.", "two of the carters", "unlike two of the carters, was let into the fair", "Unlike whom was the smith let into the fair?"),
        "what is so all the same": said("Ewes in milk are never shorn, unless the scab is in the flock.", "if the scab is in the flock", "unless the scab is in the flock", "In what case are even ewes in milk shorn?"),
        "no door, in the question": said("The oven had no door: a stone of chalk closed it.", "by a stone of chalk", "a stone of chalk closed it", "How was the oven closed, which had no door?"),
        "lacking": said("The bridge has not been approved by the elders.", "that of the elders", "has not been approved by the elders", "Whose approval was lacking for the bridge?"),
        "refused is not signed": Case(REFUSED, "What did Titus not do?", "sign the request", "refused to sign the request"),
        "not rejected": Case(REJECT, "What did the court do, which did not reject the scheme?", "it postponed its decision", "postponed its decision three times"),
        "not until": said("The line was not extended until 1866 by the company.", "in 1866", "was not extended until 1866", "When was the line extended?"),
        "not only": said("He lost not only the mill but the house.", "the mill", "He lost not only the mill", "What did he lose beside the house?"),
        "another clause": said("Observing is not forbidden, but the focus drifts by 40 metres.", "by 40 metres", "the focus drifts by 40 metres", "How far does the focus drift?"),
        "a question in words of its own": said("Smooth wheels slip on such ramps because of the wet.", "they slip", "wheels slip on such ramps because", "Why were smooth wheels no use there?"),
        "declared": said("The order has lain unsigned for years.", "it has not been signed", "The order has lain unsigned", "What is told of the order?", "{not been signed: unsigned}"),
        "what the source denies, declared": said("The halls could not fill 45 posts because rents rose.", "rents rose", "could not fill 45 posts because rents rose", "Why had the halls 45 vacancies?", "{vacancies: could not fill}"),
        "no more than": said("Her letter merely expresses a hope.", "no more than a hope", "letter merely expresses a hope", "What does her letter express?", "{no more than: merely}"),
        "of another that is unlike it": said("The eel does not lay eggs on stones, unlike the carp.", "it lays eggs on stones", "does not lay eggs on stones, unlike the carp", "What does the carp do?"),
        "what the question denies": said("The author does not say that this proves the contrary.", "that this proves the contrary", "not say that this proves the contrary", "What does the author not claim?"),
        "and what not": said("He gave way on coin, and the rate stayed.", "he gave way on coin; the rate stayed", "He gave way on coin, and the rate stayed", "On what did he give way, and on what did he not?"),
    },
    "opposite": {
        "kept, as lost is told, too": said("The town lost its ferry, but kept the tolls.", "the tolls", "but kept the tolls", "What did the town keep?"),
        "not granted for refused": said("The council refused nine crowns to the dockers.", "nine crowns", "refused nine crowns to the dockers", "What were the dockers not granted?"),
        "requested for demanded": said("The dockers demanded nine crowns for each night.", "nine crowns", "demanded nine crowns for each night", "What did the dockers request for each night?"),
        "both are told": said("The dockers demanded nine crowns and were awarded four.", "nine crowns", "dockers demanded nine crowns", "What did the dockers demand before they were awarded four?"),
        "declared": said("The brothers founded the brewery at Eling in spring.", "in spring", "founded the brewery at Eling in spring", "When did the brothers buy the brewery?", "{buy: founded}"),
        "as there": said("Pencil entries are unlawful in the book.", "unlawful ones", "Pencil entries are unlawful in", "Which entries are pencil ones?"),
        "not lawful": said("Union men are lawful guests of the house.", "Union men", "Union men are lawful guests", "Which men are guests?"),
        "both in one text": said("The new version takes 18 minutes, far less than 75.", "the new version, not the old", "The new version takes 18 minutes", "Which version takes 18 minutes?"),
        "how long": said("A roof lasts for a short time, some sixty years.", "sixty years", "a short time, some sixty years", "How long does a roof last?"),
        "not the opposite": said("The order has lain unsigned for years.", "it was not signed", "The order has lain unsigned", "What is told of the order?", "{not signed: unsigned}"),
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
UNITS_TOLD = ("miles for kilometres", "days for weeks", "a sign for another")
ERRORS = [*WRONG["sign"].values(), *(WRONG["unit"][id] for id in UNITS_TOLD)]


def unmarked(text: str) -> str:
    return text.replace("▸", "").replace("◂", "")


def found(desk, each: Case) -> list[Finding]:
    body = f"question: {each.question}\nanswer: {each.answer}\nevidence: {each.evidence}"
    body = re.sub(r"^(answer|evidence): ([^'\"\[].*)$", r'\1: "\2"', body, flags=re.MULTILINE)
    desk.section(unmarked(f"{body}\nwording: {each.wording}" if each.wording else body))
    text = f"Author\n\nA Text\n\n1. {each.text}\n"
    return [finding for finding in desk.check(text).findings if finding.item]


@rows(("code", "each"), MUST_FIRE)
def test_wrong(desk, code: str, each: Case) -> None:
    own = [finding for finding in found(desk, each) if finding.code == code]
    assert own, [f"{finding.code}: {finding.message}" for finding in found(desk, each)]
    assert {finding.is_error for finding in own} == {each in ERRORS}
    assert all(finding.help for finding in own)
    marked = re.search("▸(.*?)◂", " | ".join(each[1:4]))
    assert marked
    line = (desk.folder / "1-section.yaml").read_text("utf-8").splitlines()
    pointed = [
        line[place.line - 1][place.column - 1 :][: place.length]
        for place in (finding.location for finding in own)
    ]
    assert marked[1] in [each.strip("\"'") for each in pointed], pointed


def test_another_unit_is_told_once(desk) -> None:
    each = said(
        "The oyster sieves ten litres of water in an hour.",
        "ten gallons",
        "sieves ten litres of water",
    )
    assert [finding.code for finding in found(desk, each) if finding.is_error] == ["unit"]


@rows(("code", "each"), MUST_NOT)
def test_right(desk, code: str, each: Case) -> None:
    assert [finding.message for finding in found(desk, each) if finding.code == code] == []


@rows("code", WRONG)
def test_there_are_as_many_honest_ones(code: str) -> None:
    assert len(RIGHT[code]) >= len(WRONG[code])
