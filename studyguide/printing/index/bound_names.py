"""Names in one piece: small words and points of persons, articles of places, which names known by capitals alone are torn at."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import dropwhile

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.articles import is_article_of_a_name
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import is_article_before, is_particle, joined
from studyguide.printing.index.names.titles import is_before_names, is_left_out, titled

_BETWEEN = frozenset(
    "à af av ben bin bint d' d’ dall' dall’ dell' dell’ ibn vom y zum zur".split()  # noqa: SIM905
)
_WORDS_OF_THEIR_OWN = {
    "ca": ("y",),
    "da": ("af", "av"),
    "es": ("y",),
    "fr": ("à",),
    "gl": ("y",),
    "it": ("dall'", "dall’", "dell'", "dell’"),
    "sv": ("af", "av"),
    "tr": ("ben",),
}
"""Which of them join more than a name in a language: Lyon à Paris, Ana y Luis."""

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
    between = _BETWEEN.difference(_WORDS_OF_THEIR_OWN.get(language.partition("-")[0], ()))
    known = Language(language)
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = kept[-1] if kept and _is_name(kept[-1], known) else None
        if after and after.shown in articled and is_article_of_a_name(token.shown, language):
            kept.append(_with(token, after.shown))
            at += 1
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


def given_in(tokens: Sequence[Token], language: Language) -> Iterator[str]:
    """Yield names that begin with a given name, whatever they end with: Robert White, and not white alone."""
    run: list[str] = []
    for token in (*tokens, Token(".", opens=False)):
        if _is_name(token, language):
            run.append(token.shown)
            continue
        own = titled(run)[1]
        if len(own) > 1 and is_given(own[0].split()[0]):
            yield " ".join(run)
        run = []


def parted(name: str, language: str) -> tuple[str, ...]:
    """Part two persons with a particle between them: what Kate Krabbe had van Milo Aarts; behind that of a surname stands no given name.

    Nor do two words in Dutch, of which the particle is an everyday word.
    """
    words = name.split()
    is_everyday = language.partition("-")[0] == "nl" and is_given(words[0])
    for at in range(2, len(words) - 2):
        behind = [*dropwhile(is_particle, words[at:])]
        is_between = is_particle(words[at]) and words[at] != "of" and len(behind) > 1
        is_other = is_given(behind[0]) or (is_everyday and words[at] == "van")
        if is_between and is_other and not is_given(words[at - 1]):
            return (" ".join(words[:at]), *parted(" ".join(behind), language))
    return (name,)


def _with(token: Token, *more: str) -> Token:
    return token._replace(shown=joined((token.shown, *more)).replace(" .", "."))


def _is_name(token: Token, language: Language) -> bool:
    """Whether a word may be part of a name: it has a capital, and more reason to than to open a sentence."""
    is_small = token.opens and language.is_function_word(token.shown.casefold())
    return token.is_capital and not is_small


def _is_short(token: Token) -> bool:
    return len(token.shown) <= _POINTED and is_before_names(token.shown)
