"""Persons whose names a text tells without a doubt where capitals alone tell none: where each noun has one, or names have cases."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import is_particle, joined
from studyguide.printing.index.names.things import is_thing, may_be_place
from studyguide.printing.index.names.titles import is_before_names, is_told_by_title, titled

_NOUNS_TOO: Final = frozenset(
    "april august ernst flora heide iris mark rosa rose stern veronika wolf".split()  # noqa: SIM905
)
"""Given names that are German nouns as well: fünf Mark, im August."""

_CONTRACTED: Final = frozenset("ab am anfang beim bis ende im ins mitte seit vom zum zur".split())  # noqa: SIM905
_EVERYDAY: Final = frozenset(("al", "am", "auf", "aus", "zum", "zur"))
"""Particles that stand behind any word as well: in Paris zur Mode."""

_BEFORE_SURNAMES: Final = frozenset(("Frau", "Fräulein", "Herr"))
_CASES: Final = frozenset(("dem", "den", "des", "die", "das", "einem", "einen", "einer", "eines"))

_OF_WOMEN: Final = re.compile(r"\w+[aая]")
_SURE_OF_WOMEN: Final = re.compile(r"\w+(?:ая|яя|[csdz]ka|owa|ová|ська|цька)")
"""So no surname of a man ends in any case."""

_NUMERAL: Final = re.compile(r"[IVXL]+")

_END: Final = Token(".", opens=False)


def persons_of_nouns(texts: Iterable[Sequence[Token]], language: Language) -> dict[str, str]:
    """Give persons that German texts name by given name and surname, or behind Frau, each as they are called: Adelheid Grünewald, Frau Stetten.

    What stands behind an article elsewhere is a noun, and no surname. Of Kaiser Ottos III. the genitive is taken off.
    """
    known = [*texts]
    articles = language.words.articles | _CASES
    nouns = {
        token.shown
        for tokens in known
        for before, token in zip([_END, *tokens], tokens, strict=False)
        if before.shown.casefold() in articles
    }
    return {
        name: _nominative(name)
        for tokens in known
        for at in range(len(tokens))
        if tokens[at].is_capital
        for name in _named(tokens, at, articles, language)
        if name.rpartition(" ")[2] not in nouns
    }


def _nominative(name: str) -> str:
    """Give the name of a ruler as it is called: Kaiser Otto III, of Kaiser Ottos III."""
    own = titled(name.split())[1]
    last = own[-2] if _NUMERAL.fullmatch(own[-1]) and len(own) > 1 else own[-1]
    is_ruler = last != own[-1] or len(own) < len(name.split())
    return name.replace(last, last[:-1]) if is_ruler and _is_genitive(last) else name


def _is_genitive(word: str) -> bool:
    """Whether a word is a given name in the genitive: Ottos, but not Hans."""
    return word.endswith("s") and is_given(word[:-1]) and not is_given(word)


def _named(
    tokens: Sequence[Token], at: int, articles: Iterable[str], language: Language
) -> Iterator[str]:
    """Yield the name of the person that begins at a word, if one does."""
    first = tokens[at].shown
    before = tokens[at - 1] if at else _END
    if first in _BEFORE_SURNAMES and at + 1 < len(tokens):
        surname = tokens[at + 1]
        if (
            surname.is_capital
            and not is_given(surname.shown)
            and not is_before_names(surname.shown)
        ):
            yield f"{first} {surname.shown}"
        return
    if is_before_names(first) and (ruler := _behind_title(tokens[at:])):
        yield ruler
        return
    if _is_genitive(first) and (number := _number(tokens[at + 1 :])):
        yield f"{first} {number[0]}"
        return
    if not is_given(first) or before.shown.casefold() in articles or _is_given(before):
        return
    small = before.shown.casefold()
    is_counted = small in _CONTRACTED or small[0].isdigit() or bool(language.number(small))
    if first.casefold() in _NOUNS_TOO and is_counted:
        return
    run = [*takewhile(_is_given, tokens[at:])]
    run += takewhile(_is_particle, tokens[at + len(run) :])
    rest = tokens[at + len(run) :]
    if not rest or not rest[0].is_capital or (run[-1].shown.islower() and _is_given(rest[0])):
        return
    is_of_her = rest[0].shown.endswith("s") and len(rest) > 1 and rest[1].is_capital
    words = [*(each.shown for each in run), *(_number(rest) or [rest[0].shown])]
    if not (is_of_her or rest[0].opens or is_thing(words) or may_be_place(words)):
        yield joined(words)


def _behind_title(tokens: Sequence[Token]) -> str:
    """Give the name of somebody by the title before it, if that tells one: Königin Victoria, Papst Pius VI., Graf Zeppelin."""
    own = [each.shown for each in takewhile(_is_given, tokens[1:])]
    own += [each.shown for each in tokens[1 + len(own) :][:1] if _is_genitive(each.shown)]
    own = own or [each.shown for each in tokens[1:2] if each.is_capital]
    rest = tokens[1 + len(own) :]
    number = _number(rest)
    called = [each[:-1] if _is_genitive(each) else each for each in own]
    is_whole = not rest or number or called != own or not rest[0].is_capital
    is_one = bool(own) and (number or is_told_by_title([tokens[0].shown], called[:1]))
    return " ".join((tokens[0].shown, *own, *number)) if is_one and is_whole else ""


def _number(tokens: Sequence[Token]) -> list[str]:
    """Give the number of a king, without its point, where one comes first."""
    numbers = (each.shown.rstrip(".") for each in tokens[:1])
    return [each for each in numbers if _NUMERAL.fullmatch(each)]


def _is_given(token: Token) -> bool:
    return token.is_capital and is_given(token.shown)


def _is_particle(token: Token) -> bool:
    return is_particle(token.shown) and token.shown not in _EVERYDAY


def in_genitive(told: Mapping[str, str], terms: Collection[str], tag: str) -> dict[str, str]:
    """Give the names of German texts in the genitive, each with its heading: Katharina Ehrlichs Korn, Englands Küste; terms have theirs as all their forms."""
    if tag.partition("-")[0] != "de":
        return {}
    names = (name for name in told if name[0].isupper() and name[-1] not in "sxzß")
    return {f"{name}s": told[name] for name in names if name not in terms}


def is_nominative(name: str) -> bool:
    """Whether a Slavic name of a person surely stands as it is called: Иван Петров, Анна Петрова; not Ивана Петрова.

    A man's ends with no vowel, and has one in all cases; a woman's that would be a man's in a case is not sure: Александра Петрова.
    """
    own = titled(name.split())[1]
    first = own[0]
    if len(own) < 2 or not is_given(first):
        return False
    if not _OF_WOMEN.fullmatch(first.casefold()):
        return first[-1] not in "оеіиуюыo" and own[-1][-1].isalpha()
    men = (first[:-1], f"{first[:-1]}й", f"{first[:-1]}ь", f"{first[:-1]}ek")
    is_sure = not any(map(is_given, men)) or bool(_SURE_OF_WOMEN.fullmatch(own[-1].casefold()))
    return is_sure and own[-1][-1].isalpha()
