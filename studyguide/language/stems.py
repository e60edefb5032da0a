"""Snowball stems of words, each made once."""

from functools import cache
from typing import Any

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip


@cache
def stem(base: str, form: str) -> str:
    """Reduce a word form of a language (`en`, `de`) to its stem, if Snowball has the language."""
    stemmer = _stemmer(base)
    return str(stemmer.stemWord(form)) if stemmer else form


@cache
def _stemmer(base: str) -> Any:
    import snowballstemmer  # type: ignore[import-untyped]

    name = _STEMMERS.get(base)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
