"""What an author is told of characters that no face has: they are printed as boxes."""

from collections.abc import Iterator, Mapping
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
from studyguide.printing.press.formulas import unset_formulas

_MOST_NAMED = 5
_MOST_PLACES = 5
"""In more places than so many, a whole script is lacking: one finding says so."""

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
        for item in section.items:
            if not item.retired:
                yield from _of_item(item, excerpts, boxed)
                yield from unset_formulas(item) if deck.math else ()


def _of_deck(deck: Deck, boxed: frozenset[str]) -> Iterator[Finding]:
    introduction = (deck.introduction,) if deck.introduction else ()
    for text in (deck.title, *introduction, *deck.discussion):
        yield from _in_text(deck.file, text, boxed)
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
    if item.image:
        yield from _in_image(item.file, item.image, boxed, **place)  # type: ignore[arg-type]
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
            "export the drawing without HTML and effects, with its labels as text or paths",
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
