"""Which labels of a timeline stand on which page, and how tall its line may be there, in millimetres."""

from collections.abc import Iterable

from studyguide.guide.guide import Entry
from studyguide.language.times.dates import Time
from studyguide.printing.timeline.labels import Label, Sizes, label_of, tall_of

_HEADING = 16.0
"""What a page without one has more, which only says that it goes on."""

_BELOW = 16.0
"""What the table of dates without a year takes besides its rows."""

_FULL, _LAST = 0.9, 0.6
"""How much of a page labels take, so that they stand near their dates; what white on the last page counts, of what it does on others."""


def parts_of(
    labels: list[Label], sizes: Sizes, most: float, below: float, *, is_full: bool
) -> list[list[Label]]:
    """Cut the labels into parts that fit on a page each, with some room to spare, about equally full of time; or as full of labels as can be.

    The last has room for what is `below`.
    """
    tall = [tall_of(label, sizes) for label in labels]
    years = max(label.time.end for label in labels) - labels[0].time.start
    per_year = max(most, sum(tall) / _FULL) / max(years, 1.0) * (not is_full)
    ways = [
        (0.0, 0)
    ]  # what counts against the first so many on their pages; where the last of these begins
    for end in range(1, len(labels) + 1):
        high, found = 0.0, list[tuple[float, int]]()
        for at in reversed(range(end)):
            room = most + _HEADING * (at > 0) - below * (end == len(labels))
            high += tall[at]
            if found and high > room * (1.0 if is_full else _FULL):
                break
            drawn = per_year * (labels[end - 1].time.end - labels[at].time.start)
            white = (room - max(high, drawn)) ** 2 * (_LAST if end == len(labels) else 1.0)
            found.append((ways[at][0] + white, at))
        ways.append(min(found))
    parts, end = list[list[Label]](), len(labels)
    while end:
        parts.append(labels[ways[end][1] : end])
        end = ways[end][1]
    return parts[::-1]


def room_below(undated: Iterable[Entry], sizes: Sizes, language: str) -> float:
    """Tell how tall the table of dates without a year is."""
    labels = [label_of(entry, Time(0, 0), sizes, language) for entry in undated]
    return sum(tall_of(label, sizes) for label in labels) + _BELOW if labels else 0.0


def rooms_of(pages: int, most: float, below: float) -> tuple[float, ...]:
    """Tell how tall the line may be on each of its pages: `most` below the heading, and less before what is `below`."""
    *others, last = (most, *(most + _HEADING for _ in range(pages - 1)))
    return (*others, last - below)


def halved(
    labels: list[Label], sizes: Sizes, rooms: tuple[float, ...]
) -> tuple[list[Label], list[Label]]:
    """Cut the labels in two, so that time is drawn as large as can be."""
    tall = [tall_of(label, sizes) for label in labels]

    def crowded(cut: int) -> tuple[bool, float]:
        sides = ((labels[:cut], tall[:cut], rooms[0]), (labels[cut:], tall[cut:], rooms[1]))
        is_over = any(sum(high) > room for _, high, room in sides)
        years = (
            (max(each.time.end for each in side) - side[0].time.start) / room
            for side, _, room in sides
        )
        return is_over, max(years)

    cut = min(range(1, len(labels)), key=crowded)
    return labels[:cut], labels[cut:]
