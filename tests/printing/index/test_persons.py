"""Who of those named is a person, by the name, by what is said, and by what is said of others."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.bound_names import in_one_piece, with_articles
from studyguide.printing.index.looked_up import is_surely_person
from studyguide.printing.index.marked.capitals_in_runs import names_in
from studyguide.printing.index.names.given_first import given_in, parted
from studyguide.printing.index.persons import persons_in
from tests.table import rows

TELLING: dict[str, tuple[str, list[str], set[str]]] = {
    "a given name": ("en", ["In 1900 Gustav Underhill painted it."], {"Gustav Underhill"}),
    "an initial": ("en", ["What did J. R. Thorne want?"], {"J. R. Thorne"}),
    "a given name in two parts": ("en", ["There Karl-Heinz Vane dug."], {"Karl-Heinz Vane"}),
    "a short form like a given name": ("en", ["What did ESA Vane want?"], set()),
    "a given name in French": ("fr", ["On vit Élodie Quemper en 1900."], {"Élodie Quemper"}),
    "a given name in Spanish": ("es", ["¿Qué vio Pilar Quiroga?"], {"Pilar Quiroga"}),
    "a given name in Dutch": ("nl", ["Toen zag Sjoerd Wiersma het."], {"Sjoerd Wiersma"}),
    "another language’s": ("en", ["There Wojciech Sarna sat."], {"Wojciech Sarna"}),
    "a given name and a place": ("en", ["It lay in Charlotte Amalie."], set()),
    "somebody’s place": ("en", ["It lay in Ida Vane’s mill."], {"Ida Vane"}),
    "to somebody in French": ("fr", ["Il écrivit à Rosa Vane."], {"Rosa Vane"}),
    "to a lady in French": ("fr", ["Il en parla à Mme de Vane."], {"Mme de Vane"}),
    "a street": ("en", ["What of Charlotte Street?"], set()),
    "a street of somebody": ("en", ["What of Sir Ada Vane Avenue?"], set()),
    "a street of a queen": ("en", ["What of Queen Ada Street?"], set()),
    "a street in French": ("fr", ["Où est la Rue Pierre Vane ?"], set()),
    "a firm": ("en", ["What did Ada Vane Ltd pay?"], set()),
    "a foundation": ("en", ["What did Rosa Vane Foundation pay?"], set()),
    "falls": ("en", ["What of Alice Falls?"], set()),
    "a square": ("en", ["What of Red Square and Red Army?"], set()),
    "a new town": ("en", ["What of New Selby, San Martino and Saint Vane?"], set()),
    "a ship": ("en", ["When did the Mary Vane sink, and HMS Ida Lorn?"], set()),
    "a ship’s article": ("fr", ["Quand coula la Marie Lorn ?"], set()),
    "a word in small letters elsewhere": ("en", ["A mark.", "What of Mark Scheme?"], set()),
    "a surname that says": ("en", ["What of Xul Vane?", "What did Vane say?"], {"Xul Vane"}),
    "Mrs": ("en", ["What of Xul Vane?", "What did Mrs Vane eat?"], {"Xul Vane"}),
    "a surname that is only there": ("en", ["What of Xul Vane?", "What of Vane?"], set()),
    "nothing": ("en", ["What of Xul Vane?"], set()),
    "a verb that others have": (
        "en",
        ["In 1900 Ada Vane painted it.", "Xul Brandt painted it in 1901."],
        {"Ada Vane", "Xul Brandt"},
    ),
    "a verb in another form": (
        "en",
        ["In 1900 Ada Vane painted it.", "What did Xul Brandt paint?"],
        {"Ada Vane", "Xul Brandt"},
    ),
    "an object of a verb": (
        "en",
        ["She taught Ada Vane.", "He taught Xul Brandt."],
        {"Ada Vane", "Xul Brandt"},
    ),
    "who did it": (
        "en",
        ["It was built by Ada Vane.", "It was built by Xul Brandt."],
        {"Ada Vane", "Xul Brandt"},
    ),
    "the granite of an island": ("en", ["It is the granite of Ailsa Craig."], set()),
    "the island of somebody who speaks": (
        "en",
        ["It is the island of Ada Vane.", "What did Ada Vane say?"],
        {"Ada Vane"},
    ),
    "a letter alone": ("en", ["What does Bed C tell of?", "What did Ada Vane tell of?"], {"Ada Vane"}),
    "a letter of a number": (
        "en",
        ["Letter 2 from Ada Vane came.", "What of letter 3 from Xul Brandt?"],
        {"Ada Vane", "Xul Brandt"},
    ),
    "was born": (
        "en",
        ["When was it that Ada Vane was born?", "Xul Brandt was born then."],
        {"Ada Vane", "Xul Brandt"},
    ),
    "in a list": ("en", ["What of Ada Vane, Xul Brandt and Orm Tarn?"], {"Ada Vane", "Xul Brandt", "Orm Tarn"}),
    "from one to another": (
        "en",
        ["He taught Ada Vane.", "He taught Xul Brandt, who dug.", "Orm Tarn dug.", "Xul Brandt dug."],
        {"Ada Vane", "Xul Brandt", "Orm Tarn"},
    ),
    "who taught in French": (
        "fr",
        ["En 1900 Élodie Quemper peignit le bac.", "En 1901 Xul Brandt peignit le bac."],
        {"Élodie Quemper", "Xul Brandt"},
    ),
    "in an apposition": (
        "en",
        ["The cook, Ada Vane, hid it.", "The clerk, Xul Brandt, hid it."],
        {"Ada Vane", "Xul Brandt"},
    ),
    "asked in French": (
        "fr",
        ["Pourquoi Élodie Quemper quitta-t-elle l’école ?", "Quand Xul Brandt quitta-t-il Orrin ?"],
        {"Élodie Quemper", "Xul Brandt"},
    ),
    "behind what is elided": ("fr", ["Vint qu’Élodie Quemper vit."], {"Élodie Quemper"}),
    "a surname that is a wood": ("en", ["What of Philip Wood?"], {"Philip Wood"}),
    "a comma of two clauses": ("en", ["He saw Ada Vane, hid it.", "Xul Brandt hid it."], {"Ada Vane"}),
    "of things, too": (
        "en",
        ["Ada Vane grew.", "The Harbour Bell grew.", "The Selby Quay grew.", "Xul Brandt grew."],
        {"Ada Vane"},
    ),
    "a place of which so much is said": (
        "en",
        ["He saw Ada Vane.", "He saw Burgos Alto.", "A fire in Burgos Alto."],
        {"Ada Vane"},
    ),
    "only words that mean nothing": ("en", ["Of Ada Vane it is said.", "Of Xul Brandt."], {"Ada Vane"}),
    "no words are known": ("cs", ["Ada Vane psala.", "Xul Brandt psala."], {"Ada Vane"}),
}  # fmt: skip


@rows(("language", "texts", "persons"), TELLING.values(), ids=TELLING)
def test_persons_are_told_from_other_names(
    language: str, texts: list[str], persons: set[str]
) -> None:
    known = Language(language)
    tokens = [tokens_of(each) for each in texts]
    names = names_in(tokens, known)
    assert persons_in(tokens, names, (), known) == persons


ANSWERS = {
    "two words": ("en", "Lin Zhaowei", True),
    "an address": ("en", "Mrs. Penhallow", True),
    "a title": ("en", "Captain Grindlay", True),
    "a pope": ("en", "Pope Leo X", True),
    "a king": ("en", "Henry VIII", True),
    "of a place": ("en", "Bernard of Clairvale", True),
    "a title of several words": ("pl", "prof. zw. dr hab. Jan Orm", True),
    "a title with a hyphen": ("ru", "д-р Иван Орлов", True),
    "a street": ("en", "Sir Walter Scott Avenue", False),
    "a street in one word": ("nl", "Jan de Boerstraat", False),
    "a firm": ("de", "Otto Brand GmbH", False),
    "a title and others": ("en", "Captain and crew", False),
    "a byname": ("en", "William the Steady", True),
    "a particle": ("en", "Jean d’Arvieux", True),
    "al": ("en", "Omar al-Hakim", True),
    "one word": ("en", "Miners", False),
    "a title alone": ("en", "Prime Minister", False),
    "a small word": ("en", "Striking miners", False),
    "an article": ("en", "the Red Guards", False),
    "Guards": ("en", "Red Guards", False),
    "a body": ("en", "Workers League", False),
    "of a body": ("en", "Minister of State", False),
    "in German": ("de", "Ada Kestrel", True),
    "nouns in German": ("de", "Streikende Bergleute", False),
    "an unknown given name in German": ("de", "Xul Heidrich", True),
    "a bank in German": ("de", "Deutsche Bank", False),
    "a particle in German": ("de", "Xul von Brand", True),
    "in Russian": ("ru", "Иван Петров", True),
    "a body in Russian": ("ru", "Красная армия", False),
    "letters without capitals": ("he", "פועלים רבים", False),
}


@rows(("language", "answer", "is_person"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_may_be_surely_a_person(language: str, answer: str, is_person: bool) -> None:
    assert is_surely_person(answer, language) == is_person


PIECES = {
    "à": ("en", "That Thomas à Beckham dug.", "That|Thomas à Beckham|dug|."),
    "à in French": ("fr", "De Paris à Lyon.", "De|Paris|à|Lyon|."),
    "al": ("en", "Then Omar al-Hakim dug.", "Then|Omar al-Hakim|dug|."),
    "al alone": ("en", "The al-Hakim mill.", "The|al-Hakim|mill|."),
    "d’": ("fr", "Quand Jean d’Arvieux parla.", "Quand|Jean d’Arvieux|parla|."),
    "d’ behind no name": ("fr", "Le maire d’Arvieux.", "Le|maire|d’|Arvieux|."),
    "l’": ("fr", "Quand l’Armée Rouge vint.", "Quand|l’|Armée|Rouge|vint|."),
    "ibn": ("en", "What Ahmad ibn Rustam dug.", "What|Ahmad ibn Rustam|dug|."),
    "y": ("en", "What Ortega y Gasset dug.", "What|Ortega y Gasset|dug|."),
    "y in Spanish": ("es", "Vieron Ana y Luis.", "Vieron|Ana|y|Luis|."),
    "a point of a title": ("en", "So Capt. Grindlay dug.", "So|Capt. Grindlay|dug|."),
    "a point of a saint": ("en", "At St. Ives.", "At|St. Ives|."),
    "Mrs.": ("en", "So Mrs. Penhallow dug.", "So|Penhallow|dug|."),
    "the end of a sentence": ("en", "So dug Ada. Tom did.", "So|dug|Ada|.|Tom|did|."),
    "of an office": ("en", "So did the Captain. Tom did.", "So|did|the|Captain|.|Tom|did|."),
}


@rows(("language", "text", "words"), PIECES.values(), ids=PIECES)
def test_names_stay_in_one_piece(language: str, text: str, words: str) -> None:
    assert "|".join(each.shown for each in in_one_piece(tokens_of(text), language)) == words


ARTICLES = {
    "La": ("fr", ["Le pont de La Ferté fut fermé.", "La Ferté dort."], {"La Ferté"}),
    "only first": ("fr", ["La Ferté dort.", "Il vit : La Ferté dort."], {"Ferté"}),
    "first in a quotation": ("fr", ["Il dit « La Ferté dort » et Orme."], {"Ferté", "Orme"}),
    "elsewhere without it": ("fr", ["Le pont de La Suisse, en Suisse."], {"Suisse"}),
    "elsewhere with a small one": ("fr", ["Vers Les Orins, dit le chef des Orins, les Orins."], {"Orins"}),
    "contracted": ("fr", ["Il vit Le Havre, le port du Havre et Orme."], {"Le Havre", "Orme"}),
    "of a surname": ("fr", ["On vit Guillaume Le Bihan."], {"Guillaume Le Bihan"}),
    "of a surname behind a particle": ("fr", ["On vit Étienne de La Tour."], {"Étienne de La Tour"}),
    "The": ("en", ["So he went to The Hague."], {"The Hague"}),
    "the": ("en", ["So he went to the Hague.", "The Hague slept."], {"Hague"}),
    "a letter": ("en", ["So he took Vitamin A Orme."], {"Vitamin", "Orme"}),
    "El": ("es", ["Llegó a El Cairo y Orme."], {"El Cairo", "Orme"}),
    "De": ("nl", ["Zij gingen naar De Rijp en Orme."], {"De Rijp", "Orme"}),
}  # fmt: skip


@rows(("language", "texts", "names"), ARTICLES.values(), ids=ARTICLES)
def test_a_name_keeps_the_article_that_it_always_has(
    language: str, texts: list[str], names: set[str]
) -> None:
    tokens = [tokens_of(each) for each in texts]
    articled = with_articles(tokens, language)
    pieces = [in_one_piece(each, language, articled) for each in tokens]
    assert names_in(pieces, Language(language)) == names


PARTED = {
    "van": ("nl", "Kate Krabbe van Milo Aarts", ("Kate Krabbe", "Milo Aarts")),
    "van, with unknown names": ("nl", "Kate Krabbe van Xul Brandt", ("Kate Krabbe", "Xul Brandt")),
    "de": ("fr", "Jean Langlois de Luc Moulin", ("Jean Langlois", "Luc Moulin")),
    "behind a particle": ("nl", "Oscar de Gratie van Kate Bos", ("Oscar de Gratie", "Kate Bos")),
    "a surname": ("nl", "Vincent van Gogh", ("Vincent van Gogh",)),
    "of two given names": ("de", "Johann Karl von Brandt", ("Johann Karl von Brandt",)),
    "two surnames": ("es", "Juan García de Paz Ruiz", ("Juan García de Paz Ruiz",)),
    "of a given name": ("es", "María Luisa de Juan Ruiz", ("María Luisa de Juan Ruiz",)),
    "a people": ("en", "Protestants of Orrin", ("Protestants", "Orrin")),
    "one of a people": ("en", "Jew of Orrin", ("Orrin",)),
    "straits": ("en", "Straits of Orrin", ("Straits of Orrin",)),
    "a body": ("en", "Society of Friends of Ada Vane", ("Society of Friends of Ada Vane",)),
}


@rows(("language", "name", "persons"), PARTED.values(), ids=PARTED)
def test_two_persons_are_not_one(language: str, name: str, persons: tuple[str, ...]) -> None:
    assert parted(name, language) == persons


WHOLE = {
    "like an adjective": ("There Robert White sat.", ["Robert White"]),
    "behind a title": ("So did Colonel Robert White.", ["Colonel Robert White"]),
    "alone": ("So did Robert.", []),
    "no given name": ("The South Korean White Army.", []),
}


@rows(("text", "names"), WHOLE.values(), ids=WHOLE)
def test_a_given_name_begins_a_name(text: str, names: list[str]) -> None:
    assert [*given_in(tokens_of(text), Language("en"))] == names


def test_behind_mrs_no_sentence_opens() -> None:
    tokens = in_one_piece(tokens_of("She was Mrs. Penhallow."), "en")
    assert names_in([tokens], Language("en")) == {"Penhallow"}
