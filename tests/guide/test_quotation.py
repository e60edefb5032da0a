"""Which quotation marks a deck's own texts have, and what is said beside them in these."""

from studyguide.guide.quotation import marks_of, with_marks
from tests.printing.reading import entry, small_guide
from tests.table import rows

TYPED = {
    "none": ("de", "Was war der Hof?", "„“"),
    "the usual ones": ("de", "„Hof“ und »Tor«, „Markt“", "„“"),
    "German, turned": ("de", "Was heißt »Ulmhof«? Und »Furt«, und „so“", "»«"),
    "Swiss": ("de", "Was heißt «Ulmhof»? Es heisst «Hof».", "«»"),
    "as many of each": ("de", "„Hof“ und »Tor«", "„“"),
    "Spanish": ("es", "«aceite de oliva», dijo «sí»", "«»"),
    "Spanish, as in English": ("es", "“aceite”, dijo “sí”, «no»", "“”"),
    "Spanish, a question": ("es", "dijo “¿sí?” y “(no)”", "“”"),
    "straight ones": ("de", 'ein "Hof", ein "Tor" und »er«', "„“"),
    "French": ("fr", "«\u00a0oui\u00a0», «\u202fnon\u202f», « si », “ou”", "«»"),
    "French, as in English": ("fr", "il dit “oui”, l’une “non”", "“”"),
    "English": ("en", "“so”, ‘it’, «no»", "“”"),
    "Polish": ("pl", "„tak” i «nie»", "„”"),
    "Dutch, low and high": ("nl", "„zo” en „dan”, „hof”", "„”"),
    "Dutch, as in German": ("nl", "„zo“ en „dan“", "„“"),
    "feet and inches": ("en", '6" by 4", 5’ 2”', "“”"),
    "what only closes": ("de", "so« und da«, Tor “", "„“"),
}  # fmt: skip


@rows(("language", "text", "marks"), TYPED.values(), ids=TYPED)
def test_most_quotations_of_a_deck_tell_its_marks(language: str, text: str, marks: str) -> None:
    made = small_guide(entry("question", "a", text, "So"), language=language)
    assert "".join(marks_of(made, language)) == marks


SAID = {
    "German": ("de", "Hinter „Lösungen“ stehen", "»«", "Hinter »Lösungen« stehen"),
    "French": ("fr", "Après «\u00a0corrigé\u00a0»\u00a0: les", "“”", "Après “corrigé”\u00a0: les"),
    "French, as usual": ("fr", "Après «\u00a0corrigé\u00a0»", "«»", "Après «\u00a0corrigé\u00a0»"),
    "before what is filled in": ("de", "Was bedeutet „", "»«", "Was bedeutet »"),
    "behind it": ("de", "“?", "»«", "«?"),
    "behind it, Swiss": ("de", "“?", "«»", "»?"),
    "behind it, as usual": ("de", "“?", "„“", "“?"),
    "before it, in French": ("fr", "Que signifie «\u00a0", "“”", "Que signifie “"),
    "behind it, in French": ("fr", "\u00a0»\u202f?", "“”", "”\u202f?"),
    "behind it, in Polish": ("pl", "”?", "«»", "»?"),
    "behind it, in Dutch": ("nl", "”?", "„”", "”?"),
    "an apostrophe": ("fr", "l’une", "“”", "l’une"),
    "none": ("es", "Tras la vuelta", "“”", "Tras la vuelta"),
}


@rows(("language", "text", "marks", "said"), SAID.values(), ids=SAID)
def test_what_is_said_has_them_too(language: str, text: str, marks: str, said: str) -> None:
    assert with_marks(text, language, (marks[0], marks[1])) == said
