"""Which language a text is in: by its script, or by the small words that it uses most."""

import re
from collections import Counter

from studyguide.language.words import forms

_READ = 20_000
"""Characters: a language shows in a few pages."""

_SCRIPTS = (
    ("ja", "[\u3041-\u30ff]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("he", "[\u0590-\u05ff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hi", "[\u0900-\u097f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hy", "[\u0530-\u058f]"),
)
_SMALL = {
    "en": "the of and to in that is was it for with as his on be at by had not are",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "de la le et les des en un une du que est pour qui dans par sur il au ne",
    "es": "de la que el en y los del se las por un para con una su al lo como más",
    "it": "di e il la che in un per del una della non con si le da i è dei gli",
    "pt": "de a que o e do da em um para com não uma os no se na por mais as",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om door",
    "pl": "w i na z do się nie to jest że o jak po od za przez dla oraz ale",
    "ru": "и в не на что с как его из по это для к от но он при или",
    "uk": "і в не на що з як його із по це для до від але він при або та у",
    "cs": "a v se na je že s z do o k i jako za pro by ale po jsou",
    "sv": "och i att det som en på är av för med den till inte om har ett",
    "da": "og i at det en til er som på de med af for ikke den der",
    "fi": "ja on ei se että oli hän mutta joka kun niin myös ovat tai",
    "hu": "a az és hogy nem is egy ez volt meg de csak azt mint",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi",
    "ro": "de și a în la cu pe nu un o din care pentru este mai",
    "la": "et in est non ad ut cum quod qui sed esse atque",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _SMALL.items()}
_LEAST = 0.04


def language_of(text: str) -> str:
    """Give the language of a text as a tag; "" if it cannot be told."""
    text = text[:_READ]
    letters = sum(map(str.isalpha, text))
    for tag, script in _SCRIPTS:
        if len(re.findall(script, text)) > 0.15 * max(letters, 1):
            return tag
    found = Counter(forms(text))
    shares = {tag: sum(found[word] for word in words) for tag, words in _WORDS.items()}
    best = max(shares, key=lambda tag: shares[tag])
    return best if shares[best] > _LEAST * max(found.total(), 1) else ""
