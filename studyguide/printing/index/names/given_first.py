"""Names that begin with a given name, and two such names in one run."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.adjectives import peoples_apart
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import PARTICLES, is_particle, joined
from studyguide.printing.index.names.titles import titled
from studyguide.printing.index.names.trades import is_told_by_trade

_BETWEEN = PARTICLES - {"al", "am", "auf", "aus", "of", "op", "y"}
"""What stands before surnames rather than between two names."""


def given_in(tokens: Sequence[Token], language: Language) -> Iterator[str]:
    """Yield names that begin with a given name, or stand behind what somebody is, whatever they end with: Robert White, and not white alone.

    With its particles that which opens a sentence: Pierre de Fermat stated it.
    """
    at = 0
    while at < len(tokens):
        if not may_be_name(tokens[at], language):
            at += 1
            continue
        run = [*takewhile(lambda each: may_be_name(each, language), tokens[at:])]
        end = at + len(run)
        particles = [*takewhile(lambda each: each.shown in _BETWEEN, tokens[end:])]
        surname = [
            *takewhile(lambda each: may_be_name(each, language), tokens[end + len(particles) :])
        ]
        is_longer = bool(particles) and bool(surname)
        if is_longer and run[0].opens:
            run += [*particles, *surname]
            end += len(particles) + len(surname)
        name = joined(each.shown for each in run)
        own = titled(name.split())[1]
        is_somebody = len(own) > 1 and is_given(own[0])
        is_told = is_told_by_trade(tokens[max(0, at - 1) : at], name, language.tag)
        if (is_somebody or is_told) and (run[0].opens or not is_longer):
            yield name
        at = end


def parted(name: str, language: str) -> tuple[str, ...]:
    """Part two persons with a particle between them: what Kate Krabbe had van Milo Aarts; behind that of a surname stands no given name.

    Nor do two words in Dutch, of which the particle is an everyday word.
    """
    if Language(language).is_english and (parts := peoples_apart(name)):
        return parts
    words = name.split()
    is_everyday = language.partition("-")[0] == "nl" and is_given(words[0])
    for at in range(2, len(words) - 2):
        behind = [*dropwhile(is_particle, words[at:])]
        is_between = is_particle(words[at]) and words[at] != "of" and len(behind) > 1
        is_other = is_given(behind[0]) or (is_everyday and words[at] == "van")
        if is_between and is_other and not is_given(words[at - 1]):
            return (" ".join(words[:at]), *parted(" ".join(behind), language))
    return (name,)


def may_be_name(token: Token, language: Language) -> bool:
    """Whether a word may be part of a name: it has a capital, and more reason to than to open a sentence."""
    is_small = token.opens and language.is_function_word(token.shown.casefold())
    return token.is_capital and not is_small
