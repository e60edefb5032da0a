"""The index at the end of the guide: people, terms and names with the pages where they stand."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from studyguide.guide.guide import Entry, Guide
from studyguide.language.language import Language
from studyguide.language.names import Token, names_in, tokens_of
from studyguide.printing.book.collation import initial_of, order_of
from studyguide.printing.book.exercises import printed_sections
from studyguide.printing.book.headings import looked_up, surname_first
from studyguide.printing.book.references import IndexEntry, Mention, entry_of, references_of
from studyguide.printing.press.layout import Layout
from studyguide.printing.press.typography import curled

_FEWEST = 8
"""With fewer entries nobody needs an index."""

_QUOTES = {"“": "”", "‘": "’", "„": "“", "«": "»"}


class _Place(NamedTuple):
    anchor: str
    number: str
    subject: str
    texts: tuple[list[Token], ...]


class _Heading(NamedTuple):
    """What to look for and the entry it belongs to; names must have their capital."""

    words: tuple[str, ...]
    shown: str
    is_name: bool


def has_index(guide: Guide, layout: Layout) -> bool:
    """Whether a guide has so many names that an index is of use; a class test has none."""
    return not layout.asks_all and len(_mentions(guide)) >= _FEWEST


def entries_of(guide: Guide, pages: Mapping[str, int]) -> tuple[IndexEntry, ...]:
    """Make the index of a guide of which the page of every named place is known."""
    found = _mentions(guide)
    lines: dict[str, IndexEntry] = {}
    for heading, mentions in found.items():
        if references := [*references_of(mentions, pages)]:
            lines[heading] = entry_of(heading, references)
    for name, heading in _sees(guide).items():
        if heading in lines and name not in lines:
            lines[name] = IndexEntry(name, "", (), heading)
    return tuple(_opened(lines, guide.language))


def _opened(lines: Mapping[str, IndexEntry], language: str) -> Iterator[IndexEntry]:
    """Put the entries in order, the first of each letter with its initial."""
    key, before = order_of(language), ""
    for heading in sorted(lines, key=lambda each: (key(each), each)):
        line, initial = lines[heading], initial_of(heading, language)
        opens = initial if initial != before else ""
        yield replace(line, opens=opens)
        before = initial


def _mentions(guide: Guide) -> dict[str, list[Mention]]:
    """Give each heading with the places that speak of it."""
    places = [*_places(guide)]
    headings = _headings(guide, places)
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for place in places:
        told = {heading for text in place.texts for heading in _found_in(text, headings)}
        explained = set(_found_in(tokens_of(place.subject), headings)) if place.subject else set()
        for heading in sorted(told):
            found[heading].append(Mention(place.anchor, place.number, heading in explained))
    return dict(found)


def _places(guide: Guide) -> Iterator[_Place]:
    for printed in printed_sections(guide):
        section = printed.section
        yield _Place(f"section-{section.number}", "", "", (tokens_of(section.summary),))
        for each in printed.exercises:
            entry = each.entry
            subject = entry.prompt if entry.kind in ("term", "person") else ""
            texts = tuple(map(tokens_of, (entry.prompt, *entry.answers)))
            yield _Place(f"item-{each.number}", each.number, subject, texts)


def _sees(guide: Guide) -> dict[str, str]:
    """Give the other names of things, each with the heading under which these stand."""
    return {name: _shown(full, guide) for name, full in guide.aliases}


def _shown(name: str, guide: Guide) -> str:
    """Give the heading of a name: that of a person turned round, of a title without its article."""
    people = {entry.prompt for entry in _of_kind(guide, "person")}
    turned = surname_first(name, guide.language) if name in people else name
    return looked_up(turned, guide.language)


def _of_kind(guide: Guide, kind: str) -> list[Entry]:
    return [entry for entry in guide.entries if entry.kind == kind and not entry.retired]


def _headings(guide: Guide, places: list[_Place]) -> dict[str, list[_Heading]]:
    """Collect what to look for by its first word, the longest first."""
    aliases = dict(guide.aliases)
    people = [entry.prompt for entry in _of_kind(guide, "person")]
    told = {name: _shown(name, guide) for name in people}
    told |= _surnames(told)
    terms = [entry.prompt for entry in _of_kind(guide, "term")]
    for name in sorted(_names(guide, places)):
        told.setdefault(name, _belonging(name, told, guide))
    told |= {full: told.get(full, _shown(full, guide)) for full in aliases.values()}
    told |= {name: told[full] for name, full in aliases.items()}
    told |= _shortened(told, {*people, *terms, *aliases})
    looked_for = {_heading(name, shown, is_name=True) for name, shown in told.items()}
    looked_for |= {
        _heading(term, looked_up(term, guide.language), is_name=False)
        for term in terms
        if term not in told
    }
    by_first: defaultdict[str, list[_Heading]] = defaultdict(list)
    for heading in sorted(looked_for, key=lambda each: (-len(each.words), each)):
        if heading.words:
            by_first[heading.words[0]].append(heading)
    return by_first


def _names(guide: Guide, places: list[_Place]) -> set[str]:
    """Give the names that stand somewhere outside a quotation: a slogan's capitals are no names."""
    unquoted = [_unquoted(text) for place in places for text in place.texts]
    return names_in(unquoted, Language(guide.language))


def _unquoted(text: list[Token]) -> list[Token]:
    kept: list[Token] = []
    closing = ""
    for token in text:
        shown = curled(token.shown)
        if closing:
            closing = "" if shown == closing else closing
        elif shown in _QUOTES and shown != "‘":
            closing = _QUOTES[shown]
        else:
            kept.append(token)
    return kept


def _surnames(people: Mapping[str, str]) -> dict[str, str]:
    """Give the surnames that only one person has."""
    turned = [shown for shown in people.values() if "," in shown]
    counts = Counter(shown.partition(",")[0] for shown in turned)
    return {name: each for each in turned if counts[name := each.partition(",")[0]] == 1}


def _belonging(name: str, told: Mapping[str, str], guide: Guide) -> str:
    """Give the entry of the person whom a name means, or the name's own."""
    return told.get(name.rsplit(maxsplit=1)[-1]) or looked_up(name, guide.language)


def _shortened(told: Mapping[str, str], own: set[str]) -> dict[str, str]:
    """Give what is but the beginning of one longer name: `International Committee` of it all."""
    joined: dict[str, str] = {}
    for name in told:
        longer = {told[each] for each in told if each.startswith(f"{name} of ")}
        if name not in own and len(longer) == 1:
            joined[name] = longer.pop()
    return joined


def _heading(name: str, shown: str, *, is_name: bool) -> _Heading:
    words = tuple(token.shown.casefold() for token in tokens_of(name))
    return _Heading(words, shown, is_name)


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
