"""The part of a century or decade that a date tells: early, in the middle, the second half."""

import re
from typing import NamedTuple


class Share(NamedTuple):
    """What lies between two shares of an age, of which 1 is the whole."""

    start: float
    end: float

    def with_all_to(self, other: "Share") -> "Share":
        """Give what both take, and what is between: from the middle to the end."""
        return Share(min(self.start, other.start), max(self.end, other.end))


WHOLE = Share(0.0, 1.0)

_FIRST = (
    r"first|1st|erste[nrs]?|1\.|première|1[èe]?re|primera|prima|primeira|eerste|pierwsz\w+|перв\w+|1-?я|перш\w+|"
    r"1-?ша|πρώτο|πρώτου"
)
_SECOND = (
    r"second|2nd|zweite[nrs]?|2\.|seconde|deuxième|2e|segunda|seconda|tweede|drug\w+|втор\w+|2-?я|друг\w+|2-?га|"
    r"δεύτερο|δευτέρου"
)
_HALF = r"hal(?:f|ves)|hälfte|moitié|mitad|metà|metade|helft|połow\w+|половин\w+|μισό|μισού"

_PARTS = {
    Share(0.0, 1 / 3): (
        r"early|beginning|früh\w*|anfangs?|beginn|début|principios|comienzos|inicios|iniz\w+|primi|primo|início|começos?|begin|"
        r"vroege|począt\w+|начал[оае]|почат\w+|αρχές|αρχή|αρχών"
    ),
    Share(1 / 3, 2 / 3): (
        r"mid|middle|mitte|milieu|mediados|metà|meados|midden|połow\w+|середин\w+|μέσα|μέσων"
    ),
    Share(2 / 3, 1.0): (
        r"late|end|tardo|spät\w*|ende|fine?|finales|fines|finais|final|fins|fim|eind\w*|koniec|końc\w+|кон(?:ец|ца|це)|"
        r"кін(?:ець|ця|ці)|τέλη|τέλος|τέλους"
    ),
    Share(0.0, 1 / 2): rf"(?:{_FIRST}) (?:{_HALF})",
    Share(1 / 2, 1.0): rf"(?:{_SECOND}) (?:{_HALF})|secondo(?= \d\d secolo)",
}
"""By thirds, or by halves, which are told by more words."""

THIRDS = "|".join(words for share, words in _PARTS.items() if share.end - share.start < 1 / 2)


def part_told(text: str) -> Share | None:
    """Tell which part a date speaks of: of the late 19th, of the second half of the 18th; nothing where of the whole."""
    told = (
        share
        for share, words in _PARTS.items()
        if re.search(rf"(?i)(?<!\w)(?:{words})(?!\w)", text)
    )
    return max(told, key=[*_PARTS].index, default=None)
