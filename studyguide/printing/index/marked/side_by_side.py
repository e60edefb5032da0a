"""Names that only stand side by side, since a phrase ends between them: in London George Ravenscroft patented."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.language.phrasing.verbs import may_be_verb
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.surnames import is_particle
from studyguide.printing.index.names.things import is_thing, may_be_place, opens_place
from studyguide.printing.index.names.titles import begins_with_title, is_ruler

_GAP: Final = Token(",", opens=False)

_LOCAL: Final = {
    "ca": ("a", "des", "en"),
    "da": ("fra", "i", "på", "ved"),
    "en": ("at", "from", "in", "inside", "into", "near", "outside", "to"),
    "es": ("a", "de", "desde", "en", "hacia"),
    "fr": ("depuis", "en", "à"),
    "gl": ("a", "de", "en"),
    "it": ("a", "ad", "da", "in"),
    "nb": ("fra", "i", "på", "ved"),
    "nl": ("bij", "in", "naar", "te", "uit", "vanuit"),
    "pl": ("do", "w", "we", "z", "ze"),
    "pt": ("a", "de", "desde", "em"),
    "ru": ("в", "во", "из", "на"),
    "sv": ("från", "i", "på", "vid"),
    "uk": ("в", "з", "на", "у"),
}
_OTHERS: Final = frozenset("after before by for like under unlike with without".split())  # noqa: SIM905
"""Behind these, too, a phrase of English ends, where they open the sentence."""

_ASKED: Final = re.compile(r"\w+-(?:t-)?(?:ils?|elles?|on)")
"""So verbs of French questions end behind their subject."""

_STOPS: Final = frozenset(",;:–—(")
_PAIR: Final = 2

_TURNED: Final = frozenset(
    "appeared are arose began came died ended followed grew happened is lay lived opened remained rose sat stood was were".split()  # noqa: SIM905
)
"""Before the name of what is or does so these may stand behind a place as well: in Hong Kong stood a mill."""


def apart(tokens: Sequence[Token], known: Collection[str], language: Language) -> list[Token]:
    """Put a gap between two names of which the first closes a phrase that a small word opened.

    The second is known by a given name in its midst, by a title, or by standing alone elsewhere.
    """
    kept: list[Token] = []
    at = 0
    is_french = language.tag.partition("-")[0] == "fr"
    subjects = {*_subjects(tokens, known, language)} if is_french else set()
    while at < len(tokens):
        cut = _cut(tokens, at, known, language)
        cut = cut or (at + 1 if at + 1 in subjects else 0)
        kept += [*tokens[at : cut or at + 1], *([_GAP] if cut else [])]
        at = cut or at + 1
    return kept


def _subjects(tokens: Sequence[Token], known: Collection[str], language: Language) -> Iterator[int]:
    """Yield where the subject of a French question begins right behind another name: que de plantes du Sud Honorine planta-t-elle."""
    for verb, token in enumerate(tokens):
        if not is_asked(token):
            continue
        start = verb
        while start and tokens[start - 1].is_capital and not tokens[start - 1].opens:
            start -= 1
        run = _words(tokens[start:verb])
        if len(run) != verb - start or len(run) < _PAIR or _is_one_name(run[0], language):
            continue
        for at in range(_PAIR if opens_place(run[0]) else 1, len(run)):
            if is_given(run[at]) or " ".join(run[at:]) in known:
                yield start + at
                break


def is_asked(token: Token) -> bool:
    """Whether a word is a verb of a French question behind its subject: quitta-t-elle."""
    return "-" in token.shown and bool(_ASKED.fullmatch(token.shown))


def _is_one_name(first: str, language: Language) -> bool:
    """Whether a name that begins so goes on to its end: Honorine Orme, Mme Orme, La Rose."""
    is_article = first.casefold() in language.words.articles
    return is_article or is_given(first) or begins_with_title(f"{first} X")


def _cut(tokens: Sequence[Token], at: int, known: Collection[str], language: Language) -> int:
    """Tell before which word the second name begins behind a small one at a place; 0 if there are not two names."""
    word = tokens[at].shown.casefold()
    is_local = word in _LOCAL.get(language.tag.partition("-")[0], ())
    if not is_local and word not in _OTHERS:
        return 0
    opens = _opens_clause(tokens, at, language)
    is_one = is_local or (opens and language.is_english)
    run = _run(tokens[at + 1 :]) if is_one else []
    if len(run) < _PAIR:
        return 0
    behind = [each.shown for each in tokens[at + 1 + len(run) :][:2]]
    is_told = bool(behind) and may_be_verb(behind[0], language)
    has_verb = opens and is_told
    for size in range(1, len(run)):
        if run[size].is_capital and _are_two(
            run[:size], run[size:], known, opens or is_told, has_verb
        ):
            return at + 1 + size
    is_clause = has_verb and behind[0] not in _TURNED and behind[-1] in language.words.articles
    is_clause &= len(run) == _PAIR and not opens_place(run[0].shown) and not is_given(run[0].shown)
    is_clause &= not begins_with_title(" ".join(_words(run))) and not is_thing(_words(run))
    return at + 2 if is_clause else 0


def _are_two(
    first: Sequence[Token],
    second: Sequence[Token],
    known: Collection[str],
    opens: bool,
    has_verb: bool,
) -> bool:
    """Whether two parts of a run are names of two."""
    before, after = _words(first), _words(second)
    one, other = " ".join(before), " ".join(after)
    if (
        is_thing(after)
        or (not opens and may_be_place(after))
        or (len(before) == 1 and (opens_place(one) or is_thing(before)))
    ):
        return False
    if begins_with_title(" ".join((*before, *after))) or is_particle(before[-1]):
        return False
    if is_given(before[0]) and (not opens or len(before) == 1 or is_given(before[-1])):
        return False
    if opens_place(before[0]) and is_given(before[1]):
        return False
    if len(after) > 1 and (is_given(after[0]) or is_ruler(after[0]) or other in known):
        return True
    is_told = opens and other in known
    return is_told or (has_verb and one in known)


def _words(tokens: Sequence[Token]) -> list[str]:
    return " ".join(each.shown for each in tokens).split()


def _run(tokens: Sequence[Token]) -> list[Token]:
    """Give the words with capitals that follow each other, particles between them included."""
    run: list[Token] = []
    for at, token in enumerate(tokens):
        near = tokens[at + 1 : at + 3]
        is_between = bool(run) and is_particle(token.shown) and any(n.is_capital for n in near)
        if not (token.is_capital or is_between) or token.opens:
            break
        run.append(token)
    while run and not run[-1].is_capital:
        run.pop()
    return run


def _opens_clause(tokens: Sequence[Token], at: int, language: Language) -> bool:
    before = tokens[at - 1].shown.casefold() if at else ""
    if tokens[at].opens or not before or before in _STOPS or before[0].isdigit():
        return True
    words = language.words
    return any(before in each for each in (words.joining, words.clause_openers, words.joiners))
