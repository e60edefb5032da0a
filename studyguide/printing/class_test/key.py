"""How the keys of a class test come to their pages."""

from collections.abc import Sequence
from typing import Final

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
from studyguide.printing.class_test.spacing import spread

_SMALL: Final = CLOSE._replace(has_small_pictures=True)
"""In pictures of 5 cm words can be read, in smaller ones it is seen which one is meant."""

_CLOSEST: Final = _SMALL._replace(apart=-0.4)
"""Nothing but its number tells where an answer begins: it is for two lines that would have a page."""


def key_on_pages(versions: Sequence[Version], lay_out: LayOut) -> Set:
    """Lay both keys out on as few pages as they take where they are set close; of several, the last one has more than a few lines.

    A deck has answers that are longer than what is saved: then those before give of theirs to it, by what is between them.
    """

    def made(setting: Setting) -> Set:
        return tuple(lay_out(version, setting) for version in versions)

    found = on_fewer(with_notice(made, WIDE), lambda: with_notice(made, CLOSE))
    found = on_fewer(found, lambda: with_notice(made, _SMALL))
    found = on_fewer(found, lambda: with_notice(made, _CLOSEST))
    return spread(found, lay_out)
