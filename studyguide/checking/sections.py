"""How the source is cut: each opening is found, little of the text is left over."""

from collections.abc import Collection, Iterator

from studyguide.deck.deck import Deck
from studyguide.deck.file import Text
from studyguide.finding import Finding
from studyguide.language.words import displayed
from studyguide.source.source import Source

_MOST_OUTSIDE, _FEW = 0.1, 20
_LEAST_LIKENESS = 50
_SHOWN = 80


def openings_are_found(deck: Deck, source: Source, known: Collection[int]) -> Iterator[Finding]:
    """Report each opening that no part of the source begins with; `known` sections are there."""
    for number, opening in deck.openings:
        if number not in known:
            message, help = _why_missing(number, opening, source)
            place = deck.file.within(opening)
            yield Finding(place, "opening-missing", message, help)


def _why_missing(number: int, opening: Text, source: Source) -> tuple[str, str]:
    from studyguide.source.cutting.openings import told

    document = source.document
    found, _ = told(document.text, document.blocks, {number: opening.value})
    if found:
        message = f"section {number} would open here out of order: before one with a lower number"
        return message, "give the words with which the section opens, or number sections in order"
    message = f"no paragraph or heading of the source begins with “{_short(opening.value)}”"
    nearest = _nearest(opening.value, source)
    help = "write the first words of a heading or paragraph: studyguide outline shows them"
    return message, f"the nearest is: “{nearest}”" if nearest else help


def _nearest(words: str, source: Source) -> str:
    """Give the beginning of that part of the source which begins most alike."""
    from rapidfuzz import fuzz, process

    text, blocks = source.text, source.document.blocks
    heads = (" ".join(text[block.start : block.start + len(words)].split()) for block in blocks)
    best = process.extractOne(
        words, heads, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_LEAST_LIKENESS
    )
    if best is None:
        return ""
    block = blocks[int(best[2])]
    return _short(displayed(text[block.start : min(block.end, block.start + 2 * _SHOWN)]))


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: words.rfind(" ", 0, _SHOWN)] + " …"


def little_is_left_over(deck: Deck, outside: int, words: int) -> Iterator[Finding]:
    """Warn of a source much of which belongs to no section: it may be cut in a wrong way."""
    if outside > max(_FEW, words * _MOST_OUTSIDE):
        message = f"{outside:,} of {words:,} words of the source belong to no section"
        help = (
            f"see `studyguide outline {deck.folder}`; if that is not meant, give in deck.yaml "
            "the first words of each section: openings: {1: …}"
        )
        yield Finding(deck.file.at(0), "source-outside", message, help, severity="warning")
