"""Countries and cities that are known everywhere, in any language: their names open sentences as words do, and in German all nouns have capitals."""

from functools import cache
from typing import Final

from studyguide.printing.index.names.given_names import is_given

_WORDS_TOO: Final = frozenset(
    """
    center christmas easter factory grenade jersey male mali midway nice phoenix reunion réunion troll wake
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What is another word as often."""

_SHORTEST = 4


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
    is_long = len(name) >= _SHORTEST and name.replace(" ", "").replace("-", "").isalpha()
    return (
        is_long and name[0].isupper() and name.casefold() not in _WORDS_TOO and not is_given(name)
    )
