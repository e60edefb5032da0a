"""The tables of words that come with us: all say the same things, each in the forms of its language."""

import pytest

from studyguide.vocabulary.vocabulary import Vocabulary, direction, plural
from studyguide.vocabulary.word_table import PLACEHOLDER, bundled, placeholders
from tests.places import ROOT
from tests.table import rows

ENGLISH = bundled("en").phrases
TAGS = sorted(path.stem for path in (ROOT / "templates" / "words").glob("*.yaml"))
every_table = rows("tag", TAGS)
NEEDED = {"de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"}


def test_which_there_are() -> None:
    assert set(TAGS) >= NEEDED


@every_table
def test_has_all_that_is_said(tag: str) -> None:
    assert bundled(tag).findings == ()
    assert bundled(tag).phrases.keys() == ENGLISH.keys()


@every_table
def test_is_filled_with_the_same(tag: str) -> None:
    for key, phrase in bundled(tag).phrases.items():
        wanted = placeholders(ENGLISH[key])
        forms = [phrase] if isinstance(phrase, str) else [*phrase.values()]
        found = [frozenset(PLACEHOLDER.findall(form)) for form in forms]
        assert {*found} <= {wanted, wanted - {"count"}}, key


@every_table
def test_has_every_plural_form(tag: str) -> None:
    needed = {plural(tag, count) for count in range(200)} | {"other"}
    for key, phrase in bundled(tag).phrases.items():
        assert isinstance(phrase, str) == isinstance(ENGLISH[key], str)
        assert isinstance(phrase, str) or phrase.keys() == needed, key


@rows(
    ("tag", "count", "said"),
    [
        pytest.param("en", 1, "1 item", id="english-one"),
        pytest.param("en", 1234, "1,234 items", id="english-grouped"),
        pytest.param("de", 1234, "1234 Einträge", id="german"),
        pytest.param("de", 12345, "12.345 Einträge", id="german-grouped"),
        pytest.param("es", 1173, "1173 elementos", id="spanish"),
        pytest.param("pl", 9999, "9999 pozycji", id="polish-not-grouped"),
        pytest.param("fr", 1234, "1\u202f234 éléments", id="french-grouped"),
        pytest.param("pt-PT", 1234, "1234 itens", id="of-portugal"),
        pytest.param("pt-BR", 1234, "1.234 itens", id="of-brazil"),
        pytest.param("fr", 0, "0 élément", id="french-none"),
        pytest.param("pl", 22, "22 pozycje", id="polish-few"),
        pytest.param("pl", 25, "25 pozycji", id="polish-many"),
        pytest.param("ru", 21, "21 пункт", id="russian-one"),
        pytest.param("ru", 11, "11 пунктов", id="russian-many"),
        pytest.param("uk", 103, "103 пункти", id="ukrainian-few"),
        pytest.param("he", 2, "שני פריטים", id="hebrew-two"),
        pytest.param("ja", 1, "1項目", id="japanese"),
        pytest.param("pt-BR", 2, "2 itens", id="of-a-country"),
        pytest.param("sv", 2, "2 items", id="no-table"),
    ],
)
def test_counts(tag: str, count: int, said: str) -> None:
    phrases = bundled(tag.partition("-")[0]).phrases
    assert Vocabulary(tag, phrases).plain("items", count=count) == said


@rows(
    ("tag", "expected"),
    [
        ("he", "rtl"),
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("yi", "rtl"),
        ("en", "ltr"),
        ("ja", "ltr"),
        ("xq", "ltr"),
    ],
)
def test_direction(tag: str, expected: str) -> None:
    assert direction(tag) == expected
