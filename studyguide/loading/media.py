"""The pictures of a deck: which of its `media/` folder are used, and whether they are pictures."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from studyguide.deck.file import Text
from studyguide.deck.item import Image, Sound
from studyguide.errors import StudyGuideError
from studyguide.finding import Finding, Location
from studyguide.loading.drawing_limits import declares_entities, fault_of_drawing, is_drawing
from studyguide.loading.pixels import MOST_PIXELS, looked_at
from studyguide.loading.sounds import Fault, sound_fault
from studyguide.loading.typed_keys import Fields
from studyguide.system import files

LARGEST = 5 * 1024 * 1024
"""Bytes of one picture or recording."""

TYPES = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".svg": "SVG",
}
"""The types of pictures that Anki and the guide can show, by the ending of their names."""

_PIXELS = sorted({type for type in TYPES.values() if type != "SVG"})

SOUNDS = (".mp3", ".ogg", ".opus", ".m4a", ".flac", ".wav")
"""The endings of recordings that Anki plays on every device."""

_LIMITS = f"{LARGEST // 1024**2} MiB and {MOST_PIXELS // 10**6} million pixels are the most"
_MOST_GUESSES = 50
"""Missing pictures for which a name is proposed: each is held against all that are there."""


class Media:
    """The `media/` folder of a deck, and what has been asked of it so far, by name."""

    def __init__(self, folder: Path, names: frozenset[str]) -> None:
        self.folder = folder
        self.names = names
        self.asked = set[str]()
        self._known = dict[str, str | Fault]()
        self._stored = dict[str, str]()
        self._missing = set[str]()

    @classmethod
    def of(cls, deck_folder: Path) -> "Media":
        """List the folder; a deck need not have one. Raises `StudyGuideError` if nobody may look."""
        folder = deck_folder / "media"
        is_own = files.leads_into(folder, deck_folder)
        is_own = is_own and not files.leads_to_hidden(folder, deck_folder)
        return cls(folder, frozenset(files.names(folder, deck_folder) if is_own else ()))

    def image(self, fields: Fields, name: Text, alt: Text | None) -> Image | None:
        """Give an item's picture, or report why it cannot be used."""
        name = Text(self._as_stored(name.value), name.start)
        path = self.folder / name.value
        self.asked.add(name.value)
        if path.name != name.value or path.suffix.lower() not in TYPES:
            help = f"write a plain file name ending in {', '.join(TYPES)}"
            fields.wrong(name, "image-name", "this cannot be the name of a picture", help)
            return None
        if name.value not in self.names or not files.is_inside(path, self.folder):
            message = f"there is no picture {name.value} in {self.folder}"
            fields.wrong(name, "image-missing", message, self._instead(name.value))
            return None
        found = self._read(path)
        if isinstance(found, Fault):
            fields.wrong(name, *found)
            return None
        return Image(path, alt.value if alt else "", found, name)

    def _as_stored(self, name: str) -> str:
        """Give the name under which the folder has a file: macOS writes ü in two characters."""
        if name in self.names:
            return name
        if not self._stored:
            ordered = sorted(self.names, reverse=True)  # of two that are written alike, the first
            self._stored.update((normalize("NFC", each), each) for each in ordered)
        return self._stored.get(normalize("NFC", name), name)

    def sound(self, fields: Fields, name: Text) -> Sound | None:
        """Give an item's recording, or report why it cannot be used."""
        name = Text(self._as_stored(name.value), name.start)
        path = self.folder / name.value
        self.asked.add(name.value)
        if path.name != name.value or path.suffix.lower() not in SOUNDS:
            help = f"write a plain file name ending in {', '.join(SOUNDS)}"
            fields.wrong(name, "audio-name", "this cannot be the name of a recording", help)
            return None
        if name.value not in self.names or not files.is_inside(path, self.folder):
            message = f"there is no recording {name.value} in {self.folder}"
            fields.wrong(name, "audio-missing", message, "put the file there, or correct the name")
            return None
        data = files.read(path, LARGEST, self.folder)
        if fault := sound_fault(data, LARGEST):
            fields.wrong(name, *fault)
            return None
        return Sound(path, sha256(data).hexdigest())

    def unused(self, place: Location) -> Iterator[Finding]:
        """Report, at this place of `deck.yaml`, what lies in the folder and no item asks for."""
        for name in sorted(self.names - self.asked):
            if not name.startswith("."):
                shown = "".join(c if c.isprintable() else "?" for c in name)
                message = f"no item shows {self.folder.name}/{shown}"
                help = "give an item `image:` and `alt:` (or `audio:`), or delete the file"
                yield Finding(place, "image-unused", message, help, severity="warning")

    def _read(self, path: Path) -> str | Fault:
        """Give the digest of a picture, or what is wrong with it; each is read but once."""
        if path.name not in self._known:
            data = files.read(path, LARGEST, self.folder)
            self._known[path.name] = fault_of(path.name, data) or sha256(data).hexdigest()
        return self._known[path.name]

    def _instead(self, name: str) -> str:
        from rapidfuzz import fuzz, process

        self._missing.add(name)
        if len(self._missing) > _MOST_GUESSES:
            return "put the file there, or correct the name"
        others = self.names - {name}
        usable = sorted(each for each in others if each.lower().endswith((*TYPES,)))
        folded = [each.casefold() for each in usable]
        near = process.extractOne(name.casefold(), folded, scorer=fuzz.ratio, score_cutoff=70)
        return (
            f"write `image: {usable[near[2]]}`?"
            if near
            else "put the file there, or correct the name"
        )


def content(image: Image | Sound) -> bytes:
    """Read a picture or recording that was looked at before. Raises `StudyGuideError` if it is another by now."""
    data = files.read(image.path, LARGEST, image.path.parent)
    if sha256(data).hexdigest() != image.digest:
        raise StudyGuideError(f"{image.path} has changed meanwhile: try again")
    return data


def fault_of(name: str, data: bytes) -> Fault | None:
    """Tell what is wrong with the content of a picture of this name, if anything is."""
    wanted = TYPES[Path(name).suffix.lower()]
    if len(data) > LARGEST:
        message = f"this picture is larger than {LARGEST // 1024**2} MiB"
        return Fault("image-large", message, f"save it smaller: {_LIMITS}")
    found, pixels = ("SVG", 0) if is_drawing(data) else looked_at(data, _PIXELS)
    if pixels > MOST_PIXELS:
        message = f"this picture has {pixels / 10**6:,.0f} million pixels"
        return Fault("image-large", message, f"scale it down: {_LIMITS}")
    if wanted == "SVG" and not found and declares_entities(data):
        message = "this drawing declares entities, and is not read for them"
        return Fault("image-type", message, "export it anew, as a plain SVG")
    if found != wanted:
        what = f"a {found} picture" if found else "no picture, or a damaged one"
        endings = [ending for ending, type in TYPES.items() if type == found]
        help = f"rename it to {Path(name).stem}{endings[0]}" if endings else "save it anew"
        return Fault("image-type", f"this file is {what}", help)
    if found == "SVG" and (what := fault_of_drawing(data)):
        return Fault("image-drawing", f"this drawing {what}", "export it anew, as a plain SVG")
    return None
