"""A page printed with something that stands in for WeasyPrint's own, and without it."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from types import ModuleType
from typing import Any

import pytest

from studyguide.printing.press.pdf import open_press
from studyguide.printing.press.resources import Resources
from tests.printing.book.test_pdf import BUNDLED


def printed_both_ways(
    module: ModuleType,
    name: str,
    page: str,
    drawn: Mapping[str, bytes] | None = None,
    stand_in: Callable[..., Any] = lambda _: nullcontext(),
) -> tuple[bytes, bytes]:
    """Give the PDF of a page, and the one that is made where a context of a module does nothing, or something else stands in for what it names."""
    with open_press(Resources.of([], BUNDLED, drawn or {}), "guide/guide.html") as press:
        ours = press.printed(press.laid_out(page))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, name, stand_in)
            return ours, press.printed(press.laid_out(page))
