"""Who does what, in which case, by what comparison, behind which denial: what the passage has the other way round.

`▸◂` marks what the finding points at; in what is honest, nothing is found.
"""

import re
from typing import NamedTuple

import pytest

from studyguide.evidence.gates import Gated
from studyguide.finding import Finding
from studyguide.rules.question import sentences_are_built_as_in_the_passage as rule
from tests.table import rows


class Case(NamedTuple):
    """A text, and an item about it."""

    text: str
    body: str
    language: str = "en"


def qa(text: str, question: str, answer: str, evidence: str, language: str = "en") -> Case:
    return Case(
        text, f'question: "{question}"\nanswer: "{answer}"\nevidence: "{evidence}"', language
    )


def cloze(text: str, sentence: str, evidence: str, language: str = "en") -> Case:
    return Case(text, f'cloze: "{sentence}"\nevidence: "{evidence}"', language)


def date(text: str, day: str, event: str, *quoted: str, language: str = "en") -> Case:
    evidence = "".join(f'\n- "{each}"' for each in quoted)
    return Case(text, f'date: "{day}"\nevent: "{event}"\nevidence:{evidence}', language)


def term(text: str, name: str, definition: str, evidence: str, language: str = "en") -> Case:
    return Case(
        text, f'term: "{name}"\ndefinition: "{definition}"\nevidence: "{evidence}"', language
    )


def person(text: str, name: str, role: str, evidence: str, language: str = "en") -> Case:
    return Case(text, f'person: "{name}"\nrole: "{role}"\nevidence: "{evidence}"', language)


HEARD = "The inquiry heard 96 witnesses, of whom only seven worked on the quay."
KEPT = "Keep the letters for eight years, but burn the envelopes after three weeks."
FALLEN = "Of 80 treated trees, 9 lost their leaves; of 80 left untreated, 41 lost them."
FLOOD = "Le bourg compta 412 habitants en mai, mais seulement 96 en décembre."
MITE = "Infected bees do not die at once, but they weaken, since the mite drinks their blood."
DRIVEN = "Cheap glass, according to him, slowly drives the old potters away from the town."
ACCUSED = "Ann Selby has accused the council of haste and has promised a new vote."
MAIRE = "Le maire, Hubert Castel, accusait plutôt le meunier, qui aurait fermé trop tard."
HEMP = "麻は近くの農家からは買わなかった。一俵は九十キログラムで、炉は90分で熱くなり、水は三分の一でよい。"
LENDING = (
    "Martha rebuilt the walk with money lent by the harbour board, and every second beam was new."
)
SWAN = "Am Abend vertreibt der Schwan den Reiher, und der Teich wird still."
MOVED = "Die Akten wanderten im Mai von Lindau nach Bregenz, ohne dass jemand fragte."
LARGER = "Queens are on average a little longer than drones, though no beginner sees it."
DEARER = "Slate is dearer by about a fifth than it was ten years ago, and no one knows why."
THICKER = "Man sieht, dass Hilfsseile dicker als gewöhnliche Tragseile sein sollten."
TWICE = "The list now names 64 wells, nearly twice as many as the surveyors had expected."
LINES = "右に伸びる帯は10本、上に伸びる帯は20本、左に伸びる帯は30本、という具合です。"
SHUT = "扉は、約5秒後に自動的に閉じます。外で離すと、色は変更されません。"
ROW = "鍵を押すと、矢印は、次の段ではなく、左側に動きます。"
WHEEL = "水轮每天转动8小时。夜里水位不上升。"
LOANED = "The library lent 3,100 books to adults, and 900 to children of the town."
SHARE = "Die Weber erhielten 120 Taler je Stuhl, weniger als die Hälfte dessen, was sie verlangt hatten."
LIFTED = (
    "Im Jahr 1807 hob der Rat das Vorrecht auf, nachdem billiges Garn die Preise halbiert hatte."
)
LASTED = "Les travaux, commencés en avril 1899, durèrent vingt-six mois en tout."
SOWN = "On 3 May 1931 Edith Marlow sowed the first beds of the garden, and her cousins weeded them until 1958."
SILTED = "In {} the harbour silted up, and the customs house was moved to the far side of the lagoon, where it stood for six centuries."
GAUGE = "In der Schleuse werden die Pegel jeden Morgen mit einem Lot geprüft."
TARRED = "The hull, called the shell by sailors, is tarred with a long brush in May."
GREASED = "The baker first sifts the flour, then warms the milk. Before she shapes the loaves, she greases the tins."
GORSE = "The oven was fired at first with gorse, and only later with coal. Strangers came in after the lord had been told."
FOSSE = "On creuse d'abord la fosse, puis on dresse le noyau ; enfin, on remplit le moule avant la nuit."
MALZ = "Erst wird das Malz geschrotet, dann gemaischt. Boote durften erst auslaufen, nachdem der Vogt sie freigab."
YARD = "Apprentices were allowed to sell the crusts, but had to sweep the yard. The miller ought to deliver by noon."
BANNED = "Guests may not smoke in the hall, and need not leave a deposit. They may only enter with a key."
PLOMB = "On peut ajouter un peu de plomb, mais il faut éviter le zinc. Une bonne tuile peut durer quarante hivers."
LAMPE = "Die Lampe darf nicht bewegt werden. Der Wärter musste jede Stunde nachsehen, Fremde sollten sich anmelden."
UNLIKE = "Unlike the town hall, the reading room was heated by gas, and had a clock."
KIOSQUE = "Contrairement au kiosque, la salle était chauffée en hiver."
SCHUPPEN = "Anders als das Bootshaus war der Schuppen versichert."
ZU = "Reisch weigerte sich, den Brunnen zuzuschütten. Kranz unterließ es, den Schaden zu melden. Er beschloss, das Tor zu öffnen."
TOWER = "Work on the bridge began in May 1841; the first tower stood by the autumn of 1842, and the toll was a penny."
GRUE = "La grue fut montée en mars 1902 ; le quai, lui, fut achevé en juin 1905."

SALT = "Salt, the clerk found, cost twice as much in Arle as in Bremwell, a day away, in the year of the flood."
MAYOR = "Brun proposed that the smiths be permitted to keep on trading, as long as a warden stood at the gate."
TEAL = "The lake held 340 teal, four times more than the lake of Orrin. One emptying in three is followed by a dry winter."
FER = "L’eau du fossé contient moins de fer, dit-elle. Deux écoles sur cinq ferment en hiver. L’église est haute."
VIEH = "Jeder dritte Bauer verkaufte sein Vieh."
LEASE = "The abbey owned the weir, which Count Odo sold in exchange for forty barrels of wine, and mended it at once."
ROAD = "In 1702 the queen granted the road in exchange for two hundred oxen."
BOUGHT = "Odo bought the weir from the monks in exchange for forty barrels of wine."
ISLE = "The fishermen received the isle from the bishop in return for a tenth of the catch."
PACHT = "Die Gerber erhielten vom Bischof das Wehr im Gegenzug für vierzig Fässer Wein."

CRAPAUDS = "Dès que l’eau passe huit degrés, vers le 10 mars, les crapauds descendent du bois. Le garde ferma la vanne avant que la crue emportât le pont."
GRAMMES = "Une soixantaine d’oiseaux prennent chacun 400 grammes de poisson par jour."
KNECHTE = "Die Knechte bekamen je 40 Mark im Jahr."

STREAM = "A feeder is a smaller stream that runs into a larger one. The men slide iron boards between the posts."
JUDGE = "Ned Marlow was asked by the council to find out what had gone wrong, and lived on bread for up to 17 days."
SCHUSTER = (
    "Bei der Flut starben in Selby mehr als 130 Tiere, und das Wehr hielt höchstens zwölf Tage."
)

SIEVE = "The oyster sieves up to ten litres of water an hour. In 1848 the bank had 300 oysters, and lost 40 a month."
KARPFEN = "Der Müller musste jedes Jahr 30 Karpfen liefern, und im Jahr 1703 waren es 90 am Tag."
BOUGHT_OUT = "The works were sold to a firm from Leeds, which kept the name but dismissed the bakers, and the mill was let."
WEAVERS = "The weavers of Orrin complained that the three bakers, who had agreed on their prices in secret, gave short weight."
RIVER = (
    "The Isk rises in the marsh and flows into the Sava, and a towpath leads from Meir to the weir."
)
LAUTER = "Die Lauter fließt durch Meir und mündet in die Isen. Das Recht hatte das Stift dem Müller Veit verliehen."
MULES = "Until the road was opened in 1911, the glass was carried by mules. Since 1930 the warden has hardly seen."
MULAS = "Hasta que se abrió la carretera, en 1911, los aparatos se subían con mulas."
WEHR = (
    "Bevor 1926 das Wehr gebaut wurde, stiegen die Huchen bis Selby auf. Die Fähre fuhr bis 1880."
)
LOAVES = "The brown loaf weighed four pounds and cost fivepence; the white loaf weighed two pounds and cost fourpence."
BEDS = "The large ones go to the outer beds, and the small ones to the inner beds, where they learn to shut."
TILES = "In June the growers lay out tiles, and in autumn the tiles are taken up. The sieve is mended in March."
SANZ = "Ella dimitió en 1924, a los 52 años, y murió en 1940 en Meir."
OLD = "Brel left the dairy in 1906, when he was 58, and died in 1921."
CRABS = "The starfish pulls the shell open for hours; the drill, a small snail, bores a hole through it."
ALCALDE = "Ortega propuso al ayuntamiento que construyera una torre. Vidal culpó al guarda, que había dejado abierta la puerta."
LANDRAT = "Der Landrat beschuldigte die Wärterin, die das Tor geöffnet hatte. Brehm gab dem Müller das Wehr."
RISES = "The Isk rises in the high marsh, flows through Meir and joins the Sava. The mill stands on the Isk, close to the weir."
ENTSPRINGT = (
    "Die Lauter entspringt im Moor, fließt 74 Kilometer weit durch Meir und mündet bei Selby."
)
BLAMED = "Pell accused the night shift of carelessness, whereas the inspector found that a lantern had fallen."
FARE = "Priests crossed for nothing, all others paid two pence, by night the double. Each cart paid a penny."
PIERS = "The flood tore away the middle pier in May, the two others held firm, and the remaining tests were put off."
TISSOT = "The works was founded in 1724 by Paul Tissot, who had fled from Nimes, and his brother-in-law Isaac Ferrand, who kept the accounts."
LAUTH = "Der Imker Emil Karg wog sie nie; die Biologin Vera Lauth, die sie zwei Jahre lang beobachtete, schwieg."
CARRIED = "The flood carried off the kiln and most of the stock, but spared the furnace, and Martha married Coy's nephew."
SAEURE = "Ameisensalz wirkt auch in den verdeckelten Zellen, Oxalsalz nur auf den Bienen. Der Rat zahlte die Hälfte der Kosten von 14000 Talern."
GLASS = "Apprentices were not allowed to blow glass until 1820, and the line was not extended until 1866."
TENNANT = "Maud Ferris holds that it drove the price down; the economist Ivor Tennant, however, points out that the price of wheat fell."
PONDS = "Unless the ponds freeze, nothing need be done there until March. If the ice breaks, a net is laid."

WRONG = {
    "a name before a however": ("order", qa(TENNANT, "Who points out that the price of wheat fell?", "▸Maud Ferris◂", "Maud Ferris … the price of wheat fell")),
    "a name before a relative": ("order", qa(LAUTH, "Wer beobachtete die Völker zwei Jahre lang?", "▸Emil Karg◂", "Der Imker Emil Karg wog sie nie; die Biologin Vera Lauth, die sie zwei Jahre lang beobachtete", "de")),
    "a role before a relative": ("order", person(TISSOT, "▸Isaac Ferrand◂", "founder who had fled from Nimes", "who had fled from Nimes, and his brother-in-law Isaac Ferrand")),
    "behind a later verb": ("neighbour", qa(CARRIED, "What did the flood carry off?", "▸the furnace◂", "The flood carried off the kiln … spared the furnace")),
    "of whom it is the nephew": ("neighbour", qa(CARRIED, "Whom did Martha marry?", "▸Coy◂", "Martha married Coy's nephew")),
    "of the second": ("neighbour", qa(SAEURE, "Welches wirkt auch in den verdeckelten Zellen?", "▸Oxalsalz◂", "in den verdeckelten Zellen, Oxalsalz nur auf", "de")),
    "the whole for its half": ("neighbour", qa(SAEURE, "Wie viel zahlte der Rat?", "▸14000 Taler◂", "Der Rat zahlte die Hälfte der Kosten von 14000 Talern", "de")),
    "until for not until": ("order", qa(GLASS, "Until when were apprentices allowed to blow glass?", "▸until 1820◂", "not allowed to blow glass until 1820")),
    "al": ("order", qa(ALCALDE, "¿Quién propuso construir una torre?", "▸el ayuntamiento◂", "Ortega propuso al ayuntamiento que construyera una torre", "es")),
    "dem": ("order", qa(LANDRAT, "Wer gab das Wehr her?", "▸der Müller◂", "Brehm gab dem Müller das Wehr", "de")),
    "que, de otro": ("order", qa(ALCALDE, "¿Quién había dejado abierta la puerta?", "▸Vidal◂", "Vidal culpó al guarda, que había dejado abierta la puerta", "es")),
    "der, von einem anderen": ("order", qa(LANDRAT, "Wer hatte das Tor geöffnet?", "▸der Landrat◂", "Landrat beschuldigte die Wärterin, die das Tor geöffnet", "de")),
    "where another verb is": ("neighbour", qa(RISES, "Where does the Isk rise?", "▸in Meir◂", "The Isk rises in the high marsh, flows through Meir")),
    "wo ein anderes Verb ist": ("neighbour", qa(ENTSPRINGT, "Wo entspringt die Lauter?", "▸bei Selby◂", "Die Lauter entspringt im Moor … mündet bei Selby", "de")),
    "only accused": ("attribution-lost", qa(BLAMED, "What caused the fire?", "▸the carelessness of the night shift◂", "accused the night shift of carelessness")),
    "of which it is the double": ("neighbour", qa(FARE, "How much was paid by night?", "▸two pence◂", "all others paid two pence, by night the double")),
    "the others": ("neighbour", qa(PIERS, "Which piers did the flood tear away?", "▸the two others◂", "The flood tore away the middle pier in May, the two others held firm")),
    "which kill": ("neighbour", qa("The drill was brought in with foreign oysters and kills mainly the young.", "Which oysters does the drill mainly kill?", "▸foreign oysters◂", "brought in with foreign oysters and kills mainly the young")),
    "behind another verb": ("neighbour", qa(BOUGHT_OUT, "What did the firm from Leeds dismiss?", "▸the name◂", "kept the name but dismissed the bakers")),
    "who, in a relative": ("order", qa(WEAVERS, "Who had agreed on prices in secret?", "▸the weavers of Orrin◂", "The weavers of Orrin complained that the three bakers, who")),
    "into another river": ("order", qa(RIVER, "Which river flows into the ▸Isk◂?", "the Sava", "flows into the Sava")),
    "in den anderen Fluss": ("order", qa(LAUTER, "Welcher Fluss mündet in die ▸Lauter◂?", "die Isen", "mündet in die Isen", "de")),
    "to the other": ("order", qa(LAUTER, "Wem hatte Veit das Recht verliehen?", "dem ▸Stift◂", "hatte das Stift dem Müller Veit verliehen", "de")),
    "since for until": ("order", qa(MULES, "Since when was the glass carried by mules?", "▸1911◂", "the road was opened in 1911")),
    "until for since": ("order", qa(MULES, "Until when did the warden hardly see?", "▸1930◂", "Since 1930 the warden has hardly seen")),
    "desde por hasta": ("order", qa(MULAS, "¿Desde cuándo se subían los aparatos con mulas?", "▸desde que se abrió la carretera◂", "Hasta que se abrió la carretera", "es")),
    "seit für bevor": ("order", qa(WEHR, "Seit wann steigen die Huchen bis Selby auf?", "▸seit 1926◂", "Bevor 1926 das Wehr gebaut wurde", "de")),
    "the price of the other": ("neighbour", qa(LOAVES, "What did the brown loaf cost?", "▸fourpence◂", "weighed two pounds and cost fourpence")),
    "the place of the others": ("neighbour", qa(BEDS, "Which ones go to the inner beds?", "▸the large ones◂", "The large ones go to the outer beds, and the small ones to the inner")),
    "the weight of the other, hidden": ("neighbour", cloze(LOAVES, "The brown loaf weighed {{c1::▸two◂}} pounds.", "the white loaf weighed two pounds")),
    "in June for autumn": ("neighbour", qa(TILES, "When are the tiles taken up?", "▸in June◂", "In June the growers lay out tiles")),
    "the age of another year": ("neighbour", qa(SANZ, "¿A qué edad murió ella?", "▸a los 52 años◂", "en 1924, a los 52 años", "es")),
    "58 when he died": ("neighbour", qa(OLD, "How old was Brel when he died?", "▸58◂", "in 1906, when he was 58")),
    "before the semicolon": ("told-of-another", term(CRABS, "▸drill◂", "animal that pulls the shell open for hours", "pulls the shell open for hours")),
    "a day for an hour": ("unit", qa(SIEVE, "How much water does the oyster sieve a ▸day◂?", "up to ten litres", "sieves up to ten litres of water an hour")),
    "each year for a month": ("unit", qa(SIEVE, "How many oysters did the bank lose each ▸year◂?", "40", "lost 40 a month")),
    "Monat für Jahr": ("unit", qa(KARPFEN, "Wie viele Karpfen musste der Müller jeden ▸Monat◂ liefern?", "30", "jedes Jahr 30 Karpfen liefern", "de")),
    "but for one case": ("condition-lost", qa(PONDS, "▸What need be done in the ponds until March?◂", "nothing", "nothing need be done there until March")),
    "larger for smaller": ("order", term(STREAM, "feeder", "a ▸larger◂ stream that runs into a smaller one", "feeder is … larger one")),
    "posts for boards": ("order", qa(STREAM, "What do the men do?", "they slide iron ▸posts◂ between the boards", "men slide iron boards between the posts")),
    "asked for was asked": ("order", person(JUDGE, "Ned Marlow", "asked the ▸council◂ to find out what had gone wrong", "Ned Marlow was asked … gone wrong")),
    "up to": ("comparison", qa(JUDGE, "For how long did Ned Marlow live on bread?", "for ▸17 days◂", "on bread for up to 17 days")),
    "mehr als": ("comparison", qa(SCHUSTER, "Wie viele Tiere starben in Selby?", "▸130◂", "starben in Selby mehr als 130 Tiere", "de")),
    "höchstens": ("comparison", qa(SCHUSTER, "Wie lange hielt das Wehr?", "▸zwölf Tage◂", "Wehr hielt höchstens zwölf Tage", "de")),
    "got for given, from": ("order", qa(LEASE, "What did the abbey get from Count Odo?", "▸forty barrels of wine◂", "Count Odo sold in exchange for forty barrels of wine")),
    "got for given, the deed": ("order", qa(ROAD, "What did the queen grant the carters?", "▸two hundred oxen◂", "the queen granted the road in exchange for two hundred oxen")),
    "got for given, received": ("order", qa(ISLE, "What did the fishermen receive from the bishop?", "▸a tenth of the catch◂", "from the bishop in return for a tenth of the catch")),
    "im Gegenzug": ("order", qa(PACHT, "Was bekamen die Gerber vom Bischof?", "▸vierzig Fässer Wein◂", "im Gegenzug für vierzig Fässer Wein", "de")),
    "avant que pour dès que": ("order", cloze(CRAPAUDS, "Les crapauds descendent du bois avant que l’eau passe {{c1::▸huit◂ degrés}}.", "Dès que l’eau passe huit degrés, vers le 10 mars, les crapauds descendent du bois", "fr")),
    "après que pour avant que": ("order", cloze(CRAPAUDS, "Le garde ferma {{c1::la vanne}} après que la ▸crue◂ emporta le pont.", "Le garde ferma la vanne avant que la crue emportât le pont", "fr")),
    "à eux tous pour chacun": ("claim-added", cloze(GRAMMES, "Une soixantaine d’oiseaux prennent ▸à eux tous◂ {{c1::400 grammes}} de poisson.", "prennent chacun 400 grammes de poisson", "fr")),
    "zusammen für je": ("claim-added", qa(KNECHTE, "Was bekamen die Knechte ▸zusammen◂ im Jahr?", "40 Mark", "Die Knechte bekamen je 40 Mark im Jahr", "de")),
    "as much in one as in the other": ("comparison", qa(SALT, "How did the price of salt in ▸Bremwell◂ compare with that in Arle?", "It was twice as high.", "cost twice as much in Arle as in Bremwell")),
    "twice as much there": ("comparison", qa(SALT, "How much did salt cost in ▸Bremwell◂, compared with Arle?", "twice as much", "cost twice as much in Arle as in Bremwell")),
    "must for may, at a condition": ("claim-added", qa(MAYOR, "What did the smiths ▸have to◂ do by Brun's proposal?", "They had to keep on trading, with a warden at the gate.", "the smiths be permitted to keep on trading, as long as a warden stood")),
    "fewer for more": ("opposite", cloze(TEAL, "The lake held {{c1::340}} teal, four times ▸fewer◂ than the lake of Orrin.", "The lake held 340 teal, four times more")),
    "plus pour moins": ("opposite", qa(FER, "Que dit-elle du fossé ?", "L’eau y contient ▸plus◂ de fer.", "L’eau du fossé contient moins de fer", "fr")),
    "each for one in three": ("claim-added", cloze(TEAL, "▸Every◂ emptying is followed by a {{c1::dry winter}}.", "One emptying in three is followed by a dry winter")),
    "toutes pour deux sur cinq": ("claim-added", cloze(FER, "▸Toutes◂ les écoles {{c1::ferment}} en hiver.", "Deux écoles sur cinq ferment en hiver", "fr")),
    "jeder für jeder dritte": ("claim-added", cloze(VIEH, "▸Jeder◂ Bauer verkaufte {{c1::sein Vieh}}.", "Jeder dritte Bauer verkaufte sein Vieh", "de")),
    "the whole for a part": ("neighbour", qa(HEARD, "How many witnesses who worked on the quay were heard?", "▸96◂", "heard 96 witnesses")),
    "another thing's time": ("neighbour", qa(KEPT, "How long are the envelopes kept?", "▸for eight years◂", "Keep the letters for eight years")),
    "another case": ("neighbour", cloze(FALLEN, "Of 80 treated trees, {{c1::▸41◂}} lost their leaves.", "untreated, 41 lost them")),
    "another month": ("neighbour", qa(FLOOD, "Combien d'habitants le bourg compta-t-il en décembre ?", "▸412◂", "Le bourg compta 412 habitants", "fr")),
    "they for it": ("order", qa(MITE, "What makes infected bees weaken?", "They drink the blood of the ▸mite◂.", "the mite drinks their blood")),
    "the object for the subject": ("order", qa(DRIVEN, "What do the old potters do?", "They slowly drive the cheap ▸glass◂ away.", "slowly drives the old potters away")),
    "whom": ("order", person(ACCUSED, "Ann Selby", "woman whom the ▸council◂ has accused of haste", "Ann Selby has accused the council of haste")),
    "que": ("order", person(MAIRE, "Hubert Castel", "maire que le ▸meunier◂ accusa", "Hubert Castel, accusait plutôt le meunier", "fr")),
    "another case of a noun": ("order", qa(SWAN, "Was geschieht am Abend?", "Der ▸Reiher◂ vertreibt den Schwan.", "Am Abend vertreibt der Schwan den Reiher", "de")),
    "from and to": ("order", qa(MOVED, "Wohin wanderten die Akten?", "von ▸Bregenz◂ nach Lindau", "wanderten im Mai von Lindau nach Bregenz", "de")),
    "larger": ("comparison", qa(LARGER, "How do queens and drones differ?", "▸Drones◂ are a little longer.", "Queens are on average a little longer than drones")),
    "dearer": ("comparison", cloze(DEARER, "▸Ten◂ years ago {{c1::slate}} was dearer than it is now.", "Slate is dearer by about a fifth than it was")),
    "dicker": ("comparison", qa(THICKER, "Wie dick sind Tragseile im Vergleich mit Hilfsseilen?", "▸dicker◂", "Hilfsseile dicker als gewöhnliche Tragseile", "de")),
    "twice as many": ("comparison", qa(TWICE, "How many wells had the surveyors ▸expected◂?", "nearly twice as many", "nearly twice as many as the surveyors")),
    "in total": ("claim-added", qa(LOANED, "How many books did the library lend in ▸total◂?", "3,100", "lent 3,100 books to adults")),
    "another line": ("neighbour", qa(LINES, "上に伸びる帯は何本ですか。", "▸30本◂", "左に伸びる帯は30本", "ja")),
    "minutes for seconds": ("unit", qa(SHUT, "扉は約何▸分◂後に閉じますか。", "5", "約5秒後に自動的に閉じます", "ja")),
    "grams for kilograms": ("unit", qa(HEMP, "一俵の重さはどれくらいですか。", "九十▸グラム◂", "一俵は九十キログラムで", "ja")),
    "seconds that are answered": ("unit", qa(HEMP, "炉はどれくらいで熱くなりますか。", "90▸秒◂", "炉は90分で熱くなり", "ja")),
    "a deed that was none": ("polarity", qa(HEMP, "麻はどこから買ったか。", "▸近くの農家◂", "近くの農家からは買わなかった", "ja")),
    "the borrower of what was lent": ("order", qa(LENDING, "To whom did Martha lend money?", "▸the harbour board◂", "with money lent by the harbour board")),
    "a verb with masen": ("polarity", qa(SHUT, "外で離すと、色はどうなりますか。", "▸変更される◂", "色は変更されません", "ja")),
    "what is set off": ("polarity", cloze(ROW, "鍵を押すと、矢印は{{c1::▸次の段◂}}に動きます。", "次の段ではなく、左側に動きます", "ja")),
    "bu": ("polarity", qa(WHEEL, "夜里水位怎样？", "▸上升◂", "夜里水位不上升", "zh")),
    "ji tian": ("unit", qa(WHEEL, "水轮每天转动几▸天◂？", "8", "水轮每天转动8小时", "zh")),
    "half of what": ("comparison", qa(SHARE, "Wie viel hatten die Weber je Stuhl ▸verlangt◂?", "120 Taler", "erhielten 120 Taler je Stuhl", "de")),
    "after for who": ("answer-who", qa(LIFTED, "Wer hob 1807 das Vorrecht auf?", "▸nachdem billiges Garn die Preise halbiert hatte◂", "nachdem billiges Garn die Preise halbiert hatte", "de")),
    "a day for who": ("answer-who", qa("Die Zahlen sind noch am selben Tag ins Buch einzutragen und aufzubewahren.", "Wer hat die Zahlen ins Buch einzutragen?", "▸noch am selben Tag◂", "noch am selben Tag ins Buch einzutragen", "de")),
    "a month for how many": ("answer-how-many", qa(LASTED, "Combien de mois durèrent les travaux ?", "▸commencés en avril 1899◂", "commencés en avril 1899, durèrent vingt-six mois", "fr")),
    "the date of another deed": ("neighbour", date(SOWN, "▸1958◂", "Edith Marlow sows the first beds of the garden.", "Edith Marlow sowed the first beds", "her cousins weeded them until 1958")),
    "the year of another sentence": ("neighbour", date("Le moulin fut fondé le 9 mai 1898 par 40 voisins. Son premier maître, Auguste Bellan, demanda un plan à Paul Desmaux.", "▸9 mai 1898◂", "Le maître demande un plan à Paul Desmaux.", "fut fondé le 9 mai 1898", "demanda un plan à Paul Desmaux", language="fr")),
    "the date of what comes before": ("neighbour", date(SILTED.format("146 BC"), "▸146 BC◂", "The customs house was moved to the far side of the lagoon.", "In 146 BC the harbour silted up", "was moved to the far side")),
    "with what": ("neighbour", qa(TARRED, "With what is the hull tarred?", "▸the shell◂", "called the shell by sailors")),
    "womit": ("neighbour", qa(GAUGE, "Womit werden die Pegel geprüft?", "▸mit der Schleuse◂", "In der Schleuse werden die Pegel", "de")),
    "what comes next": ("order", qa(GREASED, "What does the baker do first?", "▸She warms the milk.◂", "then warms the milk")),
    "both turned round": ("order", cloze(GREASED, "The baker warms the milk and then sifts the {{c1::▸flour◂}}.", "first sifts the flour, then warms the milk")),
    "before the first": ("order", qa(GREASED, "What does the baker do before she sifts the ▸flour◂?", "She warms the milk.", "first sifts the flour, then warms the milk")),
    "after for before": ("order", cloze(GREASED, "She ▸greases◂ the tins after she shapes the {{c1::loaves}}.", "Before she shapes the loaves, she greases the tins")),
    "later for at first": ("order", qa(GORSE, "With what was the oven fired at first?", "▸coal◂", "only later with coal")),
    "the later thing after": ("order", qa(GORSE, "When was the lord told?", "after strangers ▸came◂ in", "Strangers came in after the lord had been told")),
    "puis": ("order", qa(FOSSE, "Que fait-on en premier ?", "▸On dresse le noyau.◂", "puis on dresse le noyau", "fr")),
    "not the last": ("order", qa(FOSSE, "Que fait-on en dernier ?", "▸On dresse le noyau.◂", "puis on dresse le noyau", "fr")),
    "erst and dann": ("order", cloze(MALZ, "Das Malz wird erst ▸gemaischt◂ und dann {{c1::geschrotet}}.", "Erst wird das Malz geschrotet, dann gemaischt", "de")),
    "must for may": ("claim-added", qa(YARD, "What ▸must◂ apprentices sell?", "the crusts", "Apprentices were allowed to sell the crusts")),
    "may for must": ("claim-added", qa(YARD, "What were apprentices ▸allowed to◂ sweep?", "the yard", "had to sweep the yard")),
    "must for should": ("claim-added", cloze(YARD, "The miller ▸must◂ {{c1::deliver}} by noon.", "The miller ought to deliver by noon")),
    "need not for may not": ("claim-added", cloze(BANNED, "Guests ▸need not◂ {{c1::smoke}} in the hall.", "Guests may not smoke in the hall")),
    "doit for peut": ("claim-added", cloze(PLOMB, "On ▸doit◂ ajouter un peu de {{c1::plomb}}.", "On peut ajouter un peu de plomb", "fr")),
    "will for may": ("claim-added", cloze(PLOMB, "Une bonne tuile ▸durera◂ {{c1::quarante}} hivers.", "Une bonne tuile peut durer quarante hivers", "fr")),
    "muss nicht": ("claim-added", cloze(LAMPE, "Die Lampe ▸muss◂ nicht {{c1::bewegt}} werden.", "Die Lampe darf nicht bewegt werden", "de")),
    "durfte for musste": ("claim-added", qa(LAMPE, "Was ▸durfte◂ der Wärter jede Stunde?", "nachsehen", "Der Wärter musste jede Stunde nachsehen", "de")),
    "behind the unlike": ("comparison", qa(UNLIKE, "What was heated by gas?", "the town ▸hall◂", "Unlike the town hall, the reading room was heated by gas")),
    "unlike, turned round": ("comparison", cloze(UNLIKE, "Unlike the reading room, the {{c1::town ▸hall◂}} was heated by gas.", "Unlike the town hall, the reading room was heated by gas")),
    "contrairement": ("comparison", cloze(KIOSQUE, "Contrairement à la salle, le {{c1::▸kiosque◂}} était chauffé.", "Contrairement au kiosque, la salle était chauffée", "fr")),
    "anders als": ("comparison", qa(SCHUPPEN, "Was war versichert?", "das ▸Bootshaus◂", "Anders als das Bootshaus war der Schuppen", "de")),
    "weigerte sich": ("polarity", qa(ZU, "Was tat Reisch mit dem Brunnen?", "Er schüttete ihn zu.", "▸den Brunnen zuzuschütten◂", "de")),
    "unterließ es": ("polarity", qa(ZU, "Was meldete Kranz?", "den Schaden", "▸den Schaden zu melden◂", "de")),
    "the year of the other part": ("neighbour", cloze(TOWER, "Work on the bridge began in the autumn of {{c1::▸1842◂}}.", "stood by the autumn of 1842")),
    "the month of the quay": ("neighbour", qa(GRUE, "En quelle année la grue fut-elle montée, en juin ou en mars ?", "▸1905◂", "fut achevé en juin 1905", "fr")),
}  # fmt: skip

RIGHT = {
    "the name before a however": qa(TENNANT, "Who points out that the price of wheat fell?", "Ivor Tennant", "Ivor Tennant, however, points out that the price of wheat fell"),
    "the name before a relative": qa(LAUTH, "Wer beobachtete die Völker zwei Jahre lang?", "Vera Lauth", "die Biologin Vera Lauth, die sie zwei Jahre lang beobachtete", "de"),
    "his role": person(TISSOT, "Paul Tissot", "founder who had fled from Nimes", "founded in 1724 by Paul Tissot, who had fled from Nimes"),
    "whose brother-in-law": person(TISSOT, "Isaac Ferrand", "brother-in-law of Paul Tissot, who had fled from Nimes", "who had fled from Nimes, and his brother-in-law Isaac Ferrand"),
    "behind that verb": qa(CARRIED, "What did the flood spare?", "the furnace", "but spared the furnace"),
    "one of two objects": qa(CARRIED, "What did the flood carry off besides most of the stock?", "the kiln", "carried off the kiln"),
    "Coy's nephew": qa(CARRIED, "Whom did Martha marry?", "Coy's nephew", "Martha married Coy's nephew"),
    "whose nephew": qa(CARRIED, "Whose nephew did Martha marry?", "Coy's", "Martha married Coy's nephew"),
    "of the first": qa(SAEURE, "Welches wirkt auch in den verdeckelten Zellen?", "Ameisensalz", "Ameisensalz wirkt auch in den verdeckelten Zellen", "de"),
    "the second itself": qa(SAEURE, "Welches wirkt nur auf den Bienen?", "Oxalsalz", "Oxalsalz nur auf den Bienen", "de"),
    "the whole itself": qa(SAEURE, "Wie hoch waren die Kosten?", "14000 Taler", "die Hälfte der Kosten von 14000 Talern", "de"),
    "the half of it": qa(SAEURE, "Wie viel zahlte der Rat?", "die Hälfte der 14000 Taler", "Der Rat zahlte die Hälfte der Kosten von 14000 Talern", "de"),
    "since, for not until": qa(GLASS, "Since when were apprentices allowed to blow glass?", "since 1820", "not allowed to blow glass until 1820"),
    "not to do one thing but another": qa("The aim of the boards is not to pull the old party down, but to mend it.", "What is the aim of the boards for the old party?", "mend it", "but to mend it"),
    "the other months": qa("En principe, chacun restait trente jours en mer, puis dix jours à terre.", "Combien de jours un gardien restait-il en principe à terre ?", "dix jours", "trente jours en mer, puis dix jours à terre", "fr"),
    "propuso": qa(ALCALDE, "¿Quién propuso construir una torre?", "Ortega", "Ortega propuso al ayuntamiento", "es"),
    "a quién": qa(ALCALDE, "¿A quién propuso Ortega construir una torre?", "al ayuntamiento", "Ortega propuso al ayuntamiento", "es"),
    "wer": qa(LANDRAT, "Wer gab das Wehr her?", "Brehm", "Brehm gab dem Müller das Wehr", "de"),
    "el guarda": qa(ALCALDE, "¿Quién había dejado abierta la puerta?", "el guarda", "al guarda, que había dejado abierta la puerta", "es"),
    "die Wärterin": qa(LANDRAT, "Wer hatte das Tor geöffnet?", "die Wärterin", "die Wärterin, die das Tor geöffnet hatte", "de"),
    "who, in a Beisatz": qa("Veit, der Sohn eines Müllers aus Selby, der das Tor geöffnet hatte, floh.", "Wer hatte das Tor geöffnet?", "Veit", "Veit, der Sohn eines Müllers aus Selby, der das Tor geöffnet hatte", "de"),
    "where it rises": qa(RISES, "Where does the Isk rise?", "in the high marsh", "The Isk rises in the high marsh"),
    "where it stands": qa(RISES, "Where does the mill stand?", "close to the weir", "The mill stands on the Isk, close to the weir"),
    "wo sie mündet": qa(ENTSPRINGT, "Wo mündet die Lauter?", "bei Selby", "mündet bei Selby", "de"),
    "accused, as said": qa(BLAMED, "Of what did Pell accuse the night shift?", "of carelessness", "accused the night shift of carelessness"),
    "in his view": qa(BLAMED, "What was to blame, according to Pell?", "the carelessness of the night shift", "accused the night shift of carelessness"),
    "the fare by day": qa(FARE, "How much did all others pay?", "two pence", "all others paid two pence"),
    "the double": qa(FARE, "How much was paid by night?", "the double of two pence", "all others paid two pence, by night the double"),
    "those that held": qa(PIERS, "Which piers held firm?", "the two others", "the two others held firm"),
    "what is remaining": qa(PIERS, "What was put off?", "the remaining tests", "the remaining tests were put off"),
    "an object in part": qa("The frost cracked the tiles and split all the young oaks of the park.", "What did the frost split?", "the young oaks", "split all the young oaks of the park"),
    "behind its own verb": qa(BOUGHT_OUT, "What did the firm from Leeds keep?", "the name", "kept the name but dismissed the bakers"),
    "before a relative with the verb": qa("The bakers of Orrin sold the loaves that they baked by night, and slept at noon.", "What did the bakers sell?", "the loaves", "sold the loaves that they baked by night"),
    "what was done to it": qa("The owners took the mill in hand and the wheel was mended with oak.", "What did the owners mend?", "the wheel", "the wheel was mended with oak"),
    "two things that both verbs have": qa("She washed the tiles and laid the tiles and the slates out to dry.", "What did she wash?", "the tiles", "washed the tiles and laid"),
    "a list behind it": qa("The firm kept the name, the oven and the yard, but sold the carts.", "What did the firm keep?", "the name, the oven and the yard", "kept the name, the oven and the yard"),
    "who, of the bakers": qa(WEAVERS, "Who had agreed on prices in secret?", "the three bakers", "the three bakers, who had agreed on their prices in secret"),
    "who, in an apposition": qa("Brel was the first of the bakers who had agreed on their prices in secret.", "Who had agreed on prices in secret?", "Brel", "Brel was the first of the bakers who had agreed"),
    "who complained": qa(WEAVERS, "Who complained of the three bakers?", "the weavers of Orrin", "The weavers of Orrin complained"),
    "into which": qa(RIVER, "Into which river does the Isk flow?", "the Sava", "flows into the Sava"),
    "from where to where": qa(RIVER, "From where does the towpath lead to the weir?", "from Meir", "leads from Meir to the weir"),
    "in welchen": qa(LAUTER, "In welchen Fluss mündet die Lauter?", "in die Isen", "mündet in die Isen", "de"),
    "dem, als Relativ": qa(LAUTER, "Wer war Veit?", "der Müller, dem das Stift das Recht verliehen hatte", "hatte das Stift dem Müller Veit verliehen", "de"),
    "since": qa(MULES, "Since when has the warden hardly seen?", "since 1930", "Since 1930 the warden has hardly seen"),
    "until": qa(MULES, "Until when was the glass carried by mules?", "until the road was opened in 1911", "Until the road was opened in 1911"),
    "hasta": qa(MULAS, "¿Hasta cuándo se subían los aparatos con mulas?", "hasta que se abrió la carretera", "Hasta que se abrió la carretera", "es"),
    "bis wann": qa(WEHR, "Bis wann fuhr die Fähre?", "1880", "Die Fähre fuhr bis 1880", "de"),
    "from one until the other": qa("The ferry ran from 1720 until 1740 and carried salt.", "Since when did the ferry run?", "since 1720", "The ferry ran from 1720 until 1740"),
    "its own price": qa(LOAVES, "What did the brown loaf cost?", "fivepence", "weighed four pounds and cost fivepence"),
    "both of them": qa(LOAVES, "How did the brown loaf and the white loaf differ in weight?", "four pounds and two pounds", "brown loaf weighed four pounds … white loaf weighed two pounds"),
    "its own place": qa(BEDS, "Where do the small ones go?", "to the inner beds", "the small ones to the inner beds"),
    "two of one part": qa("She baked two kinds of bread: the loaf weighed four pounds, and the roll weighed two pounds.", "How much did the loaf weigh that she baked?", "four pounds", "the loaf weighed four pounds"),
    "in autumn": qa(TILES, "When are the tiles taken up?", "in autumn", "in autumn the tiles are taken up"),
    "in June": qa(TILES, "When are the tiles laid out?", "in June", "In June the growers lay out tiles"),
    "the age of that year": qa(OLD, "How old was Brel when he left the dairy?", "58", "in 1906, when he was 58"),
    "in words of its own": qa(OLD, "At what age did Brel give up the dairy?", "58", "in 1906, when he was 58"),
    "behind its semicolon": term(CRABS, "drill", "small snail that bores a hole through the shell", "the drill, a small snail, bores a hole"),
    "what it goes on with": term("The drill came with oysters from abroad; the animal bores a hole through the shell.", "drill", "animal that bores a hole through the shell", "the animal bores a hole through the shell"),
    "an hour": qa(SIEVE, "How much water does the oyster sieve an hour?", "up to ten litres", "sieves up to ten litres of water an hour"),
    "a month, in words of its own": qa(SIEVE, "How many oysters did the bank lose every month?", "40", "lost 40 a month"),
    "of no time": qa(SIEVE, "How many oysters did the bank lose in a month of 1848?", "40", "lost 40 a month"),
    "another figure": qa(SIEVE, "How many oysters did the bank have in a year?", "300", "the bank had 300 oysters"),
    "jedes Jahr": qa(KARPFEN, "Wie viele Karpfen musste der Müller pro Jahr liefern?", "30", "jedes Jahr 30 Karpfen liefern", "de"),
    "am Tag": qa(KARPFEN, "Wie viele waren es im Jahr 1703 am Tag?", "90", "im Jahr 1703 waren es 90 am Tag", "de"),
    "unless they freeze": qa(PONDS, "What need be done in the ponds until March, unless they freeze?", "nothing", "nothing need be done there until March"),
    "as long as they do not freeze": qa(PONDS, "For how long can the ponds be left alone if they do not freeze?", "until March", "nothing need be done there until March"),
    "smaller into larger": term(STREAM, "feeder", "a smaller stream that runs into a larger one", "feeder is … larger one"),
    "posts on either side": qa(STREAM, "What do the men do with the posts?", "between the posts they slide iron boards", "men slide iron boards between the posts"),
    "a list turned round": qa("The mill sells bran, flour and salt and pays the men of the town.", "What does the mill sell?", "salt and flour and bran", "mill sells bran, flour and salt"),
    "was asked": person(JUDGE, "Ned Marlow", "was asked by the council to find out what had gone wrong", "Ned Marlow was asked … gone wrong"),
    "whom it asked": qa(JUDGE, "Whom did the council ask?", "The council asked Ned Marlow.", "Ned Marlow was asked by the council"),
    "up to, as it is": qa(JUDGE, "For how long did Ned Marlow live on bread?", "for up to 17 days", "on bread for up to 17 days"),
    "up to how many": qa(JUDGE, "For how many days at most did Ned Marlow live on bread?", "17", "on bread for up to 17 days"),
    "mehr als, anders": qa(SCHUSTER, "Wie viele Tiere starben in Selby?", "über 130", "starben in Selby mehr als 130 Tiere", "de"),
    "what was got for it": qa(LEASE, "What did Count Odo get from the abbey?", "forty barrels of wine", "Count Odo sold in exchange for forty barrels of wine"),
    "for what it was sold": qa(LEASE, "For what did Count Odo sell the weir?", "forty barrels of wine", "Count Odo sold in exchange for forty barrels of wine"),
    "what she got for it": qa(ROAD, "What did the queen take in exchange for the road?", "two hundred oxen", "granted the road in exchange for two hundred oxen"),
    "what she granted": qa(ROAD, "What did the queen grant in 1702?", "the road", "the queen granted the road in exchange for two hundred oxen"),
    "what was bought": qa(BOUGHT, "What did the monks get from Odo?", "forty barrels of wine", "Odo bought the weir from the monks in exchange for forty barrels of wine"),
    "what the bishop got": qa(ISLE, "What did the bishop receive from the fishermen?", "a tenth of the catch", "from the bishop in return for a tenth of the catch"),
    "vom Bischof": qa(PACHT, "Was bekam der Bischof von den Gerbern?", "vierzig Fässer Wein", "im Gegenzug für vierzig Fässer Wein", "de"),
    "dès que": cloze(CRAPAUDS, "Les crapauds descendent du bois dès que l’eau passe {{c1::huit degrés}}.", "Dès que l’eau passe huit degrés, vers le 10 mars, les crapauds descendent du bois", "fr"),
    "une fois que": cloze(CRAPAUDS, "Les crapauds descendent du bois une fois que l’eau passe {{c1::huit degrés}}.", "Dès que l’eau passe huit degrés, vers le 10 mars, les crapauds descendent du bois", "fr"),
    "avant que": cloze(CRAPAUDS, "Avant que la crue emportât le pont, le garde ferma {{c1::la vanne}}.", "Le garde ferma la vanne avant que la crue emportât le pont", "fr"),
    "après que, de l’autre": cloze(CRAPAUDS, "La crue emporta le pont après que le garde ferma {{c1::la vanne}}.", "Le garde ferma la vanne avant que la crue emportât le pont", "fr"),
    "chacun": cloze(GRAMMES, "Une soixantaine d’oiseaux prennent chacun {{c1::400 grammes}} de poisson.", "prennent chacun 400 grammes de poisson", "fr"),
    "je": qa(KNECHTE, "Was bekamen die Knechte im Jahr?", "je 40 Mark", "Die Knechte bekamen je 40 Mark im Jahr", "de"),
    "as much as in the other": qa(SALT, "How did the price of salt in Arle compare with that in Bremwell?", "It was twice as high.", "cost twice as much in Arle as in Bremwell"),
    "as much as elsewhere": qa(SALT, "How much did salt cost in Arle, compared with Bremwell?", "twice as much", "cost twice as much in Arle as in Bremwell"),
    "may at a condition": qa(MAYOR, "What might the smiths do by Brun's proposal?", "They might keep on trading.", "the smiths be permitted to keep on trading"),
    "told of the other": cloze(TEAL, "The lake of Orrin held four times fewer {{c1::teal}} than the lake.", "340 teal, four times more than the lake of Orrin"),
    "asked for the other": qa(TEAL, "Which lake held four times fewer teal?", "the lake of Orrin", "four times more than the lake of Orrin"),
    "each, beside so many minutes": qa("In the lab two teal in 30 minutes were fed, every one of them by hand.", "How was every teal of the lab fed?", "by hand", "every one of them by hand"),
    "each, beside so many hours": cloze("One emptying in 24 hours is the rule, and every emptying is noted.", "Every emptying is {{c1::noted}}.", "every emptying is noted"),
    "not each": cloze(TEAL, "Not every emptying is followed by a {{c1::dry winter}}.", "One emptying in three is followed by a dry winter"),
    "deux de toutes": cloze(FER, "De toutes les écoles, {{c1::deux}} sur cinq ferment en hiver.", "Deux écoles sur cinq ferment en hiver", "fr"),
    "jeder dritte": cloze(VIEH, "Jeder dritte Bauer verkaufte {{c1::sein Vieh}}.", "Jeder dritte Bauer verkaufte sein Vieh", "de"),
    "its own year": cloze(TOWER, "The first tower of the bridge stood by the autumn of {{c1::1842}}.", "stood by the autumn of 1842"),
    "when work began": qa(TOWER, "When did work on the bridge begin?", "in May 1841", "Work on the bridge began in May 1841"),
    "le quai": qa(GRUE, "En quelle année le quai fut-il achevé ?", "1905", "fut achevé en juin 1905", "fr"),
    "what he refused": qa(ZU, "Was weigerte sich Reisch zu tun?", "den Brunnen zuzuschütten", "den Brunnen zuzuschütten", "de"),
    "what was left undone": qa(ZU, "Was unterließ Kranz?", "den Schaden zu melden", "den Schaden zu melden", "de"),
    "beschloss": qa(ZU, "Was beschloss er zu öffnen?", "das Tor", "das Tor zu öffnen", "de"),
    "before the unlike": qa(UNLIKE, "What was heated by gas, unlike the town hall?", "the reading room", "the reading room was heated by gas"),
    "unlike as there": cloze(UNLIKE, "Unlike the town hall, the {{c1::reading room}} was heated by gas.", "Unlike the town hall, the reading room was heated by gas"),
    "unlike what": qa(UNLIKE, "Unlike what was the reading room heated by gas?", "the town hall", "Unlike the town hall, the reading room"),
    "la salle": qa(KIOSQUE, "Qu'est-ce qui était chauffé en hiver ?", "la salle", "la salle était chauffée en hiver", "fr"),
    "der Schuppen": qa(SCHUPPEN, "Was war versichert?", "der Schuppen", "war der Schuppen versichert", "de"),
    "the first step": qa(GREASED, "What does the baker do first?", "She sifts the flour.", "first sifts the flour"),
    "the next step": qa(GREASED, "What does the baker do after she sifts the flour?", "She warms the milk.", "first sifts the flour, then warms the milk"),
    "both in order": cloze(GREASED, "The baker sifts the flour and then warms the {{c1::milk}}.", "first sifts the flour, then warms the milk"),
    "before, from the other side": cloze(GREASED, "She shapes the loaves after she greases the {{c1::tins}}.", "Before she shapes the loaves, she greases the tins"),
    "what it was later": qa(GORSE, "With what was the oven fired later?", "with coal", "only later with coal"),
    "after what": qa(GORSE, "When did strangers come in?", "after the lord had been told", "Strangers came in after the lord had been told"),
    "d'abord": qa(FOSSE, "Que fait-on en premier ?", "On creuse la fosse.", "On creuse d'abord la fosse", "fr"),
    "the last": qa(FOSSE, "Que fait-on en dernier ?", "On remplit le moule.", "enfin, on remplit le moule", "fr"),
    "before what": qa(FOSSE, "Avant quoi remplit-on le moule ?", "avant la nuit", "on remplit le moule avant la nuit", "fr"),
    "not before": qa(MALZ, "Wann durften Boote auslaufen?", "nachdem der Vogt sie freigab", "nachdem der Vogt sie freigab", "de"),
    "a first thing": qa("The first tower was built in 1802, then the wall was raised.", "What was raised after the first tower?", "the wall", "then the wall was raised"),
    "may as there": qa(YARD, "What were apprentices allowed to sell?", "the crusts", "Apprentices were allowed to sell the crusts"),
    "had to as there": qa(YARD, "What did apprentices have to sweep?", "the yard", "had to sweep the yard"),
    "should for ought": qa(YARD, "By when should the miller deliver?", "by noon", "The miller ought to deliver by noon"),
    "must not for may not": qa(BANNED, "What must guests not do in the hall?", "smoke", "Guests may not smoke in the hall"),
    "must for may only": qa(BANNED, "With what must guests enter?", "with a key", "They may only enter with a key"),
    "on peut": qa(PLOMB, "Que peut-on ajouter ?", "un peu de plomb", "On peut ajouter un peu de plomb", "fr"),
    "darf nicht": cloze(LAMPE, "Die Lampe darf nicht {{c1::bewegt}} werden.", "Die Lampe darf nicht bewegt werden", "de"),
    "musste": qa(LAMPE, "Was musste der Wärter jede Stunde tun?", "nachsehen", "Der Wärter musste jede Stunde nachsehen", "de"),
    "the part": qa(HEARD, "How many witnesses who worked on the quay were heard?", "seven", "only seven worked on the quay"),
    "the whole": qa(HEARD, "How many witnesses did the inquiry hear?", "96", "heard 96 witnesses"),
    "its own time": qa(KEPT, "How long are the envelopes kept?", "for three weeks", "burn the envelopes after three weeks"),
    "its own case": cloze(FALLEN, "Of 80 treated trees, {{c1::9}} lost their leaves.", "9 lost their leaves"),
    "the first month": qa(FLOOD, "Combien d'habitants le bourg compta-t-il en mai ?", "412", "Le bourg compta 412 habitants", "fr"),
    "a year beside a number": qa("The school has taught 40 girls, and it moved to the quay in 1903.", "How many girls did the school on the quay teach?", "40", "has taught 40 girls"),
    "an ordinal": qa("The first bridge had 12 arches, the second none.", "How many arches did the first bridge have?", "12", "The first bridge had 12 arches"),
    "it": qa(MITE, "What makes infected bees weaken?", "It drinks their blood.", "the mite drinks their blood"),
    "its own object": qa(DRIVEN, "What does cheap glass do?", "It slowly drives the old potters away.", "slowly drives the old potters away"),
    "who": person(ACCUSED, "Ann Selby", "woman who has accused the council of haste", "Ann Selby has accused the council of haste"),
    "qui": person(MAIRE, "Hubert Castel", "maire qui accusa le meunier", "Hubert Castel, accusait plutôt le meunier", "fr"),
    "a passive of its own": qa(MITE, "What makes infected bees weaken?", "Their blood is drunk by the mite.", "the mite drinks their blood"),
    "the same case": qa(SWAN, "Was geschieht am Abend?", "Den Reiher vertreibt der Schwan.", "Am Abend vertreibt der Schwan den Reiher", "de"),
    "a passive in another case": qa(SWAN, "Was geschieht am Abend?", "Der Reiher wird vertrieben.", "Am Abend vertreibt der Schwan den Reiher", "de"),
    "from and to the same": qa(MOVED, "Wohin wanderten die Akten?", "von Lindau nach Bregenz", "wanderten im Mai von Lindau nach Bregenz", "de"),
    "longer": qa(LARGER, "How do queens and drones differ?", "Queens are a little longer.", "Queens are on average a little longer than drones"),
    "dearer now": cloze(DEARER, "Today {{c1::slate}} is dearer than it was ten years ago.", "Slate is dearer by about a fifth than it was"),
    "dicker als": qa(THICKER, "Wie dick sind Hilfsseile im Vergleich mit Tragseilen?", "dicker", "Hilfsseile dicker als gewöhnliche Tragseile", "de"),
    "twice as many named": qa(TWICE, "How many wells does the list name, compared with what was expected?", "nearly twice as many", "nearly twice as many as the surveyors"),
    "a total of the text": qa("In total the library lent 4,000 books last year.", "How many books did the library lend in total?", "4,000", "In total the library lent 4,000 books"),
    "its own line": qa(LINES, "上に伸びる帯は何本ですか。", "20本", "上に伸びる帯は20本", "ja"),
    "seconds": qa(SHUT, "扉は約何秒後に閉じますか。", "5", "約5秒後に自動的に閉じます", "ja"),
    "kilograms": qa(HEMP, "一俵の重さはどれくらいですか。", "九十キログラム", "一俵は九十キログラムで", "ja"),
    "kilograms, short": qa(HEMP, "一俵の重さはどれくらいですか。", "九十キロ", "一俵は九十キログラムで", "ja"),
    "a share": qa(HEMP, "水はどれくらいでよいか。", "三分の一", "水は三分の一でよい", "ja"),
    "what was not bought": qa(HEMP, "麻はどこから買わなかったか。", "近くの農家", "近くの農家からは買わなかった", "ja"),
    "who lent": qa(LENDING, "Who lent Martha the money?", "the harbour board", "with money lent by the harbour board"),
    "every other": cloze(LENDING, "Every other {{c1::beam}} was new.", "every second beam was new"),
    "masen": qa(SHUT, "外で離すと、色はどうなりますか。", "変更されない", "色は変更されません", "ja"),
    "what is not set off": cloze(ROW, "鍵を押すと、矢印は{{c1::左側}}に動きます。", "次の段ではなく、左側に動きます", "ja"),
    "what must be": qa("扉は必ず閉じなければならない。", "扉はどうしますか。", "閉じる", "扉は必ず閉じなければならない", "ja"),
    "bu as there": qa(WHEEL, "夜里水位怎样？", "不上升", "夜里水位不上升", "zh"),
    "ji xiaoshi": qa(WHEEL, "水轮每天转动几小时？", "8", "水轮每天转动8小时", "zh"),
    "what they got": qa(SHARE, "Wie viel erhielten die Weber je Stuhl?", "120 Taler", "erhielten 120 Taler je Stuhl", "de"),
    "the council": qa(LIFTED, "Wer hob 1807 das Vorrecht auf?", "der Rat", "Im Jahr 1807 hob der Rat das Vorrecht", "de"),
    "whoever is younger": qa("Wer jünger als 14 ist, muss begleitet werden.", "Wer muss begleitet werden?", "wer jünger als 14 ist", "Wer jünger als 14 ist, muss begleitet", "de"),
    "somebody on a day": qa("Am selben Tag trägt die Wirtin die Zahlen ins Buch ein.", "Wer trägt die Zahlen ein?", "die Wirtin, am selben Tag", "Am selben Tag trägt die Wirtin", "de"),
    "so many months": qa(LASTED, "Combien de mois durèrent les travaux ?", "vingt-six", "durèrent vingt-six mois", "fr"),
    "the date of its own deed": date(SOWN, "3 May 1931", "Edith Marlow sows the first beds of the garden.", "On 3 May 1931 Edith Marlow sowed the first beds"),
    "a date, its deed and what follows": date(SILTED.format("146 BC"), "146 BC", "The harbour silted up, and the customs house was moved to the far side of the lagoon, where it stood for six centuries.", "In 146 BC the harbour silted up", "stood for six centuries"),
    "a date of which somebody says it": date(SILTED.format("its entry of 146 BC the record says that"), "146 BC", "The harbour silted up, and the customs house was moved to the far side of the lagoon.", "the record says that the harbour silted up", "was moved to the far side"),
    "a date before its deed": date("In 1967, after a long flood, the parish of Orrin rebuilt its bridge in stone.", "1967", "Orrin rebuilds its bridge.", "In 1967", "the parish of Orrin rebuilt its bridge"),
    "a day apart from its year": date("In July 2012 Odile Marsan saw the first yellow leaves. On 9 August a laboratory told her that it was rust.", "9 August 2012", "A laboratory tells her that it is rust.", "In July 2012", "On 9 August a laboratory told her"),
    "with its own": qa(TARRED, "With what is the hull tarred?", "a long brush", "is tarred with a long brush"),
    "mit dem Lot": qa(GAUGE, "Womit werden die Pegel geprüft?", "mit einem Lot", "mit einem Lot geprüft", "de"),
    "no word is asked": qa("The keeper, who mends the lamp, sells what the crew left.", "…", "the lamp", "The keeper, who mends the lamp, sells what the crew left"),
    "pas un mot": qa("Le gardien, qui répare la lampe, la vend.", "?", "la lampe", "Le gardien, qui répare la lampe, la vend", "fr"),
}  # fmt: skip


def found(desk, each: Case) -> list[Finding]:
    desk.deck(language=each.language)
    path = desk.section(re.sub("[▸◂]", "", each.body))
    assert path.is_file()
    report = desk.check(f"Author\n\nA Text\n\n1. {each.text}\n")
    return [finding for finding in report.findings if finding.item]


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_it_is_told_at_the_word(
    desk, code: str, each: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyguide.checking.examine.GATED", Gated((rule,)))
    own = [finding for finding in found(desk, each) if finding.code == code]
    assert own, "nothing found"
    assert all(finding.help for finding in own)
    assert {finding.is_error for finding in own} == {code.startswith("answer-")}
    marked = re.search("▸(.*?)◂", each.body)
    assert marked
    lines = (desk.folder / "1-section.yaml").read_text("utf-8").splitlines()
    places = [finding.location for finding in own]
    pointed = [lines[at.line - 1][at.column - 1 :][: at.length].strip('"') for at in places]
    assert marked[1] in pointed, pointed


@rows("each", RIGHT.values(), ids=RIGHT)
def test_what_is_honest_passes(desk, each: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyguide.checking.examine.GATED", Gated((rule,)))
    kinds = {code for code, _ in WRONG.values()}
    assert [finding.message for finding in found(desk, each) if finding.code in kinds] == []


def test_there_are_as_many_honest_ones() -> None:
    assert len(RIGHT) >= len(WRONG)
