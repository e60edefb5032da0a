"""Words that are no names, though they have a capital: they only open a sentence. Nobody, Perhaps, Today."""

import re
from collections.abc import Sequence
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.language.phrasing.verbs import may_be_verb
from studyguide.printing.index.names.given_names import is_given

_OF_TIME: Final = frozenset(
    """
    afterwards earlier formerly later meanwhile next nowadays otherwise please somebody someone somewhere sometimes
    soon today tomorrow tonight twice unfortunately yesterday anybody anyone
    aujourd’hui autrefois bientôt demain désormais hier jadis puis quelqu’un
    ahora anteayer ayer después entonces hoy luego mañana quizás siempre tampoco también
    adesso domani dopo forse ieri oggi poi prima qualcuno sempre
    daarna gisteren intussen later morgen nu ooit soms straks vandaag vroeger
    dziś dzisiaj jutro potem później wczoraj zawsze
    вчера завтра иногда позже потом сегодня теперь тогда
    amanhã depois então hoje ontem sempre
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""Which no list of a language's words has, as they turn nothing of what is said."""

_ADVERB: Final = re.compile(r"\w{5,}(?<!er)ly")
_OF_SEVERAL: Final = re.compile(
    r"\w{3,}(?:eers|ists|ians|smiths|wrights|[ersy]men|[ersy]women|ers|ors)"
)
"""So words for people who do a thing end in English: Engineers Stephenson and Locke."""

_VERBS_FIRST: Final = frozenset("ca es gl it pl pt ru uk".split())  # noqa: SIM905
"""Languages in which a sentence often begins with its verb: Llegó Ana Ruiz."""

_BEHIND: Final = frozenset("–—(«„‚…")


def without_openings(tokens: Sequence[Token], language: Language) -> list[Token]:
    """Write such words small."""
    kept = [*tokens]
    for at, token in enumerate(tokens):
        is_first = token.opens or (at > 0 and tokens[at - 1].shown in _BEHIND)
        after = tokens[at + 1] if at + 1 < len(tokens) else token
        if not (token.is_capital and is_first and len(token.shown) > 1):
            continue
        is_before_name = after.is_capital and not after.opens
        if merely_opens(token.shown, language) or (
            is_before_name and opens_before_names(token.shown, language)
        ):
            kept[at] = token._replace(shown=token.shown.lower())
    return kept


def merely_opens(word: str, language: Language) -> bool:
    """Whether a word with a capital is no name, as the lists of a language tell, or its ending: Suddenly."""
    small = word.casefold()
    if is_given(word):
        return False
    if small in _OF_TIME or language.is_function_word(small):
        return True
    words, plain = language.words, small.replace("’", "'")
    phrases = (words.negations, words.hedges, words.frequencies, words.universals, words.exclusives)
    is_listed = plain in words.clause_openers or any([*each.find((plain,))] for each in phrases)
    return is_listed or (language.is_english and bool(_ADVERB.fullmatch(small)))


def opens_before_names(word: str, language: Language) -> bool:
    """Whether a word that opens a sentence is no part of the name behind it: Engineers, Llegó."""
    small, tag = word.casefold(), language.tag.partition("-")[0]
    is_plural = language.is_english and bool(_OF_SEVERAL.fullmatch(small))
    is_one = is_plural or (tag in _VERBS_FIRST and may_be_verb(small, language))
    return is_one and not is_given(word)
