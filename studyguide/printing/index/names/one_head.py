"""Several names of one: Republic of Venice, beside Venice; Leonardo, of Leonardo da Vinci; Sir Ada, of Sir Ada Kestrel; Cassini III."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.peers import is_lord_of
from studyguide.printing.index.names.surnames import is_particle, is_saint_before
from studyguide.printing.index.names.titles import (
    begins_with_title,
    is_address,
    is_title,
    titled,
)

_REALM: Final = re.compile(
    r"(?:(?:Grand )?Duchy|Republic|Kingdom|County|Principality|Province|State|Empire) of (?:the )?(?P<en>.+)"
    r"|(?:Duché|République|Royaume|Comté|Principauté|Province|État|Empire|Île) (?:du |des |de la |de l[’'] ?|de |d[’'] ?)(?P<fr>.+)"
    r"|(?:Ducado|República|Reino|Condado|Principado|Provincia|Estado|Imperio|Isla|Ilha) (?:del |de la |de |do |da )(?P<es>.+)"
    r"|(?:Ducato|Repubblica|Regno|Contea|Principato|Stato|Impero|Isola) (?:del |della |di |d[’'] ?)(?P<it>.+)"
    r"|(?:Hertogdom|Republiek|Koninkrijk|Graafschap|Vorstendom) (?:van )?(?P<nl>.+)"
)
_OFTEN: Final = 4
"""So often at least an office is told of, if it is looked up."""

_NUMERAL: Final = re.compile(r"[IVXL]+\.?")


def places_of_realms(names: Collection[str]) -> dict[str, str]:
    """Give the names of realms that stand beside that of the place, each with the place."""
    found = ((name, _REALM.fullmatch(name)) for name in names)
    places = {name: next(filter(None, match.groups())) for name, match in found if match}
    return {name: place for name, place in places.items() if place in names}


def places_that_open(texts: Iterable[Sequence[Token]], names: Collection[str]) -> set[str]:
    """Give the places of realms that stand first in a sentence alone, where their capital tells nothing."""
    realms = {match[match.lastgroup or 0] for match in map(_REALM.fullmatch, names) if match}
    return {
        token.shown for tokens in texts for token in tokens if token.opens and token.shown in realms
    }


def of_one_person(
    names: Collection[str], headings: Collection[str], given: Collection[str] = ()
) -> dict[str, str]:
    """Give names that are short for one person's, each with the heading: Leonardo, Gregory VIII, Cassini III.

    Not where another one has that given name, or another number. What is `given` besides no list of given names has.
    """
    called, by_given, by_surname, by_first = _called(headings, given)
    numbered = defaultdict[str, set[str]](set)
    for name in names:
        surname, _, number = name.rpartition(" ")
        if surname in by_surname and _NUMERAL.fullmatch(number):
            numbered[surname].add(name)
    found = {
        numbers.pop(): next(iter(by_surname[surname]))
        for surname, numbers in numbered.items()
        if len(numbers) == 1 and len(by_surname[surname]) == 1
    }
    for name in names:
        whole = called.get(name, set()) - {name} if " " in name else by_given.get(name, set())
        if len(whole) == 1 and called.get(name.partition(" ")[0] if " " not in name else name):
            found[name] = next(iter(whole))
        elif len(by_first.get(name, ())) == 1 and name not in by_surname:
            found[name] = next(iter(by_first[name]))
    return found


def begun_of(told: Mapping[str, str]) -> dict[str, str]:
    """Give how names of persons begin before a small word, each with the heading: Ana de la Orme, of Ana de la Orme y Vane."""
    return {
        " ".join(words[:at]): heading
        for words, heading in ((name.split(), heading) for name, heading in told.items())
        for at in range(2, len(words) if "," in heading else 0)
        if words[at][0].islower() and words[at - 1][0].isupper()
    }


class _Short(NamedTuple):
    """Headings by what may be short for them, by each given name, by each surname, and by the first word of one of several."""

    called: dict[str, set[str]]
    by_given: dict[str, set[str]]
    by_surname: dict[str, set[str]]
    by_first: dict[str, set[str]]


def _called(headings: Collection[str], given: Collection[str]) -> _Short:
    called, by_given, by_surname, by_first = (defaultdict[str, set[str]](set) for _ in range(4))
    for heading in headings:
        own, comma, behind = heading.partition(", ")
        words = own.split()
        for word in (*words, *behind.split()) if " " in heading else ():
            if is_given(word) or word in given:
                by_given[word].add(heading)
        if comma and len(words) == 1:
            by_surname[own].add(heading)
        titles, behind_them = titled(behind.split())
        first = behind_them[0] if behind_them else ""
        is_called = first in given or is_given(first) or (bool(titles) and first[:1].isupper())
        is_of_title = begins_with_title(own) and not is_saint_before(words[0])
        if comma and is_called and not is_of_title and not is_title(first):
            called[first].add(heading)
            by_given[first].add(heading)
            if len(words) > 1 and is_particle(words[1]) and words[0][0].isupper():
                by_first[words[0]].add(heading)  # Huet, of Huet de la Roche, Jean
        if is_given(words[0]) and len(words) > 1 and _has_no_surname(words[1]):
            called[words[0]].add(heading)
            called[own.rstrip(".")].add(heading)
            if words[2:] and is_particle(words[2]) and _NUMERAL.fullmatch(words[1]):
                called[" ".join(words[:2])].add(heading)  # Anna II, of Anna II of Orme
    return _Short(called, by_given, by_surname, by_first)


def _has_no_surname(second: str) -> bool:
    return is_particle(second) or bool(_NUMERAL.fullmatch(second))


def without_doubles(
    found: Mapping[str, str],
    told: Mapping[str, str],
    language: Language,
    offices: Collection[str] = (),
) -> dict[str, str]:
    """Give the headings of the names found, but for titles alone that are no `offices`; those of one person, or family, under one heading.

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
    return {name: joined[name] for name in found if not is_title(name) or name in offices}


def offices_in(
    texts: Iterable[Sequence[Token]], names: Collection[str], language: Language
) -> set[str]:
    """Give the titles that English texts have for an office, often and before no name: the Mayor; not the Admiral, beside Admiral Vane."""
    borne = {name.partition(" ")[0] for name in names if " " in name}
    end = Token(".", opens=False)
    counts = Counter(
        token.shown
        for tokens in (texts if language.is_english else ())
        for before, token, after in zip([end, *tokens], tokens, [*tokens[1:], end], strict=False)
        if token.is_capital
        and before.shown.casefold() in language.words.articles
        and not after.is_capital
    )
    return {
        each
        for each, count in counts.items()
        if count >= _OFTEN and is_title(each) and not is_address(each) and each not in borne
    }


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
