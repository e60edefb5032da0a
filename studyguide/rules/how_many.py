"""How many, and who: a question says how many answers it wants and gets so many, asks for one thing, and "who" is a name."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from studyguide.deck.file import File, Text
from studyguide.deck.item import Item, pointing_at
from studyguide.deck.marked import has_table
from studyguide.evidence.case import Case
from studyguide.evidence.said.asked_for import numbers_asked_for, numbers_of_things
from studyguide.evidence.said.asking import ASKING, asking_in, joins_another
from studyguide.evidence.said.enumerated import are_named_one_by_one
from studyguide.evidence.terms import Term, names_in, terms_of
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.words import forms
from studyguide.patterns import lazy

_ENGLISH = Language("en")
_NO_FIGURE = {"none", "no", "nobody", "both", "all", "half", "few", "as"}
_ORDERS = {("name",), ("list",), ("give",), ("state",), ("mention",), ("identify",), ("describe",)}
_WHO = lazy(r"\bwhom?\b", re.IGNORECASE)
_WHO_IS = lazy(r"who (?:is|are|was|were) (?P<named>[^?]+)\?", re.IGNORECASE)
_IN_NAMES = frozenset(
    ("the", "of", "and", "al", "bin", "da", "de", "der", "di", "du", "van", "von")
)
_WANTS_ALL = lazy(
    r"\bin (?:which|what) (?:order|sequence)\b"
    r"|(?:^|[.?!:]\s+)(?:list|name|enumerate|give|state|identify)\b(?! (?:an?|one)\b)"
    r"|^(?:what|which|who) (?:are|were) (?:the|its|his|her|their|our|these|those)\b[^?]*(?<! of)(?<! by)(?<! with)\?",
    re.IGNORECASE,
)
"""What leaves no doubt that all are wanted: in which order, List the …, What are the …?"""
_SHORTEST_PLURAL = 3
_ANYBODY = frozenset(
    ("any", "every", "each", "all", "those", "no", "some", "most", "many", "few", "several", "half")
)
"""What opens an answer that tells of all, some or none of a kind."""
_HOW_MANY = lazy(r"\bhow (?:many|old)\b", re.IGNORECASE)
_UNSTATED_SET = lazy(
    r"(?:which|what)\s+(?:\w+\s+)?(?:are|were|\w+s\s+(?:are|were|did|do|have|had))\b|(?:name|list)\b",
    re.IGNORECASE,
)
_VERBS = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|may|might|must|should)"
_SIZE = rf"\bhow (?!(?:many|much|{_VERBS})\b)\w+"
_SIZES = lazy(
    rf"[^,;:.]*?{_SIZE}(?:, {_SIZE})*,? (?:and|or) {_SIZE}(?: \w+){{0,4}} {_VERBS}\b", re.IGNORECASE
)
_LISTED = lazy(r"(?:[^,;]|,(?=\d))+(?:[,;](?!\d)(?:[^,;]|,(?=\d))+)+\s*[,;]?\s+(?:and|or)\s+")
_QUOTED = lazy(r"“[^”]*”|\"[^\"]*\"")


def list_is_as_long_as_asked(item: Item) -> Iterator[Finding]:
    """Report a list whose length is not the number that the question states."""
    if item.kind != "question":
        return
    count = item.entries
    asked = next((number for _, number in numbers_asked_for(item.prompt.value, count)), 0)
    if asked and asked != count:
        had = f"the answer lists {count}" if _lists(item) else "the answer is no list"
        message = f"the question asks for {asked}, {had}"
        help = "write the answer as a list, one line each: - …"
        if _lists(item):
            help = f"list {_word(asked)}, or ask for {_word(count)}"
            if asked < count and any(split_at_commas(item.file, item.answers)):
                help += '; an entry that has a comma needs quotation marks: ["…, …", …]'
        yield item.error(item.answers[0], "list-length", message, help)
    elif (
        _WANTS_ALL.search(item.prompt.value)
        or numbers_of_things(item.prompt.value, count)
        or are_named_one_by_one(item.prompt.value, count)
    ):
        return
    elif item.is_list and not asked and _is_english(item.prompt.value):
        wanted = "1 answer is" if count == 1 else f"{count} answers are"
        message = f"the question does not say that {wanted} wanted"
        help = f"ask “Which {_word(count)} …”"
        yield item.error(item.prompt, "list-length-unstated", message, help)


def _lists(item: Item) -> bool:
    return item.is_list or item.entries > 1


def set_is_stated(item: Item) -> Iterator[Finding]:
    """Warn of an enumeration that the question does not say how long to make."""
    if item.kind != "question" or item.is_list or not _UNSTATED_SET.match(item.prompt.value):
        return
    for answer in item.answers:
        if _LISTED.match(answer.value):
            message = "this answer is a list, and the question does not say of how many"
            help = "ask “Which three …”, and write the answer as a list: - …"
            yield item.warning(answer, "answer-set", message, help)


def split_at_commas(file: File, texts: tuple[Text, ...]) -> Iterator[tuple[Text, Text]]:
    """Yield the entries of a list in brackets that only a comma parts from the next, with that one."""
    for one, other in pairwise(texts):
        between = file.text[one.start : other.start]
        if between.startswith(one.value) and between[len(one.value) :].strip() == ",":
            yield one, other


def parted_at(one: Text, other: Text) -> str:
    """Say of two entries that a comma parts them."""
    return f"a comma parts `{one.value}` from `{other.value}`: lists in brackets split at commas"


def one_entry(one: Text, other: Text) -> str:
    """Say what to write if they are one."""
    return f'if they are one entry, write it in quotation marks: "{one.value}, {other.value}"'


def _is_english(question: str) -> bool:
    """Whether a question asks in English; the number words of other languages are not known."""
    return ASKING.search(question) is not None or forms(question)[:1] in _ORDERS


def _word(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[number] if number < len(words) else str(number)


def how_many_is_answered_by_a_number(item: Item) -> Iterator[Finding]:
    """Report an answer to "how many" or "how old" without a number."""
    if item.kind != "question" or not _HOW_MANY.search(item.prompt.value):
        return
    for answer in item.answers:
        if not any(_ENGLISH.number(form) or form in _NO_FIGURE for form in forms(answer.value)):
            message = "“how many” is answered by a number"
            help = "give the number, or ask in another way"
            yield item.error(answer, "answer-how-many", message, help)


def one_question_asks_one_thing(item: Item) -> Iterator[Finding]:
    """Report a question that asks for two facts: such an answer cannot be checked.

    Not one that a table answers, which parts them, nor one for the sizes of one thing: how long and how deep.
    """
    if item.kind != "question" or any(has_table(each.value) for each in item.answers):
        return
    question = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), item.prompt.value)
    for match in asking_in(question)[1:]:
        if joins_another(match) and not _SIZES.match(question):
            message = f"this asks a second thing: “{match.group()} …”"
            help = "make two items of it, each with an id of its own"
            finding = item.error(item.prompt, "question-double", message, help)
            yield pointing_at(finding, item, item.prompt, match.start(), len(match.group()))
            return


def who_is_answered_by_a_name(case: Case) -> Iterator[Finding]:
    """Report an answer to "who" that names nobody."""
    item = case.item
    if item.kind != "question" or not case.language.has_lists:
        return
    asked = item.prompt.value
    if not _WHO.match(asked) or _asks_what_somebody_is(asked):
        return
    for answer in item.answers:
        terms = terms_of(answer.value, case.source, case.language)
        is_body = _is_body(answer.value, case) and forms(answer.value)[:1] != ("it",)
        is_body |= _is_anybody(answer.value, case)
        if not any(_may_be_a_name(term, case) for term in terms) and not is_body:
            message = "“who” asks for a name, and this answer has none"
            help = "give the name, or ask “Which group …”, “Which people …”, “Whose …”"
            finding = item.error(answer, "answer-who", message, help)
            is_nameless = _may_be_nameless(case, answer.value)
            yield finding._replace(severity="warning") if is_nameless else finding


def _asks_what_somebody_is(question: str) -> bool:
    """Whether a question names the person that it is about, and nothing else, as "Who was Ada Kestrel?"."""
    match = _WHO_IS.fullmatch(question.strip())
    return match is not None and all(
        word[0].isupper() or word in _IN_NAMES for word in match["named"].split()
    )


def _may_be_nameless(case: Case, answer: str) -> bool:
    """Whether an answer tells of somebody, "her nephew", as the quotation does, or where that names nobody else."""
    asked, section = {*map(name_key, forms(case.item.prompt.value))}, case.passage.section
    runs = (names_in(section, span, case.source, case.language) for span in case.passage.spans)
    named = {name_key(each.form) for run in runs for each in run if each.sort == "name"}
    is_led = not case.language.words.determiners.isdisjoint(forms(answer)[:1])
    run = forms(answer)
    is_office = not case.language.words.articles.isdisjoint(run[:1])  # the mayor, Ada Kestrel
    is_told = any(
        is_office
        or name_key("".join(section.forms[at + len(run) : at + len(run) + 1])) not in named
        for first, last in case.passage.spans
        for at in section.find(run, first, last)
    )  # not "their leader, Ada"
    return is_led and (is_told or named <= asked)


def _may_be_a_name(term: Term, case: Case) -> bool:
    """Whether a term is a name, or a capital at the start hides that it is none."""
    is_capital = term.shown[0].isupper() and not case.source.is_written_small(term.form)
    return term.sort == "name" or is_capital


def _is_body(answer: str, case: Case) -> bool:
    """Whether an answer is a body, or several persons: the council, the millers upstream."""
    run, lexicon = forms(answer), case.language.words
    return any(
        form in lexicon.bodies or (form[-1] == "s" and len(form) > _SHORTEST_PLURAL)
        for form in run
        if not case.language.is_function_word(form)
    )


def _is_anybody(answer: str, case: Case) -> bool:
    """Whether an answer tells of all or some of a kind, "any resident", as the passage does."""
    run = tuple(form for form in forms(answer) if form != "a")
    there = chain.from_iterable(case.passage.stated.parts)
    return not _ANYBODY.isdisjoint(run[:1]) and not _ANYBODY.isdisjoint(there)
