"""The words of a deck: its own before ours, in English what there is no word for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from markupsafe import Markup

from studyguide.anki.note_types import note_types
from studyguide.anki.template_faults import faults_of
from studyguide.printing.press.typesetting import Typesetter
from studyguide.templates import Templates
from studyguide.vocabulary.vocabulary import Vocabulary, findings_of, has_words
from tests.table import rows

DAY = datetime(2026, 3, 5, tzinfo=UTC)


def words(folder: Path, **tables: str) -> Path:
    (folder / "templates" / "words").mkdir(parents=True, exist_ok=True)
    for tag, text in tables.items():
        (folder / "templates" / "words" / f"{tag}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_own_words_come_first(tmp_path: Path) -> None:
    folder = words(tmp_path, de="contents: Was darin steht\n")
    found = Vocabulary.of(folder, "de-AT")
    assert (found.plain("contents"), found.plain("index")) == ("Was darin steht", "Register")
    assert [*findings_of(folder, "de-AT")] == []


def test_of_a_country_before_the_others(tmp_path: Path) -> None:
    folder = words(tmp_path, pt="contents: A\nindex: B\n", **{"pt-BR": "index: C\n"})
    found = Vocabulary.of(folder, "pt-BR")
    assert (found.plain("contents"), found.plain("index")) == ("A", "C")


def test_what_there_is_no_word_for(tmp_path: Path) -> None:
    folder = words(tmp_path, ar="contents: المحتويات\n")
    typesetter = Typesetter(Vocabulary.of(folder, "ar"))
    assert typesetter.say("contents") == "المحتويات"
    assert typesetter.say("index") == '<span lang="en" dir="ltr">Index</span>'
    assert typesetter.said("index") == "Index"
    assert has_words(folder, "ar")
    assert not has_words(folder, "sv")


def test_words_and_what_fills_them_are_no_markup(tmp_path: Path) -> None:
    folder = words(tmp_path, de='by: "<b>von</b> {author} {{X}}"\nfrom: "{work} <i>"\n')
    typesetter = Typesetter(Vocabulary.of(folder, "de"))
    assert typesetter.say("by", author="<i>") == "&lt;b&gt;von&lt;/b&gt; &lt;i&gt; {{X}}"
    assert typesetter.say("from", work=Markup("<i>W</i>")) == "<i>W</i> &lt;i&gt;"


@rows(
    ("tag", "table", "expected"),
    [
        pytest.param("en", "", "5 March 2026", id="english"),
        pytest.param("en-US", "", "March 5, 2026", id="of a country"),
        pytest.param("de", "", "5. März 2026", id="german"),
        pytest.param("ja", "", "2026年3月5日", id="japanese"),
        pytest.param("de", "date: iso\n", "2026-03-05", id="own"),
        pytest.param("sv", "contents: Innehåll\n", "2026-03-05", id="not told"),
    ],
)
def test_dates(tmp_path: Path, tag: str, table: str, expected: str) -> None:
    folder = words(tmp_path, **{tag: table}) if table else tmp_path
    assert Vocabulary.of(folder, tag).date(DAY) == expected


@rows(
    ("tag", "expected"),
    [
        ("fr", "1er mars 2026"),
        ("it", "1º marzo 2026"),
        ("de", "1. März 2026"),
        ("es", "1 de marzo de 2026"),
    ],
)
def test_the_first_day_of_a_month(tmp_path: Path, tag: str, expected: str) -> None:
    assert Vocabulary.of(tmp_path, tag).date(DAY.replace(day=1)) == expected


def test_a_semicolon_is_that_of_the_language() -> None:
    told = {tag: Vocabulary(tag).semicolon for tag in ("en-GB", "de", "el", "fr-CA", "ar", "he")}
    assert told == {"en-GB": ";", "de": ";", "el": "·", "fr-CA": "\u202f;", "ar": "؛", "he": ";"}


WRONG = {
    "unknown": ("contnets: X\n", "key-unknown"),
    "twice": ("index: X\nindex: Y\n", "key-duplicate"),
    "a list": ("index: [X]\n", "value-type"),
    "empty": ("index:\n", "value-empty"),
    "no mapping": ("- index\n", "file-shape"),
    "no YAML": ("index: {X\n", "yaml-brace"),
    "no number decides": ("index: {one: X, other: Y}\n", "value-type"),
    "no such form": ("items: {some: X, other: '{count}'}\n", "key-unknown"),
    "no other": ("items: {one: X}\n", "key-missing"),
    "not filled": ("by: von\n", "words-placeholder"),
    "filled with what is not there": ("by: '{author} {year}'\n", "words-placeholder"),
    "attributes": ("by: '{author} {author.__class__}'\n", ""),
    "no date": ("date: d.M.y\n", "words-placeholder"),
    "count in words": ("items: {one: one, other: '{count}'}\n", ""),
    "one for all numbers": ("items: '{count} Stück'\n", ""),
    "anchor": ("index: &a X\n", "yaml-anchor"),
}


@rows("name", WRONG)
def test_own_tables_are_checked(tmp_path: Path, name: str) -> None:
    table, code = WRONG[name]
    folder = words(tmp_path, de=table)
    found = [each.code for each in findings_of(folder, "de")]
    assert (code in found) if code else (found == [])
    assert Vocabulary.of(folder, "de").plain("index") in ("Register", "X")


def test_cards_in_anki_speak_the_language(tmp_path: Path) -> None:
    vocabulary = Vocabulary.of(tmp_path, "he")
    question, cloze = note_types("mills", Templates.of(tmp_path), vocabulary)
    forward, reverse = question.templates
    assert 'lang="he" dir="rtl"' in forward.front
    assert "{{Kind}}?</p>" in reverse.front
    assert "הוסר" in cloze.templates[0].front
    assert '.kind[data-kind="שאלה"]' in question.css
    assert [*faults_of(Templates.of(tmp_path), vocabulary)] == []


@rows("word", ['"] { } </style>', "{{Front}}", "</p><script>x</script>", "\\", "a\nb"])
def test_own_words_stay_words_in_anki(tmp_path: Path, word: str) -> None:
    table = f"withdrawn: {_yaml(word)}\nkind-question: {_yaml(word)}\nkind-asked: {_yaml('{kind}' + word)}\n"
    vocabulary = Vocabulary.of(words(tmp_path, de=table), "de")
    ours, plain = (
        note_types("mills", Templates.of(tmp_path), each)[0]
        for each in (vocabulary, Vocabulary.of(tmp_path / "none", "de"))
    )
    assert [*faults_of(Templates.of(tmp_path), vocabulary)] == []
    for sign in ("<script", "{{Front}}", "</p>"):
        for side in (0, 1):
            assert ours.templates[side].front.count(sign) == plain.templates[side].front.count(sign)
    assert ours.css.count("{") == plain.css.count("{")
    assert ours.css.count('"') == plain.css.count('"')


def _yaml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
