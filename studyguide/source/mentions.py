"""The names, numbers and dates of a source, each as one whole: "Rostov on Don", "August 1".

A name is a run of capitalised words, held together by small words only inside. What each word is,
`spelling` tells in the letters that the patterns below are made of.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from studyguide.language.language import Language
from studyguide.language.names import name_key
from studyguide.language.numbers import numbers_in
from studyguide.language.words import Word
from studyguide.source.section import SourceSection
from studyguide.source.spelling import Spelling

Sort = Literal["name", "number", "date"]
Keys = tuple[str, ...]
"""What words compare by, as `keys_of` gives it."""

Parts = tuple[Keys, ...]
"""The runs that whoever speaks of something must use; what lies between them is left open."""

_PATTERNS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (
        "name",
        # Charles de Gaulle; International Committee of the Fourth International; V. I. Lenin; U.S.
        re.compile(
            r"(?:[OT][_.])*N(?:(?:[_-](?:T[_.])*|[_-]o[_-](?:e_)?|[_-]n[_-]|[_-]p[_-](?:p[_-])?)N)*"
            r"|(?:T\.)*T"
        ),
    ),
    (
        "date",
        # Wednesday, August 1, 1989; 1 August; February 1917; 1980-81
        re.compile(r"C(?:[_,]C)?(?:_D(?:[,_]Y)?|[_,]Y)?|D_C(?:[,_]Y)?|Y(?:[-~]Y)*"),
    ),
    (
        "number",
        # 10-12; 3.5 million; hundreds of thousands; one hundred
        re.compile(r"[DF](?:[-~][DF])*(?:_W)*|(?:1[_-])?W(?:[_-]W|_o_W)*"),
    ),
)


class Mention(NamedTuple):
    """One name, number or date; `first` to `last` (exclusive) are its words within the section.

    Its `parts` leave out titles, small words, and what may merely open a sentence.
    """

    sort: Sort
    shown: str
    parts: Parts
    first: int
    last: int


def keys_of(text: str, found: Sequence[Word], language: Language) -> Keys:
    """Give what each word compares by: numbers in one spelling, names with a capital."""
    run = tuple(word.form for word in found)
    keys = [
        name_key(word.form).capitalize() if text[word.start].isupper() else name_key(word.form)
        for word in found
    ]
    numbers = {index: number for number, index in numbers_in(run, language)}
    for index, form in enumerate(run):
        if language.number(form):
            keys[index] = numbers.get(index, "")  # the six of thirty-six has none of its own
    return tuple(keys)


def mentions_in(section: SourceSection, spelling: Spelling) -> Iterator[Mention]:
    """Yield the names, numbers and dates of a section, in order."""
    text = spelling.source.text
    for sentence in section.sentences:
        found = section.words[sentence.first : sentence.last]
        code = spelling.code(found)
        keys = keys_of(text, found, spelling.language)
        for sort, start, end in _matches(code):
            parts = _parts(sort, code[2 * start : 2 * end : 2], keys[start:end])
            shown = _shown(text, found[start], found[end - 1])
            yield Mention(sort, shown, parts, sentence.first + start, sentence.first + end)


def _matches(code: str) -> Iterator[tuple[Sort, int, int]]:
    """Yield what is found, from which word to before which; no two overlap."""
    at = 0
    while 2 * at < len(code):
        end = at + 1
        for sort, pattern in _PATTERNS:
            if match := pattern.match(code, 2 * at):
                end = (match.end() + 1) // 2  # a match ends with the letter that tells the word
                yield sort, at, end
                break
        at = end


def _parts(sort: Sort, kinds: str, keys: Keys) -> Parts:
    """Split keys where small words hold a name together; numbers stand each by itself."""
    if sort != "name":
        return tuple((key,) for key, kind in zip(keys, kinds, strict=True) if key and kind != "o")
    if "N" not in kinds:
        return (keys,)
    return tuple(keys[run.start() : run.end()] for run in re.finditer("N+", kinds))


def _shown(text: str, first: Word, last: Word) -> str:
    is_short_form = re.fullmatch(r"(?:\w\.\s*)+\w\.", text[first.start : last.end + 1])
    shown = text[first.start : last.end + bool(is_short_form)]
    return re.sub("['’]s$", "", " ".join(shown.split()))
