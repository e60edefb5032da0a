"""What stands before the name of a person and is no part of it, and what stands behind it: Sir, Pope; Jr."""

import re
from typing import Final

from studyguide.printing.index.names.given_names import is_given

_TITLES: Final = frozenset(
    """
    abbess abbot admiral archbishop brigadier commodore archduke ayatollah baron baroness bishop brother caliph canon captain cardinal chairman
    chairwoman chancellor colonel commander comrade corporal count countess dame deacon doctor dr duchess duke earl emir
    czar emperor empress father friar general governor imam judge justice king lady lieutenant lord madam madame major mayor
    marchioness marquess marquis marshal master minister miss monsieur mother mr mrs ms pastor pope premier president prime prince
    princess prior prof professor queen rabbi shah rev reverend saint secretary senator sergeant sheikh sir sister squire st
    sultan tsar tsarina venerable viscount viscountess capt cdr col fr gen gov hon lt maj pres rt sgt
    baronin bischof bruder bundeskanzler bundespräsident doktor frau fräulein freiherr fürst fürstin general gräfin graf
    hauptmann heilige heiliger herr herzog herzogin kaiser kaiserin kanzler kardinal könig königin kurfürst marschall
    minister oberst papst pater pfarrer präsident prinz prinzessin sankt schwester zar zarin
    abbé baronne capitaine cardinal chevalier colonel commandant comte comtesse duc duchesse empereur évêque frère général
    impératrice madame mademoiselle maître maréchal marquise mgr mme mlle monseigneur monsieur pape père président
    princesse reine roi sainte sœur
    capitán conde condesa coronel doña don emperador emperatriz fray general infanta infante marqués marquesa obispo padre
    papa presidente príncipe reina rey señor señora señorita sor sr sra srta
    capitano cardinale conte contessa don donna duca duchessa fra generale imperatore imperatrice marchese papa principe
    re regina signor signora signorina suor
    dom dona imperador imperatriz marquês presidente rainha rei
    bp car cesarz gen kard król królowa ks książę księżna o papież płk por rtm św święta święty
    broeder ds gravin hertog hertogin keizer keizerin koning koningin meneer mevrouw pastoor paus prins prinses zuster
    генерал господин госпожа граф графиня император императрица король князь княгиня маршал министр отец папа патриарх
    полковник президент профессор святой святая товарищ царевич царица царь акад ген гетьман князь полк св тов
    הרב רבי המלך המלכה הנביא הנשיא
    """.split()  # noqa: SIM905, a list is easier to read so
)

_ADDRESSES: Final = frozenset(
    """
    dame doctor doktor don doña dr frau fräulein herr herrn lady madam madame mademoiselle meneer mevrouw miss mlle mme monsieur
    mr mrs ms prof professor rev señor señora señorita signor signora signorina sir sr sra господин госпожа
    dhr dña docteur mej mevr mlles mm mmes profesor profesora professeur professeure professora professore professorin sig
    sig.na sig.ra srta академик доктор доцент профессор
    ddr dipl dr-ing drs ing inż ir judr lic mag mudr pd phdr rndr
    arch avv dott dott.ssa dottor dottoressa prof.ssa dra excmo excma ilmo ilma prof.ª pr
    pan pani г-жа г-н д-р доц инж пан пані проф δρ κα κος κ καθ ד״ר ד"ר פרופ׳ פרופ' מר גב׳ גב'
    """.split()  # noqa: SIM905
)
"""Those of them that stand before the name of a person only, or nearly so."""


_RANKS: Final = frozenset(
    "admiral brigadier captain colonel commodore corporal lieutenant sergeant".split()  # noqa: SIM905
)
"""Before one word with a capital these make a person of it, as General and Major do not: General Strike."""

_SOVEREIGNS: Final = frozenset(
    """
    caliph czar emperor empress king pope prince princess queen shah sultan tsar tsarina kaiser kaiserin könig königin papst
    zar zarin empereur impératrice pape reine roi emperador emperatriz papa reina rey imperatore imperatrice re regina rainha
    rei keizer keizerin koning koningin paus car król królowa papież император императрица король папа царица царь
    """.split()  # noqa: SIM905
)
"""Who is called by a given name behind such a title."""

_NOBLE: Final = frozenset(
    """
    baron baroness count countess duchess duke earl marchioness marquess marquis viscount viscountess baronin freiherr fürst
    fürstin graf gräfin herzog herzogin baronne comte comtesse duc duchesse marquise vicomte vicomtesse conde condesa
    marqués marquesa duque duquesa barone baronessa conte contessa duca duchessa marchese marchesa graaf gravin hertog
    hertogin hrabia hrabina książę księżna
    """.split()  # noqa: SIM905
)
"""Who is called by a surname, or a place, behind such a title."""

_BEFORE_NAMES: Final = _TITLES | _ADDRESSES | _NOBLE

_SAINTS: Final = frozenset(("saint", "st"))
_ROYAL_NAMES: Final = frozenset(("Christian", "Victoria"))
"""What is a place or an adjective as often, but not behind the title of a king."""

_PLACES_OF_SAINTS: Final = frozenset(
    "andrew andrews croix denis george helena john lawrence louis lucia martin paul thomas vincent".split()  # noqa: SIM905
)
_PEERS: Final = frozenset(("lady", "lord", "prince", "princess"))
_OF_PRINCES: Final = frozenset("consort elector imperial palatine regent royal".split())  # noqa: SIM905
_NUMERAL: Final = re.compile(r"[IVXL]+\.?")

_LEFT_OUT: Final = frozenset(("me", "messrs")) | _ADDRESSES - frozenset(
    ("dame", "don", "doña", "lady", "rev", "sir")
)
"""Those that are no part of a name in an index, where it tells a given name besides."""

_OFFICES: Final = re.compile(
    r"\w{3,}(?:anwalt|anwältin|direktor|direktorin|ingenieur|inspektor|meister|meisterin|präsident|präsidentin|professor|rat|rätin)"
)
"""So offices end that Germans put before a name, and an index leaves out: Kommerzienrat, Oberbürgermeister."""

_SHORT_ADDRESSES: Final = {"es": ("D.", "Dª", "D.ª"), "fr": ("M.",), "pl": ("P.", "p.")}
"""What is an initial in other languages: M. Dupont."""

_SHORT: Final = re.compile(r"(?:[^\W\d_]{1,7}\.)+|hab|habil|mult|ssa")
"""What goes on with a title."""

_ORDERS: Final = r"(?:MP|MEP|MdB|MSP|QC|KC|DBE|CBE|OBE|MBE|KBE|KCB|GCB|SJ|S\.J\.|OSB|OFM|OP|FRS|PhD|Ph\.D\.|M\.D\.|MD|CSc\.|DrSc\.)"
"""Offices, orders and degrees that stand behind a name in capitals."""

_GENERATIONS: Final = {
    "ca": "fill|pare|el (?:Vell|Jove)",
    "cs, sk, sl, hr": r"ml\.|st\.|(?:ml|mla)(?:ad|d)(?:ší|ši|ší|ý)|starš[íi]|staršia|mladšia|mlađi|stariji|mlajši|starejši",
    "da, nb, sv": r"den (?:yngre|ældre|eldre|äldre)|d\. ?[yæäe]\.",
    "de": r"[Jj]un\.|[Ss]en\.|d\. ?[JÄ]\.|(?:der|die) (?:Ältere|Jüngere)",
    "el": "[οη] (?:[Νν]εότερ|[Νν]εώτερ|[Ππ]ρεσβύτερ)(?:ος|η)",
    "en": r"[JjSs]r\.?|[Jj]unior|senior|the (?:Elder|Younger)",
    "es": "hijo|padre|hija|madre|el (?:Viejo|Joven|Mozo)|la (?:Vieja|Joven|Moza)",
    "fi": "nuorempi|vanhempi",
    "fr": "fils|père|fille|mère|aîné|cadet|l[’']A(?:ncien|îné)|le (?:Jeune|Vieux|Cadet)|la (?:Jeune|Vieille)",
    "he": "הבן|האב|הצעיר|הזקן",
    "it": "il (?:Vecchio|Giovane)|la (?:Vecchia|Giovane)|iuniore|seniore",
    "nl": "de (?:Oude|Oudere|Jonge|Jongere)",
    "pl": r"mł\.|(?:młodsz|starsz)[ya]",
    "pt": "o (?:Velho|Moço|Novo)|a (?:Velha|Moça|Nova)|pai",
    "ro": "cel (?:Tânăr|Bătrân)|cea (?:Tânără|Bătrână)|fiul|tatăl",
    "ru": r"мл\.|ст\.|(?:млад|стар)ш(?:ий|ая)",
    "uk, be": "молодш(?:ий|а)|старш(?:ий|а)|малодш[ыа]я?|старэйш[ыа]я?",
}
"""By language, behind a name: which of two of a family is meant."""

_BEHIND_A_NAME: Final = re.compile(
    rf"(?P<name>.+?),?\s(?P<which>{'|'.join((*_GENERATIONS.values(), _ORDERS)).replace(' ', chr(92) + 's')})"
)
_BEFORE_A_NAME: Final = re.compile(r"(?P<which>(?:ifj|id)\.)\s(?P<name>.+)")
"""So Hungarians tell it."""


def without_generation(name: str) -> tuple[str, str]:
    """Part the name of a person from what tells which of the family it is, behind it or before: `John Smith`, `Jr.`; that is mostly empty."""
    found = _BEHIND_A_NAME.fullmatch(name) or _BEFORE_A_NAME.fullmatch(name)
    return (found["name"], found["which"]) if found else (name, "")


def is_before_names(word: str) -> bool:
    """Whether a word stands before the names of persons: General, St., Major-General."""
    return _is_one(word, _BEFORE_NAMES) or bool(_OFFICES.fullmatch(word.casefold()))


def is_rank(word: str) -> bool:
    """Whether it is a rank of somebody in arms, or of a clergyman, whom texts call by it alone."""
    return word.casefold() in _RANKS | {"general", "reverend"}


def is_address(word: str) -> bool:
    """Whether it stands before nothing else: Mrs."""
    return _is_one(word, _ADDRESSES)


def is_ruler(word: str) -> bool:
    """Whether it is the title of somebody who is called by a given name: King, Pope."""
    return word.casefold() in _SOVEREIGNS


def is_noble(word: str) -> bool:
    """Whether it is the title of somebody who is called by a surname or a place: Count, marquise."""
    return word.casefold() in _NOBLE


def is_saint(name: str) -> bool:
    """Whether a name may be that of a saint; not where it is a place's as often: Saint Helena."""
    title, _, own = name.partition(" ")
    is_one = own.istitle() and " " not in own and own.casefold() not in _PLACES_OF_SAINTS
    return title.casefold().rstrip(".") in _SAINTS and is_one


def is_told_by_title(titles: list[str], own: list[str]) -> bool:
    """Whether what stands behind titles is a person by these: Pope Gregory VIII, Queen Victoria, Saint Benedict, Lord Byron; not Lord Mayor."""
    title = titles[0].casefold().rstrip(".") if titles else ""
    if not title or is_before_names(own[0]) or not own[0][0].isupper():
        return False
    if _NUMERAL.fullmatch(own[-1]):
        return len(own) > 1
    is_alone = len(own) == 1
    is_own = is_ruler(title) or is_saint(f"{title} {own[0]}")
    is_called = is_given(own[0]) or own[0] in _ROYAL_NAMES
    is_peer = (title in _PEERS or is_noble(title)) and not is_given(own[0])
    is_peer &= own[0].casefold() not in _OF_PRINCES
    return is_alone and ((is_own and is_called) or is_peer or title in _RANKS)


def is_left_out(word: str) -> bool:
    """Whether an index leaves it out where there is a given name."""
    return _is_one(word, _LEFT_OUT) or bool(_OFFICES.fullmatch(word.casefold()))


def is_short_address(word: str, tag: str) -> bool:
    """Whether it stands for Mr or the like in a language, where in others it is an initial: M., D."""
    return word in _SHORT_ADDRESSES.get(tag, ())


def _is_one(word: str, titles: frozenset[str]) -> bool:
    """Whether a word, or each of its parts between hyphens, is one of some titles: Dr.-Ing."""
    small = word.casefold().rstrip(".")
    return small in titles or all(each and each.rstrip(".") in titles for each in small.split("-"))


def titled(words: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands before a name from the name, of which one word at least is left."""
    at = 0
    while at < len(words) - 1 and (is_before_names(words[at]) or (at and _goes_on(words[at]))):
        at += 1
    return words[:at], words[at:]


def _goes_on(word: str) -> bool:
    """Whether a word behind a title goes on with it: Dr. h. c., prof. zw. dr hab., Dr. rer. nat.; no name is shortened in small letters."""
    return word[0].islower() and bool(_SHORT.fullmatch(word))


def kept(titles: list[str]) -> list[str]:
    """Give what an index keeps of titles: of Colonel Prof. Dr. med. the first."""
    found: list[str] = []
    is_kept = True
    for title in titles:
        is_kept = not is_left_out(title) if is_before_names(title) else is_kept
        found += [title] * is_kept
    return found


def without_title(name: str) -> str:
    """Leave out what stands before the name of a person: General, President."""
    return " ".join(titled(name.split())[1])


def is_title(name: str) -> bool:
    """Whether a name is but what stands before one: the President."""
    return all(map(is_before_names, name.split()))


def begins_with_title(name: str) -> bool:
    """Whether a name begins with what stands before one, and goes on: Sir Josceline."""
    return bool(titled(name.split())[0])
