"""What is ordered of a deck: which of its products, laid out how, and what its named editions choose."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from studyguide.errors import StudyGuideError
from studyguide.guide.choice import Choice
from studyguide.printing.cutout.imposition import PAPERS, Sheet, sheet
from studyguide.printing.press.options import Layout
from studyguide.workflows.check import DIST

if TYPE_CHECKING:
    from studyguide.deck.deck import Deck

Product = Literal[
    "anki", "guide", "cards", "key", "booklet", "test-a", "test-a-key", "test-b", "test-b-key"
]
TESTS: tuple[Product, ...] = ("test-a", "test-a-key", "test-b", "test-b-key")
"""Both versions of a class test, each with its key."""


_NO_LARGE_CARDS = "--large-print is for the guide; letters of 18 pt are on larger cards, as with --card-size 140x90"
_NO_LARGE_BOOKLET = "--large-print is not for a booklet, whose pages are halved: 11 pt remain of 16; leave out --booklet for large print"
_NO_FORM_BOOKLET = "--form is for a screen, and a booklet for a printer: leave out one of them"
_NO_OTHER = "--test makes a class test and nothing else: leave it out for {}"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of a deck: how its guide is laid out, its cards are cut, and so on.

    `passages` shows the passage of every item, as a `deck.yaml` with `passages: yes` does;
    `attach` puts the Anki deck into the PDF; `into` is the folder that all is written into;
    `anew` lets a deck that was published, and has lost its lock, begin anew. `only` one thing is made, of
    a `choice`, and of what has `changed_since` a revision; or of what the deck's `edition`
    of that name has. `is_test` makes a class test and nothing else. `wants_large` tells that large print was
    asked for by name.
    """

    layout: Layout = field(default_factory=Layout)
    sheet: Sheet = field(default_factory=lambda: sheet("grid", PAPERS["a4"]))
    passages: bool = False
    attach: bool = False
    into: Path = DIST
    anew: bool = False
    only: Product | None = None
    choice: Choice = field(default_factory=Choice)
    changed_since: str = ""
    edition: str = ""
    is_test: bool = False
    wants_large: bool = False

    @property
    def is_part(self) -> bool:
        """Whether something is left out, so that it must not take the place of the whole."""
        return bool(self.changed_since) or not self.choice.is_everything

    @property
    def shows_answers(self) -> bool:
        """Whether there are answers in anything, so that passages can stand beside them; cards have no room for any."""
        only_asks = self.only in ("guide", "booklet") and self.layout.answers == "none"
        return not (self.is_test or only_asks or self.only == "cards")

    @property
    def notes(self) -> tuple[str, ...]:
        """What the options do not do, though one may think so."""
        if self.is_test and self.only:
            other = "--booklet" if self.only == "booklet" else f"--only {self.only}"
            return (_NO_OTHER.format(other),)
        if self.layout.is_large and "cards" in self.products:
            return (_NO_LARGE_CARDS,)
        if self.wants_large and "booklet" in self.products:
            return (_NO_LARGE_BOOKLET,)
        if self.layout.is_form and "booklet" in self.products:
            return (_NO_FORM_BOOKLET,)
        return ()

    @property
    def products(self) -> tuple[Product, ...]:
        """What is to be made; part of a deck goes to Anki only where that is asked for."""
        if self.is_test:
            return TESTS
        if self.only:  # what is attached is made, too: what lies there may be anybody's
            is_attached = self.attach and self.only in ("guide", "key", "booklet")
            return ("anki", self.only) if is_attached else (self.only,)
        return (
            ("guide", "cards") if self.is_part and not self.attach else ("anki", "guide", "cards")
        )


def named(order: Order, deck: "Deck") -> Order:
    """Order what a deck's edition of the wanted name has. Raises `StudyGuideError` for none."""
    if not order.edition:
        return order
    found = next((each for each in deck.editions if each.name == order.edition), None)
    if found is None:
        names = ", ".join(each.name for each in deck.editions) or "none"
        raise StudyGuideError(f"`{deck.id}` has no edition `{order.edition}`; it has {names}")
    choice = Choice(found.section, found.tags, found.kinds, None, found.items, found.seed)
    return replace(order, choice=choice, changed_since=found.changed_since)
