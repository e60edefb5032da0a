"""Surnames of two words without a hyphen, as the guide itself shows them: Vaughan Williams, told alone; the Galli Bibienas."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.marked.opening_words import merely_opens
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import is_particle, joined, words_of
from studyguide.printing.index.names.things import is_thing
from studyguide.printing.index.names.titles import is_before_names

_BETWEEN: Final = frozenset("d’ d' da de del della di do dos du van von".split())  # noqa: SIM905
"""What may stand between two surnames: Galli da Bibiena."""

_BEFORE_GIVEN: Final = frozenset(
    "brother dame dom don dona donna doña fra fray fratel frère saint sir sister suor sœur".split()  # noqa: SIM905
)
"""Behind these a given name stands, and no surname alone: Sir Arthur."""

_OF_SEVERAL: Final = frozenset("degli dei die dos gli i les los os".split())  # noqa: SIM905
"""Behind these a family stands in languages in which its name has no plural: i Galli Bibiena."""

_GIVEN_TOO: Final = frozenset(
    "April Daisy Faith Grace Heather Hope Iris Ivy Joy June Lily May Olive Pearl Rose Ruby Violet".split()  # noqa: SIM905
)
"""Nouns that are given names of women as well."""

_PAIR: Final = 2


@dataclass(slots=True)
class _Seen:
    """How often a pair of names, and a name, stands alone; the first word of whole names that end with a pair; pairs of families."""

    alone: Counter[str] = field(default_factory=Counter)
    given: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    families: set[str] = field(default_factory=set)


def doubled(
    texts: Iterable[Sequence[Token]], others: Collection[str], language: Language
) -> frozenset[str]:
    """Give the two words that are a surname of somebody; `others` are names that the deck tells besides.

    They stand alone, in English as often as the last of them, are joined by a hyphen elsewhere, or belong to two persons. Where
    the first is a given name as often, the last is one as well, and never stands alone: Lloyd George, but not Bernard Shaw.
    """
    seen = _Seen()
    for tokens in texts:
        for run, before in _runs(tokens, language):
            _note(run, before, seen, language)
    hyphened = (each for each in seen.alone if not is_given(each.partition("-")[0]))
    told = {*others, *(each.replace("-", " ") for each in hyphened if "-" in each)}
    return frozenset(pair for pair in seen.given if _is_double(pair, told, seen, language))


def _is_double(pair: str, told: Collection[str], seen: _Seen, language: Language) -> bool:
    first, last = pair.split(maxsplit=1)[0], pair.rsplit(maxsplit=1)[-1]
    if pair in told or pair in seen.families:
        return True
    count = seen.alone[pair]
    if is_given(first) or first in _GIVEN_TOO:
        return bool(count) and is_given(last) and not seen.alone[last]
    are_two = len(seen.given[pair]) > 1
    is_usual = not language.is_english or count >= seen.alone[last]
    return (bool(count) and is_usual) or (are_two and not seen.alone[last])


def _note(run: Sequence[str], before: str, seen: _Seen, language: Language) -> None:
    names = [word for word in run if word[0].isupper()]
    if not names or is_thing(names) or any(word.endswith(".") for word in names):
        return
    if len(names) > _PAIR and len(names[0]) > 1:
        start = run.index(names[-2], len(run) - 1 - [*reversed(run)].index(names[-2]))
        seen.given[joined(run[start:])].add(names[0])
    elif len(names) == _PAIR:
        seen.alone[joined(run)] += 1
        if language.is_english and before == "the" and names[1].endswith("s"):
            seen.families.add(joined(run)[:-1])
        elif not language.is_english and before in _OF_SEVERAL:
            seen.families.add(joined(run))
    else:
        seen.alone[names[0]] += 1


def _runs(tokens: Sequence[Token], language: Language) -> Iterator[tuple[list[str], str]]:
    """Yield names as their words, without titles and what only opens a sentence, each with the word before it."""
    before = ""
    places = [*range(len(tokens))]
    for is_name, group in groupby(places, lambda at: _is_of_name(tokens, at, language)):
        run = [tokens[at].shown for at in group]
        if is_name:
            titles = 0
            while titles < len(run) and is_before_names(run[titles]):
                titles += 1
            is_called = bool(titles) and run[titles - 1].casefold() in _BEFORE_GIVEN
            if run[titles:] and not (is_called and len(run) - titles <= _PAIR):
                yield run[titles:], before
        before = run[-1].casefold()


def _is_of_name(tokens: Sequence[Token], at: int, language: Language) -> bool:
    token = tokens[at]
    if token.is_capital:
        return not (token.opens and merely_opens(token.shown, language))
    is_between = 0 < at < len(tokens) - 1 and token.shown in _BETWEEN
    return is_between and tokens[at - 1].is_capital and tokens[at + 1].is_capital


def with_both(heading: str, doubles: Collection[str]) -> str:
    """Put both words of a double surname first: `Galli Bibiena, Antonio`, of `Bibiena, Antonio Galli`."""
    surname, comma, behind = heading.partition(", ")
    given, further, rest = behind.partition(", ")
    words = words_of(given)
    at = max((at for at, word in enumerate(words) if word[0].isupper()), default=0)
    both = joined([*words[at:], surname])
    if not (comma and at) or both not in doubles:
        return heading
    return f"{both}, {joined(words[:at])}{further}{rest}"


def _tells_nobody(word: str) -> bool:
    """Whether a word of a surname is shared by many: a given name, or an article written large, Le of Le Breton."""
    return is_given(word) or is_particle(word.casefold())


def parts_of(headings: Iterable[str], doubles: Collection[str]) -> dict[str, str]:
    """Give what else somebody with a double surname is called, each with the heading: by one word of it, or with a hyphen."""
    found = defaultdict[str, set[str]](set)
    for heading in headings if doubles else ():
        surname, comma, _ = heading.partition(", ")
        words = surname.split()
        found[surname].add(heading)
        if comma and surname in doubles:
            for each in (
                *(word for word in (words[0], words[-1]) if not _tells_nobody(word)),
                "-".join(words),
            ):
                found[each].add(heading)
    return {each: next(iter(those)) for each, those in found.items() if len(those) == 1}
