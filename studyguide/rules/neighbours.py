"""Neighbours: a name goes with the word that it goes with in the passage, not with another's."""

from collections.abc import Callable, Iterator

from studyguide.evidence.case import Case
from studyguide.evidence.terms import Term
from studyguide.finding import Finding
from studyguide.language.names import name_key
from studyguide.language.words import Word, words


def neighbours_are_those_of_the_passage(case: Case) -> Iterator[Finding]:
    """Warn of a name before a word that in the paragraph stands after another name only.

    The same goes for numbers, and for words whose opposite the paragraph has in their place.
    """
    for text, value, terms in case.said:
        found = words(value)
        for term in terms:
            after = found[term.place + 1] if term.place + 1 < len(found) else None
            if after and value[term.offset + len(term.shown) : after.start].isspace():
                rival = _rival(term, after.form, case)
                if rival:
                    yield case.item.warning(
                        text, "neighbour", *_said_of(rival, term, after), term.shown
                    )


def _said_of(rival: str, term: Term, after: Word) -> tuple[str, str]:
    message = f"the paragraph has “{rival} {after.form}”, not “{term.shown} {after.form}”"
    return message, "check that the right one is meant, or accept it in a review"


def _rival(term: Term, after: str, case: Case) -> str:
    """Find what stands in a term's stead before a word, unless the term itself stands there too."""
    is_rival = None if case.language.is_function_word(after) else _rivals_of(term, case)
    if is_rival is None:
        return ""
    section = case.passage.section
    found = (section.words[place] for place in _before(after, case))
    rival = next((word for word in found if is_rival(word)), None)
    if rival is None or _stands_so(term, after, case):
        return ""
    return case.source.text[rival.start : rival.end]


def _rivals_of(term: Term, case: Case) -> Callable[[Word], bool] | None:
    """Tell what could stand in a term's stead: for a name another name, for a word its opposite."""
    text, language = case.source.text, case.language
    if term.sort == "name":
        return lambda word: text[word.start].isupper() and not language.is_function_word(word.form)
    if term.sort == "number":
        return lambda word: language.number(word.form) not in ("", term.form)
    opposites = {language.stem(word) for word in language.opposites(term.form)}
    return (lambda word: language.stem(word.form) in opposites) if opposites else None


def _before(after: str, case: Case) -> Iterator[int]:
    """Yield the places, in the passage's paragraphs, just before a word in whatever inflection."""
    stem = case.language.stem(after)
    for part, stems in zip(case.passage.paragraphs, case.passage.around.stems, strict=True):
        at = 0
        for _ in range(stems.count(stem)):
            at = stems.index(stem, at) + 1
            place = part.first + at - 2
            if at > 1 and _only_space(case, place):
                yield place


def _only_space(case: Case, place: int) -> bool:
    """Whether nothing but space parts a word from the next."""
    word, following = case.passage.section.words[place : place + 2]
    return case.source.text[word.end : following.start].isspace()


def _stands_so(term: Term, after: str, case: Case) -> bool:
    """Whether a term stands before a word somewhere in the section, as in the item."""
    section, language = case.passage.section, case.language
    key = name_key(term.form)
    return any(
        language.ends_alike(section.forms[place + 1], after)
        for form in (key, f"{key}s", f"{key}'s", term.form)
        for place in section.places.get(form, ())
        if place + 1 < len(section.forms)
    )
