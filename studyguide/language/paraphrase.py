"""Honest paraphrase: when another word says what a word of the source says.

Three ways, from the surest to the loosest: forms of one irregular verb, words of one family
(`oppose`, `opposition`), and everyday synonyms. None of them is ever used for names and numbers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain, takewhile
from typing import NamedTuple

from studyguide.language.lexicon import bits_of, lexicon, lists_of
from studyguide.language.stems import stem, stems_of
from studyguide.patterns import lazy

SHORTEST_FAMILY = 5
_LONGEST_SUFFIX = 5
_DERIVING = ("at", "ion", "ation", "eur", "er", "ement", "ment", "age", "ure", "ung", "or", "ist")
"""What makes a word of a short stem another: fond, fondation; sail, sailor."""
_SHORTEST_PART = 4
_FEWEST_CONSONANTS = 4
_VOWELS = lazy("[aeiouyäöü]+")
_PREFIXES = ("re", "over", "under", "mis", "out", "un", "with", "fore", "up")
_SCENES = bits_of(["scenes"])


def _sets(listed: tuple[str, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in listed:
        words = group.split()
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(words) for word, words in found.items()}


class _Alternatives(dict[str, frozenset[str]]):
    """The stems that may stand for each stem that was asked for: joined only then, as a text has few of all that are listed."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self._groups = defaultdict[str, list[tuple[str, ...]]](list)
        known = lexicon(base)
        irregular, synonyms = (
            [*map(str.split, each)] for each in (known.irregular, known.synonyms)
        )
        stem_of = stems_of(base, chain.from_iterable((*irregular, *synonyms))).__getitem__
        # By its first word alone: "found" is "discovered", but "find" is not "establish".
        heads = {first: others for first, *others in irregular}
        forms = _irregular(base) if base == "de" else heads
        for group in synonyms:
            if not forms.keys().isdisjoint(group):
                group.extend(chain.from_iterable([forms.get(each, ()) for each in group]))
        for group in (*irregular, *synonyms):
            stems = tuple(map(stem_of, group))
            for each in stems:
                self._groups[each].append(stems)

    def __missing__(self, stem: str) -> frozenset[str]:
        found = frozenset(chain.from_iterable(self._groups.get(stem, ()))) - {stem}
        self[stem] = found = found or prefixed(self._base, stem)
        return found


@cache
def alternatives(base: str) -> Mapping[str, frozenset[str]]:
    """Give for each stem of a language the stems that may stand for it, of irregular words in whatever form."""
    return _Alternatives(base)


_FIXED = ("be", "emp", "ent", "er", "miss", "ver", "zer")


@cache
def _irregular(base: str) -> dict[str, frozenset[str]]:
    """Give for each form of an irregular word its other forms; of German verbs with what may stand before them, too."""
    listed = _sets(lexicon(base).irregular)
    if base != "de":
        return listed
    found = dict[str, frozenset[str]]()
    for forms in {forms for word, forms in listed.items() if word.endswith("en")}:
        for prefix in (*_FIXED, *lexicon(base).particles):
            bare = (form.removeprefix("ge") if prefix in _FIXED else form for form in forms)
            own = frozenset(prefix + form for form in bare)
            found.update(dict.fromkeys(own, own))
    return found | listed


@cache
def irregular_of(base: str) -> dict[str, frozenset[str]]:
    """Give for each stem of an irregular word of a language the stems of its other forms."""
    found: dict[str, set[str]] = {}
    for word, others in _irregular(base).items():
        found.setdefault(stem(base, word), set()).update(stem(base, each) for each in others)
    return {word: frozenset(others) for word, others in found.items()}


def prefixed(base: str, stem: str) -> frozenset[str]:
    """Give the stems of the other forms of an irregular English verb with something before it: rewrote, of rewritten."""
    known = irregular_of(base) if base == "en" and stem.startswith(_PREFIXES) else {}
    return frozenset(
        prefix + form
        for prefix in _PREFIXES
        if known and stem.startswith(prefix)
        for bare in (stem.removeprefix(prefix), f"{stem.removeprefix(prefix)}e")  # wrote keeps it
        for other in known.get(bare, ())
        for form in (other, other.removesuffix("e"))
    )


def is_same_family(one: str, other: str) -> bool:
    """Whether two stems begin alike for long enough: `oppos` and `opposit`."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < SHORTEST_FAMILY or len(longer) - len(shorter) > _LONGEST_SUFFIX:
        return False
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(shorter, longer, strict=False))
    )
    return alike >= max(SHORTEST_FAMILY, len(shorter) - 1)


@lru_cache(maxsize=4096)
def derived(stem: str) -> tuple[str, ...]:
    """Give what a short stem may be told as in another sort of word: fond, fondation."""
    short = SHORTEST_FAMILY - 1
    if len(stem) == short:
        return tuple(stem + each for each in _DERIVING)
    return (stem[:short],) if stem[short:] in _DERIVING else ()


def is_part_of(one: str, other: str) -> bool:
    """Whether one stem begins or ends the other: `stund` in `betriebsstund`."""
    shorter, longer = sorted((one, other), key=len)
    is_long = len(shorter) >= _SHORTEST_PART
    return is_long and (longer.startswith(shorter) or longer.endswith(shorter))


def is_other_vowel(one: str, other: str) -> bool:
    """Whether two stems differ in their vowels alone: `brech`, `broch`."""
    bones = _VOWELS.sub("", one)
    return (
        len(bones) >= _FEWEST_CONSONANTS and one[0] == other[0] and bones == _VOWELS.sub("", other)
    )


def _inflected(base: str, word: str) -> frozenset[str]:
    """Give a word with its regular past, where no stemmer brings the two together: bestätigte."""
    if base not in ("de", "nl") or not word.endswith("en"):
        return frozenset([word])
    root = word[:-2]
    pasts = ("t", "te", "ten") if base == "de" else ("t", "de", "den", "te", "ten")
    link = "e" if root.endswith(("t", "d")) and base == "de" else ""
    return frozenset([word, *(f"{root}{link}{past}" for past in pasts), f"ge{root}{link}t"])


@cache
def opposites_of(base: str) -> dict[str, tuple[str, ...]]:
    """Give for the stem of a word of a language the words that mean its opposite."""
    found: dict[str, set[str]] = {}
    stem_of, small = stems_of(base).__getitem__, lexicon(base).function_words
    # What is a small verb, too, has no other forms as the opposite of something: est, été.
    forms = {word: all for word, all in _irregular(base).items() if word not in small}
    for one, other in map(str.split, lexicon(base).opposites):
        ones = forms.get(one) or _inflected(base, one)
        others = forms.get(other) or _inflected(base, other)
        for each in map(stem_of, ones):
            found.setdefault(each, set()).update(others)
        for each in map(stem_of, others):
            found.setdefault(each, set()).update(ones)
    return {word: tuple(sorted(others)) for word, others in found.items()}


class Deed(NamedTuple):
    """What a word tells of, where a language's `scenes` have it: which scene, and what is done in it."""

    scene: int
    deed: int


def deeds_of(base: str, forms: Iterable[str]) -> Iterator[tuple[Deed, str]]:
    """Yield what some words say to be done, each with its word: nothing of most."""
    known = lists_of(base)
    for form in [form for form in forms if known[form] & _SCENES]:
        yield from ((deed, form) for deed in _deeds(base, form))


@lru_cache(maxsize=4096)
def _deeds(base: str, form: str) -> frozenset[Deed]:
    return frozenset(
        deed
        for word, is_whole, deed in _scenes(base).get(form[:1], ())
        if (form == word if is_whole else form.startswith(word))
    )


@cache
def _scenes(base: str) -> dict[str, list[tuple[str, bool, Deed]]]:
    """Give by first letters the words of all scenes, whole or how they begin, and what is done."""
    found: dict[str, list[tuple[str, bool, Deed]]] = {}
    for scene, deeds in enumerate(lexicon(base).scenes):
        for deed, listed in enumerate(deeds.split("/")):
            for word in listed.split():
                bare = word.removesuffix("*")
                found.setdefault(bare[:1], []).append((bare, bare == word, Deed(scene, deed)))
    return found


def denied_forms(form: str, prefixes: Iterable[str]) -> Iterator[str]:
    """Yield a word with a prefix that denies, or without: unlawful for lawful."""
    for prefix in prefixes:
        bare = form.removeprefix(prefix)
        if bare != form and len(bare) >= _SHORTEST_PART:
            yield bare
        elif len(form) >= _SHORTEST_PART:
            yield f"{prefix}{form}"
