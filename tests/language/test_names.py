"""What is alike in names of places and of their people."""

from studyguide.language.names import places_by_people
from tests.table import rows

PEOPLES = {
    "a country": ("Chinese", ["China", "Kent"], "China"),
    "a region": ("Siberian", ["Siberia"], "Siberia"),
    "a county": ("Kentish", ["Kent"], "Kent"),
    "by another root": ("Dutch", ["Netherlands"], "Netherlands"),
    "its people": ("Poles", ["Poland"], "Poland"),
    "of one of two": ("Georgian", ["Georgia", "George"], ""),
    "of none": ("Polish", ["China"], ""),
    "only alike": ("Portal", ["Portugal", "Port"], ""),
    "itself": ("Kent", ["Kent"], ""),
}


@rows(("word", "places", "place"), PEOPLES.values(), ids=PEOPLES)
def test_what_is_said_of_a_place_leads_to_it(word: str, places: list[str], place: str) -> None:
    assert places_by_people([word], places).get(word, "") == place
