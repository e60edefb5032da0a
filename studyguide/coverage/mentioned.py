"""Which items speak of which names and numbers: in what they ask, and in what they want answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from studyguide.deck.cloze import Deletion
from studyguide.deck.file import Text
from studyguide.deck.item import Item
from studyguide.language.language import Language
from studyguide.language.words import words
from studyguide.source.mentions import Keys, Parts, keys_of


@dataclass(frozen=True)
class Asking:
    """Items by id, each with the keys (see `keys_of`) of every text that it asks with."""

    said: Mapping[str, tuple[Keys, ...]]

    @classmethod
    def of(
        cls, items: Iterable[Item], aliases: tuple[tuple[Text, Text], ...], language: Language
    ) -> "Asking":
        """Read what items say; whoever uses an alias says what it stands for too, and vice versa."""
        pairs = [
            (_keys(one.value, language), _keys(other.value, language)) for one, other in aliases
        ]
        both_ways = [*pairs, *((other, one) for one, other in pairs)]
        said = {}
        for item in items:
            own = tuple(_keys(text, language) for text in _asking_texts(item))
            meant = (other for one, other in both_ways if any(_has(keys, one) for keys in own))
            said[item.id.value] = (*own, *meant)
        return cls(said)

    @cached_property
    def _by_key(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for id, texts in self.said.items():
            for key in {key for keys in texts for key in keys}:
                found.setdefault(key, set()).add(id)
        return {key: frozenset(ids) for key, ids in found.items()}

    def ids_for(self, parts: Parts) -> tuple[str, ...]:
        """List the items that use each of these runs, in the order of the deck."""
        named = [self._by_key.get(key, frozenset()) for part in parts for key in part]
        candidates = frozenset.intersection(*named) if named else frozenset()
        return tuple(id for id in self.said if id in candidates and self._uses(id, parts))

    def _uses(self, id: str, parts: Parts) -> bool:
        return all(any(_has(keys, part) for keys in self.said[id]) for part in parts)


def _asking_texts(item: Item) -> tuple[str, ...]:
    """Give the texts that ask and answer; a cloze sentence with its blanks filled, without hints."""
    if item.kind == "cloze":
        pieces = (piece.text if isinstance(piece, Deletion) else piece for piece in item.pieces)
        return ("".join(pieces),)
    return (item.prompt.value, *(answer.value for answer in item.answers))


def _keys(text: str, language: Language) -> Keys:
    return keys_of(text, words(text), language)


def _has(keys: Keys, run: Keys) -> bool:
    size = len(run)
    places = range(len(keys) - size + 1) if run else ()
    return any(keys[start : start + size] == run for start in places)
