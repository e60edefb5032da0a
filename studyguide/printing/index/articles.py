"""Articles with which titles and names begin, which an index puts behind them: `Financial Times, The`."""

_ARTICLES = {
    "ca": ("el", "la", "els", "les", "un", "una", "uns", "unes"),
    "da": ("en", "et"),
    "el": ("ο", "η", "το", "οι", "τα", "ένας", "μία", "ένα"),
    "de": ("der", "die", "das", "ein", "eine"),
    "en": ("the", "a", "an"),
    "es": ("el", "la", "los", "las", "un", "una", "unos", "unas"),
    "fr": ("le", "la", "les", "un", "une"),
    "gl": ("o", "a", "os", "as", "un", "unha"),
    "hu": ("a", "az", "egy"),
    "it": ("il", "lo", "la", "i", "gli", "le", "un", "uno", "una"),
    "nb": ("en", "ei", "et"),
    "nl": ("de", "het", "een", "’t", "'t"),
    "nn": ("ein", "ei", "eit"),
    "no": ("en", "ei", "et"),
    "oc": ("lo", "la", "los", "las", "un", "una"),
    "pt": ("o", "a", "os", "as", "um", "uma", "uns", "umas"),
    "ro": ("un", "o"),
    "sv": ("en", "ett"),
}
_INDEFINITE = frozenset(
    "a an ein eine een ei eit egy en et ett ένας μία ένα un une uno una unos unas uns unes unha um uma umas".split()  # noqa: SIM905
)
_ELIDED = {
    tag: tuple(f"{article}{sign}" for article in articles for sign in "’'")
    for tag, articles in (("ca", ("l",)), ("fr", ("l",)), ("it", ("gl", "l", "un")), ("oc", ("l",)))
}


def articles_of(tag: str) -> tuple[str, ...]:
    """Give the articles of a language that stand apart from their word."""
    return _ARTICLES.get(tag, ())


def looked_up(name: str, language: str) -> str:
    """Turn round a title that begins with an article: `Financial Times, The`."""
    tag = language.partition("-")[0]
    for elided in _ELIDED.get(tag, ()):
        if name.casefold().startswith(elided) and name != name[: len(elided)]:
            return f"{name[len(elided) :]}, {name[: len(elided)]}"
    first, _, rest = name.partition(" ")
    articles = articles_of(tag)
    return f"{rest}, {first}" if rest and first.casefold() in articles else name


def is_turned_title(heading: str, language: str) -> bool:
    """Whether a title was turned round from its article: `Financial Times, The`."""
    title, _, article = heading.rpartition(", ")
    between = "" if article.endswith(("’", "'")) else " "
    return bool(title) and looked_up(f"{article}{between}{title}", language) == heading


def is_article_of_a_name(word: str, language: str) -> bool:
    """Whether a word with a capital may be the article that a name begins with: The Hague, La Habana; no single letter is."""
    small = word.casefold()
    is_one = small in articles_of(language.partition("-")[0]) and small not in _INDEFINITE
    return is_one and word[0].isupper() and len(word) > 1


def without_article(title: str, language: str) -> str:
    """Give a title without the article that it begins with; nothing where it has none."""
    turned = looked_up(title, language)
    return turned.rpartition(", ")[0] if turned != title else ""
