"""What the check knows about a language: stems, function words, and how numbers are written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import repeat

from studyguide.language.paraphrase import (
    SHORTEST_FAMILY,
    alternatives,
    is_same_family,
    opposites_of,
)
from studyguide.language.stems import stem

_FUNCTION_WORDS = {
    "en": frozenset(
        ["a", "about", "above", "according", "across", "after", "again", "against", "all", "along", "also", "although", "always", "am", "among", "an", "and", "any", "are", "around", "as", "at", "away", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "cannot", "could", "did", "do", "does", "doing", "done", "down", "during", "each", "either", "else", "even", "ever", "every", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "i", "if", "in", "instead", "into", "is", "it", "its", "itself", "just", "like", "made", "make", "makes", "many", "may", "me", "might", "more", "most", "much", "must", "my", "neither", "no", "nor", "not", "of", "off", "on", "once", "one", "ones", "only", "onto", "or", "other", "others", "ought", "our", "ours", "out", "over", "own", "per", "rather", "same", "say", "said", "says", "shall", "she", "should", "since", "so", "some", "something", "such", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "therefore", "these", "they", "thing", "things", "this", "those", "though", "through", "thus", "till", "to", "too", "toward", "towards", "under", "until", "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "whereas", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yes", "yet", "you", "your", "it's", "don't", "can't", "won't", "isn't", "aren't"]
    ),
}  # fmt: skip

_DECIDING = frozenset(
    ["above", "after", "against", "all", "always", "before", "behind", "below", "both", "each", "every", "instead", "more", "most", "only", "over", "since", "till", "under", "until"]
)  # fmt: skip

_ATTRIBUTION = {
    "en": (
        r"according to (?:the )?(?:{who})",
        r"(?:the )?(?:{who}),? (?:{says})",
        r"(?:in |by )?(?:the )?(?:{who})(?:'s|’s|s’)? (?:{what})",
    ),
}
_ACCOUNTS = {
    "en": "view|words|account|reading|analysis|opinion|description|judge?ment|phrase|argument|"
    "claim|count",
}
_SAYING = {
    "en": r"says?|said|sees?|saw|means?|meant|holds?|held|gives?|gave|thinks?|thought|"
    r"(?:argue|claim|call|name|describe|report|list|mention|warn|predict|state|maintain|contend|"
    r"insist|declare|explain|conclude|regard|present|characteri[sz]e|note|attribute|credit|blame)"
    r"(?:s|d|ed)?",
}
_AUTHORITIES = {"en": ("statement", "text", "author", "source", "article")}

_NEGATIONS = {
    "en": frozenset(
        ["not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "without", "cannot", "can't", "don't", "doesn't", "didn't", "won't", "wouldn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "couldn't", "shouldn't", "mustn't"]
    ),
}  # fmt: skip
_FRAME_WORDS = {
    "en": frozenset(
        ["kind", "kinds", "sort", "sorts", "type", "types", "place", "places", "town", "towns", "city", "cities", "country", "countries", "year", "years", "date", "dates", "day", "days", "month", "months", "number", "numbers", "name", "names", "named", "person", "persons", "people", "man", "woman", "group", "groups", "organisation", "organization", "body", "way", "ways", "word", "words", "term", "terms", "called", "call", "calls", "describe", "describes", "described", "mention", "mentions", "mentioned", "list", "lists", "listed", "give", "gives", "given", "get", "become", "happen", "happens", "happened", "main", "example", "examples", "reason", "reasons", "part", "parts", "role", "event", "point", "fact", "result", "meaning", "mean", "means", "meant", "take", "took", "taken", "use", "used", "come", "came", "go", "went", "want", "wanted", "back", "still", "together", "behind", "matter", "bring", "brought", "see", "seen", "put", "set", "stand", "stands", "compare", "compared"]
    ),
}  # fmt: skip

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {
    "en": {
        **{word: str(value) for value, word in enumerate(_UNITS)},
        **{word: str(20 + 10 * value) for value, word in enumerate(_TENS)},
        **{word: word for word in ("hundred", "thousand", "million", "billion", "dozen")},
        **{word: word for word in ("hundreds", "thousands", "millions", "billions", "dozens")},
        **{word: word for word in ("once", "twice", "thrice")},
        "first": "1.", "second": "2.", "third": "3.", "fourth": "4.", "fifth": "5.", "sixth": "6.",
        "seventh": "7.", "eighth": "8.", "ninth": "9.", "tenth": "10.",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Language:
    """A language by its tag (`en`, `pt-BR`); only English has lists of words so far."""

    tag: str

    @property
    def has_lists(self) -> bool:
        """Whether function words and number words of this language are known."""
        return self._base in _FUNCTION_WORDS

    @property
    def marks_names(self) -> bool:
        """Whether a capital inside a sentence means a name (not in German: every noun has one)."""
        return self._base != "de"

    @cached_property
    def _base(self) -> str:
        return self.tag.partition("-")[0].lower()

    def stem(self, form: str) -> str:
        """Reduce a word form to its Snowball stem; as it is where Snowball lacks the language."""
        return stem(self._base, form)

    def stems(self, forms: Iterable[str]) -> tuple[str, ...]:
        """Give the stems of many word forms."""
        return tuple(map(stem, repeat(self._base), forms))

    def is_function_word(self, form: str) -> bool:
        """Whether a word only holds others together; false wherever there is no list."""
        return form in self._function_words

    @cached_property
    def _function_words(self) -> frozenset[str]:
        return _FUNCTION_WORDS.get(self._base, frozenset())

    def decides(self, form: str) -> bool:
        """Whether a function word turns what is said: "before" is not "after", nor "all" "more"."""
        return form in _DECIDING and self.is_function_word(form)

    def may_be_recalled(self, form: str) -> bool:
        """Whether a word that mostly only holds others together may say something by itself."""
        return form in _DECIDING or form in ("one", "once")

    def has_paraphrase(self, stem: str, stems: frozenset[str]) -> bool:
        """Whether one of these stems says what a stem says: English only."""
        if self._base != "en":
            return False
        if not stems.isdisjoint(alternatives().get(stem, ())):
            return True
        if len(stem) < SHORTEST_FAMILY:
            return False
        beginning = stem[:SHORTEST_FAMILY]
        return any(other.startswith(beginning) and is_same_family(stem, other) for other in stems)

    def is_negation(self, form: str) -> bool:
        """Whether a word denies: "not", "never", "without"."""
        return form in _NEGATIONS.get(self._base, ())

    def is_frame_word(self, form: str) -> bool:
        """Whether a word only says what sort of answer is wanted: "kind", "year", "called"."""
        return form in _FRAME_WORDS.get(self._base, ())

    def opposites(self, form: str) -> tuple[str, ...]:
        """List words that mean the opposite of a word, in no inflection: English only."""
        return opposites_of(self.stem(form)) if self._base == "en" else ()

    def attributions(self, text: str, author: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where a text says whose word it gives: "according to North"."""
        authorities, patterns = _attributions(self._base, author)
        told = text.casefold()
        if any(each in told for each in authorities):
            for pattern in patterns:
                for match in pattern.finditer(text):
                    yield match.span()

    def number(self, form: str) -> str:
        """Give a number word or figure in one spelling (`forty` and `40` alike), or nothing."""
        return _number(self._base, form)

    def numbers(self, forms: tuple[str, ...]) -> list[str]:
        """Give each of many words as `number` does."""
        return list(map(_number, repeat(self._base), forms))


@lru_cache(maxsize=100_000)
def _number(base: str, form: str) -> str:
    if any(character.isdecimal() for character in form):
        return form.removesuffix("'s")
    return _NUMBERS.get(base, {}).get(form, "")


@lru_cache(maxsize=8)
def _attributions(base: str, author: str) -> tuple[tuple[str, ...], tuple[re.Pattern[str], ...]]:
    """Give who may be named as saying something, without case, and the ways to put it."""
    names = [name for name in (author, *author.split()[-1:]) if name]
    authorities = (*names, *_AUTHORITIES.get(base, ()))
    words = {
        "who": "|".join(map(re.escape, authorities)),
        "says": _SAYING.get(base, ""),
        "what": _ACCOUNTS.get(base, ""),
    }
    patterns = (pattern.format(**words) for pattern in _ATTRIBUTION.get(base, ()))
    compiled = (re.compile(rf"\b{pattern}\b", re.IGNORECASE) for pattern in patterns)
    return tuple(each.casefold() for each in authorities), tuple(compiled)
