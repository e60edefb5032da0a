"""Colours for code: which words of a program are of which kind. The only module that knows Pygments.

Kinds are few, so that each can be told from the others by day, by night and in black: `k` keywords,
`s` strings, `m` numbers, `c` comments, `n` names where they are defined.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

_LONGEST: Final = 2000
"""Characters; more code than this is no card's, and is shown without colours."""
_LANGUAGES: Final = frozenset([
    "python", "pycon", "javascript", "typescript", "json", "yaml", "toml", "html", "xml", "css", "sql",
    "bash", "console", "powershell", "java", "kotlin", "c", "cpp", "csharp", "go", "rust", "swift",
    "ruby", "php", "perl", "lua", "r", "julia", "haskell", "ocaml", "clojure", "common-lisp", "scheme",
    "erlang", "elixir", "fortran", "delphi", "matlab", "tex", "make", "docker", "diff", "ini", "nasm",
    "dart", "groovy", "markdown", "rst", "http",
])  # fmt: skip
"""Languages of which no code that was tried takes long to read: in many others a string of sixty
backslashes takes for ever."""


@lru_cache(maxsize=1000)
def coloured(code: str, language: str) -> tuple[tuple[str, str], ...]:
    """Cut code into parts, each with its kind; all of it has none in a language nobody knows."""
    if not language or len(code) > _LONGEST:
        return (("", code),)
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return (("", code),)
    if _LANGUAGES.isdisjoint(lexer.aliases):
        return (("", code),)
    kinds = [(_kind(token), words) for token, words in lexer.get_tokens(code)]
    parts = tuple(
        (kind, "".join(words for _, words in group))
        for kind, group in groupby(kinds, lambda each: each[0])
    )
    return parts if "".join(words for _, words in parts) == code else (("", code),)


def lines_of(parts: Iterable[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Cut parts of code, each with its kind, at the ends of lines; what a line is indented by goes with its first words."""
    lines: list[list[tuple[str, str]]] = [[]]
    for kind, words in parts:
        first, *more = words.split("\n")
        lines[-1].append((kind, first))
        lines += [[(kind, each)] for each in more]
    return [[*_indented(line)] for line in lines]


def _indented(line: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give a line that no part of is empty, or is spaces alone at its beginning: else it could end behind them."""
    indent = ""
    for kind, words in line:
        if words.strip() or not words:
            if words:
                yield kind, indent + words
                indent = ""
        else:
            indent += words
    if indent:
        yield "", indent


def _kind(token: Any) -> str:
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    defined = (Name.Function, Name.Class, Name.Decorator, Name.Tag)
    kinds = (
        ("c", (Comment,)),
        ("s", (String,)),
        ("m", (Number,)),
        ("k", (Keyword, Operator.Word)),
        ("n", defined),
    )
    return next((kind for kind, roots in kinds if any(token in root for root in roots)), "")
