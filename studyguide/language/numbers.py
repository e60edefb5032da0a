"""Numbers in a run of words: `thirty-six` and `4.6 million` are one each, however they are written."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.patterns import lazy

_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""Number words that count others, by what the lists of words call them."""


_ROMAN = lazy(r"([ivx]{1,6})(?:e|er|ème|º|th|st|nd|rd)?")
_AGES = frozenset(
    [
        "century",
        "centuries",
        "siècle",
        "siècles",
        "siglo",
        "siglos",
        "secolo",
        "secoli",
        "século",
        "séculos",
        "jahrhundert",
        "jahrhunderts",
        "jahrhunderte",
        "jahrhunderten",
        "eeuw",
        "eeuwen",
        "wiek",
        "wieku",
        "wieki",
        "wieków",
        "век",
        "века",
        "веке",
        "веков",
        "столетие",
        "столетия",
        "столетии",
        "століття",
        "столітті",
    ]
)
"""Centuries, which most languages count in Roman figures, too."""

_WORDED = {"100": "hundred", "1000": "thousand"}
"""Numbers that most languages say without an article, and count others by as well."""

_ARTICLES = frozenset(
    ["a", "an", "un", "une", "ein", "eine", "einer", "einem", "einen", "um", "uma", "una", "een"]
)
"""What makes a million of "million", though it counts nothing elsewhere."""

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
    if not _AGES.isdisjoint(run):
        values = [value or _age(run, at) for at, value in enumerate(values)]
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


def _age(run: tuple[str, ...], at: int) -> str:
    """Give the number that Roman figures are beside a century: XVIIIe siècle, siglo XVIII; an "i" before it is an article."""
    match = _ROMAN.fullmatch(run[at])
    is_behind = at > 0 and run[at - 1] in _AGES
    if not match or not (
        is_behind or (run[at] != "i" and run[at + 1 : at + 2] and run[at + 1] in _AGES)
    ):
        return ""
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in match[1]]
    following = [*values[1:], 0]
    return str(
        sum(-one if one < after else one for one, after in zip(values, following, strict=True))
    )


def _scale_or_value(run: tuple[str, ...], values: Sequence[str], at: int) -> str:
    """Give a hundred or thousand in letters as what counts others, if a smaller number stands before it: trois mille."""
    value, before = values[at], values[at - 1] if at else ""
    is_scale = value in _WORDED and run[at].isalpha() and _is_plain(before)
    return _WORDED[value] if is_scale and Decimal(before) < int(value) else value


def _of_every(run: tuple[str, ...], at: int, language: Language) -> str:
    """Give 2 for the "other" of every other day."""
    lexicon = language.words
    is_other = at > 0 and lexicon.counting.get(run[at]) == "other"
    is_of_every = is_other and lexicon.counting.get(run[at - 1]) == "every"
    return "2" if is_of_every and not lexicon.periods.isdisjoint(run[at + 1 : at + 2]) else ""


def _as_counted(run: tuple[str, ...], ordinal: Numeral, language: Language) -> str:
    """Give an ordinal's value without its full stop where it only counts: November 11th, each second year."""
    lexicon, (value, first, last) = language.words, ordinal
    if not _AGES.isdisjoint((*run[max(0, first - 1) : first], *run[last : last + 1])):
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
    if scale not in _SCALES or not _is_plain(value):
        return ""
    return shortest(Decimal(value) * _SCALES[scale])


def shortest(number: Decimal) -> str:
    """Write a number in figures, without what says nothing: `365`, not `365.0`."""
    return f"{number.normalize():f}"


def _numeral(run: Sequence[str], values: Sequence[str], at: int) -> tuple[str, int]:
    """Read the number that begins at a word; give it, and the word after its last."""
    total, part, last = Decimal(0), None, at
    if values[at] == "0.5" and run[at].isalpha():
        return _half(run, values, at)
    is_alone = values[at] in _SCALES and not (at and run[at - 1] in _ARTICLES)
    if is_alone and (values[at] != "dozen" or _is_counted(run, at)):
        return values[at], at + 1
    while last < len(run):
        value = values[last]
        if value in _SCALES:
            scale = _SCALES[value]
            if part is None and last > at:
                break
            part = (Decimal(1) if part is None else part) * scale
            if scale > 100 or value == "dozen":
                total, part = total + part, Decimal(0)
            last += 1
        elif not _is_plain(value) or (part is not None and not _goes_on(run, values, last, part)):
            break
        else:
            part = (part or Decimal(0)) + Decimal(value)
            last += 1
        if last + 1 < len(run) and run[last] == "and" and _follows_and(run, values, last, part):
            last += 1
    if part is None:
        return values[at], at + 1
    return shortest(total + part), last


def _half(run: Sequence[str], values: Sequence[str], at: int) -> tuple[str, int]:
    """Read half, or half a million."""
    if at + 2 < len(run) and run[at + 1] in ("a", "an") and values[at + 2] in _SCALES:
        return shortest(Decimal("0.5") * _SCALES[values[at + 2]]), at + 3
    return "0.5", at + 1


def _is_counted(run: Sequence[str], at: int) -> bool:
    """Whether a dozen is counted in some vague way: several dozen."""
    return at > 0 and run[at - 1] in ("several", "few", "some", "many")


def _is_plain(value: str) -> bool:
    """Whether a value can be counted with; one of thousands of digits cannot."""
    whole, _, part = value.partition(".")
    has_part = "." not in value or part.isdecimal()
    return len(value) <= _MOST_DIGITS and whole.isdecimal() and has_part


def _goes_on(run: Sequence[str], values: Sequence[str], at: int, part: Decimal) -> bool:
    """Whether a number word belongs to those before it: seven after twenty, ten after hundred."""
    if not run[at].isalpha() or not values[at].isdecimal() or not run[at - 1].isalpha():
        return False
    value = int(values[at])
    if part == 0:
        return values[at - 1] in _SCALES or run[at - 1] == "and"
    if part % 100 == 0:
        return 0 < value < 100 and (values[at - 1] in _SCALES or run[at - 1] == "and")
    return part % 10 == 0 and part % 100 >= 20 and 0 < value < 10


def _follows_and(run: Sequence[str], values: Sequence[str], at: int, part: Decimal | None) -> bool:
    """Whether "and" only goes on with a number: two hundred and five, but not 200 and 500."""
    following = values[at + 1]
    if part is None or values[at - 1] not in _SCALES or values[at - 1] == "dozen":
        return False
    is_small = following.isdecimal() and run[at + 1].isalpha() and int(following) < 100
    after = values[at + 2] if at + 2 < len(run) else ""
    tens = int(following) if is_small else 0
    rest = values[at + 3] if at + 3 < len(run) else ""
    is_tens = tens >= 20 and after.isdecimal() and int(after) < 10
    return is_small and (rest if is_tens else after) not in _SCALES
