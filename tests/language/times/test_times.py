"""Times of day and lengths of time: one value however words tell it."""

from itertools import chain

from studyguide.language.language import Language
from studyguide.language.times.clock import hours_told
from studyguide.language.times.durations import durations_told
from studyguide.language.values import times_in
from tests.table import rows

SAME = {
    "half past": ("en", "at half past eleven at night", "at 11.30 p.m."),
    "a quarter to": ("en", "a quarter to six in the morning", "5:45"),
    "minutes to": ("en", "twenty minutes to six in the evening", "17:40"),
    "nach": ("de", "um Viertel nach sechs abends", "um 18.15 Uhr"),
    "halb": ("de", "um halb sieben morgens", "um 6.30 Uhr"),
    "et demie": ("fr", "à six heures et demie du soir", "18 h 30"),
    "moins": ("fr", "sept heures moins le quart du matin", "6 h 45"),
    "menos": ("es", "las siete menos diez de la tarde", "18:50"),
    "half five, Dutch": ("nl", "half zes", "5:30"),
    "a fortnight": ("en", "a fortnight", "14 days"),
    "two weeks": ("en", "two weeks", "14 days"),
    "an hour and a half": ("en", "an hour and a half", "90 minutes"),
    "two and a half": ("en", "two and a half hours", "150 minutes"),
    "half an hour": ("en", "half an hour", "30 minutes"),
    "three quarters": ("en", "three quarters of an hour", "45 minutes"),
    "hours and minutes": ("en", "an hour and twenty minutes", "80 minutes"),
    "a year": ("en", "a year", "twelve months"),
    "eineinhalb": ("de", "anderthalb Stunden", "90 Minuten"),
    "a compound": ("de", "eine Viertelstunde", "15 Minuten"),
    "demi": ("fr", "une demi-heure", "30 minutes"),
    "et demi": ("fr", "deux ans et demi", "trente mois"),
}
DIFFERENT = {
    "to for past": ("en", "a quarter to six", "6.15 a.m."),
    "another half of the day": ("en", "half past eleven at night", "11.30 a.m."),
    "halb is before": ("de", "halb sieben", "7.30 Uhr"),
    "weeks and days": ("en", "two weeks", "two days"),
    "a month and days": ("en", "a month", "30 days"),
    "or": ("en", "an hour or twenty minutes", "80 minutes"),
    "a second half": ("en", "the second half of the year", "6 months"),
    "after years": ("de", "nach sechs Jahren", "6 Uhr"),
}


def told(text: str, tag: str) -> set[int | str]:
    language = Language(tag)
    found = chain(times_in(text), hours_told(text, language), durations_told(text, language))
    return {value for value, *_ in found}


@rows(("tag", "one", "other"), SAME.values(), ids=SAME)
def test_times_are_the_same(tag: str, one: str, other: str) -> None:
    assert told(one, tag) & told(other, tag)


@rows(("tag", "one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_times_are_different(tag: str, one: str, other: str) -> None:
    assert not told(one, tag) & told(other, tag)
