"""Items that can be asked by themselves, and others, which are not asked."""

from studyguide.class_test.apart import Bad
from studyguide.class_test.told.alone import stands_alone
from studyguide.class_test.told.joined import Joined
from studyguide.class_test.told.telling import Telling
from studyguide.deck.item import Kind
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.source.source import read
from tests.places import CARDS
from tests.printing.reading import entry
from tests.table import rows

ALONE: dict[str, tuple[Kind, str, bool]] = {
    "a question": ("question", "What did Field do after his return?", True),
    "with others": ("question", "Of what do other stones consist?", False),
    "with a pronoun": ("question", "How long did it take the volunteers?", False),
    "a sentence": ("cloze", "A mill has a {{c1::wheel}}.", True),
    "a sentence with a pronoun": ("cloze", "In 1920 he {{c1::burnt}} the mill.", False),
    "one that begins with a blank": ("cloze", "{{c1::Edda}} lost her mill.", True),
    "a pronoun before a number": ("cloze", "His books, more than {{c1::700}}, are lost.", False),
    "a pronoun behind a blank": ("cloze", "{{c1::Edda}} lost her mill.", True),
    "a sign": ("cloze", "Usually e = {{c1::65537}}.", False),
    "a term": ("term", "her playing", True),
    "a year of which no text is known": ("date", "1923", True),
}


@rows(("kind", "prompt", "is_alone"), ALONE.values(), ids=ALONE)
def test_an_item_stands_alone(kind: Kind, prompt: str, *, is_alone: bool) -> None:
    answers = () if kind == "cloze" else ("x",)
    made = entry(kind, "q", prompt, *answers)
    assert stands_alone(made, Language("en"), Joined()) is is_alone


def test_what_leans_on_another_is_not_asked() -> None:
    """There are fewer then: nobody can answer it."""
    lost = entry("question", "lost", "Where does it stand?", "on a creek")
    plain = [
        entry("question", f"q{at}", f"Who kept {thing}?", f"{who} Thorn")
        for at, (thing, who) in enumerate((("geese", "Ada"), ("bees", "Edda"), ("eels", "Ida")))
    ]
    bad = Bad([lost, *plain], Telling([lost, *plain], Language("en")), [])
    assert 0 not in bad.drawn(3)[0]
    assert sorted(bad.drawn(4)[0]) == [1, 2, 3]


YEARS = {
    "no other": ("", "1966", False),
    "another event": ("\n\nIn 1966 the mill of Askby burnt down.", "1966", True),
    "another year": ("\n\nIn 1967 the mill of Askby burnt down.", "1966", False),
    "a day": ("\n\nIn 1966 the mill of Askby burnt down.", "May 1966", False),
}


@rows(("more", "date", "has_more"), YEARS.values(), ids=YEARS)
def test_a_year_may_have_another_event(more: str, date: str, *, has_more: bool) -> None:
    """What happened then is as true as what the key has."""
    folder = CARDS / "tide-mills"
    deck, _ = load(folder)
    assert deck
    text = (folder / "source.txt").read_text(encoding="utf-8")
    made = next(each for each in deck.items if each.prompt.value == "1966")
    asked = entry("date", made.id.value, date, "it was opened")
    assert Joined(deck, read(text + more)).has_more_of(asked) is has_more
