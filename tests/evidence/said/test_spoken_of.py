"""Of whom a passage speaks without a name: a "she" that leads back, and what the headings over it name."""

from studyguide.checking.check import check
from studyguide.loading.load import load
from studyguide.lock.lock import Lock
from studyguide.source.readers import read_bytes
from studyguide.source.source import Source
from tests.table import rows

GARDENS = """# Gardens of the North

## Edith Marlow

In 1931 Edith Marlow bought a field near Kelso. She sowed the first beds herself. Her cousins weeded them until 1958.

In Perth she lay ill, until a family, the Rakovs, took her home. She died in 1962.

Robert Finch called the garden a thicket. His wife, Lotte, hated the place. She left it in 1963.

## The Kelso show

The first show was held in 1912. Only roses were shown at first. Two judges resigned in 1970. They were replaced at once.

## Fern and Moss

In 1850 Jan Fern drew the beds. He planted them in 1851. A boy, Tom Moss, watered them. He tired of it in 1853.

## The sorting of seeds

In 1905 Jonas Reed published a way to sort seeds.

```python
def sorted_by_size(seeds):
    return sorted(seeds, key=len)
```

Reed called it shaking. In Rust it is longer.
"""
JARDINES = """# Jardines

## Elena Ríos

En 1931 Elena Ríos compró un campo. Sembró los primeros bancales. Roberto Paz la visitó. En Toledo vendió el campo. Murió en 1962.
"""
FIELDS = """# Сады

## Елена Волкова

В 1931 году Елена Волкова купила поле. Её братья пололи грядки до 1958 года. Роберт Финк посетил её.
"""
ORTO = """# Orti

## Anna Orme

Anna Orme nacque nel 1782. A undici anni entrò da Marco Tellini. Beveva. Il suo salotto era frequentato da Paolo Sorin, che sposò sua figlia.
"""
CODE = "\n  ```python\n  def sorted_by_size(seeds):\n      return sorted(seeds, key=len)\n  ```"
OF_CODE = "def sorted_by_size … key len"


def qa(question: str, answer: str, evidence: str) -> str:
    return f"question: {question}\nanswer: {answer}\nevidence: {evidence}"


def date(day: str, event: str, evidence: str) -> str:
    return f'date: "{day}"\nevent: {event}\nevidence: {evidence}'


SPOKEN_OF = {
    "she, of the heading": (GARDENS, 1, date("1962", "Edith Marlow died.", "She died in 1962")),
    "her cousins": (GARDENS, 1, qa("Who weeded the beds?", "Edith Marlow's cousins", "Her cousins weeded them")),
    "what she did in a place": (GARDENS, 1, date("1962", "Marlow died.", "died in 1962")),
    "a word of the heading": (GARDENS, 2, qa("When was the first Kelso show held?", "in 1912", "first show was held in 1912")),
    "of the heading, in an event": (GARDENS, 2, date("1970", "Two judges of the Kelso show resigned.", "Two judges resigned in 1970")),
    "he, of the sentence before": (GARDENS, 3, qa("When did Fern plant the beds?", "in 1851", "planted them in 1851")),
    "the title": (GARDENS, 2, qa("In Gardens of the North, what was shown at first?", "roses", "Only roses were shown at first")),
    "the language of code": (GARDENS, 4, f"question: How are seeds sorted, as a Python function?\nanswer: |{CODE}\nevidence: {OF_CODE}"),
    "a verb without a pronoun": (JARDINES, 1, date("1962", "Murió Elena Ríos.", "Murió en 1962")),
    "a name in another case": (FIELDS, 1, date("1958", "Братья Елены Волковой пололи грядки.", "братья пололи грядки до 1958")),
    "suo": (ORTO, 1, "person: Paolo Sorin\nrole: sposò la figlia di Anna Orme\nevidence: Paolo Sorin, che sposò sua figlia"),
}  # fmt: skip
NOT_SPOKEN_OF = {
    "he, of a woman": ("answer-name", GARDENS, 1, date("1962", "Robert Finch died.", "She died in 1962")),
    "she, of another woman": ("answer-name", GARDENS, 1, date("1963", "Edith Marlow left it.", "She left it in 1963")),
    "another's cousins": ("answer-name", GARDENS, 1, qa("Who weeded the beds?", "Robert Finch's cousins", "Her cousins weeded them")),
    "a word of another heading": ("question-name", GARDENS, 2, qa("When was the first Marlow show held?", "in 1912", "first show was held in 1912")),
    "in no heading": ("question-name", GARDENS, 2, qa("When was the first Perth show held?", "in 1912", "first show was held in 1912")),
    "the other of a heading": ("answer-name", GARDENS, 3, date("1853", "Fern tired of it.", "tired of it in 1853")),
    "another language of code": ("question-name", GARDENS, 4, f"question: How are seeds sorted, as a Java function?\nanswer: |{CODE}\nevidence: {OF_CODE}"),
    "no code": ("question-name", GARDENS, 4, qa("What did Reed publish in Python?", "a way to sort seeds", "published a way to sort seeds")),
    "la, of another": ("answer-name", JARDINES, 1, date("1962", "Murió Roberto Paz.", "Murió en 1962")),
    "её, of another": ("answer-name", FIELDS, 1, date("1958", "Братья Роберта Финка пололи грядки.", "братья пололи грядки до 1958")),
}  # fmt: skip
LANGUAGES = {JARDINES: "es", FIELDS: "ru", ORTO: "it"}


def found(desk, text: str, number: int, item: str) -> set[str]:
    """Give the codes of all that is found of names, in a text in Markdown."""
    desk.deck(language=LANGUAGES.get(text, "en"), markup="yes")
    desk.section(item, number=number)
    source = Source("", {}, lambda: read_bytes(text.encode(), "text.md"))
    deck, loaded = load(desk.folder)
    assert deck
    codes = {each.code for each in check(deck, loaded, source, Lock(), 1000).findings if each.item}
    assert codes.isdisjoint(("evidence-missing", "yaml-colon"))
    return {code for code in codes if code.endswith("-name")}


@rows(("text", "number", "item"), SPOKEN_OF.values(), ids=SPOKEN_OF)
def test_a_name_needs_no_quotation_where_the_passage_speaks_of_it(
    desk, text: str, number: int, item: str
) -> None:
    assert found(desk, text, number, item) == set()


@rows(("code", "text", "number", "item"), NOT_SPOKEN_OF.values(), ids=NOT_SPOKEN_OF)
def test_another_name_is_told(desk, code: str, text: str, number: int, item: str) -> None:
    assert found(desk, text, number, item) == {code}
