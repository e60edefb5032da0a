"""Answer: numbers, names and words stand in the quotation; `wording` declares, and is held to it."""

from typing import NamedTuple

from tests.table import rows


class Ask(NamedTuple):
    """An item without its answer, and the section whose text it is about."""

    text: str
    section: int = 1


SENT = Ask("question: How many were sent?\nanswer: {}\nevidence: to send 40 constables")
PENCE = Ask("question: How many pence?\nanswer: {}\nevidence: to offer 1,200 pence")
YEARS = Ask("question: For how many years?\nanswer: {}\nevidence: Ada Kestrel … twenty-seven years")
JOINED = Ask("question: How many joined it?\nanswer: {}\nevidence: One constable joined it")
LED = Ask("question: Which person led them?\nanswer: {}\nevidence: leader, Ada Kestrel, had")
WHERE = Ask("question: To where did it spread?\nanswer: {}\nevidence: spread to … Farrow Hills")
TWO = Ask("question: Which two places are named?\nanswer: {}\nevidence: spread to … Farrow Hills")
DARK = Ask("question: What stayed dark?\nanswer: {}\nevidence: Hundreds of thousands of lamps")
CALLED = Ask("question: As what was it seen?\nanswer: {}\nevidence: called the walkout … cloud")
LEFT = Ask("question: In which year did he leave?\nanswer: {}\nevidence: In 1912 he left")
BACK = Ask("question: In which year was he back?\nanswer: {}\nevidence: in 1914 he was back")
DARKER = Ask("question: When did they stay dark?\nanswer: {}\nevidence: lamps stayed dark")
BURNED = Ask("question: When did it burn down?\nanswer: {}\nevidence: In May 1915 … burned down", 2)
OFTEN = Ask("question: How often did it burn?\nanswer: {}\nevidence: bookshop burned down twice", 2)
TAKEN = Ask("question: When were they back?\nanswer: {}\nevidence: taken back before the winter", 2)
WAGES = Ask("question: How far did they rise?\nanswer: {}\nevidence: raised wages by one third", 2)
LENT = Ask("question: What did Ned lend?\nanswer: {}\nevidence: may have lent him the money", 2)

WRONG = {
    "another figure": ("answer-number", SENT, '"▸41◂"'),
    "a digit less": ("answer-number", SENT, '"▸4◂"'),
    "a digit more": ("answer-number", SENT, '"▸400◂"'),
    "another number word": ("answer-number", SENT, "▸fourteen◂"),
    "one for many": ("answer-number", SENT, "▸one◂ constable"),
    "a comma in another place": ("answer-number", PENCE, '"▸12,00◂"'),
    "a point for a comma": ("answer-number", PENCE, '"▸1.200◂"'),
    "a compound number": ("answer-number", YEARS, "▸twenty-six◂"),
    "half a compound number": ("answer-number", YEARS, '"▸20◂"'),
    "the other half": ("answer-number", YEARS, "▸seven◂ years"),
    "a compound number turned round": ("answer-number", YEARS, "▸seventy-two◂ years"),
    "two for one": ("answer-number", JOINED, "▸two◂"),
    "none for one": ("answer-unsupported", JOINED, "▸none◂"),
    "all for one": ("answer-unsupported", JOINED, "▸all◂"),
    "once for twice": ("answer-number", OFTEN, "▸once◂"),
    "once each for twice": ("answer-number", OFTEN, "▸once◂ a bookshop"),
    "a hundred for hundreds": ("answer-number", DARK, "a ▸hundred◂ lamps"),
    "a year beside it": ("answer-number", LEFT, '"▸1914◂"'),
    "a year from elsewhere": ("answer-number", LEFT, '"▸1917◂"'),
    "a year told before": ("answer-number", BACK, '"▸1911◂"'),
    "a year told before, in a sentence": ("answer-number", BACK, "in ▸1911◂ he was back"),
    "a year told before, and nothing else": ("answer-number", DARKER, '"▸1914◂"'),
    "a decade": ("answer-number", LEFT, "the ▸1912s◂"),
    "a part of a year": ("answer-number", LEFT, '"▸191◂"'),
    "a fraction": ("answer-number", WAGES, "by one ▸half◂"),
    "another ordinal": ("answer-number", WAGES, "by one ▸fourth◂"),
    "a name from the same paragraph": ("answer-name", LED, "▸Selby◂"),
    "a name from elsewhere": ("answer-name", LED, "▸Orrin◂"),
    "a first name changed": ("answer-name", LED, "▸Julius◂ Kestrel"),
    "a last name changed": ("answer-name", LED, "Ada ▸Brand◂"),
    "a part of a name": ("answer-name", LED, "Ada ▸Kest◂"),
    "a name from outside": ("answer-name", LED, "Ada ▸Trotsky◂"),
    "a name from outside at the start": ("answer-unsupported", LED, "▸Trotsky◂, their leader"),
    "a name as a possessive": ("answer-name", LED, "a leader of ▸Selby’s◂"),
    "a place changed": ("answer-name", WHERE, "Dunmere and ▸Selby◂"),
    "initials": ("answer-name", WHERE, "to the ▸USSR◂"),
    "a month": ("answer-name", BURNED, "▸June◂ 1915"),
    "a month that is a verb as well": ("answer-name", LEFT, "in ▸May◂ 1912"),
    "that month at the start": ("answer-name", LEFT, "▸May◂ 1912"),
    "a wrong name behind an attribution": ("answer-name", CALLED, "according to ▸Kestrel◂, a cloud"),
    "a wrong name beside the author": ("answer-name", CALLED, "Quill says ▸Kestrel’s◂ cloud"),
    "another word": ("answer-unsupported", CALLED, "a passing ▸storm◂"),
    "the opposite": ("answer-unsupported", CALLED, "a ▸lasting◂ cloud"),
    "two other words": ("answer-unsupported", CALLED, "a ▸lasting◂ storm"),
    "after for before": ("answer-unsupported", TAKEN, "▸after◂ the winter"),
    "a word of one's own where the passage has none": ("answer-unsupported", DARK, "hundreds of thousands of ▸splendid◂ lamps"),
    "only a small word": ("answer-unsupported", TAKEN, "▸after◂"),
    "all for some": ("answer-unsupported", DARK, "▸all◂ the lamps"),
    "the second of a list": ("answer-name", TWO, "\n  - Dunmere\n  - ▸Selby◂"),
}  # fmt: skip

RIGHT = {
    "the figure": (SENT, '"40"'),
    "the number word": (SENT, "forty"),
    "the number word with a capital": (SENT, "Forty"),
    "with what is counted": (SENT, "40 constables"),
    "without the comma": (PENCE, '"1200"'),
    "a compound number": (YEARS, "twenty-seven"),
    "a compound number in two words": (YEARS, "twenty seven years"),
    "a compound number in figures": (YEARS, '"27"'),
    "one": (JOINED, "one"),
    "one in figures": (JOINED, '"1"'),
    "one of something": (JOINED, "one constable"),
    "one for somebody": (LED, "Ada Kestrel, the one"),
    "one for somebody who": (LED, "Ada Kestrel, one who had"),
    "twice": (OFTEN, "twice"),
    "once as a conjunction": (OFTEN, "twice, once it burned"),
    "hundreds": (DARK, "hundreds of thousands of lamps"),
    "a year": (LEFT, '"1912"'),
    "a year as a possessive": (LEFT, "1912’s"),
    "a fraction": (WAGES, "by one third"),
    "a name": (LED, "Ada Kestrel"),
    "the last name": (LED, "Kestrel"),
    "a name as a possessive": (LED, "Kestrel’s"),
    "a name in capitals": (LED, "ADA KESTREL"),
    "a name with what it is": (LED, "their leader, Ada Kestrel"),
    "a name in the singular": (WHERE, "to a Farrow Hill"),
    "names in another order": (WHERE, "Orrin and Dunmere"),
    "a month": (BURNED, "in May 1915"),
    "a month at the start": (BURNED, "May 1915"),
    "may as a verb": (LENT, "it may be the money"),
    "an attribution": (CALLED, "according to the text, a cloud"),
    "an attribution to the author": (CALLED, "in Nora Quill’s account, a passing cloud"),
    "an attribution to the author's last name": (CALLED, "Quill says a passing cloud"),
    "the source's words": (CALLED, "a passing cloud"),
    "in another inflection": (CALLED, "some passing clouds"),
    "in another form of the verb": (WAGES, "they were raising them by one third"),
    "between words of no weight": (CALLED, "it is said that it was something like a cloud"),
    "before": (TAKEN, "before the winter"),
    "only a small word": (TAKEN, "before"),
    "yes is for the reviewer": (TAKEN, "yes"),
    "a list": (TWO, "\n  - Dunmere\n  - Orrin in the Farrow Hills"),
    "a synonym": (WAGES, "an increase by one third"),
    "an irregular form": (LEFT, "in 1912, on leaving"),
    "who it was, in brackets": (LED, "Ada Kestrel (their leader)"),
    "a sentence": (DARK, "Hundreds of thousands of lamps stayed so."),
    "a word of one's own in place of the passage's only one": (DARK, "hundreds of thousands of lamps kept dark"),
    "a dash": (CALLED, "as a cloud – a passing one"),
}  # fmt: skip


@rows(("code", "ask", "answer"), WRONG.values(), ids=WRONG)
def test_wrong(desk, code: str, ask: Ask, answer: str) -> None:
    desk.fires(code, ask.text.format(answer), number=ask.section)


@rows(("ask", "answer"), RIGHT.values(), ids=RIGHT)
def test_right(desk, ask: Ask, answer: str) -> None:
    assert desk.errors(ask.text.format(answer), number=ask.section) == []


CLOUD = "evidence: called the walkout … cloud"
LEADER = "evidence: leader, Ada Kestrel, had"
NO_LONGER = "evidence: In 1912 he left"

KINDS_WRONG = {
    "term": ("answer-unsupported", f"term: passing ▸storm◂\ndefinition: the walkout\n{CLOUD}"),
    "definition": ("answer-unsupported", f"term: cloud\ndefinition: the ▸lockout◂\n{CLOUD}"),
    "person": ("answer-name", f"person: Ada ▸Brand◂\nrole: leader\n{LEADER}"),
    "role": ("answer-unsupported", f"person: Ada Kestrel\nrole: ▸follower◂\n{LEADER}"),
    "date": ("answer-number", f'date: "▸1914◂"\nevent: he left\n{NO_LONGER}'),
    "date with another year": (
        "answer-number",
        "date: June ▸1912◂\nevent: it had spread\nevidence: By June 1911 … spread",
    ),
    "event": ("answer-unsupported", f'date: "1912"\nevent: he ▸died◂\n{NO_LONGER}'),
    "event beside the quotation": (
        "answer-unsupported",
        f'date: "1912"\nevent: he was ▸back◂\n{NO_LONGER}',
    ),
}

KINDS_RIGHT = {
    "term": f"term: passing cloud\ndefinition: what the walkout was called\n{CLOUD}",
    "person": f"person: Ada Kestrel\nrole: the leader\n{LEADER}",
    "date": f'date: "1912"\nevent: he left\n{NO_LONGER}',
    "date with a month": "date: June 1911\nevent: it had spread\nevidence: By June 1911 … spread",
    "definition in other words": f"term: passing cloud\ndefinition: how somebody called the walkout\n{CLOUD}",
    "retired items may be wrong": f'date: "1917"\nevent: he died\n{NO_LONGER}\nretired: Wrong.',
    "retired without evidence": 'date: "1917"\nevent: he died\nretired: It was wrong.',
}


@rows(("code", "text"), KINDS_WRONG.values(), ids=KINDS_WRONG)
def test_every_kind_wrong(desk, code: str, text: str) -> None:
    desk.fires(code, text)


@rows("text", KINDS_RIGHT.values(), ids=KINDS_RIGHT)
def test_every_kind_right(desk, text: str) -> None:
    assert desk.errors(text) == []


NEAR = Ask("question: How many pence?\nanswer: {}\nevidence: to send 40 constables")
HALF = Ask("question: Which person led them?\nanswer: {}\nevidence: Their leader, Ada")

SAYS = {
    "the numbers of the quotation": ("answer-number", YEARS, "▸26◂ years", "quotation has twenty-seven"),
    "the whole of a compound number": ("answer-number", YEARS, "▸twenty-six◂", "number twenty-six does"),
    "that there is no number": ("answer-number", LED, "Kestrel’s ▸40◂", "has no number"),
    "ordinals as they are": ("answer-number", WAGES, "by one ▸fourth◂", "the quotation has third"),
    "that the sentence has it": ("answer-number", NEAR, '"▸1,200◂"', "quote up to it"),
    "the names of the quotation": ("answer-name", LED, "Ada ▸Brand◂", "quotation names Ada, Kestrel"),
    "that the sentence has the name": ("answer-name", HALF, "▸Kestrel◂", "quote up to it"),
    "that the paragraph has the name": ("answer-name", LED, "▸Selby◂", "the paragraph has it"),
    "how to declare": ("answer-unsupported", CALLED, "a ▸long◂ cloud", "{long: passing}"),
    "to quote further": ("answer-unsupported", CALLED, "the ▸council◂ called", "up to `council`"),
    "every word at once": ("answer-unsupported", CALLED, "a ▸long◂ fog", "`long`, `fog` stand neither"),
}  # fmt: skip


@rows(("code", "ask", "answer", "said"), SAYS.values(), ids=SAYS)
def test_says(desk, code: str, ask: Ask, answer: str, said: str) -> None:
    assert said in desk.fires(code, ask.text.format(answer), number=ask.section)


def test_several_mistakes_are_several_findings(desk) -> None:
    desk.section(LED.text.format("Julius Selby, 41 umbrellas"))
    found = [each.code for each in desk.check().findings if each.code.startswith("answer-")]
    assert found == [
        "answer-name",  # one for both of its parts
        "answer-number",
        "answer-unsupported",
    ]


def test_the_place_is_that_of_the_word_and_not_of_a_part_of_another(desk) -> None:
    desk.fires("answer-number", LEFT.text.format('"In 1912, not ▸12◂"'))


WORDING = f"question: What was it called?\nanswer: {{}}\n{CLOUD}\nwording: {{}}"
UNTIL = Ask(TAKEN.text.format("until the winter") + "\nwording: {until: before}", 2)

DECLARED_WRONG = {
    "the passage does not say it": ("wording-unsupported", "a brief cloud", "{brief: ▸sudden◂}"),
    "only the paragraph says it": ("wording-unsupported", "a brief cloud", "{brief: ▸cold◂}"),
    "in another order": ("wording-unsupported", "a brief cloud", "{brief: ▸cloud passing◂}"),
    "nothing uses it": ("wording-unused", "a passing cloud", "{▸brief◂: passing}"),
    "the source's own word": ("wording-unused", "a passing cloud", "{▸passing◂: cloud}"),
    "one of two is used": ("wording-unused", "a brief cloud", "{brief: passing, ▸fog◂: cloud}"),
    "only a part of it is there": ("wording-unused", "a passing cloud", "{▸passing fog◂: cloud}"),
}

DECLARED_RIGHT = {
    "in the answer": ("a brief cloud", "{brief: passing}"),
    "in another inflection": ("brief clouds", "{briefs: passing}"),
    "twice": ("a brief, brief cloud", "{brief: passing}"),
    "several words": ("a cloud that went by", "{went by: passing}"),
    "for several words": ("a fog", "{fog: passing cloud}"),
    "two": ("a brief fog", "{brief: passing, fog: cloud}"),
    "a word that is in the passage, too, for another place": ("a fog", "{fog: called}"),
    "a word that is a part of what it stands for": (
        "a brief cloud",
        "{brief: passing, cloud: a passing cloud}",
    ),
}

NAMED = {
    "a name": "Mayor Fenn",
    "a number": "forty",
    "a figure": '"40"',
    "an ordinal": "first",
}


@rows(("code", "answer", "wording"), DECLARED_WRONG.values(), ids=DECLARED_WRONG)
def test_declared_wrong(desk, code: str, answer: str, wording: str) -> None:
    desk.fires(code, WORDING.format(answer, wording))


@rows(("answer", "wording"), DECLARED_RIGHT.values(), ids=DECLARED_RIGHT)
def test_declared_right(desk, answer: str, wording: str) -> None:
    assert desk.errors(WORDING.format(answer, wording)) == []


@rows("key", NAMED.values(), ids=NAMED)
def test_names_and_numbers_cannot_be_declared(desk, key: str) -> None:
    found = desk.errors(WORDING.format("a cloud", f"{{{key}: passing}}"))
    assert [(code, line, column) for code, line, column, _ in found] == [
        ("wording-name", 9, 15),
        ("wording-unused", 9, 15),
    ]


def test_a_declaration_may_be_for_the_question(desk) -> None:
    text = f"question: As what was the strike seen?\nanswer: cloud\n{CLOUD}\nwording: "
    assert desk.errors(text + "{strike: walkout}") == []
    desk.fires("wording-unused", text.replace("the strike", "it") + "{▸strike◂: walkout}")


def test_a_declaration_for_the_question_may_stand_in_the_paragraph(desk) -> None:
    text = f"question: As what did the chilly mayor see the walkout?\nanswer: cloud\n{CLOUD}\nwording: "
    assert desk.errors(text + "{chilly: cold}") == []


COUNTS = "question: In the {} walkout, what was sent?\nanswer: constables\nevidence: to send 40 constables to the gasworks"


def test_an_ordinal_in_words_may_count_what_the_text_does_not(desk) -> None:
    assert desk.errors(COUNTS.format("first")) == []
    assert [code for code, *_ in desk.errors(COUNTS.format("41st"))] == ["question-number"]


def test_a_small_word_that_decides_can_be_declared(desk) -> None:
    assert desk.errors(UNTIL.text, number=2) == []


def test_a_name_at_the_start_of_an_answer_cannot_be_declared_away(desk) -> None:
    found = desk.errors(LED.text.format("Trotsky") + "\nwording: {Trotsky: leader}")
    assert [code for code, *_ in found] == ["wording-name"]


GAVE_WAY = "question: Which body gave way?\nanswer: the {}\nevidence: The council gave way in 1913"


def test_an_alias_stands_for_what_it_names(desk) -> None:
    desk.deck(aliases="{Corporation: council}")
    assert desk.errors(GAVE_WAY.format("Corporation"), number=2) == []


def test_an_alias_does_not_stand_for_anything_else(desk) -> None:
    desk.deck(aliases="{Corporation: night shift}")
    desk.fires("answer-name", GAVE_WAY.format("▸Corporation◂"), number=2)


def test_an_alias_of_several_words_and_for_several_words(desk) -> None:
    desk.deck(aliases="{AK: Ada Kestrel, the Gas Company: gasworks}")
    sent = "id: sent\nquestion: Where?\nanswer: to {}\nevidence: constables to the gasworks"
    led = "id: led\n" + LED.text
    assert desk.errors(led.format("AK"), sent.format("the Gas Company")) == []
    desk.fires("answer-name", led.format("AK"), sent.format("the ▸Company◂"))


def test_an_alias_that_no_item_needs(desk) -> None:
    desk.deck(aliases="{Corporation: council, Town: Selby}")
    desk.section(number=1)
    desk.section(GAVE_WAY.format("Corporation"), number=2)
    (finding,) = desk.found()
    place = finding.location
    assert (finding.code, place.path.name) == ("alias-unused", "deck.yaml")
    line = place.path.read_text(encoding="utf-8").split("\n")[place.line - 1]
    assert line[place.column - 1 :][: place.length] == "Town"


def test_an_alias_that_only_the_index_needs(desk) -> None:
    desk.deck(aliases="{Corporation: council, Town: Selby}")
    desk.section(number=1)
    gave = GAVE_WAY.format("Corporation") + "\nnote: Selby was a Town then."
    assert desk.errors(gave, number=2) == []


def test_a_theme_of_which_nothing_is_said(desk) -> None:
    desk.deck(index="[councillors, ilands]")
    desk.section(number=1)
    desk.section(GAVE_WAY.format("council"), number=2)
    (finding,) = desk.found()
    assert (finding.code, finding.location.path.name) == ("theme-unused", "deck.yaml")
    assert "`ilands`" in finding.message


def test_aliases_are_not_called_unused_while_items_are_wrong(desk) -> None:
    desk.deck(aliases="{Town: Selby}")
    desk.fires("answer-unsupported", GAVE_WAY.format("▸mayor◂"), number=2)


def test_a_deck_in_another_language_is_held_to_its_numbers(desk) -> None:
    desk.deck(language="de")
    text = "1. Die Lampen von Selby gingen im Jahr 1911 aus, und 40 Mann kamen.\n"
    body = "question: Wann gingen sie aus?\nanswer: im Jahr {}\nevidence: Selby gingen im Jahr 1911"
    desk.section(body.format(1912))
    assert [finding.code for finding in desk.found(text)] == ["answer-number"]
    desk.section(body.format(1911))
    assert desk.check(text).errors == 0


COURT = "1. Das Gericht wies im März 2023 einen Antrag des Vereins ab. Es war ein Rat, der aus zwölf Bürgern bestand.\n\nErst 1187 wird die Quelle erstmals erwähnt, und am dritten Tag kam das Wasser.\n"
REFUSED_IN = "date: März 2023\nevent: Das Gericht lehnt einen Antrag des Vereins ab.\nevidence: wies im März 2023 einen Antrag des Vereins ab\nwording: {{lehnt ab: {}}}"
MADE_OF = "cloze: Dem Rat gehörten {{{{c1::zwölf}}}} Bürger an.\nevidence: ein Rat, der aus zwölf Bürgern bestand\nwording: {{gehörten an: {}}}"
TOLD_IN = "date: '1187'\nevent: Die Quelle wird {} erwähnt.\nevidence: 1187 wird die Quelle erstmals erwähnt\nwording: {{{}: erstmals}}"
GERMAN_DECLARED = {
    "halves of a verb, far apart": (REFUSED_IN.format("wies ab"), ""),
    "a verb and its word before it": (MADE_OF.format("bestand aus"), ""),
    "for the first time": (TOLD_IN.format("zum ersten Mal", "zum ersten Mal"), ""),
    "half of another verb": (REFUSED_IN.format("wies zurück"), "wording-unsupported"),
    "another verb": (MADE_OF.format("lebte aus"), "wording-unsupported"),
    "for the second time": (TOLD_IN.format("zum zweiten Mal", "zum zweiten Mal"), "wording-name"),
}  # fmt: skip


@rows(("body", "code"), GERMAN_DECLARED.values(), ids=GERMAN_DECLARED)
def test_declared_in_german(desk, body: str, code: str) -> None:
    desk.deck(language="de")
    desk.section(body)
    errors = [each.code for each in desk.check(COURT).findings if each.is_error]
    assert errors[-1:] == [code] * bool(code)


DAYS = {
    "en": ("The mill burned on 3 May 1874 at noon.", "burned on 3 May 1874", "The mill burned."),
    "de": ("Die Mühle brannte am 3. Mai 1874.", "brannte am 3. Mai 1874", "Die Mühle brannte."),
    "the year elsewhere": (
        "In 1874 it rained; on 3 May the mill burned.",
        "[In 1874 it, on 3 May the mill burned]",
        "The mill burned.",
    ),
    "fr": ("Le moulin brûla le 3 mai 1874.", "brûla le 3 mai 1874", "Le moulin brûla."),
    "ja": (
        "水車は一八七四年五月三日に焼けた。",
        "水車は一八七四年五月三日に焼けた",
        "水車は焼けた。",
    ),
}
FIGURES = ["1874-05-03", "3.5.1874", "03/05/1874", "1874-05", "1874年5月3日"]
OTHER_FIGURES = [
    "1874-05-04",
    "4.5.1874",
    "3.6.1874",
    "3.5.1875",
    "1874-06",
    "1874年6月3日",
    "3.5.",
]


SUMS = {
    "another scale": ("4.6 million", "£4.6bn"),
    "another figure": ("4.6 million", "£4.7m"),
    "another power": ("40 m³", "40 m2"),
    "another length": ("40 km²", "40 m2"),
}


@rows(("shown", "answer"), SUMS.values(), ids=SUMS)
def test_a_measure_in_another_form_is_the_same(desk, shown: str, answer: str) -> None:
    desk.section(f"question: What did it take?\nanswer: {answer}\nevidence: it took {shown}")
    findings = desk.check(f"1. In all it took {shown} to build.").findings
    assert "answer-number" in {each.code for each in findings if each.is_error}


@rows("language", DAYS)
def test_a_day_may_be_written_in_figures(desk, language: str) -> None:
    text, evidence, event = DAYS[language]
    desk.deck(language=language if len(language) == 2 else "en")
    for day in (*FIGURES, *OTHER_FIGURES):
        desk.section(f"date: '{day}'\nevent: {event}\nevidence: {evidence}")
        codes = {each.code for each in desk.check(f"1. {text}").findings if each.is_error}
        assert codes == ({"answer-number"} if day in OTHER_FIGURES else set()), day


POINTS = (
    "1. The U.S. navy left at 5 p.m. for the UK. It paid a gang of J. R. Hall, built in 300 B.C."
)
PLAIN = "1. The US navy left at 5 pm for the U.K. It paid a gang of J. R. Hall, built in 300 BC."
ABBREVIATED = {
    "a name": ("Which navy left?", "the {US} navy", "The {US} navy left at 5", None),
    "an hour": ("When did it leave?", "5 {pm}", "left at 5 {pm} for", None),
    "an era": ("When was it built?", "300 {BC}", "built in 300 {BC}", None),
    "initials of a person": ("Who had a gang?", "J. R. Hall", "a gang of J. R. Hall", None),
    "another name": ("Which navy left?", "the {UA} navy", "The {US} navy left at 5", "answer-name"),
    "another hour": ("When did it leave?", "5 {am}", "left at 5 {pm} for", "unit"),
}
WITH_POINTS = {"US": "U.S.", "UA": "U.A.", "BC": "B.C.", "pm": "p.m.", "am": "a.m."}


@rows(("question", "answer", "evidence", "code"), ABBREVIATED.values(), ids=ABBREVIATED)
def test_an_abbreviation_may_have_points_or_none(
    desk, question: str, answer: str, evidence: str, code: str | None
) -> None:
    plain = {each: each for each in WITH_POINTS}
    for text, theirs, ours in ((POINTS, WITH_POINTS, plain), (PLAIN, plain, WITH_POINTS)):
        body = f"question: {question}\nanswer: {answer.format(**ours)}"
        desk.section(f"{body}\nevidence: {evidence.format(**theirs)}")
        found = {(each.code, each.is_error) for each in desk.check(text).findings}
        codes = {each for each, is_error in found if is_error or each in ("unit", "rival")}
        assert (code in codes) if code else not codes, (ours, codes)


HOURS = {
    "a point for a colon": ("en", "The gate opens at 9:30 a.m. on Sundays.", ["at 9.30 am", "at 9:30"], ["at 9:20 am"]),
    "of a day of 24": ("en", "The gate shuts at 9 p.m. on Sundays.", ["at 21:00", "at 9 pm"], ["at 20:00"]),
    "Uhr": ("de", "Das Tor öffnet um 9.30 Uhr.", ["um 9:30 Uhr", "um 9 Uhr 30"], ["um 9:20 Uhr", "um 10:30 Uhr"]),
    "Uhr, on the hour": ("de", "Das Tor schließt um 21 Uhr.", ["um 21:00 Uhr"], ["um 20:00 Uhr"]),
    "heures": ("fr", "La porte ouvre à 9 h 30.", ["à 9h30", "à 9:30"], ["à 9h20"]),
    "no hour": ("en", "The gate weighs 9.30 tons.", ["9.3 tons"], ["9:30 tons"]),
}  # fmt: skip


@rows(("language", "text", "right", "wrong"), HOURS.values(), ids=HOURS)
def test_a_time_of_day_may_be_written_in_another_way(
    desk, language: str, text: str, right: list[str], wrong: list[str]
) -> None:
    desk.deck(language=language)
    for answer in (*right, *wrong):
        desk.section(f'question: When?\nanswer: "{answer}"\nevidence: {text.rstrip(".")}')
        codes = {each.code for each in desk.check(f"1. {text}").findings}
        codes &= {"answer-number", "answer-unsupported", "rival", "neighbour"}
        assert ("answer-number" in codes) if answer in wrong else not codes, (answer, codes)
