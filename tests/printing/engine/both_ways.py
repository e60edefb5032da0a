"""A page printed with something that stands in for WeasyPrint's own, and without it."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from studyguide.printing.engine.splits import Splits
from studyguide.printing.press.pdf import Press, open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED

Context = Callable[..., Any]


def printed_both_ways(
    module: ModuleType, name: str, page: str, drawn: Mapping[str, bytes] | None = None
) -> tuple[bytes, bytes]:
    """Give the PDF of a page, and the one that is made where a context of a module does nothing."""
    with open_press(Resources.of([], BUNDLED, drawn or {}), "guide/guide.html") as press:
        return _both(press, module, name, page, _nothing)


def told_apart(
    module: ModuleType,
    name: str,
    style: str,
    pages: Mapping[str, tuple[str, str]],
    stand_in: Context | None = None,
) -> list[str]:
    """Name the pages, of a style of their own and a body, of which another PDF comes where a context does nothing.

    Or where something else stands in for what a module names. The press is opened once for all: that takes as
    long as to print one of them. Pages whose style is of elements alone are printed as one, each as a section
    that begins a page; by themselves only where that differs.
    """
    together = {each: told for each, told in pages.items() if not _OF_PAGES.search(" ".join(told))}
    alone = {each: told for each, told in pages.items() if each not in together}
    with open_press(Resources.of([], BUNDLED), "guide/guide.html") as press:

        def differ(own: str, body: str) -> bool:
            page = f"<html lang=en><title>t</title><style>{style} {own}</style>{body}"
            ours, other = _both(press, module, name, page, stand_in or _nothing)
            return ours != other

        found = [each for each, told in alone.items() if differ(*told)]
        if together and differ(*_joined(together.values())):
            found += [each for each, told in together.items() if differ(*told)] or ["all as one"]
    return found


_OF_PAGES = re.compile(
    r"@|float: footnote|running\(|string-set|counter-|bookmark-|:root|\b(?:html|body)\b"
)
"""What tells on other pages, or of more than its elements."""


def _joined(pages: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Give the style and the body of all as one: each in a section to which its style is confined."""
    owns, bodies = ["section.of-all { break-before: page }"], list[str]()
    for nth, (own, body) in enumerate(pages):
        owns.append(f"#all-{nth} {{ {own} }}")
        bodies.append(f"<section class=of-all id=all-{nth}>{body}</section>")
    return " ".join(owns), "".join(bodies)


def _nothing(*_: Any) -> Any:
    return nullcontext()


def _both(
    press: Press, module: ModuleType, name: str, page: str, stand_in: Context
) -> tuple[bytes, bytes]:
    ours = _printed_anew(press, page)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, stand_in)
        return ours, _printed_anew(press, page)


def _printed_anew(press: Press, page: str) -> bytes:
    """Print a page as if nothing had been laid out before."""
    return press.printed(replace(press, splits=Splits({}, {})).laid_out(page))
