"""Which quotation marks a deck's own texts have: what a program says beside them has the same."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from studyguide.guide.guide import Guide

_QUOTES: Final = {
    "bg": "„“‚‘",
    "cs": "„“‚‘",
    "de": "„“‚‘",
    "el": "«»“”",
    "es": "«»“”",
    "et": "„“‚‘",
    "fr": "«»“”",
    "he": "„”‚’",
    "hr": "„”‚’",
    "hu": "„”»«",
    "it": "«»“”",
    "ja": "「」『』",
    "lt": "„“‚‘",
    "lv": "“”‘’",
    "nb": "«»‘’",
    "nn": "«»‘’",
    "pl": "„”‚’",
    "pt": "«»“”",
    "ro": "„”«»",
    "ru": "«»„“",
    "sk": "„“‚‘",
    "sl": "„“‚‘",
    "sr": "„“‚‘",
    "uk": "«»„“",
}
"""By language: outer quotes, opening and closing, and those within them. Elsewhere they are as in English."""

_ENGLISH_QUOTES: Final = "“”‘’"

_CLOSING: Final = {"„": "“", "“": "”", "«": "»", "»": "«"}
_OPENED: Final = re.compile(
    '(?<![\\w.,;:!?…])(?:(?P<mark>[„“«])(?=[\u00a0\u202f ]?[\\w¿¡(])|(?P<other>[»"])(?=[\\w¿¡(]))'
)
"""Marks before a word, where nothing ends with them; those of French are apart from it, and » of German is not."""

_LOW: Final = re.compile("„[^„“”]*([“”])")


def all_marks(language: str) -> tuple[str, ...]:
    """Give the marks with which quotations begin and end in a language, and those within them."""
    return tuple(_QUOTES.get(language.partition("-")[0], _ENGLISH_QUOTES))


def outer_marks(language: str) -> tuple[str, str]:
    """Give the outer ones alone."""
    opening, closing, *_ = all_marks(language)
    return opening, closing


def with_marks(text: str, language: str, marks: tuple[str, str] | None) -> str:
    """Give a text whose quotations have other marks than the usual ones of its language, without the blanks that French has within these.

    A part of a sentence, before or behind what is filled in, may have one of both alone.
    """
    usual = outer_marks(language)
    if marks is None or marks == usual or not any(mark in text for mark in usual):
        return text
    opening, closing = usual
    inside = text.replace(f"{opening}\u00a0", opening).replace(f"\u00a0{closing}", closing)
    return inside.translate({ord(opening): marks[0], ord(closing): marks[1]})


def marks_of(guide: "Guide | None", language: str) -> tuple[str, str]:
    """Give the marks that most quotations in a guide's own texts begin and end with, the usual ones of its language where none do; straight ones are set as these."""
    usual = outer_marks(language)
    counts = Counter(
        found["mark"] or found["other"].replace('"', usual[0])
        for text in (_texts(guide) if guide else ())
        if not text.isascii() or '"' in text
        for found in _OPENED.finditer(text)
    )
    most = max(counts.values(), default=0)
    if counts[usual[0]] == most:
        return usual
    opening = next(mark for mark, count in counts.items() if count == most)
    is_usual = opening == usual[0] or opening not in _CLOSING
    return usual if is_usual else (opening, _closing_of(opening, guide))


def _closing_of(opening: str, guide: "Guide | None") -> str:
    """Give what closes quotations that begin so: in Dutch „zo” has another than in German."""
    found = Counter(
        mark for text in (_texts(guide) if guide else ()) for mark in _LOW.findall(text)
    )
    is_high = opening == "„" and found["”"] > found["“"]
    return "”" if is_high else _CLOSING[opening]


def _texts(guide: "Guide") -> list[str]:
    texts = [guide.introduction, *guide.discussion]
    for section in guide.sections:
        texts += section.title, section.summary
        for entry in section.entries:
            texts += entry.prompt, entry.note, *entry.answers
    return texts
