"""How a name is looked up: persons by their surname, titles without their article."""

from studyguide.printing.book.organisations import BODIES

_ARTICLES = {
    "el": ("ο", "η", "το", "οι", "τα", "ένας", "μία", "ένα"),
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las"),
    "fr": ("le", "la", "les", "un", "une"),
    "it": ("il", "lo", "la", "i", "gli", "le"),
    "nl": ("de", "het", "een"),
    "pt": ("o", "a", "os", "as"),
}
_ELIDED = {"fr": ("l’", "l'"), "it": ("l’", "l'", "un’", "un'")}
_STAY_BEFORE = {
    "fr": ("la", "le", "les", "du", "des", "l’", "l'"),
    "it": ("da", "de", "dei", "del", "della", "di", "lo", "la"),
    "es": ("la", "las", "los"),
}
"""Small particles that belong to a surname; elsewhere they go behind the given name."""

_AS_WRITTEN = frozenset(("hu", "ja", "ko", "vi", "zh"))
"""Where the family's name comes first."""

_TWO_SURNAMES = frozenset(("ca", "es", "gl"))

_PARTICLES = frozenset(
    [
        "af",
        "al",
        "am",
        "auf",
        "aus",
        "av",
        "ben",
        "bin",
        "d’",
        "d'",
        "da",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "l’",
        "l'",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "op",
        "'t",
        "ten",
        "ter",
        "te",
        "til",
        "van",
        "vom",
        "von",
        "vor",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)
_NUMERALS = frozenset(
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "jr", "jr.", "sr.")
)


def looked_up(name: str, language: str) -> str:
    """Turn round a title that begins with an article: `Financial Times, The`."""
    tag = language.partition("-")[0]
    for elided in _ELIDED.get(tag, ()):
        if name.casefold().startswith(elided) and name != name[: len(elided)]:
            return f"{name[len(elided) :]}, {name[: len(elided)]}"
    first, _, rest = name.partition(" ")
    articles = _ARTICLES.get(tag, ())
    return f"{rest}, {first}" if rest and first.casefold() in articles else name


def surname_first(name: str, language: str) -> str:
    """Turn the name of a person round: `Kestrel, Ada`, `Goethe, Johann Wolfgang von`.

    A body, a single name, a king (`Philip II`) and what follows a comma already stay as they are.
    """
    words = name.split()
    tag = language.partition("-")[0]
    if tag in _AS_WRITTEN or not _is_a_person(words, tag):
        return name
    at = _start_of_surname(words, tag)
    if at == 0:
        return name
    behind = [word for word in words[at:] if _is_particle(word)]
    stays = _STAY_BEFORE.get(tag, ())
    while behind and behind[-1] in stays:
        behind.pop()
    surname = words[at + len(behind) :]
    return f"{' '.join(surname)}, {' '.join([*words[:at], *behind])}"


def _start_of_surname(words: list[str], tag: str) -> int:
    """Tell where the surname begins, the particles before it included."""
    at = len(words) - 1
    if tag in _TWO_SURNAMES and len(words) > 2 and not _is_particle(words[-2]):
        at -= 1
    while at > 1 and _joins(words[at - 1]):
        at -= 1
    return at


def _joins(word: str) -> bool:
    """Whether a word belongs to the surname behind it: a particle, in either case."""
    return _is_particle(word) or (word.casefold() in _PARTICLES and len(word) > 1)


def _is_particle(word: str) -> bool:
    return word in _PARTICLES


def _is_a_person(words: list[str], tag: str) -> bool:
    plain = [word.casefold().strip(".,;") for word in words]
    return (
        1 < len(words) <= 6
        and "," not in "".join(words)
        and "of" not in plain
        and plain[0] not in _ARTICLES.get(tag, ())
        and plain[-1] not in _NUMERALS
        and not set(plain) & BODIES
        and all(not word[0].islower() or _is_particle(word) for word in words)
        and not _is_particle(words[-1])
    )
