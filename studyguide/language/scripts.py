"""Letters of one script that look like those of another."""

_LATIN = "aceijopsxyABCEHIJKMOPSTXYZlngu"
_CYRILLIC = "асеіјорѕхуАВСЕНІЈКМОРЅТХУЅ"
_GREEK = "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_TWINS = frozenset(_CYRILLIC + _GREEK)
"""Letters that are not Latin, and look as if they were."""


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
