"""Times, days, lengths of time, units and sums of a text, each in one way to tell it, however it is written."""

from functools import lru_cache
from itertools import chain

from studyguide.language.language import Language
from studyguide.language.phrasing.scales import scaled_in, sums_in
from studyguide.language.times.clock import hours_told
from studyguide.language.times.days import days_named
from studyguide.language.times.durations import durations_told
from studyguide.language.times.eras import eras_told
from studyguide.language.units import powers_in, prices_in
from studyguide.language.values import times_in
from studyguide.patterns import lazy

_IN_SIGNS = lazy(r"[\d²³$£€¥]|sq|cu")
"""Without any of them a text has no time, measure or sum in figures."""
_MAY_BE_TIME = lazy(r"\d\s?(?:[:.h]|Uhr|[ap]\.?\s?m\b|ч)")
_MAY_BE_MEASURE = lazy(r"[^\W\d_][²³23](?![^\W_])|\b(?:sq|cu)\b|[$£€¥]")
_MAY_BE_PRICE = lazy(r"\d\s?(?:[$£€]|[^\W\d_]{2,7})\s?\d\d(?!\d)")
_MEASURING = ("2", "3", "²", "³", "sq", "cu", "$", "£", "€", "¥")  # without all of them it is none


@lru_cache(maxsize=64)  # what an item says is asked for these once and again
def measured(value: str, language: Language) -> tuple[tuple[int | str, int, int], ...]:
    """Give the times, lengths of time, units and sums of a text, each in one way to tell it, and where it stands."""
    times: list[tuple[int | str, int, int]]
    times = [*hours_told(value, language), *durations_told(value, language), *eras_told(value)]
    times += (*days_named(value, language), *scaled_in(value, language))
    if not (times or _IN_SIGNS.search(value)):
        return ()
    times += times_in(value) if _MAY_BE_TIME.search(value) else ()
    is_measured = any(map(value.__contains__, _MEASURING)) and _MAY_BE_MEASURE.search(value)
    measures = chain(powers_in(value), sums_in(value, language)) if is_measured else ()
    measures = chain(measures, prices_in(value)) if _MAY_BE_PRICE.search(value) else measures
    return (*times, *measures)
