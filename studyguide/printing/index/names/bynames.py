"""What stands behind a name and is no surname: where somebody came from, what else somebody was called."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import is_particle, joined

_OF_PORTUGUESE: Final = frozenset(
    """
    anunciação barca câmara conceição costa cruz cunha encarnação esperança fonseca fontoura gama glória graça guarda guia
    luz maia mata matta mota motta nóbrega paz penha piedade ponte porto rocha rosa serra silva silveira trindade veiga
    sangallo verrazano verrazzano
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""Behind "da" these are surnames: Vasco da Gama; and two of Italians are."""

_PORTUGUESE: Final = frozenset(("gl", "pt"))

_CALLED: Final = {
    "de": "genannt|gen\\.|bekannt als|auch",
    "en": "(?:(?:also|better|commonly|later|often|usually) )?(?:called|dubbed|known as|nicknamed)|a\\.?k\\.?a\\.?",
    "es": "llamad[oa]|conocid[oa] como|apodad[oa]|alias",
    "fr": "(?:sur)?nommée?|dite?|appelée?|connue? sous le nom d[e’]|alias",
    "it": "dett[oa]|chiamat[oa]|soprannominat[oa]|not[oa] come",
    "nl": "(?:bij)?genaamd|bekend als",
    "pl": "zwan[yae]|znan[yae] jako",
    "pt": "chamad[oa]|conhecid[oa] como|apelidad[oa]",
    "ru": "прозванн(?:ый|ая)|по прозвищу|известн(?:ый|ая) как",
}
_OTHER_NAME: Final = re.compile(
    rf"(?P<name>[^,]+), (?P<byname>(?:{'|'.join(_CALLED.values())}) (?P<other>.+))"
)

_WORD: Final = r"[^\W\d_a-zà-ÿ][\w’'-]*"
_BORN: Final = re.compile(
    r"(?<!\w)(?:[Bb]orn(?: as)?|[Gg]eboren(?: als)?|geb\.|[Nn]ée?|(?:[Nn]at|[Nn]acid|[Nn]ascid)[oa](?: come| como)?"
    r"|eigentlich|bürgerlich|właśc\.|urodzon[ya] jako)"
    rf" (?P<name>{_WORD}(?: (?:(?:af|av|da|de|del|den|der|di|do|dos|du|la|le|ten|ter|van|von|zu) )*{_WORD})+)"
)
"""How somebody was called before."""

_YEAR: Final = re.compile(r"[5-9]\d\d|1[0-9]\d\d|20\d\d")
_BEFORE_YEARS: Final = frozenset(
    """
    about after around before by circa from in since until year ab bis im in jahr nach seit um vor en vers an hacia año anno
    circa nel il in verso jaar omstreeks rond w około po przed roku
    """.split()  # noqa: SIM905, a list is easier to read so
)
_END: Final = Token(".", opens=False)

_OLD = 1400
"""Who lived before had a byname of the place rather than a surname."""


def without_byname(name: str) -> tuple[str, str]:
    """Part a name from what else somebody was called, behind its comma: `Margery Vane`, `called Red Madge`; that is mostly empty."""
    found = _OTHER_NAME.fullmatch(name)
    return (found["name"], found["byname"]) if found else (name, "")


def names_of_one(name: str) -> tuple[str, ...]:
    """Give the parts by which somebody is called as well: `Margery Vane`, and `Red Madge`, of the above; what has no capital is none."""
    found = _OTHER_NAME.fullmatch(name)
    return (
        tuple(each for each in found.group("name", "other") if each[0].isupper()) if found else ()
    )


def born_as(text: str) -> str:
    """Give the name with which a text tells that somebody was born, if that has a given name: Gerard Kremer; mostly it is empty."""
    found = _BORN.search(text)
    return found["name"] if found and is_given(found["name"].split()[0]) else ""


def is_from_a_place(words: Sequence[str], tag: str) -> bool:
    """Whether an Italian is told by where he came from, and has no surname: Guido da Siena, but not Vasco da Gama."""
    if tag in _PORTUGUESE or len(words) < 3 or words[1] != "da":
        return False
    place = [each for each in words[2:] if not is_particle(each)]
    return len(place) == 1 and place[0].casefold() not in _OF_PORTUGUESE


def as_called(items: Iterable[Sequence[Sequence[Token]]], language: Language) -> dict[str, str]:
    """Give the headings of those whom texts call by one part of the name and never by another, where no rule knows which is looked up.

    Of old most are told by the given name: Hildegard von Bingen; an item that names one tells a year before 1400, and none after, and
    none calls her Bingen. By the place behind a surname others are: Maupertuis, Pierre Moreau de.
    """
    told = [[*texts] for texts in items]
    alone = {word for texts in told for tokens in texts for word in _alone(tokens, language)}
    names = {name for texts in told for tokens in texts for name in _names(tokens)}
    years = _years(told)
    named = Counter(name.given for name in names if name.particles)
    found = dict[str, str]()
    for given, surname, particles, last in names:
        whole = joined((given, *surname, *particles, last))
        is_old = bool(years[given]) and max(years[given]) < _OLD
        is_only = named[given] == 1 and last not in alone
        if particles and not surname and is_old and is_only:
            found[whole] = whole
        elif particles and surname and last in alone and surname[-1] not in alone:
            found[whole] = f"{last}, {joined((given, *surname, *particles))}"
    return found


class _Name(NamedTuple):
    """A name of which a given name is first: what else stands before the particles, these, and the last word; particles may be none."""

    given: str
    surname: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    last: str = ""


def _years(items: Iterable[Iterable[Sequence[Token]]]) -> dict[str, set[int]]:
    """Give the years of the items that name somebody, by the given name."""
    years = defaultdict[str, set[int]](set)
    for texts in items:
        tokens = [token for each in texts for token in each]
        told = {year for each in texts for year in _years_in(each)}
        for name in _names(tokens):
            years[name.given] |= told
    return years


def _years_in(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield what may be a year: behind what stands before one, or before a sign, and any of later times; not 1200 men."""
    for at, token in enumerate(tokens):
        year = token.shown.rstrip(".,")
        if not _YEAR.fullmatch(year):
            continue
        before = tokens[at - 1].shown.casefold() if at else ""
        after = tokens[at + 1].shown if year == token.shown and at + 1 < len(tokens) else "."
        is_sure = before in _BEFORE_YEARS or not after[0].isalnum()
        if is_sure or int(year) >= _OLD:
            yield int(year)


def _names(tokens: Sequence[Token]) -> Iterator[_Name]:
    """Yield each name that begins with a given name; the whole where particles and one more word follow, or the given name alone."""
    for at, token in enumerate(tokens):
        is_first = token.is_capital and (not at or not tokens[at - 1].is_capital)
        if not is_first or not is_given(token.shown):
            continue
        surname = [*takewhile(lambda each: each.is_capital, tokens[at + 1 :])]
        end = at + 1 + len(surname)
        particles = [*takewhile(lambda each: is_particle(each.shown), tokens[end:])]
        behind = tokens[end + len(particles) :][:2]
        is_whole = bool(particles) and bool(behind) and behind[0].is_capital
        if is_whole and not any(each.is_capital for each in behind[1:]):
            between = [tuple(each.shown for each in run) for run in (surname, particles)]
            yield _Name(token.shown, between[0], between[1], behind[0].shown)
        else:
            yield _Name(token.shown)


def _alone(tokens: Sequence[Token], language: Language) -> Iterator[str]:
    """Yield the words with a capital that have none beside them, and no particle but what is one only in English: did de Machaut say."""
    for at, token in enumerate(tokens):
        if not token.is_capital:
            continue
        near = [*tokens[:at][:-3:-1], _END, _END][:2]
        after = tokens[at + 1] if at + 1 < len(tokens) else _END
        is_own = is_particle(near[0].shown) and near[0].shown != "of" and language.is_english
        before = near[1] if is_own else near[0]
        is_free = not (before.is_capital or after.is_capital)
        if is_free and not (is_particle(before.shown) or is_particle(after.shown)):
            yield token.shown
