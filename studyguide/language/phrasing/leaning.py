"""Whether a question or a sentence leans on one before it: other stones, both captains, so many citizens, ever since; the method, told elsewhere."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from studyguide.language.language import Language
from studyguide.language.phrases import Phrases
from studyguide.language.phrasing.named_in import Read

_TWO: Final = 2
"""So many that are named are meant by "both"."""

_BEFORE_THAN: Final = ("en", "de", "nl", "pl", "ru", "uk")
"""Languages whose "than" means nothing else before a name, as "di" does in Italian."""


_BY_ONESELF: Final = frozenset(("oneself", "himself", "herself", "themselves", "itself", "selbst"))
"""What says no more of a thing."""


_BEING: Final = frozenset(("is", "are", "was", "were", "be", "been"))
_VERBS_LAST: Final = ("en", "de", "nl")
"""Languages where a verb, or a part of it, stands behind what it is done to: was the plan refused, lehnte den Plan ab."""

_PAST: Final = ("ed", "en", "wn", "und", "ought")


class _Found(NamedTuple):
    """Words of a list in a text, from the first to before the last."""

    first: int
    last: int


class _Text(NamedTuple):
    """A text as it is read, and its language."""

    read: Read
    language: Language

    def found(self, use: str) -> Iterator[_Found]:
        """Yield each phrase of a list that stands there."""
        run = tuple(token.form for token in self.read.tokens)
        yield from (_Found(it.start, it.end) for it in _phrases(use, self.language).find(run))

    def has(self, use: str, form: str) -> bool:
        """Whether a word is in a list."""
        return form in self.language.words.constructions.get(use, ())

    def form(self, at: int) -> str:
        """Give a word; nothing where none stands."""
        tokens = self.read.tokens
        return tokens[at].form if 0 <= at < len(tokens) else ""

    def named_before(self, at: int) -> int:
        """Count what is named before a word."""
        return sum(1 for each in self.read.named if each < at)

    def has_clause_before(self, at: int) -> bool:
        """Whether a clause before that of a word names something."""
        tokens = self.read.tokens
        return any(tokens[each].clause < tokens[at].clause for each in self.read.named)

    def is_joined(self, first: int) -> bool:
        """Whether two of what stands from there on are joined by an "and"."""
        joining = self.language.words.joining - self.language.words.alternatives
        return any(token.form in joining for token in self.read.tokens[first:])


@lru_cache(maxsize=64)
def _phrases(use: str, language: Language) -> Phrases:
    lexicon = language.words
    return Phrases(lexicon.constructions.get(use, ()), lexicon.small)


def leans(read: Read, language: Language) -> bool:
    """Whether something is told only by what stood before: by another question, of which nobody sees anything."""
    text = _Text(read, language)
    return any(
        is_lost(text, each)
        for use, is_lost in _LEANING.items()
        if use in language.words.constructions
        for each in text.found(use)
    )


def _is_other(text: _Text, found: _Found) -> bool:
    """Whether others are meant than what is named: neither "other than", nor "with what other miners … the miners"."""
    words, tokens = text.language.words, text.read.tokens
    forms = tuple(token.form for token in tokens)
    before, behind = text.form(found.first - 1), forms[found.last :]
    is_than = text.language.tag[:2] in _BEFORE_THAN and not words.than.isdisjoint(behind)
    is_told = (
        text.has("of each one", before)
        or text.has("of each one", text.form(found.first - 2))
        or (behind and behind[0] in words.than)
        or (found.first > 1 and before in words.joining)
        or is_than
        or any(text.has("besides", form) for form in forms)
        or words.exceptions.stand_in(forms)
    )
    if is_told:
        return False
    stem = text.language.stem
    noun = text.form(found.last)
    if noun and stem(noun) in map(stem, (*forms[: found.first], *behind[1:])):
        return False
    if any(text.has("for which", form) for form in behind[1:]):
        return False
    is_of_two = before in words.articles | words.referring and bool(text.named_before(found.first))
    return not is_of_two and not text.has_clause_before(found.first)


def _are_both(text: _Text, found: _Found) -> bool:
    """Whether two are meant that are not named: no "both English and Viennese", nor "both banks of the Oder", nor "both World Wars"."""
    tokens, at = text.read.tokens, found.last
    if text.language.tag.startswith("fr") and text.form(found.first - 1) not in ("les", "ces"):
        return False
    if text.form(found.first - 1) in text.language.words.relatives:
        return False
    if text.has_clause_before(found.first) or text.named_before(found.first) >= _TWO:
        return False
    behind = [token for token in tokens[at:] if token.clause == tokens[found.first].clause]
    has_name = text.language.marks_names and any(token.is_capital for token in behind[:1])
    is_of = any(text.has("preposition", token.form) for token in behind[1:2]) or (
        text.form(at + 1) in ("der", "des", "von")
    )
    return not has_name and not is_of and not text.is_joined(found.first)


def _is_as_told(text: _Text, found: _Found) -> bool:
    """Whether nothing behind "so many" tells how many; who asks why means that it is many."""
    tokens = text.read.tokens
    forms = tuple(token.form for token in tokens)
    is_told = text.has_clause_before(found.first) or text.form(found.first - 1).endswith("mal")
    if is_told or text.language.words.asking_why.stand_in(forms):
        return False
    return not any(text.has("as large as", form) for form in forms[found.last :])


def _is_since(text: _Text, found: _Found) -> bool:
    """Whether nothing but what stood before tells since when: no "ever since the war", nor "when he lost, and has ever since"."""
    tokens = text.read.tokens
    is_told = (
        text.has_clause_before(found.first)
        or text.form(found.last) in text.language.words.articles
        or any(each.clause > tokens[found.first].clause for each in tokens)
    )
    return not is_told and not _is_behind_joining(text, found)


def _is_behind_joining(text: _Text, found: _Found) -> bool:
    return found.first > 1 and text.form(found.first - 1) in text.language.words.joining


def _is_then(text: _Text, found: _Found) -> bool:
    """Whether a time is meant that is not told: no "why then", "and then"."""
    return not text.has("then of one", text.form(found.first - 1)) and _is_since(text, found)


def _is_there(text: _Text, found: _Found) -> bool:
    """Whether a place is meant that is not told: no "are there"; "in Rome, and whom did he meet there"."""
    words = text.language.words
    around = (text.form(found.first - 1), text.form(found.last))
    if text.language.is_english and any(
        form in _BEING or text.has("helping", form) for form in around
    ):
        return False
    before = (token.form for token in text.read.tokens[1 : found.first])
    is_told = text.has_clause_before(found.first) or any(form in words.that for form in before)
    return not is_told and text.form(found.last) not in words.relatives


def _is_of_two(text: _Text, found: _Found) -> bool:
    """Whether neither of two is named before the latter; "the latter half" is of something."""
    has_noun = bool(text.form(found.last + 1)) and not (
        text.language.is_function_word(text.form(found.last))
        or text.form(found.last) in text.language.words.finite_verbs
    )
    return not has_noun and text.named_before(found.first) < _TWO


def _is_elsewhere(text: _Text, found: _Found) -> bool:
    """Whether a method, a number is meant that is not told: behind "the", and nothing of it before or behind."""
    words, tokens, at = text.language.words, text.read.tokens, found.first
    before = text.form(at - 1)
    articles = words.articles & (words.referring | {"the", "l", "le", "la", "les"})
    if before not in articles or text.has_clause_before(at):
        return False
    behind = tokens[found.last :]
    if any(token.clause > tokens[at].clause for token in behind):
        return False
    if not behind or text.has("helping", behind[0].form):
        return not any(token.form in words.relatives | words.that for token in behind)
    is_verb = behind[0].form.endswith(_PAST if text.language.is_english else "")
    is_verb &= text.language.tag[:2] in _VERBS_LAST and not behind[0].is_capital
    return len(behind) == 1 and (is_verb or behind[0].form in _BY_ONESELF)


def _is_compared(text: _Text, found: _Found) -> bool:
    """Whether nothing tells than what something is by so much older."""
    words, tokens = text.language.words, text.read.tokens
    behind, last = [token.form for token in tokens[found.last :]], tokens[-1]
    ends = not text.language.marks_names and not last.is_capital
    compared = [at for at, form in enumerate(behind) if form in words.comparatives]
    if ends and last.form.endswith(tuple(words.comparative_endings)) and found.last < len(tokens):
        compared.append(len(behind) - 1)
    if not compared:
        return False
    rest = behind[compared[0] + 1 :]
    is_told = any(text.has("preposition", form) or text.has("of each one", form) for form in rest)
    is_told &= text.language.tag[:2] in _BEFORE_THAN
    return words.than.isdisjoint(rest) and not is_told and not text.is_joined(0)


_LEANING: Final[dict[str, Callable[[_Text, _Found], bool]]] = {
    "other ones": _is_other,
    "two told": _are_both,
    "as told": _is_as_told,
    "ever since": _is_since,
    "at that time": _is_then,
    "at that place": _is_there,
    "of two told": _is_of_two,
    "told elsewhere": _is_elsewhere,
    "by how much": _is_compared,
}
