"""Which wrong answers may be taken for the right one by whoever does not know it: of a like form, and of those whom a question may mean.

A child strikes out the women where a man is asked for, the Italian names where somebody in England is, and whoever the
question names.
"""

from studyguide.class_test.pool import Pool
from studyguide.class_test.sorts import DEFINED, Candidate, Sort
from studyguide.class_test.told.persons import is_of_woman, is_somebody, traits_of
from studyguide.class_test.told.taken_apart import Stems
from studyguide.deck.item import Item
from studyguide.language.language import Language
from studyguide.language.names import is_of_one_place
from studyguide.language.phrasing.verbs import opens_with_verb
from studyguide.language.words import forms, words


def is_rival(item: Item, other: Candidate, sort: Sort, pool: Pool) -> bool:
    """Whether an answer of another item may be taken for that of an item."""
    language = pool.proof.language
    if sort[0] == DEFINED:
        return _is_defined_alike(item, other.text, language)
    if sort[0] not in ("person", "name", "ending"):
        return True
    asked, right = item.prompt.value, item.answers[0].value
    if not _names_in(right, language) & _names_in(asked, language) and (
        _names_in(other.text, language) & _names_in(asked, language)
    ):
        return False
    if sort[0] != "person" or item.kind == "person":
        return True
    return not is_of_woman(asked, language) and _is_of_the_place(item, other, pool)


def _is_defined_alike(item: Item, text: str, language: Language) -> bool:
    """Whether a definition is of one of the same sex and people, or of somebody at all, and tells a deed as well as the right one.

    Of an admiral nobody believes that he kept the school: what he did is asked in writing.
    """
    right, kind = item.answers[0].value, item.kind
    if kind == "date":
        return True
    if _form_of(right, language) != _form_of(text, language):
        return False
    if is_somebody(right, language) != is_somebody(text, language) and kind != "person":
        return False
    own = traits_of(kind, item.prompt.value, right, language)
    other = traits_of(kind, "", text, language)
    return not own.rank and own.is_woman == other.is_woman and own.peoples == other.peoples


def _form_of(text: str, language: Language) -> str:
    """Tell whether a definition says what was done, where, when or how something is, or who or what it is."""
    if opens_with_verb(text, language):
        return "deed"
    opening = next(iter(forms(text)), "")
    is_small = language.is_function_word(opening) and opening not in language.words.articles
    return "manner" if is_small and not is_somebody(text, language) else "thing"


def _is_of_the_place(item: Item, other: Candidate, pool: Pool) -> bool:
    """Whether the places that a question names, and much of the deck does not, are named with another person, too."""
    language, theirs = pool.proof.language, pool.items.get(other.item)
    places = {
        each
        for each in _places_in(item.prompt.value, language)
        if not pool.telling.is_usual(language.stem(each))
    }
    if not places:
        return True
    if theirs is None:
        return False
    told = {
        language.stem(word.form)
        for text in (theirs.prompt.value, *(each.value for each in theirs.answers))
        for word in words(text)
    }
    return all(
        any(language.stem(place) == each or is_of_one_place(place, each) for each in told)
        for place in places
    )


def _places_in(text: str, language: Language) -> Stems:
    """Give the words with a capital behind an "in": in England, nell'Impero; in German and English months are none."""
    found, lexicon, before = set[str](), language.words, ""
    is_placed = False
    for word in words(text.replace("’", "'")):
        form, is_capital = word.form.strip("'"), text[word.start].isupper()
        first, _, rest = form.partition("'")
        is_name = is_capital and not language.is_function_word(form) and form not in lexicon.months
        if is_placed and is_name and (language.marks_names or before in lexicon.placing):
            found.add(form)
        is_placed = form in lexicon.placing or (is_placed and is_name)
        if rest and first in lexicon.placing:
            found.add(rest)
        before = form
    return frozenset(found)


def _names_in(text: str, language: Language) -> Stems:
    """Give the words of a text that have a capital, and say something."""
    return frozenset(
        language.stem(word.form.removesuffix("'s"))
        for word in words(text.replace("’", "'"))
        if text[word.start].isupper() and not language.is_function_word(word.form)
    )
