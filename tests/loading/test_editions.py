"""Named editions, as a curator writes them."""

from studyguide.deck.deck import NamedEdition
from studyguide.loading.load import load
from tests.table import rows

RIGHT = {
    "exam": ("{exam: {section: 1-3, items: 20}}", NamedEdition("exam", "1-3", items=20)),
    "sections here and there": ("{a: {section: '4-4, 1-2'}}", NamedEdition("a", "4-4, 1-2")),
    "tags": ("{a-b: {tag: [x, y], seed: 7}}", NamedEdition("a-b", tags=("x", "y"), seed="7")),
    "a name much like another's": ("{keys-test: {items: 2}}", NamedEdition("keys-test", items=2)),
    "kinds": ("{words: {kind: term}}", NamedEdition("words", kinds=("term",))),
    "changes": ("{new: {changed-since: v1}}", NamedEdition("new", changed_since="v1")),
}


@rows(("text", "edition"), RIGHT.values(), ids=RIGHT)
def test_an_edition_is_read(desk, text: str, edition: NamedEdition) -> None:
    desk.deck(editions=text)
    desk.section("question: Who?\nanswer: Ada\nevidence: Ada Kestrel")
    deck, findings = load(desk.folder)
    assert deck
    assert deck.editions == (edition,)
    assert findings == ()


WRONG = {
    "a text": ("exam", "value-type"),
    "a name of other files": ("{cards: {items: 20}}", "value-type"),
    "a name of an edition's other files": ("{exam-cards: {items: 20}}", "value-type"),
    "a name of tests": ("{test-a: {items: 20}}", "value-type"),
    "a name of an edition's tests": ("{b-test-b: {items: 20}}", "value-type"),
    "a name for no file": ("{../x: {items: 20}}", "value-type"),
    "no part": ("{exam: 20}", "value-type"),
    "an unknown key": ("{exam: {sections: 1}}", "key-unknown"),
    "no number": ("{exam: {items: many}}", "value-number"),
    "no sections": ("{exam: {section: first}}", "value-number"),
    "sections that run backwards": ("{exam: {section: '1, 4-2'}}", "value-number"),
    "no kind": ("{exam: {kind: terms}}", "value-type"),
}


@rows(("text", "code"), WRONG.values(), ids=WRONG)
def test_what_is_no_edition_is_told(desk, text: str, code: str) -> None:
    desk.deck(editions=text)
    desk.section("question: Who?\nanswer: Ada\nevidence: Ada Kestrel")
    _, findings = load(desk.folder)
    assert [finding.code for finding in findings] == [code]
