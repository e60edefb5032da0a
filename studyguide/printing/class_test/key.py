"""How the keys of a class test come to their pages."""

from collections.abc import Sequence

from studyguide.class_test.versions import Version
from studyguide.printing.class_test.sheets import (
    CLOSE,
    WIDE,
    LayOut,
    Set,
    Setting,
    on_fewer,
    with_notice,
)


def key_on_pages(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay both keys out on as few pages as they take where they are set close."""

    def made(setting: Setting) -> Set:
        return tuple(lay_out(version, setting) for version in versions)

    return on_fewer(with_notice(made, WIDE), lambda: with_notice(made, CLOSE))
