"""Small details of setting text: quotes, dashes, spaces that must not break."""

import re

from markupsafe import Markup

_OPENING_QUOTES = re.compile(r"""(?<![^\s(\[{/—–‘“])(?!'\d\d)["']+(?=\S)""")
_OPENED = str.maketrans("\"'", "“‘")
_CLOSED = str.maketrans("\"'", "”’")
_UNBREAKABLE = re.compile(
    r"(?<=§) |(?<=¶) |(?<=§\d) |(?<=§\d\d) "  # § 4, §1 ¶4
    r"|(?<=\b[A-Z]\.) (?=[A-ZÀ-Þ])"  # V. I. Lenin
    r"|(?<=\b(?:Dr|Mr|St|No|pp)\.) (?=[\dA-Z])|(?<=\bMrs\.) (?=[A-Z])|(?<=\bp\.) (?=\d)"
    r"|(?<=\d) (?=(?:and|or|to) \d)|(?<=\d and) (?=\d)|(?<=\d or) (?=\d)|(?<=\d to) (?=\d)"
    r"|(?<=\d) (?=(?:mm|cm|km|m|kg|t|%|per cent|million|billion)\b)"
)
_DASH = re.compile(r"(?<=\s)-(?=\s)|(?<![\d-])(\d+)-(?=\d+(?![\d-]))")


def curled(text: str) -> str:
    """Make straight quotes curly, hyphens dashes, some spaces unbreakable; the length stays."""
    text = _OPENING_QUOTES.sub(lambda quotes: quotes.group().translate(_OPENED), text)
    text = _DASH.sub(lambda dash: (dash[1] or "") + "–", text.translate(_CLOSED))
    return _UNBREAKABLE.sub("\u00a0", text)


def lined(html: Markup) -> Markup:
    """Keep the lines of a text, and how far each is indented: verse and code live by that."""
    return Markup(_LINE.sub(_broken, str(html)))  # noqa: S704, what was safe is safe with breaks


def _broken(line: re.Match[str]) -> str:
    return "<br>" + "\u00a0" * len(line[1].expandtabs(4))


_LINE = re.compile(r"\r?\n([ \t]*)")
