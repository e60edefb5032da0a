"""Guides to print in tests, and what is read back from their pages.

The guides are about tide mills and written for these tests; no source text is in them.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from studyguide import cloze
from studyguide.deck import Image, Kind
from studyguide.guide import Entry, Guide, GuideSection

MODIFIED = 1_795_000_000

PLACES = ("Woodbridge", "Eling", "Birdham", "Carew", "Bromley", "Rupelmonde", "Bréhat")
TITLES = (
    "What a tide mill is, and how the sea turns its wheel twice a day",
    "The oldest ponds",
    "Building in the mud: piles, clay and oak",
    "Millers, who lived by the tide table and not by the clock",
    "Flour, gunpowder, paper",
    "Why most of them stopped",
    "What is left",
)
LONG_ANSWER = (
    "Because the pond fills and empties with the tide, the hours of work move on by some fifty "
    "minutes each day, so that the miller rises in the middle of the night in one week and at "
    "noon in the next"
)


def entry(kind: Kind, id: str, prompt: str, *answers: str, **more: Any) -> Entry:
    """Make one entry; a cloze is given by its sentence in Anki's syntax alone."""
    pieces, _ = cloze.parse(prompt) if kind == "cloze" else ((), ())
    deletions = [piece for piece in pieces if isinstance(piece, cloze.Deletion)]
    plain = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    made = Entry(
        id=id,
        origin=id,
        kind=kind,
        section=1,
        prompt=plain or prompt,
        answers=answers or tuple(deletion.text for deletion in deletions),
        is_list=len(answers) > 1,
        pieces=pieces,
        note="",
        citation="§1 ¶1",
        tags=(),
        image=None,
        reverse=False,
        typed=False,
        retired="",
        modified=MODIFIED,
    )
    return replace(made, **more)


def guide(*sections: GuideSection, **more: Any) -> Guide:
    """Make a guide of some sections."""
    made = Guide(
        id="tide-mills",
        title="The Mills that Ran on the Moon",
        author="Ada Brackwater",
        work="Tidal Engines, Chapter 3",
        language="en",
        rights="Source text not included; quoted here in short extracts for study.",
        words=2359,
        digest="0f" * 32,
        modified=MODIFIED,
        sections=sections,
    )
    return replace(made, **more)


def small_guide(*entries: Entry, **more: Any) -> Guide:
    """Make a guide of one section."""
    return guide(GuideSection(1, "The only section", "It has little to say.", entries), **more)


def realistic_guide(image: Image | None = None) -> Guide:
    """Make a guide of 7 sections with 12 items in use each; `image` goes with one question."""
    return guide(*(_section(number, image) for number in range(1, 8)))


def _section(number: int, image: Image | None) -> GuideSection:
    place = PLACES[number - 1]
    summary = (
        f"The section follows one mill, at {place}, through a working day. It shows what the "
        "builders knew about the sea, what the miller owed to the moon, and why neither of them "
        "could choose the hour at which the wheel began to turn."
    )
    entries = [
        replace(made, section=number, citation=f"§{number} ¶{index % 5 + 1}")
        for index, made in enumerate(_entries(number, place))
    ]
    if image and number == 1:
        entries[7] = replace(entries[7], image=image)
    return GuideSection(number, TITLES[number - 1], summary, tuple(entries))


def _entries(number: int, place: str) -> Iterator[Entry]:
    slug = f"{place.lower()}-{number}"
    yield entry(
        "term", f"{slug}-pond", f"{place} pond", "the basin behind the dam that the flood fills"
    )
    yield entry(
        "term",
        f"{slug}-gate",
        f"Self-closing sea gate of the {place} type",
        "a hinged leaf of oak that the flood pushes open and the ebb pulls shut, so that nobody "
        "has to stand in the water at two in the morning",
        note="Also called a clapper, for the noise.",
    )
    yield entry("term", f"{slug}-neap", f"{place} neap", "the weakest tide of a fortnight")
    yield entry("person", f"{slug}-miller", f"Thomas of {place}", "first miller known by name")
    yield entry(
        "person",
        f"{slug}-heir",
        f"Eleanor Quay-Harding of {place}",
        "his granddaughter, who kept the accounts in which every hour of grinding is noted",
    )
    yield entry("date", f"{slug}-built", f"{1170 + number}", f"the dam at {place} is first named")
    yield entry(
        "date",
        f"{slug}-burnt",
        f"14 November {1703 + number}",
        f"a storm surge carries away the wheel of {place}, and the parish pays for a new one",
    )
    yield entry("question", f"{slug}-wheels", f"How many wheels did {place} have?", f"{number}")
    yield entry(
        "question",
        f"{slug}-trades",
        f"Which three trades besides the miller's worked at {place}?",
        f"{place} coopers",
        "millwrights",
        "bargemen who came up on the flood",
        note='Each is named in the "ledger", on its first page.',
    )
    yield entry(
        "question",
        f"{slug}-hours",
        f"Why could the miller of {place}, unlike one on a river, not keep the same hours of work "
        "from one week to the next?",
        f"{LONG_ANSWER} ({place})",
    )
    yield entry(
        "cloze",
        f"{slug}-fill",
        f"At {place} the pond filled through {{{{c1::two sea gates}}}} and emptied through "
        f"{{{{c2::the wheel race::where the wheel is}}}}, {{{{c3::twice}}}} a day.",
    )
    yield entry(
        "cloze", f"{slug}-moon", f'The master of {place} was "{{{{c1::the moon::not the sun}}}}".'
    )
    yield entry(
        "question",
        f"{slug}-old",
        f"Which withdrawn question about {place} must not appear?",
        f"the withdrawn answer of {place}",
        retired="asked twice",
    )
