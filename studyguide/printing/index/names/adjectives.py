"""Words with a capital that are said of a nation, a language or a faith, and are no heading: Swiss, Pisan, Latin."""

import re
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import ADJECTIVE, Token
from studyguide.printing.index.names.given_names import is_given

_OF_NATIONS: Final = frozenset(
    """
    arab arabic aztec basque berber breton briton bulgar catalan cathar catholic celt cossack croat czech dane finn florentine frank gaul german goth greek
    hebrew hindi hindu huguenot hun inca jesuit jew jewish kurd kyrgyz lapp latin lombard magyar malay manx maori maya mongol moor
    mormon moslem muslim norman norse orthodox ottoman pole protestant provençal roman sanskrit saracen saxon scot serb sikh slav spaniard
    slovak slovene swahili swede swiss tamil tartar tatar teuton thai tibetan turk urdu vandal viking visigoth walloon zulu
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""Of whom several make a heading (Greeks, Vandals), and one makes none."""

_OF_ONE: Final = re.compile(
    r"(?:[a-z]{2,}ish|dutch|french|welsh|scots|manx|norse|ulster|[a-z]{3,}shire)(?:wo)?m[ae]n"
)
"""So words for one of a nation end: Englishwoman."""

_DUTCH: Final = frozenset(
    "duits engels engelsman fransman grieks hebreeuws italiaans latijn nederlands pools portugees russisch spaans turks vlaams zweeds".split()  # noqa: SIM905
)
_FORMS: Final = {
    "en": re.compile(r"[a-zß-ÿ]{2,}(?:(?:[bckosxy]|(?<!s)t|er)an|ine)"),
    "nl": re.compile(r"[a-zß-ÿ]{3,}(?:er|sch)"),
}
"""So they end; places and surnames may end so as well."""

_SURE_FORMS: Final = {
    "en": re.compile(r"(?!adriatic|antarctic|arctic|atlantic|baltic|pacific)[a-zß-ÿ]{3,}(?<!v)ic"),
    "nl": re.compile(r"[a-zß-ÿ]{3,}(?:se|sche)"),
}
"""So nothing else ends that always stands before a noun."""

_PLACES: Final = frozenset(
    "amman astrakhan durban isfahan kazan michigan milan palestine tehran ukraine vatican yerevan yucatan".split()  # noqa: SIM905
)
_BEFORE: Final = frozenset(
    """
    a among an and another any as each every few first his her its like many my or our same several some than that the their
    these this those three two with een de het elke enkele drie twee zijn haar hun
    """.split()  # noqa: SIM905
)
"""Behind these stands no place, but for The Hague."""

_END: Final = Token(".", opens=False)


def adjectives_in(
    texts: Iterable[Sequence[Token]],
    names: AbstractSet[str],
    things: Collection[str],
    language: Language,
) -> set[str]:
    """Give those of the names, of one word, that are but said of a nation: a Swiss bell caster, the Pisan chart.

    What ends like an adjective is one if it always stands before a noun, and once behind an article at least. Before
    certain things it is part of a whole: the Ottoman empire.
    """
    tag = language.tag.partition("-")[0]
    listed = {"en": _OF_NATIONS, "nl": _DUTCH}.get(tag, frozenset())
    form = _FORMS.get(tag)
    sure = {each for each in names if each.casefold() in listed}
    sure |= {each for each in names if language.is_english and _OF_ONE.fullmatch(each.casefold())}
    doubted = {each for each in names if form and form.fullmatch(each.casefold())}
    doubted -= {each for each in doubted if is_given(each) or _is_place(each.casefold(), language)}
    sure_form = _SURE_FORMS.get(tag)
    told = {each for each in names if sure_form and sure_form.fullmatch(each.casefold())}
    told |= {each for each in names if language.is_english and _is_of_country(each.casefold())}
    doubted |= told
    others = set[str]()
    for tokens in texts if sure or doubted else ():
        for at, token in enumerate(tokens):
            name, before = token.shown, tokens[at - 1] if at else _END
            after = _behind(tokens, at, language)
            if name not in sure | doubted or after.is_capital or before.is_capital:
                continue
            if after.shown in things or (name not in sure and not _is_noun(after, language)):
                others.add(name)
            if before.shown.casefold() in _BEFORE:
                told.add(name)
    return (sure | (doubted & told)) - others


def _behind(tokens: Sequence[Token], at: int, language: Language) -> Token:
    """Give the word behind another, or behind a second one that is joined to it: Cuban and Iraqi weavers."""
    behind = [*tokens[at + 1 : at + 4], _END, _END, _END]
    is_joined = behind[0].shown in language.words.joining and behind[1].is_capital
    return behind[2] if is_joined else behind[0]


def peoples_apart(name: str) -> tuple[str, ...]:
    """Part a people from its place: Protestants of Germany; nothing for any other name."""
    people, of, place = name.partition(" of ")
    is_people = people.endswith("s") and people[:-1].casefold() in _OF_NATIONS
    is_one = people.casefold() in _OF_NATIONS or bool(ADJECTIVE.search(people))
    is_whole = bool(of) and " " not in people and place[0].isupper()
    if not is_whole or not (is_people or is_one):
        return ()
    return (people, place) if is_people else (place,)


def _is_noun(token: Token, language: Language) -> bool:
    is_verb = token.shown in language.words.finite_verbs
    return token.shown[0].islower() and not is_verb and not language.is_function_word(token.shown)


def _is_place(word: str, language: Language) -> bool:
    return word in _PLACES or (language.is_english and word in _countries())


def _is_of_country(word: str) -> bool:
    """Whether it is what is of a country, with an i or an n behind: Iraqi, Kenyan."""
    return word.endswith(("i", "n")) and word[:-1] in _countries()


@cache
def _countries() -> frozenset[str]:
    from babel import Locale

    return frozenset(each.casefold() for each in Locale("en").territories.values())
