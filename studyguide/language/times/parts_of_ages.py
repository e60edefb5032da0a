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
    r"first|1st|erste[nrs]?|1\.|premi(?:er|ère)|1[èe]?re|1er|1st?e|primera?|prim[ao]|primeir[ao]|eerste|pierwsz\w+|перв\w+|1-?я|перш\w+|"
    r"1-?ша|πρώτο|πρώτου"
)
_SECOND = (
    r"seconde?|2nd|zweite[nrs]?|2\.|deuxième|2d?e|segund[ao]|second[ao]|tweede|drug\w+|втор\w+|2-?я|друг\w+|2-?га|"
    r"δεύτερο|δευτέρου"
)
_HALF = (
    r"hal(?:f|ves)|hälfte|moitié|mitad|metà|metade|helft|połow\w+|половин\w+|"
    r"halbjahrs?|semestre|półrocz\w+|полугоди\w+|півріч\w+|μισό|μισού"
)
_THIRD = r"third|3rd|dritte[nrs]?|3\.|troisième|3e|tercer|terzo|terceiro|derde|trzeci\w*|трет\w+|3-?я|τρίτο|τρίτου"
_FOURTH = r"fourth|4th|vierte[nrs]?|4\.|quatrième|4e|cuarto|quarto|vierde|czwart\w+|четв[её]рт\w+|четверт\w+|4-?я|τέταρτο"
_LAST = (
    r"last|final|letzte[nrs]?|derni(?:er|ère)|últim[oa]|ultim[oa]|laatste|ostatni\w*|последн\w+|останн\w+|"
    r"τελευταί\w+"
)
_THIRD_PART = r"third|drittel|tiers|tercio|terzo|terço|derde|треть|трети|третин\w+|τρίτο|τρίτου"
_QUARTER = r"quarter|viertel|quart|cuarto|quarto|kwart|kwartał\w*|ćwierć|четверт[ьи]|чверт[ьі]|τέταρτο|τετάρτου"

_BY_THIRDS = {
    Share(0.0, 1 / 3): (
        r"early|beginning|start|früh\w*|anfangs?|anf\.|beginn|début|principios|comienzos|inicios|iniz\w+|primi|primo|início|começos?|begin|"
        r"vroege|począt\w+|начал[оае]|нач\.|почат\w+|поч\.|pocz\.|"
        r"αρχές|αρχή|αρχών|ראשית|תחילת|בתחילת"
    ),
    Share(1 / 3, 2 / 3): (
        r"mid|middle|mitte|milieu|mediados|metà|meados|midden|połow\w+|poł\.|середин\w+|сер\.|μέσα|μέσων|"
        r"אמצע|באמצע"
    ),
    Share(2 / 3, 1.0): (
        r"late|end|tardo|spät\w*|ende|fine?|finales|fines|finais|final|fins|fim|eind\w*|koniec|końc\w+|кон(?:ец|ца|це|\.)|"
        r"кін(?:ець|ця|ці|\.)|schył(?:ek|ku)|τέλη|τέλος|τέλους|סוף|בסוף|שלהי|בשלהי"
    ),
}
"""In a word."""

THIRDS = "|".join(_BY_THIRDS.values())

_FIRST_THIRD, _SECOND_THIRD, _LAST_THIRD = _BY_THIRDS
_PARTS = (
    *_BY_THIRDS.items(),
    (Share(0.0, 1 / 2), rf"(?:{_FIRST}) (?:{_HALF})|ה?מחצית ה?ראשונה"),
    (Share(1 / 2, 1.0), rf"(?:{_SECOND}) (?:{_HALF})|secondo(?= \d\d secolo)|ה?מחצית ה?שנייה"),
    (_FIRST_THIRD, rf"(?:{_FIRST}) (?:{_THIRD_PART})"),
    (_SECOND_THIRD, rf"(?:{_SECOND}) (?:{_THIRD_PART})"),
    (_LAST_THIRD, rf"(?:{_THIRD}|{_LAST}) (?:{_THIRD_PART})"),
    (Share(0.0, 1 / 4), rf"(?:{_FIRST}) (?:{_QUARTER})"),
    (Share(1 / 4, 1 / 2), rf"(?:{_SECOND}) (?:{_QUARTER})"),
    (Share(1 / 2, 3 / 4), rf"(?:{_THIRD}) (?:{_QUARTER})"),
    (Share(3 / 4, 1.0), rf"(?:{_FOURTH}|{_LAST}) (?:{_QUARTER})"),
)
"""Of several that are told the last is meant: those of more words stand behind."""


def part_told(text: str) -> Share | None:
    """Tell which part a date speaks of: of the late 19th, of the second half of the 18th; nothing where of the whole."""
    found = [share for share, words in _PARTS if re.search(rf"(?i)(?<!\w)(?:{words})(?!\w)", text)]
    return found[-1] if found else None
