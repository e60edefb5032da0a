"""Introduction and discussion: the curator's words on the whole, held against the whole text."""

import pytest

from studyguide.finding import NO_SECTION, Finding
from studyguide.lock.review import accept, pending
from tests.conftest import HARBOUR, Desk, unmarked
from tests.table import rows

RUN = "the walkout had spread to Dunmere, to Orrin in the Farrow Hills, and to both banks of"
FIFTEEN, SIXTEEN = " ".join(RUN.split()[:15]), " ".join(RUN.split()[:16])

GOOD = {
    "own words": "A town that lost its light for a summer.",
    "names and numbers of different sections": "Kestrel and Fenn, 1911 and 1915.",
    "an inflection": "Kestrel’s lamps.",
    "few in words": "Three questions, two of them hard; first read it.",
    "what the deck is called": "“The Harbour Papers” stand in Quill’s “Collected Histories”.",
    "sections": "Compare (section 1, Sections 2 and 3; §3, §§ 1–2).",
    "a number in words": "A third more, and twenty-seven years.",
    "quoted from section 1": "Brand saw “a passing cloud”.",
    "quoted from section 2": "He “opened a bookshop”.",
    "quoted with a gap": "He “opened … bookshop”.",
    "as long a run as may be": f"So {FIFTEEN}.",
    "a longer run with another word": f"So {SIXTEEN.replace('Orrin', 'Dunmere')}.",
}
BAD = {
    "a name from elsewhere": ("It was no ▸Belfast◂.", "summary-name"),
    "a year from elsewhere": ("It began in ▸1905◂.", "summary-number"),
    "four in words": ("It has ▸four◂ parts.", "summary-number"),
    "a section that there is not": ("Compare sections 1 to ▸5◂.", "summary-number"),
    "a number after a reference": ("In section 1, 2 men and ▸6◂ boys.", "summary-number"),
    "an altered quotation": ("Brand saw “▸a passing fog◂”.", "quotation-altered"),
    "quoted from two sections at once": ("“▸a passing cloud … bookshop◂”", "quotation-altered"),
    "a title that is another's": ("Read “▸Collected Papers◂” first.", "quotation-altered"),
    "a longer run": (f"So ▸{SIXTEEN}◂ it.", "quotation-run"),
    "a longer run, quoted": (f"“▸{SIXTEEN}◂”", "quotation-run"),
}
PARTS = {"introduction": 'introduction: "{}"', "discussion": 'discussion: [Why?, "{}"]'}
each_part = rows("key", PARTS)


def found(desk: Desk, key: str, text: str) -> list[Finding]:
    """Check a deck with such an introduction or discussion; give what is said of `deck.yaml`."""
    name, _, value = PARTS[key].format(text).partition(": ")
    desk.deck(**{name: value})
    desk.section()
    return [each for each in desk.check().findings if each.location.path.name == "deck.yaml"]


@each_part
@rows("text", GOOD.values(), ids=GOOD)
def test_what_the_source_has_passes(desk: Desk, key: str, text: str) -> None:
    assert found(desk, key, text) == []


@each_part
@rows(("text", "code"), BAD.values(), ids=BAD)
def test_what_the_source_has_not_is_told(desk: Desk, key: str, text: str, code: str) -> None:
    text, start, length = unmarked(text)
    (finding,) = found(desk, key, text)
    place = finding.location
    line = (desk.folder / "deck.yaml").read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith(text[start : start + length])
    assert (finding.code, place.length) == (code, length)
    assert finding.is_error == code.startswith("quotation")
    assert (finding.item, finding.section) == ("", NO_SECTION)


def codes(desk: Desk) -> list[str]:
    return sorted(each.code for each in desk.check().findings)


@each_part
def test_a_change_is_noticed_though_no_item_has_changed(desk: Desk, key: str) -> None:
    item = "question: How many lamps stayed dark?\nanswer: hundreds of thousands\nevidence: Hundreds of thousands of lamps"  # fmt: skip
    assert found(desk, key, "Kestrel.") == []
    desk.section(item)
    desk.check()
    assert desk.check().examined == 0
    assert key in desk.lock.heads
    name, _, value = PARTS[key].format("It was Belfast.").partition(": ")
    desk.deck(**{name: value})
    for _ in range(2):  # what is wrong is said each time
        report = desk.check()
        assert [each.code for each in report.findings] == ["summary-name"]
        assert report.examined == 0
        assert key not in desk.lock.heads
    desk.deck()
    assert codes(desk) == []
    assert key not in desk.lock.heads


def test_another_title_of_the_deck_is_noticed(desk: Desk) -> None:
    assert found(desk, "introduction", "“The Harbour Papers” tell it.") == []
    desk.deck(introduction="“The Harbour Papers” tell it.", title="Something else")
    assert codes(desk) == ["quotation-altered", "summary-name", "summary-name"]


@each_part
def test_warnings_can_be_settled_until_the_part_changes(desk: Desk, key: str) -> None:
    other = next(name for name in PARTS if name != key)
    values = dict(PARTS[name].format("Not Belfast.").split(": ", 1) for name in PARTS)
    desk.deck(**values)
    desk.section()
    report = desk.check()
    asked = [*pending(report.deck, report.findings, report.lock)]
    assert [each.id for each in asked] == [*PARTS]
    (own,) = (each for each in asked if each.id == key)
    assert own.place.path.name == "deck.yaml"
    desk.lock = accept(report.lock, own, "a comparison", "2026-01-02")
    for text in (HARBOUR, HARBOUR + "\n", HARBOUR + "\n"):
        report = desk.check(text)
        assert [each.id for each in pending(report.deck, report.findings, report.lock)] == [other]
    desk.deck(**{**values, key: PARTS[key].format("Unlike Belfast.").split(": ", 1)[1]})
    report = desk.check(HARBOUR + "\n")
    assert [each.id for each in pending(report.deck, report.findings, report.lock)] == [*PARTS]


def test_errors_cannot_be_settled(desk: Desk) -> None:
    found(desk, "introduction", "“a passing fog”")
    report = desk.check()
    (asked,) = pending(report.deck, report.findings, report.lock)
    with pytest.raises(Exception, match="has errors"):
        accept(report.lock, asked, "so it is", "2026-01-02")


LISTS = {
    "German": ("[Was bleibt von einem Werk, das niemand braucht?, Wozu Holz?]", 1),
    "Spanish": ("[¿Qué queda, si algo queda?, ¿Por qué?]", 1),
    "Japanese": ("[なぜ川で, 洗うのか。]", 1),
    "three parts": ("[Who, when, and why?]", 1),
    "quoted": ('["Was bleibt von einem Werk, das niemand braucht?", Wozu Holz?]', 0),
    "two questions": ("[Why?, What for?]", 0),
    "a quotation at the end": ("[Who said “why?”, Who did not?]", 0),
    "no marks at all": ("[ทำไม, อย่างไร]", 0),
    "lines": ("\n  - Compare the ponds\n  - Why, then?", 0),
}


@rows(("written", "count"), LISTS.values(), ids=LISTS)
def test_a_comma_in_a_question_to_discuss_is_told(desk: Desk, written: str, count: int) -> None:
    desk.deck(discussion=written)
    desk.section("question: How was it?\nanswer: cold\nevidence: It was cold. It")
    report = desk.check()
    assert [each.code for each in report.findings].count("list-comma") == count
