"""From a document to a deck's folder, ready to write items in: nothing that is there is overwritten."""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from studyguide.deck.deck import UNWRITTEN
from studyguide.errors import StudyGuideError
from studyguide.language.scripts import hyphened
from studyguide.plurals import counted
from studyguide.source.cutting.labels import label_of
from studyguide.source.cutting.titles import is_title
from studyguide.source.document_language import language_in
from studyguide.source.open import LARGEST_DOCUMENT, open_source
from studyguide.source.outline import UNCUT, first_words, is_uncut
from studyguide.source.readers.document import Block, Format
from studyguide.source.source import Source
from studyguide.system import files

_ENDINGS: dict[Format, str] = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "epub": ".epub",
    "docx": ".docx",
    "pdf": ".pdf",
}
_LONGEST_SLUG, _LONGEST_TITLE = 40, 80
_EXAMPLES = """\
# An item is one of five kinds; take away the # and write your own. `evidence` is copied word for
# word from this section, 3 to 12 words; `…` skips words within a sentence. Ids never change.
#  - id: how-many-mills
#    question: How many mills stood on the river?
#    answer: "12"
#    evidence: twelve mills stood on
#  - id: where-they-stood
#    cloze: The mills stood at {{c1::Dunmere}} and {{c2::Orrin}}.
#    evidence: mills at Dunmere and Orrin
#  - id: sluice
#    term: sluice
#    definition: a gate in a dam
#    evidence: a gate in the dam, called a sluice
#  - id: ada-kestrel
#    person: Ada Kestrel
#    role: leader of the lamplighters
#    evidence: Their leader, Ada Kestrel
#  - id: walkout
#    date: "1911"
#    event: The lamplighters walked out.
#    evidence: In 1911 the lamplighters … walked out
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A new deck: its folder, its copy of the text, its section files, and what had to be guessed."""

    folder: Path
    text: Path
    files: tuple[Path, ...]
    guessed: tuple[str, ...]
    is_uncut: bool

    def lines(self) -> Iterator[str]:
        """Tell what was made, and what to look at."""
        yield f"made {self.folder} with {counted(len(self.files), 'section')}"
        yield f"copied the text to {self.text}: that copy is read from now on"
        for guess in self.guessed:
            yield f"guessed {guess}; correct it in {self.folder / 'deck.yaml'}"
        if self.is_uncut:
            yield UNCUT


def new_deck(path: Path, folder: Path | None) -> Made:
    """Make a deck of a document, in `folder`, or in one named after its title.

    Raises `StudyGuideError` if the document cannot be read, or the folder is there already.
    """
    source = open_source(path)
    document, guessed = source.document, []
    title = document.title or (first := _first_line(source)) or path.stem
    if not document.title:
        told = "its first line" if first else "the file's name"
        guessed.append(f"the title, from {told}: {title}")
    language, heard = language_in(source)
    guessed += [heard] if heard else []
    id = (slug(folder.name) if folder else "") or slug(title) or slug(path.stem) or "deck"
    folder = folder or (Path("cards") / id if Path("cards").is_dir() else Path(id))
    if folder.exists() or folder.is_symlink():
        raise StudyGuideError(f"{folder} is there already: name another folder with --into FOLDER")
    texts = {
        "deck.yaml": _deck_yaml(id, title, language or "en", path, source),
        ".gitignore": "# The text is not ours to publish.\nsource.*\n",
        **{_name(number, source): _section_yaml(number, source) for number in source.sections},
    }
    text = folder / f"source{_ENDINGS[document.format]}"
    _write(folder, texts, path, text.name)
    sections = tuple(folder / name for name in texts if name[0].isdigit())
    return Made(folder, text, sections, tuple(guessed), is_uncut(source))


def _first_line(source: Source) -> str:
    """Give the first line of a document if it is a title, and that of no section; those who wrote it may stand below."""
    first, *_ = source.document.blocks
    shown, *below = source.text[first.start : first.end].strip().splitlines() or [""]
    headings = {part.heading for part in source.cut.parts}
    if len(shown) > _LONGEST_TITLE or shown in headings or not all(map(_is_below_title, below)):
        return ""
    is_one = _is_over_all(source.document.blocks) or (is_title(shown) and not label_of(shown))
    return " ".join(shown.split()) if is_one else ""


def _is_below_title(line: str) -> bool:
    """Whether a line may say whose a text is, or what: it is short, and ends no sentence."""
    return len(line) <= _LONGEST_TITLE and not line.rstrip().endswith(
        (".", "!", "?", "…", ",", ";", ":", "-")
    )


def _is_over_all(blocks: Sequence[Block]) -> bool:
    """Whether a document begins with a heading of a higher level than all others: 1984, over its chapters."""
    first, *others = (
        block.level for block in blocks if block.kind == "heading" or block is blocks[0]
    )
    return 0 < first < min(others, default=first)


def _write(folder: Path, texts: dict[str, str], document: Path, copy: str) -> None:
    """Make a deck's folder appear whole, or not at all."""
    data = files.read_whole(document, LARGEST_DOCUMENT)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=".new-deck-", dir=folder.parent))
        try:
            for name, text in texts.items():
                (beside / name).write_text(text, encoding="utf-8", newline="\n")
            (beside / copy).write_bytes(data)
            beside.chmod(0o777 & ~_umask())
            beside.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StudyGuideError(f"cannot write {folder}: {error.strerror}") from error


def _umask() -> int:
    """Tell which permissions new files do not get; the system can only be asked by setting it."""
    os.umask(known := os.umask(0o077))
    return known


def slug(text: str) -> str:
    """Make an id of a text, no longer than one takes in at a glance; "" if it has no letters."""
    cut = hyphened(text.replace("'", ""))[: _LONGEST_SLUG + 1]
    return (cut.rpartition("-")[0] or cut) if len(cut) > _LONGEST_SLUG else cut


def _quoted(text: str) -> str:
    """Write a text as a YAML scalar in double quotes, on one line."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return json.dumps(" ".join(shown.split()), ensure_ascii=False)


def _deck_yaml(id: str, title: str, language: str, path: Path, source: Source) -> str:
    document = source.document
    author = document.author
    lines = [
        f"id: {id}   # permanent: learners' histories hang on it",
        f"title: {_quoted(title)}",
        f"author: {_quoted(author)}" if author else "# author: who wrote the text",
        "# publisher: with whom it appeared, and `place:` where",
        "# curator: who makes the deck, for the title page of its guide",
        f"language: {language}",
        "# rights: what may be shown of the text, and by whose leave",
        "# licence: who may copy the guide, for its imprint",
        "# quotation: {share: 0.25, run: 15}   # where only so much may be quoted",
        "markup: yes   # *emphasis*, **strong**, `code`, H~2~O, 10^9^, [text](https://…), tables of pipes",
        *_openings(path, source),
    ]
    return "\n".join(lines) + "\n"


def _openings(path: Path, source: Source) -> Iterator[str]:
    """Write how the text is cut, so that it stays so and can be changed; as a comment if it need not."""
    sections = source.sections
    words = {
        number: section.heading or first_words(section.text, section.blocks)
        for number, section in sections.items()
    }
    again = open_source(path, words).cut if all(words.values()) else None
    starts = [(part.number, part.blocks[:1]) for part in source.cut.parts]
    is_same = (
        again is not None and [(part.number, part.blocks[:1]) for part in again.parts] == starts
    )
    mark = "" if is_same else "# "
    yield "# Each section opens where these words stand; studyguide outline shows the cut."
    yield f"{mark}openings:"
    for number, opening in words.items():
        yield f"{mark}  {number}: {_quoted(opening)}"


def _name(number: int, source: Source) -> str:
    width = len(str(max(source.sections)))
    section = source.sections[number]
    name = slug(section.heading or first_words(section.text, section.blocks, 4)) or "section"
    return f"{number:0{width}}-{name}.yaml"


def _section_yaml(number: int, source: Source) -> str:
    section = source.sections[number]
    title = section.heading or first_words(section.text, section.blocks, 6)
    return (
        f"section: {number}\ntitle: {_quoted(title) if title else 'Section ' + str(number)}\n"
        f"summary: {UNWRITTEN}\nitems:\n" + _EXAMPLES
    )
