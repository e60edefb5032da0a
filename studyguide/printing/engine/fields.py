"""Fields to fill in on a screen: how their faces are read, how they are drawn, and in which order they come."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

_ENTRY: Final = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")
_BEGIN, _END = b" beginbfchar", b"endbfchar"
_MOST: Final = 100
"""Entries of a block of a table of letters."""

_GREY: Final = re.compile(rb"(\S+) \1 \1 rg")
_TICKS: Final = "ticks"
"""The class of an item's boxes to tick."""


def finish_fields(document: Any, pdf: Any) -> None:
    """Finish the fields of a PDF that WeasyPrint has drawn, if it has any: called with its document and pydyf's PDF."""
    if "AcroForm" in pdf.catalog:
        _read_as_drawn(document, pdf)
        fields = [
            each
            for each in pdf.objects
            if isinstance(each, dict) and each.get("Subtype") == "/Widget"
        ]
        for each in fields:
            _in_grey(each)
            _from_lower_left(each)
        _shown_as_drawn(pdf, fields)


def _read_as_drawn(document: Any, pdf: Any) -> None:
    """Tell of each glyph on a page which letters it was drawn for, in faces of fields, too.

    Those are whole, and WeasyPrint tells of them what the face says: it has one letter for a glyph, and
    none for some ligatures.
    """
    drawn = dict[Any, dict[int, str]]()
    for font in document.fonts.values():
        if font.used_in_forms:
            drawn[font.name] = font.to_unicode | drawn.get(font.name, {})
    told = {each.reference: each for each in pdf.objects}
    for each in pdf.objects:
        letters = drawn.get(each.get("BaseFont")) if isinstance(each, dict) else None
        if letters and "ToUnicode" in each:
            table = told[each["ToUnicode"]]
            table.stream = [*_with_letters(table.stream, letters)]


def _with_letters(table: list[bytes], letters: dict[int, str]) -> Iterator[bytes]:
    """Yield the lines of a table that tells the letters of glyphs, with these in place of its own."""
    first = next((at for at, line in enumerate(table) if line.endswith(_BEGIN)), len(table) - 4)
    last = max((at for at, line in enumerate(table) if line == _END), default=first - 1)
    entries = {
        int(found[1], 16): line
        for line in table[first : last + 1]
        if (found := _ENTRY.fullmatch(line))
    }
    for glyph, text in letters.items():
        entries[glyph] = b"<%04x> <%s>" % (glyph, text.encode("utf-16-be").hex().encode())
    yield from table[:first]
    lines = [*entries.values()]
    for block in (lines[at : at + _MOST] for at in range(0, len(lines), _MOST)):
        yield b"%d%s" % (len(block), _BEGIN)
        yield from block
        yield _END
    yield from table[last + 1 :]


def _in_grey(field: Any) -> None:
    """Name the black of what is written in a field, or of its border, by its one component."""
    if "DA" in field:
        written = field["DA"].string
        written = written if isinstance(written, bytes) else written.encode()
        field["DA"].string = _GREY.sub(rb"\1 g", written)
    border = field.get("MK", {}).get("BC", ())
    if len(border) > 1 and len({*border}) == 1:
        del border[1:]


def _from_lower_left(field: Any) -> None:
    """Tell its corners as most programs write them, lower left and upper right: not every one takes them the other way round."""
    x, y, right, top = field["Rect"]
    field["Rect"][:] = (min(x, right), min(y, top), max(x, right), max(y, top))


def _shown_as_drawn(pdf: Any, fields: list[Any]) -> None:
    """Have boxes shown as they are drawn, ticked and not: Poppler drew them anew, and lost the ticks.

    A field that has nothing drawn for it, as one for text, is drawn by any program once it holds something. Should
    a program ask for boxes to be drawn anew, they tell with which face, as Poppler wants of each field.
    """
    from pydyf import Array, Dictionary, Stream  # type: ignore[import-untyped]

    pdf.catalog["AcroForm"].pop("NeedAppearances", None)
    written = next((each["DA"] for each in fields if "DA" in each), None)
    form = Dictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": Array((0, 0, 1, 1)),
            "Resources": Dictionary(),
        }
    )
    not_ticked = Stream([], form)
    pdf.add_object(not_ticked)
    for each in fields:
        if each.get("FT") == "/Btn" and "AP" in each:
            each["AP"]["N"]["Off"] = not_ticked.reference
            if written and "DA" not in each:
                each["DA"] = written


def answers_first(page: Any) -> None:
    """Have the boxes to tick of each row of a laid out page come after what is filled in there; they stay where they stand.

    The order of boxes is that of tags and of the key Tab.
    """
    for row in _rows(page):
        number, last = row.children[0], row.children[-1]
        ticks = [each for each in number.children if _are_ticks(each)]
        others = [each for each in number.children if not _are_ticks(each)]
        if ticks and others:
            number.children = others
            last.children = [*_as_blocks(last.children, others[0]), *ticks]


def _as_blocks(children: list[Any], block: Any) -> list[Any]:
    """Put lines into a block such as one that stands beside blocks already: a box has either lines or blocks."""
    are_lines = any(type(each).__name__ == "LineBox" for each in children)
    return [block.copy_with_children(children)] if are_lines else children


def _rows(page: Any) -> Iterator[Any]:
    waiting = [page]
    while waiting:
        box = waiting.pop()
        if box.element_tag == "tr" and box.children:
            yield box
        else:
            waiting.extend(_inside(box))


def _inside(box: Any) -> Iterable[Any]:
    return getattr(box, "children", None) or ()


def _are_ticks(box: Any) -> bool:
    return box.element is not None and _TICKS in str(box.element.get("class", "")).split()
