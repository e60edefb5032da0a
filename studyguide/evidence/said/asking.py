"""Which wh-words of an English question ask, and which stand in a relative clause or a statement before the question."""

import re

from studyguide.patterns import lazy

ASKING = lazy(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_SECOND = lazy(
    r"(?:\b(?:and|or|but)|[,;:?.])\s+(?:(?:at|in|by|for|from|on|to|with|of)\s+)?$", re.IGNORECASE
)
_VERB = (
    r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should)"
)
_SUBORDINATE = lazy(rf"\s+(?!(?:and|or|{_VERB})\b)\w", re.IGNORECASE)
_GOES_ON = lazy(r"\s+(?!(?:and|or)\b)\w", re.IGNORECASE)
_PREPOSITIONS = r"(?:(?:at|in|by|for|from|on|to|with|of|under|through|after|before|about)\s+)?"
_RELATIVE = lazy(rf"\w,\s+{_PREPOSITIONS}$")
"""A comma before "who" and "which", and no "and": they ask nothing there."""
_RELATIVES = frozenset(("who", "whom", "whose", "which"))
_AGAIN = lazy(rf"^[^,;:?.]+\b(?:and|or|but)\s+{_PREPOSITIONS}$", re.IGNORECASE)
"""From one "who" to the next of the same clause: who owned the mill and who needed money."""
_OPENS = lazy(rf"(?:^|[,;:?.]|\b(?:and|or|but))\s*{_PREPOSITIONS}$", re.IGNORECASE)
_TELLS_WHAT = lazy(r"(?:tell|say|explain|describe|give|name|state)\b[^,]*$", re.IGNORECASE)
_TELLING_END = lazy(r"[;:?.]\s")
_NEAR = 200  # so many characters before such a word tell whether it asks


def asking_in(question: str) -> list[re.Match[str]]:
    """Give the wh-words that ask, and not what a statement before the question only tells of."""
    asking, told = list[re.Match[str]](), -1
    for match in ASKING.finditer(question):
        goes_on = told > 0 and match[0].casefold() in _RELATIVES
        goes_on = goes_on and _AGAIN.match(question[told : match.start()]) is not None
        if goes_on or _is_subordinate(match):
            told = match.end()
        else:
            asking.append(match)
            told = -1
    return [each for each in asking if not _is_told(each)] or asking


def _is_told(match: re.Match[str]) -> bool:
    """Whether a statement has the word inside it, and ends before the question: "Fill in what happens: which …?"."""
    is_inside = not _OPENS.search(_before(match)) and not _is_to_be_told(match)
    return is_inside and _TELLING_END.search(match.string, match.end()) is not None


def _is_to_be_told(match: re.Match[str]) -> bool:
    """Whether an order to tell leads to the word: "Say where it was, …"."""
    return bool(_TELLS_WHAT.match(re.split(r"[;:?.]\s+", _before(match))[-1]))


def _is_subordinate(match: re.Match[str]) -> bool:
    """Whether a wh-word asks nothing: "When the tide turns, what …", "the men who …", "the reef on which …"."""
    word, text = match.group().casefold(), _before(match)
    if word in ("when", "where"):
        return (
            not _is_to_be_told(match) and _SUBORDINATE.match(match.string, match.end()) is not None
        )
    if word not in _RELATIVES:
        return False
    if _RELATIVE.search(text):
        return _SUBORDINATE.match(match.string, match.end()) is not None
    return not _OPENS.search(text) and _GOES_ON.match(match.string, match.end()) is not None


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _NEAR) : match.start()]


def joins_another(match: re.Match[str]) -> bool:
    """Whether a wh-word asks a thing beside what was asked before it: and whom, with what."""
    return _SECOND.search(_before(match)) is not None
