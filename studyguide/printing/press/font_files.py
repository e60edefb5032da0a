"""Files of faces, which may be anybody's: which face of a collection is which, and what it can draw."""

from collections.abc import Iterator
from io import BytesIO
from struct import calcsize, error, unpack_from
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_COLLECTION: Final = b"ttcf"
_PLAIN: Final = (b"\0\1\0\0", b"OTTO", b"true", _COLLECTION)
"""How faces begin whose tables are not packed: packed ones, for the web, unpack to any size."""
_MOST_FACES: Final = 64
_MOST_TABLES: Final = 64
_MOST_CHARACTERS: Final = 0x20_0000
"""A table that tells of more is made to take all time and memory; there are 0x110000 characters."""

_EM: Final = range(16, 16_385)
"""How many units an em may have, by the rules of TrueType and OpenType."""
_WIDTHS: Final = (0.1, 4.0)
_TALLEST: Final = 10.0
"""In ems: how wide half of the glyphs may be, and how far a line may reach above and below its foot."""

ENDINGS: Final = (".otf", ".ttc", ".ttf")


class UnreadableError(ValueError):
    """A file is no face that anybody could print with."""


class Named(NamedTuple):
    """What a face calls itself; `number` is its place in its file."""

    number: int
    family: str
    weight: int
    is_italic: bool


def faces_in(data: bytes) -> list[Named]:
    """Name the faces of a file. Raises `UnreadableError` where there are none."""
    _refuse_packed(data)
    try:
        return [_named(data, number) for number in range(_count(data))]
    except UnreadableError:
        raise
    except Exception as fault:  # whatever a damaged file does to a library
        raise UnreadableError(f"{fault}" or type(fault).__name__) from fault


def characters_of(data: bytes) -> frozenset[int]:
    """Give the characters that a face has glyphs for. Raises `UnreadableError` for a damaged one."""
    from fontTools.ttLib import TTFont

    _refuse_packed(data)
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            _refuse_bombs(font.reader["cmap"])
            _refuse_false_sizes(font)
            found = frozenset(font.getBestCmap() or ())
    except UnreadableError:
        raise
    except Exception as fault:  # whatever a damaged file does to a library
        raise UnreadableError(f"{fault}" or type(fault).__name__) from fault
    if ord(" ") not in found:  # words in it would have a box between them
        raise UnreadableError("it has no space")
    return found


def alone(data: bytes, number: int) -> bytes:
    """Give one face of a file as a file of its own: its tables as they are, one behind the other."""
    if not data.startswith(_COLLECTION):
        return data
    try:
        (start,) = unpack_from(">L", data, 12 + 4 * number)
        version, count = unpack_from(">4sH", data, start)
        records = [unpack_from(">4sLLL", data, start + 12 + 16 * at) for at in range(count)]
    except error as fault:
        raise UnreadableError("it ends too early") from fault
    head, tables, at = data[start : start + 12], list[bytes](), 12 + 16 * count
    for tag, checksum, offset, length in records:
        head += tag + b"".join(each.to_bytes(4) for each in (checksum, at, length))
        tables.append(data[offset : offset + length] + b"\0" * (-length % 4))
        at += len(tables[-1])
        if at > 2 * len(data):
            raise UnreadableError("its tables overlap")
    assert version
    return head + b"".join(tables)


def _count(data: bytes) -> int:
    if not data.startswith(_COLLECTION):
        return 1
    count = int.from_bytes(data[8:12])
    if not 0 < count <= _MOST_FACES:
        raise UnreadableError(f"it says that it has {count} faces")
    return count


def _named(data: bytes, number: int) -> Named:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(data), fontNumber=number, lazy=True) as font:
        if not {"cmap", "name", "OS/2", "head", "hhea", "hmtx"} <= {*font.keys()}:
            raise UnreadableError("it lacks what a face must have")
        style = font["OS/2"]
        family = font["name"].getBestFamilyName() or ""
        plain = " ".join("".join(sign if sign.isalnum() else " " for sign in family).split())
        return Named(number, plain[:60], int(style.usWeightClass), bool(style.fsSelection & 1))


def _refuse_packed(data: bytes) -> None:
    if not data.startswith(_PLAIN):
        raise UnreadableError("it is no TrueType or OpenType file")


def _refuse_false_sizes(font: "TTFont") -> None:
    """Make sure that a face says of its em what its glyphs are drawn to: else each is as large as a page, or a dot."""
    em, lines, style = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
    if em not in _EM:
        raise UnreadableError(f"it says that an em has {em} units; {_EM[0]} to {_EM[-1]} are right")
    widths = unpack_from(
        ">" + "H2x" * lines.numberOfHMetrics, font.reader["hmtx"]
    )  # the width of each glyph, and two bytes of where it begins
    wide = sorted(each for each in widths if each)
    middle = wide[len(wide) // 2] / em if wide else 1.0
    if not _WIDTHS[0] < middle < _WIDTHS[1]:
        raise UnreadableError(
            f"it says that an em has {em} units, but its letters are {middle:.3g} em wide"
        )
    reach = (lines.ascent, lines.descent, style.sTypoAscender, style.sTypoDescender)
    tallest = max(map(abs, (*reach, style.usWinAscent, style.usWinDescent))) / em
    if tallest > _TALLEST:
        raise UnreadableError(
            f"it says that an em has {em} units, but its lines reach {tallest:.3g} em from their foot"
        )


def _refuse_bombs(table: bytes) -> None:
    """Make sure that a table of characters does not tell of more than there are."""
    (count,) = unpack_from(">H", table, 2)
    if count > _MOST_TABLES:
        raise UnreadableError(f"it says that it has {count} tables of characters")
    offsets = {unpack_from(">L", table, 4 + 8 * at + 4)[0] for at in range(count)}
    if sum(sum(_spans(table, offset)) for offset in offsets) > _MOST_CHARACTERS:
        raise UnreadableError("its table of characters is made to exhaust")


def _spans(table: bytes, offset: int) -> Iterator[int]:
    """Yield how many characters each part of a table tells of, in the two forms that tell of ranges."""
    (form,) = unpack_from(">H", table, offset)
    if form == 4:
        (doubled,) = unpack_from(">H", table, offset + 6)
        size = calcsize(">H")
        for at in range(doubled // 2):
            (end,) = unpack_from(">H", table, offset + 14 + size * at)
            (start,) = unpack_from(">H", table, offset + 16 + doubled + size * at)
            yield max(end - start, 0) + 1  # a part costs, even if it is empty
    elif form in (8, 12, 13):
        (groups,) = unpack_from(">L", table, offset + 12)
        for at in range(groups):
            start, end = unpack_from(">LL", table, offset + 16 + 12 * at)
            yield max(end - start, 0) + 1  # a part costs, even if it is empty
            if end - start > _MOST_CHARACTERS:
                return
