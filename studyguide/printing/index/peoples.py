"""What is said of a place, or of its people, and stands under that place: Chinese, under China."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from studyguide.language.language import Language
from studyguide.language.names import Token, places_by_people


def peoples_in(
    texts: Iterable[Sequence[Token]],
    told: Mapping[str, str],
    persons: AbstractSet[str],
    language: str,
) -> dict[str, str]:
    """Give such words of English texts, with the heading of the place, of one word, that is told; persons are none."""
    if not Language(language).is_english:
        return {}
    lands = {
        name
        for name, heading in told.items()
        if name == heading and name[0].isupper() and " " not in name and name not in persons
    }
    words = {
        token.shown
        for tokens in texts
        for token in tokens
        if token.is_capital and not token.opens and token.shown not in told
    }
    return {word: told[place] for word, place in places_by_people(words, lands).items()}
