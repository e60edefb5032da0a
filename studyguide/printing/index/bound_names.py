"""Names in one piece: small words and points of persons, articles of places, which names known by capitals alone are torn at."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.articles import is_article_of_a_name
from studyguide.printing.index.capitals import is_direction
from studyguide.printing.index.marked.capitals_in_runs import names_in
from studyguide.printing.index.marked.opening_names import behind_semicolons
from studyguide.printing.index.marked.opening_words import without_openings
from studyguide.printing.index.marked.side_by_side import apart, is_asked
from studyguide.printing.index.names.acts import acts_in_one
from studyguide.printing.index.names.fields import without_fields
from studyguide.printing.index.names.given_first import may_be_name
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.places import known_places
from studyguide.printing.index.names.surnames import is_article_before, is_particle, joined
from studyguide.printing.index.names.things import is_island_or_sea, is_kind_before
from studyguide.printing.index.names.titles import (
    is_address,
    is_before_names,
    is_left_out,
    is_short_address,
)

_BETWEEN = frozenset(
    "à af av ben bin bint d' d’ dall' dall’ dell' dell’ ibn vom y zum zur".split()  # noqa: SIM905
)
_WORDS_OF_THEIR_OWN = {
    "ca": ("y",),
    "da": ("af", "av"),
    "de": ("vom", "zum", "zur"),
    "es": ("y",),
    "fr": ("à",),
    "gl": ("y",),
    "it": ("dall'", "dall’", "dell'", "dell’"),
    "sv": ("af", "av"),
    "tr": ("ben",),
}
"""Which of them join more than a name in a language: Lyon à Paris, Ana y Luis."""

_KINDS_FIRST = frozenset(("ca", "es", "fr", "gl", "it", "pt"))
"""Languages in which what is named after somebody is told before: rue, pont, premio."""

_ADDRESSES = frozenset(
    "Docteur Dr Dña Madame Mademoiselle Miss Mlle Mme Monsieur Mr Mrs Ms Prof Professeur Professor Sr Sra".split()  # noqa: SIM905
)
"""Which are left out before a name, with a point or without."""

_IN_PLACES = {
    "aan": (),
    "am": ("de", "da", "sv", "nb"),
    "an": ("de",),
    "bei": ("de",),
    "bij": (),
    "cum": (),
    "nad": ("pl", "cs", "sk", "hr", "sl"),
    "ob": ("de", "sl"),
    "op": ("da",),
    "super": ("fr", "es", "it", "pl", "sv"),
    "sur": ("fr", "es"),
    "upon": (),
}
"""What stands inside names of places, and in which languages it is an everyday word: Bergen op Zoom, Newcastle upon Tyne."""

_ARTICLES_OF_PLACES = frozenset("de den der dem het la le les ’t".split())  # noqa: SIM905
_BEFORE_ARTICLES = frozenset(("an", "ob"))
_BEFORE_PLACES = frozenset(("in", "naar", "te", "uit", "vanuit"))

_CONTRACTED = {
    "es": frozenset(("al", "del")),
    "fr": frozenset(("au", "aux", "des", "du")),
    "it": frozenset(
        "al allo alla ai agli alle dal dallo dalla dai del dello della dei degli delle nel nello nella sul sullo sulla".split()  # noqa: SIM905
    ),
    "pt": frozenset("ao à aos às da das do dos na nas no nos pela pelo".split()),  # noqa: SIM905
}
"""What has an article in it: Le Havre, au Havre."""

_OPENING = frozenset("«»„‚‹›—–(-")
"""Behind these a sentence may begin."""

_GAP = Token(",", opens=False)

_OF_A_COUNTRY = 2
_POINTED = 5
"""So many letters an abbreviation has at most that stands before names: Messrs is none."""


def with_articles(texts: Iterable[Sequence[Token]], language: str) -> frozenset[str]:
    """Give the words that nowhere stand without their article, which has a capital where no sentence begins: La Ferté."""
    contracted = _CONTRACTED.get(language.partition("-")[0], frozenset())
    found, others = set[str](), set[str]()
    for tokens in texts:
        end = Token(".", opens=True)
        for before, article, word in zip([end, end, *tokens], [end, *tokens], tokens, strict=False):
            if not word.is_capital:
                continue
            if not is_article_of_a_name(article.shown, language):
                others.update([word.shown] if article.shown not in contracted else [])
            elif not (article.opens or before.shown in _OPENING):
                found.add(word.shown)
    return frozenset(found - others)


def in_one_piece(
    tokens: Sequence[Token], language: str, articled: Collection[str] = ()
) -> list[Token]:
    """Join what belongs together: Thomas à Beckham, Omar al-Hakim, St. Ives; with their article those that always have it.

    Of Mrs. Penhallow the surname is kept, which opens no sentence.
    """
    tag, known = language.partition("-")[0], Language(language)
    between = _BETWEEN.difference(_WORDS_OF_THEIR_OWN.get(tag, ()))
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = kept[-1] if kept and may_be_name(kept[-1], known) else None
        if after and after.shown in articled and is_article_of_a_name(token.shown, language):
            kept.append(_with(token, after.shown))
            at += 1
        elif after and after.is_capital and _is_left_out(token, before, tag):
            tokens = [*tokens[: at + 1], after._replace(opens=False), *tokens[at + 2 :]]
        elif after and (size := _of_a_street(tokens, at, tag)):
            shown = token.shown[0].upper() + token.shown[1:]
            named = (each.shown for each in tokens[at + 1 : at + size])
            if len(kept) > 1 and kept[-2].opens and kept[-1].shown in known.words.articles:
                kept.insert(-1, _GAP)  # Cruzó el golfo de México
            kept.append(_with(token._replace(shown=shown, opens=False), *named))
            at += size - 1
        elif after and token.shown == "." and kept and _is_small_address(kept[-1]):
            kept.append(token)  # il dott. Neri
            tokens = [*tokens[: at + 1], after._replace(opens=False), *tokens[at + 2 :]]
        elif before and (size := _of_a_place(tokens, at, tag)):
            kept[-1] = _with(before, *(each.shown for each in tokens[at : at + size]))
            at += size - 1
        elif before and is_article_before(token.shown):
            kept[-1] = _with(before, token.shown)
        elif before and after and token.shown in between and after.is_capital:
            kept[-1] = _with(before, token.shown, after.shown)
            at += 1
        elif before and after and token.shown == "." and after.is_capital and _is_short(before):
            is_alone = is_left_out(before.shown)
            kept[-1] = after._replace(opens=False) if is_alone else _with(before, ".", after.shown)
            at += 1
        else:
            kept.append(token)
        at += 1
    return kept


def _is_left_out(token: Token, before: Token | None, tag: str) -> bool:
    """Whether a word is but an address: Mme Leroy, M. Dupont, but not Jean M. Dupont."""
    is_behind = before is not None and not before.opens
    return token.shown in _ADDRESSES or (is_short_address(token.shown, tag) and not is_behind)


def _is_small_address(token: Token) -> bool:
    return token.shown.islower() and 1 < len(token.shown) <= _POINTED and is_address(token.shown)


def _of_a_street(tokens: Sequence[Token], at: int, tag: str) -> int:
    """Tell of how many words the name of a street or the like is that is named after somebody: rue Pierre Orme, 0 if it is none.

    So is an island or a sea that is named after a country, or without a small word: l’île de France, la mer Noire.
    """
    if tag not in _KINDS_FIRST or not is_kind_before(tokens[at].shown):
        return 0
    run = [*takewhile(lambda each: each.is_capital or is_particle(each.shown), tokens[at + 1 :])]
    while run and not run[-1].is_capital:
        run.pop()
    is_somebody = len(run) > 1 and is_given(run[0].shown)
    own = "".join(each.shown for each in run[-1:])
    is_water = is_island_or_sea(tokens[at].shown) and bool(run)
    is_of_a_country = len(run) == _OF_A_COUNTRY and (
        own in known_places(tag) or is_direction(own, tag)
    )
    is_subject = any(map(is_asked, tokens[at + 1 + len(run) :][:1]))  # quelle île Orme vit-il
    is_of_it = is_water and (is_of_a_country or (run[0].is_capital and not is_subject))
    return 1 + len(run) if is_somebody or is_of_it else 0


def _of_a_place(tokens: Sequence[Token], at: int, tag: str) -> int:
    """Tell of how many words what is behind the beginning of a place's name is: op Zoom, an der Saale; 0 if it is none.

    In Dutch it is one only behind what stands before places: in Bergen op Zoom.
    """
    word = tokens[at].shown
    if word not in _IN_PLACES or tag in _IN_PLACES[word]:
        return 0
    is_sure = tag != "nl" or (at > 1 and tokens[at - 2].shown in _BEFORE_PLACES)
    article = 1 if at + 1 < len(tokens) and tokens[at + 1].shown in _ARTICLES_OF_PLACES else 0
    last = tokens[at + 1 + article] if at + 1 + article < len(tokens) else None
    is_whole = bool(article) or word not in _BEFORE_ARTICLES
    return 2 + article if is_sure and is_whole and last and last.is_capital else 0


def pieces_of(
    parts: Sequence[Sequence[Token]], told: Collection[str], language: str
) -> list[list[Token]]:
    """Give texts with each name in one piece, and a gap between two that only stand side by side."""
    known = Language(language)
    parts = [acts_in_one(each, known) for each in parts]
    articled = with_articles(parts, language)
    whole = without_fields([*map(behind_semicolons, parts)], known) if known.marks_names else parts
    pieces = [in_one_piece(without_openings(each, known), language, articled) for each in whole]
    if not known.marks_names:
        return pieces
    names = {*names_in(pieces, known), *_alone(pieces, known), *told}
    return [apart(each, names, known) for each in pieces]


def _alone(pieces: Iterable[Sequence[Token]], language: Language) -> Iterator[str]:
    """Yield words with a capital that stand alone, and behind no article."""
    end = Token(".", opens=False)
    for tokens in pieces:
        for before, token, after in zip([end, *tokens], tokens, [*tokens[1:], end], strict=False):
            is_part = before.is_capital or after.is_capital or token.opens
            if token.is_capital and not is_part and before.shown not in language.words.articles:
                yield token.shown


def _with(token: Token, *more: str) -> Token:
    return token._replace(shown=joined((token.shown, *more)).replace(" .", "."))


def _is_short(token: Token) -> bool:
    return len(token.shown) <= _POINTED and is_before_names(token.shown)
