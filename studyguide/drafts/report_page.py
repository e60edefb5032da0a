"""A report on cards as one web page: each beside its passage, for whoever wrote the cards.

It shows sentences of the text, so it goes to that person, and is not for publication.
"""

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
    """Compose the page: HTML that needs no other file and fetches nothing."""
    templates = Templates.of(bench.deck.folder) if bench.is_deck else Templates.of(Path())
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
    inside = {word for start, stop in passage.spans for word in range(start, stop)}
    at = first
    while at < end:
        is_marked = at in inside
        stop = at
        while stop < end and (stop in inside) == is_marked:
            stop += 1
        until = section.words[stop].start if stop < len(section.words) else section.words[-1].end
        if is_marked or stop == end:
            until = section.words[stop - 1].end
        begin = section.words[at].start if at == first or is_marked else section.words[at - 1].end
        text = " ".join(section.text[begin:until].split())
        yield Stretch(f"{' ' * (at > first)}{text}", is_marked)
        at = stop
    if end < last:
        yield Stretch(" …", is_marked=False)
