"""Words are divided where that saves a line, or where the line before them would be nearly empty."""

import pytest

from studyguide.printing.engine import lines
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
    return [
        box.text.replace("\u2010", "-").strip() for box in boxes if hasattr(box, "pango_layout")
    ]


TEXTS = {
    "de": "Die Straßenbahnbetriebsgenossenschaft führte im Frühjahr eine Umsteigefahrkarte ein, mit der man beliebig oft wechseln konnte",
    "fr": "Le gouvernement provisoire recommandait aux administrateurs une surveillance particulière des établissements scientifiques",
    "es": "Los administradores municipales reconocieron inmediatamente la responsabilidad de aquellas organizaciones comerciales",
    "pl": "Najważniejszym przedsięwzięciem spółdzielni było rozporządzenie o zabezpieczeniu przedwojennych magazynów",
    "ru": "Правительство рассматривало предложения железнодорожников о распределении заработанного и переустройстве мастерских",
    "nl": "De gemeentelijke waterleidingmaatschappij onderhield aanvankelijk verschillende pompinstallaties langs de rivieroever",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_no_text_takes_a_line_more(language: str) -> None:
    """In columns of 16 to 60 letters: as many lines as with all words divided that can be, and fewer of them."""
    text, rooms = TEXTS[language], range(16, 60, 2)
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:
        ours = [set_so(press, language, room, text) for room in rooms]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lines, "where_that_saves_a_line", lambda before: before)
            others = [set_so(press, language, room, text) for room in rooms]
    assert [*map(len, ours)] == [*map(len, others)]
    assert divided(ours) < divided(others)


def divided(told: list[list[str]]) -> int:
    return sum(line.endswith("-") for each in told for line in each)
