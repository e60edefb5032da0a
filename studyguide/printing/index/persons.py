"""Which names a guide's own words tell to be persons', and which are but a short name of somebody."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.index.matching import fold_of
from studyguide.printing.index.titles import begins_with_title, is_title

_OF_THINGS_TOO = frozenset(
    ("hold", "holds", "held", "demand", "demands", "call", "calls", "report", "reports")
)
"""Verbs that are said of things as well, or nouns."""

_APPOSED = 8
"""So near is the second comma of an apposition: Ada Kestrel, the millers' spokeswoman, said."""


def persons_in(
    texts: Iterable[Sequence[Token]], names: Collection[str], language: Language
) -> frozenset[str]:
    """Give those of the names, of two words or more, that are persons'; what stands behind an article is none.

    A person stands behind "according to" or an office; before a verb of saying, with an apposition between commas or none;
    before a comma and "who".
    """
    known = defaultdict[str, list[tuple[str, tuple[str, ...]]]](list)
    for name in sorted(names):
        words = tuple(token.shown for token in tokens_of(name))
        if len(words) > 1:
            known[words[0]].append((name, words))
    found = set[str]()
    for tokens in texts:
        starts = [at for at, token in enumerate(tokens) if token.shown in known]
        if not starts:
            continue
        shown = tuple(token.shown for token in tokens)
        said = _Said(shown, language)
        for at in starts:
            for name, words in known[shown[at]]:
                end = at + len(words)
                if shown[at:end] == words and said.is_person(at, end):
                    found.add(name)
    return frozenset(found)


def without_doubles(
    found: Mapping[str, str], told: Mapping[str, str], language: Language
) -> dict[str, str]:
    """Give the headings of the names found, but for titles alone; those of one person, or family, under one heading.

    Sir Ada of Sir Ada Kestrel, if she is the only one; in English the Kestrels with Kestrel.
    """
    begun = defaultdict[str, set[str]](set)
    for name, heading in (*found.items(), *told.items()):
        words = name.split()
        for end in range(2, len(words) if begins_with_title(name) else 0):
            begun[" ".join(words[:end])].add(heading)
    joined = {}
    for name, heading in found.items():
        whole = begun.get(name, set()) - {heading}
        one = found.get(name[:-1]) if language.is_english and name.endswith("s") else None
        if not is_title(name):
            joined[name] = one or (whole.pop() if len(whole) == 1 else heading)
    return joined


def surnames_in(people: Mapping[str, str], language: str) -> dict[str, str]:
    """Give the surnames that only one person has, in any of their forms."""
    fold = fold_of(language)
    turned = {shown: shown.partition(",")[0] for shown in people.values() if "," in shown}
    counts = Counter(map(fold, turned.values()))
    return {name: shown for shown, name in turned.items() if counts[fold(name)] == 1}


class _Said:
    """A text, and where in it somebody says something."""

    def __init__(self, shown: tuple[str, ...], language: Language) -> None:
        lexicon = language.words
        self._forms = tuple(each.casefold() for each in shown)
        self._speaking = {at for at, _ in lexicon.speaking.find(self._forms)}
        self._according = {end for _, end in lexicon.speaker_before.find(self._forms)}
        self._articles = lexicon.articles
        self._offices = lexicon.offices
        self._who = lexicon.asking_persons

    def is_person(self, start: int, end: int) -> bool:
        """Whether somebody is meant by the words from one to another."""
        before = self._forms[start - 1] if start else ""
        behind = (*self._forms[end : end + 2], "", "")
        if before in self._articles:
            return False
        verb = self._behind_apposition(end) if behind[0] == "," else end
        says = verb in self._speaking and self._forms[verb] not in _OF_THINGS_TOO
        is_told = behind[0] == "," and behind[1] in self._who
        return says or is_told or start in self._according or before in self._offices

    def _behind_apposition(self, start: int) -> int:
        """Tell where it goes on behind what stands between a comma and the next, if that is near."""
        near = self._forms[start + 1 : start + _APPOSED]
        return start + near.index(",") + 2 if "," in near else start
