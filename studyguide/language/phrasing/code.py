"""Code as its signs and names in a row, the same with other blanks, quotation marks and signs of comparing (<=, ≤)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyguide.patterns import lazy

_TOKEN = lazy(
    r"(?P<name>[^\W_⁰¹²³⁴-⁹]*_[\w]*|[^\W⁰¹²³⁴-⁹]+)|(?P<sign><=>|===|!==|>>=|<<=|\*\*=|//=|[=!<>:+*/%&|^~.-]=|\*\*|//|->|=>"
    r"|&&|\|\||::|<<|>>|\+\+|--|[^\w\s]|[⁰¹²³⁴-⁹]+)"
)
_SAME = {
    "≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/",
    "**": "^", **dict.fromkeys("'’‘“”„«»`", '"'),
}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SOFT = frozenset('"()[]{},;:.…#')
"""Signs that at the ends of code say nothing of it."""
_OPERATORS = lazy(
    r"[=!<>]=|[-+*/%]=|//|\*\*|->|=>|&&|\|\||[=<>√∑∫≤≥≠≈×÷·→⇒∧∨¬]|(?<=\s)\+(?=\s)|(?<=\w)\+(?=\w)"
)
_MUST_BE = lazy(
    r"(?<![=!<>])[=!<>]=(?!=)|(?<![-+*/%])[-+*/%]=|(?<!:)//|:=|&&|\|\||->|\w::\w|\w=\w"
    r"|\w\[[^\W\d]|\w\.[^\W\d]\w*\(|[^\W\d]\(\)"
)
"""What makes code of a line that nobody marks."""
_MAY_BE = lazy(r"[=&|\[(/:>]")
_CALL = lazy(r"\w[\[(]")


class Token(NamedTuple):
    """A name, a number or a sign of code, in one way to write it, and from where to where it stands."""

    form: str
    start: int
    end: int
    is_name: bool


@lru_cache(maxsize=64)
def tokens(text: str, begin: int = 0, last: int | None = None) -> tuple[Token, ...]:
    """Cut code into its names and signs; where they stand is counted from the text's start."""
    return tuple(_tokens(text, begin, len(text) if last is None else last))


def _tokens(text: str, begin: int, last: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, begin, last):
        form, is_name = match[0], match["name"] is not None
        if not is_name and form.translate(_RAISED).isdecimal():
            yield Token("^", *match.span(), is_name=False)
            yield Token(form.translate(_RAISED), *match.span(), is_name=True)
        else:
            yield Token(_SAME.get(form, form.casefold()), *match.span(), is_name)


def core(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out the brackets, quotation marks and stops at the ends of code."""
    first, last = 0, len(found)
    while first < last and found[first].form in SOFT:
        first += 1
    while first < last and found[last - 1].form in SOFT:
        last -= 1
    return found[first:last]


def operators(text: str) -> list[str]:
    """Give the signs of a formula or of code in a text that make something of what they stand between."""
    return [_SAME.get(each, each) for each in _OPERATORS.findall(text)]


def is_surely_code(text: str) -> bool:
    """Whether a line can be nothing but code."""
    return _MAY_BE.search(text) is not None and _MUST_BE.search(text) is not None


def may_be_code(text: str) -> bool:
    """Whether a line that is like another of code is code as well."""
    return is_surely_code(text) or _CALL.search(text) is not None
