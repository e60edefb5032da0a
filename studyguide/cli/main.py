"""The command line: parse options, call, print. Whatever is slow to import waits until it is used."""

import sys
from typing import TYPE_CHECKING, Any

import click

from studyguide import __version__
from studyguide.errors import StudyGuideError

if TYPE_CHECKING:
    from studyguide.coverage.coverage import Coverage
    from studyguide.printing.press.layout import Paper
    from studyguide.workflows.build import Order, Result

_BUILD_EXAMPLE = """\b
Example:
  studyguide build cards/soviet-miners --source soviet-miners.txt
"""
_CHECK_EXAMPLE = """\b
Example:
  studyguide check cards/soviet-miners --source soviet-miners.txt
"""

_COVERAGE_EXAMPLE = """\b
Example:
  studyguide coverage cards/soviet-miners --source soviet-miners.txt --format html
"""

_AUDIT_EXAMPLE = """\b
Example:
  studyguide audit cards/soviet-miners --source soviet-miners.txt
"""
_EXPLAIN_EXAMPLE = """\b
Example:
  studyguide explain kuznets-demands cards/soviet-miners --source soviet-miners.txt
"""
_REVIEW_EXAMPLE = """\b
Example:
  studyguide review cards/soviet-miners --source soviet-miners.txt
"""

_PLAN_EXAMPLE = """\b
Example:
  studyguide plan cards/soviet-miners --against soviet-miners-1.apkg
"""

_REANCHOR_EXAMPLE = """\b
Example:
  studyguide reanchor cards/soviet-miners --source second-edition.txt --write
"""

decks_argument = click.argument("decks", nargs=-1, type=click.Path())
source_option = click.option(
    "--source",
    type=click.Path(),
    metavar="FILE",
    help="The source text. Otherwise $STUDYGUIDE_SOURCE, or source.txt in the deck's folder.",
)


deck_argument = click.argument("deck", required=False)


def _explain_code(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what a code asks, and end there."""
    if code is not None:
        from studyguide.check import catalog

        click.echo(catalog.explain(code), nl=False)
        context.exit()


explain_option = click.option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain_code,
    help="Say what a finding's CODE asks, with a bad and a good example.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, prog_name="studyguide")
def cli() -> None:
    """Check study items against their source; make an Anki deck and a printable guide of them.

    A DECK is a folder with a deck.yaml; with none given, every deck below ./cards is meant.

    \b
    Example:
      studyguide build
    """  # noqa: D301  (click reads the \b)


@cli.command(epilog=_BUILD_EXAMPLE)
@decks_argument
@source_option
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
    help="In a key at the end of the guide, beside the questions, or none: a class test.",
)
@click.option("--only", type=click.Choice(["key"]), help="Only dist/<deck>-key.pdf, for a teacher.")
@click.option("--large-print", is_flag=True, help="Set the guide in 16 pt.")
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
    "--card-size", default="", metavar="WxH", help="Size of a card in mm.  [default: 90x60]"
)
@click.option(
    "--flip",
    type=click.Choice(["long", "short"]),
    default="long",
    show_default=True,
    help="The edge on which the printer turns the paper.",
)
@click.option(
    "--back-offset",
    default="0,0",
    metavar="X,Y",
    show_default=True,
    help="Move backs to the right and down, in mm, as the test sheet tells.",
)
def build(decks: tuple[str, ...], source: str | None, **options: Any) -> int:
    """Check each DECK, then write dist/<deck>.apkg, dist/<deck>.pdf and dist/<deck>-cards.pdf."""
    from studyguide.cli.progress import each
    from studyguide.workflows.build import build_folder

    order = _order(**options)
    results = each(
        decks, source, lambda folder, texts, say: build_folder(folder, texts, order, say)
    )
    return _finish(results, "text")


def _order(paper: "Paper", **options: Any) -> "Order":
    """Make of the options of `build` what they order."""
    from studyguide.printing.cutout.imposition import sheet_of_options
    from studyguide.printing.press.layout import Layout
    from studyguide.workflows.build import Order

    layout = Layout(
        paper=paper,
        answers=options.pop("answers"),
        only_key=options.pop("only") == "key",
        is_large=options.pop("large_print"),
        is_form=options.pop("form"),
    )
    passages, attach = options.pop("passages"), options.pop("attach")
    return Order(layout, sheet_of_options(paper, **options), passages, attach)


@cli.command(epilog=_CHECK_EXAMPLE)
@decks_argument
@source_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@explain_option
@click.option("--strict", is_flag=True, help="Fail on warnings that nobody has settled, too.")
def check(decks: tuple[str, ...], source: str | None, form: str, strict: bool) -> int:
    """Hold every item of each DECK against the source, and show every finding."""
    from studyguide.cli.progress import each
    from studyguide.workflows.build import check_folder

    results = each(decks, source, check_folder)
    status = _finish(results, form)
    return 1 if strict and any(result.report.findings for result in results) else status


@cli.command(epilog=_AUDIT_EXAMPLE)
@deck_argument
@source_option
@click.option("--seed", default=1, show_default=True, help="Which of the possible errors to plant.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def audit(deck: str | None, source: str | None, seed: int, form: str) -> None:
    """Plant errors in copies of the items of DECK; tell which the check would miss."""
    from studyguide.audit import audit as auditing
    from studyguide.cli.progress import only, ticking
    from studyguide.workflows.open import open_deck

    opened = open_deck(*only(deck, source))
    with ticking("planting errors", len(opened[0].items)) as tick:
        result = auditing.audit(*opened, seed, tick)
    if form == "json":
        click.echo(auditing.as_json(result))
        return
    from rich.console import Console

    Console(highlight=False).print(auditing.as_table(result))
    for line in auditing.survivors_as_text(result):
        click.echo(line)


@cli.command(epilog=_EXPLAIN_EXAMPLE)
@click.argument("item")
@deck_argument
@source_option
def explain(item: str, deck: str | None, source: str | None) -> None:
    """Show one ITEM of DECK, its passage, and what each rule says of it."""
    from studyguide.check.explain import explain as lines
    from studyguide.cli.progress import only
    from studyguide.workflows.open import open_item

    for line in lines(open_item(*only(deck, source), item)):
        click.echo(line)


@cli.command(epilog=_REVIEW_EXAMPLE)
@deck_argument
@source_option
@click.option("--list", "is_list", is_flag=True, help="Only list what asks for a review.")
@click.option("--accept", metavar="ID", help="Settle one item without asking.")
@click.option(
    "--reason", default="", help="Why its warnings are accepted, or what was found right."
)
def review(
    deck: str | None, source: str | None, is_list: bool, accept: str | None, reason: str
) -> None:
    """Walk through what needs a curator's eye in DECK, item beside passage."""
    from studyguide.cli.progress import only
    from studyguide.workflows import review as reviewing

    session = reviewing.Session(*only(deck, source))
    if accept:
        reviewing.accept_one(session, accept, reason)
    elif is_list:
        for line in reviewing.listed(session):
            click.echo(line)
    else:
        count = reviewing.walk(session, lambda question: click.prompt(question, default=""))
        click.echo(f"accepted {count}, {len(session.pending())} left", err=True)


@cli.command(epilog=_COVERAGE_EXAMPLE)
@decks_argument
@source_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="Tables, JSON, or a page dist/<deck>-coverage.html that shows the source text.",
)
def coverage(decks: tuple[str, ...], source: str | None, form: str) -> int:
    """Show what of its source no item of each DECK asks about: paragraphs, names, numbers, dates."""
    from studyguide.cli.progress import each
    from studyguide.workflows.coverage import cover_folder, cover_on_page

    step = cover_on_page if form == "html" else cover_folder
    return _show(each(decks, source, step), form)


def _show(coverages: "list[Coverage]", form: str) -> int:
    """Print coverage to standard output; give the exit status: 1 if a reason is idle."""
    from rich.console import Console

    from studyguide.coverage.report_json import as_json
    from studyguide.coverage.report_table import as_table
    from studyguide.workflows.coverage import page_path

    if form == "json":
        click.echo(as_json(coverages))
    for each in coverages:
        if form == "text":
            Console(highlight=False).print(as_table(each))
        elif form == "html":
            click.echo(f"wrote {page_path(each)}", err=True)
    return 1 if any(each.findings for each in coverages) else 0


@cli.command(epilog=_PLAN_EXAMPLE)
@decks_argument
@source_option
@click.option(
    "--against",
    default="",
    metavar="OLD",
    help="What learners have: an .apkg, or a git revision. Otherwise the last tag, or HEAD.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="Lines with a word diff, or a changelog.",
)
def plan(decks: tuple[str, ...], source: str | None, against: str, form: str) -> None:
    """Show what a learner with an earlier edition of each DECK will see of the next."""
    from studyguide.cli.progress import each
    from studyguide.editions import plan_text
    from studyguide.workflows.plan import plan_folder

    for planned in each(
        decks, source, lambda folder, texts, say: plan_folder(folder, texts, say, against)
    ):
        lines = plan_text.as_text(planned, click.style)
        for line in plan_text.as_markdown(planned) if form == "markdown" else lines:
            click.echo(line)


@cli.command(epilog=_REANCHOR_EXAMPLE)
@decks_argument
@click.option(
    "--source", type=click.Path(), metavar="NEW", required=True, help="The other edition."
)
@click.option("--write", "is_written", is_flag=True, help="Edit the section files, too.")
def reanchor(decks: tuple[str, ...], source: str, is_written: bool) -> int:
    """Propose, as a diff, where each quotation of each DECK stands in another edition of its text."""
    from pathlib import Path

    from studyguide.editions import rewrite

    left = files = 0
    for deck, proposals in rewrite.propose([Path(folder) for folder in decks], Path(source)):
        click.echo(rewrite.as_diff(deck, proposals), nl=False)
        files += rewrite.write(deck, proposals) if is_written else 0
        left += sum(1 for each in proposals if each.refusal or not is_written)
    click.echo(f"{files} files written, {left} quotations left to anchor", err=True)
    return 1 if left else 0


def _finish(results: "list[Result]", form: str) -> int:
    """Print findings to standard output and a summary to standard error; give the exit status."""
    from studyguide.cli import report
    from studyguide.cli.summary import summary

    if form == "json":
        click.echo(report.as_json(results))
    elif form == "github":
        click.echo("".join(f"{line}\n" for line in report.as_github(results)), nl=False)
    else:
        for line in report.as_text(results, click.style):
            click.echo(line)
    for line in summary(results):
        click.echo(line, err=True)
    return 1 if any(result.report.errors for result in results) else 0


def main() -> None:
    """Run the command line; end with 0 (clean), 1 (errors found) or 2 (could not run)."""
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        _stop("stopped; what was written before is whole, nothing else has changed")
    except StudyGuideError as error:
        _stop(str(error))
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def _stop(sentence: str) -> None:
    click.echo(f"studyguide: {sentence}", err=True)
    sys.exit(2)
