"""What `deck.yaml` names in vain: an alias that nothing needs, a theme of which nothing is said."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from studyguide.deck.deck import Deck
from studyguide.finding import Finding
from studyguide.language.language import Language
from studyguide.language.words import forms, windows


def aliases_are_used(deck: Deck, used: Collection[str]) -> Iterator[Finding]:
    """Report an alias that no item needs, nor the index: there the deck's texts name a thing both ways."""
    left = [(key, full) for key, full in deck.aliases if key.value not in used]
    texts = [forms(text.value) for text in deck.texts()] if left else []
    all_words = frozenset(chain.from_iterable(texts))
    for key, full in left:
        if not all(_is_named(forms(name.value), texts, all_words) for name in (key, full)):
            message = f"no item needs the alias `{key.value}`"
            yield Finding(deck.file.within(key), "alias-unused", message, "remove it")


def _is_named(
    run: tuple[str, ...], texts: Iterable[tuple[str, ...]], all_words: frozenset[str]
) -> bool:
    """Whether a run stands in any of some texts, which have `all_words`."""
    return all_words.issuperset(run) and any(run in windows(text, len(run)) for text in texts)


def themes_are_told(deck: Deck) -> Iterator[Finding]:
    """Report a theme of the index of which the deck says nothing: the index would lead nowhere."""
    if not deck.themes:
        return
    language = Language(deck.language)
    told = [*filter(None, (forms(text.value) for text in deck.texts()))]
    in_one = " | ".join(map(" ".join, ((), *told, ())))
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
