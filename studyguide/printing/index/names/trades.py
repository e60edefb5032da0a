"""What somebody is, before a name that no list of given names has: his wife Ditta Pásztory, the painter Xul Vane; surnames that tell a person; what a place is."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.things import is_thing, may_be_place, opens_place

_KIN: Final = {
    "en": """
        aunt brother brothers colleague companion cousin daughter descendant disciple father friend granddaughter grandfather
        grandmother grandson great-grandson heir husband mother neighbour nephew niece partner pupil rival sister sisters son sons
        student successor teacher twin uncle widow wife
    """,
    "es": "abuelo abuela alumno alumna amigo amiga discípulo esposa esposo hermana hermano hija hijo madre marido mujer nieta nieto padre primo sobrina sobrino tío viuda",
    "fr": "ami amie beau-frère cousin cousine disciple élève épouse époux femme fille fils frère mari mère neveu nièce oncle père petit-fils sœur veuve",
    "it": "allieva allievo amica amico cugino figlia figlio fratello madre marito moglie nipote padre pronipote sorella suocero vedova zio",
    "nl": "broer dochter echtgenoot echtgenote leerling man moeder neef nicht oom vader vriend vriendin vrouw weduwe zoon zus zuster",
    "pt": "aluno aluna amiga amigo esposa filha filho irmã irmão mãe marido mulher neto pai primo sobrinho tio viúva",
}

_TRADES: Final = {
    "en": """
        abbess abbot actor actress anatomist anthropologist apprentice archaeologist architect artist astronomer banker
        bishop botanist chemist clockmaker composer conductor constable curator dancer dramatist economist engraver explorer
        farmer gardener geographer goldsmith hermit historian inventor journalist judge lawyer lithographer merchant midwife miller
        missionary monk musician naturalist navigator novelist nun nurse organist painter philosopher photographer physician
        physicist pianist pilot playwright poet politician potter priest printer publisher sailor schoolmaster schoolmistress
        scientist sculptor seamstress shipbuilder shipwright singer smith sociologist soldier soprano surgeon teacher theologian
        tenor violinist watchmaker weaver writer zoologist
    """,
    "es": """
        abogado actriz actor arquitecta arquitecto astrónomo botánico cantante cirujano científica científico compositor
        compositora escritor escritora escultor filósofa filósofo físico fotógrafa fotógrafo geógrafo historiador historiadora
        ingeniera ingeniero jurista maestra maestro matemática matemático médica médico monja monje naturalista obispo pianista
        pintor pintora poeta poetisa químico viajero
    """,
    "fr": """
        actrice acteur architecte astronome avocat botaniste chanteuse chanteur chimiste chirurgien compositeur compositrice
        dessinateur écrivain évêque géographe géologue graveur historien historienne imprimeur ingénieur inventeur jardinier
        juriste mathématicien mathématicienne médecin moine musicien naturaliste navigateur peintre peintresse philosophe
        photographe physicien physicienne pianiste poète poétesse romancier romancière sculpteur sculptrice théologien violoniste
        voyageur
    """,
    "it": """
        architetto astronomo attore attrice avvocato botanico cantante cartaio chimico chirurgo compositore compositrice editore
        filosofo fisico fotografo geografo giurista incisore ingegnere inventore matematico medico monaco musicista naturalista
        pittore pittrice poeta poetessa scienziata scienziato scrittore scrittrice scultore scultrice storica storico tipografo
        vescovo viaggiatore
    """,
    "nl": """
        actrice architect arts astronoom beeldhouwer bioloog botanicus chemicus chirurg componist dichter dichteres drukker
        filosoof fotograaf historicus ingenieur jurist koopman kunstenaar monnik natuurkundige organist pianiste pianist
        predikant schilder schilderes schrijfster schrijver sterrenkundige wiskundige zangeres
    """,
    "pt": """
        advogado arquiteto astrónomo ator atriz botânico cantora cientista compositor engenheiro escritor escritora escultor
        filósofo físico fotógrafo historiador jurista matemático médica médico monge pianista pintor pintora poeta poetisa químico
    """,
}

_KINDS: Final = {
    "en": """
        bay beach borough cape cave city cliff cliffs coast coasts cove crag estuary fjord glacier harbour headland hill island islands islet
        isle isles lake loch mountain mountains peak peninsula port ravine reef river rock rocks shoal shore shores strait
        stack summit town valley village volcano waterfall basalt chalk granite gneiss limestone marble sandstone schist slate
    """,
    "es": "bahía cabo ciudad colina costa costas cumbre isla islas islote lago monte montaña orilla península playa pueblo puerto río valle volcán granito mármol",
    "fr": "baie bourg cap cime côte côtes falaise falaises île îles îlot lac mont montagne plage port presqu’île rade récif rivage rivière rocher sommet vallée village ville volcan granit marbre",
    "it": "baia borgo capo città collina costa coste fiume isola isole isolotto lago monte montagna paese penisola porto riva spiaggia valle vetta vulcano granito marmo",
    "nl": "baai berg dal dorp eiland eilanden haven kaap klip kust meer oever rivier rots stad strand vulkaan graniet marmer",
    "pt": "baía cabo cidade colina costa cume ilha ilhas ilhéu lago margem monte montanha península porto praia rio vale vila vulcão granito mármore",
}
"""What is of a place rather than of somebody, and what a place is: the granite of Ailsa Craig, an island."""

_OF: Final = frozenset("d' d’ da de del di do du of van".split())  # noqa: SIM905
_IS: Final = {
    "en": "is was",
    "es": "es era",
    "fr": "est était",
    "it": "è era",
    "nl": "is was",
    "pt": "é era",
}
_ONE: Final = {
    "en": "a an the", "es": "un una el la", "fr": "un une le la l’", "it": "un una un’ il la l’", "nl": "een het de", "pt": "um uma o a",
}  # fmt: skip
_AROUND: Final = {"en": frozenset(("across", "off", "throughout"))}
"""Behind these stands a place, and in other languages behind what it is: l’île Sainte-Anne."""

_TELLING: Final = re.compile(r"(?:O[’']|Mc|Mac)[A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)?")
"""So surnames begin that are Irish or Scottish."""

_LEAST, _MOST = 2, 4


def is_told_by_trade(before: Sequence[Token], name: str, tag: str) -> bool:
    """Whether a name of several words is a person's by what stands right before it."""
    return bool(before) and before[-1].shown.casefold() in _told(tag) and _may_be_one(name)


def is_told_by_kind(tokens: Sequence[Token], start: int, end: int, language: Language) -> bool:
    """Whether a name is a place's by what stands right before or behind: the coast of it, off it; it is an island."""
    base = language.tag.partition("-")[0]
    kinds = _kinds(base)
    before = [each.shown.casefold() for each in tokens[max(0, start - 2) : start]]
    if before[-1:] and (before[-1] in _AROUND.get(base, kinds)):
        return True
    if len(before) == _LEAST and before[-1] in _OF and before[0] in kinds:
        return True
    behind = [each.shown.casefold() for each in tokens[end : end + 5]]
    is_told = behind[:1] == [","] or (bool(behind) and behind[0] in _IS.get(base, "").split())
    near = behind[2:] if is_told and behind[1:2] and behind[1] in _ONE.get(base, "").split() else []
    return any(
        word in kinds and (not after.isalpha() or language.is_function_word(after))
        for word, after in zip(near[:2], [*near[1:], "."], strict=False)
    )


@cache
def _kinds(base: str) -> frozenset[str]:
    return frozenset(_KINDS.get(base, "").split())


@cache
def _told(tag: str) -> frozenset[str]:
    base = tag.partition("-")[0]
    return frozenset(f"{_KIN.get(base, '')} {_TRADES.get(base, '')}".split())


def has_telling_surname(name: str) -> bool:
    """Whether its last word tells that it is a person's: Georgia O’Keeffe, but not Mount McKinley."""
    return bool(_TELLING.fullmatch(name.rpartition(" ")[2])) and _may_be_one(name)


def _may_be_one(name: str) -> bool:
    """Whether nothing in a name tells of a place or a thing."""
    words = name.split()
    is_short = _LEAST <= len(words) <= _MOST and words[0][0].isupper() and words[-1][0].isupper()
    return is_short and not (is_thing(words) or may_be_place(words) or opens_place(words[0]))
