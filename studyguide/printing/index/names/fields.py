"""Of what offices, prizes and museums are, and parts of texts: no names of their own. Nobel Prize in Chemistry, Museum of Science and Industry, Book VII, Parts 2 to 5."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from studyguide.language.language import Language
from studyguide.language.names import Token
from studyguide.printing.index.names.given_names import is_given
from studyguide.printing.index.names.places import known_places
from studyguide.printing.index.names.surnames import is_particle, joined
from studyguide.printing.index.names.titles import is_before_names

_PARTS: Final = {
    "en": """
        act acts appendices appendix article articles book books canto cantos chapter chapters clause clauses figure figures
        part parts scene scenes schedule schedules stanza stanzas table tables volume volumes
    """,
    "es": "acto actos artículo artículos capítulo capítulos figura figuras libro libros parte partes tomo tomos",
    "fr": "acte actes annexe annexes article articles chapitre chapitres figure figures livre livres partie parties tome tomes",
    "it": "articoli articolo atti atto capitoli capitolo figura figure libri libro parte parti tomi tomo",
    "nl": "aanhangsel artikel artikelen boek boeken deel delen hoofdstuk hoofdstukken",
    "pl": "części część częściach księdze księga księgach księgi rozdział rozdziale rozdziału rozdziałach rozdziały tom tomie tomy",
    "pt": "artigo artigos ato atos capítulo capítulos figura figuras livro livros parte partes tomo tomos",
}
_AND_MORE: Final = frozenset(", – a and e en et i o of or ou t/m to tot u y à".split())  # noqa: SIM905
"""What stands between the numbers of several: Parts 2 to 5."""

_NUMBER: Final = re.compile(
    r"[IVXLC]+|\d[\d.,]*|[A-H]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
)
_ROMAN: Final = re.compile(r"[IVXL]{2,}|[VX]")
"""What is one behind a small letter, too, where I may be somebody: les tomes VIII à XVII."""

_CENTURY: Final = re.compile(
    r"(?:[Dd]ue|[Tt]re|[Qq]uattro|[Cc]inque|[Ss]ei|[Ss]ette|[Oo]tto|[Nn]ove)cento|[IVX]+e"
)
"""A century, as Italians and the French call it."""

_OF_FIELDS: Final = frozenset(
    """
    minister ministers professor professors professorship secretary state
    cattedra ministra ministri ministro professore professoressa
    ministre ministres professeur professeure
    catedrático catedrática ministro ministra profesor profesora
    hoogleraar minister staatssecretaris
    professor professora
    """.split()  # noqa: SIM905
)
_PRIZES: Final = frozenset(
    """
    award awards chair lectureship nobel prize prizes
    chaire prix premio cátedra leerstoel nobelprijs prêmio
    """.split()  # noqa: SIM905
)
_OF_ANY: Final = _OF_FIELDS | _PRIZES
"""Behind these and a small word a field stands: ministro della Guerra; and behind prizes "in" as well, where else a place does."""

_SMALL: Final = {
    "en": ("for", "of"),
    "es": ("de", "del"),
    "fr": ("d’", "d'", "de", "des", "du"),
    "it": ("dell’", "dell'", "degli", "dei", "del", "della", "delle", "di", "per"),
    "nl": ("van", "voor"),
    "pt": ("da", "das", "de", "do", "dos"),
}
_IN: Final = {"en": "in", "es": "en", "fr": "en", "it": "in", "nl": "in", "pt": "em"}
_ARTICLES: Final = frozenset("de het la le les l’ l' il lo gli".split())  # noqa: SIM905
_AND: Final = {"en": "and", "es": "y", "fr": "et", "it": "e", "nl": "en", "pl": "i", "pt": "e"}

_BODIES: Final = frozenset(
    """
    academy archive archives bishop board bureau chamber college committee department diocese faculty institute institution ministry museum office school society
    accademia archivio camera dipartimento facoltà istituto ministero museo scuola società
    académie archives bureau chambre département école faculté institut ministère musée muséum société
    academia archivo cámara departamento escuela facultad instituto ministerio museo sociedad
    academie faculteit instituut maatschappij ministerie
    academia câmara escola faculdade instituto ministério museu sociedade
    """.split()  # noqa: SIM905
)
"""What is of two fields as often: Ministry of Agriculture and Fisheries."""


_OF_SCIENCES: Final = {
    "es": frozenset(("de", "del")), "fr": frozenset(("d’", "d'", "de", "des", "du")),
    "it": frozenset(("dei", "delle", "di")), "pt": frozenset(("da", "das", "de", "do", "dos")),
}  # fmt: skip
"""Behind a body and one of these its field may stand in small letters: Académie des sciences."""

_SAID_OF_BODIES: Final = re.compile(
    r"(?:nation|nacion|nazion|centr|g[eé]n[eé]r|munic|provinci|r[eé]gion|polyt|polit)\w+|sup[eé]rieure?|superiore?"
    r"|roya(?:le?|les|ux)|real[e]?|imp[eé]rial[e]?|normale?|naturell?e|natural|navale?|publique|pública|pubblica"
)
"""What is said of a body, or of its field: Muséum national d’histoire naturelle."""


_FINE: Final = frozenset("beaux belas bellas belle belles hautes".split())  # noqa: SIM905
"""Before arts and studies these are a part of the field: Accademia di belle arti."""


def without_fields(texts: Sequence[Sequence[Token]], language: Language) -> list[list[Token]]:
    """Write small what is but a field of an office or a prize, and parts of books; have a body of two fields in one piece."""
    tag = language.tag.partition("-")[0]
    fields = [{*_fields_in(tokens, tag)} for tokens in texts]
    others = {*_others(texts, fields)}
    return [
        _bodies_in_one(_with_small(tokens, here, others, tag), language, others)
        for tokens, here in zip(texts, fields, strict=True)
    ]


def _others(texts: Iterable[Sequence[Token]], fields: Iterable[Collection[int]]) -> Iterator[str]:
    """Yield the words with a capital that are something else as well: Professor of Art, and of the Art Union."""
    for tokens, here in zip(texts, fields, strict=True):
        for at, token in enumerate(tokens):
            if not token.is_capital or token.opens or at in here:
                continue
            before = tokens[at - 1].shown if at else ""
            if not (before in _AND.values() or is_particle(before) or before in ("for", "of")):
                yield token.shown


def _with_small(
    tokens: Sequence[Token], fields: Collection[int], others: Collection[str], tag: str
) -> list[Token]:
    small = {*_parts_in(tokens, tag), *(at for at in fields if tokens[at].shown not in others)}
    return [
        token._replace(shown=token.shown.lower()) if at in small else token
        for at, token in enumerate(tokens)
    ]


def _fields_in(tokens: Sequence[Token], tag: str) -> Iterator[int]:
    """Yield which words are fields of an office or a prize; a place that is known everywhere is none."""
    for at, token in enumerate(tokens[:-2]):
        word, small = token.shown.casefold(), tokens[at + 1].shown
        if word not in _OF_ANY:
            continue
        is_of = small in _SMALL.get(tag, ())
        is_in = small == _IN.get(tag) and (
            word in _PRIZES or (word in _OF_FIELDS and tokens[at + 2].shown in _ARTICLES)
        )
        if is_of or is_in:
            start = at + 2
            start += len([*takewhile(lambda each: each.shown in _ARTICLES, tokens[start:])])
            found = [at for run in _runs(tokens, start, tag) for at in run]
            yield from (at for at in found if tokens[at].shown not in known_places(tag))
            if word in _PRIZES and not (at and tokens[at - 1].is_capital):  # the Prize in Optics
                yield at


def _runs(tokens: Sequence[Token], start: int, tag: str) -> Iterator[range]:
    """Yield from where to where capitals stand, and behind "and" more of them."""
    size = len([*takewhile(lambda each: each.is_capital, tokens[start:])])
    yield range(start, start + size)
    behind = start + size
    if size and behind + 1 < len(tokens) and tokens[behind].shown == _AND.get(tag):
        behind += 1
        behind += len([*takewhile(lambda each: is_particle(each.shown), tokens[behind:])])
        yield range(
            behind, behind + len([*takewhile(lambda each: each.is_capital, tokens[behind:])])
        )


def _parts_in(tokens: Sequence[Token], tag: str) -> Iterator[int]:
    """Yield which words tell a part of a book, and which of them, and centuries: Book VII, Trecento, XVIIIe."""
    parts = _PARTS.get(tag, "").split()
    for at, (token, number) in enumerate(pairwise(tokens)):
        is_part = token.shown.casefold() in parts
        numbers = _NUMBER if token.is_capital else _ROMAN
        if is_part and numbers.fullmatch(number.shown):
            yield from (at, at + 1)
            yield from _more_numbers(tokens, at + 2)
        if tag in ("fr", "it") and _CENTURY.fullmatch(token.shown):
            yield at


def _more_numbers(tokens: Sequence[Token], at: int) -> Iterator[int]:
    while at + 1 < len(tokens) and tokens[at].shown in _AND_MORE:
        if not _NUMBER.fullmatch(tokens[at + 1].shown):
            return
        yield at + 1
        at += 2


def _bodies_in_one(
    tokens: Sequence[Token], language: Language, others: Collection[str]
) -> list[Token]:
    """Join the name of a body of two fields, of which the second is nothing else, and of one in small letters."""
    tag = language.tag.partition("-")[0]
    kept: list[Token] = []
    at = 0
    small = (*_SMALL.get(tag, ()), _IN.get(tag), "of")
    while at < len(tokens):
        token, end = tokens[at], at + 1
        after = [each.shown for each in tokens[at + 1 : at + 2]]
        if token.is_capital and _plain(token) in _BODIES and after and after[0] in small:
            start = at + 2
            start += len([*takewhile(lambda each: each.shown in _ARTICLES, tokens[start:])])
            runs = [*_runs(tokens, start, tag)]
            last = runs[-1]
            second = tokens[last.start].shown if len(runs) > 1 and last else ""
            is_somebody = is_before_names(second) or is_given(second)
            if second and second not in others and not is_somebody:
                end = last.stop
        if end == at + 1 and token.is_capital and _plain(token) in _BODIES:
            end = max(end, _end_of_small(tokens, at + 1, language))
        whole = end == at + 1
        shown = token.shown if whole else joined(each.shown for each in tokens[at:end])
        kept.append(token if whole else token._replace(shown=shown))
        at = end
    return kept


def _end_of_small(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Tell where the name of a body ends that goes on in small letters; nowhere where it has no field."""
    tag = language.tag.partition("-")[0]
    words = [each.shown for each in tokens[at : at + 5]] + [""] * 5
    said = int(bool(_SAID_OF_BODIES.fullmatch(words[0])))
    if words[said + 1] in _FINE:
        words.pop(said + 1)
        at += 1
    field = words[said + 1]
    is_field = words[said] in _OF_SCIENCES.get(tag, ()) and field.isalpha() and field.islower()
    if not is_field or language.is_function_word(field):
        return at + said if said and tag in _OF_SCIENCES else 0
    return at + said + 2 + bool(_SAID_OF_BODIES.fullmatch(words[said + 2]))


def _plain(token: Token) -> str:
    """Give a word without the article that is elided before it: L’Istituto."""
    return token.shown.casefold().replace("'", "’").rpartition("’")[2]
