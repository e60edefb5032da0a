"""Sections at numbers that lists, tables and verses bear, too: 1), (1), A., Step 1, and 1 without a sign.

They are believed only where they count from one without a gap, and each is the title of a line of its own with prose
below it; or where each begins a paragraph, and nothing but titles stands before the first.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import NamedTuple

from studyguide.patterns import lazy
from studyguide.source.cutting.labels import label_of, value_of
from studyguide.source.cutting.longest_rise import longest_rise
from studyguide.source.cutting.openings import Mark
from studyguide.source.cutting.titles import PARTING, is_title, stands_over
from studyguide.source.readers.document import Block

_SIGNED = lazy(
    r"\s*(?:(?P<round>[(（]?(?:\d{1,3}|[IVX]{1,6}|[〇一二三四五六七八九十]{1,3}|[A-ZА-ЯΑ-Ω])\.?[)）])"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<point>(?:[A-ZА-ЯΑ-Ω]|[ivx]{1,5}|[IVX]{1,6})\.)(?=\s)"
    r"|(?P<bare>\d{1,3}|[IVX]{1,6})(?:[:：]|[^\S\n]+[–—-])?(?=[^\S\n]+[^\s\d]))"
)
_WORDED = lazy(
    r"\s*(?P<word>№|(?:step|day|week|question|session|topic|stage|phase|problem|experiment|station|sonnet|psalm|fable"
    r"|tale|rule|thesis|schritt|tag|woche|frage|sitzung|thema|aufgabe|regel|these|étape|jour|semaine|séance|thème|règle"
    r"|paso|día|semana|pregunta|sesión|tema|regla|passo|giorno|settimana|domanda|regola|dia|pergunta|regra|stap|dag"
    r"|vraag|krok|dzień|tydzień|pytanie|temat|шаг|день|неделя|вопрос|тема|правило|крок|тиждень|питання|no|nr|nº)"
    r"(?=[.\s])|q(?=\d))\.?[^\S\n]*(?P<value>\d{1,3}|[IVXivx]{1,6}|[^\W\d_]+)(?=[\s.:)–—-]|$)[.:)]?",
    2,  # re.IGNORECASE
)
_SIGNS = "()（）."
_LETTERS = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГДЕЖЗИКЛМНОПРСТ", "ΑΒΓΔΕΖΗΘΙΚΛΜΝ")
_LEAST, _LEAST_NESTED, _LEAST_SHARE = 3, 2, 0.5
_PROSE, _SENTENCE, _LONG = 40, 15, 200
"""Characters of what is prose, whether it ends like a sentence or does; and of sections that are a paragraph each."""

_ENDS = tuple(".!?…:;。！？”»\"'")
_OF_LAWS = ("section",)
_INLINE = ("figures", "han", "roman", *_OF_LAWS)


class _Opening(NamedTuple):
    """A block that is numbered in some way; `sort` is that way, by which the others must be numbered, too."""

    at: int
    sort: tuple[str, str]
    number: int
    start: int
    body: int
    heading: str
    is_title: bool


def or_lesser(text: str, blocks: Sequence[Block], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Give where sections open at such numbers, if they are to be believed and `marks` of the usual ones are not.

    Of several sorts the first in the text does it.
    """
    if len(marks) > 1 and not any(_openings(text, blocks[: marks[0].at])):
        return marks
    by_sort = sorted(_openings(text, blocks), key=attrgetter("sort", "at"))
    chains = (_chain(text, blocks, [*those]) for _, those in groupby(by_sort, attrgetter("sort")))
    best = min(filter(None, chains), key=lambda chain: chain[0].at, default=[])
    found = tuple(Mark(each.at, each.number, each.body, each.start, each.heading) for each in best)
    is_better = len(marks) < len(found[:2]) or _stand_inside(text, blocks, marks, found)
    return found if is_better else marks


def _stand_inside(
    text: str, blocks: Sequence[Block], inner: Sequence[Mark], outer: Sequence[Mark]
) -> bool:
    """Whether some numbers count what stands in sections that others number: 1.1 below 1, a list in one of them."""
    if not outer or not inner or inner[0].at <= outer[0].at:
        return False
    labels = [label_of(text, each.start, each.end) for each in blocks[inner[0].at :]]
    first = labels[0]
    if first is None or first.word or first.style in ("chapter", "section", "part"):
        return False
    ones = sum(
        each is not None and (each.style, each.number) == (first.style, 1) for each in labels
    )
    is_of_one = sum(each.at < inner[-1].at for each in outer) < len(outer)
    return first.style == "nested" or ones > 1 or (is_of_one and inner[-1].at < outer[-1].at)


def _openings(text: str, blocks: Sequence[Block]) -> Iterator[_Opening]:
    for at, block in enumerate(blocks):
        if block.kind in ("text", "paragraph", "title"):
            for sort, number, end in _numbers(text, block):
                if number and not _is_listed(text, block, sort):
                    yield _opening(text, at, block, (sort, number, end))


def _numbers(text: str, block: Block) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Yield how a block is numbered: in which way, by what, and where its number ends."""
    strong = label_of(text, block.start, block.end)
    if strong and strong.style == "section":
        yield ("section", strong.word), strong.number, strong.end
    elif match := _SIGNED.match(text, block.start, block.end):
        written = match["round"] or match["circled"] or match["point"] or match["bare"]
        value = written.strip(_SIGNS)
        for sort, number in _readings(value):
            yield (sort, written.replace(value, "x")), number, match.end()
    elif match := _WORDED.match(text, block.start, block.end):
        said = value_of(match["value"])
        if said is not None:
            yield ("word", match["word"].casefold()), said, match.end()


def _readings(value: str) -> Iterator[tuple[str, int]]:
    """Yield what a value may mean: I is a numeral, and the letter before J."""
    if "①" <= value <= "⑳":
        yield "figures", ord(value) - ord("①") + 1
    elif value.isdecimal():
        yield "figures", int(value)
    elif (number := value_of(value)) is not None:
        kind = "roman" if value.isupper() else "small roman"
        yield kind if value.isascii() else "han", number
    for letters in _LETTERS:
        if len(value) == 1 and value in letters:
            yield "letters", letters.index(value) + 1


def _is_listed(text: str, block: Block, sort: tuple[str, str]) -> bool:
    """Whether the next line of a block is numbered in the same way: a list, or verses."""
    _, _, rest = text[block.start : block.end].strip("\n").partition("\n")
    below = Block(0, len(rest))
    return bool(rest) and any(other == sort for other, *_ in _numbers(rest, below))


def _opening(
    text: str, at: int, block: Block, numbered: tuple[tuple[str, str], int, int]
) -> _Opening:
    """Tell what of a block is a title: all of it, its first line, or nothing."""
    sort, number, end = numbered
    lines = text[block.start : block.end].strip("\n").split("\n")
    whole = text[end : block.end].lstrip(PARTING).rstrip()
    if len(lines) <= 2 and _is_title(whole, sort):  # a long title is broken once
        return _Opening(at, sort, number, end, block.end, " ".join(whole.split()), True)
    line_end = text.find("\n", end, block.end)
    rest = text[end:line_end].lstrip(PARTING).rstrip()
    if line_end > 0 and _is_title(rest, sort) and stands_over(lines):
        return _Opening(at, sort, number, end, line_end, rest, True)
    return _Opening(at, sort, number, end, end, "", False)


def _is_title(shown: str, sort: tuple[str, str]) -> bool:
    if sort[0] == "word":  # Question 1: why do they turn?
        return not shown or is_title(shown.rstrip("?？ "))
    return is_title(shown) and len(shown) > shown.isascii()  # one sign may be a word in Chinese


def _chain(text: str, blocks: Sequence[Block], openings: list[_Opening]) -> list[_Opening]:
    """Choose those of one sort that open sections; none if they are not to be believed."""
    titled = [
        each
        for each, next in zip_longest(openings, openings[1:])
        if each.is_title and _has_prose(text, blocks, each, next.at if next else len(blocks))
    ]
    whole = sum(block.end - block.start for block in blocks)
    for those in (titled, openings if _may_number_paragraphs(openings[0].sort) else []):
        chain = _from_one(blocks, those) if those else []
        before = sum(block.end - block.start for block in blocks[: chain[0].at]) if chain else 0
        is_titled = those is titled
        if (
            chain
            and before < (1 - _LEAST_SHARE) * whole
            and _is_first(text, blocks, chain, is_titled=is_titled)
        ):
            return chain if is_titled else [_as_text(each) for each in chain]
    return []


def _may_number_paragraphs(sort: tuple[str, str]) -> bool:
    """Whether a number may begin a paragraph: letters begin names, and a figure without a sign begins what it counts."""
    return sort[0] in _INLINE and sort[1] != "x"


def _as_text(opening: _Opening) -> _Opening:
    return opening._replace(body=opening.start, heading="")


def _from_one(blocks: Sequence[Block], openings: list[_Opening]) -> list[_Opening]:
    """Give those that count one, two, three; none if there is a gap, or half as many stand beside them."""
    ends = [*(each.at for each in openings[1:]), len(blocks)]
    sizes = [
        sum(block.end - block.start for block in blocks[each.at : end])
        for each, end in zip(openings, ends, strict=True)
    ]
    found = [openings[at] for at in longest_rise([each.number for each in openings], sizes)]
    is_whole = [each.number for each in found] == [*range(1, len(found) + 1)]
    few = len(openings) - len(found) <= len(found) // 2
    return found if is_whole and few and len(found) >= _LEAST else []


def _is_first(
    text: str, blocks: Sequence[Block], chain: list[_Opening], *, is_titled: bool
) -> bool:
    """Whether what stands before the first of some sections leads to no list; and is only titles, if they have none."""
    before = [text[block.start : block.end].strip() for block in blocks[: chain[0].at]]
    if before and before[-1].endswith((":", "：")):
        return False
    if is_titled or chain[0].sort[0] in _OF_LAWS:
        return True
    size = blocks[-1].end - blocks[chain[0].at].start
    return all(
        len(each) < _LONG and not _is_prose(each) for each in before
    ) and size >= _LONG * len(chain)


def _has_prose(text: str, blocks: Sequence[Block], opening: _Opening, end: int) -> bool:
    """Whether sentences stand below a title."""
    own = text[opening.body : blocks[opening.at].end]
    return _is_prose(own) or any(
        _is_prose(text[block.start : block.end]) for block in blocks[opening.at + 1 : end]
    )


def _is_prose(shown: str) -> bool:
    shown = shown.strip()
    return len(shown) >= _PROSE or (len(shown) >= _SENTENCE and shown.endswith(_ENDS))
