"""Places that are known everywhere, in any language, and those that German texts name, where each noun has a capital: in Mannheim."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.titles import is_before_names

_WORDS_TOO: Final = frozenset(
    """
    center christmas easter factory grenade jersey male mali midway nice phoenix reunion réunion troll wake
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What is another word as often."""

_SHORTEST: Final = 3

_TOWARDS: Final = frozenset(("bis", "nach", "richtung", "zwischen"))
_LOCAL: Final = (
    frozenset(("auf", "aus", "bei", "durch", "in", "nahe", "unweit", "von", "über")) | _TOWARDS
)
"""Behind both kinds of these a place stands, and a noun without its article seldom."""

_KINDS: Final = frozenset(
    """
    dorf fluss gemeinde gletscher grafschaft halbinsel hafenstadt hauptstadt insel kloster königreich ort provinz schloss stadt
    städtchen vulkan
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""Right behind these a place is named: auf der Insel Sumbawa."""

_FIRST_OF_TWO: Final = frozenset(
    "alt bad el fort gross klein la las le los neu new saint san sankt santa são".split()  # noqa: SIM905
)
_FOREIGN: Final = frozenset(("El", "Las", "Los", "New", "Saint", "San", "Santa", "São"))
"""With these names of two words begin wherever they stand."""

_REGIONS: Final = frozenset(  # ss for ß
    """
    andalusien apulien baden bayern brabant burgund böhmen england flandern franken galizien hessen kalabrien karlsruhe
    katalonien kärnten mähren neapel ostpreussen pommern preussen sachsen savoyen schlesien schottland schwaben siebenbürgen sizilien
    tirol wales wallonien westfalen westpreussen
    aachen antwerpen basel belfast bern bonn bremen breslau brügge brünn danzig dortmund dresden erfurt florenz genf gent genua
    graz hannover innsbruck jena kiel krakau köln leipzig lemberg linz lübeck lüttich lyon mailand mainz marseille münchen padua
    pisa prag rostock rouen stuttgart trier triest turin venedig weimar worms
    """.split()  # noqa: SIM905
)
"""Regions and cities that no other rule tells."""

_PLACE: Final = re.compile(
    r"\w{2,}(?:bach|beuren|berg|born|bronn|brunn|brück|brücken|burg|büttel|dorf|furt|gau|hafen|(?<!be)hagen|hausen|heim|hofen|horst|kirchen|münde|münster|nau|nitz|rode|sau|scheid|st[aä]dt|"
    r"stedt|stein|stetten|thal|walde|weiler|werder|wil|witz|zell|[^r]ingen)|\w{3,}[aoy]"
    r"|\w*[àáâçèéêëìíîñòóôõøùúûåæœšžčřěýłńśźż]\w*"
)
"""So places end in German, or words of other languages."""

_PART: Final = re.compile(
    r"(?:nord(?:ost|west)?|süd(?:ost|west)?|ost|west|mittel|zentral|ober|unter|nieder|inner|hinter|vorder)-?(\w+)"
)
"""A part of a country: Süddeutschland, Oberbayern."""

_OF_RIVERS: Final = frozenset(
    "Einzugsgebiet Furt Furten Mittellauf Nebenfluss Oberlauf Quellgebiet Unterlauf Zufluss".split()  # noqa: SIM905
)
_WATERS: Final = re.compile("Bach(?:e?s)?|Fluss(?:es)?|Gewässers?|Strom(?:e?s)?")
"""Behind the first and an article a river is named: die Furt der Leinach; but not a stream as such."""

_MOTIVES: Final = frozenset(
    "Adel Berufung Hass Liebe Mitleid Neugier Not Pflicht Prinzip Sorge Spaß Trotz Zufall Zwang".split()  # noqa: SIM905
)
"""Out of these somebody is something, as another is from a place: Jurist aus Prinzip."""

_NOUN: Final = re.compile(
    r"\w*(?:anz|enz|heit|keit|ion|ismus|ität|nis|schaft|tum|ung|ur|ik|zeit|arbeit|weise)"
    r"|anbau|anfang|art|auto|bau|büro|foto|gold|haus|hause|heim|kilo|kino|klima|land|moll|niveau|silber|singen|springen|soda|tempo|thema"
    r"|ton|\w*(?:feuer|sand|kalk|edel|grenz|bern|back|ziegel|mühl)stein|klingen|schwingen|dingen|gelingen|konto|porto|milch"
    r"|aroma|aula|café|coupé|negligé|portepée|drama|firma|kamera|komma|malaria|oma|opa|panorama|pizza|prosa|razzia|skala|soda|villa"
    r"|cello|duo|echo|embargo|esperanto|ghetto|klavierduo|lotto|manko|motto|piano|radio|risiko|saldo|solo|studio|trio|video"
    r"|baby|derby|handy|hobby|party|pony|story"
)
_BEFORE_NOUNS: Final = re.compile(
    r"(?:de[mnrs]|die|das|am|beim|im|ins|vom|zu[mr]|(?:k?ein|mein|dein|sein|ihr|unser|dies|jed|jen|manch|welch|solch)(?:e[mnrs]?)?|alle[mnrs]?)"
)
"""Behind these stands a noun with its article, and a place only if it has another word before."""

_PAIRED: Final = "und"
_NO_ENDS: Final = frozenset(
    "Amt Generation Hand Haus Hause Jahr Mensch Mund Nord Norden Ort Ost Osten Süd Süden Tag Tür West Westen".split()  # noqa: SIM905
)
"""What goes from one to another as well, and is no place: von Osten nach Westen."""

_END: Final = Token(".", opens=False)


@cache
def known_places(tag: str) -> frozenset[str]:
    """Give the names of countries, and of the cities by which time is told, in a language: Lisbonne, Frankreich."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    zones = {
        zone: zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")
    }
    zones |= {zone: told["city"] for zone, told in locale.time_zones.items() if "city" in told}
    cities = {city for zone, city in zones.items() if not zone.startswith("Etc/")}
    return frozenset(name for name in {*cities, *locale.territories.values()} if _is_sure(name))


def _is_sure(name: str) -> bool:
    is_long = (
        len(name) >= _SHORTEST
        and not name.isupper()
        and name.replace(" ", "").replace("-", "").isalpha()
    )
    return (
        is_long and name[0].isupper() and name.casefold() not in _WORDS_TOO and not is_given(name)
    )


class _Used(NamedTuple):
    """A word, or two, with a capital, and what stands before: a small word, or a kind of place."""

    name: str
    before: str
    pair: str


def places_of_nouns(
    texts: Iterable[Sequence[Token]], language: Language, roles: Iterable[Sequence[Token]] = ()
) -> dict[str, str]:
    """Give the places that German texts name, each with its heading; nothing in other languages.

    One is known everywhere, or stands behind a small word without its article, and behind another of them as well or ends as
    places do; or behind what it is, or beside one of these; or where somebody is from, as `roles` tell.
    """
    if language.tag.partition("-")[0] != "de":
        return {}
    known = [*texts]
    nouns = {
        token.shown
        for tokens in known
        for before, token in zip([_END, *tokens], tokens, strict=False)
        if _BEFORE_NOUNS.fullmatch(before.shown.casefold())
    }
    everywhere = known_places("de")
    shown = {token.shown for tokens in known for token in tokens}
    shown |= {f"{one.shown} {other.shown}" for tokens in known for one, other in pairwise(tokens)}
    found = {form: name for name in everywhere for form in _forms(name) if form in shown}
    before, pairs = defaultdict[str, set[str]](set), list[tuple[str, str]]()
    for each in (used for tokens in known for used in _uses(tokens)):
        small = each.name.casefold()
        is_noun = (each.name in nouns and each.before not in _KINDS) or _NOUN.fullmatch(small)
        if not is_noun and not is_given(each.name):
            before[each.name].add(each.before)
            pairs += [(each.pair, each.name)] if each.pair else []
    sure = {name for name, words in before.items() if _is_place(name, words, shown)}
    for one, other in (*pairs, *pairs):
        is_route = "nach" in before[other] and {one, other}.isdisjoint(_NO_ENDS)
        if (is_route or {one, other} & (sure | found.keys())) and before[one] and before[other]:
            sure |= {one, other}
    sure |= {*_rivers(known)} | {*_homes(roles)}
    return found | {name: name for name in sure if name not in found}


def _rivers(texts: Iterable[Sequence[Token]]) -> Iterator[str]:
    """Yield rivers by what is only of one: die Furt der Leinach, am Oberlauf des Neckars."""
    for tokens in texts:
        for kind, article, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
            is_one = (
                kind.shown in _OF_RIVERS and name.is_capital and not _WATERS.fullmatch(name.shown)
            )
            if is_one and article.shown in ("der", "des"):
                yield name.shown.removesuffix("s") if article.shown == "des" else name.shown


def _homes(roles: Iterable[Sequence[Token]]) -> Iterator[str]:
    """Yield where somebody is from: Zoologe aus Wisconsin, but not Jurist aus Prinzip."""
    for tokens in roles:
        at = next((at for at, each in enumerate(tokens) if each.is_capital), len(tokens))
        out, home, after = [*(tokens[at + 1 : at + 4]), _END, _END, _END][:3]
        is_one = out.shown == "aus" and home.is_capital and not after.is_capital
        if is_one and home.shown not in _MOTIVES and not _NOUN.fullmatch(home.shown.casefold()):
            yield home.shown


def _forms(name: str) -> tuple[str, ...]:
    """Give a name as it is called, and in the dative: Niederlanden, Vereinigten Staaten."""
    first, _, rest = name.partition(" ")
    return (name, f"{first}n {rest}".strip()) if first.endswith("e") else (name,)


def _is_place(name: str, before: set[str], shown: set[str]) -> bool:
    """Whether what stands before a name, and how it ends, tell a place."""
    small = name.casefold()
    part = _PART.fullmatch(small)
    if not before.isdisjoint(_KINDS) or " " in name or small in _REGIONS:
        return True
    if part and (part[1] in _REGIONS or part[1].capitalize() in known_places("de")):
        return True
    local = before & _LOCAL
    is_two = not local.isdisjoint(_TOWARDS) and len(local) > 1
    has_people = any(f"{stem}er" in shown for stem in (name, name.removesuffix("en"), name[:-1]))
    is_like = bool(_PLACE.fullmatch(small)) or has_people
    return is_two or (is_like and (bool(local) or _PAIRED in before))


def _uses(tokens: Sequence[Token]) -> Iterator[_Used]:
    """Yield what may be a place, with what stands before, and the other of a pair: zwischen Paris und Rouen, von Köln nach Bonn."""
    for at, token in enumerate(tokens):
        before = tokens[at - 1].shown.casefold() if at else ""
        is_kind = before.removesuffix("s") in _KINDS or before in _KINDS
        is_foreign = token.shown in _FOREIGN
        if not token.is_capital or not (is_foreign or is_kind or before in _LOCAL):
            continue
        if token.opens and not is_foreign:
            continue
        is_saint = token.shown.casefold() in _FIRST_OF_TWO
        if is_before_names(token.shown) and not is_saint:
            continue
        if token.shown.casefold() in _KINDS | _TOWARDS:
            continue
        behind = [*tokens[at + 1 : at + 3], _END, _END][:2]
        is_two = token.shown.casefold() in _FIRST_OF_TWO and behind[0].is_capital
        if behind[0].is_capital != is_two or (is_foreign and not is_two):
            continue
        name = f"{token.shown} {behind[0].shown}" if is_two else token.shown
        yield _Used(
            name, before.removesuffix("s") if is_kind and before not in _KINDS else before, ""
        )
        is_pair = (before, behind[0].shown) in {("zwischen", "und"), ("von", "nach")}
        if is_pair and behind[1].is_capital:
            yield _Used(behind[1].shown, _PAIRED, name)
