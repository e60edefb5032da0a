"""Snowball stems of words, each made once."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from studyguide.language.lexicon import lexicon
from studyguide.patterns import lazy

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


_UKRAINIAN = lazy(
    r"(?<=\w{3})(?:(?:ся|сь)?(?:ами|ями|ові|еві|ого|ому|ими|іми|ій|ою|ею|єю|ах|ях|ів|їв|ам|ям|ом|ем|єм|их|іх|им|ім|"
    r"ують|ують|ють|уть|ать|ять|ить|ити|ати|ути|(?<=[аеєиіїоуюя])л[аои]|ав|ив|[аеєиіїоуюяйьв])(?:ся|сь)?)$"
)
"""Endings of Ukrainian, for which Snowball has no stemmer: only the longest is cut."""


_GERMAN = lazy(
    r"^(ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|statt|um|vor|weg|wieder|zu|zurück|zusammen|)(?:ge|zu)"
    r"(?=\w{3,}(?:t|n|te|tes|ter|tem)$)"
)
"""What stands within a German verb: abgebrochen, abzubrechen."""


_LONGEST_CLAUSE = 14


def joined_verbs(run: tuple[str, ...], base: str, first: int) -> Iterator[tuple[str, str]]:
    """Yield each half of a verb with a word before it that may be the other: auf and hob, of "hob sie auf".

    Only from the word number `first` on are halves looked for.
    """
    particles = lexicon(base).particles
    for place, form in enumerate(run[first:], first):
        if form in particles:
            for other in run[max(0, place - _LONGEST_CLAUSE) : place]:
                if len(other) > 2 and other not in particles:
                    yield form, other


_BARE_CAPITALS = frozenset(["ca", "es", "fr", "it", "pt"])
"""Languages whose capitals often go without their accent: État, Etat."""
_SHORTEST = 4
"""Letters of a German stem from which the `t` of a past is taken."""
_KEPT = frozenset(["nacht", "markt", "licht", "recht", "wacht", "pacht"])


class _Stems(dict[str, str]):
    """The stem of each word form that was asked for: one look-up, where a cache of calls takes three."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def __missing__(self, form: str) -> str:
        stem = self[form] = _made(self._base, form)
        return stem

    def make(self, forms: Iterable[str]) -> None:
        """Make the stems of many words at once, which takes half the time; those that take more than Snowball wait."""
        stemmer = None if self._base in ("de", "uk") else _stemmer(self._base)
        if stemmer:
            plain = [form for form in {*forms}.difference(self) if form[:1] <= "z"]
            self.update(zip(plain, stemmer.stemWords(plain), strict=True))


@cache
def _stems(base: str) -> _Stems:
    return _Stems(base)


def stems_of(base: str, soon: Iterable[str] = ()) -> Mapping[str, str]:
    """Give the stems of a language (`en`, `de`) by word forms, each made when it is first asked for, or `soon` to be."""
    stems = _stems(base)
    if soon:
        stems.make(soon)
    return stems


def stem(base: str, form: str) -> str:
    """Reduce a word form of a language to its stem, if Snowball has the language."""
    return _stems(base)[form]


def _made(base: str, form: str) -> str:
    if base == "uk":
        return _UKRAINIAN.sub("", form)
    if base == "de" and form.startswith("mehrer"):
        return "mehrer"  # several, which is no "more"
    if base == "de" and ("ge" in form or "zu" in form):
        form = _GERMAN.sub(r"\1", form)
    if base in _BARE_CAPITALS and form[:1] > "z":
        form = f"{unicodedata.normalize('NFD', form[0])[0]}{form[1:]}"
    stemmer = _stemmer(base)
    stem = str(stemmer.stemWord(form)) if stemmer else form
    if (
        base == "de"
        and len(stem) > _SHORTEST
        and stem[-1] == "t"
        and stem[-2:] != "st"
        and stem not in _KEPT
    ):
        return stem[:-1]  # sparte is of sparen
    return stem


@cache
def _stemmer(base: str) -> Any:
    import Stemmer  # type: ignore[import-untyped, import-not-found, unused-ignore]

    name = _STEMMERS.get(base)
    # With no cache of its own, which takes twice as long as the stem: we keep each that we asked for.
    return Stemmer.Stemmer(name, 0) if name in Stemmer.algorithms() else None
