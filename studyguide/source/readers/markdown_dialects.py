"""What writers of Markdown put into it that CommonMark has no word for: Pandoc's, Obsidian's, GitHub's, Hugo's marks."""

import re

from studyguide.language.keyboard import RAISED

_FENCE = re.compile(r"^[ ]{0,3}:{3,}[^\n]*$", re.MULTILINE)
_REMARKS = re.compile(r"^%%[^\S\n]*\n(?:(?!%%)[^\n]*\n){0,500}%%[^\S\n]*$", re.MULTILINE)
_REMARK = re.compile(r"(?<![\w%])%%[^%\n]{1,1000}%%(?![\w%])")
_FENCED = re.compile(r"^(```|~~~).*?(?:^\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_SHORTCODE = re.compile(
    r"\{\{[<%][^{}\n]{0,1000}[>%]\}\}|\{%[^{}\n]{0,1000}%\}|\{:[^{}\n]{0,1000}\}"
)
_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]{1,1000}\]\]")
_LINKED = re.compile(
    r"\[\[(?=\S)([^\[\]|\n#]{0,500})[^\[\]|\n]{0,500}(?:\|([^\[\]\n]{0,500}))?(?<=\S)\]\]"
)
_MARKED = re.compile(r"(?<!=)==(?=[^\s=])([^=\n]{1,1000})(?<=\S)==(?!=)")
_CITED = re.compile(r"\s?\[(?:[^\[\]@\n]{0,200}[\s;])?-?@\w[^\[\]\n]{0,500}\]")
_LOWERED = re.compile(r"(?<=[^\W\d_])~([\d+−-]{1,4}|[a-z]{1,3})~")
_RAISED = re.compile(r"(?<=[\w)])\^([\d+−-]{1,6}|[a-z]{1,2})\^")
_BEFORE = re.compile(r"\A\s*\[(?:[ xX]\]\s+|!\w+\][+-]?[^\S\n]*)")
_BEHIND = re.compile(r"(?:(?<=\s)|^)\^[\w-]{3,}\s*$")
_INLINE_NOTE = re.compile(r"\^\[([^\[\]]{1,2000})\]")


def without_fences(text: str) -> str:
    """Leave out the lines around parts that only have a name (`::: note`), and remarks (`%% %%`); not in programs."""
    if ":::" not in text and "%%" not in text:
        return text
    parts, at = [], 0
    for code in _FENCED.finditer(text):
        parts += [_REMARKS.sub("", _FENCE.sub("\n", text[at : code.start()])), code[0]]
        at = code.end()
    return "".join([*parts, _REMARKS.sub("", _FENCE.sub("\n", text[at:]))])


def as_read(text: str) -> str:
    """Give a text within a line as it is read: links by what they show, without marks for programs."""
    if "[" in text:
        text = _INLINE_NOTE.sub("", _EMBEDDED.sub("", text))
        text = _LINKED.sub(lambda match: match[2] or match[1], text)
        text = _CITED.sub("", text) if "@" in text else text
    if "%%" in text:
        text = _REMARK.sub("", text)
    if "{" in text:
        text = _SHORTCODE.sub("", text)
    if "==" in text:
        text = _MARKED.sub(r"\1", text)
    if "~" in text or "^" in text:
        text = _RAISED.sub(lambda match: match[1].translate(RAISED), _LOWERED.sub(r"\1", text))
    return text


def bare(text: str) -> str:
    """Leave out what stands before a part, a box to tick or the kind of a remark, and the name behind it."""
    return _BEHIND.sub(
        "", _BEFORE.sub("", text, count=1) if text.lstrip().startswith("[") else text
    )


def notes_in(text: str) -> list[str]:
    """Give the notes that are written into a text: `^[like this]`."""
    return _INLINE_NOTE.findall(text) if "^[" in text else []
