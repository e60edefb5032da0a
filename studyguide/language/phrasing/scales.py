"""Thousands and millions: told once for two (2.1 against 1.9 million), or by a letter at a sum (£4.6m)."""

from collections.abc import Iterator
from itertools import pairwise

from studyguide.language.language import Language
from studyguide.language.numbers import SCALES, WORDED, Numeral, numerals, scaled
from studyguide.language.words import forms, words
from studyguide.patterns import lazy

_MOST_BETWEEN = 3
"""So many words may part the two."""
_LONGEST = 3
"""Digits of what is counted by a scale; a year is not."""
_SUM = lazy(
    r"(?P<money>[$£€¥]\s?)?(?P<figure_and_scale>(?P<figure>\d[\d.,]*)\s?(?P<scale>bn|mn|[mMkK]))(?![^\W_])(?P<behind>\s?[$£€¥])?"
)
_LETTERS = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}


def scaled_in(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """Yield each number of a text that has a scale, as one in figures, and from where to where it stands."""
    run = forms(text)
    for each in numerals(run, language):
        if each.last - each.first > 1 and scale_of(run, each, language):
            found = words(text)
            yield each.value, found[each.first].start, found[each.last - 1].end


def scaled_by_the_next(run: tuple[str, ...], language: Language) -> Iterator[str]:
    """Yield each number of a run that may have the scale of the one behind it, with that."""
    for one, other in pairwise(numerals(run, language)):
        between = run[one.last : other.first]
        if not 0 < len(between) <= _MOST_BETWEEN or not _is_small(one):
            continue
        scale = scale_of(run, other, language)
        if scale and all(_may_part(form, language) for form in between):
            yield scaled(one.value, scale)


def _is_small(numeral: Numeral) -> bool:
    return len(numeral.value.partition(".")[0]) <= _LONGEST and not numeral.value.endswith(".")


def _may_part(form: str, language: Language) -> bool:
    uses, lexicon = language.words.constructions, language.words
    is_small = language.is_function_word(form) and form not in lexicon.possessives
    return is_small or form in lexicon.parallels or form in uses.get("parts figures", ())


def scale_of(run: tuple[str, ...], numeral: Numeral, language: Language) -> str:
    """Give the word by which a number ends that counts hundreds, thousands or millions: million, of 4.6 million."""
    value = language.numbers(run[numeral.last - 1 : numeral.last])[0]
    value = WORDED.get(value, value) if run[numeral.last - 1].isalpha() else ""
    return value if value in SCALES and value != "dozen" else ""


def sums_in(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """Yield each sum of money whose scale is a letter or two, as a number, and where it stands: £4.6m, $5bn, 3 M€."""
    for match in _SUM.finditer(text):
        if match["money"] or match["behind"]:
            value = numerals(forms(match["figure"]), language)[0].value
            yield scaled(value, _LETTERS[match["scale"].lower()]), *match.span("figure_and_scale")
