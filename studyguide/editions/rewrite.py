"""Give quotations new words in a curator's YAML; everything else stays as it is, byte for byte.

New words take over the quoting and the line breaks of the old ones; plain words that YAML could
misread get quotes. What comes out is read again before it is shown or written.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, unified_diff
from itertools import groupby
from pathlib import Path

from studyguide.check.examine import is_text_of
from studyguide.deck.deck import Deck
from studyguide.deck.file import File, Text
from studyguide.editions.reanchor import Proposal, reanchor
from studyguide.errors import StudyGuideError
from studyguide.language.language import Language
from studyguide.load import chunks
from studyguide.load.load import LARGEST_FILE, find_decks, load, load_source
from studyguide.load.nodes import Node, Plain
from studyguide.load.schema_item import ITEM_KEYS
from studyguide.source.source import read
from studyguide.system import files
from studyguide.system.atomic import replacing

_BOM = b"\xef\xbb\xbf"
_QUOTED = {
    '"': re.compile(r'"\s*((?:[^"\\]|\\.)*?)\s*"', re.DOTALL),
    "'": re.compile(r"'\s*((?:[^']|'')*?)\s*'(?!')"),
}
_BLOCK = re.compile(r"[|>][^\r\n]*\s*")
_NOT_PLAIN = re.compile(r"""[-?:,[\]{}#&*!|>'"%@`]|.*?(?::(?:\s|$)|\s#)""", re.DOTALL)
_NOT_WITHIN = re.compile(r".*?[,[\]{}?:#]", re.DOTALL)  # brackets or braces

Leaf = tuple[str, Text, bool]
"""A scalar, or where a mapping or a list begins or ends; and whether that is within brackets."""


def propose(folders: Sequence[Path], text: Path) -> list[tuple[Deck, tuple[Proposal, ...]]]:
    """Give each deck with what it should quote from now on, `text` being another edition's.

    Without folders these are the decks below `./cards` that quote this text at all. Raises
    `StudyGuideError` if something cannot be read, or the files of a deck have mistakes.
    """
    found = []
    edition = load_source(text)
    for folder in folders or find_decks(Path("cards")):
        deck, findings = load(folder)
        if deck is None or findings:
            raise StudyGuideError(
                f"the files of {folder} have mistakes: studyguide check lists them"
            )
        source = read(edition, {number: opening.value for number, opening in deck.openings})
        if folders or is_text_of(deck, source):
            found.append((deck, reanchor(deck, source, Language(deck.language))))
    return found


def as_diff(deck: Deck, proposals: Sequence[Proposal]) -> str:
    """Show the section files as they would become, and after them what must not be written."""
    parts: list[str] = []
    for file, accepted in _by_file(deck, proposals):
        path = file.path.as_posix().lstrip("/")
        lines = _lines(file.text), _lines(_edited(file, accepted))
        parts += [f"# {_summary(each)}\n" for each in accepted]
        parts += unified_diff(*lines, f"a/{path}", f"b/{path}")
    for each in proposals:
        if each.refusal:
            place = each.item.file.within(each.old)
            where = f"{place.path}:{place.line}:{place.column}"
            parts.append(f"# {where}: {_summary(each)}: not applicable: {each.refusal}\n")
            parts.append(f"#   - {' '.join(each.old.value.split())}\n")
            parts += [f"#   + {each.words}\n"] if each.words else []
    shown = (
        part if part.endswith("\n") else f"{part}\n\\ No newline at end of file\n" for part in parts
    )
    return "".join(shown)


def write(deck: Deck, proposals: Sequence[Proposal]) -> int:
    """Write the proposals that are not refused into their files; tell how many files changed.

    Either every file can be edited, or none is touched. Raises `StudyGuideError` if one has changed
    since it was read, cannot be read or written, or would not say what is intended.
    """
    edits = [(file, _edited(file, accepted)) for file, accepted in _by_file(deck, proposals)]
    marks = [_mark(file) for file, _ in edits]
    for (file, text), mark in zip(edits, marks, strict=True):
        with replacing(file.path) as beside:
            beside.write_bytes(mark + text.encode())
    return len(edits)


def _mark(file: File) -> bytes:
    """Give the byte order mark that a file begins with, if any; it must be as it was read."""
    data = files.read(file.path, LARGEST_FILE, file.path.parent)
    mark = _BOM if data.startswith(_BOM) else b""
    if data != mark + file.text.encode():
        raise StudyGuideError(f"{file.path} has changed meanwhile: nothing was written, try again")
    return mark


def _by_file(deck: Deck, proposals: Sequence[Proposal]) -> Iterator[tuple[File, list[Proposal]]]:
    """Yield each file that changes, with its proposals in the order in which they stand there."""
    order = {section.file.path: index for index, section in enumerate(deck.sections)}
    accepted = [each for each in proposals if not each.refusal]
    accepted.sort(key=lambda each: (order[each.item.file.path], each.old.start))
    for _, group in groupby(accepted, key=lambda each: each.item.file.path):
        of_file = [*group]
        yield of_file[0].item.file, of_file


def _summary(proposal: Proposal) -> str:
    id = proposal.item.id.value
    return f"{id}: {proposal.place}, {proposal.likeness} % alike" if proposal.place else id


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _edited(file: File, proposals: Sequence[Proposal]) -> str:
    """Give a file's text with new words; raises `StudyGuideError` if it would not read as meant."""
    leaves = _read(file.text)
    within = {text.start for _, text, is_within in leaves if is_within}
    parts, at = [], 0
    for proposal in proposals:
        old = proposal.old
        start, end, written = _replaced(file.text, old, proposal.words, old.start in within)
        parts += [file.text[at:start], written]
        at = end
    text = "".join((*parts, file.text[at:]))
    if not _says(_read(text), leaves, {each.old.start: each.words for each in proposals}):
        message = f"{file.path} cannot be edited: its layout is beyond us, so nothing was written"
        raise StudyGuideError(message)
    return text


def _says(leaves: list[Leaf], before: list[Leaf], words: dict[int, str]) -> bool:
    """Whether a file says what it said before, but for the new words of the texts at some offsets."""
    if len(leaves) != len(before):
        return False
    return all(
        mark == old_mark
        and (
            " ".join(text.value.split()) == words[old.start] != ""
            if old.start in words
            else text.value == old.value
        )
        for (mark, text, _), (old_mark, old, _) in zip(leaves, before, strict=True)
    )


def _read(text: str) -> list[Leaf]:
    root, problems = chunks.read(text, ITEM_KEYS)
    slips = [(problem.code, Text(problem.message, -1), False) for problem in problems]
    return [*_leaves(root, text, is_within=False), *slips] if root else slips


def _leaves(node: Node, text: str, *, is_within: bool) -> Iterator[Leaf]:
    """Yield the leaves of a tree, in the same way however its file was read."""
    if isinstance(node, Text):
        yield "text", node, is_within
        return
    is_mapping = isinstance(node, Plain) or node.is_mapping
    within = is_within or text[node.start : node.start + 1] in ("[", "{")
    yield "{" if is_mapping else "[", Text("", -1), within
    if isinstance(node, Plain):
        for key, value in node.values.items():
            yield "text", Text(key, -1), within
            yield from _leaves(value, text, is_within=within)
    else:
        for child in node.children:
            yield from _leaves(child, text, is_within=within)
    yield "end", Text("", -1), within


def _replaced(text: str, old: Text, words: str, is_within: bool) -> tuple[int, int, str]:
    """Tell from where to where a scalar stands in a file, and what to write there."""
    mark = text[old.start]
    if pattern := _QUOTED.get(mark):
        start, end = pattern.match(text, old.start).span(1)  # type: ignore[union-attr]
        return start, end, _laid_out(text[start:end], old.value, words, mark)
    block = _BLOCK.match(text, old.start)
    start = block.end() if block else old.start
    pattern = re.compile(r"\s+".join(map(re.escape, old.value.split())))
    end = pattern.match(text, start).end()  # type: ignore[union-attr]
    written = _laid_out(text[start:end], old.value, words, "")
    if not block and (_NOT_PLAIN.match(written) or (is_within and _NOT_WITHIN.match(written))):
        mark = "'" if '"' in words or "\\" in words else '"'
        written = mark + _laid_out(text[start:end], old.value, words, mark) + mark
    return start, end, written


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
            written += (gap if index else "") + _spelt(new[index], mark)
    return written


def _spelt(word: str, mark: str) -> str:
    if mark == '"':
        return word.replace("\\", "\\\\").replace('"', '\\"')
    return word.replace("'", "''") if mark else word
