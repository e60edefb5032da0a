"""Decks in other languages: what needs no list of English words works there too."""

import shutil
import subprocess
from pathlib import Path

import pytest

from studyguide.language.language import Language
from studyguide.language.rule_coverage import asked_of
from tests import forked
from tests.places import DECKS
from tests.table import rows


@pytest.fixture(params=["gezeiten", "moulins"])
def deck(request, tmp_path: Path) -> Path:
    """Give a copy of a small German or French deck with its text."""
    return Path(shutil.copytree(DECKS / request.param, tmp_path / request.param))


def check(deck: Path) -> subprocess.CompletedProcess[str]:
    return forked.run(deck.parent, "check", str(deck))


def edit(deck: Path, old: str, new: str) -> None:
    for path in sorted(deck.glob("[0-9]*.yaml")):
        text = path.read_text(encoding="utf-8")
        if old in text:
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
            return
    pytest.fail(f"{old} is not there")


def test_an_honest_deck_is_clean(deck: Path) -> None:
    done = check(deck)
    assert (done.returncode, done.stdout) == (0, "")


@rows(
    ("language", "said", "not_said"),
    [
        pytest.param("de", "names by their capital", "opposites", id="lists, nouns with capitals"),
        pytest.param("uk", "synonyms", "names", id="lists"),
        pytest.param("it", "synonyms", "superlatives", id="lists of Italian"),
        pytest.param("de", "synonyms", "superlatives", id="lists without gaps"),
        pytest.param("sv", "negations, hedges, opposites", "names", id="no lists"),
        pytest.param("ja", "names, negations", "numbers", id="no blanks"),
    ],
)
def test_it_is_said_what_is_not_asked(language: str, said: str, not_said: str) -> None:
    assert said in asked_of(Language(language)).no
    assert not_said not in asked_of(Language(language)).no


def test_of_english_all_is_asked() -> None:
    assert asked_of(Language("en-GB")).no == ""


def test_the_summary_says_it(deck: Path) -> None:
    language = "de" if deck.name == "gezeiten" else "fr"
    said = f"not asked in the language `{language}`: {asked_of(Language(language)).no}\n"
    assert said in check(deck).stderr


@rows(
    ("name", "old", "new", "code"),
    [
        pytest.param("gezeiten", 'date: "1516"', 'date: "1561"', "answer-number", id="de number"),
        pytest.param("gezeiten", "{{c1::drei}}", "{{c1::vier}}", "cloze-unsupported", id="de cloze"),
        pytest.param("gezeiten", "evidence: der Druck", "evidence: der Dreck", "evidence-missing",
                     id="de evidence"),
        pytest.param("gezeiten", "section: 1", "section: 3", "section-unknown", id="de section"),
        pytest.param("moulins", 'answer: "24"', 'answer: "42"', "answer-number", id="fr number"),
        pytest.param("moulins", "{{c1::trois}}", "{{c1::deux}}", "cloze-unsupported", id="fr cloze"),
        pytest.param("moulins", "île de Bréhat\n    evidence", "île de Groix\n    evidence",
                     "answer-name", id="fr name"),
        pytest.param("moulins", "usine de la Rance …", "usine de la Rence …", "evidence-missing",
                     id="fr evidence"),
    ],
)  # fmt: skip
def test_a_planted_error_is_caught(
    tmp_path: Path, name: str, old: str, new: str, code: str
) -> None:
    deck = Path(shutil.copytree(DECKS / name, tmp_path / name))
    edit(deck, old, new)
    done = check(deck)
    assert done.returncode == 1
    assert f"[{code}]" in done.stdout
