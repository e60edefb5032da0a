"""What is written in any script in Latin letters: for ids and names of files, which a person types and reads."""

import re
import unicodedata

_NOT_OURS = re.compile(r"[^A-Za-z0-9/]+")


def in_latin(text: str) -> str:
    """Write each letter and figure in ASCII, as it is said or looks; all other signs stay what they are."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(each if each.isascii() else _one(each) for each in composed)


def _one(sign: str) -> str:
    from anyascii import anyascii

    if sign.isalnum() or unicodedata.category(sign)[0] == "M":
        return _NOT_OURS.sub("", anyascii(sign))
    return sign
