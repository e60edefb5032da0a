"""A report on cards as one web page: each beside its passage, for whoever wrote the cards.

It shows sentences of the text, so it goes to that person, and is not for publication.
"""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from studyguide.deck.cloze import Deletion, parse
from studyguide.drafts.judge import Bench, Judged
from studyguide.evidence.passage import Passage
from studyguide.printing.press.html import render
from studyguide.templates import Templates

_GROUPS = {
    "supported": "supported",
    "warned": "doubtful",
    "unsupported": "missing",
    "unreadable": "missing",
}
_BLANKS = re.compile(r"\s+")
_LONGEST = 120
"""Words of a sentence that is shown."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a passage, or of a cloze; `is_marked` if they are the quoted or the hidden ones."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card as the page shows it; `group` is `supported`, `doubtful` or `missing`."""

    judged: Judged
    group: str
    prompt: tuple[Stretch, ...]
    sentences: tuple[tuple[Stretch, ...], ...]


def page(found: Sequence[Judged], bench: Bench, name: str) -> str:
    """Compose the page: HTML that needs no other file and fetches nothing.

    A browser runs its script, so neither comes from a deck, which may be anybody's.
    """
    templates = Templates.bundled()
    cards = tuple(_card(each) for each in found)
    script = templates.read("verification/verification.js")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return render(
        templates,
        "verification/verification.html",
        cards=cards,
        counts=Counter(card.group for card in cards),
        title=Path(name).name,
        words=bench.index.source.words,
        language=bench.index.language.tag,
        script=script,
        digest=digest,
    )


def _card(judged: Judged) -> ShownCard:
    passage = judged.passage
    sentences = tuple(tuple(_marked(passage, *run)) for run in passage.sentences) if passage else ()
    return ShownCard(judged, _GROUPS[judged.verdict], tuple(_prompt(judged)), sentences)


def _prompt(judged: Judged) -> Iterator[Stretch]:
    draft = judged.draft
    if draft.kind != "cloze":
        yield Stretch(draft.prompt, is_marked=False)
        return
    for piece in parse(draft.prompt)[0]:
        is_hidden = isinstance(piece, Deletion)
        yield Stretch(piece.text if isinstance(piece, Deletion) else piece, is_hidden)


def _marked(passage: Passage, first: int, last: int) -> Iterator[Stretch]:
    """Yield a sentence, the quoted spans marked."""
    section, end = passage.section, min(last, first + _LONGEST)
    sentence = section.sentence_of(first)
    at = sentence.start
    for start, stop in sorted(passage.spans):
        begin, until = max(start, first), min(stop, end)
        if begin < until and section.words[begin].start >= at:
            yield Stretch(
                _on_one_line(section.text[at : section.words[begin].start]), is_marked=False
            )
            yield Stretch(
                _on_one_line(
                    section.text[section.words[begin].start : section.words[until - 1].end]
                ),
                is_marked=True,
            )
            at = section.words[until - 1].end
    rest = (
        section.text[at : sentence.end]
        if end == last
        else f"{section.text[at : section.words[end - 1].end]} …"
    )
    yield Stretch(_on_one_line(rest), is_marked=False)


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)
