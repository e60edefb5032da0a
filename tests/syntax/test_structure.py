"""Which case, which part, what for, why and of whom: what an item leaves out or turns round of its passage.

`▸◂` marks what the finding points at, if it is a word; in what is honest, nothing is found.
"""

import re

import pytest

from studyguide.rules.question import sentences_are_built_as_in_the_passage as rule
from tests.syntax.test_built import Case, cloze, found, qa

FROST = "The lime rests for six days. In frost, which is rare there, it rests for a month."
METRES = "Two may enter the cave, and below nine metres never both at once."
ROPES = "Ropes that have lain in salt water are never tarred again."
TONS = "Boats over ten tons are hauled by horses. All others are rowed."
STRAND = "If the strand snaps, the wheel is stopped. If the strand holds, the warden ties a thread to it."
REISST = "Reißt der Strang, so wird das Rad angehalten. Wenn der Strang hält, bindet der Wart einen Faden daran."
MITGLIEDER = "Mitglieder, die zehn Jahre gezahlt haben, dürfen im Mai abstimmen."
FROID = "Au-dessous de dix degrés, les fileurs ne filent pas plus de quatre heures."
MEMBRES = "Les membres qui ont cotisé dix ans peuvent voter au mois de mai."

WRONG = {
    "but in frost": ("condition-lost", qa(FROST, "▸How long does the lime rest?◂", "a month", "it rests for a month")),
    "but below so many metres": ("condition-lost", cloze(METRES, "▸The two may never be in the cave {{c1::both}} at once.◂", "below nine metres never both at once")),
    "but of some ropes": ("condition-lost", cloze(ROPES, "▸Ropes are never {{c1::tarred}} again.◂", "are never tarred again")),
    "but of large boats": ("condition-lost", qa(TONS, "▸By what are the boats hauled?◂", "by horses", "are hauled by horses")),
    "if it holds, for if it snaps": ("neighbour", cloze(STRAND, "▸If the strand holds, the {{c1::wheel}} is stopped.◂", "the wheel is stopped")),
    "if the verb opens": ("neighbour", qa(REISST, "▸Was geschieht mit dem Rad, wenn der Strang hält?◂", "es wird angehalten", "so wird das Rad angehalten", "de")),
    "but of some members": ("condition-lost", qa(MITGLIEDER, "▸Wer darf im Mai abstimmen?◂", "die Mitglieder", "haben, dürfen im Mai abstimmen", "de")),
    "but in the cold": ("condition-lost", qa(FROID, "▸Combien d'heures les fileurs filent-ils au plus ?◂", "quatre", "ne filent pas plus de quatre heures", "fr")),
    "but of certain members": ("condition-lost", qa(MEMBRES, "▸Qui peut voter au mois de mai ?◂", "les membres", "peuvent voter au mois de mai", "fr")),
}  # fmt: skip

RIGHT = {
    "in frost": qa(FROST, "How long does the lime rest in frost?", "a month", "it rests for a month"),
    "when it is cold": qa(FROST, "How long does the lime rest in bitter cold?", "a month", "it rests for a month"),
    "usually": qa(FROST, "How long does the lime rest?", "six days", "The lime rests for six days"),
    "so many metres down": qa(METRES, "How deep must the cave be before both may not enter at once?", "below nine metres", "below nine metres never both at once"),
    "those ropes": qa(ROPES, "Which ropes are never tarred again?", "those that have lain in salt water", "that have lain in salt water are never tarred"),
    "large boats": qa(TONS, "From what size on are boats hauled by horses?", "ten tons", "Boats over ten tons are hauled by horses"),
    "if it snaps": cloze(STRAND, "If the strand snaps, the {{c1::wheel}} is stopped.", "the wheel is stopped"),
    "once": qa("In the slump he withdrew the money and sold two boats.", "How many boats did he sell?", "two", "sold two boats"),
    "in his words": qa("For his part, the mayor wants two new bridges.", "How many bridges does the mayor want?", "two", "the mayor wants two new bridges"),
    "of all that was said": qa("The judge found that the pilot was drunk, and fined him.", "In what state was the pilot?", "drunk", "the pilot was drunk"),
    "wenn er reißt": qa(REISST, "Was wird angehalten, wenn der Strang reißt?", "das Rad", "so wird das Rad angehalten", "de"),
    "diese Mitglieder": qa(MITGLIEDER, "Welche Mitglieder dürfen abstimmen?", "die zehn Jahre gezahlt haben", "die zehn Jahre gezahlt haben", "de"),
    "par grand froid": qa(FROID, "Combien d'heures filent-ils au plus par grand froid ?", "quatre", "ne filent pas plus de quatre heures", "fr"),
    "ces membres": qa(MEMBRES, "Quels membres peuvent voter ?", "ceux qui ont cotisé dix ans", "qui ont cotisé dix ans peuvent voter", "fr"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "each"), WRONG.values(), ids=WRONG)
def test_it_is_told(desk, code: str, each: Case) -> None:
    own = [finding for finding in found(desk, each) if finding.code == code]
    assert own, "nothing found"
    assert all(finding.help for finding in own)
    marked = re.search("▸(.*?)◂", each.body)
    assert marked
    lines = (desk.folder / "1-section.yaml").read_text("utf-8").splitlines()
    places = [finding.location for finding in own]
    pointed = [lines[at.line - 1][at.column - 1 :][: at.length].strip('"') for at in places]
    assert marked[1] in pointed, pointed


@pytest.mark.parametrize("each", RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, each: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyguide.checking.examine.PASSAGE_RULES", (rule,))
    assert [finding.message for finding in found(desk, each) if finding.code in CODES] == []


CODES = {code for code, _ in WRONG.values()}


def test_there_are_as_many_honest_ones() -> None:
    assert len(RIGHT) >= len(WRONG)
