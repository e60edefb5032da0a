"""A long text made up of made-up sentences, and a deck of true items about it."""

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

_SYLLABLES = ["ba", "ber", "bri", "ca", "cor", "da", "den", "dra", "el", "fa", "fen", "gal", "gor", "ha", "hel", "ith", "ka", "kel", "la", "lor", "ma", "men", "na", "nor", "or", "pa", "pel", "ra", "ren", "sa", "sel", "ta", "tor", "ul", "va", "ven", "wa"]  # fmt: skip
_SMALL = [
    "the",
    "of",
    "and",
    "in",
    "to",
    "a",
    "by",
    "for",
    "with",
    "on",
    "from",
    "at",
    "as",
    "into",
    "under",
]
_WORDS, _NAMES, _SECTIONS, _SENTENCES_A_PARAGRAPH = 20_000, 2_000, 50, 5


class Saying(NamedTuple):
    """One sentence of the text: its section and its words, of which the first is a name."""

    section: int
    words: tuple[str, ...]


def sayings(count: int, seed: int = 1) -> Iterator[Saying]:
    """Make up sentences until together they have about `count` words."""
    random = Random(seed)
    content = [_word(random) for _ in range(_WORDS)]
    names = [_word(random).capitalize() for _ in range(_NAMES)]
    weights = [*accumulate(1 / (rank + 10) for rank in range(_WORDS))]
    made = 0
    while made < count:
        length = random.randint(8, 26)
        drawn = random.choices(content, cum_weights=weights, k=length)
        for place in range(1, length, 3):
            drawn[place] = random.choice(_SMALL)
        for place in random.sample(range(2, length), length // 8):
            drawn[place] = random.choice(names)
        if random.random() < 0.3:
            drawn[length // 2] = str(random.randint(2, 1999))
        yield Saying(made * _SECTIONS // count + 1, (random.choice(names), *drawn))
        made += length + 1


def _word(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.randint(2, 4)))


def text_of(said: list[Saying]) -> str:
    """Write the sentences out, in numbered sections of paragraphs."""
    blocks: list[str] = []
    for number in range(1, _SECTIONS + 1):
        sentences = [" ".join(each.words) + "." for each in said if each.section == number]
        parts = [
            " ".join(sentences[at : at + _SENTENCES_A_PARAGRAPH])
            for at in range(0, len(sentences), _SENTENCES_A_PARAGRAPH)
        ]
        blocks += [f"{number}. {parts[0]}", *parts[1:]]
    return "\n\n".join(blocks) + "\n"


def write(folder: Path, count: int, words: int) -> None:
    """Write a deck of `count` items over a text of about so many `words`, text included."""
    said = [*sayings(words)]
    folder.mkdir()
    (folder / "source.txt").write_text(text_of(said), encoding="utf-8")
    (folder / "deck.yaml").write_text("id: long\ntitle: Long\nlanguage: en\n", encoding="utf-8")
    chosen = Random(2).sample(range(len(said)), count)
    items: dict[int, list[str]] = {number: [] for number in range(1, _SECTIONS + 1)}
    for n, index in enumerate(sorted(chosen)):
        items[said[index].section].append(_item(n, said[index].words))
    for number, written in items.items():
        head = f"section: {number}\ntitle: Another part\nsummary: A part.\nitems:\n"
        path = folder / f"{number}-part.yaml"
        path.write_text(head + "\n".join(written), encoding="utf-8")


def _item(n: int, words: tuple[str, ...]) -> str:
    """Write a true item about one sentence, kinds and their shapes by turns."""
    evidence = " ".join(words[:7])
    asked, told = " ".join(words[:4]), " ".join(words[4:7])
    lines = {
        0: [f"question: What is said of {asked}?", f"answer: {told}"],
        1: [f"cloze: {asked} {{{{c1::{told}}}}} {' '.join(words[7:12])}."],
        2: [f"term: {words[0]}", f"definition: {' '.join(words[1:7])}"],
        3: [f"question: Why did {asked} come about?", f"answer: {told}"],
    }[n % 4]
    shape = [f"id: item-{n}", *lines, f"evidence: {json.dumps(evidence)}"]
    return "  - " + "\n    ".join(shape) + "\n"


def change_one_item(folder: Path) -> None:
    """Say one item in other words, and the next time as before."""
    path = folder / "7-part.yaml"
    text = path.read_text(encoding="utf-8")
    one, other = "What is said of", "What is told of"
    before, after = (one, other) if one in text else (other, one)
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
