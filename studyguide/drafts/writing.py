"""Drafts written into a deck's folder: items into section files, refused ones apart, pictures, a memory."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from studyguide.deck.file import File
from studyguide.deck.markup import as_markup
from studyguide.drafts.draft import Draft
from studyguide.drafts.judge import Bench, Judged
from studyguide.drafts.readers.package import media_of
from studyguide.drafts.refused import FOLDER, ignoring, refused_path, refused_text
from studyguide.drafts.yaml import Files, item_lines
from studyguide.edit.new_items import with_new_items
from studyguide.edit.patch import write_files
from studyguide.edit.scalars import spelt
from studyguide.errors import StudyGuideError
from studyguide.loading.media import LARGEST, SOUNDS, TYPES, fault_of
from studyguide.loading.typed_keys import slug
from studyguide.system import files
from studyguide.system.atomic import replacing

_NEW = "section: {number}\ntitle: {title}\nsummary: To be written.\nitems:\n"
_DEEPEST = 2
"""Parts of a picture's name: a file of cards from elsewhere does not reach all over a folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: section files, pictures, the file of refused drafts, if there are any.

    `left` names pictures that could not be taken.
    """

    files: tuple[Path, ...]
    pictures: tuple[Path, ...]
    refused: Path | None
    left: tuple[str, ...]


def write(folder: Path, cards: str, bench: Bench, found: Sequence[Judged], memory: str) -> Written:
    """Write all drafts where they belong; either every section file can be edited, or nothing is written.

    Nor is anything if `media/` or `refused/` is a link: the deck may be anybody's.
    """
    for name in ("media", FOLDER):
        files.refuse_links(folder / name, folder)
    with _read_beside(Path(cards)) as read:
        pictures = _Pictures(folder / "media", read)
        edits, new = _texts(folder, bench, found, pictures)
        pictures.write()
    write_files(edits)
    for path, text in new:
        _write(path, text, folder)
    refused = _refused(
        folder, cards, [each for each in found if not each.is_taken and not each.known]
    )
    if edits or new:
        told = json.dumps(dict(sorted(bench.ids.imported.items())), indent=0) + "\n"
        _write(folder / memory, told, folder)
    paths = (*(file.path for file, _ in edits), *(path for path, _ in new))
    return Written(paths, tuple(pictures.names), refused, tuple(pictures.left))


def _draft(judged: Judged, bench: Bench) -> Draft:
    """Give a draft as its deck writes it: where markup is read, plain words must have none."""
    draft = judged.draft
    if not bench.deck.markup:
        return draft
    return replace(
        draft,
        prompt=as_markup(draft.prompt),
        answers=tuple(map(as_markup, draft.answers)),
        note=as_markup(draft.note),
    )


def _texts(
    folder: Path, bench: Bench, found: Sequence[Judged], pictures: "_Pictures"
) -> tuple[list[tuple[File, str]], list[tuple[Path, str]]]:
    """Compose the section files: those that are there, and new ones."""
    taken = sorted((each for each in found if each.is_taken), key=lambda each: each.section)
    edits: list[tuple[File, str]] = []
    new: list[tuple[Path, str]] = []
    for number, group in groupby(taken, key=lambda each: each.section):
        blocks = [
            [*item_lines(_draft(each, bench), each.id, each.evidence, pictures.take(each))]
            for each in group
        ]
        section = next((part for part in bench.deck.sections if part.number == number), None)
        if section:
            edits.append((section.file, with_new_items(section.file, blocks)))
        else:
            new.append(_new_file(folder, number, bench, blocks))
    return edits, new


@contextmanager
def _read_beside(cards: Path) -> Iterator[Callable[[str, int], bytes]]:
    """Give a way to read the pictures that go with a file of cards: in it, in its folder, or one level below."""
    if cards.suffix.lower() in (".apkg", ".colpkg"):
        with media_of(cards) as read:
            yield read
        return

    def read_file(name: str, most: int) -> bytes:
        path = cards.parent / name
        is_near = len(Path(name).parts) <= _DEEPEST and ".." not in Path(name).parts
        is_there = is_near and "://" not in name and files.is_inside(path, cards.parent)
        return files.read(path, most, cards.parent) if is_there else b""

    yield read_file


def _new_file(
    folder: Path, number: int, bench: Bench, blocks: Sequence[Sequence[str]]
) -> tuple[Path, str]:
    """Compose a file for a section that has none yet."""
    heading = getattr(bench.index.source.sections[number], "heading", "") or "Untitled"
    title = " ".join(str(heading).split())
    path = folder / f"{number}-{slug(title)}.yaml"
    if files.is_file(path):
        raise StudyGuideError(f"{path} is there, and is not section {number}: rename it")
    head = _NEW.format(number=number, title=spelt(title))
    return path, head + "\n".join("\n".join(lines) + "\n" for lines in blocks)


def _refused(folder: Path, cards: str, refused: Sequence[Judged]) -> Path | None:
    """Write what was refused, so that it can be mended; take away what is left of an earlier time."""
    path = refused_path(folder, cards)
    if not refused:
        files.refuse_links(path.parent, folder)
        if files.is_file(path):
            path.unlink()
        return None
    _write(path.parent / ".gitignore", ignoring(), folder)
    _write(path, refused_text(path, folder, refused), folder)
    return path


def _write(path: Path, text: str, within: Path) -> None:
    with replacing(path, within) as beside:
        beside.write_bytes(text.encode("utf-8", "replace"))


class _Pictures:
    """Pictures and recordings of drafts that are taken, named in `media/` by what they are called."""

    def __init__(self, folder: Path, read: Callable[[str, int], bytes]) -> None:
        self.left: list[str] = []
        self._folder = folder
        self._read = read
        self._digests: dict[Path, str] = {}
        self._origins: dict[Path, str] = {}

    @property
    def names(self) -> list[Path]:
        """The pictures that were taken."""
        return [*self._origins]

    def take(self, judged: Judged) -> Files:
        """Give the names under which a draft's pictures and its recording will lie in `media/`."""
        asked, answer = judged.draft.asked_image, judged.draft.image
        return Files(
            self._taken(asked[0]) if asked else "",
            self._taken(answer[0]) if answer else "",
            self._taken(judged.draft.sound) if judged.draft.sound else "",
        )

    def _taken(self, name: str) -> str:
        suffix = Path(name).suffix.lower()
        data = self._data(name) if suffix in (*TYPES, *SOUNDS) else b""
        if not data or len(data) > LARGEST or (suffix in TYPES and fault_of(f"x{suffix}", data)):
            self.left.append(name)
            return ""
        path = self._named(f"{slug(Path(name).stem)}{suffix}", sha256(data).hexdigest())
        self._origins.setdefault(path, name)
        return path.name

    def _data(self, name: str) -> bytes:
        try:
            return self._read(name, LARGEST)
        except StudyGuideError:
            return b""

    def _named(self, name: str, digest: str) -> Path:
        """Choose a name that no other picture has."""
        path = self._folder / name
        there = self._digests.get(path)
        if there is None and files.is_file(path):
            there = sha256(files.read(path, LARGEST, self._folder)).hexdigest()
        if there not in (None, digest):
            path = path.with_name(f"{path.stem}-{digest[:8]}{path.suffix}")
        self._digests[path] = digest
        return path

    def write(self) -> None:
        """Put the pictures into `media/`."""
        for path, name in self._origins.items():
            data = self._data(name)
            with replacing(path, self._folder.parent) as beside:
                beside.write_bytes(data)
