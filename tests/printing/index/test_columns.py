"""Names in tables, of which each cell begins with a capital."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.marked.capitals_in_runs import names_in
from studyguide.printing.index.marked.columns import in_columns
from tests.table import rows

TABLES = {
    "towns": ("Town | Founded¦Orrin | 1903¦Selby | 1911", "", {"Orrin", "Selby"}),
    "a second column": ("Wheel | Town¦old | Orrin¦new | Selby", "", {"Orrin", "Selby"}),
    "an empty cell": ("Mill | Wheel | Town¦one | | Orrin¦two | new | Selby", "", {"Orrin", "Selby"}),
    "persons": ("Miller | Rent¦Ada Vane | £3¦Xul Orme | £4", "", {"Ada Vane", "Xul Orme"}),
    "nouns": ("Trade | Men¦Painters | 4¦Smiths | 5", "painters", set()),
    "a noun in the plural": ("Trade | Men¦Painter | 4¦Smith | 5", "painters", set()),
    "nouns with others": ("What | 1871¦Axle load | 3¦Painters | 4", "", set()),
    "a noun in the first column alone": (
        "Part | Town¦Wheel | Orrin¦Pond | Selby",
        "wheel",
        {"Orrin", "Selby"},
    ),
    "small letters": ("Part | Made of¦Wheel | oak¦Pond | clay", "wheel", set()),
    "letters": ("Vein | Ore¦Vein A | copper¦Vein D | lead", "", {"Vein A", "Vein D"}),
    "no table": ("Orrin lay there, and Selby.", "", {"Selby"}),
}  # fmt: skip


@rows(("table", "small", "names"), TABLES.values(), ids=TABLES)
def test_a_cell_may_begin_with_a_name(table: str, small: str, names: set[str]) -> None:
    tokens = in_columns(tokens_of(table), {*small.split()})
    assert names_in([tokens], Language("en")) == names
