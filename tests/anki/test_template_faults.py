"""A deck's own templates are refused just where the real Anki takes a card for empty or broken."""

import shutil
from collections.abc import Iterator
from itertools import chain, combinations
from pathlib import Path

import pytest

from studyguide.anki.note_types import note_types
from studyguide.anki.template_faults import faults_of
from studyguide.anki.template_reach import reaching
from studyguide.guide.guide import Guide
from studyguide.templates import Templates
from tests.anki.collection import BUNDLED, Learner, entry, guide, learner, package
from tests.table import rows

QF, QB, RF, CF, CB = (
    *("question-forward-front", "question-forward-back", "question-reverse-front"),
    *("cloze-front", "cloze-back"),
)
GOOD = {
    "the bundled ones": {},
    "a copy of ours": {CB: BUNDLED.read(f"anki/{CB}.html"), QF: BUNDLED.read(f"anki/{QF}.html")},
    "the least": {QF: "{{Front}}", RF: "{{#Reverse}}{{Back}}{{/Reverse}}", CF: "{{cloze:Text}}"},
    "a filter": {QF: "{{text:Front}}"},
    "spaces": {QF: "{{ Front }}{{# Note }}{{ Note }}{{/ Note }}"},
    "lines": {QF: "{{\nFront\n}}"},
    "three braces": {QF: "{{{Front}}}"},
    "other signs": {QF: " {{=<% %>=}}<%#Front%><%Front%><%/Front%>{{Nope}}"},
    "a comment": {QF: "<!-- {{Nope --> {{Front}}"},
    "a comment that is not closed": {QF: "<!-- {{Front}}"},
    "one or the other": {QF: "{{#Note}}{{Note}}{{/Note}}{{^Note}}{{Front}}{{/Note}}"},
    "a filter of its own text": {QF: "{{furigana:}}{{Front}}"},
    "tags and decks": {QF: "{{Front}} {{Tags}} {{Subdeck}} {{CardFlag}} {{Type}}"},
    "withdrawn said shortly": {CF: "{{#Withdrawn}}{{Withdrawn}}{{/Withdrawn}}{{^Withdrawn}}{{cloze:Text}}{{/Withdrawn}}"},
    "a number of a blank": {CF: "{{#c1}}{{cloze:Text}}{{/c1}}{{^c1}}{{cloze:Text}}{{/c1}}"},
    "filters on a blank": {CF: "{{text:cloze:Text}}", CB: "{{type:cloze:Text}}{{cloze:Text}}"},
    "the front on the back": {QB: "{{FrontSide}}<hr>{{Back}}", CB: "{{FrontSide}}{{cloze:Text}}"},
}  # fmt: skip
BAD = {
    "nothing": ({QF: ""}, 1, "the front of a plain item is empty"),
    "no field": ({QF: "hello"}, 1, "the front of a plain item is empty"),
    "only what may be empty": ({QF: "{{Note}}"}, 1, "the front of a plain item is empty"),
    "only for some": ({QF: "{{#Note}}{{Front}}{{/Note}}"}, 1, "the front of a plain item is empty"),
    "not for the withdrawn": ({QF: "{{^Withdrawn}}{{Front}}{{/Withdrawn}}"}, 1, "an item with Withdrawn"),
    "not for the typed": ({QF: "{{^Typed}}{{Front}}{{/Typed}}"}, 1, "an item with Typed"),
    "in a comment": ({QF: "<!-- {{Front}} -->"}, 1, "the front of a plain item is empty"),
    "turned round": ({QF: "{{^Front}}{{Back}}{{/Front}}"}, 1, "the front of a plain item is empty"),
    "not closed": ({QF: "\n{{Front}} {{Note"}, 2, "`{{` is not closed"),
    "a block not closed": ({QF: "{{Front}}\n{{#Note}}x"}, 2, "`Note` is not closed"),
    "closed but not opened": ({QF: "{{Front}}{{/Note}}"}, 1, "`Note` is closed"),
    "closed crosswise": ({QF: "{{#Front}}{{#Back}}{{/Front}}{{/Back}}"}, 1, "`Front` is closed"),
    "an unknown field": ({QF: "{{Front}}\n\n{{Nope}}"}, 3, "no field `Nope`"),
    "an unknown block": ({QF: "{{Front}}{{#Nope}}x{{/Nope}}"}, 1, "no field `Nope`"),
    "a field in small letters": ({QF: "{{front}}"}, 1, "no field `front`"),
    "a blank after a filter": ({QF: "{{text: Front}}"}, 1, "no field ` Front`"),
    "no name": ({QF: "{{Front}}{{}}"}, 1, "no field ``"),
    "a field of the other note type": ({QF: "{{Front}}{{Text}}"}, 1, "no field `Text`"),
    "an unknown field on the back": ({QB: "{{Back}}{{Nope}}"}, 1, "no field `Nope`"),
    "a back not closed": ({QB: "{{Back}}{{#Note}}"}, 1, "`Note` is not closed"),
    "a style that looks like a field": ({QF: "{{Front}}<style>.a{{color:red}}</style>"}, 1, "no field `red`"),
    "a cloze where there is none": ({QF: "{{cloze:Front}}"}, 1, "no sentence with blanks"),
    "the front on itself": ({QF: "{{FrontSide}}{{Front}}"}, 1, "no field `FrontSide`"),
    "reverse of everything": ({RF: "{{Back}}"}, 1, "of every item"),
    "reverse by a negation": ({RF: "{{^Note}}{{Back}}{{/Note}}"}, 1, "of every item"),
    "no reverse": ({RF: "x"}, 1, "an item with Reverse is empty"),
    "a sentence without blanks": ({CF: "{{Text}}"}, 1, "shows no blank"),
    "blanks only to type": ({CF: "{{type:cloze:Text}}"}, 1, "shows no blank"),
    "blanks only for some": ({CF: "{{#Note}}{{cloze:Text}}{{/Note}}"}, 1, "shows no blank"),
    "a back without blanks": ({CB: "{{Text}}"}, 1, "the back has no"),
    "blanks of another field": ({CF: "{{cloze:Text}}{{cloze:Note}}"}, 1, "no sentence with blanks"),
    "one front twice": ({QF: "{{#Reverse}}{{Back}}{{/Reverse}}{{Front}}", RF: "{{#Reverse}}{{Back}}{{/Reverse}}{{Front}}"},
        1, "have the same front"),
}  # fmt: skip


def own(folder: Path, files: dict[str, str]) -> Templates:
    (folder / "templates" / "anki").mkdir(parents=True)
    for name, text in files.items():
        file = name if "." in name else f"{name}.html"
        (folder / "templates" / "anki" / file).write_text(text, encoding="utf-8")
    return Templates.of(folder)


@rows(("files", "line", "said"), BAD.values(), ids=BAD)
def test_a_template_that_anki_takes_for_empty(tmp_path: Path, files, line: int, said: str) -> None:
    (found,) = faults_of(own(tmp_path, files))
    assert found.code == "card-template"
    assert (found.location.line, found.is_error) == (line, True)
    assert found.location.path.is_relative_to(tmp_path.resolve())
    assert said in found.message


def test_a_fault_is_told_in_the_file_where_it_is(tmp_path: Path) -> None:
    files = {"foot": "<i>\n{{Nope}}</i>\n", QB: "{{Back}}\n{{> foot}}\n {{Never}}"}
    found = [*faults_of(own(tmp_path, files))]
    places = [(each.location.path.name, each.location.line, each.location.column) for each in found]
    assert sorted(places) == [*[("foot.html", 2, 1)] * 3, (f"{QB}.html", 3, 2)]


REACHING = {
    "script": ({QF: "{{Front}}\n<SCRIPT>go()</SCRIPT>"}, [("<SCRIPT", 2)]),
    "handler": ({QF: "<b onclick = 'go()'>{{Front}}</b>"}, [("onclick =", 1)]),
    "picture": ({QB: "{{Back}}<img src=//example.org/a.png>"}, [("//", 1)]),
    "address": ({QB: "{{Back}}<img src='https://example.org/a.png'>"}, [("https:", 1)]),
    "style": ({"cards.css": ".a {}\n@import 'a.css';\n"}, [("@import", 2)]),
    "face": ({"cards.css": "@font-face { src: url(http://example.org/a.woff) }"}, [("http:", 1)]),
    "a handler without a space": (
        {QF: "{{Front}}<svg/onload=go()><i a='b'onclick=go()>"},
        [("onload=", 1), ("onclick=", 1)],
    ),
    "a handler behind a mark": ({QF: "{{Front}}\n<b title='>' onclick=go()>"}, [("onclick=", 2)]),
    "a handler far off": ({QF: "<b " + "a=1 " * 300 + "onclick=go()>{{Front}}"}, [("onclick=", 1)]),
    "letters by their numbers": (
        {QF: "{{Front}}&eacute;\n<a href='java&#115;cript:go()'>"},
        [("java&#115;cript:", 2)],
    ),
    "a sign by its name": (
        {QF: "{{Front}}<img src='https&colon;//example.org'>"},
        [("https&colon;", 1)],
    ),
    "letters of a style": (
        {"cards.css": ".a { b: url(\\68 ttps://example.org) }"},
        [("\\68 ttps:", 1)],
    ),
    "letters apart": ({QF: "{{Front}}<a href='java\tscript:go()'>"}, [("java\tscript:", 1)]),
    "an address behind a space": ({"cards.css": ".a { b: url( //example.org/a) }"}, [("//", 1)]),
    "an address of backslashes": (
        {QF: "{{Front}}<img src='\\\\example.org'><img src='/\\example.org'>"},
        [("\\\\", 1), ("/\\", 1)],
    ),
    "the second of two pictures": (
        {QF: "{{Front}}<img srcset='_a.png 1x, //example.org/b.png 2x'>"},
        [("//", 1)],
    ),
    "a word around a condition": (
        {QF: "<scr{{#Front}}ipt>go()</scr{{/Front}}ipt>{{Front}}"},
        [("<scr{{#Front}}ipt", 1)],
    ),
    "an address around a part": (
        {QF: "{{Front}}<img src='ht\n{{> part}}\ntps://example.org'>", "part": ""},
        [("ht\n{{> part}}\ntps:", 1)],
    ),
    "a page of its own": ({QF: "{{Front}}<iframe srcdoc='a'>"}, [("<iframe", 1), ("srcdoc=", 1)]),
    "a page in an address": (
        {QF: "{{Front}}<a href='data:text/html;base64,eA=='>"},
        [("data:text/html", 1)],
    ),
}
HARMLESS = {
    "the bundled ones": {},
    "a copy of ours": {CB: BUNDLED.read(f"anki/{CB}.html"), "cards.css": BUNDLED.read("anki/cards.css")},
    "own media": {QF: "{{Front}}<img src='_mark.png'><i class=on>= on // off</i>"},
    "a face of the deck": {"cards.css": "@font-face { src: url(_face.woff2) } /* or // so */"},
    "words": {QF: "{{Front}} one = two; the script says so"},
    "words behind a tag": {QF: "<b class='con'>{{Front}}</b> one = two, &eacute;&#233; and/or only=1 data-onset=2"},
    "a sign in a style": {"cards.css": ".a::before { content: '\\2022 ' } .b { content: '\\201C' }"},
}  # fmt: skip


@rows(("files", "said"), REACHING.values(), ids=REACHING)
def test_what_a_card_would_run_or_fetch_is_told(tmp_path: Path, files, said) -> None:
    found = [*reaching(own(tmp_path, files))]
    assert [(each.message.split("`")[1], each.location.line) for each in found] == said
    assert not any(each.is_error for each in found)


@rows("files", HARMLESS.values(), ids=HARMLESS)
def test_what_a_card_may_show_is_not(tmp_path: Path, files) -> None:
    assert [*reaching(own(tmp_path, files))] == []


def every_note(id: str) -> Guide:
    """Give a note of every kind, with everything that it may have, and without."""
    more = {"note": "A note", "typed": True, "retired": "Why"}
    entries = []
    for kind in ("question", "term", "cloze"):
        names = [*more, *(["reverse"] if kind == "term" else [])]
        for chosen in chain.from_iterable(combinations(names, n) for n in range(len(names) + 1)):
            text = {"cloze": "A {{c1::wheel}} turns."} if kind == "cloze" else {}
            values = {name: more.get(name, True) for name in chosen}
            entries.append(entry(f"{kind}-{'-'.join(chosen)}", kind, **text, **values))
    return guide(*entries, id=id, title=id)


@pytest.fixture(scope="module")
def someone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """Give a learner who takes one deck after the other, each with note types of its own."""
    with learner(tmp_path_factory.mktemp("learner")) as found:
        yield found


def anki_finds(someone: Learner, folder: Path, templates: Templates) -> list[str]:
    """Import every kind of note into the real Anki; tell what it takes for empty or broken."""
    id = f"deck-{len(someone.decks())}"
    someone.take(package(every_note(id), folder / "a.apkg", note_types(id, templates)))
    cards = [card for card in someone.cards() if id in card.note_type()["name"]]
    mine = {card.id for card in cards}
    empty = [{*note.card_ids} & mine for note in someone.collection.get_empty_cards().notes]
    found = [f"empty: {each}" for each in empty if each]
    for card in cards:
        output = card.render_output()
        for text in (output.question_text, output.answer_text):
            found += [text] if "has a problem" in text or "is blank" in text else []
    made = len(someone.cards())
    someone.collection.fix_integrity()
    found += ["more cards"] if len(someone.cards()) != made else []
    someone.collection.remove_notes([card.nid for card in cards])
    return found


@rows("files", GOOD.values(), ids=GOOD)
def test_a_template_that_anki_can_use(
    someone: Learner, tmp_path: Path, files: dict[str, str]
) -> None:
    templates = own(tmp_path, files)
    assert [*faults_of(templates)] == []
    assert anki_finds(someone, tmp_path, templates) == []


NOT_SEEN_BY_ANKI = {
    *("blanks only to type", "a cloze where there is none", "blanks of another field"),
    *("one front twice", "a back without blanks", "the front on itself", "not closed"),
    *("a sentence without blanks", "blanks only for some"),
}
"""What it imports without a word, or refuses only to save in its editor, and shows no question of."""


@rows("name", [name for name in BAD if name not in NOT_SEEN_BY_ANKI])
def test_what_is_refused_anki_finds_too(someone: Learner, tmp_path: Path, name: str) -> None:
    assert anki_finds(someone, tmp_path, own(tmp_path, BAD[name][0])) != []


def test_each_fault_is_told_once(tmp_path: Path) -> None:
    found = [*faults_of(own(tmp_path, {QF: "{{Nope}}{{Never}}", CF: "x"}))]
    assert [each.message.split("`")[1] for each in found[:2]] == ["Nope", "Never"]
    assert len(found) == 3
    shutil.rmtree(tmp_path / "templates")
    assert [*faults_of(BUNDLED)] == []
