"""How many answers a question says that it wants, in which unit, and which of its numbers need not be the passage's then."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from studyguide.evidence.case import Case
from studyguide.evidence.said.enumerated import places_of_marks
from studyguide.language.language import Language
from studyguide.language.words import Word, forms, words
from studyguide.patterns import lazy

_ENGLISH = Language("en")
_ASKS_FOR = {"which", "what", "name", "list", "give"}
_BETWEEN = {"are", "were", "is", "the", "other", "main", "these", "those", "first", "at"}
_MEASURES = lazy(r"[-%]|[‐‑]|–|\s+per\b|\s+percent\b|\s+o['’]clock\b")
_GROUPS = {2: {"both", "pair", "couple"}, 3: {"trio"}}
_SEVERAL = 2
_MOST_ASKED = 20
_IN_BRACKETS = lazy(r"\(\w+(?: \w+)?\)")
_YEAR = lazy(r"1[0-9]{3}|20[0-9]{2}")


@lru_cache(maxsize=16)  # asked again for each number of a question
def numbers_asked_for(question: str, given: int) -> tuple[tuple[Word, int], ...]:
    """Give the number of answers that a question states, and where: "Which four places …".

    More than a few are a number of answers only if so many are `given`.
    """
    has_any = _ENGLISH.has_numbers(forms(question))
    return tuple(_numbers_asked_for(question, given)) if has_any else ()


def _numbers_asked_for(question: str, given: int) -> Iterator[tuple[Word, int]]:
    found = words(question)
    for index, word in enumerate(found):
        number = _ENGLISH.number(word.form)
        if not number.isdecimal() or len(number) > 4:
            continue
        if not 1 <= int(number) <= _MOST_ASKED and int(number) != given:
            continue
        if _MEASURES.match(question, word.end):
            continue  # "Which five-year plan" asks for one
        before = index - 1
        while before >= 0 and found[before].form in _BETWEEN:
            before -= 1
        if before >= 0 and found[before].form in _ASKS_FOR:
            yield word, int(number)


def numbers_of_things(question: str, given: int) -> list[Word]:
    """Give where an English question has the number of its answers before what may be so many things.

    "What do the three ropes do?", not "in three years"; nor where it says "not".
    """
    found, lexicon = words(question), _ENGLISH.words
    run = tuple(each.form for each in found)
    if given in _GROUPS and (named := [each for each in found if each.form in _GROUPS[given]]):
        return named
    if given < _SEVERAL or lexicon.negations.stand_in(run):
        return []
    return [
        word
        for word, behind in zip(found, (*run[1:], ""), strict=True)
        if _ENGLISH.number(word.form) == str(given)
        and (_IN_BRACKETS.match(question, word.start - 1) or _counts(question, word, behind))
    ]


def _counts(question: str, word: Word, behind: str) -> bool:
    """Whether a number may be of the things behind it."""
    lexicon = _ENGLISH.words
    measures = lexicon.periods | lexicon.units.keys() | lexicon.months
    return (
        behind != ""
        and not _MEASURES.match(question, word.end)
        and not _ENGLISH.is_function_word(behind)
        and measures.isdisjoint((behind, behind.removesuffix("s")))
    )


def asked_for(case: Case) -> set[int]:
    """Find the numbers that only say how many answers are wanted: "Which four places …"."""
    item, question = case.item, case.item.prompt.value
    if item.kind != "question":
        return set()
    count, is_list = item.entries, item.is_list or item.entries > 1
    asked = {*places_of_marks(item)}
    asked |= {word.start for word, _ in numbers_asked_for(question, count)}
    if is_list and case.language.is_english and not _counts_else(case):
        asked |= {word.start for word in numbers_of_things(question, count)}
    if is_list and not case.language.is_english:
        is_it = (word for word in words(question) if case.language.number(word.form) == str(count))
        asked |= {word.start for word in is_it}
    return asked


def _counts_else(case: Case) -> bool:
    """Whether the passage counts something by a number that the item lacks: the four men, for "the three"."""
    told = {*case.passage.stated.values} - {"", "1", *case.all_said.values}
    return any(value.isdecimal() and not _YEAR.fullmatch(value) for value in told)


def counts_answers(case: Case, value: str) -> bool:
    """Whether a number is that of the answers of a list, none of which has it: it need not be the passage's."""
    answers = case.item.answers if case.item.is_list or case.item.entries > 1 else ()
    return (
        bool(answers)
        and value == str(case.item.entries)
        and not any(value in case.language.numbers(forms(each.value)) for each in answers)
    )


def unit_asked_for(case: Case) -> str:
    """Give the unit that a question asks for: "How many feet …", "In which unit of feet"."""
    run, named = forms(case.item.prompt.value), case.language.words.units
    for at in case.language.words.asking_how_many.find(run):
        behind = run[at.end : at.end + 2]
        for form in (" ".join(behind), *behind):  # per cent is no cent
            if unit := named.get(form):
                return "" if _is_a_thing(case, form) else unit
    return ""


def _is_a_thing(case: Case, form: str) -> bool:
    """Whether the passage has what may be a unit as a thing, with no number before it: Zoll, in German a toll, too."""
    section, language = case.passage.section, case.language
    for part in case.passage.paragraphs:
        run = ("", *section.forms[part.first : part.last])
        for before, each in pairwise(run):
            is_it = each == form or (language.compounds and each.endswith(form))
            if is_it and not language.number(before):
                return True
    return False
