"""Noto, the faces for all scripts, where a system's package has put them: which file has a script."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

FOLDERS: Final = tuple(
    Path("/usr/share/fonts", *parts)
    for parts in (
        ("truetype", "noto"),  # Debian, Ubuntu
        ("opentype", "noto"),
        ("noto",),  # Arch
        ("noto-cjk",),
        ("google-noto",),  # Fedora
        ("google-noto-cjk",),
    )
)
"""Where the files lie; no other face of the system is ever taken."""

_CHINESE: Final = frozenset(("Bopo", "Hang", "Hani", "Hira", "Kana"))
_WIDE_SIGNS: Final = ((0x2E80, 0x303F), (0x3100, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
_OF_LANGUAGE: Final = {"ja": "JP", "ko": "KR", "zh": "SC", "yue": "HK"}
_OF_REGION: Final = {"Hant": "TC", "TW": "TC", "HK": "HK", "MO": "HK"}
_USUAL: Final = ("Noto Serif", "Noto Sans")
_SIGNS: Final = ("Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols2", *_USUAL)
_OTHERWISE_NAMED: Final = {"Arab": ("Noto Naskh Arabic", "Noto Sans Arabic")}


def families_for(character: str, language: str) -> Iterator[str]:
    """Name the families that may have a character, the best first."""
    from fontTools import unicodedata  # type: ignore[import-untyped]

    script = unicodedata.script(character)
    if is_chinese(character):
        yield from (f"{family} CJK {variant_of(language)}" for family in _USUAL)
    elif script in ("Zyyy", "Zinh", "Zzzz"):
        yield from _SIGNS
    else:
        name = unicodedata.script_name(script)
        yield from _OTHERWISE_NAMED.get(script, ())
        yield from (f"{family} {name}" for family in _USUAL)
        yield from _USUAL


def is_chinese(character: str) -> bool:
    """Whether a character is one of Chinese, Japanese or Korean, or a sign as wide as these."""
    from fontTools import unicodedata

    code = ord(character)
    is_sign = any(first <= code <= last for first, last in _WIDE_SIGNS)
    return is_sign or unicodedata.script(character) in _CHINESE


def variant_of(language: str) -> str:
    """Tell whose form Chinese signs have in a language, as Noto calls it."""
    base, *rest = language.split("-")
    return next(
        (_OF_REGION[each] for each in rest if each in _OF_REGION), _OF_LANGUAGE.get(base, "JP")
    )


def file_of(family: str, style: str = "Regular") -> Path | None:
    """Find the file of a family; those for Chinese are in one with their like."""
    whole = family.partition(" CJK")
    stem = (whole[0] + whole[1]).replace(" ", "")
    return _installed().get(f"{stem}-{style}".casefold())


_BROUGHT_BY = {
    False: ("Noto Serif", "fonts-noto-core"),
    True: ("Noto Serif CJK JP", "fonts-noto-cjk"),
}
"""A family of what is Chinese, Japanese or Korean, or of what is not, and the package that brings it."""


def told(characters: str) -> str:
    """Say which packages would bring faces for characters; nothing where they are there already."""
    wanted = {_BROUGHT_BY[is_chinese(character)] for character in characters}
    lacking = " ".join(package for example, package in sorted(wanted) if not file_of(example))
    return lacking and f"install Noto (`apt-get install {lacking}` on Debian and Ubuntu)"


@cache
def _installed() -> dict[str, Path]:
    """List the files of Noto by name."""
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        paths = folder.glob("Noto*-*.[ot]t[cf]") if folder.is_dir() else ()
        for path in sorted(paths):
            found.setdefault(path.stem.casefold(), path)
    return found
