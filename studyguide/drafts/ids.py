"""Ids for new items, made of what they ask; and which drafts are there already."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from unicodedata import normalize

from studyguide.deck.cloze import Deletion, parse
from studyguide.deck.item import Item
from studyguide.drafts.draft import Draft
from studyguide.language.language import Language
from studyguide.language.words import forms
from studyguide.loading.typed_keys import slug

_SIGNS = re.compile(r"(?<!\w)[-−–](?=[\d.])|[^\w\s.,;:?!()\[\]{}\"'“”‘’«»„‚…*_`¿¡。、！？–—−-]")
_LONGEST = 40
_LONGEST_COUNTED = 56
"""Characters, so that an id and a count of seven figures make no more than an id may have."""


class Ids:
    """The ids of a deck, what each of its items asks, and which drafts were imported before."""

    def __init__(
        self, items: Iterable[Item], language: Language, imported: Mapping[str, str]
    ) -> None:
        self._language = language
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}
        self._asked: dict[str, str] = {}
        self._imported = dict(imported)
        for item in items:
            self._taken |= {item.id.value, *(old.value for old in item.was)}
            shown = (each.text if isinstance(each, Deletion) else each for each in item.pieces)
            self._asked.setdefault(_words_of("".join(shown) or item.prompt.value), item.id.value)

    @property
    def imported(self) -> Mapping[str, str]:
        """What was imported so far: a mark of each draft, and the id that it got."""
        return self._imported

    def known(self, draft: Draft) -> str:
        """Give the id of the item that a draft has become before, or that asks the same."""
        before = self._imported.get(mark_of(draft), "")
        return before or self._asked.get(_words_of(_shown(draft)), "")

    def new(self, draft: Draft) -> str:
        """Make an id: readable, and nobody's."""
        wanted = draft.id if draft.id and slug(draft.id) == draft.id else self._made(draft)
        id, stem = wanted, wanted[:_LONGEST_COUNTED]
        count = self._counts.get(stem, 1)
        while id in self._taken:
            count += 1
            id = f"{stem}-{count}"
        self._counts[stem] = max(count - 1, 1)
        return id

    def take(self, draft: Draft, id: str) -> None:
        """Note that a draft has become an item."""
        self._taken.add(id)
        self._asked.setdefault(_words_of(_shown(draft)), id)
        self._imported[mark_of(draft)] = id

    def _made(self, draft: Draft) -> str:
        """Join the words of the question that say something."""
        words = forms(_shown(draft))
        telling = [word for word in words if not self._language.is_function_word(word)] or [*words]
        made = ""
        for word in telling:
            longer = slug(f"{made} {word}") if made else slug(word)
            if made and len(longer) > _LONGEST:
                break
            made = longer[:_LONGEST].strip("-")
        return made or "item"


def _shown(draft: Draft) -> str:
    """Give what a draft asks, a cloze with its blanks filled."""
    if draft.kind != "cloze":
        return draft.prompt
    pieces, _ = parse(draft.prompt)
    return "".join(each.text if isinstance(each, Deletion) else each for each in pieces)


def _words_of(asked: str) -> str:
    """Give what tells a question from all others, however it is written, in little room.

    That is its words and its signs, but for those that only part words: C is not C++, nor 5 −5.
    """
    signs = _SIGNS.findall(normalize("NFKC", asked))
    words = forms(asked)
    told = f"{' '.join(words)}\n{''.join(signs)}" if words or signs else asked
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def mark_of(draft: Draft) -> str:
    """Tell a card from all others: by its GUID, or by what it asks and answers."""
    told = draft.guid or "\n".join((draft.kind, draft.prompt, *draft.answers))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
