"""What is no name of its own: fields of offices and prizes, parts of books, one of a nation; and which dates stand by their time."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.dates import is_by_time
from studyguide.printing.index.looked_up import may_be_person
from studyguide.printing.index.marked.capitals_in_runs import names_in
from studyguide.printing.index.names.adjectives import adjectives_in
from studyguide.printing.index.names.fields import without_fields
from tests.table import rows

FIELDS = {
    "a prize": ("en", ["He shared the Nobel Prize in Chemistry."], {"Nobel Prize"}),
    "a prize of no name": ("en", ["He won the Prize in Optics at Selby."], {"Selby"}),
    "a century in French": ("fr", ["Au XVIIIe siècle vint Selby."], {"Selby"}),
    "an office": ("en", ["He was Minister for Health in Orrin."], {"Minister", "Orrin"}),
    "two fields": ("en", ["She was a professor of Botany and Zoology."], set()),
    "a field that is told elsewhere": (
        "en",
        ["She was a professor of Botany.", "Here Botany slept."],
        {"Botany"},
    ),
    "no field": ("en", ["It lay in Selby, and she in Orrin."], {"Selby", "Orrin"}),
    "in Italian": ("it", ["Fu ministro dell’Agricoltura a Selva."], {"Selva"}),
    "in French": ("fr", ["Il fut ministre de la Guerre à Selby."], {"Selby"}),
    "in Spanish": ("es", ["Fue catedrático de Botánica en Selva."], {"Selva"}),
    "in Dutch": ("nl", ["Zij was hoogleraar in de Scheikunde te Selby."], {"Selby"}),
    "a part of a book": ("en", ["It is told in Book VII of the Orrins."], {"Orrins"}),
    "several parts": ("en", ["It binds by Parts 2 to 5 and Articles 12, 17 and 19."], set()),
    "several parts in Italian": ("it", ["Nei Libri II e III, e nelle Parti 2 e 5."], set()),
    "several parts in Spanish": ("es", ["Los Capítulos III y IV de Selva."], {"Selva"}),
    "several things that are none": ("en", ["It stood on Piers 3 and 4."], {"Piers"}),
    "an ocean": ("en", ["It lay in the Indian Ocean."], {"Indian Ocean"}),
    "a part with a letter": ("en", ["It is told in Appendix B."], set()),
    "a part in French": ("fr", ["On le dit dans le Livre II."], set()),
    "volumes in small letters": ("fr", ["Les tomes VIII à XVII vinrent à Selby."], {"Selby"}),
    "a chapter in small letters": ("en", ["It stands in chapter IX of it."], set()),
    "somebody in part": ("en", ["This is the part Vane took, not V Corps."], {"Vane", "V Corps"}),
    "a part without number": ("en", ["It is told in the Book of Orrin."], {"Book of Orrin"}),
    "a war": ("en", ["They fought in World War II."], {"World War II"}),
    "a century": ("it", ["Nel Novecento venne a Selva."], {"Selva"}),
    "a body": ("en", ["The Museum of Art and Industry took it."], {"Museum of Art and Industry"}),
    "a body in Italian": (
        "it",
        ["Al Museo della Carta e della Filigrana."],
        {"Museo della Carta e della Filigrana"},
    ),
    "a body and its field in small letters": (
        "fr",
        ["La médaille de l’Académie des sciences fut à Selby."],
        {"Académie des sciences", "Selby"},
    ),
    "what is said of a body, and its field": (
        "fr",
        ["Au Muséum national d’histoire naturelle, il lut."],
        {"Muséum national d’histoire naturelle"},
    ),
    "a field in Italian": (
        "it",
        ["Nella Accademia di medicina navale lesse."],
        {"Accademia di medicina navale"},
    ),
    "fine arts": ("it", ["Alla Accademia di belle arti lesse."], {"Accademia di belle arti"}),
    "a body of no field": ("fr", ["Il entra à l’Académie de ses amis."], {"Académie"}),
    "a body, and a number": ("fr", ["Il vit l’Académie de 1820."], {"Académie"}),
    "a bishop and a king": (
        "en",
        ["The Bishop of Orrin and King Tom came."],
        {"Bishop of Orrin", "King Tom"},
    ),
    "a body and a place": (
        "en",
        ["The Museum of Orrin and Selby paid.", "There Selby slept."],
        {"Museum of Orrin", "Selby"},
    ),
}


@rows(("language", "texts", "names"), FIELDS.values(), ids=FIELDS)
def test_a_field_is_no_name(language: str, texts: list[str], names: set[str]) -> None:
    told = Language(language)
    assert names_in(without_fields([*map(tokens_of, texts)], told), told) == names


@rows(
    ("word", "is_one"),
    [
        ("Englishwoman", True),
        ("Dutchmen", True),
        ("Yorkshireman", True),
        ("Cashman", False),
        ("Newman", False),
        ("Fishman", False),
    ],
)
def test_one_of_a_nation_is_no_name(word: str, *, is_one: bool) -> None:
    texts = [tokens_of(f"There she met an {word}.")]
    assert (word in adjectives_in(texts, {word}, (), Language("en"))) == is_one


@rows(
    ("heading", "is_so"),
    [
        ("about the year 540", True),
        ("early 1848", True),
        ("1 May 1998", True),
        ("AD 79", True),
        ("Frühjahr 1848", True),
        ("vers l’an 1150", True),
        ("intorno al 1150", True),
        ("około 1150", True),
        ("Treaty of 1648", False),
        ("method of 1848", False),
        ("A4", False),
        ("Apollo 11", False),
        ("Bronze Age", False),
    ],
)
def test_a_date_stands_by_its_time(heading: str, *, is_so: bool) -> None:
    assert is_by_time(heading) == is_so


@rows(
    ("language", "name"),
    [
        ("es", "Archivo de Indias"),
        ("it", "Biblioteca di Selva"),
        ("fr", "L’Académie des Sciences"),
        ("pt", "Mosteiro de Orme"),
    ],
)
def test_a_body_is_no_person(language: str, name: str) -> None:
    assert not may_be_person(name, language)
