"""From folders to files: load, check, compose, write. Each step's work is done elsewhere.

Only what is not there yet, or would be another now, is made (`made.py`); what is printed is laid out in
processes of their own, side by side.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.errors import StudyGuideError
from studyguide.system import files
from studyguide.system.atomic import replacing
from studyguide.workflows import class_test
from studyguide.workflows.check import DIST, Say, Texts, with_more
from studyguide.workflows.made import Ground, Made
from studyguide.workflows.order import TESTS, Order, Product, named
from studyguide.workflows.release import Release, release_of, with_share
from studyguide.workflows.result import Result

if TYPE_CHECKING:
    from studyguide.guide.guide import Guide
    from studyguide.printing.cutout.fit import Misfit
    from studyguide.workflows.side_by_side import Job

_ENDINGS: dict[Product, str] = {
    "anki": ".apkg",
    "guide": ".pdf",
    "cards": "-cards.pdf",
    "key": "-key.pdf",
    "booklet": "-booklet.pdf",
    **{each: f"-{each}.pdf" for each in TESTS},
}
_IN_BOTH_SIZES: tuple[Product, ...] = ("guide", "key", *TESTS)
_MOST_LISTED = 12
_BOOKS: tuple[Product, ...] = ("guide", "key", "booklet")
_UNLICENSED = "without `licence:` in deck.yaml the guide does not say who may copy it"


@dataclass(frozen=True, slots=True)
class _Piece:
    """One file to be made: where, and the digest of all that it is made of."""

    path: Path
    of: str


def build_folder(folder: Path, texts: Texts, order: Order, say: Say) -> Result:
    """Check the deck in a folder; if nothing is wrong, write deck, guide and cards as ordered.

    A text that does not fit its card is a finding, and that card is left out; a character that no face has
    is one, too, and printed as a box.
    """
    from studyguide.checking.budget import told
    from studyguide.printing.press import faces, unprintable

    if order.into == DIST:  # which nobody has named: a project may be anybody's
        files.refuse_links(DIST, Path())
    result, release = release_of(folder, texts, order, say)
    deck = result.report.deck
    if release is None or deck is None:
        return result
    order = named(order, deck)
    pool = class_test.drawn_from(result, release, order) if order.is_test else ()
    whole, release = release.guide, _of_choice(folder, release, order)
    pieces = _pieces(release, order, pool)
    made = Made.of(order.into, deck.id)
    for piece in pieces.values():
        made.refuse_others(piece.path)
    due = {what: each for what, each in pieces.items() if not made.has(each.path, each.of)}
    if due.keys() - {"anki"}:  # what is there was found in order when it was made
        boxed = faces.boxed_in(release.templates)
        result = with_more(result, unprintable.findings_of(deck, release.excerpts, boxed))
        result = with_more(result, faces.unreadable_in(folder))
    if result.report.errors:
        due = {what: each for what, each in due.items() if what == "anki"}
    if due:
        result = _make(result, release, order, due, say)
        for each in due.values() if not result.report.errors else ():
            made.note(each.path, each.of)
        made.save()
    kept = tuple(each.path for what, each in pieces.items() if what not in due)
    notes = [*result.notes, *order.notes]
    notes += _left_out(whole, release.guide, order)
    if not deck.licence and {*_BOOKS} & {*order.products}:
        notes.append(_UNLICENSED)
    if order.is_test and not result.source:
        notes.append(class_test.UNPROVED)
    if release.shown:
        notes.append(f"passages shown: {told(release.shown)}")
    return result._replace(kept=() if result.report.errors else kept, notes=tuple(notes))


def _of_choice(folder: Path, release: Release, order: Order) -> Release:
    """Leave out of a release what was not chosen."""
    from studyguide.guide.choice import chosen

    choice = order.choice
    if order.changed_since:
        from studyguide.workflows.plan import changed_since

        ids = changed_since(folder, release.guide, release.lock, order.changed_since)
        if not ids:
            raise StudyGuideError(
                f"nothing of `{release.guide.id}` has changed since {order.changed_since}"
            )
        choice = replace(choice, ids=ids)
    if order.is_test:  # which draws by itself
        choice = replace(choice, items=0)
    return with_share(release._replace(guide=chosen(release.guide, choice)))


def _left_out(whole: "Guide", part: "Guide", order: Order) -> Iterator[str]:
    """Tell which sections a book leaves out though they were asked for: a curator wrote summaries of them."""
    from studyguide.guide.choice import left_out

    numbers = left_out(whole, part, order.choice)
    if numbers and {"guide", "booklet"} & {*order.products}:
        listed = ", ".join(map(str, numbers[:_MOST_LISTED])) + " …" * (len(numbers) > _MOST_LISTED)
        which = (
            f"section {listed}, which is" if len(numbers) == 1 else f"sections {listed}, which are"
        )
        yield f"nothing is chosen of {which} left out, summary and all"


def _pieces(release: Release, order: Order, pool: tuple[object, ...]) -> dict[Product, _Piece]:
    """Name the files that are ordered, each with the digest of what it is made of.

    Wrong answers of a class test are drawn from a `pool`.
    """
    guide, items, lock = release.guide, _items_of(release.guide), release.lock
    # sorted, since a new lock has another order than its file
    package = items, release.types, sorted(lock.decks.items()), sorted(lock.note_types.items())
    has_own = release.templates.folders[0].is_dir()  # which may show anything on cards
    parts: dict[Product, tuple[object, ...]] = {
        "anki": package,
        "guide": (guide, order.layout, package if order.attach else ()),
        "cards": (guide if has_own else items, order.sheet),
        "key": (guide, order.layout),
        "booklet": (guide, order.layout),
        **dict.fromkeys(TESTS, (guide, order.layout, *pool)),
    }
    ground = Ground(release.templates)
    return {
        what: _Piece(_path(order, guide.id, what), ground.fingerprint(what, *parts[what]))
        for what in order.products
    }


def _items_of(guide: "Guide") -> "Guide":
    """Leave out what the printed guide alone has."""
    sections = tuple(replace(each, summary="") for each in guide.sections)
    return replace(
        guide,
        sections=sections,
        introduction="",
        plates=(),
        discussion=(),
        aliases=(),
        shown=0,
        curator="",
        licence="",
        whole=0,
        themes=(),
        headings=(),
    )


def _path(order: Order, id: str, what: Product) -> Path:
    """Name a file: after the deck, the part of it that is ordered, and large print."""
    part = order.edition or ("chosen" if order.is_part and not order.is_test else "")
    size = "large-print" if order.layout.is_large and what in _IN_BOTH_SIZES else ""
    return order.into / ("-".join(filter(None, (id, part, size))) + _ENDINGS[what])


def _make(
    result: Result, release: Release, order: Order, due: dict[Product, _Piece], say: Say
) -> Result:
    """Make what is due; what is printed side by side, and the deck meanwhile."""
    from studyguide.system.process import in_background
    from studyguide.workflows.side_by_side import limits_of, printed

    limits, deck = limits_of(release.guide), result.report.deck
    before = {each.path: _stamp(each.path) for each in due.values()}
    jobs = _jobs(result, release, order, due)
    if "anki" in due and order.attach:
        pack(release, due["anki"].path, say)
    with ExitStack() as running:
        printing = (
            running.enter_context(in_background(limits, printed, limits, jobs)) if jobs else None
        )
        if "anki" in due and not order.attach:
            pack(release, due["anki"].path, say)
        say(f"writing {', '.join(str(due[what].path) for what in due if what != 'anki')}")
        outcomes = printing() if printing else ()
    told = (line for each in outcomes if isinstance(each, str) for line in each.splitlines())
    result = result._replace(notes=(*told,))
    misfits: tuple[Misfit, ...] = next((each for each in outcomes if isinstance(each, tuple)), ())
    if misfits and deck:
        from studyguide.printing.cutout.misfits import findings_of

        result = with_more(result, findings_of(deck, misfits, order.sheet))
    new = (each.path for each in due.values() if _stamp(each.path) not in (None, before[each.path]))
    return result._replace(written=tuple(new))


def _jobs(
    result: Result, release: Release, order: Order, due: dict[Product, _Piece]
) -> "list[Job]":
    """Tell what is to be printed: of books and tests comes out what is to be said, of cards what fits on none."""
    from studyguide.workflows.side_by_side import write_book, write_cutouts, write_tests

    guide, templates = release.guide, release.templates
    package = _path(order, guide.id, "anki") if order.attach else None
    layout = replace(order.layout, attached=package)
    jobs: list[Job] = [
        (write_book, guide, templates, layout, due[what].path) for what in _BOOKS if what in due
    ]
    if "cards" in due:
        jobs.append((write_cutouts, guide, templates, order.sheet, due["cards"].path))
    if files := {due[it].path: (it[5], it.endswith("key")) for it in TESTS if it in due}:
        asked, test = class_test.composed(result, release, order)
        jobs.append((write_tests, asked, templates, order.layout, test, files))
    return jobs


def _stamp(path: Path) -> tuple[int, int] | None:
    """Tell one file under a name from the next; nothing where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_mtime_ns


def pack(release: Release, path: Path, say: Say) -> None:
    """Write the deck for Anki."""
    from studyguide.anki.write import write_package

    say(f"writing {path}")
    with replacing(path) as beside:
        write_package(
            release.guide,
            release.types,
            release.lock,
            beside,
            is_described=release.is_described,
        )
