"""Sections of a text without headings: they open at numbers of any usual kind.

Never in a table of contents, where no text follows the numbers, nor in a list inside the text.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from studyguide.source.cutting.heading_names import framed
from studyguide.source.cutting.label_words import Style
from studyguide.source.cutting.labels import annex_of, label_of
from studyguide.source.cutting.longest_rise import longest_rise
from studyguide.source.cutting.numbered_blocks import Opening, is_contents, opening_of
from studyguide.source.cutting.openings import Mark
from studyguide.source.cutting.titles import is_title
from studyguide.source.readers.document import Block

_ORDER: tuple[Style, ...] = ("chapter", "section", "roman", "part", "nested")
_LEAST_SHARE = 0.5
"""Of the text that the sections must hold for their numbers to be believed."""


@dataclass(frozen=True)
class Text:
    """A text with its blocks, and how much of it stands before each."""

    text: str
    blocks: Sequence[Block]
    before: Sequence[int]

    def size(self, first: int, last: int) -> int:
        """Count the characters of the blocks from `first` to before `last`."""
        return self.before[last] - self.before[first]


def numbered(text: str, blocks: Sequence[Block], skipped: Collection[int] = ()) -> tuple[Mark, ...]:
    """Find where the sections of a text open; nowhere if it has no numbers to be believed.

    `skipped` are numbers that may be missing, since a curator says where those sections open.
    """
    before = [0]
    for block in blocks:
        before.append(before[-1] + block.end - block.start)
    whole = Text(text, blocks, before)
    openings = [*_openings(whole)]
    decimal = _decimal(whole, [each for each in openings if each.label.style == "decimal"], skipped)
    annexes = [each for each in openings if each.label.style == "annex"]
    for style in _ORDER:
        chain = _of_style(whole, [each for each in openings if each.label.style == style])
        if style == "nested":
            chain = _of_one_chapter(chain)
        if style == "roman" and _share(whole, decimal) > _share(whole, chain):
            break
        if len(chain) > 1 and _share(whole, chain) >= _LEAST_SHARE:
            return _framed(whole, [*chain, *_counted_on(whole, chain, annexes)])
    return _framed(whole, decimal)


def _framed(whole: Text, chain: list[Opening]) -> tuple[Mark, ...]:
    """Make sections of the introduction and the conclusion, too, where all the others have a title."""
    marks = _marks(chain)
    if not chain or not all(each.is_title for each in chain):
        return marks
    titled = list[Mark]()
    for at, (block, below) in enumerate(pairwise(whole.blocks)):
        shown = whole.text[block.start : block.end].strip()
        if is_title(shown) and not is_title(whole.text[below.start : below.end]):
            titled.append(Mark(at, 0, block.end, block.end, shown))
    return tuple(framed(marks, titled))


def _of_style(whole: Text, openings: list[Opening]) -> list[Opening]:
    """Choose the sections of one style; of articles that have sections of their own, the articles."""
    ones = Counter(each.label.word for each in openings if each.label.number == 1)
    if len(ones) > 1 and len({*ones.values()}) > 1:
        fewest = min(ones.values())
        above = [each for each in openings if ones[each.label.word] == fewest]
        if _share(whole, chain := _chain(whole, above)) >= _LEAST_SHARE and len(chain) > 1:
            return chain
    return _chain(whole, openings)


def _counted_on(whole: Text, chain: list[Opening], annexes: list[Opening]) -> Iterator[Opening]:
    """Yield what is numbered anew behind the last chapter, with text below: Appendix A, B."""
    last = chain[-1]
    behind = _chain(whole, [each for each in annexes if each.at > last.at])
    for number, each in enumerate(behind, last.label.number + 1):
        yield each._replace(label=each.label._replace(number=number))


def _openings(whole: Text) -> Iterator[Opening]:
    for index, block in enumerate(whole.blocks):
        if block.kind in ("text", "paragraph", "title"):
            label = label_of(whole.text, block.start, block.end) or annex_of(
                whole.text, block.start, block.end
            )
            if label and not is_contents(whole.text, block, label):
                opening = opening_of(whole.text, index, block, label)
                if opening.is_title or label.style == "decimal":
                    yield opening


def _chain(whole: Text, openings: list[Opening]) -> list[Opening]:
    """Choose those that open sections: with text below them, and with rising numbers."""
    last = len(whole.blocks)
    sizes = {}
    for opening, following in zip_longest(openings, openings[1:]):
        end = following.at if following else last
        size = whole.size(opening.at + 1, end) + whole.blocks[opening.at].end - opening.body
        if size > 0:
            sizes[opening] = size
    numbered = [*sizes]
    rise = longest_rise([each.label.number for each in numbered], [*sizes.values()])
    return _begun_again(numbered, [numbered[at] for at in rise])


def _begun_again(openings: list[Opening], found: list[Opening]) -> list[Opening]:
    """Take all that have text if their numbers begin again in each part of a book."""
    ones = sum(each.label.number == 1 for each in openings)
    steps = [
        after.label.number in (1, before.label.number + 1) for before, after in pairwise(openings)
    ]
    if ones > 1 and all(steps) and openings[0].label.number == 1 and len(openings) > len(found) + 1:
        return [
            each._replace(label=each.label._replace(number=number))
            for number, each in enumerate(openings, 1)
        ]
    return found


def _of_one_chapter(chain: list[Opening]) -> list[Opening]:
    """Leave sections 3.1, 3.2 … of one chapter; those of several are numbered by the chapter alone."""
    if len({each.label.above for each in chain}) == 1:
        return chain
    return []


def _share(whole: Text, chain: list[Opening]) -> float:
    size = whole.size(0, len(whole.blocks))
    return whole.size(chain[0].at, len(whole.blocks)) / size if chain and size else 0.0


def _marks(chain: list[Opening]) -> tuple[Mark, ...]:
    return tuple(
        Mark(each.at, each.label.number, each.body, each.label.end, each.heading) for each in chain
    )


def _decimal(whole: Text, openings: list[Opening], skipped: Collection[int]) -> list[Opening]:
    """Choose the numbered paragraphs that open sections; lists inside a section may count, too."""
    openings = [*_with_text(whole, openings)]
    numbers = [each.label.number for each in openings]
    first = _first(whole, openings)
    if first is None:
        return []
    last = {number: at for at, number in enumerate(numbers)}
    found: list[Opening] = []
    following, listed = openings[first].label.number, 0  # the last number of a list in a section
    for at in range(first, len(openings)):
        number = numbers[at]
        if found and number != following and number in (1, listed + 1):
            listed = number
        elif number == following or (following in skipped and number == following + 1):
            # What could as well count on in a list leaves it to a later one to open the section.
            listed = number if listed and number == listed + 1 and last[number] > at else 0
            if not listed:
                found.append(openings[at])
                following = number + 1
    titled = sum(each.is_title for each in found)
    if len(found) == 1 and found[0].heading.endswith("."):
        titled = 0  # "One." may be a heading only beside others like it
    if titled * 2 <= len(found):
        found = [_as_text(each) for each in found]
    return found


def _as_text(opening: Opening) -> Opening:
    """Take the first words of a section for text: those of the others are."""
    return opening._replace(body=opening.label.end, heading="") if opening.is_title else opening


def _with_text(whole: Text, openings: list[Opening]) -> Iterator[Opening]:
    """Leave out the headings that no text follows: they stand in a table of contents, or are the last page's number."""
    for opening, following in zip_longest(openings, openings[1:]):
        end = following.at if following else len(whole.blocks)
        is_listed = opening.is_title and (following.is_title if following else not opening.heading)
        if not is_listed or whole.size(opening.at + 1, end) > 0:
            yield opening


def _first(whole: Text, openings: list[Opening]) -> int | None:
    """Tell which of some numbers opens the first section: 0, 1, or one that others follow."""
    last = {each.label.number: at for at, each in enumerate(openings)}
    size = whole.size(0, len(whole.blocks))
    for at, opening in enumerate(openings):
        number = opening.label.number
        is_begun = number == 1 or (last.get(number + 1, -1) > at and number <= 100)
        if not is_begun or (number not in (0, 1) and (at or opening.is_title is False)):
            continue
        before = whole.size(0, opening.at)
        if _introduces_list(whole, opening.at) or (before > size / 2 and not opening.is_title):
            continue
        return at
    return None


def _introduces_list(whole: Text, index: int) -> bool:
    if not index:
        return False
    block = whole.blocks[index - 1]
    return whole.text[block.start : block.end].rstrip().endswith((":", "："))
