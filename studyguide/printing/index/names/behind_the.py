"""What English texts call by one word behind "the", once they have told the whole name: the Tribunal, the Act, the Baron."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from studyguide.guide.organisations import BODIES
from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.titles import is_before_names, is_noble, is_rank, titled

_ADJECTIVES: Final = frozenset(("international", "soviet"))
_SORTS: Final = (BODIES - _ADJECTIVES) | frozenset(
    """
    act agency agreement authority bill board charter club code constitution convention council decree directive guild order
    protocol railway statute treaty tribunal trust
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""What is the last word of a body's name, or of a law's."""

_OTHERS: Final = frozenset(("another", "any", "each", "every", "no"))
_ONE_OF_THEM: Final = frozenset(("a", "an"))
"""Behind these another body is meant, or somebody is named for the first time: an Act; a Baron with a fortune."""

_END: Final = Token(".", opens=False)


def behind_the(
    texts: Iterable[Sequence[Token]], told: Mapping[str, str], language: Language
) -> dict[str, str]:
    """Give such words, each with the heading; not where two are called so, or another one is spoken of: an Act, the Act of 1707."""
    if not language.is_english:
        return {}
    headings = defaultdict[str, set[str]](set)
    for name, heading in told.items():
        for word in _short_for(name):
            headings[word].add(heading)
    one = {word: those.pop() for word, those in headings.items() if len(those) == 1}
    one = {word: heading for word, heading in one.items() if word not in told}
    return {word: one[word] for word in _alone(texts, one)}


def _short_for(name: str) -> Iterator[str]:
    words = name.split()
    titles, own = titled(words)
    if titles and own:
        yield from (each for each in titles if is_noble(each) or is_rank(each))
    elif len(words) > 1 and words[-1][0].isupper() and words[-1].casefold() in _SORTS:
        yield words[-1]


def _alone(texts: Iterable[Sequence[Token]], words: Collection[str]) -> set[str]:
    """Give those that stand alone behind "the", and never where another one is meant."""
    alone, others = set[str](), set[str]()
    for tokens in texts if words else ():
        for before, token, after in zip([_END, *tokens], tokens, [*tokens[1:], _END], strict=False):
            small = before.shown.casefold()
            is_part = after.is_capital or (before.is_capital and not before.opens)
            if token.shown not in words or is_part:
                continue
            is_one_of_them = small in _ONE_OF_THEM and not is_before_names(token.shown)
            if is_one_of_them or small in _OTHERS or after.shown == "of":
                others.add(token.shown)
            elif small == "the":
                alone.add(token.shown)
    return alone - others
