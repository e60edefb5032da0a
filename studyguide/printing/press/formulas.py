r"""Formulas on paper: TeX within `\(…\)` and `\[…\]` becomes a drawing, with the TeX as its words.

The only module that knows ziamath. What that cannot set, or would take too long over, stays as it
was written: a deck is untrusted, and the time for a formula doubles with each level of it.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final
from xml.etree.ElementTree import Element, fromstring

from markupsafe import Markup, escape

from studyguide.printing.press.parted_formulas import OPERATORS, parts_before, sides_of
from studyguide.printing.press.typography import FORMULA, curled
from studyguide.printing.spacing.signs import give_space

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

_SMALLEST: Final = 0.55
"""The smallest letters, of an exponent within a fraction, of the letters around the formula: as the face has it."""

_APART_FROM_BAR, _LONGER = "0.1em", "0.16em"
"""Added to the gap between a bar and a fraction within its fraction, and to the left of that."""

_WITH_SCRIPTS: Final = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))
_ROWS: Final = frozenset(("mrow", "mstyle", "mpadded"))
_SPACE_OF_NAMES: Final = ' xmlns="http://www.w3.org/1998/Math/MathML"'

_LONGEST, _DEEPEST, _LARGEST = 300, 12, 40.0
"""The most characters of TeX, levels of MathML, and em of width or height of what is drawn in one piece."""

_LONGEST_OF_ALL: Final = 3000
"""The most characters of TeX of a formula in pieces."""

_WIDE: Final = 12.0
"""In em: a wider formula may be broken before a relation that is no part of anything, or before a sign such as +."""

_SHORT: Final = 3.0
"""In em: no line ends behind a left side that is so short, and centred above the right one."""

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
    for found in FORMULA.finditer(text):
        parts = in_lines(found["inline"] or found["display"], is_inline=found["display"] is None)
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


def in_lines(tex: str, *, is_inline: bool) -> list[Markup]:
    """Draw a formula in parts that each may begin a line, if it is wide; in none if it cannot be drawn."""
    if len(tex) > _LONGEST_OF_ALL:
        return []
    whole = _drawn(tex, is_inline=is_inline)
    if whole is not None and width_of(whole) <= _WIDE:
        return [whole]
    parts = [
        sign
        for relation in sides_of(tex, lambda left: _is_narrow(left, _SHORT))
        for sign in (
            [relation] if _is_narrow(relation, _WIDE) else parts_before(relation, OPERATORS)
        )
    ]
    if len(parts) > 1:
        drawn = [_drawn(part, is_inline=True, is_large=not is_inline) for part in parts]
        if None not in drawn:
            return [each for each in drawn if each]
    return [whole] if whole else []


def _is_narrow(tex: str, most: float) -> bool:
    drawn = _drawn(tex, is_inline=True)
    return drawn is not None and width_of(drawn) <= most


def width_of(drawn: Markup) -> float:
    """Tell how wide a formula is drawn, in em."""
    found = _EM.search(drawn)
    return float(found[1]) if found else 0.0


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
    from ziamath.zmath import Math, loadedfonts

    config.svg2 = False
    config.minsizefraction = _SMALLEST * _SIZE / loadedfonts["default"].basesize
    if unknown_in(tex):
        return None
    source = tex2mml(tex, inline=is_inline).replace(_SPACE_OF_NAMES, "")
    tree = fromstring(_SIGN.sub(r'\1<mo form="prefix">\2</mo>', source))  # noqa: S314, made by the library
    if _depth(tree) > _DEEPEST or "mathbackground" in source:
        return None
    give_space(tree)
    _give_room(tree, is_small=False, is_smaller_below=is_inline)
    formula: Any = Math(tree, size=_SIZE, margin=0.5)
    if any(formula.font.glyphindex(sign) == 0 for sign in "".join(tree.itertext()) if sign > " "):
        return None
    return formula.svgxml()  # type: ignore[no-any-return]


def _give_room(element: Element, *, is_small: bool, is_smaller_below: bool) -> None:
    """Set fractions within fractions or exponents in small letters, not in smaller ones, and apart from the bar, which is longer than theirs.

    The library would set them without a gap, above a bar as long.
    """
    is_small = is_small and element.get("scriptlevel") != "0"
    if style := element.get("displaystyle"):
        is_smaller_below = style == "false"
    is_fraction = element.tag == "mfrac"
    parts = list(element)
    if is_fraction and is_small:
        element.set("displaystyle", "true")
    for place, part in enumerate(parts):
        is_script = element.tag in _WITH_SCRIPTS and place > 0
        below = is_small or is_script or (is_fraction and is_smaller_below)
        _give_room(part, is_small=below, is_smaller_below=is_smaller_below or is_fraction)
        if is_fraction:
            if is_small:
                part.set("displaystyle", "false")
            if part.find(".//mfrac") is not None or part.tag == "mfrac":
                element[place] = _padded(part, is_above=place == 0, is_row=below)


def _padded(part: Element, *, is_above: bool, is_row: bool) -> Element:
    """Keep what is above or below a bar apart from it; a fraction that begins it leaves room at the left, as all do at the right.

    A row whose fractions are as large as it becomes what has that room: one level more would take twice the time.
    """
    first = part
    while first.tag in _ROWS and len(first):
        first = first[0]
    room = {"lspace": _LONGER, "width": f"+{_LONGER}"} if first.tag == "mfrac" else {}
    if is_above:
        room["voffset"] = _APART_FROM_BAR
    is_row = is_row and part.tag == "mrow"
    padded = Element("mpadded", {**room, "height": f"+{_APART_FROM_BAR}", **part.attrib})
    padded.extend(part if is_row else (part,))
    return padded


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
