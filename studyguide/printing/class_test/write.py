"""A class test as PDFs: each version, and its key."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from studyguide import __version__
from studyguide.class_test.tasks import ClassTest
from studyguide.class_test.versions import Version
from studyguide.class_test.worth import MOST_POINTS, SHORT
from studyguide.guide.guide import Guide
from studyguide.printing.book.columns import (
    are_a_line,
    is_a_line,
    leaves_half,
    runs_in,
    side_by_side,
)
from studyguide.printing.book.going_on import with_numbers
from studyguide.printing.class_test.fewest_pages import PAGES
from studyguide.printing.class_test.key import key_on_pages
from studyguide.printing.class_test.pages import in_large_print, test_on_pages
from studyguide.printing.class_test.printed_tasks import asked_of
from studyguide.printing.class_test.ruling import WHOLE, ruled
from studyguide.printing.class_test.sheets import Fit, Set, Setting, Sheets, fit_of
from studyguide.printing.lines.ink import with_ink
from studyguide.printing.lines.titles import in_one_line
from studyguide.printing.press.html import render
from studyguide.printing.press.options import Layout
from studyguide.printing.press.pdf import identifier, open_press
from studyguide.printing.press.resources import resources_of
from studyguide.printing.press.typography import with_whole_prefixes
from studyguide.system.atomic import replacing
from studyguide.templates import Templates

_TEST, _KEY = "test/test.html", "test/key.html"

_FOOT_WIDE, _BESIDE_TITLE = 170.0, 7.0
"""Millimetres of the foot of a page on the narrower paper; what stands beside its title, in units of the size."""


def write_test(
    guide: Guide,
    templates: Templates,
    layout: Layout,
    test: ClassTest,
    files: Mapping[Path, tuple[str, bool]],
) -> Fit:
    """Write versions of a class test, told by their letters, or the key of one where that is told, as PDF/UA-1.

    Give how it fits its pages.
    """
    guide = with_ink(guide, templates)
    test = test.with_pictures({each.id: each for each in guide.entries})
    wanted = {each: path for path, each in files.items()}
    printed = dict[Path, bytes]()
    with open_press(resources_of(guide, templates), _TEST) as press:

        def laid_out(name: str, layout: Layout, version: Version, setting: Setting) -> Sheets:
            values = _values(guide, layout, version, setting)
            page = with_whole_prefixes(render(templates, name, **values))
            sheets = Sheets(version, setting, page, press.laid_out(page))
            if _has_lone_heading(sheets) and not setting.is_parted:
                return laid_out(name, layout, version, setting._replace(is_parted=True))
            return sheets

        tests = _with_pictures(test, partial(laid_out, _TEST, replace(layout, is_large=False)))
        if layout.is_large:
            ordered = [each.version for each in tests]
            tests = in_large_print(ordered, partial(laid_out, _TEST, layout))
        keys = tuple[Sheets, ...]()
        if any(is_key for _, is_key in wanted):
            keys = key_on_pages([each.version for each in tests], partial(laid_out, _KEY, layout))
        for is_key, sheets in ((False, tests), (True, keys)):
            for each in sheets:
                if path := wanted.get((each.version.letter, is_key)):
                    printed[path] = press.printed(
                        with_numbers(each.document), pdf_identifier=identifier(each.page)
                    )
    for path, data in printed.items():
        with replacing(path) as beside:
            beside.write_bytes(data)
    return fit_of(tests, keys)


def _with_pictures(test: ClassTest, lay_out: Callable[[Version, Setting], Sheets]) -> Set:
    """Lay out with pictures so tall that their letters are read; as usual where that takes a page more, or lines."""

    def taller(version: Version, setting: Setting) -> Sheets:
        return lay_out(version, setting._replace(has_tall_pictures=True))

    tall = test_on_pages(test, taller)
    fit = fit_of(tall, ())
    is_held = fit.pages <= PAGES and fit.share == WHOLE
    if is_held or not any(each.entry.asked_picture for each in test.tasks):
        return tall
    usual = test_on_pages(test, lay_out)
    found = fit_of(usual, ())
    return usual if (found.pages, -found.share) < (fit.pages, -fit.share) else tall


def _has_lone_heading(sheets: Sheets) -> bool:
    """Whether no task is on a page between others: what is matched below its heading is longer than a page."""
    is_matched = any(part.form == "match" for part in sheets.version.test.parts)
    return is_matched and not all(page.anchors for page in sheets.document.pages[1:-1])


def running_title(guide: Guide, layout: Layout) -> str:
    """Give as much of a title as has room in one line at the foot, beside letter and page."""
    points = 16 if layout.is_large else 8
    most = _FOOT_WIDE / (points * 25.4 / 72) - _BESIDE_TITLE
    return in_one_line(guide.title, guide.language, most)


def _values(guide: Guide, layout: Layout, version: Version, setting: Setting) -> dict[str, object]:
    """Give what the templates are filled with."""
    lines = ruled(version.test.tasks, setting.ruled, is_large=layout.is_large)
    abreast = setting.ruled.abreast
    return {
        "guide": guide,
        "layout": layout,
        "parts": [
            (
                part,
                [
                    asked_of(task, guide, layout, lines.get(task.entry.id, 0), abreast)
                    for task in part.tasks
                ],
            )
            for part in version.test.parts
        ],
        "test": version.test,
        "letter": version.letter.upper(),
        "is_close": setting.is_close,
        "is_parted": setting.is_parted,
        "apart": setting.apart,
        "has_tall_pictures": setting.has_tall_pictures,
        "has_small_pictures": setting.has_small_pictures,
        "new_page": setting.overleaf,
        "running_title": running_title(guide, layout),
        "is_notice_last": setting.is_notice_last,
        "runs_in": runs_in,
        "are_a_line": are_a_line,
        "side_by_side": side_by_side,
        "is_a_line": is_a_line,
        "leaves_half": leaves_half,
        "lengths": {"short": SHORT, "most": MOST_POINTS},
        "modified": datetime.fromtimestamp(guide.modified, UTC),
        "version": __version__,
    }
