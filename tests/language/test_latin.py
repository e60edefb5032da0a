"""Ids and names of files, whatever script the text is in: readable, in small Latin letters."""

import re
from pathlib import Path

import pytest

from studyguide.drafts.draft import draft_of
from studyguide.drafts.ids import Ids
from studyguide.drafts.readers.card import Card
from studyguide.language.language import Language
from studyguide.loading.typed_keys import slug
from studyguide.workflows.new import new_deck
from tests.table import rows

WORDS = {
    "English": ("Don't go — it’s late", "don-t-go-its-late"),
    "German": ("Straße über Öl", "strasse-uber-ol"),
    "Polish": ("Łódź w 1905", "lodz-w-1905"),
    "Danish": ("Smørrebrød på æbler", "smorrebrod-pa-aebler"),
    "Russian": ("Подъём: шахтёры Кузбасса", "podem-shakhtery-kuzbassa"),
    "Ukrainian": ("Їжак і пам’ять", "izhak-i-pamyat"),
    "Greek": ("Περί πουλιών", "peri-poylion"),
    "Hebrew": ("על הציפורים", "l-htsyfvrym"),
    "Arabic": ("الطيور", "ltywr"),
    "Hindi": ("नदियों के बारे में", "ndiyom-ke-bare-mem"),
    "Thai": ("เกี่ยวกับนก", "ekiywkabnk"),
    "Chinese": ("第一章 关于鸟类", "diyizhang-guanyuniaolei"),
    "Japanese": ("鳥について", "niaonitsuite"),
    "Korean": ("새에 대하여", "saee-daehayeo"),
    "two scripts": ("Глава 3: HTTP", "glava-3-http"),
    "a letter and its mark": ("и\u0306од e\u0301", "yod-e"),
    "signs": ("😀 € № ✓ 50 %", "no-50"),
    "nothing": ("… — 😀", "item-1"),
    "no text": ("\ud800\0", "item-1"),
    "long": ("ш" * 99, "sh" * 32),
}


@rows(("text", "made"), WORDS.values(), ids=WORDS)
def test_a_text_is_written_in_latin_letters(text: str, made: str) -> None:
    assert slug(text) == made


HEADINGS = {
    "Of Birds": "1-of-birds.yaml",
    "О птицах": "1-o-ptitsakh.yaml",
    "关于鸟类": "1-guanyuniaolei.yaml",
    "על הציפורים": "1-l-htsyfvrym.yaml",
}


@pytest.mark.parametrize(("heading", "name"), HEADINGS.items(), ids=HEADINGS.values())
def test_files_of_sections_are_named_after_their_headings(
    tmp_path: Path, heading: str, name: str
) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<html><h1>{heading}</h1><p>1, 2, 3 — {heading}.</p>", encoding="utf-8")
    assert [each.name for each in new_deck(page, tmp_path / "deck").files] == [name]


def test_ids_of_cards_are_made_of_what_they_ask() -> None:
    asked = ("Кто вёл шахтёров?", "Кто вёл шахтёров домой?", "谁发现了青霉素?", "…?")
    ids = Ids((), Language("ru"), {})
    made = []
    for each in asked:
        draft = draft_of(Card(1, {"question": each, "answer": "Ада"}), {})
        made.append(ids.new(draft))
        ids.take(draft, made[-1])
    assert made[:2] == ["vel-shakhterov", "vel-shakhterov-domoy"]
    assert all(re.fullmatch("[a-z][a-z0-9-]+", id) for id in made)
    assert len({*made}) == len(asked)
    assert made[2].startswith("shei")
