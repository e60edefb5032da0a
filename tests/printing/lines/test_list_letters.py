"""Which letters count blanks and options."""

from studyguide.class_test.tasks import Task
from studyguide.printing.class_test.printed_tasks import asked_of
from studyguide.printing.lines.blanks import Blank
from studyguide.printing.lines.list_letters import letter_at
from studyguide.printing.lines.pieces import pieces_of
from studyguide.printing.press.options import Layout
from tests.printing.reading import entry, small_guide
from tests.table import rows

COUNTED = {
    "Latin": ("en", "abcdefghijk"),
    "Cyrillic": ("ru", "абвгдежзикл"),
    "of a country": ("uk-UA", "абвгдежзикл"),
    "Greek": ("el", "αβγδεζηθικλ"),
    "a language in another script": ("sr-Latn", "abcdefghijk"),
    "in Cyrillic for once": ("uz-Cyrl-UZ", "абвгдежзикл"),
    "a spelling that is no script": ("ru-1917", "абвгдежзикл"),
    "Hebrew": ("he", "אבגדהוזחטיכ"),
    "Arabic": ("ar", "abcdefghijk"),
    "unknown": ("xq", "abcdefghijk"),
}


@rows(("language", "letters"), COUNTED.values(), ids=COUNTED)
def test_letters_are_those_of_the_script(language: str, letters: str) -> None:
    assert "".join(letter_at(each, language) for each in range(11)) == letters
    cloze = entry("cloze", "c", "{{c1::x}} y {{c2::z}} w {{c3::v}}.")
    labels = [each.label for each in pieces_of(cloze, language) if isinstance(each, Blank)]
    assert labels == [*letters[:3]]
    asked = entry("question", "q", "Why?", "two")
    guide = small_guide(asked, language=language)
    task = asked_of(Task(asked, "choose", ("one", "two", "ten")), guide, Layout())
    assert "".join(letter for letter, _ in task.options) == letters[:3]
    assert task.letter == letters[1]
    assert task.task.letter == "b"


@rows(
    ("index", "language", "letter"),
    [(25, "en", "z"), (26, "en", "aa"), (27, "ru", "я"), (28, "ru", "аа"), (24, "el", "αα")],
)
def test_behind_the_last_there_are_two(index: int, language: str, letter: str) -> None:
    assert letter_at(index, language) == letter
