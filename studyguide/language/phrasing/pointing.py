"""Whether a question or a sentence points at what it does not name: "Where does it stand?", the effect of her playing, that department."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from studyguide.language.language import Language
from studyguide.language.phrasing.leaning import leans
from studyguide.language.phrasing.named_in import Read, Token, read_of
from studyguide.language.words import forms

_QUOTED: Final = re.compile("[“„«»][^“”„«»]*[”“»«]")
_POLITE: Final = frozenset(
    ("sie", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihnen", "lei", "loro")
)
_ALSO_OTHERS: Final = frozenset(("both", "beide", "beiden", "entrambi", "entrambe", "gli", "es"))
"""What is no pronoun as often as it is one: both brothers, gli operai, es gab."""

_OF_ONE: Final = (
    frozenset("he him his himself".split()),  # noqa: SIM905, a list is easier to read so
    frozenset("she her hers herself".split()),  # noqa: SIM905
)
"""Pronouns of a man, and of a woman: who has both speaks of two."""

_WITHOUT_SUBJECT: Final = frozenset(("it", "es", "pt"))
"""Languages whose verbs need no pronoun: Quando morì?"""

_DUMMY: Final = re.compile(
    r"\bit (?:(?!so\b|such\b)[\w'-]+ ){0,5}that\b"
    r"|\bit (?!used )(?:(?! used )[\w',-]+ ){0,9}to (?!(?:the|an?|his|her|its|their|whom|which|what)\b|(?-i:[A-Z])|\d)\w"
    r"|\b(?:is|was) it (?:[\w'-]+ ){1,3}who\b|\bit (?:is|was) (?:[\w'-]+ ){1,4}who\b"
    r"|\bit (?:took|takes|taken|take|is|was)\b.*\b(?:until|till|before)\b|\bit (?:is|was|has been) .*\bsince\b"
    r"|\blong (?:is|was) it (?:until|till|before)\b"
    r"|\bit (?:rain|snow|hail|freez|froze|thunder|dawn)\w*|\bhow (?:far|late|early|warm|cold|hot|dark|light|wet) (?:is|was) it\b"
    r"|\bs'agit|\by a\b|\by avait\b|\by eut\b|\bfau[td]\w*|\bfall\w+|\bil .*\b(?:que|de|d')",
    re.IGNORECASE,
)
"""Where "it" and "il" stand for what follows, or for nothing."""

_BEHIND: Final = frozenset(
    "qui que qu dont où à di del dei della delle degli che cui sont est fut".split()  # noqa: SIM905
)
"""What tells of itself what a word points at: celui qui, quello di."""


_SUBJECTS: Final = frozenset(
    "he she it they er sie es il elle ils elles egli ella essi esse hij zij él ella ellos ellas ele ela eles elas".split()  # noqa: SIM905
)
"""Pronouns that do the deed: then what is asked for is another."""


_MEANING_ONE: Final = _SUBJECTS | {"him", "them"}
"""Fewer than the `pronouns` of the word lists: "her" and "their" may well stand before whom they mean."""


@lru_cache(maxsize=1024)  # each seed asks for those of the same deck
def points_away(text: str, language: Language) -> bool:
    """Whether a pronoun, or a word that points, has nothing in its text that it may mean; blanks are names, a capital each."""
    if not language.words.pronouns:
        return False
    text = _quiet(text)
    read = read_of(text, language)
    return (
        any(_is_lost(at, text, read, language) for at in range(len(read.tokens)))
        or leans(read, language)
        or _speaks_of_several(read)
        or _has_no_subject(text, read, language)
    )


def lost_pronoun(text: str, language: Language) -> tuple[int, int] | None:
    """Give where a pronoun stands that by itself means somebody or something, if nothing in its text can be meant."""
    if _MEANING_ONE.isdisjoint(forms(text)):
        return None
    text = _quiet(text)
    read = read_of(text, language)
    pronouns = _MEANING_ONE & language.words.pronouns
    for at, token in enumerate(read.tokens):
        if token.form in pronouns and _is_lost(at, text, read, language):
            return token.start, token.start + len(token.form)
    return None


def _quiet(text: str) -> str:
    """Put a name in the place of what is quoted; the length stays."""
    return _QUOTED.sub(lambda found: "X".ljust(len(found[0])), text.replace("’", "'"))


def _is_lost(at: int, text: str, read: Read, language: Language) -> bool:
    token, lexicon = read.tokens[at], language.words
    if token.form in lexicon.demonstratives:
        return _points(at, read, language)
    if token.form not in lexicon.pronouns or token.form in _ALSO_OTHERS:
        return False
    behind = read.tokens[at + 1].form if at + 1 < len(read.tokens) else ""
    is_none = (
        (at and token.is_capital and token.form in _POLITE)
        or (token.form in ("it", "il") and _DUMMY.search(" ".join(text.split())))
        or (token.form == "sein" and not behind)
    )
    is_told = behind in _BEHIND or behind == "own"
    if token.form not in _SUBJECTS:
        is_told |= behind in lexicon.relatives - lexicon.that
    return not is_none and not is_told and not _has_meaning(at, read, language)


def _has_meaning(at: int, read: Read, language: Language) -> bool:
    """Whether something is named before a pronoun, beside what that stands with; or by its name behind the clause that opens the text."""
    tokens = read.tokens
    if any(each < at and not _governs(each, at, tokens, language) for each in read.named):
        return True
    behind = [each for each in read.named if tokens[each].clause > tokens[at].clause]
    opens = (
        language.is_english and tokens[0].form in language.words.conjunctions
    )  # while it boils, the wort
    if at and any(
        tokens[each].is_capital or (opens and _begins_clause(each, tokens)) for each in behind
    ):
        return True
    verbs = language.words.finite_verbs
    if read.named and tokens[at].form not in _SUBJECTS:
        opening = [token.form for token in tokens[:at]]
        if opening and verbs.isdisjoint(opening) and opening[-1] in _before(language):
            return True
    return _is_of_whom_is_asked(at, read, language)


def _begins_clause(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a noun is the first of its clause, or stands behind its article there."""
    return any(tokens[each - 1].clause < tokens[at].clause for each in (at - 1, at) if each)


def _before(language: Language) -> frozenset[str]:
    """Give what stands before a part of a phrase: in which of, within."""
    lexicon = language.words
    return lexicon.possessives.union(lexicon.placing, lexicon.constructions.get("preposition", ()))


def _governs(each: int, at: int, tokens: Sequence[Token], language: Language) -> bool:
    """Whether "of" alone stands between a noun and a pronoun, in German nothing: the effect of her playing is not hers."""
    between = [token.form for token in tokens[each + 1 : at]]
    if not language.marks_names:
        is_noun = bool(each) and tokens[each - 1].form in language.words.articles
        return is_noun and not between and tokens[at].form.endswith(("es", "er"))
    return language.tag.startswith("en") and between == ["of"]


def _is_of_whom_is_asked(at: int, read: Read, language: Language) -> bool:
    """Whether what is asked for does the deed, and something is its own, or it does another: who lost his ship, till he."""
    tokens, lexicon = read.tokens, language.words
    has_own = (
        at + 1 < len(tokens)
        and tokens[at].form not in ("him", "them")
        and not language.is_function_word(tokens[at + 1].form)
    )
    is_subject = tokens[at].form in _SUBJECTS - _POLITE
    opens_clause = tokens[at - 1].form in lexicon.conjunctions | lexicon.that
    if at < len(("who", "lost")) or not (opens_clause if is_subject else has_own):
        return False
    if tokens[0].form in lexicon.asking_who | lexicon.asking_persons:
        return not is_subject or tokens[1].form not in lexicon.constructions.get("helping", ())
    counted = lexicon.asking_how_many.stand_in(tuple(each.form for each in tokens[:2]))
    behind = next((i for i in range(1 + counted, len(tokens)) if i not in read.asked), 0)
    asking = lexicon.constructions.get("whose-part", ()) if not is_subject else ()
    is_which = tokens[0].form in lexicon.relatives.union(asking)
    noun = tokens[1]
    is_noun = (
        noun.is_capital if not language.marks_names else not language.is_function_word(noun.form)
    )
    is_doer = tokens[behind].form not in lexicon.constructions.get("helping", ())
    return (counted or (is_which and is_noun)) and behind > 1 and is_doer


def _points(at: int, read: Read, language: Language) -> bool:
    """Whether a pointing word has no such noun before it, nor a clause that tells of it."""
    tokens, lexicon = read.tokens, language.words
    token = tokens[at]
    before = tokens[at - 1].form if at else ""
    behind = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if token.form in lexicon.that:
        opens = {
            *lexicon.constructions.get("preposition", ()),
            *lexicon.constructions.get("helping", ()),
        }
        if before not in opens or language.is_function_word(behind):
            return False
    if (
        behind in _BEHIND | lexicon.relatives | _before(language)
        or behind == "as"
        or before in ("est", "c")
        or token.form in ("such", "c")
    ):
        return False
    stems = {language.stem(each.form) for each in tokens[:at]}
    if language.stem(behind) in stems:
        return False
    if language.stem(behind) in map(language.stem, lexicon.periods):
        return not any(each.form.isdecimal() for each in tokens[:at])
    if any(each.clause < token.clause for each in tokens[:at]):
        return not any(tokens[each].clause < token.clause for each in read.named)
    return True


def _speaks_of_several(read: Read) -> bool:
    """Whether a man and a woman are meant, and only one of them is named."""
    forms = {token.form for token in read.tokens}
    names = sum(
        1 for each in read.named if read.tokens[each].is_capital and each - 1 not in read.named
    )
    nouns = [each for each in read.named if not read.tokens[each].is_capital]
    return (
        all(forms & one for one in _OF_ONE)
        and "or" not in forms
        and names + len(nouns) < len(_OF_ONE) + 1
        and names < 2
    )


def _has_no_subject(text: str, read: Read, language: Language) -> bool:
    """Whether nothing is said but a verb, with what is asked for, where verbs need no pronoun; or but a sign: usually e = ___."""
    content = [
        each.form
        for each in read.tokens
        if not language.is_function_word(each.form) and not each.form.isdecimal()
    ]
    tag = language.tag.partition("-")[0]
    has_article = any(
        each.form.partition("'")[0] in {*language.words.articles, "l"} for each in read.tokens
    )
    return (
        tag in _WITHOUT_SUBJECT
        and text.endswith("?")
        and not (read.named or has_article)
        and len(content) < 2
    )
