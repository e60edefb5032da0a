"""What an author is told of what paper cannot show: characters that no face has, formulas, effects of drawings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import category, normalize

from studyguide.deck.deck import Deck
from studyguide.deck.file import File, Text
from studyguide.deck.item import Image, Item
from studyguide.finding import Finding
from studyguide.guide.shown_passages import Excerpt
from studyguide.loading.media import content
from studyguide.printing.press import noto
from studyguide.printing.press.drawings import lettering_of, undrawn_in
from studyguide.printing.press.fonts import shown
from studyguide.printing.press.formulas import in_lines, unknown_in
from studyguide.printing.press.parted_formulas import torn_formulas
from studyguide.printing.press.typography import FORMULA

_BLANK = re.compile(r"\{\{c\d+::")
_MOST_NAMED = 5
_MOST_PLACES = 5
"""In more places than so many, a whole script is lacking: one finding says so."""

_AS_IN_TITLES = (
    "a title is printed as it is written, and so is this formula",
    "say it in words, or leave it so",
)

_ELSEWHERE = "; until then paper has a box with the code point below, and Anki the character"


def findings_of(
    deck: Deck, excerpts: Mapping[str, Excerpt], boxed: frozenset[str]
) -> Iterator[Finding]:
    """Report each printed text with `boxed` characters, or many of them at once.

    `excerpts` are the passages shown. Alternative texts are spoken, not drawn, and withdrawn items are
    not printed.
    """
    found = [*dict.fromkeys(_all_of(deck, excerpts, boxed))]
    lacking = [each for each in found if each.code == "character-missing"]
    if len(lacking) <= _MOST_PLACES:
        yield from found
        return
    yield from (each for each in found if each.code != "character-missing")
    written = (deck.title.value, *(section.file.text for section in deck.sections))
    missing = _boxed("".join(written), boxed)
    message = f"no face has {_named(missing)}, which stand in {len(lacking)} places"
    yield lacking[0]._replace(message=message, help=f"{_instead(missing)}{_ELSEWHERE}", item="")


def _all_of(
    deck: Deck, excerpts: Mapping[str, Excerpt], boxed: frozenset[str]
) -> Iterator[Finding]:
    yield from _of_deck(deck, boxed)
    for section in deck.sections:
        for text in (section.title, section.summary):
            yield from _in_text(section.file, text, boxed, section=section.number)
            if deck.math:
                for finding in _unset(section.file, text, is_title=text is section.title):
                    yield finding._replace(section=section.number)
        for item in section.items:
            if not item.retired:
                yield from _of_item(item, excerpts, boxed)
                yield from _unset_of(item) if deck.math else ()


def _of_deck(deck: Deck, boxed: frozenset[str]) -> Iterator[Finding]:
    introduction = (deck.introduction,) if deck.introduction else ()
    for text in (deck.title, *introduction, *deck.discussion):
        yield from _in_text(deck.file, text, boxed)
        yield from _unset(deck.file, text, is_title=text is deck.title) if deck.math else ()
    source = (deck.author, deck.work, deck.publisher, deck.place)
    for value in (*source, deck.curator, deck.rights, deck.licence):
        yield from _in_text(deck.file, Text(value, max(deck.file.text.find(value), 0)), boxed)
    for image, caption in deck.figures:
        yield from _in_text(deck.file, caption, boxed) if caption else ()
        yield from _in_image(deck.file, image, boxed)


def _of_item(
    item: Item, excerpts: Mapping[str, Excerpt], boxed: frozenset[str]
) -> Iterator[Finding]:
    place = {"item": item.id.value, "section": item.section}
    for text in item.texts():
        yield from _in_text(item.file, text, boxed, **place)  # type: ignore[arg-type]
    for image in filter(None, (item.asked_picture, item.image)):
        yield from _in_image(item.file, image, boxed, **place)  # type: ignore[arg-type]
    passage = excerpts.get(item.id.value)
    if passage and (missing := _boxed(passage.text, boxed)):
        message = f"the passage of `{item.id.value}` has what no face has: {_named(missing)}"
        help = f"{_instead(missing)}, or build without passages (`passages: no`){_ELSEWHERE}"
        found = item.error(item.id, "character-missing", message, help)
        yield found._replace(severity="warning")


def _boxed(text: str, boxed: frozenset[str]) -> tuple[str, ...]:
    """Give the characters of a text that are printed as boxes, each once."""
    return tuple(each for each in dict.fromkeys(normalize("NFC", text)) if each in boxed)


def _in_text(
    file: File, text: Text, boxed: frozenset[str], item: str = "", section: int = 0
) -> Iterator[Finding]:
    if missing := _boxed(text.value, boxed):
        yield Finding(
            file.within(text, missing[0]),
            "character-missing",
            f"no face has {_named(missing)}",
            f"{_instead(missing)}{_ELSEWHERE}",
            "warning",
            item=item,
            section=section,
        )


def _in_image(
    file: File, image: Image, boxed: frozenset[str], item: str = "", section: int = 0
) -> Iterator[Finding]:
    if image.path.suffix.lower() != ".svg":
        return
    drawing = content(image)
    if undrawn := undrawn_in(drawing):
        yield Finding(
            file.within(image.name),
            "image-unprinted",
            f"{image.path.name} has what paper does not show: {', '.join(undrawn)}",
            "export the drawing without HTML and effects, with its labels as text or paths, and what is cut, mixed or set along a line as paths",
            "warning",
            item=item,
            section=section,
        )
    if missing := _boxed(lettering_of(drawing), boxed):
        yield Finding(
            file.within(image.name),
            "character-missing",
            f"the lettering of {image.path.name} has what no face has: {_named(missing)}",
            f"make paths of its letters in the drawing program, or {_instead(missing)}",
            "warning",
            item=item,
            section=section,
        )


def _unset_of(item: Item) -> Iterator[Finding]:
    """Warn of each formula of an item that is printed as it is written."""
    for text in item.texts():
        if "\\" in text.value:
            torn = torn_formulas(item.pieces) if text is item.prompt else ()
            for finding in _unset(item.file, text, torn):
                yield finding._replace(item=item.id.value, section=item.section)


class _Unset(NamedTuple):
    """A formula that is printed as it is written: from where to where, and which commands nobody knows.

    A blank may cut it in two.
    """

    start: int
    end: int
    commands: tuple[str, ...]
    is_cut: bool


def _unset_in(text: str, *, is_title: bool = False) -> Iterator[_Unset]:
    """Yield the formulas of a text that are not drawn; in a title none is."""
    for found in FORMULA.finditer(text):
        tex = found["inline"] or found["display"]
        if is_title:
            yield _Unset(*found.span(), (), is_cut=False)
            continue
        is_cut = "{{c" in tex and bool(_BLANK.search(tex))
        if is_cut or not in_lines(tex, is_inline=found["display"] is None):
            yield _Unset(*found.span(), () if is_cut else unknown_in(tex), is_cut)


def _unset(
    file: File,
    text: Text,
    torn: Iterable[bool] = (),
    *,
    is_title: bool = False,
) -> Iterator[Finding]:
    """Warn of each formula of a text that is printed as it is written, but for those that a blank parts in whole ones."""
    whether = iter(torn)
    for formula in _unset_in(text.value, is_title=is_title):
        if formula.is_cut and not next(whether, True):
            continue
        message, help = _AS_IN_TITLES if is_title else _said_of(formula)
        start, end = (file.offset(text, at) for at in (formula.start, formula.end - 1))
        place = file.at(start, end + 1 - start)
        yield Finding(place, "math-unprinted", message, help, "warning")


def _said_of(formula: _Unset) -> tuple[str, str]:
    """Say why a formula is not drawn, and what to do."""
    if formula.is_cut:
        return (
            "a blank cuts this formula in parts that mean nothing alone",
            r"hide the whole formula, {{c1::\(…\)}}, or leave it so: it is printed as written",
        )
    help = "write it in plainer TeX, or leave it so: it is printed as written"
    if not formula.commands:
        return "paper cannot set this formula", help
    if formula.commands[0] == r"\ce":
        help = r"write \mathrm{H_2O}, or leave it so: it is printed as written"
    return f"paper cannot set {', '.join(f'`{name}`' for name in formula.commands)}", help


def _named(missing: tuple[str, ...]) -> str:
    more = len(missing) - _MOST_NAMED
    names = ", ".join(shown(character) for character in missing[:_MOST_NAMED])
    return f"{names} and {more} more" if more > 0 else names


def _instead(missing: tuple[str, ...]) -> str:
    """Say where a face would come from; signs can also be said in words."""
    ways = [noto.told("".join(missing)), "put a face that has it into the deck's `fonts/` folder"]
    if all(category(character)[0] not in "LM" for character in missing):
        ways.append("say it in words")
    return ", or ".join(filter(None, ways))
