"""What tells who somebody is though nobody knows him: that she is a woman, of which people, of what rank; whether one or a thing is meant.

Of several definitions a schoolmistress is the only woman's, a Scot the one with a "Mac" before his name: so those are matched, and
chosen from, that have as much in common.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise, takewhile
from typing import Final, NamedTuple

from studyguide.deck.item import Kind
from studyguide.guide.guide import Entry
from studyguide.language.language import Language
from studyguide.language.phrases import Phrases
from studyguide.language.words import forms, words

_FIRST: Final = 4
"""So many words at most say who somebody is: the second woman mayor."""


_SAME_PEOPLE: Final = 3
"""So many letters tell a people: Spaniard, Spanish."""


_NO_PLURALS: Final = ("ss", "us", "is", "as")


class Traits(NamedTuple):
    """What is seen of somebody in a definition, or by a name: a woman, peoples, a rank before the name."""

    is_woman: bool
    peoples: frozenset[str]
    rank: str


@lru_cache(maxsize=4096)
def traits_of(kind: Kind, name: str, told: str, language: Language) -> Traits:
    """Give what a name, and what is told of it, shows to anybody."""
    peoples = frozenset(it[:_SAME_PEOPLE] for it in forms(told) if _is("of a nation", it, language))
    if kind != "person":
        return Traits(is_woman=False, peoples=peoples, rank="")
    peoples |= _origins(told, language)
    is_woman = is_of_woman(told, language) or is_of_woman(name, language)
    rank = next((it for it in forms(name)[:1] if _is("of a rank", it, language)), "")
    return Traits(is_woman, peoples, rank)


def _origins(told: str, language: Language) -> frozenset[str]:
    """Tell whether a definition says by a name from where somebody is: diver from Zierikzee, comerciante de Génova."""
    run = tuple((word.form, told[word.start].isupper()) for word in words(told))
    found = any(
        _is("from a place", one, language) and is_capital and not language.is_function_word(two)
        for (one, _), (two, is_capital) in pairwise(run[: _FIRST + 1])
    )
    return frozenset(["from"]) if found else frozenset()


def in_classes(group: Sequence[Entry], language: Language) -> Iterator[list[Entry]]:
    """Yield those of a group whom nothing but knowledge tells from each other: women, or men; who, or what, terms mean.

    None is the only one of a people, or of a rank.
    """
    for value in (False, True):
        some = [each for each in group if _class_of(each, language) is value]
        yield _without_lone(some, language)


def is_of_class(one: Entry, kind: Kind, name: str, told: str, language: Language) -> bool:
    """Whether a definition that is left over may be taken for that of an item."""
    if kind != "person":
        return is_somebody(told, language) == _class_of(one, language)
    return traits_of(kind, name, told, language).is_woman == _class_of(one, language)


def _class_of(entry: Entry, language: Language) -> bool:
    told = entry.answers[0]
    if entry.kind != "person":
        return is_somebody(told, language)
    return traits_of(entry.kind, entry.prompt, told, language).is_woman


def _without_lone(group: Sequence[Entry], language: Language) -> list[Entry]:
    """Leave out the only one of a people, or of a rank; and the only one without.

    Of terms it is one of another language: the Dutch movement.
    """
    found = {it.id: traits_of(it.kind, it.prompt, it.answers[0], language) for it in group}
    counts = Counter(people for each in found.values() for people in each.peoples)
    left = [it for it in group if all(counts[each] > 1 for each in found[it.id].peoples)]
    left = _without_one([_are_several(it, language) for it in left], left)
    left = _without_one([bool(found[it.id].peoples) for it in left], left)
    ranks = Counter(found[it.id].rank for it in left)
    return [it for it in left if not found[it.id].rank or ranks[found[it.id].rank] > 1]


def _without_one(has: Sequence[bool], group: list[Entry]) -> list[Entry]:
    """Leave out the only one that has something, or has it not."""
    for value in (True, False):
        if has.count(value) == 1:
            return [it for it, each in zip(group, has, strict=True) if each is not value]
    return group


def _are_several(entry: Entry, language: Language) -> bool:
    """Whether a name is a plural, and what it means as well: crinoids, animals on stalks."""
    if entry.kind != "term" or not language.is_english:
        return False
    head = next((it for it in forms(entry.answers[0]) if not language.is_function_word(it)), "")
    name = [*forms(entry.prompt), ""][-2 if forms(entry.prompt) else -1]
    return all(each.endswith("s") and each[-2:] not in _NO_PLURALS for each in (head, name))


def is_somebody(told: str, language: Language) -> bool:
    """Whether a definition says at once that somebody is meant: chi, women who, person."""
    return _is("one who", next(_without_article(told, language), ""), language)


def _without_article(told: str, language: Language) -> Iterator[str]:
    return dropwhile(language.words.articles.__contains__, forms(told))


def is_of_woman(text: str, language: Language) -> bool:
    """Whether the first word that tells the sex of somebody tells that it is a woman: her, widow, Ärztin, pittrice."""
    run = tuple((word.form, text[word.start].isupper()) for word in words(text))
    heads, pronouns, is_head = _heads(run, language), language.words.pronouns, True
    for at, (form, _) in enumerate(run):
        is_head = not at or (is_head and not _leads_to_another(form, language))
        if not is_head and form not in pronouns:
            continue
        if _is("of a woman", form, language):
            return True
        if _is("of a man", form, language):
            return False
        if form in heads and _ends_as_woman(form, language):
            return True
    return _is_of_woman_by_adjective(run, language)


def _leads_to_another(form: str, language: Language) -> bool:
    """Whether another may be named behind a word: the master of the princess."""
    words = language.words
    return form in words.possessives | words.placing or _is("preposition", form, language)


def _heads(run: Sequence[tuple[str, bool]], language: Language) -> frozenset[str]:
    """Give what may say who somebody is: words up to the first small one; in German the first noun."""
    articles = language.words.articles
    opened = [*dropwhile(lambda it: it[0] in articles, run)]
    told = [*takewhile(lambda it: not language.is_function_word(it[0]), opened)]
    if not language.marks_names:
        behind = told[1:] if len(told) > 1 and told[1][1] else told
        return frozenset(form for form, is_capital in behind[:1] if is_capital)
    return frozenset(form for form, _ in told[:_FIRST])


def _ends_as_woman(form: str, language: Language) -> bool:
    uses = language.words.constructions
    endings, others = uses.get("of a woman ending", ()), uses.get("of either ending", ())
    return any(form.endswith(each) and form != each for each in endings) and not any(
        form.endswith(each) for each in others
    )


def _is_of_woman_by_adjective(run: Sequence[tuple[str, bool]], language: Language) -> bool:
    """Whether a German adjective without an article, before a noun that may be either's, ends as a woman's: Erste Vorsitzende."""
    if language.marks_names or len(run) <= 1 or language.is_function_word(run[0][0]):
        return False
    (adjective, _), (noun, is_capital) = run[:2]
    return is_capital and adjective.endswith("e") and noun.endswith("e")


def _is(use: str, form: str, language: Language) -> bool:
    return form in _listed(use, language)


@lru_cache(maxsize=64)
def _listed(use: str, language: Language) -> Phrases:
    lexicon = language.words
    return Phrases(lexicon.constructions.get(use, ()), lexicon.small)
