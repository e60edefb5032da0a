"""What `deck.yaml` names in vain: an alias that nothing needs, a theme of which nothing is said."""

from collections.abc import Collection, Iterable, Iterator

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import forms, windows


def aliases_are_used(deck: Deck, used: Collection[str]) -> Iterator[Finding]:
    """Report an alias that no item needs, nor the index, which says *see* wherever the deck has the full name."""
    left = [(key, full) for key, full in deck.aliases if key.value not in used]
    in_one = _in_one([forms(text.value) for text in deck.texts()]) if left else ""
    for key, full in left:
        if f" {' '.join(forms(full.value))} " not in in_one:
            message = f"no item needs the alias `{key.value}`, nor has any `{full.value}`"
            help = "remove it, or write the full name as an item of the deck does: then the index says see"
            yield Finding(deck.file.within(key), "alias-unused", message, help)


def _in_one(texts: Iterable[tuple[str, ...]]) -> str:
    """Join the words of texts so that a run of them stands there between blanks, and none in two texts."""
    return " | ".join(map(" ".join, ((), *filter(None, texts), ())))


def themes_are_told(deck: Deck) -> Iterator[Finding]:
    """Report a theme of the index of which the deck says nothing: the index would lead nowhere."""
    if not deck.themes:
        return
    language = Language(deck.language)
    told = [*filter(None, (forms(text.value) for text in deck.texts()))]
    in_one = _in_one(told)
    for theme in deck.themes:
        wanted = forms(theme.value)
        if f" {' '.join(wanted)} " in in_one:
            continue  # as nearly every one stands there letter for letter
        if not any(
            all(map(language.is_of_one_family, wanted, run))
            for text in told
            for run in windows(text, len(wanted))
        ):
            message = f"the deck says nothing of `{theme.value}`, so the index leads nowhere"
            help = "write it as items say it, or remove it"
            yield Finding(deck.file.within(theme), "theme-unused", message, help)
