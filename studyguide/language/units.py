"""Units as signs, and how else each is written: ℃ is °C, $ and USD are one."""

from collections.abc import Iterator
from fractions import Fraction

from studyguide.patterns import lazy

_SAME = {
    "%": "pct",
    "‰": "",
    "°": "º",
    "°C": "℃ ºC degC",
    "°F": "℉ ºF degF",
    "USD": "$ US$ usd",
    "GBP": "£ gbp",
    "EUR": "€ eur",
    "JPY": "¥ jpy",
    "RUB": "₽ rub",
    "INR": "₹ inr",
    "UAH": "₴ uah",
    "KRW": "₩",
    "ILS": "₪",
    "CHF": "chf Fr.",
    "PLN": "zł pln",
    "c": "¢ ct",
    "′": "'",
    "″": '"',
    "µm": "μm um",
    "µg": "μg ug",
    "µs": "μs us",
    "µl": "μl ul µL μL uL",
    "µA": "μA",
    "Ω": "Ω ohm ohms",
    "l": "L",
    "ml": "mL",
    "dl": "dL",
    "cl": "cL",
    "hl": "hL",
    "h": "hr hrs",
    "s": "sec secs",
    "min": "mins",
    "km/h": "kph kmh",
    "mi/h": "mph",
    "in": "",
    "m²": "m2 qm sqm",
    "m³": "m3 cbm",
    "km²": "km2 sqkm",
    "cm²": "cm2",
    "cm³": "cm3 ccm cc",
    "kB": "KB",
    "lb": "lbs",
}
_ALONE = (
    "nm mm cm dm m km ft yd mi nmi ha ac cwt dB g mg kg t kt Mt oz mol mmol K ms ns ps d a "
    "W mW kW MW GW TW Wh kWh MWh GWh TWh V mV kV MV A mA kA Hz mHz kHz MHz GHz THz Pa hPa kPa MPa mPa GPa "
    "bar mbar J mJ kJ MJ GJ cal kcal eV keV MeV GeV N kN mN B MB GB TB PB b kb Mb Gb kbit Mbit bit "
    "ppm ppb psi rpm lm lx cd T mT Bq kBq Sv mSv Gy au pc kpc Mpc ly"
)
SIGNS = {
    **{sign: sign for sign in (*_SAME, *_ALONE.split())},
    **{other: sign for sign, others in _SAME.items() for other in others.split()},
}
"""What each way to write a unit is written as here; the case of letters tells: MW is not mW."""

_RAISED = lazy(
    r"(?<![^\W\d_])(?:(?P<power>sq|cu)\.?\s?(?P<of>[kcmd]?m)|(?P<letters>[^\W\d_]{1,2})(?P<raised>[²³23]))(?![^\W_])"
)


def powers_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each unit with a power, as a sign, and from where to where it stands: m3, km², sq m."""
    for match in _RAISED.finditer(text):
        letters, power = match["of"] or match["letters"], match["power"] or match["raised"]
        sign = letters + ("²" if power in ("2", "²", "sq") else "³")
        if sign in SIGNS:
            yield sign, match.start(), match.end()


_PRICE = lazy(
    r"(?<![\d.,])(?P<whole>\d{1,6})\s?(?:[$£€]|Euro|euros?|EUR|Franken|francs?|CHF|dollars?|Dollar|zł|Meter|metres?|meters?|mètres?|metros?|m)\s?(?P<part>\d\d)(?![\d.,]*\d)"
)


def prices_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each price or length with its unit in the midst as a number, and from where to where it stands: 3 Euro 80, 4 Meter 50."""
    for match in _PRICE.finditer(text):
        yield f"{match['whole']}.{match['part']}".rstrip("0").rstrip("."), *match.span()


ALWAYS = frozenset(
    [
        "%",
        "‰",
        "°",
        "°C",
        "°F",
        "′",
        "″",
        "USD",
        "GBP",
        "EUR",
        "JPY",
        "RUB",
        "INR",
        "UAH",
        "KRW",
        "ILS",
    ]
)
"""Units whose sign is no letter: each says what the figure is."""

JOINED = frozenset(
    [
        "kg",
        "mg",
        "g",
        "km",
        "cm",
        "mm",
        "nm",
        "ml",
        "cl",
        "hl",
        "kw",
        "mw",
        "gw",
        "kwh",
        "mwh",
        "gwh",
        "mhz",
        "ghz",
        "khz",
        "hz",
        "kb",
        "mb",
        "gb",
        "tb",
        "kj",
        "mj",
        "kcal",
        "ha",
        "ft",
        "mph",
        "kph",
        "hpa",
        "kpa",
        "mpa",
        "mbar",
        "ppm",
        "min",
        "h",
        "m",
        "l",
        "w",
        "v",
    ]
)
"""Small letters that may follow a figure without a blank: 5kg."""


_SIZES = {
    "s": ("time", 1), "min": ("time", 60), "h": ("time", 3600), "d": ("time", 86400),
    "mm": ("length", 1), "cm": ("length", 10), "m": ("length", 1000), "km": ("length", 10**6),
    "mg": ("mass", 1), "g": ("mass", 1000), "kg": ("mass", 10**6), "t": ("mass", 10**9),
    "ml": ("volume", 1), "cl": ("volume", 10), "l": ("volume", 1000), "hl": ("volume", 10**5),
}  # fmt: skip
"""Units of which each is so many of the smallest of its sort."""


_SORTS = {
    **{unit: sort for unit, (sort, _) in _SIZES.items()},
    **dict.fromkeys(["ms", "wk", "mo", "a", "dec", "cent"], "time"),
    **dict.fromkeys(["nm", "µm", "in", "ft", "yd", "mi", "nmi"], "length"),
    **dict.fromkeys(["µg", "oz", "cwt", "kt", "Mt"], "mass"),
    **dict.fromkeys(["dl", "gal", "pt", "m³", "cm³"], "volume"),
    **dict.fromkeys(["ha", "ac", "m²", "km²", "cm²"], "area"),
    **dict.fromkeys(["°", "°C", "°F", "K"], "warmth"),
    **dict.fromkeys(
        ["USD", "EUR", "JPY", "RUB", "CHF", "FRF", "DEM", "c", "shilling", "penny", "kopeck"],
        "money",
    ),
}
"""What a unit measures; of pounds nobody knows."""


def sort_of(unit: str) -> str:
    """Give what a unit measures, a time or a weight; "" if nothing tells."""
    return _SORTS.get(unit, "")


def size_of(value: str, unit: str) -> tuple[str, Fraction] | None:
    """Give what so much of a unit comes to, in whichever unit: 1.5 km are 1,500 m; None if nothing tells."""
    if unit not in _SIZES or not value.replace(".", "", 1).isdecimal():
        return None
    sort, factor = _SIZES[unit]
    return sort, Fraction(value) * factor


def are_compatible(one: str, other: str) -> bool:
    """Whether two units may be the same: degrees are those of Celsius, pounds are money or weight."""
    if one == other or not one or not other:
        return True
    pair = {one, other}
    return pair in _MAY_BE_ONE or (pair & _DEGREES == pair and "°" in pair)


def written_as(unit: str) -> tuple[str, ...]:
    """Give how a text may write a unit that has this one: 25 degrees, of 25 °C; 7 a.m., of a bare 7."""
    if unit in _DEGREES:
        return unit, "°"
    return (unit,) if unit else ("a.m.", "p.m.")


_DEGREES = {"°", "°C", "°F", "K"}
_MAY_BE_ONE = (
    *({"lb", "GBP"}, {"c", "USD"}, {"c", "EUR"}),
    *({"′", "ft"}, {"″", "in"}, {"′", "min"}, {"″", "s"}),
)
