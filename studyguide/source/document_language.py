"""Which language a document is in: what it says of itself, unless its words say something else."""

import re

from studyguide.language.guess import language_of
from studyguide.source.source import Source

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def language_in(source: Source) -> tuple[str, str]:
    """Give a tag, "" if none can be told; and in words how it was guessed, "" if it was not."""
    told = source.document.language.replace("_", "-")
    told = told[:2].lower() + told[2:]
    language = told if _TAG.fullmatch(told) else ""
    heard = language_of(source.text)
    if not heard or (language and language[:2] == heard[:2]):
        return language, ""
    said = f" (the document says `{language}`)" if language else ""
    return heard, f"the language, from its words: {heard}{said}"
