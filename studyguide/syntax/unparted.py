"""Japanese and Chinese, which have no lists: a unit behind a figure, a "not" at what is answered, the part with a figure.

Both write without blanks, so that all is told by letters: a "not" stands behind its word in the one, before it in the other.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from studyguide.deck.item import deletions
from studyguide.evidence.case import Case
from studyguide.patterns import lazy
from studyguide.syntax.differs import Differs

_NOT_BEHIND = lazy(r"[ぁ-ゖ]{0,4}?(?:ません|ない|なく|なかっ|ずに|ず、)")
_NO_DENIAL = lazy(
    r"[ぁ-ゖ]{0,6}(?:ばなら|いけな|しれな|しかな|すぎな|過ぎな|違いな|なければ|なくては)"
)
_NOT_BEFORE = lazy(r"(?:不|没|沒|没有|沒有|未|并非|並非)[会會能是可得]?$")
_DENYING = lazy(r"ません|ない|なく|なかっ|ず[、。にと]|[不没沒未无無非]")
_HOW_MANY = lazy(r"(?:何|[几幾]|多少)[个個小かヶ]?([秒分時时日天週周月年度円元])")
_UNITS = frozenset("秒分時时日天週周月年度円元")
_MEASURED = lazy(
    r"(\d[\d.,]*|[〇一二三四五六七八九十百千万億]+)[个個小かヶ]?(?:([ァ-ヴー]+)|([秒分時时日天週周月年円元])(?!の))"
)
"""A figure, and its unit: one that is written as it is said, or one letter; 三分の一 is a share."""

_VERB = lazy(r"([一-鿿])[ぁ-ゖ]{1,4}か?[。?]?$")
_DENIED_VERB = r"{}[ぁ-ゖ]{{0,4}}(?:ない|なかった?|ません|ず[、。に])"
_PARTS = lazy(r"[、。，,；;。（）()]")
_FIGURE = lazy(r"\d+(?:[.,]\d+)*")
_SAYING = lazy(r"[一-鿿々ァ-ヿ]")
_LEAST = 2
"""Letters of an answer that must stand in the passage as they are."""


def differs_by_letters(case: Case) -> Iterator[Differs]:
    """Yield what the passage has with another unit, in another part, or with a "not"."""
    text = case.passage.section.text
    words = case.passage.section.words
    told = [
        unicodedata.normalize("NFKC", text[words[first].start : words[last - 1].end + 1])
        for first, last in case.passage.sentences
    ]
    yield from _other_unit(case, told)
    yield from _other_measure(case, told)
    yield from _other_part(case, told)
    yield from _denied(case, told)
    yield from _denied_deed(case, told)


def _said(case: Case) -> str:
    return unicodedata.normalize("NFKC", " ".join(value for _, value, _ in case.said))


def _answers(case: Case) -> list[str]:
    """Give what is answered or hidden."""
    hidden = (deletion.text for _, deletion in deletions(case.item))
    found = chain((answer.value for answer in case.item.answers), hidden)
    return [unicodedata.normalize("NFKC", each) for each in found]


def _other_unit(case: Case, told: list[str]) -> Iterator[Differs]:
    """Yield a "how many minutes" of a figure that the passage has in seconds."""
    item = case.item
    asked = _HOW_MANY.search(item.prompt.value) if item.kind == "question" else None
    unit = asked[1] if asked else ""
    for figure in _FIGURE.findall(_answers(case)[0]) if asked and item.answers else ():
        behind = [
            match[1]
            for sentence in told
            for match in re.finditer(rf"(?<!\d){re.escape(figure)}[个個小かヶ]?(\D)", sentence)
        ]
        if behind and unit not in behind and _UNITS.issuperset(behind):
            message = f"the passage has {figure}{behind[0]}, the question asks for {unit}"
            yield Differs("unit", message, item.prompt, unit)
            return


def _other_measure(case: Case, told: list[str]) -> Iterator[Differs]:
    """Yield a figure with a unit, where the passage has that figure with others of its sort alone: grams for kilograms."""
    there = _units("".join(told))
    for text, value, _ in case.said:
        for figure, mine in _units(unicodedata.normalize("NFKC", value)).items():
            others = there.get(figure, frozenset())
            for unit in mine:
                alike = [each for each in others if _is_kana(each) == _is_kana(unit)]
                is_one = any(each.startswith(unit) or unit.startswith(each) for each in others)
                if alike and not is_one and (_is_kana(unit) or len(figure) >= _LEAST):
                    message = f"the passage has {figure}{alike[0]}, not {figure}{unit}"
                    yield Differs("unit", message, text, unit)
                    return


def _units(text: str) -> dict[str, frozenset[str]]:
    """Give the units of each figure of a text."""
    found = dict[str, frozenset[str]]()
    for figure, said, letter in _MEASURED.findall(text):
        found[figure] = found.get(figure, frozenset()) | {said or letter}
    return found


def _is_kana(unit: str) -> bool:
    return unit > "ァ" and unit[0] < "一"


def _other_part(case: Case, told: list[str]) -> Iterator[Differs]:
    """Yield a figure whose part has nothing of what alone another part has, and the question."""
    item = case.item
    figures = _FIGURE.findall(_answers(case)[0]) if item.kind == "question" and item.answers else []
    for sentence in told if len(figures) == 1 else ():
        parts = [part for part in _PARTS.split(sentence) if _FIGURE.search(part)]
        own = [part for part in parts if figures[0] in _FIGURE.findall(part)]
        if len(own) != 1 or len(parts) < _LEAST:
            continue
        for part in parts:
            others = frozenset("".join(each for each in parts if each != part))
            alone = {letter for letter in part if _SAYING.match(letter)} - others
            mine = {letter for letter in own[0] if _SAYING.match(letter)}
            mine -= frozenset("".join(each for each in parts if each != own[0]))
            asked = item.prompt.value
            if part != own[0] and alone & {*asked} and mine and not mine & {*asked}:
                message = f"the passage has another figure of that: “{part.strip()}”"
                yield Differs("neighbour", message, item.answers[0], item.answers[0].value)
                return


def _denied(case: Case, told: list[str]) -> Iterator[Differs]:
    """Yield an answer of which the passage has a "not", where the item has none."""
    if _DENYING.search(_said(case)):
        return
    for answer in _answers(case):
        for sentence in told:
            size = next(
                (size for size in range(len(answer), _LEAST - 1, -1) if answer[:size] in sentence),
                0,
            )
            if not size or not _SAYING.search(answer[:size]) or sentence.count(answer[:size]) > 1:
                continue
            at = sentence.find(answer[:size])
            behind, before = sentence[at + size :], sentence[:at]
            found = _NOT_BEHIND.match(behind)
            if found and not _NO_DENIAL.match(behind):
                denied = answer[:size] + found.group()
            elif match := _NOT_BEFORE.search(before):
                denied = match.group() + answer[:size]
            else:
                continue
            message = f"the passage says “{denied}”, the item denies nothing"
            text = case.item.answers[0] if case.item.answers else case.item.prompt
            yield Differs("polarity", message, text, answer)
            return


def _denied_deed(case: Case, told: list[str]) -> Iterator[Differs]:
    """Yield an answer behind which the passage has the verb of the question with a "not"."""
    item = case.item
    verb = _VERB.search(item.prompt.value.strip()) if item.kind == "question" else None
    if not verb or _DENYING.search(_said(case)):
        return
    denied = re.compile(_DENIED_VERB.format(verb[1]))
    for answer in item.answers:
        for part in (each for sentence in told for each in _PARTS.split(sentence)):
            at = part.find(answer.value)
            found = denied.search(f"{part}。", at + len(answer.value)) if at >= 0 else None
            if found and len(answer.value) >= _LEAST and not _NO_DENIAL.search(found.group()):
                message = f"the passage says “{found.group().rstrip('。')}” of it, the item denies nothing"
                yield Differs("polarity", message, answer, answer.value)
                return
