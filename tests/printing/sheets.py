"""Pages of a PDF as pdfplumber gives them, read in a third of its time.

Most of that goes into taking content apart, byte by byte, and into looking in each letter for what it refers to.
Here content is taken apart by one expression, and what that does not know, by pdfminer itself; letters are told
where they are drawn, and refer to nothing. Content marked for readers is not told.
"""

import re
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import list_value, stream_value
from pdfminer.psparser import LIT, literal_name
from pdfminer.utils import apply_matrix_rect
from pdfplumber.page import Page

_TOKEN = re.compile(
    rb"""\s*(?:
        ([-+]?[0-9]*\.[0-9]*)      # 1: a number
        |([-+]?[0-9]+)             # 2: a whole one
        |((?!BI\b)[A-Za-z]+[0-9]?\*?)      # 3: an operator, none that opens a picture
        |<([0-9A-Fa-f]*)>          # 4: letters by their glyphs
        |/([\w+.-]*)               # 5: a name
        |(\[|<<)                   # 6: opens an array or a dictionary
        |(\]|>>)                   # 7: closes it
        |\(([^()\\]*)\)            # 8: a string without anything special
    )""",
    re.VERBOSE,
)


def pages_in(file: BytesIO) -> tuple[Page, ...]:
    """Give the pages of a PDF, for measuring."""
    pages = pdfplumber.open(file).pages
    return tuple(Sheet(e.pdf, e.page_obj, e.page_number, e.initial_doctop) for e in pages)


class Sheet(Page):
    """A page that is read once, and so are its words."""

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        self.words = cache(super().extract_words)

    @property
    def layout(self) -> LTPage:
        left, top = self.mediabox[:2]
        self.letters = Letters(self.pdf.rsrcmgr, left, top + self.height, self)
        Interpreter(self.pdf.rsrcmgr, self.letters).process_page(self.page_obj)
        return self.letters.get_result()

    def parse_objects(self) -> dict[str, list[dict[str, Any]]]:
        objects = super().parse_objects()
        return {**objects, "char": self.letters.found} if self.letters.found else objects

    def extract_words(self, **how: Any) -> list[dict[str, Any]]:
        return self.words(**{key: _fixed(value) for key, value in how.items()})


class Letters(PDFPageAggregator):
    """Tells letters of a page as pdfplumber does, and lays out the rest as pdfminer does."""

    def __init__(self, manager: Any, left: float, top: float, page: Page) -> None:
        super().__init__(manager)
        self.found = list[dict[str, Any]]()
        self._left, self._top, self._page = left, top, page
        self._known = dict[tuple[int, int], tuple[str, float, float]]()

    def render_char(
        self, matrix: Any, font: Any, fontsize: float, scaling: float, rise: float, cid: int, ncs: Any, graphicstate: Any
    ) -> float:  # fmt: skip
        text, width, descent = self._known.get((id(font), cid)) or self._learn(font, cid)
        adv, bottom = width * fontsize * scaling, descent * fontsize + rise
        a, b, c, d, e, f = matrix
        if b == c == 0 < min(a, d):
            x0, y0, x1, y1 = e, d * bottom + f, a * adv + e, d * (bottom + fontsize) + f
        else:
            x0, y0, x1, y1 = apply_matrix_rect(matrix, (0, bottom, adv, bottom + fontsize))
        page, top = self._page, self._top - y1
        self.found.append(
            {
                "matrix": matrix,
                "fontname": font.fontname,
                "adv": adv,
                "upright": a * d * scaling > 0 and b * c <= 0,
                "x0": x0 + self._left,
                "y0": y0,
                "x1": x1 + self._left,
                "y1": y1,
                "width": x1 - x0,
                "height": y1 - y0,
                "size": y1 - y0,
                "object_type": "char",
                "page_number": page.page_number,
                "ncs": ncs.name,
                "text": text,
                "stroking_color": _colour(graphicstate.scolor),
                "non_stroking_color": _colour(graphicstate.ncolor),
                "top": top,
                "bottom": self._top - y0,
                "doctop": page.initial_doctop + top,
            }
        )
        return adv

    def _learn(self, font: Any, cid: int) -> tuple[str, float, float]:
        assert not font.is_vertical()
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(font, cid)
        told = self._known[id(font), cid] = text, font.char_width(cid), font.get_descent()
        return told


def _colour(given: Any) -> tuple[Any, ...]:
    return given if isinstance(given, tuple) else (given,)


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class Interpreter(PDFPageInterpreter):
    """Draws as pdfminer does; it is told what to draw sooner, where all of its content is taken apart."""

    def execute(self, streams: Sequence[object]) -> None:
        content = b"\n".join(stream_value(each).get_data() for each in list_value(streams))
        drawn = operations(content)
        if drawn is None:
            super().execute(streams)
            return
        for operator, operands in drawn:
            method = getattr(self, operator, None)
            if method is not None:
                self.argstack = operands
                count = method.__code__.co_argcount - 1
                args = self.pop(count) if count else []
                if len(args) == count:
                    method(*args)


def operations(content: bytes) -> list[tuple[str, list[Any]]] | None:
    """Take content apart; nothing where something stands in it that the expression does not know."""
    drawn, at = list[tuple[str, list[Any]]](), 0
    operands, around = list[Any](), list[list[Any]]()
    for found in _TOKEN.finditer(content):
        if found.start() != at:
            return None
        at, kind = found.end(), found.lastindex or 0
        told = found[kind]
        if kind == 1:
            operands.append(float(told))
        elif kind == 2:
            operands.append(int(told))
        elif kind == 3:
            drawn.append((_method(told), operands))
            operands = []
        elif kind == 4:
            operands.append(bytes.fromhex(told.decode() + "0" * (len(told) % 2)))
        elif kind == 5:
            operands.append(LIT(told.decode()))
        elif kind == 6:
            around.append(operands)
            operands = []
        elif kind == 7:
            inner, operands = operands, around.pop()
            operands.append(inner if told == b"]" else _dictionary(inner))
        else:
            operands.append(told)
    return None if content[at:].strip() else drawn


def _dictionary(inner: list[Any]) -> dict[str, Any]:
    return dict(zip(map(literal_name, inner[::2]), inner[1::2], strict=True))


@cache
def _method(operator: bytes) -> str:
    return "do_" + operator.decode().replace("*", "_a")
