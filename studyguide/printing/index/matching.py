"""Where a text speaks of what an index lists: names by their letters, or in a case; terms in any of their forms.

Заозёрск is meant by Заозёрска, and the one is listed, not the other; "demanded" speaks of demands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import Token, tokens_of
from studyguide.printing.index.names.named_persons import is_nominative
from studyguide.printing.index.names.things import is_kind_before

_SLAVIC = frozenset(("be", "bs", "cs", "hr", "pl", "ru", "sk", "sl", "sr", "uk"))
_OTHERS = frozenset(("el", "et", "fi", "hu", "lt", "lv", "tr"))
_ENDINGS = (
    *"aeiouyаеёиоуыэюяієїąęóáéíúůýěā",
    *[
        "ом",
        "ем",
        "ём",
        "ым",
        "им",
        "ам",
        "ям",
        "ах",
        "ях",
        "ой",
        "ей",
        "em",
        "om",
        "ym",
        "im",
        "ach",
        "ech",
    ],
)
"""With which a form in a case ends: the sure sign of the name itself is another consonant."""

Fold = Callable[[str], str]
"""Gives what all forms of a word share."""


_MOVEMENT = {
    "de": r"(\w{3,}?)(?:ismus|ist(?:en|in|innen)?)$",
    "en": r"(\w{3,}?)(?:ism|ists?|ites?)$",
    "es": r"(\w{3,}?)(?:ismo|istas?)$",
    "fr": r"(\w{3,}?)(?:isme|istes?)$",
    "it": r"(\w{3,}?)(?:ismo|ist[aie])$",
    "nl": r"(\w{3,}?)(?:isme|ist(?:en)?)$",
    "pl": r"(\w{3,}?)(?:izm(?:u|em|ie|owi)?|iści|ist(?:a|y|ów|ami|om|ach|ę|ą))$",
    "pt": r"(\w{3,}?)(?:ismo|istas?)$",
    "ru": r"(\w{3,}?)(?:изм(?:а|у|ом|е)?|ист(?:а|у|ом|е|ы|ов|ам|ами|ах)?)$",
    "uk": r"(\w{3,}?)(?:[иі]зм(?:у|ом|і)?|[иі]ст(?:а|у|ом|и|ів|ам|ами|ах)?)$",
}
"""A movement and its people: Pabloism, Pabloites."""


class Topic(NamedTuple):
    """What to look for, and the heading it belongs to: a name by its letters, a term in any of its forms.

    What `has_capital` has it wherever it is spoken of.
    """

    words: tuple[str, ...]
    heading: str
    is_name: bool
    has_capital: bool = False


class Found(NamedTuple):
    """A heading, and from which word to which a text speaks of it."""

    heading: str
    start: int
    end: int


class Topics(NamedTuple):
    """What to look for, `near` a word that may be the first of it; names as they are folded, terms by what their forms share."""

    near: Callable[[str], Sequence[Topic]]
    fold: Fold
    stem: Fold
    marks_names: bool


def topics_in(topics: Iterable[Topic], language: str) -> Topics:
    """Arrange what to look for, the longest first; words of no topic are folded yet."""
    fold, stem = fold_of(language), _stem_of(language)
    names: defaultdict[str, list[Topic]] = defaultdict(list)
    terms: defaultdict[str, list[Topic]] = defaultdict(list)
    for topic in sorted(set(topics), key=lambda each: (-len(each.words), each)):
        if topic.words:
            first = topic.words[0]
            (names[fold(first)] if topic.is_name else terms[stem(first)]).append(topic)

    @cache
    def near(word: str) -> Sequence[Topic]:
        return (*names.get(fold(word), ()), *terms.get(stem(word), ()))

    return Topics(near, fold, stem, Language(language).marks_names)


def name_topic(name: str, heading: str) -> Topic:
    """Make a topic of a name; of one that has no capital it is a term. A street may be told without its capital: rue Orme."""
    is_name = not name[:1].islower()
    has_capital = is_name and not is_kind_before(name.partition(" ")[0])
    return Topic(tuple(token.shown for token in tokens_of(name)), heading, is_name, has_capital)


def term_topic(term: str, heading: str, *, has_capital: bool = False) -> Topic:
    """Make a topic of a term."""
    words = tuple(token.shown for token in tokens_of(term))
    return Topic(words, heading, False, has_capital)


def found_in(tokens: Sequence[Token], topics: Topics) -> Iterator[Found]:
    """Yield what a text speaks of; of two in one place the longer."""
    at = 0
    while at < len(tokens):
        near = topics.near(tokens[at].shown)
        if not near:
            at += 1
            continue
        said = (
            topic for topic in near if _is_said(topic, tokens[at : at + len(topic.words)], topics)
        )
        topic = max(said, key=lambda each: (len(each.words), each.is_name), default=None)
        if topic:
            yield Found(topic.heading, at, at + len(topic.words))
        at += len(topic.words) if topic else 1


def _is_said(topic: Topic, tokens: Sequence[Token], topics: Topics) -> bool:
    """Whether these words speak of a topic: "Soviet miners" do not of soviets, the Soviets of a slogan do."""
    if len(tokens) < len(topic.words) or (topic.has_capital and tokens[0].shown[0].islower()):
        return False
    fold = topics.fold if topic.is_name else topics.stem
    for word, token in zip(topic.words, tokens, strict=True):
        is_same = word.casefold() == token.shown.casefold()
        if not is_same and fold(word) != fold(token.shown):
            return False
        if topic.is_name and word != token.shown and word.isupper() and len(word) > 1:
            return False  # who, of WHO
        is_other = token.is_capital and not word[0].isupper()
        if not topic.is_name and not is_same and is_other and topics.marks_names:
            return False
    return True


def _stem_of(language: str) -> Fold:
    """Give what terms are compared by: their stems, of a movement and its people what both begin with."""
    stem = Language(language).stem
    movement = re.compile(_MOVEMENT.get(_base(language), r"(?!)"))
    known: dict[str, str] = {}

    def folded(word: str) -> str:
        if word not in known:
            plain = word.casefold().rstrip(".,-")
            found = movement.match(plain)
            known[word] = f"{found[1]}·" if found else stem(plain)
        return known[word]

    return folded


def fold_of(language: str) -> Fold:
    """Give what words are compared by: their stems in languages with cases, else themselves in small letters."""
    if _base(language) not in _SLAVIC | _OTHERS:
        return lambda word: word.casefold().rstrip(".,-")
    stem = Language(language).stem
    return lambda word: stem(word.casefold())


def may_be_listed(name: str, language: str) -> bool:
    """Whether a name that is known by its capital alone stands as it is called, and not in a case of it.

    Of Slavic names those of one word without an ending do, and those of persons in the nominative; of other languages with
    cases none is sure.
    """
    base = _base(language)
    if base in _SLAVIC and " " in name:
        return is_nominative(name)
    if base in _SLAVIC:
        return not name.casefold().endswith(_ENDINGS)
    return base not in _OTHERS


def _base(language: str) -> str:
    return language.partition("-")[0]
