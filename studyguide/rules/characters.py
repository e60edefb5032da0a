"""Characters: what a learner types is on a keyboard, and no marks are read that were meant to act."""

import re
from collections.abc import Iterator

from studyguide.deck.cloze import Deletion
from studyguide.deck.item import Item
from studyguide.evidence.case import pointing_at
from studyguide.finding import Finding
from studyguide.language.keyboard import as_typed

_SOUND = re.compile(r"\[sound:[^\]\n]*\]")
_DOLLARS = re.compile(r"\$\$?(?=[^$\n]*[\\^_{])(?! )[^$\n]{1,200}(?<! )\$\$?(?!\d)")
_SENTENCE = re.compile(r"[.!?]\s")


def typed_words_are_on_a_keyboard(item: Item) -> Iterator[Finding]:
    """Warn of a hidden word that has to be typed and holds what no keyboard has.

    A question's answer is compared in the form that a keyboard gives; of a cloze Anki itself takes
    the words as they stand.
    """
    if not item.typed or item.kind != "cloze":
        return
    for piece in item.pieces:
        if isinstance(piece, Deletion) and as_typed(piece.text) != piece.text:
            message = f"nobody can type “{piece.text}” as it stands"
            help = f"write `{as_typed(piece.text)}`, or drop `type`"
            yield item.warning(item.prompt, "typed-unusual", message, help, piece.text)


def sounds_and_formulas_are_not_read_out(item: Item) -> Iterator[Finding]:
    """Warn of marks of Anki or TeX that would stand on the card as they are written."""
    for text in item.texts():
        for mark in _SOUND.finditer(text.value):
            message = f"learners would read `{mark[0]}` as it stands"
            help = f"give the item `audio: {mark[0][7:-1]}`"
            finding = item.warning(text, "sound-literal", message, help)
            yield pointing_at(finding, item, text, mark.start(), len(mark[0]))
        for mark in _DOLLARS.finditer(text.value):
            if _SENTENCE.search(mark[0]):
                continue
            message = f"learners would read `{mark[0]}` as it stands"
            inner = mark[0].strip("$")
            help = rf"write \({inner}\), with `math: yes` in deck.yaml"
            finding = item.warning(text, "math-dollar", message, help)
            yield pointing_at(finding, item, text, mark.start(), len(mark[0]))
