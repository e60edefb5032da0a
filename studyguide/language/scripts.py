"""Letters of one script that look like those of another."""

import re

_LATIN = "aceijopsxyABCEHIJKMOPSTXYZlngu"
_CYRILLIC = "асеіјорѕхуАВСЕНІЈКМОРЅТХУЅ"
_GREEK = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_TWINS = frozenset(_CYRILLIC + _GREEK)
"""Letters that are not Latin, and look as if they were."""


_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u04ff]")


def may_mix_scripts(text: str) -> bool:
    """Whether any letter of a text may be a foreign one: told without looking at each word."""
    return not text.isascii() and _GREEK_OR_CYRILLIC.search(text) is not None


def foreign_letter(word: str) -> str:
    """Give the letter of a word that only looks like those of its script, if there is one."""
    if word.isascii():
        return ""
    letters = [each for each in word if each.isalpha()]
    latin = [each for each in letters if each.isascii() or "À" <= each <= "ɏ"]
    twins = [each for each in letters if each in _TWINS]
    if twins and len(latin) + len(twins) == len(letters) and latin:
        return twins[0]
    cyrillic = [each for each in letters if "Ѐ" <= each <= "ӿ"]
    lookalikes = [each for each in latin if each in _LATIN]
    is_cyrillic = len(cyrillic) > len(latin) and len(cyrillic) + len(latin) == len(letters)
    return lookalikes[0] if is_cyrillic and lookalikes else ""


_LOOKS_LIKE = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏ" "αβεζηικμνορτυχγ" "օոսհցյ" "ıɑɡșț01" "یکى",
    "abekmhopctyxijshdqwl" "abezhikmvoptuxy" "onuhgj" "iagştol" "يكي",
)  # fmt: skip
"""Small letters, and figures, by those that they can be mistaken for; capitals look alike more often."""


def look_of(form: str) -> str:
    """Give how a word in small letters looks: two that look alike are the same then."""
    return form.translate(_LOOKS_LIKE)
