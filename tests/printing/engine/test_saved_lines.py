"""Words are divided where that saves a line, or where the line before them would be nearly empty."""

from collections.abc import Callable
from typing import Any

import pytest

from studyguide.printing.engine import once
from studyguide.printing.press.pdf import Press, open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED
from tests.table import rows

CASES = {
    "no line more": ("de", 24, "führte die Wasserpumpenanlage ein", "führte die|Wasserpumpenanlage ein"),
    "none saved": ("de", 20, "Was sah der Bebauungsplan von 1964 vor?", "Was sah der|Bebauungsplan von|1964 vor?"),
    "one saved": ("de", 24, "Was sah der Generalverkehrsplan von 1964 vor?", "Was sah der Generalver-|kehrsplan von 1964 vor?"),
    "a narrow column": ("de", 16, "ein Donaudampfschifffahrtsverein", "ein|Donaudampf-|schifffahrts-|verein"),
    "a nearly empty line": ("de", 26, "an Elektrizitätsgesellschaften der Stadt", "an Elektrizitätsgesell-|schaften der Stadt"),
    "the second of two": ("fr", 20, "le constructeur des gouvernements provisoires", "le constructeur des|gouvernements|provisoires"),
    "Spanish": ("es", 22, "la administración municipalizada", "la administración|municipalizada"),
    "Russian": ("ru", 22, "введение землеустройства", "введение|землеустройства"),
    "one saved behind a hyphen": ("de", 22, "bis zur Karl-Liebknecht Straße hinauf", "bis zur Karl-Lieb-|knecht Straße hinauf"),
    "at a hyphen that is written": ("de", 22, "bis zur Karl-Liebknecht Straße hinauf zum Rathaus", "bis zur Karl-|Liebknecht Straße|hinauf zum Rathaus"),
    "a title": ("fr", 22, "Quelles escales l’<i>Espérance</i> vit-elle ?", "Quelles escales|l’Espérance vit-elle ?"),
    "a title that saves one": ("fr", 30, "les gouverneurs de l’<i>administration municipale</i> provisoire", "les gouverneurs de l’adminis-|tration municipale provisoire"),
    "behind a blank": ("de", 34, "Graf Adalbert gab <span>____________</span> das Marktrecht und dann noch <span>______</span>", "Graf Adalbert gab ____________ das|Marktrecht und dann noch ______"),
    "behind a blank, one saved": ("de", 24, "Er gab <span>______</span> das Marktrechtsprivileg zurück", "Er gab ______ das Markt-|rechtsprivileg zurück"),
    "behind a bold word": ("es", 23, "toma el <b>fruto</b> amontonado y húmedo de anteayer", "toma el fruto|amontonado y húmedo de|anteayer"),
    "nothing to divide": ("de", 22, "der Hof und das Tor", "der Hof und das Tor"),
}  # fmt: skip


@rows(("language", "room", "text", "expected"), CASES.values(), ids=CASES)
def test_a_word_is_divided_where_that_saves_a_line(
    language: str, room: int, text: str, expected: str
) -> None:
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        told = "|".join(set_so(press, language, room, text))
    assert told == expected


def set_so(press: Press, language: str, room: int, text: str) -> list[str]:
    """Give the lines of a text in a column that is so many letters wide."""
    style = f"p {{ width: {room + 0.5}ch; font: 5pt 'Guide Source Code'; hyphens: auto; hyphenate-limit-chars: 8 3 4; overflow-wrap: break-word }}"
    page = f"<html lang={language}><title>x</title><style>{style}</style><p>{text}"
    boxes = press.laid_out(page).pages[0]._page_box.descendants()
    lines = [box for box in boxes if type(box).__name__ == "LineBox"]
    return [text_of(line).replace("\u2010", "-").strip() for line in lines]


def text_of(line: Any) -> str:
    return "".join(getattr(box, "text", "") for box in line.descendants())


TEXTS = {
    "de": "Die Straßenbahnbetriebsgenossenschaft führte im Frühjahr eine Umsteigefahrkarte ein, mit der man beliebig oft wechseln konnte",
    "fr": "Le gouvernement provisoire recommandait aux administrateurs une surveillance particulière des établissements scientifiques",
    "es": "Los administradores municipales reconocieron inmediatamente la responsabilidad de aquellas organizaciones comerciales",
    "pl": "Najważniejszym przedsięwzięciem spółdzielni było rozporządzenie o zabezpieczeniu przedwojennych magazynów",
    "ru": "Правительство рассматривало предложения железнодорожников о распределении заработанного и переустройстве мастерских",
    "nl": "De gemeentelijke waterleidingmaatschappij onderhield aanvankelijk verschillende pompinstallaties langs de rivieroever",
}  # fmt: skip


def with_titles(text: str) -> str:
    """Set every third word in italics, as a title is, and a blank before every seventh."""
    words = (f"<i>{word}</i>" if at % 3 == 2 else word for at, word in enumerate(text.split()))
    return " ".join(
        f"<span>_____</span> {word}" if at % 7 == 4 else word for at, word in enumerate(words)
    )


@pytest.mark.parametrize("made", [str, with_titles], ids=["plain", "in parts"])
@pytest.mark.parametrize("language", TEXTS)
def test_no_text_takes_a_line_more(language: str, made: Callable[[str], str]) -> None:
    """In columns of 16 to 60 letters: as many lines as with all words divided that can be, and fewer of them."""
    text, rooms = made(TEXTS[language]), range(16, 60, 2)
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        ours = [set_so(press, language, room, text) for room in rooms]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(once, "where_that_saves_a_line", lambda before: before)
            others = [set_so(press, language, room, text) for room in rooms]
    assert [*map(len, ours)] == [*map(len, others)]
    assert divided(ours) < divided(others)


def divided(told: list[list[str]]) -> int:
    return sum(line.endswith("-") for each in told for line in each)
