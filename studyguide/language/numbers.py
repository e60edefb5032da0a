"""Numbers in a run of words: `thirty-six` is one, however it is written."""

from collections.abc import Iterator

from studyguide.language.language import Language


def numbers_in(run: tuple[str, ...], language: Language) -> Iterator[tuple[str, int]]:
    """Yield each number of a run and the index of its first word; `thirty-six` is one number."""
    numbers = language.numbers(run)
    if not any(numbers):
        return
    is_used = False
    for index, (number, following) in enumerate(zip(numbers, (*numbers[1:], ""), strict=True)):
        is_tens = number in _TENS and run[index].isalpha()
        if is_used or not number:
            is_used = False
        elif is_tens and _is_unit(following):
            is_used = True
            yield str(int(number) + int(following)), index
        else:
            yield number, index


def _is_unit(number: str) -> bool:
    """Whether a number is 1 to 9; one of thousands of digits is none, and cannot be counted with."""
    return number.isdecimal() and len(number) < 10 and 0 < int(number) < 10


_TENS = frozenset(str(tens) for tens in range(20, 100, 10))
