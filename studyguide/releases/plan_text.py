"""A plan as text, marked as `git diff --word-diff` marks it, and as a changelog in Markdown."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from studyguide.releases.plan import Difference, Line, Piece, Plan, Planned

Style = Callable[..., str]
"""As `click.style`: a text, and `fg=` its colour."""

_TEXT_MARKS: Final = {"-": ("[-", "-]", "red"), "+": ("{+", "+}", "green")}
_MARKDOWN_MARKS: Final = {"-": "~~", "+": "**"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_FEW_WORDS = 8
"""So many words of what stays are shown around a change."""


def as_text(planned: Planned, style: Style) -> Iterator[str]:
    """Yield the lines of a plan."""
    plan = planned.plan
    yield f"{planned.folder} since {planned.since}: {_counts(plan)}"
    for name, lines in _groups(plan):
        for line in lines:
            yield f"  {style(f'{name:<10}', bold=True)} {line.item}: {line.prompt}"
            yield from (f"{'':13}{_text(difference, style)}" for difference in line.differences)
    for difference in plan.everywhere:
        yield f"  {style('throughout', bold=True)} {_text(difference, style)}"
    yield from (f"  {remark}" for remark in (*_alike(plan), *_remarks(planned)))


def as_markdown(planned: Planned) -> Iterator[str]:
    """Yield the lines of a changelog for learners."""
    plan = planned.plan
    yield f"## {_escaped(planned.title)}: changes since {_escaped(planned.since)}"
    yield from ("", f"{_counts(plan).capitalize()}.")
    for name, lines in _groups(plan):
        if lines:
            yield from ("", f"### {name.capitalize()}", "")
            for line in lines:
                yield from _markdown(line)
    if plan.everywhere:
        yield from ("", "### Throughout", "")
        yield from (f"- {_difference(difference)}" for difference in plan.everywhere)
        yield from (f"- {remark}." for remark in _alike(plan))
    remarks = [*_remarks(planned)]
    if remarks:
        yield from ("", "### In Anki", "")
        yield from (f"- {remark}." for remark in remarks)
    yield ""


def _groups(plan: Plan) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Give the lines by what becomes of their notes, but those that only change throughout."""
    changed = tuple(line for line in plan.changed if line.differences)
    gone = ("withdrawn", plan.withdrawn)
    return ("new", plan.new), ("changed", changed), gone, ("kept", plan.kept)


def _counts(plan: Plan) -> str:
    counts = f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.withdrawn)} withdrawn"
    return f"{counts}, {plan.untouched} untouched"


def _alike(plan: Plan) -> Iterator[str]:
    alike = sum(not line.differences for line in plan.changed)
    if alike:
        yield f"In {alike} of the changed ones nothing else changes"


def _remarks(planned: Planned) -> Iterator[str]:
    """Yield what one should know beside the items."""
    plan = planned.plan
    if plan.new_cards:
        yield f"Notes that learners have get {_cards(plan.new_cards)} more"
    if plan.empty_cards:
        yield f"{_cards(plan.empty_cards)} will be empty: Tools, Empty Cards… removes them"
    if plan.moved:
        yield (
            "Cards of notes that move to another section stay in their old subdeck: Anki moves none on import. "
            f"To move them, browse for {' or '.join(f'tag:{tag}' for tag in plan.moved)}, select all, and choose "
            "Change Deck"
        )
    if plan.kept:
        yield _why_kept(planned)
    if plan.is_restyled:
        yield (
            "Cards look different, and styling of the learner’s own goes, unless they set “Update note types” "
            "to Never"
        )
    if plan.changed or plan.withdrawn:
        yield "Tags of the learner’s own go from notes that change, for Anki takes those whole; flags stay"
    if planned.is_altered:
        yield (
            "This learner has added fields or cards to a note type: no change reaches their notes, unless they "
            "tick “Merge note types” when they import; that empties their own fields in notes that change, "
            "and asks for a one-way sync"
        )


def _why_kept(planned: Planned) -> str:
    """Say why Anki would leave notes as they are: theirs are later than ours."""
    if not planned.revision:
        return "What is kept was edited since, or is of a later edition: Anki leaves it as it is"
    lock = planned.folder / "deck.lock"
    return (
        f"What is kept would not reach anybody, for {lock} is older than in {planned.since}: "
        f"run `git checkout {planned.revision} -- {lock}`, then plan again"
    )


def _cards(count: int) -> str:
    return f"{count} card{'' if count == 1 else 's'}"


def _label(difference: Difference) -> str:
    """Name a field; where it has the same words as before, markup or a file has changed."""
    is_same = all(piece.sign == "=" for piece in difference.pieces)
    return (
        f"{difference.label} (the same words, shown otherwise): "
        if is_same
        else f"{difference.label}: "
    )


def _text(difference: Difference, style: Style) -> str:
    return _label(difference) + "".join(
        _shortened(piece.text) if piece.sign == "=" else _marked(piece, style)
        for piece in difference.pieces
    )


def _marked(piece: Piece, style: Style) -> str:
    before, after, colour = _TEXT_MARKS[piece.sign]
    return style(f"{before}{piece.text}{after}", fg=colour)


def _shortened(text: str) -> str:
    """Leave out the middle of a long part that stays as it was."""
    words = text.split(" ")
    if len(words) <= 2 * _FEW_WORDS + 1:
        return text
    return " ".join([*words[:_FEW_WORDS], "…", *words[-_FEW_WORDS:]])


def _markdown(line: Line) -> Iterator[str]:
    place = f"{line.citation}: " if line.citation else ""
    yield f"- {_escaped(place + line.prompt)}"
    yield from (f"  - {_difference(difference)}" for difference in line.differences)


def _difference(difference: Difference) -> str:
    return _label(difference) + "".join(
        _escaped(_shortened(piece.text)) if piece.sign == "=" else _emphasised(piece)
        for piece in difference.pieces
    )


def _emphasised(piece: Piece) -> str:
    """Mark a part; blanks at its edges stay outside, where Markdown takes marks for text."""
    mark, inner = _MARKDOWN_MARKS[piece.sign], piece.text.strip()
    if not inner:
        return piece.text
    start = piece.text.index(inner)
    return f"{piece.text[:start]}{mark}{_escaped(inner)}{mark}{piece.text[start + len(inner) :]}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
