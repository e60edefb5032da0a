r"""Formulas, the same however they are written: `E = mc²`, `\(E = mc^2\)`, `E = m·c²`; `I_0`, I₀, I0.

No word is a formula here unless it is marked as one, has a `_` or a lowered figure, or stands beside a "=".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from studyguide.patterns import lazy

_MAY_BE = lazy(r"[\\$_=₀-₉]")
_LETTER = r"[^\W\d_]"
_FORMULA = lazy(
    rf"\\\((?P<round>.{{1,400}}?)\\\)|\\\[(?P<square>.{{1,400}}?)\\\]|\$(?P<dollar>[^\s$](?:[^$]{{0,400}}[^\s$])?)\$"
    rf"|(?<![\w$\\])(?P<plain>{_LETTER}_\{{?\w{{1,3}}\}}?|(?:[A-Z][a-z]?[₀-₉]*|{_LETTER})[₀-₉]\w*)(?!\w)"
    rf"|(?<!\w)(?P<equal>(?:(?:{_LETTER}{{1,2}}|[\d.,^_()²³₀-₉·*/+−√½-]++)\s?){{1,12}}=(?:\s?(?:{_LETTER}{{1,3}}(?!{_LETTER})|[\d.,^_(){{}}²³₀-₉·*/+−√½-]++)){{1,24}}(?!(?<=\.)\w))",
    re.DOTALL,
)
_IN_DOLLARS = lazy(rf"[\\^_=]|{_LETTER}{{1,2}}")
"""What stands between two signs of a dollar may be a price, and words."""

_SIGNS = str.maketrans(
    {
        **{sign: str(value) for value, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")},
        **dict.fromkeys("−–₋", "-"),
        "⁄": "/",
        "∕": "/",
        "∆": "Δ",
        "µ": "μ",
        "ϕ": "φ",
        "ϵ": "ε",
        "Ω": "Ω",
        "₊": "+",
        "′": "'",
        "½": "1/2",
        "⅓": "1/3",
        "⅔": "2/3",
        "¼": "1/4",
        "¾": "3/4",
    }
)
_RAISED = lazy("[⁰¹²³⁴-⁹⁺⁻]+")
_GROUP = r"\{([^{}]*)\}"
_READ = (
    (lazy(r"\\(?:left|right|big|Big|bigl|bigr|limits|displaystyle)\b|\\[,;:! ]|\\q?quad\b|~"), ""),
    (
        lazy(rf"\\(?:mathrm|mathbf|mathit|text|textrm|operatorname|vec|boldsymbol)\s*{_GROUP}"),
        r"\1",
    ),
    (lazy(rf"_{_GROUP}"), r"\1"),
    (lazy(rf"\^{_GROUP}"), r"^\1"),
    (lazy(rf"\\[dt]?frac\s*{_GROUP}\s*{_GROUP}"), r"\1/\2"),
    (lazy(r"\\[dt]?frac\s*(\d)\s*(\d)"), r"\1/\2"),
    (lazy(rf"\\sqrt\s*{_GROUP}"), r"√\1"),
    (lazy(rf"\\(?:bar|overline)\s*{_GROUP}"), "\\1\u0304"),
)
_COMMANDS = {
    "cdot": "",
    "times": "",
    "ast": "",
    "circ": "°",
    "to": "→",
    "rightarrow": "→",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "ne": "≠",
    "approx": "≈",
    "pm": "±",
    "infty": "∞",
    "sqrt": "√",
    "longrightarrow": "→",
    "degree": "°",
    "lbrace": "",
    "rbrace": "",
    **{each: each for each in ("ln", "log", "lg", "exp", "sin", "cos", "tan", "min", "max", "lim")},
}
_COMMAND = lazy(r"\\([A-Za-z]+)")
_LEFT_OUT = lazy(r"[\s·⋅∙×*(){}\[\]|$\\_]+")
_OPERATOR = lazy("[=+×÷<>≤≥≠∧∨¬→↔⇒⇔∀∃∈⊂⊆∪∩√∑∫^]")
_MARKS, _BLANK, _LETTERS = lazy(r"\\[()\[\]]|\$"), lazy(r"\s+"), lazy(r"[^\W\d_]{1,2}")
_BUT_BRACKETS, _NEEDS_NONE = lazy(r"[\s·⋅∙×*{}|$\\_]+"), frozenset("/√")
_BETWEEN = r"[\s·⋅∙×*(){}\[\]|$\\_]*"
"""Signs and blanks that say nothing: mc, m·c, m × c."""


class Formula(NamedTuple):
    """A formula, in one way to write it, and from where to where it stands."""

    signs: str
    start: int
    end: int
    is_marked: bool


@lru_cache(maxsize=64)  # what an item says is asked for these once and again
def formulas_in(text: str) -> tuple[Formula, ...]:
    """Give each formula of a text."""
    return tuple(_formulas(text)) if _MAY_BE.search(text) else ()


def _formulas(text: str) -> Iterator[Formula]:
    for match in _FORMULA.finditer(text):
        kind = match.lastgroup or ""
        inner = match[kind]
        if kind == "dollar" and not _IN_DOLLARS.search(inner):
            continue
        if signs := _LEFT_OUT.sub("", _read(inner)):
            yield Formula(signs, *match.span(), kind in ("round", "square", "dollar"))


def has_formula(text: str, wanted: Formula) -> bool:
    """Whether a text has a formula, in whatever way it is written."""
    signs = _BETWEEN.join(map(re.escape, wanted.signs))
    goes_on = r"(?!\s?[+/]|-)" if "=" in wanted.signs else ""
    return re.search(rf"(?<![\w^]){signs}(?![\w^]){goes_on}", _as_read(text)) is not None


def signs_of(text: str) -> frozenset[str]:
    """Give the marked formulas of a text in one way to write each: those of the same letters may say the contrary."""
    return frozenset(each.signs for each in formulas_in(text) if each.is_marked)


def has_another_formula(text: str, other: str) -> bool:
    """Whether a text has a formula that stands nowhere in another, with its very signs and brackets: (¬p) ∨ q, for ¬p ∨ q."""
    found = [_inner(text[each.start : each.end]) for each in formulas_in(text) if each.is_marked]
    found = found or ([_inner(text)] if _OPERATOR.search(text) else [])
    there = _BLANK.sub("", other)
    return any(each not in there for each in found)


def without_longer_formulas(text: str, part: str) -> str:
    """Leave the formulas out of a text that are more than one of a few letters, which says nothing in them: p, of ¬¬p."""
    if not _LETTERS.fullmatch(_inner(part)):
        return text
    for each in reversed(formulas_in(text)):
        if each.is_marked and _inner(text[each.start : each.end]) != _inner(part):
            text = f"{text[: each.start]} | {text[each.end :]}"
    return text


def _inner(formula: str) -> str:
    return _BLANK.sub("", _MARKS.sub("", formula))


def is_bracketed_otherwise(formula: str, text: str) -> bool:
    """Whether a text has not the brackets of a formula where they are; a fraction may need none."""
    own = _bracketed(formula)
    return _NEEDS_NONE.isdisjoint(own) and own not in _bracketed(text)


def _bracketed(text: str) -> str:
    return _BUT_BRACKETS.sub("", _read(_MARKS.sub("", text)))


@lru_cache(maxsize=64)
def _as_read(text: str) -> str:
    return _read(text)


def _read(written: str) -> str:
    """Give a text in signs: TeX as the letters and signs that it sets, powers behind a `^`."""
    text = _RAISED.sub(lambda raised: f"^{unicodedata.normalize('NFKC', raised[0])}", written)
    text, before = text.translate(_SIGNS), ""
    while (text != before and "\\" in text) or "_{" in text or "^{" in text:
        before = text
        for pattern, said in _READ:
            text = pattern.sub(said, text)
        if text == before:
            break
    text = _COMMAND.sub(lambda command: _sign(command[1]), text)
    return text.replace("^°", "°").replace("_", "").translate(_SIGNS)


def _sign(command: str) -> str:
    """Give what a command of TeX sets: a sign, a Greek letter; its own name, of others."""
    if command in _COMMANDS:
        return _COMMANDS[command]
    size = "CAPITAL" if command[0].isupper() else "SMALL"
    name = command.removeprefix("var").upper().replace("LAMBDA", "LAMDA")
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name}")
    except KeyError:
        return command
