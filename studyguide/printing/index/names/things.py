"""Names that are no person's, as their words tell: of places, bodies, works, prizes, wars."""

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

from studyguide.guide.organisations import BODIES
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import is_particle
from studyguide.printing.index.names.titles import is_saint, titled

_OF_PLACES: Final = frozenset(
    """
    arc avenue bahía baía baie bois cabo calle campo cap carte casa castel castello champ champs château ciudad col costa
    coup coupe côte estado fort forêt gare golfe golfo hotel ilha île isla lac lago llano mar mont monte musée notre palacio
    palais palazzo palme parque pays piazza place plaza playa point pont ponte porta porto praça praia puerta puerto punta quai
    rio rua rue río san santa santiago santo serra sierra são teatro terra tierra torre tour val valle vallée valparaíso
    villa ville
    abadia abadía abbaye abbazia academia académie accademia archives archivio archivo basilica basilique bataille batalha batalla battaglia biblioteca
    bibliothèque bosco bosque camera cartiera castillo catedral cathédrale cattedrale chambre colegio collegio colégio compagnia
    convento couvent curia cámara câmara diócesis détroit escola escuela estrecho fabbrica fabrique fábrica giardino gremio
    guerra guerre hospital hôpital institut instituto istituto jardim jardin jardín marché mercado mercato ministério monasterio monastero
    monastère mosteiro museo museu ospedale orden ordine ordre orto parco santuario sociedad société stretto tratado trattato théâtre
    comté condado contea ducado ducato duché estado impero imperio principado principato principauté regno reino royaume
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""With these the name of a place begins in which a particle stands: Rio de Janeiro."""

_OF_THINGS: Final = re.compile(
    r"(?<=\w{3})(?:[ctsz]i[oó]n|[cs]ão|zione|dade?|tad|té|tà|mi?ento|isme|ismo|[aeo]nales?|ía|[ae]nc[ei]a?|anza)$"
)
"""So nouns and adjectives end in languages in which a particle is but "of": Confederación Nacional del Trabajo."""

_OPENING: Final = frozenset(
    """
    african american ancient arab asian atlantic austrian baltic big black blue british bronze camp cape catholic central
    chinese communist conservative deutsche dutch eastern east el european federal fifth first fort fourth free
    french german glen golden grand great greater greek green high his holy hms imperial indian inner international irish iron
    islamic italian japanese jewish labour lake las left lesser liberal little loch los lower medieval middle military mount
    national nazi nether new north northern old orthodox ottoman outer pacific papal polish popular port portuguese project
    protestant provisional public radio red republican revolutionary right river roman royal russian saint scottish second
    silver sixth social socialist south southern soviet spanish st supreme swedish swiss third turkish united uss upper
    victorian welsh west western white world yellow young
    bas basse grand grande haut haute nouveau nouvelle sainte nuevo nueva gran alto alta bajo baja nuovo nuova nieuw nieuwe
    groot grote noord oud oude sint zuid novo nova
    """.split()  # noqa: SIM905
)
"""No name of a person begins with these: Red Square, New York, Saint Petersburg."""

_WITHIN: Final = frozenset(
    """
    abbey accord accords act affair age agreement airfield airline airlines airport airways allies alliance authority award
    awards basin bay biennale boulevard boys brigade brothers building cabinet campaign canal cathedral catholics centre
    center chamber championship charter chronicle circle city clinic club coalition coast collection colony command
    commune communists conquest conservatives constitution coup crisis crusade crusades culture cup declaration decree
    democrats desert division doctrine dome dynasty earthquake effect election elections embassy enlightenment era estuary
    examiner exhibition expedition exposition factory falls famine festival fleet force forces foundation frontier fund
    games gang gardens girls glacier group guard guards guild gulf harbor harbour herald highlands hospital host inquiry
    initiative inlet island islands islands isles jews kingdom law laws liberals library line lines manifesto massacre medal
    memorandum monastery monument mosque motors mountain mountains museum mutiny navy observer ocean olympics opera orchestra
    ordinance organization pact palace partners peninsula philharmonic pioneers plain plains plan plateau prize
    process programme project protocol province provinces quartet railroad railway rangers rebellion recorder record
    reformation regiment region renaissance report republic republicans republics resolution revolt revolution riots river
    rovers rule rules sea shipyard socialists sons sound springs squad square standard station steppe strait straits strike
    summit symphony syndrome team telegraph temple territories territory test theater theatre theorem theory times tower
    treaties treaty tribes tribune troops trust uprising valley virus volunteers war wars week workers works
    world yacht youth zone
    allee allianz brücke denkmal fest gymnasium insel orchester platz preis schloss schule stiftung straße theater verlag wettbewerb
    fondation opéra orchestre prix théâtre traité
    avenue boulevard college crescent drive embankment esplanade highway homes institute motorway museum parade parkway
    promenade school terrace turnpike
    co corp gmbh inc llc ltd oyj plc sarl spa srl
    acuerdo edificio fundación hospital orquesta premio puente teatro
    accordo fondazione orchestra teatro trattato
    eiland plein prijs stichting straat verdrag
    acordo fundação orquestra prêmio tratado
    """.split()  # noqa: SIM905
)
"""What has one of these in its name is no person: Rosa Kestrel Foundation, Victoria Falls."""

_SURNAMES_TOO: Final = frozenset(
    """
    battle beach bridge court day farm garden gate hall hills house lake land lane lodge mills park point road street town
    village well wells wharf
    """.split()  # noqa: SIM905
)
"""These end names of places as often as they are surnames: Charlotte Street, Tom Hill."""


_STREETS: Final = frozenset(
    """
    avenue boulevard allée chemin collège école impasse lycée place pont prix quai rue route square avenida calle paseo plaza
    premio puente corso piazza piazzale ponte premio scuola via viale praça prêmio rua aleja plac ulica ul улица ул площадь проспект вулиця площа οδός λεωφόρος רחוב שדרות כיכר
    """.split()  # noqa: SIM905
)
"""With these begin streets and the like that are named after persons: Rue Pierre Orme, Prix Marie Orme."""

_WATERS: Final = frozenset(
    "détroit golfe île mer océan estrecho golfo isla mar océano estreito ilha isola mare oceano stretto".split()  # noqa: SIM905
)
"""With these begins what is named after a country, or has an adjective: mer du Japon, océan Austral."""

_KINDS_BEFORE: Final = _STREETS | _WATERS

_STREET: Final = re.compile(
    r"\w{3,}(?:stra(?:ß|ss)e|straat|gasse|platz|plein|gracht|gatan|gade|brücke|brug|kade|singel|prijs|schule|school)"
)
"""So end those that are one word with a name, or joined to it."""

_IN_PLACES: Final = frozenset(("aan", "am", "bij", "onder", "op"))

_ROYAL: Final = frozenset("emperor empress king prince princess queen tsar tsarina".split())  # noqa: SIM905
"""Who has no surname."""

_NAME_AND_KIND: Final = 2

_NUMERAL: Final = re.compile(r"[IVXL]+")


def is_thing(words: Sequence[str]) -> bool:
    """Whether a name is surely no person's: Red Square, Rosa Luxemburg Foundation, HMS Orme."""
    small = [word.casefold().strip(".,;’'") for word in words]
    last = small[-1].rpartition("-")[2]  # Anna von Essen-Schule
    is_short_form = any(map(_is_short_form, words))
    return (
        (small[0] in _OPENING and not is_saint(" ".join(words)))
        or not BODIES.isdisjoint(small)
        or not _WITHIN.isdisjoint((*small, last))
        or bool(_STREET.fullmatch(small[-1].replace("-", "")))
        or is_named_after(words)
        or _may_be_named_after(words)
        or (is_short_form and not all(map(str.isupper, words)))
        or _has_mark(words)
    )


def ends_as_thing(name: str) -> bool:
    """Whether the last of several words tells what it is, however that ends: Indian Ocean."""
    return " " in name and name.rpartition(" ")[2].casefold() in _WITHIN


def _is_short_form(word: str) -> bool:
    """Whether it is in capitals; the number of a king is none."""
    return len(word) > 1 and word.isalpha() and word.isupper() and not _NUMERAL.fullmatch(word)


def _has_mark(words: Sequence[str]) -> bool:
    """Whether a letter alone, or a number, tells which it is: Bed C, Pier 6; not Malcolm X, Pope Leo X."""
    own = titled([*words])[1]
    is_mark = len(own[-1]) == 1 or own[-1].isdecimal()
    return is_mark and len(own) > 1 and not is_given(own[0])


def is_kind_before(word: str) -> bool:
    """Whether a word before a name tells what is named after somebody, or after a country: rue, Premio, île."""
    return word.casefold() in _KINDS_BEFORE


def is_island_or_sea(word: str) -> bool:
    """Whether a word before the name of a country makes another thing of it: l’île de France, golfo de México."""
    return word.casefold() in _WATERS


def is_in_place(particle: str) -> bool:
    """Whether a particle is in the names of places rather than of persons: Bergen op Zoom, Alphen aan den Rijn."""
    return particle.partition(" ")[0] in _IN_PLACES


def opens_place(word: str) -> bool:
    """Whether a name that begins with a word is of two at least: New York, Fort William, Villa Borghese."""
    return word.casefold() in _OPENING | _OF_PLACES


def is_thing_with_particle(before: Sequence[str]) -> bool:
    """Whether a particle behind these words is in the name of a thing or a place: Isla de Pascua, Confederación Nacional del Trabajo."""
    first = before[0].casefold().replace("'", "’").rpartition("’")[2]  # L’Institut
    return first in _OF_PLACES or any(map(_OF_THINGS.search, before))


def is_named_after(words: Sequence[str]) -> bool:
    """Whether a street or the like surely is named after somebody: Sir Walter Scott Avenue, Queen Victoria Street, Rue du Général Orme."""
    titles, own = titled([*words])
    if len(words) >= _NAME_AND_KIND and is_kind_before(words[0]):
        return True
    if _has_kind_behind_surname(words):
        return True
    if not titles or len(own) < _NAME_AND_KIND:
        return False
    is_royal = not _ROYAL.isdisjoint(title.casefold() for title in titles)
    small = own[-1].casefold()
    is_kind = small in _WITHIN or bool(_STREET.fullmatch(small))
    return is_kind or (is_royal and small in _SURNAMES_TOO)


def _has_kind_behind_surname(words: Sequence[str]) -> bool:
    """Whether behind particle and surname a kind of thing stands, too: Pieter de Hooch Street, but not Charles de Mills."""
    at = next((at for at, word in enumerate(words) if at and is_particle(word)), len(words))
    behind = [*dropwhile(is_particle, words[at:])]
    before, hyphen, last = behind[-1].casefold().rpartition("-") if behind else ("", "", "")
    if "of" in words or (len(behind) < _NAME_AND_KIND and not hyphen):
        return False
    is_kind = last in _WITHIN | _SURNAMES_TOO | BODIES
    return is_kind or bool(_STREET.fullmatch(before + last))


def _may_be_named_after(words: Sequence[str]) -> bool:
    """Whether a surname stands before what is another as seldom: Sir Walter Scott Road, but not Sir John Hill."""
    titles, own = titled([*words])
    is_kind = bool(titles) and len(own) > 1 and own[-1].casefold() in _SURNAMES_TOO
    return is_kind and not is_given(own[-2])


def may_be_place(words: Sequence[str]) -> bool:
    """Whether a name may be a place's as well, though a given name begins it: Charlotte Street."""
    return words[-1].casefold() in _SURNAMES_TOO or words[0].casefold() in _OF_PLACES
