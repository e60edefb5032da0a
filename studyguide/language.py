"""What the check knows about a language: stems, function words, and how numbers are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip

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
        r"(?:the )?(?:{who}),? (?:says?|said|argues?|argued|claims?|claimed|holds?|calls?|sees?)",
        r"(?:the )?(?:{who})(?:'s|’s|s’)? (?:view|words|account|reading|analysis|opinion)",
    ),
}
_AUTHORITIES = {"en": ("statement", "text", "author", "source", "article")}

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
    _stems: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def has_lists(self) -> bool:
        """Whether function words and number words of this language are known."""
        return self._base in _FUNCTION_WORDS

    @property
    def marks_names(self) -> bool:
        """Whether a capital inside a sentence means a name (not in German: every noun has one)."""
        return self._base != "de"

    @property
    def _base(self) -> str:
        return self.tag.partition("-")[0].lower()

    def stem(self, form: str) -> str:
        """Reduce a word form to its Snowball stem; as it is where Snowball lacks the language."""
        stem = self._stems.get(form)
        if stem is None:
            stemmer = _stemmer(self._base)
            stem = stemmer.stemWord(form) if stemmer else form
            self._stems[form] = stem
        return stem

    def is_function_word(self, form: str) -> bool:
        """Whether a word only holds others together; false wherever there is no list."""
        return form in _FUNCTION_WORDS.get(self._base, ())

    def decides(self, form: str) -> bool:
        """Whether a function word turns what is said: "before" is not "after", nor "all" "more"."""
        return form in _DECIDING and self.is_function_word(form)

    def attributions(self, text: str, author: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where a text says whose word it gives: "according to North"."""
        names = [re.escape(name) for name in (author, *author.split()[-1:]) if name]
        who = "|".join((*names, *_AUTHORITIES.get(self._base, ())))
        for pattern in _ATTRIBUTION.get(self._base, ()):
            for match in re.finditer(rf"\b{pattern.format(who=who)}\b", text, re.IGNORECASE):
                yield match.span()

    def number(self, form: str) -> str:
        """Give a number word or figure in one spelling (`forty` and `40` alike), or nothing."""
        if any(character.isdecimal() for character in form):
            return form.removesuffix("'s")
        return _NUMBERS.get(self._base, {}).get(form, "")


@cache
def _stemmer(base: str) -> Any:
    import snowballstemmer  # type: ignore[import-untyped]

    name = _STEMMERS.get(base)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
