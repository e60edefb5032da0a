"""Lines before a path, a web address or km/h, which WeasyPrint parts at a slash wherever one comes."""

import re
from typing import Any, Final

_ADDRESS: Final = re.compile(
    r"://|\bwww\.|@\w|^\W*(?:[A-Za-z]:)?[/\\]\w|[/\\][\w.~-]+[/\\]|[^\W\d_][\w.-]*/[\w-]*[._]\w|\b[^\W\d_]{1,5}[²³]?/[^\W\d_]{1,4}[²³]?\b"
)
_LONGEST: Final = 200
"""Letters of a word that may have room in a line."""

_FULL: Final = 0.2
"""Of what has room, how much a line holds at least that ends before an address."""


def with_whole_addresses(before: Any) -> Any:
    """Let an address begin the next line, if it has room there, and the line before it is not nearly empty then."""

    def split(text: str, style: Any, context: Any, most: Any, *rest: Any, **more: Any) -> Any:
        line = before(text, style, context, most, *rest, **more)
        if line[2] is None or line[2] != line[1] or style["white_space"] != "normal":
            return line  # as most do it ends at a space
        said = text.encode()[: line[2]].decode()
        start = said.rfind(" ") + 1
        word = text[start : start + _LONGEST].partition(" ")[0]
        if not said[:start].strip(" ") or not _ADDRESS.search(word):
            return line
        layout, length, _, *sizes = before(
            said[:start].rstrip(" "), style, context, None, *rest, **more
        )
        wide = before(word, style, context, None, *rest, **more)[3]
        if wide > most or sizes[0] < most * _FULL:
            return line
        return layout, length, len(said[:start].encode()), *sizes

    return split
