"""What readers make of files, and drafts of what they read."""

from pathlib import Path

import pytest

from studyguide.drafts.draft import Draft, draft_of
from studyguide.drafts.ids import Ids
from studyguide.drafts.plain import from_html, from_markdown
from studyguide.drafts.readers.formats import read_cards
from studyguide.language.language import Language
from tests.table import rows


def drafts(tmp_path: Path, name: str, data: str | bytes) -> list[Draft]:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [draft_of(card, {}) for card in read_cards(path)]


def shown(draft: Draft) -> str:
    if draft.fault:
        return f"! {draft.fault}"
    return f"{draft.kind}: {draft.prompt} = {' | '.join(draft.answers)}"


TABLES = {
    "a comma inside quotation marks": ("t.csv", 'Why?,"pay, and rest"\n', ["question: Why? = pay, and rest"]),
    "doubled quotation marks": ("t.csv", '"What is ""it""?",x\n', ['question: What is "it"? = x']),
    "lines in a cell": ("t.csv", '"Why?","one\ntwo"\n', ["question: Why? = one\ntwo"]),
    "semicolons, commas in the cells": (
        "t.csv",
        "Why, then?;a, b\nHow, then?;c, d\n",
        ["question: Why, then? = a, b", "question: How, then? = c, d"],
    ),
    "headings in another order": ("t.csv", "answer,tags,question\nx,a b,Why?\n", ["question: Why? = x"]),
    "headings of one name": ("t.csv", "front,back,back\nWhy?,x,y\n", ["question: Why? = x"]),
    "no heading, though a word is like one": ("t.csv", "term,x\n", ["term: term = x"]),
    "a formula is text": ("t.csv", 'Why?,"=1+1"\n', ["question: Why? = =1+1"]),
    "a row too short": ("t.tsv", "Why?\nHow?\tx\n", ["! it answers nothing", "question: How? = x"]),
    "UTF-16 with its mark": ("t.txt", "\ufeffWer?\tÄda\n".encode("utf-16-le"), ["question: Wer? = Äda"]),
    "a mark of UTF-8": ("t.csv", "\ufeffWhy?,x\n", ["question: Why? = x"]),
    "NUL": ("t.csv", "Wh\0y?,x\n", ["question: Why? = x"]),
    "empty rows": ("t.csv", "\n,\nWhy?,x\n\n", ["question: Why? = x"]),
    "a short front is a term": ("t.tsv", "sluice\ta gate\n", ["term: sluice = a gate"]),
    "a year is a date": ("t.tsv", "June 1911\tthe walkout\n", ["date: June 1911 = the walkout"]),
    "an order is a question": ("t.tsv", "Name the mayor\tBrand\n", ["question: Name the mayor = Brand"]),
    "Anki's header": (
        "t.txt",
        "#separator:Semicolon\n#html:false\n#columns:Back;Front\nx;Why <b>?\n",
        ["question: Why <b>? = x"] ,
    ),
    "a column in blanks": ("t.txt", "#separator:tab\n#tags column:     3\nWhy?\tx\ta\n", ["question: Why? = x"]),
    "a column that no table has": ("t.txt", f"#separator:tab\n#tags column:{'9' * 5000}\nWhy?\tx\n", ["question: Why? = x"]),
}  # fmt: skip


@rows(("name", "data", "wanted"), TABLES.values(), ids=TABLES)
def test_tables(tmp_path: Path, name: str, data: str | bytes, wanted: list[str]) -> None:
    assert [shown(each) for each in drafts(tmp_path, name, data)] == wanted


MARKDOWN = {
    "answers of several lines": ("Q: Why?\nA: one\ntwo\n", ["question: Why? = one\ntwo"]),
    "bold and code go": ("Q: Why **so** `x`?\nA: *pay*\n", ["question: Why so x? = pay"]),
    "numbered": ("1. Q: Why?\n   A: pay\n2. Q: How?\n   A: so\n", ["question: Why? = pay", "question: How? = so"]),
    "highlights are hidden": ("The ==pond== fills ==twice==.\n", ["cloze: The {{c1::pond}} fills {{c2::twice}}. = "]),
    "a heading with marks behind it": ("# Deck\n\n## Why? ##\n\nPay.\n", ["question: Why? = Pay."]),
    "a list of inline cards": ("- sluice :: a gate\n- pond :: water\n", ["term: sluice = a gate", "term: pond = water"]),
    "C++ scopes are no card in a word": ("Some text without cards.\n", []),
    "front matter and comments": ("---\ntags: x\n---\n<!-- Q: no -->\nQ: Why?\nA: pay\n", ["question: Why? = pay"]),
    "headings with text": ("# Deck\n\n## Why?\n\nPay.\n\n- and rest\n", ["question: Why? = Pay.\n- and rest"]),
}  # fmt: skip


@rows(("data", "wanted"), MARKDOWN.values(), ids=MARKDOWN)
def test_markdown(tmp_path: Path, data: str, wanted: list[str]) -> None:
    assert [shown(each) for each in drafts(tmp_path, "c.md", data)] == wanted


def test_more_highlights_than_a_person_makes_are_a_card(tmp_path: Path) -> None:
    (draft,) = drafts(tmp_path, "c.md", "==a== " * 600 + "\n")
    assert draft.kind == "cloze"
    assert "{{c600::a}}" in draft.prompt


RECORDS = {
    "a list in a mapping": ("c.json", '{"deck": {"title": "x", "cards": [{"q": "Why?", "a": "x"}]}}', ["question: Why? = x"]),
    "numbers as written": ("c.json", '[{"question": "How many?", "answer": 1.50}]', ["question: How many? = 1.50"]),
    "a list of answers": ("c.json", '[{"question": "Which two?", "answer": ["a", "b"]}]', ["question: Which two? = a | b"]),
    "lines in a file called JSON": ("c.json", '{"q": "Why?", "a": "x"}\n{"q": "How?", "a": "y"}\n', ["question: Why? = x", "question: How? = y"]),
    "a broken line": ("c.jsonl", '{"q": "Why?"\n{"q": "How?", "a": "y"}\n', ["! this line is no JSON: Expecting ',' delimiter: line 1 column 13 (char 12)", "question: How? = y"]),
    "a fence around": ("c.jsonl", '```json\n{"q": "How?", "a": "y"}\n```\n', ["question: How? = y"]),
    "no mapping": ("c.jsonl", "[1]\n", ["! this is no mapping of keys to values"]),
    "YAML as we write it": ("c.yaml", "items:\n  - id: a\n    person: Ada\n    role: leader\n", ["person: Ada = leader"]),
    "nothing asked": ("c.jsonl", '{"answer": "x"}\n', ["! it asks nothing"]),
}  # fmt: skip


@rows(("name", "data", "wanted"), RECORDS.values(), ids=RECORDS)
def test_records(tmp_path: Path, name: str, data: str, wanted: list[str]) -> None:
    assert [shown(each) for each in drafts(tmp_path, name, data)] == wanted


FIELDS = {
    "a declaration": ("<!DOCTYPE html>Who <!i>paid<?php ?>?", "Who paid?", ()),
    "lines and blanks": ("one<br>two&nbsp;three<div>four</div>", "one\ntwo three\nfour", ()),
    "a list": ("<ul><li>one</li><li><b>two</b></li></ul>", "one\ntwo", ("one", "two")),
    "a list with words before": ("Two: <ul><li>a</li><li>b</li></ul>", "Two:\na\nb", ()),
    "raised and lowered": ("10<sup>−9</sup> m<sup>2</sup> H<sub>2</sub>O x<sup>ab?</sup>", "10⁻⁹ m² H₂O x^ab?", ()),
    "what is not seen": ("<style>x{}</style><script>y()</script>z", "z", ()),
    "what looks like tags": ("a &lt; b &amp;amp; c", "a < b &amp; c", ()),
    "sounds go": ("Ada [sound:a.mp3]", "Ada", ()),
    "formulas stay": (r"\(x^2\) and \[y\]", r"\(x^2\) and \[y\]", ()),
    "laid out text": ("<pre>a\n b</pre>", "a\nb", ()),
    "a table": ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc", ()),
    "broken off": ("a <b>c", "a c", ()),
}  # fmt: skip


@rows(("field", "text", "entries"), FIELDS.values(), ids=FIELDS)
def test_html_becomes_plain_text(field: str, text: str, entries: tuple[str, ...]) -> None:
    plain = from_html(field)
    assert (plain.text, plain.entries) == (text, entries)


EMBEDDED = {
    "blanks written as %20": ("40 ![A quay](quay%20map.png)", "quay map.png", "A quay"),
    "quotation marks in what it shows": ('![A "low" quay](q.png "seen")', "q.png", 'A "low" quay'),
    "parentheses in its name": ("![](quay_(1).png)", "quay_(1).png", ""),
    "a name in angles": ("![x](<quay map.png>)", "quay map.png", "x"),
    "as Obsidian embeds it": ("![[quay map.png|200]]", "quay map.png", ""),
    "as HTML": ("<img alt='A quay' src='quay.png' width=20>", "quay.png", "A quay"),
    "no picture but a link": ("[quay](quay.png)", "", ""),
}


@rows(("field", "name", "alt"), EMBEDDED.values(), ids=EMBEDDED)
def test_pictures_in_markdown(field: str, name: str, alt: str) -> None:
    plain = from_markdown(field)
    assert plain.images == (((name, alt),) if name else ())
    assert not {*plain.text} & {*"![]<>"}


def test_what_obsidian_embeds_may_be_a_recording() -> None:
    assert from_markdown("40 ![[forty.mp3]]").sounds == ("forty.mp3",)


STREAMS = {
    "one document": "- {q: Why?, a: x}\n- {q: How?, a: y}\n",
    "a mark before it": "---\n- {q: Why?, a: x}\n- {q: How?, a: y}\n",
    "a document each": "---\nq: Why?\na: x\n---\nq: How?\na: y\n...\n",
    "lists": "- {q: Why?, a: x}\n---\ncards:\n  - {q: How?, a: y}\n",
}


@rows("text", STREAMS.values(), ids=STREAMS)
def test_no_document_of_yaml_is_lost(tmp_path: Path, text: str) -> None:
    found = drafts(tmp_path, "c.yaml", text)
    assert [shown(each) for each in found] == ["question: Why? = x", "question: How? = y"]
    assert [each.index for each in found] == [1, 2]


ASKED = {
    "a sign of its own": ("What is C?", "What is C++?", False),
    "a sign before a number": ("What boils at 5 °C?", "What boils at −5 °C?", False),
    "nothing but signs": ("→", "←", False),
    "nothing but pictures": ("🦊", "🐻", False),
    "capitals and marks": ("What is a sluice?", "what is a *sluice*", True),
    "quotation marks": ("What is “it”?", 'What is "it"?', True),
    "a dash": ("Ned – who was he?", "Ned -- who was he", True),
    "another word": ("What is a sluice?", "What is a gate?", False),
}


@rows(("one", "other", "is_same"), ASKED.values(), ids=ASKED)
def test_which_cards_ask_the_same(one: str, other: str, is_same: bool) -> None:
    ids = Ids((), Language("en"), {})
    ids.take(Draft(1, prompt=one, answers=("x",)), "taken")
    assert ids.known(Draft(2, prompt=other, answers=("y",))) == ("taken" if is_same else "")


@pytest.mark.parametrize("wanted", ["", "x" * 64], ids=["made", "told"])
def test_ten_thousand_cards_of_one_question_have_an_id_each(wanted: str) -> None:
    """Looked for from 2 on each time, the last would take ten thousand tries."""
    ids, found = Ids((), Language("en"), {}), set[str]()
    for n in range(10_000):
        draft = Draft(n, prompt="What is a sluice?", answers=(str(n),), id=wanted)
        id = ids.new(draft)
        ids.take(draft, id)
        found.add(id)
    assert len(found) == 10_000
    assert max(map(len, found)) <= 64
