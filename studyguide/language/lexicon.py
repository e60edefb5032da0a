"""A language's lists of words.

They lie in `lexicons/`, a file a language, in lists that are named as in `word_lists.py`. An entry is a word, or a phrase
of several; a word that ends with `*` stands for all that begin so: `intend*`; `lehn* … ab` is a verb of
which the other half closes the clause; in `scenes`, a stroke parts what may be done. A list may be missing: what hangs on it is not asked. All is in small letters, apostrophes are straight, ß is read as ss.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from studyguide.language.phrases import Phrases
from studyguide.language.word_lists import Lexicon
from studyguide.patterns import lazy

_FOLDER = Path(__file__).with_name("lexicons")
_LIST = lazy(r"^\[(\w+)\]\n", re.MULTILINE)
_COMMENT = lazy(r"^#.*\n", re.MULTILINE)


_KINDS = Lexicon.__annotations__


@cache
def lexicon(base: str) -> Lexicon:
    """Give the lists of a language (`en`, `de`)."""
    path = _FOLDER / f"{base}.txt"
    if not re.fullmatch(r"[a-z]{2,3}", base) or not path.is_file():
        return Lexicon()
    _, *parts = _LIST.split(_COMMENT.sub("", path.read_text(encoding="utf-8")))
    lists = zip(parts[::2], parts[1::2], strict=True)
    return Lexicon(**{name: _read(name, body) for name, body in lists})


def _read(name: str, body: str) -> Any:
    """Make of the text of a list what its kind is."""
    kind = _KINDS[name]
    if kind == Mapping[str, str]:
        lines = (line.partition(":") for line in body.splitlines() if line.strip())
        return {word: value.strip() for value, _, words in lines for word in _entries(words)}
    if name == "constructions":
        uses: dict[str, tuple[str, ...]] = {}
        for use, _, listed in (line.partition(":") for line in body.splitlines() if line.strip()):
            uses[use] = (*uses.get(use, ()), *_entries(listed))
        return uses
    if name == "attribution":
        return tuple(line for line in body.splitlines() if line)
    entries = _entries(body)
    return (
        frozenset(entries)
        if kind == frozenset[str]
        else Phrases(entries)
        if kind is Phrases
        else entries
    )


def _entries(text: str) -> tuple[str, ...]:
    return tuple(" ".join(each.casefold().split()) for each in text.split(",") if each.strip())
