"""Words spelt as YAML: new ones take over the quoting and the line breaks of the old ones."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from studyguide.deck.file import Text
from studyguide.deck.marked import written

_QUOTED = {
    '"': re.compile(r'"\s*((?:[^"\\]|\\.)*?)\s*"', re.DOTALL),
    "'": re.compile(r"'\s*((?:[^']|'')*?)\s*'(?!')"),
}
_BLOCK = re.compile(r"[|>][^\r\n]*\s*")
_NOT_PLAIN = re.compile(r"""[-?:,[\]{}#&*!|>'"%@`]|.*?(?::(?:\s|$)|\s#)""", re.DOTALL)
_NOT_WITHIN = re.compile(r".*?[,[\]{}?:#]", re.DOTALL)  # brackets or braces


def spelt(words: str, *, is_within: bool = False) -> str:
    """Spell words on one line: as they are, or in quotation marks where YAML could misread them."""
    if not _needs_marks(words, is_within=is_within):
        return words
    mark = _mark_for(words)
    return mark + " ".join(_escaped(word, mark) for word in words.split()) + mark


def pair(key: str, values: Sequence[str], *, is_within: bool = False) -> str:
    """Spell a key and its value, or its list of values, on one line."""
    if len(values) == 1:
        return f"{key}: {spelt(values[0], is_within=is_within)}"
    return f"{key}: [{', '.join(spelt(each, is_within=True) for each in values)}]"


def replaced(text: str, old: Text, words: str, *, is_within: bool) -> tuple[int, int, str]:
    """Tell from where to where a scalar stands in a file, and what to write there."""
    mark = text[old.start]
    if pattern := _QUOTED.get(mark):
        start, end = pattern.match(text, old.start).span(1)  # type: ignore[union-attr]
        return start, end, _laid_out(text[start:end], written(old.value), words, mark)
    block = _BLOCK.match(text, old.start)
    start = block.end() if block else old.start
    pattern = re.compile(r"\s+".join(map(re.escape, written(old.value).split())))
    end = pattern.match(text, start).end()  # type: ignore[union-attr]
    value = written(old.value)
    new = _laid_out(text[start:end], value, words, "")
    if not block and _needs_marks(new, is_within=is_within):
        mark = _mark_for(words)
        new = mark + _laid_out(text[start:end], value, words, mark) + mark
    return start, end, new


def _needs_marks(written: str, *, is_within: bool) -> bool:
    return bool(_NOT_PLAIN.match(written) or (is_within and _NOT_WITHIN.match(written)))


def _mark_for(words: str) -> str:
    return "'" if '"' in words or "\\" in words else '"'


def _laid_out(raw: str, value: str, words: str, mark: str) -> str:
    """Spell out new words within quotation marks, or none; lines break where they broke in `raw`."""
    old, new = value.split(), words.split()
    gaps = [" ", *re.findall(r"\s+", raw)]
    if len(gaps) != len(old):  # an escape, which hides what is a blank
        gaps = [" "] * len(old)
    written = ""
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for index in range(c, d):
            at = a + index - c
            gap = gaps[at] if at < b else " "
            written += (gap if index else "") + _escaped(new[index], mark)
    return written


def _escaped(word: str, mark: str) -> str:
    if mark == '"':
        return word.replace("\\", "\\\\").replace('"', '\\"')
    return word.replace("'", "''") if mark else word
