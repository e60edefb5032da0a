"""Where a small word is written together with a name behind it: d’Émile, not de Émile."""

import unicodedata

from studyguide.patterns import lazy

_MUTE = frozenset((
    "hadrien", "hector", "hélène", "hélie", "héloïse", "helvétius", "henri", "henriette", "héraclite", "hercule", "hermine",
    "hérode", "hérodote", "hervé", "hésiode", "hilaire", "hippocrate", "hippolyte", "homère", "honoré", "honorine",
    "horace", "hortense", "hubert", "hugues", "huguette", "hyacinthe",
))  # fmt: skip
"""French names that begin with a mute h; before that of others, Hans and Hobbes, nothing is elided."""

_OPENING = lazy(r"(?:<[^>]*>|[«“„‘'\"(\[\s\u202f\u00a0])*")
"""What may stand before the first letter of a name: marks of HTML, of quotations, brackets."""

_WORD = lazy(r"(?s)([^\W\d_]*).*")
_DE = lazy(r"\b([Dd])e $")
_VOWELS = frozenset("aeiouœæ")


def elided(said: str, name: str, language: str) -> str:
    """Give the words before a name as they stand there: in French and Catalan `de` is `d’` before a vowel or a mute h."""
    base = language.partition("-")[0]
    if base not in ("fr", "ca") or not said.endswith("e ") or not _is_soft(name, base):
        return said
    return _DE.sub(r"\1’", said)


def _is_soft(name: str, base: str) -> bool:
    """Whether a name begins as a vowel does; a y before a consonant is one, an i or u of Catalan before another none."""
    name = unicodedata.normalize("NFC", _OPENING.sub("", name, count=1))
    word = _WORD.sub(r"\1", name).lower()
    plain = unicodedata.normalize("NFD", word)
    first, second = plain[:1], plain[1:2]
    if base == "ca":
        first, second = plain.removeprefix("h")[:1], plain.removeprefix("h")[1:2]
        return first in _VOWELS and not (first in "iu" and second in _VOWELS)
    if first == "h":
        return word in _MUTE
    return first in _VOWELS or (first == "y" and second.isalpha() and second not in _VOWELS)
