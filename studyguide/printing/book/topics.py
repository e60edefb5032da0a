"""What an index lists: persons, terms, titles of works, names and topics, each by the words that tell it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from studyguide.guide.guide import Guide
from studyguide.language.language import Language
from studyguide.language.names import Token, names_in, tokens_of
from studyguide.printing.book.fragments import GONE, shortened, wholes
from studyguide.printing.book.headings import looked_up, surname_first
from studyguide.printing.book.inflected import Fold, fold_of, may_be_listed
from studyguide.printing.book.places import Place, Said

_QUOTES = {"“": "”", "„": "“", "«": "»"}


class Topics(NamedTuple):
    """What to look for by the first word of each, the longest first, as it is folded."""

    by_first: Mapping[str, Sequence["Topic"]]
    fold: Fold


class Topic(NamedTuple):
    """What to look for, and the heading it belongs to; names must have their capital."""

    words: tuple[str, ...]
    heading: str
    is_name: bool


class Found(NamedTuple):
    """A heading, and from which word to which a text speaks of it."""

    heading: str
    start: int
    end: int


def found_in(tokens: list[Token], topics: Topics) -> Iterator[Found]:
    """Yield what a text speaks of; of two names in one place the longer."""
    folded = [topics.fold(token.shown) for token in tokens]
    at = 0
    while at < len(folded):
        taken = 1
        for topic in topics.by_first.get(folded[at], ()):
            end = at + len(topic.words)
            is_capital = not (topic.is_name and tokens[at].shown[0].islower())
            if tuple(folded[at:end]) == topic.words and is_capital:
                yield Found(topic.heading, at, end)
                taken = len(topic.words)
                break
        at += taken


def heading_of(name: str, guide: Guide) -> str:
    """Give the heading of a name: that of a person turned round, of a title without its article."""
    is_person = name == guide.author or name in _prompts(guide, "person")
    return surname_first(name, guide.language) if is_person else looked_up(name, guide.language)


def topics_of(guide: Guide, places: Sequence[Place]) -> Topics:
    """Collect what to look for in a guide."""
    aliases = dict(guide.aliases)
    people, terms = _prompts(guide, "person"), _prompts(guide, "term")
    told = {name: heading_of(name, guide) for name in people}
    fold = fold_of(guide.language)
    told |= _surnames(told, fold)
    told |= {_bare(term, guide): heading_of(term, guide) for term in terms if _bare(term, guide)}
    titles = {title: looked_up(title, guide.language) for title in _titles(guide, places)}
    told = titles | told
    told = _names(guide, places, told, titles) | told
    told |= {full: told.get(full, heading_of(full, guide)) for full in aliases.values()}
    told |= {name: told[full] for name, full in aliases.items()}
    told |= shortened(told, {*people, *terms, *aliases})
    looked_for = {_topic(name, heading, fold, is_name=True) for name, heading in told.items()}
    common = {term: heading_of(term, guide) for term in terms if term not in told}
    common |= {tag: tag for tag in _tagged(places) if tag not in common}
    looked_for |= {_topic(name, heading, fold, is_name=False) for name, heading in common.items()}
    return _by_first(looked_for, fold)


def _prompts(guide: Guide, kind: str) -> list[str]:
    return [entry.prompt for entry in guide.entries if entry.kind == kind and not entry.retired]


def _bare(title: str, guide: Guide) -> str:
    """Give a title without the article that it begins with; nothing where it has none."""
    first = title.partition(" ")[0]
    is_turned = looked_up(title, guide.language) != title
    return title.removeprefix(first).strip() if is_turned else ""


def _titles(guide: Guide, places: Sequence[Place]) -> Iterator[str]:
    """Yield titles of works: that of the text's, and what begins with a capital and is set in italics."""
    work = guide.work.partition(",")[0].strip()
    if " " in work:
        yield work
    for said in _texts(places):
        last = -2
        run: list[Token] = []
        for at in (*sorted(said.italic), -2):
            if run and at != last + 1:
                yield from (_whole(said, run),) if run[0].is_capital else ()
                run = []
            if at >= 0:
                run.append(said.tokens[at])
            last = at


def _whole(said: Said, run: list[Token]) -> str:
    return str(said.text[run[0].at : run[-1].at + len(run[-1].shown)])


def _names(
    guide: Guide, places: Sequence[Place], told: Mapping[str, str], titles: Iterable[str]
) -> dict[str, str]:
    """Give the names that stand somewhere outside a quotation, each with the heading of the whole name."""
    language = Language(guide.language)
    whole_titles = _by_first(
        (_topic(name, name, str.casefold, is_name=True) for name in titles), str.casefold
    )
    texts = [_plain(said.tokens, whole_titles) for said in _texts(places)]
    blanks = (said.text[start:end] for said in _texts(places) for start, end in said.blanks)
    names = names_in([*texts, *map(tokens_of, blanks)], language)
    complete = wholes(names, texts) if language.is_english else {}
    found: dict[str, str] = {}
    for name in sorted(name for name in names if may_be_listed(name, guide.language)):
        whole = complete.get(name, name)
        if whole:
            surname = whole.rsplit(maxsplit=1)[-1]
            heading = told.get(surname) or heading_of(whole, guide)
            found |= {name: heading, whole: heading}
    return found


def _by_first(topics: Iterable[Topic], fold: Fold) -> Topics:
    by_first: defaultdict[str, list[Topic]] = defaultdict(list)
    for topic in sorted(topics, key=lambda each: (-len(each.words), each)):
        if topic.words:
            by_first[topic.words[0]].append(topic)
    return Topics(by_first, fold)


def _texts(places: Sequence[Place]) -> list[Said]:
    return [said for place in places for said in place.texts]


def _plain(tokens: list[Token], titles: Topics) -> list[Token]:
    """Leave out quotations, since a slogan's capitals are no names, and titles, which are whole names."""
    kept = [*tokens]
    for found in found_in(tokens, titles):
        kept[found.start : found.end] = [GONE] * (found.end - found.start)
    closing = ""
    for at, token in enumerate(kept):
        if closing:
            closing = "" if token.shown == closing else closing
            kept[at] = GONE
        elif token.shown in _QUOTES:
            closing = _QUOTES[token.shown]
            kept[at] = GONE
    return kept


def _surnames(people: Mapping[str, str], fold: Fold) -> dict[str, str]:
    """Give the surnames that only one person has, in any of their forms."""
    turned = {shown: shown.partition(",")[0] for shown in people.values() if "," in shown}
    counts = Counter(map(fold, turned.values()))
    return {name: shown for shown, name in turned.items() if counts[fold(name)] == 1}


def _tagged(places: Sequence[Place]) -> Iterator[str]:
    """Yield tags that are words of items which have them, twice at least; not what nearly all is about."""
    tags = sorted({tag for place in places for tag in place.tags})
    looked_for = (_topic(tag.replace("-", " "), tag, str.casefold, is_name=False) for tag in tags)
    topics = _by_first(looked_for, str.casefold)
    speaking: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        for tag in {
            found.heading for said in place.texts for found in found_in(said.tokens, topics)
        }:
            speaking[tag].append(place)
    most = max(len({place.section for place in places}) / 2, 1)
    for tag, found in sorted(speaking.items()):
        is_topic = sum(tag in place.tags for place in found) > 1
        if is_topic and len({place.section for place in found}) <= most:
            yield tag.replace("-", " ")


def _topic(name: str, heading: str, fold: Fold, *, is_name: bool) -> Topic:
    words = tuple(fold(token.shown) for token in tokens_of(name))
    return Topic(words, heading, is_name)
