"""Names in what a curator wrote: runs of capitalised words, told from words that open a sentence."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.patterns import lazy

_ELIDED = r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|d?all|dell|nell|sull|un)[’'](?=[^\W\d_])|(?:[CDJLMNST]|Qu)[’'](?=[a-zß-ÿ])"
_TOKEN = lazy(
    rf"{_ELIDED}|[^\W\d_](?:[\w’'-]*\w)?(?:(?<=\b[A-ZÀ-Þ])\.(?=\s?[A-ZÀ-Þ]))?|[^\s\w]|\d[\w.,-]*"
)
_JOINING = frozenset((
    "of", "the", "on", "de", "du", "des", "del", "della", "di", "da", "do", "dos", "das", "von",
    "van", "der", "den", "ter", "ten", "zu", "la", "le", "les", "los", "las", "el",
))  # fmt: skip
_OF_PERSONS = _JOINING - {"of", "the", "on"}
_NO_NAMES = frozenset((
    "i", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mr", "mrs", "dr",
    "president", "striker", "miner", "section", "statement",
))  # fmt: skip
_MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
))  # fmt: skip
_POSSESSIVE = "'s", "’s"
_BEFORE_A_NAME = frozenset(["the", "this", "that", "its", "his", "her", "their", "our", "’s"])
ADJECTIVE = lazy(r"(?:ish|ese|ists?|(?<!thwa)ites?|akhs?|[ei]ans?|iets?|ench|utch|[a-z]-[a-z]+)$")
_ENDS = frozenset('.?!:;“"•')


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


def names_in(texts: Iterable[list[Token]], language: Language) -> set[str]:
    """Collect the names of all texts; none where every noun has a capital."""
    if not language.marks_names:
        return set()
    known = [*texts]
    small = {token.shown for tokens in known for token in tokens if not token.is_capital}
    runs = [run for tokens in known for run in _runs(tokens, small, language)]
    sure = {run.shown for run in runs if " " in run.shown or not run.opens}
    sure -= {run.shown for run in runs if run.opens and _after_joining(run.shown) in sure}
    ends = {name.split()[-1] for name in sure if " " in name and not _is_joined(name)}
    return {name for name in sure - ends if _is_worth_it(name)}


def names_shown(
    drawn: Sequence[Token], texts: Sequence[Sequence[Token]], known: set[str], language: Language
) -> set[str]:
    """Collect names that stand on a map, and in texts only where a capital tells nothing: in a quotation, or first.

    `known` are those that texts tell; what shows fewer of these than of others is no map, but a machine, say.
    """
    parts = {word.casefold() for name in known for word in name.split()}
    shown = {token.shown.casefold() for token in drawn if token.is_capital}
    if not language.marks_names or shown.isdisjoint(parts):
        return set()
    small = {token.shown for tokens in (drawn, *texts) for token in tokens if not token.is_capital}
    others = shown - parts - small - _NO_NAMES - _MONTHS
    others = {*language.without_function_words(others)}
    found = {
        " ".join(token.shown for token in run)
        for tokens in texts
        for is_other, run in groupby(tokens, lambda each: each.shown.casefold() in others)
        if is_other
    }
    return set(filter(_is_worth_it, found)) if len(found) <= len(shown & parts) else set()


def _after_joining(name: str) -> str:
    """Give what a name's first word is only joined to: Formation of the [Fourth International]."""
    words = name.split()
    rest = next((at for at, word in enumerate(words) if at and word[0].isupper()), 1)
    return " ".join(words[rest:]) if rest > 1 else ""


def _is_joined(name: str) -> bool:
    """Whether its last word is what another thing is of: Thomas of Woodbridge."""
    return name.split()[-2] in _JOINING


def _is_worth_it(name: str) -> bool:
    """Whether anybody would look it up: no adjective is."""
    last = name.rsplit(maxsplit=1)[-1]
    is_noun = (" " in name and last.startswith("Soviet")) or not ADJECTIVE.search(last)
    return len(name) > 2 and is_noun


def _runs(tokens: list[Token], small: set[str], language: Language) -> Iterator[Token]:
    """Yield runs of capitalised words; small words may hold them together."""
    run: list[str] = []
    opens = False
    pending: list[str] = []
    end = Token(".", opens=False)
    for before, token, after in zip(
        [end, *tokens], [*tokens, end], [*tokens[1:], end, end], strict=False
    ):
        word = token.shown.casefold()
        is_name = word not in _NO_NAMES and not _merely_opens(token, small, language)
        if word in _MONTHS:
            is_name = bool(run) or _names_an_event(before, after)
        is_name |= bool(run) and not _OF_PERSONS.isdisjoint(pending)  # Willem van der Meer
        if token.is_capital and is_name:
            opens = opens if run else token.opens
            run += [*pending, token.shown]
            pending = []
        elif run and word in _JOINING and len(pending) < 2:
            pending.append(token.shown)
        else:
            if run:
                yield Token(" ".join(run), opens)
            run, pending = [], []


def _names_an_event(before: Token, after: Token) -> bool:
    """Whether a month belongs to a name: the October Revolution, but not in October Lenin."""
    word = before.shown.casefold()
    is_told = word in _BEFORE_A_NAME or before.shown[0].isdigit()
    return is_told and after.is_capital and after.shown.casefold() not in _NO_NAMES | _MONTHS


def _merely_opens(token: Token, small: set[str], language: Language) -> bool:
    """Whether a word may have its capital only because a sentence begins with it."""
    word = token.shown.casefold()
    return language.is_function_word(word) or (token.opens and word in small)


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
