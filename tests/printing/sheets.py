"""Pages of a PDF as pdfplumber gives them, read in a third of its time.

Most of that goes into taking content apart, byte by byte, and into looking in each letter for what it refers to.
Here content is taken apart by one expression, and what that does not know, by pdfminer itself; letters refer to
nothing. Content marked for readers is not told.
"""

import re
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTItem, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import list_value, stream_value
from pdfminer.psparser import LIT, literal_name
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
        device = PDFPageAggregator(self.pdf.rsrcmgr)
        Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        return device.get_result()

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        if not isinstance(obj, LTChar):
            return super().process_object(obj)
        left, top = self.mediabox[:2]
        top += self.height
        state = obj.graphicstate
        return {
            "matrix": obj.matrix,
            "fontname": obj.fontname,
            "adv": obj.adv,
            "upright": obj.upright,
            "x0": obj.x0 + left,
            "y0": obj.y0,
            "x1": obj.x1 + left,
            "y1": obj.y1,
            "width": obj.width,
            "height": obj.height,
            "size": obj.size,
            "object_type": "char",
            "page_number": self.page_number,
            "ncs": obj.ncs.name,
            "text": obj.get_text(),
            "stroking_color": _colour(state.scolor),
            "non_stroking_color": _colour(state.ncolor),
            "top": top - obj.y1,
            "bottom": top - obj.y0,
            "doctop": self.initial_doctop + (top - obj.y1),
        }

    def extract_words(self, **how: Any) -> list[dict[str, Any]]:
        return self.words(**{key: _fixed(value) for key, value in how.items()})


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
