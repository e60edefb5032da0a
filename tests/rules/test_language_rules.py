"""Rules that need lists, in each language that has them: what must be said, and what must not."""

from typing import NamedTuple

from studyguide.language.language import Language
from tests.conftest import Desk
from tests.table import rows


class Told(NamedTuple):
    """A text in a language, and an item's question and evidence from it, with answers of each kind."""

    text: str
    question: str
    evidence: str
    honest: tuple[str, ...]
    denied: str
    opposite: str
    number: str
    strange: str


TOLD = {
    "de": Told(
        "Im Winter öffnen zwei Müller das alte Tor nur bei Flut, weil der Teich dann leer ist.",
        "Was geschieht mit dem Tor?", "Im Winter öffnen zwei Müller das alte Tor",
        ("2 Müller öffnen das alte Tor", "Das Tor wird im Winter geöffnet", "Zwei Müller öffnen es"),
        "Zwei Müller öffnen das alte Tor nicht", "Zwei Müller öffnen das neue Tor",
        "Drei Müller öffnen das alte Tor", "Kinder singen fröhliche Lieder",
    ),
    "fr": Told(
        "En hiver, deux meuniers ouvrent la vieille porte à marée haute, car l’étang est vide alors.",
        "Que fait-on de la porte ?", "En hiver, deux meuniers ouvrent la vieille porte",
        ("2 meuniers ouvrent la vieille porte", "elle est ouverte en hiver", "deux meuniers l’ouvrent"),
        "deux meuniers n’ouvrent pas la vieille porte", "deux meuniers ouvrent la nouvelle porte",
        "trois meuniers ouvrent la vieille porte", "des enfants chantent gaiement",
    ),
    "es": Told(
        "En invierno dos molineros abren la vieja compuerta con la marea alta, pues la balsa está vacía.",
        "¿Qué pasa con la compuerta?", "En invierno dos molineros abren la vieja compuerta",
        ("2 molineros abren la vieja compuerta", "se abre en invierno", "dos molineros la abren"),
        "dos molineros no abren la vieja compuerta", "dos molineros abren la nueva compuerta",
        "tres molineros abren la vieja compuerta", "unos niños cantan alegremente",
    ),
    "it": Told(
        "In inverno due mugnai aprono la vecchia porta con la marea, perché la vasca è vuota.",
        "Che cosa succede alla porta?", "In inverno due mugnai aprono la vecchia porta",
        ("2 mugnai aprono la vecchia porta", "si apre in inverno"),
        "due mugnai non aprono la vecchia porta", "due mugnai aprono la nuova porta",
        "tre mugnai aprono la vecchia porta", "bambini cantano allegramente",
    ),
    "pt": Told(
        "No inverno dois moleiros abrem a velha comporta com a maré, pois o tanque está vazio.",
        "O que acontece com a comporta?", "No inverno dois moleiros abrem a velha comporta",
        ("2 moleiros abrem a velha comporta", "dois moleiros abrem"),
        "dois moleiros não abrem a velha comporta", "dois moleiros abrem a nova comporta",
        "três moleiros abrem a velha comporta", "crianças cantam alegremente",
    ),
    "nl": Told(
        "In de winter openen twee molenaars de oude poort bij vloed, want de vijver is dan leeg.",
        "Wat gebeurt er met de poort?", "In de winter openen twee molenaars de oude poort",
        ("2 molenaars openen de oude poort", "de oude poort wordt in de winter geopend"),
        "twee molenaars openen de oude poort niet", "twee molenaars openen de nieuwe poort",
        "drie molenaars openen de oude poort", "kinderen zingen vrolijke liedjes",
    ),
    "pl": Told(
        "W zimie dwaj młynarze otwierają starą bramę podczas przypływu, bo staw jest pusty.",
        "Co dzieje się z bramą?", "W zimie dwaj młynarze otwierają starą bramę",
        ("2 młynarze otwierają starą bramę", "młynarze otwierają bramę"),
        "dwaj młynarze nie otwierają starej bramy", "dwaj młynarze otwierają nową bramę",
        "trzej młynarze otwierają starą bramę", "dzieci wesoło śpiewają",
    ),
    "ru": Told(
        "Зимой два мельника открывают старые ворота во время прилива, потому что пруд пуст.",
        "Что делают с воротами?", "Зимой два мельника открывают старые ворота",
        ("2 мельника открывают старые ворота", "их открывают зимой", "двое мельников открывают их"),
        "два мельника не открывают старые ворота", "два мельника открывают новые ворота",
        "три мельника открывают старые ворота", "дети весело поют",
    ),
    "uk": Told(
        "Взимку два мельники відчиняють старі ворота під час припливу, бо став порожній.",
        "Що роблять із ворітьми?", "Взимку два мельники відчиняють старі ворота",
        ("2 мельники відчиняють старі ворота", "ворота відчиняє мельник"),
        "два мельники не відчиняють старі ворота", "два мельники відчиняють нові ворота",
        "три мельники відчиняють старі ворота", "діти весело співають",
    ),
}  # fmt: skip

HONEST = [(language, answer) for language, told in TOLD.items() for answer in told.honest]


def said(desk: Desk, language: str, answer: str) -> set[tuple[str, str]]:
    told = TOLD[language]
    desk.deck(language=language, quotation="{share: 1, run: 40}")
    desk.section(f"question: {told.question}\nanswer: {answer}\nevidence: {told.evidence}")
    findings = desk.check(f"1. {told.text}\n").findings
    return {(each.code, each.severity) for each in findings}


@rows(("language", "answer"), HONEST)
def test_honest_answers_have_no_error(desk: Desk, language: str, answer: str) -> None:
    assert {code for code, severity in said(desk, language, answer) if severity == "error"} == set()


@rows("language", TOLD)
def test_an_answer_in_the_words_of_the_text_is_clean(desk: Desk, language: str) -> None:
    codes = {code for code, _ in said(desk, language, TOLD[language].honest[0])}
    assert codes & {"answer-unsupported", "answer-number", "polarity", "opposite"} == set()


@rows("language", TOLD)
def test_a_negation_that_the_text_lacks(desk: Desk, language: str) -> None:
    assert "polarity" in {code for code, _ in said(desk, language, TOLD[language].denied)}


@rows("language", TOLD)
def test_an_opposite(desk: Desk, language: str) -> None:
    codes = {code for code, _ in said(desk, language, TOLD[language].opposite)}
    assert codes & {"opposite", "neighbour"}


@rows("language", TOLD)
def test_a_number_in_words(desk: Desk, language: str) -> None:
    assert ("answer-number", "error") in said(desk, language, TOLD[language].number)


@rows("language", TOLD)
def test_an_answer_of_which_nothing_is_there(desk: Desk, language: str) -> None:
    assert ("answer-unsupported", "error") in said(desk, language, TOLD[language].strange)


WHY = {
    "it": ("Il mulino resta fermo, {} la vasca grande è piena.", "benché", "perché", "Perché il mulino resta fermo?", "la vasca grande è piena"),
    "pt": ("O moinho fica parado, {} o tanque grande está cheio.", "embora", "porque", "Por que o moinho fica parado?", "o tanque grande está cheio"),
    "nl": ("De molen staat stil, {} de grote vijver vol is.", "hoewel", "omdat", "Waarom staat de molen stil?", "de grote vijver is vol"),
    "pl": ("Młyn stoi w miejscu, {} wielki staw jest pełny.", "chociaż", "ponieważ", "Dlaczego młyn stoi w miejscu?", "wielki staw jest pełny"),
    "uk": ("Млин стоїть на місці, {} великий ставок повний.", "хоча", "бо", "Чому млин стоїть на місці?", "великий ставок повний"),
}  # fmt: skip


def why(desk: Desk, language: str, joint: int) -> set[str]:
    sentence, question, answer = WHY[language][0], *WHY[language][3:]
    desk.deck(language=language)
    told = sentence.format(WHY[language][joint])
    quoted = " ".join(told.rstrip(".").split()[-4:])
    desk.section(f'question: "{question}"\nanswer: "{answer}"\nevidence: "{quoted}"')
    return {finding.code for finding in desk.check(f"A\n\nB\n\n1. {told}\n").findings}


@rows("language", WHY)
def test_a_concession_is_no_reason(desk: Desk, language: str) -> None:
    assert "cause" in why(desk, language, 1)
    assert "cause" not in why(desk, language, 2)


ONE = {
    "nor is its compound strange": ("de", "wintermüller", "müller", True),
    "a separable verb": ("de", "abgebrochen", "abzubrechen", True),
    "another vowel": ("de", "sprechen", "gesprochen", True),
    "another word": ("de", "sprechen", "gelaufen", False),
    "inflected in Ukrainian": ("uk", "мельників", "мельник", True),
    "an irregular verb in French": ("fr", "tient", "tenu", True),
    "an irregular verb in Spanish": ("es", "hizo", "hecho", True),
    "an irregular verb in Russian": ("ru", "нашёл", "найдены", True),
    "nothing alike": ("ru", "нашёл", "ворота", False),
}


@rows(("base", "one", "other", "alike"), ONE.values(), ids=ONE)
def test_words_that_say_the_same(base: str, one: str, other: str, alike: bool) -> None:
    language = Language(base)
    stems = frozenset({language.stem(other)})
    stem = language.stem(one)
    assert (stem in stems or language.has_paraphrase(stem, stems)) is alike


LISTS = ("function_words", "frame_words", "joining", "negations", "hedges", "numbers", "opposites")


@rows("language", TOLD)
def test_a_language_has_its_lists(language: str) -> None:
    words = Language(language).words
    assert [name for name in LISTS if not getattr(words, name)] == []
    assert [pair for pair in words.opposites if len(pair.split()) != 2] == []
    assert not {word for word in words.numbers if word in words.function_words}


RU = "Рядом стояла Орлова. Осенью шахтёры Кузбасса избрали Петрова, а Орловой передали письмо."
PL = "Obok stała Nowak. Jesienią górnicy Krakowa wybrali Kowalskiego, a Nowak dostała list."
UK = "Поруч стояла Орлова. Восени шахтарі Донбасу обрали Петренка, а Орловій передали лист."
DECLINED = {
    "ru": (RU, "Кого избрали в Кузбассе?", "Это Петров", "избрали Петрова"),
    "ru, in the middle": (RU, "Кому передали письмо?", "Это была Орлова", "Орловой передали письмо"),
    "pl": (PL, "Kogo wybrano w Krakowie?", "To Kowalski", "wybrali Kowalskiego"),
    "uk": (UK, "Кого обрали в Донбасі?", "Це Петренко", "обрали Петренка"),
}  # fmt: skip
OTHERS = {
    "ru": (RU, "Кого избрали в Кузбассе?", "Это Сидоров", "избрали Петрова", "answer-name"),
    "ru, a place": (RU, "Кого избрали в Донбассе?", "Это Петров", "избрали Петрова", "question-name"),
    "ru, beside it": (RU, "Кого избрали в Кузбассе?", "Это Орлова", "избрали Петрова", "answer-name"),
    "pl": (PL, "Kogo wybrano w Krakowie?", "To Nowak", "wybrali Kowalskiego", "answer-name"),
    "en": ("The men of Selby chose Peter Brand.", "Whom did the men of Selby choose?", "It was Peter Brander", "chose Peter Brand", "answer-name"),
}  # fmt: skip


def of_names(desk: Desk, language: str, told: str, item: tuple[str, ...]) -> set[str]:
    question, answer, quoted = item
    desk.deck(language=language.partition(",")[0])
    desk.section(f'question: "{question}"\nanswer: "{answer}"\nevidence: "{quoted}"')
    return {finding.code for finding in desk.check(f"A\n\nB\n\n1. {told}\n").findings}


@rows("language", DECLINED)
def test_a_name_in_another_case_is_the_same(desk: Desk, language: str) -> None:
    told, *item = DECLINED[language]
    codes = of_names(desk, language, told, tuple(item))
    assert codes & {"answer-name", "question-name", "rival"} == set()


@rows("language", OTHERS)
def test_another_name_is_no_case_of_it(desk: Desk, language: str) -> None:
    told, *item, code = OTHERS[language]
    assert code in of_names(desk, language, told, tuple(item))


SE = {
    "a condition": ("O moinho trabalha se a maré sobe muito.", True),
    "a condition to come": ("O moinho trabalha se houver maré alta.", True),
    "a verb of itself": ("Nos dias de festa não se deve ver como o moinho trabalha.", False),
    "a thing that is done": ("Como se sabe na aldeia, o moinho trabalha.", False),
}


@rows(("told", "is_condition"), SE.values(), ids=SE)
def test_a_portuguese_se_is_not_always_a_condition(
    desk: Desk, told: str, is_condition: bool
) -> None:
    codes = of_names(desk, "pt", told, ("O que faz o moinho?", "trabalha", "o moinho trabalha"))
    assert ("condition-lost" in codes) is is_condition


class Kind(NamedTuple):
    """An item of a language that says what its text says, or with a `code` that it does not."""

    language: str
    told: str
    question: str
    answer: str
    quoted: str
    code: str = ""
    wording: str = ""


NODE = "Ferry supports Cobble >= 3.6 for its tests."
FABEL = "The ferry of Bea Fabel was led by Ada Meir. The town liked her. In spring Fabel sold the ferry to Orrin."
KINDS = {
    "a sign as later": Kind("en", NODE, "Which Cobble is supported for tests?", "3.6 and later", "Cobble >= 3.6 for its tests"),
    "a sign as newer": Kind("en", NODE, "Which Cobble is supported for tests?", "3.6 or newer", "Cobble >= 3.6 for its tests"),
    "a sign as at least": Kind("en", NODE, "Which Cobble is supported for tests?", "at least 3.6", "Cobble >= 3.6 for its tests"),
    "a sign declared": Kind("en", NODE, "Which Cobble is supported for tests?", "3.6 and later", "Cobble >= 3.6 for its tests", "", '{and later: ">="}'),
    "a sign that is not there": Kind("en", NODE, "Which Cobble is supported for tests?", "3.6 and later", "Cobble >= 3.6 for its tests", "wording-unsupported", '{and later: "<="}'),
    "a sign turned round": Kind("en", NODE, "Which Cobble is supported for tests?", "3.6 or earlier", "Cobble >= 3.6 for its tests", "sign"),
    "a sign declared for its opposite": Kind("en", NODE, "Which Cobble is supported for tests?", "3.6 and earlier", "Cobble >= 3.6 for its tests", "wording-unsupported", '{and earlier: ">="}'),
    "a sign left out": Kind("en", NODE, "Which Cobble is supported for tests?", "Cobble 3.6", "Cobble >= 3.6 for its tests", "sign"),
    "later as at least": Kind("en", "The loom needs Cobble 3.6 or later for its tests.", "Which Cobble is needed?", "at least 3.6", "needs Cobble 3.6 or later"),
    "later as earlier": Kind("en", "The loom needs Cobble 3.6 or later for its tests.", "Which Cobble is needed?", "at most 3.6", "needs Cobble 3.6 or later", "comparison"),
    "a plus as later": Kind("en", "The loom needs Cobble 3.6+ for its tests.", "Which Cobble is needed?", "3.6 or later", "needs Cobble 3.6+ for its tests"),
    "German, ab": Kind("de", "Die Fähre braucht Kobel >= 3.6 im Hafen.", "Welchen Kobel braucht die Fähre?", "Kobel ab 3.6", "braucht Kobel >= 3.6 im Hafen"),
    "German, mindestens": Kind("de", "Die Fähre braucht Kobel >= 3.6 im Hafen.", "Welchen Kobel braucht die Fähre?", "mindestens 3.6", "braucht Kobel >= 3.6 im Hafen"),
    "German, oder älter": Kind("de", "Die Fähre braucht Kobel >= 3.6 im Hafen.", "Welchen Kobel braucht die Fähre?", "höchstens 3.6", "braucht Kobel >= 3.6 im Hafen", "sign"),
    "French": Kind("fr", "Le bac exige Cobel >= 3.6 au port.", "Quel Cobel le bac exige-t-il ?", "3.6 ou supérieur", "exige Cobel >= 3.6 au port"),
    "Italian": Kind("it", "Il traghetto usa Cobel ≥ 3.6 nel porto.", "Quale Cobel usa il traghetto?", "3.6 o superiore", "usa Cobel ≥ 3.6 nel porto"),
    "Spanish, turned round": Kind("es", "La barca usa Cobel ≤ 3.6 en el puerto.", "¿Qué Cobel usa la barca?", "3.6 o superior", "usa Cobel ≤ 3.6 en el puerto", "sign"),
    "Italian, an elision": Kind("it", "I giorni si contano dall'1 gennaio 1970.", "Da quando si contano i giorni?", "dal 1 gennaio 1970", "si contano dall'1 gennaio 1970"),
    "Italian, an elision before another": Kind("it", "I giorni si contano dall'1 gennaio 1970.", "Da quando si contano i giorni?", "dall'8 gennaio 1970", "si contano dall'1 gennaio 1970", "answer-number"),
    "French, an elision": Kind("fr", "Il faut plus d’11 sacs au moulin.", "Combien de sacs faut-il au moulin ?", "plus de 11", "Il faut plus d’11 sacs"),
    "a pound in words": Kind("en", "The boiler of the mill weighed 40 lb in spring.", "What did the boiler weigh?", "40 pounds", "boiler of the mill weighed 40 lb"),
    "a pound as its sign": Kind("en", "The boiler of the mill weighed 40 pounds in spring.", "What did the boiler weigh?", "40 lb", "boiler of the mill weighed 40 pounds"),
    "an inch in words": Kind("en", "The pipe of the mill is 4 in wide at the gate.", "How wide is the pipe?", "4 inches", "is 4 in wide at the gate"),
    "a speed in words": Kind("en", "The train of the line ran at 40 mph in spring.", "How fast did the train run?", "40 miles an hour", "ran at 40 mph in spring"),
    "a hundredweight": Kind("en", "The load of the cart was 12 cwt in spring.", "How large was the load?", "12 hundredweight", "load of the cart was 12 cwt"),
    "kilometres for miles": Kind("en", "The train of the line ran at 40 mph in spring.", "How fast did the train run?", "40 kilometres an hour", "ran at 40 mph in spring", "unit"),
    "ounces for pounds": Kind("en", "The ring of the bell weighed 4 lb in spring.", "What did the ring weigh?", "4 ounces", "ring of the bell weighed 4 lb", "unit"),
    "nearly for almost": Kind("en", "Almost 50 men of the mill left in spring.", "How many men left in spring?", "nearly 50", "Almost 50 men of the mill left"),
    "almost left out": Kind("en", "The wall was almost finished in spring.", "What was the wall in spring?", "finished", "wall was almost finished in spring", "hedge-lost"),
    "over a hundred": Kind("en", "More than a hundred men of the mill left.", "How many men left the mill?", "over 100", "More than a hundred men of the mill"),
    "under a hundred": Kind("en", "Under a hundred men of the mill left.", "How many men left the mill?", "more than 100", "Under a hundred men of the mill", "comparison"),
    "some of a mass": Kind("en", "The smith put some iron into the fire each night.", "What did the smith put into the fire?", "iron", "smith put some iron into the fire"),
    "some of the mass": Kind("en", "The smith sold some of the iron to the inn.", "What did the smith sell to the inn?", "the iron", "smith sold some of the iron", "part-lost"),
    "some of many": Kind("en", "The council moved some old ferries to the weir.", "What did the council move to the weir?", "old ferries", "council moved some old ferries", "part-lost"),
    "some people": Kind("en", "The council moved some people to the weir.", "Whom did the council move to the weir?", "people", "council moved some people", "part-lost"),
    "both of two named": Kind("en", "Oakley and Brand left the mill in spring.", "What did Oakley and Brand do?", "Both left the mill", "Oakley and Brand left the mill"),
    "both of one": Kind("en", "Oakley left the mill in spring.", "What did Oakley do?", "Both left the mill", "Oakley left the mill in spring", "answer-unsupported"),
    "No. before a number": Kind("en", "The railwaymen called engine No. 224 the diver.", "What did the railwaymen call engine 224?", "the diver", "called engine No. 224 the diver"),
    "No. as the answer": Kind("en", "The railwaymen called engine No. 224 the diver.", "Which engine was called the diver?", "No. 224", "called engine No. 224 the diver"),
    "another No.": Kind("en", "The railwaymen called engine No. 224 the diver.", "Which engine was called the diver?", "No. 225", "called engine No. 224 the diver", "answer-number"),
    "no before a number": Kind("en", "In spring no 40 men could move the stone.", "How many men could move the stone in spring?", "40", "no 40 men could move the stone", "polarity"),
    "nº, in Spanish": Kind("es", "La máquina nº 3 llevaba el tren de noche.", "¿Qué máquina llevaba el tren de noche?", "la máquina 3", "máquina nº 3 llevaba el tren"),
    "no, in Spanish": Kind("es", "La máquina 3 no llevaba el tren de noche.", "¿Qué máquina llevaba el tren de noche?", "la máquina 3", "máquina 3 no llevaba el tren", "polarity"),
    "a month in its case": Kind("pl", "Miasto upadło w kwietniu 2007 roku.", "Kiedy upadło miasto?", "kwiecień 2007", "upadło w kwietniu 2007 roku"),
    "another month": Kind("pl", "Miasto upadło w marcu 2007 roku.", "Kiedy upadło miasto?", "maj 2007", "upadło w marcu 2007 roku", "answer-name"),
    "the office of whom it names": Kind("en", "The court sat under Henry Rothery, the Commissioner of Wrecks, in January.", "Who led the court in January?", "Henry Rothery", "under Henry Rothery, the Commissioner of Wrecks"),
    "the title of whom it names": Kind("en", "The court named Colonel William Yolland, Chief Inspector of Mines, in January.", "Whom did the court name in January?", "It was Yolland", "named Colonel William Yolland, Chief Inspector of Mines"),
    "another with an office": Kind("en", "The court named Rothery, Yolland, the Inspector of Mines, and Barlow.", "Whom did the court name?", "It was Rothery", "court named Rothery, Yolland, the Inspector of Mines", "rival"),
    "another person": Kind("en", "The court named Henry Rothery and William Yolland in January.", "Whom did the court name in January?", "It was Henry Rothery", "court named Henry Rothery and William Yolland", "rival"),
    "a full name of whom the sentence names in part": Kind("en", FABEL, "Who sold the ferry to Orrin?", "It was Bea Fabel", "In spring Fabel sold the ferry"),
    "a full name in a question": Kind("en", FABEL, "To whom did Bea Fabel sell the ferry?", "to Orrin", "Fabel sold the ferry to Orrin"),
    "a full name that the text has not": Kind("en", FABEL, "Who sold the ferry to Orrin?", "It was Ada Fabel", "In spring Fabel sold the ferry", "answer-name"),
    "a full name of another": Kind("en", f"The mayor was Ida Fabel. {FABEL}", "Who sold the ferry to Orrin?", "It was Ida Fabel", "In spring Fabel sold the ferry", "answer-name"),
    "a full name in Italian": Kind("it", "Il traghetto era di Bea Fabel. A maggio Bea vendette il traghetto.", "Chi vendette il traghetto a maggio?", "Bea Fabel", "A maggio Bea vendette il traghetto"),
    "what is of a country": Kind("en", "The mill sold its salt to Russia in May.", "Who bought the salt of the mill?", "the Russian buyers", "The mill sold its salt to Russia", "", "{buyers: sold}"),
    "in a question, of a country": Kind("en", "In the Russia War the mill sold salt.", "What did the mill sell in the Russian War?", "salt", "the mill sold salt"),
    "what is of another country": Kind("en", "In the Russia War the mill sold salt.", "What did the mill sell in the Prussian War?", "salt", "the mill sold salt", "question-name"),
    "a capital without its accent": Kind("fr", "La loi des Etats-Bas règle le bac.", "Que règle la loi des États-Bas ?", "le bac", "loi des Etats-Bas règle le bac"),
    "a name without its accent": Kind("en", "The mill of Pécol sold salt in May.", "What did the mill of Pecol sell?", "salt", "mill of Pécol sold salt in May"),
    "a capital of another word": Kind("fr", "La loi des Etats-Bas règle le bac.", "Que règle la loi des Étals-Bas ?", "le bac", "loi des Etats-Bas règle le bac", "question-name"),
    "a day as an ordinal": Kind("en", "The mill burned on November 11th 1887.", "When did the mill burn?", "11 November 1887", "mill burned on November 11th 1887"),
    "a day of a short month": Kind("en", "The mill burned on Nov. 11, 1887.", "When did the mill burn?", "on 11 November 1887", "burned on Nov. 11, 1887"),
    "another day": Kind("en", "The mill burned on November 11th 1887.", "When did the mill burn?", "12 November 1887", "mill burned on November 11th 1887", "answer-number"),
    "another short month": Kind("en", "The mill burned on Nov. 11, 1887.", "When did the mill burn?", "on 11 October 1887", "burned on Nov. 11, 1887", "answer-name"),
    "each second": Kind("en", "The council is chosen every second year.", "How often is the council chosen?", "every two years", "council is chosen every second year"),
    "each third": Kind("en", "The council is chosen every third year.", "How often is the council chosen?", "every two years", "council is chosen every third year", "answer-number"),
    "twice": Kind("pl", "Dzwon dzwoni dwukrotnie przed burzą.", "Ile razy dzwoni dzwon?", "dwa razy", "Dzwon dzwoni dwukrotnie przed burzą"),
    "three times for twice": Kind("pl", "Dzwon dzwoni dwukrotnie przed burzą.", "Ile razy dzwoni dzwon?", "trzy razy", "Dzwon dzwoni dwukrotnie przed burzą", "answer-number"),
    "first as an adverb": Kind("en", "Orrin first sold the salt and then the ferry.", "What did Orrin sell?", "salt first and then the ferry", "sold the salt and then the ferry"),
    "an ordinal that is not there": Kind("en", "On the second day he sold the salt of the mill.", "On which day did he sell the salt?", "on the first day", "second day he sold the salt", "answer-number"),
    "men of an office": Kind("en", "The Senators met in May. The mayor votes if they are divided.", "When does the mayor vote?", "if the Senators are divided", "The mayor votes if they are divided", "answer-unsupported"),
    "a verb in capitals": Kind("en", "The tool was written by Orrin; FTPed at night, it was lost.", "Who wrote the tool?", "Orrin", "tool was written by Orrin; FTPed at night"),
    "a command in small letters": Kind("en", "The tool reads BZ3, the variable, at each start.", "What does bz3 read at each start?", "BZ3", "tool reads BZ3, the variable, at each start"),
    "the same in the same letters": Kind("en", "The tool reads BZ3, the variable, at each start.", "What of BZ3 is read at each start?", "BZ3", "tool reads BZ3, the variable, at each start", "answer-given-away"),
    "a cedilla": Kind("fr", "En mai, Fabre renonça à bâtir une usine à Brassac.", "Que bâtit Fabre ?", "une usine à Brassac", "bâtir une usine à Brassac", "polarity"),
    "a first name, German": Kind("de", "Emil Kranz und Ida Stoll kamen. Stoll meinte, die Leinen seien alt.", "Wer meinte, die Leinen seien alt?", "Ida Stoll", "Stoll meinte, die Leinen seien alt"),
    "another first name, German": Kind("de", "Emil Kranz und Ida Stoll kamen. Stoll meinte, die Leinen seien alt.", "Wer meinte, die Leinen seien alt?", "Emil Stoll", "Stoll meinte, die Leinen seien alt", "answer-unsupported"),
    "whom an er means": Kind("de", "Emil Kranz kam mit Emil Kranz dem Älteren. Niemand sah, dass er ehrlich war.", "Was sah niemand?", "dass Kranz ehrlich war", "Niemand sah, dass er ehrlich war"),
    "a light verb, German": Kind("de", "Für kleine Schrift wählt der Drucker dickere Linien.", "Was tut der Drucker bei kleiner Schrift?", "Er nimmt dickere Linien für kleine Schrift.", "Für kleine Schrift wählt der Drucker dickere Linien"),
    "a light verb": Kind("en", "Each file is named after the moment at which it was saved.", "Why is the clock set?", "Each file gets its name after the moment it was saved.", "Each file is named after the moment at which it was saved"),
    "a reason, German": Kind("de", "Die Glocke klingt hell. Das liegt daran, dass ihr Rand dünn ist.", "Warum klingt die Glocke hell?", "ihr Rand ist dünn", "ihr Rand dünn ist"),
    "no reason, German": Kind("de", "Die Glocke klingt hell. Der Rand der Glocke glänzt dünn.", "Warum klingt die Glocke hell?", "ihr Rand glänzt dünn", "Rand der Glocke glänzt dünn", "cause"),
    "a name under the dots": Kind("en", "In spring the mill of Pellan, and not that of Orrin, was sold to Meir.", "Which mill was sold in spring?", "the mill of Pellan", "In spring the mill of Pellan … was sold"),
    "no one, French": Kind("fr", "Le bac a son phare pour ne pas dépendre du port voisin.", "Pourquoi le bac a-t-il son phare ?", "pour ne dépendre d’aucun port voisin", "pour ne pas dépendre du port voisin"),
    "what is lacking, Spanish": Kind("es", "La barca no tenía velas en invierno.", "¿Qué le faltaba a la barca en invierno?", "las velas", "barca no tenía velas en invierno"),
    "what is not lacking, Spanish": Kind("es", "La barca no tenía velas en invierno.", "¿Qué tenía la barca en invierno?", "las velas", "barca no tenía velas en invierno", "polarity"),
    "a question that denies in its own place, German": Kind("de", "Mit welcher Frage begann es? Warum klingen die meisten Glocken nicht hell?", "Mit welcher Frage begann es?", "Warum klingen die meisten Glocken nicht hell?", "Warum klingen die meisten Glocken nicht hell"),
    "a small word, French": Kind("fr", "Le meunier garde une note à propos du vieux bac et de sa lampe.", "Que garde le meunier ?", "une note sur le vieux bac et sa lampe", "garde une note à propos du vieux bac et de sa lampe"),
    "a small word": Kind("en", "The millers met to protest the brutality of the old police.", "Why did the millers meet?", "to protest against the brutality of the old police", "to protest the brutality of the old police"),
    "another small word": Kind("en", "The lamp was sold before the great flood of the old river.", "What was sold when?", "the lamp, sold after the great flood of the river", "lamp was sold before the great flood of the old river", "answer-unsupported"),
    "a small word at a name": Kind("en", "The great old claim was lodged by Meir in the spring.", "What was lodged?", "the great old claim against Meir", "great old claim was lodged by Meir", "answer-unsupported"),
    "a noun in its case, Ukrainian": Kind("uk", "Число 2 стоїть для позначення стиснутого файла на диску.", "Що позначає число 2?", "стиснутий файл", "для позначення стиснутого файла"),
    "because, Ukrainian": Kind("uk", "Дзвін мовчить, оскільки замерз механізм.", "Чому дзвін мовчить?", "бо замерз механізм", "оскільки замерз механізм"),
    "shown": Kind("en", "The flag of Meir was displayed in spring.", "When was the flag of Meir shown?", "in spring", "flag of Meir was displayed in spring"),
    "chosen by another": Kind("it", "Il mugnaio nominò Orrin capo del traghetto.", "Chi fu scelto dal mugnaio come capo del traghetto?", "Orrin", "mugnaio nominò Orrin capo del traghetto"),
    "hard, German": Kind("de", "Es ist sehr mühsam, Fehler an der alten Platte zu verbessern.", "Was ist an der alten Platte mühsam?", "Fehler lassen sich nur mühsam verbessern", "sehr mühsam, Fehler an der alten Platte"),
    "only, German": Kind("de", "Die Mühle mahlt Roggen am alten Teich.", "Was mahlt die Mühle am Teich?", "nur Roggen", "mahlt Roggen am alten Teich", "claim-added"),
    "at most, Polish": Kind("pl", "Nazwa statku ma maksymalną długość 16 liter.", "Ile liter może mieć najwyżej nazwa statku?", "16", "ma maksymalną długość 16 liter"),
    "a project, Spanish": Kind("es", "El proyecto de la barca fue fundado por Orrin.", "¿Quién fundó el proyecto de la barca?", "Orrin", "proyecto de la barca fue fundado por Orrin"),
    "a plan, Spanish": Kind("es", "El molinero quería vender la barca en invierno.", "¿Qué vendió el molinero en invierno?", "la barca", "molinero quería vender la barca", "plan-as-deed"),
    "of a bracket": Kind("de", "Es gibt die alte Fähre (für Kinder) und die neue Fähre für Müller.", "Für wen ist die alte Fähre?", "für Kinder", "die alte Fähre (für Kinder)"),
    "a clause of its own, German": Kind("de", "Ein Ballen wog 90 Kilogramm und zwölf Ballen füllten ein Schiff.", "Wie viel wog ein Ballen?", "90 Kilogramm", "Ein Ballen wog 90 Kilogramm"),
    "a clause of its own, French": Kind("fr", "Une balle pesait 90 livres et douze balles faisaient une charge.", "Combien pesait une balle ?", "90 livres", "Une balle pesait 90 livres"),
    "a clause of its own, Spanish": Kind("es", "Una bala pesaba 90 kilos y doce balas hacían una carga.", "¿Cuánto pesaba una bala?", "90 kilos", "Una bala pesaba 90 kilos"),
    "and never, Russian": Kind("ru", "Пенька шла из Риги и никогда с ферм.", "Откуда шла пенька?", "из Риги", "Пенька шла из Риги"),
    "and by another, French": Kind("fr", "Le chanvre venait par mer et par rivière.", "Par où venait le chanvre ?", "par mer", "Le chanvre venait par mer", "answer-cut"),
    "and others, German": Kind("de", "Die Mühle mahlte Roggen und harten Weizen.", "Was mahlte die Mühle?", "Roggen", "Die Mühle mahlte Roggen", "answer-cut"),
    "both of a compound": Kind("de", "Er schnitt die Form in eine Zink- oder Zinnplatte am Teich.", "Aus welchen Metallen war die Platte?", "Zink", "in eine Zink- oder Zinnplatte", "answer-cut"),
    "an opposite that is another word": Kind("en", "In a slow pace of change the tower of Meir remained untouched.", "How did the tower of Meir remain?", "unchanged", "tower of Meir remained untouched", "answer-unsupported"),
    "the opposite as it is": Kind("en", "The tower of Meir was changed at night.", "What was the tower of Meir at night?", "unchanged", "tower of Meir was changed at night", "opposite"),
    "an adjective in another case": Kind("ru", "Вышел паром с поддержкой нового ядра. Старое ядро осталось в порту.", "С чем вышел паром?", "с новым ядром", "с поддержкой нового ядра"),
    "the eight": Kind("en", "Eight millers were put on trial. Only three of them had been at the weir.", "How many of the eight millers had been at the weir?", "three", "Only three of them had been at the weir"),
    "another eight": Kind("en", "Nine millers were put on trial. Only three of them had been at the weir.", "How many of the eight millers had been at the weir?", "three", "Only three of them had been at the weir", "question-number"),
    "a gloss in brackets": Kind("en", "The flag came from Meir [Orrin] in the year of the flood.", "From where did the flag come?", "from Meir", "flag came from Meir [Orrin]"),
    "how sure of the most": Kind("en", "Probably the most famous barge of Meir fought in the flood.", "What fought in the flood?", "a barge of Meir", "famous barge of Meir fought in the flood"),
    "how sure of all": Kind("en", "Probably the barge of Meir fought in the flood.", "What fought in the flood?", "the barge of Meir", "barge of Meir fought in the flood", "hedge-lost"),
    "because of two": Kind("en", "The millers were picked because of their songs and their banners as made clear by the judge.", "Why were the millers picked?", "because of their banners", "because of their songs and their banners"),
    "several, German": Kind("de", "Unter den Formen ist diese am wenigsten rund.", "Welche ist es unter mehreren Formen?", "diese", "ist diese am wenigsten rund"),
    "less for more, German": Kind("de", "Unter den Formen ist diese weniger rund als jene.", "Welche ist mehr rund als jene?", "diese Form", "Formen ist diese weniger rund als jene", "opposite"),
    "all three years, German": Kind("de", "Der Rat wird jedes dritte Jahr gewählt.", "Wie oft wird der Rat gewählt?", "alle drei Jahre", "Rat wird jedes dritte Jahr gewählt"),
    "all two years, French": Kind("fr", "Le conseil du port est élu chaque deuxième année.", "Quand le conseil du port est-il élu ?", "tous les deux ans", "est élu chaque deuxième année", "", "{ans: année}"),
    "thrice": Kind("en", "The bell of Meir rings three times before a storm.", "How often does the bell of Meir ring?", "thrice", "rings three times before a storm"),
    "a full name in a case": Kind("ru", "Паром купил Иван Петров. Весной Петрова избрали в порту.", "Кого избрали в порту?", "Это Иван Петров", "Весной Петрова избрали в порту"),
    "another's full name in a case": Kind("ru", "Паром купил Иван Петров. Весной Петрова избрали в порту.", "Кого избрали в порту?", "Это Олег Петров", "Весной Петрова избрали в порту", "name-joined"),
    "two sides of a but": Kind("nl", "De molen maalt in de winter graan, maar de smid verkoopt in de lente zout.", "Wat maalt de molen in de winter?", "zout", "de smid verkoopt in de lente zout", "told-of-another"),
    "only some of them, German": Kind("de", "Sie spinnen Seile. Die drei feinsten werden für Glocken aufgehoben.", "Wofür werden die Seile aufgehoben?", "für Glocken", "werden für Glocken aufgehoben", "told-of-another"),
    "only some of them, French": Kind("fr", "On y file des cordes. Les trois plus fines sont gardées pour les cloches.", "Pour quoi les cordes sont-elles gardées ?", "pour les cloches", "sont gardées pour les cloches", "told-of-another"),
    "degrees of a scale": Kind("en", "The water of the mill is kept at about 20 degrees in spring.", "How warm is the water of the mill?", "about 20 °C", "mill is kept at about 20 degrees"),
    "degrees of another scale": Kind("en", "The water of the mill is kept at about 20 °C in spring.", "How warm is the water of the mill?", "about 20 °F", "mill is kept at about 20 °C", "sign"),
    "a reflexive, no if": Kind("fr", "La porte du moulin s'ouvre la nuit sous la pluie.", "Quelle porte ouvre la nuit sous la pluie ?", "la porte du moulin", "porte du moulin s'ouvre la nuit"),
    "an only when behind a semicolon": Kind("en", "The men of the mill left in spring; only when the council paid did they return.", "Who left in spring?", "the men of the mill", "men of the mill left in spring"),
    "an only when behind a comma": Kind("en", "The men of the mill left in spring, only when the council paid.", "Who left in spring?", "the men of the mill", "men of the mill left in spring", "condition-lost"),
    "a but that corrects": Kind("nl", "De molen maalt in de winter geen graan, maar zout.", "Wat maalt de molen in de winter?", "zout", "molen maalt in de winter geen graan, maar zout", ""),
}  # fmt: skip


@rows("each", KINDS.values(), ids=KINDS)
def test_what_says_the_same(desk: Desk, each: Kind) -> None:
    desk.deck(language=each.language)
    body = f'question: "{each.question}"\nanswer: "{each.answer}"\nevidence: "{each.quoted}"'
    desk.section(f"{body}\nwording: {each.wording}" if each.wording else body)
    found = desk.check(f"A\n\nB\n\n1. {each.told}\n").findings
    told = {finding.code: finding.message for finding in found if finding.item}
    assert (each.code in told) if each.code else (told == {}), told
    assert "`but`" not in told.get(each.code, "")  # where the text has another word


WROTE = {
    "just above": ("Vera Murdo wrote{}\n\nThe lamp of the ferry went out at night.", ":", False),
    "two paragraphs above": (
        "Vera Murdo wrote{}\n\nThe ferry was late.\n\nThe lamp of the ferry went out at night.",
        ":",
        False,
    ),
    "no colon": (
        "Vera Murdo left{}\n\nThe ferry was late.\n\nThe lamp of the ferry went out at night.",
        ".",
        True,
    ),
    "too far": (
        "Vera Murdo wrote{}\n\nOne.\n\nTwo is it.\n\nThree is it.\n\nThe lamp of the ferry went out at night.",
        ":",
        True,
    ),
}


@rows(("told", "mark", "fires"), WROTE.values(), ids=WROTE)
def test_whoever_is_named_above_a_quotation(desk: Desk, told: str, mark: str, fires: bool) -> None:
    desk.section(
        'question: "What went out at night, according to Vera Murdo?"\n'
        'answer: "the lamp"\nevidence: "The lamp of the ferry went out"'
    )
    findings = desk.check(f"A\n\nB\n\n1. {told.format(mark)}\n").findings
    about = [each for each in findings if each.code == "question-name"]
    assert len(about) == fires  # one of both her names
    assert all("Vera Murdo" in each.message for each in about)


LIST = "A\n\nB\n\n1. The oil room has no door.\n\n{}\n\n- the lamp of Meir, of size 23\n- the wick of Orrin, of size 9\n\nRoom 8 is empty.\n"
LEADS = {
    "a number of the line that leads": ("For use in room 7:", "7", True),
    "a line that ends by a comma": ("For use in room 7,", "7", True),
    "a number of no line": ("For use in room 7:", "8", False),
    "a paragraph that leads nothing": ("Nobody lives in hall 7.", "7", False),
}


@rows(("lead", "room", "is_told"), LEADS.values(), ids=LEADS)
@rows("place", ["the wick of Orrin", "the lamp of Meir"])
def test_the_line_that_leads_a_list(
    desk: Desk, lead: str, room: str, is_told: bool, place: str
) -> None:
    size = "9" if "wick" in place else "23"
    desk.section(
        f'question: "Of what size is {place} in room {room}?"\n'
        f'answer: "{size}"\nevidence: "{place}, of size {size}"'
    )
    codes = {finding.code for finding in desk.check(LIST.format(lead)).findings}
    assert ("question-number" in codes) is not is_told
