"""Style sheets: WeasyPrint's own, thinned out, and those of pages, each parsed once.

A page is laid out several times before it is printed: to parse its style sheet again took a third of that
time for a short one.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from functools import cache, lru_cache, partial
from typing import Any
from urllib.parse import urljoin

from studyguide.markup.page_tree import tree_of
from studyguide.printing.engine.instead import instead
from studyguide.printing.engine.styles import kept
from studyguide.printing.engine.styles.elements import element_class
from studyguide.printing.engine.styles.kinds import styled_by_kind
from studyguide.printing.engine.styles.values import had_at_once

_OF_NOTES = re.compile(r"float\s*:|\bnote\(")

_OF_NOTES_AND_COUNTERS = re.compile(r"^(::(foot)?note-|@counter-style ).*\n", re.MULTILINE)

_COUNTERS = re.compile(r"^@counter-style .*\n", re.MULTILINE)

_LONG = 2000
"""Letters of a style sheet that is worth to be kept."""

_IN_MARGINS = re.compile(r"@(?:top|bottom|left|right)-[a-z-]+", re.IGNORECASE)

_MORE_THAN_RULES = re.compile(r"@(?!(?:page|media)\b|(?:top|bottom|left|right)-)")
"""What says something to the document: faces, counters, layers, other sheets."""


def html_class(weasyprint: Any, page: str) -> Any:
    """Give WeasyPrint's class of pages, with a lighter style sheet below that of the page.

    WeasyPrint's own gives every element six pseudo-elements, for markers and notes, and every page 18 boxes in its
    margins: with them styles take twice the memory and time. A page with notes, such as a class test, keeps it.
    """
    if _OF_NOTES.search(page):
        return _read_quickly(weasyprint.HTML)
    sheet, used = (
        copy(light_sheet(weasyprint)),
        {each.lower() for each in _IN_MARGINS.findall(page)},
    )
    sheet.page_rules = [
        (rule, [each for each in selectors if each[1] is None or each[1] in used], declared)
        for rule, selectors, declared in sheet.page_rules
    ]

    class LightHTML(_read_quickly(weasyprint.HTML)):  # type: ignore[misc]
        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [sheet, *super()._ua_stylesheets(forms)[1:]]

    return LightHTML


@cache
def _read_quickly(kind: Any) -> Any:
    """Let WeasyPrint have a page that is read by lexbor."""

    class QuickHTML(kind):  # type: ignore[misc]
        def __init__(self, string: str, base_url: str, url_fetcher: Any) -> None:
            tree = tree_of(string)
            first = tree.find(".//base")
            self.base_url = base_url if first is None else urljoin(base_url, first.get("href", ""))
            self.url_fetcher, self.media_type = url_fetcher, "print"
            self.wrapper_element = element_class().from_html_root(tree, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return QuickHTML


@contextmanager
def read_later() -> Iterator[None]:
    """Have WeasyPrint, which is loaded while the block runs, parse its own sheets when they are first asked for."""
    if "weasyprint" in sys.modules:
        yield
        return
    import tinycss2  # type: ignore[import-untyped]

    with instead(tinycss2, "parse_stylesheet", lambda _: lambda _: []):
        yield
    weasyprint: Any = sys.modules["weasyprint"]
    of_html, make = weasyprint.html, weasyprint.CSS
    counters = "".join(_COUNTERS.findall(of_html.UA))
    of_html.UA_COUNTER_STYLE.update(kept.value(counters, lambda: _counters(make, counters)))
    weasyprint.UA_STYLESHEET = _Later(partial(make, string=of_html.UA))
    weasyprint.UA_FORM_STYLESHEET = _Later(partial(make, string=of_html.UA_FORM))
    weasyprint.PH_STYLESHEET = _Later(partial(make, string=of_html.PH))


class _Later:
    """Stands for a sheet that is not parsed yet."""

    def __init__(self, parse: Callable[[], Any]) -> None:
        self._parse = parse

    def __getattr__(self, name: str) -> Any:
        vars(self).update(vars(self._parse()))
        return vars(self)[name]


@cache
def light_sheet(weasyprint: Any) -> Any:
    """Thin out WeasyPrint's own style sheet; its styles of counters are known without it."""
    of_html = weasyprint.html
    light = _OF_NOTES_AND_COUNTERS.sub("", of_html.UA).replace("\n::marker", "\nli::marker")
    return kept.sheet(weasyprint.CSS, light, lambda: weasyprint.CSS(string=light))


def _refused(url: str) -> None:
    """Fetch nothing: rules alone ask for nothing, and to make WeasyPrint's own fetcher takes as long as to parse some."""
    raise ValueError(url)


def _counters(make: Any, counters: str) -> dict[str, Any]:
    found = dict[str, Any]()
    make(string=counters, counter_style=found)
    return found


@contextmanager
def styled_once(css: Any) -> Iterator[None]:
    """Style pages with all that is said here while the block runs; `css` is WeasyPrint's module of that name."""
    with parsed_once(css), styled_by_kind(css), had_at_once(css):
        yield


def parsed_once(css: Any) -> AbstractContextManager[None]:
    """Keep what is parsed of a page's style sheet while a block runs; `css` is WeasyPrint's module of that name."""
    return instead(css, "CSS", _parsed_once)


def _parsed_once(before: Any) -> Any:
    def parsed(**how: Any) -> Any:
        text = how.get("string")
        if text is None or _MORE_THAN_RULES.search(text):
            return before(**how)
        sheet = copy(_rules(before, text, how["base_url"], how["media_type"]))
        rules, sheet.page_rules, sheet.layers = sheet.page_rules, how["page_rules"], how["layers"]
        sheet.page_rules.extend(rules)
        return sheet

    return parsed


@lru_cache(maxsize=32)
def _rules(make: Any, text: str, base_url: str, media_type: str) -> Any:
    read = partial(
        make, string=text, base_url=base_url, media_type=media_type, url_fetcher=_refused
    )
    is_long = len(text) > _LONG
    return kept.sheet(make, f"{base_url} {media_type} {text}", read) if is_long else read()
