"""What an index lists: persons, terms, dates, titles of works, names and themes, each by the words that tell it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.book.own_names import OwnNames, completed, defined, own_names
from studyguide.printing.book.places import Place, Said, words_drawn
from studyguide.printing.book.works import headings_of_titles, titles_in
from studyguide.printing.index.articles import looked_up, without_article
from studyguide.printing.index.bound_names import pieces_of
from studyguide.printing.index.capitals import (
    names_alone,
    names_by_place,
    no_names,
    with_surnames,
    within,
)
from studyguide.printing.index.dates import is_of_a_year
from studyguide.printing.index.fragments import plain, shortened, wholes
from studyguide.printing.index.looked_up import is_called
from studyguide.printing.index.marked.capitals_in_runs import names_in, names_shown
from studyguide.printing.index.marked.columns import in_columns
from studyguide.printing.index.marked.double_surnames import parts_of
from studyguide.printing.index.marked.opening_names import names_that_open
from studyguide.printing.index.matching import (
    Topics,
    found_in,
    may_be_listed,
    name_topic,
    term_topic,
    topics_in,
)
from studyguide.printing.index.names.behind_the import behind_the
from studyguide.printing.index.names.given_first import given_in, parted
from studyguide.printing.index.names.named_persons import in_genitive, persons_of_nouns
from studyguide.printing.index.names.one_head import (
    begun_of,
    of_one_person,
    offices_in,
    places_of_realms,
    places_that_open,
    without_doubles,
)
from studyguide.printing.index.names.peers import by_place
from studyguide.printing.index.names.places import places_of_nouns
from studyguide.printing.index.names.surnames import is_article_before
from studyguide.printing.index.names.titles import without_title
from studyguide.printing.index.peoples import peoples_in
from studyguide.printing.index.persons import apposed, persons_in, surnames_in


class See(NamedTuple):
    """Another name, as texts have it and as it is `listed`, and the heading that it leads to."""

    name: str
    listed: str
    heading: str


class Listed(NamedTuple):
    """What to look for, and under which other names somebody may do so."""

    topics: Topics
    sees: tuple[See, ...]


class _Seen(NamedTuple):
    """The names that stand in texts, without quotations and titles, and which of these and of those told are persons'."""

    texts: list[list[Token]]
    names: set[str]
    alone: Mapping[str, str]
    persons: frozenset[str]


def heading_of(name: str, guide: Guide) -> str:
    """Give the heading of a name."""
    return OwnNames(guide).heading_of(name)


def listed_in(guide: Guide, places: Sequence[Place]) -> Listed:
    """Collect what to look for in a guide."""
    names = own_names(guide, places)
    terms = names.prompts("term")
    titles = headings_of_titles(
        titles_in(guide.work, _texts(places), Language(guide.language)), guide.language
    )
    seen = _seen(names, places, titles)
    people = {each for each in names.answering & seen.persons if each.split()[1:]}
    told = {name: names.heading_of(name) for name in (*sorted(people), *names.prompts("person"))}
    told |= surnames_in(told, guide.language) | parts_of(told.values(), names.doubles)
    bare = {without_article(term, guide.language): names.heading_of(term) for term in terms}
    told |= {term: heading for term, heading in bare.items() if term}
    titles = {
        title: each
        for title, each in titles.items()
        if without_article(title, guide.language) not in terms
    }
    found = _names(names, seen, titles | told)
    themes = [*map(names.set, guide.themes)]
    same = {term.casefold(): names.heading_of(term) for term in (*terms, *themes)}
    found = {name: same.get(name.casefold(), heading) for name, heading in found.items()}
    told = found | titles | told
    told |= completed(names, found)
    realms = places_of_realms(told)
    aliases = realms | names.aliases | defined(names, told)
    told |= {full: told.get(full, names.heading_of(full)) for full in aliases.values()}
    told |= {name: told[full] for name, full in aliases.items()}
    told |= behind_the(seen.texts, told, Language(guide.language))
    told |= shortened(told, {*names.prompts("person"), *terms, *aliases})
    texts = (said.tokens for said in _texts(places))
    told = peoples_in(texts, told, names.persons, guide.language) | told
    told = in_genitive(told, terms, guide.language) | told
    topics = {name_topic(name, heading) for name, heading in told.items()}
    for term in terms:
        topics.add(
            term_topic(term, told.get(term, names.heading_of(term)), has_capital=term in told)
        )
    topics |= {term_topic(theme, theme) for theme in (*themes, *_tagged(places, guide))}
    dates = filter(is_of_a_year, names.prompts("date"))
    topics |= {name_topic(date, told.get(date, date)) for date in dates}
    sees = tuple(See(name, names.listed(name, full), told[full]) for name, full in aliases.items())
    sees += tuple(
        See(name, name, told[name])
        for name in seen.alone
        if told.get(name, name) != name and Language(guide.language).marks_names
    )
    return Listed(topics_in(topics, guide.language), sees)


def _seen(names: OwnNames, places: Sequence[Place], titles: Iterable[str]) -> _Seen:
    """Collect names that stand in texts."""
    code = names.guide.language
    language = Language(code)
    whole_titles = topics_in((name_topic(name, name) for name in titles), code)
    small = {each.shown for said in _texts(places) for each in said.tokens if not each.is_capital}
    texts = [
        plain(
            within(said.words, small) if said.is_part else in_columns(said.words, small),
            whole_titles,
        )
        for said in _texts(places)
    ]
    blanks = (said.prose[start:end] for said in _texts(places) for start, end in said.blanks)
    parts = [*texts, *(plain(tokens_of(blank), whole_titles) for blank in blanks)]
    told = {
        *names.persons,
        *surnames_in({each: names.heading_of(each) for each in names.persons}, code),
    }
    pieces = pieces_of(parts, told, code)
    found = {part for name in names_in(pieces, language) for part in parted(name, code)}
    if language.marks_names:
        found.update(name for each in pieces for name in given_in(each, language))
        found.update(names_by_place(pieces, found, language))
        found -= no_names(pieces, found, language)
        found |= {each.shown for piece in pieces for each in piece if is_article_before(each.shown)}
    found |= places_that_open(pieces, found)
    if language.marks_names:
        found |= names_that_open(pieces, found, language)
    people = {} if language.marks_names else persons_of_nouns(pieces, language)
    found |= people.keys()
    alone = names_alone(pieces, found, language) | places_of_nouns(pieces, language, names.roles)
    found |= {*alone}
    written = [said.tokens for said in _texts(places)]
    found |= names_shown(words_drawn(places), written, found, language)
    persons = persons_in(texts, found, names.persons, language)
    return _Seen(texts, found, alone | people, persons.difference(alone) | people.keys())


def _names(names: OwnNames, seen: _Seen, told: Mapping[str, str]) -> dict[str, str]:
    """Give the headings of names that stand in texts; what is a person's surname leads to the person."""
    code = names.guide.language
    language = Language(code)
    complete = wholes(seen.names, seen.texts) if language.is_english else {}
    found: dict[str, str] = {}
    for name in sorted(name for name in seen.names if may_be_listed(name, code)):
        whole = complete.get(name, seen.alone.get(name, name))
        if whole:
            namesake = told.get(whole.rsplit(maxsplit=1)[-1], "")
            if namesake and is_called(without_title(whole), namesake):
                heading = namesake
            elif name in seen.persons or "," in namesake or is_article_before(name):
                heading = names.turned(whole)
            else:
                heading = by_place(whole) or looked_up(whole, code)
                if bare := without_article(whole, code):
                    found.setdefault(bare, heading)
            found |= {name: heading, whole: heading}
    for name, whole in with_surnames(seen.texts, language).items():
        if name in found or not language.marks_names:
            found[name] = names.turned(whole)
    begun = begun_of(told)
    found |= {name: begun[name] for name in found if name in begun and name not in told}
    turned = {name: shown for name, shown in found.items() if name != shown}
    found |= surnames_in(turned, code) | parts_of(turned.values(), names.doubles)
    headings = {
        each for name, each in {**found, **told}.items() if name in seen.persons or "," in each
    }
    firsts = {without_title(name).partition(" ")[0] for name in names.persons if " " in name}
    found |= of_one_person(found, headings, firsts)
    found |= {form: found[name] for form, name in seen.alone.items() if name in found}
    lords = apposed(seen.texts, found)
    found |= {lord: found[name] for lord, name in lords.items()}
    offices = offices_in(seen.texts, {*found, *told}, language)
    return without_doubles(found, told, language, offices)


def _texts(places: Sequence[Place]) -> list[Said]:
    return [said for place in places for said in place.texts if not said.is_drawn]


def _tagged(places: Sequence[Place], guide: Guide) -> Iterator[str]:
    """Yield tags that are words of items which have them, twice at least, and once as they are written.

    Not what nearly all is about, nor what is mostly part of one longer term: the power of a power station.
    """
    tags = sorted({tag for place in places for tag in place.tags})
    topics = topics_in((term_topic(tag.replace("-", " "), tag) for tag in tags), guide.language)
    speaking: defaultdict[str, list[Place]] = defaultdict(list)
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    written: set[str] = set()
    for place in places:
        spoken = {
            found.heading: said.tokens[found.start : found.end + 1]
            for said in place.texts
            for found in found_in(said.tokens, topics)
        }
        for tag, tokens in spoken.items():
            words = [token.shown.casefold() for token in tokens]
            size = len(tag.split("-"))
            speaking[tag].append(place)
            beside[tag].update(words[size:])
            if words[:size] == tag.split("-") and tag in place.tags:
                written.add(tag)
    most = max(len({place.section for place in places}) / 2, 1)
    language = Language(guide.language)
    for tag, found in sorted(speaking.items()):
        is_topic = tag in written and sum(tag in place.tags for place in found) > 1
        word, count = (*beside[tag].most_common(1), ("", 0))[0]
        is_part = word.isalpha() and not language.is_function_word(word) and 2 * count > len(found)
        if is_topic and not is_part and len({place.section for place in found}) <= most:
            yield tag.replace("-", " ")
