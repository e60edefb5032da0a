"""How many there are of something, as English says it."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """Say how many: `1 section`, `1,234 words`; `plural` where that is no `s`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
