"""Numbers in a run of words: `thirty-six` and `4.6 million` are one each, however they are written."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.values import AGES, roman_age

SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""Number words that count others, by what the lists of words call them."""


WORDED = {"100": "hundred", "1000": "thousand"}
"""Numbers that most languages say without an article, and count others by as well."""

_ONES = dict.fromkeys(("un", "une", "um", "uma", "una"), "1") | {"unième": "1."}
"""Articles, and one behind an "and" that joins: vingt et un."""

_ARTICLES = frozenset(("a", "an", "ein", "eine", "einer", "einem", "einen", "een", *_ONES))
"""What makes a million of "million"."""

_JOINTS = frozenset(["et", "y", "e"])
"""What joins tens and ones, by their own words: treinta y dos, vinte e dois."""

_MEASURES = ("second", "segund", "cuart", "quart")
"""What is counted behind a number more often than it ends one: twenty-second delays, veinte segundos."""

_MOST_DIGITS = 15
_DAY = 3
"""Signs of the number of a day, its full stop included."""


class Numeral(NamedTuple):
    """A number, in one spelling, and its words: from the `first` to before the `last`."""

    value: str
    first: int
    last: int


def numbers_in(run: tuple[str, ...], language: Language) -> Iterator[tuple[str, int]]:
    """Yield each number of a run and the index of its first word; `thirty-six` is one number."""
    yield from ((value, first) for value, first, _ in numerals(run, language))


@lru_cache(maxsize=256)  # terms, figures and extents ask for those of the same runs
def numerals(run: tuple[str, ...], language: Language) -> tuple[Numeral, ...]:
    """Give each number of a run, with the words that it takes."""
    return tuple(_numerals(run, language))


def _numerals(run: tuple[str, ...], language: Language) -> Iterator[Numeral]:
    values = language.numbers(run)
    counting = language.words.counting
    if "other" in map(counting.get, counting.keys() & run):
        values = [value or _of_every(run, at, language) for at, value in enumerate(values)]
    if not AGES.isdisjoint(run):
        values = [value or roman_age(run, at) for at, value in enumerate(values)]
    if not any(values):
        return
    if "1000" in values or "100" in values:
        values = [_scale_or_value(run, values, at) for at in range(len(values))]
    last = 0
    for at, begun in enumerate(values):
        if begun and at >= last:
            value, last = _numeral(run, values, at)
            if value[-1] == ".":
                value = _as_counted(run, Numeral(value, at, last), language)
            yield Numeral(value, at, last)


def _scale_or_value(run: tuple[str, ...], values: Sequence[str], at: int) -> str:
    """Give a hundred or thousand in letters as what counts others, if a smaller number stands before it: trois mille."""
    value, before = values[at], values[at - 1] if at else ""
    is_scale = value in WORDED and run[at].isalpha() and _is_plain(before)
    return WORDED[value] if is_scale and Decimal(before) < int(value) else value


def _of_every(run: tuple[str, ...], at: int, language: Language) -> str:
    """Give 2 for the "other" of every other day."""
    lexicon = language.words
    is_other = at > 0 and lexicon.counting.get(run[at]) == "other"
    is_of_every = is_other and lexicon.counting.get(run[at - 1]) == "every"
    return "2" if is_of_every and not lexicon.periods.isdisjoint(run[at + 1 : at + 2]) else ""


def _as_counted(run: tuple[str, ...], ordinal: Numeral, language: Language) -> str:
    """Give an ordinal's value without its full stop where it only counts: November 11th, each second year."""
    lexicon, (value, first, last) = language.words, ordinal
    if not AGES.isdisjoint((*run[max(0, first - 1) : first], *run[last : last + 1])):
        return value[:-1]
    before, behind = run[max(0, first - 1) : first], run[last : last + 2]
    if lexicon.counting.get("".join(before)) in ("every", "each"):
        return value[:-1]
    is_of = len(behind) > 1 and language.is_function_word(behind[0])
    beside = {*before, *behind[: 1 + is_of]}
    if run[first].isalpha():
        is_verb = "may" in (*before, *behind[:1])  # the first may be
        return value[:-1] if (beside & lexicon.months) - ({"may"} if is_verb else set()) else value
    return value[:-1] if len(value) <= _DAY and any(map(language.is_month, beside)) else value


def scaled(value: str, scale: str) -> str:
    """Give so many hundreds, thousands, millions as one number: `4.6` of `million`."""
    if scale not in SCALES or not _is_plain(value):
        return ""
    return shortest(Decimal(value) * SCALES[scale])


def shortest(number: Decimal) -> str:
    """Write a number in figures, without what says nothing: `365`, not `365.0`."""
    return f"{number.normalize():f}"


def _numeral(run: Sequence[str], values: Sequence[str], at: int) -> tuple[str, int]:
    """Read the number that begins at a word; give it, and the word after its last."""
    total, part, last = Decimal(0), None, at
    if values[at] == "0.5" and run[at].isalpha():
        return _half(run, values, at)
    is_alone = values[at] in SCALES and not (at and run[at - 1] in _ARTICLES)
    if is_alone and (values[at] != "dozen" or _is_counted(run, at)):
        return values[at], at + 1
    if values[at] == "1000" and run[at].isalpha():  # mille neuf cent
        total, part, last = Decimal(1000), Decimal(0), at + 1
    while last < len(run):
        value = values[last]
        if value in SCALES:
            scale = SCALES[value]
            if part is None and last > at:
                break
            part = (Decimal(1) if part is None else part) * scale
            if scale > 100 or value == "dozen":
                total, part = total + part, Decimal(0)
        else:
            more = _first(values, at) if last == at else _more(run, values, last, part)
            if more is None:
                break
            part = (part or Decimal(0)) + more
            if last > at and _value(run, values, last).endswith("."):  # twenty-first
                return f"{shortest(total + part)}.", last + 1
        last += 1
        if last + 1 < len(run) and _is_joint(run, values, last, part):
            last += 1
    if part is None:
        return values[at], at + 1
    return shortest(total + part), last


def _half(run: Sequence[str], values: Sequence[str], at: int) -> tuple[str, int]:
    """Read half, or half a million."""
    if at + 2 < len(run) and run[at + 1] in ("a", "an") and values[at + 2] in SCALES:
        return shortest(Decimal("0.5") * SCALES[values[at + 2]]), at + 3
    return "0.5", at + 1


def _is_counted(run: Sequence[str], at: int) -> bool:
    """Whether a dozen is counted in some vague way: several dozen."""
    return at > 0 and run[at - 1] in ("several", "few", "some", "many")


def _is_plain(value: str) -> bool:
    """Whether a value can be counted with; one of thousands of digits cannot."""
    whole, _, part = value.partition(".")
    has_part = "." not in value or part.isdecimal()
    return len(value) <= _MOST_DIGITS and whole.isdecimal() and has_part


def _first(values: Sequence[str], at: int) -> Decimal | None:
    """Give what a number begins with: ten in "décimo oitavo", too."""
    value = values[at]
    if value.endswith("0.") and values[at + 1 : at + 2] and values[at + 1].endswith("."):
        value = value[:-1]
    return Decimal(value) if _is_plain(value) else None


def _value(run: Sequence[str], values: Sequence[str], at: int) -> str:
    """Give what a word counts; one that is an article, too, behind an "and" that joins."""
    return values[at] or (_ONES.get(run[at], "") if run[at - 1] == "et" else "")


def _more(
    run: Sequence[str], values: Sequence[str], at: int, part: Decimal | None
) -> Decimal | None:
    """Tell by how much a number word raises those before it: seven after twenty, ten after hundred."""
    value = _value(run, values, at).removesuffix(".")
    if part is None or not run[at].isalpha() or not value.isdecimal():
        return None
    before = at - 1 - (run[at - 1] in _JOINTS or run[at - 1] == "and")
    is_measure = run[at].startswith(_MEASURES) and not values[before].endswith(".")
    if not run[before].isalpha() or (is_measure and values[at].endswith(".")):
        return None
    if run[before] == "quatre" and run[at].startswith("vingt"):
        return Decimal(76)
    more, is_joined = int(value), run[at - 1] == "and"
    if part == 0:
        goes_on = values[before] in SCALES or values[before] == "1000" or is_joined
    elif part % 100 == 0:
        is_hundred = values[before] in SCALES or values[before].endswith("00")
        goes_on = 0 < more < 100 and (is_hundred or is_joined)
    elif part % 20 == 10 and run[before] in ("dix", "décimo"):
        goes_on = 0 < more < 10
    else:
        ends = 20 if run[before] in ("soixante", "vingt", "vingts") and part % 100 > 20 else 10
        goes_on = part % 10 == 0 and part % 100 >= 20 and 0 < more < ends
    return Decimal(more) if goes_on else None


def _is_joint(run: Sequence[str], values: Sequence[str], at: int, part: Decimal | None) -> bool:
    """Whether a word only joins what follows to a number: two hundred and five, vingt et un, treinta y dos."""
    if run[at] == "and":
        return _follows_and(run, values, at, part)
    if run[at] not in _JOINTS or (run[at] == "et" and _value(run, values, at + 1)[:1] != "1"):
        return False
    return _more(run, values, at + 1, part) is not None


def _follows_and(run: Sequence[str], values: Sequence[str], at: int, part: Decimal | None) -> bool:
    """Whether "and" only goes on with a number: two hundred and five, but not 200 and 500."""
    following = values[at + 1].removesuffix(".")
    if part is None or values[at - 1] not in SCALES or values[at - 1] == "dozen":
        return False
    is_small = following.isdecimal() and run[at + 1].isalpha() and int(following) < 100
    after = values[at + 2].removesuffix(".") if at + 2 < len(run) else ""
    tens = int(following) if is_small else 0
    rest = values[at + 3] if at + 3 < len(run) else ""
    is_tens = tens >= 20 and after.isdecimal() and int(after) < 10
    return is_small and (rest if is_tens else after) not in SCALES
