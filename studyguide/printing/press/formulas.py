r"""Formulas on paper: TeX within `\(…\)` and `\[…\]` becomes a drawing, with the TeX as its words.

The only module that knows ziamath. What that cannot set, or would take too long over, stays as it
was written: a deck is untrusted, and the time for a formula doubles with each level of it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element, fromstring

from markupsafe import Markup, escape

from studyguide.printing.press.parted_formulas import OPERATORS, RELATIONS, parts_before
from studyguide.printing.press.typography import curled

_FORMULA = re.compile(
    r"\\\((?P<inline>(?:(?!\\[()]).)+)\\\)|\\\[(?P<display>(?:(?!\\[\[\]]).)+)\\\]", re.DOTALL
)
_BLANK = re.compile(r"\{\{c\d+::")
_BEGIN = re.compile(r"\\begin *\{([^{}]*)\}")
_COMMAND = re.compile(r"\\[A-Za-z]+")
_KNOWN_TOO: Final = frozenset({"aligned"})
"""What the library takes for one that it knows."""

_GAP = re.compile(r"[\s\\]")
"""Where something begins that does not cling to a formula, as a bracket or a comma does."""

_SHAPES: Final = {
    "path": ("d", "stroke-width"),
    "rect": ("x", "y", "width", "height", "stroke-width"),
}
_UNBROKEN: Final = Markup('<span style="white-space: nowrap">{}{}{}</span>')
_APART: Final = Markup("{}{}{}")
_BLOCK: Final = Markup('<span style="display: block; margin: .3em 0; text-align: center">{}</span>')
_BREAK: Final = Markup("&#8203;")
_EM = re.compile(r"[ ;]width: ([\d.]+)em")
_SIZE: Final = 10.0
"""What an em is in a drawing."""

_LONGEST, _DEEPEST, _LARGEST = 300, 12, 40.0
"""The most characters of TeX, levels of MathML, and em of width or height of what is drawn in one piece."""

_LONGEST_OF_ALL: Final = 3000
"""The most characters of TeX of a formula in pieces."""

_WIDE: Final = 12.0
"""In em: a wider formula may be broken before a relation that is no part of anything, or before a sign such as +."""

_SIGN = re.compile(
    r"(<mo[^>]*>(?!&#x0(?:0029|005D|007D|007C|2016|27E9);|!)[^<]+</mo>)<mo>(&#x0(?:2212|002B);)</mo>"
)
"""A sign behind another operator that closes nothing: of a number, as in `= -1`, and not between two."""


def with_formulas(text: str, language: str = "en") -> Markup:
    """Give a text as HTML, typographically set, with each of its formulas drawn."""
    return Markup("").join(_parts(text, curled(text, language)))


def _parts(text: str, shown: str) -> Iterator[Markup]:
    """Yield the parts of a text; as it is to be `shown`, it has the same length."""
    end = 0
    for found in _FORMULA.finditer(text):
        parts = _in_lines(found["inline"] or found["display"], is_inline=found["display"] is None)
        if parts:
            *most, last = parts
            *_, before = _GAP.split(shown[end : found.start()])
            gap = _GAP.search(shown, found.end())
            after = shown[found.end() : gap.start() if gap else len(shown)]
            yield escape(shown[end : found.start() - len(before)])
            if not most:
                yield (_UNBROKEN if found["inline"] else _APART).format(before, last, after)
            elif found["inline"]:
                yield _UNBROKEN.format(before, most[0], "")
                yield from (_BREAK + part for part in most[1:])
                yield _BREAK + _UNBROKEN.format("", last, after)
            else:
                yield _APART.format(before, _BLOCK.format(_BREAK.join(parts)), after)
            end = found.end() + len(after)
    yield escape(shown[end:])


def _in_lines(tex: str, *, is_inline: bool) -> list[Markup]:
    """Draw a formula in parts that each may begin a line, if it is wide; in none if it cannot be drawn."""
    if len(tex) > _LONGEST_OF_ALL:
        return []
    whole = _drawn(tex, is_inline=is_inline)
    if whole is not None and width_of(whole) <= _WIDE:
        return [whole]
    parts = [
        sign
        for relation in parts_before(tex, RELATIONS)
        for sign in ([relation] if _is_narrow(relation) else parts_before(relation, OPERATORS))
    ]
    if len(parts) > 1:
        drawn = [_drawn(part, is_inline=True, is_large=not is_inline) for part in parts]
        if None not in drawn:
            return [each for each in drawn if each]
    return [whole] if whole else []


def _is_narrow(tex: str) -> bool:
    drawn = _drawn(tex, is_inline=True)
    return drawn is not None and width_of(drawn) <= _WIDE


def width_of(drawn: Markup) -> float:
    """Tell how wide a formula is drawn, in em."""
    found = _EM.search(drawn)
    return float(found[1]) if found else 0.0


class Unset(NamedTuple):
    """A formula that is printed as it is written: from where to where, and which commands nobody knows.

    A blank may cut it in two.
    """

    start: int
    end: int
    commands: tuple[str, ...]
    is_cut: bool


def unset_in(text: str, *, is_title: bool = False) -> Iterator[Unset]:
    """Yield the formulas of a text that are not drawn; in a title none is."""
    for found in _FORMULA.finditer(text):
        tex = found["inline"] or found["display"]
        if is_title:
            yield Unset(*found.span(), (), is_cut=False)
            continue
        is_cut = "{{c" in tex and bool(_BLANK.search(tex))
        if is_cut or not _in_lines(tex, is_inline=found["display"] is None):
            yield Unset(*found.span(), () if is_cut else unknown_in(tex), is_cut)


@lru_cache(maxsize=1000)
def unknown_in(tex: str) -> tuple[str, ...]:
    """Give the commands and environments of a formula that the library does not know."""
    from latex2mathml.commands import MATRICES
    from ziamath.tex import tex2mml

    known = {name.removeprefix("\\") for name in MATRICES} | _KNOWN_TOO
    unknown = [f"\\begin{{{name}}}" for name in _BEGIN.findall(tex) if name not in known]
    if len(tex) <= _LONGEST:
        with suppress(
            Exception
        ):  # which TeX that makes no sense may raise; that is not drawn either
            tree = fromstring(tex2mml(tex))  # noqa: S314, made by the library
            for words in tree.itertext():
                unknown += _COMMAND.findall(words)
    return tuple(dict.fromkeys(unknown))


@lru_cache(maxsize=1000)
def _drawn(tex: str, *, is_inline: bool, is_large: bool | None = None) -> Markup | None:
    """Draw a formula as SVG for a line of text, or give nothing if that cannot be done.

    In a line, too, it may be as large as one that stands apart.
    """
    if len(tex) > _LONGEST:
        return None
    try:
        drawing = _set(tex, is_inline=is_inline if is_large is None else not is_large)
    except Exception:  # noqa: BLE001, whatever TeX that makes no sense does to a library
        return None
    if drawing is None:
        return None
    left, top, width, height = (float(value) for value in drawing.attrib["viewBox"].split())
    if not (0 < width <= _LARGEST * _SIZE and 0 < height <= _LARGEST * _SIZE):
        return None
    display = "inline" if is_inline else "block; margin: .3em auto"
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="formula" viewBox="{} {} {} {}" '
        'style="display: {}; width: {:.3f}em; height: {:.3f}em; vertical-align: {:.3f}em; max-width: 100%">'
        "<title>{}</title>{}</svg>"
    ).format(
        *(left, top, width, height, display),
        *(width / _SIZE, height / _SIZE, -(top + height) / _SIZE),
        " ".join(tex.removeprefix("{}").split()),
        Markup("").join(_shapes(drawing)),
    )


def _set(tex: str, *, is_inline: bool) -> Element | None:
    """Set a formula; nothing if it is too deep, coloured below, or has what the face has not."""
    from ziamath.config import config
    from ziamath.tex import tex2mml
    from ziamath.zmath import Math

    config.svg2 = False
    if unknown_in(tex):
        return None
    source = tex2mml(tex, inline=is_inline)
    tree = fromstring(source)  # noqa: S314, made by the library
    if _depth(tree) > _DEEPEST or "mathbackground" in source:
        return None
    formula: Any = Math(_SIGN.sub(r'\1<mo form="prefix">\2</mo>', source), size=_SIZE, margin=0.5)
    if any(formula.font.glyphindex(sign) == 0 for sign in "".join(tree.itertext()) if sign > " "):
        return None
    drawing: Element = formula.svgxml()
    return drawing


def _depth(element: Element) -> int:
    return 1 + max(map(_depth, element), default=0)


def _shapes(drawing: Element) -> Iterator[Markup]:
    """Yield the shapes of a drawing, all black: no colour, no link, nothing else of an SVG's."""
    for element in drawing.iter():
        if element.tag in _SHAPES:
            kept = [(key, element.attrib.get(key, "")) for key in _SHAPES[element.tag]]
            inks = ((key, element.attrib.get(key, "")) for key in ("fill", "stroke"))
            kept += [(key, "none" if ink == "none" else "#000") for key, ink in inks if ink]
            own = Markup(" ").join(Markup('{}="{}"').format(*each) for each in kept if each[1])
            yield Markup("<{} {}/>").format(element.tag, own)
