"""The work that a text is taken from: which of its words are the title, which name a part or an issue of it, and whether another wrote it."""

from typing import NamedTuple

from studyguide.language.names import name_key
from studyguide.patterns import lazy


class Work(NamedTuple):
    """A work as it is cited: its `title`, and the `rest` that says where in it, which begins with a comma, or is empty."""

    title: str
    rest: str


_ALONE = (
    r"append(?:ix|ices)|annex(?:es?)?|chapters?|volumes?|supplements?|excerpts?|extracts?|preface|foreword|afterword|introduction|"
    r"epilogue|prologue|revised|abridged|anh[aä]nge?|beilagen?|kapiteln?|bände?|vorwort|nachwort|einleitung|auszug|auszüge|"
    r"chapitres?|tomes?|préface|postface|avant-propos|suppléments?|extraits?|apéndices?|anexos?|capítulos?|volúmen(?:es)?|volumen|tomos?|prólogo|"
    r"prefacio|epílogo|introducción|suplementos?|appendic[ei]|allegat[oi]|capitol[oi]|volum[ei]|prefazione|postfazione|introduzione|"
    r"supplement[oi]|apêndices?|prefácio|posfácio|introdução|bijlagen?|hoofdstuk(?:ken)?|voorwoord|nawoord|inleiding|aneks|"
    r"załączniki?|dodat(?:ek|ki)|rozdział[yu]?|przedmowa|wstęp|posłowie|приложени[ея]|глав[аы]|том[аы]?|предисловие|послесловие|"
    r"введение|додат(?:ок|ки)|розділи?|передмова|післямова|вступ|παραρτήματα|παράρτημα|κεφάλαι[οα]|τόμο[ςι]|πρόλογος|επίλογος|"
    r"εισαγωγή|נספחים|נספח|פרקים|פרק|כרך|מבוא|הקדמה"
)
"""What names a part wherever a work is cited, in one language or another."""

_COUNTED = (
    r"books?|parts?|acts?|cantos?|letters?|lectures?|articles?|series|issue|number|band|teil|buch|heft|brief|livre|partie|acte|lettre|"
    r"libro|parte|acto|carta|atto|lettera|livro|ato|deel|boek|brief|część|księga|часть|книга|частина|μέρος|βιβλίο|חלק|ספר"
)
"""What names a part only with the word or two that count it: Part Two, Book the Third."""

_EDITION = r"edition|ed\.|auflage|ausgabe|édition|edición|edizione|edição|druk|uitgave|wydanie|издание|видання|έκδοση|מהדורה"

_AND = r"(?:and|or|und|oder|et|ou|y|o|e|ed|en|of|i|и|или|та|і|και|ή|&)\b"

_PART = lazy(
    rf"(?i) *(?:(?:{_ALONE})\b(?! {_AND})"
    rf"|(?:{_COUNTED})(?: (?!{_AND})[^\s,]+){{1,2}} *$"
    rf"|(?:[^\s,]+ ){{0,2}}(?:{_EDITION}) *$"
    r"|(?=[^\d,]*\d)[^\s,]+(?: [^\s,]+){0,3} *$)"
)
"""What stands between commas and is a part: it says so, or has a figure among a few words (3 May 1921, pp. 3–9)."""


_WORD_OF_A_NAME = lazy(r"[^\W\d_]{2,}")


def is_by_another(author: str, curator: str) -> bool:
    """Whether a curator is surely none of a text's authors: no word of a name is in both, initials aside."""
    told = (_WORD_OF_A_NAME.findall(each.casefold()) for each in (author, curator))
    one, two = ({*map(name_key, words)} for words in told)
    return bool(one and two) and one.isdisjoint(two)


def work_of(said: str) -> Work:
    """Part a work as a deck tells it behind its title, which may hold commas: before the first that a part, an issue or an edition follows."""
    at = said.find(",")
    while at >= 0:
        end = said.find(",", at + 1)
        if _PART.match(said[at + 1 : end if end >= 0 else len(said)]):
            return Work(said[:at], said[at:])
        at = end
    return Work(said, "")
