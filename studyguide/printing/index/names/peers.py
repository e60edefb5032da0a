"""Names with a rank behind a comma: Ada, Countess of Lovelace; Alfred, Lord Tennyson; and ranks in place of a name: Duke of Selby."""

import re
from typing import Final

from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.titles import is_before_names, is_noble, is_ruler

_WHICH: Final = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|\d+(?:er?|re|e)) ", re.IGNORECASE
)
"""Which of the bearers of a rank somebody is: 1st Baron Kelvin."""

_NOBLE: Final = frozenset(
    """
    baron baroness count countess duchess duke earl lady lord marchioness marquess marquis viscount viscountess
    baronne comte comtesse duc duchesse marquise vicomte vicomtesse
    """.split()  # noqa: SIM905, a list is easier to read so
)
_PRINCES: Final = frozenset(("Prince", "Princess"))
_OF_A_PLACE: Final = re.compile(r"(?:of (?:the )?|de la |de |du |d[’'])(?=[^\W\d_a-zà-ÿ])")

_LORD_OF: Final = re.compile(
    r"(?P<rank>(?P<which>\w+) of)"
    r" (?P<place>[^\W\d_a-zà-ÿ]\S*(?: (?:(?:de|du|la|le|y|of|the|and) )*[^\W\d_a-zà-ÿ]\S*)*)"
)


_WATER_OF: Final = re.compile(
    r"(?P<kind>(?:Isles?|Islands?|Gulf|Straits?|Bay|Sea|Lake|Firth|Vale|Bight|Mull) of(?: the)?)"
    r" (?P<place>[^\W\d_a-zà-ÿ]\S*(?: [^\W\d_a-zà-ÿ]\S*)*)"
)
"""What English texts call by what it is, and an index by the name: the Isles of Scilly."""


def is_lord_of(name: str) -> bool:
    """Whether a name is but that of a rank and its place: Duke of Selby, King of Naples."""
    found = _LORD_OF.fullmatch(name)
    return found is not None and (is_noble(found["which"]) or is_ruler(found["which"]))


def by_place(name: str) -> str:
    """Turn what is told by its place alone round, a rank, islands or a gulf: `Selby, Duke of`; `Scilly, Isles of`; nothing for kings, and for all others."""
    if found := _WATER_OF.fullmatch(name):
        return f"{found['place']}, {found['kind']}"
    found = _LORD_OF.fullmatch(name)
    is_one = found and (is_noble(found["which"]) or found["which"] in _PRINCES)
    return f"{found['place']}, {found['rank']}" if found and is_one else ""


def name_and_rank(name: str) -> tuple[str, str, str]:
    """Part a name from the rank behind its comma, and that from what it is of, which may be the surname: `Ada`, `Countess of`, `Lovelace`.

    Nothing where there is none.
    """
    called, _, behind = name.partition(", ")
    which = _WHICH.match(behind)
    rank, _, of = behind[which.end() if which else 0 :].partition(" ")
    if not called or not of or rank.casefold() not in _NOBLE or "," in of:
        return "", "", ""
    return called, f"{which[0] if which else ''}{rank}", of


def by_rank(name: str) -> tuple[str, str]:
    """Give the surname that a rank tells, and what stands behind it: `Kelvin`, `William Thomson, 1st Baron`.

    The place of a duke is none where he has a surname: nothing for `Arthur Orme, Duke of Selby`; that of a French one is his name.
    """
    called, rank, of = name_and_rank(name)
    if not called or not is_given(called.split()[0]) or is_before_names(of.split()[0]):
        return "", ""
    place = _OF_A_PLACE.match(of)
    is_alone = " " not in called
    if not place:
        is_surname = " " not in of and not is_given(of)
        return (of, f"{called}, {rank}") if is_surname else ("", "")
    if is_alone or not place[0].startswith("of"):
        return of[place.end() :], f"{called}, {rank} {place[0].strip()}"
    return "", ""
