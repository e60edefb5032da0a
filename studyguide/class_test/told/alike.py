"""Whether an answer is known by its look: by letters that stand for its words; it alone has a word of what is asked, or a part of one, an equation, a unit, or is by far the longest."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from studyguide.language.language import Language
from studyguide.language.paraphrase import is_same_family
from studyguide.language.words import forms

_PART: Final = 4
"""So many letters of a word are seen in another: Jahr in Jahreslohn."""

_ENDING: Final = 3
"""So many letters at most are other ones in words that begin alike: modulus, modular; divisor, divides."""

_FAR: Final = 1.6
_LONG: Final = 40
"""So many times as long as the longest of the others is what stands out, and so many letters long."""

_BETWEEN: Final = 2
"""So many words of a name may have no letter in its abbreviation: of the, and."""

_EQUATION: Final = re.compile(r"[=≡≈≤≥]|\\\(|\\\[")
_FIGURE: Final = re.compile(r"\d")
_LETTERS: Final = re.compile(r"[^\W\d_]")


def is_told_by_letters(one: str, two: str) -> bool:
    """Whether one of two texts is an abbreviation, and the other has words that begin with its letters."""
    return _abbreviates(one, two) or _abbreviates(two, one)


def _abbreviates(short: str, text: str) -> bool:
    """Whether a word in capitals, such as UNO or U.N.O., has the initials of words in a row; small ones may lack."""
    wanted = [
        letters.casefold()
        for word in short.split()
        if (letters := "".join(filter(str.isalpha, word))) and len(letters) > 1
        if sum(map(str.isupper, letters)) > len(letters) / 2
    ]
    words = forms(text)
    return any(_begins(words[at:], each) for each in wanted for at in range(len(words)))


def _begins(words: Sequence[str], letters: str) -> bool:
    """Whether words begin with these letters, the first with the first; some between may be passed over."""
    if not letters:
        return True
    if not words or words[0][0] != letters[0]:
        return False
    rest = words[1:]
    return any(_begins(rest[skipped:], letters[1:]) for skipped in range(_BETWEEN + 1))


def is_told_by_words(prompt: str, right: str, others: Sequence[str], language: Language) -> bool:
    """Whether of all answers the right one alone has a word like one that is asked with."""
    own, rest = _content(right, language), [_content(each, language) for each in others]
    for asked in _content(prompt, language):
        if any(_are_alike(asked, it, language) for it in own) and not any(
            _are_alike(asked, it, language) for run in rest for it in run
        ):
            return True
    return False


def is_only_equation(right: str, others: Sequence[str]) -> bool:
    """Whether only the right answer is one of signs: an identity among definitions is seen at once."""
    return _is_alone(_EQUATION.search, right, others)


def has_a_look(right: str, others: Sequence[str]) -> bool:
    """Whether the right answer alone is an equation, has figures or a unit to them, or is by far the longest; or has none where all have."""
    if is_only_equation(right, others) or _is_alone(_FIGURE.search, right, others):
        return True
    if _FIGURE.search(right) and _is_alone(_LETTERS.search, right, others):
        return True
    return len(right) >= _LONG and len(right) > _FAR * max(map(len, others))


def _is_alone(has: Callable[[str], object], right: str, others: Sequence[str]) -> bool:
    return len({bool(has(each)) for each in others}) == 1 and bool(has(right)) != bool(
        has(others[0])
    )


@lru_cache(maxsize=4096)
def _content(text: str, language: Language) -> tuple[str, ...]:
    return tuple(
        form
        for form in forms(text)
        if len(form) >= _PART and not form.isdecimal() and not language.is_function_word(form)
    )


@lru_cache(maxsize=1 << 16)
def _are_alike(one: str, two: str, language: Language) -> bool:
    """Whether one is a form of the other, of its family, stands at an end of it, or begins like it but for an ending."""
    first, second = language.stem(one), language.stem(two)
    if first == second or is_same_family(first, second):
        return True
    shorter, longer = sorted((one, two), key=len)
    bare = first if shorter == one else second
    if len(bare) >= _PART and (longer.startswith(bare) or longer.endswith(shorter)):
        return True
    same = sum(1 for _ in takewhile(lambda it: it[0] == it[1], zip(one, two, strict=False)))
    return same >= max(_PART, len(shorter) - _ENDING)
