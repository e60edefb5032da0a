"""Of several blanks those are open that are sure while all of them are."""

from functools import cache

from studyguide.anchor.word_index import Index
from studyguide.class_test.opened import opened
from studyguide.language.language import Language
from studyguide.source.source import read
from tests.printing.reading import entry
from tests.table import rows

TEXT = """The Villages

1. Boats were lost at Askby in Thornshire, at Collan in the Marches and at Erris in Quill. The widows asked for better
nets, and for a bell. The clerk kept a register of pots, and Edda Thorn read it aloud in the year 1811. That spring the boat of Bram landed 14 crans, that
of Holt 37 and that of Pym 50.

2. In a year of storms the nets were mended by fewer hands, and a loft held less tar. The fishermen of the coast asked
for better harbours and roads. A storm lasted nine days.
"""

OPENED = {
    "a place in another": ("Boats were lost at {{c1::Askby}} in {{c2::Thornshire}}.", "Askby"),
    "two of them": (
        "Boats were lost at {{c1::Askby}} in {{c2::Thornshire}} and at {{c3::Collan}} in the {{c4::Marches}}.",
        "Askby Collan",
    ),
    "a place and a year": ("{{c1::Edda Thorn}} read it aloud in {{c2::1811}}.", "Edda Thorn 1811"),
    "what is no place": ("A register of {{c1::pots}} in {{c2::ink}}.", "pots ink"),
    "an opposite": ("In a year of {{c1::storms}} a loft held {{c2::less}} tar.", "storms"),
    "an opposite first": ("A loft held {{c1::less}} tar in a year of {{c2::storms}}.", "storms"),
    "two opposites": ("{{c1::Fewer}} hands, {{c2::less}} tar.", "Fewer"),
    "an opposite alone": ("A loft held {{c1::less}} tar.", "less"),
    "an opposite hidden with others": (
        "A loft held {{c1::less}} {{c1::tar}} in a year of {{c2::storms}}.",
        "less tar storms",
    ),
    "another sentence has the rest": (
        "They asked for better {{c1::nets}}, as well as for a {{c2::bell}}.",
        "nets",
    ),
    "no other sentence has it": (
        "The clerk kept a {{c1::register}} of {{c2::pots}} that was read.",
        "register pots",
    ),
    "a name and its figure, among others": (
        "The boat of {{c1::Bram}} landed {{c2::14}} crans.",
        "Bram",
    ),
    "a figure and its name, among others": (
        "It was {{c2::37}} crans for the boat of {{c1::Holt}}.",
        "37",
    ),
    "a name, and what is no figure": (
        "The boat of {{c1::Bram}} landed many {{c2::crans}}.",
        "Bram crans",
    ),
    "one number, though two blanks": (
        "Boats were lost at {{c1::Askby}} in {{c1::Thornshire}}.",
        "Askby Thornshire",
    ),
}


@cache
def index() -> Index:
    return Index(read(TEXT), Language("en"))


@rows(("sentence", "left"), OPENED.values(), ids=OPENED)
def test_blanks_that_are_open_together_are_sure(sentence: str, left: str) -> None:
    whole = entry("cloze", "c", sentence)
    made = opened(whole, Language("en"), index())
    assert " ".join(made.answers) == left
    assert made.answers == tuple(each.text for each in made.deletions)
    told = "".join(each if isinstance(each, str) else each.text for each in made.pieces)
    assert told == made.prompt == whole.prompt


def test_without_a_text_less_is_known() -> None:
    kept = {
        name: opened(entry("cloze", "c", text), Language("en"), None)
        for name, (text, _) in OPENED.items()
    }
    assert kept["a place in another"].answers == ("Askby",)
    assert kept["another sentence has the rest"].answers == ("nets", "bell")
