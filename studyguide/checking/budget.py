"""Budget: how much of the source all evidence together shows, and how long at a stretch."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.lock.lock import Place
from studyguide.plurals import counted

if TYPE_CHECKING:
    from studyguide.evidence.extent import Run


class Quoted(NamedTuple):
    """What all evidence shows: a share of the source's words, and the longest run of words."""

    share: float
    run: int


Places = Mapping[str, tuple[int, tuple[Place, ...]]]
"""For each item's id, its section and where its evidence stands there."""


def quoted(places: Places, words: int) -> Quoted:
    """Measure how much of a source of so many words is quoted."""
    shown, longest = 0, 0
    within, begin, end = 0, 0, 0  # the section, and from where to where it is quoted in a row
    runs = {(section, each.first, each.last) for section, own in places.values() for each in own}
    for section, first, last in sorted(runs):
        if section != within or first > end:
            within, begin, end = section, first, first
        shown += max(last - end, 0)
        end = max(last, end)
        longest = max(longest, end - begin)
    return Quoted(shown / words if words else 0.0, longest)


def _shown(all_places: Iterable[tuple[int, tuple[Place, ...]]]) -> set[tuple[int, int]]:
    return {
        (section, word)
        for section, places in all_places
        for place in places
        for word in range(place.first, place.last)
    }


def told(quoted: Quoted) -> str:
    """Say how much is quoted."""
    return f"{quoted.share:.1%} of the text, {counted(quoted.run, 'word')} at a stretch"


def passages_stay_within_limits(deck: Deck, places: Places, words: int) -> Iterator[Finding]:
    """Report passages, which are to be shown to learners, that together show more than the deck may quote."""
    total = quoted(places, words)
    share, run = deck.quotation.share, deck.quotation.run
    without = "build without passages: leave out `--passages`, and `passages: yes` in deck.yaml"
    if share is not None and total.share > share:
        message = f"all passages together show {told(total)}; {share:.0%} may be quoted"
        help = f"{without}; or, if its rights allow so much, raise {deck.where_limited('share')}"
        yield Finding(deck.file.at(0), "quotation-share", message, help)
    if run is not None and total.run > run * Language(deck.language).letters_a_word:
        message = f"all passages together show {told(total)}; {counted(run, 'word')} in a row may be shown"
        help = f"{without}; or, if its rights allow so much, raise {deck.where_limited('run')}"
        yield Finding(deck.file.at(0), "quotation-joined", message, help)


def quotation_stays_within_limits(deck: Deck, places: Places, words: int) -> Iterator[Finding]:
    """Report evidence that together shows more of the source than the deck may quote."""
    total = quoted(places, words)
    share, run = deck.quotation.share, deck.quotation.run
    if share is not None and total.share > share:
        message = (
            f"all evidence together shows {total.share:.1%} of the source, "
            f"{share:.0%} may be quoted"
        )
        help = (
            "quote fewer words with `…`, and the same words for several items; "
            f"the limit is {deck.where_limited('share')}"
        )
        yield Finding(deck.file.at(0), "quotation-share", message, help)
    limit = run * Language(deck.language).letters_a_word if run is not None else total.run
    if total.run > limit:
        yield from _joined_runs(deck, places, limit)


class Shown:
    """All words that evidence shows so far, section by section."""

    def __init__(self) -> None:
        self._words: set[tuple[int, int]] = set()

    def add(self, section: int, runs: "Iterable[Run]") -> None:
        """Note that some runs of words of a section are shown, too."""
        self._words |= _words_of(section, runs)

    def count_with(self, section: int, runs: "Iterable[Run]") -> int:
        """Tell how many words would be shown in all with these runs of a section."""
        return len(self._words) + len(_words_of(section, runs) - self._words)

    def longest_with(self, section: int, runs: "Iterable[Run]") -> int:
        """Tell how many words in a row would be shown where these runs are."""
        more = _words_of(section, runs)
        new = more - self._words
        self._words |= new
        longest = max((_run_around(word, self._words) for word in more), default=0)
        self._words -= new
        return longest


def _words_of(section: int, runs: "Iterable[Run]") -> set[tuple[int, int]]:
    return {(section, word) for first, last in runs for word in range(first, last)}


def _joined_runs(deck: Deck, places: Places, limit: int) -> Iterator[Finding]:
    """Report the items whose evidence, joined to that of items before them, runs too long."""
    shown: set[tuple[int, int]] = set()
    for item in deck.items:
        section, own = places.get(item.id.value, (0, ()))
        new = _shown([(section, own)]) - shown
        shown |= new
        for word in sorted(new):
            length = _run_around(word, shown)
            if length > limit:
                message = f"with the evidence of other items this shows {length} words in a row"
                help = (
                    f"leave words out with `…`; {limit} in a row may be shown, "
                    f"by {deck.where_limited('run')}"
                )
                yield item.error(item.evidence[0], "quotation-joined", message, help)
                break


def _run_around(word: tuple[int, int], shown: set[tuple[int, int]]) -> int:
    section, first = word
    last = first
    while (section, first - 1) in shown:
        first -= 1
    while (section, last + 1) in shown:
        last += 1
    return last - first + 1
