"""The index at the end of the guide: people, terms and names with the pages where they stand."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.language.names import Token, names_in, tokens_of
from studyguide.printing.book.exercises import printed_sections
from studyguide.printing.press.layout import Layout

_FEWEST = 8
"""With fewer entries nobody needs an index."""

_BODIES = frozenset(
    [
        "committee",
        "council",
        "union",
        "party",
        "international",
        "times",
        "government",
        "movement",
        "league",
        "bureau",
        "army",
        "front",
        "association",
        "federation",
        "opposition",
        "university",
        "congress",
        "bank",
    ]
)
"""What ends the name of a body, not of a person."""


class Reference(NamedTuple):
    """A run of pages, as `12–14`, and the named place where its first mention stands."""

    pages: str
    anchor: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index; `opens` is its initial if no entry before it has the same."""

    heading: str
    opens: str
    references: tuple[Reference, ...]


class _Place(NamedTuple):
    anchor: str
    texts: tuple[list[Token], ...]


def has_index(guide: Guide, layout: Layout) -> bool:
    """Whether a guide has so many names that an index is of use; a class test has none."""
    return not layout.asks_all and len(_mentions(guide)) >= _FEWEST


def entries_of(guide: Guide, pages: Mapping[str, int]) -> tuple[IndexEntry, ...]:
    """Make the index of a guide of which the page of every named place is known."""
    entries: list[IndexEntry] = []
    before = ""
    for heading, anchors in sorted(_mentions(guide).items(), key=lambda each: _order(each[0])):
        opens = _order(heading)[0][:1].upper()
        references = tuple(_references(anchors, pages))
        if references:
            entries.append(IndexEntry(heading, opens if opens != before else "", references))
            before = opens
    return tuple(entries)


def _references(anchors: list[str], pages: Mapping[str, int]) -> Iterator[Reference]:
    """Merge pages that follow on each other."""
    first: dict[int, str] = {}
    for anchor in anchors:
        if anchor in pages:
            first.setdefault(pages[anchor], anchor)
    run: list[int] = []
    for page in [*sorted(first), -1]:
        if run and page != run[-1] + 1:
            shown = str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"
            yield Reference(shown, first[run[0]])
            run = []
        run.append(page)


def _order(heading: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", heading.casefold().removeprefix("the "))
    return "".join(each for each in plain if each.isalnum() or each == " ").strip(), heading


def _mentions(guide: Guide) -> dict[str, list[str]]:
    """Give each heading with the named places of the items that speak of it."""
    places = [*_places(guide)]
    headings = _headings(guide, places)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place in places:
        told = {heading for text in place.texts for heading in _found_in(text, headings)}
        for heading in sorted(told):
            found[heading].append(place.anchor)
    return dict(found)


def _places(guide: Guide) -> Iterator[_Place]:
    for printed in printed_sections(guide):
        section = printed.section
        yield _Place(f"section-{section.number}", (tokens_of(section.summary),))
        for each in printed.exercises:
            texts = (each.entry.prompt, *each.entry.answers)
            yield _Place(f"item-{each.number}", tuple(map(tokens_of, texts)))


class _Heading(NamedTuple):
    """What to look for and the entry it belongs to; names must have their capital."""

    words: tuple[str, ...]
    shown: str
    is_name: bool


def _headings(guide: Guide, places: list[_Place]) -> dict[str, list[_Heading]]:
    """Collect what to look for by its first word, the longest first."""
    entries = [entry for section in guide.sections for entry in section.of("term", "person")]
    people = {
        entry.prompt: _surname_first(entry.prompt) for entry in entries if entry.kind == "person"
    }
    turned = [shown for shown in people.values() if "," in shown]
    counts = Counter(shown.partition(",")[0] for shown in turned)
    surnames = {name: each for each in turned if counts[name := each.partition(",")[0]] == 1}
    names = names_in((text for place in places for text in place.texts), Language(guide.language))
    told = {name: _belonging(name, surnames) for name in names} | surnames | people
    looked_for = {_heading(name, shown, is_name=True) for name, shown in told.items()}
    terms = [entry.prompt for entry in entries if entry.kind == "term"]
    looked_for |= {_heading(term, term, is_name=False) for term in terms if term not in told}
    by_first: defaultdict[str, list[_Heading]] = defaultdict(list)
    for heading in sorted(looked_for, key=lambda each: (-len(each.words), each)):
        if heading.words:
            by_first[heading.words[0]].append(heading)
    return by_first


def _heading(name: str, shown: str, *, is_name: bool) -> _Heading:
    words = tuple(token.shown.casefold() for token in tokens_of(name))
    return _Heading(words, shown, is_name)


def _surname_first(name: str) -> str:
    """Turn `Ada Kestrel` round; bodies and longer names stay as they are."""
    words = name.split()
    is_person = len(words) in (2, 3) and all(word[0].isupper() for word in words)
    if not is_person or words[-1].casefold() in _BODIES or name.startswith("The "):
        return name
    return f"{words[-1]}, {' '.join(words[:-1])}"


def _belonging(name: str, surnames: Mapping[str, str]) -> str:
    """Give the entry of the person whom a name means, or the name itself."""
    return surnames.get(name.rsplit(maxsplit=1)[-1], name)


def _found_in(text: list[Token], headings: Mapping[str, list[_Heading]]) -> Iterator[str]:
    """Yield what a text speaks of; of two names in one place the longer."""
    folded = [token.shown.casefold() for token in text]
    at = 0
    while at < len(folded):
        taken = 1
        for heading in headings.get(folded[at], ()):
            end = at + len(heading.words)
            is_capital = text[at].is_capital or not heading.is_name
            if tuple(folded[at:end]) == heading.words and is_capital:
                yield heading.shown
                taken = len(heading.words)
                break
        at += taken
