"""Titles of acts in one piece: Births and Deaths Registration Act, Coroners (Amendment) Act, which names known by capitals are torn at."""

from collections.abc import Sequence
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.surnames import joined

_KINDS: Final = frozenset(
    "Act Bill Convention Directive Measure Order Ordinance Regulation Regulations Statute Treaty".split()  # noqa: SIM905
)
"""What the title of an act ends with in English."""

_INSIDE: Final = frozenset("and at for in of on or to with &".split())  # noqa: SIM905
_SIGNS: Final = frozenset(",()")
_BEFORE: Final = frozenset(("a", "an", "that", "the", "this"))
"""Behind one of these a title of two parts begins: Wakley and Coroners Act is none."""


def acts_in_one(tokens: Sequence[Token], language: Language) -> list[Token]:
    """Join the words of each act's title that has small words or brackets inside, or a number behind it; a year is no part of it."""
    kept: list[Token] = []
    for at, token in enumerate(tokens if language.is_english else ()):
        behind = tokens[at + 1].shown if at + 1 < len(tokens) else ""
        start = _begin_of(kept, language) if token.shown in _KINDS else len(kept)
        run = [*kept[start:], token]
        if len(run) > 1 and (behind[:1].isdigit() or any(not each.is_capital for each in run)):
            shown = joined(each.shown for each in run)
            for sign, set_close in ((" ,", ","), ("( ", "("), (" )", ")")):
                shown = shown.replace(sign, set_close)
            kept[start:] = [token._replace(shown=shown, opens=False)]
        else:
            kept.append(token)
    return kept if language.is_english else [*tokens]


def _begin_of(tokens: Sequence[Token], language: Language) -> int:
    """Tell where a title begins that ends behind these: at the first capital of a run, or behind its article where it has small words."""
    start = last = at = len(tokens)
    while at and _may_be_inside(tokens[at - 1], language):
        at -= 1
        if tokens[at].is_capital:
            last = at
            start = at if all(each.is_capital for each in tokens[at:]) else start
    before = tokens[last - 1].shown.casefold() if last else "the"
    is_balanced = [each.shown for each in tokens[last:]].count("(") == [
        each.shown for each in tokens[last:]
    ].count(")")
    is_whole = before in _BEFORE and is_balanced
    return last if is_whole else start


def _may_be_inside(token: Token, language: Language) -> bool:
    if token.shown in _INSIDE or token.shown in _SIGNS:
        return True
    is_other = token.shown.split()[-1] in _KINDS or language.is_function_word(
        token.shown.casefold()
    )
    return token.is_capital and not is_other
