"""Where sentences end: not at abbreviations, initials, or the numbers of entries."""

import re
from collections.abc import Iterator

from studyguide.language.scripts import is_unparted
from studyguide.patterns import lazy
from studyguide.source.short_forms import is_short_form

SPACE = lazy(r"\s*")
_NOTED = (
    r"(?:(?<=[^\W\d_]{4}[.!?])\d{1,3}|\[\^?\w{1,4}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?"  # the mark of a footnote
)
# It begins with a mark, and not with what must not stand before one: so only marks are looked at.
_SENTENCE_END = lazy(
    rf"[.!?…؟۔।。！？｡](?:(?<![.!?…؟۔।].)(?<=[.!?…؟۔।])(?P<more>[.!?…؟۔।]*+)(?P<end>[\"'”’»)\]]*{_NOTED})\s+"
    r"|(?<![。！？｡].)(?<=[。！？｡])(?P<wide>[。！？｡]*+[」』）】”’]*+)\s*+)[\"'“‘«(\[]*(?=(?P<next>\S))"
)
_FIRM = lazy(r"(?:Ltd|Inc|KG|GmbH)\b")
_ORDINAL = lazy(r"(?:(?<![^\s(“\"‘'\[])(\w{2,5})\s+)?(?<![\w.,])(?:\d{1,2}|[IVXL]{2,7})$")
_LEADING, _BEFORE_A_MONTH = (
    {"der", "dem", "vom", "zum", "zur", "beim"},
    {"am", "bis", "den", "ab", "seit", "des"},
)
_COUNTED = lazy(
    r"(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Jan|Feb|Okt|Dez|Jahrh|Jhd?|Mal|"
    r"(?:(?:Welt)?[Kk]rieg|Jahrhundert|Jahrtausend|(?:Lebens|Schul)?[Jj]ahr|(?:Geburts|Jahres|Partei|Reichs|Bundes)?[Tt]ag|"
    r"Monat|Band|Teil|Akt|Stock|Kongress|Kongreß|Regiment|Bataillon|Korps|Grad|Quartal|Kapitel|Reich|Rang|Platz)(?:e?s)?|"
    r"Woche|Stunde|Auflage|Ausgabe|Klasse|Internationale|Republik|Symphonie|Sinfonie|Armee|Flotte|Division|Dynastie|"
    r"Generation|Hälfte|Runde|Etage)\b"
)
_SAME_MONTH = lazy(r"(?:April|August|September|November)\b")
"""German writes ordinals with a full stop (am 3. Mai, im XVIII. Jahrhundert), and what they count with a capital."""

_COIN = lazy(r"(?:£\s?\d{1,6}|(?<![.,\d])\d{1,6}\s?[ls])$")
_LESSER_COIN = lazy(r"(?=[\d½¼¾])(?:\d{1,2}\s?)?(?:\d/\d|[½¼¾])?\s?[sd]\b")
"""Pounds, shillings and pence before the smaller coin behind them: 3s. 4d.; £2. 10s."""


_LONGEST_SHORT_FORM = 40
"""Characters; or every full stop of a text without sentences would be looked at from its beginning."""


_LONGEST_SENTENCE = 8_000
"""Characters, some 1,300 words: what goes on longer is a text without full stops, in which every word would be held
against every other. It is divided where a clause ends, else between words."""
_CLAUSE_ENDS, _BETWEEN_WORDS = ("\n", "; ", ": ", ", ", "、", "，", "；"), (" ", "\t")


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of a paragraph, those inside quotations included."""
    for first, last in _sentences(text, start, end):
        yield from _divided(text, first, last)


def _divided(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, in parts if it is longer than any that is one."""
    while end - start > _LONGEST_SENTENCE:
        half, limit = start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE
        found = (
            max(text.rfind(each, half, limit) + len(each) for each in marks)
            for marks in (_CLAUSE_ENDS, _BETWEEN_WORDS)
        )
        part = next((at for at in found if at > half), 0)
        if not part and not is_unparted(text[limit]):
            break  # a word without an end
        part = part or limit
        yield start, part
        start = part
    yield start, end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = SPACE.match(text, start, end).end()  # type: ignore[union-attr]
    for match in _SENTENCE_END.finditer(text, start, end):
        is_point, is_wide = match["more"] == "" and match[0][0] == ".", match["wide"] is not None
        is_short_form = is_point and _is_short_form(text, at, match)
        if is_wide or (not is_short_form and not match["next"].islower()):
            stop = match.end("wide" if is_wide else "end")
            yield at, stop
            at = SPACE.match(text, stop, end).end()  # type: ignore[union-attr]
    yield at, end


def _is_short_form(text: str, start: int, point: re.Match[str]) -> bool:
    """Whether a full stop only ends an abbreviation, an initial, or the number of an entry."""
    end = point.start()
    if text[end - 1 : end] in "0123456789IVXL" and _is_ordinal(text, start, point):
        return True
    near, next = max(start, end - _LONGEST_SHORT_FORM), point.start("next")
    if near == start and text[start:end].isdecimal():
        return True
    if _LESSER_COIN.match(text, next) and _COIN.search(text, near, end):
        return True
    if text[max(start, end - 3) : end].endswith(" Co") and _FIRM.match(text, next):
        return True
    return is_short_form(text, start, end, next)


def _is_ordinal(text: str, start: int, point: re.Match[str]) -> bool:
    """Whether a full stop makes an ordinal of a number, as in German, of what follows."""
    end, next = point.start(), point.start("next")
    found = _ORDINAL.search(text, max(start, end - _LONGEST_SHORT_FORM), end)
    if not found or not text[next].isupper():
        return False
    leads = (found[1] or "").lower()
    return (
        leads in _LEADING
        or _COUNTED.match(text, next) is not None
        or (leads in _BEFORE_A_MONTH and _SAME_MONTH.match(text, next) is not None)
    )
