"""In which parts a booklet is folded, told by its pages as they are laid out; what stands on the outside of each."""

import re
from collections.abc import Sequence
from typing import Any

from studyguide.printing.binding.folding import (
    BookBlock,
    Closing,
    empty_before,
    parts_told,
    saves_a_sheet,
)
from studyguide.printing.press.page_numbers import again, pages_of

_SECTION = re.compile(r"section-\d+$")
_OPENS = re.compile(r"section-\d+$|timeline$|discussion$|index$")
"""What names the place of a part of a guide."""

_IMPRINT = 1
"""Its page, counted from 0."""


def empty_pages(body: Any, closing: Closing) -> dict[str, int]:
    """Tell before which sections of a booklet how many pages are to be empty, for its parts to begin with them, by their numbers."""
    names = _sections_at(body)
    key = closing.key + bool(closing.key)  # with the empty one behind it
    empty = empty_before(names, closing.before, key)
    return {names[page]: count for page, count in empty.items()}


def is_page_a_sheet(body: Any, closing: Closing) -> bool:
    """Whether a page less before the sections of a booklet saves a sheet."""
    return saves_a_sheet(_sections_at(body), closing)


def _sections_at(body: Any) -> dict[int, str]:
    """Give the numbers of sections by the pages that they begin on."""
    places = pages_of(body)
    return {page: name[8:] for name, page in places.items() if _SECTION.match(name)}


def parts_in(body: Any, key: int) -> tuple[int, ...]:
    """Part pages that are laid out, of which the key begins on that one, or 0; behind a key that ends them one stays empty."""
    places = pages_of(body)
    openings = {page for name, page in places.items() if _OPENS.match(name)}
    has_key_last = key > places.get("index", 0)
    return BookBlock(len(body.pages) + has_key_last, key, openings).parts


def with_parts(body: Any, said: Any, parts: Sequence[int], *, has_imprint: bool) -> Any:
    """Put at the foot of the imprint, if there is one, how sheets are printed and folded, and on the outside of each part which it is, at the foot of its right page.

    That is not read aloud, as all in margins.
    """
    pages, (how, *others) = [*body.pages], said.pages
    told = [(part.page, page) for part, page in zip(parts_told(parts), others[::2], strict=False)]
    for at, page in [*([(_IMPRINT, how)] if has_imprint else []), *told]:
        box, (_, *margins) = pages[at]._page_box, page._page_box.children  # noqa: SLF001, they are nowhere else
        box.children = [*box.children, *margins]
        pages[at] = again(pages[at])
    return body.copy(pages)
