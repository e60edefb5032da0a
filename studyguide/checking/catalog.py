"""What each code asks, with a bad and a good example: `catalog.md`, for a terminal or as a document."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from studyguide.errors import StudyGuideError
from studyguide.patterns import lazy

_HEADING = lazy(r"^(#{1,2}) (.+)$", re.MULTILINE)
_FENCE = lazy(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = lazy(r" file=(\S+)")
_LEAST_LIKENESS = 60
_DOCUMENT = """\
<!-- Generated from studyguide/checking/catalog.md: do not edit. To renew it:
     .venv/bin/python -m studyguide.checking.catalog > docs/checks.md -->

# What the check asks

Each finding ends with a code in brackets. This is what the codes mean; `studyguide check --explain CODE`
shows the same on a terminal. Errors keep a deck from being built; warnings are settled by an edit or by a
review. The examples are about the source text of `cards/tide-mills`.

{contents}

{groups}"""


class _Section(NamedTuple):
    """What the catalog says of one code, in Markdown, and the group that it stands in."""

    group: str
    code: str
    text: str


@cache
def _sections() -> tuple[_Section, ...]:
    text = Path(__file__).with_name("catalog.md").read_text(encoding="utf-8")
    return tuple(_read(text))


def _read(text: str) -> Iterator[_Section]:
    """Cut the catalog at its headings; in an example, `#` begins a comment."""
    blank = _FENCE.sub(lambda fence: " " * len(fence[0]), text)
    headings = [*_HEADING.finditer(blank)]
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    group = ""
    for heading, end in zip(headings, ends, strict=True):
        if heading[1] == "#":
            group = heading[2]
        else:
            yield _Section(group, heading[2], text[heading.end() : end].strip())


def codes() -> tuple[str, ...]:
    """List every code that a finding may have, in the order of the catalog."""
    return tuple(section.code for section in _sections())


def severities(code: str) -> tuple[str, ...]:
    """Give how bad findings of a code may be; nothing if there is no such code."""
    section = next((each for each in _sections() if each.code == code), None)
    return tuple(section.text.split("\n")[0].split(" or ")) if section else ()


def explain(code: str) -> str:
    """Say in plain text what a code asks. Raises `StudyGuideError` if there is no such code."""
    wanted = code.strip().strip("[]").casefold()
    for section in _sections():
        if section.code == wanted:
            return f"{wanted}: {_FENCE.sub(_indented, section.text)}\n"
    raise StudyGuideError(f"there is no code `{code}`; {_suggestion(wanted)}")


def _suggestion(wanted: str) -> str:
    from rapidfuzz import fuzz, process

    found = process.extract(
        wanted, codes(), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS, limit=3
    )
    if not found:
        return "codes stand in brackets at the end of a finding"
    *others, last = (near for near, _, _ in found)
    return f"did you mean {', '.join(others)}{' or ' * bool(others)}{last}?"


def _indented(fence: re.Match[str]) -> str:
    file = _FILE.match(fence[2])
    label = f"  {file[1]}:\n\n" if file else ""
    lines = fence[3].rstrip("\n").split("\n")
    return label + "\n".join(f"    {line}".rstrip() for line in lines)


def as_document() -> str:
    """Give the whole catalog as the Markdown of `docs/checks.md`."""
    groups = dict.fromkeys(section.group for section in _sections())
    contents = "\n".join(f"- {group}: {_links(group)}" for group in groups)
    return _DOCUMENT.format(contents=contents, groups="\n\n".join(map(_group, groups)) + "\n")


def _links(group: str) -> str:
    return ", ".join(f"[{each.code}](#{each.code})" for each in _sections() if each.group == group)


def _group(group: str) -> str:
    parts = (
        f"### {each.code}\n\n{_FENCE.sub(_plain, each.text)}"
        for each in _sections()
        if each.group == group
    )
    return "\n\n".join((f"## {group}", *parts))


def _plain(fence: re.Match[str]) -> str:
    file = _FILE.match(fence[2])
    label = f"`{file[1]}`\n\n" if file else ""
    return f"{label}```{fence[1]}\n{fence[3]}```"


if __name__ == "__main__":
    sys.stdout.write(as_document())
