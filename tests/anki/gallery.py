"""Cards of every kind, and as awkward as curators write them: for tests that look at them."""

import io
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from PIL import Image as Picture
from PIL import ImageDraw

from studyguide.deck.item import Image
from studyguide.deck.markup import read_markup
from studyguide.guide.guide import Entry, Guide, GuideSection
from tests.anki.collection import entry, guide

LONG = (
    "Because the pond stands higher than the sea only for a few hours after the turn of the tide, and "
    "because that turn comes fifty minutes later every day, the miller has to begin whenever the water "
    "lets him: at noon in one week, at midnight in the next. "
)
CODE = """\
```python
# at ebb
while pond.level > 1.5:
    def turn(wheel): return "round"
```

| time | level |
|:-----|------:|
| *ebb* | 1.5 |
"""
SECTION = "Pond, sluice and ebb"


class Shown(NamedTuple):
    """One card of the gallery: the entry's id, which of its cards, and what a learner types."""

    id: str
    card: int = 0
    typed: str = ""


CARDS = {
    "question": Shown("question"),
    "long": Shown("long"),
    "list": Shown("list"),
    "cloze": Shown("cloze"),
    "cloze-other-number": Shown("cloze", 1),
    "term": Shown("term"),
    "term-reverse": Shown("term", 1),
    "typed-right": Shown("typed", typed="the pond"),
    "typed-wrong": Shown("typed", typed="a point"),
    "typed-nothing": Shown("typed"),
    "typed-cloze": Shown("typed-cloze", typed="twise"),
    "picture": Shown("picture"),
    "tall-picture": Shown("tall-picture"),
    "all-at-once": Shown("all-at-once"),
    "formula": Shown("formula"),
    "formula-cloze": Shown("formula-cloze"),
    "markup": Shown("markup"),
    "markup-cloze": Shown("markup-cloze"),
    "long-word": Shown("long-word"),
    "hebrew": Shown("hebrew"),
    "arabic-cloze": Shown("arabic-cloze"),
    "hebrew-answer": Shown("hebrew-answer"),
    "typed-hebrew": Shown("typed-hebrew", typed="חוף"),
    "withdrawn": Shown("withdrawn"),
    "withdrawn-cloze": Shown("withdrawn-cloze"),
}


def gallery(folder: Path) -> Guide:
    """Give a guide of all these cards; their pictures are drawn into the folder."""
    entries = tuple(_entries(folder))
    section = GuideSection(1, SECTION, "", entries)
    return guide(sections=(section,), work="A Short History of the Tide Mill", math=True)


def _entries(folder: Path) -> list[Entry]:
    wide, tall = _drawing(folder, (900, 420)), _drawing(folder, (300, 1400))
    return [
        entry(
            "question",
            prompt="Why must the miller wait for the ebb?",
            answers=("until the sea stands lower than the wheel, water cannot leave the pond",),
        ),
        entry("long", prompt=f"How does the day of a miller go? {LONG}", answers=(LONG * 5,)),
        entry(
            "list",
            prompt="Which seven parts has a tide mill?",
            answers=("dam", "pond", "sluice", LONG, "wheel", "millstones", "store"),
            is_list=True,
        ),
        entry(
            "cloze",
            "cloze",
            cloze="The miller waits for the {{c1::ebb::a movement of the sea}}, opens the "
            "{{c2::second gate}} and grinds until the {{c1::flood}}.",
            note="Flood and ebb follow each other twice a day.",
        ),
        entry(
            "term", "term", prompt="sluice", answers=("a gate that the water opens",), reverse=True
        ),
        entry("typed", prompt="What fills at flood?", answers=("the pond",), typed=True),
        entry("typed-cloze", "cloze", cloze="The pond fills {{c1::twice}} a day.", typed=True),
        entry("picture", prompt="What does the dam hold back?", image=wide),
        entry("tall-picture", "cloze", cloze="The wheel is {{c1::tall}}.", image=tall, note=LONG),
        entry(
            "all-at-once",
            prompt="What drives the wheel?",
            answers=("the water of the pond", "as it leaves for the sea"),
            is_list=True,
            note="Only at ebb.",
            passage="The water that streams out turns the wheel. […] It turns the stones.\nAt flood "
            "it rests.",
            image=wide,
            citation="§1 ¶4, ¶5, ¶12, •1, •2, •3",
        ),
        entry(
            "formula",
            prompt=r"What is the energy of a pond of area \(A\) and range \(h\)?",
            answers=(r"\[E = \tfrac{1}{2}\, A \rho g h^{2}\]",),
            note=r"The path C:\(old) is none, nor is a < b.",
        ),
        entry(
            "formula-cloze",
            "cloze",
            cloze=r"Power falls by {{c1::\(\sqrt{\frac{1}{2} }\)}} when \(h<1\).",
        ),
        entry(
            "markup",
            prompt=read_markup("What *opens* the **gate** of H~2~O, `pond.gate`?"),
            answers=(read_markup(CODE),),
            note=read_markup("See [the *plans*](https://example.org/a_(b))."),
        ),
        entry(
            "markup-cloze",
            "cloze",
            cloze=read_markup("*The {{c1::ebb::a **word**}} of* {{c1::10^9^}}, `{{c2::x}}`."),
        ),
        entry("long-word", prompt="A" + "a" * 200, answers=("https://" + "x" * 300,)),
        entry(
            "hebrew",
            "term",
            prompt="טחנת גאות",
            answers=("טחנה שהגאות והשפל מניעים אותה",),
            note="ראו גם: סכר (dam).",
            passage="הים עולה ויורד.",
        ),
        entry("arabic-cloze", "cloze", cloze="تدور العجلة عند {{c1::الجزر}} فقط."),
        entry("hebrew-answer", prompt="What is “pond” in Hebrew?", answers=("בריכה",)),
        entry("typed-hebrew", prompt="מה סוגר הסכר?", answers=("חוף הים",), typed=True),
        entry("withdrawn", prompt="How many mills?", retired="The number was wrong."),
        entry("withdrawn-cloze", "cloze", cloze="In {{c1::1170}}.", retired="The year was wrong."),
    ]


def _drawing(folder: Path, size: tuple[int, int]) -> Image:
    """Draw waves in black on nothing, as diagrams often are."""
    picture = Picture.new("RGBA", size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    for top in range(20, size[1], 60):
        for left in range(0, size[0], 80):
            draw.arc((left, top, left + 80, top + 60), 180, 360, fill="black", width=6)
    path = folder / f"waves-{size[0]}.png"
    out = io.BytesIO()
    picture.save(out, "PNG")
    path.write_bytes(out.getvalue())
    return Image(path, "Waves", sha256(out.getvalue()).hexdigest())
