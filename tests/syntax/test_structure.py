"""Which case, which part, what for, why and of whom: what an item leaves out or turns round of its passage.

`▸◂` marks what the finding points at, if it is a word; in what is honest, nothing is found.
"""

import re

import pytest

from studyguide.evidence.gates import Gated
from studyguide.rules.question import sentences_are_built_as_in_the_passage as rule
from tests.syntax.test_built import Case, cloze, found, person, qa
from tests.table import rows

FROST = "The lime rests for six days. In frost, which is rare there, it rests for a month."
METRES = "Two may enter the cave, and below nine metres never both at once."
ROPES = "Ropes that have lain in salt water are never tarred again."
TONS = "Boats over ten tons are hauled by horses. All others are rowed."
STRAND = "If the strand snaps, the wheel is stopped. If the strand holds, the warden ties a thread to it."
REISST = "Reißt der Strang, so wird das Rad angehalten. Wenn der Strang hält, bindet der Wart einen Faden daran."
MITGLIEDER = "Mitglieder, die zehn Jahre gezahlt haben, dürfen im Mai abstimmen."
FROID = "Au-dessous de dix degrés, les fileurs ne filent pas plus de quatre heures."
MEMBRES = "Les membres qui ont cotisé dix ans peuvent voter au mois de mai."
GAVE_WAY = "The horse wheel, which ate nine loads of hay, gave way to a steam engine in 1838."
PLACE = "Le manège céda la place en 1838 à une machine à vapeur."
WICH = "Der Göpel wich 1838 einer Dampfmaschine."
CLERKS = "Piers Torrel sold the first cables, and his clerks kept the ledgers until 1851."
COMMIS = "Pierre Torrel vendit les câbles, et ses commis tinrent les livres."
PUPIL = "Ruth Aldis, a pupil of the man who had drained the fens, built the engine."
LENT = "Edmund Vane, who had lent the family money, bought the quay."
LIEH = "Edmund Vane, der der Stadt Geld lieh, kaufte den Kai."
LEAKED = "Because the roof leaked, the hemp rotted. Rotten hemp led to broken cables."
SWELL = "Wet air makes the fibres swell, and swollen fibres tear."
FORMS = (
    "Visits had risen by a fifth, she said, because forms could no longer be handed in on paper."
)
ROOTS = "Il est interdit d'y planter, car les racines, en pourrissant, ouvrent des chemins à l'eau."
FAULER = "Fauler Hanf führte zu gerissenen Tauen, und der Wart musste gehen."
FUYAIT = (
    "Comme le toit fuyait, le chanvre pourrit. Le chanvre pourri entraîna la rupture des câbles."
)
MAIN = "Bad tar was the main cause of the fire; a broken lamp contributed to it."
HAUPT = "Schlechter Teer war die Hauptursache des Brandes; eine Lampe trug dazu bei."
PRINCIPALE = "Le mauvais goudron fut la cause principale de l'incendie ; une lampe y contribua."
QUARREL = (
    "In the slump he kept back the extra money. The carters had no quarrel with him, and went on."
)
RULED = "Bad tar was the cause of the fire. The town council never ruled on it."
STREIT = "Die Spinner hatten ihr Brotgeld verloren. Mit dem Wart hatten sie keinen Streit."
TRANCHA = (
    "Le maire accusait le meunier, qui aurait fermé trop tard. L'enquête du préfet ne trancha pas."
)

FOUNDED = "The walk was founded by Agnes Torrel in 1782, and it burned on a Sunday."
LOT = "The kettle is scrubbed by the grooms, whom the stewards choose by lot each May."
NIGHT = "The gate is closed at night, because deer come down to the river."
GEGRUENDET = "Gegründet wurde die Bahn 1782 von Agnes Torrel. Geschlossen wird sie nachts."
ENLEVE = "Elle n'enlève guère plus d'un cinquième, et rien du tout l'année qui suit une plantation."
LEDGERS = "Piers sold the first cables to the navy, and his clerks kept the ledgers until 1851."
HENCE = "The herd shrank after the drought, as a result of which two dairies closed."
CHAIR = (
    "Josef Till, who chairs the guild of herders, wants new huts. The board of Varn refuses them."
)
KEPT = "Brel founded the dairy, and died poor. Later Brel had a statue. Marta Osk kept the books for him."

WRONG = {
    "of another body": ("neighbour", person(CHAIR, "Josef Till", "▸head of the board of Varn◂", "Josef Till, who chairs the guild of herders")),
    "of another person": ("neighbour", person(KEPT, "▸Brel◂", "He kept the books for him.", "kept the books for him")),
    "his clerks under the dots": ("order", qa(LEDGERS, "Who kept the ledgers until 1851?", "▸Piers◂", "Piers sold the first cables … kept the ledgers until 1851")),
    "when, by whom": ("neighbour", qa(FOUNDED, "When was the walk founded?", "▸by Agnes Torrel◂", "The walk was founded by Agnes Torrel")),
    "how, how often": ("neighbour", qa(LOT, "How are the grooms chosen?", "▸each May◂", "the stewards choose by lot each May")),
    "why, when": ("neighbour", qa(NIGHT, "Why is the gate closed?", "▸at night◂", "The gate is closed at night")),
    "when, where to": ("neighbour", qa(NIGHT, "When do the deer come down?", "▸to the river◂", "deer come down to the river")),
    "wann, von wem": ("neighbour", qa(GEGRUENDET, "Wann wurde die Bahn gegründet?", "▸von Agnes Torrel◂", "wurde die Bahn 1782 von Agnes Torrel", "de")),
    "warum, wann": ("neighbour", qa(GEGRUENDET, "Warum wird die Bahn geschlossen?", "▸nachts◂", "Geschlossen wird sie nachts", "de")),
    "quand, combien": ("neighbour", qa(ENLEVE, "Quand n'enlève-t-elle rien ?", "▸Elle n'enlève guère plus d'un cinquième.◂", "Elle n'enlève guère plus d'un cinquième", "fr")),
    "the quarrel that was none": ("polarity", qa(QUARREL, "What was the ▸carters◂' quarrel with him about?", "the extra money", "he kept back the extra money")),
    "the verdict that was none": ("polarity", qa(RULED, "Why did the town ▸council◂ fine the owners?", "because of bad tar", "Bad tar was the cause of the fire")),
    "der Streit, den es nicht gab": ("polarity", qa(STREIT, "Worum ging der ▸Streit◂ der Spinner?", "um ihr Brotgeld", "Die Spinner hatten ihr Brotgeld verloren", "de")),
    "l'enquête qui ne dit rien": ("polarity", qa(TRANCHA, "Pourquoi l'▸enquête◂ donna-t-elle tort au meunier ?", "il aurait fermé trop tard", "qui aurait fermé trop tard", "fr")),
    "the cause, for the main one": ("part-lost", qa(MAIN, "▸What was the cause of the fire?◂", "bad tar", "Bad tar was the main cause")),
    "its cause, for the main one": ("part-lost", cloze(MAIN, "▸The cause of the fire was bad {{c1::tar}}.◂", "Bad tar was the main cause")),
    "die Ursache, für die Hauptursache": ("part-lost", qa(HAUPT, "▸Was war die Ursache des Brandes?◂", "schlechter Teer", "Schlechter Teer war die Hauptursache", "de")),
    "la cause, pour la principale": ("part-lost", qa(PRINCIPALE, "▸Quelle fut la cause de l'incendie ?◂", "le mauvais goudron", "Le mauvais goudron fut la cause principale", "fr")),
    "because turned round": ("cause", cloze(LEAKED, "▸The roof leaked because the {{c1::hemp}} rotted.◂", "Because the roof leaked, the hemp rotted")),
    "to what the effect led": ("cause", qa(LEAKED, "What did broken cables lead to?", "▸rotten hemp◂", "Rotten hemp led to broken cables")),
    "the result of the result": ("cause", qa(LEAKED, "What was the result of broken cables?", "▸rotten hemp◂", "Rotten hemp led to broken cables")),
    "what follows told before": ("cause", qa(SWELL, "What does the tearing of fibres lead to?", "▸they swell◂", "makes the fibres swell, and swollen fibres tear")),
    "why it could not": ("cause", qa(FORMS, "Why could forms no longer be handed in on paper?", "▸because visits had risen by a fifth◂", "Visits had risen by a fifth")),
    "in which way, for why": ("cause", qa(ROOTS, "Pourquoi les racines pourrissent-elles ?", "▸Parce que l'eau s'y ouvre des chemins.◂", "en pourrissant, ouvrent des chemins à l'eau", "fr")),
    "wozu die Folge führte": ("cause", qa(FAULER, "Wozu führten gerissene Taue?", "▸zu faulem Hanf◂", "Fauler Hanf führte zu gerissenen Tauen", "de")),
    "comme, à l'envers": ("cause", cloze(FUYAIT, "▸Comme le {{c1::chanvre}} pourrit, le toit fuyait.◂", "Comme le toit fuyait, le chanvre pourrit", "fr")),
    "ce qu'entraîna l'effet": ("cause", qa(FUYAIT, "Qu'entraîna la rupture des câbles ?", "▸le chanvre pourri◂", "entraîna la rupture des câbles", "fr")),
    "what gave way": ("order", qa(GAVE_WAY, "What replaced the steam engine in 1838?", "▸the horse wheel◂", "gave way to a steam engine in 1838")),
    "to what it gave way": ("order", qa(GAVE_WAY, "What did the steam engine give way to?", "▸the horse wheel◂", "gave way to a steam engine in 1838")),
    "ce qui céda la place": ("order", qa(PLACE, "Qui remplaça la machine à vapeur ?", "▸le manège◂", "céda la place en 1838 à une machine", "fr")),
    "was wich": ("order", qa(WICH, "Was verdrängte die Dampfmaschine?", "▸der Göpel◂", "Der Göpel wich 1838 einer Dampfmaschine", "de")),
    "his clerks": ("order", person(CLERKS, "Piers Torrel", "▸He kept the ledgers until 1851.◂", "kept the ledgers until 1851")),
    "ses commis": ("order", person(COMMIS, "Pierre Torrel", "▸Il tint les livres.◂", "tinrent les livres", "fr")),
    "of the man who": ("order", person(PUPIL, "Ruth Aldis", "▸She had drained the fens.◂", "who had drained the fens")),
    "of a man who is himself": ("order", person(LENT, "Edmund Vane", "▸clerk of the man who had lent the family money◂", "Edmund Vane, who had lent the family money")),
    "des Mannes, der er ist": ("order", person(LIEH, "Edmund Vane", "▸Schreiber des Mannes, der der Stadt Geld lieh◂", "Edmund Vane, der der Stadt Geld lieh", "de")),
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
    "of that body": person(CHAIR, "Josef Till", "chairman of the guild of herders", "Josef Till, who chairs the guild of herders"),
    "of that person": person(KEPT, "Marta Osk", "She kept the books.", "Marta Osk kept the books for him"),
    "his clerks, told": qa(LEDGERS, "Who kept the ledgers for Piers?", "his clerks", "his clerks kept the ledgers until 1851"),
    "as a result of which": qa(HENCE, "What was the effect of the shrinking of the herd?", "two dairies closed", "as a result of which two dairies closed"),
    "when": qa(FOUNDED, "When was the walk founded?", "by 1782 at the latest", "founded by Agnes Torrel in 1782"),
    "when it burned": qa(FOUNDED, "When did the walk burn?", "it burned on a Sunday", "it burned on a Sunday"),
    "how": qa(LOT, "How are the grooms chosen?", "by lot", "the stewards choose by lot each May"),
    "how often": qa(LOT, "How often are grooms chosen?", "each May", "the stewards choose by lot each May"),
    "why it is closed": qa(NIGHT, "Why is the gate closed at night?", "deer come down to the river", "because deer come down to the river"),
    "where to": qa(NIGHT, "Where do the deer come down to?", "to the river", "deer come down to the river"),
    "wann": qa(GEGRUENDET, "Wann wurde die Bahn gegründet?", "1782", "wurde die Bahn 1782 von Agnes Torrel", "de"),
    "wie lange": qa("Der Hanf wird zwei Tage lang gewässert.", "Wie lange wird der Hanf gewässert?", "zwei Tage", "wird zwei Tage lang gewässert", "de"),
    "quand": qa(ENLEVE, "Quand n'enlève-t-elle rien ?", "l'année qui suit une plantation", "rien du tout l'année qui suit une plantation", "fr"),
    "no quarrel": qa(QUARREL, "Who had no quarrel with him?", "the carters", "The carters had no quarrel with him"),
    "what is left open": qa(RULED, "What was the cause of the fire?", "bad tar", "Bad tar was the cause of the fire"),
    "wer keinen Streit hatte": qa(STREIT, "Mit wem hatten die Spinner keinen Streit?", "mit dem Wart", "Mit dem Wart hatten sie keinen Streit", "de"),
    "l'enquête laissa ouvert": qa(TRANCHA, "Qui accusait le meunier ?", "le maire", "Le maire accusait le meunier", "fr"),
    "the main one": qa(MAIN, "What was the main cause of the fire?", "bad tar", "Bad tar was the main cause"),
    "a cause": qa(MAIN, "Which tar was a cause of the fire?", "bad tar", "Bad tar was the main cause"),
    "die Hauptursache": qa(HAUPT, "Was war die Hauptursache des Brandes?", "schlechter Teer", "Schlechter Teer war die Hauptursache", "de"),
    "la principale": qa(PRINCIPALE, "Quelle fut la cause principale de l'incendie ?", "le mauvais goudron", "Le mauvais goudron fut la cause principale", "fr"),
    "because": cloze(LEAKED, "The hemp {{c1::rotted}} because the roof leaked.", "Because the roof leaked, the hemp rotted"),
    "to what it led": qa(LEAKED, "What did rotten hemp lead to?", "broken cables", "Rotten hemp led to broken cables"),
    "of what it was the result": qa(LEAKED, "What were broken cables the result of?", "rotten hemp", "Rotten hemp led to broken cables"),
    "the main cause": qa("Most are lost, it is thought, because currents carry them out.", "What is the main cause of the loss?", "currents that carry them out", "because currents carry them out"),
    "what it does": qa(SWELL, "What does wet air do to the fibres?", "it makes them swell", "Wet air makes the fibres swell"),
    "why they had risen": qa(FORMS, "Why had visits risen?", "forms could no longer be handed in on paper", "because forms could no longer be handed in"),
    "why not there": qa(ROOTS, "Pourquoi est-il interdit d'y planter ?", "les racines ouvrent des chemins à l'eau", "car les racines, en pourrissant, ouvrent des chemins", "fr"),
    "wozu er führte": qa(FAULER, "Wozu führte fauler Hanf?", "zu gerissenen Tauen", "Fauler Hanf führte zu gerissenen Tauen", "de"),
    "car": cloze(FUYAIT, "Le {{c1::chanvre}} pourrit, car le toit fuyait.", "Comme le toit fuyait, le chanvre pourrit", "fr"),
    "what came in its place": qa(GAVE_WAY, "What replaced the horse wheel in 1838?", "a steam engine", "gave way to a steam engine in 1838"),
    "what was replaced": qa(GAVE_WAY, "What was replaced by the steam engine?", "the horse wheel", "gave way to a steam engine in 1838"),
    "if it is not replaced": qa("They will replace the old maser in May, unless it passes the test.", "When will the maser not be replaced?", "if it passes the test", "unless it passes the test"),
    "qui remplaça": qa(PLACE, "Qui remplaça le manège en 1838 ?", "une machine à vapeur", "céda la place en 1838 à une machine", "fr"),
    "was er verdrängte": qa(WICH, "Was verdrängte den Göpel?", "eine Dampfmaschine", "Der Göpel wich 1838 einer Dampfmaschine", "de"),
    "he himself": person(CLERKS, "Piers Torrel", "He sold the first cables.", "Piers Torrel sold the first cables"),
    "whose clerks": person(CLERKS, "Piers Torrel", "merchant whose clerks kept the ledgers", "his clerks kept the ledgers until 1851"),
    "her son": qa("Her son Piers sold the cables to the navy.", "Who sold the cables?", "Piers", "Her son Piers sold the cables"),
    "a pupil": person(PUPIL, "Ruth Aldis", "pupil of the man who had drained the fens", "a pupil of the man who had drained the fens"),
    "the man who": person(LENT, "Edmund Vane", "the man who had lent the family money", "Edmund Vane, who had lent the family money"),
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


@rows(("code", "each"), WRONG.values(), ids=WRONG)
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


@rows("each", RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, each: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyguide.checking.examine.GATED", Gated((rule,)))
    assert [finding.message for finding in found(desk, each) if finding.code in CODES] == []


CODES = {code for code, _ in WRONG.values()}


def test_there_are_as_many_honest_ones() -> None:
    assert len(RIGHT) >= len(WRONG)
