"""Bounds: by which words a figure is compared, and when a "no" before them turns these round: none carries more than 20."""

from collections.abc import Sequence
from operator import itemgetter

from studyguide.language.language import Language
from studyguide.language.words import Word
from studyguide.patterns import lazy

_AND_MORE = lazy(r"\+(?![\w+])")  # 3.6+
_MARK = lazy(r"[,;:.()—–]")
_TURNED = {">": "≤", "<": "≥"}
_REACH = 10
"""So many words may stand between a "no train" and its "more than"."""
_LONGEST = 4


def compared(
    text: str, found: Sequence[Word], first: int, language: Language
) -> tuple[str, tuple[int, int]]:
    """Tell what the words before a figure compare it by, and which they are: fewer than, at least."""
    lexicon = language.words
    run = tuple(map(itemgetter(0), found[max(0, first - _LONGEST - 1) : first]))
    begin = first - len(run)
    for end in (len(run), len(run) - 1):  # more than the 40
        for size in (4, 3, 2, 1):
            if size <= end and (sign := lexicon.comparisons.get(" ".join(run[end - size : end]))):
                place, is_held = begin + end - size, run[end - 1] in lexicon.than
                if (
                    is_held
                    and sign in _TURNED
                    and denied_at(text, found, place, language) is not None
                ):
                    sign = _TURNED[sign]
                return sign, (place, begin + end)
    is_start = bool(run) and run[-1] in lexicon.starting
    return ("≥", (first - 1, first)) if is_start else ("", (0, 0))


def denied_at(text: str, found: Sequence[Word], place: int, language: Language) -> int | None:
    """Find what denies the deed of which a bound is told, in its clause: no train may carry more than; None if nothing does.

    What a bound of another sort stands in is not denied by it: no bridge for more than 30 miles.
    """
    lexicon, uses = language.words, language.words.constructions
    ends = lexicon.joining | lexicon.adversatives | lexicon.conjunctions | lexicon.relatives
    ends |= lexicon.that
    denying = lexicon.nots | {*uses.get("nobody", ())}
    if not denying or not place or found[place - 1].form in uses.get("preposition", ()):
        return None
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        form = found[at].form
        if _MARK.search(text, found[at].end, found[at + 1].start) or form in ends:
            return None
        if form in denying:
            run = tuple(map(itemgetter(0), found[max(0, at - 1) : at + 3]))
            is_all = found[at + 1].form in uses.get("not all", ())
            return None if is_all or lexicon.affirmations.stand_in(run) else at
    return None


def bounds_asked(asked: tuple[str, ...], language: Language) -> set[str]:
    """Give the signs of what a question asks for by an "at least", an "at most" that has no figure of its own."""
    lexicon = language.words
    places = {*lexicon.constructions.get("threshold", ())}
    return {
        lexicon.comparisons[" ".join(asked[each.start : each.end])]
        for each in language.comparing.find(asked)
        if not any(language.numbers(asked[each.end : each.end + 2]))
        and not (asked[each.start] in places and _is_led(language, asked[each.end :]))
    }


def _is_led(language: Language, behind: tuple[str, ...]) -> bool:
    """Whether a noun follows with a "the": "under the Act" asks for no bound, "over a year" may."""
    lexicon = language.words
    leading = lexicon.articles | lexicon.demonstratives
    leading -= {*lexicon.constructions.get("indefinite", ())}
    return not leading.isdisjoint(behind[:1])


def compared_behind(
    text: str, found: Sequence[Word], behind: tuple[int, int], language: Language
) -> tuple[str, tuple[int, int]]:
    """Tell what the words behind a figure, or behind its unit, compare it by: or later, or more."""
    at, end = behind
    end = max(end, found[at - 1].end)
    if _AND_MORE.match(text, end):
        return "≥", (0, 0)
    while at < len(found) and found[at].start < end:
        at += 1
    comparisons = language.words.comparisons_behind
    for size in (3, 2, 1) if comparisons and at < len(found) else ():
        words = found[at : at + size]
        sign = comparisons.get(" ".join(word.form for word in words))
        if sign and not text[end : words[0].start].strip(" ,(\n\u00a0"):
            return sign, (at, at + len(words))
    return "", (0, 0)
