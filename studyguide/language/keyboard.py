"""What a keyboard gives for the signs of good typography, and which signs those are for raised figures."""

from studyguide.patterns import lazy

_KEYS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        "…": "...",
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                        "\u202f\u205f\u3000", " "),
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", ""),
        **dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-", strict=True)),
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    }
)  # fmt: skip
_SPACES = lazy(r" {2,}")

RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
"""What is set higher or lower has signs of its own, which stay where only letters are kept."""

_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_RUN = lazy(f"[{''.join(map(chr, _FIGURES))}]+")


def as_typed(text: str) -> str:
    """Write a text as somebody types it: straight quotes, hyphens for dashes, plain spaces, 10^9."""
    raised = _RUN.sub(lambda figures: f"^{figures[0].translate(_FIGURES)}", text)
    return _SPACES.sub(" ", raised.translate(_KEYS))


def spaced(text: str) -> str:
    """Give a text in which no-break spaces were pasted for all others plain ones, where lines may break.

    Where a curator has put one among plain ones it stays.
    """
    if _NO_BREAK not in text or " " in text.strip() or text.count(_NO_BREAK) < _MOST_MEANT:
        return text
    return text.replace(_NO_BREAK, " ")


_NO_BREAK = "\N{NO-BREAK SPACE}"
_MOST_MEANT = 3
"""So many of them and no other space are no longer meant."""
