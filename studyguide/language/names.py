"""Words and signs of what a curator wrote; what is alike in forms of a name, and of a place and its people."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from studyguide.patterns import lazy

_ELIDED = r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|d?all|dell|nell|sull|un)[’'](?=[^\W\d_])|(?:[CDJLMNST]|Qu)[’'](?=[a-zß-ÿ])"
_TOKEN = lazy(
    rf"{_ELIDED}|[^\W\d_](?:[\w’'-]*\w)?(?:(?<=\b[A-ZÀ-Þ])\.(?=\s?[A-ZÀ-Þ]))?|[^\s\w]|\d[\w.,-]*"
)
_POSSESSIVE = "'s", "’s"
ADJECTIVE = lazy(r"(?:ish|ese|ists?|(?<!thwa)ites?|akhs?|[ei]ans?|iets?|ench|utch|[a-z]-[a-z]+)$")
_ENDS = frozenset('.?!:;“"•|¦')


class Token(NamedTuple):
    """A word or sign of a text and where it stands there; `opens` if it comes first in a sentence."""

    shown: str
    opens: bool
    at: int = 0

    @property
    def is_capital(self) -> bool:
        """Whether it is a word with a capital."""
        return self.shown[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """Split a text into words, possessive endings, what is elided before one, and signs."""
    tokens: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(text):
        shown = match[0]
        word = shown[:-2] if shown.endswith(_POSSESSIVE) else shown
        tokens.append(Token(word, opens, match.start()))
        if word != shown:
            tokens.append(Token("’s", opens=False, at=match.end() - 2))
        is_end = shown in _ENDS or (shown[-1] == "." and shown[0].isdigit())  # in 1275. Nobody
        opens = is_end or (opens and not shown[0].isalnum())
    return tokens


@cache
def name_key(form: str) -> str:
    """Reduce a name to what stays alike in `Ural`, `Urals` and `Ural's`, in `État` and `Etat`."""
    form = form.removesuffix("'s")
    form = form.removesuffix("s") if len(form) > 3 else form
    return form if form.isascii() else "".join(map(_bare, form))


@cache
def _bare(letter: str) -> str:
    """Give a Latin letter without its accent, which capitals often lack."""
    return unicodedata.normalize("NFD", letter)[0] if letter < _BEHIND_LATIN else letter


_BEHIND_LATIN = "\u0250"
_OF_A_PLACE = lazy(r"(?:a|o|ia|e?y|e|en|al|any|l?and|in|)$")
_OF_ITS_PEOPLE = lazy(r"(?:n|i?an|ean|nian|[nt]?ish|u?ese|i|ic|k)$")
_SHORTEST_ROOT, _USUAL_ROOT = 3, 4
"""Letters that a country and its people share: where both ends are plain to see; else."""


def is_of_one_place(one: str, other: str) -> bool:
    """Whether of two names one is a place and one its people or what is of it: Russia, Russian."""
    places = _of_places()
    if name_key(one) in places and not places[name_key(one)].isdisjoint(
        places.get(name_key(other), ())
    ):
        return one != other
    if one[:_SHORTEST_ROOT] != other[:_SHORTEST_ROOT] or one == other:
        return False
    return any(
        not _place_roots(place).isdisjoint(_people_roots(people))
        for place, people in ((one, other), (other, one))
    )


def places_by_people(words: Iterable[str], places: Iterable[str]) -> dict[str, str]:
    """Give of words that are said of a place, or of its people, that place, where it is one of these only: Chinese, China."""
    listed = _of_places()
    by_root: defaultdict[str | int, set[str]] = defaultdict(set)
    for place in places:
        small = place.casefold()
        for root in (*_place_roots(small), *listed.get(name_key(small), ())):
            by_root[root].add(place)
    found: dict[str, str] = {}
    for word in words:
        small = word.casefold()
        roots = (*_people_roots(small), *listed.get(name_key(small), ()))
        of = set[str]().union(*(by_root.get(root, ()) for root in roots)) - {word}
        if len(of) == 1:
            found[word] = of.pop()
    return found


@cache
def _place_roots(place: str) -> frozenset[str]:
    """Give what is left of the name of a place without what places end with."""
    key = name_key(place)
    return frozenset(
        key[:at]
        for at in range(_SHORTEST_ROOT, len(key) + 1)
        if (at >= _USUAL_ROOT or key[at:] in _PLAIN) and _OF_A_PLACE.fullmatch(key, at)
    )


@cache
def _people_roots(people: str) -> frozenset[str]:
    """Give what is left of a word without what words for people end with."""
    key = name_key(people)
    return frozenset(
        key[:at] for at in range(_SHORTEST_ROOT, len(key) + 1) if _OF_ITS_PEOPLE.fullmatch(key, at)
    )


_PLAIN = ("e", "and", "any", "in")
_UNLIKE = (
    "dutch netherlands holland", "danish dane denmark", "swedish swede sweden", "frisian friesland frisia",
    "french france", "swiss switzerland", "greek greece", "spanish spaniard spain", "turkish turk turkey",
    "polish pole poland", "finnish finn finland", "welsh wales", "norwegian norway", "english england",
    "british briton britain", "scottish scot scots scotland", "irish ireland", "flemish flanders",
    "norman normandy", "burgundian burgundy", "icelandic iceland", "portuguese portugal", "thai thailand",
    "afghan afghanistan", "peruvian peru", "genoese genoa", "venetian venice", "florentine florence",
    "neapolitan naples", "milanese milan", "viennese vienna", "parisian paris", "roman rome", "athenian athens",
    "moroccan morocco", "czech bohemia", "bavarian bavaria", "saxon saxony", "hessian hesse", "catalan catalonia",
    "cornish cornwall", "maltese malta", "lebanese lebanon", "iraqi iraq", "congolese congo",
)  # fmt: skip
"""What is of a place by another root than its name, or by a shorter one than `is_of_one_place` goes by."""


@cache
def _of_places() -> dict[str, frozenset[int]]:
    found = [(name_key(each), at) for at, listed in enumerate(_UNLIKE) for each in listed.split()]
    return {word: frozenset(at for each, at in found if each == word) for word, _ in found}
