"""Names whose surname has two parts, or that have a byname in place of one, or behind it."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.looked_up import surname_first
from studyguide.printing.index.names.bynames import as_called, names_of_one
from tests.table import rows

TURNED = {
    "Italian of a place": ("it", "Guido da Selva", "Guido da Selva"),
    "Italian of a place elsewhere": ("de", "Guido da Selva", "Guido da Selva"),
    "Portuguese surname": ("en", "José da Silva", "Silva, José da"),
    "Italian surname before": ("en", "Luigi Orme da Selva", "Selva, Luigi Orme da"),
    "in Portuguese": ("pt", "Luís da Selva", "Selva, Luís da"),
    "surname and place": ("fr", "Pierre Orme de Selby", "Orme de Selby, Pierre"),
    "surname and place, elided": ("en", "Jules Orme d’Arvieux", "Orme d’Arvieux, Jules"),
    "surname and place, Italian": ("it", "Giovanni Orme della Selva", "Orme della Selva, Giovanni"),
    "surname and place, German": ("de", "Julius Orme von Selby", "Orme von Selby, Julius"),
    "surname and place, Spanish": ("es", "Pedro Orme de la Selva", "Orme de la Selva, Pedro"),
    "two given names": ("fr", "Pierre Antoine de Selby", "Selby, Pierre Antoine de"),
    "a rank before": ("de", "Karl Freiherr von Selby", "Selby, Karl Freiherr von"),
    "a father’s name before": ("nl", "Jan Pieterszoon van Selby", "Selby, Jan Pieterszoon van"),
    "an initial before": ("fr", "Pierre A. de Selby", "Selby, Pierre A. de"),
    "two given names, Spanish": ("es", "José Celestino Vega", "Vega, José Celestino"),
    "a given name like a surname": ("es", "Ana Alonso Vega", "Alonso Vega, Ana"),
    "called": ("en", "Ada Vane, called Red Ada", "Vane, Ada, called Red Ada"),
    "known as": ("en", "Ada Vane, better known as Red Ada", "Vane, Ada, better known as Red Ada"),
    "genannt": ("de", "Karl Brand, genannt der Rote", "Brand, Karl, genannt der Rote"),
    "dite": ("fr", "Jeanne Orme, dite la Rousse", "Orme, Jeanne, dite la Rousse"),
    "detto": ("it", "Michele Orme, detto il Rosso", "Orme, Michele, detto il Rosso"),
    "zwany": ("pl", "Jan Orme, zwany Rudym", "Orme, Jan, zwany Rudym"),
    "called, without a surname": ("en", "Robert, called the Red", "Robert, called the Red"),
    "of what is so called": ("en", "Ada Vane, miller", "Ada Vane, miller"),
    "article of a place": ("en", "La Selva", "La Selva"),
    "given name like an article": ("en", "Van Orme", "Orme, Van"),
    "count": ("en", "Count Orme", "Orme, Count"),
    "conte": ("it", "il conte Orme", "Orme, conte"),
    "M. de": ("fr", "M. de Selby", "Selby, M. de"),
    "marquise de": ("fr", "la marquise de Selby", "Selby, marquise de"),
}


@rows(("language", "name", "heading"), TURNED.values(), ids=TURNED)
def test_where_a_surname_begins(language: str, name: str, heading: str) -> None:
    assert surname_first(name, language) == heading


OLD = ["When did Hildegard von Selby write?", "1150"]
CALLED = {
    "by the given name": ([OLD, ["What did Hildegard hear?"]], {"Hildegard von Selby"}),
    "by the whole name only": ([OLD], {"Hildegard von Selby"}),
    "by the surname as well": ([OLD, ["Hildegard sang.", "What did Selby hear?"]], set()),
    "two of the name": ([OLD, ["Hildegard sang.", "Hildegard von Orme sang."]], set()),
    "by the surname with its particle": ([OLD, ["What did von Selby say?"]], set()),
    "so many of a thing": ([["Karl von Selby fed 1200 men."]], set()),
    "of later times": ([["In 1799 Karl von Selby came."], ["What did Karl eat?"]], set()),
    "of no times": ([["There Karl von Selby dug."], ["What did Karl eat?"]], set()),
    "a surname before": ([["In 1150 Karl Orme von Selby came."], ["What of Karl?"]], set()),
}


@rows(("items", "names"), CALLED.values(), ids=CALLED)
def test_who_is_called_by_the_given_name(items: list[list[str]], names: set[str]) -> None:
    assert {*as_called([[*map(tokens_of, texts)] for texts in items], Language("en"))} == names


BOTH = "Pierre Orme de Selby measured it."


@rows(
    ("texts", "heading"),
    [
        ([BOTH, "What did Selby find?"], "Selby, Pierre Orme de"),
        ([BOTH, "What did Orme find?"], ""),
        ([BOTH, "What did Orme find?", "What did Selby find?"], ""),
        ([BOTH], ""),
    ],
)
def test_which_part_of_a_surname_somebody_is_called_by(texts: list[str], heading: str) -> None:
    called = as_called([[tokens_of(text)] for text in texts], Language("en"))
    assert called.get(BOTH[:20], "") == heading


@rows(
    ("name", "names"),
    [
        ("Ada Vane, called Red Ada", ("Ada Vane", "Red Ada")),
        ("Karl Orme, genannt der Rote", ("Karl Orme",)),
        ("Ada Vane, miller", ()),
        ("Ada Vane", ()),
    ],
)
def test_one_may_be_called_by_two_names(name: str, names: tuple[str, ...]) -> None:
    assert names_of_one(name) == names
