"""What honest curators say in words of their own: no error, and where it can be told, no warning."""

from typing import NamedTuple

from tests.conftest import Desk
from tests.table import rows


class Said(NamedTuple):
    """A question and its answer; the worst that is said of them: nothing, a warning or an error."""

    told: str
    question: str
    answer: str
    quoted: str
    worst: str = ""
    language: str = "en"


SHEET = "Nobody may enter the mill before the current has been switched off."
GAVE = "Agnes built the mill in 1896. Her daughter gave 86 sacks to the town."

SAID = {
    "a sentence of one's own": Said("The miller halted the wheel.", "What did the miller do?", "He saw to it that nothing turned.", "miller halted the wheel", "warning"),
    "another thing": Said("The miller halted the wheel.", "What did the miller halt?", "the bakery", "miller halted the wheel", "error"),
    "one word beside those that are there": Said("The miller halted the wheel.", "What did the miller halt?", "the wheel of a bakery", "miller halted the wheel", "warning"),
    "another word in its place": Said("The miller halted the old wheel of the town.", "What did the miller halt?", "the old boat", "halted the old wheel of the town", "error"),
    "a country of its adjective": Said("A Danish engineer built the mill.", "From which country was the engineer of the mill?", "Denmark", "A Danish engineer built the mill"),
    "another country": Said("A Danish engineer built the mill.", "From which country was the engineer of the mill?", "Sweden", "A Danish engineer built the mill", "error"),
    "a kinswoman whom nobody names": Said(GAVE, "Who gave 86 sacks to the town?", "her daughter", "Her daughter gave 86 sacks to the town", "warning"),
    "somebody who is named just behind": Said("Their leader, Ada Kestrel, closed the mill.", "Who closed the mill?", "their leader", "Their leader, Ada Kestrel, closed the mill", "error"),
    "after how many": Said("The mill stopped after 14 days of frost.", "After how many days of frost did the mill stop?", "after 14 days", "mill stopped after 14 days of frost"),
    "how many, answered by after": Said("The mill stopped after 14 days of frost.", "How many days of frost were there?", "after 14 days", "mill stopped after 14 days of frost", "error"),
    "degrees": Said("The mill is kept at 33 °C in winter.", "How warm is the mill in winter?", "33 degrees", "mill is kept at 33 °C in winter"),
    "a rate in words": Said("Das Rad der Mühle dreht sich mit 70 km/h.", "Wie schnell dreht sich das Rad der Mühle?", "mit 70 Kilometern pro Stunde", "dreht sich mit 70 km/h", "", "de"),
    "a turn that says the same": Said("The elders ignored the miller.", "What did the elders do about the miller?", "They took no notice of the miller.", "elders ignored the miller"),
    "a turn that says something else": Said("The elders praised the miller.", "What did the elders do about the miller?", "They took no notice of the miller.", "elders praised the miller", "warning"),
    "not before": Said("Die Brücke der Mühle öffnet frühestens im Mai.", "Wann öffnet die Brücke der Mühle?", "nicht vor Mai", "Brücke der Mühle öffnet frühestens im Mai", "", "de"),
    "because": Said("The mill stands still because the pond is dry.", "Why does the mill stand still?", "since the pond is dry", "mill stands still because the pond is dry"),
    "the noun of a verb": Said("La coopérative du port fut fondée en 1911.", "Que dit-on de 1911 ?", "la fondation de la coopérative du port", "coopérative du port fut fondée en 1911", "", "fr"),
    "the maximum of a bound": Said("The cart of the mill takes no more than ten sacks.", "What is the maximum number of sacks in the cart of the mill?", "ten", "takes no more than ten sacks"),
    "the minimum of the other bound": Said("The cart of the mill takes no more than ten sacks.", "What is the minimum number of sacks in the cart of the mill?", "ten", "takes no more than ten sacks", "warning"),
    "some before a number": Said("Dora Fenn built some 140 mills in Selby.", "How many mills did Dora Fenn build in Selby?", "about 140", "Dora Fenn built some 140 mills"),
    "some of them": Said("Dora Fenn built some of the mills in Selby.", "What did Dora Fenn build in Selby?", "the mills", "Dora Fenn built some of the mills", "warning"),
    "must, of an order": Said("Ring the miller of Selby before the flood.", "Who must be told before the flood?", "the miller of Selby", "Ring the miller of Selby before the flood"),
    "a name before she wrote": Said("A path over Selby, Dora Fenn said, is short. A road over Selby, she wrote, is long.", "According to Dora Fenn, what is the road over Selby?", "long", "over Selby, she wrote, is long"),
    "an office before its name": Said("The mayor Ada Kestrel wants to open the mill soon.", "Who wants to open the mill soon?", "the mayor", "The mayor Ada Kestrel wants to open the mill soon", "warning"),
    "a range of months": Said("Konzerte der Mühle finden von Mai bis September jeden Sonntag um halb fünf statt.", "Um wie viel Uhr finden die Konzerte der Mühle statt?", "um halb fünf", "jeden Sonntag um halb fünf statt", "", "de"),
    "a bis that limits": Said("Die Mühle läuft bis September um halb fünf.", "Um wie viel Uhr läuft die Mühle?", "um halb fünf", "Mühle läuft bis September um halb fünf", "warning", "de"),
    "a continent asked about": Said("The salt of Selby was sold in Norway.", "In which part of Europe was the salt of Selby sold?", "in Norway", "salt of Selby was sold in Norway"),
    "an age in years": Said("Few millers of Selby lived beyond forty.", "What age did few millers of Selby exceed?", "forty years", "Few millers of Selby lived beyond forty"),
    "about so many years": Said("The mill of Selby opened in 1398 and closed in 1893.", "How many years was the mill of Selby open?", "almost 500 years", "mill of Selby opened in 1398 and closed in 1893"),
    "what was thought of": Said("The council considered the closing of the mill.", "What did the council think of doing?", "closing the mill", "council considered the closing of the mill"),
    "millions of": Said("Le moulin vend 4,2 millions de sacs par an.", "Combien de sacs le moulin vend-il par an ?", "4 200 000 sacs", "vend 4,2 millions de sacs par an", "", "fr"),
    "other millions of": Said("Le moulin vend 4,2 millions de sacs par an.", "Combien de sacs le moulin vend-il par an ?", "420 000 sacs", "vend 4,2 millions de sacs par an", "error", "fr"),
}  # fmt: skip


@rows("each", SAID.values(), ids=SAID)
def test_what_is_said_in_other_words(desk: Desk, each: Said) -> None:
    desk.deck(language=each.language)
    desk.section(f'question: "{each.question}"\nanswer: "{each.answer}"\nevidence: "{each.quoted}"')
    found = [one for one in desk.check(f"A\n\nB\n\n1. {each.told}\n").findings if one.item]
    assert min((one.severity for one in found), default="") == each.worst, [
        one.message for one in found
    ]


TOPIC = "A\n\nB\n\n1. Dora Fenn built mills.\n\n{}\n"


def test_of_whom_the_deck_tells_may_be_named_for_a_pronoun(desk: Desk) -> None:
    item = "question: Where did Dora Fenn build two mills?\nanswer: in Selby\nevidence: {}"
    desk.deck(title="Dora Fenn")
    desk.section(item.format("She built two mills in Selby"))
    told = TOPIC.format("Later her son left.\n\nHe was ill.\n\nShe built two mills in Selby.")
    assert "question-name" not in {each.code for each in desk.check(told).findings}
    desk.section(item.format("Two mills stood in Selby"))
    told = TOPIC.format("Later her son left.\n\nTwo mills stood in Selby.")
    assert "question-name" in {each.code for each in desk.check(told).findings}
