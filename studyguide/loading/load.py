"""Read a deck's folder: the only module that opens a curator's files."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from studyguide.deck.deck import Deck, Section
from studyguide.deck.file import File, Text
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding, Location
from studyguide.loading import chunks, value_limits
from studyguide.loading.diagnostics import Diagnostics
from studyguide.loading.literal_markup import literal_markup
from studyguide.loading.lost_text import cut_values, merge_marks
from studyguide.loading.marking import with_markup
from studyguide.loading.media import Media
from studyguide.loading.nodes import Node
from studyguide.loading.schema_deck import read_deck, read_section
from studyguide.loading.schema_item import ITEM_KEYS
from studyguide.loading.syntax import Problem
from studyguide.patterns import lazy
from studyguide.system import files
from studyguide.system.garbage import paused

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; a larger file is no text that a person curates."""

_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""What a file's name ends in that is meant as a section, if by mistake: some editors add `.txt` to any name."""

_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""What the files of word processors begin with."""

_SECTION_KEY = lazy(r"^[\"']?section\b", re.MULTILINE)


def load(folder: Path) -> tuple[Deck | None, tuple[Finding, ...]]:
    """Read the deck in `folder`; give what could be read of it, and everything wrong with it.

    The deck is missing only if its `deck.yaml` cannot be used. Raises `StudyGuideError` if the
    folder is no deck or a file cannot be opened.
    """
    if not files.is_file(folder / "deck.yaml"):
        raise StudyGuideError(f"{folder} is no deck: {_instead(folder)}")
    with paused():
        media = Media.of(folder)
        of_deck, deck = _deck_file(folder / "deck.yaml", media)
        place, findings = of_deck.file.at(0), of_deck.findings
        read_files, sections = _section_files(folder, media)
        findings += [finding for read_file in read_files for finding in read_file.findings]
        findings += _doubled_numbers(sections)
        if not read_files:
            findings.append(_no_section(place))
        findings += _doubled_ids(read_files)
        if not findings:  # else what cannot be read may use a picture
            findings += media.unused(place)
    id = deck.id if deck else ""
    whole = deck._replace(sections=tuple(sections)) if deck else None
    if whole:
        whole = with_markup(whole) if whole.markup else whole
        findings += literal_markup(whole)
    return whole, tuple(finding._replace(deck=id) for finding in findings)


def _instead(folder: Path) -> str:
    """Say of what is no deck what it has instead of a `deck.yaml`."""
    if files.is_file(folder):
        if folder.suffix in (".yaml", ".yml"):
            return f"it is a file; name its folder, {folder.parent}"
        return f"it is a file; `studyguide new {folder}` makes a deck of a document"
    for name in ("deck.yml", "deck.yaml.txt"):
        if files.is_file(folder / name):
            return f"it has no deck.yaml; rename its {name} to that"
    return "it has no deck.yaml; `studyguide new DOCUMENT` makes one"


def load_whole(folder: Path) -> Deck:
    """Read a deck whose files have no mistakes; sections may still be missing.

    Raises `StudyGuideError` for any other.
    """
    deck, findings = load(folder)
    if deck is None or any(each.is_error and each.code != "section-missing" for each in findings):
        raise StudyGuideError(f"{folder} has mistakes: see `studyguide check {folder}`")
    return deck


def _deck_file(path: Path, media: Media) -> tuple[Diagnostics, Deck | None]:
    read_file, root = _read(path)
    deck = read_deck(read_file, root, media.image) if root else None
    read_file.findings += cut_values(read_file, root)
    return read_file, deck


def _section_files(folder: Path, media: Media) -> tuple[list[Diagnostics], list[Section]]:
    """Read every section file; the sections come in the order of their numbers."""
    read_files: list[Diagnostics] = []
    sections: list[Section] = []
    for path in _listed(folder):
        read_file, root = _read(path)
        section = read_section(read_file, root, media) if root else None
        if section:
            number = section.number
            read_file.findings += cut_values(read_file, root)
            read_file.findings = [
                finding._replace(section=number) for finding in read_file.findings
            ]
            sections.append(section)
        read_files.append(read_file)
    return read_files, sorted(sections, key=lambda section: section.number)


def _listed(folder: Path) -> list[Path]:
    """List what is meant as section files, by name; editors keep notes in files with a dot."""
    return [
        path
        for path in (folder / name for name in files.names(folder, folder))
        if path.name.lower().endswith(_ENDINGS)
        and path.name != "deck.yaml"
        and not path.name.startswith(".")
    ]


def _read(path: Path) -> tuple[Diagnostics, Node | None]:
    """Open a file and read its YAML; whatever is wrong is in the findings of what is read."""
    if not files.is_inside(path, path.parent):
        message = "this is a link out of the deck's folder or to a hidden file, or no file at all"
        finding = Finding(Location(path), "file-outside", message, "put the file itself here")
        return Diagnostics(File(path, ""), [finding]), None
    if path.suffix != ".yaml":
        message = "a section file ends in .yaml, so this one would be passed over"
        stem = path.name[: path.name.lower().rfind(".y")]
        help = f"rename it to {stem}.yaml"
        finding = Finding(Location(path), "file-name", message, help)
        return Diagnostics(File(path, ""), [finding]), None
    text, trouble = _decode(path, files.read(path, LARGEST_FILE, path.parent))
    read_file = Diagnostics(File(path, text), trouble)
    if trouble:
        return read_file, None
    if marks := merge_marks(text):
        read_file.wrong(marks)
        return read_file, None
    root, problems = chunks.read(text, ITEM_KEYS)
    problems += value_limits.excesses(root) if root else ()
    for problem in problems:
        read_file.wrong(problem)
    if not problems and (root is None or root == Text("", root.start)):
        help = "begin it with `id: …` and `title: …`"
        if path.name != "deck.yaml":
            help = "begin it with `section: …`, `title: …`, `summary: …` and `items:`, or delete it"
        read_file.findings.append(Finding(Location(path), "file-empty", "this file is empty", help))
        return read_file, None
    is_too_much = any(problem.code in value_limits.CODES for problem in problems)
    return read_file, None if is_too_much else root


def _decode(path: Path, data: bytes) -> tuple[str, list[Finding]]:
    if len(data) > LARGEST_FILE:
        message = f"this file is larger than {LARGEST_FILE // 1024**2} MiB"
        return "", [Finding(Location(path), "file-large", message, "split the section")]
    data = data.removeprefix(BOM_UTF8)
    try:
        text, wrong = data.decode(), data.find(0)
    except UnicodeDecodeError as error:
        text, wrong = "", error.start
    if wrong < 0:
        return text, []
    if data.startswith(_DOCUMENTS):
        message = "this is a document of a word processor, not plain text"
        help = "save it as plain text in the encoding UTF-8"
        return "", [Finding(Location(path), "file-encoding", message, help)]
    before, text = (part.decode(errors="replace") for part in (data[:wrong], data))
    location = File(path, text).at(len(before))
    message = f"this file is not UTF-8: byte 0x{data[wrong]:02X} cannot stand here"
    return "", [Finding(location, "file-encoding", message, "save it in the encoding UTF-8")]


def _doubled_numbers(sections: list[Section]) -> Iterator[Finding]:
    """Report section numbers that two files claim."""
    seen: dict[int, Section] = {}
    for section in sections:
        first = seen.setdefault(section.number, section)
        if first is not section:
            key = _SECTION_KEY.search(section.file.text)
            location = section.file.at(key.start() if key else 0, len("section"))
            message = f"section {section.number} is in {first.file.path.name} already"
            help = "put the items of one section into one file, or correct the number"
            yield Finding(location, "section-duplicate", message, help, section=section.number)


def _no_section(place: Location) -> Finding:
    """Report a deck without any section file."""
    message = "this deck has no section yet"
    help = "add 1-….yaml with `section: 1`, `title: …`, `summary: …` and `items:`"
    return Finding(place, "section-missing", message, help)


def _doubled_ids(read_files: list[Diagnostics]) -> Iterator[Finding]:
    """Report every id that an earlier item of the deck has."""
    seen: dict[str, tuple[Diagnostics, Text]] = {}
    for read_file in read_files:
        for id in read_file.ids:
            first = seen.setdefault(id.value, (read_file, id))
            if first[1] is not id:
                place = first[0].file.within(first[1])
                message = f"the id `{id.value}` is taken: {place.path.name}:{place.line}"
                help = "choose another; an id stays with its item for ever"
                problem = Problem(id.start, len(id.value), "id-duplicate", message, help)
                read_file.wrong(problem, id.value)
                yield read_file.findings[-1]
