"""Words of a text, comparable across editions and keyboards, with offsets into the original.

Compared are NFKC forms without case; soft hyphens and other invisible characters are dropped,
quotation marks and dashes made alike, words split at hyphens. `1980-81` is two years. The mark of a
footnote behind a word is none. Of scripts that put no blanks between words each character counts.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from studyguide.language.scripts import LETTERS_A_WORD, UNPARTED, is_unparted, marks, wide_word
from studyguide.patterns import lazy

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FRACTIONS = "¼½¾⅓⅔⅛⅜⅝⅞"
_RAISED = {sign: chr(0xE000 + value) for value, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_LOWERED = {ord(sign): str(value) for value, sign in enumerate(_RAISED.values())}
_SAME = {
    **dict.fromkeys("’‘ʼ′`´‛", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(_INVISIBLE, ""),
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "Æ": "Ae",
    "ǽ": "aé",
    "Ǽ": "Aé",
    "ǣ": "aē",
    "Ǣ": "Aē",
    # A footnote's mark is no part of its word, nor an exponent or a fraction of the figure before it.
    **_RAISED,
    **{sign: f" {unicodedata.normalize('NFKC', sign)} " for sign in _FRACTIONS},
}
_USUAL = {**{sign: _SAME[sign] for sign in "’‘“”–—"}, "…": "\x00"}  # what is no part of any word
_RAISED_AS = frozenset(_RAISED.values())
# Letters that stay are in it, too: what a table lacks is an exception for each letter of a text.
_SAME_TABLE = {letter: letter for letter in range(0x530)} | str.maketrans(_SAME)
_LONGER = "œŒæÆǽǼǣǢ"
_MOVING = frozenset(_INVISIBLE + _LONGER + _FRACTIONS)
# A hyphen before a word joiner, or a soft hyphen before a line's end, parts one word at that end.
_PARTING = r"[-‐]\u2060|\u00ad\s*"
_CLUSTER = lazy(lambda: f"(?P<parting>{_PARTING})|[^{marks()}][{marks()}]*|[{marks()}]+")
_ELIDED = (  # l'île, qu'il, dell'anno, all'1: two words
    r"(?:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|quest|quell)"
    r"(?='[aeiouyhàâäéèêëîïôöùûüœæ])|(?:[dl]|qu|jusqu|dell|nell|sull|dall|all|quell)(?='\d))"
)
_ELISION = lazy(rf"(?<![^\W_]){_ELIDED}".replace("'", "['’ʼ]"), re.IGNORECASE)
# 1 250 000 is one figure, and so is 1'250'000; a line may end within it, a row of cells (713, and 100 | 31) may not.
_GROUPED = r"\d{1,3}(?:(?:(?: |[^\S\n]?\n(?![^\n|]*\|))\d{3})+(?:[.,]\d+)?|(?:'\d{3})+)(?![^\W_])"
_FIGURE_OR_ELIDED = rf"(?=\d)(?:{_GROUPED}|\d+(?:[.,]\d+)+)|(?<![^\W_])(?i:{_ELIDED})"
# Slow to make, of so many letters, and most texts do without:
_WIDE_WORD = lazy(
    lambda: rf"{_FIGURE_OR_ELIDED}|{wide_word()}|(?![\W_])[{UNPARTED}][{marks()}]*|[\ue000-\ue009]+"
)
_IS_WIDE = lazy("[^\x00-\u02ff\u2000-\u2bff]")
_WORD = lazy(rf"{_FIGURE_OR_ELIDED}|[^\W_]+(?:'[^\W_]+)*")
# The same for a text in ASCII and small letters, as nearly every English one is: most words need one look.
_PLAIN_WORD = lazy(
    rf"[a-z]++(?!['0-9])|(?=\d)(?:{_GROUPED}|\d+(?:[.,]\d+)+)|(?<![a-z0-9]){_ELIDED}"
    rf"|[a-z0-9]+(?:'[a-z0-9]+)*"
)
_PLAIN_LETTERS = lazy("[a-z]+")
_IS_MORE_THAN_LETTERS = lazy(r"[0-9'`\]]")
# rules[^2] were; a rent[12] of; schools.[3, 4] In: but neither x[1] nor "the [12] men".
_NOTED = lazy(
    r"(?:(?<=\w\w)|(?<=[.,;:!?\"')\]]))\[(?:\^[^\]\s]{1,30}|\d{1,3}(?:[-,]\s?\d{1,3})*|\*|n(?:ote|b)?\.? ?\d{1,2})\]"
)
_RAISED_MARK = lazy(
    r"(?:(?<=[^\W\d_]{4})|(?<=\w[.,;:!?\"')])|(?<=\w[.!?]['\"]))[\ue000-\ue009]{1,3}(?![\ue000-\ue009\w])"
)
_GLUED = lazy(r"(?<=[^\W\d_]{4}[.!?])\d{1,3}(?=\s+[\"“«„(]?[^\W\d_a-zа-я])")  # Lyon.1 It failed
_MAY_BE_GLUED = lazy(r"[.!?]\d")
_THOUSANDS = lazy(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}")
_GAP_IN_FIGURE = lazy(r"(?<=\d)['\s]+(?=\d)")
_YEAR = lazy(r"1\d{3}|20\d{2}")
_JOINING = ("-", "/")
NUMERO = "nr"  # stands for each way to write that a number follows: No. 5, Nr. 5, n° 5
_NUMERO = lazy(r"(?:no\.|nr\.?|n[º°]\.?|№)\s?(?=\d)", re.IGNORECASE)
_MAY_BE_NUMERO = frozenset(["no", "No", "NO", "nr", "Nr", "NR", "n", "N"])


class Word(NamedTuple):
    """One word: its form for comparing, and from where to where it stands in the original."""

    form: str
    start: int
    end: int


_KANA = lazy("[ぁ-ゖァ-ヺ]")
_FORM = itemgetter(0)
_MANY = 40  # words of a run that is long
_KEPT = 4096  # texts that are kept as words: those of a usual deck, which rule after rule asks for
_COMPARED = 32_768  # of which the forms are kept: those of a large one, whose items are compared before they are checked


def length(run: Sequence[str]) -> int:
    """Count the words of a run; where they are not parted, so many letters count as one."""
    letters = sum(map(is_unparted, run))
    return len(run) - letters + -(-letters // LETTERS_A_WORD)


def length_as_written(text: str) -> int:
    """Count the words of a text as the eye does: an elided article is part of the word behind it."""
    run = forms(text)
    letters = sum(map(is_unparted, run))
    return len(run) - letters - (-2 * letters // in_two_words(text)) - len(_ELISION.findall(text))


def in_two_words(text: str) -> int:
    """Tell how many letters make two words where these are not parted: more of syllables than of Chinese."""
    return 5 if _KANA.search(text) else 2 * LETTERS_A_WORD


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[Word, ...]:
    """Split a text into words, in order."""
    return tuple(split(text))


@lru_cache(maxsize=_COMPARED)
def forms(text: str) -> tuple[str, ...]:
    """Give only the forms of a text's words."""
    if letters := _if_letters_alone(_in_ascii(text)):
        return tuple(_PLAIN_LETTERS.findall(letters))
    return tuple(map(_FORM, words(text)))


def _if_letters_alone(text: str) -> str:
    """Give a text in small letters if all its words are ASCII letters and no more, else nothing."""
    return text.lower() if text.isascii() and not _IS_MORE_THAN_LETTERS.search(text) else ""


def displayed(text: str) -> str:
    """Give a stretch of a text on one line, without the marks that only say how it was parted."""
    return " ".join(text.replace("\u00ad", "").replace("\u2060", "").split())


def folded(text: str) -> str:
    """Give a text in which every word form without figures stands as it is, if it is there at all."""
    return _normalise(text)[0].casefold()


def windows(run: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words in a row.

    Of long ones one at a time: a deck may allow any, and a text has a million.
    """
    if length > _MANY:
        return (run[at : at + length] for at in range(len(run) - length + 1))
    return zip(*(run[at:] for at in range(length)), strict=False)


def split(text: str, begin: int = 0, last: int | None = None) -> Iterator[Word]:
    """Yield the words of a part of a text; where they stand is counted from the text's start."""
    part = _in_ascii(text[begin:last])
    new = tuple.__new__  # what the class calls in the end, two thirds of its time
    if letters := _if_letters_alone(part):
        for match in _PLAIN_LETTERS.finditer(letters):
            start, end = match.span()
            yield new(Word, (match[0], start + begin, end + begin))
        return
    plain, origins = _normalise(part)
    marks = _marks(plain)
    is_plain = plain.isascii()
    previous = ""
    word = _PLAIN_WORD if is_plain else _WIDE_WORD if _IS_WIDE.search(plain) else _WORD
    for match in word.finditer(plain.lower() if is_plain else plain):
        form = match[0]
        start, end = match.span()
        if marks and start in marks:
            continue
        if form in _MAY_BE_NUMERO:
            at = begin + (origins[start][0] if origins else start)
            form = NUMERO if _NUMERO.match(text, at) else form
        if is_plain and form >= "a" and not origins:
            previous = ""
            yield new(Word, (form, start + begin, end + begin))
            continue
        form = form.translate(_LOWERED) if form[0] in _RAISED_AS else form.casefold()
        if form[0].isdecimal():
            if not form.isdecimal():
                form = _GAP_IN_FIGURE.sub("", form)
            if _THOUSANDS.fullmatch(form):
                form = form.replace(",", "").replace(".", "")
            elif len(form) == 2 and plain[start - 1 : start] in _JOINING:
                form = _full_year(previous, form)
            previous = form if plain[end : end + 1] in _JOINING else ""
        else:
            previous = ""
        if origins:
            start, end = origins[start][0], origins[end - 1][1]
        yield new(Word, (form, start + begin, end + begin))


def _marks(plain: str) -> frozenset[int]:
    """Tell at which places of the plain text only the mark of a footnote stands."""
    found: set[int] = set()
    if "]" in plain:
        found.update(at for match in _NOTED.finditer(plain) for at in range(*match.span()))
    if _MAY_BE_GLUED.search(plain):
        found.update(at for match in _GLUED.finditer(plain) for at in range(*match.span()))
    if not plain.isascii():
        found.update(at for match in _RAISED_MARK.finditer(plain) for at in range(*match.span()))
    return frozenset(found)


def _full_year(previous: str, form: str) -> str:
    """Write out the second of two years joined by a hyphen: 1980-81 is 1980 and 1981."""
    is_year = form.isdecimal() and _YEAR.fullmatch(previous) and form > previous[2:]
    return previous[:2] + form if is_year else form


def _in_ascii(text: str) -> str:
    """Give a text with a typesetter's marks as a keyboard has them, each one character, if nothing else is in its way."""
    if text.isascii() or ("…[" in text):  # before a footnote's mark
        return text
    usual = text
    for sign, same in _USUAL.items():
        usual = usual.replace(sign, same)
    return usual if usual.isascii() else text


def _normalise(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Give the text in one spelling, and for each of its characters from where to where it stood.

    The second is left empty where nothing moved, as in nearly every text.
    """
    plain = _in_ascii(text)
    if plain.isascii():
        return plain.replace("`", "'"), []
    if _MOVING.isdisjoint(text):
        same = text.translate(_SAME_TABLE)
        # A `…` is no part of a word, unless it may part a footnote's mark from one.
        if unicodedata.is_normalized("NFKC", same if "[" in same else same.replace("…", ".")):
            return same, []
    spelt: list[str] = []
    origins: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        if cluster.lastgroup:
            continue
        normal = unicodedata.normalize("NFKC", cluster.group().translate(_SAME_TABLE))
        spelt.append(normal.translate(_SAME_TABLE))
        origins.extend([cluster.span()] * len(spelt[-1]))
    return "".join(spelt), origins
