"""What stands on a PDF's pages, as pdfplumber tells it, in half of the time.

pdfminer, by which it reads, takes the instructions of a page apart sign by sign. Here a pattern does so, what
is plain is not looked into, and words are put together once. What is found is the same: `test_page_objects` holds it.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pdfplumber.page
from pdfminer import pdfinterp
from pdfminer.layout import LTChar
from pdfminer.pdftypes import stream_value
from pdfminer.psparser import KWD, LIT, PSEOF
from pdfplumber.page import ALL_ATTRS

_TOKEN = re.compile(
    rb"\s*(?:(-?\d+)(?![\d.])|(-?\d*\.\d*)|<([0-9A-Fa-f]*)>|/([^\s/<>\[\]()]*)|(\[|<<)|(\]|>>)"
    rb"|(true|false)(?!\w)|([A-Za-z'\"][A-Za-z0-9*]*)|\(([^()\\\r]*)\))"
)
_PLAIN = frozenset({int, float, str, bytes, bool, type(None)})


SLOW = (
    pdfinterp.PDFContentParser,
    pdfplumber.page.resolve_all,
    pdfplumber.page.resolve_and_decode,
    pdfplumber.page.Page.extract_words,
    pdfplumber.page.Page.process_object,
)
_, _resolve_all, _resolve_and_decode, _extract_words, _process_object = SLOW
_decoded = lru_cache(_resolve_and_decode)


def read_by(parser: Any, resolved: Any, decoded: Any, words: Any, processed: Any) -> None:
    """Let pages be read by these."""
    pdfinterp.PDFContentParser = parser
    pdfplumber.page.resolve_all, pdfplumber.page.resolve_and_decode = resolved, decoded
    pdfplumber.page.Page.extract_words = words
    pdfplumber.page.Page.process_object = processed


def _words(page: Any, **how: Any) -> list[dict[str, Any]]:
    """Put the words of a page together once, as many tests ask for them."""
    kept = page.__dict__.setdefault("_kept", {})
    key = repr(sorted(how.items()))
    if key not in kept:
        kept[key] = _extract_words(page, **how)
    return [*kept[key]]


def _resolved(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN or (kind is tuple and _PLAIN.issuperset(map(type, value))):
        return value
    return _resolve_all(value)


def _processed(page: Any, thing: Any) -> dict[str, Any]:
    """Give what is told of a sign, of which there are ten thousands; of all else as ever."""
    left, above = page.mediabox[:2]
    if type(thing) is not LTChar or page.pdf.unicode_norm is not None or left:
        return _process_object(page, thing)
    told = {key: _resolved(of) for key, of in vars(thing).items() if key in ALL_ATTRS}
    told |= {"object_type": "char", "page_number": page.page_number}
    told["ncs"] = _decoded(thing.ncs.name)
    told["text"] = thing.get_text()
    state = thing.graphicstate
    for key, colour in (("stroking_color", state.scolor), ("non_stroking_color", state.ncolor)):
        told[key] = colour if isinstance(colour, tuple) else (colour,)
    told["top"] = page.height - told["y1"] + above
    told["bottom"] = page.height - told["y0"] + above
    told["doctop"] = page.initial_doctop + told["top"]
    return told


class _Instructions(SLOW[0]):
    """Gives what the instructions of a page are made of, one after the other."""

    def __init__(self, streams: Sequence[object]) -> None:
        data = b"\n".join(stream_value(each).get_data() for each in streams)
        self._parts = iter(_parts(data)) if b"BI" not in data else None
        if self._parts is None:
            super().__init__(streams)

    def nextobject(self) -> Any:
        if self._parts is None:
            return super().nextobject()
        for each in self._parts:
            return 0, each
        raise PSEOF


def _parts(data: bytes) -> list[Any]:
    """Take instructions apart; what stands inside of brackets is one part."""
    outer: list[list[Any]] = []
    inner: list[Any] = []
    at, end, match = 0, len(data.rstrip()), _TOKEN.match
    while at < end:
        found = match(data, at)
        assert found, data[at : at + 40]
        at, kind = found.end(), found.lastindex
        told = found[kind]
        if kind == 1:
            inner.append(int(told))
        elif kind == 2:
            inner.append(float(told))
        elif kind == 8:
            inner.append(KWD(told))
        elif kind == 3:
            inner.append(bytes.fromhex(told.decode()))
        elif kind == 4:
            inner.append(LIT(told.decode()))
        elif kind == 5:
            outer.append(inner)
            inner = []
        elif kind == 6:
            names = iter(inner)
            whole = inner if told == b"]" else {key.name: value for key, value in zip(names, names, strict=True)}  # fmt: skip
            inner = outer.pop()
            inner.append(whole)
        else:
            inner.append(told == b"true" if kind == 7 else told)
    return inner


QUICK = (_Instructions, _resolved, _decoded, _words, _processed)
