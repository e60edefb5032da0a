"""Names in their grammatical cases: whether two words may be one name, the one as Polish has it behind "with".

Snowball cuts what looks like an ending, which is too much (Krakowiec, Kraków) or too little (Praha, v Praze). Here
both words must take endings of one way to decline, behind what stays of the name but for a few letters that change.
Months have cases, too, and short forms.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from studyguide.patterns import lazy

_WAYS = {
    "pl": (
        "0 a u owi em iem ie e y i iu owie ów om ami ach",
        "i y iego ego iemu emu im ym",
        "a o y i ie e ę ą",
        "a ej iej ą",
        "0 i y ą",
        "o e a u em iem ie",
        "e ie ego iego emu iemu em im ym",
        "y i e 0 ów om ami ach",
        "um a ów om ami ach",
    ),
    "ru": (
        "0 а у ом ем ым е ы и ых ыми",
        "й ь я ю ем ём е и",
        "ий ый ой ого его ому ему им ым ом ем",
        "а ы и е у ой ою",
        "я и е ю ей ёй ею",
        "ая яя ой ей ую юю ою ею",
        "ь и ью",
        "о е а я у ю ом ем",
        "ы и а 0 ам ям ами ями ах ях",
        "ие ые их ых им ым ими ыми",
    ),
    "uk": (
        "0 а у ові ом ем им і и е их ими",
        "й ь я ю еві єві ем єм ї і у",
        "ий ій ого ому им ім",
        "а и і у ою о ій",
        "я і ї ю ею єю е є",
        "а ої ій у ою",
        "0 ь і ю ʼю 'ю",
        "о е а я у ю ові еві ом ем і",
        "и і а 0 ам ям ами ями ах ях",
        "і их им ими",
    ),
    "cs": (
        "0 a u ovi em e ě i y ů ům ech ích ové",
        "a y ovi u o ou",
        "ý í ého ího ému ímu ým ím ém",
        "a y e ě i u o ou",
        "e i í ií ii",
        "á é ou",
        "0 i í e ě",
        "o a u em e ě",
        "y e a 0 ů ům ech ích ách ami ím",
    ),
    "sk": (
        "0 a u ovi om e i ia ov och",
        "a u ovi om o",
        "ý y í i ého eho ému emu ým ym ím im om",
        "a y i e u ou",
        "a i e u ou iu",
        "á a ej ú u ou",
        "0 i ou e",
        "o e a u om",
        "y e a 0 ov om ám ami och ách iach",
    ),
    "hr": (
        "0 a u om em e i ovi ova",
        "i og oga om ome omu im",
        "a e i u o om",
        "0 i ju u",
        "o e a u om em",
    ),
    "sr": (
        *("0 а у ом ем е и", "и ог ога ом оме им", "а е и у о ом", "0 и ју у", "о е а у ом ем"),
        *("0 a u om em e i", "i og oga om ome im", "a e i u o om", "0 i ju u", "o e a u om em"),
    ),
    "sl": ("0 a u om em ov", "a e i o", "0 i jo", "o e a u om em", "i a ega emu em im"),
    "la": (
        "us i o um e",
        "us ius ii io ium",
        "er eri ero erum ri ro rum",
        "a ae am arum as is",
        "0 is i em e es um ibus",
        "o onis oni onem one inis ini inem ine",
        "es is i em e ae",
        "s tis ti tem te dis di dem de",
        "us eris eri ere oris ori orem ore",
        "x cis ci cem ce gis gi gem ge",
        "um i o a",
        "ae arum is as i orum os",
    ),
    "lt": (
        *("as o ui ą u e ai", "is io iui į iu yje", "ys io iui į iu yje y", "us aus ui ų umi uje au"),
        *("a os ai ą oje", "ė ės ei ę e ėje", "ius iaus iui ių iumi iau", "is ies iai į imi yje"),
    ),
    "lv": ("s a am u ā", "is a im i ī ja jam", "us us um u ū", "a as ai u ā", "e es ei i ē"),
    "el": ("ος ου ο ε", "ης η ου", "ας α ου", "ες", "α ας ης", "η ης ας", "ω ως", "ο ου", "ι ιου", "οι ων ους", "ες ων"),
    "fi": (
        "0 a ä n en ien in ta tä tta ttä ssa ssä sta stä lla llä lta ltä lle na nä ksi an än on ön un yn han hän hen hin hon hyn seen siin",
    ),
}  # fmt: skip
_WAYS |= {"bs": _WAYS["hr"]}

_VOWELS = "aeiouyáéíóúůýäöüąęěėīūāēаеёиоуыэюяіїєαεηιουω"


def _changing(letters: str, *ends: tuple[str, str]) -> Callable[[str], str]:
    """Give what writes a stem as it is before any letter in it changes; `letters` in pairs, `ends` by patterns."""
    table = str.maketrans(letters[::2], letters[1::2])
    patterns = [(lazy(end), to) for end, to in ends]

    def changed(stem: str) -> str:
        stem = stem[:-4] + stem[-4:].translate(table)
        for end, to in patterns:
            stem = end.sub(to, stem)
        return stem

    return changed


_GRADES = (("nen$|(?<=[aeiouyäö])se?$", "s"), ("ks?e?$", "ks"), ("ng", "nk"), ("nn", "nt"), ("mm", "mp"),
           ("ll", "lt"), ("rr", "rt"), ("([kpt])\\1", r"\1"), ("d(?=[aeiouyäö]?$)", "t"),
           ("(?<=[rlhaeiouyäö])k(?=[aeiouyäö]$)", ""), ("([aeiouyäö])\\1$", r"\1"), ("[ei]$", ""))  # fmt: skip
_CHANGES = {
    "pl": _changing("óońnśsćcźzłląę", ("rz$", "r"), ("dz$", "g"), ("c$", "k"), ("i$", "")),
    "ru": _changing("ёе", ("ь", "")),
    "uk": _changing("іоїоеоєо", ("ь", ""), ("з$", "г"), ("ц$", "к")),
    "cs": _changing("řrňnďdťtůo", ("z$", "h"), ("c$", "k")),
    "sk": _changing("ňnďdťtľl", ("c$", "k")),
    "hr": _changing("", ("z$", "g"), ("c$", "k")),
    "fi": _changing("", *_GRADES),
}
_CHANGES |= {"bs": _CHANGES["hr"]}
_FLEETING = lazy(r"(?:ie|[eaoеоёěә])(?=[^aeiouyаеёиоуыэюяіїє]$)")
_FLEES = frozenset(["pl", "ru", "uk", "cs", "sk", "hr", "sr", "sl", "bs"])
_SHORTEST = 2
"""Letters of a stem: Ewa, Ada."""

_SHORTEST_MONTH, _LONGEST_MONTH = 3, 5
_MAY = 2
"""Letters that stay of a month in all cases, if it has no more than three: май, мая; the first three of all others."""


def has_ways(base: str) -> bool:
    """Whether it is known how a language declines names."""
    return base in _WAYS


@lru_cache(maxsize=20_000)
def declined(base: str, form: str) -> frozenset[tuple[int, str]]:
    """Give each way in which a name may be declined, with its stem; two words may be one name if they share one."""
    return frozenset(_declined(base, form))


def _declined(base: str, form: str) -> Iterator[tuple[int, str]]:
    change = _CHANGES.get(base, str)
    if base == "el":
        form = "".join(each for each in normalize("NFD", form) if not combining(each))
    for way, endings in enumerate(_WAYS.get(base, ())):
        for ending in endings.casefold().split():
            if ending == "0":
                if base == "fi" or form[-1:] not in _VOWELS:
                    yield way, change(form)
                    if base in _FLEES and len(form) > _SHORTEST:
                        yield way, change(_FLEETING.sub("", form))
            elif form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
                yield way, change(form[: -len(ending)])
                if ending in ("й", "ь"):
                    yield way, change(_FLEETING.sub("", form[:-1]))


def is_month(form: str, months: frozenset[str]) -> bool:
    """Whether a word is one of the months of a language, or may be short for one: Nov."""
    is_short = _SHORTEST_MONTH <= len(form) < _LONGEST_MONTH
    return form in months or (is_short and any(month.startswith(form) for month in months))


def is_same_month(form: str, other: str, months: frozenset[str], *, declines: bool) -> bool:
    """Whether one of two words is short for the other, which is a month: Nov., November; or in another case."""
    short, long = sorted((form, other), key=len)
    if declines and months.issuperset((short, long)):
        alike = _MAY if len(long) == _SHORTEST_MONTH else _SHORTEST_MONTH
        return short[:alike] == long[:alike]
    is_short = len(short) >= _SHORTEST_MONTH and short not in months
    return is_short and long in months and long.startswith(short)
