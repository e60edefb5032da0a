"""Guides to print in tests, and what is read back from their pages.

The guides are about tide mills and were written for these tests; no source text is in them.
"""

import re
import subprocess
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from studyguide.deck import cloze
from studyguide.deck.item import Image, Kind
from studyguide.guide.guide import Entry, Guide, GuideSection, numbered
from studyguide.printing.book.going_on import with_numbers
from studyguide.printing.book.pdf import Laid, laid_on
from studyguide.printing.filling.feathering import feathered
from studyguide.printing.press import page_numbers
from studyguide.printing.press.options import Layout
from studyguide.printing.press.page_numbers import pages_of as places_of
from studyguide.printing.press.pdf import identifier, open_press, width_of
from studyguide.printing.press.resources import resources_of
from studyguide.templates import Templates
from tests.printing.sheets import pages_in

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
        sections=tuple(map(numbered, sections)),
    )
    return replace(made, **more)


def small_guide(*entries: Entry, **more: Any) -> Guide:
    """Make a guide of one section."""
    return guide(GuideSection(1, "The only section", "It has little to say.", entries), **more)


def realistic_guide(image: Image | None = None, sections: int = 7) -> Guide:
    """Make a guide of sections with 12 items in use each; `image` goes with one question."""
    return guide(*(_section(number, image) for number in range(1, sections + 1)))


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


class Link(NamedTuple):
    """A link on a page: the name it leads to, the line on which it stands, its text, what is below."""

    page: int
    target: str
    line: str
    text: str
    below: str


def text_of(path: Path, first: int = 1, last: int = 9999) -> str:
    """Read pages in the order of their content, with single spaces between words."""
    return " ".join(" ".join(texts_of(path)[first - 1 : last]).split())


def texts_of(path: Path) -> list[str]:
    """Read pages in the order of their content, line by line."""
    return _texts(path, path.stat().st_mtime_ns)


@cache
def _texts(path: Path, _: int) -> list[str]:
    """Read all pages of a file, as it is now, once: that takes a fifth as long as to print it."""
    command = ["pdftotext", "-raw", "-", "-"]
    copy = _copy_of(
        path, "/OutputIntents"
    ).getvalue()  # a profile of colours, worked out for each page
    return (
        subprocess.run(command, input=copy, check=True, capture_output=True)
        .stdout.decode()
        .split("\f")
    )


@cache
def pages_of(path: Path) -> tuple[Any, ...]:
    """Open a PDF's pages for measuring; coordinates are in points, from the upper left.

    What is not on them, the tree of tags, is left out, and so is after each letter that the next is moved
    by nothing: to read both takes half of the time.
    """
    return pages_in(_copy_of(path, "/StructTreeRoot", is_plain=True))


def _copy_of(path: Path, *without: str, is_plain: bool = False) -> BytesIO:
    """Give a PDF without some of what is in it; a plain one is read by Python in less time."""
    copy = BytesIO()
    with pikepdf.open(path) as pdf:
        for name in without:
            if name in pdf.Root:
                del pdf.Root[name]
        if is_plain:
            for page in pdf.pages:
                page.contents_coalesce()
                drawn = page.Contents.read_bytes()
                page.Contents = pdf.make_stream(drawn.replace(b">0<", b""))
            mode = pikepdf.ObjectStreamMode.disable
            pdf.save(copy, object_stream_mode=mode, compress_streams=False)
        else:
            pdf.save(copy, compress_streams=False)
    return copy


@cache
def destinations(path: Path) -> dict[str, int]:
    """Give the page, counted from 1, of every named place."""
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        names = list(pdf.Root.Names.Dests.Names)
        return {
            str(name): numbers[place[0].objgen]
            for name, place in zip(names[::2], names[1::2], strict=True)
        }


def destinations_before_key(made: Guide, templates: Templates, layout: Layout) -> dict[str, int]:
    """Give the page of every named place of a guide that is not printed, nor laid out to its end: that takes half of the time."""
    with open_press(resources_of(made, templates), "guide/guide.html") as press:
        return dict(places_of(laid_on(press, made, templates, layout)[0].body))


def print_before_key(made: Guide, templates: Templates, layout: Layout, path: Path) -> None:
    """Print a guide but for its index and key, and what leads there, where a test looks at neither: that takes a third of the time."""
    with open_press(resources_of(made, templates), "guide/guide.html") as press:
        laid: Laid = laid_on(press, made, templates, layout)[0]
        body = with_numbers(feathered(laid.body, laid.filled))
        there = places_of(body)
        behind = dict.fromkeys(("index", "key"), len(body.pages) + 1)
        page_numbers.number(body, behind | there, width_of)
        for page in body.pages:
            page.links[:] = [
                each for each in page.links if each[0] != "internal" or each[1] in there
            ]
        path.write_bytes(press.printed(body, pdf_identifier=identifier(laid.page)))


def empty_below(path: Path, among: Container[int] | None = None) -> dict[int, float]:
    """Measure, by page, what is empty below the last of the text, in millimetres; no blank pages.

    Of some pages by their numbers, or of all: each that is measured has to be read.
    """
    bottoms = {595: 266, 612: 250}
    found = {}
    for number, page in enumerate(pages_of(path), start=1):
        if among is not None and number not in among:
            continue
        end = bottoms[int(page.width)] * 72 / 25.4
        inked = (*page.chars, *page.rects, *page.curves, *page.lines, *page.images)
        ink = [each["bottom"] for each in inked if each["top"] > 70 and each["bottom"] < end + 9]
        if ink:
            found[number] = (end - max(ink)) / 72 * 25.4
    return found


@cache
def links(path: Path) -> list[Link]:
    """Give every internal link."""
    found = []
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            sheet = pages_of(path)[number - 1]
            words = sheet.extract_words() if "/Annots" in page else []
            for annotation in page.get("/Annots", []):
                top, bottom = sorted(
                    float(page.MediaBox[3]) - float(y) for y in annotation.Rect[1::2]
                )
                line = _line(words, (top + bottom) / 2)
                left, right = sorted(float(x) for x in annotation.Rect[::2])
                text, below = (
                    sheet.crop((left - 1, upper, end, lower), strict=False).extract_text()
                    for upper, lower, end in (
                        (top, bottom, right + 1),
                        (bottom, bottom + 24, left + 48),
                    )
                )
                found.append(Link(number, str(annotation.Dest), line, text, below))
    return found


def _line(words: list[dict[str, Any]], middle: float) -> str:
    return " ".join(word["text"] for word in words if word["top"] < middle < word["bottom"])


def blanks(path: Path) -> list[float]:
    """Measure every blank of the fill-in sentences, in points; one over two lines is two."""
    widths = []
    for page in pages_of(path):
        drawn = groupby(page.chars, key=lambda char: (char["text"] == "_", round(char["top"])))
        for (is_blank, _), run in drawn:
            characters = list(run)
            if is_blank:
                widths.append(characters[-1]["x1"] - characters[0]["x0"])
    return widths


def writing_lines(page: Any) -> list[float]:
    """Give how far from the top the writing lines of a page are, in points; in a key, rules above headings are shorter."""
    return [line["top"] for line in page.lines if 210 < line["width"] < 270]


def colours(path: Path) -> set[tuple[float, ...]]:
    """Give every colour that is set anywhere in a PDF, by its components."""
    found = set()
    with pikepdf.open(path) as pdf:
        forms = [
            each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/BBox" in each
        ]
        for stream in (*pdf.pages, *forms):
            for operands, operator in pikepdf.parse_content_stream(stream):
                if re.fullmatch("(rg|g|k|sc|scn)", str(operator).lower()):
                    found.add(
                        tuple(
                            float(each) for each in operands if not isinstance(each, pikepdf.Name)
                        )
                    )
    return found


def headings(page: Any) -> list[dict[str, Any]]:
    """Give the words of a page that are set as headings within a section."""
    words = page.extract_words(extra_attrs=["fontname", "size"])
    return [word for word in words if "Sans-Semi" in word["fontname"] and word["size"] > 10]


def outline(path: Path) -> list[str]:
    """Give the bookmarks of the first level."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as bookmarks:
        return [bookmark.title for bookmark in bookmarks.root]


def figures(path: Path) -> list[str]:
    """Give the alternative texts of all pictures."""
    with pikepdf.open(path) as pdf:
        elements = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        return [str(each.Alt) for each in elements if each.get("/S") == pikepdf.Name.Figure]
