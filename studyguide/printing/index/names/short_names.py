"""Short names of one person, or one family, and the heading of the whole: Sir Ada, of Sir Ada Kestrel; Duke of Selby."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from studyguide.language.language import Language
from studyguide.printing.index.names.peers import is_lord_of
from studyguide.printing.index.names.titles import is_title, titled


def without_doubles(
    found: Mapping[str, str], told: Mapping[str, str], language: Language
) -> dict[str, str]:
    """Give the headings of the names found, but for titles alone; those of one person, or family, under one heading.

    Sir Ada of Colonel Sir Ada Kestrel, if she is the only one, Duke of Selby of Orme, Ada, Duke of Selby; in English the
    Kestrels with Kestrel.
    """
    begun = defaultdict[str, set[str]](set)
    for name, heading in told.items():
        for part in (*_beginnings(name), *_ranks(heading)):
            begun[part].add(heading)
    joined = dict[str, str]()
    for name in sorted(found, key=lambda each: (-len(each.split()), each)):
        heading = found[name]
        whole = begun.get(name, set()) - {heading}
        one = found.get(name[:-1]) if language.is_english and name.endswith("s") else None
        joined[name] = one or (next(iter(whole)) if len(whole) == 1 else heading)
        for part in (*_beginnings(name), *_ranks(heading)):
            begun[part].add(joined[name])
    return {name: joined[name] for name in found if not is_title(name)}


def _beginnings(name: str) -> Iterator[str]:
    """Yield how a name with titles may begin, with all of these or the last of them: Colonel Sir Ada, Sir Ada."""
    words = name.split()
    titles = titled(words)[0]
    for start in range(len(titles)):
        for end in range(max(start + 2, len(titles) + 1), len(words)):
            yield " ".join(words[start:end])


def _ranks(heading: str) -> Iterator[str]:
    """Yield the rank that a heading has behind the name, with its place: Duke of Selby."""
    surname, _, behind = heading.partition(", ")
    rank = behind.rpartition(", ")[2]
    if "," in behind and is_lord_of(rank):
        yield rank
    elif "," in behind and rank.endswith(" of"):
        yield f"{rank} {surname}"
