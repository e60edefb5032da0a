"""A language's lists of words.

They lie in `lexicons/`, a file a language, in lists that are named as in `word_lists.py`. An entry is a word, or a phrase
of several; a word that ends with `*` stands for all that begin so: `intend*`; `lehn* … ab` is a verb of
which the other half closes the clause; in `scenes`, a stroke parts what may be done, and `gave_way` is of two words. A list may be missing: what hangs on it is not asked. All is in small letters, apostrophes are straight, ß is read as ss.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache, reduce
from itertools import chain
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple

from studyguide.language.phrases import Phrases
from studyguide.language.word_lists import Lexicon
from studyguide.language.words import forms
from studyguide.patterns import lazy

_FOLDER = Path(__file__).with_name("lexicons")
_FEW = 3
"""Letters that tell which beginnings a word may have."""
_KINDS = Lexicon.__annotations__


@cache
def lexicon(base: str) -> Lexicon:
    """Give the lists of a language (`en`, `de`)."""
    bodies = _bodies(base)
    commonest = frozenset(_entries(bodies.get("commonest", "")))
    small = Lexicon(function_words=function_words(base), commonest=commonest).small
    return Lexicon(**{name: _read(name, body, small) for name, body in bodies.items()})


@cache
def function_words(base: str) -> frozenset[str]:
    """Give only the words that hold others together: who compares items needs no more of a language."""
    return frozenset(_entries(_bodies(base).get("function_words", "")))


@cache
def _bodies(base: str) -> Mapping[str, str]:
    """Give the text of each list of a language by its name."""
    path = _FOLDER / f"{base}.txt"
    if not (base.isascii() and base.isalpha() and len(base) in (2, 3)) or not path.is_file():
        return {}
    bodies: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            name = line[1:-1]
            bodies[name] = []
        elif line[:1] not in ("", "#"):
            bodies[name].append(line)
    return {name: "\n".join(lines) for name, lines in bodies.items()}


def _read(name: str, body: str, small: Mapping[str, int]) -> Any:
    """Make of the text of a list what its kind is."""
    kind = _KINDS[name]
    if kind == Mapping[str, str]:
        lines = (line.partition(":") for line in body.splitlines() if line.strip())
        return {word: value.strip() for value, _, words in lines for word in _entries(words)}
    if name == "constructions":
        uses: dict[str, tuple[str, ...]] = {}
        for use, _, listed in (line.partition(":") for line in body.splitlines() if line.strip()):
            uses[use] = (*uses.get(use, ()), *_entries(listed))
        return uses
    if name == "attribution":
        return tuple(line for line in body.splitlines() if line)
    entries = _entries(body)
    return (
        frozenset(entries)
        if kind == frozenset[str]
        else Phrases(entries, small)
        if kind is Phrases
        else entries
    )


def _entries(text: str) -> tuple[str, ...]:
    in_one_line = " ".join(text.casefold().replace(",", " , ").split()).strip(" ,")
    return tuple(in_one_line.split(" , ")) if in_one_line else ()


_BITS: dict[str, int] = {}


def bits_of(names: Iterable[str]) -> int:
    """Give a number that has a bit for each list of some names, the same in all languages; for what is asked at import."""
    asked, known = [*names], len(_BITS)
    bits = reduce(or_, (1 << _BITS.setdefault(name, len(_BITS)) for name in asked), 0)
    if len(_BITS) > known:
        _known.cache_clear()
        _tellers.cache_clear()
    return bits


class _Lists(dict[str, int]):
    """The lists that each word form which was asked for is of, or tells a phrase of: kept as stems are.

    Of most lists nobody asks whether a text has words of them: they have no bit.
    """

    def __init__(self, known: Lexicon) -> None:
        super().__init__()
        self._whole = defaultdict[str, int](int)
        self._begun = defaultdict[str, list[tuple[str, int]]](list)  # by their first letters
        self._ended = list[tuple[str, int]]()
        for use, phrases in known.constructions.items():
            if bit := _bit(use.replace(" ", "-")):
                begun = (f"{each}*" for each in phrases)  # of `chief-`: Haupt
                telling = begun if use[-1] == "-" else _telling(phrases, known.small)
                self._take(bit, telling)
        for name, listed in known._asdict().items():
            bit = _bit(name)
            if name.endswith("_endings"):
                self._ended += [(ending, bit) for ending in listed]
            elif bit:
                self._take(bit, listed.telling() if isinstance(listed, Phrases) else listed)
        self._endings = tuple(ending for ending, _ in self._ended)

    def _take(self, bit: int, telling: Iterable[str]) -> None:
        for word in chain.from_iterable(map(_words, telling)):
            if word[-1] == "*":
                self._begun[word[:-1][:_FEW]].append((word[:-1], bit))
            else:
                self._whole[word] |= bit

    def __missing__(self, form: str) -> int:
        found = self._whole.get(form, 0)
        for size in range(1, _FEW + 1):
            for beginning, bit in self._begun.get(form[:size], ()):
                if form.startswith(beginning):
                    found |= bit
        if form.endswith(self._endings):
            found |= reduce(or_, (bit for ending, bit in self._ended if form.endswith(ending)))
        self[form] = found
        return found

    def tellers(self, lists: int) -> tuple[frozenset[str], re.Pattern[str]]:
        """Give the words that are of some lists, and how others begin or end that are."""
        whole = frozenset(word for word, bits in self._whole.items() if bits & lists)
        begun = (each for told in self._begun.values() for each, bit in told if bit & lists)
        ended = (f".*{re.escape(ending)}$" for ending, bit in self._ended if bit & lists)
        return whole, re.compile("|".join((*map(re.escape, begun), *ended)) or "(?!)")


def _bit(name: str) -> int:
    return 1 << _BITS[name] if name in _BITS else 0


def _telling(phrases: tuple[str, ...], small: Mapping[str, int]) -> Iterator[str]:
    """Yield words without one of which none of some phrases stands anywhere: each that is a phrase by itself."""
    yield from (each for each in phrases if " " not in each)
    if longer := tuple(each for each in phrases if " " in each):
        yield from Phrases(longer, small).telling()


def _words(entry: str) -> tuple[str, ...]:
    """Give the words of an entry, and the first of what is joined as one, too: gave, of gave_way."""
    whole = entry.split()
    return (*whole, *(each.partition("_")[0] for each in whole if "_" in each))


def lists_of(base: str) -> Mapping[str, int]:
    """Give by word form the lists of a language that have it, or a phrase that it tells of, as `bits_of` does.

    What tells how a sentence is built goes by what it is for: `whom`, `need-not`.
    """
    return _known(base)


@cache
def _known(base: str) -> _Lists:
    return _Lists(lexicon(base))


@cache
def _tellers(base: str, lists: int) -> tuple[frozenset[str], re.Pattern[str]]:
    return _known(base).tellers(lists)


def telling(base: str, forms: Collection[str], lists: int) -> frozenset[str]:
    """Give those of many words that are of some lists: for a whole section, of which most are asked for nothing else."""
    whole, pattern = _tellers(base, lists)
    return whole.intersection(forms).union(filter(pattern.match, forms))


class _Way(NamedTuple):
    """A way to say whose word is given; a text that says it so has one of the `needed` words, if there are any."""

    needed: frozenset[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=256)
def attributed(base: str, text: str, author: str) -> tuple[tuple[int, int], ...]:
    """Tell from where to where a text says whose word it gives."""
    authorities, ways = _attributions(base, author)
    told = _in_small_letters(text)
    if not any(map(told.__contains__, authorities)):
        return ()
    run = forms(text)
    return tuple(
        match.span()
        for needed, pattern in ways
        if not (needed and needed.isdisjoint(run))
        for match in pattern.finditer(told)
    )


@lru_cache(maxsize=8)
def _attributions(base: str, author: str) -> tuple[tuple[str, ...], tuple[_Way, ...]]:
    """Give who may be named as saying something, and the ways to put it, all in small letters."""
    names = [name.lower() for name in (author, *author.split()[-1:]) if name]
    known = lexicon(base)
    authorities = (*names, *known.authorities)
    listed = {"who": authorities, "says": known.says, "what": known.accounts}
    words = {key: "|".join(map(re.escape, each)) for key, each in listed.items()}
    ways = (
        _Way(_needed(way, known), lazy(rf"\b{way.format(**words)}\b")) for way in known.attribution
    )
    return authorities, tuple(ways)


def _needed(way: str, known: Lexicon) -> frozenset[str]:
    lead = (way.partition("(")[0],)
    needed = known.says if "{says}" in way else known.accounts if "{what}" in way else lead
    return frozenset(word for each in needed for word in each.split()[:1])


def _in_small_letters(text: str) -> str:
    """Give a text in small letters, of which each stands where it stood."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(each.lower()[0] for each in text)
