"""The keys of an item that name files: `image` with `alt`, `picture`, `audio`."""

from collections.abc import Callable
from typing import Any, Protocol

from studyguide.deck.file import Text
from studyguide.deck.item import Image, Sound
from studyguide.loading.typed_keys import Fields

ReadImage = Callable[[Fields, Text, Text | None], Image | None]
"""How an item's picture is opened: given the item's fields, the file name and the alt text."""

MEDIA_KEYS = frozenset(("image", "alt", "picture", "audio"))

_PICTURE = "write `picture: {file: mill.png, alt: a mill, side: question}`"


class ReadMedia(Protocol):
    """How an item's picture and its recording are opened."""

    def image(self, fields: Fields, name: Text, alt: Text | None) -> Image | None:
        """Give a picture, or report why it cannot be used."""

    def sound(self, fields: Fields, name: Text) -> Sound | None:
        """Give a recording, or report why it cannot be used."""


def media_of(fields: Fields, media: ReadMedia) -> dict[str, Any]:
    """Read the pictures and the recording of an item, as far as it has any, by their name in `Item`."""
    found: dict[str, Any] = {}
    if "image" in fields.values or "alt" in fields.values:
        found["image"] = _image(fields, media.image)
    if "picture" in fields.values:
        found |= _picture(fields, media.image, has_image="image" in fields.values)
    if name := fields.text("audio") if "audio" in fields.values else None:
        found["sound"] = media.sound(fields, name)
    return found


def _picture(fields: Fields, read_image: ReadImage, *, has_image: bool) -> dict[str, Any]:
    """Read `picture: {file, alt, side}`; of the answer's side there is only one, be it `image`."""
    given = {key.value: value for key, value in fields.pairs("picture")}
    if not given:
        return {}  # what it is instead has been reported
    where = key_place(fields, "picture")
    unknown = sorted(given.keys() - {"file", "alt", "side"})
    side = given["side"].value if "side" in given else "question"
    if unknown or side not in ("question", "answer") or not {"file", "alt"} <= given.keys():
        message = (
            "a picture has a `file`, an `alt` that says what it shows, and the `side` it is on"
        )
        fields.wrong(where, "picture-malformed", message, _PICTURE)
        return {}
    if side == "answer" and has_image:
        message = "the answer has a picture already: `image`"
        fields.wrong(where, "picture-malformed", message, "keep one of the two")
        return {}
    name = "image" if side == "answer" else "asked_picture"
    return {name: read_image(fields, given["file"], given["alt"])}


def _image(fields: Fields, read_image: ReadImage) -> Image | None:
    name, alt = fields.text("image"), fields.text("alt")
    if name and "alt" not in fields.values:
        fields.missing("alt", "say in `alt: …` what the picture shows, for those who cannot see it")
    if alt and "image" not in fields.values:
        message = "`alt` says what a picture shows, and there is no picture"
        help = "add `image: …`, or leave `alt` out"
        fields.wrong(key_place(fields, "alt"), "key-misplaced", message, help)
    return read_image(fields, name, alt) if name else None


def key_place(fields: Fields, key: str) -> Text:
    """Find the place of a key, which is a little before its value."""
    value = fields.values[key]
    start = fields.diagnostics.file.text.rfind(key, fields.start, max(value.start, fields.start))
    return Text(key, start if start >= 0 else value.start)
