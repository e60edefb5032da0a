"""Letters: what Pango has shaped is kept until it is drawn."""

import re
from contextlib import AbstractContextManager
from functools import cache, partial
from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.instead import instead

MORE: Final = """
PangoLayout *pango_layout_copy(PangoLayout *src);
void pango_layout_line_index_to_x(PangoLayoutLine *line, int index, int trailing, int *x);
"""
"""What WeasyPrint does not ask Pango for, but we do."""

_ENDS: Final = re.compile("[\n\r\u2028\u2029]")
"""Where Pango ends a line by itself, but not while it draws."""

_MORE_THAN_LETTERS: Final = re.compile("[\0\t\n\r\u2028\u2029]")
"""For what WeasyPrint does more than to hand it on."""


def shaped_once(line_break: Any) -> AbstractContextManager[None]:
    """Draw a line with the letters that it was measured by while a block runs: Pango would shape them anew.

    And prepare once for each style what it shapes with. `line_break` is WeasyPrint's module of that name.
    """
    return instead(line_break, "Layout", partial(_shaped, line_break=line_break))


_TOLD_IN_DRAWINGS: Final = "font_style", "font_weight", "font_size", "direction"
"""All that a drawing tells of its letters besides their faces."""


@cache
def declare(ffi: Any) -> None:
    """Tell of what WeasyPrint does not ask Pango for."""
    ffi.cdef(MORE, override=True)


def ends_with(layout: Any, text: str) -> bool:
    """Have a layout end with a text, which is all of its first line but a space, though more is shaped; tell whether it can."""
    can = hasattr(layout, "goes_on") and not layout.is_spaced
    if can:
        layout.text, layout.goes_on = text, True
    return can


def shape_alone(layout: Any, style: Any) -> None:
    """Shape what is in a layout without what goes on behind it."""
    if getattr(layout, "goes_on", False):
        layout.shaped = None
        layout.reactivate(style)


def _shaped(kind: Any, line_break: Any) -> Any:
    """Give a kind of layouts that stay as they are from the time they are measured until they are drawn."""
    ffi, pango, unref = line_break.ffi, line_break.pango, line_break.gobject.g_object_unref
    declare(ffi)

    def copied(layout: Any) -> Any:
        return ffi.gc(pango.pango_layout_copy(layout), unref)

    @of_each_style
    def prepared(style: Any) -> dict[str, Any]:
        first = kind.__new__(kind)
        kind.setup(first, style)
        pango.pango_layout_set_single_paragraph_mode(first.layout, True)
        told: dict[str, Any] = vars(first)
        return told

    is_bare = of_each_style(_is_bare)

    class Shaped(kind):  # type: ignore[misc]
        layout: Any
        shaped: str | None = None
        is_single = True
        goes_on = False

        def setup(self, style: Any) -> None:
            self.__dict__.update(prepared(style))
            self.layout = copied(self.layout)
            self.shaped, self.is_single, self.goes_on = None, True, False

        def set_text(self, text: str, justify: bool = False) -> None:
            if self.shaped is not None:
                self.layout = copied(self.layout)  # others may be drawn with what is kept
            self.goes_on = False
            is_spaced = self.justification_spacing or not is_bare(self.style)
            if self.is_single and not is_spaced and not _MORE_THAN_LETTERS.search(text):
                self.text, data = text, text.encode()
                pango.pango_layout_set_text(self.layout, data, len(data))
                return
            super().set_text(text, justify)
            if (is_single := not _ENDS.search(text)) != self.is_single:
                pango.pango_layout_set_single_paragraph_mode(self.layout, is_single)
                self.is_single = is_single

        @property
        def is_spaced(self) -> bool:
            return bool(self.justification_spacing or self.style["word_spacing"])

        def deactivate(self) -> None:
            if self.shaped is not None or self.is_spaced:
                super().deactivate()
                self.shaped = None
            else:
                self.shaped = self.text

        def reactivate(self, style: Any) -> None:
            if self.shaped is None or self.shaped != self.text:
                super().reactivate(style)
                self.shaped = self.text

    return Shaped


def _is_bare(style: Any) -> bool:
    """Whether nothing but letters is told of a text of a style: nothing of what is between them, or of words that are broken."""
    return (
        style["letter_spacing"] == "normal"
        and not style["word_spacing"]
        and (style["overflow_wrap"] == "normal" or style["white_space"] == "nowrap")
    )


def of_drawings_once(text: Any) -> AbstractContextManager[None]:
    """Shape a letter of a drawing once for each face and size while a block runs; `text` is WeasyPrint's package of that name.

    It draws every letter by itself, shaped anew twice: a map of thirty names took as long as three pages of text.
    """
    return instead(text.line_break, "split_first_line", _split_of_drawings)


def _split_of_drawings(before: Any) -> Any:
    known = dict[tuple[Any, ...], Any]()

    def split(letters: str, style: Any, context: Any, *most: Any) -> Any:
        told = (style[each] for each in _TOLD_IN_DRAWINGS)
        key = letters, (*style["font_family"],), *told, id(context), *most
        if key not in known:
            known[key] = before(letters, style, context, *most)
        return known[key]

    return split
