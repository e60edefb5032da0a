"""Titles of works that a guide names: that of its text, and what begins with a capital and is set in italics."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from studyguide.guide.work import work_of
from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.book.places import Said
from studyguide.printing.index.articles import looked_up, without_article
from studyguide.printing.index.marked.opening_words import merely_opens

_STOPS: Final = frozenset(".?!…。？！؟।")
_FEWEST: Final = 3
"""Of so many words some have capitals in an English title, besides those that are but function words."""


def titles_in(work: str, texts: Iterable[Said], language: Language) -> Iterator[str]:
    """Yield titles of works; a sentence in italics is none (*Keep it beside you.*), nor what only opens one."""
    title = work_of(work).title.strip()
    if " " in title:
        yield title
    for said in texts:
        for start, end in _runs(sorted(said.italic)):
            run = said.tokens[start:end]
            if run[0].is_capital and not _is_stressed(said.tokens, start, end, language):
                yield said.whole(run)


def headings_of_titles(titles: Iterable[str], language: str) -> dict[str, str]:
    """Give the headings of titles; one that texts have with its article and without it, del*l’Olimpiade*, is one work."""
    headings = {title: looked_up(title, language) for title in titles}
    bare = {without_article(title, language): heading for title, heading in headings.items()}
    return {title: bare.get(title, heading) for title, heading in headings.items()}


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield from where to where numbers follow each other."""
    start = 0
    for at, (one, other) in enumerate(zip(places, [*places[1:], -1], strict=False), 1):
        if other != one + 1:
            yield places[start], one + 1
            start = at


def _is_stressed(tokens: Sequence[Token], start: int, end: int, language: Language) -> bool:
    """Whether words in italics that begin with a capital are but stressed: a sentence of several, or what only opens one."""
    run, after = tokens[start:end], tokens[end].shown if end < len(tokens) else ""
    if not run[0].opens:
        return False
    words = [each for each in run if each.shown[0].isalpha()]
    is_whole = run[-1].shown in _STOPS or after in _STOPS
    is_alone = start == 0 and (end == len(tokens) or end + 1 == len(tokens))
    if len(words) == 1:
        return merely_opens(words[0].shown, language)
    if is_whole and not (is_alone and run[-1].shown not in _STOPS):
        return True
    own = [each for each in words[1:] if not language.is_function_word(each.shown.casefold())]
    is_small = len(own) >= _FEWEST and not any(each.is_capital for each in own)
    return language.is_english and is_small
