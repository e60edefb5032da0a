"""Templates that learners see say nothing of their own: all their words are in the tables."""

import re

from studyguide.vocabulary.word_table import bundled
from tests.places import ROOT

ENGLISH = bundled("en").phrases
FOLDERS = ("anki", "coverage", "cutout", "guide", "test")
FILES = sorted(
    path.relative_to(ROOT / "templates").as_posix()
    for folder in FOLDERS
    for path in (ROOT / "templates" / folder).glob("*.html")
    if path.stem not in ("measure", "measure-test", "plates")  # which nobody sees
)
_CODE = re.compile(
    r"\{% macro across.*?endmacro %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>",
    re.DOTALL,
)
_SPOKEN = re.compile(
    r'(?<!<a )\b(?:alt|title|aria-label|data-title|data-name|data-one|data-many)="([^"]*)"'
)  # a link names its place by `data-name`, which nobody reads
_KEY = re.compile(r"\b(?:say|said|counted|tongue)\(\"([a-z-]+)\"|\{\{> *words/([a-z-]+)")


def text_of(name: str) -> str:
    return (ROOT / "templates" / name).read_text(encoding="utf-8")


def test_says_nothing_of_its_own() -> None:
    for name in FILES:
        bare = _CODE.sub("", text_of(name))
        shown = [re.sub(r"<[^>]*>|&\w+;", "", bare), *_SPOKEN.findall(bare)]
        assert [each for each in shown if re.search(r"[^\W\d_]{2}", each)] == [], name


def test_says_what_there_are_words_for() -> None:
    for name in FILES:
        keys = {key for pair in _KEY.findall(text_of(name)) for key in pair if key}
        assert keys <= {*ENGLISH, "lang"}, name


def test_every_word_is_said_somewhere() -> None:
    """By a template, or by the code that fills one."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "studyguide").rglob("*.py"))
    everything = "".join(map(text_of, FILES)) + text_of("anki/cards.css") + code
    made = {"date", *(key for key in ENGLISH if key.startswith("kind-"))}
    assert [
        key
        for key in ENGLISH
        if key not in made and not re.search(rf"[\"/]{key}[\"}}]", everything)
    ] == []
