"""Whether a word may be a verb, and whether a definition opens with one: granted the first Charter; no head of the commission."""

from typing import Final

from studyguide.language.language import Language
from studyguide.language.words import words

_TOLD_LATER: Final = {"it": ("ò", "ì", "sse", "ise")}
"""So verbs of what was end that no list has, where a noun seldom ends so."""


def may_be_verb(word: str, language: Language) -> bool:
    """Whether a word may be a verb that tells what was."""
    words = language.words
    is_listed = word in words.finite_verbs or any(word in each.split() for each in words.irregular)
    endings = tuple(words.past_endings)
    return is_listed or bool(endings and word.endswith(endings))


def opens_with_verb(text: str, language: Language) -> bool:
    """Whether a text tells what somebody did, and not who it is; German nouns, and what stands before them, have a capital."""
    first, *rest = (*words(text), None)
    if first is None or (not language.marks_names and text[first.start].isupper()):
        return False
    if language.is_function_word(first.form):
        return first.form in language.words.finite_verbs
    endings = _TOLD_LATER.get(language.tag.partition("-")[0], ())
    articles = language.words.articles.difference(
        language.words.constructions.get("preposition", ()), language.words.possessives
    )
    has_object = rest[0] is not None and rest[0].form in articles
    return has_object or may_be_verb(first.form, language) or first.form.endswith(endings or "\n")
