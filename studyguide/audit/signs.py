"""Planted errors: a sign, a unit or an exponent is another."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from studyguide.audit.specimen import Mutant, Specimen, is_counted, replaced, spots_in, texts_of
from studyguide.language.words import words

_SIGNS = (
    (r"(?<![\w.,)])[−-](?=\d)", "+"),
    (r"(?<=\d)(?:\s?‰|\s(?:per mill?e|Promille)\b)", " %"),
    (r"(?<=\d)(?:\s?%|\s(?:per ?cent|Prozent|pour cent|por ciento)\b)", " ‰"),
    (r"\$(?=\s?\d)", "£"),
    (r"[£€](?=\s?\d)", "$"),
    (r"(?<=\d)\s?€", " $"),
    ("≤|<(?!=)", ">"),
    ("≥|>(?!=)", "<"),
    ("±", "−"),
    ("°C", "°F"),
    (r"(?<=\d)\s?°(?![CF])", " %"),
    (r"\b([A-Z][a-z]?)\+(?!\w)", r"\1−"),
    (r"\b([A-Z][a-z]?)−(?!\w)", r"\1+"),
    (r"(?<=\d)\s?[:∶](?=\s?\d)", "/"),
)
_EXPONENTS = (
    (r"\^[−-](?=\d)", "^"),
    (r"\^(?=\d)", "^-"),
    ("⁻(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])", ""),
    (r"(?<=10)(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])", "⁻"),
    (r"(?<=m)²", "³"),
    (r"(?<=m)³", "²"),
    ("₂", "₃"),
    ("₃", "₂"),
)
_FAMILIES = (
    ("s", "min", "h", "d", "wk", "mo", "a", "dec", "cent"),
    ("mm", "cm", "m", "km", "in", "ft", "yd", "mi"),
    ("mg", "g", "kg", "t", "lb", "oz"),
    ("ml", "l", "hl", "gal"),
    ("mW", "W", "kW", "MW", "GW"),
    ("EUR", "USD", "GBP", "RUB"),
    ("mbar", "bar"),
    ("Hz", "kHz", "MHz", "GHz"),
)
_SYMBOL = re.compile(
    r"(?<=\d)\s?-?(mm|cm|km|mg|kg|ml|mW|kW|MW|GW|mbar|bar|kHz|MHz|GHz|min|m|g|t|l|h|s|W)(?![\w²³/])"
)
_HOW_MANY = ("many", "viele", "vielen", "combien", "cuántos", "cuántas", "quanti", "quante", "quantos", "quantas",
             "hoeveel", "ile", "ilu", "сколько", "скільки")  # fmt: skip


def sign_changed(specimen: Specimen) -> Iterator[Mutant]:
    """Put another sign in the place of one."""
    yield from _changed(specimen, _SIGNS)


def exponent_changed(specimen: Specimen) -> Iterator[Mutant]:
    """Turn the sign of an exponent, or change an index."""
    yield from _changed(specimen, _EXPONENTS)


def _changed(specimen: Specimen, pairs: Sequence[tuple[str, str]]) -> Iterator[Mutant]:
    for text in texts_of(specimen.item):
        for pattern, new in pairs:
            if match := re.search(pattern, text.value):
                wrong = match.expand(new)
                what = f"{match[0].strip() or '⁺'} → {wrong.strip() or '⁺'}"
                yield from replaced(specimen.item, text, match.span(), wrong, what)
                break


def sign_added(specimen: Specimen) -> Iterator[Mutant]:
    """Give a figure that has no sign the sign for per cent."""
    for text, term, is_recalled in spots_in(specimen):
        end = term.offset + len(term.shown)
        is_bare = term.shown.isdecimal() and text.value[end:].strip() in ("", "}}")
        if is_bare and is_recalled and is_counted(term) and specimen.item.kind != "date":
            yield from replaced(
                specimen.item, text, (end, end), " %", f"{term.shown} → {term.shown} %"
            )


def unit_changed(specimen: Specimen) -> Iterator[Mutant]:
    """Measure in another unit of the same kind."""
    named = specimen.case.language.words.units
    for text in texts_of(specimen.item):
        found = words(text.value)
        for before, word in itertools.pairwise(found):
            is_measured = specimen.case.language.number(before.form) or before.form in _HOW_MANY
            if (
                is_measured
                and word.form in named
                and (others := _others(named[word.form], word.form, specimen))
            ):
                wrong = specimen.chance.choice(others)
                what = f"{word.form} → {wrong}"
                yield from replaced(specimen.item, text, (word.start, word.end), wrong, what)
                break
        else:
            yield from _symbol_changed(specimen, text.value)


def _symbol_changed(specimen: Specimen, value: str) -> Iterator[Mutant]:
    match = _SYMBOL.search(value)
    family = next((each for each in _FAMILIES if match and match[1] in each), ())
    others = [sign for sign in family if match and sign != match[1] and _SYMBOL.search(f"1 {sign}")]
    text = next(each for each in texts_of(specimen.item) if each.value == value)
    if match and others:
        wrong = specimen.chance.choice(others)
        yield from replaced(specimen.item, text, match.span(1), wrong, f"{match[1]} → {wrong}")


def _others(sign: str, form: str, specimen: Specimen) -> list[str]:
    """List other units of a unit's family, in the plural where the form is one."""
    named = specimen.case.language.words.units
    family: Sequence[str] = next((each for each in _FAMILIES if sign in each), ())
    forms = [
        word for word, each in named.items() if each in family and each != sign and " " not in word
    ]
    return sorted(word for word in forms if word[-1] == form[-1]) or sorted(forms)


SIGNS: dict[str, Callable[[Specimen], Iterator[Mutant]]] = {
    "sign": sign_changed,
    "sign added": sign_added,
    "unit": unit_changed,
    "exponent": exponent_changed,
}
