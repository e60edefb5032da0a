"""What is planted is wrong: each class changes what it says it does, and nothing that says the same."""

from pathlib import Path

from studyguide.audit.mutations import MUTATIONS, names_and_numbers
from studyguide.audit.specimen import Mutant, specimen_of
from studyguide.evidence.case import Case
from studyguide.evidence.passage import locate
from studyguide.language.language import Language
from studyguide.loading.load import load
from studyguide.source.source import read
from tests.table import rows


def planted(folder: Path, text: str, body: str, **deck: str) -> dict[str, list[Mutant]]:
    """Plant every class in the first of some items of a deck."""
    keys = {"id": "small", "title": "Small", "quotation": "{run: 100, share: 1}", **deck}
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    (folder / "deck.yaml").write_text(lines, encoding="utf-8")
    items = body.replace("\n", "\n    ").replace("\n    ---\n    ", "\n  - ")
    head = "section: 1\ntitle: One\nsummary: Words.\nitems:\n  - "
    (folder / "1-one.yaml").write_text(head + items + "\n", encoding="utf-8")
    made, findings = load(folder)
    assert made
    assert findings == ()
    source, language = read(f"1. {text}\n"), Language(made.language)
    item = made.items[0]
    passage = locate(item, source.sections[1], language)
    assert passage
    case = Case(item, made, source, language, passage)
    specimen = specimen_of(case, *names_and_numbers(source, language), 1)
    return {name: [*mutation(specimen)] for name, mutation in MUTATIONS.items()}


def item(question: str, answer: str, evidence: str) -> str:
    answer = answer.replace("'", "''")
    return f"id: a\nquestion: {question}\nanswer: '{answer}'\nevidence: {evidence}"


HARRIET = "Harriet was a girl of seventeen. The garden had 17 trees and 12 roses."
AGE = item("How old a girl was Harriet?", "seventeen", "Harriet was a girl of seventeen")
BOTH = "Ada and Ned built the mill of Eling in 1911, and 40 men helped."


def test_a_number_in_another_dress_is_no_error(tmp_path: Path) -> None:
    found = planted(tmp_path, HARRIET, AGE)
    wrong = {
        mutant.item.answers[0].value
        for name, mutants in found.items()
        if name.startswith("number")
        for mutant in mutants
    }
    assert wrong
    assert not wrong & {"17", "seventeen"}


def second(question: str, answer: str, evidence: str) -> str:
    return "\n---\n" + item(question, answer, evidence).replace("id: a", "id: b")


SAME = {
    "how old is not how young": (HARRIET, AGE, "opposite"),
    "names that are joined": (
        BOTH, item("Who built the mill?", "Ada and Ned", "Ada and Ned built the mill"), "roles swapped",
    ),
    "deletions that are joined": (
        BOTH, "id: a\ncloze: In 1911 {{c1::Ada}} and {{c2::Ned}} built it.\nevidence: Ada and Ned built the mill",
        "deletions swapped",
    ),
    "a part of the same answer": (
        BOTH, item("How many helped?", "40", "and 40 men helped")
        + second("Who helped?", "40 men", "and 40 men helped"), "another item's answer",
    ),
    "other evidence that has the answer": (
        BOTH, item("How many helped?", "40", "and 40 men helped")
        + second("When was it built?", "in 1911", "in 1911, and 40 men"), "another item's evidence",
    ),
    "a hedge that the passage lacks": (
        BOTH, item("How many helped?", "about 40", "and 40 men helped"), "hedge cut",
    ),
    "only where the passage says only": (
        "Only Ada built mills.", item("Who built mills?", "Ada", "Only Ada built mills"), "strengthener added",
    ),
    "a plan that is none": (
        BOTH, item("What would Ada build?", "the mill", "Ada and Ned built the mill"), "plan told as done",
    ),
}  # fmt: skip


@rows(("text", "body", "name"), SAME.values(), ids=SAME)
def test_what_says_the_same_is_not_planted(tmp_path: Path, text: str, body: str, name: str) -> None:
    wrong = [mutant.what for mutant in planted(tmp_path, text, body)[name]]
    assert [what for what in wrong if "always" not in what] == []


def test_an_alias_says_the_same(tmp_path: Path) -> None:
    text = "Ada built the mill of Eling. The mill stands at Totton, not at Orrin."
    body = item("Where is the mill that Ada built?", "in Eling", "Ada built the mill of Eling")
    name = "name of the answer, from section"
    other = [each.what for each in planted(tmp_path, text, body)[name]]
    assert set(other) <= {"Eling → Totton", "Eling → Orrin"}
    aliased = planted(tmp_path, text, body, aliases="{Totton: Eling}")[name]
    assert [each.what for each in aliased] == ["Eling → Orrin"]


WRONG = {
    "minus": ("It was −5 degrees at night.", "−5 degrees", "It was −5 degrees", "sign", "+5 degrees"),
    "per cent": ("The pond has 30 % salt.", "30 %", "The pond has 30 %", "sign", "30 ‰"),
    "currency": ("The wheel cost $900 then.", "$900", "The wheel cost $900 then", "sign", "£900"),
    "exponent": ("It is 10^-9 metres wide.", "10^-9 metres", "It is 10^-9 metres", "exponent", "10^9 metres"),
    "superscript": ("It is 10⁻⁹ metres wide.", "10⁻⁹ metres", "It is 10⁻⁹ metres", "exponent", "10⁹ metres"),
    "unit symbol": ("It gives 10 MW of power.", "10 MW", "It gives 10 MW", "unit", None),
    "unit word": ("It runs 6 hours a day.", "6 hours", "It runs 6 hours", "unit", None),
    "sign added": ("It had 40 wheels once.", "40", "It had 40 wheels", "sign added", "40 %"),
    "hedge": ("It was probably late.", "probably late", "It was probably late", "hedge cut", "Late"),
    "rough figure": ("It had about 40 wheels.", "about 40", "It had about 40", "hedge cut", "40"),
    "condition": ("It opens if the tide turns.", "it opens if the tide turns", "It opens if the tide",
                  "condition cut", "it opens"),
    "exactly": ("It had 40 wheels once.", "40 wheels", "It had 40 wheels", "strengthener added",
                "exactly 40 wheels"),
    "at least": ("It had at least 40 wheels.", "at least 40", "It had at least 40", "comparison turned round",
                 "at most 40"),
    "negation": ("It was not safe there.", "it was not safe", "It was not safe", "negation removed", "it was safe"),
    "isn't": ("It isn't safe there.", "it isn't safe", "It isn't safe", "negation removed", "it is safe"),
}  # fmt: skip


@rows(("text", "answer", "evidence", "name", "wrong"), WRONG.values(), ids=WRONG)
def test_a_class_changes_what_it_says(
    tmp_path: Path, text: str, answer: str, evidence: str, name: str, wrong: str | None
) -> None:
    found = planted(tmp_path, text, item("What of it?", answer, evidence))[name]
    values = [mutant.item.answers[0].value for mutant in found]
    assert answer not in values
    assert values if wrong is None else wrong in values


DENIED = {
    "en": ("It was cold there.", "It was cold", "it was not cold"),
    "de": ("Es war kalt dort.", "Es war kalt", "es war nicht kalt"),
    "fr": ("Il est froid ici.", "Il est froid", "il ne est pas froid"),
    "es": ("Todo es frío aquí.", "Todo es frío", "todo no es frío"),
    "ru": ("Он был пуст тогда.", "Он был пуст", "он не был пуст"),
}


@rows(("language", "case"), DENIED.items(), ids=DENIED)
def test_a_denial_is_that_of_the_language(tmp_path: Path, language: str, case: tuple) -> None:
    text, evidence, wrong = case
    body = item("1?", evidence[0].lower() + evidence[1:], evidence)
    found = planted(tmp_path, text, body, language=language)["negation added"]
    assert [mutant.item.answers[0].value for mutant in found] == [wrong]


def test_a_plan_is_told_as_done(tmp_path: Path) -> None:
    body = item("What will Ada build?", "a mill", "Ada will build a mill")
    found = planted(tmp_path, "Ada will build a mill.", body)["plan told as done"]
    assert [mutant.item.prompt.value for mutant in found] == ["What did Ada build?"]


def test_another_is_said_to_say_it(tmp_path: Path) -> None:
    body = item("What, according to the author, is old?", "the mill", "said Ned, the mill")
    found = planted(tmp_path, "So said Ned, the mill is old.", body)["another speaker"]
    assert [mutant.item.prompt.value for mutant in found] == ["What, according to Ned, is old?"]


def test_only_what_stands_behind_the_denial_is_quoted(tmp_path: Path) -> None:
    body = item("What was it?", "not the old mill", "It was not the old mill")
    (found,) = planted(tmp_path, "It was not the old mill.", body)["negation outside the quotation"]
    texts = [text.value for text in (*found.item.answers, *found.item.evidence)]
    assert texts == ["The old mill", "the old mill"]
