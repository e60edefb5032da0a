"""How the keys of a class test come to their pages."""

from collections.abc import Sequence

from studyguide.class_test.versions import Version
from studyguide.printing.class_test.sheets import (
    CLOSE,
    WIDE,
    LayOut,
    Set,
    Setting,
    counted,
    on_fewer,
)


def key_on_pages(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay both keys out on as few pages as they take where they are set close.

    The notice stands on the last one where it takes none of its own.
    """

    def made(setting: Setting) -> Set:
        return tuple(lay_out(version, setting) for version in versions)

    found = on_fewer(made(WIDE), lambda: made(CLOSE))
    if all(each.pages == 1 for each in found):
        return found
    last = made(found[0].setting._replace(is_notice_last=True))
    is_free = counted(last) <= counted(found) and not any(each.has_idle for each in last)
    return last if is_free else found
