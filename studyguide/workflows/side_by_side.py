"""What is printed of a deck, side by side: a process loads WeasyPrint once, and copies of it do the jobs."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyguide.guide.guide import Guide
from studyguide.printing.press.options import Layout
from studyguide.system.atomic import replacing
from studyguide.system.process import Limits
from studyguide.system.process_copy import in_a_copy
from studyguide.templates import Templates

if TYPE_CHECKING:
    from studyguide.class_test.tasks import ClassTest
    from studyguide.printing.cutout.fit import Misfit
    from studyguide.printing.cutout.imposition import Sheet

Job = tuple[Callable[..., Any], *tuple[object, ...]]
"""What is to be called, and with what."""


def printed(limits: Limits, jobs: list[Job]) -> list[Any]:
    """Do all jobs, the first one in this process, and give their outcomes."""
    from studyguide.printing.engine.styles import style_sheets
    from studyguide.printing.press import html, pdf  # noqa: F401, a job needs all three: copies have them

    style_sheets.light_sheet(pdf.load())
    (job, *arguments), *others = jobs
    if others:
        with suppress(OSError):  # of a full disk, say: a job tells for what there is no room
            pdf.warm_up()
    with ExitStack() as running:
        waiting = [running.enter_context(in_a_copy(limits, *other)) for other in others]
        return [job(*arguments), *(outcome() for outcome in waiting)]


def limits_of(guide: Guide) -> Limits:
    """Give what printing may take; 8 ms of a processor and a third of a page a question are usual."""
    count = len(guide.entries)
    return Limits(30 + count // 5, (3 * 1024 + 4 * count) * 1024**2)


# Each of these loads what it needs in the process that it runs in, not where it is ordered.


def write_book(guide: Guide, templates: Templates, layout: Layout, path: Path) -> str:
    """Write the guide, its key alone, or the booklet; say what should be known of that."""
    from studyguide.printing.binding.folding import told_of_parts
    from studyguide.printing.book.pdf import write_guide
    from studyguide.printing.book.pictures import told_of_lettering
    from studyguide.printing.lines.seen_pictures import with_pictures

    with replacing(path) as beside:
        printed = write_guide(guide, templates, layout, beside)
    of_parts = told_of_parts(printed.parts) if layout.is_booklet else ""
    return "\n".join(
        filter(
            None, (of_parts, *told_of_lettering(with_pictures(guide, templates, layout), layout))
        )
    )


def write_cutouts(
    guide: Guide, templates: Templates, sheet: "Sheet", path: Path
) -> "tuple[Misfit, ...]":
    """Write the cut-out cards; give what fits on none."""
    from studyguide.printing.cutout.pdf import write_cards

    return write_cards(guide, templates, sheet, path)


def write_tests(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    test: "ClassTest",
    to: Mapping[Path, tuple[str, bool]],
) -> str:
    """Write the versions of a class test, and their keys; give what is to be said of it."""
    from studyguide.printing.class_test.write import write_test
    from studyguide.workflows.class_test import note_on, note_on_fit

    fit = write_test(guide, templates, layout, test, to)
    told = "" if layout.is_large else note_on_fit(fit, test)
    return "\n".join(filter(None, (note_on(test), told)))
