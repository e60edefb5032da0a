"""Lines, where WeasyPrint breaks them wrongly or lays them out more than once.

In columns it lays out every line again for each height that it tries, up to ten, so that half the time of a
guide went into its key and index. Here a line of which the column is as wide as before is taken from the last
try, and moved; where columns end is left to WeasyPrint.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any, Final, NamedTuple

_NARROW = 0.15
"""Of the size of letters, how wide one of many is at least: an i is twice as wide."""

_FEW: Final = 3
"""Words of which the first can be parted as it can before all others."""

_LETTERS: Final = re.compile("[A-Za-z0-9]{2}")
"""Of these the first is as wide as before any other, if it is parted from it."""


class _Line(NamedTuple):
    """A line as it was laid out, what it was made of and where; its own box keeps that from going."""

    line: Any
    resume_at: Any
    box: Any
    size: tuple[float, float]
    x: float
    y: float


@contextmanager
def as_wanted(layout: Any) -> Iterator[None]:
    """Do all that is said here while the block runs; `layout` is WeasyPrint's package of that name."""
    inline, preferred = layout.inline, layout.preferred
    with (
        _split_once(inline), _split_once(preferred),
        _with_hanging_spaces(inline), _laid_out_once(inline), _narrow_of_few(preferred),
    ):  # fmt: skip
        yield


@contextmanager
def _split_once(module: Any) -> Iterator[None]:
    """Keep what a text is split into while the block runs: a fourth are blanks, commas, citations that stood before."""
    before, known = module.split_first_line, dict[tuple[Any, ...], tuple[Any, Any]]()

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        key = text, id(style), most, *rest, *more.values()
        if kept := known.get(key):
            (layout, *line), _ = kept
            return copy(layout), *line  # page numbers are written into it, later
        line = before(text, style, context, most, *rest, **more)
        known[key] = line, style  # whose name is another's as soon as it goes
        return line

    module.split_first_line = split
    try:
        yield
    finally:
        module.split_first_line = before


@contextmanager
def _with_hanging_spaces(inline: Any) -> Iterator[None]:
    """Let the space at the end of a text hang over the end of its line while the block runs.

    Where a text fits into a line, but not the space between it and what cannot be parted from the next word,
    WeasyPrint ends the line behind the first word. The space is cut off later, at the end of a line.
    """
    before = inline.split_first_line

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if line[2] is None or text[-1:] != " " or style["white_space"] != "normal":
            return line
        bare = text.rstrip(" ")
        if most is not None:
            left = bare.encode()[line[2] :].decode()
            if len(left) * _NARROW * style["font_size"] > most - line[3]:
                return line  # as most are: it need not be tried
        fits = before(bare, style, context, most, *rest, **more)[2] is None
        return before(text, style, context, None, *rest, **more) if bare and fits else line

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = before


@contextmanager
def _laid_out_once(inline: Any) -> Iterator[None]:
    """Keep lines in columns while the block runs."""
    before, known = inline.get_next_linebox, dict[tuple[Any, ...], _Line]()

    def next_line(context: Any, box: Any, y: float, *rest: Any) -> tuple[Any, Any]:
        _, skipped, around, absolutes, fixed, *first = rest
        if not context.in_column or context.excluded_shapes or any(first):
            return before(context, box, y, *rest)  # type: ignore[no-any-return]
        key = context.current_page, id(box), repr(skipped), box.text_indent, around.width
        x, outside = around.content_box_x(), len(absolutes) + len(fixed)
        if kept := known.get(key):
            box.position_y, (box.width, box.height) = y, kept.size
            return _moved(kept, x, y), kept.resume_at
        line, resume_at = before(context, box, y, *rest)
        is_alone = len(absolutes) + len(fixed) == outside and not context.excluded_shapes
        if line is not None and is_alone:
            size = box.width, box.height
            known[key] = _Line(line.deepcopy(), resume_at, box, size, x, line.position_y)
        return line, resume_at

    inline.get_next_linebox = next_line
    try:
        yield
    finally:
        inline.get_next_linebox = before


@contextmanager
def _narrow_of_few(preferred: Any) -> Iterator[None]:
    """Find out by its next words alone how narrow a text is that may be parted anywhere, while the block runs.

    WeasyPrint lays out all that is left of it for each letter: of 100 words that took a second. A letter that
    was parted from another before is as wide as then.
    """
    before, known = preferred.split_first_line, dict[tuple[Any, ...], tuple[Any, Any]]()

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        if most != 0 or style["overflow_wrap"] != "anywhere" or "\u00ad" in text:
            return before(text, style, context, most, *rest, **more)
        key = id(style), text[:1], *more.values()
        is_letter = _LETTERS.fullmatch(text, 0, 2) and style["hyphens"] != "auto"
        if is_letter and (kept := known.get(key)):
            return kept[0]
        line = _of_few(before, text, style, context, most, *rest, **more)
        if is_letter and line[2] == 1:
            known[key] = line, style  # whose name is another's as soon as it goes
        return line

    preferred.split_first_line = split
    try:
        yield
    finally:
        preferred.split_first_line = before


def _of_few(split: Callable[..., Any], text: str, *rest: Any, **more: Any) -> Any:
    words = text.split(" ", _FEW)
    few = " ".join(words[:_FEW])
    if len(words) > _FEW and "\n" not in few:
        line = split(few, *rest, **more)
        if line[2] is not None and line[2] <= len(words[0].encode()) + 1:
            return line
    return split(text, *rest, **more)


def _moved(kept: _Line, x: float, y: float) -> Any:
    line = kept.line.deepcopy()
    line.translate(x - kept.x, y - kept.y)
    line.position_y = y
    return line
