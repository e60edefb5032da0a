"""Titles of acts that names known by capitals are torn at, and what only looks like one."""

from studyguide.language.language import Language
from studyguide.language.names import tokens_of
from studyguide.printing.index.bound_names import pieces_of
from studyguide.printing.index.marked.capitals_in_runs import names_in
from tests.table import rows

ACTS = {
    "and": ("It was ended by the Mines and Quarries Act 1954.", {"Mines and Quarries Act"}),
    "of": ("It broke the Prevention of Fires Act.", {"Prevention of Fires Act"}),
    "brackets": ("By the Mines (Amendment) Act 1926 he was paid.", {"Mines (Amendment) Act"}),
    "a comma": (
        "Under the Offices, Shops and Railway Premises Act 1963 they had light.",
        {"Offices, Shops and Railway Premises Act"},
    ),
    "of and brackets": (
        "It came with the Control of Noise (Appeals) Regulations 1975.",
        {"Control of Noise (Appeals) Regulations"},
    ),
    "capitals and a year": ("Since the Criminal Law Act 1977 none did.", {"Criminal Law Act"}),
    "a year at the end": ("Orme feared the Poor Corpus Act 1679.", {"Poor Corpus Act"}),
    "at": ("It broke the Health and Safety at Work Act.", {"Health and Safety at Work Act"}),
    "two titles": (
        "In 1836 Orrin read the Mines Act and the Poor Law Bill.",
        {"Orrin", "Mines Act", "Poor Law Bill"},
    ),
    "somebody beside one": ("There Selby and the Mines Act came.", {"Selby", "Mines Act"}),
    "an order": ("He had the Order of Merit in 1902.", {"Order of Merit"}),
    "the act alone": ("It lay in the Act 1836.", set[str]()),
}


@rows(("text", "names"), ACTS.values(), ids=ACTS)
def test_a_title_of_an_act_is_in_one_piece(text: str, names: set[str]) -> None:
    pieces = pieces_of([tokens_of(text)], (), "en")
    assert {*names_in(pieces, Language("en"))} == names
