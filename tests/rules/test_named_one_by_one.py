"""Lists of what a question names one by one, marks of pictures, and a "who" that is anybody of a kind."""

from tests.rules.test_honest_items import several
from tests.syntax.test_built import Case, found, qa
from tests.table import rows

ROPES = "Halyards hoist, sheets haul, and braces turn."
HOIST, OF_ROPES = ["hoist", "haul", "turn"], "Halyards hoist, … braces turn"
HANDS = "The right hand sings a melody; the left hand spreads chords; the pedal binds them."
SINGS, OF_HANDS = (
    ["sings a melody", "spreads chords", "binds them"],
    "right hand sings … binds them",
)
HULL = "The hull has a stem, a keel, a rib and a plank."
PARTS, OF_HULL = ["a stem", "a keel", "a rib", "a plank"], "hull has a stem, … a plank"
SEASONS = "In spring Ada sows, in summer she weeds, in autumn she reaps."
SOWS, OF_SEASONS = ["sows", "weeds", "reaps"], "In spring Ada sows, … she reaps"

FILES = "Anyone may inspect files of the office."
RESIDENT = "Any resident may address a petition to the council."
ADULT = "Every adult resident has one vote in the trust."
STEALS = "Whoever steals rope is sent away."
NOBODY = "No carpenter works on Sunday."
SMITH = "The smith, Jon Hale, made the anchor."

RIGHT = {
    "three, with an and": several(ROPES, "What do halyards, sheets and braces do?", HOIST, OF_ROPES),
    "with articles": several(HANDS, "What do the right hand, the left hand and the pedal each do?", SINGS, OF_HANDS),
    "with a preposition": several(SEASONS, "What does Ada do in spring, in summer and in autumn?", SOWS, OF_SEASONS),
    "two": several(ROPES, "What do halyards and sheets do?", HOIST[:2], "Halyards hoist, sheets haul"),
    "letters": several(HULL, "Name the parts with the letters A to D of the hull.", PARTS, OF_HULL),
    "letters with a dash": several(HULL, "Of the hull, what is each of the parts A–D?", PARTS, OF_HULL),
    "letters in a row": several(HULL, "Which parts of the hull do the letters A, B, C and D stand for?", PARTS, OF_HULL),
    "numbers of parts": several(HULL, "Which parts of the hull are marked 1 to 4?", PARTS, OF_HULL),
    "anyone": qa(FILES, "Who may inspect files of the office?", "anyone", "Anyone may inspect files"),
    "any resident": qa(RESIDENT, "Who may address a petition to the council?", "any resident", "Any resident may address a petition"),
    "every adult": qa(ADULT, "Who has a vote in the trust?", "every adult resident", "Every adult resident has one vote"),
    "whoever": qa(STEALS, "Who is sent away?", "whoever steals rope", "Whoever steals rope is sent away"),
    "no carpenter": qa(NOBODY, "Who works on Sunday?", "no carpenter", "No carpenter works on Sunday"),
}  # fmt: skip
WRONG = {
    "none is named": ("list-length-unstated", several(ROPES, "What do the ropes do?", HOIST, OF_ROPES)),
    "four are named": ("list-length-unstated", several(ROPES, "What do halyards, sheets, tacks and braces do?", HOIST, OF_ROPES)),
    "two are named": ("list-length-unstated", several(ROPES, "What do halyards and sheets do?", HOIST, OF_ROPES)),
    "with so many": ("list-length-unstated", several(ROPES, "What does a rope do, with halyards and sheets?", HOIST, OF_ROPES)),
    "a letter too many": ("list-length-unstated", several(HULL, "Of the hull, what is each of the parts A–E?", PARTS, OF_HULL)),
    "years from to": ("list-length-unstated", several(HULL, "What has the hull in the years 1 to 4?", PARTS, OF_HULL)),
    "a letter that is none of a picture": ("question-name", qa(HULL, "Which stem is E of the hull?", "a stem", "The hull has a stem")),
    "anyone, of a man with a name": ("answer-who", qa(SMITH, "Who made the anchor?", "any smith", "The smith, Jon Hale, made the anchor")),
    "in a way": ("answer-who", qa(FILES, "Who may inspect files of the office?", "at noon", "Anyone may inspect files")),
}  # fmt: skip


@rows("each", RIGHT.values(), ids=RIGHT)
def test_what_is_named_needs_no_number_and_no_name(desk, each: Case) -> None:
    told = [every for every in found(desk, each) if every.is_error or every.code == "answer-who"]
    assert [every.message for every in told] == []


@rows(("code", "each"), WRONG.values(), ids=WRONG)
def test_a_mistake_of_the_same_build_is_told(desk, code: str, each: Case) -> None:
    codes = [every.code for every in found(desk, each)]
    assert code in codes, codes
