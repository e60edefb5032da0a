"""`studyguide build`: check each deck, then write what learners use."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from studyguide.cli.parameters import (
    decks_argument,
    example,
    long_option,
    new_option,
    source_option,
)

DIST = Path("dist")
KINDS = ("question", "cloze", "term", "person", "date")

if TYPE_CHECKING:
    from studyguide.printing.press.options import Paper
    from studyguide.workflows.check import Say, Texts
    from studyguide.workflows.order import Order
    from studyguide.workflows.result import Result, Unchanged
    from studyguide.workflows.unchanged import Look


@click.command(epilog=example("studyguide build cards/soviet-miners --source soviet-miners.txt"))
@decks_argument
@source_option
@long_option
@new_option
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="Page size.",
)
@click.option(
    "--answers",
    type=click.Choice(["key", "inline", "none"]),
    default="key",
    show_default=True,
    help="In a key at the end of the guide, beside the questions, or nowhere.",
)
@click.option(
    "--only",
    type=click.Choice(["anki", "guide", "cards", "key"]),
    help="Make one thing alone; the key, dist/<deck>-key.pdf, has all items, for a teacher.",
)
@click.option(
    "--edition", default="", metavar="NAME", help="Print what `editions:` in deck.yaml say."
)
@click.option("--section", default="", metavar="2-4,6", help="Print these sections alone.")
@click.option("--tag", multiple=True, help="Print items with this tag alone; may be given again.")
@click.option(
    "--kind", multiple=True, type=click.Choice(KINDS), help="Print items of this kind alone."
)
@click.option(
    "--changed-since", default="", metavar="REV", help="Print what is new since a revision in git."
)
@click.option("--items", type=click.IntRange(1), default=None, help="Print so many, drawn by lot.")
@click.option("--seed", default="1", show_default=True, help="Draw others with another seed.")
@click.option(
    "--booklet",
    is_flag=True,
    help="Make only dist/<deck>-booklet.pdf: to be folded to A5 and stapled.",
)
@click.option(
    "--test",
    "is_test",
    is_flag=True,
    help="Make only a class test: dist/<deck>-test-a.pdf, -test-b.pdf and their keys.",
)
@click.option(
    "--large-print", is_flag=True, help="Set the guide in 16 pt: dist/<deck>-large-print.pdf."
)
@click.option(
    "--form", is_flag=True, help="Make fields of lines and blanks, to fill in on a screen."
)
@click.option("--attach", is_flag=True, help="Put the Anki deck into the guide's PDF.")
@click.option(
    "--passages", is_flag=True, help="Show each item's passage with its answer, if you may."
)
@click.option(
    "--cards",
    type=click.Choice(["grid", "avery5388", "fold"]),
    default="grid",
    show_default=True,
    help="Cut-out cards: as many as fit the paper; 5 x 3 in on Avery 5388 (US Letter); "
    "or fronts and backs side by side, to be folded, where the printer has one side only.",
)
@click.option(
    "--card-size",
    default="",
    metavar="WxH",
    help="Size of a card in mm; a7 or a8 fill the paper to its edges.  [default: 90x60]",
)
@click.option(
    "--flip",
    type=click.Choice(["long", "short"]),
    default="long",
    show_default=True,
    help="The edge on which the printer turns the paper.",
)
@click.option(
    "--backs",
    type=click.Choice(["each", "last"]),
    default="each",
    show_default=True,
    help="Backs behind each sheet of fronts, or all of them last, for paper turned by hand.",
)
@click.option(
    "--stack",
    "is_stacked",
    is_flag=True,
    help="Cards in order when all sheets are cut as one stack, and the piles laid on each other.",
)
@click.option(
    "--back-offset",
    default="0,0",
    metavar="X,Y",
    show_default=True,
    help="Move backs to the right and down, in mm, as the test sheet tells.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="Build so many decks side by side.")
def build(
    decks: tuple[str, ...], source: str | None, *, long: bool, jobs: int, **options: Any
) -> int:
    """Check each DECK, then write dist/<deck>.apkg, dist/<deck>.pdf and dist/<deck>-cards.pdf."""
    from studyguide.cli.progress import each, meant
    from studyguide.workflows.unchanged import Place, look

    places = (Place(folder, source, DIST, {**options}) for folder in meant(decks))
    looks = {place.folder: look(place) for place in places}
    known: list[Result | Unchanged] = [it.known for it in looks.values() if it.known]
    if len(known) == len(looks):
        return _told(known, long=long)
    with each(decks, source, partial(_build, _order(**options), looks), jobs) as results:
        return _told(results, long=long)


def _told(results: "list[Result | Unchanged]", *, long: bool) -> int:
    """Print what came of the decks; give the exit status."""
    from studyguide.cli.finish import finish

    status = finish(results, "text", long=long)
    _told_apart(results)
    return status


def _told_apart(results: "list[Result | Unchanged]") -> None:
    """Make sure that no two folders hold one deck: what is made of one was written over the other's.

    Raises `StudyGuideError` if they do.
    """
    from studyguide.errors import StudyGuideError

    folders: dict[str, Path] = {}
    for each in results:
        id = each.id
        other = folders.setdefault(id, each.folder)
        if id and other.resolve() != each.folder.resolve():
            raise StudyGuideError(
                f"{other} and {each.folder} are both the deck `{id}`, so that one was written over the "
                "other: give the newer one another id, and delete its deck.lock"
            )


def _build(
    order: "Order", looks: "Mapping[Path, Look]", folder: Path, texts: "Texts", say: "Say"
) -> "Result | Unchanged":
    """Build one deck, here or in a process of its own, if it is not as it was."""
    before = looks[folder]
    if before.known:
        return before.known
    from studyguide.cli.closing_lines import summary
    from studyguide.workflows.build import build_folder
    from studyguide.workflows.unchanged import remember

    result = build_folder(folder, texts, order, say)
    kept = result._replace(kept=result.kept or result.written, written=())
    remember(before, result, summary([kept]))
    return result


def _order(paper: "Paper", **options: Any) -> "Order":
    """Make of the options of `build` what they order."""
    from studyguide.guide.choice import Choice
    from studyguide.printing.cutout.imposition import sheet_of_options
    from studyguide.printing.press.options import Layout
    from studyguide.workflows.order import Order

    wants_large, is_booklet = options.pop("large_print"), options.pop("booklet")
    layout = Layout(
        paper=paper,
        answers=options.pop("answers"),
        only_key=options["only"] == "key",
        is_large=wants_large or (is_booklet and not options["is_test"]),
        is_booklet=is_booklet,
        is_form=options.pop("form"),
    )
    passages, attach = options.pop("passages"), options.pop("attach")
    choice = Choice(
        sections=options.pop("section"),
        tags=options.pop("tag"),
        kinds=options.pop("kind"),
        items=options.pop("items") or 0,
        seed=options.pop("seed"),
    )
    if is_booklet:
        options["only"] = "booklet"
    more = {
        name: options.pop(name) for name in ("anew", "only", "changed_since", "edition", "is_test")
    }
    backs_last, is_stacked = options.pop("backs") == "last", options.pop("is_stacked")
    sheet = sheet_of_options(paper, **options)
    sheet = replace(sheet, backs_last=backs_last and not sheet.is_folded, is_stacked=is_stacked)
    return Order(layout, sheet, passages, attach, choice=choice, wants_large=wants_large, **more)
