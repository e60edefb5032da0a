"""In what respects new words do not say what old ones do: numbers, names, negations, other words."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from studyguide.language.language import Language
from studyguide.language.numbers import numbers_in
from studyguide.language.words import forms, words
from studyguide.reanchoring.relocation import Edition

_SIGN = re.compile(r"[%‰°$€£¥]|(?<![\w)])[-−+](?=\d)")

_QUOTES = " \t\n\"'“”‘’«»„([{"

_DENYING_TOO = frozenset(
    ["hardly", "barely", "scarcely", "seldom", "rarely", "unless", "except", "lack", "lacks", "lacked", "lacking", "fail", "fails", "failed", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant", "couldnt", "wont", "wouldnt", "shouldnt", "hasnt", "havent", "hadnt"]
)  # fmt: skip
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "mis", "de", "non", "anti", "counter")
_CONTRACTED = re.compile(r"(.+)n't|(can)not")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}

_LEAST_SPELLING, _LEAST_PREFIXED = 60, 80  # percent, of two spellings of one word

Sort = Literal["number", "name", "negation", "prefix", "deciding", "word"]
_SORTS = {
    "number": "numbers",
    "name": "names",
    "negation": "negations",
    "prefix": "negations",
    "deciding": "words that decide",
}
"""The sorts of words that may neither come nor go nor change, as a refusal calls them."""


class _Token(NamedTuple):
    """One word as it is compared: "doesn't" is two, "thirty-six" one; `shown` as it is written."""

    key: str
    sort: Sort
    shown: str


def differences(old: str, new: str, edition: Edition) -> Iterator[str]:
    """Say in what respects `new` does not say what `old` does."""
    one, other = _SIGN.findall(old), _SIGN.findall(new)
    if one != other:
        yield f"numbers differ: {' '.join(one) or 'no sign'}, now {' '.join(other) or 'no sign'}"
    before, after = [*_tokens(old, edition)], [*_tokens(new, edition)]
    matcher = SequenceMatcher(None, [t.key for t in before], [t.key for t in after], autojunk=False)
    left: set[str] = set()
    added: set[str] = set()
    for kind, a, b, c, d in matcher.get_opcodes():
        gone, come = before[a:b], after[c:d]
        if kind == "equal" or _is_rejoined(gone, come):
            continue
        yield from _change(gone, come, edition)
        if kind == "delete" and (a == 0 or b == len(before)):
            yield f"its first or last words are gone: {_shown(gone)}"
        left.update(token.key for token in gone)
        added.update(token.key for token in come)
    moved = [key for key in sorted(left & added) if not edition.language.is_function_word(key)]
    if moved:
        yield f"words have changed places: {' '.join(moved)}"


def _change(gone: list[_Token], come: list[_Token], edition: Edition) -> Iterator[str]:
    """Say why some words may not take the place of others, or come, or go."""
    pair = f"{_shown(gone)} is gone"
    if come:
        pair = f"{_shown(gone)}, now {_shown(come)}" if gone else f"{_shown(come)} is new"
    sorts = {token.sort for token in (*gone, *come)}
    for sort, called in _SORTS.items():
        if sort in sorts:
            yield f"{called} differ: {pair}"
    if not edition.language.has_lists:
        yield f"words differ, and no negations of this language are known: {pair}"
    if gone and come and _are_others(gone, come, edition):
        yield f"words differ: {pair}"


def _shown(tokens: list[_Token]) -> str:
    return " ".join(dict.fromkeys(token.shown for token in tokens))


def _is_rejoined(gone: list[_Token], come: list[_Token]) -> bool:
    """Whether only the breaks between ordinary words differ: `some-thing`, but not `no table`."""
    is_safe = all(token.sort not in ("number", "name", "negation") for token in (*gone, *come))
    return is_safe and "".join(each.key for each in gone) == "".join(each.key for each in come)


def _are_others(gone: list[_Token], come: list[_Token], edition: Edition) -> bool:
    """Whether words are others, not the same in another spelling."""
    if len(gone) == len(come):
        pairs = zip(gone, come, strict=True)
        return any(_is_other(one.key, other.key, edition) for one, other in pairs)
    keys = (" ".join(token.key for token in tokens) for tokens in (gone, come))
    return len(gone) > len(come) or _likeness(*keys) < _LEAST_SPELLING


def _is_other(old: str, new: str, edition: Edition) -> bool:
    """Whether a word is another: it turns the old one, both are in use here, or they look unlike."""
    language = edition.language
    stem = language.stem(new)
    if _is_denied(old, new) or stem in map(language.stem, language.opposites(old)):
        return True
    if stem == language.stem(old):
        return False
    if language.is_function_word(new) or (edition.count(old) and edition.count(new) > 1):
        return True
    return _likeness(old, new) < (_LEAST_SPELLING if len(old) > 2 else 50)


def _is_denied(old: str, new: str) -> bool:
    """Whether a part of a word denies what the other says: likely, unlikely; careful, careless."""
    short, long = sorted((old, new), key=len)
    is_prefixed = any(
        rest == short or (not short.startswith(each) and _likeness(rest, short) >= _LEAST_PREFIXED)
        for each in _PREFIXES
        if (rest := long.removeprefix(each)) != long
    )
    return is_prefixed or long.endswith("less") != short.endswith("less")


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other)


def _tokens(text: str, edition: Edition) -> Iterator[_Token]:
    """Yield the words of a text as they are compared."""
    found = words(text)
    numbers = {index: number for number, index in numbers_in(forms(text), edition.language)}
    for index, word in enumerate(found):
        shown = text[word.start : word.end]
        if index in numbers:
            yield _Token(numbers[index], "number", shown)
        elif edition.language.number(word.form):
            continue  # the six of thirty-six
        elif contracted := _CONTRACTED.fullmatch(word.form):
            verb = contracted[1] or contracted[2]
            yield _Token(_WHOLE.get(verb, verb), "word", shown)
            yield _Token("not", "negation", shown)
        else:
            is_dated = index - 1 in numbers or index + 1 in numbers
            sort = sort_of(word.form, edition.language)
            if sort == "word" and _is_name(shown, text[: word.start], is_dated, edition):
                sort = "name"
            yield _Token(word.form.removesuffix("'s"), sort, shown)


def sort_of(form: str, language: Language) -> Sort:
    """Tell what sort of word it is, numbers and names aside."""
    if form in language.words.negations or form in _DENYING_TOO or _CONTRACTED.fullmatch(form):
        return "negation"
    if language.decides(form):
        return "deciding"
    is_prefix = form in _PREFIXES and not language.is_function_word(form)
    return "prefix" if is_prefix else "word"


def _is_name(shown: str, before: str, is_dated: bool, edition: Edition) -> bool:
    """Whether a word is a name: if it has a capital and that is in doubt, or beside a number, it is."""
    source, form = edition.source, shown.casefold()
    if not shown[0].isupper() or re.fullmatch("i(?:['’].*)?", form):
        return False
    opened = before.rstrip(_QUOTES)
    is_inside = opened != "" and opened[-1] not in ".!?:…"
    if is_dated or is_inside or (len(shown) > 1 and shown.isupper()):
        return True
    is_ordinary = source.is_written_small(form) and not source.is_written_large(form)
    return not (is_ordinary or edition.language.is_function_word(form))
