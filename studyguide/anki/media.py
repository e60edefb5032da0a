"""Pictures and recordings as Anki takes them: files named by their content, and how a field shows them."""

from studyguide.anki.escape import attribute
from studyguide.deck.item import Image, Sound


def media_name(media: Image | Sound) -> str:
    """Name a file by its content: Anki keeps the old file where a new one has its name."""
    suffix = media.path.suffix.lower()
    return f"sg-{media.digest[:16]}{suffix if suffix.isascii() else ''}"


def picture(image: Image | None) -> str:
    """Show a picture; nothing if there is none."""
    return f'<img src="{media_name(image)}" alt="{attribute(image.alt)}">' if image else ""


def picture_below(image: Image | None) -> str:
    """Show a picture below what is asked."""
    return f"<br>{picture(image)}" if image else ""


def recording(sound: Sound | None) -> str:
    """Play a recording when the field is shown; nothing if there is none."""
    return f"[sound:{media_name(sound)}]" if sound else ""
