"""A face for what no other face has: for each character a box, with its code point below; and marks on marked letters.

Signs of raised and lowered figures (`10⁻⁹`, `Na⁺`) are no boxes: they are the usual ones, drawn smaller.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

_EM, _SPACE, _DIGIT, _MARGIN, _STROKE = 1000, 250, 0.42, 60, 36
"""Units of an em, and of a space; how large the figures are; what stays free beside the box, and how thick its lines are."""

_BOX, _FIGURES = (60, 620), -290
"""From where to where the box stands above the line, and where the figures stand below it."""


_SMALL, _UP, _DOWN = 0.6, 430, -207
"""How large a raised or lowered sign is, and how far from the line: in the middle of figures that are so."""

SHIFTED: Final = {"⁺": ("+", _UP), "⁻": ("−", _UP), "₊": ("+", _DOWN), "₋": ("−", _DOWN)}
"""Signs that are drawn from another one."""


_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_APART: Final = "\N{ZERO WIDTH NON-JOINER}"
"""What no face is asked for, as one is for the joiner of graphemes."""

_OUT_OF_PARTS = re.compile(
    "[A-Za-hk-z][\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0323\u0331]+"
    "|[AEOUaeou]\u0328[\u0300-\u0304\u0306-\u0308\u030a-\u030c]+|[CSTcst]\u0327[\u0300-\u0304\u0306-\u0308\u030a-\u030c]+"
)
"""Letters that our faces have places on for these marks. The dot of an i would stay below one."""

_TAG = re.compile(r"(<[^>]*>)")


def with_marks_in_place(page: str) -> str:
    """Part marked letters of a page that bear another mark, which would stand beside them: ǫ̈, ū́, ė́.

    Our faces have places for marks on plain letters; the shaper would put letter and first mark together again.
    """
    if not _MARKED.search(page):
        return page
    start = max(page.find("<body"), 0)
    parts = _TAG.split(page[start:])
    parts[::2] = [_MARKED.sub(_in_place, text) for text in parts[::2]]
    return page[:start] + "".join(parts)


def _in_place(found: re.Match[str]) -> str:
    composed, parts = (normalize(form, found[0]) for form in ("NFC", "NFD"))
    is_parted = len(composed) > 1 and composed[0] != parts[0]
    if not is_parted or not _OUT_OF_PARTS.fullmatch(parts):
        return found[0]
    return f"{parts[0]}{_APART}{parts[1:]}"


def face_of_boxes(characters: str, figures: Path) -> bytes:
    """Make a face of boxes; its figures are those of the face in a file."""
    from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
    from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    names = {
        ord(character): f"u{ord(character):04X}" for character in sorted({*characters} - {" "})
    }
    with TTFont(figures) as source:
        glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
        scale = _DIGIT * _EM / source["head"].unitsPerEm
        drawn, widths = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (_EM, 0)}
        for code, name in names.items():
            pen = TTGlyphPen(None)
            sign, up = SHIFTED.get(chr(code), ("", 0))
            if sign:
                glyph, size = glyphs[cmap[ord(sign)]], _SMALL * _EM / source["head"].unitsPerEm
                glyph.draw(TransformPen(pen, (size, 0, 0, size, 0, up)))
                widths[name] = (round(glyph.width * size), 0)
            else:
                widths[name] = (_drawn(pen, f"{code:04X}", (glyphs, cmap, scale)), _MARGIN)
            drawn[name] = pen.glyph()
    drawn["space"], widths["space"] = TTGlyphPen(None).glyph(), (_SPACE, 0)
    names |= {0x20: "space", 0xA0: "space"}  # the shaper takes those between boxes from here, too
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *dict.fromkeys(names.values())])
    builder.setupCharacterMap(names)
    builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=800, descent=-300)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular", "psName": "Boxes"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-300, usWinAscent=800, usWinDescent=300)
    builder.setupPost()
    _stand_on_the_line(builder.font)
    builder.font.recalcTimestamp = False
    made = BytesIO()
    builder.save(made)
    return made.getvalue()


def _stand_on_the_line(font: Any) -> None:
    """Tell the shaper that all glyphs are letters, and that it has to move none.

    Else the box of a combining mark would take no room, and stand over or below those of others.
    """
    from fontTools.ttLib import newTable
    from fontTools.ttLib.tables import otTables  # type: ignore[import-untyped]

    classes = otTables.GlyphClassDef()
    classes.classDefs = dict.fromkeys(font.getGlyphOrder(), 1)
    definitions, positions = otTables.GDEF(), otTables.GPOS()
    definitions.GlyphClassDef = classes
    definitions.AttachList = definitions.LigCaretList = definitions.MarkAttachClassDef = None
    positions.FeatureList = positions.LookupList = None
    positions.ScriptList = otTables.ScriptList()
    positions.ScriptList.ScriptRecord = [_script(tag, otTables) for tag in ("DFLT", "hebr")]
    for tag, table in (("GDEF", definitions), ("GPOS", positions)):
        table.Version = 0x00010000
        font[tag] = newTable(tag)
        font[tag].table = table


def _script(tag: str, tables: Any) -> Any:
    """Name a script, of which nothing is told; for Hebrew, what others are told does not count."""
    record = tables.ScriptRecord()
    record.ScriptTag, record.Script = tag, tables.Script()
    record.Script.DefaultLangSys, record.Script.LangSysRecord = tables.DefaultLangSys(), []
    usual = record.Script.DefaultLangSys
    usual.LookupOrder, usual.ReqFeatureIndex, usual.FeatureIndex = None, 0xFFFF, []
    return record


def _drawn(pen: Any, figures: str, source: tuple[Any, dict[int, str], float]) -> int:
    """Draw a box and figures; give the width of both."""
    from fontTools.pens.transformPen import TransformPen

    glyphs, cmap, scale = source
    at = float(_MARGIN)
    for figure in figures:
        glyph = glyphs[cmap[ord(figure)]]
        glyph.draw(TransformPen(pen, (scale, 0, 0, scale, at, _FIGURES)))
        at += glyph.width * scale
    bottom, top = _BOX
    width = round(at) + _MARGIN
    outer = (_MARGIN, bottom, width - _MARGIN, top)
    inner = (outer[0] + _STROKE, outer[1] + _STROKE, outer[2] - _STROKE, outer[3] - _STROKE)
    for (left, low, right, high), is_outer in ((outer, True), (inner, False)):
        corners = [(left, low), (left, high), (right, high), (right, low)]
        first, *rest = corners if is_outer else [corners[0], *reversed(corners[1:])]
        pen.moveTo(first)
        for corner in rest:
            pen.lineTo(corner)
        pen.closePath()
    return width
