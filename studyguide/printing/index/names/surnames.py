"""Where in the name of a person the surname begins, with the particles before it; where it comes first, and where there is none."""

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import combining, normalize

from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.patronymics import is_without_surname, surname_behind_father

_FAMILY_FIRST: Final = frozenset(("hu", "ja", "ko", "vi", "zh"))
"""Languages in which the family's name comes first."""

_TWO_SURNAMES: Final = frozenset(("ca", "es", "gl"))
_SECOND_GIVEN: Final = frozenset(
    """
    alberto alejandro alfonso ana ángel ángeles antonio beatriz carlos carmen carolina cristina daniel diego eduardo
    elena emilio enrique ernesto felipe fernando francisco guillermo ignacio inés isabel javier jesús joaquín jorge josé
    juan juana julio luis luisa manuel margarita maría martín mercedes miguel pablo pedro pilar rafael ramón ricardo
    roberto rosa santiago teresa tomás vicente victoria
    """.split()  # noqa: SIM905, a list is easier to read so
)
"""Behind another given name these are a second one, and no first surname: Juan José Arévalo."""

_FIRST_OF_TWO: Final = frozenset(
    """
    álvarez castillo castro díaz domínguez fernández flores garcía gómez gonzález gutiérrez hernández herrera jiménez lópez
    martínez méndez mendoza molina moreno muñoz núñez ortiz pérez ramírez reyes rodríguez rojas romero ruiz sánchez silva
    suárez torres vargas vásquez vázquez velázquez
    """.split()  # noqa: SIM905
)
"""In the middle of three words these are the first of two surnames, in whatever language: Gabriel García Márquez."""

PARTICLES: Final = frozenset((
    "à", "af", "al", "am", "auf", "aus", "av", "ben", "bin", "bint", "d’", "d'", "da", "das", "de", "de’", "de'",
    "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "l’",
    "l'", "la", "las", "le", "les", "los", "of", "op", "'t", "’t", "ten", "ter", "te", "til", "van",
    "vom", "von", "vor", "y", "zu", "zum", "zur",
    "бен", "бин", "ван", "да", "дас", "де", "дель", "делла", "ден", "дер", "ди", "дос", "ду", "дю", "д’", "д'", "ибн", "ла",
    "ле", "тен", "тер", "фом", "фон", "цу", "цум", "цур",
    "βαν", "ντα", "ντε", "ντελ", "ντερ", "ντι", "φον",
))  # fmt: skip
_WORDS: Final = re.compile(
    r"""(?:von\ und\ zu[mr]?|vom\ und\ zum|(?:aan|bij|in|onder|op|over|uit|voor)\ (?:de[nr]?|het|['’]t))(?=\ )
    |(?<!\S)[dд]['’](?=[^\W\d_])|\S+""",
    re.VERBOSE,
)
"""Words of a name; of particles some have several, of which one alone may be no particle, and one is written with its word."""

_ARABIC: Final = re.compile(
    r"(?:a[dlnrstz]|a[st]h|e[lsr]|ul|а[дзнрстш]|[аэ]ль)-(?=[^\W\d_a-zа-яё])|ال(?=..)"
)
"""The article of an Arabic surname, written with it: al-, and as it is before some letters."""

_SONS: Final = frozenset(
    ("ben", "bin", "bint", "ibn", "бен", "бин", "бинт", "ибн", "ابن", "ابنة", "بن", "بنت")
)
"""Before these a name is given, and behind them stands the father's: Ahmad ibn Rustam has no surname."""

_FATHERS: Final = frozenset(("abu", "umm", "абу", "умм", "أبو", "ابو", "أم"))
_SERVANTS: Final = frozenset(("abd", "عبد"))
"""With these begins what is one name with the word behind it: Abu Bakr, Abd al-Malik."""

_PAIR = 2
_ELIDED: Final = re.compile(r"(?<=\b[dд][’'])\ ")
_RANKS: Final = frozenset(("bey", "efendi", "effendi", "hanım", "pasha", "paşa"))
"""Behind the name of a Turk these are no surname: Mustafa Kemal Pasha."""

_CALLED: Final = frozenset((
    "dante alighieri", "genghis khan", "harun al-rashid", "jeanne d’arc", "kublai khan", "leonardo da vinci",
    "thomas à kempis", "данте алигьери", "жанна д’арк", "леонардо да винчи", "чингис хан",
))  # fmt: skip
"""What stands behind the given names of these was never their family's."""

_CHINESE: Final = frozenset(
    """
    bai bao cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu gao ge gong gu guan guo han hong hou
    hu hua huang jia jiang jin kang kong lai lei li liang liao lin liu lu lü luo ma mao mei meng mo ni nie pan pang peng
    qi qian qiao qin qiu qu ren shao shen shi song su sun tan tang tao tian tong wang wei wen wu xi xia xiang xiao xie
    xing xiong xu xue yan yang yao ye yin yu yuan yue zeng zhang zhao zheng zhong zhou zhu zou
    """.split()  # noqa: SIM905
)
_VIETNAMESE: Final = frozenset("ho hồ ngo ngô nguyen nguyễn pham phạm tran trần vo võ".split())  # noqa: SIM905
_SYLLABLE: Final = (
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i?ang|iong|i?ong|uang|i?eng|ing|i?ao|i?an|u?an|u?ai|u?ei|u?en|er|in|u[eno]?|üe?|i[aeu]?|ua|a|o|ou|e)"
)
_SYLLABLES: Final = re.compile(f"{_SYLLABLE}(?:['’]?{_SYLLABLE})?")
"""A given name of China in Pinyin."""

_BEFORE_TWO: Final = frozenset(
    """
    ahn baek ban bui cha chan chang chen cheung chiang cho choe choi chou chow chua chun chung dang dinh do duong goh han
    ho hong hwang im jang jeon jeong jung kang kim koh kwok kwon lam lau le lee leung li lim lin loh ly ma mao moon ngo
    nguyen noh oh ong paik pak park pham phan rhee ri roh ryu seo shin sim sin soong suh sun tan teng teo tran truong tsai
    tsang tung vo vu wong wu yang yeo yeung yi yoo yoon yun
    """.split()  # noqa: SIM905
)
"""Surnames that two syllables follow: of Korea, Vietnam, and China as it was written before Pinyin, or is in its south."""

_NEVER_GIVEN: Final = frozenset("choi kim lee pak park rhee".split())  # noqa: SIM905
"""Behind two syllables these are the surname after all: Chan Ho Park."""

_ONE_SYLLABLE: Final = re.compile(
    "(?:ch|gi|hs|hw|kh|kw|ngh?|nh|ph|qu|sh|sw|sz|th|tr|ts|tz|[bdfghjklmnprstvwxyz])?"
    "[yw]?(?!ea|oa)(?:[aeiou]{1,3}w?|y)(?:ng|nh|ch|ck|[cghklmnprt])?"
)
"""A syllable of such a given name, without its marks: Il, Sung, Kuan, Yew, Thieu; Harvey and Cleef are none."""

_WITH_THE_ONE_BEFORE: Final = frozenset(("Filho", "Júnior", "Netto", "Sobrinho"))
"""What is no surname without the word before it: Marques Filho."""

_CLANS: Final = frozenset((
    "Ap", "Fitz", "Mac", "Mag", "Mc", "Nic", "Ní", "O'", "O’", "Ua", "Uí", "Ó",
))  # fmt: skip
"""With these, where they stand apart, Irish, Scottish and Welsh surnames begin: Duncan Mac Leod."""

_HYPHENED: Final = re.compile(r"[^\W\d_]+-[^\W\d_]+")
"""A given name of China or Korea; elsewhere what stands behind a hyphen has a capital: Kim Jong-un, Bulwer-Lytton."""


def words_of(name: str) -> list[str]:
    """Part a name into words, with particles of several words in one: `Karl`, `von und zu`, `Brand`; `Jean`, `d’`, `Orme`."""
    return _WORDS.findall(" ".join(name.split()))


def joined(words: Iterable[str]) -> str:
    """Join them again."""
    return _ELIDED.sub("", " ".join(words))


def article_of(surname: str) -> str:
    """Give the article that is written with an Arabic surname, with its hyphen: `al-`; else nothing."""
    found = _ARABIC.match(surname)
    return found[0] if found and found[0].endswith("-") else ""


def is_article_before(word: str) -> bool:
    """Whether a word is a surname behind its Arabic article: al-Hakim, الحكيم."""
    return bool(_ARABIC.match(word))


def has_no_surname(words: list[str]) -> bool:
    """Whether a name is looked up as it stands: Ahmad ibn Rustam, Ibn Battuta, Abd al-Malik, Mustafa Kemal Pasha."""
    if len(words) < _PAIR:
        return False
    small = [word.casefold() for word in words]
    if (
        " ".join(small).replace("'", "’").replace("d’ ", "d’").replace("д’ ", "д’") in _CALLED
        or small[-1] in _RANKS
    ):
        return True
    if is_without_surname(words) or (small[0] in _SERVANTS and len(words) == _PAIR):
        return True
    if len(words) == _PAIR and words[0] in _CLANS - {"Mac"}:
        return True
    is_of_sons = small[0] in _SONS | _FATHERS or not _SONS.isdisjoint(words)
    return is_of_sons and (len(words) == _PAIR or not is_article_before(words[-1]))


def is_particle(word: str) -> bool:
    """Whether a word belongs to a surname behind it, and has no capital."""
    return word in PARTICLES or " " in word


def is_family_first(words: list[str], language: str) -> bool:
    """Whether a name of these words begins with the family's: all of some languages, Mao Zedong in each."""
    if language in _FAMILY_FIRST:
        return True
    first, last = words[0].casefold(), words[-1]
    if len(words) > 2:
        is_vietnamese = first in _VIETNAMESE and not any(map(is_particle, words))
        return is_vietnamese or _is_of_three_syllables(words)
    if _HYPHENED.fullmatch(last):
        return last[0].isupper() and last.partition("-")[2].islower()
    return first in _CHINESE and bool(_SYLLABLES.fullmatch(last.casefold()))


def _is_of_three_syllables(words: list[str]) -> bool:
    """Whether a name is a surname and two syllables, each with its capital: Kim Il Sung, Lee Kuan Yew."""
    surname, *given = (_without_marks(word.casefold()) for word in words)
    return (
        len(words) == 3
        and surname in _BEFORE_TWO
        and given[-1] not in _NEVER_GIVEN
        and all(map(str.istitle, words))
        and all(map(_ONE_SYLLABLE.fullmatch, given))
    )


def start_of_surname(words: list[str], language: str) -> int:
    """Tell where the surname begins, the particles before it included; of two surnames the first."""
    last = len(words) - 1
    at = _before_particles(words, last - (last > 1 and words[last] in _WITH_THE_ONE_BEFORE))
    if words[at - 1].casefold() in _SERVANTS and is_article_before(words[at]):
        return at - 1
    if words[at] == "y":  # between two surnames, in whatever language: José Ortega y Gasset
        return _before_particles(words, at - 1) if at > 1 else 0
    if first := _first_particle(words[:at]) or surname_behind_father(words):
        return first
    before = words[at - 1].casefold()
    is_first_of_two = at == len(words) - 1 and before in _FIRST_OF_TWO
    if language in _TWO_SURNAMES:
        is_first_of_two = before not in _SECOND_GIVEN
    return _before_particles(words, at - 1) if is_first_of_two and at > 1 else at


def _first_particle(words: list[str]) -> int:
    """Tell where a particle begins the first of several surnames, if one does: Miguel de Cervantes, but not María del Carmen."""
    for at, word in enumerate(words[1:], 1):
        name = next((each for each in words[at:] if not is_particle(each)), "")
        if is_particle(word) and name:
            return 0 if is_given(name) else at
    return 0


def _without_marks(word: str) -> str:
    apart = normalize("NFD", word.replace("đ", "d"))
    return "".join(sign for sign in apart if not combining(sign))


def _before_particles(words: list[str], at: int) -> int:
    while at > 1 and _joins(words[at - 1]):
        at -= 1
    return at


def _joins(word: str) -> bool:
    """Whether a word belongs to the surname behind it: a particle, in either case, or Abu."""
    small = word.casefold()
    return is_particle(word) or word in _CLANS or (small in PARTICLES | _FATHERS and len(word) > 1)
