"""One word, name or month in another's place, and what another sentence says word for word.

`▸◂` marks what the finding points at; in what is honest, nothing of the kind is found.
"""

import re
from typing import NamedTuple

import pytest

from studyguide.evidence.gates import Gated
from studyguide.rules.answer import answer_stands_in_the_quotation
from studyguide.rules.question import sentences_are_built_as_in_the_passage
from tests.syntax.test_built import Case, date, found, person, qa, term
from tests.table import rows

BARN = "The keepers of the tower fear to lose their winter oats. The baker of Orrin rowed salt to 42 families in boats."
WEIR = "Hard repair means building firm things, such as walls, dams and dykes. Soft repair means working with reeds and water."
STEPS = "The crew closes the road along the quay. Then two men slide iron boards between the wooden posts. The last man starts the pumps behind the gate."
ALERT = "A blue flag means that a storm is possible and that crews should be prepared. A red flag means that a storm is expected and that crews must leave."
PEGEL = "Am 30. Januar 1995 erreichte der Pegel Orrin 10,69 Meter; in der Altstadt standen 300 Menschen im Wasser."
UHR = "Unter der Leitung des Ingenieurs Johann Gottfried Tallau wurde die Uhr von Meir erneuert."
FONTE = "Le 14 juin 1788, la fonderie de Meir coula la grande cloche pour le port de Selby avec un four de pierre."
NEVE = "Nel marzo 1931 la neve coprì il vecchio mulino di Selby e chiuse la strada del passo per tre giorni."
WIADRO = "W kwietniu 1907 roku miasto kupiło nową wieżę i stary most od młynarza."


class Wrong(NamedTuple):
    """Which code an item draws, as an error or a warning, and the item."""

    code: str
    is_error: bool
    case: Case


UNSUPPORTED = "answer-unsupported"
WRONG = {
    "oats": Wrong(UNSUPPORTED, False, qa(BARN, "What do the keepers of the tower fear?", "they fear to lose their winter ▸barley◂", "fear to lose their winter oats")),
    "in a role": Wrong(UNSUPPORTED, False, person(BARN, "The baker of Orrin", "the one who rowed ▸flour◂ to 42 families in boats", "baker of Orrin rowed salt to 42 families in boats")),
    "at the end": Wrong(UNSUPPORTED, False, qa(BARN, "What did the baker of Orrin do?", "he rowed salt to 42 families in ▸sledges◂", "baker of Orrin rowed salt to 42 families in boats")),
    "in a definition": Wrong(UNSUPPORTED, False, term(WEIR, "hard repair", "building firm things, such as walls, ▸bridges◂ and dykes", "Hard repair … and dykes")),
    "a month": Wrong("answer-name", True, date(PEGEL, "30. ▸März◂ 1995", "der Pegel Orrin erreichte 10,69 Meter", "30. Januar … 10,69 Meter", language="de")),
    "a month in an answer": Wrong("answer-name", True, qa(PEGEL, "Wann erreichte der Pegel Orrin 10,69 Meter?", "am 30. ▸Juni◂ 1995", "30. Januar … 10,69 Meter", "de")),
    "a place": Wrong(UNSUPPORTED, False, date(PEGEL, "30. Januar 1995", "der Pegel ▸Selby◂ erreichte 10,69 Meter", "30. Januar … 10,69 Meter", language="de")),
    "a first name": Wrong("answer-name", True, person(UHR, "Johann ▸Gottlieb◂ Tallau", "Ingenieur", "Ingenieurs Johann Gottfried Tallau", "de")),
    "a surname": Wrong("answer-name", True, qa(UHR, "Unter wessen Leitung wurde die Uhr von Meir erneuert?", "Johann Gottfried ▸Taller◂", "Ingenieurs Johann Gottfried Tallau", "de")),
    "un mois": Wrong("answer-name", True, date(FONTE, "14 ▸juillet◂ 1788", "la fonderie de Meir coula la grande cloche", "14 juin … grande cloche", language="fr")),
    "un mot": Wrong(UNSUPPORTED, False, date(FONTE, "14 juin 1788", "la fonderie de Meir coula la grande ▸lampe◂", "14 juin … grande cloche", language="fr")),
    "un mese": Wrong("answer-name", True, qa(NEVE, "Quando la neve coprì il vecchio mulino?", "nel ▸maggio◂ 1931", "Nel marzo 1931 la neve coprì il vecchio mulino", "it")),
    "una parola": Wrong(UNSUPPORTED, False, date(NEVE, "marzo 1931", "la neve chiuse la ▸scala◂ del passo per tre giorni", "marzo 1931 … tre giorni", language="it")),
    "miesiąc": Wrong("answer-name", True, date(WIADRO, "▸maj◂ 1907", "miasto kupiło nową wieżę", "kwietniu 1907 roku miasto kupiło nową wieżę", language="pl")),
    "the definition beside it": Wrong(UNSUPPORTED, True, term(WEIR, "soft repair", "▸building◂ firm things, such as walls, dams and dykes", "Soft repair … and water")),
    "another term": Wrong(UNSUPPORTED, True, term("A feeder is a small stream. The place where two streams meet is called a joint.", "▸feeder◂", "the place where two streams meet", "place where … a joint")),
    "a term in other words": Wrong(UNSUPPORTED, False, term("A flood alert means that water may come. A flood warning means that high water is expected.", "flood ▸alert◂", "high water is expected", "warning means … is expected")),
    "the step before": Wrong(UNSUPPORTED, True, qa(STEPS, "What does the last man do?", "▸slide◂ iron boards between the wooden posts", "last man starts … the gate")),
    "of a pronoun": Wrong(UNSUPPORTED, False, qa("The crew slides iron boards between the wooden posts. Then they start the pumps.", "What do they start?", "▸iron◂ boards between the wooden posts", "they start the pumps")),
    "what a blue flag means": Wrong(UNSUPPORTED, False, term(ALERT, "red flag", "a storm is ▸possible◂ and crews should be prepared", "red flag … must leave")),
}  # fmt: skip

RIGHT = {
    "as it stands": qa(BARN, "What do the keepers of the tower fear?", "they fear to lose their winter oats", "fear to lose their winter oats"),
    "a word that is declared": Case(BARN, 'question: "What do the keepers of the tower fear?"\nanswer: "they fear to lose their winter corn"\nevidence: "fear to lose their winter oats"\nwording: {corn: oats}'),
    "a synonym": qa("The lamp in the tower helps the crews in a storm at night.", "What does the lamp in the tower do?", "it assists the crews in a storm at night", "helps the crews in a storm at night"),
    "another form": qa(BARN, "What did the baker of Orrin do?", "rowing salt to 42 families in boats", "rowed salt to 42 families in boats"),
    "a shorter one": qa(BARN, "What did the baker of Orrin do?", "rowed salt to families", "rowed salt to 42 families in boats"),
    "in another order": term(WEIR, "hard repair", "building firm things, such as dykes, dams and walls", "Hard repair … and dykes"),
    "in the passive": qa(STEPS, "What is done with the iron boards?", "they are slid between the wooden posts", "slide iron boards between the wooden posts"),
    "its own definition": term(WEIR, "soft repair", "working with reeds and water", "Soft repair … and water"),
    "a definition of two sentences": Case(WEIR, 'term: "repair"\ndefinition: "building walls, dams and dykes, or working with reeds and water"\nevidence: ["Hard repair … and dykes", "Soft repair … and water"]'),
    "a term of the sentence before": term("The feeder is the oldest part of the mill. It is a small stream that drives the wheel.", "feeder", "a small stream that drives the wheel", "small stream that drives the wheel"),
    "a term of the heading line": term("The joint needs care. The place is where two streams meet in the town.", "joint", "where two streams meet in the town", "where two streams meet in the town"),
    "whom a pronoun stands for": qa("In May Ezra Holt and his brother Josiah bought a clock. The parish gave them a pew.", "Who was given a pew?", "Ezra Holt and his brother Josiah", "The parish gave them a pew"),
    "der Monat": date(PEGEL, "30. Januar 1995", "der Pegel Orrin erreichte 10,69 Meter", "30. Januar … 10,69 Meter", language="de"),
    "im Januar": qa(PEGEL, "Wann erreichte der Pegel Orrin 10,69 Meter?", "im Januar 1995", "30. Januar … 10,69 Meter", "de"),
    "der Tag in Ziffern": date(PEGEL, "30.1.1995", "der Pegel Orrin erreichte 10,69 Meter", "30. Januar … 10,69 Meter", language="de"),
    "der ganze Name": person(UHR, "Johann Gottfried Tallau", "Ingenieur", "Ingenieurs Johann Gottfried Tallau", "de"),
    "der Nachname": person(UHR, "Tallau", "Ingenieur, der die Uhr erneuerte", "Ingenieurs Johann Gottfried Tallau wurde die Uhr von Meir erneuert", "de"),
    "was von ihm ist": qa(UHR, "Was wurde unter der Tallauschen Leitung erneuert?", "die Uhr von Meir", "Tallau wurde die Uhr von Meir erneuert", "de"),
    "le mois": date(FONTE, "juin 1788", "la fonderie de Meir coule la grande cloche", "14 juin … grande cloche", language="fr"),
    "il mese": qa(NEVE, "Quando la neve coprì il vecchio mulino?", "nel marzo del 1931", "Nel marzo 1931 la neve coprì il vecchio mulino", "it"),
    "miesiąc w mianowniku": date(WIADRO, "kwiecień 1907", "miasto kupiło nową wieżę", "kwietniu 1907 roku miasto kupiło nową wieżę", language="pl"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def only_these_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer_stands_in_the_quotation, sentences_are_built_as_in_the_passage
    monkeypatch.setattr("studyguide.checking.examine.GATED", Gated(asked))


@rows(("code", "is_error", "case"), WRONG.values(), ids=WRONG)
def test_it_is_told_at_the_word(desk, code: str, is_error: bool, case: Case) -> None:
    own = [each for each in found(desk, case) if each.code == code]
    assert [each.is_error for each in own] == [is_error], "not once"
    marked, location = re.search("▸(.*?)◂", case.body), own[0].location
    line = (desk.folder / "1-section.yaml").read_text("utf-8").splitlines()[location.line - 1]
    assert marked
    assert line[location.column - 1 :][: location.length] == marked[1]


@rows("case", RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, case: Case) -> None:
    own = [each for each in found(desk, case) if each.is_error or each.code == UNSUPPORTED]
    assert [each.message for each in own] == []


def test_there_are_as_many_honest_ones() -> None:
    assert len(RIGHT) >= len(WRONG)


def test_it_says_what_to_write(desk) -> None:
    (oats,) = found(desk, WRONG["oats"].case)
    assert (oats.message, oats.help) == (
        "the passage has `oats` there, not `barley`",
        "write `oats`, or, if it means the same, declare: wording: {barley: oats}",
    )
    (beside,) = found(desk, WRONG["the definition beside it"].case)
    assert "(§1 ¶1): `building firm … and dykes`" in beside.message
