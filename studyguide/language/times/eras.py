"""Years with their era, in one way to tell them: AD 79, 79 CE and the year 79; 44 BC and 44 v. Chr."""

from collections.abc import Iterator

from studyguide.language.times.ages import AFTER, BEFORE
from studyguide.patterns import lazy

_MAY_BE = lazy(r"\d\s?[^\W\d_]|[DE]\.?\s?\d")
_YEAR_WORD = r"(?:\s?(?:г|р|r)\.|\sгод[ау]?|\sрок[уи]?|\sroku?)?"
_TOLD = lazy(
    rf"(?<![\w.,])(?:(?P<first>A\.? ?D\.?|C\.? ?E\.?)\s?(?P<behind>\d{{1,4}})"
    rf"|(?P<number>\d{{1,4}}){_YEAR_WORD}\s?(?:(?P<before>{BEFORE})|(?P<after>{AFTER})))(?!\w)"
)
_YEAR = lazy(
    rf"(?<![\d.,])(?P<number>\d{{1,4}})(?![\d]|[.,]\d)(?P<era>{_YEAR_WORD}\s?(?:{BEFORE})(?!\w))?"
)


def eras_told(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each year of a text that tells its era, and from where to where both stand."""
    for match in _TOLD.finditer(text) if _MAY_BE.search(text) else ():
        side = "before" if match["before"] else "after"
        yield f"{side} {int(match['number'] or match['behind'])}", *match.span()


def eras_meant(text: str) -> Iterator[str]:
    """Yield what each number of a text says if it is a year: one before the era, or, where it tells none, after."""
    for match in _YEAR.finditer(text):
        yield f"{'before' if match['era'] else 'after'} {int(match['number'])}"
