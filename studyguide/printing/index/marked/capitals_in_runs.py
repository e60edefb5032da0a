"""Names in what a curator wrote: runs of capitalised words, told from words that open a sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import ADJECTIVE, Token
from studyguide.patterns import lazy
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.things import ends_as_thing

_JOINING = frozenset((
    "of", "the", "on", "de", "du", "des", "del", "della", "di", "da", "do", "dos", "das", "von",
    "van", "der", "den", "ter", "ten", "zu", "la", "le", "les", "los", "las", "el",
))  # fmt: skip
_OF_PERSONS = _JOINING - {"of", "the", "on"}
_NO_NAMES = frozenset((
    "i", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mr", "mrs", "dr",
    "president", "striker", "miner", "section", "statement",
))  # fmt: skip
_MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
))  # fmt: skip
_BEFORE_A_NAME = frozenset(["the", "this", "that", "its", "his", "her", "their", "our", "’s"])
_SHORT_FORM = lazy(r"[A-Z]{2,3}")
_OFTEN = 5
"""So often a word stands in small letters that is no name."""

_NUMBER = lazy(r"[1-9]\d?\d?")
_LETTER = lazy(r"[A-HJ-Z]")
"""A letter that is a mark; the other one is a word of English, and a number."""


def names_in(texts: Iterable[list[Token]], language: Language) -> set[str]:
    """Collect the names of all texts; none where every noun has a capital."""
    if not language.marks_names:
        return set()
    known = [*texts]
    small = {token.shown for tokens in known for token in tokens if not token.is_capital}
    runs = [run for tokens in known for run in _runs(tokens, small, language)]
    sure = {run.shown for run in runs if " " in run.shown or not run.opens}
    sure -= {run.shown for run in runs if run.opens and _after_joining(run.shown) in sure}
    ends = {name.split()[-1] for name in sure if " " in name and not _is_joined(name)}
    short = {run.shown for run in runs if run.is_short}
    names = {name for name in sure - ends if name in short or _is_worth_it(name)}
    names -= _mostly_small(names - short, runs, small, known)
    return _numbered(names, runs)


def _mostly_small(
    names: set[str], runs: Iterable["_Run"], small: set[str], texts: Iterable[list[Token]]
) -> set[str]:
    """Give those of the names that have a capital once, and none very often: it turns True into 1."""
    doubted = {name.casefold(): name for name in names if name.casefold() in small}
    if not doubted:
        return set()
    told = Counter(run.shown for run in runs)
    doubted = {word: name for word, name in doubted.items() if told[name] == 1}
    words = Counter(each.shown for tokens in texts for each in tokens if each.shown in doubted)
    return {name for word, name in doubted.items() if words[word] >= _OFTEN}


def _numbered(names: set[str], runs: Iterable["_Run"]) -> set[str]:
    """Put what always has a number behind it with that, where it is told again: Pier 6, but not Pier."""
    numbers = defaultdict[str, list[str]](list)
    for run in (run for run in runs if run.number or not run.opens):
        numbers[run.shown.removesuffix("s")].append(run.number)
    always = {each for each, told in numbers.items() if len(told) > 1 and all(told)}
    bare = {name for name in names if name.removesuffix("s") in always}
    again = Counter(f"{run.shown} {run.number}" for run in runs if run.shown in bare)
    return names - bare | {name for name, count in again.items() if count > 1}


def names_shown(
    drawn: Sequence[Token], texts: Sequence[Sequence[Token]], known: set[str], language: Language
) -> set[str]:
    """Collect names that stand on a map, and in texts only where a capital tells nothing: in a quotation, or first.

    `known` are those that texts tell; what shows fewer of these than of others is no map, but a machine, say.
    """
    parts = {word.casefold() for name in known for word in name.split()}
    shown = {token.shown.casefold() for token in drawn if token.is_capital}
    if not language.marks_names or shown.isdisjoint(parts):
        return set()
    small = {token.shown for tokens in (drawn, *texts) for token in tokens if not token.is_capital}
    others = shown - parts - small - _NO_NAMES - _MONTHS
    others = {*language.without_function_words(others)}
    found = {
        " ".join(token.shown for token in run)
        for tokens in texts
        for is_other, run in groupby(tokens, lambda each: each.shown.casefold() in others)
        if is_other
    }
    return set(filter(_is_worth_it, found)) if len(found) <= len(shown & parts) else set()


def _after_joining(name: str) -> str:
    """Give what a name's first word is only joined to: Formation of the [Fourth International]."""
    words = name.split()
    rest = next((at for at, word in enumerate(words) if at and word[0].isupper()), 1)
    return " ".join(words[rest:]) if rest > 1 else ""


def _is_joined(name: str) -> bool:
    """Whether its last word is what another thing is of: Thomas of Woodbridge."""
    return name.split()[-2] in _JOINING


def _is_worth_it(name: str) -> bool:
    """Whether anybody would look it up: no adjective is."""
    last = name.rsplit(maxsplit=1)[-1]
    is_noun = (" " in name and last.startswith("Soviet")) or not ADJECTIVE.search(last)
    is_noun |= " " in name and is_given(last)  # Sainte Marguerite
    is_noun |= ends_as_thing(name)  # Indian Ocean
    return len(name) > 2 and is_noun


class _Run(NamedTuple):
    """Capitalised words that follow each other, whether they open a sentence or are a short form, and the number behind them."""

    shown: str
    opens: bool
    is_short: bool
    number: str


def _runs(tokens: list[Token], small: set[str], language: Language) -> Iterator[_Run]:
    """Yield runs of capitalised words; small words may hold them together."""
    run: list[str] = []
    is_short = False
    opens = False
    pending: list[str] = []
    end = Token(".", opens=False)
    for before, token, after in zip(
        [end, *tokens], [*tokens, end], [*tokens[1:], end, end], strict=False
    ):
        is_capital = token.is_capital
        is_name = is_capital and not _merely_opens(token, after, small, language)
        if is_capital and token.shown.casefold() in _MONTHS:
            is_name = bool(run) or _names_an_event(before, after)
        is_name |= bool(run) and not _OF_PERSONS.isdisjoint(pending)  # Willem van der Meer
        if is_capital and not is_name:
            is_mark = bool(run) and not pending and bool(_LETTER.fullmatch(token.shown))
            is_small = not run and _is_short_form(before, token, after, language)
            is_short |= is_small
            is_name = is_small or (is_mark and not after.is_capital)  # Bed A
        if is_capital and is_name:
            opens = opens if run else token.opens
            run += [*pending, token.shown]
            pending = []
        elif run and token.shown.casefold() in _JOINING and len(pending) < 2:
            pending.append(token.shown)
        else:
            if run:
                number = "" if pending else token.shown.rstrip(".,")
                number = number if _NUMBER.fullmatch(number) else ""
                yield _Run(" ".join(run), opens, is_short, number)
            run, pending, is_short = [], [], False


def _is_short_form(before: Token, token: Token, after: Token, language: Language) -> bool:
    """Whether a small word in capitals is none, behind an article: an AND gate, the WHO."""
    is_told = before.shown.casefold() in language.words.articles and not before.shown.isupper()
    return is_told and bool(_SHORT_FORM.fullmatch(token.shown)) and not after.shown.isupper()


def _names_an_event(before: Token, after: Token) -> bool:
    """Whether a month belongs to a name: the October Revolution, but not in October Lenin."""
    word = before.shown.casefold()
    is_told = word in _BEFORE_A_NAME or before.shown[0].isdigit()
    return is_told and after.is_capital and after.shown.casefold() not in _NO_NAMES | _MONTHS


def _merely_opens(token: Token, after: Token, small: set[str], language: Language) -> bool:
    """Whether a word may have its capital only because a sentence begins with it, and no letter stands behind it: Bed C."""
    word = token.shown.casefold()
    is_none = word in _NO_NAMES or language.is_function_word(word)
    return is_none or (token.opens and word in small and not _LETTER.fullmatch(after.shown))
