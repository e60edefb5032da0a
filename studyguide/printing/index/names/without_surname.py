"""Names of persons that are looked up as they stand: by a given name and the father's, a byname, a place or a rank."""

import re
from typing import Final

from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.patronymics import is_without_surname
from studyguide.printing.index.names.surnames import (
    CLANS,
    FATHERS,
    SERVANTS,
    SONS,
    is_article_before,
)

_RANKS: Final = frozenset(
    "ağa bey beg begum efendi effendi hanım hatun pasha paşa".split()  # noqa: SIM905, a list is easier to read so
)
"""Behind the name of a Turk these are no surname: Mustafa Kemal Pasha."""

_CALLED: Final = frozenset((
    "andrea del castagno", "andrea del sarto", "antonello da messina", "arnolfo di cambio", "dante alighieri",
    "gentile da fabriano", "genghis khan", "harun al-rashid", "jeanne d’arc", "kublai khan", "leonardo da vinci",
    "piero della francesca", "piero di cosimo", "pietro da cortona", "thomas à kempis",
    "данте алигьери", "жанна д’арк", "леонардо да винчи", "пьеро делла франческа", "чингис хан",
))  # fmt: skip
"""What stands behind the given names of these was never their family's."""

_OF_THE_FAITH: Final = re.compile(
    r"(?:[aeu][ldrs]|es|ud)-(?:d[iī]n|dawla|dawlah|mulk)|(?:ад|аль|эд)-дин"
)
"""With this ends what is one name with the word before it: Taqi ad-Din."""

_OF_ETHIOPIA: Final = frozenset(
    "gabra gebre habte haile kidane takla tekle walda welde wolde".split()  # noqa: SIM905
)
"""With these begin many names of Ethiopians, who have no surname, or their fathers': Wolde Mikael."""

_FIRST: Final = frozenset(("aung", "scipio", "thant"))
"""With these begin names of Burmese, and of Romans known by what others have for a given name."""

_DAUGHTERS: Final = re.compile(r"\w{3,}d[óo]ttir")
_SONS: Final = re.compile(r"\w{2,}(?:s|[aiu]|ar)son")
_ICELANDIC: Final = re.compile(r"[áíóúýðþ]")
_OF_ICELAND: Final = frozenset(
    """
    ágúst ari arngrímur árni ásgeir ásgrímur benedikt bjarni björgvin bragi brynjólfur egill eggert eiríkur eyjólfur
    finnur friðrik gísli gizur grettir grímur guðbrandur guðjón guðmundur gunnlaugur hallgrímur halldór hannes helgi
    indriði ingólfur jón jónas ketill kjartan magnús njáll oddur ólafur páll pétur ragnheiður sæmundur sigurður skúli snorri
    stefán sturla sveinbjörn sveinn þóra þórarinn þórbergur þórður þorgeir þorgils þorkell þorlákur þorsteinn þorvaldur
    """.split()  # noqa: SIM905
)
"""Given names of Iceland, where a name in -son tells the father."""

_PAIR = 2


def has_no_surname(words: list[str]) -> bool:
    """Whether a name is looked up as it stands: Ahmad ibn Rustam, Ibn Battuta, Abd al-Malik, Mustafa Kemal Pasha, Snorri Sturluson."""
    if len(words) < _PAIR:
        return False
    small = [word.casefold() for word in words]
    called = " ".join(small).replace("'", "’").replace("d’ ", "d’").replace("д’ ", "д’")
    if called in _CALLED or small[-1] in _RANKS or is_without_surname(words):
        return True
    if len(words) == _PAIR and (small[0] in SERVANTS or words[0] in CLANS - {"Mac"}):
        return True
    return _is_of_sons(words, small) or _is_of_one_given_name(small)


def _is_of_sons(words: list[str], small: list[str]) -> bool:
    is_so = small[0] in SONS | FATHERS or not SONS.isdisjoint(words)
    return is_so and (len(words) == _PAIR or not is_article_before(words[-1]))


def _is_of_one_given_name(small: list[str]) -> bool:
    """Whether what stands behind a given name is of a faith, in Ethiopia, in Burma, in Rome or in Iceland no family's."""
    is_of_a_faith = bool(_OF_THE_FAITH.fullmatch(small[-1])) and len(small) == _PAIR
    is_ethiopian = not _OF_ETHIOPIA.isdisjoint(small[:-1])
    return is_of_a_faith or is_ethiopian or small[0] in _FIRST or _is_icelandic(small)


def _is_icelandic(small: list[str]) -> bool:
    given, last = small[0], small[-1]
    if _DAUGHTERS.fullmatch(last):
        return True
    is_told = given in _OF_ICELAND or bool(_ICELANDIC.search(last))
    return is_told and bool(_SONS.fullmatch(last)) and not is_given(last)
