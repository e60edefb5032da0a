"""Code names nothing that is listed, but what stands in it is found."""

from studyguide.deck.markup import read_markup
from studyguide.printing.book.index import entries_of
from studyguide.printing.press.options import Layout
from tests.printing.reading import entry, small_guide
from tests.table import rows

CODE = {
    "a constant": ("It gives `x=True` to Ada Kestrel.", "True", False),
    "a string of a list": ("Ada Kestrel wrote `['apple', 'Fig']` there.", "Fig", False),
    "a block": ("Ada Kestrel wrote:\n\n```\nx = True\n```", "True", False),
    "the same in words": ("Ada Kestrel gave it to Ben Fig, who left.", "Ben Fig", True),
}


@rows(("answer", "heading", "is_listed"), CODE.values(), ids=CODE)
def test_a_name_in_code_is_not_listed(answer: str, heading: str, *, is_listed: bool) -> None:
    asked = entry("question", "q", "What is told of them?", read_markup(answer))
    others = [entry("person", f"n{n}", f"Tom Miller{n}", "a miller") for n in "abcdefgh"]
    places = {f"{part}-1.{n}": n for n in range(10) for part in ("item", "key")} | {"section-1": 1}
    index = {each.heading for each in entries_of(small_guide(*others, asked), Layout(), places)}
    assert "Kestrel, Ada" in index
    assert (heading in index) is is_listed
