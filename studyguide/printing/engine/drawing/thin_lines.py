"""What is as thin as a line is drawn as one: as areas, borders of one width come out as three dots here, four there."""

from typing import Any

_THIN, _LONG = 1.5, 20.0
"""Less high than this, or less wide, in pixels of CSS, a rectangle longer than that is a line."""

_CLIP = [b"W", b"n"]
_CLIP_OF_BORDER = [b"W*", b"n"]
_CORNERS, _RECTANGLES = [b"m", b"l", b"l", b"l"], [b"re", b"re"]


def stroked(stream: list[Any]) -> list[Any]:
    """Put a stroke in place of each filled rectangle of a page that is thin and long, and of its clips; of each such border, too."""
    done: list[Any] = []
    begun = 0
    for end in _filled(stream):
        done += stream[begun:end]
        begun = end
        if done[-1] == b"f*":
            _stroke_border(done)
        elif done[-4:-2] == _CLIP and done[-5] == done[-2]:
            area = done[-2]
            x, y, width, height = map(float, area.split()[:4])
            if 0 < height < _THIN and width > _LONG:
                middle = y + height / 2
                del done[-5:]
                outer = next((at for at in range(-8, -2) if done[at : at + 3] == [area, *_CLIP]), 0)
                if outer:
                    del done[outer : outer + 3]
                done.append(b"%g w %g %g m %g %g l S" % (height, x, middle, x + width, middle))
    return done + stream[begun:]


def _filled(stream: list[Any]) -> list[int]:
    """Tell behind which parts of a page something is filled; to look at each part in Python took as long as all the rest."""
    ends = list[int]()
    for sign in (b"f", b"f*"):
        end = 0
        for _ in range(stream.count(sign)):
            end = stream.index(sign, end) + 1
            ends.append(end)
    return sorted(ends)


def _stroke_border(done: list[Any]) -> None:
    """Put a stroke in place of one side of a box at the end of `done`: it is clipped out of what fills the whole frame."""
    # behind the clip there may be how much it covers, and its colour
    ends = range(len(done) - 5, len(done) - 8, -1)
    at = next((at for at in ends if done[at : at + 2] == _CLIP_OF_BORDER), 0)
    corners, rectangles = done[max(at - 4, 0) : at], done[-3:-1]
    if _signs(corners) != _CORNERS or _signs(rectangles) != _RECTANGLES:
        return
    points = [tuple(map(float, corner.split()[:2])) for corner in corners]
    (left, *_, right), (top, *_, bottom) = (sorted(each) for each in zip(*points, strict=True))
    width, height = right - left, bottom - top
    middle = f"{left:g} {top + height / 2:g} m {right:g} {top + height / 2:g} l"
    if 0 < width < _THIN and height > _LONG:
        middle = f"{left + width / 2:g} {top:g} m {left + width / 2:g} {bottom:g} l"
    elif not (0 < height < _THIN and width > _LONG):
        return
    done[-3:] = [f"{min(width, height):g} w {middle} S".encode()]
    del done[at - 4 : at + 2]


def _signs(parts: list[Any]) -> list[bytes]:
    """Name the operators at the ends of parts of a page."""
    return [part.split()[-1] if type(part) is bytes and part else b"" for part in parts]
