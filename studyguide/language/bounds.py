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
                held = lexicon.than | lexicon.possessives
                place, is_held = begin + end - size, run[end - 1] in held
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

    What a bound of another sort stands in is not denied by it: no bridge for more than 30 miles. Nor is what a
    part of the clause lacks: with no pilot the crew lost more than 40 nets.
    """
    lexicon, uses = language.words, language.words.constructions
    denying = lexicon.nots | {*uses.get("nobody", ())}
    if not denying or not place:
        return None
    run = tuple(map(itemgetter(0), found[:place]))
    first = _begin_of_clause(text, found, place, language)
    at = next((at for at in range(place - 1, first - 1, -1) if run[at] in denying), None)
    if at is None or run[at + 1 : at + 2] == () or run[at + 1] in uses.get("not all", ()):
        return None
    is_bare = {*uses.get("may", ())}.isdisjoint(
        run[at + 1 :]
    )  # nobody may be mayor for more than two terms
    if is_bare and found[place - 1].form in uses.get("preposition", ()):
        return None
    is_affirmed = lexicon.affirmations.stand_in((*run[max(0, at - 1) : at + 3], found[place].form))
    return None if is_affirmed or _is_of_a_part(run[:place], at, language, first) else at


def _begin_of_clause(text: str, found: Sequence[Word], place: int, language: Language) -> int:
    """Find where a clause begins, at punctuation or a conjunction; not before so many words."""
    lexicon = language.words
    opening = lexicon.joining | lexicon.adversatives | lexicon.conjunctions
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if found[at].form in opening or _MARK.search(text, found[at].end, found[at + 1].start):
            return at + 1
    return max(0, place - _REACH)


def _is_of_a_part(run: tuple[str, ...], at: int, language: Language, first: int) -> bool:
    """Whether a denial is only of a part of its clause: those not on board, the crew that had no pilot."""
    lexicon, uses = language.words, language.words.constructions
    prepositions, before = {*uses.get("preposition", ())}, run[first:at]
    if not lexicon.relatives.isdisjoint(run[at + 1 :]) or not lexicon.that.isdisjoint(
        run[at + 1 :]
    ):
        return True
    if not (lexicon.relatives | lexicon.that).isdisjoint(before[:-1]):
        return True
    if run[at] in lexicon.nots:
        return run[at + 1] in prepositions
    is_object = not (language.denies_before or lexicon.finite_verbs.isdisjoint(before))
    return is_object or (before[-1:] != () and before[-1] in prepositions)


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
