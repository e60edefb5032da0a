"""What texts are split into, kept from one layout of a guide to the next: most of its lines are laid out twice.

To have Pango shape a line takes a quarter of what it takes to lay it out. Styles are another page's each time, so that a
text goes by all that its style says of letters.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from studyguide.printing.engine.by_style import of_each_style

_WIDTH: Final = 3
"""Where it is told of a line how wide it is."""

_OF_LETTERS: Final = (
    "font_family", "font_style", "font_weight", "font_stretch", "font_size", "font_variation_settings",
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_language_override",
    "lang", "direction", "letter_spacing", "word_spacing", "white_space", "tab_size", "overflow_wrap", "word_break",
    "hyphens", "hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone",
)  # fmt: skip
"""All of a style that says how a text is shaped and where it may be parted."""

_SHORT, _MOST = 8, 4096
"""Letters of a text that is kept as Pango has shaped it, for it comes again; and how many are."""


class Splits(NamedTuple):
    """What texts were split into, by style, and the number that stands for a style's letters; kept from one layout to the next."""

    texts: dict[tuple[Any, ...], tuple[Any, ...]]
    styles: dict[tuple[Any, ...], int]


def split_once(splits: Splits, before: Any) -> Any:
    """Keep what a text is split into: half are blanks, commas, numbers, citations that stood before, or what is laid out again.

    What is whole is so wherever there is as much room, or more.
    """
    known, names = splits
    faces = cache(_faces)

    def of_letters(style: Any) -> int:
        is_bare = (
            style["text_decoration_line"] == "none"
        )  # else it is measured for what decorates it
        told = faces(style.font_config), is_bare, *[style[each] for each in _OF_LETTERS]
        return names.setdefault(told, len(names))

    name_of = of_each_style(of_letters)

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        anywhere = text, name_of(style), *rest, *more.values()
        key = most, *anywhere
        kept = known.get(key)
        if not kept and (whole := known.get(anywhere)):
            kept = whole if most is None or whole[_WIDTH] <= most else None
        if kept:
            layout, *line = kept
            return _another(layout), *line  # page numbers are written into it, later
        layout, *line = before(text, style, context, most, *rest, **more)
        bare = _another(layout)
        if len(known) > _MOST and len(text) > _SHORT:  # or lines that are thrown away would stay
            bare.shaped, bare.layout = None, None
        known[anywhere if _is_whole(text, line, most) else key] = (bare, *line)
        return layout, *line

    return split


def _is_whole(text: str, line: list[Any], most: float | None) -> bool:
    """Whether a line has all of its text, with a space at its end, and room for it."""
    length, resume_at, width, *_ = line
    has_room = most is None or width <= most
    return resume_at is None and has_room and bool(length == len(text.encode()))


def _faces(config: Any) -> frozenset[Path]:
    """Tell which faces pages have declared so far: each has a file."""
    return frozenset(config._folder.iterdir())  # noqa: SLF001, it is nowhere else


def _another(layout: Any) -> Any:
    """Copy a layout; `copy` asks many more things."""
    other = object.__new__(type(layout))
    vars(other).update(vars(layout))
    return other
