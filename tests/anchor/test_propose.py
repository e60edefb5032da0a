"""What is proposed for one item, beside the invented text that the tests share."""

import pytest

from studyguide.anchor.anchor import Anchored, anchored
from studyguide.anchor.in_words import helped, lines
from studyguide.anchor.word_index import Index
from studyguide.checking.budget import Shown
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.source.source import read
from tests.conftest import HARBOUR, Desk
from tests.table import rows


def found(desk: Desk, body: str, number: int = 1, text: str = HARBOUR) -> Anchored:
    desk.section(body, number=number)
    deck, _ = load(desk.folder)
    assert deck
    source = read(text)
    item = next(each for each in deck.items if each.section == number)
    return anchored(item, deck, Index(source, Language(deck.language)), Shown())


FOUND = {
    "a number": ("question: How many constables came?\nanswer: '40'", "§1 ¶1", ("40",)),
    "a number in another dress": (
        "question: How long had Ada Kestrel worked on the quay?\nanswer: 27 years",
        "§1 ¶1",
        ("twenty-seven years",),
    ),
    "a list in one sentence": (
        "question: To which two places had the walkout spread by June?\nanswer: [Dunmere, Orrin]",
        "§1 ¶2",
        ("Dunmere", "Orrin"),
    ),
    "a list in two paragraphs": (
        "question: Which two years are named?\nanswer: [1911, 1914]",
        "§1 ¶2, ¶3",
        ("1911", "1914"),
    ),
    "a term": ("term: Ada Kestrel\ndefinition: leader of the lamplighters", "§1 ¶1", ("Kestrel",)),
    "what a cloze hides": (
        "cloze: The council offered {{c1::1,200 pence}}.",
        "§1 ¶1",
        ("1,200 pence",),
    ),
    "a very short sentence": ("cloze: It was {{c1::cold}} in the town.", "§1 ¶3", ("cold",)),
    "a quotation in the answer": (
        "question: What did Mayor Brand call the walkout?\nanswer: “a passing cloud”",
        "§1 ¶3",
        ("passing cloud",),
    ),
    "a word that is declared": (
        (
            "question: What did the lamplighters do over pay?\nanswer: strike\n"
            "wording: {strike: walked out}"
        ),
        "§1 ¶1",
        ("walked out",),
    ),
}


@rows(("body", "where", "words"), FOUND.values(), ids=FOUND)
def test_evidence_is_found(desk: Desk, body: str, where: str, words: tuple[str, ...]) -> None:
    each = found(desk, body)
    assert each.is_found, [*lines(each)]
    assert each.proposal
    assert f" {where}: " in next(lines(each))
    section = each.proposal.passage.section
    spans = each.proposal.passage.spans
    held = " ".join(HARBOUR[section.words[a].start : section.words[b - 1].end] for a, b in spans)
    assert [word for word in words if word not in held] == []
    assert each.proposal.errors == 0


NAMED = {
    "by nothing in the passage": ("The leader", 1),
    "by a pronoun that goes back to it": ("She", 0),
}


@rows(("who", "count"), NAMED.values(), ids=NAMED)
def test_a_name_of_the_question_gets_a_quotation_of_its_own(
    desk: Desk, who: str, count: int
) -> None:
    text = (
        f"1. Ada Kestrel led them.\n\n{who} wrote two letters to the mayor in spring.\n\nAll ended."
    )
    each = found(desk, "question: How many letters did Kestrel write?\nanswer: two", text=text)
    assert each.is_found
    assert each.proposal
    _, *others = each.proposal.quotations
    assert ["Kestrel" in one for one in others] == [True] * count


NOT_FOUND = {
    "another number": ("question: How many constables came?\nanswer: '41'", "41"),
    "another name": ("question: Who led the lamplighters?\nanswer: Bea Kestrel", "Bea"),
    "other words": ("question: What did the council offer?\nanswer: golden umbrellas", "umbrellas"),
    "a number of the question elsewhere": (
        "question: What ended in 1999?\nanswer: the walkout",
        "1999",
    ),
    "nothing at all": ("question: Was quakt?\nanswer: Ochsenfrosch", "Ochsenfrosch"),
}


@rows(("body", "missing"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_nothing_supports_is_told(desk: Desk, body: str, missing: str) -> None:
    each = found(desk, body)
    assert not each.is_found
    told = "\n".join(lines(each))
    assert "nothing in §1 supports this" in told
    assert missing in told or "no sentence of the text" in told


def test_another_section_is_named(desk: Desk) -> None:
    each = found(desk, "question: Who opened a bookshop?\nanswer: Tobias Fenn")
    assert not each.is_found
    assert "  §2 ¶2 supports it: " in "\n".join(lines(each))


def test_a_word_that_may_stand_for_another_is_a_guess_only(desk: Desk) -> None:
    body = "question: What did the council do to wages?\nanswer: It lifted wages by one quarter"
    each = found(desk, body, number=2)
    assert ("quarter", "third") not in each.declared
    body = "question: What did the council restore?\nanswer: the nocturnal shift"
    each = found(desk, body, number=2)
    assert each.declared == (("nocturnal", "night"),)


def test_a_check_shows_what_would_hold_the_answer(desk: Desk) -> None:
    body = "question: How many constables came?\nanswer: '40'\nevidence: offer 1,200 pence"
    desk.section(body)
    report = desk.check()
    assert report.deck
    findings = helped(report.findings, report.deck, read(HARBOUR))
    number = next(each for each in findings if each.code == "answer-number")
    assert "or quote: `evidence: " in number.help
    assert "40 constables" in number.help
    assert "(§1 ¶1)" in number.help


RIOT = (
    "1. In the end 7 constables died at the weir of Orrin.\n\nNobody knows who threw the lamp. Nine millers"
    " were tried in spring. It lasted two weeks. A month later the mill of Selby burned."
)
OFFERED = {
    "what a cloze hides, from elsewhere": ("cloze: In the end {{c1::nine}} constables died at the weir.\nevidence: constables died at the weir", False),
    "a number from elsewhere": ("question: How many constables died at the weir?\nanswer: nine\nevidence: constables died at the weir", False),
    "a unit from the next sentence": ("question: How long did the trial of the millers last?\nanswer: two months\nevidence: It lasted two weeks", False),
    "a name from the next sentence": ("question: Whom were nine tried with in spring?\nanswer: millers of Selby\nevidence: tried in spring", False),
    "the sentence itself": ("question: How many constables died at the weir?\nanswer: seven\nevidence: died at the weir", True),
    "what a cloze hides, in figures": ("cloze: In the end {{c1::seven constables}} died at the weir.\nevidence: died at the weir of Orrin", True),
}  # fmt: skip


@rows(("body", "is_offered"), OFFERED.values(), ids=OFFERED)
def test_no_stray_word_is_offered_as_proof(desk: Desk, body: str, is_offered: bool) -> None:
    desk.section(body)
    report = desk.check(RIOT)
    assert report.deck
    errors = [each for each in report.findings if each.is_error]
    assert errors, report.findings
    told = helped(errors, report.deck, read(RIOT))
    assert any("or quote: " in each.help for each in told) is is_offered, told


@rows(
    ("parted", "shown"),
    [
        ("consta\u00adbles", "40 constables"),
        ("con\u00adsta\u00adbles", "40 constables"),
        ("gas-\u2060constables", "40 gas-\u2060constables"),
    ],
    ids=["a soft hyphen", "two", "a hyphen that may be the word's own is kept as it reads"],
)
def test_what_parts_a_word_is_not_proposed(desk: Desk, parted: str, shown: str) -> None:
    body = "question: How many came?\nanswer: '40'"
    each = found(desk, body, text=HARBOUR.replace("40 constables", f"40 {parted}"))
    assert each.proposal
    assert shown in " ".join(each.proposal.quotations)
    assert "\u00ad" not in "".join(lines(each))


@pytest.mark.parametrize(("share", "is_left"), [(0.05, True), (0.01, False)])
def test_no_more_is_proposed_than_may_be_quoted(desk: Desk, share: float, is_left: bool) -> None:
    desk.deck(quotation=f"{{share: {share}, run: 15}}")
    each = found(desk, FOUND["a number"][0])
    assert each.is_found == is_left
    assert is_left or "no evidence: with what other items quote" in "\n".join(lines(each))


@pytest.mark.parametrize("mark", [";", "."])
def test_a_definition_in_two_sentences_gets_a_quotation_of_each(desk: Desk, mark: str) -> None:
    text = (
        "1. In a mill of this kind the sluice is a broad gate of oak that stands in the middle of "
        "the dam. It closes by itself at high water.\n\nAll ended."
    )
    told = f"a broad gate of oak in the middle of the dam{mark} closes itself"
    each = found(desk, f"term: sluice\ndefinition: {told}", text=text)
    assert each.proposal
    assert len(each.proposal.quotations) == 2
    assert each.proposal.findings == ()


SPOKEN_AGAINST = {
    "a not": (
        "I do not say here that this proves the contrary.",
        "question: What does the author say?\nanswer: that this proves the contrary",
        "polarity",
    ),
    "a hedge": (
        "The eggs are lost, it is thought by many, because currents carry them out.",
        "question: Why are the eggs lost?\nanswer: because currents carry them out",
        "hedge-lost",
    ),
    "a not of another part": (
        "The mayor did not come; the council says that this proves the contrary.",
        "question: What does the council say?\nanswer: that this proves the contrary",
        "",
    ),
    "a not that the item has": (
        "I do not say here that this proves the contrary.",
        "question: What does the author not say?\nanswer: that this proves the contrary",
        "",
    ),
}


@rows(("text", "body", "code"), SPOKEN_AGAINST.values(), ids=SPOKEN_AGAINST)
def test_what_speaks_against_an_item_is_not_left_out_of_its_evidence(
    desk: Desk, text: str, body: str, code: str
) -> None:
    each = found(desk, body, text=f"1. {text}\n\nAll ended.")
    assert each.proposal
    codes = {finding.code for finding in each.proposal.findings}
    assert codes == ({code} if code else set()), each.proposal.quotations
