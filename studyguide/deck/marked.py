"""Words as the check reads them, that know how a curator wrote them and how they are to be set."""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Literal, NamedTuple, Self

from studyguide.patterns import lazy

Style = Literal["em", "strong", "code", "sub", "sup"]
Side = Literal["", "left", "center", "right"]


class Run(NamedTuple):
    """Words that are set alike: from where to where in the plain text, and how, outermost first.

    `address` is where a link leads.
    """

    start: int
    end: int
    styles: tuple[Style, ...] = ()
    address: str = ""


class Lines(NamedTuple):
    """Lines of text, one run beside the other."""

    runs: tuple[Run, ...]


class Code(NamedTuple):
    """Lines of a program, in one run; `language` is as the curator named it, or empty."""

    runs: tuple[Run, ...]
    language: str


class Table(NamedTuple):
    """Rows of cells, the first of them the heads; `sides` tells to which side each column is set.

    Where it is known how wide it is set, `form` says how, `turned` with a column for each row.
    `size` is how large at most, in points.
    """

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    sides: tuple[Side, ...]
    form: str = ""
    size: float = 0.0

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs, cell after cell."""
        return tuple(run for row in self.rows for cell in row for run in cell)


Block = Lines | Code | Table


class Marked(str):
    """The plain words of a text with light markup; to everybody who does not ask, a `str` of them.

    `raw` is the text as it was written, `places` tells for each plain character, and for the end,
    where it stands in there. Both are empty where words were put together of several texts.
    """

    __slots__ = ("blocks", "places", "raw")

    blocks: tuple[Block, ...]
    places: tuple[int, ...]
    raw: str

    def __new__(
        cls,
        plain: str,
        blocks: tuple[Block, ...] = (),
        raw: str = "",
        places: tuple[int, ...] = (),
    ) -> Self:
        """Put plain words beside what is known of them."""
        marked = super().__new__(cls, plain)
        marked.blocks, marked.raw, marked.places = blocks, raw, places
        return marked


def is_of_words(text: str) -> bool:
    """Whether a text has no block but lines of words."""
    blocks = text.blocks if isinstance(text, Marked) else ()
    return all(isinstance(each, Lines) for each in blocks)


def has_table(text: str) -> bool:
    """Whether a text has a table."""
    blocks = text.blocks if isinstance(text, Marked) else ()
    return any(isinstance(each, Table) for each in blocks)


def rows_of(text: str) -> list[str]:
    """Give the rows of a text that has a table, else all of it: words of two rows are of no one sentence."""
    return text.split("\n") if has_table(text) else [text]


def entries_in(text: str) -> int:
    """Count the rows below the heads of a text's tables and the lines of its code: they are as a list's entries are."""
    if not isinstance(text, Marked):
        return 0
    blocks = text.blocks
    rows = sum(len(each.rows) - 1 for each in blocks if isinstance(each, Table))
    code = (text[run.start : run.end] for e in blocks if isinstance(e, Code) for run in e.runs)
    return rows + sum(1 for each in code for line in each.split("\n") if line.strip())


def end_of_heads(text: str) -> int:
    """Tell where the heads of a text's first table end; 0 if it has none."""
    return text.find("\n", text.find("|")) if has_table(text) else 0


def runs_of(text: str) -> Iterator[Run]:
    """Yield how a text is set, from its beginning to its end; what has no markup is one run."""
    end = 0
    for block in text.blocks if isinstance(text, Marked) else ():
        for run in block.runs:
            if run.start > end:
                yield Run(end, run.start)
            yield run
            end = run.end
    if end < len(text):
        yield Run(end, len(text))


def part_of(text: str, start: int, end: int) -> str:
    """Give the characters from `start` to `end`, set as they are; of code and tables, the lines."""
    if not isinstance(text, Marked):
        return text[start:end]
    runs = [
        run._replace(start=max(run.start, start) - start, end=min(run.end, end) - start)
        for run in runs_of(text)
        if run.start < end and run.end > start
    ]
    return _of_runs(text[start:end], runs)


def joined(parts: Iterable[str]) -> str:
    """Put texts together, each set as it is."""
    texts = list(parts)
    ends = [0, *accumulate(map(len, texts))]
    runs = [
        run._replace(start=run.start + before, end=run.end + before)
        for text, before in zip(texts, ends, strict=False)
        for run in runs_of(text)
    ]
    return _of_runs("".join(texts), runs)


def _of_runs(plain: str, runs: list[Run]) -> str:
    is_set = any(run.styles or run.address for run in runs)
    return Marked(plain, (Lines(tuple(runs)),)) if is_set else plain


def alike(text: str, words: str) -> str:
    """Give other words of the same length, set as a text is."""
    return Marked(words, text.blocks) if isinstance(text, Marked) else words


def without_code(text: str) -> str:
    """Give a text with blanks for its code, so that every other character stands where it stood."""
    if not isinstance(text, Marked):
        return text
    return "".join(
        " " * (run.end - run.start) if "code" in run.styles else text[run.start : run.end]
        for run in runs_of(text)
    )


def quoted_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands inside double quotation marks, and where in a text."""
    value = without_code(text)  # whose quotes are those of a program
    for match in _IN_QUOTES.finditer(value) if any(map(value.__contains__, _QUOTES)) else ():
        inner = next(group for group in match.groups() if group is not None)
        yield inner, match.start() + 1


_QUOTES = '“"«»„‘'
_IN_QUOTES = lazy(
    r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|»([^«»]+)«|„([^„“”]+)[“”]|(?<!\w)‘([^‘]+?)’(?!\w)"
)


def written(text: str) -> str:
    """Give a text as its curator wrote it."""
    return text.raw or str(text) if isinstance(text, Marked) else text
