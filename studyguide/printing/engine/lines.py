"""Lines, where WeasyPrint breaks them wrongly, or takes long to find out where."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

from studyguide.printing.engine.by_style import of_each_style
from studyguide.printing.engine.code_lines import whole_words_of_code
from studyguide.printing.engine.instead import instead
from studyguide.printing.engine.parting import Limits, Part, is_in_name, part_of
from studyguide.printing.engine.saved_lines import divides, undivided, whole_where_told
from studyguide.printing.engine.whole_addresses import with_whole_addresses

_NARROW = 0.15
"""Of the size of letters, how wide one of many is at least: an i is twice as wide."""

_FEW: Final = 3
"""Words of which the first can be parted as it can before all others."""

_LETTERS: Final = re.compile("[A-Za-z0-9]{2}")
"""Of these the first is as wide as before any other, if it is parted from it."""

_DIVIDED: Final = re.compile("(?:(?![\\d_])[\\w](?<=[\\0-\u058f])){2}\\S*\\s*")
"""Two letters, of which one stood at the end of a line, and what follows them to the end of a text."""
_STAYING: Final = "\u00a0\u202f"
"""Spaces that do not break: behind a text they stay, as in « and what it opens."""
_A_PIXEL: Final = 1
"""By so much less a text that has room in a line has none."""

_RULE: Final = "_\N{ZERO WIDTH SPACE}"
"""What a rule is drawn of, and where it may go on in the next line."""
BEGUN: Final = 22
"""Underscores of a rule that goes on: fewer look like one of their own, and a line before one that begins in the next is half full."""

_HYPHEN: Final = 4
"""Behind how many letters less a word may be parted for a hyphen to have room."""
_LONGEST: Final = 100
"""Letters that a last word has at most."""


@contextmanager
def as_wanted(layout: Any) -> Iterator[None]:
    """Do all that is said here while the block runs; `layout` is WeasyPrint's package of that name."""
    parted = partial(_with_parted_words, layout.inline.can_break_text)
    with (
        instead(layout.inline, "split_first_line", _with_hanging_spaces),
        instead(layout.inline, "split_first_line", _with_spaces_that_stay),
        instead(layout.inline, "split_first_line", _with_whole_ends),
        instead(layout.inline, "split_first_line", parted),
        instead(layout.inline, "split_first_line", _with_full_rules),
        instead(layout.inline, "split_first_line", with_whole_addresses),
        instead(layout.inline, "split_first_line", whole_where_told),
        whole_words_of_code(layout.inline),
        instead(layout.preferred, "split_first_line", _narrow_of_few),
    ):
        yield


def _with_hanging_spaces(before: Any) -> Any:
    """Let the space at the end of a text hang over the end of its line.

    Where a text fits into a line, but not the space between it and what cannot be parted from the next word,
    WeasyPrint ends the line behind the first word. The space is cut off later, at the end of a line.
    """

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

    return split


def _with_spaces_that_stay(before: Any) -> Any:
    """End a line as late as it can where a text is only too wide for the space at its end, which does not break.

    Pango lets such a space hang, too, and has no other line; WeasyPrint ends the line behind the first word then.
    """

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if line[2] is None or text[-1:] not in _STAYING or style["white_space"] != "normal":
            return line
        bare = text.rstrip(_STAYING)
        whole = before(bare, style, context, None, *rest, **more)
        if " " not in bare or whole[2] is not None or not line[3] < whole[3] <= most:
            return line
        return before(bare, style, context, whole[3] - _A_PIXEL, *rest, **more)

    return split


def _with_whole_ends(before: Any) -> Any:
    """Divide the last word of a text, and a name, only where it is longer than a line: else its end would be a line of its own."""
    whole = of_each_style(undivided)

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if not divides(line, style) or not _is_kept_whole(text, line[2], style["lang"]):
            return line
        other = before(text, whole(style), context, most, *rest, **more)
        is_torn = other[2] is not None and _is_kept_whole(
            text, other[2], style["lang"]
        )  # with no hyphen
        return line if is_torn or other[3] > most else other

    return split


def _with_parted_words(can_break: Callable[[str, Any], bool], before: Any) -> Any:
    """Part a word that is longer than its line where it may be parted, and show that it goes on.

    WeasyPrint parts it behind the last letter that has room, without a hyphen; or at a syllable, if it divides words,
    but not behind a bracket. Code, and what else has no hyphens, stays as it is.
    """
    whole = of_each_style(undivided)

    def torn(text: str, line: Any, style: Any) -> int:
        """Tell how many letters of its first word stand on a line, where no line may end; else 0."""
        if line[2] is None or line[2] != line[1]:
            return 0  # as most do it ends at a space
        said = text[: line[2]].encode()[: line[2]].decode()
        end = len(said)
        is_torn = " " not in said and text[end : end + 1].strip(" ")
        return end if is_torn and not can_break(text[: end + 1], style["lang"]) else 0

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if line[2] is None or line[2] != line[1] or not _parts_words(style):
            return line
        end = torn(text, line, style)
        if end and len(line[0].text) > end:  # by a hyphen
            end = torn(text, before(text, whole(style), context, most, *rest, **more), style)
        word = text[: end + _LONGEST].partition(" ")[0]
        for room in range(end, max(end - _HYPHEN, 1), -1):
            part = part_of(word, room, style["lang"] or "", _limits(style))
            said = _on_the_line(word, part, style) if part else ""
            made = before(said, whole(style), context, None, *rest, **more) if part else line
            if part and made[3] <= most:
                return _standing_for(made, word, part)
        return line

    return split


def _with_full_rules(before: Any) -> Any:
    """Let a rule that goes on in the next line fill its line, as wide as it is; where that has little room it begins in the next."""

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if line[2] is None or text.strip(_RULE):
            return line
        one = before(_RULE[:1], style, context, None, *rest, **more)[3]
        fitting = int(most / one)
        if fitting < BEGUN:
            return before(text, style, context, None, *rest, **more)
        full, _, _, width, *sizes = before(_RULE[:1] * fitting, style, context, None, *rest, **more)
        return (full, *line[1:3], width, *sizes) if line[3] < width <= most else line

    return split


def _parts_words(style: Any) -> bool:
    has_hyphens = style["hyphens"] != "none" and style["white_space"] == "normal"
    return bool(has_hyphens and style["overflow_wrap"] != "normal")


def _limits(style: Any) -> Limits:
    _, *limits = style["hyphenate_limit_chars"]
    return Limits(*limits)


def _on_the_line(word: str, part: Part, style: Any) -> str:
    hyphen = style["hyphenate_character"] if part.has_hyphen else ""
    return word[: part.length] + str(hyphen)


def _standing_for(made: Any, word: str, part: Part) -> Any:
    """Give the line that was made for a part of a word, with the place behind it."""
    layout, _, _, *sizes = made
    place = len(word[: part.length].encode())
    return layout, place, place, *sizes


def _is_kept_whole(text: str, place: int, language: str | None) -> bool:
    """Whether a place, in bytes, is within the last word, or a name."""
    if _is_in_last_word(text, place):
        return True
    return is_in_name(text, len(text.encode()[:place].decode()), language or "")


def _is_in_last_word(text: str, place: int) -> bool:
    """Whether a place, in bytes, is between two letters of the last word, in scripts that have hyphens."""
    if len(text) > place + _LONGEST:
        return False
    data = text.encode()
    return _DIVIDED.fullmatch(data[:place].decode()[-1:] + data[place:].decode()) is not None


def _narrow_of_few(before: Any) -> Any:
    """Find out by its next words alone how narrow a text is that may be parted anywhere.

    WeasyPrint lays out all that is left of it for each letter: of 100 words that took a second. A letter that
    was parted from another before is as wide as then. Where a word might be divided, that is tried at each letter of it and never
    kept, since a letter is narrower.
    """
    known = dict[tuple[Any, ...], tuple[Any, Any]]()
    whole = of_each_style(undivided)

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        if most != 0 or style["overflow_wrap"] != "anywhere" or "\u00ad" in text:
            return before(text, style, context, most, *rest, **more)
        if style["hyphens"] == "auto":
            style = whole(style)
        key = id(style), text[:1], *more.values()
        is_letter = _LETTERS.fullmatch(text, 0, 2)
        if is_letter and (kept := known.get(key)):
            return kept[0]
        line = _of_few(before, text, style, context, most, *rest, **more)
        if is_letter and line[2] == 1:
            known[key] = line, style  # whose name is another's as soon as it goes
        return line

    return split


def _of_few(split: Callable[..., Any], text: str, *rest: Any, **more: Any) -> Any:
    words = text.split(" ", _FEW)
    few = " ".join(words[:_FEW])
    if len(words) > _FEW and "\n" not in few:
        line = split(few, *rest, **more)
        if line[2] is not None and line[2] <= len(words[0].encode()) + 1:
            return line
    return split(text, *rest, **more)
